/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store with some rows replaced is the store that the builder makes of the same events. */
#include "model/event-store-replace.h"

#include <string.h>

#include "archive-fixture.h"
#include "model/event-store-builder.h"

#define N_STATEMENTS 7
#define MOST_EVENTS 40

/* An event that its number alone decides; of one in three another form as well. */
static void
add_event (EntEventStoreBuilder *builder,
           guint                 number,
           gboolean              other)
{
  static const char * const places[] = { NULL, "Bali", "Geneva" };
  static const char * const people[][3] = { { NULL }, { "Anna Berg", NULL }, { "Li Wen", "Anna Berg", NULL } };
  static const char * const tones[][2] = { { NULL }, { "candid", NULL } };
  g_autofree char *id = g_strdup_printf ("e%u", number);
  g_autofree char *title = g_strdup_printf ("Event %u%s", number % 5, other ? " as I see it" : "");
  const char *candidates[] = { number % 6 == 0 ? "e1" : NULL, NULL };
  guint16 actors[] = { (guint16) (number * 7 % 11), (guint16) (20 + number % 3) };
  EntSpan evidence[] = { { number, number + 1 }, { number + 2, number + 9 } };
  EntTopicSpan topic = { { number, number + 1 }, 3, (guint8) (number % 4), 0 };
  EntAccount accounts[2] = { 0 };
  EntEventRecord record = { .id = id, .title = title, .topics = number, .initiator = actors[0], .host = ENT_ACTOR_NONE,
                            .kind = (guint8) ((number + other) % 3), .actors = actors, .n_actors = number % 3,
                            .people = people[number % 3], .place = places[(number + other) % 3], .accounts = accounts,
                            .n_accounts = number % 3, .candidates = candidates, .review = other, .edited = other };

  record.date = number % 4 == 0 ? ent_edtf_point (ent_edtf_point_month (2020, 1 + number % 12))
                                : ent_edtf_day ((EntDay) (18000 + number % 9 + 3 * other));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    accounts[i] = (EntAccount) { .date = ent_edtf_day ((EntDay) (18000 + number + i)), .statement = (number + i) % N_STATEMENTS, .issuer = 1, .speaker = ENT_ACTOR_NONE, .evidence = evidence, .n_evidence = 1 + i, .topic_spans = &topic, .n_topic_spans = i, .tone_words = tones[number % 2], .explanation = number % 2 ? "why" : NULL };
  ent_event_store_builder_add_event (builder, &record);
}

static EntEventStoreBuilder *
builder_new (EntVocabulary *vocabulary,
             gboolean       with_statements)
{
  EntEventStoreBuilder *builder = ent_event_store_builder_new (vocabulary);
  g_autofree char *blank = g_strnfill (100, 'x');
  g_autoptr (GBytes) text = g_bytes_new (blank, 100);

  for (guint i = 0; with_statements && i < N_STATEMENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      EntStatementInfo info = { .id = id, .issuer = (char *) "US" };
      g_autoptr (EntStatement) statement = ent_statement_new (text, &info, NULL, 0);

      ent_event_store_builder_add_statement (builder, statement);
    }
  return builder;
}

static void
compare_stores (const EntEventStore *a,
                const EntEventStore *b)
{
  const EntEventColumns *columns_a = ent_event_store_get_columns (a);
  g_autofree char *dump_a = fixture_dump (a);
  g_autofree char *dump_b = fixture_dump (b);

  g_assert_cmpstr (dump_a, ==, dump_b);
  g_assert_true (ent_row_set_equal (ent_event_store_get_placed (a), ent_event_store_get_placed (b)));
  for (guint32 row = 0; row < columns_a->n; row++)
    {
      const char * const *candidates_a = ent_event_store_get_candidates (a, row);
      const char * const *candidates_b = ent_event_store_get_candidates (b, row);

      g_assert_true (g_strv_equal (candidates_a, candidates_b));
      for (EntDay day = columns_a->latest[row] - 1; day < columns_a->latest[row] + 2; day++)
        g_assert_cmpuint (ent_event_store_first_row_at (a, day), ==, ent_event_store_first_row_at (b, day));
      g_assert_cmpint (ent_event_store_get_second (a, row, NULL), ==, ent_event_store_get_second (b, row, NULL));
      g_assert_cmpuint (ent_event_store_get_initiator (a, row), ==, ent_event_store_get_initiator (b, row));
      for (guint i = 0; i < ent_event_store_get_n_accounts (a, row); i++)
        {
          EntAccount account_a, account_b;

          ent_event_store_get_account (a, row, i, &account_a);
          ent_event_store_get_account (b, row, i, &account_b);
          g_assert_true (ent_edtf_equal (account_a.date, account_b.date));
          g_assert_true (g_strv_equal (account_a.tone_words, account_b.tone_words));
          g_assert_cmpstr (account_a.explanation, ==, account_b.explanation);
          g_assert_cmpuint (account_a.n_topic_spans, ==, account_b.n_topic_spans);
          if (account_a.n_topic_spans > 0)
            g_assert_cmpuint (account_a.topic_spans[0].topic, ==, account_b.topic_spans[0].topic);
        }
    }
}

static void
test_against_builder (void)
{
  g_autoptr (EntParser) parser = fixture_load_parser ();
  EntVocabulary *vocabulary = ent_parser_get_vocabulary (parser);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, MOST_EVENTS);
      g_autoptr (EntEventStoreBuilder) old_builder = builder_new (vocabulary, TRUE);
      g_autoptr (EntEventStoreBuilder) added_builder = builder_new (vocabulary, FALSE);
      g_autoptr (EntEventStoreBuilder) whole_builder = builder_new (vocabulary, TRUE);
      g_autoptr (EntEventStore) old = NULL;
      g_autoptr (EntEventStore) added = NULL;
      g_autoptr (EntEventStore) whole = NULL;
      g_autoptr (EntEventStore) replaced = NULL;
      g_autofree guint8 *fate = g_new0 (guint8, MOST_EVENTS);
      g_autofree guint8 *gone = g_new0 (guint8, n + 1);

      for (guint i = 0; i < n; i++)
        add_event (old_builder, i, FALSE);
      old = ent_event_store_builder_end (old_builder);
      for (guint i = 0; i < n; i++)
        {
          guint32 row;
          g_autofree char *id = g_strdup_printf ("e%u", i);

          /* Most stay, some become others, some go. */
          fate[i] = (guint8) g_test_rand_int_range (0, 6);
          g_assert_true (ent_event_store_find_id (old, id, &row));
          gone[row] = fate[i] < 2;
          if (fate[i] == 0)
            add_event (added_builder, i, TRUE);
          if (fate[i] != 1)
            add_event (whole_builder, i, fate[i] == 0);
        }
      for (guint i = n; i < n + round % 3; i++)
        {
          add_event (added_builder, i, TRUE);
          add_event (whole_builder, i, TRUE);
        }
      added = ent_event_store_builder_end (added_builder);
      whole = ent_event_store_builder_end (whole_builder);
      replaced = ent_event_store_replace (old, gone, added);
      g_assert_cmpuint (ent_event_store_get_n_statements (replaced), ==, N_STATEMENTS);
      compare_stores (replaced, whole);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-store/replace", test_against_builder);
  return g_test_run ();
}
