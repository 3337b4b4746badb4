/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

EntArchive *ent_cli_open_to_write (const char *path,
                                   EntParser *parser);
EntArchive *ent_cli_open_to_change (const char *path,
                                    EntParser *parser);
gboolean ent_cli_load_rules (EntArchive *archive);
EntArchive *ent_cli_open_to_read (const char *path,
                                  EntParser *parser);
int ent_cli_open_pair (const char *path,
                       gboolean change,
                       const char *other_path,
                       EntArchive **archive,
                       EntArchive **other);
int ent_cli_one_archive (void);

G_END_DECLS
