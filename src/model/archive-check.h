/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

/**
 * EntArchiveCheck:
 * @n_statements: how many are shown
 * @n_removed: how many are in the file besides
 * @n_events: how many are shown
 * @n_corrections: changes of events and statements that hold
 * @n_reviewed: events that somebody has accepted or edited
 * @n_rejected: events that somebody has rejected
 * @n_orphans: changes whose event is not found any more
 * @version: of the schema
 * @parsers: (array zero-terminated=1): versions of what parsed the statements
 * @problems: (element-type utf8): what is wrong, a line each
 *
 * What an archive holds, and whether it is whole. Strings are owned.
 */
typedef struct
{
  gint64 n_statements;
  gint64 n_removed;
  gint64 n_events;
  gint64 n_corrections;
  gint64 n_reviewed;
  gint64 n_rejected;
  gint64 n_orphans;
  gint64 version;
  char **parsers;
  GPtrArray *problems;
} EntArchiveCheck;

/* Takes one statement as it was read, what it says, and the version of what found that. Returns whether to go on. */
typedef gboolean (*EntArchiveLineFunc) (const EntStatement *read,
                                        const EntParsed    *parsed,
                                        const char         *parser,
                                        gpointer            data);
/* Takes one change that holds, without when it was made. */
typedef void (*EntArchiveChangeFunc)   (const char         *coder,
                                        const char         *action,
                                        const char         *target,
                                        const char         *field,
                                        const char         *after,
                                        const char         *note,
                                        gpointer            data);

void     ent_archive_check_clear (EntArchiveCheck      *check);
gboolean ent_archive_check       (EntArchive           *archive,
                                  EntArchiveCheck      *check,
                                  GError              **error);
gboolean ent_archive_each_line   (EntArchive           *archive,
                                  EntArchiveLineFunc    func,
                                  gpointer              data,
                                  GError              **error);
gboolean ent_archive_each_change (EntArchive           *archive,
                                  EntArchiveChangeFunc  func,
                                  gpointer              data,
                                  GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntArchiveCheck, ent_archive_check_clear)

G_END_DECLS
