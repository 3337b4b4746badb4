/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appendix of a paper as a Word document (ECMA-376): a table of the events, the statements as a numbered list. */
#include <string.h>

#include "export-resources.h"
#include "export/event-entry.h"
#include "export/facts.h"
#include "export/filter-words.h"
#include "export/markup-text.h"
#include "export/writers.h"
#include "export/zip-writer.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define R "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

/* A4 landscape less its margins, in twentieths of a point, is 14,278 wide; the columns share it. */
static const struct
{
  const char *heading;
  guint width;
} columns[] = {
  { N_ ("No."), 560 },    { N_ ("Date"), 1400 },        { N_ ("Event"), 2500 },
  { N_ ("Sides"), 1300 }, { N_ ("Who says so"), 1300 }, { N_ ("Quotation"), 3818 },
  { N_ ("Source"), 800 }, { N_ ("Locator"), 1150 },     { N_ ("Review"), 1450 },
};

typedef struct
{
  EntExportSink *sink;
  EntEventStore *store;
  const EntExportRequest *request;
  EntSourceList *sources;
  GString *body;
  GString *links; /* relationships of the document */
} Document;

static const char *
translate (const Document *document,
           const char     *message)
{
  return ent_translate (document->request->translator, message);
}

static void
append_run (GString    *out,
            const char *style,
            const char *text)
{
  g_string_append (out, "<w:r>");
  if (style != NULL)
    g_string_append_printf (out, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>", style);
  g_string_append (out, "<w:t xml:space=\"preserve\">");
  ent_markup_append_text (out, text);
  g_string_append (out, "</w:t></w:r>");
}

static void
begin_paragraph (GString    *out,
                 const char *style)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
}

static void
append_paragraph (GString    *out,
                  const char *style,
                  const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  begin_paragraph (out, style);
  append_run (out, NULL, text);
  g_string_append (out, "</w:p>");
}

static void
begin_cell (GString *out,
            guint    column)
{
  g_string_append_printf (out, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>", columns[column].width);
}

static void
append_cell (GString    *out,
             guint       column,
             const char *style,
             const char *text)
{
  begin_cell (out, column);
  begin_paragraph (out, style);
  append_run (out, NULL, text);
  g_string_append (out, "</w:p></w:tc>");
}

/* The number of a source leads to its place in the list. */
static void
append_source_cell (GString             *out,
                    guint                column,
                    const EntEventEntry *entry)
{
  g_auto (GStrv) numbers = g_strsplit (entry->sources, ", ", -1);

  begin_cell (out, column);
  begin_paragraph (out, "Cell");
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      if (i > 0)
        append_run (out, NULL, ", ");
      g_string_append_printf (out, "<w:hyperlink w:anchor=\"source%s\">", numbers[i]);
      append_run (out, "Hyperlink", numbers[i]);
      g_string_append (out, "</w:hyperlink>");
    }
  g_string_append (out, "</w:p></w:tc>");
}

static void
append_row (const Document *document,
            guint32         row,
            guint           number)
{
  GString *out = document->body;
  g_auto (EntEventEntry) entry = { NULL };
  g_autofree char *digits = g_strdup_printf ("%u", number);
  EntStatus status = (EntStatus) ent_event_store_get_columns (document->store)->status[row];
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) review = g_string_new (NULL);
  g_autofree char *marks = ent_event_dup_marks (document->request, row);

  ent_event_entry_init (&entry, document->store, row, document->sources, document->request->translator);
  g_string_append (title, entry.title);
  if (status != ENT_STATUS_OCCURRED)
    g_string_append_printf (title, " (%s)", ent_event_get_status_words (status, document->request->translator));
  g_string_append (review, entry.review);
  if (marks != NULL)
    g_string_append_printf (review, " · %s", marks);
  g_string_append (out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  append_cell (out, 0, "Cell", digits);
  append_cell (out, 1, "Cell", *entry.date != '\0' ? entry.date : translate (document, N_ ("No date")));
  append_cell (out, 2, "Cell", title->str);
  append_cell (out, 3, "Cell", entry.sides);
  append_cell (out, 4, "Cell", entry.teller);
  append_cell (out, 5, "CellQuote", entry.quotation != NULL ? entry.quotation : "");
  append_source_cell (out, 6, &entry);
  append_cell (out, 7, "Cell", entry.locator != NULL ? entry.locator : "");
  append_cell (out, 8, "Cell", review->str);
  g_string_append (out, "</w:tr>\n");
}

static void
begin_table (const Document *document)
{
  GString *out = document->body;

  g_string_append (out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"Appendix\"/><w:tblW w:w=\"0\" w:type=\"auto\"/>"
                        "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%u\"/>", columns[i].width);
  g_string_append (out, "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (out, i, "CellHeading", translate (document, columns[i].heading));
  g_string_append (out, "</w:tr>\n");
}

static gboolean
append_table (const Document *document)
{
  const EntRowSet *rows = document->request->rows;
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  guint n = 0;

  begin_table (document);
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      append_row (document, row, ++n);
      if (!ent_export_sink_step (document->sink, n / n_rows))
        return FALSE;
    }
  g_string_append (document->body, "</w:tbl>\n");
  return TRUE;
}

