/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_spare_memory_give_back (gpointer data);

G_END_DECLS
