/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export/event-entry.h"
#include "export/facts.h"
#include "export/filter-words.h"
#include "export/writers.h"

/* Characters that Markdown would read as marks are escaped. */
static void
append_text (GString    *out,
             const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    {
      if (*text == '\n' || *text == '\r')
        g_string_append_c (out, ' ');
      else
        {
          if (strchr ("\\`*_[]<>#|~&", *text) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *text);
        }
    }
}

static void
append_heading (GString                *out,
                const EntExportRequest *request)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (request->index));
  g_autofree char *filter = ent_filter_words_new (request->filter, vocabulary, NULL);
  g_autofree char *checked = ent_facts_new_checked (request, NULL);

  if (request->title != NULL)
    {
      g_string_append (out, "# ");
      append_text (out, request->title);
      g_string_append (out, "\n\n");
    }
  if (request->subtitle != NULL)
    {
      append_text (out, request->subtitle);
      g_string_append (out, "\n\n");
    }
  if (filter != NULL && *filter != '\0')
    {
      append_text (out, filter);
      g_string_append (out, "\n\n");
    }
  if (checked != NULL)
    g_string_append_printf (out, "*%s*\n\n", checked);
}

static void
append_event (GString                *out,
              const EntExportRequest *request,
              guint32                 row,
              const EntSourceList    *sources)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);
  g_autofree char *marks = ent_event_dup_marks (request, row);
  g_auto (EntEventEntry) entry = { NULL };
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  ent_event_entry_init (&entry, store, row, sources, NULL);
  g_string_append (out, "- **");
  append_text (out, *entry.date != '\0' ? entry.date : "No date");
  g_string_append (out, "** ");
  append_text (out, entry.title);
  if (columns->status[row] != ENT_STATUS_OCCURRED)
    g_string_append_printf (out, " (%s)", ent_event_get_status_words ((EntStatus) columns->status[row], NULL));
  g_string_append (out, " — ");
  append_text (out, entry.teller);
  if (entry.quotation != NULL)
    {
      g_string_append (out, "\n  > ");
      append_text (out, entry.quotation);
    }
  if (entry.source > 0)
    g_string_append_printf (out, "\n  > — [^%u]%s%s", entry.source, entry.locator != NULL ? ", " : "",
                            entry.locator != NULL ? entry.locator : "");
  if (marks != NULL)
    {
      g_string_append (out, "\n\n  ");
      append_text (out, marks);
    }
  g_string_append (out, "\n\n");
}

static void
append_note (GString             *out,
             const EntSourceList *sources,
             guint                number)
{
  g_autofree char *note = ent_source_list_dup_note (sources, number, NULL);
  const char *address = ent_source_list_get_address (sources, number);

  g_string_append_printf (out, "[^%u]: ", number);
  append_text (out, note);
  if (address != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (address, ":/?#[]@!$&'()*+,;=%", TRUE);
      g_string_append_printf (out, " <%s>", escaped);
    }
  g_string_append (out, "\n");
}

/**
 * ent_write_markdown:
 * @sink: where to
 *
 * Writes a chronology with quotations, its sources as notes.
 */
void
ent_write_markdown (EntExportSink *sink)
{
  EntEventStore *store = ent_filter_index_get_store (sink->request->index);
  const EntRowSet *rows = sink->request->rows;
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, rows);
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  guint n = 0;

  append_heading (sink->out, sink->request);
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      append_event (sink->out, sink->request, row, sources);
      if (!ent_export_sink_step (sink, ++n / n_rows))
        return;
    }
  for (guint number = 1; number <= ent_source_list_get_n (sources); number++)
    append_note (sink->out, sources, number);
}
