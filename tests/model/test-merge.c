/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hand-made.h"
#include "model/merge.h"

typedef struct
{
  const char *name;
  const char *input;
  const char *events;
} MergeCase;

static const MergeCase merge_cases[] = {
  { "two sides tell one call",
    "us/1|US|reports|call|occurred|2024-04-02|CN,US|Joe Biden,Xi Jinping||taiwan,ai\n"
    "cn/1|CN|reports|call|occurred|2024-04-02|CN,US|Xi Jinping,Joe Biden||taiwan,trade\n",
    "2024-04-02 call occurred CN,US [Xi Jinping,Joe Biden] cn/1 us/1\n" },
  { "an evening is the other side's morning",
    "us/1|US|reports|call|occurred|2021-09-09|CN,US|Joe Biden,Xi Jinping||\n"
    "cn/1|CN|reports|call|occurred|2021-09-10|CN,US|Xi Jinping,Joe Biden||\n",
    "2021-09-09/2021-09-10 call occurred CN,US [Xi Jinping,Joe Biden] cn/1 us/1\n" },
  { "two days of one issuer are two calls",
    "us/1|US|reports|call|occurred|2021-09-09|CN,US|Joe Biden,Xi Jinping||\n"
    "us/2|US|reports|call|occurred|2021-09-10|CN,US|Joe Biden,Xi Jinping||\n",
    "2021-09-09 call occurred CN,US [Joe Biden,Xi Jinping] us/1 !one-side\n"
    "2021-09-10 call occurred CN,US [Joe Biden,Xi Jinping] us/2 !one-side\n" },
  { "a day between two days fits both",
    "us/1|US|reports|call|occurred|2021-09-09|CN,US|||\n"
    "us/2|US|reports|call|occurred|2021-09-11|CN,US|||\n"
    "cn/1|CN|reports|call|occurred|2021-09-10|CN,US|||\n",
    "2021-09-09 call occurred CN,US [] us/1 !candidates !one-side\n"
    "2021-09-10 call occurred CN,US [] cn/1 !candidates !one-side\n"
    "2021-09-11 call occurred CN,US [] us/2 !candidates !one-side\n" },
  { "the meeting last November, of which there is one",
    "us/1|US|reports|summit|occurred|2023-11-15|CN,US|Joe Biden,Xi Jinping|Woodside|\n"
    "cn/1|CN|reports|call|occurred|2024-04-02|CN,US|Xi Jinping,Joe Biden||\n"
    "cn/1|CN|mentions|summit|occurred|2023-11|CN,US|Xi Jinping,Joe Biden|San Francisco|\n",
    "2023-11-15 summit occurred CN,US [Joe Biden,Xi Jinping] @Woodside us/1 cn/1\n"
    "2024-04-02 call occurred CN,US [Xi Jinping,Joe Biden] cn/1 !one-side\n" },
  { "a call in March, when there were two",
    "us/1|US|reports|call|occurred|2022-03-02|CN,US|||\n"
    "us/2|US|reports|call|occurred|2022-03-18|CN,US|||\n"
    "us/3|US|mentions|call|occurred|2022-03|CN,US|||\n",
    "2022-03 call occurred CN,US [] us/3 !candidates\n"
    "2022-03-02 call occurred CN,US [] us/1 !one-side\n"
    "2022-03-18 call occurred CN,US [] us/2 !one-side\n" },
  { "a place tells which of two",
    "us/1|US|reports|meeting|occurred|2022-03-02|CN,US||Rome|\n"
    "us/2|US|reports|meeting|occurred|2022-03-18|CN,US|||\n"
    "us/3|US|mentions|meeting|occurred|2022-03|CN,US||Rome|\n",
    "2022-03-02 meeting occurred CN,US [] @Rome us/1 us/3 !one-side\n"
    "2022-03-18 meeting occurred CN,US [] us/2 !one-side\n" },
  { "the same month and the same people",
    "us/1|US|mentions|summit|occurred|2022-11|CN,US|Joe Biden,Xi Jinping|Bali|\n"
    "cn/1|CN|mentions|summit|occurred|2022-11|CN,US|Xi Jinping,Joe Biden|Bali|\n",
    "2022-11 summit occurred CN,US [Xi Jinping,Joe Biden] @Bali cn/1 us/1\n" },
  { "an open date joins nothing",
    "us/1|US|reports|call|occurred|2022-03-18|CN,US|||\n"
    "us/2|US|mentions|call|occurred|../2022-03-20|CN,US|||\n",
    "../2022-03-20 call occurred CN,US [] us/2\n"
    "2022-03-18 call occurred CN,US [] us/1 !one-side\n" },
  { "what is still to come of a visit is not what was planned before it",
    "us/1|US|announces|visit|planned|1998|CN,US|Bill Clinton||\n"
    "us/2|US|reports|visit|occurred|1998-06-27|CN,US|Bill Clinton|Beijing|\n"
    "us/2|US|announces|visit|planned|1998-07-03|CN,US|Bill Clinton|Shanghai|\n",
    "1998 visit planned CN,US [Bill Clinton] us/1\n"
    "1998-06-27 visit occurred CN,US [Bill Clinton] @Beijing us/2 !one-side\n"
    "1998-07-03 visit planned CN,US [Bill Clinton] @Shanghai us/2\n" },
  { "talks to come of which nothing but the sides is told",
    "us/1|US|announces|meeting|planned|2024-01|CN,US|||trade\n"
    "cn/1|CN|announces|meeting|planned|2024-01/2024-04|CN,US|||milmil\n",
    "2024-01 meeting planned CN,US [] us/1\n"
    "2024-01/2024-04 meeting planned CN,US [] cn/1\n" },
  { "what happened recently may be anything",
    "us/1|US|mentions|delivery|occurred|2021-06|US|||\n"
    "us/2|US|mentions|delivery|occurred|2021-04~/2021-07-23|US|||\n",
    "2021-04~/2021-07-23 delivery occurred US [] us/2\n"
    "2021-06 delivery occurred US [] us/1\n" },
  { "each side's own words of one day",
    "us/1|US|reports|statement|occurred|2018-06-15|CN,US|||trade\n"
    "cn/1|CN|reports|statement|occurred|2018-06-15|CN,US|||trade\n",
    "2018-06-15 statement occurred CN,US [] cn/1\n"
    "2018-06-15 statement occurred CN,US [] us/1\n" },
  { "a plan stays a plan",
    "us/1|US|announces|visit|planned|2023-06-18|CN,US|Antony Blinken|Beijing|\n"
    "us/2|US|reports|visit|occurred|2023-06-18|CN,US|Antony Blinken|Beijing|\n",
    "2023-06-18 visit occurred CN,US [Antony Blinken] @Beijing us/2 !one-side\n"
    "2023-06-18 visit planned CN,US [Antony Blinken] @Beijing us/1\n" },
  { "plans of two sides, a day apart at their start",
    "us/1|US|announces|visit|planned|2024-04-03/2024-07~|CN,US|Janet Yellen||\n"
    "cn/1|CN|announces|visit|planned|2024-04-02/2024-07~|CN,US|Janet Yellen||\n"
    "cn/1|CN|announces|visit|planned|2024-04-02/2024-07~|CN,US|Antony Blinken||\n",
    "2024-04-02/2024-07~ visit planned CN,US [Antony Blinken] cn/1\n"
    "2024-04-03/2024-07~ visit planned CN,US [Janet Yellen] cn/1 us/1\n" },
  { "meetings of one trip",
    "us/1|US|reports|meeting|occurred|2023-06-19|CN,US|Antony Blinken,Wang Yi|Beijing|\n"
    "us/2|US|reports|meeting|occurred|2023-06-19|CN,US|Antony Blinken,Xi Jinping|Beijing|\n",
    "2023-06-19 meeting occurred CN,US [Antony Blinken,Wang Yi] @Beijing us/1 !one-side\n"
    "2023-06-19 meeting occurred CN,US [Antony Blinken,Xi Jinping] @Beijing us/2 !one-side\n" },
  { "a meeting and a summit of the same people",
    "us/1|US|reports|summit|occurred|2022-11-14|CN,US|Joe Biden,Xi Jinping|Bali|\n"
    "cn/1|CN|reports|meeting|occurred|2022-11-14|CN,US|Xi Jinping,Joe Biden|Bali|\n",
    "2022-11-14 summit occurred CN,US [Xi Jinping,Joe Biden] @Bali cn/1 us/1\n" },
  { "a call is not a meeting",
    "us/1|US|reports|call|occurred|2022-11-14|CN,US|Joe Biden,Xi Jinping||\n"
    "cn/1|CN|reports|meeting|occurred|2022-11-14|CN,US|Xi Jinping,Joe Biden||\n",
    "2022-11-14 call occurred CN,US [Joe Biden,Xi Jinping] us/1 !one-side\n"
    "2022-11-14 meeting occurred CN,US [Xi Jinping,Joe Biden] cn/1 !one-side\n" },
  { "what each does to the other on one day, and who does not tell by whom",
    "us/1|US|reports|expulsion|occurred|2021-05-08|US>RU|||\n"
    "ru/1|RU|reports|expulsion|occurred|2021-05-08|RU>US|||\n"
    "ru/2|RU|mentions|expulsion|occurred|2021-05-08|US>RU|||\n"
    "cn/1|CN|mentions|expulsion|occurred|2021-05-08|RU,US|||\n",
    "2021-05-08 expulsion occurred RU,US [] cn/1 !candidates\n"
    "2021-05-08 expulsion occurred RU,US [] ru/1\n"
    "2021-05-08 expulsion occurred RU,US [] us/1 ru/2\n" },
  { "others' calls",
    "us/1|US|reports|call|occurred|2022-11-14|CN,US|||\n"
    "us/2|US|reports|call|occurred|2022-11-14|RU,US|||\n",
    "2022-11-14 call occurred CN,US [] us/1 !one-side\n"
    "2022-11-14 call occurred RU,US [] us/2 !one-side\n" },
  { "a third side that one account leaves out",
    "us/1|US|reports|call|occurred|2022-11-14|FR,GB,US|||\n"
    "gb/1|GB|reports|call|occurred|2022-11-14|GB,US|||\n",
    "2022-11-14 call occurred FR,GB,US [] gb/1 us/1\n" },
  { "passages of one statement",
    "us/1|US|reports|call|occurred|2022-11-14|CN,US|Joe Biden,Xi Jinping||ai\n"
    "us/1|US|mentions|call|occurred|2022-11-14|CN,US|Joe Biden||\n"
    "us/1|US|announces|commitment|planned|2022-12-01|CN,US|||ai\n"
    "us/1|US|announces|commitment|planned|2022-12-01|CN,US|||ai\n",
    "2022-11-14 call occurred CN,US [Joe Biden,Xi Jinping] us/1 !one-side\n"
    "2022-12-01 commitment planned CN,US [] us/1\n"
    "2022-12-01 commitment planned CN,US [] us/1\n" },
  { "acts about other things",
    "us/1|US|reports|sanction|occurred|2022-10-07|CN,US|||tech\n"
    "cn/1|CN|mentions|sanction|occurred|2022-10-07|CN,US|||rights\n"
    "cn/2|CN|mentions|sanction|occurred|2022-10|CN,US|||tech\n",
    "2022-10-07 sanction occurred CN,US [] cn/1\n"
    "2022-10-07 sanction occurred CN,US [] us/1 cn/2\n" },
  { "attendants that only one side names",
    "us/1|US|reports|call|occurred|2024-04-02|CN,US|Joe Biden,Xi Jinping,Ann Other||\n"
    "cn/1|CN|reports|call|occurred|2024-04-02|CN,US|Xi Jinping,Joe Biden,Some One||\n",
    "2024-04-02 call occurred CN,US [Xi Jinping,Joe Biden,Some One,Ann Other] cn/1 us/1\n" },
  { "a loose mention adds nobody",
    "us/1|US|reports|summit|occurred|2021-09-24|IN,US|Joe Biden,Narendra Modi||\n"
    "us/2|US|mentions|summit|occurred|2021-09-24|IN,PK,US|Joe Biden,Narendra Modi,Imran Khan||\n",
    "2021-09-24 summit occurred IN,US [Joe Biden,Narendra Modi] us/1 us/2 !one-side\n" },
  { "two releases of one day",
    "us/1|US|reports|statement|occurred|2022-10-07|US|||tech\n"
    "us/2|US|reports|statement|occurred|2022-10-07|US|||tech,trade\n",
    "2022-10-07 statement occurred US [] us/1\n"
    "2022-10-07 statement occurred US [] us/2\n" },
  { "calls at home",
    "us/1|US|reports|call|occurred|2021-06-25|US|Joe Biden,Ann Other||\n"
    "us/2|US|reports|call|occurred|2021-06-25|US|Joe Biden,Some One||\n"
    "us/3|US|reports|call|occurred|2021-06-25|US|Joe Biden||\n"
    "us/4|US|reports|call|occurred|2021-06-25|US|Joe Biden,Ann Other||\n",
    "2021-06-25 call occurred US [Joe Biden,Ann Other] us/1 us/4\n"
    "2021-06-25 call occurred US [Joe Biden,Some One] us/2\n"
    "2021-06-25 call occurred US [Joe Biden] us/3\n" },
  { "a translation is no further account",
    "<us/1-zh|US|us/1\n"
    "us/1|US|reports|call|occurred|2022-11-14|CN,US|||\n"
    "us/1-zh|US|reports|call|occurred|2022-11-14|CN,US|||\n",
    "2022-11-14 call occurred CN,US [] us/1 !one-side\n" },
  { "a plan that was called off",
    "us/1|US|announces|visit|planned|2023-02-05/2023-02-06|CN,US|Antony Blinken||\n"
    "us/2|US|reports|suspension|occurred|2023-02-03|CN,US|||\n"
    "&us/2|US|mentions|visit|denied|2023-02|CN,US|Antony Blinken||\n",
    "2023-02-03 suspension occurred CN,US [] us/2\n"
    "2023-02-05/2023-02-06 visit denied CN,US [Antony Blinken] us/1 us/2\n" },
  { "what did not happen need not have been called off",
    "us/1|US|announces|visit|planned|2023-02-05/2023-02-06|CN,US|Antony Blinken||\n"
    "us/2|US|reports|suspension|occurred|2023-02-03|CN,US|||\n"
    "us/2|US|mentions|visit|denied|2023-02|CN,US|Antony Blinken||\n",
    "2023-02 visit denied CN,US [Antony Blinken] us/2\n"
    "2023-02-03 suspension occurred CN,US [] us/2\n"
    "2023-02-05/2023-02-06 visit planned CN,US [Antony Blinken] us/1\n" },
  { "a journey lasts as long as who made it says",
    "us/1|US|reports|visit|occurred|2023-06-18/2023-06-19|CN,US|Antony Blinken||\n"
    "cn/1|CN|mentions|visit|occurred|2023-06-18|CN,US|Antony Blinken||\n",
    "2023-06-18/2023-06-19 visit occurred CN,US [Antony Blinken] us/1 cn/1\n" },
};

