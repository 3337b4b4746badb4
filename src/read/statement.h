/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/edtf.h"

G_BEGIN_DECLS

/* How a statement's own date is known. */
typedef enum
{
  ENT_DATE_BASIS_NONE,
  ENT_DATE_BASIS_GIVEN,    /* by the user (--date) */
  ENT_DATE_BASIS_METADATA, /* by the record or file around the text */
  ENT_DATE_BASIS_DATELINE, /* by a dateline in the text */
  ENT_DATE_BASIS_INFERRED, /* from all that the text says */
  ENT_N_DATE_BASES
} EntDateBasis;

typedef enum
{
  ENT_STATEMENT_READOUT,
  ENT_STATEMENT_COMMUNIQUE,
  ENT_STATEMENT_PRESS_RELEASE,
  ENT_STATEMENT_TRANSCRIPT,
  ENT_STATEMENT_CABLE,
  ENT_STATEMENT_SPEECH,
  ENT_STATEMENT_NEWS,
  ENT_STATEMENT_OTHER,
  ENT_N_STATEMENT_KINDS
} EntStatementKind;

/**
 * EntSpan:
 * @start: first byte
 * @end: the byte after the last
 *
 * A piece of a statement's text, in bytes of its UTF-8. Outside the program offsets are in
 * characters: see ent_statement_get_offset().
 */
typedef struct
{
  guint32 start;
  guint32 end;
} EntSpan;

/**
 * EntPageStart:
 * @start: a byte of a statement's text
 * @page: the page on which it stands from there on, from 1
 */
typedef struct
{
  guint32 start;
  guint32 page;
} EntPageStart;

/**
 * EntStatementInfo:
 *
 * What is known of a statement beside its text. Strings are owned by whoever holds the structure.
 * `issuer` is an actor's id as the record gives it or as the text tells (%NULL: not known).
 * `date_is_of_file` tells that the date is but that of the file: the statement may be older, and a dateline in its text
 * is better.
 */
typedef struct
{
  char *id;
  char *file;
  char *title;
  char *language; /* BCP 47, "en", "zh-Hans", "zh-Hant"; NULL while unknown */
  char *issuer;
  char *issuing_body;
  char *published_by;
  char *url;
  char *retrieved;
  char *citation_key;
  char *version_of;
  EntEdtf date;
  EntDateBasis date_basis;
  gboolean date_is_of_file;
  guint32 notes; /* the byte of the text at which the notes of its editors begin; 0 for none */
  EntStatementKind kind;
} EntStatementInfo;

void ent_statement_info_clear (EntStatementInfo       *info);
void ent_statement_info_copy  (const EntStatementInfo *from,
                               EntStatementInfo       *to);

/**
 * EntDeferredText:
 * @length: its bytes
 * @n_characters: its characters
 * @sha256: (nullable): its digest in hexadecimal digits, if it is known
 * @load: gives the text; called at most once, on any thread; may return %NULL where it cannot be had any more
 * @source: handed to @load
 * @key: handed to @load
 * @free_source: (nullable): gives @source back
 *
 * A text that is read when it is first looked at, as of most statements of a large collection it never is.
 */
typedef struct
{
  gsize length;
  gsize n_characters;
  const char *sha256;
  GBytes *(*load) (gpointer source, gint64 key);
  gpointer source;
  gint64 key;
  GDestroyNotify free_source;
} EntDeferredText;

/**
 * EntStatement:
 *
 * A statement: its text as it was given, and what is known of it. The text is valid UTF-8 (each
 * invalid byte became one U+FFFD), at most 4 GiB, and is never cut. Immutable, atomically counted.
 */
typedef struct _EntStatement EntStatement;

#define ENT_TYPE_STATEMENT (ent_statement_get_type ())
GType                   ent_statement_get_type         (void);

EntStatement           *ent_statement_new              (GBytes                 *text,
                                                        const EntStatementInfo *info,
                                                        const EntSpan          *furniture,
                                                        gsize                   n_furniture);
EntStatement           *ent_statement_new_paged        (GBytes                 *text,
                                                        const EntStatementInfo *info,
                                                        const EntSpan          *furniture,
                                                        gsize                   n_furniture,
                                                        GArray                 *pages);
EntStatement           *ent_statement_new_deferred     (const EntDeferredText  *text,
                                                        const EntStatementInfo *info,
                                                        const EntSpan          *furniture,
                                                        gsize                   n_furniture,
                                                        GArray                 *pages);
EntStatement           *ent_statement_with_info        (EntStatement           *statement,
                                                        const EntStatementInfo *info);
EntStatement           *ent_statement_ref              (EntStatement           *statement);
void                    ent_statement_unref            (EntStatement           *statement);

const EntStatementInfo *ent_statement_get_info         (const EntStatement     *statement);
const char             *ent_statement_get_text         (const EntStatement     *statement,
                                                        gsize                  *length);
GBytes                 *ent_statement_ref_text         (const EntStatement     *statement);
gsize                   ent_statement_get_n_bytes      (const EntStatement     *statement);
gsize                   ent_statement_get_n_characters (const EntStatement     *statement);
const char             *ent_statement_get_sha256       (const EntStatement     *statement);
const EntSpan          *ent_statement_get_furniture    (const EntStatement     *statement,
                                                        gsize                  *n);
gsize                   ent_statement_get_notes        (const EntStatement     *statement);
gboolean                ent_statement_is_furniture     (const EntStatement     *statement,
                                                        guint32                 byte);
gsize                   ent_statement_get_offset       (const EntStatement     *statement,
                                                        guint32                 byte);
guint32                 ent_statement_get_byte         (const EntStatement     *statement,
                                                        gsize                   offset);
guint                   ent_statement_get_paragraph    (const EntStatement     *statement,
                                                        guint32                 byte);
const EntPageStart     *ent_statement_get_pages        (const EntStatement     *statement,
                                                        gsize                  *n);
guint                   ent_statement_get_page         (const EntStatement     *statement,
                                                        guint32                 byte);
char                   *ent_statement_dup_span         (const EntStatement     *statement,
                                                        EntSpan                 span);

const char             *ent_date_basis_to_id           (EntDateBasis            basis);
gboolean                ent_date_basis_from_id         (const char             *id,
                                                        EntDateBasis           *basis);
const char             *ent_statement_kind_to_id       (EntStatementKind        kind);
gboolean                ent_statement_kind_from_id     (const char             *id,
                                                        EntStatementKind       *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntStatement, ent_statement_unref)

G_END_DECLS
