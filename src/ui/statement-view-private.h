/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/statement-view.h"

G_BEGIN_DECLS

/* A passage of an event, in characters. */
typedef struct
{
  int start;
  int end;
  guint32 row;
} EntStatementMark;

struct _EntStatementView
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkTextView *text;
  GtkLabel *about;
  GtkSearchBar *find_bar;
  GtkEditable *find_entry;
  GtkLabel *find_count;
  EntSession *session;
  EntEventStore *store;
  guint number;        /* of the statement in the store */
  GArray *marks;       /* (element-type EntStatementMark): in the text's order */
  GArray *found;       /* (element-type int): where what is looked for begins, in characters */
  int n_found_characters;
  int current;         /* which of them is at hand; -1 for none */
  GtkTextMark *passage; /* borrowed from the buffer */
  guint scroll_source;
};

/* statement-marks.c */
void     ent_statement_view_add_marks    (EntStatementView *self);
void     ent_statement_view_colour_marks (EntStatementView *self);
void     ent_statement_view_show_selected (EntStatementView *self);
void     ent_statement_view_watch_marks  (EntStatementView *self);
gboolean ent_statement_view_step_event   (EntStatementView *self,
                                          int               direction);

/* statement-edit.c */
void ent_statement_view_class_init_edit (GtkWidgetClass *widget_class);
void ent_statement_view_init_edit (EntStatementView *self);

/* statement-find.c */
void ent_statement_view_find_again (EntStatementView *self);
void     ent_statement_view_init_find    (EntStatementView *self);

void     ent_statement_view_scroll_to    (EntStatementView *self,
                                          int               character);

G_END_DECLS
