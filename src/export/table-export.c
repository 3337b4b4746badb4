/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/table-export.h"

#include <string.h>

#include "export/json-lines.h"

/**
 * ent_table_format_from_name:
 * @name: a format's name ("csv"), or a file's
 * @format: (out): the format
 *
 * Returns: whether the name tells a table's format
 */
gboolean
ent_table_format_from_name (const char     *name,
                            EntTableFormat *format)
{
  static const char * const names[ENT_N_TABLE_FORMATS] = { "csv", "json", "md" };
  const char *dot;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  dot = strrchr (name, '.');
  for (guint i = 0; i < ENT_N_TABLE_FORMATS; i++)
    if (g_ascii_strcasecmp (dot != NULL ? dot + 1 : name, names[i]) == 0)
      {
        *format = (EntTableFormat) i;
        return TRUE;
      }
  return FALSE;
}

/* RFC 4180. A spreadsheet would run what begins like a formula, so such a field gets an apostrophe. */
static void
append_field (GString    *out,
              const char *text,
              gboolean    last)
{
  if (text == NULL)
    text = "";
  g_string_append_c (out, '"');
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append (out, last ? "\"\r\n" : "\",");
}

static char *
dup_quotation (const EntEventStore  *store,
               guint32               row,
               const char          **source,
               guint                *paragraph)
{
  EntAccount account;
  const EntStatement *statement;

  *source = "";
  *paragraph = 0;
  if (ent_event_store_get_n_accounts (store, row) == 0)
    return NULL;
  ent_event_store_get_account (store, row, 0, &account);
  statement = ent_event_store_get_statement (store, account.statement);
  *source = ent_statement_get_info (statement)->id;
  if (account.n_evidence == 0)
    return NULL;
  *paragraph = ent_statement_get_paragraph (statement, account.evidence[0].start);
  return ent_statement_dup_span (statement, account.evidence[0]);
}

static char *
join_actors (const EntEventStore *store,
             guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  GString *out = g_string_new (NULL);

  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    g_string_append_printf (
      out, "%s%s", out->len > 0 ? "; " : "",
      ent_vocabulary_get_actor (ent_event_store_get_vocabulary (store), columns->actors[i])->label);
  return g_string_free (out, FALSE);
}

static char *
join_topics (const EntEventStore *store,
             guint32              row)
{
  GString *out = g_string_new (NULL);

  for (guint64 topics = ent_event_store_get_columns (store)->topics[row]; topics != 0; topics &= topics - 1)
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "",
                            ent_vocabulary_get_topic (ent_event_store_get_vocabulary (store),
                                                      (guint) __builtin_ctzll (topics))
                              ->label);
  return g_string_free (out, FALSE);
}

static void
append_csv_row (GString             *out,
                const EntEventStore *store,
                guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntEdtf date = ent_event_store_get_date (store, row);
  g_autofree char *edtf = ent_edtf_to_string (date);
  g_autofree char *words = ent_edtf_to_words (date, NULL);
  g_autofree char *actors = join_actors (store, row);
  g_autofree char *topics = join_topics (store, row);
  g_autofree char *people = NULL;
  g_autofree char *paragraph_text = NULL;
  const char * const *names = ent_event_store_get_people (store, row);
  const char *source;
  guint paragraph;
  g_autofree char *quotation = dup_quotation (store, row, &source, &paragraph);

  people = names != NULL ? g_strjoinv ("; ", (char **) names) : NULL;
  paragraph_text = g_strdup_printf ("%u", paragraph);
  append_field (out, ent_event_store_get_id (store, row), FALSE);
  append_field (out, edtf, FALSE);
  append_field (out, words, FALSE);
  append_field (out, ent_kind_to_id (columns->kind[row]), FALSE);
  append_field (out, ent_status_to_id (columns->status[row]), FALSE);
  append_field (out, ent_assertion_to_id (columns->assertion[row]), FALSE);
  append_field (out, ent_event_store_get_title (store, row), FALSE);
  append_field (out, actors, FALSE);
  append_field (out, people, FALSE);
  append_field (out, ent_event_store_get_place (store, row), FALSE);
  append_field (out, topics, FALSE);
  append_field (out, quotation, FALSE);
  append_field (out, source, FALSE);
  append_field (out, paragraph_text, TRUE);
}

