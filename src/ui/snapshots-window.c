/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/snapshots-window.h"

#include <glib/gi18n.h>

#include "model/archive-snapshots.h"
#include "ui/difference-words.h"
#include "ui/event-changes.h"

/* More differences than anybody reads here; the command line prints them all. */
#define MOST_SHOWN 500

struct _EntSnapshotsWindow
{
  AdwWindow parent_instance;
  AdwEntryRow *name_row;
  AdwEntryRow *note_row;
  GtkWidget *take_group;
  AdwPreferencesGroup *list_group;
  AdwPreferencesGroup *compare_group;
  AdwComboRow *first_row;
  AdwComboRow *second_row;
  AdwPreferencesGroup *result_group;

  EntSession *session;
  GArray *snapshots;  /* of EntSnapshot */
  GPtrArray *listed;  /* rows of the list */
  GPtrArray *results; /* rows of what differs */
  GCancellable *comparing;
};

G_DEFINE_FINAL_TYPE (EntSnapshotsWindow, ent_snapshots_window, ADW_TYPE_WINDOW)

static EntArchive *
get_archive (EntSnapshotsWindow *self)
{
  return ent_archive_worker_get_archive (ent_session_get_worker (self->session));
}

/* Taking one */

typedef struct
{
  char *name;
  char *note;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_free (taking->name);
  g_free (taking->note);
  g_free (taking);
}

static gboolean
take_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  const Taking *taking = data;

  return ent_archive_take_snapshot (archive, taking->name, taking->note, error);
}

static gboolean
is_taken (EntSnapshotsWindow *self,
          const char         *name)
{
  for (guint i = 0; self->snapshots != NULL && i < self->snapshots->len; i++)
    if (g_str_equal (g_array_index (self->snapshots, EntSnapshot, i).name, name))
      return TRUE;
  return FALSE;
}

static void
on_name_changed (EntSnapshotsWindow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  gboolean taken = is_taken (self, g_strstrip (name));

  if (taken)
    gtk_widget_add_css_class (GTK_WIDGET (self->name_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_row), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "snapshots.take", *name != '\0' && !taken);
}

static void
on_entry_activated (EntSnapshotsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "snapshots.take", NULL);
}

static void
take (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntSnapshotsWindow *self = ENT_SNAPSHOTS_WINDOW (widget);
  Taking *taking = g_new0 (Taking, 1);
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));

  taking->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  taking->note = *note != '\0' ? g_strdup (note) : NULL;
  ent_session_change (self->session, take_cb, taking, taking_free);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), "");
}

/* Comparing two */

typedef struct
{
  EntArchive *archive;
  char *first;
  char *second; /* NULL: what is there now */
} Comparing;

static void
comparing_free (gpointer data)
{
  Comparing *comparing = data;

  ent_archive_unref (comparing->archive);
  g_free (comparing->first);
  g_free (comparing->second);
  g_free (comparing);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Comparing *comparing = data;
  GError *error = NULL;
  GArray *differences = ent_archive_compare (comparing->archive, comparing->first, comparing->second, &error);

  if (differences != NULL)
    g_task_return_pointer (task, differences, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
clear_rows (AdwPreferencesGroup *group,
            GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group,
         GPtrArray           *rows,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "subtitle-lines", 0, NULL);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

static void
show_differences (EntSnapshotsWindow *self,
                  GArray             *differences)
{
  EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);
  guint n_new = 0, n_gone = 0, n_changed = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const EntDifference *difference = &g_array_index (differences, EntDifference, i);

      n_new += difference->field == NULL && difference->before == NULL;
      n_gone += difference->field == NULL && difference->after == NULL;
      n_changed += difference->field != NULL;
    }
  for (guint i = 0; i < differences->len && self->results->len < MOST_SHOWN;)
    {
      const char *title = g_array_index (differences, EntDifference, i).title;
      g_autofree char *words = ent_words_for_differences (vocabulary, differences, &i);

      add_row (self->result_group, self->results, title != NULL ? title : "", words);
    }
  /* Translators: how two states of a collection differ */
  g_autofree char *summary = g_strdup_printf (_ ("%u new · %u gone · %u changes"), n_new, n_gone, n_changed);
  adw_preferences_group_set_description (self->result_group,
                                         differences->len > 0 ? summary : _ ("The two are the same"));
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (EntSnapshotsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) differences = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->comparing || g_cancellable_is_cancelled (self->comparing))
    return;
  clear_rows (self->result_group, self->results);
  gtk_widget_set_visible (GTK_WIDGET (self->result_group), TRUE);
  if (differences != NULL)
    show_differences (self, differences);
  else
    adw_preferences_group_set_description (self->result_group, error->message);
}

