/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/event-editor.h"

#include <glib/gi18n.h>

#include "model/event-title.h"
#include "ui/event-changes.h"
#include "ui/find-actor.h"
#include "ui/hint-row.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

/* One value a field, as archive-edit.h tells. */
#define MOST_VALUES ENT_N_EVENT_VALUES

struct _EntEventEditor
{
  AdwWindow parent_instance;
  AdwEntryRow *title_row;
  AdwEntryRow *date_row;
  EntHintRow *date_hint;
  AdwComboRow *kind_row;
  AdwComboRow *status_row;
  AdwComboRow *assertion_row;
  AdwEntryRow *participants_row;
  EntHintRow *participants_hint;
  AdwEntryRow *people_row;
  AdwEntryRow *place_row;
  AdwExpanderRow *topics_row;
  GtkWidget *note_group;
  AdwEntryRow *note_row;
  GtkWidget *words_group;
  GtkLabel *words;

  EntSession *session;
  EntEventStore *store; /* that the event stands in, whatever the session shows meanwhile */
  guint32 row;               /* ENT_ROW_NONE for one that is added */
  GPtrArray *topics;         /* of GtkCheckButton, a topic each */
  char *before[MOST_VALUES]; /* as it was shown, by the number of the field */
  char *told[MOST_VALUES];   /* as it was parsed, of what the user has edited; else NULL */
  char *statement;           /* id of the one that tells what is added; NULL for none */
  EntSpan evidence;
};

G_DEFINE_FINAL_TYPE (EntEventEditor, ent_event_editor, ADW_TYPE_WINDOW)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
on_changed (EntEventEditor *self)
{
  gboolean good;

  if (self->store == NULL)
    return;
  good = ent_hint_row_show_date (self->date_hint, GTK_EDITABLE (self->date_row), self->row == ENT_ROW_NONE);
  good &= ent_hint_row_show_actors (self->participants_hint, GTK_EDITABLE (self->participants_row),
                                    ent_event_store_get_vocabulary (self->store), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", good);
}

/* Which topics are chosen, in words, while their list is folded. */
static void
show_topics (EntEventEditor *self)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->topics->len; i++)
    if (gtk_check_button_get_active (self->topics->pdata[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", ent_words_get_topic (vocabulary, i));
  adw_expander_row_set_subtitle (self->topics_row, words->str);
}

static char *
dup_topics (EntEventEditor *self)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->topics->len; i++)
    if (gtk_check_button_get_active (self->topics->pdata[i]))
      g_ptr_array_add (ids, (gpointer) ent_vocabulary_get_topic (vocabulary, i)->id);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (",", (char **) ids->pdata);
}

static char *
dup_people (EntEventEditor *self)
{
  g_auto (GStrv) names = g_strsplit (get_text (self->people_row), ",", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_ptr_array_add (kept, names[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **) kept->pdata);
}

/* The value that a field has in the dialog now. */
static char *
dup_value (EntEventEditor *self,
           EntEdited       field)
{
  g_autofree char *unknown = NULL;

  switch (field)
    {
    case ENT_EDITED_DATE:
      return g_strdup (get_text (self->date_row));
    case ENT_EDITED_KIND:
      return g_strdup (ent_kind_to_id ((EntKind) adw_combo_row_get_selected (self->kind_row)));
    case ENT_EDITED_TITLE:
      return g_strdup (get_text (self->title_row));
    case ENT_EDITED_PARTICIPANTS:
      return ent_find_actors (ent_event_store_get_vocabulary (self->store), get_text (self->participants_row),
                              &unknown);
    case ENT_EDITED_TOPICS:
      return dup_topics (self);
    case ENT_EDITED_STATUS:
      return g_strdup (ent_status_to_id ((EntStatus) adw_combo_row_get_selected (self->status_row)));
    case ENT_EDITED_ASSERTION:
      return g_strdup (ent_assertion_to_id ((EntAssertion) adw_combo_row_get_selected (self->assertion_row)));
    case ENT_EDITED_PEOPLE:
      return dup_people (self);
    case ENT_EDITED_PLACE:
      return g_strdup (get_text (self->place_row));
    case ENT_EDITED_ACCOUNTS:
    case ENT_EDITED_ADDED:
    case ENT_EDITED_HIDDEN:
    default:
      return NULL;
    }
}

/* What differs from what was shown; what is again as it was parsed, as none of the user's. */
static gsize
collect (EntEventEditor  *self,
         char           **texts,
         EntEventValue   *values)
{
  gboolean adding = self->row == ENT_ROW_NONE;
  gsize n = 0;

  for (guint i = 0; i < MOST_VALUES; i++)
    {
      g_autofree char *text = dup_value (self, (EntEdited) (1 << i));

      if (adding ? text == NULL || *text == '\0' : g_strcmp0 (text, self->before[i]) == 0)
        continue;
      if (!adding && g_strcmp0 (text, self->told[i]) == 0)
        g_clear_pointer (&text, g_free);
      texts[i] = g_steal_pointer (&text);
      values[n++] = (EntEventValue) { (EntEdited) (1 << i), texts[i] };
    }
  return n;
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntEventEditor *self = ENT_EVENT_EDITOR (widget);
  char *texts[MOST_VALUES] = { NULL };
  EntEventValue values[MOST_VALUES];
  gsize n = collect (self, texts, values);
  guint32 row;

  if (self->row == ENT_ROW_NONE)
    ent_event_changes_add (self->session, values, n, self->statement, self->evidence);
  /* The session may show another store by now. */
  else if (n > 0
           && ent_event_store_find_id (ent_session_get_store (self->session),
                                       ent_event_store_get_id (self->store, self->row), &row))
    ent_event_changes_edit (self->session, row, values, n, get_text (self->note_row));
  for (guint i = 0; i < MOST_VALUES; i++)
    g_free (texts[i]);
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_choices (AdwComboRow        *row,
             const char * const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_choices (EntEventEditor *self)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_auto (GStrv) kinds = g_new0 (char *, ENT_N_KINDS + 1);
  g_auto (GStrv) statuses = g_new0 (char *, ENT_N_STATUSES + 1);
  g_auto (GStrv) assertions = g_new0 (char *, ENT_N_ASSERTIONS + 1);

  for (guint i = 0; i < ENT_N_KINDS; i++)
    kinds[i] = ent_words_for_value (vocabulary, ENT_FACET_KIND, i);
  for (guint i = 0; i < ENT_N_STATUSES; i++)
    statuses[i] = ent_words_for_value (vocabulary, ENT_FACET_STATUS, i);
  for (guint i = 0; i < ENT_N_ASSERTIONS; i++)
    assertions[i] = ent_words_for_value (vocabulary, ENT_FACET_ASSERTION, i);
  set_choices (self->kind_row, (const char * const *) kinds);
  set_choices (self->status_row, (const char * const *) statuses);
  set_choices (self->assertion_row, (const char * const *) assertions);
}

static void
fill_topics (EntEventEditor *self)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);

  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary) && i < ENT_MAX_TOPICS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_words_get_topic (vocabulary, i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->topics_row, row);
      g_ptr_array_add (self->topics, check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_topics), self);
    }
}

