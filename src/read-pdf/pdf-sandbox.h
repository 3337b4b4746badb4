/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_pdf_sandbox_enter (guint64 max_memory,
                                guint   max_seconds);

G_END_DECLS