static EntEventStore *
merge (EntVocabulary   *vocabulary,
       const GPtrArray *parsed,
       EntMergeFlags    flags)
{
  return ent_merge (vocabulary, (const EntParsed * const *) parsed->pdata, parsed->len, flags);
}

static void
test_cases (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (merge_cases); i++)
    {
      g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, merge_cases[i].input);
      g_autoptr (EntEventStore) store = merge (vocabulary, parsed, ENT_MERGE_STATEMENTS);
      g_autofree char *events = hand_made_dump (store);

      g_test_message ("%s", merge_cases[i].name);
      g_assert_cmpstr (events, ==, merge_cases[i].events);
    }
}

/* Without joining, every statement has events of its own; joining loses none of their evidence. */
static void
test_no_merge (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (merge_cases); i++)
    {
      g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, merge_cases[i].input);
      g_autoptr (EntEventStore) apart = merge (vocabulary, parsed, 0);
      g_autoptr (EntEventStore) joined = merge (vocabulary, parsed, ENT_MERGE_STATEMENTS);
      guint n_accounts = 0;

      for (guint32 row = 0; row < ent_event_store_get_n_events (apart); row++)
        g_assert_cmpuint (ent_event_store_get_n_accounts (apart, row), ==, 1);
      for (guint32 row = 0; row < ent_event_store_get_n_events (joined); row++)
        n_accounts += ent_event_store_get_n_accounts (joined, row);
      g_assert_cmpuint (n_accounts, ==, ent_event_store_get_n_events (apart));
    }
}

