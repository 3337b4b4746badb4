/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/loader.h"

#include "base/ordered-pool.h"
#include "model/archive-search.h"
#include "model/archive-together.h"
#include "read/measure.h"
#include "read/statement-set.h"

/* The time that is left is told from so much of the files, and so many seconds, on. */
#define LEAST_PART 0.01
#define LEAST_SECONDS 1.0

/*
 * What a load is doing. Statements go from the reader to the workers and come back parsed in the same order, all but
 * the parsing on one thread:
 *
 *     reader ──► set ──► pool ══► parser ══► pool ──► parsed ──► merge
 */
typedef struct
{
  EntParser *parser;
  GCancellable *cancellable;
  EntOrderedPool *pool;
  EntStatementSet *set;
  GPtrArray *archives; /* of EntArchive, whose statements are among those parsed */
  GHashTable *origins; /* id of a statement that is from an archive → Origin */
  GPtrArray *parsed;
  GPtrArray *failures;
  GPtrArray *warnings;
  EntLoadProgress done;
  guint64 n_bytes_before; /* of the files that were read to their end */
  gint64 start;           /* in microseconds */
  EntLoadProgressFunc progress;
  gpointer data;
  const char *coder; /* whose word on events of archives alone counts; NULL for everybody's */
} Load;

/* Where a statement is from. */
typedef struct
{
  guint32 archive; /* counted from 1 */
  gint64 row;
} Origin;

static void
load_failure_free (gpointer data)
{
  EntLoadFailure *failure = data;

  g_free (failure->file);
  g_free (failure->message);
  g_free (failure);
}

/**
 * ent_load_failures_new:
 *
 * Returns: (transfer full) (element-type EntLoadFailure): no failures yet
 */
GPtrArray *
ent_load_failures_new (void)
{
  return g_ptr_array_new_with_free_func (load_failure_free);
}

/**
 * ent_load_failures_add:
 * @failures: failures
 * @file: (nullable): what could not be read
 * @message: (transfer full): why
 */
void
ent_load_failures_add (GPtrArray  *failures,
                       const char *file,
                       char       *message)
{
  EntLoadFailure *failure;

  g_return_if_fail (failures != NULL && message != NULL);

  failure = g_new (EntLoadFailure, 1);
  failure->file = g_strdup (file);
  failure->message = message;
  g_ptr_array_add (failures, failure);
}

/**
 * ent_load_result_free:
 * @result: (nullable): a result
 */
void
ent_load_result_free (EntLoadResult *result)
{
  if (result == NULL)
    return;

  g_clear_pointer (&result->store, ent_event_store_unref);
  g_clear_pointer (&result->parsed, g_ptr_array_unref);
  g_clear_pointer (&result->failures, g_ptr_array_unref);
  g_clear_pointer (&result->warnings, g_ptr_array_unref);
  g_clear_pointer (&result->periods, g_array_unref);
  g_free (result->snapshot);
  g_clear_pointer (&result->archives, g_ptr_array_unref);
  g_clear_pointer (&result->archive_of, g_array_unref);
  g_free (result);
}

/* What was parsed does not change, so a copy shares all of it. */
static EntParsed *
share_parsed (const EntParsed *parsed)
{
  EntParsed *shared = g_new0 (EntParsed, 1);

  shared->statement = ent_statement_ref (parsed->statement);
  shared->timexes = g_array_ref (parsed->timexes);
  shared->mentions = g_array_ref (parsed->mentions);
  shared->n_timexes = parsed->n_timexes;
  return shared;
}

static GPtrArray *
share_all (GPtrArray *already)
{
  GPtrArray *shared = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_parsed_free);

  for (guint i = 0; already != NULL && i < already->len; i++)
    g_ptr_array_add (shared, share_parsed (g_ptr_array_index (already, i)));
  return shared;
}

/**
 * ent_load_progress_reckon:
 * @progress: how far it has come
 * @start: when it began, in microseconds of g_get_monotonic_time()
 *
 * Reckons how long the rest takes. Reading waits for parsing where that is behind, so what is read tells how far both
 * are.
 */
void
ent_load_progress_reckon (EntLoadProgress *progress,
                          gint64           start)
{
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  double part = progress->n_bytes > 0 ? (double) progress->n_bytes_done / (double) progress->n_bytes : 0;

  progress->seconds_left = part >= LEAST_PART && seconds >= LEAST_SECONDS ? seconds * (1 - part) / part : -1;
}

static void
report (Load *load)
{
  ent_load_progress_reckon (&load->done, load->start);
  if (load->progress != NULL)
    load->progress (&load->done, load->data);
}

