/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text.h"

#include "draw/text-advances.h"

/* Layouts kept: as many young ones, and those that were young before them. What is asked for stays young. */
#define MOST_LAYOUTS 2500

#define DEFAULT_FAMILY "Cantarell, Noto Sans, Noto Sans CJK SC, sans"
#define DEFAULT_SIZE 10.0
#define DPI 96.0

/* A role's font: its size as a share of the labels', and its weight. */
typedef struct
{
  double size;
  PangoWeight weight;
  PangoStyle slant;
} FontRole;

static const FontRole font_roles[ENT_N_TEXT_ROLES] = {
  [ENT_TEXT_LABEL] = { 1.0, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [ENT_TEXT_LABEL_BOLD] = { 1.0, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [ENT_TEXT_BADGE] = { 0.86, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [ENT_TEXT_LANE] = { 1.02, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [ENT_TEXT_LANE_SMALL] = { 0.86, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [ENT_TEXT_TICK_MAJOR] = { 1.15, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [ENT_TEXT_TICK_MINOR] = { 0.9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [ENT_TEXT_NOTE] = { 0.9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [ENT_TEXT_TITLE] = { 1.6, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [ENT_TEXT_SUBTITLE] = { 1.05, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
};

typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
} CachedLayout;

struct _EntText
{
  PangoContext *context;
  PangoFontDescription *fonts[ENT_N_TEXT_ROLES];
  GHashTable *layouts[ENT_N_TEXT_ROLES]; /* words → CachedLayout */
  GHashTable *old_layouts[ENT_N_TEXT_ROLES];
  guint n_layouts;
  EntTextAdvances *advances[ENT_N_TEXT_ROLES];
  EntSprites *sprites;
};

static void
cached_layout_free (gpointer data)
{
  CachedLayout *cached = data;

  g_object_unref (cached->layout);
  g_free (cached);
}

static GHashTable *
new_layouts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cached_layout_free);
}

static PangoContext *
new_context (void)
{
  /* A font map of its own: the default one is a thread's, and may have another resolution. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Hinted advances depend on the surface; without, words are as wide in a PDF as on the screen. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, DPI);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * ent_text_new:
 * @family: (nullable): font families, best first; %NULL for the default ones
 * @size: of labels, in points; 0 for the default
 * @scale: by which text is larger than that
 *
 * Returns: (transfer full): the fonts
 */
EntText *
ent_text_new (const char *family,
              double      size,
              double      scale)
{
  g_return_val_if_fail (size >= 0.0 && scale > 0.0, NULL);

  EntText *text = g_new0 (EntText, 1);
  double points = (size > 0.0 ? size : DEFAULT_SIZE) * scale;

  text->context = new_context ();
  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    {
      PangoFontDescription *font = pango_font_description_new ();
      pango_font_description_set_family (font, family != NULL ? family : DEFAULT_FAMILY);
      pango_font_description_set_size (font, (int) (points * font_roles[role].size * PANGO_SCALE + 0.5));
      pango_font_description_set_weight (font, font_roles[role].weight);
      pango_font_description_set_style (font, font_roles[role].slant);
      text->fonts[role] = font;
      text->layouts[role] = new_layouts ();
      text->old_layouts[role] = new_layouts ();
      text->advances[role] = ent_text_advances_new (text->context, font);
    }
  text->sprites = ent_sprites_new ();
  return text;
}

/**
 * ent_text_free:
 * @text: (transfer full): fonts
 */
void
ent_text_free (EntText *text)
{
  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    {
      pango_font_description_free (text->fonts[role]);
      g_hash_table_unref (text->layouts[role]);
      g_hash_table_unref (text->old_layouts[role]);
      ent_text_advances_free (text->advances[role]);
    }
  ent_sprites_free (text->sprites);
  g_object_unref (text->context);
  g_free (text);
}

static void
grow_old (EntText *text)
{
  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    {
      g_hash_table_unref (text->old_layouts[role]);
      text->old_layouts[role] = text->layouts[role];
      text->layouts[role] = new_layouts ();
    }
  text->n_layouts = 0;
}

static CachedLayout *
new_layout (EntText     *text,
            EntTextRole  role,
            const char  *words)
{
  CachedLayout *cached = g_new0 (CachedLayout, 1);
  int width, height;

  cached->layout = pango_layout_new (text->context);
  pango_layout_set_font_description (cached->layout, text->fonts[role]);
  pango_layout_set_single_paragraph_mode (cached->layout, TRUE);
  pango_layout_set_text (cached->layout, words, -1);
  pango_layout_get_size (cached->layout, &width, &height);
  cached->width = (double) width / PANGO_SCALE;
  cached->height = (double) height / PANGO_SCALE;
  return cached;
}

static const CachedLayout *
get_cached (EntText     *text,
            EntTextRole  role,
            const char  *words)
{
  CachedLayout *cached = g_hash_table_lookup (text->layouts[role], words);
  gpointer key = NULL;

  if (cached != NULL)
    return cached;
  if (text->n_layouts >= MOST_LAYOUTS)
    grow_old (text);
  if (!g_hash_table_steal_extended (text->old_layouts[role], words, &key, (gpointer *) &cached))
    {
      key = g_strdup (words);
      cached = new_layout (text, role, words);
    }
  g_hash_table_insert (text->layouts[role], key, cached);
  text->n_layouts++;
  return cached;
}

static void
measure_cb (EntTextRole  role,
            const char  *words,
            double      *width,
            double      *height,
            gpointer     data)
{
  const CachedLayout *cached = get_cached (data, role, words);

  *width = cached->width;
  *height = cached->height;
}

static double
estimate_cb (EntTextRole  role,
             const char  *words,
             gpointer     data)
{
  double width = ent_text_advances_sum (((EntText *) data)->advances[role], words);

  return width >= 0.0 ? width : get_cached (data, role, words)->width;
}

static gsize
fit_cb (EntTextRole  role,
        const char  *words,
        double       width,
        gpointer     data)
{
  EntText *text = data;
  gsize n;
  int index = 0;

  if (ent_text_advances_fit (text->advances[role], words, width, &n))
    return n;
  PangoLayout *layout = get_cached (text, role, words)->layout;
  pango_layout_xy_to_index (layout, (int) (width * PANGO_SCALE), 0, &index, NULL);
  return (gsize) index;
}

/**
 * ent_text_get_measure:
 * @text: fonts
 *
 * Returns: how wide words are in them; valid as long as @text lives
 */
EntTextMeasure
ent_text_get_measure (EntText *text)
{
  return (EntTextMeasure) { measure_cb, text, estimate_cb, fit_cb };
}

/**
 * ent_text_get_sprites:
 * @text: fonts
 *
 * Returns: (transfer none): the small shapes that were drawn beside words in these fonts
 */
EntSprites *
ent_text_get_sprites (EntText *text)
{
  return text->sprites;
}

/**
 * ent_text_get_layout:
 * @text: fonts
 * @role: what the words are for
 * @words: one line
 *
 * Returns: (transfer none): the words laid out; valid until the next call
 */
PangoLayout *
ent_text_get_layout (EntText     *text,
                     EntTextRole  role,
                     const char  *words)
{
  g_return_val_if_fail (text != NULL && role < ENT_N_TEXT_ROLES && words != NULL, NULL);

  return get_cached (text, role, words)->layout;
}

/**
 * ent_text_draw:
 * @text: fonts
 * @cr: where to draw, in its colour
 * @role: what the words are for
 * @words: one line
 * @x: left edge
 * @y: top
 */
void
ent_text_draw (EntText     *text,
               cairo_t     *cr,
               EntTextRole  role,
               const char  *words,
               double       x,
               double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, ent_text_get_layout (text, role, words));
}
