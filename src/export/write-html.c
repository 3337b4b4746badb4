/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page with all in it: the picture, and under it a chronology that needs no script to be read. With one, the
 * picture can be zoomed and both can be filtered. Nothing is fetched: the page forbids it to itself. */
#include <string.h>

#include "export-resources.h"
#include "export/event-entry.h"
#include "export/facts.h"
#include "export/filter-words.h"
#include "export/markup-text.h"
#include "export/picture.h"
#include "export/svg-writer.h"
#include "export/writers.h"

#define FAMILIES "Cantarell, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"

typedef struct
{
  EntExportSink *sink;
  GString *out;
  EntEventStore *store;
  const EntExportRequest *request;
  EntSourceList *sources;
} Page;

static const char *
translate (const Page *page,
           const char *message)
{
  return ent_translate (page->request->translator, message);
}

/* A message with a number in it, as text of the page. */
static void
append_count (const Page *page,
              const char *one,
              const char *many,
              guint       n)
{
  g_autoptr (GString) words = g_string_new (ent_translate_plural (page->request->translator, one, many, n));
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (words, "{n}", number, 1);
  ent_markup_append_text (page->out, words->str);
}

static char *
dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat ("/entente/export/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ent_export_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* The one script that may run is told by its digest. */
static void
append_policy (const Page *page,
               const char *script)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) script, (gssize) strlen (script));
  g_checksum_get_digest (checksum, digest, &length);
  g_autofree char *encoded = g_base64_encode (digest, length);
  g_string_append_printf (page->out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                          "'unsafe-inline'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n",
                          encoded);
}

