/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"
#include "model/search-query.h"

G_BEGIN_DECLS

/* "ENTE" in ASCII: what tells an archive from other SQLite files. */
#define ENT_ARCHIVE_APPLICATION_ID 0x454E5445

/*
 * What an archive holds in memory:
 *
 *     statements, parses ──► merge ──► base ──► changes ──► store
 *     (in the file)          columns (in the file)
 *
 * Both stores are made when they are asked for, and given up when what they were made from changes.
 */
struct _EntArchive
{
  GRecMutex lock;
  EntDatabase *database; /* NULL once it is closed */
  EntParser *parser;
  char *path;
  char *token; /* of the owner row */
  char *coder;
  gboolean alone; /* whether only what the coder says counts, as long as it is open */
  EntArchiveReason reason;
  char *host;
  gint64 process;
  gint64 version;
  struct _EntTextSource *texts;
  char *parser_version; /* what is kept beside what the parser finds; NULL until it is asked for */

  EntEventStore *base;
  GArray *numbers; /* of gint64: the row of each of the base's statements */
  gint64 base_generation;
  EntEventStore *store; /* the one that was given last, whose ids edits speak of */
  GHashTable *anchors;  /* id → the parsed account that an event with changes is known by; see archive-apply.c */
  guint n_orphans;      /* changes of events that were not found */
  GHashTable *marked;   /* number of a note's or a tag's change → id of the event it is on */
  gpointer told;        /* see archive-search.c */
  GHashTable *words;    /* those that are in search_words for sure; may be NULL */
};

/* archive-schema.c */
gint64 ent_archive_schema_get_latest (void);
gint64 ent_archive_schema_get_oldest_read (void);
gboolean ent_archive_schema_migrate (EntDatabase *database,
                                     gint64 from,
                                     gint64 to,
                                     GError **error);

/* archive.c: a change to the file, as a whole or not at all */
gboolean ent_archive_begin (EntArchive *archive,
                            GError **error);
gboolean ent_archive_commit (EntArchive *archive,
                             GError **error);
void ent_archive_rollback (EntArchive *archive);
gboolean ent_archive_set_meta (EntArchive *archive,
                               const char *key,
                               const char *value,
                               GError **error);
char *ent_archive_dup_meta (EntArchive *archive,
                            const char *key,
                            GError **error);
gint64 ent_archive_get_generation (EntArchive *archive);
gboolean ent_archive_bump_generation (EntArchive *archive,
                                      GError **error);

/* archive-texts.c: texts that are read when they are looked at */
typedef struct _EntTextSource EntTextSource;

EntTextSource *ent_text_source_new (const char *path,
                                    GError **error);
EntTextSource *ent_text_source_ref (EntTextSource *source);
void ent_text_source_unref (EntTextSource *source);
GBytes *ent_text_source_load (gpointer source,
                              gint64 statement);

/* archive-statements.c: rows of statements and of what they say */
const char *ent_archive_get_parser_version (EntArchive *archive);
EntStatement *ent_archive_read_statement (EntArchive *archive,
                                          EntQuery *row,
                                          int column,
                                          GError **error);
void ent_archive_tell_missing (gint64 number,
                               GError **error);
EntStatement *ent_archive_read_one (EntArchive *archive,
                                    gint64 number,
                                    GError **error);
gboolean ent_archive_is_corrected (EntArchive *archive,
                                   gint64 number,
                                   const char *field,
                                   gboolean *corrected,
                                   GError **error);
gint64 ent_archive_find_statement (EntArchive *archive,
                                   const char *id,
                                   GError **error);
gboolean ent_archive_insert_statement (EntArchive *archive,
                                       EntStatement *statement,
                                       const char *given_id,
                                       gint64 import,
                                       gint64 changes_of,
                                       gint64 *number,
                                       GError **error);
