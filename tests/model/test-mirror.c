/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hand-made.h"
#include "model/event-store-builder.h"
#include "model/mirror.h"

static const char china[] = "The presidents met. China holds that Taiwan is its own affair. Biden said that the policy on "
                            "Taiwan stands.";
static const char america[] = "The leaders met. The President raised Taiwan.\n\nPage footer";

static EntSpan
find (const char *text,
      const char *words,
      guint       nth)
{
  const char *at = strstr (text, words);

  while (nth-- > 0)
    at = strstr (at + 1, words);
  return (EntSpan) { (guint32) (at - text), (guint32) (at - text + strlen (words)) };
}

static guint32
add_statement (EntEventStoreBuilder *builder,
               const char           *id,
               const char           *issuer,
               const char           *text,
               EntSpan               furniture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  EntStatementInfo info = { .id = (char *) id, .issuer = (char *) issuer, .language = (char *) "en" };
  g_autoptr (EntStatement) statement = ent_statement_new (bytes, &info, &furniture, furniture.end > 0 ? 1 : 0);

  return ent_event_store_builder_add_statement (builder, statement);
}

static EntEventStore *
make_store (EntVocabulary *vocabulary,
            gboolean       both)
{
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  guint16 actors[2];
  guint taiwan;

  g_assert_true (ent_vocabulary_find_actor (vocabulary, "CN", &actors[0]));
  g_assert_true (ent_vocabulary_find_actor (vocabulary, "US", &actors[1]));
  g_assert_true (ent_vocabulary_find_topic (vocabulary, "taiwan", &taiwan));
  const EntTopicSpan chinese[] = {
    { find (china, "Taiwan", 0), actors[0], (guint8) taiwan, ENT_ASSERTION_STATED },
    { find (china, "Taiwan", 1), actors[1], (guint8) taiwan, ENT_ASSERTION_ATTRIBUTED },
  };
  const EntTopicSpan american = { find (america, "Taiwan", 0), ENT_ACTOR_NONE, (guint8) taiwan, ENT_ASSERTION_STATED };
  const EntSpan met = { 0, 19 };
  EntAccount accounts[] = {
    { .topics = G_GUINT64_CONSTANT (1) << taiwan,
      .statement = add_statement (builder, "a", "CN", china, (EntSpan) { 0 }),
      .issuer = actors[0], .speaker = ENT_ACTOR_NONE, .role = ENT_ROLE_REPORTS, .evidence = &met, .n_evidence = 1,
      .topic_spans = chinese, .n_topic_spans = 2 },
    { .topics = G_GUINT64_CONSTANT (1) << taiwan,
      .statement = add_statement (builder, "b", "US", america, find (america, "Page footer", 0)),
      .issuer = actors[1], .speaker = ENT_ACTOR_NONE, .role = ENT_ROLE_REPORTS, .evidence = &met, .n_evidence = 1,
      .topic_spans = &american, .n_topic_spans = 1 },
  };
  EntEventRecord record = { .id = "e", .title = "They meet", .date = ent_edtf_day (19000), .initiator = ENT_ACTOR_NONE,
                            .host = ENT_ACTOR_NONE, .kind = ENT_KIND_SUMMIT, .actors = actors, .n_actors = 2,
                            .accounts = accounts, .n_accounts = both ? 2 : 1 };
  ent_event_store_builder_add_event (builder, &record);
  return ent_event_store_builder_end (builder);
}

static void
assert_words (const EntMirror *mirror,
              guint            side,
              EntVoice         voice,
              const char      *expected)
{
  guint topic = (guint) __builtin_ctzll (ent_mirror_get_topics (mirror));
  g_autofree char *words = ent_mirror_dup_words (mirror, side, topic, voice);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_sides (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStore) store = make_store (vocabulary, TRUE);
  guint16 order[2];

  g_assert_true (ent_vocabulary_find_actor (vocabulary, "US", &order[0]));
  g_assert_true (ent_vocabulary_find_actor (vocabulary, "CN", &order[1]));
  g_autoptr (EntMirror) mirror = ent_mirror_new (store, 0, order, 2);
  g_assert_cmpuint (ent_mirror_get_n_sides (mirror), ==, 2);
  g_assert_cmpuint (ent_mirror_get_side (mirror, 0)->actor, ==, order[0]);
  assert_words (mirror, 0, ENT_VOICE_OWN, "The President raised Taiwan.");
  assert_words (mirror, 0, ENT_VOICE_QUOTED, "");
  assert_words (mirror, 1, ENT_VOICE_OWN, "China holds that Taiwan is its own affair.");
  assert_words (mirror, 1, ENT_VOICE_QUOTED, "Biden said that the policy on Taiwan stands.");
  /* Furniture is no part of what a side says. */
  g_assert_cmpuint (ent_mirror_get_side (mirror, 0)->n_characters, ==, strlen (america) - strlen ("Page footer"));
  g_autofree char *language = ent_mirror_dup_language (mirror, 1);
  g_assert_cmpstr (language, ==, "en");
}

static void
test_silent (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStore) store = make_store (vocabulary, FALSE);
  g_autoptr (EntMirror) mirror = ent_mirror_new (store, 0, NULL, 0);
  guint16 china_number;

  g_assert_true (ent_vocabulary_find_actor (vocabulary, "CN", &china_number));
  g_assert_cmpuint (ent_mirror_get_n_sides (mirror), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const EntMirrorSide *side = ent_mirror_get_side (mirror, i);

      g_assert_cmpuint (side->statements->len, ==, side->actor == china_number ? 1 : 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mirror/sides", test_sides);
  g_test_add_func ("/mirror/silent", test_silent);
  return g_test_run ();
}
