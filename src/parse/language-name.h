/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_language_dup_name (const char *tag,
                             const char *reader);

G_END_DECLS