/* All of an event that is printed, ids too. */
static char *
dump_all (const EntEventStore *store)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *events = hand_made_dump (store);

  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    g_string_append_printf (out, "%s %s\n", ent_event_store_get_id (store, row), ent_event_store_get_title (store, row));
  g_string_append (out, events);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
pick (const char * const *from,
      guint               n)
{
  return from[g_test_rand_int_range (0, (gint32) n)];
}

/* Statements as crowded as no archive is, so that much fits much. */
static char *
make_random_lines (guint n)
{
  static const char * const kinds[] = { "call", "meeting", "summit", "visit", "sanction" };
  static const char * const actors[] = { "CN,US", "CN,US", "JP,US", "CN,JP,US", "US" };
  static const char * const people[] = { "", "Joe Biden", "Xi Jinping,Joe Biden", "Wang Yi", "Antony Blinken,Wang Yi" };
  static const char * const places[] = { "", "", "Bali", "Rome" };
  static const char * const topics[] = { "", "ai", "taiwan,trade" };
  static const char * const roles[] = { "reports", "mentions", "announces" };
  static const char * const statuses[] = { "occurred", "occurred", "occurred", "planned" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      gint32 statement = g_test_rand_int_range (0, (gint32) n / 2);
      gint32 form = g_test_rand_int_range (0, 6);
      gint32 day = g_test_rand_int_range (1, 28);
      g_autofree char *date = form == 0   ? g_strdup ("2022-11")
                              : form == 1 ? g_strdup_printf ("2022-11-%02d/2022-11-%02d", day, day + 1)
                                          : g_strdup_printf ("2022-11-%02d", day);

      g_string_append_printf (out, "s/%d|%s|%s|%s|%s|%s|%s|%s|%s|%s\n", statement, statement % 2 ? "CN" : "US",
                              pick (roles, 3), pick (kinds, 5), pick (statuses, 4), date, pick (actors, 5),
                              pick (people, 5), pick (places, 4), pick (topics, 3));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
shuffle (GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i);
      gpointer swap = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = swap;
    }
}

