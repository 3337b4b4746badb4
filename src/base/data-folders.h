/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the product's data lies, unless the environment's ENTENTE_DATA_DIR says otherwise, and the user's. */
GStrv ent_data_folders_new (const char *product,
                            const char *name);
char *ent_data_folders_get_product (const char *product);

G_END_DECLS
