/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/language-name.h"

static void
test_names (void)
{
  static const struct
  {
    const char *tag, *reader, *name;
  } cases[] = {
    { "en", "en", "English" },
    { "zh", "en", "Chinese" },
    { "EN", "en", "English" },
    { "zh-Hant", "en", "Chinese (Traditional)" },
    { "pt_BR", "en", "Portuguese (Brazil)" },
    { "en", "zh_CN", "英语" },
    { "zh", "zh_CN", "中文" },
    { "en", "zh_TW", "英文" },
    { "hy", "zh_TW", "亞美尼亞文" },
    /* Of no language, or of none that is known. */
    { "", "en", NULL },
    { "und", "en", NULL },
    { "qqq", "en", NULL },
    { "English", "en", NULL },
    { "in two tongues", "en", NULL },
    { "x-own", "en", NULL },
    { "en\n", "en", NULL },
    { "en", "qqq", NULL },
    { "en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg-hhhhhhhh-iiiiiiii-jjjjjjjj-kkkkkkkk-llllllll"
      "-mmmmmmmm-nnnnnnnn-oooooooo-pppppppp-qqqqqqqq-rrrrrrrr-ssssssss-tttttttt-uuuuuuuu-vvvvvvvv-wwwwwwww", "en", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ent_language_dup_name (cases[i].tag, cases[i].reader);

      g_test_message ("%s in %s", cases[i].tag, cases[i].reader);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Every language that is recognised has a name in each language that the program speaks. */
static void
test_recognised (void)
{
  static const char * const readers[] = { "en", "zh_CN", "zh_TW" };
  g_autofree char *path = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", "recognised.tsv", NULL);
  g_autofree char *table = NULL;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);

      if (fields[0] == NULL || *lines[i] == '#' || g_str_has_prefix (lines[i], "language\t"))
        continue;
      n++;
      for (guint j = 0; j < G_N_ELEMENTS (readers); j++)
        {
          g_autofree char *name = ent_language_dup_name (fields[0], readers[j]);

          g_test_message ("%s in %s: %s", fields[0], readers[j], name);
          g_assert_nonnull (name);
        }
    }
  g_assert_cmpuint (n, >, 30);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language-name/names", test_names);
  g_test_add_func ("/language-name/recognised", test_recognised);
  return g_test_run ();
}
