/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/loader.h"

#include "base/ordered-pool.h"
#include "model/archive.h"
#include "read/measure.h"
#include "read/statement-set.h"

/* How long to wait between two reports of progress, in microseconds. */
#define REPORT_INTERVAL (G_USEC_PER_SEC / 10)
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
  GPtrArray *parsed;
  GPtrArray *failures;
  GPtrArray *warnings;
  EntLoadProgress done;
  guint64 n_bytes_before; /* of the files that were read to their end */
  gint64 start;           /* in microseconds */
  EntLoadProgressFunc progress;
  gpointer data;
} Load;

static void
load_failure_free (EntLoadFailure *failure)
{
  g_free (failure->file);
  g_free (failure->message);
  g_free (failure);
}

/* Takes @message over. */
static void
add_failure (GPtrArray  *failures,
             const char *file,
             char       *message)
{
  EntLoadFailure *failure = g_new (EntLoadFailure, 1);

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

/* Reading waits for parsing where that is behind, so what is read tells how far both are. */
static double
guess_seconds_left (const Load *load)
{
  double seconds = (double) (g_get_monotonic_time () - load->start) / G_USEC_PER_SEC;
  double part = load->done.n_bytes > 0 ? (double) load->done.n_bytes_done / (double) load->done.n_bytes : 0;

  return part >= LEAST_PART && seconds >= LEAST_SECONDS ? seconds * (1 - part) / part : -1;
}

static void
report (Load *load)
{
  load->done.seconds_left = guess_seconds_left (load);
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

      add_failure (load->warnings, info->file != NULL ? info->file : info->id,
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

  add_failure (load->failures, file, g_strdup (error->message));
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
                   gpointer   data)
{
  Load *load = data;
  gboolean renamed;
  EntStatement *added = ent_statement_set_add (load->set, ent_statement_ref (parsed->statement), &renamed);

  if (added == NULL)
    {
      ent_parsed_free (parsed);
      return TRUE;
    }
  ent_statement_unref (parsed->statement);
  parsed->statement = added;
  on_parsed (parsed, load);
  return !g_cancellable_is_cancelled (load->cancellable);
}

static gboolean
on_archive (const char *path,
            gpointer    data)
{
  Load *load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) archive = ent_archive_open (path, load->parser, ENT_ARCHIVE_OPEN_READ, &error);

  if (archive == NULL || !ent_archive_each_parsed (archive, on_archive_parsed, load, &error))
    on_failure (path, error, load);
  else
    g_ptr_array_add (load->archives, ent_archive_ref (archive));
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
  Load load = { .parser = parser, .cancellable = cancellable, .progress = progress, .data = data };

  g_return_val_if_fail (parser != NULL && paths != NULL && options != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  result->parsed = load.parsed = share_all (already);
  result->failures = load.failures = g_ptr_array_new_with_free_func ((GDestroyNotify) load_failure_free);
  result->warnings = load.warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) load_failure_free);
  load.archives = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_archive_unref);
  load.start = g_get_monotonic_time ();
  read_all (&load, paths, &options->read, options->n_jobs != 0 ? options->n_jobs : g_get_num_processors ());
  result->stopped = g_cancellable_is_cancelled (cancellable);
  if (!options->keep && g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_ptr_array_unref (load.archives);
      return NULL;
    }
  result->store = ent_merge (ent_parser_get_vocabulary (parser), (const EntParsed * const *) result->parsed->pdata,
                             result->parsed->len, options->merge);
  apply_archives (&load, result);
  g_ptr_array_unref (load.archives);
  return g_steal_pointer (&result);
}

/*
 * Relay:
 *
 * Carries progress from the loader's thread to the context that asked for it, the latest only and a few times a second.
 */
typedef struct
{
  GMutex lock;
  GMainContext *context;
  EntLoadProgressFunc func;
  gpointer data;
  EntLoadProgress latest;
  gint64 last_time;
  gboolean pending;
  gboolean closed;
} Relay;

static void
relay_clear (gpointer data)
{
  Relay *relay = data;

  g_mutex_clear (&relay->lock);
  g_main_context_unref (relay->context);
}

static void
relay_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, relay_clear);
}

static Relay *
relay_new (EntLoadProgressFunc func,
           gpointer            data)
{
  Relay *relay = g_atomic_rc_box_new0 (Relay);

  g_mutex_init (&relay->lock);
  relay->context = g_main_context_ref_thread_default ();
  relay->func = func;
  relay->data = data;
  return relay;
}

