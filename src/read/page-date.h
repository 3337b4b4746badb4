/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_page_date_find (const char *text,
                          gsize length);
char *ent_page_date_find_last (const char *text);
char *ent_page_date_find_in_address (const char *address);

G_END_DECLS
