/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/foot.h"

#include <math.h>

#include "draw/draw-legend.h"
#include "export/facts.h"
#include "export/source-list.h"

#define MARGIN 14.0
#define SIGN_WIDTH 34.0     /* room for a sign, before its words */
#define SIGN_GAP 20.0       /* between an entry of the legend and the next */
#define SIGN_HEIGHT 22.0
#define BLOCK_GAP 8.0
#define COLUMN_WIDTH 520.0  /* from which sources stand in as many columns as there is room for */
#define COLUMN_GAP 24.0
#define LINE_SPACING 1.16
#define BASIC_LETTERS "Hg"
#define NO_BREAK_SPACE "\302\240"
#define MOST_NAMES 8 /* of lanes without room */
#define KEY_WIDTH 210.0 /* from which the key to numbers stands in as many columns as there is room for */
#define KEY_GAP 14.0    /* between these */
#define KEY_INDENT 20.0 /* of its words, behind their number */

typedef struct
{
  EntLegendItem item;
  char *words;
  EntBox box; /* of its words */
} FootSign;

typedef struct
{
  char *words;
  EntTextRole role;
  gboolean dim;
  EntBox box;
} FootLine;

typedef struct
{
  EntFoot *foot;
  const EntExportRequest *request;
  const EntScene *scene;
  EntText *text;
  EntTextMeasure measure;
  double y;
  double most_height;
} Builder;

static void
clear_sign (gpointer data)
{
  g_free (((FootSign *) data)->words);
}

static void
clear_line (gpointer data)
{
  g_free (((FootLine *) data)->words);
}

static const char *
translate (const Builder *self,
           const char    *message)
{
  return ent_translate (self->request->translator, message);
}

/* Breaks words into lines as their language does. */
static GStrv
wrap_words (EntText     *text,
            EntTextRole  role,
            const char  *words,
            double       width)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (ent_text_get_layout (text, role, words));
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      g_autofree char *piece = g_strndup (words + line->start_index, (gsize) line->length);
      g_strv_builder_add (lines, g_strchomp (piece));
    }
  return g_strv_builder_end (lines);
}

static double
get_baseline (const Builder *self,
              EntTextRole    role,
              const char    *words)
{
  return (double) pango_layout_get_baseline (ent_text_get_layout (self->text, role, words)) / PANGO_SCALE;
}

static void
add_line (Builder     *self,
          EntTextRole  role,
          const char  *words,
          gboolean     dim,
          double       x,
          double      *y)
{
  FootLine line = { g_strdup (words), role, dim, { x, *y, 0.0, 0.0 } };

  double width, height;

  self->measure.measure (role, words, &line.box.width, &line.box.height, self->measure.data);
  self->measure.measure (role, BASIC_LETTERS, &width, &height, self->measure.data);
  double baseline = get_baseline (self, role, BASIC_LETTERS);
  /* Lines of letters and of ideographs stand on the same distance. */
  line.box.y += baseline - get_baseline (self, role, words);
  *y += ceil (height * LINE_SPACING);
  g_array_append_val (self->foot->lines, line);
}

static void
add_words (Builder    *self,
           const char *words)
{
  g_auto (GStrv) lines = wrap_words (self->text, ENT_TEXT_NOTE, words, self->foot->width - 2.0 * MARGIN);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, ENT_TEXT_NOTE, lines[i], TRUE, MARGIN, &self->y);
}

/* Keeps what comes next apart from what is there. */
static void
begin_block (Builder *self)
{
  if (self->foot->lines->len + self->foot->signs->len > 0)
    self->y += BLOCK_GAP;
}

/* The first @n_named of the names, and how many more there are. */
static char *
dup_names (const Builder      *self,
           const char * const *names,
           guint               n_names,
           guint               n_named)
{
  GString *list = g_string_new (NULL);
  /* Translators: between the parts of a list: “Trade, Taiwan, Technology” */
  const char *comma = translate (self, N_ (", "));

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? comma : "", names[i]);
  if (n_names > n_named)
    {
      g_autofree char *number = g_strdup_printf ("%u", n_names - n_named);
      g_string_append (list, comma);
      g_string_append (list, ent_translate_plural (self->request->translator, N_ ("{n} more"), N_ ("{n} more"),
                                                   n_names - n_named));
      g_string_replace (list, "{n}", number, 1);
    }
  return g_string_free (list, FALSE);
}

