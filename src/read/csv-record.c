/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/csv-record.h"

#include <string.h>

/* The next field of a record, its quotes taken off. @p moves past the separator; at the end it is NULL. */
static GString *
take_field (const char **p,
            const char  *end,
            char         separator)
{
  GString *field = g_string_new (NULL);
  const char *q = *p;
  const char *quote = q;

  /* Some put a space before a field, which then has its quotes behind it. */
  while (quote < end && *quote == ' ')
    quote++;
  if (quote < end && *quote == '"')
    {
      for (q = quote + 1; q < end; q++)
        {
          if (*q == '"' && (++q == end || *q != '"'))
            break;
          g_string_append_c (field, *q);
        }
    }
  while (q < end && *q != separator)
    g_string_append_c (field, *q++);
  *p = q < end ? q + 1 : NULL;
  return field;
}

/* The record without the end of its line. */
static const char *
record_end (const char *text,
            gsize       length)
{
  const char *end = text + length;

  if (end > text && end[-1] == '\n')
    end--;
  if (end > text && end[-1] == '\r')
    end--;
  return end;
}

static GArray *
parse_columns (const char *text,
               const char *end,
               char        separator)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (EntField));

  for (const char *p = text; p != NULL;)
    {
      GString *name = take_field (&p, end, separator);
      g_autofree char *folded = g_strstrip (g_ascii_strdown (name->str, -1));
      EntField field = ent_field_from_name (folded, strlen (folded));

      g_array_append_val (columns, field);
      g_string_free (name, TRUE);
    }
  return columns;
}

/**
 * ent_csv_split:
 * @text: a record as RFC 4180 writes it, line breaks in quoted fields included; valid UTF-8
 * @length: its length
 * @separator: what parts its fields
 *
 * Returns: (transfer full): its fields without their quotes
 */
GStrv
ent_csv_split (const char *text,
               gsize       length,
               char        separator)
{
  const char *end = record_end (text, length);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; p != NULL;)
    g_ptr_array_add (fields, g_string_free (take_field (&p, end, separator), FALSE));
  g_ptr_array_add (fields, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&fields), FALSE);
}

static guint
count_column (const GArray *columns,
              EntField      field)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += g_array_index (columns, EntField, i) == field;
  return n;
}

/**
 * ent_csv_header_parse:
 * @header: (out caller-allocates): the header, to be cleared
 * @text: a table's first line, valid UTF-8
 * @length: its length
 *
 * Returns: whether the line names columns, and exactly one is "text"
 */
gboolean
ent_csv_header_parse (EntCsvHeader *header,
                      const char   *text,
                      gsize         length)
{
  static const char separators[] = { ',', ';', '\t', '|' };

  g_return_val_if_fail (header != NULL && text != NULL, FALSE);

  for (gsize i = 0; i < sizeof separators; i++)
    {
      g_autoptr (GArray) columns = parse_columns (text, record_end (text, length), separators[i]);

      if (count_column (columns, ENT_FIELD_TEXT) == 1)
        {
          header->columns = g_steal_pointer (&columns);
          header->separator = separators[i];
          return TRUE;
        }
    }
  header->columns = NULL;
  header->separator = 0;
  return FALSE;
}

/**
 * ent_csv_header_clear:
 * @header: a header
 */
void
ent_csv_header_clear (EntCsvHeader *header)
{
  g_return_if_fail (header != NULL);

  g_clear_pointer (&header->columns, g_array_unref);
}

/**
 * ent_csv_find_end:
 * @text: the begin of a table
 * @length: its length
 *
 * Finds what ends the first line: a line feed, also after a carriage return, or a carriage return by itself, as old
 * spreadsheets wrote it, whose line feeds stand in cells.
 *
 * Returns: (transfer none) (nullable): where that is; %NULL if that cannot be told yet
 */
const char *
ent_csv_find_end (const char *text,
                  gsize       length)
{
  const char *end = text + length;
  gboolean open = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  for (; text < end; text++)
    if (*text == '"')
      open = !open;
    else if (!open && *text == '\n')
      return text;
    else if (!open && *text == '\r' && text + 1 < end)
      return text[1] == '\n' ? text + 1 : text;
  return NULL;
}

/**
 * ent_csv_record_is_open:
 * @text: a line of a table
 * @length: its length
 * @open: whether the line begins within a quoted field
 *
 * Returns: whether a quoted field goes on in the next line
 */
gboolean
ent_csv_record_is_open (const char *text,
                        gsize       length,
                        gboolean    open)
{
  const char *end = text + length;

  while ((text = memchr (text, '"', (gsize) (end - text))) != NULL)
    {
      open = !open;
      text++;
    }
  return open;
}

/**
 * ent_csv_record_parse:
 * @header: the table's header
 * @text: a record as RFC 4180 writes it, line breaks in quoted fields included; valid UTF-8
 * @length: its length
 * @record: an empty record
 * @error: where to say what is wrong
 *
 * Returns: whether it has as many fields as the header; it may have fewer
 */
gboolean
ent_csv_record_parse (const EntCsvHeader  *header,
                      const char          *text,
                      gsize                length,
                      EntRecord           *record,
                      GError             **error)
{
  const char *end = record_end (text, length);
  guint n = 0;

  g_return_val_if_fail (header != NULL && text != NULL && record != NULL, FALSE);

  for (const char *p = text; p != NULL; n++)
    {
      GString *value = take_field (&p, end, header->separator);
      EntField field = n < header->columns->len ? g_array_index (header->columns, EntField, n) : ENT_N_FIELDS;

      if (field < ENT_N_FIELDS && record->fields[field] == NULL)
        record->fields[field] = value;
      else
        g_string_free (value, TRUE);
    }
  if (n <= header->columns->len)
    return TRUE;
  g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "has %u fields, but the first line names %u", n,
               header->columns->len);
  return FALSE;
}
