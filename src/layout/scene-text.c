/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a scene: how wide they are, how they are cut and broken into lines. */
#include <math.h>
#include <string.h>

#include "layout/scene-private.h"

#define ELLIPSIS "…"
#define NARROW 600.0 /* pixels of time; a less wide picture has no room for more than figures in badges */
#define SHORTEST_CUT 3 /* characters that are still worth showing */
#define LEAST_CUT 0.7 /* of those that have room, that are left where the cut goes back to the end of a word */

/**
 * ent_scene_builder_measure:
 * @builder: a scene being made
 * @role: what the words are for
 * @text: the words
 *
 * Returns: how wide they are, in pixels
 */
double
ent_scene_builder_measure (const EntSceneBuilder *builder,
                           EntTextRole            role,
                           const char            *text)
{
  double width = 0.0, height = 0.0;
  const EntTextMeasure *measure = &builder->request->measure;

  measure->measure (role, text, &width, &height, measure->data);
  return width;
}

/* @text cut to @n characters, less blanks at the cut. */
static char *
dup_cut (const char *text,
         glong       n)
{
  g_autofree char *cut = g_utf8_substring (text, 0, n);

  g_strchomp (cut);
  return g_strconcat (cut, ELLIPSIS, NULL);
}

/* Back to where a word ends, without a comma after it, if that is not far. */
static glong
find_word_end (const char *text,
               glong       n)
{
  glong least = (glong) ceil (n * LEAST_CUT);

  for (glong end = n; end >= MAX (least, SHORTEST_CUT); end--)
    {
      const char *p = g_utf8_offset_to_pointer (text, end);
      gunichar before = g_utf8_get_char (g_utf8_prev_char (p));
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return before == ',' || before == ';' ? end - 1 : end;
    }
  return n;
}

