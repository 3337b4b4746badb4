/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/event-editor.h"

#include <glib/gi18n.h>

#include "model/event-title.h"
#include "ui/event-changes.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

/* One value a field, as archive-edit.h tells. */
#define MOST_VALUES ENT_N_EVENT_VALUES

struct _EntEventEditor
{
  AdwWindow parent_instance;
  AdwEntryRow *title_row;
  AdwEntryRow *date_row;
  GtkLabel *date_words;
  AdwComboRow *kind_row;
  AdwComboRow *status_row;
  AdwComboRow *assertion_row;
  AdwEntryRow *participants_row;
  GtkLabel *participants_words;
  AdwEntryRow *people_row;
  AdwEntryRow *place_row;
  AdwExpanderRow *topics_row;
  AdwEntryRow *note_row;

  EntSession *session;
  EntEventStore *store; /* that the event stands in, whatever the session shows meanwhile */
  guint32 row;
  GPtrArray *topics;    /* of GtkCheckButton, a topic each */
  char *before[MOST_VALUES]; /* as it was shown, by the number of the field */
};

G_DEFINE_FINAL_TYPE (EntEventEditor, ent_event_editor, ADW_TYPE_WINDOW)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
find_actor (EntVocabulary *vocabulary,
            const char    *words,
            guint16       *actor)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  if (ent_vocabulary_find_actor (vocabulary, words, actor))
    return TRUE;
  for (guint i = 0; i < ent_vocabulary_get_n_actors (vocabulary); i++)
    {
      const EntActorInfo *info = ent_vocabulary_get_actor (vocabulary, (guint16) i);
      const char *names[] = { info->id, info->label, info->short_label, gettext (info->label),
                              gettext (info->short_label) };

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *name = g_utf8_casefold (names[j], -1);

          *actor = (guint16) i;
          if (g_str_equal (name, folded))
            return TRUE;
        }
    }
  return FALSE;
}

/* The participants as ids; %NULL where one is not known, who then is named in @unknown. */
static char *
dup_participants (EntEventEditor  *self,
                  char           **unknown)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_auto (GStrv) words = g_strsplit (get_text (self->participants_row), ",", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint16 actor;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!find_actor (vocabulary, words[i], &actor))
        {
          *unknown = g_strdup (words[i]);
          return NULL;
        }
      g_ptr_array_add (ids, (gpointer) ent_vocabulary_get_actor (vocabulary, actor)->id);
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (",", (char **) ids->pdata);
}

static void
set_wrong (GtkWidget *row,
           GtkLabel  *words,
           gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (words), "error");
}

/* What the date means in words, or how one is written. */
static gboolean
show_date (EntEventEditor *self)
{
  const char *text = get_text (self->date_row);
  EntEdtf date = { 0 };
  gboolean good = *text == '\0' || ent_edtf_parse (text, strlen (text), &date, NULL);
  g_autofree char *words = NULL;

  if (*text == '\0')
    words = g_strdup (_ ("Without a date"));
  else if (good)
    words = ent_words_for_date (date);
  else
    words = g_strdup (_ ("Write a date like 2024-04-02, 2023-11, 2023-11~ (about), 2024-04-02/2024-04-05 or "
                         "2024-21 (spring)"));
  gtk_label_set_label (self->date_words, words);
  set_wrong (GTK_WIDGET (self->date_row), self->date_words, !good);
  return good;
}

static gboolean
show_participants (EntEventEditor *self)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_autofree char *unknown = NULL;
  g_autofree char *ids = dup_participants (self, &unknown);
  g_autoptr (GString) words = g_string_new (NULL);

  if (ids == NULL)
    g_string_printf (words, _ ("“%s” is not known"), unknown);
  else
    {
      g_auto (GStrv) list = g_strsplit (ids, ",", -1);
      guint16 actor;

      for (guint i = 0; list[i] != NULL; i++)
        if (ent_vocabulary_find_actor (vocabulary, list[i], &actor))
          g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", ent_words_get_actor (vocabulary, actor));
    }
  gtk_label_set_label (self->participants_words, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->participants_words), words->len > 0);
  set_wrong (GTK_WIDGET (self->participants_row), self->participants_words, ids == NULL);
  return ids != NULL;
}