static void
test_order (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();

  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *lines = make_random_lines (60);
      g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, lines);
      g_autoptr (GPtrArray) again = hand_made_parse (vocabulary, lines);
      EntMergeFlags flags = ENT_MERGE_STATEMENTS | (round % 2 ? ENT_MERGE_EXPLAIN : 0);
      g_autoptr (EntEventStore) store = merge (vocabulary, parsed, flags);
      g_autofree char *expected = dump_all (store);
      g_autoptr (GPtrArray) twice = g_ptr_array_new ();
      g_autoptr (EntEventStore) other = NULL;
      g_autofree char *events = NULL;

      g_ptr_array_extend (twice, parsed, NULL, NULL);
      g_ptr_array_extend (twice, again, NULL, NULL);
      shuffle (twice);
      other = merge (vocabulary, twice, flags);
      events = dump_all (other);
      g_assert_cmpstr (events, ==, expected);
    }
}

/* Ids are unique and found again; the evidence of an account is in order and overlaps nowhere. */
static void
test_invariants (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autofree char *lines = make_random_lines (400);
  g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, lines);
  g_autoptr (EntEventStore) store = merge (vocabulary, parsed, ENT_MERGE_STATEMENTS);

  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    {
      const char *id = ent_event_store_get_id (store, row);
      guint32 found;

      g_assert_cmpuint (strlen (id), ==, 16);
      g_assert_true (ent_event_store_find_id (store, id, &found));
      g_assert_cmpuint (found, ==, row);
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          g_assert_cmpuint (account.n_evidence, >, 0);
          for (gsize j = 1; j < account.n_evidence; j++)
            g_assert_cmpuint (account.evidence[j - 1].end, <=, account.evidence[j].start);
        }
    }
}

