/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/chart-private.h"

#include "layout/time-scale.h"

static void
panel_free (gpointer data)
{
  EntChartPanel *panel = data;

  g_free (panel->name);
  g_free (panel->line_words);
  g_free (panel);
}

static void
series_free (gpointer data)
{
  EntChartSeries *series = data;

  g_free (series->name);
  g_free (series);
}

/**
 * ent_chart_new:
 * @title: what it shows, in the user's language
 * @note: (nullable): how it was counted
 * @panel_height: of one panel, in pixels
 *
 * Returns: (transfer full): a figure without panels
 */
EntChart *
ent_chart_new (const char *title,
               const char *note,
               double      panel_height)
{
  g_return_val_if_fail (title != NULL && panel_height > 0.0, NULL);

  EntChart *self = g_new0 (EntChart, 1);
  self->title = g_strdup (title);
  self->note = g_strdup (note);
  self->panel_height = panel_height;
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->bars = g_array_new (FALSE, FALSE, sizeof (EntChartBar));
  self->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * ent_chart_free:
 * @chart: (transfer full): a figure
 */
void
ent_chart_free (EntChart *chart)
{
  g_free (chart->title);
  g_free (chart->note);
  g_ptr_array_unref (chart->panels);
  g_ptr_array_unref (chart->series);
  g_array_unref (chart->bars);
  g_array_unref (chart->items);
  g_free (chart);
}

/**
 * ent_chart_add_panel:
 * @chart: a figure
 * @name: what stands beside it
 * @colour: 0xRRGGBB or %ENT_COLOUR_CONTACTS, for series of %ENT_CHART_PANEL_COLOUR
 *
 * Returns: its number
 */
guint
ent_chart_add_panel (EntChart   *chart,
                     const char *name,
                     guint32     colour)
{
  g_return_val_if_fail (chart != NULL && name != NULL, 0);

  EntChartPanel *panel = g_new0 (EntChartPanel, 1);
  panel->name = g_strdup (name);
  panel->colour = colour;
  g_ptr_array_add (chart->panels, panel);
  return chart->panels->len - 1;
}

/**
 * ent_chart_add_series:
 * @chart: a figure
 * @name: what the legend says
 * @colour: 0xRRGGBB, %ENT_COLOUR_CONTACTS, or %ENT_CHART_PANEL_COLOUR
 *
 * Returns: its number
 */
guint
ent_chart_add_series (EntChart   *chart,
                      const char *name,
                      guint32     colour)
{
  g_return_val_if_fail (chart != NULL && name != NULL, 0);

  EntChartSeries *series = g_new0 (EntChartSeries, 1);
  series->name = g_strdup (name);
  series->colour = colour;
  g_ptr_array_add (chart->series, series);
  return chart->series->len - 1;
}

/**
 * ent_chart_add_bar:
 * @chart: a figure
 * @bar: where it stands and how tall it is; its first item is set here
 * @items: (array length=bar.n_items): the events or statements it stands for
 */
void
ent_chart_add_bar (EntChart      *chart,
                   EntChartBar    bar,
                   const guint32 *items)
{
  g_return_if_fail (chart != NULL && bar.panel < chart->panels->len && bar.series < chart->series->len);
  g_return_if_fail (bar.to > bar.from && (items != NULL || bar.n_items == 0));

  bar.first_item = chart->items->len;
  if (bar.n_items > 0)
    g_array_append_vals (chart->items, items, bar.n_items);
  g_array_append_val (chart->bars, bar);
}

/**
 * ent_chart_set_line:
 * @chart: a figure
 * @panel: one of its panels
 * @value: where the line runs
 * @words: what it says
 */
void
ent_chart_set_line (EntChart   *chart,
                    guint       panel,
                    double      value,
                    const char *words)
{
  g_return_if_fail (chart != NULL && panel < chart->panels->len && words != NULL);

  EntChartPanel *self = g_ptr_array_index (chart->panels, panel);
  self->has_line = TRUE;
  self->line = value;
  g_free (self->line_words);
  self->line_words = g_strdup (words);
}

/**
 * ent_chart_get_title:
 * @chart: a figure
 *
 * Returns: (transfer none): what it shows
 */
const char *
ent_chart_get_title (const EntChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->title;
}

/**
 * ent_chart_get_note:
 * @chart: a figure
 *
 * Returns: (transfer none) (nullable): how it was counted
 */
const char *
ent_chart_get_note (const EntChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return chart->note;
}

/**
 * ent_chart_get_n_bars:
 * @chart: a figure
 *
 * Returns: how many bars it has
 */
guint
ent_chart_get_n_bars (const EntChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->bars->len;
}

/**
 * ent_chart_get_bar:
 * @chart: a figure
 * @bar: one of its bars
 *
 * Returns: (transfer none): the bar
 */
const EntChartBar *
ent_chart_get_bar (const EntChart *chart,
                   guint           bar)
{
  g_return_val_if_fail (chart != NULL && bar < chart->bars->len, NULL);

  return &g_array_index (chart->bars, EntChartBar, bar);
}

/**
 * ent_chart_get_items:
 * @chart: a figure
 * @bar: one of its bars
 *
 * Returns: (transfer none): what the bar stands for, as many as its @n_items
 */
const guint32 *
ent_chart_get_items (const EntChart *chart,
                     guint           bar)
{
  g_return_val_if_fail (chart != NULL && bar < chart->bars->len, NULL);

  return (const guint32 *) (gpointer) chart->items->data + g_array_index (chart->bars, EntChartBar, bar).first_item;
}

/**
 * ent_chart_get_panel:
 * @chart: a figure
 * @panel: one of its panels
 *
 * Returns: (transfer none): its name
 */
const char *
ent_chart_get_panel (const EntChart *chart,
                     guint           panel)
{
  g_return_val_if_fail (chart != NULL && panel < chart->panels->len, NULL);

  return ((const EntChartPanel *) g_ptr_array_index (chart->panels, panel))->name;
}

/**
 * ent_chart_get_n_series:
 * @chart: a figure
 *
 * Returns: how many series it has
 */
guint
ent_chart_get_n_series (const EntChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->series->len;
}

/**
 * ent_chart_get_series:
 * @chart: a figure
 * @series: one of its series
 *
 * Returns: (transfer none): its name
 */
const char *
ent_chart_get_series (const EntChart *chart,
                      guint           series)
{
  g_return_val_if_fail (chart != NULL && series < chart->series->len, NULL);

  return ((const EntChartSeries *) g_ptr_array_index (chart->series, series))->name;
}

/**
 * ent_chart_add_note:
 * @chart: a figure
 * @note: more of how it was counted
 */
void
ent_chart_add_note (EntChart   *chart,
                    const char *note)
{
  g_return_if_fail (chart != NULL && note != NULL);

  char *both = chart->note != NULL ? g_strconcat (chart->note, " · ", note, NULL) : g_strdup (note);

  g_free (chart->note);
  chart->note = both;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  EntDay first = *(const EntDay *) a, second = *(const EntDay *) b;

  return (first > second) - (first < second);
}

/* Where nearly all is that the bars count. */
static void
find_core (const EntChart *chart,
           EntDay         *first,
           EntDay         *last)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (EntDay));

  *first = ENT_DAY_OPEN_END;
  *last = ENT_DAY_OPEN_START;
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const EntChartBar *bar = &g_array_index (chart->bars, EntChartBar, i);
      for (guint j = 0; j < bar->n_items; j++)
        g_array_append_val (days, bar->from);
      *first = MIN (*first, bar->from);
      *last = MAX (*last, bar->to);
    }
  g_array_sort (days, compare_days);
  ent_time_scale_find_core ((const EntDay *) (gpointer) days->data, days->len, first, last);
}

/**
 * ent_chart_leave_far:
 * @chart: a figure with all of its bars
 *
 * Takes out the bars of the few that are so far from all others that these would have hardly any room.
 *
 * Returns: how many events or statements are left out by that
 */
guint
ent_chart_leave_far (EntChart *chart)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  EntDay first, last;
  guint n = 0;

  g_return_val_if_fail (chart != NULL, 0);

  find_core (chart, &first, &last);
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const EntChartBar bar = g_array_index (chart->bars, EntChartBar, i);
      if (bar.to > first && bar.from <= last)
        {
          g_array_index (chart->bars, EntChartBar, n++) = bar;
          continue;
        }
      for (guint j = 0; j < bar.n_items; j++)
        g_hash_table_add (left, GUINT_TO_POINTER (g_array_index (chart->items, guint32, bar.first_item + j)));
    }
  g_array_set_size (chart->bars, n);
  return g_hash_table_size (left);
}
