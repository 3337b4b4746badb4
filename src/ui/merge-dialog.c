/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which other event is the same as the one that is selected. */
#include "entente-config.h"

#include "ui/merge-dialog.h"

#include <glib/gi18n.h>

#include "model/event-title.h"
#include "ui/event-changes.h"
#include "ui/event-columns.h"
#include "ui/kind-icon.h"
#include "ui/list-parts.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

#define MOST_LISTED 30
#define LEAST_HEIGHT 160

typedef struct
{
  AdwMessageDialog *dialog;
  EntSession *session;
  EntFilterIndex *index; /* of which the rows are; the session may show another one by now */
  guint32 row;
  guint32 chosen;
  GtkEditable *search;
  GtkListBox *list;
} Merge;

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  ent_filter_index_unref (merge->index);
  g_object_unref (merge->session);
  g_free (merge);
}

static EntEventStore *
get_store (Merge *merge)
{
  return ent_filter_index_get_store (merge->index);
}

static void
on_toggled (GtkCheckButton *check,
            Merge          *merge)
{
  if (!gtk_check_button_get_active (check))
    return;
  merge->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "row"));
  adw_message_dialog_set_response_enabled (merge->dialog, "merge", TRUE);
}

static void
add_row (Merge          *merge,
         guint32         row,
         GtkCheckButton *group)
{
  EntEventStore *store = get_store (merge);
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));
  g_autofree char *tellers = ent_event_cell_tellers (merge->index, row);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), date, tellers);
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *icon = ent_kind_icon_new (ent_event_store_get_columns (store)->kind[row]);

  g_object_set (widget, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  g_object_set_data (G_OBJECT (check), "row", GUINT_TO_POINTER (row));
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), icon);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), check);
  gtk_list_box_append (merge->list, widget);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), merge);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row == merge->chosen);
}

/* In how many days from the one the other begins. */
static gint64
get_distance (Merge   *merge,
              guint32  other)
{
  const EntDay *earliest = ent_event_store_get_columns (get_store (merge))->earliest;

  return ABS ((gint64) earliest[other] - earliest[merge->row]);
}

/* Those that have the words, what lies nearest in time first: rows are in the order of their days. */
static void
fill_list (Merge *merge)
{
  const char *typed = gtk_editable_get_text (merge->search);
  g_autoptr (EntFilter) all = ent_filter_new ();
  g_autoptr (EntFilter) filter = ent_filter_with_words (all, *typed != '\0' ? typed : NULL);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (merge->index, filter);
  g_autoptr (GtkWidget) group = g_object_ref_sink (gtk_check_button_new ());
  guint n = ent_row_set_get_count (rows), after = ent_row_set_rank (rows, merge->row), before = after;

  ent_list_clear (merge->list);
  after += ent_row_set_contains (rows, merge->row);
  if (merge->chosen != ENT_ROW_NONE)
    add_row (merge, merge->chosen, GTK_CHECK_BUTTON (group));
  for (guint i = 0; i < MOST_LISTED && (before > 0 || after < n); i++)
    {
      guint32 earlier = before > 0 ? ent_row_set_nth (rows, before - 1) : ENT_ROW_NONE;
      guint32 later = after < n ? ent_row_set_nth (rows, after) : ENT_ROW_NONE;
      gboolean back = later == ENT_ROW_NONE
                      || (earlier != ENT_ROW_NONE && get_distance (merge, earlier) < get_distance (merge, later));
      guint32 row = back ? earlier : later;

      before -= back;
      after += !back;
      if (row != merge->chosen)
        add_row (merge, row, GTK_CHECK_BUTTON (group));
    }
}

/* The session may show another store by now, with the same events in other rows. */
static gboolean
find_now (Merge   *merge,
          guint32  row,
          guint32 *now)
{
  return row != ENT_ROW_NONE
         && ent_event_store_find_id (ent_session_get_store (merge->session),
                                     ent_event_store_get_id (get_store (merge), row), now);
}

static void
on_response (Merge      *merge,
             const char *response)
{
  guint32 row, other;

  if (g_str_equal (response, "merge") && find_now (merge, merge->row, &row) && find_now (merge, merge->chosen, &other)
      && ent_event_changes_are_possible (merge->session))
    ent_event_changes_merge (merge->session, row, other);
}

static GtkWidget *
new_chooser (Merge *merge)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *list;
  GtkWidget *scroller = ent_list_boxed_new (&list);

  merge->search = GTK_EDITABLE (search);
  merge->list = GTK_LIST_BOX (list);
  g_object_set (search, "placeholder-text", _ ("Find an event"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find an event"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), scroller);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (fill_list), merge);
  return box;
}

/**
 * ent_merge_dialog_show:
 * @parent: where it is asked for
 * @session: a session whose archive can be written
 * @row: an event, of which what the user corrected stays
 * @other: the event to propose, or %ENT_ROW_NONE
 *
 * Asks which other event is the same as one, whatever kind or side it is of, and makes one of the two.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
ent_merge_dialog_show (GtkWidget  *parent,
                       EntSession *session,
                       guint32     row,
                       guint32     other)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && ENT_IS_SESSION (session) && row != ENT_ROW_NONE, NULL);

  EntEventStore *store = ent_session_get_store (session);
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));
  /* Translators: the title of an event and its date */
  g_autofree char *body = g_strdup_printf (_ ("“%s”, %s, becomes one with the event that you choose, told by the "
                                              "accounts of both. What you corrected of it stays."),
                                           title, date);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Merge Events"), body);
  Merge *merge = g_new0 (Merge, 1);

  merge->dialog = ADW_MESSAGE_DIALOG (dialog);
  merge->session = g_object_ref (session);
  merge->index = ent_filter_index_ref (ent_session_get_index (session));
  merge->row = row;
  merge->chosen = other != row ? other : ENT_ROW_NONE;
  adw_message_dialog_set_extra_child (merge->dialog, new_chooser (merge));
  adw_message_dialog_add_responses (merge->dialog, "cancel", _ ("_Cancel"), "merge", _ ("_Merge"), NULL);
  adw_message_dialog_set_response_appearance (merge->dialog, "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (merge->dialog, "merge", FALSE);
  adw_message_dialog_set_close_response (merge->dialog, "cancel");
  adw_message_dialog_set_default_response (merge->dialog, "merge");
  g_object_set_data_full (G_OBJECT (dialog), "merge", merge, merge_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), merge);
  fill_list (merge);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
