/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/filter.h"

#include <string.h>

#include "store-fixture.h"

#define RANDOM_FILTERS 500

typedef struct
{
  EntVocabulary *vocabulary;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->vocabulary = store_fixture_load_vocabulary ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ent_vocabulary_unref (fixture->vocabulary);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EntFilter) empty = ent_filter_new ();
  g_autoptr (EntFilter) wanted = ent_filter_with_value (empty, ENT_FACET_KIND, ENT_KIND_CALL, TRUE);
  g_autoptr (EntFilter) more = ent_filter_with_value (wanted, ENT_FACET_KIND, ENT_KIND_VISIT, TRUE);
  g_autoptr (EntFilter) excluded = ent_filter_with_excluded (more, ENT_FACET_KIND, ENT_KIND_CALL, TRUE);
  g_autoptr (EntFilter) again = ent_filter_with_value (excluded, ENT_FACET_KIND, ENT_KIND_CALL, TRUE);
  g_autoptr (EntFilter) back = ent_filter_with_value (wanted, ENT_FACET_KIND, ENT_KIND_CALL, FALSE);
  g_autoptr (EntFilter) without = ent_filter_without_facet (excluded, ENT_FACET_KIND);

  g_assert_false (ent_filter_equal (wanted, empty));
  g_assert_true (ent_filter_has_value (wanted, ENT_FACET_KIND, ENT_KIND_CALL));
  g_assert_false (ent_filter_has_value (wanted, ENT_FACET_STATUS, ENT_KIND_CALL));
  g_assert_cmpuint (ent_filter_get_n_values (more, ENT_FACET_KIND), ==, 2);
  /* What is excluded is not asked for, and the other way round. */
  g_assert_true (ent_filter_has_excluded (excluded, ENT_FACET_KIND, ENT_KIND_CALL));
  g_assert_false (ent_filter_has_value (excluded, ENT_FACET_KIND, ENT_KIND_CALL));
  g_assert_cmpuint (ent_filter_get_n_values (excluded, ENT_FACET_KIND), ==, 1);
  g_assert_false (ent_filter_has_excluded (again, ENT_FACET_KIND, ENT_KIND_CALL));
  g_assert_true (ent_filter_equal (again, more));
  g_assert_true (ent_filter_equal (back, empty));
  g_assert_true (ent_filter_equal (without, empty));
  /* Each change made a new one. */
  g_assert_cmpuint (ent_filter_get_n_values (wanted, ENT_FACET_KIND), ==, 1);
}

static void
test_between (Fixture       *fixture,
              gconstpointer  data)
{
  static const guint16 two[] = { 7, 3, 7 };
  static const guint16 turned[] = { 3, 7 };
  g_autoptr (EntFilter) empty = ent_filter_new ();
  g_autoptr (EntFilter) a = ent_filter_with_between (empty, two, G_N_ELEMENTS (two), TRUE);
  g_autoptr (EntFilter) b = ent_filter_with_between (empty, turned, G_N_ELEMENTS (turned), TRUE);
  g_autoptr (EntFilter) loose = ent_filter_with_between (b, turned, G_N_ELEMENTS (turned), FALSE);
  g_autoptr (EntFilter) none = ent_filter_with_between (a, NULL, 0, TRUE);
  gboolean strict;
  gsize n;
  const guint16 *actors = ent_filter_get_between (a, &n, &strict);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (actors[0], ==, 7);
  g_assert_cmpuint (actors[1], ==, 3);
  g_assert_true (strict);
  g_assert_true (ent_filter_equal (a, b));
  g_assert_false (ent_filter_equal (b, loose));
  g_assert_true (ent_filter_equal (none, empty));
}

