/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes made-up statements of a few governments as JSON lines, the same ones for the same seed. */
void bench_statements_write (const char *path,
                             guint       first,
                             guint       n,
                             guint32     seed);

G_END_DECLS
