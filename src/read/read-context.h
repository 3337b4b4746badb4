/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/format.h"
#include "read/line-reader.h"
#include "read/reader.h"
#include "read/record.h"

G_BEGIN_DECLS

/**
 * EntReadContext:
 * @file: the name of what is read, in UTF-8
 * @charset: the encoding of its begin
 * @options: how to read, its limit set
 * @found: whom to give statements to
 * @failed: whom to tell what could not be read
 * @data: handed to both
 * @cancellable: (nullable): to stop it
 * @folder: (nullable): where the files lie that it names; %NULL where it may name none
 * @named: (nullable) (element-type filename): the paths of files that were read because a list named them
 * @clock: how long it may take
 *
 * What all readers of one file need. Borrowed.
 */
typedef struct
{
  const char *file;
  const char *charset;
  const EntReadOptions *options;
  EntStatementFunc found;
  EntReadFailureFunc failed;
  gpointer data;
  GCancellable *cancellable;
  const char *folder;
  GHashTable *named;
  EntReadClock clock;
} EntReadContext;

GError *ent_read_error_too_large (const EntReadLimits *limits);

gboolean ent_html_fill_record (const EntPageWords *words,
                               const char *utf8,
                               gsize length,
                               const EntReadClock *clock,
                               EntRecord *record,
                               GError **error);

/* Reads a file that lies in an archive. */
gboolean ent_reader_read_member (const EntReadContext *context,
                                 GBytes *bytes,
                                 const char *name,
                                 const EntReadOptions *options);

/* Reads a file that another one names; what it names itself is not read. */
gboolean ent_reader_read_named (const EntReadContext *context,
                                const char *path,
                                EntStatementFunc found,
                                EntReadFailureFunc failed,
                                gpointer data);

/* Each returns whether to go on with other files. */
gboolean ent_read_text (const EntReadContext *context,
                        GString *text);
gboolean ent_read_html (const EntReadContext *context,
                        const GString *text);
gboolean ent_read_markdown (const EntReadContext *context,
                            const GString *text);
gboolean ent_read_xml (const EntReadContext *context,
                       const char *bytes,
                       gsize length);
gboolean ent_read_zip (const EntReadContext *context,
                       const char *bytes,
                       gsize length);
gboolean ent_read_pdf (const EntReadContext *context,
                       const char *bytes,
                       gsize length);
gboolean ent_read_mail (const EntReadContext *context,
                        const char *bytes,
                        gsize length);
gboolean ent_read_references (const EntReadContext *context,
                              EntFormat format,
                              const GString *text);
gboolean ent_read_json (const EntReadContext *context,
                        const GString *text);
gboolean ent_read_json_lines (const EntReadContext *context,
                              EntLineReader *lines);
gboolean ent_read_csv (const EntReadContext *context,
                       EntLineReader *lines);

G_END_DECLS
