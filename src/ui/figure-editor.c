/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/figure-editor.h"

#include "model/event-list.h"
#include "model/event.h"
#include "ui/figure-row.h"
#include "ui/hint-row.h"
#include "ui/tip.h"
#include "ui/words.h"

struct _EntFigureEditor
{
  AdwWindow parent_instance;
  GtkEditable *search;
  GtkListView *list;
  AdwPreferencesGroup *periods;
  GtkEditable *period_name;
  GtkEditable *period_span;
  EntHintRow *period_hint;
  GtkWidget *add_period;
  GPtrArray *period_rows; /* of GtkWidget, in the group */
  EntFilterIndex *index;
  EntRowSet *rows;
  EntEventList *events; /* those that the search finds */
  EntFigureEdits *edits;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFigureEditor, ent_figure_editor, ADW_TYPE_WINDOW)

static void
tell_changed (EntFigureEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Events */

static void
on_setup (EntFigureEditor *self,
          GtkListItem     *item)
{
  GtkWidget *row = ent_figure_row_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (EntFigureEditor *self,
         GtkListItem     *item)
{
  EntEvent *event = gtk_list_item_get_item (item);

  ent_figure_row_bind (ENT_FIGURE_ROW (gtk_list_item_get_child (item)), self->edits, ent_event_get_store (event),
                       ent_event_get_row (event));
}

static void
on_search_changed (EntFigureEditor *self)
{
  const char *words = gtk_editable_get_text (self->search);
  g_autoptr (EntFilter) everything = ent_filter_new ();
  g_autoptr (EntFilter) filter = ent_filter_with_words (everything, *words != '\0' ? words : NULL);
  g_autoptr (EntRowSet) found = ent_filter_index_run (self->index, filter);
  g_autoptr (EntRowSet) rows = ent_row_set_and (found, self->rows);

  ent_event_list_set_rows (self->events, rows);
}

/* Shows what is chosen now in all rows. */
static void
bind_again (EntFigureEditor *self)
{
  g_autoptr (EntRowSet) none = ent_row_set_new_empty (ent_row_set_get_n_rows (self->rows));

  ent_event_list_set_rows (self->events, none);
  on_search_changed (self);
  tell_changed (self);
}

static void
on_all_clicked (EntFigureEditor *self)
{
  ent_figure_edits_show_all (self->edits, TRUE);
  bind_again (self);
}

static void
on_none_clicked (EntFigureEditor *self)
{
  ent_figure_edits_show_all (self->edits, FALSE);
  bind_again (self);
}

/* Periods */

static void show_periods (EntFigureEditor *self);

static void
on_remove_period (EntFigureEditor *self,
                  GtkWidget       *button)
{
  guint number;

  if (!g_ptr_array_find (self->period_rows, gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW), &number))
    return;
  ent_figure_edits_remove_period (self->edits, number);
  show_periods (self);
  tell_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->period_name));
}

static GtkWidget *
make_period_row (EntFigureEditor    *self,
                 const EntNamedSpan *period)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *span = ent_words_for_date (ent_edtf_interval (ent_edtf_point_day (period->from),
                                                                 ent_edtf_point_day (period->to)));

  g_object_set (row, "use-markup", FALSE, "title", period->label, "subtitle", span, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  ent_tip_set (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_period), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_periods (EntFigureEditor *self)
{
  for (guint i = 0; i < self->period_rows->len; i++)
    adw_preferences_group_remove (self->periods, g_ptr_array_index (self->period_rows, i));
  g_ptr_array_set_size (self->period_rows, 0);
  for (guint i = 0; i < self->edits->periods->len; i++)
    {
      GtkWidget *row = make_period_row (self, &g_array_index (self->edits->periods, EntNamedSpan, i));

      adw_preferences_group_add (self->periods, row);
      g_ptr_array_add (self->period_rows, row);
    }
}

static void
on_period_changed (EntFigureEditor *self)
{
  gboolean asked = *gtk_editable_get_text (self->period_span) != '\0';
  gboolean good = ent_hint_row_show_date (self->period_hint, self->period_span, FALSE) && asked;
  g_autofree char *name = g_strdup (gtk_editable_get_text (self->period_name));

  if (!asked)
    ent_hint_row_show (self->period_hint, GTK_WIDGET (self->period_span), "", FALSE);

  gtk_widget_set_sensitive (self->add_period, good && *g_strstrip (name) != '\0');
}

static void
on_add_period (EntFigureEditor *self)
{
  const char *text = gtk_editable_get_text (self->period_span);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->period_name)));
  EntEdtf span;

  if (*name == '\0' || !ent_edtf_parse (text, strlen (text), &span, NULL) || ent_edtf_is_none (span))
    return;
  ent_figure_edits_add_period (self->edits, name, ent_edtf_earliest (span), ent_edtf_latest (span));
  gtk_editable_set_text (self->period_name, "");
  gtk_editable_set_text (self->period_span, "");
  show_periods (self);
  tell_changed (self);
}

static void
ent_figure_editor_dispose (GObject *object)
{
  EntFigureEditor *self = ENT_FIGURE_EDITOR (object);

  /* The rows change the edits for as long as they are there. */
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->events);
  g_clear_pointer (&self->index, ent_filter_index_unref);
  g_clear_pointer (&self->rows, ent_row_set_unref);

  G_OBJECT_CLASS (ent_figure_editor_parent_class)->dispose (object);
}

static void
ent_figure_editor_finalize (GObject *object)
{
  EntFigureEditor *self = ENT_FIGURE_EDITOR (object);

  g_clear_pointer (&self->edits, ent_figure_edits_free);
  g_ptr_array_unref (self->period_rows);

  G_OBJECT_CLASS (ent_figure_editor_parent_class)->finalize (object);
}

static void
ent_figure_editor_class_init (EntFigureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_figure_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_figure_editor_finalize;
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_FIGURE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  g_type_ensure (ENT_TYPE_HINT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/figure-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, search);
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, list);
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, periods);
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, period_name);
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, period_span);
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, period_hint);
  gtk_widget_class_bind_template_child (widget_class, EntFigureEditor, add_period);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_none_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_period_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_period);
}

static void
ent_figure_editor_init (EntFigureEditor *self)
{
  self->period_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_figure_editor_new:
 * @index: events
 * @rows: those that were asked for
 * @edits: what is chosen already
 *
 * Returns: (transfer floating): a window to choose in
 */
GtkWidget *
ent_figure_editor_new (EntFilterIndex       *index,
                       EntRowSet            *rows,
                       const EntFigureEdits *edits)
{
  g_return_val_if_fail (index != NULL && rows != NULL && edits != NULL, NULL);

  EntFigureEditor *self = g_object_new (ENT_TYPE_FIGURE_EDITOR, NULL);
  g_autoptr (GtkNoSelection) model = NULL;

  self->edits = ent_figure_edits_copy (edits);
  self->index = ent_filter_index_ref (index);
  self->rows = ent_row_set_ref (rows);
  self->events = ent_event_list_new (ent_filter_index_get_store (index), rows);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->events)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  show_periods (self);
  on_period_changed (self);
  return GTK_WIDGET (self);
}

/**
 * ent_figure_editor_dup_edits:
 * @self: a window
 *
 * Returns: (transfer full): what is chosen now
 */
EntFigureEdits *
ent_figure_editor_dup_edits (EntFigureEditor *self)
{
  g_return_val_if_fail (ENT_IS_FIGURE_EDITOR (self), NULL);

  return ent_figure_edits_copy (self->edits);
}