/* Adds a sentence to what is told already; @pattern has a {list} of @names. */
static void
append_absent (const Builder      *self,
               GString            *words,
               const char         *pattern,
               const char * const *names,
               guint               most_named)
{
  guint n_names = names != NULL ? g_strv_length ((GStrv) names) : 0;

  if (n_names == 0)
    return;
  g_autofree char *list = dup_names (self, names, n_names, MIN (n_names, most_named));
  g_autoptr (GString) sentence = g_string_new (translate (self, pattern));
  g_string_replace (sentence, "{list}", list, 1);
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", sentence->str);
}

static GPtrArray *
new_part_names (const Builder  *self,
                EntExportParts  parts)
{
  static const struct
  {
    EntExportParts parts;
    const char *name;
  } known[] = {
    { ENT_EXPORT_KEY, N_ ("key to numbers") },
    { ENT_EXPORT_LEGEND, N_ ("legend") },
    { (EntExportParts) (ENT_EXPORT_FILTER | ENT_EXPORT_AS_OF), N_ ("filter and day") },
    { ENT_EXPORT_SOURCES, N_ ("sources") },
  };
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (parts & known[i].parts)
      g_ptr_array_add (names, (gpointer) translate (self, known[i].name));
  g_ptr_array_add (names, NULL);
  return names;
}

/* What is not in the picture is told, so that nothing is hidden in silence; in fewer names where there is less room. */
static void
add_missing (Builder              *self,
             const EntFootMissing *missing)
{
  g_autoptr (GPtrArray) parts = new_part_names (self, missing->parts);
  guint n_lines = self->foot->lines->len;
  double before = self->y;

  begin_block (self);
  double top = self->y;
  for (guint most_named = MOST_NAMES; most_named > 0; most_named--)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      /* Translators: stands under a picture that is too low; {list} is what had to be left out of it */
      append_absent (self, words, N_ ("No room for: {list}"), (const char * const *) parts->pdata, most_named);
      append_absent (self, words, N_ ("No room for lanes: {list}"), missing->lanes, most_named);
      /* Translators: stands under a picture; {list} is lanes with how many events each has, “Trade (12), Taiwan (3)” */
      append_absent (self, words, N_ ("Lanes hidden by choice, with their events: {list}"), missing->hidden,
                     most_named);
      self->y = words->len > 0 ? top : before;
      if (words->len == 0)
        return;
      g_array_set_size (self->foot->lines, n_lines);
      add_words (self, words->str);
      if (self->y - top <= self->most_height - 2.0 * BLOCK_GAP)
        break;
    }
}

/* What a reader of paper is told of a sign; %NULL for what only a window has. */
static const char *
get_words (const Builder       *self,
           const EntLegendItem *item)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (self->request->index));

  if (item->sign == ENT_LEGEND_VIEW)
    return NULL;
  if (item->sign == ENT_LEGEND_CLUSTER)
    return translate (self, N_ ("So many events close together"));
  if (item->sign == ENT_LEGEND_TODAY)
    return translate (self, N_ ("Day that the picture is of"));
  if (item->words == NULL)
    return translate (self, ent_vocabulary_get_kind (vocabulary, (EntKind) item->mark.kind)->label);
  return translate (self, item->words);
}

/* An entry that is wider than the picture has several lines. */
static void
add_wide_sign (Builder    *self,
               FootSign   *sign,
               const char *words)
{
  double width = self->foot->width - 2.0 * MARGIN - SIGN_WIDTH;
  g_auto (GStrv) lines = wrap_words (self->text, ENT_TEXT_NOTE, words, width);

  sign->words = g_strdup (lines[0]);
  self->measure.measure (ENT_TEXT_NOTE, sign->words, &sign->box.width, &sign->box.height, self->measure.data);
  sign->box.x = MARGIN + SIGN_WIDTH;
  sign->box.y = self->y + (SIGN_HEIGHT - sign->box.height) / 2.0;
  self->y = sign->box.y + ceil (sign->box.height * LINE_SPACING);
  for (guint i = 1; lines[i] != NULL; i++)
    add_line (self, ENT_TEXT_NOTE, lines[i], FALSE, sign->box.x, &self->y);
}

