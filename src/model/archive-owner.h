/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/database.h"

G_BEGIN_DECLS

/**
 * EntArchiveOwner:
 * @host: the computer
 * @process: the process there
 *
 * Who may write a file. Strings are owned.
 */
typedef struct
{
  char *host;
  gint64 process;
} EntArchiveOwner;

/* All within a transaction. */
gboolean ent_archive_owner_claim  (EntDatabase     *database,
                                   const char      *token,
                                   EntArchiveOwner *other,
                                   gboolean        *is_ours,
                                   GError         **error);
gboolean ent_archive_owner_beat   (EntDatabase     *database,
                                   const char      *token,
                                   gboolean        *is_ours,
                                   GError         **error);
gboolean ent_archive_owner_leave  (EntDatabase     *database,
                                   const char      *token,
                                   GError         **error);

G_END_DECLS
