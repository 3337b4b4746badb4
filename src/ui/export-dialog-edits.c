/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person chooses for the picture alone: its events, their labels, notes and shaded periods. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/export-dialog-private.h"

#include "ui/figure-editor.h"

/* Says in a line what was chosen. */
static void
show_edits (EntExportDialog *self)
{
  g_autoptr (EntExportJob) job = ent_export_dialog_new_job (self);
  guint n = ent_row_set_get_count (job->rows);
  guint n_all = ent_row_set_get_count (ent_session_get_rows (self->session));
  guint n_labels = g_hash_table_size (self->edits->labels);
  guint n_notes = g_hash_table_size (self->edits->notes);
  guint n_periods = self->edits->periods->len;
  g_autoptr (GString) words = g_string_new (NULL);

  if (n == n_all)
    g_string_append_printf (words, ngettext ("%u event", "%u events", n), n);
  else
    g_string_append_printf (words, ngettext ("%u of %u event", "%u of %u events", n_all), n, n_all);
  if (n_labels > 0)
    g_string_append_printf (words, ngettext (" · %u renamed", " · %u renamed", n_labels), n_labels);
  if (n_notes > 0)
    g_string_append_printf (words, ngettext (" · %u note", " · %u notes", n_notes), n_notes);
  if (n_periods > 0)
    g_string_append_printf (words, ngettext (" · %u period", " · %u periods", n_periods), n_periods);
  adw_action_row_set_subtitle (self->edits_row, words->str);
}

static void
on_changed (EntExportDialog *self,
            GtkWidget       *editor)
{
  if (self->session == NULL)
    return;
  ent_figure_edits_free (self->edits);
  self->edits = ent_figure_editor_dup_edits (ENT_FIGURE_EDITOR (editor));
  show_edits (self);
  ent_export_dialog_queue_preview (self);
}

/**
 * ent_export_dialog_edit:
 * @self: a dialog
 *
 * Lets a person choose the picture's events, their labels, notes and periods.
 */
void
ent_export_dialog_edit (EntExportDialog *self)
{
  GtkWidget *editor = ent_figure_editor_new (ent_session_get_index (self->session),
                                             ent_session_get_rows (self->session), self->edits);

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (self));
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

/**
 * ent_export_dialog_init_edits:
 * @self: a dialog with its session
 *
 * Begins with what the timeline shows: all events, and the user's periods.
 */
void
ent_export_dialog_init_edits (EntExportDialog *self)
{
  GArray *periods = ent_session_get_periods (self->session);

  self->edits = ent_figure_edits_new ();
  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      const EntPeriod *period = &g_array_index (periods, EntPeriod, i);

      ent_figure_edits_add_period (self->edits, period->label, ent_edtf_earliest (period->span),
                                   ent_edtf_latest (period->span));
    }
  show_edits (self);
}
