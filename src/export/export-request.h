/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "draw/style.h"
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

/**
 * EntExportRequest:
 * @index: the store and its bitmaps
 * @filter: which events
 * @rows: what @filter gives
 * @scale: (nullable): which time to show; %NULL for the whole history of @rows
 * @lanes: what a lane is
 * @format: the file's format
 * @theme: its colours
 * @width: in pixels before @pixel_scale
 * @height: in pixels before @pixel_scale; 0 for as tall as the lanes need
 * @pixel_scale: pixels of a PNG to a pixel of the layout
 * @dpi: resolution a PNG names; 0 for 96 × @pixel_scale
 * @transparent: whether a PNG has no background
 * @title: (nullable): above the picture
 * @subtitle: (nullable): under the title
 * @as_of: the day the picture is of: of PDF metadata and the line of today; %ENT_DAY_OPEN_START for the
 *   newest statement's
 * @locale: (nullable): the language that a document says it is in, "zh_CN"; %NULL for English
 * @translator: (nullable): the language of its words
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
  const EntTimeScale *scale;
  EntLaneMode lanes;
  EntExportFormat format;
  EntTheme theme;
  double width;
  double height;
  double pixel_scale;
  double dpi;
  gboolean transparent;
  const char *title;
  const char *subtitle;
  EntDay as_of;
  const char *locale;
  const EntTranslator *translator;
  void (*progress) (double done, gpointer data);
  gpointer progress_data;
} EntExportRequest;

gboolean    ent_export_write            (const EntExportRequest *request,
                                         GOutputStream          *stream,
                                         GCancellable           *cancellable,
                                         GError                **error);
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
EntDay      ent_export_get_as_of        (const EntExportRequest *request);

G_END_DECLS