static void
append_address (const Document *document,
                guint           number)
{
  const char *address = ent_source_list_get_address (document->sources, number);

  if (address == NULL)
    return;
  append_run (document->body, NULL, " ");
  g_string_append_printf (document->body, "<w:hyperlink r:id=\"address%u\">", number);
  append_run (document->body, "Hyperlink", address);
  g_string_append (document->body, "</w:hyperlink>");
  g_string_append_printf (document->links, "<Relationship Id=\"address%u\" Type=\"" OFFICE "hyperlink\" Target=\"",
                          number);
  ent_markup_append_text (document->links, address);
  g_string_append (document->links, "\" TargetMode=\"External\"/>\n");
}

/* The list's numbers are words of the text, so that they stay what the table says when somebody edits the list. */
static void
append_sources (const Document *document)
{
  GString *out = document->body;
  guint n = ent_source_list_get_n (document->sources);

  append_paragraph (out, "Heading1", translate (document, N_ ("Sources")));
  for (guint number = 1; number <= n; number++)
    {
      g_autofree char *note = ent_source_list_dup_note (document->sources, number, document->request->translator);
      g_autofree char *label = g_strdup_printf ("%u.", number);
      begin_paragraph (out, "Source");
      g_string_append_printf (out, "<w:bookmarkStart w:id=\"%u\" w:name=\"source%u\"/>", number, number);
      append_run (out, NULL, label);
      g_string_append_printf (out, "<w:bookmarkEnd w:id=\"%u\"/><w:r><w:tab/></w:r>", number);
      append_run (out, NULL, note);
      append_address (document, number);
      append_run (out, "Key", " [");
      append_run (out, "Key", ent_source_list_get_key (document->sources, number));
      append_run (out, "Key", "]");
      g_string_append (out, "</w:p>\n");
    }
}

static gboolean
make_body (const Document *document,
           const char     *title)
{
  const EntExportRequest *request = document->request;
  GString *out = document->body;
  g_autofree char *filter = ent_filter_words_new (request->filter, ent_event_store_get_vocabulary (document->store),
                                                  request->translator);
  g_autofree char *as_of = ent_facts_new_as_of (request);

  g_string_append (out, XML "<w:document " W " " R "><w:body>\n");
  append_paragraph (out, "Title", title);
  append_paragraph (out, "Subtitle", request->subtitle);
  append_paragraph (out, "Facts", filter);
  append_paragraph (out, "Facts", as_of);
  if (!append_table (document))
    return FALSE;
  append_sources (document);
  g_string_append (out, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>"
                        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                        "<w:pgMar w:top=\"1134\" w:right=\"1280\" w:bottom=\"1134\" w:left=\"1280\" w:header=\"567\" "
                        "w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n");
  return TRUE;
}

static GString *
make_core (const Document *document,
           const char     *title)
{
  GString *out = g_string_new (XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                                   "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                   "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                                   "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
  EntDay as_of = ent_export_get_as_of (document->request);

  ent_markup_append_text (out, title);
  g_string_append (out, "</dc:title><dc:creator>Entente</dc:creator>");
  if (as_of != ENT_DAY_OPEN_START && ent_civil_date_from_day (as_of).year >= 1)
    {
      EntCivilDate date = ent_civil_date_from_day (as_of);
      g_string_append_printf (out, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%04d-%02u-%02uT00:00:00Z"
                                   "</dcterms:created>",
                              date.year, date.month, date.day);
    }
  g_string_append (out, "</cp:coreProperties>\n");
  return out;
}

/* Parts that are the same in every document. */
static void
add_constant (EntZipWriter *zip,
              const char   *name,
              const char   *resource)
{
  g_autofree char *path = g_strconcat ("/entente/export/docx/", resource, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ent_export_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GString) content = g_string_new_len (data, (gssize) length);

  ent_zip_writer_add (zip, name, content);
}

/**
 * ent_write_docx:
 * @sink: where to
 *
 * Writes the table of events and the list of statements as a document.
 */
void
ent_write_docx (EntExportSink *sink)
{
  EntEventStore *store = ent_filter_index_get_store (sink->request->index);
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, sink->request->rows);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) links = g_string_new (
    XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
        "<Relationship Id=\"styles\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"footer\" Type=\"" OFFICE "footer\" Target=\"footer.xml\"/>\n");
  Document document = { sink, store, sink->request, sources, body, links };
  g_autofree char *title = sink->request->title != NULL
                             ? g_strdup (sink->request->title)
                             : ent_filter_words_new_title (sink->request->filter,
                                                           ent_event_store_get_vocabulary (store),
                                                           sink->request->translator);

  if (!make_body (&document, title))
    return;
  g_string_append (links, "</Relationships>\n");
  g_autoptr (GString) core = make_core (&document, title);
  g_autoptr (EntZipWriter) zip = ent_zip_writer_new (sink);
  add_constant (zip, "[Content_Types].xml", "content-types.xml");
  add_constant (zip, "_rels/.rels", "package-links.xml");
  ent_zip_writer_add (zip, "word/document.xml", body);
  ent_zip_writer_add (zip, "word/_rels/document.xml.rels", links);
  add_constant (zip, "word/styles.xml", "styles.xml");
  add_constant (zip, "word/footer.xml", "footer.xml");
  ent_zip_writer_add (zip, "docProps/core.xml", core);
}
