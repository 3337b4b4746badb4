/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the bars and words of a figure stand. */
#include <math.h>

#include "layout/chart-private.h"
#include "layout/ticks.h"

#define MARGIN 12.0
#define GAP 8.0
#define PANEL_GAP 6.0
#define NAME_SHARE 0.28
#define MOST_NAME 220.0
#define MOST_NAME_LINES 14.0 /* the same in heights of a line, for large letters */
#define AXIS_HEIGHT 40.0
#define AXIS_ROOM 4.0 /* beside its two lines of words */
#define KEY_SIZE 10.0
#define LEAST_BAR 2.0
#define BUTTON_ROOM 34.0 /* at the end of the title, for what a window has there */
#define BAR_GAP 1.0

typedef struct
{
  const EntChart *chart;
  EntChartScene *scene;
  EntTextMeasure measure;
  const EntTranslator *translator;
  gboolean right_to_left;
  EntTimeScale scale; /* x = 0 is the left edge of the plot */
  double line;        /* height of a line of a name */
  double axis;        /* height of the axis */
  double names;       /* width of the column of names */
  double y;           /* where the next thing stands */
} Builder;

static void
measure_words (Builder     *builder,
               EntTextRole  role,
               const char  *text,
               double      *width,
               double      *height)
{
  builder->measure.measure (role, text, width, height, builder->measure.data);
}

/* Words that do not fit are cut. */
static const char *
fit_words (Builder     *builder,
           EntTextRole  role,
           const char  *text,
           double       room,
           double      *width,
           double      *height)
{
  gsize n = 0;

  measure_words (builder, role, text, width, height);
  if (*width <= room)
    return g_string_chunk_insert (builder->scene->strings, text);
  g_autoptr (GString) cut = g_string_new (text);
  for (n = (gsize) g_utf8_strlen (text, -1); n > 1 && *width > room; n--)
    {
      const char *end = g_utf8_offset_to_pointer (text, (glong) n - 1);

      g_string_truncate (cut, 0);
      g_string_append_len (cut, text, end - text);
      g_string_append (cut, "…");
      measure_words (builder, role, cut->str, width, height);
    }
  return g_string_chunk_insert (builder->scene->strings, cut->str);
}

static void
add_words (Builder     *builder,
           EntTextRole  role,
           gboolean     dim,
           const char  *text,
           double       x,
           double       y,
           double       room,
           gboolean     at_end)
{
  EntChartWords words = { .role = role, .dim = dim };
  double width, height;

  words.text = fit_words (builder, role, text, room, &width, &height);
  words.box = (EntBox) { at_end ? x + room - width : x, y, width, height };
  g_array_append_val (builder->scene->words, words);
}

static void
add_line (Builder *builder,
          EntBox   box)
{
  EntChartShape line = { .box = box };

  g_array_append_val (builder->scene->lines, line);
}

static void
find_extent (const EntChart *chart,
             EntDay         *first,
             EntDay         *last)
{
  *first = ENT_DAY_OPEN_END;
  *last = ENT_DAY_OPEN_START;
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const EntChartBar *bar = &g_array_index (chart->bars, EntChartBar, i);

      *first = MIN (*first, bar->from);
      *last = MAX (*last, bar->to);
    }
}

/* What grows with the letters. */
static void
measure_frame (Builder *builder)
{
  double width, major, minor;

  measure_words (builder, ENT_TEXT_LANE_SMALL, "Ág", &width, &builder->line);
  measure_words (builder, ENT_TEXT_TICK_MAJOR, "Ág", &width, &major);
  measure_words (builder, ENT_TEXT_TICK_MINOR, "Ág", &width, &minor);
  builder->axis = MAX (AXIS_HEIGHT, ceil (major + minor + AXIS_ROOM));
  builder->names = MIN (builder->scene->width * NAME_SHARE, MAX (MOST_NAME, MOST_NAME_LINES * builder->line));
}

