/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A program in a folder of its own that does for each file what a script says. */
char *script_program_new   (const char *name);
void  script_program_set   (const char *program,
                            const char *script);
void  script_program_remove (char *program);

G_END_DECLS