static void
compare (EntSnapshotsWindow *self)
{
  guint first = adw_combo_row_get_selected (self->first_row), second = adw_combo_row_get_selected (self->second_row);

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  if (self->snapshots == NULL || first >= self->snapshots->len || second > self->snapshots->len
      || get_archive (self) == NULL)
    return;
  Comparing *comparing = g_new0 (Comparing, 1);
  comparing->archive = ent_archive_ref (get_archive (self));
  comparing->first = g_strdup (g_array_index (self->snapshots, EntSnapshot, first).name);
  if (second < self->snapshots->len)
    comparing->second = g_strdup (g_array_index (self->snapshots, EntSnapshot, second).name);
  self->comparing = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, self->comparing, on_compared, g_object_ref (self));
  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, comparing, comparing_free);
  g_task_run_in_thread (task, compare_thread);
}

/* The list */

static char *
dup_about (const EntSnapshot *snapshot)
{
  g_autoptr (GDateTime) time = snapshot->time != NULL ? g_date_time_new_from_iso8601 (snapshot->time, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup ("");
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", (gulong) snapshot->n_events),
                                             (guint) snapshot->n_events);
  GString *words = g_string_new (day);

  g_string_append_printf (words, " · %s", events);
  if (snapshot->coder != NULL && *snapshot->coder != '\0')
    g_string_append_printf (words, " · %s", snapshot->coder);
  if (snapshot->note != NULL && *snapshot->note != '\0')
    g_string_append_printf (words, "\n%s", snapshot->note);
  return g_string_free (words, FALSE);
}

static void
update (EntSnapshotsWindow *self)
{
  EntArchive *archive = get_archive (self);
  g_autoptr (GtkStringList) first = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) second = gtk_string_list_new (NULL);
  guint n;

  if (archive == NULL || ent_archive_worker_is_busy (ent_session_get_worker (self->session)))
    return;
  g_clear_pointer (&self->snapshots, g_array_unref);
  self->snapshots = ent_archive_get_snapshots (archive, NULL);
  n = self->snapshots != NULL ? self->snapshots->len : 0;
  clear_rows (self->list_group, self->listed);
  for (guint i = 0; i < n; i++)
    {
      const EntSnapshot *snapshot = &g_array_index (self->snapshots, EntSnapshot, i);
      g_autofree char *about = dup_about (snapshot);

      add_row (self->list_group, self->listed, snapshot->name, about);
      gtk_string_list_append (first, snapshot->name);
      gtk_string_list_append (second, snapshot->name);
    }
  gtk_string_list_append (second, _ ("Now"));
  adw_combo_row_set_model (self->first_row, G_LIST_MODEL (first));
  adw_combo_row_set_model (self->second_row, G_LIST_MODEL (second));
  adw_combo_row_set_selected (self->first_row, n > 0 ? n - 1 : GTK_INVALID_LIST_POSITION);
  adw_combo_row_set_selected (self->second_row, n);
  gtk_widget_set_visible (GTK_WIDGET (self->list_group), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_group), n > 0);
  gtk_widget_set_visible (self->take_group, ent_event_changes_are_possible (self->session));
  on_name_changed (self);
  compare (self);
}

static void
ent_snapshots_window_dispose (GObject *object)
{
  EntSnapshotsWindow *self = ENT_SNAPSHOTS_WINDOW (object);

  g_cancellable_cancel (self->comparing);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_snapshots_window_parent_class)->dispose (object);
}

static void
ent_snapshots_window_finalize (GObject *object)
{
  EntSnapshotsWindow *self = ENT_SNAPSHOTS_WINDOW (object);

  g_clear_object (&self->comparing);
  g_clear_pointer (&self->snapshots, g_array_unref);
  g_ptr_array_unref (self->listed);
  g_ptr_array_unref (self->results);

  G_OBJECT_CLASS (ent_snapshots_window_parent_class)->finalize (object);
}

static void
ent_snapshots_window_class_init (EntSnapshotsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_snapshots_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_snapshots_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/snapshots-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, take_group);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, list_group);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, compare_group);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, first_row);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, second_row);
  gtk_widget_class_bind_template_child (widget_class, EntSnapshotsWindow, result_group);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_install_action (widget_class, "snapshots.take", NULL, take);
}

static void
ent_snapshots_window_init (EntSnapshotsWindow *self)
{
  self->listed = g_ptr_array_new ();
  self->results = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_snapshots_window_new:
 * @session: a session that has an archive
 *
 * Returns: (transfer none): a window with its snapshots
 */
GtkWidget *
ent_snapshots_window_new (EntSession *session)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntSnapshotsWindow *self = g_object_new (ENT_TYPE_SNAPSHOTS_WINDOW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}
