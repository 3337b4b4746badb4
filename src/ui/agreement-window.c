/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/agreement-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/archive-together.h"
#include "ui/difference-words.h"

/* Somebody who has checked events: in the session's archive, or in another one. */
typedef struct
{
  EntArchive *archive;
  char *coder;
} Person;

struct _EntAgreementWindow
{
  AdwWindow parent_instance;
  AdwComboRow *first_row;
  AdwComboRow *second_row;
  AdwPreferencesGroup *result_group;

  EntSession *session;
  GPtrArray *people;  /* of Person, in the order of both lists */
  GPtrArray *others;  /* of EntArchive, that were chosen besides */
  GPtrArray *results; /* rows of what was measured */
  GCancellable *measuring;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (EntAgreementWindow, ent_agreement_window, ADW_TYPE_WINDOW)

static void
person_free (gpointer data)
{
  Person *person = data;

  ent_archive_unref (person->archive);
  g_free (person->coder);
  g_free (person);
}

static Person *
person_new (EntArchive *archive,
            const char *coder)
{
  Person *person = g_new0 (Person, 1);

  person->archive = ent_archive_ref (archive);
  person->coder = g_strdup (coder);
  return person;
}

/* Measuring */

typedef struct
{
  Person *first, *second;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  person_free (pair->first);
  person_free (pair->second);
  g_free (pair);
}

static void
measure_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Pair *pair = data;
  GError *error = NULL;
  GArray *agreements = ent_archive_get_agreement (pair->first->archive, pair->first->coder, pair->second->archive,
                                                  pair->second->coder, &error);

  if (agreements != NULL)
    g_task_return_pointer (task, agreements, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
clear_results (EntAgreementWindow *self)
{
  for (guint i = 0; i < self->results->len; i++)
    adw_preferences_group_remove (self->result_group, self->results->pdata[i]);
  g_ptr_array_set_size (self->results, 0);
}

static void
add_result (EntAgreementWindow *self,
            const EntAgreement *agreement)
{
  GtkWidget *row = adw_action_row_new ();
  /* Where all values are the same one, chance would agree as often. */
  g_autofree char *alpha = isnan (agreement->alpha) ? g_strdup ("–") : g_strdup_printf ("%.3f", agreement->alpha);
  g_autofree char *alike = g_strdup_printf (ngettext ("%u of %u event alike", "%u of %u events alike",
                                                      agreement->n_events),
                                            agreement->n_agreed, agreement->n_events);
  GtkWidget *label = gtk_label_new (alpha);

  gtk_widget_add_css_class (label, "numeric");
  g_object_set (row, "use-markup", FALSE, "title", ent_words_get_field (agreement->field), "subtitle", alike, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->result_group, row);
  g_ptr_array_add (self->results, row);
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (EntAgreementWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) agreements = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->measuring || g_cancellable_is_cancelled (self->measuring))
    return;
  clear_results (self);
  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    add_result (self, &g_array_index (agreements, EntAgreement, i));
  adw_preferences_group_set_description (self->result_group,
                                         error != NULL ? error->message
                                                       : _ ("Krippendorff’s alpha, of the events that both have "
                                                            "checked: 1 is full agreement, 0 what chance would give."));
}

static void
measure (EntAgreementWindow *self)
{
  guint first = adw_combo_row_get_selected (self->first_row), second = adw_combo_row_get_selected (self->second_row);

  g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  if (first >= self->people->len || second >= self->people->len || first == second)
    {
      clear_results (self);
      adw_preferences_group_set_description (self->result_group,
                                             _ ("Two people who have checked events are compared."));
      return;
    }
  const Person *a = self->people->pdata[first], *b = self->people->pdata[second];
  Pair *pair = g_new0 (Pair, 1);
  pair->first = person_new (a->archive, a->coder);
  pair->second = person_new (b->archive, b->coder);
  self->measuring = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, self->measuring, on_measured, g_object_ref (self));
  g_task_set_source_tag (task, measure);
  g_task_set_task_data (task, pair, pair_free);
  g_task_run_in_thread (task, measure_thread);
}

/* Who there is */

