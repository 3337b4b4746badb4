/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/sheet.h"
#include "filter/filter-run.h"

G_BEGIN_DECLS

/**
 * EntTableColumn:
 * @title: its heading
 * @text: (transfer full): what a cell says of a number; called on a worker too, so of the index alone
 * @order: (nullable): what the column is sorted by; %NULL for its words
 * @width: in pixels, with letters of the usual size; 0 for what is left
 * @numeric: whether its words are numbers, and stand at the end
 * @kind: (nullable): which kind's glyph stands before the words
 *
 * A column of a table. A plain value; its strings are constant.
 */
typedef struct
{
  const char *title;
  char *(*text) (EntFilterIndex *index, guint32 number);
  gint64 (*order) (EntFilterIndex *index, guint32 number);
  int width;
  gboolean numeric;
  EntKind (*kind) (EntFilterIndex *index, guint32 number);
} EntTableColumn;

/**
 * EntTableView:
 *
 * Events or statements as a table that can be sorted by each of its columns. Signals: `chosen` with a number when a row
 * is selected by the user, `activated` with a number when it is opened, `menu` with a number, which returns a
 * #GMenuModel of what can be done with it or %NULL.
 */
#define ENT_TYPE_TABLE_VIEW (ent_table_view_get_type ())
G_DECLARE_FINAL_TYPE (EntTableView, ent_table_view, ENT, TABLE_VIEW, GtkWidget)

void      ent_table_view_set_columns  (EntTableView         *self,
                                       const char           *label,
                                       const EntTableColumn *columns,
                                       guint                 n);
void      ent_table_view_set_numbers  (EntTableView         *self,
                                       EntFilterIndex       *index,
                                       const guint32        *numbers,
                                       guint                 n);
void      ent_table_view_set_selected (EntTableView         *self,
                                       guint32               number);
void      ent_table_view_sort_by      (EntTableView         *self,
                                       guint                 column,
                                       gboolean              descending);
GArray   *ent_table_view_dup_order    (EntTableView         *self);
EntSheet *ent_table_view_dup_sheet    (EntTableView         *self,
                                       const char           *title);

G_END_DECLS
