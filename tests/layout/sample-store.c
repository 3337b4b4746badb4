/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-store.h"

#include <string.h>

#include "model/event-store-builder.h"

/* An event: its date as EDTF, people and place as the title wants them, topics by id. Roles are
 * 'r' reports, 'm' mentions; the statement is of the day "on", by the side "by". */
typedef struct
{
  const char *date;
  EntKind kind;
  const char *people;
  const char *place;
  const char *topics;
  EntLevel level;
  EntStatus status;
  EntAssertion assertion;
  EntEventDateBasis basis;
  const char *on;
  const char *actors;
} SampleEvent;

#define OCCURRED ENT_STATUS_OCCURRED, ENT_ASSERTION_STATED, ENT_EVENT_DATE_EXPLICIT
#define PLANNED ENT_STATUS_PLANNED, ENT_ASSERTION_STATED, ENT_EVENT_DATE_EXPLICIT
#define BOTH "CN US"

static const SampleEvent events[] = {
  { "2022-07-28", ENT_KIND_CALL, "Xi Jinping|Joe Biden", NULL, "relations taiwan trade ai climate", ENT_LEVEL_LEADER,
    OCCURRED, "2022-07-28", BOTH },
  { "2022-08-02/2022-08-03", ENT_KIND_VISIT, "Nancy Pelosi", "Taipei", "taiwan", ENT_LEVEL_SENIOR, OCCURRED,
    "2022-08-03", "TW US" },
  { "2022-08-04/2022-08-07", ENT_KIND_MILITARY, NULL, "Taiwan", "taiwan posture", ENT_LEVEL_NONE, OCCURRED,
    "2022-08-05", "CN TW" },
  { "2022-08-05", ENT_KIND_SUSPENSION, NULL, NULL, "milmil", ENT_LEVEL_NONE, OCCURRED, "2022-08-05", BOTH },
  { "2022-08-05", ENT_KIND_SUSPENSION, NULL, NULL, "drugs", ENT_LEVEL_NONE, OCCURRED, "2022-08-05", BOTH },
  { "2022-10-07", ENT_KIND_SANCTION, NULL, NULL, "sanctions tech", ENT_LEVEL_NONE, OCCURRED, "2022-10-08", BOTH },
  { "2022-11-14", ENT_KIND_SUMMIT, "Xi Jinping|Joe Biden", "Bali", "relations taiwan trade milmil climate ukraine",
    ENT_LEVEL_LEADER, OCCURRED, "2022-11-14", BOTH },
  { "2023-02-05", ENT_KIND_VISIT, "Antony Blinken", "Beijing", "relations", ENT_LEVEL_MINISTER, ENT_STATUS_DENIED,
    ENT_ASSERTION_STATED, ENT_EVENT_DATE_EXPLICIT, "2023-02-03", BOTH },
  { "2023-02-18", ENT_KIND_MEETING, "Wang Yi|Antony Blinken", "Munich", "taiwan milmil ukraine", ENT_LEVEL_MINISTER,
    OCCURRED, "2023-02-19", BOTH },
  { "2023-05-10/2023-05-11", ENT_KIND_MEETING, "Wang Yi|Jake Sullivan", "Vienna", "taiwan ukraine", ENT_LEVEL_SENIOR,
    OCCURRED, "2023-05-11", BOTH },
  { "2023-06-18/2023-06-19", ENT_KIND_VISIT, "Antony Blinken", "Beijing", "relations taiwan milmil drugs people",
    ENT_LEVEL_MINISTER, OCCURRED, "2023-06-19", BOTH },
  { "2023-07-06/2023-07-09", ENT_KIND_VISIT, "Janet Yellen", "Beijing", "trade finance", ENT_LEVEL_MINISTER, OCCURRED,
    "2023-07-09", BOTH },
  { "2023-07-16/2023-07-19", ENT_KIND_VISIT, "John Kerry", "Beijing", "climate", ENT_LEVEL_SENIOR, OCCURRED,
    "2023-07-19", "US" },
  { "2023-08-09", ENT_KIND_SANCTION, NULL, NULL, "sanctions finance", ENT_LEVEL_NONE, OCCURRED, "2023-08-10", BOTH },
  { "2023-08-28", ENT_KIND_MEETING, "Gina Raimondo|Wang Wentao", NULL, "trade sanctions", ENT_LEVEL_MINISTER, OCCURRED,
    "2023-08-28", BOTH },
  { "2023-10-17", ENT_KIND_SANCTION, NULL, NULL, "sanctions tech ai", ENT_LEVEL_NONE, OCCURRED, "2023-10-18", BOTH },
  { "2023-11-14", ENT_KIND_STATEMENT, NULL, "Sunnylands", "climate", ENT_LEVEL_NONE, OCCURRED, "2023-11-15", BOTH },
  { "2023-11-15", ENT_KIND_SUMMIT, "Xi Jinping|Joe Biden", "Woodside",
    "relations taiwan milmil trade ai drugs climate people", ENT_LEVEL_LEADER, OCCURRED, "2023-11-15", BOTH },
  { "2023-12-21", ENT_KIND_CALL, "Charles Brown|Liu Zhenli", NULL, "milmil", ENT_LEVEL_SENIOR, OCCURRED,
    "2023-12-21", BOTH },
  { "2024-01-26/2024-01-27", ENT_KIND_MEETING, "Wang Yi|Jake Sullivan", "Bangkok", "taiwan", ENT_LEVEL_SENIOR,
    OCCURRED, "2024-01-27", BOTH },
  { "2024-01-30", ENT_KIND_MEETING, NULL, "Beijing", "drugs", ENT_LEVEL_WORKING, OCCURRED, "2024-01-30", BOTH },
  { "2024-04-02", ENT_KIND_CALL, "Xi Jinping|Joe Biden", NULL,
    "relations taiwan milmil trade sanctions ai drugs climate regions rights", ENT_LEVEL_LEADER, OCCURRED,
    "2024-04-02", BOTH },
  { "2024-04-04/2024-04-09", ENT_KIND_VISIT, "Janet Yellen", "Guangzhou", "trade finance", ENT_LEVEL_MINISTER, OCCURRED,
    "2024-04-08", BOTH },
  { "2024-04-24/2024-04-26", ENT_KIND_VISIT, "Antony Blinken", "Beijing", "ai drugs ukraine", ENT_LEVEL_MINISTER,
    OCCURRED, "2024-04-26", BOTH },
  { "2024-05-14", ENT_KIND_SANCTION, NULL, NULL, "trade", ENT_LEVEL_NONE, OCCURRED, "2024-05-14", BOTH },
  { "2024-05-14", ENT_KIND_MEETING, NULL, "Geneva", "ai", ENT_LEVEL_WORKING, OCCURRED, "2024-05-15", "CN" },
  { "2024-05/2024-06~", ENT_KIND_CALL, "Dong Jun|Lloyd Austin", NULL, "milmil", ENT_LEVEL_MINISTER, PLANNED,
    "2024-04-16", "CN" },
  { "2023-03", ENT_KIND_PROTEST, NULL, NULL, "taiwan", ENT_LEVEL_NONE, ENT_STATUS_OCCURRED, ENT_ASSERTION_ALLEGED,
    ENT_EVENT_DATE_RELATIVE, "2023-04-02", BOTH },
  { "2023-12-31", ENT_KIND_DELIVERY, NULL, NULL, "people", ENT_LEVEL_NONE, ENT_STATUS_OCCURRED, ENT_ASSERTION_STATED,
    ENT_EVENT_DATE_STATEMENT, "2023-12-31", BOTH },
  { "2024-04-02/..", ENT_KIND_COMMITMENT, NULL, NULL, "drugs", ENT_LEVEL_NONE, PLANNED, "2024-04-02", BOTH },
  { "2024-04-02/..", ENT_KIND_COMMITMENT, NULL, NULL, "ai", ENT_LEVEL_NONE, PLANNED, "2024-04-02", BOTH },
  { "2024-04-02/..", ENT_KIND_COMMITMENT, NULL, NULL, "milmil", ENT_LEVEL_NONE, PLANNED, "2024-04-02", BOTH },
  { "2024-04-02/..", ENT_KIND_WARNING, NULL, NULL, "taiwan", ENT_LEVEL_NONE, PLANNED, "2024-04-02", BOTH },
  { "2022-11-14/..", ENT_KIND_COMMITMENT, NULL, NULL, "climate", ENT_LEVEL_NONE, PLANNED, "2022-11-14", BOTH },
  { "2022-11-14/..", ENT_KIND_COMMITMENT, NULL, NULL, "relations", ENT_LEVEL_NONE, PLANNED, "2022-11-14", BOTH },
  { "1979/..", ENT_KIND_RECOGNITION, NULL, NULL, "relations", ENT_LEVEL_NONE, OCCURRED, "2024-04-02", BOTH },
  { "../2025-05-14", ENT_KIND_AGREEMENT, NULL, NULL, "trade", ENT_LEVEL_NONE, PLANNED, "2024-04-02", BOTH },
};

