/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

GtkWidget *ent_period_dialog_show (GtkWindow  *parent,
                                   EntSession *session,
                                   const char *id,
                                   const char *label,
                                   EntEdtf     span);

G_END_DECLS