static void
set_topics (EntEventEditor *self,
            const char     *ids)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_auto (GStrv) wanted = g_strsplit (ids, ",", -1);

  for (guint i = 0; i < self->topics->len; i++)
    {
      const char *id = ent_vocabulary_get_topic (vocabulary, i)->id;

      gtk_check_button_set_active (self->topics->pdata[i], g_strv_contains ((const char * const *) wanted, id));
    }
}

static void
set_list (AdwEntryRow *row,
          const char  *list,
          const char  *separator)
{
  g_auto (GStrv) parts = g_strsplit (list, separator, -1);
  g_autofree char *spaced = g_strjoinv (", ", parts);

  gtk_editable_set_text (GTK_EDITABLE (row), spaced);
}

static void
set_choice (EntEventEditor *self,
            EntEdited       field,
            const char     *value)
{
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;

  if (field == ENT_EDITED_KIND && ent_kind_from_id (value, &kind))
    adw_combo_row_set_selected (self->kind_row, kind);
  else if (field == ENT_EDITED_STATUS && ent_status_from_id (value, &status))
    adw_combo_row_set_selected (self->status_row, status);
  else if (field == ENT_EDITED_ASSERTION && ent_assertion_from_id (value, &assertion))
    adw_combo_row_set_selected (self->assertion_row, assertion);
}

static void
set_value (EntEventEditor *self,
           EntEdited       field,
           const char     *value)
{
  if (field == ENT_EDITED_DATE)
    gtk_editable_set_text (GTK_EDITABLE (self->date_row), value);
  else if (field == ENT_EDITED_TITLE)
    gtk_editable_set_text (GTK_EDITABLE (self->title_row), value);
  else if (field == ENT_EDITED_PLACE)
    gtk_editable_set_text (GTK_EDITABLE (self->place_row), value);
  else if (field == ENT_EDITED_PARTICIPANTS)
    set_list (self->participants_row, value, ",");
  else if (field == ENT_EDITED_PEOPLE)
    set_list (self->people_row, value, "\n");
  else if (field == ENT_EDITED_TOPICS)
    set_topics (self, value);
  else
    set_choice (self, field, value);
}

static GtkWidget *
get_field_row (EntEventEditor *self,
               guint           number)
{
  GtkWidget *rows[MOST_VALUES] = {
    GTK_WIDGET (self->date_row),
    GTK_WIDGET (self->kind_row),
    GTK_WIDGET (self->title_row),
    GTK_WIDGET (self->participants_row),
    GTK_WIDGET (self->topics_row),
    GTK_WIDGET (self->status_row),
    GTK_WIDGET (self->assertion_row),
    GTK_WIDGET (self->people_row),
    GTK_WIDGET (self->place_row),
  };

  return rows[number];
}

static void
on_restore (EntEventEditor *self,
            GtkWidget      *button)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));

  set_value (self, (EntEdited) (1 << number), self->told[number]);
}

