/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/events-page.h"

#include "ui/event-columns.h"
#include "ui/event-menu.h"
#include "ui/save-file.h"
#include "ui/statement-view.h"

struct _EntEventsPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  EntTableView *table;
  EntSession *session;
  gboolean stale; /* what it lists is not what is shown */
};

G_DEFINE_FINAL_TYPE (EntEventsPage, ent_events_page, GTK_TYPE_WIDGET)

/* A page that is not on show costs nothing. */
static void
update (EntEventsPage *self)
{
  EntRowSet *rows = self->session != NULL ? ent_session_get_rows (self->session) : NULL;

  self->stale = TRUE;
  if (rows == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_autoptr (GArray) numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint32), ent_row_set_get_count (rows));
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    g_array_append_val (numbers, row);
  ent_table_view_set_selected (self->table, ent_session_get_selected (self->session));
  ent_table_view_set_numbers (self->table, ent_session_get_index (self->session),
                              (const guint32 *) (gpointer) numbers->data, numbers->len);
  self->stale = FALSE;
}

static void
on_selected_changed (EntEventsPage *self)
{
  if (!self->stale)
    ent_table_view_set_selected (self->table, ent_session_get_selected (self->session));
}

static void
on_chosen (EntEventsPage *self,
           guint          row)
{
  ent_session_set_selected (self->session, row);
}

static GMenuModel *
on_menu (EntEventsPage *self,
         guint          row)
{
  return ent_event_menu_new (self->session, row);
}

/* The first words that tell it. */
static void
on_activated (EntEventsPage *self,
              guint          row)
{
  EntEventStore *store = ent_session_get_store (self->session);
  EntAccount account;

  if (ent_event_store_get_n_accounts (store, row) == 0)
    return;
  ent_event_store_get_account (store, row, 0, &account);
  GtkWidget *view = ent_statement_view_new (self->session, account.statement, row,
                                            account.n_evidence > 0 ? account.evidence[0] : (EntSpan) { 0, 0 });
  gtk_window_set_transient_for (GTK_WINDOW (view), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (view));
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntEventsPage *self = ENT_EVENTS_PAGE (widget);
  g_autoptr (EntSheet) sheet = ent_table_view_dup_sheet (self->table, _ ("Events"));

  ent_save_sheet (widget, sheet, _ ("Events"));
}

static void
ent_events_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_events_page_parent_class)->map (widget);

  if (ENT_EVENTS_PAGE (widget)->stale)
    update (ENT_EVENTS_PAGE (widget));
}

static void
ent_events_page_dispose (GObject *object)
{
  EntEventsPage *self = ENT_EVENTS_PAGE (object);

  ent_events_page_set_session (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ent_events_page_parent_class)->dispose (object);
}

static void
ent_events_page_class_init (EntEventsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_events_page_dispose;
  widget_class->map = ent_events_page_map;
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_columns (EntEventsPage *self)
{
  /* The kind's glyph stands before the title; its name comes where there is room for it. */
  const EntTableColumn columns[] = {
    { _ ("Date"), ent_event_cell_date, ent_event_cell_day, 150, FALSE, NULL },
    { _ ("Event"), ent_event_cell_title, NULL, 0, FALSE, ent_event_cell_kind_number },
    { _ ("Between"), ent_event_cell_participants, NULL, 130, FALSE, NULL },
    { _ ("Told by"), ent_event_cell_tellers, NULL, 130, FALSE, NULL },
    { _ ("Topics"), ent_event_cell_topics, NULL, 190, FALSE, NULL },
    { _ ("Status"), ent_event_cell_status, NULL, 110, FALSE, NULL },
    { _ ("Notes"), ent_event_cell_marks, NULL, 150, FALSE, NULL },
    { _ ("Kind"), ent_event_cell_kind, NULL, 110, FALSE, NULL },
  };

  ent_table_view_set_columns (self->table, _ ("Events"), columns, G_N_ELEMENTS (columns));
}

static void
ent_events_page_init (EntEventsPage *self)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Save Table…"));

  self->stale = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->table = g_object_new (ENT_TYPE_TABLE_VIEW, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.save");
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), button);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_columns (self);
  g_signal_connect_swapped (self->table, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->table, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->table, "menu", G_CALLBACK (on_menu), self);
}

/**
 * ent_events_page_set_session:
 * @self: a page
 * @session: (nullable): whose events to list
 */
void
ent_events_page_set_session (EntEventsPage *self,
                             EntSession    *session)
{
  g_return_if_fail (ENT_IS_EVENTS_PAGE (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (on_selected_changed), self);
  update (self);
}

/**
 * ent_events_page_get_table:
 * @self: a page
 *
 * Returns: (transfer none): its table
 */
EntTableView *
ent_events_page_get_table (EntEventsPage *self)
{
  g_return_val_if_fail (ENT_IS_EVENTS_PAGE (self), NULL);

  return self->table;
}
