/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hand-made.h"
#include "model/event-store-builder.h"

#define N_RANDOM 300
#define MOST_ACTORS 5
#define MOST_PEOPLE 3
#define MOST_ACCOUNTS 3

/* An event as plainly as can be, with the memory of all that its record points to. */
typedef struct
{
  EntEventRecord record;
  char id[24];
  char title[32];
  guint16 actors[MOST_ACTORS];
  const char *people[MOST_PEOPLE + 1];
  EntAccount accounts[MOST_ACCOUNTS];
  EntSpan evidence[MOST_ACCOUNTS][2];
  EntTopicSpan topic_spans[MOST_ACCOUNTS][2];
  const char *tone_words[MOST_ACCOUNTS][2];
} PlainEvent;

static guint32
random_below (guint32 n)
{
  return (guint32) g_test_rand_int_range (0, (gint32) n);
}

static EntEdtf
make_random_date (void)
{
  static const char * const dates[] = {
    "1979", "2022-11", "2022-11-14", "2022-11-14T09:00:00+02:00", "2022-11-14/2022-11-16", "../2022-11-14",
    "2022-11-14/..", "197X", "-0043", "2022-21", "2022-11~", "2022-11-15",
  };
  EntEdtf date = { 0 };
  const char *text = dates[random_below (G_N_ELEMENTS (dates))];

  if (random_below (3) == 0)
    return ent_edtf_day (ent_day_from_ymd (2022, 1 + random_below (12), 1 + random_below (28)));
  g_assert_true (ent_edtf_parse (text, strlen (text), &date, NULL));
  return date;
}

static void
make_account (PlainEvent *event,
              guint       i,
              guint       n_statements)
{
  static const char * const words[] = { "candid", "in-depth", NULL };

  for (guint j = 0; j < 2; j++)
    {
      event->evidence[i][j] = (EntSpan) { j * 100 + random_below (50), j * 100 + 60 };
      event->topic_spans[i][j].span = event->evidence[i][j];
      event->topic_spans[i][j].topic = (guint8) random_below (24);
    }
  event->tone_words[i][0] = words[random_below (3)];
  event->accounts[i] = (EntAccount) {
    .date = make_random_date (),
    .topics = random_below (1 << 20),
    .statement = random_below (n_statements),
    .issuer = (guint16) random_below (200),
    .speaker = ENT_ACTOR_NONE,
    .role = (guint8) random_below (ENT_N_ROLES),
    .assertion = (guint8) random_below (ENT_N_ASSERTIONS),
    .evidence = event->evidence[i],
    .n_evidence = random_below (3),
    .topic_spans = event->topic_spans[i],
    .n_topic_spans = random_below (3),
    .tone_words = event->tone_words[i],
    .explanation = random_below (2) ? "a rule" : NULL,
  };
}

static void
make_event (PlainEvent *event,
            guint       number,
            guint       n_statements)
{
  static const char * const people[] = { "Xi Jinping", "Joe Biden", "Wang Yi" };
  EntEventRecord *record = &event->record;

  memset (event, 0, sizeof *event);
  g_snprintf (event->id, sizeof event->id, "%08x%u", (guint) g_test_rand_int (), number);
  g_snprintf (event->title, sizeof event->title, "Title %u", random_below (20));
  record->id = event->id;
  record->title = event->title;
  record->date = make_random_date ();
  record->topics = random_below (1 << 20);
  record->initiator = (guint16) random_below (200);
  record->host = random_below (2) ? ENT_ACTOR_NONE : (guint16) random_below (200);
  record->kind = (guint8) random_below (ENT_N_KINDS);
  record->status = (guint8) random_below (ENT_N_STATUSES);
  record->assertion = (guint8) random_below (ENT_N_ASSERTIONS);
  record->level = (guint8) random_below (ENT_N_LEVELS);
  record->basis = (guint8) random_below (ENT_N_EVENT_DATES);
  record->doubts = (guint8) random_below (1 << ENT_N_DOUBTS);
  record->n_actors = random_below (MOST_ACTORS + 1);
  for (gsize i = 0; i < record->n_actors; i++)
    event->actors[i] = (guint16) (i * 40 + random_below (40));
  record->actors = event->actors;
  for (guint i = 0, n = random_below (MOST_PEOPLE + 1); i < n; i++)
    event->people[i] = people[i];
  record->people = random_below (5) == 0 ? NULL : event->people;
  record->place = random_below (2) ? "Bali" : NULL;
  record->n_accounts = random_below (MOST_ACCOUNTS + 1);
  for (guint i = 0; i < record->n_accounts; i++)
    make_account (event, i, n_statements);
  record->accounts = event->accounts;
}