/* What the user gave a value is told as the user's, with a button for what was parsed. */
static void
mark_edited (EntEventEditor *self,
             guint           number)
{
  GtkWidget *row = get_field_row (self, number);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: a field of a dialog that has the user's value: “Date · corrected” */
  g_autofree char *title = g_strdup_printf (_ ("%s · corrected"),
                                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Restore What Was Parsed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Restore What Was Parsed"), -1);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (number));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_restore), self);
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_edited (EntEventEditor *self)
{
  EntArchiveWorker *worker = ent_session_get_worker (self->session);
  EntArchive *archive = ent_archive_worker_get_archive (worker);
  guint edited = ent_event_store_get_edited (self->store, self->row);

  for (guint i = 0; i < MOST_VALUES && archive != NULL && !ent_archive_worker_is_busy (worker); i++)
    {
      if (!(edited & 1u << i))
        continue;
      self->told[i] = ent_archive_dup_told (archive, ent_event_store_get_id (self->store, self->row),
                                            (EntEdited) (1 << i));
      if (self->told[i] != NULL)
        mark_edited (self, i);
    }
}

static void
show (EntEventEditor *self)
{
  g_autofree char *title = ent_event_title_new_for_row (self->store, self->row, ent_ui_translator_get ());

  for (guint i = 0; i < MOST_VALUES; i++)
    {
      g_autofree char *value = ent_event_dup_value (self->store, self->row, (EntEdited) (1 << i));

      set_value (self, (EntEdited) (1 << i), value);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  for (guint i = 0; i < MOST_VALUES; i++)
    self->before[i] = dup_value (self, (EntEdited) (1 << i));
  show_edited (self);
}

/* What the statement's own facts suggest for an event that its words tell. */
static void
suggest (EntEventEditor *self,
         guint           number)
{
  EntStatement *statement = ent_event_store_get_statement (self->store, number);
  const EntStatementInfo *info = ent_statement_get_info (statement);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  g_autofree char *words = g_strndup (text + self->evidence.start, self->evidence.end - self->evidence.start);
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("") : ent_edtf_to_string (info->date);

  self->statement = g_strdup (info->id);
  set_value (self, ENT_EDITED_DATE, date);
  set_value (self, ENT_EDITED_PARTICIPANTS, info->issuer != NULL ? info->issuer : "");
  gtk_label_set_label (self->words, g_strstrip (words));
  gtk_widget_set_visible (self->words_group, TRUE);
}

static void
ent_event_editor_dispose (GObject *object)
{
  EntEventEditor *self = ENT_EVENT_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->store, ent_event_store_unref);

  G_OBJECT_CLASS (ent_event_editor_parent_class)->dispose (object);
}

static void
ent_event_editor_finalize (GObject *object)
{
  EntEventEditor *self = ENT_EVENT_EDITOR (object);

  g_ptr_array_unref (self->topics);
  for (guint i = 0; i < MOST_VALUES; i++)
    {
      g_free (self->before[i]);
      g_free (self->told[i]);
    }
  g_free (self->statement);

  G_OBJECT_CLASS (ent_event_editor_parent_class)->finalize (object);
}

static void
ent_event_editor_class_init (EntEventEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_HINT_ROW);
  G_OBJECT_CLASS (klass)->dispose = ent_event_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_event_editor_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/event-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, date_hint);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, status_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, assertion_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, participants_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, participants_hint);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, people_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, place_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, topics_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, note_group);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, words_group);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, words);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save);
}

static void
ent_event_editor_init (EntEventEditor *self)
{
  self->topics = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static EntEventEditor *
editor_new (EntSession *session,
            guint32     row)
{
  EntEventEditor *self = g_object_new (ENT_TYPE_EVENT_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->store = ent_event_store_ref (ent_session_get_store (session));
  self->row = row;
  fill_choices (self);
  fill_topics (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return self;
}

/**
 * ent_event_editor_new:
 * @session: a session
 * @row: an event of it
 *
 * Returns: (transfer none): a dialog that edits the event
 */
GtkWidget *
ent_event_editor_new (EntSession *session,
                      guint32     row)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && ent_session_get_store (session) != NULL, NULL);

  EntEventEditor *self = editor_new (session, row);
  show (self);
  on_changed (self);
  return GTK_WIDGET (self);
}

/**
 * ent_event_editor_new_to_add:
 * @session: a session
 * @statement: the number of the statement that tells the event, or -1
 * @evidence: the words that tell it
 *
 * Returns: (transfer none): a dialog that adds an event
 */
GtkWidget *
ent_event_editor_new_to_add (EntSession *session,
                             int         statement,
                             EntSpan     evidence)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && ent_session_get_store (session) != NULL, NULL);

  EntEventEditor *self = editor_new (session, ENT_ROW_NONE);
  self->evidence = evidence;
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add Event"));
  gtk_widget_set_visible (self->note_group, FALSE);
  if (statement >= 0)
    suggest (self, (guint) statement);
  on_changed (self);
  return GTK_WIDGET (self);
}
