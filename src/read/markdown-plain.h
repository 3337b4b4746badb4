/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *ent_markdown_plain (const char *text,
                             gsize       length);

G_END_DECLS
