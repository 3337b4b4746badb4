/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is clicked is what is drawn: scenes are drawn with each event in a number of its own instead of a colour, and
 * every pixel is asked for. */
#include <math.h>

#include "draw/cairo-canvas.h"
#include "draw/canvas.h"
#include "layout/hit-test.h"
#include "sample-store.h"

#define WIDTH 900
#define HEIGHT 640
#define REACH 3.5 /* how far beside a mark or dot it may be hit, and half a pixel */

/* Draws only events: filled, without half tones, each in its row's number; words as the box they stand in. */
typedef struct
{
  EntCanvas canvas;
  EntCairoCanvas inner;
  guint32 number; /* 0: no event */
} NumberCanvas;

static NumberCanvas *
get_self (EntCanvas *canvas)
{
  return (NumberCanvas *) canvas;
}

static EntColour
get_colour (const NumberCanvas *self)
{
  return (EntColour) { (self->number >> 16 & 0xff) / 255.0, (self->number >> 8 & 0xff) / 255.0,
                       (self->number & 0xff) / 255.0, 1.0 };
}

/* All of a shape counts, its outline too. */
static EntPaint
get_paint (const NumberCanvas *self,
           const EntPaint     *paint)
{
  EntPaint solid = *paint;

  if (paint->fill.alpha > 0.0)
    solid.fill = get_colour (self);
  if (paint->stroke.alpha > 0.0)
    solid.stroke = get_colour (self);
  return solid;
}

static void
begin_clip (EntCanvas    *canvas,
            const EntBox *box)
{
  get_self (canvas)->inner.canvas.begin_clip (&get_self (canvas)->inner.canvas, box);
}

static void
end_clip (EntCanvas *canvas)
{
  get_self (canvas)->inner.canvas.end_clip (&get_self (canvas)->inner.canvas);
}

static void
begin_event (EntCanvas *canvas,
             guint32    row)
{
  get_self (canvas)->number = row + 1;
}

static void
end_event (EntCanvas *canvas)
{
  get_self (canvas)->number = 0;
}

static void
draw_box (EntCanvas      *canvas,
          const EntBox   *box,
          double          corner,
          const EntPaint *paint)
{
  NumberCanvas *self = get_self (canvas);
  EntPaint solid = get_paint (self, paint);

  if (self->number > 0)
    self->inner.canvas.box (&self->inner.canvas, box, corner, &solid);
}

static void
draw_circle (EntCanvas      *canvas,
             double          x,
             double          y,
             double          radius,
             const EntPaint *paint)
{
  NumberCanvas *self = get_self (canvas);
  EntPaint solid = get_paint (self, paint);

  if (self->number > 0)
    self->inner.canvas.circle (&self->inner.canvas, x, y, radius, &solid);
}

static void
draw_line (EntCanvas      *canvas,
           double          x0,
           double          y0,
           double          x1,
           double          y1,
           const EntPaint *paint)
{
  NumberCanvas *self = get_self (canvas);
  EntPaint solid = get_paint (self, paint);

  if (self->number > 0)
    self->inner.canvas.line (&self->inner.canvas, x0, y0, x1, y1, &solid);
}

static void
draw_path (EntCanvas      *canvas,
           const char     *path,
           double          x,
           double          y,
           double          scale,
           const EntPaint *paint)
{
  NumberCanvas *self = get_self (canvas);
  EntPaint solid = get_paint (self, paint);

  if (self->number > 0)
    self->inner.canvas.path (&self->inner.canvas, path, x, y, scale, &solid);
}

static void
draw_fade (EntCanvas    *canvas,
           const EntBox *box,
           EntColour     colour)
{
}

static void
draw_hatch (EntCanvas      *canvas,
            const EntBox   *box,
            const EntPaint *paint)
{
}

static void
draw_bars (EntCanvas    *canvas,
           const EntBox *boxes,
           gsize         n,
           EntColour     colour)
{
}

static gboolean
begin_sprite (EntCanvas    *canvas,
              guint64       number,
              const EntBox *box)
{
  return TRUE;
}

static void
end_sprite (EntCanvas *canvas)
{
}

