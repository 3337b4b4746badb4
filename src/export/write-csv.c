/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appendix table as RFC 4180 wants it, and so that spreadsheets read it right and run nothing. */
#include "export/event-entry.h"
#include "export/writers.h"
#include "model/correction-table.h"
#include "model/mark-table.h"

/* The mark by which spreadsheets know UTF-8. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Whether a spreadsheet would take the words for a formula: it skips blanks, and reads full-width signs as well. */
static gboolean
is_formula (const char *text)
{
  gunichar c;

  while (g_unichar_isspace (g_utf8_get_char (text)) && *text != '\0')
    {
      if (*text == '\t' || *text == '\r' || *text == '\n')
        return TRUE;
      text = g_utf8_next_char (text);
    }
  c = g_utf8_get_char (text);
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
}

static void
append_field (GString    *out,
              const char *text)
{
  if (text == NULL)
    text = "";
  g_string_append (out, out->len > 0 && out->str[out->len - 1] == '"' ? ",\"" : "\"");
  if (is_formula (text))
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out,
               guint    number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  append_field (out, text);
}

static void
append_source (GString             *out,
               const EntSourceList *sources,
               const EntEventEntry *entry)
{
  const EntStatementInfo *info = entry->source > 0 ? ent_source_list_get_info (sources, entry->source) : NULL;
  g_autofree char *date = info != NULL ? ent_edtf_to_string (info->date) : NULL;

  append_field (out, entry->quotation);
  append_field (out, info != NULL ? info->id : NULL);
  append_field (out, info != NULL ? info->title : NULL);
  append_field (out, date);
  append_field (out, info != NULL ? info->url : NULL);
  append_field (out, entry->locator);
  append_number (out, entry->paragraph);
  append_field (out, info != NULL ? ent_source_list_get_key (sources, entry->source) : NULL);
}

static void
append_row (GString              *out,
            const EntFilterIndex *index,
            guint32               row,
            guint                 number,
            const EntSourceList  *sources)
{
  EntEventStore *store = ent_filter_index_get_store (index);
  const GPtrArray *marks = ent_mark_table_get_of_event (ent_filter_index_get_marks (index), row);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const char * const *names = ent_event_store_get_people (store, row);
  g_autofree char *edtf = ent_edtf_to_string (ent_event_store_get_date (store, row));
  g_autofree char *people = names != NULL ? g_strjoinv ("; ", (char **) names) : NULL;
  g_autofree char *check = ent_correction_dup_check (store, row);
  g_autofree char *tags = ent_marks_dup_words (marks, ENT_MARK_TAG, "", "; ");
  g_autofree char *notes = ent_marks_dup_words (marks, ENT_MARK_NOTE, "", " · ");
  g_auto (EntEventEntry) entry = { NULL };

  ent_event_entry_init (&entry, store, row, sources, NULL);
  append_number (out, number);
  append_field (out, ent_event_store_get_id (store, row));
  append_field (out, edtf);
  append_field (out, entry.date);
  append_field (out, entry.title);
  append_field (out, entry.sides);
  append_field (out, entry.teller);
  append_source (out, sources, &entry);
  append_field (out, entry.review);
  append_field (out, ent_kind_to_id (columns->kind[row]));
  append_field (out, ent_status_to_id (columns->status[row]));
  append_field (out, ent_assertion_to_id (columns->assertion[row]));
  append_field (out, people);
  append_field (out, ent_event_store_get_place (store, row));
  append_field (out, entry.topics);
  append_field (out, tags);
  append_field (out, notes);
  append_field (out, check);
  g_string_append (out, "\r\n");
}

/**
 * ent_write_csv:
 * @sink: where to
 *
 * Writes the events as a table, in English whatever the reader's language, so that it can be read back.
 */
void
ent_write_csv (EntExportSink *sink)
{
  EntEventStore *store = ent_filter_index_get_store (sink->request->index);
  const EntRowSet *rows = sink->request->rows;
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, rows);
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  guint n = 0;

  g_string_append (sink->out, BYTE_ORDER_MARK
                   "number,id,date,date_in_words,title,participants,who_says_so,quotation,source,source_title,"
                   "source_date,url,locator,paragraph,citation_key,review,kind,status,assertion,people,place,"
                   "topics,tags,notes," ENT_CORRECTION_CHECK_COLUMN "\r\n");
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      append_row (sink->out, sink->request->index, row, ++n, sources);
      if (!ent_export_sink_step (sink, n / n_rows))
        return;
    }
}
