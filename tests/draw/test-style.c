/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/style.h"

#include <math.h>

#include "layout/scene.h"

static double
to_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_contrast (EntColour a,
              EntColour b)
{
  double first = 0.2126 * to_light (a.red) + 0.7152 * to_light (a.green) + 0.0722 * to_light (a.blue) + 0.05;
  double second = 0.2126 * to_light (b.red) + 0.7152 * to_light (b.green) + 0.0722 * to_light (b.blue) + 0.05;

  return first > second ? first / second : second / first;
}

static void
test_ids (void)
{
  for (guint i = 0; i < ENT_N_THEMES; i++)
    {
      EntTheme theme = ENT_N_THEMES;
      g_assert_true (ent_theme_from_id (ent_theme_to_id ((EntTheme) i), &theme));
      g_assert_cmpint (theme, ==, i);
      g_assert_cmpint (ent_style_get (theme)->theme, ==, theme);
    }
  EntTheme none;
  g_assert_false (ent_theme_from_id ("mauve", &none));
}

/* Words can be read on what they stand on, by the measure of WCAG. */
static void
test_words (void)
{
  for (guint i = 0; i < ENT_N_THEMES; i++)
    {
      const EntStyle *style = ent_style_get ((EntTheme) i);
      g_assert_cmpfloat (get_contrast (style->text, style->background), >=, 7.0);
      g_assert_cmpfloat (get_contrast (style->text, style->background_alt), >=, 7.0);
      g_assert_cmpfloat (get_contrast (style->text, style->badge), >=, 4.5);
      g_assert_cmpfloat (get_contrast (style->text_dim, style->background), >=, 4.5);
      g_assert_cmpfloat (get_contrast (style->text_dim, style->background_alt), >=, 4.5);
      g_assert_cmpfloat (get_contrast (style->glyph, style->contacts), >=, 7.0);
    }
}

/* Whatever a lane's colour, it can be told from the background. */
static void
test_lanes (void)
{
  static const guint32 colours[] = { 0xffffff, 0x000000, 0xffff00, 0xa0195b, 0x5b9a00, 0x4b4f58, 0x1e1e1e };

  for (guint i = 0; i < ENT_N_THEMES; i++)
    {
      const EntStyle *style = ent_style_get ((EntTheme) i);
      for (gsize j = 0; j < G_N_ELEMENTS (colours); j++)
        {
          EntColour colour = ent_style_get_lane (style, colours[j]);
          g_assert_cmpfloat (get_contrast (colour, style->background), >=, 3.0);
          if (style->grey)
            g_assert_cmpfloat_with_epsilon (colour.red, colour.blue, 0.02);
        }
      g_assert_cmpfloat (ent_style_get_lane (style, ENT_COLOUR_CONTACTS).red, ==, style->contacts.red);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/ids", test_ids);
  g_test_add_func ("/style/words", test_words);
  g_test_add_func ("/style/lanes", test_lanes);
  return g_test_run ();
}
