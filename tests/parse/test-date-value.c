/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/date-scan.h"
#include "parse/date-value.h"
#include "parse/date-zone.h"

static const struct
{
  const char *day;
  EntDateUnit unit;
  gint32 shift;
  const char *value;
  const char *edtf;
} shifts[] = {
  { "2024-04-02", ENT_DATE_UNIT_DAY, -2, "2024-03-31", "2024-03-31" },
  { "2024-04-02", ENT_DATE_UNIT_WEEK, 0, "2024-W14", "2024-04-01/2024-04-07" },
  { "2021-01-02", ENT_DATE_UNIT_WEEK, 0, "2020-W53", "2020-12-28/2021-01-03" },
  { "2024-04-02", ENT_DATE_UNIT_WEEKEND, -1, "2024-W13-WE", "2024-03-30/2024-03-31" },
  { "2024-01-31", ENT_DATE_UNIT_MONTH, 1, "2024-02", "2024-02" },
  { "2024-01-31", ENT_DATE_UNIT_MONTH, -13, "2022-12", "2022-12" },
  { "2024-04-02", ENT_DATE_UNIT_QUARTER, -2, "2023-Q4", "2023-36" },
  { "2024-01-15", ENT_DATE_UNIT_SEASON, 0, "2023-WI", "2023-24" },
  { "2024-01-15", ENT_DATE_UNIT_SEASON, 1, "2024-SP", "2024-21" },
  { "2024-04-02", ENT_DATE_UNIT_HALF, 1, "2024-H2", "2024-41" },
  { "2024-04-02", ENT_DATE_UNIT_YEAR, -2025, "BC0002", "-0001" },
  { "2024-04-02", ENT_DATE_UNIT_DECADE, -1, "201", "201X" },
  { "2024-04-02", ENT_DATE_UNIT_CENTURY, -1, "19", "19XX" },
};

static void
test_shifts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      EntEdtf edtf;
      EntDateValue value;
      char text[40];
      g_autofree char *shown = NULL;

      g_assert_true (ent_edtf_parse (shifts[i].day, strlen (shifts[i].day), &edtf, NULL));
      value = ent_date_value_truncate (ent_date_value_from_edtf (edtf), shifts[i].unit);
      value = ent_date_value_shift (value, shifts[i].unit, shifts[i].shift);
      g_assert_true (ent_date_value_is_valid (&value));
      ent_date_value_print (&value, text, sizeof text);
      shown = ent_edtf_to_string (ent_date_value_to_edtf (&value));
      g_assert_cmpstr (text, ==, shifts[i].value);
      g_assert_cmpstr (shown, ==, shifts[i].edtf);
    }
}

/* Whatever is asked for, what comes back is a date of the calendar or says that it is none. */
static void
test_bounds (void)
{
  static const gint32 counts[] = { G_MININT32, -200000, -9999, 9999, 200000, G_MAXINT32 };

  for (guint unit = ENT_DATE_UNIT_SECOND; unit <= ENT_DATE_UNIT_CENTURY; unit++)
    for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        EntDateValue value = ent_date_value_truncate (ent_date_value_from_day (0), (EntDateUnit) unit);

        value = ent_date_value_shift (value, (EntDateUnit) unit, counts[i]);
        if (ent_date_value_is_valid (&value))
          g_assert_cmpint (ent_date_value_first_day (&value), <=, ent_date_value_last_day (&value));
      }
}

static void
test_zones (void)
{
  gint32 zone;

  g_assert_true (ent_date_zone_parse ("+08:00", &zone));
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 7, 1)), ==, 480);
  g_assert_true (ent_date_zone_parse ("+01:00/eu", &zone));
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 3, 30)), ==, 60);
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 3, 31)), ==, 120);
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 10, 27)), ==, 60);
  g_assert_true (ent_date_zone_parse ("-05:00/us", &zone));
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 3, 9)), ==, -300);
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 3, 10)), ==, -240);
  g_assert_cmpint (ent_date_zone_offset (zone, ent_day_from_ymd (2024, 11, 3)), ==, -300);
  g_assert_false (ent_date_zone_parse ("+25:00", &zone));
  g_assert_false (ent_date_zone_parse ("+01:00/mars", &zone));
  g_assert_false (ent_date_zone_parse ("", &zone));
}

/* Mistakes in what a rule gives are told with the file and line. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *rules;
    const char *message;
  } mistakes[] = {
    { "rule r\n  match a\n  give typo = DATE\n", "t:3: no such key: “typo” in rule “r”" },
    { "rule r\n  match a\n  give type = NEVER\n", "t:3: no such value: “NEVER” in rule “r”" },
    { "rule r\n  match a\n  give type = DATE\n  give year = $y\n", "t:4: no such capture: “$y” in rule “r”" },
    { "rule r\n  match a\n  give year = 1\n", "t:1: no “give type” in rule “r”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (EntLexicon) lexicon = ent_lexicon_new ();
      g_autoptr (EntRuleSet) rules = ent_rule_set_new (lexicon);
      g_autoptr (GError) error = NULL;
      EntLanguage language = { .lexicon = lexicon, .dates = rules };

      g_assert_true (ent_rule_set_load_text (rules, mistakes[i].rules, strlen (mistakes[i].rules), "t", NULL));
      g_assert_true (ent_rule_set_compile (rules, NULL));
      g_assert_null (ent_date_scanner_new (&language, &error));
      g_assert_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_UNKNOWN);
      g_assert_cmpstr (error->message, ==, mistakes[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/date-value/shifts", test_shifts);
  g_test_add_func ("/date-value/bounds", test_bounds);
  g_test_add_func ("/date-value/zones", test_zones);
  g_test_add_func ("/date-value/mistakes", test_mistakes);
  return g_test_run ();
}