static void
draw_text (EntCanvas    *canvas,
           EntTextRole   role,
           const char   *words,
           const EntBox *box,
           EntColour     colour,
           gboolean      struck)
{
  NumberCanvas *self = get_self (canvas);
  EntPaint paint = { .fill = get_colour (self) };

  if (self->number > 0)
    self->inner.canvas.box (&self->inner.canvas, box, 0.0, &paint);
}

static cairo_surface_t *
draw_numbers (const EntScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  NumberCanvas canvas = {
    .canvas = { begin_clip, end_clip, begin_event, end_event, draw_box, draw_circle, draw_line, draw_path, draw_fade,
                draw_hatch, draw_bars, begin_sprite, end_sprite, draw_text },
    .inner = ent_cairo_canvas (cr, NULL),
  };

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  ent_draw_scene_on (&canvas.canvas, scene, ent_style_get (ENT_THEME_LIGHT));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_in (const EntBox *box,
       double        x,
       double        y)
{
  return x > box->x - 1.0 && x < box->x + box->width + 1.0 && y > box->y - 1.0 && y < box->y + box->height + 1.0;
}

/* Whether an event may be hit at a point where nothing of it is drawn: beside its mark or dot, within its words. */
static gboolean
may_be_hit (const EntScene *scene,
            guint32         row,
            double          x,
            double          y)
{
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      if (mark->row == row && hypot (mark->x - x, mark->y - y) <= mark->radius + REACH)
        return TRUE;
    }
  for (gsize i = 0; i < scene->n_dots; i++)
    {
      const EntSceneDot *dot = &scene->dots[i];
      if (dot->row == row && hypot (dot->x - x, dot->y - y) <= dot->radius + REACH)
        return TRUE;
    }
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      if (label->row == row && (is_in (&label->box, x, y) || (label->badge != NULL && is_in (&label->badge_box, x, y))))
        return TRUE;
    }
  for (gsize i = 0; i < scene->n_spans; i++)
    {
      if (scene->spans[i].row == row && is_in (&scene->spans[i].box, x, y))
        return TRUE;
    }
  return FALSE;
}

static guint
check_pixels (const EntScene *scene)
{
  cairo_surface_t *surface = draw_numbers (scene);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n_drawn = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          guint32 number = ((const guint32 *) (gconstpointer) (data + y * stride))[x] & 0xffffff;
          EntHit hit = ent_scene_hit (scene, x + 0.5, y + 0.5);
          if (number > 0)
            {
              if (hit.part != ENT_HIT_EVENT || hit.row != number - 1)
                g_error ("at %d, %d row %u is drawn, but part %d of row %u is hit", x, y, number - 1, hit.part, hit.row);
              n_drawn++;
            }
          else if (hit.part == ENT_HIT_EVENT && !may_be_hit (scene, hit.row, x + 0.5, y + 0.5))
            g_error ("at %d, %d row %u is hit, but nothing of it is there", x, y, hit.row);
        }
    }
  cairo_surface_destroy (surface);
  return n_drawn;
}

static void
test_random (void)
{
  static const guint counts[] = { 3, 25, 120, 500 };
  guint n_drawn = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (SampleStore) sample = sample_store_new_random (random, counts[i], 4);
      for (guint round = 0; round < 4; round++)
        {
          EntSceneRequest request = sample_store_request (sample, WIDTH, HEIGHT);
          request.lanes = (EntLaneMode) g_test_rand_int_range (0, ENT_N_LANE_MODES);
          request.right_to_left = round % 2 == 1;
          request.scale = ent_time_scale_zoom (request.scale, g_test_rand_double_range (0.0, WIDTH),
                                               pow (2.0, g_test_rand_double_range (-0.5, 5.0)));
          g_autoptr (EntScene) scene = ent_scene_new (&request);
          n_drawn += check_pixels (scene);
        }
    }
  g_assert_cmpuint (n_drawn, >, 0);
}

static void
test_sample (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, WIDTH, HEIGHT);
  g_autoptr (EntScene) scene = ent_scene_new (&request);

  g_assert_cmpuint (check_pixels (scene), >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hit-agrees/random", test_random);
  g_test_add_func ("/hit-agrees/sample", test_sample);
  return g_test_run ();
}
