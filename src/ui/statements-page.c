/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statements-page.h"

#include "layout/insights.h"
#include "ui/chart-view.h"
#include "ui/event-columns.h"
#include "ui/save-file.h"
#include "ui/statement-view.h"
#include "ui/table-view.h"
#include "ui/text-scale.h"
#include "ui/ui-translator.h"
#include "ui/words.h"
#include "ui/wrap-layout.h"

struct _EntStatementsPage
{
  GtkWidget parent_instance;
  GtkScrolledWindow *coverage_scroller;
  GtkStack *stack;
  GtkWidget *switcher;
  EntTableView *statements;
  EntTableView *collect;
  EntChartView *coverage; /* made with the session */
  EntSession *session;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (EntStatementsPage, ent_statements_page, GTK_TYPE_WIDGET)

/* Cells */

static const EntStatementInfo *
get_info (EntFilterIndex *index,
          guint32         number)
{
  return ent_statement_get_info (ent_event_store_get_statement (ent_filter_index_get_store (index), number));
}

static char *
get_date (EntFilterIndex *index,
          guint32         number)
{
  return ent_words_for_date (get_info (index, number)->date);
}

static gint64
get_day (EntFilterIndex *index,
         guint32         number)
{
  EntEdtf date = get_info (index, number)->date;

  return ent_edtf_is_none (date) ? G_MININT64 : ent_edtf_earliest (date);
}

static char *
get_title (EntFilterIndex *index,
           guint32         number)
{
  return ent_words_for_statement (ent_filter_index_get_store (index), number);
}

static char *
get_issuer (EntFilterIndex *index,
            guint32         number)
{
  return ent_words_for_issuer (ent_filter_index_get_store (index), number);
}

static char *
get_language (EntFilterIndex *index,
              guint32         number)
{
  return ent_words_for_language (get_info (index, number)->language);
}

static gint64
get_length (EntFilterIndex *index,
            guint32         number)
{
  EntStatement *statement = ent_event_store_get_statement (ent_filter_index_get_store (index), number);

  return (gint64) ent_statement_get_n_characters (statement);
}

static char *
get_length_words (EntFilterIndex *index,
                  guint32         number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, get_length (index, number));
}

static gint64
get_n_events (EntFilterIndex *index,
              guint32         number)
{
  gsize n;

  ent_filter_index_get_told (index, number, &n);
  return (gint64) n;
}

static char *
get_n_events_words (EntFilterIndex *index,
                    guint32         number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, get_n_events (index, number));
}

static void
update (EntStatementsPage *self)
{
  EntFilterIndex *index = self->session != NULL ? ent_session_get_index (self->session) : NULL;

  self->stale = TRUE;
  if (index == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  EntInsightRequest request = { index, ent_session_get_filter (self->session), ent_session_get_rows (self->session),
                                ent_ui_translator_get () };
  g_autoptr (GArray) numbers = ent_insight_statements (&request);
  g_autoptr (EntRowSet) one_sided = ent_insight_one_sided (&request);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = ent_row_set_next (one_sided, 0); row != ENT_ROW_NONE; row = ent_row_set_next (one_sided, row + 1))
    g_array_append_val (rows, row);
  ent_table_view_set_numbers (self->statements, index, (const guint32 *) (gpointer) numbers->data, numbers->len);
  ent_table_view_set_numbers (self->collect, index, (const guint32 *) (gpointer) rows->data, rows->len);
  ent_chart_view_take (self->coverage, ent_insight_coverage (&request));
  self->stale = FALSE;
}

static void
on_activated (EntStatementsPage *self,
              guint              number)
{
  GtkWidget *view = ent_statement_view_new (self->session, number, ENT_ROW_NONE, (EntSpan) { 0, 0 });

  gtk_window_set_transient_for (GTK_WINDOW (view), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (view));
}

static void
on_chosen (EntStatementsPage *self,
           guint              row)
{
  ent_session_set_selected (self->session, row);
}

