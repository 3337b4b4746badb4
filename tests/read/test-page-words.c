/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "base/table-file.h"
#include "read/page-words.h"

#define HEADER "text\twhere\thow\n"

/* A folder with a table, or two; the later one is the user's. */
static char *
make_folder (const char *table)
{
  char *folder = g_dir_make_tmp ("page-words-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "page-words.tsv", NULL);

  g_assert_true (g_file_set_contents (file, table, -1, NULL));
  return folder;
}

static void
remove_folder (char *folder)
{
  g_autofree char *file = g_build_filename (folder, "page-words.tsv", NULL);

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static void
test_own (void)
{
  char *product = make_folder (HEADER "share\taround\t\nback to top\tbelow\tglued\neditor:\tbelow\tprefix\n");
  char *own = make_folder (HEADER "-share\t\t\nback to top\tabove\t\nour news\tbelow\tsection\n");
  const char *folders[] = { product, own, "/nowhere", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPageWords) words = ent_page_words_load (folders, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ent_page_words_find (words, "share", TRUE), ==, 0);
  g_assert_cmpuint (ent_page_words_find (words, "back to top", TRUE), ==, ENT_PAGE_ABOVE);
  g_assert_cmpuint (ent_page_words_find (words, "our news", TRUE), ==, ENT_PAGE_BELOW | ENT_PAGE_SECTION);
  g_assert_cmpuint (ent_page_words_find (words, "our news", FALSE), ==, 0);
  g_assert_cmpuint (ent_page_words_find (words, "editor: somebody", FALSE), ==, ENT_PAGE_BELOW | ENT_PAGE_PREFIX);
  g_assert_true (ent_page_words_may_begin (words, "ou"));
  g_assert_false (ent_page_words_may_begin (words, "th"));
  remove_folder (product);
  remove_folder (own);
}

/* What is wrong with a table is told by file and line. */
static void
test_errors (void)
{
  static const struct
  {
    const char *row, *why;
  } cases[] = {
    { "share\tbeside\t\n", "“beside” is not above, below or around" },
    { "share\tbelow\tloose\n", "“loose” is not section, prefix or glued" },
    { "x\tbelow\t\n", "“x” is too short for words of a page" },
    { "share\tbelow\n", "2 fields, expected 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strconcat (HEADER, cases[i].row, NULL);
      char *folder = make_folder (table);
      g_autofree char *start = g_strdup_printf ("%s/page-words.tsv:2: %s", folder, cases[i].why);
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_page_words_load ((const char *[]) { folder, NULL }, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, start));
      remove_folder (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-words/own", test_own);
  g_test_add_func ("/page-words/errors", test_errors);
  return g_test_run ();
}
