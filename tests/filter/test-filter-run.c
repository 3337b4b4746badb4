/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/filter-run.h"

#include <string.h>

#include "model/event-store-builder.h"
#include "store-fixture.h"

#define RANDOM_STORES 8
#define FILTERS_A_STORE 40
#define N_RANDOM_VALUES 6

static const StatementCase statements[] = {
  { "CN", "On April 2 the presidents spoke by phone. They recalled the meeting in San Francisco." },
  { "US", "The two leaders spoke. The United States imposed controls on chips. 双方就台湾问题交换意见。" },
  { "RU", "Russia and China held an exercise." },
  { NULL, "A congress was told of the chips." },
};

static const EventCase events[] = {
  { "summit", "2023-11-15", ENT_KIND_SUMMIT, ENT_STATUS_OCCURRED, "CN US", "relations taiwan", "San Francisco",
    "Joe Biden", "0m 1m", "meeting in San Francisco" },
  { "call", "2024-04-02", ENT_KIND_CALL, ENT_STATUS_OCCURRED, "CN US", "taiwan trade", NULL, "Xi Jinping", "0r 1r",
    "presidents spoke" },
  { "controls", "2022-10", ENT_KIND_SANCTION, ENT_STATUS_OCCURRED, "US", "tech", NULL, NULL, "1m 3m",
    "imposed controls on chips. 双方就台湾问题" },
  { "exercise", "2024-05/2024-06", ENT_KIND_MILITARY, ENT_STATUS_PLANNED, "CN RU", "milmil", NULL, NULL, "2r",
    "an exercise" },
  { "promise", "2024-04-02/..", ENT_KIND_COMMITMENT, ENT_STATUS_PLANNED, "CN", "climate taiwan", NULL, NULL, "0a",
    NULL },
  { "old", "../1979", ENT_KIND_STATEMENT, ENT_STATUS_OCCURRED, "TW", "", NULL, NULL, "3m", NULL },
};

