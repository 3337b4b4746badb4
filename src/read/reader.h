/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "read/page-words.h"
#include "read/read-limits.h"
#include "read/statement.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_READ_ERROR_EMPTY,     /* nothing to read in it */
  ENT_READ_ERROR_BINARY,    /* neither text nor a format that is read */
  ENT_READ_ERROR_MALFORMED, /* not what its format asks for */
  ENT_READ_ERROR_TOO_LARGE  /* beyond a limit */
} EntReadError;

#define ENT_READ_ERROR (ent_read_error_quark ())
GQuark ent_read_error_quark (void);

/**
 * EntReadHooks:
 * @archive: (nullable): takes a file that is an SQLite database; returns whether to go on. It says itself what is
 *   wrong with one.
 * @line: (nullable): takes a line of a stream, valid UTF-8, before it is read; returns whether it did, setting the
 *   error if there is something wrong with it
 * @data: handed to all
 * @bytes: (nullable): is told how many bytes more were read of the file that is being read
 * @file: (nullable): is told that a file was read, of how many bytes
 *
 * What those layers above read themselves, that know more than statements.
 */
typedef struct
{
  gboolean (*archive) (const char *path, gpointer data);
  gboolean (*line) (const char *file, const char *line, gsize length, gpointer data, GError **error);
  gpointer data;
  void (*bytes) (gsize n, gpointer data);
  void (*file) (gsize size, gpointer data);
} EntReadHooks;

/**
 * EntReadOptions:
 * @date: the issue date of statements that do not tell theirs; of precision %ENT_EDTF_NONE for none
 * @language: (nullable): the language of statements that do not tell theirs; %NULL to find it out
 * @stream: whether unnamed input is JSON lines (`--stdin-format=jsonl`)
 * @limits: what is too much to be read
 * @words: (nullable): the words that sites put around a statement; %NULL to know none
 * @programs: (nullable): the folder of the programs that read without rights, `entente-read-pdf` and
 *   `entente-read-zip`
 * @hooks: (nullable): what is read elsewhere
 * @archive: (nullable): what archives inside each other share; %NULL but for the reader of archives
 *
 * How to read. A plain value.
 */
typedef struct
{
  EntEdtf date;
  const char *language;
  gboolean stream;
  EntReadLimits limits;
  const EntPageWords *words;
  const char *programs;
  const EntReadHooks *hooks;
  struct _EntZipReading *archive;
} EntReadOptions;

/**
 * EntStatementFunc:
 * @statement: (transfer full): a statement as it was found
 * @data: user data
 *
 * Returns: whether to go on reading
 */
typedef gboolean (*EntStatementFunc) (EntStatement *statement,
                                      gpointer data);

/**
 * EntReadFailureFunc:
 * @file: what could not be read, with the line where there is one ("news.jsonl:17")
 * @error: why
 * @data: user data
 *
 * Called for each part that could not be read; what else there is, is still read.
 */
typedef void (*EntReadFailureFunc) (const char *file,
                                    const GError *error,
                                    gpointer data);

/* Bytes in, statements or errors out; no state is shared, so that it can run in a helper process. */
gboolean ent_reader_read_bytes (GBytes *bytes,
                                const char *name,
                                const EntReadOptions *options,
                                EntStatementFunc found,
                                EntReadFailureFunc failed,
                                gpointer data);

/* Files, folders (recursively, sorted by path) and "-" for standard input; streams are read line by line. */
gboolean ent_reader_read_path (const char *path,
                               const EntReadOptions *options,
                               EntStatementFunc found,
                               EntReadFailureFunc failed,
                               gpointer data,
                               GCancellable *cancellable);

G_END_DECLS
