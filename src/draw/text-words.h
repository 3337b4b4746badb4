/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * EntTextGlyph:
 * @font: number of the font that draws it, of those that its words hold
 * @index: its number in the font
 * @x: from the beginning of the line
 * @y: below the baseline
 *
 * A shape of a line of text.
 */
typedef struct
{
  guint32 font;
  guint32 index;
  float x, y;
} EntTextGlyph;

/* Words of one font that were shaped. */
typedef struct _EntTextWords EntTextWords;

/**
 * EntTextLine:
 * @words: where its fonts are held; they outlive it
 * @width: in pixels
 * @n: how many glyphs
 * @glyphs: (array length=n)
 *
 * One line of text, made up of the shapes of its words. Thousands are kept: a glyph takes 16 bytes.
 */
typedef struct
{
  const EntTextWords *words;
  float width;
  guint n;
  EntTextGlyph glyphs[];
} EntTextLine;

EntTextWords *ent_text_words_new      (PangoContext               *context,
                                       const PangoFontDescription *font);
void          ent_text_words_free     (EntTextWords               *words);
EntTextLine  *ent_text_words_new_line (EntTextWords               *words,
                                       const char                 *text);
void          ent_text_line_draw      (const EntTextLine          *line,
                                       cairo_t                    *cr,
                                       double                      x,
                                       double                      y);

G_END_DECLS