/* How many characters of @text and an ellipsis have room; found without measuring each cut where that is known. */
static glong
find_cut (const EntSceneBuilder *builder,
          EntTextRole            role,
          const char            *text,
          double                 width)
{
  const EntTextMeasure *measure = &builder->request->measure;
  glong low = 0;
  glong high = g_utf8_strlen (text, -1) - 1;

  if (measure->fit != NULL)
    {
      double room = width - ent_scene_builder_measure (builder, role, ELLIPSIS);
      gsize n = room > 0.0 ? measure->fit (role, text, room, measure->data) : 0;
      return MIN (g_utf8_strlen (text, (gssize) n), high);
    }
  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *cut = dup_cut (text, middle);
      if (ent_scene_builder_measure (builder, role, cut) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/**
 * ent_scene_builder_dup_cut:
 * @builder: a scene being made
 * @role: what the words are for
 * @text: words that are wider than @width
 * @width: pixels there are
 *
 * Returns: (transfer full) (nullable): as much of them as has room, with an ellipsis; %NULL if too little would be
 *   left
 */
char *
ent_scene_builder_dup_cut (const EntSceneBuilder *builder,
                           EntTextRole            role,
                           const char            *text,
                           double                 width)
{
  glong n = find_cut (builder, role, text, width);

  return n < SHORTEST_CUT ? NULL : dup_cut (text, find_word_end (text, n));
}

/**
 * ent_scene_builder_fit_text:
 * @builder: a scene being made
 * @role: what the words are for
 * @text: the words
 * @width: pixels there are
 *
 * Returns: (transfer none) (nullable): @text, or as much of it as has room with an ellipsis, for as
 *   long as the scene lives; %NULL if too little would be left
 */
const char *
ent_scene_builder_fit_text (EntSceneBuilder *builder,
                            EntTextRole      role,
                            const char      *text,
                            double           width)
{
  if (ent_scene_builder_measure (builder, role, text) <= width)
    return g_string_chunk_insert_const (builder->strings, text);

  g_autofree char *cut = ent_scene_builder_dup_cut (builder, role, text, width);
  return cut != NULL ? g_string_chunk_insert_const (builder->strings, cut) : NULL;
}

static char *
dup_count (const EntTranslator *translator,
           const char          *one,
           const char          *many,
           guint                n)
{
  GString *text = g_string_new (ent_translate_plural (translator, one, many, n));
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (text, "{n}", number, 1);
  return g_string_free (text, FALSE);
}

/**
 * ent_scene_builder_get_badge_text:
 * @builder: a scene being made
 * @badges: (element-type guint32 EntBasisBadge): what was promised, by row
 * @row: an event
 *
 * Returns: (transfer none) (nullable): "5 promises, 1 warning", or "6" in a narrow picture, for as long as the history
 *   lives; %NULL if nothing was promised at it
 */
const char *
ent_scene_builder_get_badge_text (EntSceneBuilder *builder,
                                  GHashTable      *badges,
                                  guint32          row)
{
  const EntBasisBadge *badge = g_hash_table_lookup (badges, GUINT_TO_POINTER (row));
  const EntTranslator *translator = builder->request->translator;

  if (badge == NULL)
    return NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  if (builder->request->still && builder->scene->time_area.width < NARROW)
    {
      g_string_printf (text, "%u", badge->n_promises + badge->n_warnings);
      return g_string_chunk_insert_const (builder->basis->history->strings, text->str);
    }
  if (badge->n_promises > 0)
    {
      g_autofree char *count = dup_count (translator, N_ ("{n} promise"), N_ ("{n} promises"), badge->n_promises);
      g_string_append (text, count);
    }
  if (badge->n_warnings > 0)
    {
      g_autofree char *count = dup_count (translator, N_ ("{n} warning"), N_ ("{n} warnings"), badge->n_warnings);
      if (text->len > 0)
        g_string_append (text, ent_translate (translator, N_ (", ")));
      g_string_append (text, count);
    }
  return g_string_chunk_insert_const (builder->basis->history->strings, text->str);
}

/* Where a line of at most @width pixels may end: after a word, or after any ideograph. Returns the
 * bytes of the line; at least one word even if it is too wide. */
static gsize
find_break (const EntSceneBuilder *builder,
            EntTextRole            role,
            const char            *text,
            double                 width)
{
  gsize best = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean may_break = c == 0 || g_unichar_isspace (c) || (p > text && g_unichar_iswide (c));
      if (may_break)
        {
          g_autofree char *line = g_strndup (text, p - text);
          if (best > 0 && ent_scene_builder_measure (builder, role, line) > width)
            return best;
          best = p - text;
        }
      if (c == 0)
        return best;
    }
}

/**
 * ent_scene_builder_wrap:
 * @builder: a scene being made
 * @role: what the words are for
 * @text: the words
 * @width: pixels a line has
 * @lines: (out) (array length=n_lines): the lines
 * @n_lines: most lines
 *
 * Breaks words into lines; what is left is cut in the last one.
 *
 * Returns: how many lines there are
 */
guint
ent_scene_builder_wrap (EntSceneBuilder  *builder,
                        EntTextRole       role,
                        const char       *text,
                        double            width,
                        const char      **lines,
                        guint             n_lines)
{
  guint n = 0;

  while (*text != '\0' && n < n_lines)
    {
      gsize length = n + 1 < n_lines ? find_break (builder, role, text, width) : strlen (text);
      g_autofree char *line = g_strndup (text, length);
      const char *fitted = ent_scene_builder_fit_text (builder, role, line, width);
      lines[n++] = fitted != NULL ? fitted : g_string_chunk_insert_const (builder->strings, line);
      text += length;
      while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    }
  return n;
}

/**
 * ent_scene_builder_add_note:
 * @builder: a scene being made
 * @role: what the words are for
 * @text: words of the frame
 * @x: their left edge
 * @y: their top
 *
 * Adds words that belong to no event.
 */
void
ent_scene_builder_add_note (EntSceneBuilder *builder,
                            EntTextRole      role,
                            const char      *text,
                            double           x,
                            double           y)
{
  EntSceneLabel note = { .row = ENT_ROW_NONE, .role = role, .lane = ENT_LANE_OTHER };

  note.box.x = x;
  note.box.y = y;
  builder->request->measure.measure (role, text, &note.box.width, &note.box.height, builder->request->measure.data);
  note.text = g_string_chunk_insert_const (builder->strings, text);
  g_array_append_val (builder->notes, note);
}