/* Where a line ends that has so much room: between words, or anywhere in scripts without spaces. */
static const char *
find_line_end (Builder     *builder,
               EntTextRole  role,
               const char  *text,
               double       room)
{
  const char *end = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double width, height;

      if (c != 0 && !g_unichar_isspace (c) && (p == text || !g_unichar_iswide (c) || g_unichar_ispunct (c)))
        continue;
      g_autofree char *line = g_strndup (text, (gsize) (p - text));
      measure_words (builder, role, line, &width, &height);
      if (end != NULL && width > room)
        return end;
      end = p;
      if (c == 0)
        return end;
    }
}

/* In as many lines as it takes, and what comes next below them. */
static void
add_lines (Builder     *builder,
           EntTextRole  role,
           gboolean     dim,
           const char  *text,
           double       room)
{
  while (*text != '\0')
    {
      const char *end = find_line_end (builder, role, text, room);
      g_autofree char *line = g_strndup (text, (gsize) (end - text));
      double width, height;

      measure_words (builder, role, line, &width, &height);
      add_words (builder, role, dim, line, builder->right_to_left ? builder->scene->width - MARGIN - room : MARGIN,
                 builder->y, room, builder->right_to_left);
      builder->y += height;
      text = end;
      while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    }
}

static void
add_legend (Builder *builder)
{
  double x = MARGIN, line = 0.0;

  for (guint i = 0; builder->chart->series->len > 1 && i < builder->chart->series->len; i++)
    {
      const EntChartSeries *series = g_ptr_array_index (builder->chart->series, i);
      EntChartShape key = { .colour = series->colour };
      double width, height;

      measure_words (builder, ENT_TEXT_NOTE, series->name, &width, &height);
      if (x > MARGIN && x + KEY_SIZE + GAP + width > builder->scene->width - MARGIN)
        {
          x = MARGIN;
          builder->y += line + 2.0;
        }
      key.box = (EntBox) { x, builder->y + (height - KEY_SIZE) / 2.0, KEY_SIZE, KEY_SIZE };
      g_array_append_val (builder->scene->keys, key);
      add_words (builder, ENT_TEXT_NOTE, FALSE, series->name, x + KEY_SIZE + GAP / 2.0, builder->y, width + 1.0, FALSE);
      x += KEY_SIZE + GAP / 2.0 + width + 2.0 * GAP;
      line = height;
    }
  if (line > 0.0)
    builder->y += line + GAP;
}

static void
add_head (Builder *builder)
{
  double room = builder->scene->width - 2.0 * MARGIN;

  builder->y = MARGIN;
  add_lines (builder, ENT_TEXT_TICK_MAJOR, FALSE, builder->chart->title, room - BUTTON_ROOM);
  builder->y += GAP / 2.0;
  if (builder->chart->note != NULL)
    {
      add_lines (builder, ENT_TEXT_NOTE, TRUE, builder->chart->note, room);
      builder->y += GAP;
    }
  add_legend (builder);
}

/* How far the bars of a panel reach up and down, stacked. */
static void
find_range (const EntChart *chart,
            guint           panel,
            double         *most,
            double         *least)
{
  g_autoptr (GHashTable) up = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) down = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const EntChartPanel *self = g_ptr_array_index (chart->panels, panel);

  *most = self->has_line ? MAX (self->line, 0.0) : 0.0;
  *least = self->has_line ? MIN (self->line, 0.0) : 0.0;
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const EntChartBar *bar = &g_array_index (chart->bars, EntChartBar, i);
      GHashTable *stacks = bar->value < 0.0 ? down : up;

      if (bar->panel != panel)
        continue;
      double *stack = g_hash_table_lookup (stacks, GINT_TO_POINTER (bar->from));
      if (stack == NULL)
        g_hash_table_insert (stacks, GINT_TO_POINTER (bar->from), stack = g_new0 (double, 1));
      *stack += bar->value;
      *most = MAX (*most, *stack);
      *least = MIN (*least, *stack);
    }
}

