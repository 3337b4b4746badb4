/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/formula-dialog.h"

#include "model/formula.h"
#include "ui/save-file.h"

typedef struct
{
  GtkWidget *widget; /* weak */
  GtkWidget *name;
  GtkWidget *variant;
  char *language;
} Dialog;

static void
dialog_free (gpointer  data,
             GClosure *closure)
{
  Dialog *dialog = data;

  g_clear_weak_pointer (&dialog->widget);
  g_free (dialog->language);
  g_free (dialog);
}

static void
on_response (GtkWidget  *window,
             const char *response,
             Dialog     *dialog)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (dialog->name));
  const char *variant = gtk_editable_get_text (GTK_EDITABLE (dialog->variant));
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "entente", "vocabulary", NULL);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "add") || dialog->widget == NULL)
    return;
  if (!ent_formula_add (folder, *name != '\0' ? name : variant, dialog->language, variant, &error))
    {
      ent_say (dialog->widget, error->message);
      return;
    }
  g_autofree char *words = g_strdup_printf (_ ("“%s” is one of your formulas now"), *name != '\0' ? name : variant);
  ent_say (dialog->widget, words);
  gtk_widget_activate_action (dialog->widget, "app.reload-formulas", NULL);
}

static GtkWidget *
add_entry (GtkWidget  *group,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/**
 * ent_formula_dialog_show:
 * @widget: where the words were found
 * @language: (nullable): their language
 * @variant: the words
 *
 * A name that a formula has already gives it another wording.
 */
void
ent_formula_dialog_show (GtkWidget  *widget,
                         const char *language,
                         const char *variant)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && variant != NULL);

  Dialog *dialog = g_new0 (Dialog, 1);
  g_autofree char *words = g_strdelimit (g_strstrip (g_strdup (variant)), "\r\n\t", ' ');
  GtkWidget *window = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("New Formula"),
                                              _ ("The name of a formula that there is gives it another wording. “…” "
                                                 "stands for a few words."));
  GtkWidget *group = adw_preferences_group_new ();

  g_set_weak_pointer (&dialog->widget, widget);
  dialog->language = g_strdup (language);
  dialog->name = add_entry (group, _ ("Name"), words);
  dialog->variant = add_entry (group, _ ("Wording"), words);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (window), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (window), "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (window), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (window), "add");
  g_signal_connect_data (window, "response", G_CALLBACK (on_response), dialog, dialog_free, 0);
  gtk_window_present (GTK_WINDOW (window));
}