static void
add_legend (Builder *self)
{
  g_autoptr (GArray) items = ent_legend_new (self->scene);
  double right = self->foot->width - MARGIN;
  double x = MARGIN;
  double before = self->y;

  begin_block (self);
  for (guint i = 0; i < items->len; i++)
    {
      FootSign sign = { .item = g_array_index (items, EntLegendItem, i) };
      const char *words = get_words (self, &sign.item);
      double width, height;

      if (words == NULL)
        continue;
      self->measure.measure (ENT_TEXT_NOTE, words, &width, &height, self->measure.data);
      if (x > MARGIN && x + SIGN_WIDTH + width > right)
        {
          x = MARGIN;
          self->y += SIGN_HEIGHT;
        }
      if (MARGIN + SIGN_WIDTH + width > right)
        {
          add_wide_sign (self, &sign, words);
          g_array_append_val (self->foot->signs, sign);
          continue;
        }
      sign.words = g_strdup (words);
      sign.box = (EntBox) { x + SIGN_WIDTH, self->y + (SIGN_HEIGHT - height) / 2.0, width, height };
      x += SIGN_WIDTH + width + SIGN_GAP;
      g_array_append_val (self->foot->signs, sign);
    }
  if (self->foot->signs->len == 0)
    {
      self->y = before;
      return;
    }
  self->foot->filled |= ENT_EXPORT_LEGEND;
  self->y += x > MARGIN ? SIGN_HEIGHT : 0.0;
}

/* What the marks are that have a number in place of words, a line or two each. */
static GPtrArray *
new_key (Builder *self,
         double   width)
{
  const EntExportRequest *request = self->request;
  EntEventStore *store = ent_filter_index_get_store (request->index);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (gsize i = 0; i < self->scene->n_numbered; i++)
    {
      guint32 row = self->scene->numbered[i];
      g_autofree char *label = ent_figure_edits_dup_label (request->edits, store, row, request->translator);
      g_autofree char *date = ent_edtf_to_short_words (ent_event_store_get_date (store, row), request->translator);
      g_auto (GStrv) pieces = g_strsplit (date, " ", -1);
      g_autofree char *whole = g_strjoinv (NO_BREAK_SPACE, pieces);
      /* Translators: what a numbered mark in a picture is, and when it was */
      g_autoptr (GString) words = g_string_new (translate (self, N_ ("{event}, {date}")));

      g_string_replace (words, "{date}", whole, 1);
      g_string_replace (words, "{event}", label, 1);
      g_ptr_array_add (entries, wrap_words (self->text, ENT_TEXT_NOTE, words->str, width - KEY_INDENT));
    }
  return entries;
}

/* How many entries have room in columns of so many lines; none is broken at the end of a column. */
static guint
fill_columns (const GPtrArray *entries,
              guint            n_columns,
              guint            n_lines)
{
  guint column = 0, line = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      guint n = g_strv_length (g_ptr_array_index (entries, i));
      if (line > 0 && line + n > n_lines)
        {
          column++;
          line = 0;
        }
      if (column >= n_columns || n > n_lines)
        return i;
      line += n;
    }
  return entries->len;
}