static void
on_changed (EntEventEditor *self)
{
  if (self->store == NULL)
    return;
  gboolean good = show_date (self);
  good &= show_participants (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", good);
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
      return dup_participants (self, &unknown);
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
    default:
      return NULL;
    }
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntEventEditor *self = ENT_EVENT_EDITOR (widget);
  g_auto (GStrv) texts = g_new0 (char *, MOST_VALUES + 1);
  EntEventValue values[MOST_VALUES];
  const char *id = ent_event_store_get_id (self->store, self->row);
  gsize n = 0;
  guint32 row;

  for (guint i = 0; i < MOST_VALUES; i++)
    {
      EntEdited field = (EntEdited) (1 << i);
      char *text = dup_value (self, field);

      if (g_strcmp0 (text, self->before[i]) == 0)
        {
          g_free (text);
          continue;
        }
      texts[n] = text;
      values[n++] = (EntEventValue) { field, text };
    }
  /* The session may show another store by now. */
  if (n > 0 && ent_event_store_find_id (ent_session_get_store (self->session), id, &row))
    ent_event_changes_edit (self->session, row, values, n, get_text (self->note_row));
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_choices (AdwComboRow        *row,
             const char * const *words,
             guint               selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

static void
show_choices (EntEventEditor *self)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);
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
  set_choices (self->kind_row, (const char * const *) kinds, columns->kind[self->row]);
  set_choices (self->status_row, (const char * const *) statuses, columns->status[self->row]);
  set_choices (self->assertion_row, (const char * const *) assertions, columns->assertion[self->row]);
}

static void
show_topics (EntEventEditor *self)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  guint64 topics = ent_event_store_get_columns (self->store)->topics[self->row];

  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary) && i < ENT_MAX_TOPICS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), (topics >> i) & 1);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_words_get_topic (vocabulary, i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->topics_row, row);
      g_ptr_array_add (self->topics, check);
    }
}

static void
show_names (EntEventEditor *self)
{
  g_autofree char *ids = ent_event_dup_value (self->store, self->row, ENT_EDITED_PARTICIPANTS);
  g_auto (GStrv) actors = g_strsplit (ids, ",", -1);
  g_autofree char *spaced = g_strjoinv (", ", actors);
  const char * const *people = ent_event_store_get_people (self->store, self->row);
  g_autofree char *names = people != NULL ? g_strjoinv (", ", (char **) people) : g_strdup ("");
  const char *place = ent_event_store_get_place (self->store, self->row);

  gtk_editable_set_text (GTK_EDITABLE (self->participants_row), spaced);
  gtk_editable_set_text (GTK_EDITABLE (self->people_row), names);
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), place != NULL ? place : "");
}

static void
show (EntEventEditor *self)
{
  g_autofree char *title = ent_event_title_new_for_row (self->store, self->row, ent_ui_translator_get ());
  g_autofree char *date = ent_event_dup_value (self->store, self->row, ENT_EDITED_DATE);

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), date);
  show_choices (self);
  show_names (self);
  show_topics (self);
  for (guint i = 0; i < MOST_VALUES; i++)
    self->before[i] = dup_value (self, (EntEdited) (1 << i));
  on_changed (self);
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
    g_free (self->before[i]);

  G_OBJECT_CLASS (ent_event_editor_parent_class)->finalize (object);
}

static void
ent_event_editor_class_init (EntEventEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_event_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_event_editor_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/event-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, date_words);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, status_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, assertion_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, participants_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, participants_words);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, people_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, place_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, topics_row);
  gtk_widget_class_bind_template_child (widget_class, EntEventEditor, note_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save);
}

static void
ent_event_editor_init (EntEventEditor *self)
{
  self->topics = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
  EntEventEditor *self = g_object_new (ENT_TYPE_EVENT_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->store = ent_event_store_ref (ent_session_get_store (session));
  self->row = row;
  show (self);
  return GTK_WIDGET (self);
}
