/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

GtkWidget *ent_merge_dialog_show (GtkWidget *parent,
                                  EntSession *session,
                                  guint32 row,
                                  guint32 other);

G_END_DECLS
