/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-fixture.h"

/* What a set must reach at least, in percent of F1; raise it as the rules grow. */
#define LEAST_FOUND 90
#define LEAST_VALUE 85
#define LEAST_EDTF 85

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
} Tally;

static void
clear_gold (gpointer data)
{
  Gold *gold = data;

  g_free (gold->value);
  g_free (gold->edtf);
}

/* Takes "[words|value|EDTF]" out of @marked. */
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
      g_assert_cmpint (g_strv_length (fields), ==, 3);
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

static void
compare (const char     *text,
         const Gold     *gold,
         const EntTimex *timex,
         Tally          *tally)
{
  g_autofree char *edtf = ent_edtf_is_none (timex->edtf) ? g_strdup ("null") : ent_edtf_to_string (timex->edtf);

  tally->same_place++;
  tally->same_value += g_str_equal (gold->value, timex->value);
  tally->same_edtf += g_str_equal (gold->edtf, edtf);
  if (!g_str_equal (gold->value, timex->value) || !g_str_equal (gold->edtf, edtf))
    g_test_message ("%s: %.*s is %s %s, found %s %s", text, (int) (gold->end - gold->start), text + gold->start,
                    gold->value, gold->edtf, timex->value, edtf);
}

static void
score_line (DateFixture *fixture,
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
  tally->gold += golds->len;
  tally->found += timexes->len;
  for (guint i = 0; i < golds->len; i++)
    for (guint j = 0; j < timexes->len; j++)
      {
        const Gold *gold = &g_array_index (golds, Gold, i);
        const EntTimex *timex = &g_array_index (timexes, EntTimex, j);

        if (timex->start >= gold->end || timex->end <= gold->start)
          continue;
        compare (text, gold, timex, tally);
        break;
      }
}

static guint
percent (guint        hits,
         const Tally *tally)
{
  return 200 * hits / MAX (tally->gold + tally->found, 1);
}

static void
test_set (gconstpointer language)
{
  g_autofree char *name = g_strdup_printf ("dates-%s.tsv", (const char *) language);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "accuracy", name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  DateFixture fixture;
  Tally tally = { 0 };

  g_file_get_contents (file, &contents, NULL, &error);
  g_assert_no_error (error);
  date_fixture_init (&fixture, language);
  lines = g_strsplit (contents, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      score_line (&fixture, *line, &tally);
  date_fixture_clear (&fixture);

  g_test_message ("%s: %u expressions, %u found; F1 place %u, value %u, EDTF %u", name, tally.gold, tally.found,
                  percent (tally.same_place, &tally), percent (tally.same_value, &tally),
                  percent (tally.same_edtf, &tally));
  g_assert_cmpuint (tally.gold, >, 10);
  g_assert_cmpuint (percent (tally.same_place, &tally), >=, LEAST_FOUND);
  g_assert_cmpuint (percent (tally.same_value, &tally), >=, LEAST_VALUE);
  g_assert_cmpuint (percent (tally.same_edtf, &tally), >=, LEAST_EDTF);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/date-accuracy/english", "en", test_set);
  g_test_add_data_func ("/date-accuracy/chinese", "zh", test_set);
  return g_test_run ();
}
