/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iCalendar, RFC 5545. A calendar knows days and times only: what is coarser is an entry over all its days, and says
 * so in words; what has no day at all is counted in the calendar's own description. */
#include <string.h>

#include "export/event-entry.h"
#include "export/facts.h"
#include "export/writers.h"

#define LINE_BYTES 75
#define LAST_YEAR 9999

/* A line, folded between characters. */
static void
append_line (GString    *out,
             const char *line)
{
  gsize column = 0;

  for (const char *p = line; *p != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);
      if (column + length > LINE_BYTES)
        {
          g_string_append (out, "\r\n ");
          column = 1;
        }
      g_string_append_len (out, p, (gssize) length);
      column += length;
      p += length;
    }
  g_string_append (out, "\r\n");
}

static void
append_escaped (GString    *line,
                const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '\n')
        g_string_append (line, "\\n");
      else if ((guchar) *text >= 0x20 && *text != 0x7f)
        {
          if (strchr ("\\;,", *text) != NULL)
            g_string_append_c (line, '\\');
          g_string_append_c (line, *text);
        }
    }
}

static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  append_escaped (line, text);
  append_line (out, line->str);
}

static char *
dup_day (EntDay day)
{
  EntCivilDate date = ent_civil_date_from_day (day);

  return g_strdup_printf ("%04d%02u%02u", date.year, date.month, date.day);
}

/* Where an event stands in a calendar: from a day to the day after its last. */
static gboolean
find_days (const EntEventColumns *columns,
           guint32                row,
           EntDay                *first,
           EntDay                *last)
{
  *first = columns->earliest[row];
  *last = columns->latest[row];
  if (*first == ENT_DAY_OPEN_START)
    *first = *last;
  if (*last == ENT_DAY_OPEN_END)
    *last = *first;
  if (*first == ENT_DAY_OPEN_START || *first == ENT_DAY_OPEN_END || *last == ENT_DAY_OPEN_START)
    return FALSE;
  return ent_civil_date_from_day (*first).year >= 1 && ent_civil_date_from_day (*last).year < LAST_YEAR;
}

/* A time of day in a known zone is told in UTC, one in an unknown zone as the clock there shows it. */
static void
append_time (GString *out,
             gint32   time,
             gint16   zone,
             EntDay   day)
{
  gint64 second = (gint64) day * 86400 + time;
  gboolean known = zone != ENT_ZONE_NONE;

  if (known)
    second -= zone * 60;
  EntDay utc_day = (EntDay) (second >= 0 ? second / 86400 : -((86399 - second) / 86400));
  guint rest = (guint) (second - (gint64) utc_day * 86400);
  g_autofree char *date = dup_day (utc_day);
  g_string_append_printf (out, "DTSTART:%sT%02u%02u%02u%s\r\n", date, rest / 3600, rest / 60 % 60, rest % 60,
                          known ? "Z" : "");
}

static void
append_dates (GString             *out,
              const EntEventStore *store,
              guint32              row,
              EntDay               first,
              EntDay               last)
{
  gint16 zone;
  gint32 second = ent_event_store_get_second (store, row, &zone);

  if (second != ENT_SECOND_NONE && first == last)
    {
      append_time (out, second, zone, first);
      return;
    }
  g_autofree char *from = dup_day (first);
  g_autofree char *to = dup_day (last + 1);
  g_string_append_printf (out, "DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\n", from, to);
}

static void
append_description (GString             *out,
                    const EntEventEntry *entry,
                    const EntSourceList *sources,
                    const char          *marks)
{
  g_autoptr (GString) text = g_string_new (entry->date);

  g_string_append_printf (text, "\n%s", entry->teller);
  if (entry->quotation != NULL)
    g_string_append_printf (text, "\n\n“%s”", entry->quotation);
  if (entry->source > 0)
    {
      g_autofree char *note = ent_source_list_dup_note (sources, entry->source, NULL);
      g_string_append_printf (text, "\n— %s", note);
      if (entry->locator != NULL)
        g_string_append_printf (text, ", %s", entry->locator);
    }
  if (marks != NULL)
    g_string_append_printf (text, "\n\n%s", marks);
  append_text (out, "DESCRIPTION", text->str);
}

