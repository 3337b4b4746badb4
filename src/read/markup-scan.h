/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_markup_scan_attributes (const char *bytes,
                                     gsize       length,
                                     guint       most);

G_END_DECLS