/* Bars of one time stand on each other in the order they were added. */
static void
add_bars (Builder *builder,
          guint    panel,
          double   base,
          double   unit)
{
  const EntChart *chart = builder->chart;
  const EntChartPanel *self = g_ptr_array_index (chart->panels, panel);
  g_autoptr (GHashTable) stacks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < chart->bars->len; i++)
    {
      const EntChartBar *bar = &g_array_index (chart->bars, EntChartBar, i);
      const EntChartSeries *series = g_ptr_array_index (chart->series, bar->series);
      gint64 key = (gint64) bar->from * 2 + (bar->value < 0.0);
      double left = builder->scene->plot.x + ent_time_scale_to_x (builder->scale, bar->from);
      double right = builder->scene->plot.x + ent_time_scale_to_x (builder->scale, bar->to);
      double height = fabs (bar->value) * unit;

      if (bar->panel != panel)
        continue;
      double *stack = g_hash_table_lookup (stacks, &key);
      if (stack == NULL)
        g_hash_table_insert (stacks, g_memdup2 (&key, sizeof key), stack = g_new0 (double, 1));
      EntChartShape shape = { .colour = series->colour == ENT_CHART_PANEL_COLOUR ? self->colour : series->colour,
                              .bar = i };
      double width = MAX (right - left - BAR_GAP, LEAST_BAR);
      if (builder->right_to_left)
        left = 2.0 * builder->scene->plot.x + builder->scene->plot.width - left - width;
      shape.box = (EntBox) { left, bar->value < 0.0 ? base + *stack : base - *stack - height, width, height };
      *stack += height;
      g_array_append_val (builder->scene->bars, shape);
    }
}

static void
add_panel (Builder *builder,
           guint    panel)
{
  const EntChartPanel *self = g_ptr_array_index (builder->chart->panels, panel);
  EntBox plot = builder->scene->plot;
  double height = MAX (builder->chart->panel_height, builder->line * (self->has_line ? 2.0 : 1.0));
  double most, least, width, line;
  double name_x = builder->right_to_left ? plot.x + plot.width + GAP : MARGIN;

  find_range (builder->chart, panel, &most, &least);
  double unit = most > least ? height / (most - least) : 0.0;
  double base = builder->y + most * unit;
  if (unit <= 0.0)
    base = builder->y + height;
  g_autofree char *count = g_strdup_printf ("%.0f", most);
  measure_words (builder, ENT_TEXT_NOTE, count, &width, &line);
  add_words (builder, ENT_TEXT_LANE_SMALL, FALSE, self->name, name_x, builder->y + MAX (0.0, height - line) / 2.0,
             builder->names - GAP - width, builder->right_to_left);
  if (most > 0.0)
    add_words (builder, ENT_TEXT_NOTE, TRUE, count, builder->right_to_left ? plot.x + plot.width + 2.0 : MARGIN,
               builder->y - 2.0, builder->right_to_left ? width : builder->names - 4.0, !builder->right_to_left);
  add_bars (builder, panel, base, unit);
  add_line (builder, (EntBox) { plot.x, floor (base), plot.width, 1.0 });
  if (self->has_line)
    {
      add_line (builder, (EntBox) { plot.x, floor (base - self->line * unit), plot.width, 1.0 });
      add_words (builder, ENT_TEXT_NOTE, TRUE, self->line_words, name_x, builder->y + (height + line) / 2.0 + 2.0,
                 builder->names - GAP, builder->right_to_left);
    }
  builder->y += height + PANEL_GAP;
}

static void
add_axis (Builder *builder,
          double   top)
{
  EntBox area = { builder->scene->plot.x, builder->y, builder->scene->plot.width, builder->axis };
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (EntSceneTick));
  EntTickRequest request = { .scale = builder->scale, .area = area, .measure = builder->measure,
                             .translator = builder->translator };

  ent_ticks_append (&request, builder->scene->strings, ticks);
  for (guint i = 0; i < ticks->len; i++)
    {
      const EntSceneTick *tick = &g_array_index (ticks, EntSceneTick, i);
      EntChartWords words = { .role = tick->major ? ENT_TEXT_LABEL_BOLD : ENT_TEXT_TICK_MINOR, .dim = !tick->major,
                              .box = tick->box, .text = tick->text };
      double x = tick->x;

      if (builder->right_to_left)
        {
          x = 2.0 * area.x + area.width - x;
          words.box.x = 2.0 * area.x + area.width - words.box.x - words.box.width;
        }
      if (tick->major && tick->x >= area.x && tick->x <= area.x + area.width)
        add_line (builder, (EntBox) { floor (x), top, 1.0, builder->y - top });
      if (tick->text != NULL && *tick->text != '\0')
        g_array_append_val (builder->scene->words, words);
    }
  builder->y += builder->axis;
}