gboolean ent_archive_put_parse (EntArchive *archive,
                                gint64 number,
                                const EntParsed *parsed,
                                const char *version,
                                GError **error);
gboolean ent_archive_parse_again (EntArchive *archive,
                                  gint64 number,
                                  GError **error);

/* archive-former.c: what statements said before they were parsed anew */
#define ENT_N_FORMER_FACTS 11

/**
 * EntFormer:
 * @facts: (nullable): the columns of `parses` after the statement's, the parser first
 * @events: what `parsed_events` holds
 *
 * What a statement says or said, as it is kept.
 */
typedef struct
{
  char *facts[ENT_N_FORMER_FACTS];
  GBytes *events;
} EntFormer;

void ent_former_clear (EntFormer *former);
gboolean ent_former_equal (const EntFormer *former,
                           const EntFormer *other);
gboolean ent_archive_read_former (EntArchive *archive,
                                  gint64 number,
                                  EntFormer *former,
                                  GError **error);
gboolean ent_archive_keep_former (EntArchive *archive,
                                  gint64 group,
                                  gint64 number,
                                  const EntFormer *former,
                                  gboolean is_before,
                                  GError **error);
gboolean ent_archive_swap_former (EntArchive *archive,
                                  gint64 group,
                                  gboolean undo,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntFormer, ent_former_clear)

/* archive-log.c: the history */
gboolean ent_archive_begin_group (EntArchive *archive,
                                  const char *action,
                                  const char *field,
                                  gint64 n,
                                  gint64 *group,
                                  GError **error);
gboolean ent_archive_end_group (EntArchive *archive,
                                gboolean good,
                                GError **error);
gint64 ent_archive_log_group (EntArchive *archive,
                              const char *action,
                              const char *field,
                              gint64 n,
                              GError **error);
gboolean ent_archive_log_change (EntArchive *archive,
                                 gint64 group,
                                 const char *action,
                                 const char *target,
                                 const char *field,
                                 const char *before,
                                 const char *after,
                                 const char *note,
                                 GError **error);

/* archive-coders.c */
const char *ent_archive_get_only_coder (EntArchive *archive);

/* archive-load.c */
gboolean ent_archive_ensure_base (EntArchive *archive,
                                  GError **error);
EntParsed *ent_archive_read_parse (EntArchive *archive,
                                   gint64 number,
                                   GError **error);

/* archive-index.c: what is searched in */
gint64 ent_archive_get_indexed (EntArchive *archive);
gboolean ent_archive_unindex_events (EntArchive *archive,
                                     gint64 number,
                                     GError **error);
gboolean ent_archive_index_events (EntArchive *archive,
                                   gint64 number,
                                   GError **error);
gboolean ent_archive_index_next (EntArchive *archive,
                                 guint *n,
                                 GError **error);

/* archive-search-parts.c */
gboolean ent_archive_put_words (EntArchive *archive,
                                const char *segmented,
                                GError **error);
char *ent_archive_dup_parts_match (EntArchive *archive,
                                   const EntSearchQuery *query,
                                   gboolean *exact,
                                   GError **error);

/* archive-search.c */
void ent_archive_forget_told (EntArchive *archive);

/* archive-apply.c */
char *ent_archive_dup_anchor (EntArchive *archive,
                              const char *event,
                              GError **error);
GArray *ent_archive_read_changes (EntArchive *archive,
                                  const char *coder,
                                  GError **error);
gint64 ent_archive_get_reviewed_by (EntArchive *archive,
                                    const char *event);
char *ent_archive_dup_account_anchor (EntArchive *archive,
                                      const EntAccount *account,
                                      GError **error);

/**
 * ent_archive_lock:
 * @archive: an archive
 *
 * Returns: (transfer full): holds it for the caller's thread, as long as it lives
 */
static inline GRecMutexLocker *
ent_archive_lock (EntArchive *archive)
{
  return g_rec_mutex_locker_new (&archive->lock);
}

G_END_DECLS
