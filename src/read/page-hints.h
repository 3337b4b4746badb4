/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/markup.h"

G_BEGIN_DECLS

/**
 * EntPageHint:
 * @ENT_PAGE_HINT_NONE: nothing
 * @ENT_PAGE_HINT_FURNITURE: it is likely what a site puts around a text
 * @ENT_PAGE_HINT_SITE: it is surely the site's own: a notice on cookies, a footer
 * @ENT_PAGE_HINT_TITLE: it is the title of the text
 *
 * What the names that a page gives an element say of it.
 */
typedef enum
{
  ENT_PAGE_HINT_NONE,
  ENT_PAGE_HINT_FURNITURE,
  ENT_PAGE_HINT_SITE,
  ENT_PAGE_HINT_TITLE
} EntPageHint;

EntPageHint ent_page_hint_get (const EntMarkupNode *node);

G_END_DECLS