/**
 * ent_chart_scene_new:
 * @chart: a figure
 * @width: of all of it, in pixels
 * @right_to_left: whether it is mirrored
 * @measure: how wide words are
 * @translator: (nullable): the user's language
 *
 * Returns: (transfer full): where everything of it stands; its height is what it needs
 */
EntChartScene *
ent_chart_scene_new (const EntChart      *chart,
                     double               width,
                     gboolean             right_to_left,
                     EntTextMeasure       measure,
                     const EntTranslator *translator)
{
  g_return_val_if_fail (chart != NULL && width > 0.0, NULL);

  EntChartScene *scene = g_new0 (EntChartScene, 1);
  Builder builder = { chart, scene, measure, translator, right_to_left, { 0 }, 0.0, 0.0, 0.0, 0.0 };
  EntDay first, last;

  scene->width = width;
  scene->bars = g_array_new (FALSE, FALSE, sizeof (EntChartShape));
  scene->keys = g_array_new (FALSE, FALSE, sizeof (EntChartShape));
  scene->lines = g_array_new (FALSE, FALSE, sizeof (EntChartShape));
  scene->words = g_array_new (FALSE, FALSE, sizeof (EntChartWords));
  scene->strings = g_string_chunk_new (1024);
  measure_frame (&builder);
  add_head (&builder);
  find_extent (chart, &first, &last);
  scene->plot = (EntBox) { right_to_left ? MARGIN : MARGIN + builder.names, builder.y,
                           MAX (1.0, width - 2.0 * MARGIN - builder.names), 0.0 };
  if (first < last)
    {
      double top = builder.y;

      builder.scale = (EntTimeScale) { first, MAX (last - first, 30) / scene->plot.width };
      builder.y += PANEL_GAP;
      for (guint i = 0; i < chart->panels->len; i++)
        add_panel (&builder, i);
      scene->plot.height = builder.y - top;
      add_axis (&builder, top);
    }
  scene->height = builder.y + MARGIN;
  return scene;
}

/**
 * ent_chart_scene_free:
 * @scene: (transfer full): a figure laid out
 */
void
ent_chart_scene_free (EntChartScene *scene)
{
  g_array_unref (scene->bars);
  g_array_unref (scene->keys);
  g_array_unref (scene->lines);
  g_array_unref (scene->words);
  g_string_chunk_free (scene->strings);
  g_free (scene);
}

/**
 * ent_chart_scene_hit:
 * @scene: a figure laid out
 * @x: a place
 * @y: a place
 * @bar: (out): the bar there
 *
 * A low bar is hit a little above it too.
 *
 * Returns: whether there is one
 */
gboolean
ent_chart_scene_hit (const EntChartScene *scene,
                     double               x,
                     double               y,
                     guint               *bar)
{
  const double least = 10.0;

  g_return_val_if_fail (scene != NULL && bar != NULL, FALSE);

  for (guint i = 0; i < scene->bars->len; i++)
    {
      const EntChartShape *shape = &g_array_index (scene->bars, EntChartShape, i);
      double slack = MAX (0.0, least - shape->box.height);

      if (x < shape->box.x - 1.0 || x >= shape->box.x + shape->box.width + 1.0 || y < shape->box.y - slack
          || y >= shape->box.y + shape->box.height + 1.0)
        continue;
      *bar = shape->bar;
      return TRUE;
    }
  return FALSE;
}
