/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int     ent_open_file       (const char  *path,
                             GError     **error);
GError *ent_open_file_error (int          code);

G_END_DECLS