static gboolean
relay_dispatch_cb (gpointer data)
{
  Relay *relay = data;
  EntLoadProgress latest;
  gboolean closed;

  g_mutex_lock (&relay->lock);
  relay->pending = FALSE;
  relay->last_time = g_get_monotonic_time ();
  latest = relay->latest;
  closed = relay->closed;
  g_mutex_unlock (&relay->lock);
  if (!closed)
    relay->func (&latest, relay->data);
  return G_SOURCE_REMOVE;
}

static void
relay_progress_cb (const EntLoadProgress *progress,
                   gpointer               data)
{
  Relay *relay = data;

  g_mutex_lock (&relay->lock);
  relay->latest = *progress;
  if (!relay->pending && g_get_monotonic_time () - relay->last_time >= REPORT_INTERVAL)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      relay->pending = TRUE;
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, relay_dispatch_cb, g_atomic_rc_box_acquire (relay), relay_unref);
      g_source_attach (source, relay->context);
    }
  g_mutex_unlock (&relay->lock);
}

/* No progress is told after the end. */
static void
relay_close (Relay *relay)
{
  g_mutex_lock (&relay->lock);
  relay->closed = TRUE;
  g_mutex_unlock (&relay->lock);
}

typedef struct
{
  EntParser *parser;
  char **paths;
  GPtrArray *already;
  EntLoadOptions options;
  char *language;
  char *pdf_program;
  Relay *relay; /* NULL if no one asked for progress */
} AsyncLoad;

static void
async_load_free (AsyncLoad *load)
{
  ent_parser_unref (load->parser);
  g_strfreev (load->paths);
  g_ptr_array_unref (load->already);
  g_free (load->language);
  g_free (load->pdf_program);
  g_clear_pointer (&load->relay, relay_unref);
  g_free (load);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  AsyncLoad *load = task_data;
  GError *error = NULL;
  EntLoadProgressFunc progress = load->relay != NULL ? relay_progress_cb : NULL;
  EntLoadResult *result;

  result = ent_loader_load (load->parser, (const char * const *) load->paths, load->already, &load->options, progress,
                            load->relay, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) ent_load_result_free);
  else
    g_task_return_error (task, error);
}

/**
 * ent_loader_load_async:
 * @parser: what reads statements
 * @paths: (array zero-terminated=1): files, folders and "-"
 * @already: (nullable) (element-type EntParsed): what was parsed before and stays; it is shared, not taken
 * @options: how to load
 * @progress: (nullable): is told how far it has come, about ten times a second
 * @progress_data: handed to @progress
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @data: handed to @callback
 *
 * ent_loader_load() on a thread of its own. @progress and @callback are called on the caller's thread-default main
 * context.
 */
void
ent_loader_load_async (EntParser            *parser,
                       const char * const   *paths,
                       GPtrArray            *already,
                       const EntLoadOptions *options,
                       EntLoadProgressFunc   progress,
                       gpointer              progress_data,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              data)
{
  g_autoptr (GTask) task = NULL;
  AsyncLoad *load;

  g_return_if_fail (parser != NULL && paths != NULL && options != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  load = g_new0 (AsyncLoad, 1);
  load->parser = ent_parser_ref (parser);
  load->paths = g_strdupv ((char **) paths);
  load->already = share_all (already);
  load->options = *options;
  load->language = g_strdup (options->read.language);
  load->options.read.language = load->language;
  load->pdf_program = g_strdup (options->read.pdf_program);
  load->options.read.pdf_program = load->pdf_program;
  if (progress != NULL)
    load->relay = relay_new (progress, progress_data);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, ent_loader_load_async);
  /* What is kept is no error. */
  g_task_set_check_cancellable (task, !options->keep);
  g_task_set_task_data (task, load, (GDestroyNotify) async_load_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * ent_loader_load_finish:
 * @result: what the callback was given
 * @error: set if it was stopped
 *
 * Returns: (transfer full): what ent_loader_load() returns
 */
EntLoadResult *
ent_loader_load_finish (GAsyncResult  *result,
                        GError       **error)
{
  AsyncLoad *load;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, ent_loader_load_async), NULL);

  load = g_task_get_task_data (G_TASK (result));
  if (load->relay != NULL)
    relay_close (load->relay);
  return g_task_propagate_pointer (G_TASK (result), error);
}
