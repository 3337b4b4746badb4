/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/statement.h"

G_BEGIN_DECLS

/**
 * EntAtom:
 * @span: where it stands
 * @ideograph: whether it is a single character of Chinese or Japanese; else it is a run of letters and digits
 *
 * A piece of a text that a search can name.
 */
typedef struct
{
  EntSpan span;
  gboolean ideograph;
} EntAtom;

gboolean ent_search_next_atom      (const char *text,
                                    gsize       length,
                                    gsize      *at,
                                    EntAtom    *atom);
void     ent_search_append_folded  (GString    *out,
                                    const char *text,
                                    gsize       length);
void     ent_search_append_segmented (GString  *out,
                                    const char *text,
                                    gsize       length);
char    *ent_search_dup_phrase     (const char *text);

G_END_DECLS
