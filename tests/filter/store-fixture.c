/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

#define MAX_ACCOUNTS 4
/* Few actors, so that random events share them. */
#define N_RANDOM_ACTORS 5
#define N_RANDOM_TOPICS 6

static const char * const random_actors[N_RANDOM_ACTORS] = { "CN", "US", "RU", "TW", "JP" };

EntVocabulary *
store_fixture_load_vocabulary (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load (folders, &error);

  g_assert_no_error (error);
  return vocabulary;
}

guint16
store_fixture_get_actor (const EntVocabulary *vocabulary,
                         const char          *id)
{
  guint16 actor = ENT_ACTOR_NONE;

  g_assert_true (ent_vocabulary_find_actor (vocabulary, id, &actor));
  return actor;
}

guint
store_fixture_get_topic (const EntVocabulary *vocabulary,
                         const char          *id)
{
  guint topic = 0;

  g_assert_true (ent_vocabulary_find_topic (vocabulary, id, &topic));
  return topic;
}

static void
add_statement (EntEventStoreBuilder *builder,
               guint                 number,
               const char           *issuer,
               const char           *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntStatement) statement = NULL;
  EntStatementInfo info = { 0 };

  info.id = g_strdup_printf ("s%u", number);
  info.issuer = g_strdup (issuer);
  statement = ent_statement_new (bytes, &info, NULL, 0);
  ent_event_store_builder_add_statement (builder, statement);
  ent_statement_info_clear (&info);
}

static EntRole
role_from_letter (char letter)
{
  return letter == 'r' ? ENT_ROLE_REPORTS : letter == 'a' ? ENT_ROLE_ANNOUNCES
                                                          : ENT_ROLE_MENTIONS;
}

static gsize
read_accounts (const EntVocabulary *vocabulary,
               const EventCase     *event,
               const StatementCase *statements,
               EntAccount          *accounts,
               EntSpan             *spans)
{
  g_auto (GStrv) parts = g_strsplit (event->accounts, " ", -1);
  gsize n = g_strv_length (parts);

  g_assert_cmpuint (n, <=, MAX_ACCOUNTS);
  for (gsize i = 0; i < n; i++)
    {
      EntAccount *account = &accounts[i];
      const char *issuer;
      const char *found;

      account->statement = (guint32) g_ascii_digit_value (parts[i][0]);
      account->role = (guint8) role_from_letter (parts[i][1]);
      issuer = statements[account->statement].issuer;
      account->issuer = issuer != NULL ? store_fixture_get_actor (vocabulary, issuer) : ENT_ACTOR_NONE;
      account->speaker = ENT_ACTOR_NONE;
      found = event->evidence != NULL ? strstr (statements[account->statement].text, event->evidence) : NULL;
      if (found == NULL)
        continue;
      spans[i].start = (guint32) (found - statements[account->statement].text);
      spans[i].end = spans[i].start + (guint32) strlen (event->evidence);
      account->evidence = &spans[i];
      account->n_evidence = 1;
    }
  return n;
}

static void
add_event (EntEventStoreBuilder *builder,
           const EntVocabulary  *vocabulary,
           const EventCase      *event,
           const StatementCase  *statements)
{
  g_auto (GStrv) actor_ids = g_strsplit (event->actors, " ", -1);
  g_auto (GStrv) topic_ids = g_strsplit (event->topics, " ", -1);
  guint16 actors[ENT_MAX_PARTICIPANTS];
  EntAccount accounts[MAX_ACCOUNTS] = { 0 };
  EntSpan spans[MAX_ACCOUNTS];
  const char *people[] = { event->person, NULL };
  EntEventRecord record = {
    .id = event->id,
    .title = event->id,
    .initiator = ENT_ACTOR_NONE,
    .host = ENT_ACTOR_NONE,
    .kind = (guint8) event->kind,
    .status = (guint8) event->status,
    .actors = actors,
    .people = people,
    .place = event->place,
    .accounts = accounts,
  };

  g_assert_true (ent_edtf_parse (event->date, strlen (event->date), &record.date, NULL));
  for (gsize i = 0; actor_ids[i] != NULL && *actor_ids[i] != '\0'; i++)
    actors[record.n_actors++] = store_fixture_get_actor (vocabulary, actor_ids[i]);
  for (gsize i = 0; topic_ids[i] != NULL && *topic_ids[i] != '\0'; i++)
    record.topics |= G_GUINT64_CONSTANT (1) << store_fixture_get_topic (vocabulary, topic_ids[i]);
  record.n_accounts = read_accounts (vocabulary, event, statements, accounts, spans);
  ent_event_store_builder_add_event (builder, &record);
}

