/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over what somebody else has said of the same statements, and what the two disagree on. */
#include "entente-config.h"

#include "ui/merge-corrections.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/archive-together.h"
#include "ui/difference-words.h"
#include "ui/event-changes.h"
#include "ui/list-parts.h"
#include "ui/mark-changes.h"
#include "ui/statement-changes.h"
#include "ui/words.h"

/* The field of a conflict that is whether there is such an event. */
#define REVIEW "review"

/* Shared by the worker's thread, which fills it, and the window, which waits for it. */
typedef struct
{
  char *path;
  GArray *conflicts; /* of EntConflict; NULL until it is done */
  guint n_taken;
} Merging;

/* What the window waits with. */
typedef struct
{
  GtkWindow *parent; /* weak */
  EntSession *session;
  Merging *merging;
  gulong handler;
} Waiting;

static void
clear_merging (gpointer data)
{
  Merging *merging = data;

  g_free (merging->path);
  g_clear_pointer (&merging->conflicts, g_array_unref);
}

static void
merging_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_merging);
}

static gboolean
merge_cb (EntArchive  *archive,
          gpointer     data,
          GError     **error)
{
  Merging *merging = data;
  g_autoptr (EntArchive) other = ent_archive_open (merging->path, ent_archive_get_parser (archive),
                                                   ENT_ARCHIVE_OPEN_READ, error);

  if (other == NULL)
    return FALSE;
  merging->conflicts = ent_archive_merge_corrections (archive, other, &merging->n_taken, error);
  ent_archive_close (other);
  return merging->conflicts != NULL;
}

static void
take_event (EntSession *session,
            const char *event,
            const char *field,
            const char *value)
{
  EntEventValue taken = { 0, value };
  EntReview review;
  guint32 row;

  if (g_str_equal (field, REVIEW) && ent_review_from_id (value, &review))
    ent_event_changes_review_id (session, event, review);
  else if (ent_edited_from_id (field, &taken.field)
           && ent_event_store_find_id (ent_session_get_store (session), event, &row))
    ent_event_changes_edit (session, row, &taken, 1, NULL);
}

static void
take_statement (EntSession *session,
                const char *statement,
                const char *field,
                const char *value)
{
  EntStatementValue taken = { 0, value };

  if (g_str_equal (field, ENT_CONFLICT_STATEMENT) && g_str_equal (value, ENT_CONFLICT_REMOVED))
    ent_statement_changes_remove (session, statement);
  else if (g_str_equal (field, ENT_CONFLICT_STATEMENT))
    ent_statement_changes_bring_back (session, statement);
  else if (ent_statement_field_from_id (field, &taken.field))
    ent_statement_changes_edit (session, statement, &taken, 1);
}

/* @value is a date, a space and a name; a period that they removed has none. */
static void
take_period (EntSession *session,
             const char *period,
             const char *value)
{
  const char *label = value != NULL ? strchr (value, ' ') : NULL;
  EntEdtf span;

  if (label != NULL && ent_edtf_parse (value, (gsize) (label - value), &span, NULL))
    ent_mark_changes_set_period (session, period, label + 1, span);
  else
    ent_mark_changes_remove_period (session, period);
}

static void
on_take_theirs (EntSession *session,
                GtkWidget  *button)
{
  const char *value = g_object_get_data (G_OBJECT (button), "value");
  const char *field = g_object_get_data (G_OBJECT (button), "field");
  const char *event = g_object_get_data (G_OBJECT (button), "event");
  const char *statement = g_object_get_data (G_OBJECT (button), "statement");
  const char *period = g_object_get_data (G_OBJECT (button), "period");

  if (event != NULL)
    take_event (session, event, field, value);
  else if (statement != NULL)
    take_statement (session, statement, field, value);
  else
    take_period (session, period, value);
  gtk_widget_set_sensitive (button, FALSE);
}

static void
on_show_event (EntSession *session,
               GtkWidget  *button)
{
  guint32 row;

  if (!ent_event_store_find_id (ent_session_get_store (session), g_object_get_data (G_OBJECT (button), "event"), &row))
    return;
  ent_session_set_selected (session, row);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

/* What an event is made of - its accounts - is decided where these are seen. */
static gboolean
can_be_taken (const EntConflict *conflict)
{
  EntEdited field;

  return conflict->event == NULL || g_str_equal (conflict->field, REVIEW)
         || (ent_edited_from_id (conflict->field, &field) && field < 1u << ENT_N_EVENT_VALUES);
}

/* The titles of statements, whose ids stand a line each. */
static char *
dup_titles (EntSession *session,
            const char *ids)
{
  EntEventStore *store = ent_session_get_store (session);
  g_auto (GStrv) names = g_strsplit (ids, "\n", -1);
  guint n = ent_event_store_get_n_statements (store);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; names[j] != NULL; j++)
      if (g_str_equal (ent_statement_get_info (ent_event_store_get_statement (store, i))->id, names[j]))
        {
          g_free (names[j]);
          names[j] = ent_words_for_statement (store, i);
          break;
        }
  return g_strjoinv (" · ", names);
}