static const char *
get_first_actor (const EntEventRecord *record,
                 const EntVocabulary  *vocabulary)
{
  const char *first = NULL;

  for (gsize i = 0; i < record->n_actors; i++)
    {
      const char *id = ent_vocabulary_get_actor (vocabulary, record->actors[i])->id;

      if (first == NULL || strcmp (id, first) < 0)
        first = id;
    }
  return first != NULL ? first : "\x7f";
}

/* The header's order, said once more. */
static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const EntEventRecord *record_a = &((const PlainEvent *) a)->record;
  const EntEventRecord *record_b = &((const PlainEvent *) b)->record;
  gint64 order = (gint64) ent_edtf_earliest (record_a->date) - ent_edtf_earliest (record_b->date);

  if (order == 0)
    order = (gint64) ent_edtf_latest (record_a->date) - ent_edtf_latest (record_b->date);
  if (order == 0)
    order = (gint64) record_a->kind - record_b->kind;
  if (order == 0)
    order = strcmp (get_first_actor (record_a, data), get_first_actor (record_b, data));
  if (order == 0)
    order = strcmp (record_a->id, record_b->id);
  return order < 0 ? -1 : order > 0;
}

static guint
count_words (const char * const *words)
{
  return words != NULL ? g_strv_length ((char **) words) : 0;
}

static void
check_account (const EntEventStore *store,
               guint32              row,
               guint                number,
               const EntAccount    *expected)
{
  EntAccount account;

  ent_event_store_get_account (store, row, number, &account);
  g_assert_true (ent_edtf_equal (account.date, expected->date));
  g_assert_cmpuint (account.topics, ==, expected->topics);
  g_assert_cmpuint (account.statement, ==, expected->statement);
  g_assert_cmpuint (account.issuer, ==, expected->issuer);
  g_assert_cmpuint (account.speaker, ==, expected->speaker);
  g_assert_cmpuint (account.role, ==, expected->role);
  g_assert_cmpuint (account.assertion, ==, expected->assertion);
  g_assert_cmpmem (account.evidence, account.n_evidence * sizeof (EntSpan), expected->evidence,
                   expected->n_evidence * sizeof (EntSpan));
  g_assert_cmpuint (account.n_topic_spans, ==, expected->n_topic_spans);
  for (gsize i = 0; i < account.n_topic_spans; i++)
    g_assert_cmpuint (account.topic_spans[i].topic, ==, expected->topic_spans[i].topic);
  g_assert_cmpuint (count_words (account.tone_words), ==, count_words (expected->tone_words));
  for (guint i = 0; i < count_words (account.tone_words); i++)
    g_assert_cmpstr (account.tone_words[i], ==, expected->tone_words[i]);
  g_assert_cmpstr (account.explanation, ==, expected->explanation);
}

