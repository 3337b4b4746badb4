/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/session.h"

#include "ui/read-settings.h"
#include "ui/ui-data-folders.h"

struct _EntSession
{
  GObject parent_instance;
  EntParser *parser;
  GCancellable *cancellable; /* of what is being read; NULL when nothing is */
  GStrvBuilder *waiting;     /* asked for while something else is read; NULL for none */
  GPtrArray *parsed;         /* what the store was made from */
  EntFilterIndex *index;
  GArray *relationships;
  EntFilter *filter;
  EntRowSet *rows;
  EntRowSet *base_rows; /* of the relationship alone */
  EntDay first, last;
  gboolean has_extent;
  gboolean between_chosen; /* by the user: kept when more is opened */
  guint32 selected;
};

enum
{
  PROP_BUSY = 1,
  PROP_INDEX,
  PROP_FILTER,
  PROP_ROWS,
  PROP_SELECTED,
  N_PROPS
};

enum
{
  PROGRESS,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSession, ent_session, G_TYPE_OBJECT)

/* What a worker makes of a store. */
typedef struct
{
  EntFilterIndex *index;
  GArray *relationships;
  GPtrArray *parsed;
} Prepared;

static void
prepared_free (Prepared *prepared)
{
  g_clear_pointer (&prepared->index, ent_filter_index_unref);
  g_clear_pointer (&prepared->relationships, g_array_unref);
  g_clear_pointer (&prepared->parsed, g_ptr_array_unref);
  g_free (prepared);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Prepared, prepared_free)

static Prepared *
prepare (EntEventStore *store,
         GPtrArray     *parsed)
{
  Prepared *prepared = g_new0 (Prepared, 1);

  prepared->index = ent_filter_index_new (store);
  prepared->relationships = ent_relationships_new (store);
  prepared->parsed = parsed != NULL ? g_ptr_array_ref (parsed) : NULL;
  return prepared;
}

/* Wider than this a date tells of an age, as "in this century" does, and no view need hold all of it. */
#define AGE_DAYS (10 * 366)

/* First and last day told among the relationship's events; a filter inside it does not move the view. What is open at
 * one side has no place in time and does not count, nor does an age where there is anything else. */
static gboolean
find_extent (EntSession *self,
             gboolean    with_ages)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (self->index));

  self->first = ENT_DAY_OPEN_END;
  self->last = ENT_DAY_OPEN_START;
  for (guint32 row = ent_row_set_next (self->base_rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (self->base_rows, row + 1))
    {
      EntDay earliest = columns->earliest[row], latest = columns->latest[row];

      if (earliest == ENT_DAY_OPEN_START || latest == ENT_DAY_OPEN_END || (!with_ages && latest - earliest > AGE_DAYS))
        continue;
      self->first = MIN (self->first, earliest);
      self->last = MAX (self->last, latest);
    }
  return self->first <= self->last;
}

/* Makes the rows agree with the filter, and tells of it once all of it is whole. */
static void
apply_filter (EntSession *self,
              gboolean    new_base)
{
  g_clear_pointer (&self->rows, ent_row_set_unref);
  self->rows = ent_filter_index_run (self->index, self->filter);
  if (new_base)
    {
      g_autoptr (EntFilter) base = ent_session_dup_base_filter (self);

      g_clear_pointer (&self->base_rows, ent_row_set_unref);
      self->base_rows = ent_filter_index_run (self->index, base);
      self->has_extent = find_extent (self, FALSE) || find_extent (self, TRUE);
    }
  /* What the filter hides stays selected, and is told of as hidden; what is no longer spoken of does not. */
  if (self->selected != ENT_ROW_NONE && !ent_row_set_contains (self->base_rows, self->selected))
    ent_session_set_selected (self, ENT_ROW_NONE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROWS]);
}

/* The filter for a new store: what was asked before, of the relationship that has most events unless one was chosen. */
static void
choose_filter (EntSession *self)
{
  if (self->between_chosen || self->relationships->len == 0)
    return;

  const EntRelationship *richest = &g_array_index (self->relationships, EntRelationship, 0);
  g_autoptr (EntFilter) filter = ent_filter_with_between (self->filter, richest->actors, 2, FALSE);
  ent_filter_unref (self->filter);
  self->filter = g_steal_pointer (&filter);
}

/* The same event in a new store, or none. */
static guint32
find_again (EntEventStore *before,
            guint32        row,
            EntEventStore *after)
{
  guint32 found = ENT_ROW_NONE;

  if (before == NULL || row == ENT_ROW_NONE)
    return ENT_ROW_NONE;
  if (!ent_event_store_find_id (after, ent_event_store_get_id (before, row), &found))
    return ENT_ROW_NONE;
  return found;
}