static char *
dup_value (EntSession        *session,
           const EntConflict *conflict,
           const char        *value)
{
  EntVocabulary *vocabulary = ent_session_get_vocabulary (session);

  if (conflict->event == NULL)
    return ent_words_for_statement_value (vocabulary, conflict->field, value);
  if (g_str_equal (conflict->field, "accounts") && value != NULL)
    return dup_titles (session, value);
  return ent_words_for_field_value (vocabulary, conflict->field, value);
}

static void
keep (GtkWidget  *button,
      const char *key,
      const char *value)
{
  g_object_set_data_full (G_OBJECT (button), key, g_strdup (value), g_free);
}

static GtkWidget *
new_row (EntSession        *session,
         const EntConflict *conflict)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean takes = can_be_taken (conflict);
  GtkWidget *button = gtk_button_new_with_label (takes ? _ ("Take Theirs") : _ ("Show"));
  g_autofree char *ours = dup_value (session, conflict, conflict->ours);
  g_autofree char *theirs = dup_value (session, conflict, conflict->theirs);
  const char *coder = conflict->coder != NULL && *conflict->coder != '\0' ? conflict->coder : _ ("the other one");
  /* Translators: a field of an event or statement, its value here, and, in a line of its own, who gives it which value
   * elsewhere */
  g_autofree char *words = g_strdup_printf (_ ("%s here: %s\n%s: %s"), ent_words_get_field (conflict->field), ours,
                                            coder, theirs);

  g_object_set (row, "use-markup", FALSE, "title", conflict->title, "subtitle", words, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  keep (button, "event", conflict->event);
  keep (button, "statement", conflict->statement);
  keep (button, "period", conflict->period);
  keep (button, "field", conflict->field);
  keep (button, "value", conflict->theirs);
  g_signal_connect_object (button, "clicked", takes ? G_CALLBACK (on_take_theirs) : G_CALLBACK (on_show_event), session,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show (GtkWindow     *parent,
      EntSession    *session,
      const Merging *merging)
{
  guint n = merging->conflicts->len;
  g_autofree char *taken = g_strdup_printf (ngettext ("%u correction was taken over.",
                                                      "%u corrections were taken over.", merging->n_taken),
                                            merging->n_taken);
  g_autofree char *left = n > 0 ? g_strdup_printf (ngettext ("You disagree on %u point, which is left as it is here.",
                                                             "You disagree on %u points, which are left as they are "
                                                             "here.",
                                                             n),
                                                   n)
                                : g_strdup (_ ("You disagree on nothing."));
  g_autofree char *words = g_strdup_printf ("%s %s", taken, left);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Corrections Taken Over"), words);
  GtkWidget *list;
  GtkWidget *scroller = ent_list_boxed_new (&list);

  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (session, &g_array_index (merging->conflicts, EntConflict, i)));
  gtk_widget_set_visible (scroller, n > 0);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  ent_list_boxed_fit (scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_changed (Waiting  *waiting,
            gboolean  made)
{
  const Merging *merging = waiting->merging;

  if (ent_session_get_busy (waiting->session) && merging->conflicts == NULL)
    return;
  if (made && merging->conflicts != NULL && waiting->parent != NULL)
    show (waiting->parent, waiting->session, merging);
  g_signal_handler_disconnect (waiting->session, waiting->handler);
}

static void
waiting_free (gpointer  data,
              GClosure *closure)
{
  Waiting *waiting = data;

  g_clear_weak_pointer (&waiting->parent);
  merging_unref (waiting->merging);
  g_free (waiting);
}

/**
 * ent_merge_corrections:
 * @parent: a window that shows @session
 * @session: a session that has an archive
 * @path: another archive, with the same statements or some of them
 *
 * Takes over what somebody else has said of events, and shows what the two disagree on.
 */
void
ent_merge_corrections (GtkWindow  *parent,
                       EntSession *session,
                       const char *path)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && ENT_IS_SESSION (session) && path != NULL);

  Merging *merging = g_atomic_rc_box_new0 (Merging);
  Waiting *waiting = g_new0 (Waiting, 1);
  merging->path = g_strdup (path);
  waiting->session = session; /* outlives its handlers */
  waiting->merging = g_atomic_rc_box_acquire (merging);
  g_set_weak_pointer (&waiting->parent, parent);
  waiting->handler = g_signal_connect_data (session, "changed", G_CALLBACK (on_changed), waiting, waiting_free,
                                            G_CONNECT_SWAPPED);
  ent_session_change (session, merge_cb, merging, merging_unref);
}
