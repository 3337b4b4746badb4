/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To shape a line of text takes fifty microseconds, and a view that comes closer has a hundred new labels. But their
 * words are always the same ones: each is shaped once, and lines are put together of them.
 *
 *     "Biden, Xi meet"  →  [Biden,] [Xi] [meet]        "中美会谈"  →  [中] [美] [会] [谈]
 */
#include "draw/text-words.h"

#include <string.h>

#include "draw/text-advances.h"

#define MOST_WORDS 4000
#define LONGEST_WORD 127 /* bytes */

/* A word by itself; its glyphs' places are from its beginning. */
typedef struct
{
  float width;
  guint n;
  EntTextGlyph glyphs[];
} Word;

struct _EntTextWords
{
  PangoLayout *layout;
  GHashTable *words; /* text → Word, or NULL for one that its glyphs alone do not draw */
  GPtrArray *fonts; /* of cairo_scaled_font_t, held */
  GArray *glyphs; /* of the line that is being put together */
};

/**
 * ent_text_words_new:
 * @context: of the fonts
 * @font: one of them
 *
 * Returns: (transfer full): its words, of which none is shaped yet
 */
EntTextWords *
ent_text_words_new (PangoContext               *context,
                    const PangoFontDescription *font)
{
  EntTextWords *words = g_new0 (EntTextWords, 1);

  words->layout = pango_layout_new (context);
  pango_layout_set_font_description (words->layout, font);
  pango_layout_set_single_paragraph_mode (words->layout, TRUE);
  words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  words->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_scaled_font_destroy);
  words->glyphs = g_array_new (FALSE, FALSE, sizeof (EntTextGlyph));
  return words;
}

/**
 * ent_text_words_free:
 * @words: (transfer full): words
 */
void
ent_text_words_free (EntTextWords *words)
{
  g_object_unref (words->layout);
  g_hash_table_unref (words->words);
  g_ptr_array_unref (words->fonts);
  g_array_unref (words->glyphs);
  g_free (words);
}

/* Fonts are few, and are held as long as any line may need them. */
static gboolean
hold_font (EntTextWords *words,
           PangoFont    *font,
           guint32      *number)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));

  if (scaled == NULL)
    return FALSE;
  if (!g_ptr_array_find (words->fonts, scaled, number))
    {
      *number = words->fonts->len;
      g_ptr_array_add (words->fonts, cairo_scaled_font_reference (scaled));
    }
  return TRUE;
}

/* Whether all of the run is drawn by its glyphs, from the left to the right. */
static gboolean
append_run (EntTextWords         *words,
            const PangoGlyphItem *run,
            int                  *x)
{
  guint32 font;

  if (!hold_font (words, run->item->analysis.font, &font) || run->item->analysis.level % 2 != 0)
    return FALSE;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      EntTextGlyph glyph = { font, (guint32) info->glyph, (float) (*x + info->geometry.x_offset) / PANGO_SCALE,
                             (float) info->geometry.y_offset / PANGO_SCALE };
      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        g_array_append_val (words->glyphs, glyph);
      *x += info->geometry.width;
    }
  return TRUE;
}

static Word *
shape (EntTextWords *words,
       const char   *text)
{
  guint first = words->glyphs->len;
  gboolean whole = TRUE;
  int x = 0;
  Word *word = NULL;

  pango_layout_set_text (words->layout, text, -1);
  PangoLayoutLine *line = pango_layout_get_line_readonly (words->layout, 0);
  for (GSList *run = line->runs; run != NULL && whole; run = run->next)
    whole = append_run (words, run->data, &x);
  if (whole)
    {
      guint n = words->glyphs->len - first;
      word = g_malloc (sizeof *word + n * sizeof (EntTextGlyph));
      word->width = (float) x / PANGO_SCALE;
      word->n = n;
      memcpy (word->glyphs, &g_array_index (words->glyphs, EntTextGlyph, first), n * sizeof (EntTextGlyph));
    }
  g_array_set_size (words->glyphs, first);
  return word;
}

static const Word *
get_word (EntTextWords *words,
          const char   *text,
          gsize         length)
{
  char key[LONGEST_WORD + 1];
  gpointer word;

  if (length > LONGEST_WORD)
    return NULL;
  memcpy (key, text, length);
  key[length] = '\0';
  if (g_hash_table_lookup_extended (words->words, key, NULL, &word))
    return word;
  if (g_hash_table_size (words->words) >= MOST_WORDS)
    g_hash_table_remove_all (words->words);
  word = shape (words, key);
  g_hash_table_insert (words->words, g_strdup (key), word);
  return word;
}

/* Up to the next blank, or one ideograph. */
static gsize
find_word_end (const char *text)
{
  const char *p = text;

  for (; *p != '\0' && *p != ' '; p = g_utf8_next_char (p))
    {
      if (g_unichar_iswide (g_utf8_get_char (p)))
        return p > text ? (gsize) (p - text) : (gsize) (g_utf8_next_char (p) - text);
    }
  return (gsize) (p - text);
}

static gboolean
append_words (EntTextWords *words,
              const char   *text,
              float        *width)
{
  const Word *word;

  for (gsize length; *text != '\0'; text += length)
    {
      length = *text == ' ' ? 1 : find_word_end (text);
      word = get_word (words, text, length);
      if (word == NULL)
        return FALSE;
      for (guint i = 0; i < word->n && *text != ' '; i++)
        {
          EntTextGlyph glyph = word->glyphs[i];
          glyph.x += *width;
          g_array_append_val (words->glyphs, glyph);
        }
      *width += word->width;
    }
  return TRUE;
}

/**
 * ent_text_words_new_line:
 * @words: words
 * @text: one line
 *
 * Puts a line together of its words.
 *
 * Returns: (transfer full) (nullable): the line; %NULL if its letters join across words or change its direction, so
 *   that it has to be laid out as a whole
 */
EntTextLine *
ent_text_words_new_line (EntTextWords *words,
                         const char   *text)
{
  float width = 0.0f;
  EntTextLine *line = NULL;

  if (!ent_text_is_simple (text))
    return NULL;
  g_array_set_size (words->glyphs, 0);
  if (append_words (words, text, &width))
    {
      guint n = words->glyphs->len;
      line = g_malloc (sizeof *line + n * sizeof (EntTextGlyph));
      line->words = words;
      line->width = width;
      line->n = n;
      if (n > 0)
        memcpy (line->glyphs, words->glyphs->data, n * sizeof (EntTextGlyph));
    }
  g_array_set_size (words->glyphs, 0);
  return line;
}

/**
 * ent_text_line_draw:
 * @line: a line
 * @cr: where to draw, in its colour
 * @x: left edge
 * @y: baseline
 */
void
ent_text_line_draw (const EntTextLine *line,
                    cairo_t           *cr,
                    double             x,
                    double             y)
{
  cairo_glyph_t few[96];
  cairo_glyph_t *glyphs = line->n > G_N_ELEMENTS (few) ? g_new (cairo_glyph_t, line->n) : few;

  for (guint i = 0; i < line->n; i++)
    glyphs[i] = (cairo_glyph_t) { line->glyphs[i].index, x + line->glyphs[i].x, y + line->glyphs[i].y };
  for (guint i = 0, end; i < line->n; i = end)
    {
      for (end = i + 1; end < line->n && line->glyphs[end].font == line->glyphs[i].font;)
        end++;
      cairo_set_scaled_font (cr, line->words->fonts->pdata[line->glyphs[i].font]);
      cairo_show_glyphs (cr, glyphs + i, (int) (end - i));
    }
  if (glyphs != few)
    g_free (glyphs);
}
