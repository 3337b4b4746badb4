/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statement-list-view.h"

#include "ui/list-parts.h"
#include "ui/number-item.h"
#include "ui/number-list.h"
#include "ui/statement-view.h"
#include "ui/words.h"

struct _EntStatementListView
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  EntNumberList *list;
  EntSession *session;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntStatementListView, ent_statement_list_view, GTK_TYPE_WIDGET)

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, ent_list_words_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  EntStatementListView *self = ENT_STATEMENT_LIST_VIEW (data);
  EntEventStore *store = ent_session_get_store (self->session);
  guint32 number = ent_number_item_get_number (gtk_list_item_get_item (item));
  g_autofree char *title = ent_words_for_statement (store, number);
  g_autofree char *issuer = ent_words_for_issuer (store, number);
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, number));
  g_autofree char *date = ent_words_for_date (info->date);
  const EntMarkTable *table = ent_filter_index_get_marks (ent_session_get_index (self->session));
  g_autofree char *marks = ent_words_for_marks (ent_mark_table_get_of_statement (table, number));
  g_autofree char *source = marks != NULL ? g_strdup_printf (_ ("%s · %s · %s"), issuer, date, marks)
                                          : g_strdup_printf (_ ("%s · %s"), issuer, date);

  ent_list_words_set (gtk_list_item_get_child (item), title, source);
}

static void
on_activate (EntStatementListView *self,
             guint                 position)
{
  g_autoptr (EntNumberItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  g_signal_emit (self, signals[CHOSEN], 0);
  GtkWidget *view = ent_statement_view_new (self->session, ent_number_item_get_number (item), ENT_ROW_NONE,
                                            (EntSpan) { 0, 0 });
  gtk_window_set_transient_for (GTK_WINDOW (view), window);
  gtk_window_present (GTK_WINDOW (view));
}

static void
ent_statement_list_view_dispose (GObject *object)
{
  EntStatementListView *self = ENT_STATEMENT_LIST_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_statement_list_view_parent_class)->dispose (object);
}

static void
ent_statement_list_view_class_init (EntStatementListViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_statement_list_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_STATEMENT_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ent_statement_list_view_init (EntStatementListView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;
  GtkWidget *view;

  self->list = ent_number_list_new ();
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Statements"), -1);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (on_activate), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * ent_statement_list_view_new:
 *
 * Returns: (transfer floating): a list of no statements
 */
GtkWidget *
ent_statement_list_view_new (void)
{
  return g_object_new (ENT_TYPE_STATEMENT_LIST_VIEW, NULL);
}

/**
 * ent_statement_list_view_set_statements:
 * @self: a list
 * @session: whose statements
 * @numbers: (array length=n): their numbers
 * @n: how many
 */
void
ent_statement_list_view_set_statements (EntStatementListView *self,
                                        EntSession           *session,
                                        const guint32        *numbers,
                                        guint                 n)
{
  g_return_if_fail (ENT_IS_STATEMENT_LIST_VIEW (self) && ENT_IS_SESSION (session));

  g_set_object (&self->session, session);
  ent_number_list_set (self->list, numbers, n);
}
