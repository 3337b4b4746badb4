/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "date-fixture.h"
#include "read/json-record.h"

/**
 * Set:
 * @name: the file
 * @language: its language
 * @found: what it must reach at least, in percent of F1: expressions found; raise it as the rules grow
 * @value: the same, with the right value
 * @edtf: the same, with the right EDTF date; 0 where the set tells none
 * @held: whether it is put aside, so that what is wrong is counted but not shown
 */
typedef struct
{
  const char *name;
  const char *language;
  guint found;
  guint value;
  guint edtf;
  gboolean held;
} Set;

static const Set sets[] = {
  { "dates-en.tsv", "en", 97, 94, 95, FALSE },
  { "news-en.tsv", "en", 98, 97, 0, FALSE },
  { "wire-en.tsv", "en", 95, 92, 0, FALSE },
  { "dates-zh.tsv", "zh", 98, 97, 97, FALSE },
  { "forms-zh.tsv", "zh", 97, 94, 0, FALSE },
  { "zh-dev.jsonl", "zh", 97, 97, 0, FALSE },
  { "zh-held.jsonl", "zh", 96, 93, 0, TRUE },
};

typedef struct
{
  gsize start;
  gsize end;
  char *value;
  char *edtf;
} Gold;

typedef struct
{
  guint gold;
  guint found;
  guint same_place;
  guint same_value;
  guint same_edtf;
  gboolean held;
} Tally;

static void
clear_gold (gpointer data)
{
  Gold *gold = data;

  g_free (gold->value);
  g_free (gold->edtf);
}

/* Takes "[words|value|EDTF]" or "[words|value]" out of @marked. */
static char *
read_marks (const char *marked,
            GArray     *golds)
{
  GString *text = g_string_new (NULL);

  for (const char *at = marked; *at != '\0'; at++)
    {
      const char *end = *at == '[' ? strchr (at, ']') : NULL;
      g_auto (GStrv) fields = NULL;
      Gold gold;

      if (end == NULL)
        {
          g_string_append_c (text, *at);
          continue;
        }
      {
        g_autofree char *inside = g_strndup (at + 1, (gsize) (end - at) - 1);

        fields = g_strsplit (inside, "|", -1);
      }
      g_assert_cmpint (g_strv_length (fields), >=, 2);
      gold.start = text->len;
      g_string_append (text, fields[0]);
      gold.end = text->len;
      gold.value = g_strdup (fields[1]);
      gold.edtf = g_strdup (fields[2]);
      g_array_append_val (golds, gold);
      at = end;
    }
  return g_string_free (text, FALSE);
}

/* Takes `"timexes": [{"start": 0, "end": 5, "type": "DATE", "value": "2024"}, …]` out of a line; offsets count
 * characters of @text. */
static void
read_timexes (const char *line,
              const char *text,
              GArray     *golds)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{\"start\": (\\d+), \"end\": (\\d+), \"type\": \"\\w+\", "
                                          "\"value\": \"([^\"]+)\"\\}",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, line, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *start = g_match_info_fetch (match, 1);
      g_autofree char *end = g_match_info_fetch (match, 2);
      Gold gold = { 0 };

      g_assert_cmpint (atoi (end), <=, g_utf8_strlen (text, -1));
      gold.start = (gsize) (g_utf8_offset_to_pointer (text, atoi (start)) - text);
      gold.end = (gsize) (g_utf8_offset_to_pointer (text, atoi (end)) - text);
      gold.value = g_match_info_fetch (match, 3);
      g_array_append_val (golds, gold);
    }
}

static void
compare (const char     *text,
         const Gold     *gold,
         const EntTimex *timex,
         Tally          *tally)
{
  g_autofree char *edtf = ent_edtf_is_none (timex->edtf) ? g_strdup ("null") : ent_edtf_to_string (timex->edtf);
  gboolean same_edtf = gold->edtf == NULL || g_str_equal (gold->edtf, edtf);

  tally->same_place++;
  tally->same_value += g_str_equal (gold->value, timex->value);
  tally->same_edtf += same_edtf;
  if (!tally->held && (!g_str_equal (gold->value, timex->value) || !same_edtf))
    g_test_message ("%s: %.*s is %s %s, found %s %s", text, (int) (gold->end - gold->start), text + gold->start,
                    gold->value, gold->edtf != NULL ? gold->edtf : "", timex->value, edtf);
}