static void
add_people (EntAgreementWindow *self,
            EntArchive         *archive,
            const char         *file,
            GtkStringList      *names)
{
  g_autoptr (GArray) coders = ent_archive_get_coders (archive, NULL);

  for (guint i = 0; coders != NULL && i < coders->len; i++)
    {
      const EntCoder *coder = &g_array_index (coders, EntCoder, i);
      g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", coder->n_events), coder->n_events);
      g_autofree char *name = file != NULL ? g_strdup_printf ("%s · %s · %s", coder->name, events, file)
                                           : g_strdup_printf ("%s · %s", coder->name, events);

      g_ptr_array_add (self->people, person_new (archive, coder->name));
      gtk_string_list_append (names, name);
    }
}

static void
update (EntAgreementWindow *self)
{
  EntArchiveWorker *worker = ent_session_get_worker (self->session);
  EntArchive *archive = ent_archive_worker_get_archive (worker);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_own;

  if (archive == NULL || ent_archive_worker_is_busy (worker))
    return;
  g_ptr_array_set_size (self->people, 0);
  add_people (self, archive, NULL, names);
  n_own = self->people->len;
  for (guint i = 0; i < self->others->len; i++)
    {
      EntArchive *other = self->others->pdata[i];
      g_autofree char *file = g_path_get_basename (ent_archive_get_path (other));

      add_people (self, other, file, names);
    }
  adw_combo_row_set_model (self->first_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->second_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->first_row, self->people->len > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  /* Whoever has chosen another archive wants to know of that one. */
  if (self->people->len > 1)
    adw_combo_row_set_selected (self->second_row, n_own < self->people->len ? MAX (n_own, 1) : 1);
  measure (self);
}

static void
on_chosen (EntAgreementWindow *self,
           int                 response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        ent_agreement_window_add_other (self, path);
    }
  g_clear_object (&self->chooser);
}

static void
choose (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  EntAgreementWindow *self = ENT_AGREEMENT_WINDOW (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Another Archive"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Archives"));
  gtk_file_filter_add_pattern (filter, "*.entente");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
ent_agreement_window_dispose (GObject *object)
{
  EntAgreementWindow *self = ENT_AGREEMENT_WINDOW (object);

  g_cancellable_cancel (self->measuring);
  g_clear_object (&self->chooser);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_agreement_window_parent_class)->dispose (object);
}

static void
ent_agreement_window_finalize (GObject *object)
{
  EntAgreementWindow *self = ENT_AGREEMENT_WINDOW (object);

  g_clear_object (&self->measuring);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->results);

  G_OBJECT_CLASS (ent_agreement_window_parent_class)->finalize (object);
}

static void
ent_agreement_window_class_init (EntAgreementWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_agreement_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_agreement_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/agreement-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAgreementWindow, first_row);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementWindow, second_row);
  gtk_widget_class_bind_template_child (widget_class, EntAgreementWindow, result_group);
  gtk_widget_class_bind_template_callback (widget_class, measure);
  gtk_widget_class_install_action (widget_class, "agreement.choose", NULL, choose);
}

static void
ent_agreement_window_init (EntAgreementWindow *self)
{
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_archive_unref);
  self->results = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_agreement_window_new:
 * @session: a session that has an archive
 *
 * Returns: (transfer none): a window with how far its coders agree
 */
GtkWidget *
ent_agreement_window_new (EntSession *session)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntAgreementWindow *self = g_object_new (ENT_TYPE_AGREEMENT_WINDOW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * ent_agreement_window_add_other:
 * @self: a window
 * @path: another archive, with the same statements or some of them
 *
 * Compares with who has checked events there. What is no archive is told.
 */
void
ent_agreement_window_add_other (EntAgreementWindow *self,
                                const char         *path)
{
  EntArchive *archive = ent_archive_worker_get_archive (ent_session_get_worker (self->session));
  g_autoptr (GError) error = NULL;
  EntArchive *other;

  g_return_if_fail (ENT_IS_AGREEMENT_WINDOW (self) && archive != NULL && path != NULL);

  if (g_strcmp0 (ent_archive_get_path (archive), path) == 0)
    return;
  other = ent_archive_open (path, ent_archive_get_parser (archive), ENT_ARCHIVE_OPEN_READ, &error);
  if (other == NULL)
    {
      adw_preferences_group_set_description (self->result_group, error->message);
      return;
    }
  g_ptr_array_add (self->others, other);
  update (self);
}
