/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

EntArchive *ent_cli_open_to_write (const char *path,
                                   EntParser *parser);

G_END_DECLS
