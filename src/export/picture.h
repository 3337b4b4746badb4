/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "draw/text.h"
#include "export/export-sink.h"

G_BEGIN_DECLS

/**
 * EntPicture:
 * @scene: what it shows
 * @style: in which colours
 * @text: in which fonts
 * @title: (nullable): above it
 * @subtitle: (nullable): under the title
 * @top: height of the heading
 * @width: of all of it, in pixels of the layout
 * @height: of all of it
 * @as_of: the day it is of
 *
 * A scene laid out for a file, with its heading.
 */
typedef struct
{
  EntScene *scene;
  EntStyle style;
  EntText *text;
  char *title;
  char *subtitle;
  double top;
  double width;
  double height;
  EntDay as_of;
} EntPicture;

EntPicture *ent_picture_new     (const EntExportRequest *request,
                                 GError               **error);
void        ent_picture_free    (EntPicture            *picture);
void        ent_picture_draw    (const EntPicture      *picture,
                                 cairo_t               *cr);

/* Each lays the picture out that the sink's request asks for, and writes it. */
void        ent_picture_write_png (EntExportSink       *sink);
void        ent_picture_write_svg (EntExportSink       *sink);
void        ent_picture_write_pdf (EntExportSink       *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPicture, ent_picture_free)

G_END_DECLS
