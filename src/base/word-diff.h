/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntTextRange:
 * @start: first byte
 * @end: the byte after the last
 *
 * A piece of a text. A plain value.
 */
typedef struct
{
  gsize start;
  gsize end;
} EntTextRange;

void  ent_word_diff  (const char  *a,
                      const char  *b,
                      GArray     **only_a,
                      GArray     **only_b);

G_END_DECLS
