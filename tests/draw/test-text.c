/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text.h"

static void
test_measure (void)
{
  g_autoptr (EntText) text = ent_text_new (NULL, 0.0, 1.0);
  EntTextMeasure measure = ent_text_get_measure (text);

  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    {
      double empty, width, wider, height;
      measure.measure ((EntTextRole) role, "", &empty, &height, measure.data);
      measure.measure ((EntTextRole) role, "Xi", &width, &height, measure.data);
      measure.measure ((EntTextRole) role, "Xi, Biden", &wider, &height, measure.data);
      g_assert_cmpfloat (empty, ==, 0.0);
      g_assert_cmpfloat (width, >, 0.0);
      g_assert_cmpfloat (wider, >, width);
      g_assert_cmpfloat (height, >, 8.0);
    }
}

/* Twice as large is twice as wide: nothing is rounded to pixels. */
static void
test_scale (void)
{
  g_autoptr (EntText) text = ent_text_new (NULL, 10.0, 1.0);
  g_autoptr (EntText) large = ent_text_new (NULL, 10.0, 2.0);
  EntTextMeasure small_measure = ent_text_get_measure (text);
  EntTextMeasure large_measure = ent_text_get_measure (large);
  double width, large_width, height;

  small_measure.measure (ENT_TEXT_LABEL, "Blinken in Beijing", &width, &height, small_measure.data);
  large_measure.measure (ENT_TEXT_LABEL, "Blinken in Beijing", &large_width, &height, large_measure.data);
  g_assert_cmpfloat_with_epsilon (large_width, 2.0 * width, 0.1);
}

/* The same words are laid out once, and as they were measured. */
static void
test_cache (void)
{
  g_autoptr (EntText) text = ent_text_new (NULL, 0.0, 1.0);
  EntTextMeasure measure = ent_text_get_measure (text);
  PangoLayout *layout = ent_text_get_layout (text, ENT_TEXT_LABEL, "中美元首通话");
  double width, height;
  int layout_width;

  g_assert_true (ent_text_get_layout (text, ENT_TEXT_LABEL, "中美元首通话") == layout);
  g_assert_true (ent_text_get_layout (text, ENT_TEXT_LANE, "中美元首通话") != layout);
  measure.measure (ENT_TEXT_LABEL, "中美元首通话", &width, &height, measure.data);
  layout = ent_text_get_layout (text, ENT_TEXT_LABEL, "中美元首通话");
  pango_layout_get_size (layout, &layout_width, NULL);
  g_assert_cmpfloat (width, ==, (double) layout_width / PANGO_SCALE);
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
}

/* As much of a line as has room, whether its letters stand apart, join, or run from the right. */
static void
test_fit (void)
{
  static const char * const lines[] = { "Xi, Biden meet in Bali", "中美元首在巴厘岛会晤",
                                        "اجتماع في بالي بين الرئيسين", "פגישה בין Xi Jinping לבין הנשיא",
                                        "शिखर सम्मेलन में बैठक" };
  g_autoptr (EntText) text = ent_text_new (NULL, 0.0, 1.0);
  EntTextMeasure measure = ent_text_get_measure (text);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double whole, height;

      measure.measure (ENT_TEXT_LABEL, lines[i], &whole, &height, measure.data);
      for (double share = 0.2; share < 1.0; share += 0.2)
        {
          double width, wider;
          gsize n = measure.fit (ENT_TEXT_LABEL, lines[i], share * whole, measure.data);
          g_autofree char *part = g_strndup (lines[i], n);
          g_autofree char *more = g_strndup (lines[i], g_utf8_next_char (lines[i] + n) - lines[i]);

          g_assert_true (g_utf8_validate (part, -1, NULL));
          measure.measure (ENT_TEXT_LABEL, part, &width, &height, measure.data);
          measure.measure (ENT_TEXT_LABEL, more, &wider, &height, measure.data);
          g_assert_cmpfloat (width, <=, share * whole + 1.0);
          g_assert_cmpfloat (wider, >=, share * whole - 1.0);
        }
    }
}

/* More words than are kept are still drawn right. */
static void
test_many (void)
{
  g_autoptr (EntText) text = ent_text_new (NULL, 0.0, 1.0);

  for (guint i = 0; i < 17000; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);
      PangoLayout *layout = ent_text_get_layout (text, ENT_TEXT_BADGE, words);
      g_assert_cmpstr (pango_layout_get_text (layout), ==, words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/measure", test_measure);
  g_test_add_func ("/text/scale", test_scale);
  g_test_add_func ("/text/cache", test_cache);
  g_test_add_func ("/text/fit", test_fit);
  g_test_add_func ("/text/many", test_many);
  return g_test_run ();
}
