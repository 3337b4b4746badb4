/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/style.h"

#include <math.h>

#include "layout/scene.h"

#define RGB(hex) \
  { \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0 \
  }

static const EntStyle styles[ENT_N_THEMES] = {
  [ENT_THEME_LIGHT] = {
    .theme = ENT_THEME_LIGHT,
    .background = RGB (0xffffff),
    .background_alt = RGB (0xf6f5f4),
    .text = RGB (0x1f1f29),
    .text_dim = RGB (0x6f6e75),
    .line = RGB (0xe9e8ea),
    .line_strong = RGB (0xb4b2ba),
    .contacts = RGB (0x33323e),
    .glyph = RGB (0xffffff),
    .accent = RGB (0x8f5cf0),
    .badge = RGB (0xe1dfdd),
    .coverage = { RGB (0x7d7a8c), RGB (0xa29fa6) },
    .today = RGB (0xc01c28),
  },
  [ENT_THEME_DARK] = {
    .theme = ENT_THEME_DARK,
    .dark = TRUE,
    .background = RGB (0x1e1e1e),
    .background_alt = RGB (0x262626),
    .text = RGB (0xf0f0f2),
    .text_dim = RGB (0xa5a4ab),
    .line = RGB (0x333335),
    .line_strong = RGB (0x66656c),
    .contacts = RGB (0xdddbe6),
    .glyph = RGB (0x1e1e1e),
    .accent = RGB (0xa987f5),
    .badge = RGB (0x45444a),
    .coverage = { RGB (0xa09dae), RGB (0x76747d) },
    .today = RGB (0xff7b63),
  },
  [ENT_THEME_CONTRAST] = {
    .theme = ENT_THEME_CONTRAST,
    .background = RGB (0xffffff),
    .background_alt = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_dim = RGB (0x2e2e33),
    .line = RGB (0xa0a0a0),
    .line_strong = RGB (0x4a4a4a),
    .contacts = RGB (0x000000),
    .glyph = RGB (0xffffff),
    .accent = RGB (0x4b0fc0),
    .badge = RGB (0xd0d0d0),
    .coverage = { RGB (0x2c2a38), RGB (0x6c6a72) },
    .today = RGB (0xa00010),
  },
  [ENT_THEME_CONTRAST_DARK] = {
    .theme = ENT_THEME_CONTRAST_DARK,
    .dark = TRUE,
    .background = RGB (0x000000),
    .background_alt = RGB (0x000000),
    .text = RGB (0xffffff),
    .text_dim = RGB (0xdcdcdc),
    .line = RGB (0x6a6a6a),
    .line_strong = RGB (0xb0b0b0),
    .contacts = RGB (0xffffff),
    .glyph = RGB (0x000000),
    .accent = RGB (0xcdb8ff),
    .badge = RGB (0x4a4a4a),
    .coverage = { RGB (0xe6e4f2), RGB (0xa8a6ae) },
    .today = RGB (0xffa08c),
  },
  [ENT_THEME_PRINT] = {
    .theme = ENT_THEME_PRINT,
    .background = RGB (0xffffff),
    .background_alt = RGB (0xffffff),
    .text = RGB (0x000000),
    .text_dim = RGB (0x505055),
    .line = RGB (0xdedee0),
    .line_strong = RGB (0x9a9aa0),
    .contacts = RGB (0x26252e),
    .glyph = RGB (0xffffff),
    .accent = RGB (0x6a3fc4),
    .badge = RGB (0xe6e6e6),
    .coverage = { RGB (0x6a6878), RGB (0x9c9aa2) },
    .today = RGB (0xa51d2d),
  },
  [ENT_THEME_GREY] = {
    .theme = ENT_THEME_GREY,
    .grey = TRUE,
    .background = RGB (0xffffff),
    .background_alt = RGB (0xf7f7f7),
    .text = RGB (0x000000),
    .text_dim = RGB (0x5a5a5a),
    .line = RGB (0xe0e0e0),
    .line_strong = RGB (0xa0a0a0),
    .contacts = RGB (0x202020),
    .glyph = RGB (0xffffff),
    .accent = RGB (0x404040),
    .badge = RGB (0xe0e0e0),
    .coverage = { RGB (0x606060), RGB (0xa0a0a0) },
    .today = RGB (0x303030),
  },
};

static const char * const theme_ids[ENT_N_THEMES] = {
  [ENT_THEME_LIGHT] = "light",       [ENT_THEME_DARK] = "dark",
  [ENT_THEME_CONTRAST] = "contrast", [ENT_THEME_CONTRAST_DARK] = "contrast-dark",
  [ENT_THEME_PRINT] = "print",       [ENT_THEME_GREY] = "grey",
};

/**
 * ent_style_get:
 * @theme: a theme
 *
 * Returns: (transfer none): its colours
 */
const EntStyle *
ent_style_get (EntTheme theme)
{
  g_return_val_if_fail (theme < ENT_N_THEMES, NULL);

  return &styles[theme];
}

/* One channel of sRGB as light. */
static double
to_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (EntColour colour)
{
  return 0.2126 * to_light (colour.red) + 0.7152 * to_light (colour.green) + 0.0722 * to_light (colour.blue);
}

/* WCAG's contrast ratio, 1 to 21. */
static double
get_contrast (EntColour a,
              EntColour b)
{
  double first = get_luminance (a) + 0.05;
  double second = get_luminance (b) + 0.05;

  return first > second ? first / second : second / first;
}

static EntColour
mix (EntColour a,
     EntColour b,
     double    share)
{
  return (EntColour) { a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
                       a.blue + (b.blue - a.blue) * share, a.alpha };
}

static EntColour
to_grey (EntColour colour)
{
  double light = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue;

  return (EntColour) { light, light, light, colour.alpha };
}

/**
 * ent_style_get_lane:
 * @style: a theme's colours
 * @colour: a lane's 0xRRGGBB, or %ENT_COLOUR_CONTACTS
 *
 * Brings a colour towards the theme's text colour until it can be told from the background, by more where the
 * theme is one of high contrast.
 *
 * Returns: the colour to draw the lane in
 */
EntColour
ent_style_get_lane (const EntStyle *style,
                    guint32         colour)
{
  g_return_val_if_fail (style != NULL, (EntColour) { 0 });

  gboolean is_high = style->theme == ENT_THEME_CONTRAST || style->theme == ENT_THEME_CONTRAST_DARK;
  double wanted = is_high ? 7.0 : style->dark ? 4.5
                                              : 3.0;
  EntColour own = RGB (colour);

  if (colour == ENT_COLOUR_CONTACTS)
    return style->contacts;
  if (style->grey)
    own = to_grey (own);
  for (guint step = 0; step < 20 && get_contrast (own, style->background) < wanted; step++)
    own = mix (own, style->text, 0.1);
  return own;
}

/**
 * ent_theme_from_id:
 * @id: a theme's name ("dark")
 * @theme: (out): the theme
 *
 * Returns: whether there is such a theme
 */
gboolean
ent_theme_from_id (const char *id,
                   EntTheme   *theme)
{
  g_return_val_if_fail (id != NULL && theme != NULL, FALSE);

  for (guint i = 0; i < ENT_N_THEMES; i++)
    {
      if (g_str_equal (theme_ids[i], id))
        {
          *theme = (EntTheme) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ent_theme_to_id:
 * @theme: a theme
 *
 * Returns: (transfer none): its name, which no locale changes
 */
const char *
ent_theme_to_id (EntTheme theme)
{
  g_return_val_if_fail (theme < ENT_N_THEMES, NULL);

  return theme_ids[theme];
}
