/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be said of a statement while it is read: corrections, and events that were not found in it. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statement-view-private.h"

#include "ui/event-changes.h"
#include "ui/event-editor.h"
#include "ui/mark-list.h"
#include "ui/save-file.h"
#include "ui/statement-changes.h"
#include "ui/statement-editor.h"

static EntStatement *
get_statement (EntStatementView *self)
{
  return ent_event_store_get_statement (self->store, self->number);
}

static void
present (EntStatementView *self,
         GtkWidget        *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);

  present (self, ent_statement_editor_new (self->session, self->number));
}

/* The window closes once the statement is gone; what was done is told, and taken back, in the main window. */
static void
take_out (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);

  ent_statement_changes_remove (self->session, ent_statement_get_info (get_statement (self))->id);
}

static void
add_event (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (self->text), &start, &end))
    {
      ent_say (GTK_WIDGET (self->text), _ ("Select the words that tell the event first"));
      return;
    }
  EntSpan span = { ent_statement_get_byte (get_statement (self), (guint32) gtk_text_iter_get_offset (&start)),
                   ent_statement_get_byte (get_statement (self), (guint32) gtk_text_iter_get_offset (&end)) };
  present (self, ent_event_editor_new_to_add (self->session, (int) self->number, span));
}

static void
notes (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Notes and Tags on This Statement"), NULL);
  GtkWidget *list = ent_mark_list_new ();

  ent_mark_list_show (ENT_MARK_LIST (list), self->session,
                      (EntMarkTarget) { .statement = ent_statement_get_info (get_statement (self))->id });
  gtk_widget_set_size_request (list, 300, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
update (EntStatementView *self)
{
  gboolean possible = ent_event_changes_are_possible (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.edit", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.remove", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.add-event", possible);
}

/**
 * ent_statement_view_class_init_edit:
 * @widget_class: the view's class
 *
 * Adds the actions.
 */
void
ent_statement_view_class_init_edit (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "statement.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "statement.remove", NULL, take_out);
  gtk_widget_class_install_action (widget_class, "statement.add-event", NULL, add_event);
  gtk_widget_class_install_action (widget_class, "statement.notes", NULL, notes);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "statement.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "statement.add-event", NULL);
}

/**
 * ent_statement_view_init_edit:
 * @self: a view that shows its statement
 *
 * Allows what the archive behind it can take.
 */
void
ent_statement_view_init_edit (EntStatementView *self)
{
  g_signal_connect_object (self->session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
