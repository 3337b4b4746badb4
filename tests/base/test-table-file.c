/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/table-file.h"

#include <glib/gstdio.h>
#include <string.h>

static const char * const columns[] = { "id", "label", NULL };

/* Writes what it is given, so that a whole reading can be compared as one text. */
static gboolean
note_row (const char * const  *fields,
          const char          *file,
          guint                line,
          gpointer             data,
          GError             **error)
{
  GString *notes = data;

  if (g_str_equal (fields[0], "bad"))
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: bad", file, line);
      return FALSE;
    }
  g_string_append_printf (notes, "%u:%s|%s;", line, fields[0], fields[1]);
  return TRUE;
}

static gboolean
read_text (const char  *text,
           GString     *notes,
           char       **file,
           GError     **error)
{
  gboolean ok;
  int fd = g_file_open_tmp ("entente-table-XXXXXX.tsv", file, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (*file, text, -1, NULL));
  ok = ent_table_file_read (*file, columns, note_row, notes, error);
  g_unlink (*file);
  return ok;
}

static void
test_good (void)
{
  static const struct
  {
    const char *text;
    const char *notes;
  } cases[] = {
    { "id\tlabel\na\tA\nb\tB\n", "2:a|A;3:b|B;" },
    { "id\tlabel", "" },
    { "\xef\xbb\xbfid\tlabel\na\tA", "2:a|A;" },
    { "id\tlabel\r\na\tA\r\nb\t\r\n", "2:a|A;3:b|;" },
    { "# a comment\n\n  \t\nid\tlabel\n# more\na\t# no comment\n", "6:a|# no comment;" },
    { "id\tlabel\n 中 \t 中国 \n", "2:中|中国;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) notes = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *file = NULL;

      g_assert_true (read_text (cases[i].text, notes, &file, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (notes->str, ==, cases[i].notes);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    EntTableError code;
    guint line;
    const char *offending;
  } cases[] = {
    { "", ENT_TABLE_ERROR_HEADER, 1, "no line that names its columns" },
    { "# only this\n", ENT_TABLE_ERROR_HEADER, 2, "no line that names its columns" },
    { "id\tname\na\tA\n", ENT_TABLE_ERROR_HEADER, 1, "id name" },
    { "label\tid\n", ENT_TABLE_ERROR_HEADER, 1, "label id" },
    { "id\tlabel\na\n", ENT_TABLE_ERROR_FIELDS, 2, "a" },
    { "id\tlabel\n# c\n\na\tA\tB\n", ENT_TABLE_ERROR_FIELDS, 4, "3 fields" },
    { "id\tlabel\na\tA\n\nbad\tB\n", ENT_TABLE_ERROR_VALUE, 4, "bad" },
    { "id\tlabel\na\t\xff\n", ENT_TABLE_ERROR_VALUE, 2, "0xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) notes = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *file = NULL;
      g_autofree char *place = NULL;

      g_assert_false (read_text (cases[i].text, notes, &file, &error));
      g_assert_error (error, ENT_TABLE_ERROR, (int) cases[i].code);
      place = g_strdup_printf ("%s:%u: ", file, cases[i].line);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message + strlen (place), cases[i].offending));
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ent_table_file_read ("/nowhere/entente.tsv", columns, note_row, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "/nowhere/entente.tsv"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-file/good", test_good);
  g_test_add_func ("/table-file/bad", test_bad);
  g_test_add_func ("/table-file/missing", test_missing);
  return g_test_run ();
}