typedef struct
{
  EntVocabulary *vocabulary;
  EntEventStore *store;
  EntFilterIndex *index;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->vocabulary = store_fixture_load_vocabulary ();
  fixture->store = store_fixture_new (fixture->vocabulary, statements, G_N_ELEMENTS (statements), events,
                                      G_N_ELEMENTS (events));
  fixture->index = ent_filter_index_new (fixture->store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ent_filter_index_unref (fixture->index);
  ent_event_store_unref (fixture->store);
  ent_vocabulary_unref (fixture->vocabulary);
}

/* The ids of the rows of a set, in order, apart by spaces. */
static char *
rows_to_string (EntEventStore   *store,
                const EntRowSet *rows)
{
  GString *string = g_string_new (NULL);

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    g_string_append_printf (string, "%s%s", string->len > 0 ? " " : "", ent_event_store_get_id (store, row));
  return g_string_free (string, FALSE);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *filter;
    const char *found; /* in order of dates */
  } cases[] = {
    { "topic=taiwan", "summit call promise" },
    { "topic=taiwan,tech", "controls summit call promise" },
    { "topic=taiwan&kind=call", "call" },
    { "kind=call,summit&status=occurred", "summit call" },
    { "actor=CN", "summit call promise exercise" },
    { "actor=CN,TW", "old summit call promise exercise" },
    { "issuer=US", "controls summit call" },
    { "issuer=RU,CN", "summit call promise exercise" },
    { "status=planned", "promise exercise" },
    { "status=denied", "" },
    /* The call speaks of trade too, so that it stays without Taiwan. */
    { "-topic=taiwan", "old controls summit call promise exercise" },
    { "-topic=taiwan,relations", "old controls call promise exercise" },
    { "-topic=taiwan,climate", "old controls summit call exercise" },
    { "-kind=call", "old controls summit promise exercise" },
    { "-actor=CN", "old controls summit call exercise" },
    { "from=2024", "call promise exercise" },
    { "to=2023", "old controls summit" },
    { "from=2024-06-30", "promise exercise" },
    { "from=2024-07-01", "promise" },
    { "from=2022-10-31&to=2022-10-31", "controls" },
    { "to=1970", "old" },
    { "from=1980&to=2022-09-30", "" },
    { "review=accepted,edited", "" },
    { "words=CHIPS imposed", "controls" },
    { "words=san francisco", "summit" },
    { "words=FRAN", "summit" },
    { "words=biden taiwan", "" },
    { "words=jinping spoke", "call" },
    { "words=问题", "controls" },
    { "words=topic:Taiwan", "summit call promise" },
    { "words=topic:taiwan topic:tech", "controls summit call promise" },
    { "words=topic:taiwan from:2024", "call promise" },
    { "words=kind:call spoke", "call" },
    { "words=actor:ru", "exercise" },
    { "words=topic:weather", "" },
    { "words=\"controls on chips\"", "controls" },
    { "words=\"chips controls\"", "" },
    { "words=spoke -presidents", "" },
    { "words=meet*", "summit" },
    { "between=CN", "summit call promise exercise" },
    { "between=CN,US&strict", "summit call" },
    /* China's statement on the call with the US tells the promise; the US one tells of the controls. */
    { "between=CN,US", "controls summit call promise" },
    { "between=US,CN&kind=sanction,commitment", "controls promise" },
    { "between=CN,RU", "exercise" },
    { "between=US,TW", "" },
    { "between=CN,US,RU", "controls summit call promise exercise" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntFilter) filter = ent_filter_from_string (cases[i].filter, fixture->vocabulary, &error);
      g_autoptr (EntRowSet) rows = NULL;
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      rows = ent_filter_index_run (fixture->index, filter);
      found = rows_to_string (fixture->store, rows);
      g_test_message ("%s", cases[i].filter);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_relation (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (EntFilter) filter = ent_filter_from_string ("between=CN,US", fixture->vocabulary, NULL);
  g_autoptr (EntFilter) empty = ent_filter_new ();
  guint32 row;

  g_assert_true (ent_event_store_find_id (fixture->store, "call", &row));
  g_assert_true (ent_filter_index_is_between (fixture->index, filter, row));
  g_assert_true (ent_event_store_find_id (fixture->store, "controls", &row));
  g_assert_false (ent_filter_index_is_between (fixture->index, filter, row));
  g_assert_true (ent_filter_index_is_between (fixture->index, empty, row));
}

/* Typing goes on, is taken back, and changes: what was found last must not show through. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *words;
    const char *found;
  } cases[] = {
    { "s", "old controls summit call" },
    { "sp", "call" },
    { "spo", "call" },
    { "spoke zz", "" },
    { "s", "old controls summit call" },
    { "exercise", "exercise" },
    { "Exercise", "exercise" },
    { "ex", "exercise" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntFilter) empty = ent_filter_new ();
      g_autoptr (EntFilter) filter = ent_filter_with_words (empty, cases[i].words);
      g_autoptr (EntRowSet) rows = ent_filter_index_run (fixture->index, filter);
      g_autofree char *found = rows_to_string (fixture->store, rows);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* How many events a topic's box shows: its own choice does not count, the others' do. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EntFilter) filter = ent_filter_from_string ("topic=tech&status=occurred", fixture->vocabulary, NULL);
  guint n_topics;
  guint n_statuses;
  g_autofree guint *topics = ent_filter_index_count (fixture->index, filter, ENT_FACET_TOPIC, &n_topics);
  g_autofree guint *statuses = ent_filter_index_count (fixture->index, filter, ENT_FACET_STATUS, &n_statuses);

  g_assert_cmpuint (n_topics, ==, ent_vocabulary_get_n_topics (fixture->vocabulary));
  g_assert_cmpuint (topics[store_fixture_get_topic (fixture->vocabulary, "taiwan")], ==, 2);
  g_assert_cmpuint (topics[store_fixture_get_topic (fixture->vocabulary, "tech")], ==, 1);
  g_assert_cmpuint (topics[store_fixture_get_topic (fixture->vocabulary, "climate")], ==, 0);
  g_assert_cmpuint (n_statuses, ==, ENT_N_STATUSES);
  g_assert_cmpuint (statuses[ENT_STATUS_OCCURRED], ==, 1);
  g_assert_cmpuint (statuses[ENT_STATUS_PLANNED], ==, 0);
}

static void
test_unknown_values (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (EntFilter) empty = ent_filter_new ();
  g_autoptr (EntFilter) filter = ent_filter_with_value (empty, ENT_FACET_TOPIC, 63, TRUE);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (fixture->index, filter);

  g_assert_cmpuint (ent_row_set_get_count (rows), ==, 0);
  g_assert_cmpuint (ent_row_set_get_count (ent_filter_index_get_rows (fixture->index, ENT_FACET_ACTOR, ENT_ACTOR_NONE)),
                    ==, 0);
}

static void
test_empty_store (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (fixture->vocabulary);
  g_autoptr (EntEventStore) store = ent_event_store_builder_end (builder);
  g_autoptr (EntFilterIndex) index = ent_filter_index_new (store);
  g_autoptr (EntFilter) filter = ent_filter_from_string ("between=CN,US&topic=taiwan&-topic=trade&from=2020&to=2021&words=x",
                                                         fixture->vocabulary, NULL);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);

  g_assert_cmpuint (ent_row_set_get_n_rows (rows), ==, 0);
}

/* The slow plain twin: each question asked of each row. */
static gboolean
twin_has (EntEventStore  *store,
          guint32         row,
          EntFilterFacet  facet,
          guint           value)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  switch (facet)
    {
    case ENT_FACET_TOPIC:
      return (columns->topics[row] >> value & 1) != 0;
    case ENT_FACET_KIND:
      return columns->kind[row] == value;
    case ENT_FACET_ACTOR:
      return ent_event_store_has_actor (store, row, (guint16) value);
    case ENT_FACET_STATUS:
      return columns->status[row] == value;
    case ENT_FACET_ASSERTION:
      return columns->assertion[row] == value;
    case ENT_FACET_REVIEW:
      return columns->review[row] == value;
    case ENT_FACET_ISSUER:
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          if (account.issuer == value)
            return TRUE;
        }
      return FALSE;
    case ENT_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
twin_passes_facet (EntEventStore   *store,
                   guint32          row,
                   const EntFilter *filter,
                   EntFilterFacet   facet,
                   guint            n_values)
{
  gboolean has_wanted = ent_filter_get_n_values (filter, facet) == 0;
  gboolean has_excluded = FALSE;
  gboolean has_other = FALSE;

  for (guint i = 0; i < n_values; i++)
    {
      if (!twin_has (store, row, facet, i))
        continue;
      has_wanted |= ent_filter_has_value (filter, facet, i);
      has_excluded |= ent_filter_has_excluded (filter, facet, i);
      has_other |= !ent_filter_has_excluded (filter, facet, i);
    }
  return has_wanted && (!has_excluded || has_other);
}

/* Whether the statement reports some event in which another of the two takes part. */
static gboolean
twin_reports_on (EntEventStore *store,
                 guint          statement,
                 guint16        actor)
{
  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    {
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          if (account.statement == statement && account.role == ENT_ROLE_REPORTS
              && ent_event_store_has_actor (store, row, actor))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
twin_passes_between (EntEventStore *store,
                     guint32        row,
                     const guint16 *actors,
                     gboolean       strict)
{
  gboolean has_a = ent_event_store_has_actor (store, row, actors[0]);
  gboolean has_b = ent_event_store_has_actor (store, row, actors[1]);

  if (strict || has_a == has_b)
    return has_a && has_b;
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if ((account.issuer == actors[0] && twin_reports_on (store, account.statement, actors[1]))
          || (account.issuer == actors[1] && twin_reports_on (store, account.statement, actors[0])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
twin_passes (EntEventStore   *store,
             guint32          row,
             const EntFilter *filter,
             const guint     *n_values)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  gboolean strict;
  EntDay from;
  EntDay to;
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (filter, &n, &strict);
  const EntFilterPair *also = ent_filter_get_also (filter, &n_also);
  gboolean between = n == 0 || twin_passes_between (store, row, actors, strict);

  for (gsize i = 0; i < n_also; i++)
    between |= twin_passes_between (store, row, also[i].actors, strict);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      if (!twin_passes_facet (store, row, filter, (EntFilterFacet) i, n_values[i]))
        return FALSE;
    }
  ent_filter_get_span (filter, &from, &to);
  return columns->latest[row] >= from && columns->earliest[row] <= to
         && between;
}

static guint
random_value (const EntVocabulary *vocabulary,
              EntFilterFacet       facet)
{
  static const char * const actors[] = { "CN", "US", "RU", "TW", "JP", "FR" };
  guint value = (guint) g_test_rand_int_range (0, N_RANDOM_VALUES);

  if (facet == ENT_FACET_ACTOR || facet == ENT_FACET_ISSUER)
    return store_fixture_get_actor (vocabulary, actors[value]);
  if (facet == ENT_FACET_REVIEW)
    return value % ENT_N_REVIEWS;
  return facet == ENT_FACET_STATUS ? value % ENT_N_STATUSES : facet == ENT_FACET_ASSERTION ? value % ENT_N_ASSERTIONS
                                                                                           : value;
}

static void
take (EntFilter **filter,
      EntFilter  *changed)
{
  ent_filter_unref (*filter);
  *filter = changed;
}

static void
random_pair (const EntVocabulary *vocabulary,
             guint16              actors[2])
{
  actors[0] = (guint16) random_value (vocabulary, ENT_FACET_ACTOR);
  do
    actors[1] = (guint16) random_value (vocabulary, ENT_FACET_ACTOR);
  while (actors[1] == actors[0]);
}

static EntFilter *
random_filter (const EntVocabulary *vocabulary)
{
  EntFilter *filter = ent_filter_new ();

  for (gint32 i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      EntFilterFacet facet = (EntFilterFacet) g_test_rand_int_range (0, ENT_N_FACETS);
      guint value = random_value (vocabulary, facet);

      take (&filter, g_test_rand_bit () ? ent_filter_with_value (filter, facet, value, TRUE)
                                        : ent_filter_with_excluded (filter, facet, value, TRUE));
    }
  if (g_test_rand_bit ())
    {
      EntDay from = ent_day_from_ymd (2020, 1, 1) + g_test_rand_int_range (0, 400);
      EntDay to = from + g_test_rand_int_range (0, 60);

      take (&filter, ent_filter_with_span (filter, g_test_rand_bit () ? from : ENT_DAY_OPEN_START,
                                           g_test_rand_bit () ? to : ENT_DAY_OPEN_END));
    }
  if (g_test_rand_bit ())
    {
      EntFilterPair pair;

      random_pair (vocabulary, pair.actors);
      take (&filter, ent_filter_with_between (filter, pair.actors, 2, g_test_rand_bit ()));
      for (gint32 i = g_test_rand_int_range (0, 3); i > 0; i--)
        {
          random_pair (vocabulary, pair.actors);
          take (&filter, ent_filter_with_also (filter, pair, TRUE));
        }
    }
  return filter;
}

static void
check_twin (const EntFilterIndex *index,
            EntEventStore        *store,
            const EntFilter      *filter)
{
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);
  EntFilterFacet facet = (EntFilterFacet) g_test_rand_int_range (0, ENT_N_FACETS);
  g_autoptr (EntFilter) others = ent_filter_without_facet (filter, facet);
  guint n_values[ENT_N_FACETS];
  guint value;
  guint expected = 0;
  g_autofree guint *counts = NULL;

  for (guint i = 0; i < ENT_N_FACETS; i++)
    g_free (ent_filter_index_count (index, filter, (EntFilterFacet) i, &n_values[i]));
  counts = ent_filter_index_count (index, filter, facet, &n_values[facet]);
  value = random_value (ent_event_store_get_vocabulary (store), facet);
  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    {
      g_assert_cmpint (ent_row_set_contains (rows, row), ==, twin_passes (store, row, filter, n_values));
      expected += twin_has (store, row, facet, value) && twin_passes (store, row, others, n_values);
    }
  g_assert_cmpuint (counts[value], ==, expected);
}

static void
test_against_twin (Fixture       *fixture,
                   gconstpointer  data)
{
  for (guint i = 0; i < RANDOM_STORES; i++)
    {
      g_autoptr (EntEventStore) store = store_fixture_new_random (fixture->vocabulary, 10,
                                                                  (guint) g_test_rand_int_range (0, 200));
      g_autoptr (EntFilterIndex) index = ent_filter_index_new (store);

      for (guint j = 0; j < FILTERS_A_STORE; j++)
        {
          g_autoptr (EntFilter) filter = random_filter (fixture->vocabulary);

          check_twin (index, store, filter);
        }
    }
}

static void
test_reviewed (Fixture       *fixture,
               gconstpointer  data)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (fixture->store);
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  static const char * const ids[ENT_N_REVIEWS] = { "machine", "accepted", "edited", "rejected" };
  g_autoptr (EntFilter) nothing = ent_filter_new ();
  g_autoptr (EntFilter) accepted = ent_filter_with_value (nothing, ENT_FACET_REVIEW, ENT_REVIEW_ACCEPTED, TRUE);
  g_autoptr (EntFilter) filter = ent_filter_with_value (accepted, ENT_FACET_REVIEW, ENT_REVIEW_EDITED, TRUE);
  g_autoptr (EntEventStore) store = NULL;
  g_autoptr (EntFilterIndex) index = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < ENT_N_REVIEWS; i++)
    {
      EntEventRecord record = { .id = ids[i], .title = "", .date = ent_edtf_day ((EntDay) i), .review = (guint8) i,
                                .initiator = ENT_ACTOR_NONE, .host = ENT_ACTOR_NONE };

      ent_event_store_builder_add_event (builder, &record);
    }
  store = ent_event_store_builder_end (builder);
  index = ent_filter_index_new (store);
  rows = ent_filter_index_run (index, filter);
  found = rows_to_string (store, rows);
  g_assert_cmpstr (found, ==, "accepted edited");
  g_assert_false (ent_filter_equal (nothing, filter));
}

#define ADD(name, func) g_test_add ("/filter-run/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reviewed", test_reviewed);
  ADD ("table", test_table);
  ADD ("relation", test_relation);
  ADD ("typing", test_typing);
  ADD ("counts", test_counts);
  ADD ("unknown-values", test_unknown_values);
  ADD ("empty-store", test_empty_store);
  ADD ("against-twin", test_against_twin);
  return g_test_run ();
}