static char *
get_marks (EntFilterIndex *index,
           guint32         number)
{
  char *words = ent_words_for_marks (ent_mark_table_get_of_statement (ent_filter_index_get_marks (index), number));

  return words != NULL ? words : g_strdup ("");
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntStatementsPage *self = ENT_STATEMENTS_PAGE (widget);
  gboolean collects = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "collect");
  const char *title = collects ? _ ("Contacts told by one side only") : _ ("Statements");
  g_autoptr (EntSheet) sheet = ent_table_view_dup_sheet (collects ? self->collect : self->statements, title);

  ent_save_sheet (widget, sheet, title);
}

static void
save_figure (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EntStatementsPage *self = ENT_STATEMENTS_PAGE (widget);
  g_autoptr (EntSheet) sheet = ent_chart_view_dup_sheet (self->coverage);

  ent_save_figure (widget, ent_chart_view_get_chart (self->coverage), sheet);
}

static void
ent_statements_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_statements_page_parent_class)->map (widget);

  if (ENT_STATEMENTS_PAGE (widget)->stale)
    update (ENT_STATEMENTS_PAGE (widget));
}

static void
ent_statements_page_dispose (GObject *object)
{
  EntStatementsPage *self = ENT_STATEMENTS_PAGE (object);
  GtkWidget *child;

  ent_statements_page_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_statements_page_parent_class)->dispose (object);
}

static void
ent_statements_page_class_init (EntStatementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_TABLE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = ent_statements_page_dispose;
  widget_class->map = ent_statements_page_map;
  g_type_ensure (ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/statements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatementsPage, coverage_scroller);
  gtk_widget_class_bind_template_child (widget_class, EntStatementsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntStatementsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, EntStatementsPage, statements);
  gtk_widget_class_bind_template_child (widget_class, EntStatementsPage, collect);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "page.save-figure", NULL, save_figure);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_statements_page_init (EntStatementsPage *self)
{
  const EntTableColumn statements[] = {
    { _ ("Date"), get_date, get_day, 140, FALSE, NULL },
    { _ ("Issued by"), get_issuer, NULL, 220, FALSE, NULL },
    { _ ("Title"), get_title, NULL, 0, FALSE, NULL },
    { _ ("Notes"), get_marks, NULL, 150, FALSE, NULL },
    { _ ("Language"), get_language, NULL, 170, FALSE, NULL },
    { _ ("Characters"), get_length_words, get_length, 100, TRUE, NULL },
    { _ ("Events"), get_n_events_words, get_n_events, 80, TRUE, NULL },
  };
  const EntTableColumn collect[] = {
    { _ ("Date"), ent_event_cell_date, ent_event_cell_day, 140, FALSE, NULL },
    { _ ("Contact"), ent_event_cell_title, NULL, 0, FALSE, ent_event_cell_kind_number },
    { _ ("Told by"), ent_event_cell_tellers, NULL, 160, FALSE, NULL },
    { _ ("No statement from"), ent_event_cell_silent, NULL, 200, FALSE, NULL },
  };

  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_text_scale_shorten (self->switcher);
  ent_table_view_set_columns (self->statements, _ ("Statements"), statements, G_N_ELEMENTS (statements));
  ent_table_view_set_columns (self->collect, _ ("Contacts told by one side only"), collect, G_N_ELEMENTS (collect));
}

/**
 * ent_statements_page_set_session:
 * @self: a page
 * @session: (nullable): whose statements to show
 */
void
ent_statements_page_set_session (EntStatementsPage *self,
                                 EntSession        *session)
{
  g_return_if_fail (ENT_IS_STATEMENTS_PAGE (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  self->coverage = ENT_CHART_VIEW (ent_chart_view_new (session, ENT_CHART_OF_STATEMENTS));
  gtk_scrolled_window_set_child (self->coverage_scroller, GTK_WIDGET (self->coverage));
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (update), self);
  update (self);
}