static void
append_categories (GString             *out,
                   const EntEventStore *store,
                   guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autoptr (GString) line = g_string_new ("CATEGORIES:");

  append_escaped (line, ent_vocabulary_get_kind (vocabulary, columns->kind[row])->label);
  for (guint64 topics = columns->topics[row]; topics != 0; topics &= topics - 1)
    {
      g_string_append_c (line, ',');
      append_escaped (line, ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->label);
    }
  append_line (out, line->str);
}

/* An address is no text: nothing in it is escaped, so one that could break the line is left out. */
static void
append_address (GString             *out,
                const EntSourceList *sources,
                guint                source)
{
  const char *address = source > 0 ? ent_source_list_get_address (sources, source) : NULL;

  if (address == NULL || strpbrk (address, "\r\n") != NULL)
    return;
  g_autofree char *line = g_strconcat ("URL:", address, NULL);
  append_line (out, line);
}

static void
append_event (GString                *out,
              const EntExportRequest *request,
              guint32                 row,
              const EntSourceList    *sources,
              const char             *stamp)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);
  static const char * const statuses[ENT_N_STATUSES] = { "CONFIRMED", "TENTATIVE", "CANCELLED" };
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  g_autofree char *uid = g_strconcat (ent_event_store_get_id (store, row), "@entente", NULL);
  g_autofree char *edtf = ent_edtf_to_string (ent_event_store_get_date (store, row));
  g_autofree char *marks = ent_event_dup_marks (request, row);
  g_auto (EntEventEntry) entry = { NULL };
  EntDay first, last;

  if (!find_days (columns, row, &first, &last))
    return;
  ent_event_entry_init (&entry, store, row, sources, NULL);
  g_string_append (out, "BEGIN:VEVENT\r\n");
  append_text (out, "UID", uid);
  g_string_append_printf (out, "DTSTAMP:%sT000000Z\r\n", stamp);
  append_dates (out, store, row, first, last);
  append_text (out, "SUMMARY", entry.title);
  append_description (out, &entry, sources, marks);
  append_text (out, "LOCATION", ent_event_store_get_place (store, row));
  append_categories (out, store, row);
  append_address (out, sources, entry.source);
  g_string_append_printf (out, "STATUS:%s\r\n", statuses[columns->status[row]]);
  g_string_append (out, "TRANSP:TRANSPARENT\r\n");
  append_text (out, "X-ENTENTE-EDTF", edtf);
  g_string_append (out, "END:VEVENT\r\n");
}

static guint
count_dayless (const EntEventStore *store,
               const EntRowSet     *rows)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntDay first, last;
  guint n = 0;

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    n += !find_days (columns, row, &first, &last);
  return n;
}

static void
append_head (GString                *out,
             const EntExportRequest *request,
             const EntEventStore    *store)
{
  guint n_dayless = count_dayless (store, request->rows);
  g_autoptr (GString) description = g_string_new (request->subtitle);
  g_autofree char *checked = ent_facts_new_checked (request, NULL);

  g_string_append (out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Entente//Timeline//EN\r\nCALSCALE:GREGORIAN\r\n");
  append_text (out, "X-WR-CALNAME", request->title != NULL ? request->title : "Entente");
  if (n_dayless > 0)
    g_string_append_printf (description, "%s%u of the %u events have no day to stand at and are left out.",
                            description->len > 0 ? "\n" : "", n_dayless, ent_row_set_get_count (request->rows));
  if (checked != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", checked);
  append_text (out, "X-WR-CALDESC", description->str);
}

/**
 * ent_write_ics:
 * @sink: where to
 *
 * Writes the events as a calendar, in English.
 */
void
ent_write_ics (EntExportSink *sink)
{
  EntEventStore *store = ent_filter_index_get_store (sink->request->index);
  const EntRowSet *rows = sink->request->rows;
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, rows);
  EntDay as_of = ent_export_get_as_of (sink->request);
  g_autofree char *stamp = dup_day (MAX (as_of, 0));
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  guint n = 0;

  append_head (sink->out, sink->request, store);
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      append_event (sink->out, sink->request, row, sources, stamp);
      if (!ent_export_sink_step (sink, ++n / n_rows))
        return;
    }
  g_string_append (sink->out, "END:VCALENDAR\r\n");
}