static void
adopt (EntSession *self,
       Prepared   *prepared)
{
  EntEventStore *store = ent_filter_index_get_store (prepared->index);
  guint32 selected = find_again (ent_session_get_store (self), self->selected, store);

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->index, ent_filter_index_unref);
  g_clear_pointer (&self->relationships, g_array_unref);
  g_clear_pointer (&self->parsed, g_ptr_array_unref);
  self->index = g_steal_pointer (&prepared->index);
  self->relationships = g_steal_pointer (&prepared->relationships);
  self->parsed = g_steal_pointer (&prepared->parsed);
  self->selected = selected;
  choose_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  apply_filter (self, TRUE);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Reading: the parser is made once, then files are read, then the store gets its bitmaps. */

static void
failure_free (gpointer data)
{
  EntLoadFailure *failure = data;

  g_free (failure->file);
  g_free (failure->message);
  g_free (failure);
}

static void start_reading (EntSession *self,
                           const char * const *paths);

static void
end_reading (EntSession *self)
{
  g_clear_object (&self->cancellable);
  if (self->waiting != NULL)
    {
      g_autoptr (GStrvBuilder) waiting = g_steal_pointer (&self->waiting);
      g_auto (GStrv) paths = g_strv_builder_end (waiting);

      start_reading (self, (const char * const *) paths);
    }
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
fail_whole (EntSession   *self,
            const char   *what,
            const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (failure_free);
      EntLoadFailure *failure = g_new0 (EntLoadFailure, 1);

      failure->file = g_strdup (what);
      failure->message = g_strdup (error->message);
      g_ptr_array_add (failures, failure);
      g_signal_emit (self, signals[FAILED], 0, failures);
    }
  end_reading (self);
}

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  EntLoadResult *result = data;

  g_task_return_pointer (task, prepare (result->store, result->parsed), (GDestroyNotify) prepared_free);
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  EntSession *self = ENT_SESSION (source);
  EntLoadResult *loaded = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Prepared) prepared = g_task_propagate_pointer (G_TASK (result), &error);

  if (prepared == NULL)
    {
      fail_whole (self, NULL, error);
      return;
    }
  if (ent_event_store_get_n_statements (loaded->store) > 0)
    adopt (self, prepared);
  if (loaded->failures->len > 0)
    g_signal_emit (self, signals[FAILED], 0, loaded->failures);
  end_reading (self);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (EntSession) self = ENT_SESSION (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntLoadResult) loaded = ent_loader_load_finish (result, &error);

  if (loaded == NULL)
    {
      fail_whole (self, NULL, error);
      return;
    }
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_prepared, NULL);
  g_task_set_source_tag (task, on_loaded);
  g_task_set_task_data (task, g_steal_pointer (&loaded), (GDestroyNotify) ent_load_result_free);
  g_task_run_in_thread (task, prepare_thread);
}

static void
on_progress (const EntLoadProgress *progress,
             gpointer               data)
{
  g_signal_emit (data, signals[PROGRESS], 0,
                 progress->n_files_done, progress->n_files, progress->n_statements, progress->n_mentions);
}

static void
load (EntSession         *self,
      const char * const *paths)
{
  g_autofree char *pdf_program = ent_ui_data_folders_find_pdf_program ();
  EntLoadOptions options = {
    .merge = ENT_MERGE_STATEMENTS,
    .read = { .pdf_program = pdf_program, .limits = ent_read_settings_get_limits () },
  };

  ent_loader_load_async (self->parser, paths, self->parsed, &options, on_progress, self,
                         self->cancellable, on_loaded, g_object_ref (self));
}

static void
parser_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_auto (GStrv) vocabulary_folders = ent_ui_data_folders_new ("vocabulary");
  g_auto (GStrv) language_folders = ent_ui_data_folders_new ("languages");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load ((const char * const *) vocabulary_folders, &error);
  EntParser *parser = NULL;

  if (vocabulary != NULL)
    parser = ent_parser_new (vocabulary, (const char * const *) language_folders, &error);
  if (parser != NULL)
    g_task_return_pointer (task, parser, (GDestroyNotify) ent_parser_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_parser_ready (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  EntSession *self = ENT_SESSION (source);
  const char * const *paths = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->parser = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->parser != NULL)
    load (self, paths);
  else
    fail_whole (self, NULL, error);
}

