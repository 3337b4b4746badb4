/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/figure-row.h"

#include "model/event-title.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

struct _EntFigureRow
{
  GtkWidget parent_instance;
  GtkCheckButton *shown;
  GtkLabel *title;
  GtkLabel *date;
  GtkEditable *label;
  GtkEditable *note;
  EntFigureEdits *edits; /* borrowed; NULL while the row is of no event */
  char *id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFigureRow, ent_figure_row, GTK_TYPE_WIDGET)

static void
show_state (EntFigureRow *self)
{
  gboolean shown = gtk_check_button_get_active (self->shown);

  gtk_widget_set_sensitive (GTK_WIDGET (self->label), shown);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), shown);
}

static void
on_toggled (EntFigureRow *self)
{
  show_state (self);
  if (self->edits == NULL)
    return;
  ent_figure_edits_show (self->edits, self->id, gtk_check_button_get_active (self->shown));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A check button has no action of its own over the accessibility bus. */
static void
toggle (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GtkCheckButton *shown = ENT_FIGURE_ROW (widget)->shown;

  gtk_check_button_set_active (shown, !gtk_check_button_get_active (shown));
}

static void
on_words_changed (EntFigureRow *self)
{
  if (self->edits == NULL)
    return;
  ent_figure_edits_set_label (self->edits, self->id, gtk_editable_get_text (self->label));
  ent_figure_edits_set_note (self->edits, self->id, gtk_editable_get_text (self->note));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ent_figure_row_dispose (GObject *object)
{
  EntFigureRow *self = ENT_FIGURE_ROW (object);
  GtkWidget *child;

  self->edits = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (ent_figure_row_parent_class)->dispose (object);
}

static void
ent_figure_row_class_init (EntFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_figure_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_FIGURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFigureRow, shown);
  gtk_widget_class_bind_template_child (widget_class, EntFigureRow, title);
  gtk_widget_class_bind_template_child (widget_class, EntFigureRow, date);
  gtk_widget_class_bind_template_child (widget_class, EntFigureRow, label);
  gtk_widget_class_bind_template_child (widget_class, EntFigureRow, note);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_install_action (widget_class, "figure-row.toggle", NULL, toggle);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_figure_row_init (EntFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_figure_row_new:
 *
 * Returns: (transfer floating): a row of no event
 */
GtkWidget *
ent_figure_row_new (void)
{
  return g_object_new (ENT_TYPE_FIGURE_ROW, NULL);
}

static void
name_for_hearing (GtkEditable *entry,
                  const char  *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_words (GHashTable *table,
           const char *id)
{
  const char *words = g_hash_table_lookup (table, id);

  return words != NULL ? words : "";
}

/**
 * ent_figure_row_bind:
 * @self: a row
 * @edits: what is chosen, which the row changes; lives for as long as the row is of an event
 * @store: events
 * @row: one of them
 *
 * Shows what is chosen for an event.
 */
void
ent_figure_row_bind (EntFigureRow   *self,
                     EntFigureEdits *edits,
                     EntEventStore  *store,
                     guint32         row)
{
  g_return_if_fail (ENT_IS_FIGURE_ROW (self) && edits != NULL && store != NULL);

  const char *id = ent_event_store_get_id (store, row);
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *label = ent_event_title_new_struck (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));
  /* Translators: what an event is called in a picture; the %s is its title */
  g_autofree char *label_name = g_strdup_printf (_ ("Label of %s"), title);
  g_autofree char *note_name = g_strdup_printf (_ ("Note on %s"), title);

  /* What is set from here on is no choice. */
  self->edits = NULL;
  g_free (self->id);
  self->id = g_strdup (id);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->date, date);
  gtk_check_button_set_active (self->shown, ent_figure_edits_shows (edits, id));
  gtk_editable_set_text (self->label, get_words (edits->labels, id));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->label), label);
  gtk_editable_set_text (self->note, get_words (edits->notes, id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shown), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_for_hearing (self->label, label_name);
  name_for_hearing (self->note, note_name);
  show_state (self);
  self->edits = edits;
}
