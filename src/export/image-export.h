/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "draw/style.h"
#include "layout/scene.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_IMAGE_PNG,
  ENT_IMAGE_SVG,
  ENT_IMAGE_PDF,
  ENT_N_IMAGE_FORMATS
} EntImageFormat;

typedef enum
{
  ENT_EXPORT_ERROR_SIZE,   /* a picture of such a size cannot be made */
  ENT_EXPORT_ERROR_FORMAT, /* no such format */
  ENT_EXPORT_ERROR_DRAWING /* the drawing library failed */
} EntExportError;

#define ENT_EXPORT_ERROR (ent_export_error_quark ())
GQuark ent_export_error_quark (void);

/**
 * EntImageRequest:
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
 * @translator: (nullable): the language of its words
 *
 * What picture to make. Borrowed. The same request gives the same bytes.
 */
typedef struct
{
  const EntFilterIndex *index;
  const EntFilter *filter;
  const EntRowSet *rows;
  const EntTimeScale *scale;
  EntLaneMode lanes;
  EntImageFormat format;
  EntTheme theme;
  double width;
  double height;
  double pixel_scale;
  double dpi;
  gboolean transparent;
  const char *title;
  const char *subtitle;
  EntDay as_of;
  const EntTranslator *translator;
} EntImageRequest;

GBytes  *ent_image_export_new_bytes (const EntImageRequest *request,
                                     GError               **error);
/* Writes to a temporary file beside @file, then renames: an old file stays whole when it fails. */
gboolean ent_image_export_to_file   (const EntImageRequest *request,
                                     GFile                 *file,
                                     GCancellable          *cancellable,
                                     GError               **error);
gboolean ent_image_format_from_name (const char            *name,
                                     EntImageFormat        *format);

G_END_DECLS