static void
draw_key (Builder         *self,
          const GPtrArray *entries,
          double           width,
          guint            n_lines,
          double           line_height)
{
  double top = self->y;
  double x = MARGIN;
  guint line = 0;

  for (guint i = 0; i < self->foot->n_keyed; i++)
    {
      GStrv words = g_ptr_array_index (entries, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      if (line > 0 && line + g_strv_length (words) > n_lines)
        {
          x += width + KEY_GAP;
          line = 0;
        }
      double y = top + line * line_height;
      add_line (self, ENT_TEXT_NOTE, number, FALSE, x, &y);
      for (guint j = 0; words[j] != NULL; j++)
        {
          y = top + line++ * line_height;
          add_line (self, ENT_TEXT_NOTE, words[j], TRUE, x + KEY_INDENT, &y);
        }
    }
  self->y = top + n_lines * line_height;
}

/* As many columns of equal height as there is room for, no higher than they must be. */
static void
add_key (Builder *self,
         double   most_height)
{
  double room = self->foot->width - 2.0 * MARGIN;
  guint n_columns = (guint) MAX (1.0, floor ((room + KEY_GAP) / (KEY_WIDTH + KEY_GAP)));
  double width = (room - (n_columns - 1) * KEY_GAP) / n_columns;
  g_autoptr (GPtrArray) entries = new_key (self, width);
  double line_width, line_height;

  self->measure.measure (ENT_TEXT_NOTE, BASIC_LETTERS, &line_width, &line_height, self->measure.data);
  line_height = ceil (line_height * LINE_SPACING);
  double lines = floor ((most_height - BLOCK_GAP) / line_height);
  guint most = (guint) CLAMP (lines, 0.0, 1e6);
  guint n_lines = MIN (entries->len / n_columns, most);
  while (n_lines < most && fill_columns (entries, n_columns, n_lines) < entries->len)
    n_lines++;
  self->foot->n_keyed = fill_columns (entries, n_columns, n_lines);
  if (entries->len > 0)
    self->foot->filled |= ENT_EXPORT_KEY;
  if (self->foot->n_keyed == 0)
    return;
  draw_key (self, entries, width, n_lines, line_height);
}

/* The key comes right below the marks, but has only the room that the others leave. */
static void
add_key_above (Builder *self)
{
  EntFoot *foot = self->foot;
  guint n_lines = foot->lines->len;
  double below = self->y;

  self->y = BLOCK_GAP;
  add_key (self, self->most_height * ENT_FOOT_KEY_STRETCH - below);
  if (foot->n_keyed > 0 && n_lines + foot->signs->len > 0)
    self->y += BLOCK_GAP;
  double shift = self->y - BLOCK_GAP;
  for (guint i = 0; i < n_lines; i++)
    g_array_index (foot->lines, FootLine, i).box.y += shift;
  for (guint i = 0; i < foot->signs->len; i++)
    g_array_index (foot->signs, FootSign, i).box.y += shift;
  self->y = below + shift;
}

/* What a person said of events in this picture. */
static void
add_notes (Builder *self)
{
  const EntExportRequest *request = self->request;
  g_autoptr (GPtrArray) notes = NULL;

  if (request->edits == NULL)
    return;
  notes = ent_figure_edits_dup_notes (request->edits, ent_filter_index_get_store (request->index), request->rows,
                                      request->translator);
  if (notes->len > 0)
    begin_block (self);
  for (guint i = 0; i < notes->len; i++)
    add_words (self, g_ptr_array_index (notes, i));
}

static void
add_facts (Builder        *self,
           EntExportParts  parts)
{
  g_autofree char *words = ent_facts_new (self->request, parts);

  if (words == NULL)
    return;
  begin_block (self);
  add_words (self, words);
  self->foot->filled |= parts & (ENT_EXPORT_FILTER | ENT_EXPORT_AS_OF);
}

/* Lines of the numbered notes, in the order of a column after the other; @ends is after which line each note ends. */
static GPtrArray *
new_notes (Builder             *self,
           const EntSourceList *sources,
           double               width,
           GArray              *ends)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint n = ent_source_list_get_n (sources);

  for (guint number = 1; number <= n; number++)
    {
      g_autofree char *note = ent_source_list_dup_note (sources, number, self->request->translator);
      const char *address = ent_source_list_get_address (sources, number);
      g_autofree char *words = g_strdup_printf ("%u. %s%s%s", number, note, address != NULL ? " " : "",
                                                address != NULL ? address : "");
      g_auto (GStrv) pieces = wrap_words (self->text, ENT_TEXT_NOTE, words, width);
      for (guint i = 0; pieces[i] != NULL; i++)
        g_ptr_array_add (lines, g_strdup (pieces[i]));
      g_array_append_val (ends, lines->len);
    }
  return lines;
}

/* How many lines are shown where so many have room: whole notes, the first ones. */
static guint
count_whole (const GArray *ends,
             guint         room)
{
  guint n = 0;

  for (guint i = 0; i < ends->len && g_array_index (ends, guint, i) <= room; i++)
    n = g_array_index (ends, guint, i);
  return n;
}

static void
add_sources (Builder *self)
{
  EntEventStore *store = ent_filter_index_get_store (self->request->index);
  g_autoptr (EntRowSet) told = ent_export_request_new_told (self->request);
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, told);
  double room = self->foot->width - 2.0 * MARGIN;
  guint n_columns = (guint) MAX (1.0, floor ((room + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP)));
  double width = (room - (n_columns - 1) * COLUMN_GAP) / n_columns;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) lines = new_notes (self, sources, width, ends);
  guint per_column = (lines->len + n_columns - 1) / n_columns;
  double line_width, line_height;

  if (lines->len == 0)
    return;
  self->foot->filled |= ENT_EXPORT_SOURCES;
  begin_block (self);
  add_line (self, ENT_TEXT_LANE, translate (self, N_ ("Sources")), FALSE, MARGIN, &self->y);
  self->measure.measure (ENT_TEXT_NOTE, "1", &line_width, &line_height, self->measure.data);
  line_height = ceil (line_height * LINE_SPACING);
  double left = self->most_height - self->y - 2.0 * line_height;
  guint most = left > 0.0 ? (guint) (left / line_height) : 0;
  per_column = MIN (per_column, most);
  guint shown = count_whole (ends, MIN (lines->len, per_column * n_columns));
  double top = self->y;
  for (guint i = 0; i < shown; i++)
    {
      guint column = i / per_column;
      double y = top + (i % per_column) * line_height;
      add_line (self, ENT_TEXT_NOTE, g_ptr_array_index (lines, i), TRUE, MARGIN + column * (width + COLUMN_GAP), &y);
    }
  self->y = top + MIN (shown, per_column) * line_height;
  if (shown == lines->len)
    return;
  g_autofree char *number = g_strdup_printf ("%u", ent_source_list_get_n (sources));
  g_autoptr (GString) words = g_string_new (translate (self, N_ ("There is no room for all {n} sources.")));
  g_string_replace (words, "{n}", number, 1);
  add_words (self, words->str);
}

