/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching as one types: what a query is, which statements and events it finds, and where its words stand. */
#include <string.h>

#include "archive-fixture.h"
#include "model/archive-edit.h"
#include "model/archive-private.h"
#include "model/archive-search.h"
#include "model/search-words.h"

static const char lines[] = "{\"id\":\"en-1\",\"date\":\"2022-11-14\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President Biden met with "
                            "President Xi Jinping of China in Bali on November 14, 2022. He said that Taiwan is no red line of theirs alone.\"}\n"
                            "{\"id\":\"zh-1\",\"date\":\"2022-11-15\",\"issuer\":\"CN\",\"language\":\"zh\",\"text\":\"2022年11月14日，习近平主席同"
                            "美国总统拜登在巴厘岛举行会晤。台湾问题是中美关系的第一条红线。\"}\n"
                            "{\"id\":\"zh-2\",\"date\":\"2023-05-04\",\"issuer\":\"CN\",\"language\":\"zh\",\"text\":\"2023年5月4日，外交部長秦剛同"
                            "法國外長科隆納通電話，雙方就臺灣、烏克蘭交換意見。\"}\n"
                            "{\"id\":\"fr-1\",\"date\":\"2023-05-04\",\"issuer\":\"FR\",\"language\":\"en\",\"text\":\"Ministers spoke by phone on May "
                            "4, 2023. Café diplomacy, she joked, draws no red lines; the G7峰会 comes next.\"}\n";

static void
test_segments (void)
{
  static const struct
  {
    const char *text;
    const char *segmented;
    const char *phrase;
  } cases[] = {
    { "Red Line", "red line", "red line" },
    { "台", "台", "台" },
    { "台湾", "台 台湾 湾", "台湾" },
    { "臺灣問題", "台 台湾 湾 湾问 问 问题 题", "台湾 湾 湾问 问 问题" },
    { "G7峰会", "g7 峰 峰会 会", "g7 峰 峰会" },
    { "台湾 red", "台 台湾 湾 red", "台湾 湾 red" },
    { "台，湾", "台 湾", "台 湾" },
    { "ＡＢＣ Café don't", "abc cafe don t", "abc cafe don t" },
    { "—…", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *phrase = ent_search_dup_phrase (cases[i].text);

      ent_search_append_segmented (out, cases[i].text, strlen (cases[i].text));
      g_assert_cmpstr (out->str, ==, cases[i].segmented);
      g_assert_cmpstr (phrase, ==, cases[i].phrase);
    }
}

static void
test_queries (void)
{
  static const struct
  {
    const char *typed;
    const char *match;
    const char *fields;
  } cases[] = {
    { "taiwan", "\"taiwan\"", "" },
    { "topic:taiwan from:2022 \"red line\"", "\"red line\"", "topic=taiwan from=2022 " },
    { "strait* -trade", "\"strait\" * NOT \"trade\"", "" },
    { "issuer：CN “红线”", "\"红线\"", "issuer=CN " },
    { "台湾*", "\"台湾\"", "" },
    { "colour:red", "\"colour red\"", "" },
    { "kind:\"call\" a b", "\"a\" AND \"b\"", "kind=call " },
    { "-trade", NULL, "" },
    { "", NULL, "" },
    { "\"never closed", "\"never closed\"", "" },
    { "to: x", "\"x\"", "" },
    { "AND OR NOT NEAR", "\"and\" AND \"or\" AND \"not\" AND \"near\"", "" },
    { "a\"b", "\"a\" AND \"b\"", "" },
    { "* - \"\"", NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntSearchQuery) query = ent_search_query_new (cases[i].typed);
      g_autofree char *match = ent_search_query_dup_match (query);
      g_autoptr (GString) fields = g_string_new (NULL);

      for (guint j = 0; j < query->fields->len; j++)
        {
          const EntSearchField *field = &g_array_index (query->fields, EntSearchField, j);

          g_string_append_printf (fields, "%s=%s ", field->key, field->value);
        }
      g_assert_cmpstr (match, ==, cases[i].match);
      g_assert_cmpstr (fields->str, ==, cases[i].fields);
    }
}

static char *
find_statements (Fixture    *fixture,
                 const char *typed)
{
  g_autoptr (EntSearchQuery) query = ent_search_query_new (typed);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRowSet) found = ent_archive_search_statements (fixture->archive, fixture->store, query, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint32 i = ent_row_set_next (found, 0); i != ENT_ROW_NONE; i = ent_row_set_next (found, i + 1))
    g_string_append_printf (ids, "%s ",
                            ent_statement_get_info (ent_event_store_get_statement (fixture->store, i))->id);
  return g_string_free (ids, FALSE);
}

