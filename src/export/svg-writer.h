/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/style.h"
#include "draw/text.h"
#include "export/foot.h"
#include "layout/scene.h"
#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntSvgOptions:
 * @title: (nullable): above the picture, and the document's title
 * @subtitle: (nullable): under it
 * @families: fonts to ask for, best first, as CSS writes them
 * @top: height of the space above the scene, in pixels
 * @zoom: pixels of the file to a pixel of the layout
 * @foot: (nullable): what stands under the scene
 * @embed_fonts: whether the letters that it needs come along
 * @in_page: whether it stands inside an HTML page, where an event leads to its entry, "#entry-ID"
 *
 * How to write a scene as SVG.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *families;
  double top;
  double zoom;
  const EntFoot *foot;
  gboolean embed_fonts;
  gboolean in_page;
} EntSvgOptions;

/* Words stay text; ids are the events'; size follows what is seen. */
GBytes *ent_svg_writer_new_bytes (const EntScene      *scene,
                                  const EntEventStore *store,
                                  const EntStyle      *style,
                                  EntText             *text,
                                  const EntSvgOptions *options);
void    ent_svg_append_id        (GString             *out,
                                  const char          *id);

G_END_DECLS
