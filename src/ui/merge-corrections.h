/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

void ent_merge_corrections (GtkWindow  *parent,
                            EntSession *session,
                            const char *path);

G_END_DECLS
