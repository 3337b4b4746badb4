/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * EntChartBar:
 * @panel: which panel it stands in
 * @series: what it is of; bars of one panel and time are stacked by it
 * @from: first day
 * @to: the day after the last
 * @value: how tall it is; a negative one hangs down
 * @first_item: index of its first item among the chart's
 * @n_items: how many events or statements it stands for
 */
typedef struct
{
  guint panel;
  guint series;
  EntDay from;
  EntDay to;
  double value;
  guint first_item;
  guint n_items;
} EntChartBar;

/**
 * EntChart:
 *
 * A figure over time: panels one above the other on one axis, each with bars that can be traced to what they count.
 * Built once, then only read. Owned by the caller.
 *
 *     Leaders   ▂▃  ▂    ▅        panel: a name, bars of some series, perhaps a line at a value
 *     Ministers ▅▇▂▃▂▂ ▂▃
 *               2022   2023
 */
typedef struct _EntChart EntChart;

EntChart          *ent_chart_new           (const char     *title,
                                            const char     *note,
                                            double          panel_height);
void               ent_chart_free          (EntChart       *chart);
guint              ent_chart_add_panel     (EntChart       *chart,
                                            const char     *name,
                                            guint32         colour);
guint              ent_chart_add_series    (EntChart       *chart,
                                            const char     *name,
                                            guint32         colour);
void               ent_chart_add_bar       (EntChart       *chart,
                                            EntChartBar     bar,
                                            const guint32  *items);
void               ent_chart_set_line      (EntChart       *chart,
                                            guint           panel,
                                            double          value,
                                            const char     *words);

void               ent_chart_add_note      (EntChart       *chart,
                                            const char     *note);
guint              ent_chart_leave_far     (EntChart       *chart);

const char        *ent_chart_get_title     (const EntChart *chart);
const char        *ent_chart_get_note      (const EntChart *chart);
guint              ent_chart_get_n_bars    (const EntChart *chart);
const EntChartBar *ent_chart_get_bar       (const EntChart *chart,
                                            guint           bar);
const guint32     *ent_chart_get_items     (const EntChart *chart,
                                            guint           bar);
const char        *ent_chart_get_panel     (const EntChart *chart,
                                            guint           panel);
guint              ent_chart_get_n_series  (const EntChart *chart);
const char        *ent_chart_get_series    (const EntChart *chart,
                                            guint           series);

/* Colours of series beside 0xRRGGBB: that of the panel. */
#define ENT_CHART_PANEL_COLOUR 0xFFFFFFFEu

/**
 * EntChartShape:
 * @box: where
 * @colour: 0xRRGGBB, or %ENT_COLOUR_CONTACTS
 * @bar: the bar it is, for boxes of bars
 */
typedef struct
{
  EntBox box;
  guint32 colour;
  guint bar;
} EntChartShape;

/* Words of a figure. */
typedef struct
{
  EntTextRole role;
  gboolean dim;
  EntBox box;
  const char *text;
} EntChartWords;

/**
 * EntChartScene:
 *
 * A figure laid out: what is drawn, clicked and exported. Owned by the caller.
 */
typedef struct
{
  double width, height;
  EntBox plot;     /* all panels, without names */
  GArray *bars;    /* (element-type EntChartShape) */
  GArray *keys;    /* (element-type EntChartShape): squares of the legend */
  GArray *lines;   /* (element-type EntChartShape): thin boxes: baselines, values, ticks */
  GArray *words;   /* (element-type EntChartWords) */
  GStringChunk *strings;
} EntChartScene;

EntChartScene *ent_chart_scene_new  (const EntChart        *chart,
                                     double                 width,
                                     gboolean               right_to_left,
                                     EntTextMeasure         measure,
                                     const EntTranslator   *translator);
void           ent_chart_scene_free (EntChartScene         *scene);
gboolean       ent_chart_scene_hit  (const EntChartScene   *scene,
                                     double                 x,
                                     double                 y,
                                     guint                 *bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntChart, ent_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntChartScene, ent_chart_scene_free)

G_END_DECLS
