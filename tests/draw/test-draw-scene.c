/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/draw-scene.h"

#include <math.h>
#include <string.h>

#include "draw/cairo-canvas.h"
#include "draw/drawing.h"
#include "sample-store.h"

#define WIDTH 1000
#define HEIGHT 700

static cairo_surface_t *
draw (const EntScene *scene,
      EntText        *text,
      EntTheme        theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  ent_draw_scene (cr, scene, ent_style_get (theme), text);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, data + (int) y * stride + (int) x * 4, sizeof pixel);
  return pixel & 0xffffff;
}

static guint32
to_pixel (EntColour colour)
{
  return (guint32) lround (colour.red * 255.0) << 16 | (guint32) lround (colour.green * 255.0) << 8
         | (guint32) lround (colour.blue * 255.0);
}

/* Colours of floating numbers may be rounded the other way. */
static void
assert_near (guint32 pixel,
             guint32 wanted)
{
  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((gint) (pixel >> shift & 0xff) - (gint) (wanted >> shift & 0xff)), <=, 2);
}

static EntScene *
new_scene (const SampleStore *sample,
           EntText           *text)
{
  EntSceneRequest request = sample_store_request (sample, WIDTH, HEIGHT);

  request.measure = ent_text_get_measure (text);
  return ent_scene_new (&request);
}

/* The same scene gives the same pixels, and a disc is of its lane's colour at its rim. */
static void
test_marks (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (EntText) text = ent_text_new (NULL, 0.0, 1.0);
  g_autoptr (EntScene) scene = new_scene (sample, text);
  guint n_checked = 0;

  for (guint theme = 0; theme < ENT_N_THEMES; theme++)
    {
      const EntStyle *style = ent_style_get ((EntTheme) theme);
      cairo_surface_t *first = draw (scene, text, (EntTheme) theme);
      cairo_surface_t *second = draw (scene, text, (EntTheme) theme);
      g_assert_cmpmem (cairo_image_surface_get_data (first), (gsize) cairo_image_surface_get_stride (first) * HEIGHT,
                       cairo_image_surface_get_data (second), (gsize) cairo_image_surface_get_stride (second) * HEIGHT);
      for (gsize i = 0; i < scene->n_marks; i++)
        {
          const EntSceneMark *mark = &scene->marks[i];
          if (mark->flags != 0 || mark->y + mark->radius > scene->lane_area.y + scene->lane_area.height)
            continue;
          EntColour colour = ent_style_get_lane (style, scene->lanes[mark->lane].colour);
          assert_near (get_pixel (first, mark->x, mark->y - mark->radius + 1.6), to_pixel (colour));
          n_checked++;
        }
      cairo_surface_destroy (first);
      cairo_surface_destroy (second);
    }
  g_assert_cmpuint (n_checked, >, 15 * ENT_N_THEMES);
}

/* Lines leave words out: a label's margins hold nothing but its lane's ground. */
static void
test_words_stand_free (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autoptr (EntText) text = ent_text_new (NULL, 0.0, 1.0);
  g_autoptr (EntScene) scene = new_scene (sample, text);
  const EntStyle *style = ent_style_get (ENT_THEME_PRINT);
  cairo_surface_t *surface = draw (scene, text, ENT_THEME_PRINT);
  guint n_crossed = 0;

  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      if (label->box.y + label->box.height > scene->lane_area.y + scene->lane_area.height || scene->n_silences == 0)
        continue;
      for (gsize j = 0; j < scene->n_ticks; j++)
        {
          double x = scene->ticks[j].x;
          gboolean in_silence = FALSE;
          for (gsize k = 0; k < scene->n_silences; k++)
            {
              const EntBox *box = &scene->silences[k].box;
              in_silence = in_silence || (x > box->x - 1.0 && x < box->x + box->width + 1.0);
            }
          if (in_silence || x < label->box.x || x > label->box.x + label->box.width)
            continue;
          g_assert_cmphex (get_pixel (surface, x, label->box.y + 1.0), ==, to_pixel (style->background));
          n_crossed++;
        }
    }
  g_assert_cmpuint (n_crossed, >, 0);
  cairo_surface_destroy (surface);
}

/* An arc arrives beside its mark: the label behind that stays free, wherever the arc comes from. */
static void
test_arcs (void)
{
  const float ends[][4] = {
    { 60, 150, 500, 150 },
    { 500, 150, 60, 150 },
    { 500, 190, 60, 150 },
    { 60, 20, 700, 20 },
    { 140, 150, 100, 150 },
    { 100, 60, 90, 350 },
    { 90, 350, 100, 60 },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (ends); i++)
    {
      const float *at = ends[i % G_N_ELEMENTS (ends)];
      gboolean mirrored = i >= G_N_ELEMENTS (ends);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      EntSceneArc arc = { .from = { at[0], at[1], 8.0f }, .to = { at[2], at[3], 8.0f } };
      guint ink = 0;
      EntCairoCanvas canvas = ent_cairo_canvas (cr, NULL);
      ent_draw_arc_on (&canvas.canvas, ent_style_get (ENT_THEME_LIGHT), &arc, 0.0, mirrored);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (float x = 13.0f; x < 30.0f; x++)
        for (float y = -6.0f; y <= 6.0f; y++)
          ink += get_pixel (surface, mirrored ? at[2] - x : at[2] + x, at[3] + y) != 0;
      g_assert_cmpuint (ink, ==, 0);
      cairo_surface_destroy (surface);
    }
}

/* Each kind has a glyph of its own, which stays in its mark. */
static void
test_glyphs (void)
{
  const int size = 64;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                                       NULL);

  for (guint kind = 0; kind < ENT_N_KINDS; kind++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
      cairo_t *cr = cairo_create (surface);
      guint ink = 0;
      ent_draw_kind_glyph (cr, (EntKind) kind, 32.0, 32.0, 32.0, (EntColour) { 0.0, 0.0, 0.0, 1.0 });
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      const guint8 *data = cairo_image_surface_get_data (surface);
      int stride = cairo_image_surface_get_stride (surface);
      for (int y = 0; y < size; y++)
        {
          for (int x = 0; x < size; x++)
            {
              if (data[y * stride + x] == 0)
                continue;
              ink++;
              g_assert_cmpfloat (hypot (x + 0.5 - 32.0, y + 0.5 - 32.0), <, 31.0);
            }
        }
      g_assert_cmpuint (ink, >, 150);
      g_assert_true (g_hash_table_add (seen, g_bytes_new (data, (gsize) stride * (gsize) size)));
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw-scene/marks", test_marks);
  g_test_add_func ("/draw-scene/words-stand-free", test_words_stand_free);
  g_test_add_func ("/draw-scene/arcs", test_arcs);
  g_test_add_func ("/draw-scene/glyphs", test_glyphs);
  return g_test_run ();
}
