/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/bibliography.h"

#include <string.h>

#include "base/json-text.h"
#include "export/writers.h"

/* Types and variables of CSL 1.0.2, by kind of statement. */
static const char * const csl_types[ENT_N_STATEMENT_KINDS] = {
  [ENT_STATEMENT_READOUT] = "document",   [ENT_STATEMENT_COMMUNIQUE] = "document",
  [ENT_STATEMENT_PRESS_RELEASE] = "document", [ENT_STATEMENT_TRANSCRIPT] = "interview",
  [ENT_STATEMENT_CABLE] = "document",     [ENT_STATEMENT_SPEECH] = "speech",
  [ENT_STATEMENT_NEWS] = "article-newspaper", [ENT_STATEMENT_OTHER] = "document",
};

static const char * const genres[ENT_N_STATEMENT_KINDS] = {
  [ENT_STATEMENT_READOUT] = "Readout",       [ENT_STATEMENT_COMMUNIQUE] = "Communiqué",
  [ENT_STATEMENT_PRESS_RELEASE] = "Press release", [ENT_STATEMENT_TRANSCRIPT] = "Transcript",
  [ENT_STATEMENT_CABLE] = "Cable",           [ENT_STATEMENT_SPEECH] = "Speech",
};

/* BibTeX's own signs, and TeX's. */
static void
append_tex (GString    *out,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '\\':
          g_string_append (out, "\\textbackslash{}");
          break;
        case '~':
          g_string_append (out, "\\textasciitilde{}");
          break;
        case '^':
          g_string_append (out, "\\textasciicircum{}");
          break;
        case '{':
        case '}':
          /* A brace, even escaped, counts for BibTeX's own reading. */
          g_string_append (out, *p == '{' ? "\\textbraceleft{}" : "\\textbraceright{}");
          break;
        case '&':
        case '%':
        case '$':
        case '#':
        case '_':
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
          break;
        case '\n':
        case '\r':
        case '\t':
          g_string_append_c (out, ' ');
          break;
        default:
          g_string_append_c (out, *p);
        }
    }
}

/* Two pairs of braces keep capitals, and a name from being read as first and last. */
static void
append_field (GString    *out,
              const char *name,
              const char *value,
              gboolean    whole)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, ",\n  %s = {%s", name, whole ? "{" : "");
  append_tex (out, value);
  g_string_append (out, whole ? "}}" : "}");
}

/* An address is told as it is, less what would end its field. */
static void
append_address (GString    *out,
                const char *address)
{
  g_autofree char *escaped = NULL;

  if (address == NULL)
    return;
  escaped = g_uri_escape_string (address, ":/?#[]@!$&'()*+,;=%", TRUE);
  g_string_append_printf (out, ",\n  url = {%s}", escaped);
}

static void
append_tex_key (GString    *out,
                const char *key)
{
  for (const char *p = key; *p != '\0'; p++)
    g_string_append_c (out, strchr (" ,{}()=\"#%~\\'", *p) != NULL || (guchar) *p < 0x20 ? '-' : *p);
}

/**
 * ent_bibliography_append_bibtex:
 * @out: where to
 * @sources: statements
 * @number: one of them
 * @note: (nullable): words for the entry's note
 * @marks: (nullable) (element-type EntMark): what the user noted on it
 *
 * Writes an entry that BibTeX and BibLaTeX read.
 */
void
ent_bibliography_append_bibtex (GString             *out,
                                const EntSourceList *sources,
                                guint                number,
                                const char          *note,
                                const GPtrArray     *marks)
{
  g_autofree char *tags = ent_marks_dup_words (marks, ENT_MARK_TAG, "", ", ");
  g_autofree char *notes = ent_marks_dup_words (marks, ENT_MARK_NOTE, "", " · ");
  const EntStatementInfo *info = ent_source_list_get_info (sources, number);
  g_autofree char *author = ent_source_list_dup_author (sources, number, NULL);
  g_autofree char *date = ent_edtf_is_none (info->date) ? NULL : ent_edtf_to_string (info->date);
  EntDay day = ent_edtf_earliest (info->date);

  g_string_append (out, "@misc{");
  append_tex_key (out, ent_source_list_get_key (sources, number));
  append_field (out, "author", author, TRUE);
  append_field (out, "title", info->title != NULL ? info->title : info->id, TRUE);
  append_field (out, "date", date, FALSE);
  if (date != NULL && day != ENT_DAY_OPEN_START)
    {
      EntCivilDate civil = ent_civil_date_from_day (day);
      g_string_append_printf (out, ",\n  year = {%d}", civil.year);
      if (info->date.start.precision >= ENT_EDTF_MONTH)
        g_string_append_printf (out, ",\n  month = %u", civil.month);
    }
  append_field (out, "howpublished", genres[info->kind], FALSE);
  append_field (out, "publisher", info->published_by, TRUE);
  append_address (out, ent_source_list_get_address (sources, number));
  append_field (out, "urldate", info->retrieved, FALSE);
  append_field (out, "langid", info->language, FALSE);
  append_field (out, "note", note, FALSE);
  append_field (out, "keywords", tags, FALSE);
  append_field (out, "annote", notes, FALSE);
  g_string_append (out, "\n}\n");
}

static void
append_parts (GString            *out,
              const EntEdtfPoint *point)
{
  g_string_append_printf (out, "[%d", point->year);
  if (point->precision == ENT_EDTF_MONTH || point->precision >= ENT_EDTF_DAY)
    g_string_append_printf (out, ",%u", point->month);
  if (point->precision >= ENT_EDTF_DAY)
    g_string_append_printf (out, ",%u", point->day);
  g_string_append_c (out, ']');
}

