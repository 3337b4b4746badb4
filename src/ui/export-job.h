/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-request.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntExportJob:
 * @request: what file; what it points to is held by the job
 *
 * A file to make on a worker: holds all that it is made from.
 */
typedef struct
{
  EntExportRequest request;
  EntFilterIndex *index;
  EntFilter *filter;
  EntRowSet *rows;
  EntFigureEdits *edits;
  char *snapshot;
  char *locale;
  char *title;
  char *subtitle;
  char *lane_choice;
  gint *permille;
} EntExportJob;

EntExportJob *ent_export_job_new        (EntSession          *session);
void          ent_export_job_free       (EntExportJob        *job);
void          ent_export_job_set_words  (EntExportJob        *job,
                                         const char          *title,
                                         const char          *subtitle);
void          ent_export_job_set_lanes  (EntExportJob        *job,
                                         EntLaneMode          lanes,
                                         const char          *choice);
void          ent_export_job_set_edits  (EntExportJob        *job,
                                         const EntFigureEdits *edits);
gint         *ent_export_job_share_progress (EntExportJob    *job);
void          ent_export_job_run_async  (EntExportJob        *job,
                                         GFile               *file,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
GBytes       *ent_export_job_run_finish (GAsyncResult        *result,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntExportJob, ent_export_job_free)

G_END_DECLS