static void
start_reading (EntSession         *self,
               const char * const *paths)
{
  self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (self->parser != NULL)
    {
      load (self, paths);
      return;
    }
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_parser_ready, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, parser_thread);
}

static void
ent_session_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, ent_session_get_busy (self));
      break;
    case PROP_INDEX:
      g_value_set_boxed (value, self->index);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_ROWS:
      g_value_set_boxed (value, self->rows);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_session_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (id)
    {
    case PROP_FILTER:
      ent_session_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_SELECTED:
      ent_session_set_selected (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_session_dispose (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->waiting, g_strv_builder_unref);
  g_clear_pointer (&self->parser, ent_parser_unref);
  g_clear_pointer (&self->parsed, g_ptr_array_unref);
  g_clear_pointer (&self->index, ent_filter_index_unref);
  g_clear_pointer (&self->relationships, g_array_unref);
  g_clear_pointer (&self->filter, ent_filter_unref);
  g_clear_pointer (&self->rows, ent_row_set_unref);
  g_clear_pointer (&self->base_rows, ent_row_set_unref);

  G_OBJECT_CLASS (ent_session_parent_class)->dispose (object);
}

static void
ent_session_class_init (EntSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->get_property = ent_session_get_property;
  object_class->set_property = ent_session_set_property;
  object_class->dispose = ent_session_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  properties[PROP_INDEX] = g_param_spec_boxed ("index", NULL, NULL, ENT_TYPE_FILTER_INDEX, read);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, ENT_TYPE_FILTER, write);
  properties[PROP_ROWS] = g_param_spec_boxed ("rows", NULL, NULL, ENT_TYPE_ROW_SET, read);
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, ENT_ROW_NONE, write);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PROGRESS] = g_signal_new ("progress", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
ent_session_init (EntSession *self)
{
  self->filter = ent_filter_new ();
  self->selected = ENT_ROW_NONE;
}

/**
 * ent_session_new:
 *
 * Returns: (transfer full): a session that has nothing open
 */
EntSession *
ent_session_new (void)
{
  return g_object_new (ENT_TYPE_SESSION, NULL);
}

/**
 * ent_session_open:
 * @self: a session
 * @paths: files and folders, %NULL-terminated
 *
 * Reads files on workers and adds what they hold. What is asked for while others are read waits for them.
 */
void
ent_session_open (EntSession         *self,
                  const char * const *paths)
{
  g_return_if_fail (ENT_IS_SESSION (self) && paths != NULL);

  if (paths[0] == NULL)
    return;
  if (self->cancellable == NULL)
    {
      start_reading (self, paths);
      return;
    }
  if (self->waiting == NULL)
    self->waiting = g_strv_builder_new ();
  g_strv_builder_addv (self->waiting, (const char **) paths);
}

/**
 * ent_session_cancel:
 * @self: a session
 *
 * Stops reading, also what waits to be read. What was open before stays.
 */
void
ent_session_cancel (EntSession *self)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_clear_pointer (&self->waiting, g_strv_builder_unref);
  g_cancellable_cancel (self->cancellable);
}

/**
 * ent_session_set_store:
 * @self: a session
 * @store: events
 *
 * Shows a store at once, in place of what was open.
 */
void
ent_session_set_store (EntSession    *self,
                       EntEventStore *store)
{
  g_return_if_fail (ENT_IS_SESSION (self) && store != NULL);

  g_autoptr (Prepared) prepared = prepare (store, NULL);
  adopt (self, prepared);
}

/**
 * ent_session_get_busy:
 * @self: a session
 *
 * Returns: whether it reads
 */