/* "zh_CN.UTF-8" as HTML tells a language. */
static char *
dup_language (const char *locale)
{
  g_autofree char *language = g_strdup (locale != NULL && !g_str_equal (locale, "C") ? locale : "en");

  language[strcspn (language, ".@")] = '\0';
  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

static void
append_head (const Page *page,
             const char *title,
             const char *script)
{
  g_autofree char *language = dup_language (page->request->locale);
  g_autofree char *style = dup_resource ("chronology.css");

  g_string_append (page->out, "<!DOCTYPE html>\n<html lang=\"");
  ent_markup_append_text (page->out, language);
  if (ent_facts_is_right_to_left (page->request->locale))
    g_string_append (page->out, "\" dir=\"rtl");
  g_string_append (page->out, "\">\n<head>\n<meta charset=\"utf-8\">\n");
  append_policy (page, script);
  g_string_append (page->out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                              "<meta name=\"generator\" content=\"Entente\">\n<title>");
  ent_markup_append_text (page->out, title);
  g_string_append_printf (page->out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
}

static void
append_header (const Page *page,
               const char *title)
{
  const EntExportRequest *request = page->request;
  g_autofree char *filter = ent_filter_words_new (request->filter, ent_event_store_get_vocabulary (page->store),
                                                  request->translator);
  g_autofree char *as_of = ent_facts_new_as_of (request);

  g_string_append (page->out, "<header>\n<h1>");
  ent_markup_append_text (page->out, title);
  g_string_append (page->out, "</h1>\n");
  if (request->subtitle != NULL)
    {
      g_string_append (page->out, "<p class=\"subtitle\">");
      ent_markup_append_text (page->out, request->subtitle);
      g_string_append (page->out, "</p>\n");
    }
  g_string_append (page->out, "<p class=\"facts\">");
  ent_markup_append_text (page->out, filter);
  g_string_append (page->out, filter != NULL ? "<br>" : "");
  append_count (page, N_ ("{n} event"), N_ ("{n} events"), ent_row_set_get_count (request->rows));
  g_string_append (page->out, " · ");
  append_count (page, N_ ("{n} statement"), N_ ("{n} statements"), ent_source_list_get_n (page->sources));
  if (as_of != NULL)
    {
      g_string_append (page->out, " · ");
      ent_markup_append_text (page->out, as_of);
    }
  g_string_append (page->out, "</p>\n</header>\n");
}

static void
append_button (const Page *page,
               const char *name,
               const char *label)
{
  g_string_append_printf (page->out, "<button type=\"button\" name=\"%s\">", name);
  ent_markup_append_text (page->out, translate (page, label));
  g_string_append (page->out, "</button>\n");
}

static gboolean
append_picture (const Page *page)
{
  EntExportRequest request = *page->request;
  GError *error = NULL;

  request.format = ENT_EXPORT_SVG;
  request.title = NULL;
  request.subtitle = NULL;
  request.height = 0.0;
  request.zoom = 1.0;
  request.parts = ENT_EXPORT_LEGEND;
  request.transparent = FALSE;
  g_autoptr (EntPicture) picture = ent_picture_new (&request, &error);
  if (picture == NULL)
    {
      ent_export_sink_fail (page->sink, error);
      return FALSE;
    }
  EntSvgOptions options = { .families = FAMILIES, .zoom = 1.0, .foot = picture->foot, .in_page = TRUE };
  g_autoptr (GBytes) bytes = ent_svg_writer_new_bytes (picture->scene, page->store, &picture->style, picture->text,
                                                       &options);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_string_append (page->out, "<figure>\n<div id=\"picture\">\n");
  g_string_append_len (page->out, data, (gssize) length);
  g_string_append (page->out, "</div>\n<div class=\"tools\" hidden>\n");
  append_button (page, "closer", N_ ("Zoom in"));
  append_button (page, "farther", N_ ("Zoom out"));
  append_button (page, "whole", N_ ("Whole history"));
  g_string_append (page->out, "</div>\n</figure>\n");
  return TRUE;
}

/* A box for each topic that the events have. */
static void
append_form (const Page *page)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (page->store);
  const EntEventColumns *columns = ent_event_store_get_columns (page->store);
  const EntRowSet *rows = page->request->rows;
  guint64 topics = 0;

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    topics |= columns->topics[row];
  g_string_append (page->out, "<form id=\"filter\" hidden>\n<label>");
  ent_markup_append_text (page->out, translate (page, N_ ("Search")));
  g_string_append (page->out, " <input type=\"search\"></label>\n<fieldset>\n<legend>");
  ent_markup_append_text (page->out, translate (page, N_ ("Topics")));
  g_string_append (page->out, "</legend>\n");
  for (; topics != 0; topics &= topics - 1)
    {
      const EntTopicInfo *topic = ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics));
      g_string_append (page->out, "<label><input type=\"checkbox\" value=\"");
      ent_markup_append_text (page->out, topic->id);
      g_string_append (page->out, "\"> ");
      ent_markup_append_text (page->out, translate (page, topic->label));
      g_string_append (page->out, "</label>\n");
    }
  g_string_append (page->out, "</fieldset>\n<output data-words=\"");
  ent_markup_append_text (page->out, translate (page, N_ ("{n} of {all} events")));
  g_string_append (page->out, "\"></output>\n</form>\n");
}

static void
append_topic_ids (const Page *page,
                  guint32     row)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (page->store);
  guint64 topics = ent_event_store_get_columns (page->store)->topics[row];

  for (gboolean first = TRUE; topics != 0; topics &= topics - 1, first = FALSE)
    {
      g_string_append (page->out, first ? "" : " ");
      ent_markup_append_text (page->out,
                              ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->id);
    }
}