static guint
count_events (Fixture    *fixture,
              const char *typed)
{
  g_autoptr (EntSearchQuery) query = ent_search_query_new (typed);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRowSet) found = ent_archive_search_events (fixture->archive, fixture->store, query, &error);

  g_assert_no_error (error);
  g_assert_true (ent_archive_has_prepared_search (fixture->archive, fixture->store));
  return ent_row_set_get_count (found);
}

static void
test_statements (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *found;
  } cases[] = {
    { "Taiwan", "en-1 " },
    { "taiw*", "en-1 " },
    { "台湾", "zh-1 zh-2 " },
    { "臺灣", "zh-1 zh-2 " },
    { "台", "zh-1 zh-2 " },
    { "湾问题", "zh-1 " },
    { "红线", "zh-1 " },
    { "\"red line\"", "en-1 " },
    { "\"line red\"", "" },
    { "red line*", "en-1 fr-1 " },
    { "red -taiwan", "fr-1 " },
    { "cafe", "fr-1 " },
    { "CAFÉ", "fr-1 " },
    { "G7峰会", "fr-1 " },
    { "峰会", "fr-1 " },
    { "乌克兰 秦刚", "zh-2 " },
    { "nowhere", "" },
    { "topic:taiwan", "en-1 fr-1 zh-1 zh-2 " },
  };

  for (guint round = 0; round < 2; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autofree char *found = find_statements (fixture, cases[i].typed);

          g_assert_cmpstr (found, ==, cases[i].found);
        }
      g_assert_true (ent_archive_rebuild_index (fixture->archive, NULL));
    }
}

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  const EntEventValue title = { ENT_EDITED_TITLE, "The island talks" };
  const char *removed[] = { "zh-2", NULL };
  guint n = ent_event_store_get_n_events (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_events (fixture, "Bali"), ==, 1);
  g_assert_cmpuint (count_events (fixture, "巴厘岛"), ==, 1);
  g_assert_cmpuint (count_events (fixture, "秦刚"), ==, 1);
  g_assert_cmpuint (count_events (fixture, "\"Xi Jinping\""), ==, 1);
  g_assert_cmpuint (count_events (fixture, "joked nowhere"), ==, 0);
  g_assert_cmpuint (count_events (fixture, "from:2022"), ==, n);
  g_assert_cmpuint (count_events (fixture, "\"island talks\""), ==, 0);
  g_assert_true (ent_archive_edit_event (fixture->archive, ent_event_store_get_id (fixture->store, 0), &title, 1, NULL,
                                         &error));
  fixture_reload (fixture);
  /* What was made beforehand is of these events, and not of those before the change. */
  g_assert_false (ent_archive_has_prepared_search (fixture->archive, fixture->store));
  ent_archive_prepare_search (fixture->archive, fixture->store);
  g_assert_true (ent_archive_has_prepared_search (fixture->archive, fixture->store));
  g_assert_cmpuint (count_events (fixture, "\"island talks\""), ==, 1);

  /* What is parsed anew or taken out is found, or not, as it is now. */
  g_assert_true (ent_archive_edit_statement (
    fixture->archive, "zh-2", &(EntStatementValue) { ENT_STATEMENT_FIELD_DATE, "2023-05-05" }, 1, &error));
  fixture_reload (fixture);
  g_assert_cmpuint (count_events (fixture, "秦刚"), ==, 1);
  g_assert_true (ent_archive_remove_statements (fixture->archive, removed, &error));
  fixture_reload (fixture);
  g_assert_cmpuint (count_events (fixture, "秦刚"), ==, 0);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  g_assert_cmpuint (count_events (fixture, "秦刚"), ==, 1);
}

