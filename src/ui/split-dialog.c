/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which accounts of an event tell of another one. */
#include "entente-config.h"

#include "ui/split-dialog.h"

#include <glib/gi18n.h>

#include "ui/event-changes.h"
#include "ui/list-parts.h"
#include "ui/words.h"

typedef struct
{
  EntSession *session;
  char *event;
  GPtrArray *checks; /* of GtkCheckButton, an account each */
  AdwMessageDialog *dialog;
} Split;

static void
split_free (gpointer data)
{
  Split *split = data;

  g_object_unref (split->session);
  g_ptr_array_unref (split->checks);
  g_free (split->event);
  g_free (split);
}

static GArray *
collect (Split *split)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < split->checks->len; i++)
    if (gtk_check_button_get_active (split->checks->pdata[i]))
      g_array_append_val (chosen, i);
  return chosen;
}

/* Some, but not all. */
static void
on_toggled (Split *split)
{
  g_autoptr (GArray) chosen = collect (split);

  adw_message_dialog_set_response_enabled (split->dialog, "split",
                                           chosen->len > 0 && chosen->len < split->checks->len);
}

static void
on_response (Split      *split,
             const char *response)
{
  g_autoptr (GArray) chosen = collect (split);
  EntEventStore *store = ent_session_get_store (split->session);
  guint32 row;

  /* The session may show another store by now, with other accounts. */
  if (g_str_equal (response, "split") && ent_event_store_find_id (store, split->event, &row)
      && ent_event_store_get_n_accounts (store, row) == split->checks->len)
    ent_event_changes_split (split->session, row, (const guint *) (gpointer) chosen->data, chosen->len);
}

static GtkWidget *
new_row (Split         *split,
         EntEventStore *store,
         guint32        row,
         guint          number)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  EntAccount account;
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;

  ent_event_store_get_account (store, row, number, &account);
  if (account.n_evidence > 0)
    {
      EntStatement *statement = ent_event_store_get_statement (store, account.statement);
      gsize length;
      const char *text = ent_statement_get_text (statement, &length);
      EntSpan span = account.evidence[0];

      words = g_strndup (text + span.start, span.end - span.start);
      g_strdelimit (words, "\r\n\t", ' ');
      source = ent_words_for_source (store, &account, span);
    }
  else
    source = ent_words_for_statement (store, account.statement);
  g_object_set (widget, "use-markup", FALSE, "title", source, "subtitle", words != NULL ? words : "",
                "subtitle-lines", 3, NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), split);
  g_ptr_array_add (split->checks, check);
  return widget;
}

/**
 * ent_split_dialog_show:
 * @parent: where it is asked for
 * @session: a session
 * @row: an event with several accounts
 *
 * Asks which accounts tell of another event, and parts them.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
ent_split_dialog_show (GtkWidget  *parent,
                       EntSession *session,
                       guint32     row)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && ENT_IS_SESSION (session), NULL);

  EntEventStore *store = ent_session_get_store (session);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("Split Accounts Apart"),
                                              _ ("Choose those that tell of another event. Together they become an "
                                                 "event of their own."));
  GtkWidget *list;
  GtkWidget *scroller = ent_list_boxed_new (&list);
  Split *split = g_new0 (Split, 1);

  split->session = g_object_ref (session);
  split->event = g_strdup (ent_event_store_get_id (store, row));
  split->checks = g_ptr_array_new ();
  split->dialog = ADW_MESSAGE_DIALOG (dialog);
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (split, store, row, i));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "split", _ ("_Split"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "split", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "split");
  g_object_set_data_full (G_OBJECT (dialog), "split", split, split_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), split);
  on_toggled (split);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
