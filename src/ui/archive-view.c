/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/archive-view.h"

#include "filter/relationships.h"
#include "filter/typed-search.h"
#include "model/archive-import.h"
#include "model/archive-snapshots.h"
#include "model/archive-together.h"

/**
 * ent_archive_view_new:
 * @store: events
 *
 * May be called on any thread.
 *
 * Returns: (transfer full): the events, ready to be shown
 */
EntArchiveView *
ent_archive_view_new (EntEventStore *store)
{
  EntArchiveView *view = g_new0 (EntArchiveView, 1);

  view->index = ent_filter_index_new (store);
  view->relationships = ent_relationships_new (store);
  return view;
}

/**
 * ent_archive_view_load:
 * @archive: an archive
 * @flags: whether what the user does not want to see is there, too
 * @error: where to say what is wrong with it
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (nullable): what the archive holds, ready to be shown
 */
EntArchiveView *
ent_archive_view_load (EntArchive           *archive,
                       EntArchiveLoadFlags   flags,
                       GError              **error)
{
  g_autoptr (EntEventStore) store = ent_archive_load (archive, flags, error);
  g_autoptr (EntArchiveView) view = NULL;

  if (store == NULL)
    return NULL;
  view = ent_archive_view_new (store);
  view->marks = ent_archive_get_marks (archive, error);
  if (view->marks != NULL)
    ent_filter_index_set_archive (view->index, archive, view->marks);
  view->n_outdated = ent_archive_count_outdated (archive);
  view->snapshot = ent_archive_dup_snapshot (archive);
  view->blind = ent_archive_is_blind (archive);
  view->periods = view->marks != NULL ? ent_archive_get_periods (archive, error) : NULL;
  return view->periods != NULL ? g_steal_pointer (&view) : NULL;
}

/**
 * ent_archive_view_free:
 * @view: (nullable) (transfer full): a view
 */
void
ent_archive_view_free (EntArchiveView *view)
{
  if (view == NULL)
    return;
  g_clear_pointer (&view->index, ent_filter_index_unref);
  g_clear_pointer (&view->relationships, g_array_unref);
  g_clear_pointer (&view->marks, g_array_unref);
  g_clear_pointer (&view->periods, g_array_unref);
  g_free (view->snapshot);
  g_free (view->select);
  g_free (view);
}
