/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/database.h"
#include "model/event-store.h"
#include "model/loader.h"
#include "parse/parser.h"

G_BEGIN_DECLS

/**
 * EntArchive:
 *
 * An `.entente` file: statements, what was found in them, and all that people have said of it since. Every change is on
 * the disk when its function returns, and can be undone. What was parsed and what the user says are kept apart; stores
 * that ent_archive_load() gives have the user's values. Atomically counted; its functions may be called on any thread,
 * one at a time, and wait for each other.
 *
 * One process at a time may write a file: it holds the file's owner row. Whoever comes later reads.
 */
typedef struct _EntArchive EntArchive;

#define ENT_TYPE_ARCHIVE (ent_archive_get_type ())
GType ent_archive_get_type (void);

typedef enum
{
  ENT_ARCHIVE_OPEN_READ = 0,
  ENT_ARCHIVE_OPEN_WRITE = 1 << 0, /* if that is possible; see ent_archive_get_access() */
  ENT_ARCHIVE_OPEN_CREATE = 1 << 1 /* made if it is missing */
} EntArchiveOpenFlags;

/* Why an archive that was to be written is only read. */
typedef enum
{
  ENT_ARCHIVE_WRITABLE,
  ENT_ARCHIVE_ASKED,   /* it was opened to be read */
  ENT_ARCHIVE_OF_FILE, /* the file or its folder may not be written */
  ENT_ARCHIVE_OF_DISK, /* it has no room to grow */
  ENT_ARCHIVE_OF_OWNER,/* somebody else is writing it */
  ENT_ARCHIVE_OF_VERSION /* a later version of the program made it */
} EntArchiveReason;

/**
 * EntArchiveAccess:
 * @reason: why it may not be written, or %ENT_ARCHIVE_WRITABLE
 * @host: of %ENT_ARCHIVE_OF_OWNER, the computer on which it is being written
 * @process: and the process there
 * @version: of %ENT_ARCHIVE_OF_VERSION, the schema's
 *
 * Whether an archive can be written. What it points to belongs to the archive.
 */
typedef struct
{
  EntArchiveReason reason;
  const char *host;
  gint64 process;
  gint64 version;
} EntArchiveAccess;

gboolean       ent_archive_is_file         (const char             *path);
EntArchive    *ent_archive_open            (const char             *path,
                                            EntParser              *parser,
                                            EntArchiveOpenFlags     flags,
                                            GError                **error);
EntArchive    *ent_archive_ref             (EntArchive             *archive);
void           ent_archive_unref           (EntArchive             *archive);
void           ent_archive_close           (EntArchive             *archive);
const char    *ent_archive_get_path        (EntArchive             *archive);
EntParser     *ent_archive_get_parser      (EntArchive             *archive);
void           ent_archive_set_parser      (EntArchive             *archive,
                                            EntParser              *parser);
void           ent_archive_get_access      (EntArchive             *archive,
                                            EntArchiveAccess       *access);
void           ent_archive_set_coder       (EntArchive             *archive,
                                            const char             *coder);
gboolean       ent_archive_beat            (EntArchive             *archive,
                                            GError                **error);
void           ent_archive_drop_pages      (EntArchive             *archive);
gboolean       ent_archive_save_as         (EntArchive             *archive,
                                            const char             *path,
                                            GError                **error);

/* Work that has no file of its own yet lies in a folder of the program's, and is found there after a crash. */
EntArchive    *ent_archive_new_untitled    (const char             *folder,
                                            EntParser              *parser,
                                            GError                **error);
char         **ent_archive_find_untitled   (const char             *folder);

/* Loading: what there is, as a store. */
typedef enum
{
  ENT_ARCHIVE_WITH_REJECTED = 1 << 0, /* events that the user rejected or hid are there, marked as such */
  ENT_ARCHIVE_AS_PARSED = 1 << 1      /* without the user's changes of events */
} EntArchiveLoadFlags;

/* Takes one statement as it was read, with the user's corrections. Returns whether to go on. */
typedef gboolean (*EntArchiveStatementFunc) (EntStatement *statement,
                                             gpointer      data);
/* Takes what one statement says, over, and its row in the file. Returns whether to go on. */
typedef gboolean (*EntArchiveParsedFunc)    (EntParsed    *parsed,
                                             gint64        number,
                                             gpointer      data);

EntEventStore *ent_archive_load            (EntArchive             *archive,
                                            EntArchiveLoadFlags     flags,
                                            GError                **error);
gboolean       ent_archive_each_statement  (EntArchive             *archive,
                                            EntArchiveStatementFunc func,
                                            gpointer                data,
                                            GError                **error);
gboolean       ent_archive_each_parsed     (EntArchive             *archive,
                                            EntArchiveParsedFunc    func,
                                            gpointer                data,
                                            GError                **error);
EntEventStore *ent_archive_apply           (EntArchive             *archive,
                                            EntEventStore          *parsed,
                                            EntArchiveLoadFlags     flags,
                                            GError                **error);
EntEventStore *ent_archive_apply_to        (EntArchive             *archive,
                                            EntEventStore          *parsed,
                                            GPtrArray              *already,
                                            EntArchiveLoadFlags     flags,
                                            GError                **error);

/**
 * EntChangeLabel:
 * @action: what was done: "import", "edit", "merge", "split", "add", "reject", "accept", "review", "restore",
 *   "edit-statement", "remove-statement", "note", "tag", "period", "snapshot", "corrections", "reparse"
 * @field: (nullable): of what, where it was one thing ("date")
 * @n: to how many events or statements
 * @time: when, in ISO 8601 and UTC
 * @coder: (nullable): by whom
 * @event: (nullable): the id of an event that it is about
 * @number: grows with each change
 *
 * A change as parts that a menu makes words of: "Undo Merge of 2 Events". Strings are owned.
 */
typedef struct
{
  char *action;
  char *field;
  gint64 n;
  char *time;
  char *coder;
  char *event;
  gint64 number;
} EntChangeLabel;

void           ent_change_label_clear      (EntChangeLabel         *label);

gboolean       ent_archive_get_undo        (EntArchive             *archive,
                                            EntChangeLabel         *label);
gboolean       ent_archive_get_redo        (EntArchive             *archive,
                                            EntChangeLabel         *label);
gboolean       ent_archive_has_edits       (EntArchive             *archive);
gboolean       ent_archive_undo            (EntArchive             *archive,
                                            GError                **error);
gboolean       ent_archive_redo            (EntArchive             *archive,
                                            GError                **error);

/* How the file was left: the filter, the span shown, and what else a view wants to find again. Not undone. */
gboolean       ent_archive_set_state       (EntArchive             *archive,
                                            const char             *key,
                                            const char             *value,
                                            GError                **error);
char          *ent_archive_dup_state       (EntArchive             *archive,
                                            const char             *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntArchive, ent_archive_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntChangeLabel, ent_change_label_clear)

G_END_DECLS