static EntVocabulary *
load_vocabulary (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char *folders[] = { folder, NULL };
  EntVocabulary *vocabulary = ent_vocabulary_load (folders, &error);

  g_assert_no_error (error);
  return vocabulary;
}

static EntEdtf
parse_date (const char *text)
{
  EntEdtf date = { 0 };
  g_autoptr (GError) error = NULL;

  ent_edtf_parse (text, strlen (text), &date, &error);
  g_assert_no_error (error);
  return date;
}

static guint32
add_statement (EntEventStoreBuilder *builder,
               const char           *id,
               const char           *date,
               const char           *issuer)
{
  g_autoptr (GBytes) text = g_bytes_new (id, strlen (id));
  EntStatementInfo info = { .id = (char *) id, .issuer = (char *) issuer, .date = parse_date (date),
                            .date_basis = ENT_DATE_BASIS_METADATA };
  g_autoptr (EntStatement) statement = ent_statement_new (text, &info, NULL, 0);

  return ent_event_store_builder_add_statement (builder, statement);
}

static guint16
find_actor (const EntVocabulary *vocabulary,
            const char          *id)
{
  guint16 actor = ENT_ACTOR_NONE;

  g_assert_true (ent_vocabulary_find_actor (vocabulary, id, &actor));
  return actor;
}

