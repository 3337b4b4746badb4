/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events in words and where they are from, down the columns of a document. */
#include <math.h>
#include <string.h>

#include "export/event-entry.h"
#include "export/pdf-pages.h"

#define DATE_WIDTH 104.0
#define ENTRY_GAP 9.0
#define TWO_COLUMNS 900.0 /* from which width of a sheet words stand in two columns */
#define NUMBER_WIDTH 30.0
#define KEEP_LINES 34.0   /* of an event's quotation that stay with its title */
#define HEADING_KEEP (KEEP_LINES + 66.0) /* below a heading, for a title of some lines and what stays with it */

static void
add_heading (EntPdfPages *pages,
             const char  *words,
             int          parent)
{
  PangoLayout *layout = ent_pdf_pages_lay_out (pages, ENT_PDF_HEADING, words, pages->column_width);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  ent_pdf_pages_reserve (pages, (double) height / PANGO_SCALE + HEADING_KEEP);
  if (pages->y > pages->top)
    pages->y += 10.0;
  ent_pdf_pages_add_outline (pages, parent, words);
  ent_pdf_pages_draw (pages, layout, "H2", 0.0, pages->style.text);
  pages->y += 6.0;
}

static void
add_quotation (EntPdfPages         *pages,
               const EntEventEntry *entry)
{
  if (entry->quotation == NULL)
    return;
  g_autofree char *words = g_strdup_printf ("“%s”", entry->quotation);
  PangoLayout *layout = ent_pdf_pages_lay_out (pages, ENT_PDF_QUOTATION, words, pages->column_width - DATE_WIDTH);
  ent_pdf_pages_draw (pages, layout, "P", DATE_WIDTH, pages->style.text);
}

/* Who says so and where; the number leads to the statement in the list of sources. */
static void
add_source (EntPdfPages         *pages,
            const EntEventEntry *entry)
{
  g_autoptr (GString) words = g_string_new (entry->teller);
  gboolean has_link = entry->source > 0 && (pages->request->parts & ENT_EXPORT_SOURCES);

  if (*entry->sources != '\0')
    g_string_append_printf (words, " [%s]", entry->sources);
  if (entry->locator != NULL)
    g_string_append_printf (words, ", %s", entry->locator);
  PangoLayout *layout = ent_pdf_pages_lay_out (pages, ENT_PDF_SMALL, words->str, pages->column_width - DATE_WIDTH);
  if (has_link)
    {
      g_autofree char *link = g_strdup_printf ("dest='source-%u'", entry->source);
      int height;
      pango_layout_get_size (layout, NULL, &height);
      ent_pdf_pages_reserve (pages, (double) height / PANGO_SCALE);
      ent_pdf_pages_begin_tag (pages, CAIRO_TAG_LINK, link);
    }
  ent_pdf_pages_draw (pages, layout, "P", DATE_WIDTH, pages->style.text_dim);
  if (has_link)
    ent_pdf_pages_end_tag (pages, CAIRO_TAG_LINK);
}

static void
add_event (EntPdfPages *pages,
           guint32      row)
{
  EntStatus status = (EntStatus) ent_event_store_get_columns (pages->store)->status[row];
  g_auto (EntEventEntry) entry = { NULL };
  int date_height, title_height;

  ent_event_entry_init (&entry, pages->store, row, pages->sources, pages->request->translator);
  g_autoptr (GString) title = g_string_new (entry.title);
  if (status != ENT_STATUS_OCCURRED)
    g_string_append_printf (title, " (%s)", ent_event_get_status_words (status, pages->request->translator));
  const char *date = *entry.date != '\0' ? entry.date : ent_translate (pages->request->translator, N_ ("No date"));
  PangoLayout *left = ent_pdf_pages_lay_out (pages, ENT_PDF_DATE, date, DATE_WIDTH - 10.0);
  PangoLayout *right = ent_pdf_pages_lay_out (pages, ENT_PDF_EVENT, title->str, pages->column_width - DATE_WIDTH);
  pango_layout_get_size (left, NULL, &date_height);
  pango_layout_get_size (right, NULL, &title_height);
  double height = (double) MAX (date_height, title_height) / PANGO_SCALE;
  ent_pdf_pages_reserve (pages, height + KEEP_LINES);

  g_autofree char *place = g_strconcat ("entry-", ent_event_store_get_id (pages->store, row), NULL);
  guint page = pages->n_pages, column = pages->column;
  double y = pages->y + 1.5;
  double dates_end;
  double first = pages->y;
  ent_pdf_pages_add_place (pages, place);
  pages->y = y;
  ent_pdf_pages_draw (pages, left, "P", 0.0, pages->style.text);
  dates_end = pages->y;
  pages->y = first;
  ent_pdf_pages_draw (pages, right, "P", DATE_WIDTH, pages->style.text);
  add_quotation (pages, &entry);
  add_source (pages, &entry);
  if (page == pages->n_pages && column == pages->column)
    pages->y = MAX (pages->y, dates_end);
  pages->y += ENTRY_GAP;
}

