/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bench_folder_make_file (const char *name);
void  bench_folder_remove    (void);

G_END_DECLS