static gpointer
parse_cb (gpointer item,
          gpointer data)
{
  const Load *load = data;
  g_autoptr (EntStatement) statement = item;

  if (g_cancellable_is_cancelled (load->cancellable))
    return NULL;
  return ent_parser_parse (load->parser, statement, ENT_PARSE_EVENTS);
}

static void
on_parsed (gpointer result,
           gpointer data)
{
  Load *load = data;
  EntParsed *parsed = result;

  load->done.n_statements++;
  load->done.n_mentions += parsed->mentions->len;
  g_ptr_array_add (load->parsed, parsed);
  report (load);
}

static gboolean
on_statement (EntStatement *statement,
              gpointer      data)
{
  Load *load = data;
  EntStatement *added;
  gboolean renamed = FALSE;

  if (g_cancellable_is_cancelled (load->cancellable))
    {
      ent_statement_unref (statement);
      return FALSE;
    }
  added = ent_statement_set_add (load->set, statement, &renamed);
  if (added == NULL)
    return TRUE;
  if (renamed)
    {
      const EntStatementInfo *info = ent_statement_get_info (added);

      ent_load_failures_add (load->warnings, info->file != NULL ? info->file : info->id,
                             g_strdup_printf ("another text has this id already; it is read as %s", info->id));
    }
  ent_ordered_pool_push (load->pool, added);
  return TRUE;
}

static void
on_failure (const char   *file,
            const GError *error,
            gpointer      data)
{
  Load *load = data;

  ent_load_failures_add (load->failures, file, g_strdup (error->message));
  load->done.n_failed++;
  report (load);
}

/* More of the file that is being read. A file that grows, or that lists name, does not make the sum wrong. */
static void
on_bytes (gsize    n,
          gpointer data)
{
  Load *load = data;

  load->done.n_bytes_done = MIN (load->done.n_bytes_done + n, load->done.n_bytes);
}

static void
on_file (gsize    size,
         gpointer data)
{
  Load *load = data;

  load->n_bytes_before = MIN (load->n_bytes_before + size, load->done.n_bytes);
  load->done.n_bytes_done = load->n_bytes_before;
  load->done.n_files_done = MIN (load->done.n_files_done + 1, load->done.n_files);
  report (load);
}

/* What an archive's statements say is there already. */
static gboolean
on_archive_parsed (EntParsed *parsed,
                   gint64     number,
                   gpointer   data)
{
  Load *load = data;
  const Origin origin = { load->archives->len + 1, number };
  gboolean renamed;
  EntStatement *added = ent_statement_set_add (load->set, ent_statement_ref (parsed->statement), &renamed);

  if (added == NULL)
    {
      ent_parsed_free (parsed);
      return TRUE;
    }
  ent_statement_unref (parsed->statement);
  parsed->statement = added;
  g_hash_table_insert (load->origins, ent_statement_get_info (added)->id, g_memdup2 (&origin, sizeof origin));
  on_parsed (parsed, load);
  return !g_cancellable_is_cancelled (load->cancellable);
}

static gboolean
is_from (gpointer id,
         gpointer origin,
         gpointer archive)
{
  return ((const Origin *) origin)->archive == GPOINTER_TO_UINT (archive);
}

static gboolean
on_archive (const char *path,
            gpointer    data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) archive = ent_archive_open (path, load->parser, ENT_ARCHIVE_OPEN_READ, &error);

  if (archive == NULL || !ent_archive_each_parsed (archive, on_archive_parsed, load, &error))
    {
      on_failure (path, error, load);
      g_hash_table_foreach_remove (load->origins, is_from, GUINT_TO_POINTER (load->archives->len + 1));
    }
  else
    {
      if (load->coder != NULL)
        {
          ent_archive_set_coder (archive, load->coder);
          ent_archive_set_alone (archive, TRUE);
        }
      g_ptr_array_add (load->archives, ent_archive_ref (archive));
    }
  return !g_cancellable_is_cancelled (load->cancellable);
}

/* What people have said of the events of the archives, is said of what was read. */
static void
apply_archives (Load          *load,
                EntLoadResult *result)
{
  for (guint i = 0; i < load->archives->len; i++)
    {
      EntArchive *archive = g_ptr_array_index (load->archives, i);
      g_autoptr (GError) error = NULL;
      EntEventStore *store = ent_archive_apply_to (archive, result->store, load->parsed, 0, &error);

      if (store == NULL)
        {
          on_failure (ent_archive_get_path (archive), error, load);
          continue;
        }
      ent_event_store_unref (result->store);
      result->store = store;
    }
}