static void
append_csl_date (GString *out,
                 EntEdtf  date)
{
  gboolean season = date.start.precision == ENT_EDTF_SEASON && date.start.month <= ENT_SEASON_WINTER;

  if (ent_edtf_is_none (date) || date.start.precision == ENT_EDTF_OPEN)
    return;
  ent_json_append_key (out, "issued");
  g_string_append (out, "{\"date-parts\":[");
  append_parts (out, &date.start);
  if (date.end.precision != ENT_EDTF_NONE && date.end.precision != ENT_EDTF_OPEN)
    {
      g_string_append_c (out, ',');
      append_parts (out, &date.end);
    }
  g_string_append_c (out, ']');
  if (season)
    ent_json_append_number (out, "season", date.start.month - ENT_SEASON_SPRING + 1);
  if (date.start.qualifier != 0)
    g_string_append (out, ",\"circa\":true");
  g_string_append_c (out, '}');
}

static void
append_csl_string (GString    *out,
                   const char *key,
                   const char *value)
{
  if (value != NULL && *value != '\0')
    ent_json_append_string (out, key, value);
}

/**
 * ent_bibliography_append_csl:
 * @out: where to
 * @sources: statements
 * @number: one of them
 * @note: (nullable): words for the item's note
 * @marks: (nullable) (element-type EntMark): what the user noted on it
 *
 * Writes an item of CSL JSON 1.0.
 */
void
ent_bibliography_append_csl (GString             *out,
                             const EntSourceList *sources,
                             guint                number,
                             const char          *note,
                             const GPtrArray     *marks)
{
  g_autofree char *tags = ent_marks_dup_words (marks, ENT_MARK_TAG, "", ", ");
  g_autofree char *notes = ent_marks_dup_words (marks, ENT_MARK_NOTE, "", " · ");
  const EntStatementInfo *info = ent_source_list_get_info (sources, number);
  g_autofree char *author = ent_source_list_dup_author (sources, number, NULL);
  const char *address = ent_source_list_get_address (sources, number);
  gboolean on_web = address != NULL && g_str_equal (csl_types[info->kind], "document");
  EntEdtf retrieved;

  g_string_append_c (out, '{');
  ent_json_append_string (out, "id", ent_source_list_get_key (sources, number));
  ent_json_append_string (out, "type", on_web ? "webpage" : csl_types[info->kind]);
  ent_json_append_string (out, "title", info->title != NULL ? info->title : info->id);
  if (author != NULL)
    {
      ent_json_append_key (out, "author");
      g_string_append (out, "[{");
      ent_json_append_string (out, "literal", author);
      g_string_append (out, "}]");
    }
  append_csl_date (out, info->date);
  append_csl_string (out, "genre", genres[info->kind]);
  append_csl_string (out, "publisher", info->published_by);
  append_csl_string (out, "URL", address);
  if (info->retrieved != NULL && ent_edtf_parse (info->retrieved, strlen (info->retrieved), &retrieved, NULL)
      && ent_edtf_is_day (retrieved))
    {
      ent_json_append_key (out, "accessed");
      g_string_append (out, "{\"date-parts\":[");
      append_parts (out, &retrieved.start);
      g_string_append (out, "]}");
    }
  append_csl_string (out, "language", info->language);
  append_csl_string (out, "note", note);
  append_csl_string (out, "keyword", tags);
  append_csl_string (out, "annote", notes);
  g_string_append_c (out, '}');
}

static const GPtrArray *
get_marks (const EntExportRequest *request,
           const EntSourceList    *sources,
           guint                   number)
{
  return ent_mark_table_get_of_statement (ent_filter_index_get_marks (request->index),
                                          ent_source_list_get_statement (sources, number));
}

/**
 * ent_write_bibtex:
 * @sink: where to
 *
 * Writes the statements that tell the events, for BibTeX and BibLaTeX.
 */
void
ent_write_bibtex (EntExportSink *sink)
{
  g_autoptr (EntSourceList) sources = ent_source_list_new (ent_filter_index_get_store (sink->request->index),
                                                           sink->request->rows);
  guint n = ent_source_list_get_n (sources);

  for (guint number = 1; number <= n; number++)
    {
      if (number > 1)
        g_string_append_c (sink->out, '\n');
      ent_bibliography_append_bibtex (sink->out, sources, number, NULL, get_marks (sink->request, sources, number));
      if (!ent_export_sink_step (sink, (double) number / n))
        return;
    }
}

/**
 * ent_write_csl:
 * @sink: where to
 *
 * Writes the statements that tell the events, as CSL JSON.
 */
void
ent_write_csl (EntExportSink *sink)
{
  g_autoptr (EntSourceList) sources = ent_source_list_new (ent_filter_index_get_store (sink->request->index),
                                                           sink->request->rows);
  guint n = ent_source_list_get_n (sources);

  g_string_append (sink->out, "[\n");
  for (guint number = 1; number <= n; number++)
    {
      g_autoptr (GString) item = g_string_new (number > 1 ? ",\n" : "");
      ent_bibliography_append_csl (item, sources, number, NULL, get_marks (sink->request, sources, number));
      if (!ent_export_sink_write (sink, item->str, item->len) || !ent_export_sink_step (sink, (double) number / n))
        return;
    }
  g_string_append (sink->out, n > 0 ? "\n]\n" : "]\n");
}