/**
 * ent_foot_new:
 * @request: what file to make
 * @scene: the timeline above it
 * @missing: (nullable): what is not there, and has to be told
 * @text: fonts
 * @parts: what it holds
 * @width: pixels there are
 * @most_height: how high it may be; a key may make it higher
 *
 * Returns: (transfer full): what stands under the timeline; of no height if there is nothing to tell
 */
EntFoot *
ent_foot_new (const EntExportRequest *request,
              const EntScene         *scene,
              const EntFootMissing   *missing,
              EntText                *text,
              EntExportParts          parts,
              double                  width,
              double                  most_height)
{
  EntFoot *foot = g_new0 (EntFoot, 1);
  Builder self = { foot, request, scene, text, ent_text_get_measure (text), BLOCK_GAP, most_height };

  foot->width = width;
  foot->signs = g_array_new (FALSE, FALSE, sizeof (FootSign));
  foot->lines = g_array_new (FALSE, FALSE, sizeof (FootLine));
  g_array_set_clear_func (foot->signs, clear_sign);
  g_array_set_clear_func (foot->lines, clear_line);
  if (ent_facts_get_nothing (request) != NULL)
    add_words (&self, ent_facts_get_nothing (request));
  if (missing != NULL)
    add_missing (&self, missing);
  if (parts & ENT_EXPORT_LEGEND)
    add_legend (&self);
  add_notes (&self);
  add_facts (&self, parts);
  if (parts & ENT_EXPORT_KEY)
    add_key_above (&self);
  if (parts & ENT_EXPORT_SOURCES)
    add_sources (&self);
  foot->height = foot->signs->len + foot->lines->len > 0 ? ceil (self.y + BLOCK_GAP) : 0.0;
  return foot;
}

/**
 * ent_foot_free:
 * @foot: (transfer full): what stands under a timeline
 */
void
ent_foot_free (EntFoot *foot)
{
  g_array_unref (foot->signs);
  g_array_unref (foot->lines);
  g_free (foot);
}

static EntBox
get_place (const EntFoot  *foot,
           const EntStyle *style,
           EntBox          box)
{
  if (style->right_to_left)
    box.x = foot->width - box.x - box.width;
  return box;
}

/**
 * ent_foot_draw_on:
 * @foot: what stands under a timeline
 * @canvas: where to draw, at the origin
 * @measure: how wide words are
 * @style: in which colours
 */
void
ent_foot_draw_on (const EntFoot        *foot,
                  EntCanvas            *canvas,
                  const EntTextMeasure *measure,
                  const EntStyle       *style)
{
  EntBox ground = { 0.0, 0.0, foot->width, foot->height };
  EntPaint paint = { .fill = style->background };

  if (!style->transparent && foot->height > 0.0)
    canvas->box (canvas, &ground, 0.0, &paint);
  for (guint i = 0; i < foot->signs->len; i++)
    {
      const FootSign *sign = &g_array_index (foot->signs, FootSign, i);
      EntBox box = get_place (foot, style, sign->box);
      double x = style->right_to_left ? box.x + box.width + SIGN_WIDTH / 2.0 : box.x - SIGN_WIDTH / 2.0;
      ent_draw_legend_sign_on (canvas, measure, &sign->item, style, x, box.y + box.height / 2.0);
      canvas->text (canvas, ENT_TEXT_NOTE, sign->words, &box, style->text, FALSE);
    }
  for (guint i = 0; i < foot->lines->len; i++)
    {
      const FootLine *line = &g_array_index (foot->lines, FootLine, i);
      EntBox box = get_place (foot, style, line->box);
      canvas->text (canvas, line->role, line->words, &box, line->dim ? style->text_dim : style->text, FALSE);
    }
}
