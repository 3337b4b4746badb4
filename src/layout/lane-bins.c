/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lane whose events are too many to be told apart: how many there are, with the scale to read it by. */
#include "layout/lane-view.h"

#include <math.h>

#include "base/row-count.h"

#define GAUGE_INSET 4.0

static const struct
{
  const char *one;
  const char *many;
} gauge_words[ENT_N_DENSITY_STEPS] = {
  /* Translators: the scale of a strip that shows how many events there are: its full height stands for {n} of them */
  [ENT_DENSITY_DAY] = { N_ ("{n} a day"), N_ ("{n} a day") },
  [ENT_DENSITY_WEEK] = { N_ ("{n} a week"), N_ ("{n} a week") },
  [ENT_DENSITY_MONTH] = { N_ ("{n} a month"), N_ ("{n} a month") },
  [ENT_DENSITY_QUARTER] = { N_ ("{n} a quarter"), N_ ("{n} a quarter") },
  [ENT_DENSITY_YEAR] = { N_ ("{n} a year"), N_ ("{n} a year") },
  [ENT_DENSITY_FIVE_YEARS] = { N_ ("{n} in 5 years"), N_ ("{n} in 5 years") },
  [ENT_DENSITY_DECADE] = { N_ ("{n} a decade"), N_ ("{n} a decade") },
  [ENT_DENSITY_FIFTY_YEARS] = { N_ ("{n} in 50 years"), N_ ("{n} in 50 years") },
  [ENT_DENSITY_CENTURY] = { N_ ("{n} a century"), N_ ("{n} a century") },
  [ENT_DENSITY_FIVE_CENTURIES] = { N_ ("{n} in 500 years"), N_ ("{n} in 500 years") },
};

/* The next of 1, 2, 5, 10, 20 …: the scale stays while the view is panned a little. */
static guint
to_round (guint most)
{
  guint64 round = 1;

  while (TRUE)
    {
      if (round >= most)
        return (guint) MIN (round, G_MAXUINT);
      if (round * 2 >= most)
        return (guint) MIN (round * 2, G_MAXUINT);
      if (round * 5 >= most)
        return (guint) MIN (round * 5, G_MAXUINT);
      round *= 10;
    }
}

static void
add_gauge (EntSceneBuilder   *builder,
           const EntLaneView *view,
           EntDensityStep     step,
           guint              full,
           double             top)
{
  const EntBox *area = &builder->scene->time_area;
  EntSceneGauge gauge = { .lane = view->index, .y = top, .count = full };
  g_autofree char *number = g_strdup_printf ("%u", full);
  g_autoptr (GString) text = g_string_new (ent_translate_plural (builder->request->translator, gauge_words[step].one,
                                                                 gauge_words[step].many, full));

  g_string_replace (text, "{n}", number, 1);
  gauge.text = g_string_chunk_insert_const (builder->strings, text->str);
  builder->request->measure.measure (ENT_TEXT_BADGE, gauge.text, &gauge.text_box.width, &gauge.text_box.height,
                                     builder->request->measure.data);
  gauge.text_box.x = area->x + GAUGE_INSET;
  gauge.text_box.y = floor (top - gauge.text_box.height / 2.0);
  g_array_append_val (builder->gauges, gauge);
}

static guint32
find_first (const EntSceneBuilder *builder,
            const EntLaneView     *view,
            guint32                from)
{
  guint32 row = ent_row_next_of_both (view->source.asked.a, view->source.asked.b, from);

  if (view->n_dots == 0)
    return row;
  return MIN (row, ent_row_next_of_both (builder->basis->contacts, view->lane->raised, from));
}

static void
emit_strip (EntSceneBuilder   *builder,
            const EntLaneView *view,
            const GArray      *found,
            guint              full,
            EntBox             strip)
{
  const EntBox *area = &builder->scene->time_area;

  for (guint i = 0; i < found->len; i++)
    {
      const EntDensityBin *from = &g_array_index (found, EntDensityBin, i);
      double left = ent_scene_builder_get_x (builder, from->from) - 0.5;
      double right = ent_scene_builder_get_x (builder, from->to) - 0.5;
      EntSceneBin bin = { .lane = view->index, .count = from->count, .from = from->from, .to = from->to };

      left = MAX (left, ceil (area->x));
      right = MIN (right, floor (area->x + area->width));
      if (right <= left)
        continue;
      bin.first_row = find_first (builder, view, from->row);
      bin.box = (EntBox) { left, strip.y, right - left, strip.height };
      bin.height = (float) from->count / (float) full;
      g_array_append_val (builder->bins, bin);
    }
}

/* The acts of a lane, and the contacts that raise its topic with them: both are what its strip counts. */
static void
add_counts (GArray       *found,
            const GArray *more)
{
  guint at = 0;

  for (guint i = 0; i < more->len; i++)
    {
      const EntDensityBin *bin = &g_array_index (more, EntDensityBin, i);
      while (at < found->len && g_array_index (found, EntDensityBin, at).from < bin->from)
        at++;
      if (at < found->len && g_array_index (found, EntDensityBin, at).from == bin->from)
        g_array_index (found, EntDensityBin, at).count += bin->count;
      else
        g_array_insert_val (found, at, *bin);
    }
}

/**
 * ent_lane_view_emit_bins:
 * @builder: a scene being made
 * @view: a dense lane that has its place
 *
 * Adds bins of days, weeks, months …, whichever are wide enough, with a scale that all of them share.
 */
void
ent_lane_view_emit_bins (EntSceneBuilder   *builder,
                         const EntLaneView *view)
{
  EntDensityStep step = ent_density_choose_step (builder->request->scale.days_per_pixel, ENT_BIN_PIXELS);
  GArray *found = builder->found_bins;
  GArray *more = builder->more_bins;
  double gauge_room = view->folded ? 0.0 : floor (builder->sizes.name_line / 2.0);
  double top = floor (view->top + builder->sizes.pad + gauge_room);
  EntBox strip = { 0.0, top, 0.0, floor (view->bottom - builder->sizes.pad / 2.0) - top };
  guint most = 0;

  g_array_set_size (found, 0);
  g_array_set_size (more, 0);
  ent_density_append (builder->basis->density, view->pair, step, builder->first_day, builder->last_day, found);
  if (view->n_dots > 0)
    ent_density_append (builder->basis->density, view->pair + 1, step, builder->first_day, builder->last_day, more);
  add_counts (found, more);
  for (guint i = 0; i < found->len; i++)
    most = MAX (most, g_array_index (found, EntDensityBin, i).count);
  if (most == 0)
    return;
  guint full = to_round (most);
  emit_strip (builder, view, found, full, strip);
  if (!view->folded)
    add_gauge (builder, view, step, full, top);
}