static void
test_explain (void)
{
  static const char lines[] = "us/1|US|reports|call|occurred|2022-03-02|CN,US|||\n"
                              "us/2|US|reports|call|occurred|2022-03-18|CN,US|||\n"
                              "us/3|US|mentions|call|occurred|2022-03|CN,US|||\n";
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, lines);
  g_autoptr (EntEventStore) store = merge (vocabulary, parsed, ENT_MERGE_STATEMENTS | ENT_MERGE_EXPLAIN);
  EntAccount account;

  ent_event_store_get_account (store, 0, 0, &account);
  g_assert_cmpstr (account.explanation, ==,
                   "not joined, as it fits several events");
  for (guint32 row = 1; row < 3; row++)
    g_assert_true (g_strv_contains (ent_event_store_get_candidates (store, 0), ent_event_store_get_id (store, row)));
  g_assert_cmpuint (g_strv_length ((char **) ent_event_store_get_candidates (store, 0)), ==, 2);
  g_assert_null (ent_event_store_get_candidates (store, 1)[0]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/cases", test_cases);
  g_test_add_func ("/merge/no-merge", test_no_merge);
  g_test_add_func ("/merge/order", test_order);
  g_test_add_func ("/merge/invariants", test_invariants);
  g_test_add_func ("/merge/explain", test_explain);
  return g_test_run ();
}
