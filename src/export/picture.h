/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "draw/text.h"
#include "export/export-sink.h"
#include "export/foot.h"
#include "layout/lane-choice.h"

G_BEGIN_DECLS

/**
 * EntPicture:
 * @scene: what it shows
 * @style: in which colours
 * @text: in which fonts
 * @foot: what stands under it
 * @choice: which lanes are hidden, folded or first
 * @hidden_names: (element-type utf8): those that are hidden, in words
 * @left_out: parts that it is too low for
 * @title: (nullable): above it
 * @subtitle: (nullable): under the title
 * @top: height of the heading
 * @width: of all of it, in pixels of the layout
 * @height: of all of it
 * @zoom: pixels of 1/96 inch to a pixel of the layout
 * @as_of: the day it is of
 *
 * A scene laid out for a file, with its heading and what stands under it. Sizes are in pixels of the layout.
 */
typedef struct
{
  EntScene *scene;
  EntStyle style;
  EntText *text;
  EntFoot *foot;
  EntLaneChoice *choice;
  GPtrArray *hidden_names;
  EntExportParts left_out;
  char *title;
  char *subtitle;
  double top;
  double width;
  double height;
  double zoom;
  EntDay as_of;
} EntPicture;

EntPicture *ent_picture_new     (const EntExportRequest *request,
                                 GError               **error);
void        ent_picture_free    (EntPicture            *picture);
void        ent_picture_draw    (const EntPicture      *picture,
                                 cairo_t               *cr);
void        ent_picture_draw_ground (const EntPicture  *picture,
                                     EntCanvas         *canvas);
void        ent_picture_draw_on (const EntPicture      *picture,
                                 cairo_t               *cr,
                                 EntCanvas             *canvas);
void        ent_picture_init_scene (const EntExportRequest *request,
                                    EntText                *text,
                                    EntSceneBasis          *basis,
                                    const EntLaneChoice    *choice,
                                    double                  width,
                                    EntSceneRequest        *scene_request);

EntLaneChoice *ent_picture_new_choice   (const EntExportRequest *request);
GArray     *ent_picture_new_hidden      (const EntLaneChoice   *choice);
GPtrArray  *ent_picture_new_hidden_names (const EntSceneRequest *scene_request,
                                          const EntLaneChoice  *choice,
                                          EntDay                from,
                                          EntDay                to);
EntScene   *ent_picture_new_whole_lanes (EntSceneRequest       *scene_request,
                                         GArray                *hidden,
                                         GPtrArray             *missing);

/* Each lays the picture out that the sink's request asks for, and writes it. */
void        ent_picture_write_png (EntExportSink       *sink);
void        ent_picture_write_svg (EntExportSink       *sink);
void        ent_picture_write_pdf (EntExportSink       *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPicture, ent_picture_free)

G_END_DECLS