EntEventStore *
store_fixture_new (EntVocabulary       *vocabulary,
                   const StatementCase *statements,
                   gsize                n_statements,
                   const EventCase     *events,
                   gsize                n_events)
{
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);

  for (gsize i = 0; i < n_statements; i++)
    add_statement (builder, (guint) i, statements[i].issuer, statements[i].text);
  for (gsize i = 0; i < n_events; i++)
    add_event (builder, vocabulary, &events[i], statements);
  return ent_event_store_builder_end (builder);
}

static EntEdtf
random_date (void)
{
  EntDay day = ent_day_from_ymd (2020, 1, 1) + g_test_rand_int_range (0, 400);
  EntEdtfPoint start = ent_edtf_point_day (day);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return ent_edtf_interval (start, ent_edtf_point_open ());
    case 1:
      return ent_edtf_interval (ent_edtf_point_open (), start);
    case 2:
      return ent_edtf_interval (start, ent_edtf_point_day (day + g_test_rand_int_range (0, 90)));
    case 3:
      return ent_edtf_point (ent_edtf_point_month (2020, (guint) g_test_rand_int_range (1, 13)));
    default:
      return ent_edtf_point (start);
    }
}

static guint64
random_topics (void)
{
  guint64 topics = 0;

  for (gint32 i = g_test_rand_int_range (0, 4); i > 0; i--)
    topics |= G_GUINT64_CONSTANT (1) << g_test_rand_int_range (0, N_RANDOM_TOPICS);
  return topics;
}

static gsize
random_event_actors (const EntVocabulary *vocabulary,
                     guint16             *actors)
{
  gsize n = 0;

  for (guint i = 0; i < N_RANDOM_ACTORS; i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        actors[n++] = store_fixture_get_actor (vocabulary, random_actors[i]);
    }
  return n;
}

EntEventStore *
store_fixture_new_random (EntVocabulary *vocabulary,
                          guint          n_statements,
                          guint          n_events)
{
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  g_autofree guint16 *issuers = g_new (guint16, n_statements);

  for (guint i = 0; i < n_statements; i++)
    {
      gint32 issuer = g_test_rand_int_range (-1, N_RANDOM_ACTORS);

      issuers[i] = issuer < 0 ? ENT_ACTOR_NONE : store_fixture_get_actor (vocabulary, random_actors[issuer]);
      add_statement (builder, i, issuer < 0 ? NULL : random_actors[issuer], "");
    }
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      guint16 actors[N_RANDOM_ACTORS];
      EntAccount accounts[MAX_ACCOUNTS] = { 0 };
      EntEventRecord record = { .id = id, .title = id, .actors = actors, .accounts = accounts };

      record.date = random_date ();
      record.topics = random_topics ();
      record.initiator = record.host = ENT_ACTOR_NONE;
      record.kind = (guint8) g_test_rand_int_range (0, ENT_N_KINDS);
      record.status = (guint8) g_test_rand_int_range (0, ENT_N_STATUSES);
      record.assertion = (guint8) g_test_rand_int_range (0, ENT_N_ASSERTIONS);
      record.n_actors = random_event_actors (vocabulary, actors);
      record.n_accounts = (gsize) g_test_rand_int_range (1, MAX_ACCOUNTS + 1);
      for (gsize j = 0; j < record.n_accounts; j++)
        {
          accounts[j].statement = (guint32) g_test_rand_int_range (0, (gint32) n_statements);
          accounts[j].issuer = issuers[accounts[j].statement];
          accounts[j].speaker = ENT_ACTOR_NONE;
          accounts[j].role = (guint8) g_test_rand_int_range (0, ENT_N_ROLES);
        }
      ent_event_store_builder_add_event (builder, &record);
    }
  return ent_event_store_builder_end (builder);
}
