/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_sandbox_enter (const char *folder,
                            guint64     max_memory,
                            guint       max_seconds);

G_END_DECLS