static void
check_row (const EntEventStore *store,
           guint32              row,
           const PlainEvent    *expected)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntEventRecord *record = &expected->record;
  const char * const *people = ent_event_store_get_people (store, row);

  g_assert_cmpstr (ent_event_store_get_id (store, row), ==, record->id);
  g_assert_cmpstr (ent_event_store_get_title (store, row), ==, record->title);
  g_assert_cmpstr (ent_event_store_get_place (store, row), ==, record->place);
  g_assert_true (ent_edtf_equal (ent_event_store_get_date (store, row), record->date));
  g_assert_cmpuint (ent_event_store_get_initiator (store, row), ==, record->initiator);
  g_assert_cmpuint (ent_event_store_get_host (store, row), ==, record->host);
  g_assert_cmpint (columns->earliest[row], ==, ent_edtf_earliest (record->date));
  g_assert_cmpint (columns->latest[row], ==, ent_edtf_latest (record->date));
  g_assert_cmpint (ent_row_set_contains (ent_event_store_get_placed (store), row), ==,
                   ent_edtf_earliest (record->date) != ENT_DAY_OPEN_START
                     && ent_edtf_latest (record->date) != ENT_DAY_OPEN_END
                     && record->date.start.precision > ENT_EDTF_CENTURY);
  gint16 zone;
  gint32 second = ent_event_store_get_second (store, row, &zone);
  if (record->date.start.precision == ENT_EDTF_TIME)
    {
      g_assert_cmpint (second, ==, 9 * 60 * 60);
      g_assert_cmpint (zone, ==, 120);
    }
  else
    {
      g_assert_cmpint (second, ==, ENT_SECOND_NONE);
      g_assert_cmpint (zone, ==, ENT_ZONE_NONE);
    }
  g_assert_cmpuint (columns->topics[row], ==, record->topics);
  g_assert_cmpuint (columns->kind[row], ==, record->kind);
  g_assert_cmpuint (columns->status[row], ==, record->status);
  g_assert_cmpuint (columns->assertion[row], ==, record->assertion);
  g_assert_cmpuint (columns->level[row], ==, record->level);
  g_assert_cmpuint (columns->basis[row], ==, record->basis);
  g_assert_cmpuint (columns->doubts[row], ==, record->doubts);
  g_assert_cmpmem (columns->actors + columns->actors_start[row],
                   (columns->actors_start[row + 1] - columns->actors_start[row]) * sizeof (guint16), record->actors,
                   record->n_actors * sizeof (guint16));
  for (guint16 actor = 0; actor < 200; actor++)
    {
      gboolean takes_part = FALSE;

      for (gsize i = 0; i < record->n_actors; i++)
        takes_part |= record->actors[i] == actor;
      g_assert_cmpint (ent_event_store_has_actor (store, row, actor), ==, takes_part);
    }
  g_assert_cmpuint (count_words (people), ==, count_words (record->people));
  for (guint i = 0; people[i] != NULL; i++)
    g_assert_cmpstr (people[i], ==, record->people[i]);
  g_assert_cmpuint (ent_event_store_get_n_accounts (store, row), ==, record->n_accounts);
  for (guint i = 0; i < record->n_accounts; i++)
    {
      check_account (store, row, i, &record->accounts[i]);
      g_assert_cmpuint (ent_event_store_row_of_account (store, columns->accounts_start[row] + i), ==, row);
    }
}

static void
check_searches (const EntEventStore *store)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  for (guint i = 0; i < 200; i++)
    {
      EntDay day = ent_day_from_ymd (2021, 12, 1) + g_test_rand_int_range (0, 500);
      guint32 first = 0;
      guint32 end = 0;

      if (i < 2)
        day = i == 0 ? ENT_DAY_OPEN_START : ENT_DAY_OPEN_END;
      while (first < columns->n && columns->latest[first] < day)
        first++;
      while (end < columns->n && columns->earliest[end] <= day)
        end++;
      g_assert_cmpuint (ent_event_store_first_row_at (store, day), ==, first);
      g_assert_cmpuint (ent_event_store_end_row_at (store, day), ==, end);
    }
}

/* Random events against an array of records, sorted by comparing. */
static void
test_random (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  static const char * const issuers[] = { "CN", "US", "nowhere", NULL };

  for (guint round = 0; round < 20; round++)
    {
      guint n = random_below (N_RANDOM);
      g_autofree PlainEvent *events = g_new0 (PlainEvent, n + 1);
      g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
      g_autoptr (EntEventStore) store = NULL;
      guint32 row;

      for (guint i = 0; i < G_N_ELEMENTS (issuers); i++)
        {
          g_autoptr (EntStatement) statement = hand_made_statement ("s", issuers[i], NULL);

          g_assert_cmpuint (ent_event_store_builder_add_statement (builder, statement), ==, i);
        }
      for (guint i = 0; i < n; i++)
        {
          make_event (&events[i], i, G_N_ELEMENTS (issuers));
          ent_event_store_builder_add_event (builder, &events[i].record);
        }
      store = ent_event_store_builder_end (builder);

      /* The records point into the array: they are told where their event went. */
      g_qsort_with_data (events, (int) n, sizeof (PlainEvent), compare_events, vocabulary);
      g_assert_cmpuint (ent_event_store_get_n_events (store), ==, n);
      for (guint i = 0; i < n; i++)
        {
          PlainEvent *event = &events[i];

          event->record.id = event->id;
          event->record.title = event->title;
          event->record.actors = event->actors;
          event->record.people = event->record.people != NULL ? event->people : NULL;
          event->record.accounts = event->accounts;
          for (guint j = 0; j < event->record.n_accounts; j++)
            {
              event->accounts[j].evidence = event->evidence[j];
              event->accounts[j].topic_spans = event->topic_spans[j];
              event->accounts[j].tone_words = event->tone_words[j];
            }
          check_row (store, i, event);
          g_assert_true (ent_event_store_find_id (store, event->id, &row));
          g_assert_cmpuint (row, ==, i);
        }
      g_assert_false (ent_event_store_find_id (store, "no such id", &row));
      check_searches (store);
    }
}