static void
test_spans (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    const char *marked;
  } cases[] = {
    { "台湾", "臺灣問題、台湾", "[臺灣]問題、[台湾]" },
    { "台湾问题", "臺灣問題、台湾", "[臺灣問題]、台湾" },
    { "red \"red line\"", "No RED line, no red.", "No [RED line], no [red]." },
    { "lin*", "Lines of a line", "[Lines] of a [line]" },
    { "cafe -red", "Café, red", "[Café], red" },
    { "nothing", "at all", "at all" },
    { "lin", "red lines, outlined", "red [lines], [outlined]" },
    { "lines in", "red lines, outlined", "red [lines], outlined" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntSearchQuery) query = ent_search_query_new (cases[i].typed);
      g_autoptr (GArray) spans = ent_search_query_find_spans (query, cases[i].text, strlen (cases[i].text));
      g_autoptr (GString) marked = g_string_new (cases[i].text);

      for (guint j = spans->len; j > 0; j--)
        {
          g_string_insert_c (marked, g_array_index (spans, EntSpan, j - 1).end, ']');
          g_string_insert_c (marked, g_array_index (spans, EntSpan, j - 1).start, '[');
        }
      g_assert_cmpstr (marked->str, ==, cases[i].marked);
    }
}

/* Words that may begin and end within others. */
static void
test_parts (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    gboolean found;
  } cases[] = {
    { "rade", "Trade and tariffs", TRUE },
    { "\"ade and tar\"", "Trade and tariffs", TRUE },
    { "\"ade tar\"", "Trade and tariffs", FALSE },
    { "\"tra and\"", "Trade and tariffs", FALSE },
    { "rade iff", "Trade and tariffs", TRUE },
    { "rade war", "Trade and tariffs", FALSE },
    { "afé", "Cafes", TRUE },
    { "湾问", "臺灣問題", TRUE },
    { "湾题", "臺灣問題", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntSearchQuery) query = ent_search_query_new (cases[i].typed);

      for (guint j = 0; j < query->terms->len; j++)
        g_array_index (query->terms, EntSearchTerm, j).part = TRUE;
      g_assert_cmpint (ent_search_query_matches (query, cases[i].text, strlen (cases[i].text)), ==, cases[i].found);
    }
}

static gint at_work;

static gpointer
work_a_little (gpointer archive)
{
  g_autoptr (GRecMutexLocker) locker = ent_archive_lock (archive);

  g_atomic_int_set (&at_work, 1);
  g_usleep (10000);
  return NULL;
}

/* Who is at work for a moment, as to say that the file is in use, keeps nobody from searching in the index. */
static void
test_at_work (Fixture       *fixture,
              gconstpointer  data)
{
  guint n = count_events (fixture, "Taiwan");
  GThread *thread = g_thread_new ("works", work_a_little, fixture->archive);

  while (!g_atomic_int_get (&at_work))
    g_usleep (100);
  g_assert_cmpuint (count_events (fixture, "Taiwan"), ==, n);
  g_thread_join (thread);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/segments", test_segments);
  g_test_add_func ("/search/queries", test_queries);
  g_test_add_func ("/search/spans", test_spans);
  g_test_add_func ("/search/parts", test_parts);
  g_test_add ("/search/at-work", Fixture, lines, fixture_set_up, test_at_work, fixture_tear_down);
  g_test_add ("/search/statements", Fixture, lines, fixture_set_up, test_statements, fixture_tear_down);
  g_test_add ("/search/events", Fixture, lines, fixture_set_up, test_events, fixture_tear_down);
  return g_test_run ();
}