/* Tells each archive which statements of the store are its own, so that it can be searched for what they tell. */
static void
tell_origins (Load          *load,
              EntLoadResult *result)
{
  guint n = ent_event_store_get_n_statements (result->store);

  result->archive_of = g_array_sized_new (FALSE, TRUE, sizeof (guint32), n);
  g_array_set_size (result->archive_of, n);
  for (guint32 i = 0; i < load->archives->len; i++)
    {
      g_autoptr (GArray) rows = g_array_sized_new (FALSE, TRUE, sizeof (gint64), n);

      g_array_set_size (rows, n);
      for (guint j = 0; j < n; j++)
        {
          const char *id = ent_statement_get_info (ent_event_store_get_statement (result->store, j))->id;
          const Origin *origin = g_hash_table_lookup (load->origins, id);

          if (origin == NULL || origin->archive != i + 1)
            continue;
          g_array_index (rows, gint64, j) = origin->row;
          g_array_index (result->archive_of, guint32, j) = origin->archive;
        }
      ent_archive_search_in (load->archives->pdata[i], result->store, rows);
    }
}

static void
read_all (Load                 *load,
          const char * const   *paths,
          const EntReadOptions *options,
          guint                 n_jobs)
{
  const EntReadHooks hooks = { .archive = on_archive, .bytes = on_bytes, .file = on_file, .data = load };
  EntReadOptions own = *options;

  own.hooks = &hooks;
  load->set = ent_statement_set_new ();
  for (guint i = 0; i < load->parsed->len; i++)
    {
      const EntParsed *parsed = g_ptr_array_index (load->parsed, i);
      EntStatement *statement = ent_statement_ref (parsed->statement);
      gboolean renamed;
      g_autoptr (EntStatement) known = ent_statement_set_add (load->set, statement, &renamed);
    }

  for (gsize i = 0; paths[i] != NULL; i++)
    ent_reader_measure (paths[i], options, &load->done.n_files, &load->done.n_bytes, load->cancellable);
  report (load);
  load->pool = ent_ordered_pool_new (n_jobs, parse_cb, on_parsed, load);
  for (gsize i = 0; paths[i] != NULL && !g_cancellable_is_cancelled (load->cancellable); i++)
    {
      ent_reader_read_path (paths[i], &own, on_statement, on_failure, load, load->cancellable);
    }
  ent_ordered_pool_finish (g_steal_pointer (&load->pool));
  g_clear_pointer (&load->set, ent_statement_set_free);
}

/**
 * ent_loader_load:
 * @parser: what reads statements
 * @paths: (array zero-terminated=1): files, folders, archives and "-"
 * @already: (nullable) (element-type EntParsed): what was parsed before and stays; it is shared, not taken
 * @options: how to load
 * @progress: (nullable): is told how far it has come
 * @data: handed to @progress
 * @cancellable: (nullable): to stop it
 * @error: set only if it was stopped
 *
 * Reads, parses and merges. What cannot be read is told in the result; the rest is loaded all the same. A statement
 * that is there already, with the same id and text, is not parsed again.
 *
 * Returns: (transfer full): all events of what was there and what was read; %NULL if it was stopped, unless @options
 *   ask for what was read until then
 */
EntLoadResult *
ent_loader_load (EntParser             *parser,
                 const char * const    *paths,
                 GPtrArray             *already,
                 const EntLoadOptions  *options,
                 EntLoadProgressFunc    progress,
                 gpointer               data,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_autoptr (EntLoadResult) result = g_new0 (EntLoadResult, 1);
  g_autoptr (GHashTable) origins = NULL;
  Load load = { .parser = parser, .cancellable = cancellable, .progress = progress, .data = data,
                .coder = options != NULL ? options->coder : NULL };

  g_return_val_if_fail (parser != NULL && paths != NULL && options != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  result->parsed = load.parsed = share_all (already);
  result->failures = load.failures = ent_load_failures_new ();
  result->warnings = load.warnings = ent_load_failures_new ();
  result->archives = load.archives = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_archive_unref);
  load.origins = origins = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  load.start = g_get_monotonic_time ();
  read_all (&load, paths, &options->read, options->n_jobs != 0 ? options->n_jobs : g_get_num_processors ());
  result->stopped = g_cancellable_is_cancelled (cancellable);
  if (!options->keep && g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  result->store = ent_merge (ent_parser_get_vocabulary (parser), (const EntParsed * const *) result->parsed->pdata,
                             result->parsed->len, options->merge);
  apply_archives (&load, result);
  tell_origins (&load, result);
  return g_steal_pointer (&result);
}
