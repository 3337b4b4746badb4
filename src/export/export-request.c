/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export-request.h"

#include <math.h>
#include <string.h>

#include "export/picture.h"
#include "export/writers.h"
#include "model/archive-marks.h"

G_DEFINE_QUARK (ent-export-error-quark, ent_export_error)

/* A format's name, and how its files' names end. */
static const struct
{
  const char *id;
  const char *suffix;
  void (*write) (EntExportSink *sink);
} formats[ENT_N_EXPORT_FORMATS] = {
  [ENT_EXPORT_PNG] = { "png", ".png", ent_picture_write_png },
  [ENT_EXPORT_SVG] = { "svg", ".svg", ent_picture_write_svg },
  [ENT_EXPORT_PDF] = { "pdf", ".pdf", ent_picture_write_pdf },
  [ENT_EXPORT_CSV] = { "csv", ".csv", ent_write_csv },
  [ENT_EXPORT_JSON] = { "json", ".json", ent_write_json },
  [ENT_EXPORT_ICS] = { "ics", ".ics", ent_write_ics },
  [ENT_EXPORT_TIMELINEJS] = { "timelinejs", ".timeline.json", ent_write_timelinejs },
  [ENT_EXPORT_HTML] = { "html", ".html", ent_write_html },
  [ENT_EXPORT_MARKDOWN] = { "md", ".md", ent_write_markdown },
  [ENT_EXPORT_DOCX] = { "docx", ".docx", ent_write_docx },
  [ENT_EXPORT_BIBTEX] = { "bibtex", ".bib", ent_write_bibtex },
  [ENT_EXPORT_CSL] = { "csl", ".csl.json", ent_write_csl },
};

/**
 * ent_export_new_spans:
 * @periods: (nullable) (element-type EntPeriod): the user's periods
 *
 * Returns: (transfer full) (element-type EntNamedSpan): the same, as pictures show them; their names belong to @periods
 */
GArray *
ent_export_new_spans (const GArray *periods)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (EntNamedSpan));

  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      const EntPeriod *period = &g_array_index (periods, EntPeriod, i);
      EntNamedSpan span = { period->label, ent_edtf_earliest (period->span), ent_edtf_latest (period->span) };

      g_array_append_val (spans, span);
    }
  return spans;
}

/* Makes a file. The same request gives the same bytes. */
static gboolean
write_to (const EntExportRequest  *request,
          GOutputStream           *stream,
          GCancellable            *cancellable,
          GError                 **error)
{
  EntExportSink sink;

  ent_export_sink_init (&sink, request, stream, cancellable);
  if ((guint) request->format < ENT_N_EXPORT_FORMATS)
    formats[request->format].write (&sink);
  else
    ent_export_sink_fail (&sink, g_error_new (ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_FORMAT,
                                              "There is no format number %d", request->format));
  return ent_export_sink_finish (&sink, error);
}

/**
 * ent_export_new_bytes:
 * @request: what file to make
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Makes a file in memory.
 *
 * Returns: (transfer full): the file, or %NULL if it cannot be made
 */