static void
test_statements (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  g_autoptr (EntStatement) known = hand_made_statement ("a", "US", NULL);
  g_autoptr (EntStatement) unknown = hand_made_statement ("b", "nowhere", NULL);
  g_autoptr (EntEventStore) store = NULL;
  guint16 us;

  g_assert_true (ent_vocabulary_find_actor (vocabulary, "US", &us));
  ent_event_store_builder_add_statement (builder, known);
  ent_event_store_builder_add_statement (builder, unknown);
  store = ent_event_store_builder_end (builder);
  g_assert_cmpuint (ent_event_store_get_n_statements (store), ==, 2);
  g_assert_true (ent_event_store_get_statement (store, 1) == unknown);
  g_assert_cmpuint (ent_event_store_get_issuer (store, 0), ==, us);
  g_assert_cmpuint (ent_event_store_get_issuer (store, 1), ==, ENT_ACTOR_NONE);
}

static void
test_empty (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  g_autoptr (EntEventStore) store = ent_event_store_builder_end (builder);

  g_assert_cmpuint (ent_event_store_get_n_events (store), ==, 0);
  g_assert_cmpuint (ent_event_store_get_columns (store)->accounts_start[0], ==, 0);
  g_assert_cmpuint (ent_event_store_get_n_statements (store), ==, 0);
  g_assert_cmpuint (ent_event_store_first_row_at (store, 0), ==, 0);
  g_assert_cmpuint (ent_event_store_end_row_at (store, 0), ==, 0);
  g_assert_cmpuint (ent_event_store_row_of_account (store, 0), ==, 0);
  g_assert_false (ent_event_store_find_id (store, "x", NULL));
}

/* As many as a long collection has, over a century. */
static void
test_many (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  g_autoptr (EntEventStore) store = NULL;
  const EntEventColumns *columns;
  guint32 row;

  for (guint i = 0; i < 100000; i++)
    {
      guint16 actors[2] = { (guint16) (i % 100), (guint16) (100 + i % 7) };
      char id[16];
      EntEventRecord record = {
        .id = id,
        .title = "A title",
        .date = ent_edtf_day (g_test_rand_int_range (-10000, 20000)),
        .topics = i,
        .kind = i % ENT_N_KINDS,
        .actors = actors,
        .n_actors = 2,
      };

      g_snprintf (id, sizeof id, "%x", i);
      ent_event_store_builder_add_event (builder, &record);
    }
  store = ent_event_store_builder_end (builder);
  columns = ent_event_store_get_columns (store);
  g_assert_cmpuint (columns->n, ==, 100000);
  for (row = 1; row < columns->n; row++)
    {
      g_assert_cmpint (columns->earliest[row - 1], <=, columns->earliest[row]);
      if (columns->earliest[row - 1] == columns->earliest[row])
        g_assert_cmpuint (columns->kind[row - 1], <=, columns->kind[row]);
    }
  g_assert_true (ent_event_store_find_id (store, "1869f", &row));
  g_assert_cmpuint (columns->topics[row], ==, 99999);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-store/random", test_random);
  g_test_add_func ("/event-store/statements", test_statements);
  g_test_add_func ("/event-store/empty", test_empty);
  g_test_add_func ("/event-store/many", test_many);
  return g_test_run ();
}
