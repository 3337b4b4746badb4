/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/table-file.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

G_DEFINE_QUARK (ent-table-error-quark, ent_table_error)

typedef struct
{
  const char *file;
  const char * const *columns;
  guint n_columns;
  gboolean has_header;
  EntTableFunc func;
  gpointer data;
} Table;

static gboolean
check_utf8 (const char  *file,
            const char  *text,
            gsize        length,
            GError     **error)
{
  const char *bad;
  guint line = 1;

  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;

  for (const char *p = text; p < bad; p++)
    line += *p == '\n';
  g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: not UTF-8 text (byte 0x%02x)", file, line,
               (guint8) *bad);
  return FALSE;
}

static gboolean
check_header (const Table  *table,
              char        **fields,
              guint         line,
              GError      **error)
{
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (g_strv_equal ((const char * const *) fields, table->columns))
    return TRUE;

  expected = g_strjoinv (" ", (char **) table->columns);
  found = g_strjoinv (" ", fields);
  g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_HEADER, "%s:%u: the columns are “%s”, expected “%s”",
               table->file, line, found, expected);
  return FALSE;
}

static gboolean
read_row (Table       *table,
          const char  *text,
          guint        line,
          GError     **error)
{
  g_auto (GStrv) fields = g_strsplit (text, "\t", -1);
  guint n = g_strv_length (fields);

  for (guint i = 0; i < n; i++)
    g_strstrip (fields[i]);

  if (!table->has_header)
    {
      table->has_header = TRUE;
      return check_header (table, fields, line, error);
    }
  if (n != table->n_columns)
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_FIELDS, "%s:%u: %u fields, expected %u: “%s”",
                   table->file, line, n, table->n_columns, text);
      return FALSE;
    }
  return table->func ((const char * const *) fields, table->file, line, table->data, error);
}

/* A line that says nothing: empty, white or a comment. */
static gboolean
is_blank (const char *line)
{
  return line[0] == '#' || line[strspn (line, " \t")] == '\0';
}

/**
 * ent_table_file_read:
 * @file: path of a table: UTF-8, a line a row, fields apart by tabs. Lines that are empty or begin
 *   with `#` say nothing; the first other line names the columns. White space around a field is no
 *   part of it.
 * @columns: (array zero-terminated=1): the names that the first line must have, in order
 * @func: (scope call): called for each row
 * @data: user data for @func
 * @error: `FILE:LINE: why`, or a #GFileError
 *
 * Returns: whether the whole table was read and @func agreed to all of it
 */
gboolean
ent_table_file_read (const char          *file,
                     const char * const  *columns,
                     EntTableFunc         func,
                     gpointer             data,
                     GError             **error)
{
  Table table = { .file = file, .columns = columns, .func = func, .data = data };
  g_autofree char *contents = NULL;
  gsize length;
  char *next;
  guint number = 0;

  g_return_val_if_fail (file != NULL && columns != NULL && func != NULL, FALSE);

  if (!g_file_get_contents (file, &contents, &length, error) || !check_utf8 (file, contents, length, error))
    return FALSE;

  table.n_columns = g_strv_length ((char **) columns);
  next = contents + (g_str_has_prefix (contents, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0);
  while (next != NULL)
    {
      char *line = strsep (&next, "\n");

      number++;
      if (g_str_has_suffix (line, "\r"))
        line[strlen (line) - 1] = '\0';
      if (!is_blank (line) && !read_row (&table, line, number, error))
        return FALSE;
    }
  if (!table.has_header)
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_HEADER,
                   "%s:%u: the table has no line that names its columns", file, number);
      return FALSE;
    }
  return TRUE;
}
