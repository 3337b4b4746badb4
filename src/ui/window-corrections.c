/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exported table that somebody has edited, taken back as corrections. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/window-private.h"

#include "model/correction-table.h"
#include "ui/event-changes.h"

/* A table to be taken over, and what came of it. */
typedef struct
{
  GWeakRef window;
  char *path;
  EntCorrectionTable *table;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_weak_ref_clear (&taking->window);
  g_clear_pointer (&taking->table, ent_correction_table_free);
  g_free (taking->path);
  g_free (taking);
}

static void
add_remarks (GPtrArray    *failures,
             const GArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const EntTableRemark *remark = &g_array_index (remarks, EntTableRemark, i);
      /* Translators: a place in a table: its row and the name of its column */
      g_autofree char *place = remark->column != NULL
                                 ? g_strdup_printf (_ ("Row %u, column “%s”"), remark->row, remark->column)
                                 : g_strdup_printf (_ ("Row %u"), remark->row);

      ent_load_failures_add (failures, place, g_strdup (remark->message));
    }
}

/* What was taken over, the window tells as it tells of every change; here is what was not. */
static gboolean
tell_table (gpointer data)
{
  Taking *taking = data;
  const EntCorrectionTable *table = taking->table;
  g_autoptr (EntWindow) window = g_weak_ref_get (&taking->window);
  g_autoptr (GPtrArray) failures = ent_load_failures_new ();
  g_autofree char *name = g_path_get_basename (taking->path);

  if (window == NULL)
    return G_SOURCE_REMOVE;
  if (table->mistakes->len > 0)
    {
      add_remarks (failures, table->mistakes);
      ent_window_present_failures (window, _ ("Nothing Was Taken Over"),
                                   _ ("Some cells of the table cannot be read. Mend them, then try again."), failures);
    }
  else if (table->conflicts->len > 0)
    {
      add_remarks (failures, table->conflicts);
      ent_window_present_failures (window, _ ("Changed in Both Places"),
                                   _ ("These were changed in the table, and here since it was exported. What stands "
                                      "here was kept; the table’s other changes were taken over."),
                                   failures);
    }
  else if (table->corrections->len == 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("Nothing is changed in “%s”"), name);
      ent_window_add_toast (window, words);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
take_cb (EntArchive  *archive,
         gpointer     data,
         GError     **error)
{
  const Taking *asked = data;
  g_autoptr (EntCorrectionTable) table = NULL;
  g_autoptr (EntWindow) window = NULL;
  Taking *told;

  table = ent_archive_take_corrections (archive, asked->path, error);
  if (table == NULL)
    return FALSE;
  told = g_new0 (Taking, 1);
  window = g_weak_ref_get ((GWeakRef *) &asked->window);
  g_weak_ref_init (&told->window, window);
  told->path = g_strdup (asked->path);
  told->table = g_steal_pointer (&table);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_table, told, taking_free);
  return TRUE;
}

/**
 * ent_window_take_table:
 * @self: a window with an archive that can be written
 * @path: a table that was exported
 *
 * Takes over what was changed in the table, and tells what was not.
 */
void
ent_window_take_table (EntWindow  *self,
                       const char *path)
{
  Taking *taking = g_new0 (Taking, 1);

  g_weak_ref_init (&taking->window, self);
  taking->path = g_strdup (path);
  ent_session_change (self->session, take_cb, taking, taking_free);
}

/**
 * ent_window_take_corrections:
 * @self: a window
 * @path: what is to be opened
 *
 * Takes over what was changed in a table that was exported, if the file is such a table and there is something that it
 * can correct.
 *
 * Returns: whether it does
 */
gboolean
ent_window_take_corrections (EntWindow  *self,
                             const char *path)
{
  if (!ent_event_changes_are_possible (self->session) || !ent_correction_table_is_file (path))
    return FALSE;
  ent_window_take_table (self, path);
  return TRUE;
}
