/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the product's data lies, and the user's that adds to it. */
char *ent_data_folders_get_product (const char *installed,
                                    const char *source);
const char *ent_data_folders_get_built (const char *product,
                                        const char *installed,
                                        const char *built);
GStrv ent_data_folders_new         (const char *product,
                                    const char *built,
                                    const char *name);
char *ent_data_folders_find_programs (const char *installed,
                                      const char *built);

G_END_DECLS
