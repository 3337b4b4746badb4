/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/session.h"

#include "layout/time-scale.h"

struct _EntSession
{
  GObject parent_instance;
  EntArchiveWorker *worker;
  EntFilterIndex *index;
  GArray *relationships;
  GArray *marks;   /* of EntMark; NULL without an archive */
  GArray *periods; /* of EntPeriod; NULL without an archive */
  char *snapshot;  /* that this is the same as */
  gboolean blind;
  guint n_outdated;
  EntFilter *filter;
  EntRowSet *rows;
  EntRowSet *base_rows; /* of the relationship alone */
  EntDay first, last;
  gboolean has_extent;
  EntDay core_first, core_last;
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
  IMPORTED,
  CHANGED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSession, ent_session, G_TYPE_OBJECT)

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

static void
find_core (EntSession *self)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (self->index));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (EntDay));

  /* Rows are in the order of their first days. */
  for (guint32 row = ent_row_set_next (self->base_rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (self->base_rows, row + 1))
    if (columns->earliest[row] >= self->first && columns->latest[row] <= self->last)
      g_array_append_val (days, columns->earliest[row]);
  self->core_first = self->first;
  self->core_last = self->last;
  ent_time_scale_find_core ((const EntDay *) (gpointer) days->data, days->len, &self->core_first, &self->core_last);
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
      find_core (self);
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
find_links_thread (GTask        *task,
                   gpointer      source,
                   gpointer      store,
                   GCancellable *cancellable)
{
  ent_event_store_get_links (store);
  g_task_return_boolean (task, TRUE);
}

/* How events lead to one another is asked for when the first one is selected, and takes half a second of a million. */
static void
find_links (EntEventStore *store)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, find_links);
  g_task_set_task_data (task, ent_event_store_ref (store), (GDestroyNotify) ent_event_store_unref);
  g_task_run_in_thread (task, find_links_thread);
}

static void
adopt (EntSession     *self,
       EntArchiveView *view)
{
  EntEventStore *store = ent_filter_index_get_store (view->index);
  guint32 selected = find_again (ent_session_get_store (self), self->selected, store);
  guint32 row;

  if (view->select != NULL && ent_event_store_find_id (store, view->select, &row))
    selected = row;
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->index, ent_filter_index_unref);
  g_clear_pointer (&self->relationships, g_array_unref);
  self->index = g_steal_pointer (&view->index);
  self->relationships = g_steal_pointer (&view->relationships);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  self->marks = g_steal_pointer (&view->marks);
  self->periods = g_steal_pointer (&view->periods);
  g_free (self->snapshot);
  self->snapshot = g_steal_pointer (&view->snapshot);
  self->n_outdated = view->n_outdated;
  self->blind = view->blind;
  self->selected = selected;
  choose_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  apply_filter (self, TRUE);
  g_object_thaw_notify (G_OBJECT (self));
  find_links (store);
}

/* An archive that nothing has come into yet is no collection to show; one that all was taken out of is. */
static void
on_loaded (EntSession     *self,
           EntArchiveView *view)
{
  if (self->index != NULL || ent_event_store_get_n_statements (ent_filter_index_get_store (view->index)) > 0)
    adopt (self, view);
}

static void
on_changed (EntSession *self,
            gboolean    made)
{
  /* Whoever waited for it may let the session go. */
  g_autoptr (EntSession) alive = g_object_ref (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[CHANGED], 0, made);
}

static void
on_progress (EntSession            *self,
             const EntLoadProgress *progress)
{
  g_signal_emit (self, signals[PROGRESS], 0, progress);
}

static void
on_imported (EntSession      *self,
             EntImportReport *report)
{
  g_signal_emit (self, signals[IMPORTED], 0, report);
}

