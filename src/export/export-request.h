/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "draw/style.h"
#include "export/figure-edits.h"
#include "layout/scene.h"

G_BEGIN_DECLS

/* Pictures first, then what is made of words. */
typedef enum
{
  ENT_EXPORT_PNG,
  ENT_EXPORT_SVG,
  ENT_EXPORT_PDF,
  ENT_EXPORT_CSV,
  ENT_EXPORT_JSON, /* one array of the objects that `events` prints */
  ENT_EXPORT_ICS,
  ENT_EXPORT_TIMELINEJS,
  ENT_EXPORT_HTML,
  ENT_EXPORT_MARKDOWN,
  ENT_EXPORT_DOCX,
  ENT_EXPORT_BIBTEX,
  ENT_EXPORT_CSL,
  ENT_N_EXPORT_FORMATS
} EntExportFormat;

typedef enum
{
  ENT_EXPORT_ERROR_SIZE,    /* a picture of such a size cannot be made */
  ENT_EXPORT_ERROR_FORMAT,  /* no such format */
  ENT_EXPORT_ERROR_DRAWING, /* the drawing library failed */
  ENT_EXPORT_ERROR_PACKING  /* the archive that a document is could not be packed */
} EntExportError;

#define ENT_EXPORT_ERROR (ent_export_error_quark ())
GQuark ent_export_error_quark (void);

/* What stands around the timeline. */
typedef enum
{
  ENT_EXPORT_LEGEND = 1 << 0,
  ENT_EXPORT_FILTER = 1 << 1, /* what was asked for, in words */
  ENT_EXPORT_AS_OF = 1 << 2,
  ENT_EXPORT_SOURCES = 1 << 3,
  ENT_EXPORT_CHRONOLOGY = 1 << 4, /* the events in words, on pages of their own */
  ENT_EXPORT_KEY = 1 << 5         /* in pictures, of the marks whose words have no room; they are numbered for it */
} EntExportParts;

#define ENT_EXPORT_ALL_PARTS ((EntExportParts) 0x3f)

/* Sizes for what a picture is for. */
typedef enum
{
  ENT_PRESET_NONE,
  ENT_PRESET_COLUMN, /* of a two-column paper */
  ENT_PRESET_SLIDE,
  ENT_PRESET_POSTER,
  ENT_N_PRESETS
} EntExportPreset;

/**
 * EntExportRequest:
 * @index: the store and its bitmaps
 * @filter: which events
 * @rows: what @filter gives
 * @from: where the time to show begins, in days; `-INFINITY` for the first event of @rows, as 0 is with a @to of 0
 * @to: where it ends; `INFINITY` for the last event
 * @lanes: what a lane is
 * @lane_choice: (nullable): which lanes are hidden, folded or first, as ent_lane_choice_to_string() has it
 * @format: the file's format
 * @theme: its colours
 * @width: in pixels of 1/96 inch
 * @height: the same; 0 for as tall as the lanes need
 * @paged: whether a PDF has as many pages of that size as it needs
 * @zoom: by which words and marks are larger than on a screen; 0 for 1
 * @pixel_scale: pixels of a PNG to a pixel of @width
 * @dpi: resolution a PNG names; 0 for 96 × @pixel_scale
 * @parts: what stands around the timeline
 * @embed_fonts: whether an SVG brings the letters that it needs along
 * @transparent: whether a PNG has no background
 * @title: (nullable): above the picture
 * @subtitle: (nullable): under the title
 * @snapshot: (nullable): the name of the snapshot that is shown, by which it is cited
 * @periods: (nullable) (array length=n_periods): the user's periods, shaded in pictures
 * @n_periods: how many
 * @as_of: the day the picture is of: of PDF metadata and the line of today; %ENT_DAY_OPEN_START for the
 *   newest statement's
 * @locale: (nullable): the language that a document says it is in and whose direction it is laid out in, "zh_CN";
 *   %NULL for English
 * @translator: (nullable): the language of its words
 * @edits: (nullable): what a person chose for this picture; @rows are what it shows of what @filter gives
 * @progress: (nullable): told now and then which share of the work is done, from the thread that does it
 * @progress_data: handed to @progress
 *
 * What file to make. Borrowed. The same request gives the same bytes.
 */
typedef struct
{
  const EntFilterIndex *index;
  const EntFilter *filter;
  const EntRowSet *rows;
  double from;
  double to;
  EntLaneMode lanes;
  const char *lane_choice;
  EntExportFormat format;
  EntTheme theme;
  double width;
  double height;
  gboolean paged;
  double zoom;
  double pixel_scale;
  double dpi;
  EntExportParts parts;
  gboolean embed_fonts;
  gboolean transparent;
  const char *title;
  const char *subtitle;
  const char *snapshot;
  const EntNamedSpan *periods;
  gsize n_periods;
  EntDay as_of;
  const char *locale;
  const EntTranslator *translator;
  const EntFigureEdits *edits;
  void (*progress) (double done, gpointer data);
  gpointer progress_data;
} EntExportRequest;

GArray     *ent_export_new_spans        (const GArray           *periods);
GBytes     *ent_export_new_bytes        (const EntExportRequest *request,
                                         GCancellable           *cancellable,
                                         GError                **error);
gboolean    ent_export_to_file          (const EntExportRequest *request,
                                         GFile                  *file,
                                         GCancellable           *cancellable,
                                         GError                **error);
gboolean    ent_export_format_from_name (const char             *name,
                                         EntExportFormat        *format);
const char *ent_export_format_to_id     (EntExportFormat         format);
const char *ent_export_format_to_suffix (EntExportFormat         format);
gboolean    ent_export_format_is_picture (EntExportFormat        format);
gboolean    ent_export_parts_from_ids   (const char             *ids,
                                         EntExportParts         *parts);
gboolean    ent_export_request_set_page (EntExportRequest       *request,
                                         const char             *page);
gboolean    ent_export_preset_from_id   (const char             *id,
                                         EntExportPreset        *preset);
void        ent_export_request_set_preset (EntExportRequest     *request,
                                           EntExportPreset       preset);
EntDay      ent_export_get_as_of        (const EntExportRequest *request);
gboolean    ent_export_request_has_span (const EntExportRequest *request);
EntFilter  *ent_export_request_narrow   (const EntExportRequest *request,
                                         const EntFilter        *filter);
EntRowSet  *ent_export_request_new_told (const EntExportRequest *request);

G_END_DECLS