static void
append_csv (GString             *out,
            const EntEventStore *store,
            const EntRowSet     *rows)
{
  /* The mark by which spreadsheets know UTF-8. */
  g_string_append (out, "\xEF\xBB\xBF"
                        "id,date,date_in_words,kind,status,assertion,title,participants,people,place,topics,"
                        "quotation,source,paragraph\r\n");
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    append_csv_row (out, store, row);
}

static void
append_json (GString              *out,
             const EntFilterIndex *index,
             const EntFilter      *filter,
             const EntRowSet      *rows)
{
  gboolean first = TRUE;

  g_string_append (out, "[\n");
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      if (!first)
        {
          g_string_truncate (out, out->len - 1);
          g_string_append (out, ",\n");
        }
      first = FALSE;
      ent_json_append_event (out, index, filter, row, FALSE);
    }
  g_string_append (out, "]\n");
}

/* Characters that Markdown would read as marks are escaped; a quotation stays on one line. */
static void
append_markdown_text (GString    *out,
                      const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    {
      if (*text == '\n' || *text == '\r')
        g_string_append_c (out, ' ');
      else
        {
          if (strchr ("\\`*_[]<>#|", *text) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *text);
        }
    }
}

static void
append_markdown (GString             *out,
                 const EntEventStore *store,
                 const EntRowSet     *rows)
{
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      g_autofree char *date = ent_edtf_to_words (ent_event_store_get_date (store, row), NULL);
      const char *source;
      guint paragraph;
      g_autofree char *quotation = dup_quotation (store, row, &source, &paragraph);

      g_string_append (out, "- **");
      append_markdown_text (out, date);
      g_string_append (out, "** ");
      append_markdown_text (out, ent_event_store_get_title (store, row));
      if (quotation != NULL)
        {
          g_string_append (out, "\n  > ");
          append_markdown_text (out, quotation);
          g_string_append (out, "\n  > — ");
          append_markdown_text (out, source);
        }
      g_string_append_c (out, '\n');
    }
}

/**
 * ent_table_export_new_bytes:
 * @index: the store and its bitmaps
 * @filter: (nullable): which events, for their relation
 * @rows: what @filter gives
 * @format: the table's format
 *
 * Returns: (transfer full): the table; the same input gives the same bytes
 */
GBytes *
ent_table_export_new_bytes (const EntFilterIndex *index,
                            const EntFilter      *filter,
                            const EntRowSet      *rows,
                            EntTableFormat        format)
{
  GString *out = g_string_new (NULL);
  const EntEventStore *store = ent_filter_index_get_store (index);

  if (format == ENT_TABLE_CSV)
    append_csv (out, store, rows);
  else if (format == ENT_TABLE_JSON)
    append_json (out, index, filter, rows);
  else
    append_markdown (out, store, rows);
  return g_string_free_to_bytes (out);
}

/**
 * ent_table_export_to_file:
 * @index: the store and its bitmaps
 * @filter: (nullable): which events, for their relation
 * @rows: what @filter gives
 * @format: the table's format
 * @file: where it goes; an old file stays whole when writing fails
 * @error: why it could not be written
 *
 * Returns: whether it was written
 */
gboolean
ent_table_export_to_file (const EntFilterIndex  *index,
                          const EntFilter       *filter,
                          const EntRowSet       *rows,
                          EntTableFormat         format,
                          GFile                 *file,
                          GError               **error)
{
  g_autoptr (GBytes) bytes = ent_table_export_new_bytes (index, filter, rows, format);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                  error);
}
