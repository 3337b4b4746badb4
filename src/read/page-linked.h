/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ent_page_linked_find_publisher (const char *script);

G_END_DECLS
