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
 * @edits: (nullable): what is chosen for it from then on
 * @snapshot: (nullable): which snapshot @index is of
 * @locale: (nullable): the language to lay it out for
 * @figure: (nullable): the figure as it is to be kept
 *
 * What is asked, kept for the worker's thread.
 */
typedef struct
{
  char *name;
  EntExportJob *job;
  EntFilterIndex *index;
  EntFigureEdits *edits;
  char *snapshot;
  char *locale;
  EntFigure *figure;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->snapshot);
  g_free (change->locale);
  g_clear_pointer (&change->job, ent_export_job_free);
  g_clear_pointer (&change->index, ent_filter_index_unref);
  g_clear_pointer (&change->edits, ent_figure_edits_free);
  g_clear_pointer (&change->figure, ent_figure_free);
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

/* The same figure of what is held now. */
static EntFigure *
new_updated (EntFigure  *figure,
             Change     *change,
             GError    **error)
{
  if (change->edits != NULL)
    {
      ent_figure_edits_free (figure->edits);
      figure->edits = g_steal_pointer (&change->edits);
      figure->request.edits = figure->edits;
    }
  return ent_figure_new_updated (figure, change->index, change->snapshot, change->locale, ent_ui_translator_get (),
                                 error);
}

/* One of the same name gives way, in its place. */
static gboolean
change_cb (EntArchive  *archive,
           gpointer     data,
           GError     **error)
{
  Change *change = data;
  g_autoptr (GPtrArray) figures = load (archive);
  EntFigure *figure = g_steal_pointer (&change->figure);
  guint place;
  gboolean there = find (figures, change->name, &place);

  if (change->job != NULL)
    figure = ent_figure_new (change->name, &change->job->request, NULL, error);
  else if (change->index != NULL && there)
    figure = new_updated (g_ptr_array_index (figures, place), change, error);
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
ask (EntSession           *session,
     const char           *name,
     EntExportJob         *job,
     EntFilterIndex       *index,
     const EntFigureEdits *edits)
{
  Change *change = g_new0 (Change, 1);

  change->name = g_strdup (name);
  change->job = job;
  change->index = index != NULL ? ent_filter_index_ref (index) : NULL;
  change->edits = edits != NULL ? ent_figure_edits_copy (edits) : NULL;
  change->snapshot = g_strdup (ent_session_get_snapshot (session));
  change->locale = ent_ui_translator_dup_locale ();
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
 * ent_figure_store_has:
 * @session: a session
 * @name: a figure's name
 *
 * Returns: whether its archive keeps a figure of this name
 */
gboolean
ent_figure_store_has (EntSession *session,
                      const char *name)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && name != NULL, FALSE);

  g_autoptr (GPtrArray) figures = ent_figure_store_load (session);
  guint place;

  return find (figures, name, &place);
}

/**
 * ent_figure_store_is_used:
 * @archive: an archive
 *
 * Returns: whether any figure is kept in it
 */
gboolean
ent_figure_store_is_used (EntArchive *archive)
{
  g_return_val_if_fail (archive != NULL, FALSE);

  g_autoptr (GPtrArray) figures = load (archive);

  return figures->len > 0;
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

  ask (session, name, job, NULL, NULL);
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

  ask (session, figure->name, NULL, ent_session_get_index (session), NULL);
}

/**
 * ent_figure_store_edit:
 * @session: a session with an archive
 * @figure: a figure that it keeps
 * @edits: what is chosen for it from now on
 *
 * Makes it anew with other labels, notes, periods or events.
 */
void
ent_figure_store_edit (EntSession           *session,
                       const EntFigure      *figure,
                       const EntFigureEdits *edits)
{
  g_return_if_fail (ENT_IS_SESSION (session) && figure != NULL && edits != NULL);

  ask (session, figure->name, NULL, ent_session_get_index (session), edits);
}

/**
 * ent_figure_store_put_back:
 * @session: a session with an archive
 * @figure: (transfer full): a figure that it kept
 *
 * Keeps a figure again, as it was.
 */
void
ent_figure_store_put_back (EntSession *session,
                           EntFigure  *figure)
{
  g_return_if_fail (ENT_IS_SESSION (session) && figure != NULL);

  Change *change = g_new0 (Change, 1);

  change->name = g_strdup (figure->name);
  change->figure = figure;
  ent_session_change (session, change_cb, change, change_free);
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

  ask (session, name, NULL, NULL, NULL);
}