static guint64
find_topics (const EntVocabulary *vocabulary,
             const char          *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  guint64 mask = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint topic = 0;
      g_assert_true (ent_vocabulary_find_topic (vocabulary, parts[i], &topic));
      mask |= G_GUINT64_CONSTANT (1) << topic;
    }
  return mask;
}

static void
add_event (EntEventStoreBuilder *builder,
           EntVocabulary        *vocabulary,
           const SampleEvent    *event,
           const char           *id,
           guint32               statement)
{
  g_auto (GStrv) people = g_strsplit (event->people != NULL ? event->people : "", "|", -1);
  g_auto (GStrv) actor_ids = g_strsplit (event->actors, " ", -1);
  guint16 actors[4];
  EntSpan evidence = { 0, 1 };
  EntAccount account = { .date = parse_date (event->date), .topics = find_topics (vocabulary, event->topics),
                         .statement = statement, .issuer = find_actor (vocabulary, "CN"), .speaker = ENT_ACTOR_NONE,
                         .role = ENT_ROLE_REPORTS, .assertion = event->assertion, .evidence = &evidence,
                         .n_evidence = 1 };
  EntEventRecord record = { .id = id, .title = id, .date = account.date, .topics = account.topics,
                            .initiator = ENT_ACTOR_NONE, .host = ENT_ACTOR_NONE, .kind = event->kind,
                            .status = event->status, .assertion = event->assertion, .level = event->level,
                            .basis = event->basis, .people = (const char * const *) people, .place = event->place,
                            .actors = actors, .accounts = &account, .n_accounts = 1 };

  for (guint i = 0; actor_ids[i] != NULL; i++)
    actors[record.n_actors++] = find_actor (vocabulary, actor_ids[i]);
  if (event->kind == ENT_KIND_COMMITMENT || event->kind == ENT_KIND_WARNING)
    account.role = ENT_ROLE_ANNOUNCES;
  ent_event_store_builder_add_event (builder, &record);
}

static SampleStore *
finish (EntVocabulary        *vocabulary,
        EntEventStoreBuilder *builder)
{
  SampleStore *sample = g_new0 (SampleStore, 1);
  guint16 sides[2] = { find_actor (vocabulary, "CN"), find_actor (vocabulary, "US") };
  g_autoptr (EntFilter) all = ent_filter_new ();

  sample->vocabulary = vocabulary;
  sample->store = ent_event_store_builder_end (builder);
  sample->index = ent_filter_index_new (sample->store);
  sample->filter = ent_filter_with_between (all, sides, 2, FALSE);
  sample->rows = ent_row_set_new_all (ent_event_store_get_n_events (sample->store));
  return sample;
}

/* Statements of each side, a few a month: enough to claim silences by. */
static void
add_other_statements (EntEventStoreBuilder *builder)
{
  EntDay first = ent_day_from_ymd (2021, 3, 3);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *id = g_strdup_printf ("other-%u", i);
      EntEdtf date = ent_edtf_day (first + (EntDay) (i * 13 + (i * i) % 9));
      g_autofree char *words = ent_edtf_to_string (date);
      add_statement (builder, id, words, i % 3 == 0 ? "US" : "CN");
    }
}

