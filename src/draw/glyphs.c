/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes that tell kinds apart, drawn in a mark of radius 1. */
#include "draw/canvas.h"

/* A part is a path or a circle, filled or, with a width, stroked. */
typedef struct
{
  const char *path; /* NULL for a circle */
  double x, y, radius;
  double width;
} GlyphPart;

#define MOST_PARTS 4

static const GlyphPart glyphs[ENT_N_KINDS][MOST_PARTS] = {
  /* A handset. */
  [ENT_KIND_CALL] = {
    { .path = "M -0.37 -0.36 C -0.35 0.08 -0.08 0.35 0.36 0.37", .width = 0.24 },
    { .path = "M -0.46 -0.46 L -0.2 -0.46 L -0.14 -0.14 L -0.42 -0.1 Z" },
    { .path = "M 0.46 0.46 L 0.46 0.2 L 0.14 0.14 L 0.1 0.42 Z" },
  },
  /* Two people. */
  [ENT_KIND_MEETING] = {
    { .x = -0.29, .y = -0.26, .radius = 0.19 },
    { .x = 0.29, .y = -0.26, .radius = 0.19 },
    { .path = "M -0.6 0.42 C -0.6 -0.1 0.02 -0.1 0.02 0.42 Z" },
    { .path = "M 0.12 0.42 C 0.12 0.2 0.08 0.1 0.02 0.02 C 0.2 -0.12 0.6 -0.06 0.6 0.42 Z" },
  },
  /* A star. */
  [ENT_KIND_SUMMIT] = {
    { .path = "M 0 -0.62 L 0.155 -0.2 L 0.6 -0.19 L 0.25 0.09 L 0.37 0.52 L 0 0.27 L -0.37 0.52 L -0.25 0.09"
              " L -0.6 -0.19 L -0.155 -0.2 Z" },
  },
  /* An aeroplane seen from above. */
  [ENT_KIND_VISIT] = {
    { .path = "M 0.64 0 C 0.62 -0.1 0.5 -0.12 0.4 -0.12 L 0.16 -0.12 L -0.14 -0.56 L -0.3 -0.56 L -0.14 -0.12"
              " L -0.4 -0.12 L -0.52 -0.28 L -0.64 -0.28 L -0.56 0 L -0.64 0.28 L -0.52 0.28 L -0.4 0.12 L -0.14 0.12"
              " L -0.3 0.56 L -0.14 0.56 L 0.16 0.12 L 0.4 0.12 C 0.5 0.12 0.62 0.1 0.64 0 Z" },
  },
  /* A pen. */
  [ENT_KIND_AGREEMENT] = {
    { .path = "M -0.52 0.5 L -0.4 0.12 L -0.14 0.38 Z" },
    { .path = "M -0.32 0.04 L 0.16 -0.44 L 0.42 -0.18 L -0.06 0.3 Z" },
    { .path = "M 0.02 0.5 L 0.48 0.5", .width = 0.13 },
  },
  /* A speech bubble. */
  [ENT_KIND_STATEMENT] = {
    { .path = "M -0.3 -0.42 L 0.3 -0.42 C 0.46 -0.42 0.52 -0.34 0.52 -0.2 L 0.52 0.06 C 0.52 0.2 0.46 0.28 0.3 0.28"
              " L 0.02 0.28 L -0.26 0.54 L -0.26 0.28 L -0.3 0.28 C -0.46 0.28 -0.52 0.2 -0.52 0.06 L -0.52 -0.2"
              " C -0.52 -0.34 -0.46 -0.42 -0.3 -0.42 Z" },
  },
  /* A cogwheel. */
  [ENT_KIND_MECHANISM] = {
    { .radius = 0.3, .width = 0.2 },
    { .path = "M 0 -0.36 L 0 -0.58 M 0 0.36 L 0 0.58 M -0.36 0 L -0.58 0 M 0.36 0 L 0.58 0", .width = 0.2 },
    { .path = "M -0.25 -0.25 L -0.41 -0.41 M 0.25 -0.25 L 0.41 -0.41 M -0.25 0.25 L -0.41 0.41 M 0.25 0.25 L 0.41 0.41",
      .width = 0.2 },
  },
  /* An arrow to what is to come. */
  [ENT_KIND_COMMITMENT] = {
    { .path = "M -0.5 0 L 0.34 0", .width = 0.2 },
    { .path = "M 0.1 -0.38 L 0.58 0 L 0.1 0.38 Z" },
  },
  /* Two rings that hold each other. */
  [ENT_KIND_RECOGNITION] = {
    { .x = -0.2, .radius = 0.29, .width = 0.16 },
    { .x = 0.2, .radius = 0.29, .width = 0.16 },
  },
  /* A loudhailer. */
  [ENT_KIND_PROTEST] = {
    { .path = "M -0.54 -0.16 L -0.16 -0.16 L 0.36 -0.46 L 0.36 0.38 L -0.16 0.12 L -0.54 0.12 Z" },
    { .path = "M -0.4 0.1 L -0.2 0.1 L -0.12 0.52 L -0.32 0.52 Z" },
    { .path = "M 0.5 -0.2 C 0.58 -0.1 0.58 0.04 0.5 0.14", .width = 0.12 },
  },
  /* A padlock. */
  [ENT_KIND_SANCTION] = {
    { .path = "M -0.38 -0.08 L 0.38 -0.08 L 0.38 0.5 L -0.38 0.5 Z" },
    { .path = "M -0.22 -0.06 L -0.22 -0.24 C -0.22 -0.56 0.22 -0.56 0.22 -0.24 L 0.22 -0.06", .width = 0.15 },
  },
  /* Two bars: a pause. */
  [ENT_KIND_SUSPENSION] = {
    { .path = "M -0.2 -0.42 L -0.2 0.42 M 0.2 -0.42 L 0.2 0.42", .width = 0.24 },
  },
  /* Out of the door. */
  [ENT_KIND_EXPULSION] = {
    { .path = "M -0.06 -0.46 L -0.46 -0.46 L -0.46 0.46 L -0.06 0.46", .width = 0.15 },
    { .path = "M -0.16 0 L 0.3 0", .width = 0.18 },
    { .path = "M 0.14 -0.34 L 0.58 0 L 0.14 0.34 Z" },
  },
  /* Chevrons. */
  [ENT_KIND_MILITARY] = {
    { .path = "M -0.42 0.02 L 0 -0.36 L 0.42 0.02", .width = 0.2 },
    { .path = "M -0.42 0.42 L 0 0.04 L 0.42 0.42", .width = 0.2 },
  },
  /* An exclamation mark. */
  [ENT_KIND_WARNING] = {
    { .path = "M -0.15 -0.56 L 0.15 -0.56 L 0.09 0.16 L -0.09 0.16 Z" },
    { .y = 0.42, .radius = 0.14 },
  },
  /* Done. */
  [ENT_KIND_DELIVERY] = {
    { .path = "M -0.44 0.02 L -0.12 0.34 L 0.46 -0.34", .width = 0.24 },
  },
};

/**
 * ent_draw_kind_glyph_on:
 * @canvas: where to draw
 * @kind: a kind
 * @x: middle
 * @y: middle
 * @radius: of the mark that the glyph stands in
 * @colour: its colour
 *
 * Draws the glyph that tells a kind.
 */
void
ent_draw_kind_glyph_on (EntCanvas *canvas,
                        EntKind    kind,
                        double     x,
                        double     y,
                        double     radius,
                        EntColour  colour)
{
  g_return_if_fail (canvas != NULL && kind < ENT_N_KINDS);

  for (guint i = 0; i < MOST_PARTS; i++)
    {
      const GlyphPart *part = &glyphs[kind][i];
      EntPaint paint = { 0 };

      if (part->path == NULL && part->radius <= 0.0)
        return;
      if (part->width > 0.0)
        {
          paint.stroke = colour;
          paint.width = part->width * radius;
        }
      else
        paint.fill = colour;
      if (part->path != NULL)
        canvas->path (canvas, part->path, x, y, radius, &paint);
      else
        canvas->circle (canvas, x + part->x * radius, y + part->y * radius, part->radius * radius, &paint);
    }
}