static gboolean
overlap (const Gold     *gold,
         const EntTimex *timex,
         gboolean        exactly)
{
  if (exactly)
    return timex->start == gold->start && timex->end == gold->end;
  return timex->start < gold->end && timex->end > gold->start;
}

/* One expression found stands for one that is there, those of the very same place first. */
static void
align (const char *text,
       GArray     *golds,
       GArray     *timexes,
       Tally      *tally)
{
  g_autofree gboolean *used_gold = g_new0 (gboolean, golds->len + 1);
  g_autofree gboolean *used_timex = g_new0 (gboolean, timexes->len + 1);

  tally->gold += golds->len;
  tally->found += timexes->len;
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < golds->len; i++)
      for (guint j = 0; j < timexes->len && !used_gold[i]; j++)
        {
          const Gold *gold = &g_array_index (golds, Gold, i);
          const EntTimex *timex = &g_array_index (timexes, EntTimex, j);

          if (used_timex[j] || !overlap (gold, timex, round == 0))
            continue;
          used_gold[i] = used_timex[j] = TRUE;
          compare (text, gold, timex, tally);
        }
}

/* "date TAB text with marks". */
static void
score_marked_line (DateFixture *fixture,
                   const char  *line,
                   Tally       *tally)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 2);
  g_autoptr (GArray) golds = g_array_new (FALSE, FALSE, sizeof (Gold));
  g_autofree char *text = NULL;
  g_autoptr (GArray) timexes = NULL;

  g_array_set_clear_func (golds, clear_gold);
  g_assert_cmpint (g_strv_length (columns), ==, 2);
  text = read_marks (columns[1], golds);
  timexes = date_fixture_scan (fixture, columns[0], text);
  align (text, golds, timexes, tally);
}

static void
score_json_line (DateFixture *fixture,
                 const char  *line,
                 Tally       *tally)
{
  g_autoptr (GArray) golds = g_array_new (FALSE, FALSE, sizeof (Gold));
  g_autoptr (GArray) timexes = NULL;
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  const char *text;

  ent_json_record_parse (line, strlen (line), &record, &error);
  g_assert_no_error (error);
  text = record.fields[ENT_FIELD_TEXT]->str;
  g_array_set_clear_func (golds, clear_gold);
  read_timexes (line, text, golds);
  timexes = date_fixture_scan (fixture, record.fields[ENT_FIELD_DATE]->str, text);
  align (text, golds, timexes, tally);
}

static guint
percent (guint        hits,
         const Tally *tally)
{
  return 200 * hits / MAX (tally->gold + tally->found, 1);
}

static void
test_set (gconstpointer data)
{
  const Set *set = data;
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "accuracy", set->name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  DateFixture fixture;
  Tally tally = { .held = set->held };

  g_file_get_contents (file, &contents, NULL, &error);
  g_assert_no_error (error);
  date_fixture_init (&fixture, set->language);
  lines = g_strsplit (contents, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line == '{')
      score_json_line (&fixture, *line, &tally);
    else if (**line != '\0' && **line != '#')
      score_marked_line (&fixture, *line, &tally);
  date_fixture_clear (&fixture);

  g_test_message ("%s: %u expressions, %u found; F1 place %u, value %u, EDTF %u", set->name, tally.gold, tally.found,
                  percent (tally.same_place, &tally), percent (tally.same_value, &tally),
                  percent (tally.same_edtf, &tally));
  g_assert_cmpuint (tally.gold, >, 10);
  g_assert_cmpuint (percent (tally.same_place, &tally), >=, set->found);
  g_assert_cmpuint (percent (tally.same_value, &tally), >=, set->value);
  g_assert_cmpuint (percent (tally.same_edtf, &tally), >=, set->edtf);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-accuracy/%s", sets[i].name);

      g_test_add_data_func (path, &sets[i], test_set);
    }
  return g_test_run ();
}