static void
append_quotation (const Page       *page,
                  const EntAccount *account)
{
  g_autofree char *words = ent_event_dup_quotation (page->store, account);
  const EntStatement *statement = ent_event_store_get_statement (page->store, account->statement);
  const char *language = ent_statement_get_info (statement)->language;
  guint number = ent_source_list_get_number (page->sources, account->statement);
  g_autofree char *author = ent_source_list_dup_author (page->sources, number, page->request->translator);

  g_string_append (page->out, "<blockquote");
  if (language != NULL)
    {
      g_string_append (page->out, " lang=\"");
      ent_markup_append_text (page->out, language);
      g_string_append_c (page->out, '"');
    }
  g_string_append (page->out, "><p>");
  ent_markup_append_text (page->out, words);
  g_string_append_printf (page->out, "</p></blockquote>\n<p class=\"source\">— ");
  ent_markup_append_text (page->out, author);
  g_string_append_printf (page->out, " <a href=\"#source-%u\">[%u]</a>", number, number);
  if (account->n_evidence > 0)
    {
      g_autoptr (GString) locator = g_string_new (translate (page, N_ ("paragraph {n}")));
      g_autofree char *paragraph = g_strdup_printf (
        "%u", ent_statement_get_paragraph (statement, account->evidence[0].start));
      g_string_replace (locator, "{n}", paragraph, 1);
      g_string_append (page->out, ", ");
      ent_markup_append_text (page->out, locator->str);
    }
  g_string_append (page->out, "</p>\n");
}

static void
append_who (const Page          *page,
            guint32              row,
            const EntEventEntry *entry)
{
  const EntEventColumns *columns = ent_event_store_get_columns (page->store);

  g_string_append (page->out, "<p class=\"who\">");
  ent_markup_append_text (page->out, translate (page, ent_vocabulary_get_kind (
                                                        ent_event_store_get_vocabulary (page->store),
                                                        (EntKind) columns->kind[row])
                                                        ->label));
  if (columns->status[row] != ENT_STATUS_OCCURRED)
    {
      g_string_append (page->out, " · ");
      ent_markup_append_text (page->out, ent_event_get_status_words ((EntStatus) columns->status[row],
                                                                     page->request->translator));
    }
  g_string_append (page->out, " · ");
  ent_markup_append_text (page->out, entry->sides);
  g_string_append (page->out, " · ");
  g_autoptr (GString) told = g_string_new (translate (page, N_ ("told by {values}")));
  g_string_replace (told, "{values}", entry->teller, 1);
  ent_markup_append_text (page->out, told->str);
  if (*entry->topics != '\0')
    {
      g_string_append (page->out, "<br>");
      ent_markup_append_text (page->out, entry->topics);
    }
  g_string_append (page->out, "</p>\n");
}

static void
append_event (const Page *page,
              guint32     row)
{
  g_auto (EntEventEntry) entry = { NULL };
  g_autofree char *edtf = ent_edtf_to_string (ent_event_store_get_date (page->store, row));
  gboolean denied = ent_event_store_get_columns (page->store)->status[row] == ENT_STATUS_DENIED;
  guint n = ent_event_store_get_n_accounts (page->store, row);

  ent_event_entry_init (&entry, page->store, row, page->sources, page->request->translator);
  g_string_append (page->out, "<li id=\"entry-");
  ent_svg_append_id (page->out, ent_event_store_get_id (page->store, row));
  g_string_append (page->out, "\" data-topics=\"");
  append_topic_ids (page, row);
  g_string_append (page->out, "\">\n<time data-edtf=\"");
  ent_markup_append_text (page->out, edtf);
  g_string_append (page->out, "\">");
  ent_markup_append_text (page->out, *entry.date != '\0' ? entry.date : translate (page, N_ ("No date")));
  g_string_append_printf (page->out, "</time>\n<h3%s>", denied ? " class=\"denied\"" : "");
  ent_markup_append_text (page->out, entry.title);
  g_string_append (page->out, "</h3>\n");
  append_who (page, row, &entry);
  for (guint i = 0; i < n; i++)
    {
      EntAccount account;
      ent_event_store_get_account (page->store, row, i, &account);
      append_quotation (page, &account);
    }
  g_string_append (page->out, "</li>\n");
}

