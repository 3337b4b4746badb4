/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "model/archive-marks.h"

G_BEGIN_DECLS

/**
 * EntArchiveView:
 * @index: the events with their bitmaps
 * @relationships: (element-type EntRelationship): the pairs of actors that share events
 * @marks: (nullable) (element-type EntMark): notes and tags; %NULL without an archive
 * @periods: (nullable) (element-type EntPeriod): the user's periods; %NULL without an archive
 * @snapshot: (nullable): the name of the snapshot that this is still the same as
 * @blind: whether whoever works sees nothing of what others say of events
 * @n_outdated: statements that were parsed by other words or rules than those in use
 * @select: (nullable): the id of the event that the last change brought, or brought back
 *
 * What an archive holds, ready to be shown.
 */
typedef struct
{
  EntFilterIndex *index;
  GArray *relationships;
  GArray *marks;
  GArray *periods;
  char *snapshot;
  gboolean blind;
  guint n_outdated;
  char *select;
} EntArchiveView;

EntArchiveView *ent_archive_view_new (EntEventStore *store);
EntArchiveView *ent_archive_view_load (EntArchive *archive,
                                       EntArchiveLoadFlags flags,
                                       GError **error);
void ent_archive_view_free (EntArchiveView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntArchiveView, ent_archive_view_free)

G_END_DECLS
