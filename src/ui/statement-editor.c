/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/statement-editor.h"

#include <glib/gi18n.h>

#include "ui/find-actor.h"
#include "ui/hint-row.h"
#include "ui/statement-changes.h"
#include "ui/words.h"

struct _EntStatementEditor
{
  AdwWindow parent_instance;
  AdwEntryRow *title_row;
  AdwEntryRow *date_row;
  EntHintRow *date_hint;
  AdwEntryRow *issuer_row;
  EntHintRow *issuer_hint;
  AdwComboRow *language_row;
  AdwComboRow *kind_row;
  GtkWidget *restore_group;
  AdwActionRow *restore_row;

  EntSession *session;
  EntEventStore *store; /* that the statement stands in, whatever the session shows meanwhile */
  guint number;
  GPtrArray *languages; /* of char *, in the order of the row */
  char *before[ENT_N_STATEMENT_FIELDS];
};

G_DEFINE_FINAL_TYPE (EntStatementEditor, ent_statement_editor, ADW_TYPE_WINDOW)

static const EntStatementInfo *
get_info (EntStatementEditor *self)
{
  return ent_statement_get_info (ent_event_store_get_statement (self->store, self->number));
}

static void
on_changed (EntStatementEditor *self)
{
  gboolean good;

  if (self->store == NULL)
    return;
  good = ent_hint_row_show_date (self->date_hint, GTK_EDITABLE (self->date_row), FALSE);
  good &= ent_hint_row_show_actors (self->issuer_hint, GTK_EDITABLE (self->issuer_row),
                                    ent_event_store_get_vocabulary (self->store), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", good);
}

/* The value that a field has in the dialog now. */
static char *
dup_value (EntStatementEditor *self,
           EntStatementField   field)
{
  g_autofree char *unknown = NULL;

  switch (field)
    {
    case ENT_STATEMENT_FIELD_DATE:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date_row)));
    case ENT_STATEMENT_FIELD_ISSUER:
      return ent_find_actors (ent_event_store_get_vocabulary (self->store),
                              gtk_editable_get_text (GTK_EDITABLE (self->issuer_row)), &unknown);
    case ENT_STATEMENT_FIELD_LANGUAGE:
      return g_strdup (g_ptr_array_index (self->languages, adw_combo_row_get_selected (self->language_row)));
    case ENT_STATEMENT_FIELD_KIND:
      return g_strdup (ent_statement_kind_to_id ((EntStatementKind) adw_combo_row_get_selected (self->kind_row)));
    case ENT_STATEMENT_FIELD_TITLE:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
    case ENT_N_STATEMENT_FIELDS:
    default:
      return NULL;
    }
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntStatementEditor *self = ENT_STATEMENT_EDITOR (widget);
  g_auto (GStrv) texts = g_new0 (char *, ENT_N_STATEMENT_FIELDS + 1);
  EntStatementValue values[ENT_N_STATEMENT_FIELDS];
  gsize n = 0;

  for (guint i = 0; i < ENT_N_STATEMENT_FIELDS; i++)
    {
      char *text = dup_value (self, (EntStatementField) i);

      if (g_strcmp0 (text, self->before[i]) == 0)
        {
          g_free (text);
          continue;
        }
      texts[n] = text;
      values[n++] = (EntStatementValue) { (EntStatementField) i, text };
    }
  if (n > 0)
    ent_statement_changes_edit (self->session, get_info (self)->id, values, n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
restore (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  EntStatementEditor *self = ENT_STATEMENT_EDITOR (widget);

  ent_statement_changes_restore (self->session, get_info (self)->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_language (EntStatementEditor *self,
              GtkStringList      *names,
              const char         *id)
{
  const char *now = get_info (self)->language;

  gtk_string_list_take (names, ent_words_for_language (id));
  g_ptr_array_add (self->languages, g_strdup (id));
  if (g_strcmp0 (id, now != NULL ? now : "") == 0)
    adw_combo_row_set_selected (self->language_row, self->languages->len - 1);
}

static void
show_choices (EntStatementEditor *self)
{
  static const char * const known[] = { "", "en", "zh", NULL };
  const char *language = get_info (self)->language;
  g_autoptr (GtkStringList) kind_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) language_names = gtk_string_list_new (NULL);

  for (guint i = 0; i < ENT_N_STATEMENT_KINDS; i++)
    gtk_string_list_append (kind_names, ent_words_get_statement_kind ((EntStatementKind) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kind_names));
  adw_combo_row_set_selected (self->kind_row, get_info (self)->kind);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (language_names));
  for (guint i = 0; known[i] != NULL; i++)
    add_language (self, language_names, known[i]);
  if (language != NULL && !g_strv_contains (known, language))
    add_language (self, language_names, language);
}

/* What was corrected is told as the user's, and can be taken back. */
static void
show_corrected (EntStatementEditor *self)
{
  const struct
  {
    EntStatementField field;
    const char *words;
  } fields[] = {
    { ENT_STATEMENT_FIELD_TITLE, _ ("title") },
    { ENT_STATEMENT_FIELD_DATE, _ ("issue date") },
    { ENT_STATEMENT_FIELD_ISSUER, _ ("issuer") },
    { ENT_STATEMENT_FIELD_LANGUAGE, _ ("language") },
    { ENT_STATEMENT_FIELD_KIND, _ ("kind") },
  };
  EntArchiveWorker *worker = ent_session_get_worker (self->session);
  EntArchive *archive = ent_archive_worker_get_archive (worker);
  g_autoptr (GString) words = g_string_new (NULL);
  guint corrected = 0;

  if (archive == NULL || ent_archive_worker_is_busy (worker)
      || !ent_archive_get_corrected (archive, get_info (self)->id, &corrected, NULL) || corrected == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (corrected & 1u << fields[i].field)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", fields[i].words);
  adw_action_row_set_subtitle (self->restore_row, words->str);
  gtk_widget_set_visible (self->restore_group, TRUE);
}

static void
show (EntStatementEditor *self)
{
  const EntStatementInfo *info = get_info (self);
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("") : ent_edtf_to_string (info->date);

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), info->title != NULL ? info->title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->date_row), date);
  gtk_editable_set_text (GTK_EDITABLE (self->issuer_row), info->issuer != NULL ? info->issuer : "");
  show_choices (self);
  show_corrected (self);
  for (guint i = 0; i < ENT_N_STATEMENT_FIELDS; i++)
    self->before[i] = dup_value (self, (EntStatementField) i);
  on_changed (self);
}

