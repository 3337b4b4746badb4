/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/sheet.h"

#include <string.h>

struct _EntSheet
{
  char *title;
  GStrv headings;
  GPtrArray *rows;  /* of GStrv, as many cells as there are headings */
  GPtrArray *notes; /* of char * */
};

static void
sheet_clear (gpointer data)
{
  EntSheet *self = data;

  g_free (self->title);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
}

/**
 * ent_sheet_new:
 * @title: what it is
 * @headings: of its columns, %NULL-terminated
 *
 * Returns: (transfer full): a table without rows
 */
EntSheet *
ent_sheet_new (const char         *title,
               const char * const *headings)
{
  g_return_val_if_fail (title != NULL && headings != NULL, NULL);

  EntSheet *self = g_atomic_rc_box_new0 (EntSheet);
  self->title = g_strdup (title);
  self->headings = g_strdupv ((char **) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ent_sheet_ref:
 * @sheet: a table
 *
 * Returns: (transfer full): @sheet
 */
EntSheet *
ent_sheet_ref (EntSheet *sheet)
{
  return g_atomic_rc_box_acquire (sheet);
}

/**
 * ent_sheet_unref:
 * @sheet: (transfer full): a table
 */
void
ent_sheet_unref (EntSheet *sheet)
{
  g_atomic_rc_box_release_full (sheet, sheet_clear);
}

/**
 * ent_sheet_add_row:
 * @sheet: a table
 * @cells: as many as it has columns, %NULL-terminated; fewer leave the last ones empty
 */
void
ent_sheet_add_row (EntSheet           *sheet,
                   const char * const *cells)
{
  g_return_if_fail (sheet != NULL && cells != NULL);

  guint n = g_strv_length (sheet->headings), given = g_strv_length ((char **) cells);
  GStrv row = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row[i] = g_strdup (i < given ? cells[i] : "");
  g_ptr_array_add (sheet->rows, row);
}

/**
 * ent_sheet_add_note:
 * @sheet: a table
 * @note: what to say under it
 */
void
ent_sheet_add_note (EntSheet   *sheet,
                    const char *note)
{
  g_return_if_fail (sheet != NULL && note != NULL);

  g_ptr_array_add (sheet->notes, g_strdup (note));
}

/**
 * ent_sheet_get_n_rows:
 * @sheet: a table
 *
 * Returns: how many rows it has
 */
guint
ent_sheet_get_n_rows (const EntSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);

  return sheet->rows->len;
}

/* RFC 4180. A spreadsheet would run what begins like a formula, so such a field gets an apostrophe. */
static void
append_fields (GString *out,
               GStrv    fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *field = fields[i];
      gboolean is_number = *field == '-' && g_ascii_isdigit (field[1]);

      g_string_append (out, i > 0 ? ",\"" : "\"");
      if (*field != '\0' && strchr ("=+-@\t\r", *field) != NULL && !is_number)
        g_string_append_c (out, '\'');
      for (; *field != '\0'; field++)
        {
          if (*field == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *field);
        }
      g_string_append_c (out, '"');
    }
  g_string_append (out, "\r\n");
}

/**
 * ent_sheet_to_csv:
 * @sheet: a table
 *
 * Returns: (transfer full): headings and rows as RFC 4180 has them, in UTF-8
 */
GBytes *
ent_sheet_to_csv (const EntSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  GString *out = g_string_new (NULL);
  append_fields (out, sheet->headings);
  for (guint i = 0; i < sheet->rows->len; i++)
    append_fields (out, g_ptr_array_index (sheet->rows, i));
  return g_string_free_to_bytes (out);
}

/* A cell may hold several lines. */
static void
append_cells (GString    *out,
              GStrv       cells,
              const char *element)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (cells[i], "\n", -1);

      g_string_append_printf (out, "<%s>", element);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *escaped = g_markup_escape_text (lines[j], -1);

          g_string_append_printf (out, "%s%s", j > 0 ? "<br>" : "", escaped);
        }
      g_string_append_printf (out, "</%s>", element);
    }
  g_string_append (out, "</tr>\n");
}

/**
 * ent_sheet_to_html:
 * @sheet: a table
 *
 * Returns: (transfer full): a page of its own with the title, the table and the notes
 */
GBytes *
ent_sheet_to_html (const EntSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  g_autofree char *title = g_markup_escape_text (sheet->title, -1);
  GString *out = g_string_new ("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
  g_string_append_printf (out, "<title>%s</title>\n", title);
  g_string_append (out, "<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
                        "th,td{border:1px solid #bbb;padding:.4em .6em;text-align:start;vertical-align:top}"
                        "th{background:#f2f2f2}</style>\n</head>\n<body>\n");
  g_string_append_printf (out, "<h1>%s</h1>\n<table>\n<thead>\n", title);
  append_cells (out, sheet->headings, "th");
  g_string_append (out, "</thead>\n<tbody>\n");
  for (guint i = 0; i < sheet->rows->len; i++)
    append_cells (out, g_ptr_array_index (sheet->rows, i), "td");
  g_string_append (out, "</tbody>\n</table>\n");
  for (guint i = 0; i < sheet->notes->len; i++)
    {
      g_autofree char *note = g_markup_escape_text (g_ptr_array_index (sheet->notes, i), -1);

      g_string_append_printf (out, "<p>%s</p>\n", note);
    }
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free_to_bytes (out);
}
