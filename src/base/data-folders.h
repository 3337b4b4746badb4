/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the product's data lies, and the user's that adds to it. */
char *ent_data_folders_get_product (const char *installed,
                                    const char *source);
GStrv ent_data_folders_new         (const char *product,
                                    const char *name);

G_END_DECLS