/* Several relationships at once. */
static void
test_also (Fixture       *fixture,
           gconstpointer  data)
{
  const EntFilterPair first = { { 0, 1 } }, second = { { 1, 2 } }, turned = { { 2, 1 } };
  g_autoptr (EntFilter) empty = ent_filter_new ();
  g_autoptr (EntFilter) one = ent_filter_with_also (empty, first, TRUE);
  g_autoptr (EntFilter) two = ent_filter_with_also (one, second, TRUE);
  g_autoptr (EntFilter) again = ent_filter_with_also (two, turned, TRUE);
  g_autoptr (EntFilter) strict = ent_filter_with_strict (two, TRUE);
  g_autoptr (EntFilter) other = ent_filter_with_also (two, first, FALSE);
  g_autoptr (EntFilter) last = ent_filter_with_also (other, second, FALSE);
  g_autoptr (EntFilter) taken = ent_filter_with_relationship (empty, strict);
  g_autofree char *words = ent_filter_to_string (strict, fixture->vocabulary);
  g_autoptr (EntFilter) read = ent_filter_from_string (words, fixture->vocabulary, NULL);
  gsize n;

  g_assert_cmpuint (ent_filter_get_between (one, &n, NULL)[1], ==, 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (ent_filter_get_also (two, &n)[0].actors[1], ==, 2);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (ent_filter_equal (again, two));
  g_assert_false (ent_filter_equal (two, one));
  /* Without the first, the next stands in its place; the last one stays. */
  g_assert_cmpuint (ent_filter_get_between (other, &n, NULL)[1], ==, 2);
  g_assert_true (ent_filter_equal (last, other));
  g_assert_true (ent_filter_equal (taken, strict));
  g_assert_true (ent_filter_equal (read, strict));
}

static void
test_span_and_words (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (EntFilter) empty = ent_filter_new ();
  g_autoptr (EntFilter) span = ent_filter_with_span (empty, 10, 20);
  g_autoptr (EntFilter) wide = ent_filter_with_span (span, G_MININT32 + 5, ent_day_from_ymd (ENT_YEAR_MAX, 12, 31));
  g_autoptr (EntFilter) words = ent_filter_with_words (empty, "  San Francisco ");
  g_autoptr (EntFilter) blank = ent_filter_with_words (words, " \t");
  g_autoptr (EntFilter) null = ent_filter_with_words (words, NULL);
  EntDay from;
  EntDay to;

  ent_filter_get_span (span, &from, &to);
  g_assert_cmpint (from, ==, 10);
  g_assert_cmpint (to, ==, 20);
  g_assert_true (ent_filter_equal (wide, empty));
  g_assert_cmpstr (ent_filter_get_words (words), ==, "San Francisco");
  g_assert_true (ent_filter_equal (blank, empty));
  g_assert_null (ent_filter_get_words (null));
}

static void
test_string (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *printed; /* NULL: as it was read */
  } cases[] = {
    { "between=CN,US", NULL },
    { "between=US,CN&strict", NULL },
    { "between=US,CN&also=US,RU&also=JP,CN&strict", NULL },
    { "topic=taiwan,trade&-topic=drugs", "topic=taiwan,trade&-topic=drugs" },
    { "topic=trade&topic=taiwan", "topic=taiwan,trade" },
    { "kind=call&actor=RU&issuer=CN&status=planned&assertion=stated", NULL },
    { "-kind=military", NULL },
    { "from=2023-11&to=2024", "from=2023-11-01&to=2024-12-31" },
    { "from=-0043-03-15", NULL },
    { "review=accepted,edited", NULL },
    { "words=San%20Francisco%26%25", NULL },
    { "words=台湾", NULL },
    { "words=%E5%8F%B0%E6%B9%BE", "words=台湾" },
  };
  g_autoptr (EntFilter) empty = ent_filter_new ();
  g_autofree char *nothing = ent_filter_to_string (empty, fixture->vocabulary);

  g_assert_cmpstr (nothing, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntFilter) filter = ent_filter_from_string (cases[i].text, fixture->vocabulary, &error);
      g_autofree char *printed = NULL;

      g_assert_no_error (error);
      printed = ent_filter_to_string (filter, fixture->vocabulary);
      g_assert_cmpstr (printed, ==, cases[i].printed != NULL ? cases[i].printed : cases[i].text);
    }
}

