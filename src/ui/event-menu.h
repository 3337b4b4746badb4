/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

GMenuModel *ent_event_menu_new (EntSession *session,
                                guint32 row);

G_END_DECLS