gboolean
ent_session_get_busy (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * ent_session_get_index:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the store's bitmaps; %NULL while nothing is open
 */
EntFilterIndex *
ent_session_get_index (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->index;
}

/**
 * ent_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the events; %NULL while nothing is open
 */
EntEventStore *
ent_session_get_store (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->index != NULL ? ent_filter_index_get_store (self->index) : NULL;
}

/**
 * ent_session_get_vocabulary:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the names of topics and actors; %NULL while nothing is open
 */
EntVocabulary *
ent_session_get_vocabulary (EntSession *self)
{
  EntEventStore *store = ent_session_get_store (self);

  return store != NULL ? ent_event_store_get_vocabulary (store) : NULL;
}

/**
 * ent_session_get_relationships:
 * @self: a session
 *
 * Returns: (transfer none) (nullable) (element-type EntRelationship): the pairs of actors that share
 *   events, most events first; %NULL while nothing is open
 */
GArray *
ent_session_get_relationships (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->relationships;
}

/**
 * ent_session_get_filter:
 * @self: a session
 *
 * Returns: (transfer none): what is asked
 */
EntFilter *
ent_session_get_filter (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->filter;
}

static gboolean
same_between (const EntFilter *a,
              const EntFilter *b)
{
  gsize n_a, n_b;
  gboolean strict_a, strict_b;
  const guint16 *actors_a = ent_filter_get_between (a, &n_a, &strict_a);
  const guint16 *actors_b = ent_filter_get_between (b, &n_b, &strict_b);

  return n_a == n_b && strict_a == strict_b
         && (n_a == 0 || memcmp (actors_a, actors_b, n_a * sizeof *actors_a) == 0);
}

/**
 * ent_session_set_filter:
 * @self: a session
 * @filter: what to ask
 *
 * Asks another question.
 */
void
ent_session_set_filter (EntSession *self,
                        EntFilter  *filter)
{
  g_return_if_fail (ENT_IS_SESSION (self) && filter != NULL);

  if (ent_filter_equal (self->filter, filter))
    return;
  gboolean new_base = !same_between (self->filter, filter);
  ent_filter_ref (filter);
  ent_filter_unref (self->filter);
  self->filter = filter;
  if (self->index == NULL)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  apply_filter (self, new_base);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * ent_session_dup_base_filter:
 * @self: a session
 *
 * Returns: (transfer full): a filter that asks for the relationship and nothing more
 */
EntFilter *
ent_session_dup_base_filter (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  gsize n;
  gboolean strict;
  const guint16 *actors = ent_filter_get_between (self->filter, &n, &strict);
  g_autoptr (EntFilter) everything = ent_filter_new ();
  return ent_filter_with_between (everything, actors, n, strict);
}

/**
 * ent_session_get_rows:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the events shown; %NULL while nothing is open
 */
EntRowSet *
ent_session_get_rows (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->rows;
}

/**
 * ent_session_get_base_rows:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): all events of the relationship; %NULL while nothing is open
 */
EntRowSet *
ent_session_get_base_rows (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->base_rows;
}

/**
 * ent_session_get_extent:
 * @self: a session
 * @first: (out): first day told of the relationship
 * @last: (out): last day told
 *
 * Returns: whether any event has a day
 */
gboolean
ent_session_get_extent (EntSession *self,
                        EntDay     *first,
                        EntDay     *last)
{
  g_return_val_if_fail (ENT_IS_SESSION (self) && first != NULL && last != NULL, FALSE);

  *first = self->first;
  *last = self->last;
  return self->index != NULL && self->has_extent;
}

/**
 * ent_session_set_between:
 * @self: a session
 * @actors: (nullable): whose relationship
 * @n: how many; 0 for everyone's
 *
 * Shows another relationship. What else the filter asks was about the old one and is dropped.
 */
void
ent_session_set_between (EntSession    *self,
                         const guint16 *actors,
                         gsize          n)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_autoptr (EntFilter) everything = ent_filter_new ();
  g_autoptr (EntFilter) filter = ent_filter_with_between (everything, actors, n, FALSE);
  self->between_chosen = TRUE;
  ent_session_set_filter (self, filter);
}

/**
 * ent_session_get_selected:
 * @self: a session
 *
 * Returns: the selected event, or %ENT_ROW_NONE
 */
guint32
ent_session_get_selected (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), ENT_ROW_NONE);

  return self->selected;
}

/**
 * ent_session_set_selected:
 * @self: a session
 * @row: an event, or %ENT_ROW_NONE
 *
 * Selects an event.
 */
void
ent_session_set_selected (EntSession *self,
                          guint32     row)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  if (self->selected == row)
    return;
  self->selected = row;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * ent_session_step:
 * @self: a session
 * @direction: 1 for the next event shown, -1 for the one before
 *
 * Selects a neighbour in time; the first or last where none is selected.
 *
 * Returns: whether there was one
 */
gboolean
ent_session_step (EntSession *self,
                  int         direction)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  guint count = self->rows != NULL ? ent_row_set_get_count (self->rows) : 0;
  if (count == 0)
    return FALSE;

  guint at;
  if (self->selected == ENT_ROW_NONE)
    at = direction > 0 ? 0 : count - 1;
  else
    {
      guint rank = ent_row_set_rank (self->rows, self->selected);
      guint after = rank + ent_row_set_contains (self->rows, self->selected);

      if (direction > 0 ? after >= count : rank == 0)
        return FALSE;
      at = direction > 0 ? after : rank - 1;
    }
  ent_session_set_selected (self, ent_row_set_nth (self->rows, at));
  return TRUE;
}
