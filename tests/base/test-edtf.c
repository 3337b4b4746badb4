/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/edtf.h"

#include <string.h>

#define RANDOM_CASES 20000

/* A day as YYYY-MM-DD, or `..` for an open side. */
static char *
day_to_string (EntDay day)
{
  if (day == ENT_DAY_OPEN_START || day == ENT_DAY_OPEN_END)
    return g_strdup ("..");
  return ent_edtf_to_string (ent_edtf_day (day));
}

static const struct
{
  const char *text;
  const char *printed; /* NULL: as it was read */
  const char *earliest;
  const char *latest;
} good_cases[] = {
  { "2024-04-02", NULL, "2024-04-02", "2024-04-02" },
  { "2023-11", NULL, "2023-11-01", "2023-11-30" },
  { "2024-02", NULL, "2024-02-01", "2024-02-29" },
  { "1979", NULL, "1979-01-01", "1979-12-31" },
  { "0000", NULL, "0000-01-01", "0000-12-31" },
  { "-0043-03-15", NULL, "-0043-03-15", "-0043-03-15" },
  { "-9999", NULL, "-9999-01-01", "-9999-12-31" },
  { "9999", NULL, "9999-01-01", "9999-12-31" },
  { "197X", NULL, "1970-01-01", "1979-12-31" },
  { "19XX", NULL, "1900-01-01", "1999-12-31" },
  { "-004X", NULL, "-0049-01-01", "-0040-12-31" },
  { "-01XX", NULL, "-0199-01-01", "-0100-12-31" },
  { "197X~", NULL, "1970-01-01", "1979-12-31" },
  { "2024-XX", "2024", "2024-01-01", "2024-12-31" },
  { "2024-04-XX", "2024-04", "2024-04-01", "2024-04-30" },
  { "2024-XX-XX", "2024", "2024-01-01", "2024-12-31" },
  /* Northern, southern, quarters, thirds, halves. */
  { "2024-21", NULL, "2024-03-01", "2024-05-31" },
  { "2024-22", NULL, "2024-06-01", "2024-08-31" },
  { "2024-23", NULL, "2024-09-01", "2024-11-30" },
  { "2024-24", NULL, "2024-12-01", "2025-02-28" },
  { "2023-24", NULL, "2023-12-01", "2024-02-29" },
  { "2024-28", NULL, "2024-12-01", "2025-02-28" },
  { "2024-29", NULL, "2024-09-01", "2024-11-30" },
  { "2024-31", NULL, "2024-03-01", "2024-05-31" },
  { "2024-33", NULL, "2024-01-01", "2024-03-31" },
  { "2024-36", NULL, "2024-10-01", "2024-12-31" },
  { "2024-38", NULL, "2024-05-01", "2024-08-31" },
  { "2024-40", NULL, "2024-01-01", "2024-06-30" },
  { "2024-41", NULL, "2024-07-01", "2024-12-31" },
  /* Qualifiers never widen. */
  { "1979~", NULL, "1979-01-01", "1979-12-31" },
  { "1979?", NULL, "1979-01-01", "1979-12-31" },
  { "2024-04-02%", NULL, "2024-04-02", "2024-04-02" },
  /* Times. */
  { "2025-05-12T09:00:00+02:00", NULL, "2025-05-12", "2025-05-12" },
  { "2025-05-12T09:00:00Z", NULL, "2025-05-12", "2025-05-12" },
  { "2025-05-12T09:00", "2025-05-12T09:00:00", "2025-05-12", "2025-05-12" },
  { "2025-05-12T09:00:30-03:30", NULL, "2025-05-12", "2025-05-12" },
  { "2025-05-12T09:00:30+08", "2025-05-12T09:00:30+08:00", "2025-05-12", "2025-05-12" },
  { "2025-05-12T09:00:00+00:00", "2025-05-12T09:00:00Z", "2025-05-12", "2025-05-12" },
  /* Intervals, as the contract writes them. */
  { "2023-11-14/2023-11-16", NULL, "2023-11-14", "2023-11-16" },
  { "2023-01/2023-04~", NULL, "2023-01-01", "2023-04-30" },
  { "2024-01~/2024-04-02", NULL, "2024-01-01", "2024-04-02" },
  { "1979/..", NULL, "1979-01-01", ".." },
  { "../2025-05-14", NULL, "..", "2025-05-14" },
  { "1979/", "1979/..", "1979-01-01", ".." },
  { "/1979", "../1979", "..", "1979-12-31" },
  { "../..", NULL, "..", ".." },
  { "2024/2024-03", NULL, "2024-01-01", "2024-03-31" },
  { "2024-12/2024", NULL, "2024-12-01", "2024-12-31" },
  { "-0043/0014", NULL, "-0043-01-01", "0014-12-31" },
  { "2024-04-02T09:00:00Z/2024-04-02T11:00:00Z", NULL, "2024-04-02", "2024-04-02" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *printed = NULL;
      g_autofree char *earliest = NULL;
      g_autofree char *latest = NULL;
      EntEdtf edtf;

      g_test_message ("%s", good_cases[i].text);
      g_assert_true (ent_edtf_parse (good_cases[i].text, strlen (good_cases[i].text), &edtf, &error));
      g_assert_no_error (error);
      printed = ent_edtf_to_string (edtf);
      earliest = day_to_string (ent_edtf_earliest (edtf));
      latest = day_to_string (ent_edtf_latest (edtf));
      g_assert_cmpstr (printed, ==, good_cases[i].printed != NULL ? good_cases[i].printed : good_cases[i].text);
      g_assert_cmpstr (earliest, ==, good_cases[i].earliest);
      g_assert_cmpstr (latest, ==, good_cases[i].latest);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    EntEdtfError code;
    const char *place;
  } cases[] = {
    { "", ENT_EDTF_ERROR_SYNTAX, "byte 1" },
    { "/", ENT_EDTF_ERROR_SYNTAX, "byte 1" },
    { "..", ENT_EDTF_ERROR_SYNTAX, "byte 1" },
    { ".", ENT_EDTF_ERROR_SYNTAX, "byte 2" },
    { "April", ENT_EDTF_ERROR_SYNTAX, "byte 1" },
    { "24", ENT_EDTF_ERROR_SYNTAX, "byte 3" },
    { "20240", ENT_EDTF_ERROR_SYNTAX, "byte 5" },
    { "Y17000", ENT_EDTF_ERROR_NO_DAY, "byte 1" },
    { "1979/Y-17000", ENT_EDTF_ERROR_NO_DAY, "byte 6" },
    { "1XXX", ENT_EDTF_ERROR_SYNTAX, "byte 2" },
    { "19X0", ENT_EDTF_ERROR_SYNTAX, "byte 4" },
    { "197X-04", ENT_EDTF_ERROR_SYNTAX, "byte 5" },
    { "2024-4", ENT_EDTF_ERROR_SYNTAX, "byte 6" },
    { "2024-04-2", ENT_EDTF_ERROR_SYNTAX, "byte 9" },
    { "2024-04-", ENT_EDTF_ERROR_SYNTAX, "byte 9" },
    { "2024-21-01", ENT_EDTF_ERROR_SYNTAX, "byte 8" },
    { "2024-04-02T", ENT_EDTF_ERROR_SYNTAX, "byte 12" },
    { "2024-04-02T09", ENT_EDTF_ERROR_SYNTAX, "byte 14" },
    { "2024-04-02T09:00:00+2", ENT_EDTF_ERROR_SYNTAX, "byte 21" },
    { "2024~?", ENT_EDTF_ERROR_SYNTAX, "byte 6" },
    { "2024 ", ENT_EDTF_ERROR_SYNTAX, "byte 5" },
    { "2024/2025/2026", ENT_EDTF_ERROR_SYNTAX, "byte 10" },
    { "2024-00", ENT_EDTF_ERROR_NO_DAY, "byte 6" },
    { "2024-13", ENT_EDTF_ERROR_NO_DAY, "byte 6" },
    { "2024-42", ENT_EDTF_ERROR_NO_DAY, "byte 6" },
    { "2023-02-29", ENT_EDTF_ERROR_NO_DAY, "byte 9" },
    { "2024-04-00", ENT_EDTF_ERROR_NO_DAY, "byte 9" },
    { "2024-04-02T24:00:00", ENT_EDTF_ERROR_NO_DAY, "byte 12" },
    { "2024-04-02T09:60", ENT_EDTF_ERROR_NO_DAY, "byte 12" },
    { "2024-04-02T09:00:00+02:60", ENT_EDTF_ERROR_NO_DAY, "byte 20" },
    { "-0000", ENT_EDTF_ERROR_NO_DAY, "byte 1" },
    { "2024/2023", ENT_EDTF_ERROR_BACKWARD, "byte 5" },
    { "2024-04-03/2024-04-02", ENT_EDTF_ERROR_BACKWARD, "byte 11" },
    { "2024-04-02T11:00:00Z/2024-04-02T09:00:00Z", ENT_EDTF_ERROR_BACKWARD, "byte 21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      EntEdtf edtf;

      g_test_message ("%s", cases[i].text);
      g_assert_false (ent_edtf_parse (cases[i].text, strlen (cases[i].text), &edtf, &error));
      g_assert_error (error, ENT_EDTF_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

/* The length bounds what is read, not a NUL, and an error quotes only valid text. */
static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  EntEdtf edtf;

  g_assert_true (ent_edtf_parse ("2024-04-02", 7, &edtf, NULL));
  g_assert_true (ent_edtf_equal (edtf, ent_edtf_point (ent_edtf_point_month (2024, 4))));
  g_assert_false (ent_edtf_parse ("2024\0-04", 8, &edtf, NULL));
  g_assert_false (ent_edtf_parse ("\xff\xfe", 2, &edtf, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_values (void)
{
  EntEdtf none = { 0 };
  EntEdtf day = ent_edtf_day (ent_day_from_ymd (2024, 4, 2));
  EntEdtf span = ent_edtf_interval (ent_edtf_point_year (1979), ent_edtf_point_open ());
  g_autofree char *nothing = ent_edtf_to_string (none);
  g_autofree char *since = ent_edtf_to_string (span);

  g_assert_true (ent_edtf_is_none (none));
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (ent_edtf_earliest (none), ==, ENT_DAY_OPEN_START);
  g_assert_cmpint (ent_edtf_latest (none), ==, ENT_DAY_OPEN_END);
  g_assert_false (ent_edtf_overlaps (none, span));
  g_assert_cmpint (ent_edtf_get_width (none), ==, G_MAXINT64);
  g_assert_cmpint (ent_edtf_get_width (span), ==, G_MAXINT64);
  g_assert_cmpint (ent_edtf_get_width (day), ==, 0);
  g_assert_cmpstr (since, ==, "1979/..");
  g_assert_true (ent_edtf_is_interval (span));
  g_assert_false (ent_edtf_is_day (span));
  g_assert_true (ent_edtf_is_day (day));
  g_assert_false (ent_edtf_is_day (ent_edtf_point (ent_edtf_point_month (2024, ENT_SEASON_SPRING))));
  g_assert_true (ent_edtf_equal (day, ent_edtf_point (ent_edtf_point_day (ent_edtf_earliest (day)))));
  g_assert_false (ent_edtf_equal (day, span));
}

static void
test_overlaps (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean overlap;
  } cases[] = {
    { "2024-04-02", "2024-04", TRUE },     { "2024-04-02", "2024-04-03", FALSE }, { "2024-24", "2025-02", TRUE },
    { "1979/..", "2024-04-02", TRUE },     { "1979/..", "1978", FALSE },          { "../1979", "1979-12-31", TRUE },
    { "../1979", "1980/..", FALSE },       { "../..", "-0043", TRUE },            { "197X", "1980", FALSE },
    { "2024-01/2024-03", "2024-03-31", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntEdtf a;
      EntEdtf b;

      g_assert_true (ent_edtf_parse (cases[i].a, strlen (cases[i].a), &a, NULL));
      g_assert_true (ent_edtf_parse (cases[i].b, strlen (cases[i].b), &b, NULL));
      g_assert_cmpint (ent_edtf_overlaps (a, b), ==, cases[i].overlap);
      g_assert_cmpint (ent_edtf_overlaps (b, a), ==, cases[i].overlap);
    }
}

static void
test_refines (void)
{
  static const struct
  {
    const char *day;
    const char *wider;
    gboolean refines;
  } cases[] = {
    { "2024-04-02", "2024-04", TRUE },       { "2024-04-02", "2024", TRUE },          { "2024-04-02", "2024-05", FALSE },
    { "2024-04-02", "2024-04-02", FALSE },   { "2024-04", "2024", FALSE },            { "2024-04-02", "2024-21", TRUE },
    { "2024-04-02", "2024-04-01/..", TRUE }, { "2024-04-02", "2024-03/2024-04-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntEdtf day, wider;

      g_assert_true (ent_edtf_parse (cases[i].day, strlen (cases[i].day), &day, NULL));
      g_assert_true (ent_edtf_parse (cases[i].wider, strlen (cases[i].wider), &wider, NULL));
      g_assert_cmpint (ent_edtf_refines (day, wider), ==, cases[i].refines);
    }
}

/* What is true of any date that could be read. */
static void
check_properties (EntEdtf edtf)
{
  g_autofree char *printed = ent_edtf_to_string (edtf);
  g_autofree char *words = ent_edtf_to_words (edtf, NULL);
  EntEdtf again;

  g_assert_true (ent_edtf_parse (printed, strlen (printed), &again, NULL));
  g_assert_true (ent_edtf_equal (edtf, again));
  g_assert_cmpint (ent_edtf_earliest (edtf), <=, ent_edtf_latest (edtf));
  g_assert_true (ent_edtf_overlaps (edtf, edtf));
  g_assert_cmpstr (words, !=, "");
}

static char *
random_text (void)
{
  /* Pieces that make dates likely, and single characters that break them. */
  static const char * const pieces[] = {
    "2024", "1979", "-0043", "0000", "197X", "19XX", "-04", "-12", "-21", "-24", "-30", "-02", "-31", "-XX", "-25", "-32", "-33", "-36", "-37", "-39", "-40", "-41",
    "T09:00:00", "T23:59:59", "Z", "+02:00", "-03:30", "~", "?", "%", "/", "/..", "../", "X", "5", ".", ":",
  };
  GString *text = g_string_new (NULL);
  gint32 n = g_test_rand_int_range (1, 7);

  for (gint32 i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_random_texts (void)
{
  EntEdtf last = ent_edtf_day (0);
  guint n_good = 0;

  for (guint i = 0; i < RANDOM_CASES; i++)
    {
      g_autofree char *text = random_text ();
      EntEdtf edtf;

      if (!ent_edtf_parse (text, strlen (text), &edtf, NULL))
        continue;
      n_good++;
      check_properties (edtf);
      g_assert_cmpint (ent_edtf_overlaps (edtf, last), ==, ent_edtf_overlaps (last, edtf));
      last = edtf;
    }
  /* The generator must not have gone blind. */
  g_assert_cmpuint (n_good, >, RANDOM_CASES / 50);
}

static void
test_random_days (void)
{
  EntDay first = ent_day_from_ymd (ENT_YEAR_MIN, 1, 1);
  EntDay last = ent_day_from_ymd (ENT_YEAR_MAX, 12, 31);

  for (guint i = 0; i < RANDOM_CASES; i++)
    {
      EntDay a = g_test_rand_int_range (first, last - 400);
      EntDay b = a + g_test_rand_int_range (0, 400);
      EntEdtf span = ent_edtf_interval (ent_edtf_point_day (a), ent_edtf_point_day (b));

      check_properties (ent_edtf_day (a));
      check_properties (span);
      g_assert_cmpint (ent_edtf_earliest (ent_edtf_day (a)), ==, a);
      g_assert_cmpint (ent_edtf_latest (ent_edtf_day (a)), ==, a);
      g_assert_true (ent_edtf_overlaps (span, ent_edtf_day (a)));
      g_assert_cmpint (ent_edtf_get_width (span), ==, b - a);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/good", test_good);
  g_test_add_func ("/edtf/bad", test_bad);
  g_test_add_func ("/edtf/length", test_length);
  g_test_add_func ("/edtf/values", test_values);
  g_test_add_func ("/edtf/overlaps", test_overlaps);
  g_test_add_func ("/edtf/refines", test_refines);
  g_test_add_func ("/edtf/random-texts", test_random_texts);
  g_test_add_func ("/edtf/random-days", test_random_days);
  return g_test_run ();
}