static void
on_failed (EntSession *self,
           GPtrArray  *failures)
{
  g_signal_emit (self, signals[FAILED], 0, failures);
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

  if (self->worker != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->worker, self);
      ent_archive_worker_cancel (self->worker);
      /* One that is busy closes the archive when it is done. */
      if (!ent_archive_worker_is_busy (self->worker))
        ent_archive_worker_close (self->worker, FALSE);
    }
  g_clear_object (&self->worker);
  g_clear_pointer (&self->index, ent_filter_index_unref);
  g_clear_pointer (&self->relationships, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->snapshot, g_free);
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
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[IMPORTED] = g_signal_new ("imported", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
ent_session_init (EntSession *self)
{
  self->filter = ent_filter_new ();
  self->selected = ENT_ROW_NONE;
  self->worker = ent_archive_worker_new ();
  g_signal_connect_swapped (self->worker, "progress", G_CALLBACK (on_progress), self);
  g_signal_connect_swapped (self->worker, "loaded", G_CALLBACK (on_loaded), self);
  g_signal_connect_swapped (self->worker, "imported", G_CALLBACK (on_imported), self);
  g_signal_connect_swapped (self->worker, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->worker, "failed", G_CALLBACK (on_failed), self);
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
 * ent_session_get_worker:
 * @self: a session
 *
 * Returns: (transfer none): who keeps the archive that the events stand in
 */
EntArchiveWorker *
ent_session_get_worker (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->worker;
}

/**
 * ent_session_open:
 * @self: a session
 * @paths: files and folders, %NULL-terminated
 *
 * Opens an archive, or reads files and adds what they hold. What is asked for while others are read waits for them.
 */
void
ent_session_open (EntSession         *self,
                  const char * const *paths)
{
  g_return_if_fail (ENT_IS_SESSION (self) && paths != NULL);

  ent_archive_worker_open (self->worker, paths);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * ent_session_change:
 * @self: a session that has an archive
 * @func: (scope notified): makes the change, on another thread
 * @data: handed to @func
 * @destroy: (nullable): frees @data
 *
 * Makes a change of the archive and shows what it then holds.
 */
void
ent_session_change (EntSession           *self,
                    EntArchiveChangeFunc  func,
                    gpointer              data,
                    GDestroyNotify        destroy)
{
  g_return_if_fail (ENT_IS_SESSION (self) && func != NULL);

  ent_archive_worker_change (self->worker, func, data, destroy);
}

/**
 * ent_session_cancel:
 * @self: a session
 *
 * Stops reading, also what waits to be read. What was open before, and what has been read by then, stays.
 */
void
ent_session_cancel (EntSession *self)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  ent_archive_worker_cancel (self->worker);
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

  g_autoptr (EntArchiveView) view = ent_archive_view_new (store);
  adopt (self, view);
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

  return ent_archive_worker_is_busy (self->worker);
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
 * ent_session_get_marks:
 * @self: a session
 *
 * Returns: (transfer none) (nullable) (element-type EntMark): the user's notes and tags; %NULL without an archive
 */
GArray *
ent_session_get_marks (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->marks;
}

/**
 * ent_session_get_periods:
 * @self: a session
 *
 * Returns: (transfer none) (nullable) (element-type EntPeriod): the user's periods; %NULL without an archive
 */
GArray *
ent_session_get_periods (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->periods;
}

/**
 * ent_session_get_snapshot:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the name of the snapshot that what is held is still the same as
 */
const char *
ent_session_get_snapshot (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);

  return self->snapshot;
}

/**
 * ent_session_is_blind:
 * @self: a session
 *
 * Returns: whether whoever works sees nothing of what others say of events, nor what the machine doubts
 */
gboolean
ent_session_is_blind (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  return self->blind;
}

/**
 * ent_session_get_n_outdated:
 * @self: a session
 *
 * Returns: how many statements were parsed by other words or rules than those in use
 */
guint
ent_session_get_n_outdated (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), 0);

  return self->n_outdated;
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
  g_autoptr (EntFilter) everything = ent_filter_new ();
  g_autoptr (EntFilter) base_a = ent_filter_with_relationship (everything, a);
  g_autoptr (EntFilter) base_b = ent_filter_with_relationship (everything, b);

  return ent_filter_equal (base_a, base_b);
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

  g_autoptr (EntFilter) everything = ent_filter_new ();
  return ent_filter_with_relationship (everything, self->filter);
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
 * ent_session_get_core:
 * @self: a session
 * @first: (out): first of the days to look at
 * @last: (out): last of them
 *
 * Finds where the events are. It is all of the extent unless few events far from all others have most of it for
 * themselves.
 *
 * Returns: whether any event has a day
 */
gboolean
ent_session_get_core (EntSession *self,
                      EntDay     *first,
                      EntDay     *last)
{
  g_return_val_if_fail (ENT_IS_SESSION (self) && first != NULL && last != NULL, FALSE);

  *first = self->core_first;
  *last = self->core_last;
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
  ent_session_set_relationship (self, filter);
}

/**
 * ent_session_set_relationship:
 * @self: a session
 * @relationship: asks whose relationship, or which several
 *
 * Shows other relationships. What else the filter asks was about the old ones and is dropped.
 */
void
ent_session_set_relationship (EntSession *self,
                              EntFilter  *relationship)
{
  g_return_if_fail (ENT_IS_SESSION (self) && relationship != NULL);

  g_autoptr (EntFilter) everything = ent_filter_new ();
  g_autoptr (EntFilter) filter = ent_filter_with_relationship (everything, relationship);
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