GBytes *
ent_export_new_bytes (const EntExportRequest  *request,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!write_to (request, stream, cancellable, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A stream to @file that is given up leaves an old file as it was, and no new one. */
static void
give_up (GFile         *file,
         GOutputStream *stream,
         gboolean       was_there)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
  if (!was_there)
    g_file_delete (file, NULL, NULL);
}

/**
 * ent_export_to_file:
 * @request: what file to make
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes a file. Where there is one already, the new one is written beside it and renamed when it is whole.
 *
 * Returns: whether the file was written; an old one is as it was otherwise
 */
gboolean
ent_export_to_file (const EntExportRequest  *request,
                    GFile                   *file,
                    GCancellable            *cancellable,
                    GError                 **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  gboolean was_there = g_file_query_exists (file, NULL);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                                         cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (write_to (request, G_OUTPUT_STREAM (stream), cancellable, error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;
  give_up (file, G_OUTPUT_STREAM (stream), was_there);
  return FALSE;
}

/**
 * ent_export_format_from_name:
 * @name: a format ("png") or a file's name that ends in one
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
ent_export_format_from_name (const char      *name,
                             EntExportFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *dot = strrchr (lower, '.');
  int best = -1;

  for (guint i = 0; i < ENT_N_EXPORT_FORMATS; i++)
    {
      /* The longest suffix tells: "x.csl.json" is no plain JSON. */
      gboolean fits = dot == NULL ? g_str_equal (lower, formats[i].id)
                                  : g_str_has_suffix (lower, formats[i].suffix) || g_str_equal (dot + 1, formats[i].id);
      if (fits && (best < 0 || strlen (formats[i].suffix) > strlen (formats[best].suffix)))
        best = (int) i;
    }
  if (best >= 0)
    *format = (EntExportFormat) best;
  return best >= 0;
}

/**
 * ent_export_format_to_id:
 * @format: a format
 *
 * Returns: (transfer none): its name ("png")
 */
const char *
ent_export_format_to_id (EntExportFormat format)
{
  g_return_val_if_fail (format < ENT_N_EXPORT_FORMATS, NULL);

  return formats[format].id;
}

/**
 * ent_export_format_to_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how the names of its files end (".png")
 */
const char *
ent_export_format_to_suffix (EntExportFormat format)
{
  g_return_val_if_fail (format < ENT_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * ent_export_format_is_picture:
 * @format: a format
 *
 * Returns: whether it shows the timeline and nothing else
 */
gboolean
ent_export_format_is_picture (EntExportFormat format)
{
  return format <= ENT_EXPORT_PDF;
}

/**
 * ent_export_get_as_of:
 * @request: what file to make
 *
 * Returns: the day the file is of: the one asked for, or the newest statement's; %ENT_DAY_OPEN_START if none tells
 */
EntDay
ent_export_get_as_of (const EntExportRequest *request)
{
  const EntEventStore *store = ent_filter_index_get_store (request->index);
  EntDay newest = request->as_of;

  if (newest != ENT_DAY_OPEN_START)
    return newest;
  for (guint i = 0; i < ent_event_store_get_n_statements (store); i++)
    {
      EntDay day = ent_edtf_earliest (ent_statement_get_info (ent_event_store_get_statement (store, i))->date);
      newest = MAX (newest, day);
    }
  return newest;
}

/**
 * ent_export_request_has_span:
 * @request: what file to make
 *
 * Returns: whether it is about a part of time
 */
gboolean
ent_export_request_has_span (const EntExportRequest *request)
{
  g_return_val_if_fail (request != NULL, FALSE);

  return request->from != 0.0 || request->to != 0.0;
}

/**
 * ent_export_request_narrow:
 * @request: what file to make, which has a span
 * @filter: a filter
 *
 * Returns: (transfer full): @filter with the days that the file is about in place of its own
 */
EntFilter *
ent_export_request_narrow (const EntExportRequest *request,
                           const EntFilter        *filter)
{
  g_return_val_if_fail (request != NULL && filter != NULL, NULL);

  EntDay first = isfinite (request->from) ? (EntDay) floor (request->from) : ENT_DAY_OPEN_START;
  EntDay last = isfinite (request->to) ? (EntDay) ceil (request->to) - 1 : ENT_DAY_OPEN_END;
  return ent_filter_with_span (filter, first, MAX (first, last));
}

/**
 * ent_export_request_new_told:
 * @request: what file to make
 *
 * What the file tells in words, and whose sources it names, as its picture is of a part of time.
 *
 * Returns: (transfer full): those of its events that may lie in the time that it is about
 */
EntRowSet *
ent_export_request_new_told (const EntExportRequest *request)
{
  g_return_val_if_fail (request != NULL && request->index != NULL, NULL);

  if (!ent_export_request_has_span (request))
    return ent_row_set_ref ((EntRowSet *) request->rows);

  g_autoptr (EntFilter) filter = ent_export_request_narrow (request, request->filter);
  g_autoptr (EntRowSet) found = ent_filter_index_run (request->index, filter);
  return ent_row_set_and (found, request->rows);
}
