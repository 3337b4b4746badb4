/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntSparkLine:
 *
 * A row of small bars in the colour of the text: how something went over time.
 */
#define ENT_TYPE_SPARK_LINE (ent_spark_line_get_type ())
G_DECLARE_FINAL_TYPE (EntSparkLine, ent_spark_line, ENT, SPARK_LINE, GtkWidget)

GtkWidget *ent_spark_line_new (const guint *counts,
                               guint        n);

G_END_DECLS
