/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntSnapshotsWindow:
 *
 * The frozen states of a collection: takes one, lists them, and tells what differs between two.
 */
#define ENT_TYPE_SNAPSHOTS_WINDOW (ent_snapshots_window_get_type ())
G_DECLARE_FINAL_TYPE (EntSnapshotsWindow, ent_snapshots_window, ENT, SNAPSHOTS_WINDOW, AdwWindow)

GtkWidget *ent_snapshots_window_new (EntSession *session);

G_END_DECLS