/* Under which heading an event stands: its year, or the decade and century where no year is known. */
static char *
dup_year (const Page *page,
          guint32     row)
{
  EntEdtf date = ent_event_store_get_date (page->store, row);
  const EntEventColumns *columns = ent_event_store_get_columns (page->store);
  EntDay day = columns->earliest[row] != ENT_DAY_OPEN_START ? columns->earliest[row] : columns->latest[row];

  if (ent_edtf_is_none (date) || day == ENT_DAY_OPEN_START || day == ENT_DAY_OPEN_END)
    return g_strdup (translate (page, N_ ("No date")));
  if (columns->earliest[row] == ENT_DAY_OPEN_START)
    return g_strdup (translate (page, N_ ("Before a known date")));
  return ent_edtf_to_words (ent_edtf_point (ent_edtf_point_year (ent_civil_date_from_day (day).year)),
                            page->request->translator);
}

static gboolean
append_chronology (const Page *page)
{
  const EntRowSet *rows = page->request->rows;
  double n_rows = MAX (1u, ent_row_set_get_count (rows));
  g_autofree char *year = NULL;
  guint n = 0;

  g_string_append (page->out, "<main>\n");
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      g_autofree char *heading = dup_year (page, row);
      if (g_strcmp0 (heading, year) != 0)
        {
          g_string_append (page->out, year != NULL ? "</ol>\n</section>\n" : "");
          g_string_append (page->out, "<section class=\"year\">\n<h2>");
          ent_markup_append_text (page->out, heading);
          g_string_append (page->out, "</h2>\n<ol class=\"events\">\n");
          g_free (year);
          year = g_steal_pointer (&heading);
        }
      append_event (page, row);
      if (!ent_export_sink_step (page->sink, ++n / n_rows))
        return FALSE;
    }
  g_string_append (page->out, year != NULL ? "</ol>\n</section>\n</main>\n" : "</main>\n");
  return TRUE;
}

static void
append_sources (const Page *page)
{
  guint n = ent_source_list_get_n (page->sources);

  g_string_append (page->out, "<footer id=\"sources\">\n<h2>");
  ent_markup_append_text (page->out, translate (page, N_ ("Sources")));
  g_string_append (page->out, "</h2>\n<ol>\n");
  for (guint number = 1; number <= n; number++)
    {
      g_autofree char *note = ent_source_list_dup_note (page->sources, number, page->request->translator);
      const char *address = ent_source_list_get_address (page->sources, number);
      g_string_append_printf (page->out, "<li id=\"source-%u\">", number);
      ent_markup_append_text (page->out, note);
      if (address != NULL)
        {
          g_string_append (page->out, " <a href=\"");
          ent_markup_append_text (page->out, address);
          g_string_append (page->out, "\" rel=\"noreferrer\">");
          ent_markup_append_text (page->out, address);
          g_string_append (page->out, "</a>");
        }
      g_string_append (page->out, "</li>\n");
    }
  g_string_append (page->out, "</ol>\n</footer>\n");
}

/**
 * ent_write_html:
 * @sink: where to
 *
 * Writes a page for those who do not have the program.
 */
void
ent_write_html (EntExportSink *sink)
{
  const EntExportRequest *request = sink->request;
  EntEventStore *store = ent_filter_index_get_store (request->index);
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, request->rows);
  Page page = { sink, sink->out, store, request, sources };
  g_autofree char *title = request->title != NULL
                             ? g_strdup (request->title)
                             : ent_filter_words_new_title (request->filter, ent_event_store_get_vocabulary (store),
                                                           request->translator);
  g_autofree char *script = dup_resource ("chronology.js");

  append_head (&page, title, script);
  append_header (&page, title);
  if (!append_picture (&page))
    return;
  append_form (&page);
  if (!append_chronology (&page))
    return;
  append_sources (&page);
  g_string_append_printf (page.out, "<script>%s</script>\n</body>\n</html>\n", script);
}
