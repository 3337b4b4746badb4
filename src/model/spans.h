/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int ent_spans_compare (gconstpointer a,
                       gconstpointer b);
void ent_spans_join (GArray *spans);

G_END_DECLS
