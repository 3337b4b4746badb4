/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text.h"

#include "draw/text-advances.h"
#include "draw/text-words.h"

/* Lines kept: as many young ones, and those that were young before them. What is asked for stays young. */
#define MOST_LINES 1500

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

/* A line of text: put together of its words, or laid out as a whole where these join. */
typedef struct
{
  EntTextLine *line; /* NULL for one that was laid out */
  PangoLayout *layout; /* of the other, NULL until it is asked for */
  double width;
  double height;
} CachedLine;

struct _EntText
{
  PangoContext *context;
  PangoFontDescription *fonts[ENT_N_TEXT_ROLES];
  GHashTable *lines[ENT_N_TEXT_ROLES]; /* text → CachedLine */
  GHashTable *old_lines[ENT_N_TEXT_ROLES];
  guint n_lines;
  EntTextWords *words[ENT_N_TEXT_ROLES];
  double heights[ENT_N_TEXT_ROLES];
  double baselines[ENT_N_TEXT_ROLES];
  EntTextAdvances *advances[ENT_N_TEXT_ROLES];
  EntSprites *sprites;
};

static void
cached_line_free (gpointer data)
{
  CachedLine *cached = data;

  g_free (cached->line);
  g_clear_object (&cached->layout);
  g_free (cached);
}

static GHashTable *
new_lines (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cached_line_free);
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

static PangoLayout *
new_layout (EntText     *text,
            EntTextRole  role,
            const char  *words)
{
  PangoLayout *layout = pango_layout_new (text->context);

  pango_layout_set_font_description (layout, text->fonts[role]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

/* Lines are as high as the role's own font, whatever fonts their words come from: so that those of a lane stand on one
 * line. */
static void
measure_role (EntText     *text,
              EntTextRole  role)
{
  g_autoptr (PangoLayout) layout = new_layout (text, role, "\303\201g");
  int height;

  pango_layout_get_size (layout, NULL, &height);
  text->heights[role] = (double) height / PANGO_SCALE;
  text->baselines[role] = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
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
      text->lines[role] = new_lines ();
      text->old_lines[role] = new_lines ();
      text->advances[role] = ent_text_advances_new (text->context, font);
      text->words[role] = ent_text_words_new (text->context, font);
      measure_role (text, (EntTextRole) role);
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
      g_hash_table_unref (text->lines[role]);
      g_hash_table_unref (text->old_lines[role]);
      ent_text_advances_free (text->advances[role]);
      ent_text_words_free (text->words[role]);
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
      g_hash_table_unref (text->old_lines[role]);
      text->old_lines[role] = text->lines[role];
      text->lines[role] = new_lines ();
    }
  text->n_lines = 0;
}

static CachedLine *
new_line (EntText     *text,
          EntTextRole  role,
          const char  *words)
{
  CachedLine *cached = g_new0 (CachedLine, 1);
  int width, height;

  cached->line = ent_text_words_new_line (text->words[role], words);
  if (cached->line != NULL)
    {
      cached->width = (double) cached->line->width;
      cached->height = text->heights[role];
      return cached;
    }
  cached->layout = new_layout (text, role, words);
  pango_layout_get_size (cached->layout, &width, &height);
  cached->width = (double) width / PANGO_SCALE;
  cached->height = (double) height / PANGO_SCALE;
  return cached;
}

static CachedLine *
get_cached (EntText     *text,
            EntTextRole  role,
            const char  *words)
{
  CachedLine *cached = g_hash_table_lookup (text->lines[role], words);
  gpointer key = NULL;

  if (cached != NULL)
    return cached;
  if (text->n_lines >= MOST_LINES)
    grow_old (text);
  if (!g_hash_table_steal_extended (text->old_lines[role], words, &key, (gpointer *) &cached))
    {
      key = g_strdup (words);
      cached = new_line (text, role, words);
    }
  g_hash_table_insert (text->lines[role], key, cached);
  text->n_lines++;
  return cached;
}

static PangoLayout *
get_layout (EntText     *text,
            EntTextRole  role,
            const char  *words)
{
  CachedLine *cached = get_cached (text, role, words);

  if (cached->layout == NULL)
    cached->layout = new_layout (text, role, words);
  return cached->layout;
}

static void
measure_cb (EntTextRole  role,
            const char  *words,
            double      *width,
            double      *height,
            gpointer     data)
{
  const CachedLine *cached = get_cached (data, role, words);

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

/* Where letters join, or run from the right, a part of a line is as wide as only its own layout tells. */
static gsize
fit_joined (EntText     *text,
            EntTextRole  role,
            const char  *words,
            double       width)
{
  g_autoptr (PangoLayout) layout = new_layout (text, role, words);
  glong low = 0, high = g_utf8_strlen (words, -1);

  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      int part;

      pango_layout_set_text (layout, words, (int) (g_utf8_offset_to_pointer (words, middle) - words));
      pango_layout_get_size (layout, &part, NULL);
      if ((double) part / PANGO_SCALE <= width)
        low = middle;
      else
        high = middle - 1;
    }
  return (gsize) (g_utf8_offset_to_pointer (words, low) - words);
}

static gsize
fit_cb (EntTextRole  role,
        const char  *words,
        double       width,
        gpointer     data)
{
  EntText *text = data;
  gsize n;

  if (ent_text_advances_fit (text->advances[role], words, width, &n))
    return n;
  return fit_joined (text, role, words, width);
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

  return get_layout (text, role, words);
}

/**
 * ent_text_get_baseline:
 * @text: fonts
 * @role: what words are for
 * @words: one line
 *
 * Returns: where their baseline is, in pixels below the top of their box
 */
double
ent_text_get_baseline (EntText     *text,
                       EntTextRole  role,
                       const char  *words)
{
  g_return_val_if_fail (text != NULL && role < ENT_N_TEXT_ROLES && words != NULL, 0.0);

  const CachedLine *cached = get_cached (text, role, words);
  if (cached->line != NULL)
    return text->baselines[role];
  return (double) pango_layout_get_baseline (cached->layout) / PANGO_SCALE;
}

/* Letters in a PDF can be searched, which takes a layout. */
static gboolean
is_image (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/**
 * ent_text_new_paragraph:
 * @text: fonts
 * @points: size, in points
 * @weight: weight
 *
 * Returns: (transfer full): a layout for words of several lines, in the family of @text
 */
PangoLayout *
ent_text_new_paragraph (EntText     *text,
                        double       points,
                        PangoWeight  weight)
{
  PangoLayout *layout = pango_layout_new (text->context);
  PangoFontDescription *font = pango_font_description_copy (text->fonts[ENT_TEXT_LABEL]);

  pango_font_description_set_size (font, (int) (points * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return layout;
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
  g_return_if_fail (text != NULL && role < ENT_N_TEXT_ROLES && words != NULL);

  double baseline = ent_text_get_baseline (text, role, words);
  const CachedLine *cached = get_cached (text, role, words);
  if (cached->line != NULL && is_image (cr))
    {
      ent_text_line_draw (cached->line, cr, x, y + baseline);
      return;
    }
  PangoLayout *layout = get_layout (text, role, words);
  cairo_move_to (cr, x, y + baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}
