/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text-advances.h"

#define N_CHARACTERS 0x10000

struct _EntTextAdvances
{
  PangoLayout *layout;
  float *widths; /* by character; 0: not measured yet */
};

/* Scripts whose characters stand side by side, each as wide as it is alone. */
static gboolean
is_simple (gunichar c)
{
  return (c >= 0x20 && c < 0x300) || (c >= 0x370 && c < 0x590) || (c >= 0x1e00 && c < 0x2070)
         || (c >= 0x20a0 && c < 0x20d0) || (c >= 0x2100 && c < 0x2c00) || (c >= 0x3000 && c < 0xd7ff)
         || (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xfff0);
}

/**
 * ent_text_is_simple:
 * @text: one line
 *
 * Returns: whether its characters stand side by side, from the left to the right
 */
gboolean
ent_text_is_simple (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_simple (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

/**
 * ent_text_advances_new:
 * @context: of the fonts
 * @font: one of them
 *
 * Returns: (transfer full): its characters, of which none is measured yet
 */
EntTextAdvances *
ent_text_advances_new (PangoContext               *context,
                       const PangoFontDescription *font)
{
  EntTextAdvances *advances = g_new0 (EntTextAdvances, 1);

  advances->layout = pango_layout_new (context);
  pango_layout_set_font_description (advances->layout, font);
  return advances;
}

/**
 * ent_text_advances_free:
 * @advances: (transfer full): characters
 */
void
ent_text_advances_free (EntTextAdvances *advances)
{
  g_object_unref (advances->layout);
  g_free (advances->widths);
  g_free (advances);
}

static float
get_width (EntTextAdvances *advances,
           gunichar         c)
{
  if (advances->widths == NULL)
    advances->widths = g_new0 (float, N_CHARACTERS);
  if (advances->widths[c] == 0.0f)
    {
      char text[8];
      int width;
      int n = g_unichar_to_utf8 (c, text);
      pango_layout_set_text (advances->layout, text, n);
      pango_layout_get_size (advances->layout, &width, NULL);
      advances->widths[c] = (float) width / PANGO_SCALE;
    }
  return advances->widths[c];
}

/**
 * ent_text_advances_sum:
 * @advances: characters
 * @text: one line
 *
 * Returns: about how wide it is, in pixels; negative where its characters join and have to be laid out
 */
double
ent_text_advances_sum (EntTextAdvances *advances,
                       const char      *text)
{
  double sum = 0.0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!is_simple (c))
        return -1.0;
      sum += get_width (advances, c);
    }
  return sum;
}

/**
 * ent_text_advances_fit:
 * @advances: characters
 * @text: one line
 * @width: pixels there are
 * @n: (out): how many of its bytes have room in them
 *
 * Returns: whether it could be told
 */
gboolean
ent_text_advances_fit (EntTextAdvances *advances,
                       const char      *text,
                       double           width,
                       gsize           *n)
{
  double sum = 0.0;
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!is_simple (c))
        return FALSE;
      sum += get_width (advances, c);
      if (sum > width)
        break;
    }
  *n = (gsize) (p - text);
  return TRUE;
}
