/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A span of time and its name. */
#include "entente-config.h"

#include "ui/period-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/hint-row.h"
#include "ui/mark-changes.h"
#include "ui/mark-list.h"

typedef struct
{
  EntSession *session;
  char *id; /* NULL for a new one */
  AdwMessageDialog *dialog;
  GtkEditable *label;
  GtkEditable *span;
  EntHintRow *hint;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->session);
  g_free (self->id);
  g_free (self);
}

static void
on_changed (Dialog *self)
{
  gboolean good = ent_hint_row_show_date (self->hint, self->span, TRUE);
  g_autofree char *label = g_strdup (gtk_editable_get_text (self->label));

  adw_message_dialog_set_response_enabled (self->dialog, "save", good && *g_strstrip (label) != '\0');
}

static void
on_response (Dialog     *self,
             const char *response)
{
  const char *text = gtk_editable_get_text (self->span);
  g_autofree char *label = g_strdup (gtk_editable_get_text (self->label));
  EntEdtf span;

  if (g_str_equal (response, "remove"))
    ent_mark_changes_remove_period (self->session, self->id);
  else if (g_str_equal (response, "save") && ent_edtf_parse (text, strlen (text), &span, NULL))
    ent_mark_changes_set_period (self->session, self->id, g_strstrip (label), span);
}

static GtkEditable *
add_entry (Dialog     *self,
           GtkWidget  *group,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  return GTK_EDITABLE (row);
}

static void
add_responses (Dialog *self)
{
  adw_message_dialog_add_response (self->dialog, "cancel", _ ("_Cancel"));
  if (self->id != NULL)
    {
      adw_message_dialog_add_response (self->dialog, "remove", _ ("_Remove"));
      adw_message_dialog_set_response_appearance (self->dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (self->dialog, "save", _ ("_Save"));
  adw_message_dialog_set_response_appearance (self->dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "save");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
}

/**
 * ent_period_dialog_show:
 * @parent: where it is asked for
 * @session: a session
 * @id: (nullable): a period of the user's; %NULL for a new one
 * @label: what it is called
 * @span: when it was
 *
 * Asks for a span of time and its name.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
ent_period_dialog_show (GtkWindow  *parent,
                        EntSession *session,
                        const char *id,
                        const char *label,
                        EntEdtf     span)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && ENT_IS_SESSION (session) && label != NULL, NULL);

  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *notes = id != NULL ? ent_mark_list_new () : NULL;
  g_autofree char *text = ent_edtf_is_none (span) ? g_strdup ("") : ent_edtf_to_string (span);
  GtkWidget *dialog = adw_message_dialog_new (parent, id != NULL ? _ ("Period") : _ ("Name a Period"),
                                              _ ("It is shaded on the timeline, under its name."));

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  self->hint = g_object_new (ENT_TYPE_HINT_ROW, NULL);
  add_responses (self);
  self->label = add_entry (self, group, _ ("Name"), label);
  self->span = add_entry (self, group, _ ("From / to"), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->hint));
  gtk_widget_set_size_request (group, 300, -1);
  gtk_box_append (GTK_BOX (content), group);
  if (id != NULL)
    {
      gtk_box_append (GTK_BOX (content), notes);
      ent_mark_list_show (ENT_MARK_LIST (notes), session, (EntMarkTarget) { .period = id });
    }
  adw_message_dialog_set_extra_child (self->dialog, content);
  g_object_set_data_full (G_OBJECT (dialog), "period", self, dialog_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), self);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->label));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