/* Under which heading an event stands. */
static gint32
get_year (const EntEventStore *store,
          guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntDay day = columns->earliest[row];

  return day == ENT_DAY_OPEN_START || day == ENT_DAY_OPEN_END ? G_MININT32 : ent_civil_date_from_day (day).year;
}

static void
begin_words (EntPdfPages *pages,
             const char  *header)
{
  pages->header = header;
  ent_pdf_pages_set_columns (pages, pages->width >= TWO_COLUMNS ? 2 : 1);
  ent_pdf_pages_begin (pages);
}

/**
 * ent_pdf_pages_add_chronology:
 * @pages: a document
 *
 * Adds the events in words, by year.
 *
 * Returns: whether to go on
 */
gboolean
ent_pdf_pages_add_chronology (EntPdfPages *pages)
{
  const EntRowSet *rows = pages->told;
  const EntTranslator *translator = pages->request->translator;
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  const char *header = ent_translate (translator, N_ ("Chronology"));
  gint32 year = G_MAXINT32;
  guint n = 0;

  begin_words (pages, header);
  int parent = ent_pdf_pages_add_outline (pages, CAIRO_PDF_OUTLINE_ROOT, header);
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      gint32 next = get_year (pages->store, row);
      if (next != year)
        {
          g_autofree char *heading = next == G_MININT32
                                       ? g_strdup (ent_translate (translator, N_ ("Before a known date, or undated")))
                                       : ent_edtf_to_words (ent_edtf_point (ent_edtf_point_year (next)), translator);
          add_heading (pages, heading, parent);
          year = next;
        }
      add_event (pages, row);
      if (!ent_export_sink_step (pages->sink, 0.1 + 0.85 * ++n / n_rows))
        return FALSE;
    }
  return TRUE;
}

static void
add_statement (EntPdfPages *pages,
               guint        number)
{
  g_autofree char *note = ent_source_list_dup_note (pages->sources, number, pages->request->translator);
  const char *address = ent_source_list_get_address (pages->sources, number);
  g_autofree char *label = g_strdup_printf ("%u.", number);
  g_autofree char *place = g_strdup_printf ("source-%u", number);
  double width = pages->column_width - NUMBER_WIDTH;
  PangoLayout *layout = ent_pdf_pages_lay_out (pages, ENT_PDF_QUOTATION, note, width);
  PangoLayout *left = ent_pdf_pages_lay_out (pages, ENT_PDF_DATE, label, NUMBER_WIDTH);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  ent_pdf_pages_reserve (pages, (double) height / PANGO_SCALE);
  ent_pdf_pages_add_place (pages, place);
  double y = pages->y;
  ent_pdf_pages_draw (pages, left, "P", 0.0, pages->style.text);
  pages->y = y;
  ent_pdf_pages_draw (pages, layout, "P", NUMBER_WIDTH, pages->style.text);
  if (address != NULL)
    {
      g_autofree char *link = ent_pdf_dup_link ("uri", address);
      layout = ent_pdf_pages_lay_out (pages, ENT_PDF_SMALL, address, width);
      pango_layout_get_size (layout, NULL, &height);
      ent_pdf_pages_reserve (pages, (double) height / PANGO_SCALE);
      ent_pdf_pages_begin_tag (pages, CAIRO_TAG_LINK, link);
      ent_pdf_pages_draw (pages, layout, "P", NUMBER_WIDTH, pages->style.text_dim);
      ent_pdf_pages_end_tag (pages, CAIRO_TAG_LINK);
    }
  pages->y += 3.0;
}

/**
 * ent_pdf_pages_add_sources:
 * @pages: a document
 *
 * Adds the statements as numbered notes with their addresses.
 *
 * Returns: whether to go on
 */
gboolean
ent_pdf_pages_add_sources (EntPdfPages *pages)
{
  const char *header = ent_translate (pages->request->translator, N_ ("Sources"));
  guint n = ent_source_list_get_n (pages->sources);

  begin_words (pages, header);
  add_heading (pages, header, CAIRO_PDF_OUTLINE_ROOT);
  for (guint number = 1; number <= n; number++)
    {
      add_statement (pages, number);
      if (!ent_export_sink_step (pages->sink, 0.95 + 0.05 * number / n))
        return FALSE;
    }
  return TRUE;
}
