/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_THEME_LIGHT,
  ENT_THEME_DARK,
  ENT_THEME_CONTRAST,
  ENT_THEME_CONTRAST_DARK,
  ENT_THEME_PRINT,
  ENT_THEME_GREY,
  ENT_N_THEMES
} EntTheme;

/**
 * EntColour:
 *
 * A colour, 0 to 1 each, alpha not multiplied in. A plain value.
 */
typedef struct
{
  double red, green, blue, alpha;
} EntColour;

/**
 * EntStyle:
 *
 * The colours and widths of a theme. Constant.
 */
typedef struct
{
  EntTheme theme;
  gboolean dark;
  gboolean grey;
  gboolean transparent;      /* nothing is painted behind the picture */
  gboolean plain;            /* on paper: without what only a window can use */
  gboolean right_to_left;    /* lines of words above and below the picture begin at the right */
  EntColour background;      /* behind the lanes */
  EntColour background_alt;  /* behind axis, overview and the contacts lane */
  EntColour text;
  EntColour text_dim;
  EntColour line;            /* between lanes, at minor ticks */
  EntColour line_strong;     /* at major ticks, stems */
  EntColour contacts;        /* marks of the contacts lane */
  EntColour glyph;           /* drawn in a mark */
  EntColour accent;          /* selection */
  EntColour badge;
  EntColour coverage[2];
  EntColour today;
} EntStyle;

const EntStyle *ent_style_get            (EntTheme        theme);
EntColour       ent_style_get_lane       (const EntStyle *style,
                                          guint32         colour);
gboolean        ent_theme_from_id        (const char     *id,
                                          EntTheme       *theme);
const char     *ent_theme_to_id          (EntTheme        theme);

G_END_DECLS
