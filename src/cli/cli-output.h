/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_cli_write (const GString *text);
int ent_cli_finish (int status);
void ent_cli_append_field (GString *line,
                           const char *text,
                           gboolean last);

G_END_DECLS
