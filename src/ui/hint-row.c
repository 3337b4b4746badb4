/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/hint-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/edtf.h"
#include "ui/find-actor.h"
#include "ui/words.h"

struct _EntHintRow
{
  AdwPreferencesRow parent_instance;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (EntHintRow, ent_hint_row, ADW_TYPE_PREFERENCES_ROW)

static void
ent_hint_row_class_init (EntHintRowClass *klass)
{
}

static void
ent_hint_row_init (EntHintRow *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hint");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ent_hint_row_show:
 * @self: a row
 * @entry: what it is about
 * @words: what to say of it; nothing to say hides the row
 * @wrong: whether the entry cannot be used as it is
 */
void
ent_hint_row_show (EntHintRow *self,
                   GtkWidget  *entry,
                   const char *words,
                   gboolean    wrong)
{
  g_return_if_fail (ENT_IS_HINT_ROW (self) && GTK_IS_WIDGET (entry) && words != NULL);

  GtkWidget *label = GTK_WIDGET (self->label);
  gtk_label_set_label (self->label, words);
  gtk_widget_set_visible (GTK_WIDGET (self), *words != '\0');
  if (wrong)
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_add_css_class (label, "error");
      gtk_widget_remove_css_class (label, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (entry, "error");
      gtk_widget_remove_css_class (label, "error");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/**
 * ent_hint_row_show_date:
 * @self: a row
 * @entry: where a date is written, in EDTF
 * @needed: whether there must be one
 *
 * Says in words what the date means, or how one is written.
 *
 * Returns: whether it can be used
 */
gboolean
ent_hint_row_show_date (EntHintRow  *self,
                        GtkEditable *entry,
                        gboolean     needed)
{
  g_return_val_if_fail (ENT_IS_HINT_ROW (self) && GTK_IS_EDITABLE (entry), FALSE);

  const char *text = gtk_editable_get_text (entry);
  EntEdtf date = { 0 };
  gboolean empty = *text == '\0';
  gboolean good = empty ? !needed : ent_edtf_parse (text, strlen (text), &date, NULL);
  g_autofree char *words = NULL;

  if (empty && good)
    words = g_strdup (_ ("Without a date"));
  else if (good)
    words = ent_words_for_date (date);
  else
    words = g_strdup (_ ("Write a date like 2024-04-02, 2023-11, 2023-11~ (about), 2024-04-02/2024-04-05 or "
                         "2024-21 (spring)"));
  /* Nothing is wrong before anything was written. */
  ent_hint_row_show (self, GTK_WIDGET (entry), words, !good && !empty);
  return good;
}

/**
 * ent_hint_row_show_actors:
 * @self: a row
 * @entry: where states and organisations are written, by code or name
 * @vocabulary: the ones that are known
 * @several: whether there may be more than one, parted by commas
 *
 * Says who is meant, or who is not known.
 *
 * Returns: whether it can be used
 */
gboolean
ent_hint_row_show_actors (EntHintRow    *self,
                          GtkEditable   *entry,
                          EntVocabulary *vocabulary,
                          gboolean       several)
{
  g_return_val_if_fail (ENT_IS_HINT_ROW (self) && GTK_IS_EDITABLE (entry) && vocabulary != NULL, FALSE);

  g_autofree char *unknown = NULL;
  g_autofree char *ids = ent_find_actors (vocabulary, gtk_editable_get_text (entry), &unknown);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean good = ids != NULL && (several || strchr (ids, ',') == NULL);

  if (ids == NULL)
    g_string_printf (words, _ ("“%s” is not known"), unknown);
  else
    {
      g_auto (GStrv) list = g_strsplit (ids, ",", -1);
      guint16 actor;

      if (!good)
        g_string_append (words, _ ("Only one can be named"));
      for (guint i = 0; good && list[i] != NULL; i++)
        if (ent_vocabulary_find_actor (vocabulary, list[i], &actor))
          g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", ent_words_get_actor (vocabulary, actor));
    }
  ent_hint_row_show (self, GTK_WIDGET (entry), words->str, !good);
  return good;
}
