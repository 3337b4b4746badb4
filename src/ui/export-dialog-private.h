/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/export-dialog.h"
#include "ui/export-job.h"

G_BEGIN_DECLS

#define EXPORT_DIALOG_N_PARTS 6

struct _EntExportDialog
{
  AdwWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkPicture *preview;
  GtkWidget *save;
  GtkProgressBar *progress;
  AdwComboRow *format;
  AdwComboRow *purpose;
  AdwComboRow *span;
  AdwComboRow *theme;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSpinButton *scale;
  GtkWidget *size_group;
  GtkWidget *share_group;
  GtkWidget *scale_row;
  GtkWidget *transparent_row;
  GtkSwitch *transparent;
  AdwExpanderRow *parts_row;
  AdwActionRow *edits_row;
  GtkSwitch *parts[EXPORT_DIALOG_N_PARTS];
  GtkEditable *heading;
  GtkEditable *subtitle;
  GtkEditable *name;
  GtkEditable *folder;
  GtkFileChooserNative *chooser;
  EntSession *session;
  EntFigureEdits *edits;
  GSettings *settings;
  GCancellable *cancellable; /* of the preview under way */
  GCancellable *saving;      /* of the file under way */
  gint *permille;            /* of it that is done */
  guint progress_source;
  guint preview_source;
  GFile *dragged;            /* what was last dragged out */
  EntLaneMode lanes;
  char *lane_choice;         /* which are hidden, folded or first */
  double view_start;
  double view_days;
  gboolean ready;
};

/* export-dialog.c */
EntExportJob *ent_export_dialog_new_job   (EntExportDialog      *self);
void          ent_export_dialog_tell      (EntExportDialog      *self,
                                           const char           *words);
void          ent_export_dialog_queue_preview (EntExportDialog  *self);

/* export-dialog-edits.c */
void          ent_export_dialog_init_edits (EntExportDialog     *self);
void          ent_export_dialog_edit       (EntExportDialog     *self);

/* export-dialog-share.c */
void          ent_export_dialog_copy      (EntExportDialog      *self);
void          ent_export_dialog_keep      (EntExportDialog      *self);
void          ent_export_dialog_print     (EntExportDialog      *self);
void          ent_export_dialog_init_drag (EntExportDialog      *self);

G_END_DECLS
