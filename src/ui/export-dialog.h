/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "layout/scene.h"
#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntExportDialog:
 *
 * Asks for what picture of the timeline to save, with a preview, and saves it. Signal `saved` with the #GFile.
 */
#define ENT_TYPE_EXPORT_DIALOG (ent_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ENT, EXPORT_DIALOG, AdwWindow)

GtkWidget *ent_export_dialog_new (EntSession  *session,
                                  GSettings   *settings,
                                  EntLaneMode  lanes,
                                       const char  *lane_choice,
                                  double       view_start,
                                  double       view_days,
                                  const char  *title);

G_END_DECLS