static void
test_bad_string (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *text;
    EntFilterError code;
    const char *offending;
  } cases[] = {
    { "topic", ENT_FILTER_ERROR_SYNTAX, "topic" },
    { "colour=red", ENT_FILTER_ERROR_SYNTAX, "colour=red" },
    { "-from=2024", ENT_FILTER_ERROR_SYNTAX, "-from=2024" },
    { "strict", ENT_FILTER_ERROR_SYNTAX, "strict" },
    { "from=yesterday", ENT_FILTER_ERROR_SYNTAX, "yesterday" },
    { "kind=call&&status=planned", ENT_FILTER_ERROR_SYNTAX, "" },
    { "words=%zz", ENT_FILTER_ERROR_SYNTAX, "%zz" },
    { "words=%ff", ENT_FILTER_ERROR_SYNTAX, "%ff" },
    { "topic=weather", ENT_FILTER_ERROR_UNKNOWN, "weather" },
    { "topic=taiwan,", ENT_FILTER_ERROR_UNKNOWN, "" },
    { "kind=Call", ENT_FILTER_ERROR_UNKNOWN, "Call" },
    { "between=CN,ZZ", ENT_FILTER_ERROR_UNKNOWN, "ZZ" },
    { "-issuer=nobody", ENT_FILTER_ERROR_UNKNOWN, "nobody" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *quoted = g_strdup_printf ("“%s”", cases[i].offending);

      g_assert_null (ent_filter_from_string (cases[i].text, fixture->vocabulary, &error));
      g_assert_error (error, ENT_FILTER_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, quoted));
    }
}

/* A filter after some random changes, each of which the accessors must show. */
static EntFilter *
random_filter (void)
{
  EntFilter *filter = ent_filter_new ();

  for (gint32 i = g_test_rand_int_range (0, 8); i > 0; i--)
    {
      EntFilterFacet facet = (EntFilterFacet) g_test_rand_int_range (0, ENT_N_FACETS);
      guint value = (guint) g_test_rand_int_range (0, 3);
      gboolean on = g_test_rand_int_range (0, 3) > 0;
      EntFilter *changed;

      if (g_test_rand_bit ())
        {
          changed = ent_filter_with_value (filter, facet, value, on);
          g_assert_cmpint (ent_filter_has_value (changed, facet, value), ==, on);
        }
      else
        {
          changed = ent_filter_with_excluded (filter, facet, value, on);
          g_assert_cmpint (ent_filter_has_excluded (changed, facet, value), ==, on);
        }
      g_assert_false (ent_filter_has_value (changed, facet, value) && ent_filter_has_excluded (changed, facet, value));
      ent_filter_unref (filter);
      filter = changed;
    }
  return filter;
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < RANDOM_FILTERS; i++)
    {
      g_autoptr (EntFilter) plain = random_filter ();
      g_autoptr (EntFilter) span = ent_filter_with_span (plain, g_test_rand_int_range (-9999, 0), g_test_rand_int ());
      g_autoptr (EntFilter) filter = ent_filter_with_words (span, i % 3 == 0 ? "a&b=c,%d" : NULL);
      g_autofree char *text = ent_filter_to_string (filter, fixture->vocabulary);
      g_autoptr (EntFilter) again = ent_filter_from_string (text, fixture->vocabulary, NULL);

      g_assert_nonnull (again);
      g_assert_true (ent_filter_equal (filter, again));
    }
}

#define ADD(name, func) g_test_add ("/filter/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("values", test_values);
  ADD ("between", test_between);
  ADD ("also", test_also);
  ADD ("span-and-words", test_span_and_words);
  ADD ("string", test_string);
  ADD ("bad-string", test_bad_string);
  ADD ("random", test_random);
  return g_test_run ();
}