static void
ent_statement_editor_dispose (GObject *object)
{
  EntStatementEditor *self = ENT_STATEMENT_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->store, ent_event_store_unref);

  G_OBJECT_CLASS (ent_statement_editor_parent_class)->dispose (object);
}

static void
ent_statement_editor_finalize (GObject *object)
{
  EntStatementEditor *self = ENT_STATEMENT_EDITOR (object);

  g_ptr_array_unref (self->languages);
  for (guint i = 0; i < ENT_N_STATEMENT_FIELDS; i++)
    g_free (self->before[i]);

  G_OBJECT_CLASS (ent_statement_editor_parent_class)->finalize (object);
}

static void
ent_statement_editor_class_init (EntStatementEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_HINT_ROW);
  G_OBJECT_CLASS (klass)->dispose = ent_statement_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_statement_editor_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/statement-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, date_hint);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, issuer_hint);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, language_row);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, restore_group);
  gtk_widget_class_bind_template_child (widget_class, EntStatementEditor, restore_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "editor.restore", NULL, restore);
}

static void
ent_statement_editor_init (EntStatementEditor *self)
{
  self->languages = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_statement_editor_new:
 * @session: a session
 * @statement: the number of a statement in what it shows
 *
 * Returns: (transfer none): a dialog that corrects the statement
 */
GtkWidget *
ent_statement_editor_new (EntSession *session,
                          guint       statement)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && ent_session_get_store (session) != NULL, NULL);

  EntStatementEditor *self = g_object_new (ENT_TYPE_STATEMENT_EDITOR, NULL);
  self->session = g_object_ref (session);
  self->number = statement;
  self->store = ent_event_store_ref (ent_session_get_store (session));
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return GTK_WIDGET (self);
}
