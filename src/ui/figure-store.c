/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/figure-store.h"

#include <string.h>

#include "ui/ui-translator.h"

#define STATE_KEY "figures"

/**
 * Change:
 * @name: the figure's
 * @job: (nullable): what to make it of
 * @index: (nullable): what to update it from; with neither it is taken away
 *
 * What is asked, kept for the worker's thread.
 */
typedef struct
{
  char *name;
  EntExportJob *job;
  EntFilterIndex *index;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_clear_pointer (&change->job, ent_export_job_free);
  g_clear_pointer (&change->index, ent_filter_index_unref);
  g_free (change);
}

static GPtrArray *
load (EntArchive *archive)
{
  g_autofree char *text = ent_archive_dup_state (archive, STATE_KEY);

  return ent_figures_new_from_string (text);
}

static gboolean
find (const GPtrArray *figures,
      const char      *name,
      guint           *place)
{
  for (*place = 0; *place < figures->len; (*place)++)
    {
      const EntFigure *figure = g_ptr_array_index (figures, *place);

      if (g_str_equal (figure->name, name))
        return TRUE;
    }
  return FALSE;
}

/* One of the same name gives way, in its place. */
static gboolean
change_cb (EntArchive  *archive,
           gpointer     data,
           GError     **error)
{
  Change *change = data;
  g_autoptr (GPtrArray) figures = load (archive);
  EntFigure *figure = NULL;
  guint place;
  gboolean there = find (figures, change->name, &place);

  if (change->job != NULL)
    figure = ent_figure_new (change->name, &change->job->request, NULL, error);
  else if (change->index != NULL && there)
    figure = ent_figure_new_updated (g_ptr_array_index (figures, place), change->index, ent_ui_translator_get (),
                                     error);
  if (figure == NULL && (change->job != NULL || change->index != NULL))
    return FALSE;
  if (there)
    g_ptr_array_remove_index (figures, place);
  if (figure != NULL)
    g_ptr_array_insert (figures, there ? (int) place : -1, figure);
  g_autofree char *text = ent_figures_to_string (figures);
  return ent_archive_set_state (archive, STATE_KEY, text, error);
}

static void
ask (EntSession     *session,
     const char     *name,
     EntExportJob   *job,
     EntFilterIndex *index)
{
  Change *change = g_new0 (Change, 1);

  change->name = g_strdup (name);
  change->job = job;
  change->index = index != NULL ? ent_filter_index_ref (index) : NULL;
  ent_session_change (session, change_cb, change, change_free);
}

/**
 * ent_figure_store_load:
 * @session: a session
 *
 * Returns: (transfer full) (element-type EntFigure): the figures that its archive keeps
 */
GPtrArray *
ent_figure_store_load (EntSession *session)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntArchive *archive = ent_archive_worker_get_archive (ent_session_get_worker (session));
  return archive != NULL ? load (archive) : ent_figures_new_from_string (NULL);
}

/**
 * ent_figure_store_keep:
 * @session: a session with an archive
 * @job: (transfer full): the picture
 * @name: by which it is kept; one that has it already gives way
 *
 * Makes a picture and keeps it.
 */
void
ent_figure_store_keep (EntSession   *session,
                       EntExportJob *job,
                       const char   *name)
{
  g_return_if_fail (ENT_IS_SESSION (session) && job != NULL && name != NULL);

  ask (session, name, job, NULL);
}

/**
 * ent_figure_store_update:
 * @session: a session with an archive
 * @figure: a figure that it keeps
 *
 * Makes it anew of what is held now.
 */
void
ent_figure_store_update (EntSession      *session,
                         const EntFigure *figure)
{
  g_return_if_fail (ENT_IS_SESSION (session) && figure != NULL);

  ask (session, figure->name, NULL, ent_session_get_index (session));
}

/**
 * ent_figure_store_remove:
 * @session: a session with an archive
 * @name: a figure's name
 *
 * Lets a figure go.
 */
void
ent_figure_store_remove (EntSession *session,
                         const char *name)
{
  g_return_if_fail (ENT_IS_SESSION (session) && name != NULL);

  ask (session, name, NULL, NULL);
}
