/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON that TimelineJS 3 reads. Its texts are HTML, so what a statement says is escaped. */
#include "base/json-text.h"
#include "export/event-entry.h"
#include "export/facts.h"
#include "export/markup-text.h"
#include "export/writers.h"

/* Objects and keys of JSON that begin with no comma after `{`. */
static void
append_plain_number (GString    *out,
                     const char *key,
                     gint64      number)
{
  ent_json_append_key (out, key);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

static gboolean
has_side (const EntEdtfPoint *point)
{
  return point->precision != ENT_EDTF_NONE && point->precision != ENT_EDTF_OPEN;
}

/* As much of a date as is known; a season, decade or century is told by its first or last day. */
static void
append_date (GString            *out,
             const char         *key,
             const EntEdtfPoint *point,
             EntDay              day)
{
  gboolean by_field = point->precision == ENT_EDTF_YEAR || point->precision == ENT_EDTF_MONTH
                      || point->precision == ENT_EDTF_DAY || point->precision == ENT_EDTF_TIME;
  EntCivilDate date = ent_civil_date_from_day (day);

  ent_json_append_key (out, key);
  g_string_append_c (out, '{');
  append_plain_number (out, "year", by_field ? point->year : date.year);
  if (!by_field || point->precision >= ENT_EDTF_MONTH)
    append_plain_number (out, "month", by_field ? point->month : date.month);
  if (!by_field || point->precision >= ENT_EDTF_DAY)
    append_plain_number (out, "day", by_field ? point->day : date.day);
  if (point->precision == ENT_EDTF_TIME && point->second != ENT_SECOND_NONE)
    {
      append_plain_number (out, "hour", point->second / 3600);
      append_plain_number (out, "minute", point->second / 60 % 60);
    }
  g_string_append_c (out, '}');
}

static void
append_dates (GString *out,
              EntEdtf  date)
{
  gboolean starts = has_side (&date.start);
  EntEdtfPoint first = starts ? date.start : date.end;

  append_date (out, "start_date", &first, starts ? ent_edtf_earliest (date) : ent_edtf_latest (date));
  if (starts && has_side (&date.end))
    append_date (out, "end_date", &date.end, ent_edtf_latest (date));
}

static void
append_text (GString             *out,
             const EntEventEntry *entry,
             const EntSourceList *sources)
{
  g_autoptr (GString) headline = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new ("<p>");

  ent_markup_append_text (headline, entry->title);
  ent_markup_append_text (text, entry->teller);
  g_string_append (text, "</p>");
  if (entry->quotation != NULL)
    {
      g_string_append (text, "<blockquote>");
      ent_markup_append_text (text, entry->quotation);
      g_string_append (text, "</blockquote>");
    }
  if (entry->source > 0)
    {
      const char *address = ent_source_list_get_address (sources, entry->source);
      g_autofree char *note = ent_source_list_dup_note (sources, entry->source, NULL);
      g_string_append (text, "<p>");
      if (address != NULL)
        {
          g_string_append (text, "<a href=\"");
          ent_markup_append_text (text, address);
          g_string_append (text, "\">");
        }
      ent_markup_append_text (text, note);
      g_string_append (text, address != NULL ? "</a></p>" : "</p>");
    }
  ent_json_append_key (out, "text");
  g_string_append_c (out, '{');
  ent_json_append_string (out, "headline", headline->str);
  ent_json_append_string (out, "text", text->str);
  g_string_append_c (out, '}');
}

/* Its main lane: contacts, or the first of its topics. */
static const char *
get_group (const EntEventStore *store,
           guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  if (ent_kind_is_contact ((EntKind) columns->kind[row]) || columns->topics[row] == 0)
    return ent_kind_is_contact ((EntKind) columns->kind[row]) ? "Contacts" : "Other";
  return ent_vocabulary_get_topic (ent_event_store_get_vocabulary (store),
                                   (guint) __builtin_ctzll (columns->topics[row]))
    ->label;
}

static void
append_event (GString             *out,
              EntEventStore       *store,
              guint32              row,
              const EntSourceList *sources)
{
  EntEdtf date = ent_event_store_get_date (store, row);
  g_auto (EntEventEntry) entry = { NULL };

  ent_event_entry_init (&entry, store, row, sources, NULL);
  g_string_append_c (out, '{');
  ent_json_append_string (out, "unique_id", ent_event_store_get_id (store, row));
  append_dates (out, date);
  ent_json_append_string (out, "display_date", entry.date);
  ent_json_append_string (out, "group", get_group (store, row));
  append_text (out, &entry, sources);
  g_string_append_c (out, '}');
}

static void
append_title (GString                *out,
              const EntExportRequest *request)
{
  g_autoptr (GString) headline = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *checked = ent_facts_new_checked (request, NULL);

  if (request->title == NULL && checked == NULL)
    return;
  ent_markup_append_text (headline, request->title != NULL ? request->title : "Timeline");
  ent_markup_append_text (text, request->subtitle);
  if (checked != NULL)
    g_string_append_printf (text, "<p>%s</p>", checked);
  ent_json_append_key (out, "title");
  g_string_append (out, "{\"text\":{");
  ent_json_append_string (out, "headline", headline->str);
  ent_json_append_string (out, "text", text->str);
  g_string_append (out, "}}");
}

/**
 * ent_write_timelinejs:
 * @sink: where to
 *
 * Writes the dated events for TimelineJS, in English.
 */
void
ent_write_timelinejs (EntExportSink *sink)
{
  EntEventStore *store = ent_filter_index_get_store (sink->request->index);
  const EntRowSet *rows = sink->request->rows;
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, rows);
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  gboolean first = TRUE;
  guint n = 0;

  g_string_append_c (sink->out, '{');
  append_title (sink->out, sink->request);
  ent_json_append_string (sink->out, "scale", "human");
  ent_json_append_key (sink->out, "events");
  g_string_append (sink->out, "[\n");
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      EntEdtf date = ent_event_store_get_date (store, row);
      n++;
      if (!has_side (&date.start) && !has_side (&date.end))
        continue;
      g_autoptr (GString) event = g_string_new (first ? "" : ",\n");
      append_event (event, store, row, sources);
      first = FALSE;
      if (!ent_export_sink_write (sink, event->str, event->len) || !ent_export_sink_step (sink, n / n_rows))
        return;
    }
  g_string_append (sink->out, "\n]}\n");
}