SampleStore *
sample_store_new (void)
{
  EntVocabulary *vocabulary = load_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  g_autoptr (GHashTable) statements = g_hash_table_new (g_str_hash, g_str_equal);

  add_other_statements (builder);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      gpointer statement = NULL;
      if (!g_hash_table_lookup_extended (statements, events[i].on, NULL, &statement))
        {
          g_autofree char *statement_id = g_strconcat ("statement-", events[i].on, NULL);
          statement = GUINT_TO_POINTER (add_statement (builder, statement_id, events[i].on, i % 2 == 0 ? "CN" : "US"));
          g_hash_table_insert (statements, (gpointer) events[i].on, statement);
        }
      add_event (builder, vocabulary, &events[i], id, GPOINTER_TO_UINT (statement));
    }
  return finish (vocabulary, builder);
}

/* Now and then a month, or a span to the end of the year. */
static char *
dup_random_date (gint32       form,
                 EntCivilDate date)
{
  if (form == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  if (form == 1)
    return g_strdup_printf ("%04d-%02d-%02d/%04d-12-31", date.year, date.month, date.day, date.year);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

SampleStore *
sample_store_new_random (GRand *random,
                         guint  n,
                         guint  years)
{
  static const char * const people[] = { "Xi Jinping|Joe Biden", "Wang Yi|Antony Blinken", "Janet Yellen", NULL };
  static const char * const topics[] = { "taiwan", "trade relations", "milmil taiwan", "ai climate drugs trade",
                                        "sanctions" };
  EntVocabulary *vocabulary = load_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  guint32 statement = add_statement (builder, "statement", "2020-01-01", "CN");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      EntDay day = ent_day_from_ymd (1990, 1, 1) + g_rand_int_range (random, 0, (gint32) years * 365);
      EntCivilDate date = ent_civil_date_from_day (day);
      gint32 form = g_rand_int_range (random, 0, 10);
      g_autofree char *words = dup_random_date (form, date);
      SampleEvent event = { .date = words, .actors = BOTH, .place = i % 3 == 0 ? "Beijing" : NULL };
      event.kind = (EntKind) g_rand_int_range (random, 0, ENT_N_KINDS);
      event.people = people[g_rand_int_range (random, 0, G_N_ELEMENTS (people))];
      event.topics = topics[g_rand_int_range (random, 0, G_N_ELEMENTS (topics))];
      event.level = (EntLevel) g_rand_int_range (random, 0, ENT_N_LEVELS);
      event.status = (EntStatus) g_rand_int_range (random, 0, ENT_N_STATUSES);
      add_event (builder, vocabulary, &event, id, statement);
    }
  return finish (vocabulary, builder);
}

void
sample_store_free (SampleStore *sample)
{
  ent_row_set_unref (sample->rows);
  ent_filter_unref (sample->filter);
  ent_filter_index_unref (sample->index);
  ent_event_store_unref (sample->store);
  ent_vocabulary_unref (sample->vocabulary);
  g_free (sample);
}

static void
measure (EntTextRole  role,
         const char  *text,
         double      *width,
         double      *height,
         gpointer     data)
{
  *width = g_utf8_strlen (text, -1) * (role == ENT_TEXT_LABEL_BOLD ? 7.0 : 6.5);
  *height = 17.0;
}

EntSceneRequest
sample_store_request (const SampleStore *sample,
                      double             width,
                      double             height)
{
  EntSceneRequest request = {
    .index = sample->index,
    .filter = sample->filter,
    .rows = sample->rows,
    .width = width,
    .height = height,
    .lanes = ENT_LANES_TOPIC,
    .selected = ENT_ROW_NONE,
    .today = ENT_DAY_OPEN_START,
    .overview = TRUE,
    .measure = { measure, NULL },
  };
  const EntEventColumns *columns = ent_event_store_get_columns (sample->store);
  EntDay first = ENT_DAY_OPEN_END;
  EntDay last = ENT_DAY_OPEN_START;

  for (guint row = 0; row < columns->n; row++)
    {
      if (columns->earliest[row] == ENT_DAY_OPEN_START || columns->latest[row] == ENT_DAY_OPEN_END)
        continue;
      first = MIN (first, columns->earliest[row]);
      last = MAX (last, columns->latest[row]);
    }
  request.scale = ent_time_scale_fit (first, last, width - ent_scene_get_name_width (&request), 60.0);
  return request;
}
