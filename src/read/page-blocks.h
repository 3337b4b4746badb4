/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/markup.h"

G_BEGIN_DECLS

/**
 * EntPageBlock:
 * @text: its words, with single spaces between them
 * @node: the element that begins it
 * @level: 1 to 6 for a heading, else 0
 * @width: how wide the words outside of links are, in Latin letters; an ideograph is as wide as two
 * @link_width: how wide those in links are
 *
 * A paragraph, heading, list item or row of a web page.
 */
typedef struct
{
  char *text;
  guint32 node;
  guint level;
  guint width;
  guint link_width;
} EntPageBlock;

GArray *ent_page_blocks_new (const EntMarkup *page);

G_END_DECLS
