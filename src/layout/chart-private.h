/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  guint32 colour;
  gboolean has_line;
  double line;
  char *line_words;
} EntChartPanel;

typedef struct
{
  char *name;
  guint32 colour;
} EntChartSeries;

struct _EntChart
{
  char *title;
  char *note;
  double panel_height;
  GPtrArray *panels; /* of EntChartPanel */
  GPtrArray *series; /* of EntChartSeries */
  GArray *bars;      /* (element-type EntChartBar) */
  GArray *items;     /* (element-type guint32) */
};

G_END_DECLS
