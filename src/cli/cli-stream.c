/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-stream.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "base/ordered-pool.h"
#include "cli/cli-output.h"
#include "cli/command.h"
#include "model/archive.h"
#include "read/statement-set.h"

/* So many bytes of statements go to a worker at a time: handing over one by one costs more than the work. */
#define BATCH_BYTES (256 * 1024)

typedef struct
{
  const EntCliOptions *options;
  EntParser *parser;
  EntParser *keeper; /* what archives are opened with */
  EntParseDepth depth;
  EntCliPrintFunc print;
  gpointer data;
  EntStatementSet *set;
  EntOrderedPool *pool;
  GPtrArray *batch; /* of EntStatement */
  gsize batch_bytes;
  gboolean failed;
  gboolean stopped; /* standard output takes no more */
} Stream;

static gpointer
work (gpointer item,
      gpointer data)
{
  const Stream *stream = data;
  g_autoptr (GPtrArray) batch = item;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < batch->len; i++)
    {
      g_autoptr (EntParsed) parsed = ent_parser_parse (stream->parser, batch->pdata[i], stream->depth);

      stream->print (out, batch->pdata[i], parsed, stream->options, stream->data);
    }
  return out;
}

static void
take_result (gpointer result,
             gpointer data)
{
  Stream *stream = data;
  GString *out = result;

  if (!stream->stopped && (!ent_cli_write (out) || fflush (stdout) != 0))
    stream->stopped = TRUE;
  g_string_free (out, TRUE);
}

static void
flush_batch (Stream *stream)
{
  if (stream->batch->len == 0)
    return;
  ent_ordered_pool_push (stream->pool, g_steal_pointer (&stream->batch));
  stream->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_statement_unref);
  stream->batch_bytes = 0;
}

static gboolean
on_statement (EntStatement *statement,
              gpointer      data)
{
  Stream *stream = data;
  gboolean renamed = FALSE;
  EntStatement *kept = ent_statement_set_add (stream->set, statement, &renamed);
  gsize length;

  if (kept == NULL)
    return !stream->stopped;
  if (renamed)
    ent_cli_complain (ent_statement_get_info (kept)->id, _ ("another statement has this id; this one got a number"));
  ent_statement_get_text (kept, &length);
  stream->batch_bytes += length;
  g_ptr_array_add (stream->batch, kept);
  if (stream->batch_bytes >= BATCH_BYTES)
    flush_batch (stream);
  return !stream->stopped;
}

static void
on_failure (const char   *file,
            const GError *error,
            gpointer      data)
{
  Stream *stream = data;

  ent_cli_complain (file, error->message);
  stream->failed = TRUE;
}

/* An archive has events and their words, also where only its dates are asked for. */
static EntArchive *
open_archive (Stream      *stream,
              const char  *path,
              GError     **error)
{
  if (stream->keeper == NULL)
    stream->keeper = ent_parser_get_vocabulary (stream->parser) != NULL ? ent_parser_ref (stream->parser)
                                                                        : ent_cli_load_parser (ENT_PARSE_NOTHING);
  return stream->keeper != NULL ? ent_archive_open (path, stream->keeper, ENT_ARCHIVE_OPEN_READ, error) : NULL;
}

static gboolean
on_archive (const char *path,
            gpointer    data)
{
  Stream *stream = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) archive = open_archive (stream, path, &error);

  if (archive == NULL && error == NULL)
    {
      stream->failed = TRUE;
      return FALSE;
    }
  if (archive == NULL || !ent_archive_each_statement (archive, on_statement, stream, &error))
    on_failure (path, error, stream);
  return !stream->stopped;
}

/**
 * ent_cli_stream:
 * @options: what to read and how
 * @parser: (nullable): a parser; nothing is read without
 * @depth: how far each statement is read
 * @print: prints what it gives
 * @data: handed to @print
 *
 * Reads statements and prints what each gives, in the order of the input, as it is found; memory does
 * not grow with their number.
 *
 * Returns: what to exit with
 */
int
ent_cli_stream (const EntCliOptions *options,
                EntParser           *parser,
                EntParseDepth        depth,
                EntCliPrintFunc      print,
                gpointer             data)
{
  Stream stream = { .options = options, .parser = parser, .depth = depth, .print = print, .data = data };

  const EntReadHooks hooks = { on_archive, NULL, &stream };
  EntReadOptions read = options->read;

  if (parser == NULL)
    return ENT_EXIT_INPUT;
  read.hooks = &hooks;
  stream.set = ent_statement_set_new ();
  if (depth == ENT_PARSE_STATEMENT)
    ent_statement_set_mark_versions (stream.set);
  stream.pool = ent_ordered_pool_new (ent_cli_options_n_jobs (options), work, take_result, &stream);
  stream.batch = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_statement_unref);
  for (guint i = 0; options->paths[i] != NULL && !stream.stopped; i++)
    {
      ent_reader_read_path (options->paths[i], &read, on_statement, on_failure, &stream, NULL);
      flush_batch (&stream);
    }
  ent_ordered_pool_finish (stream.pool);
  g_ptr_array_unref (stream.batch);
  ent_statement_set_free (stream.set);
  g_clear_pointer (&stream.keeper, ent_parser_unref);
  return ent_cli_finish (stream.stopped ? ENT_EXIT_OUTPUT : stream.failed ? ENT_EXIT_INPUT
                                                                          : ENT_EXIT_DONE);
}
