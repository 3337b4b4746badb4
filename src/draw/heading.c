/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above a picture that leaves the program. */
#include "draw/heading.h"

#define MARGIN 14.0

/* Where words that stand at the left, or were measured for it, begin in the style's direction. */
static EntBox
get_place (const EntStyle *style,
           EntBox          box,
           double          width)
{
  if (style->right_to_left)
    box.x = width - box.x - box.width;
  return box;
}

static EntBox
measure_line (const EntTextMeasure *measure,
              EntTextRole           role,
              const char           *words,
              double                y)
{
  EntBox box = { MARGIN, y, 0.0, 0.0 };

  measure->measure (role, words, &box.width, &box.height, measure->data);
  return box;
}

/**
 * ent_heading_get_height:
 * @measure: how wide words are
 * @title: (nullable): the picture's title
 * @subtitle: (nullable): what stands under it
 *
 * Returns: how high the heading is, in pixels; 0 without words
 */
double
ent_heading_get_height (const EntTextMeasure *measure,
                        const char           *title,
                        const char           *subtitle)
{
  double height = 0.0;

  if (title != NULL)
    height += measure_line (measure, ENT_TEXT_TITLE, title, 0.0).height;
  if (subtitle != NULL)
    height += measure_line (measure, ENT_TEXT_SUBTITLE, subtitle, 0.0).height;
  return height > 0.0 ? (double) (int) (height + 2.0 * MARGIN - 4.0) : 0.0;
}

/**
 * ent_heading_draw_on:
 * @canvas: where to draw
 * @style: in which colours
 * @measure: how wide words are
 * @title: (nullable): the picture's title
 * @subtitle: (nullable): what stands under it
 * @width: of the picture
 *
 * Draws the heading at the origin.
 */
void
ent_heading_draw_on (EntCanvas            *canvas,
                     const EntStyle       *style,
                     const EntTextMeasure *measure,
                     const char           *title,
                     const char           *subtitle,
                     double                width)
{
  EntBox ground = { 0.0, 0.0, width, ent_heading_get_height (measure, title, subtitle) };
  EntPaint paint = { .fill = style->background };
  double y = MARGIN - 4.0;

  if (!style->transparent && ground.height > 0.0)
    canvas->box (canvas, &ground, 0.0, &paint);
  if (title != NULL)
    {
      EntBox box = get_place (style, measure_line (measure, ENT_TEXT_TITLE, title, y), width);
      canvas->text (canvas, ENT_TEXT_TITLE, title, &box, style->text, FALSE);
      y += box.height;
    }
  if (subtitle != NULL)
    {
      EntBox box = get_place (style, measure_line (measure, ENT_TEXT_SUBTITLE, subtitle, y), width);
      canvas->text (canvas, ENT_TEXT_SUBTITLE, subtitle, &box, style->text_dim, FALSE);
    }
}
