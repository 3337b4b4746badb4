/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a press on a value changes the question that a session asks. */
#include "entente-config.h"

#include "ui/session.h"

/* To look for words among more events than this may take longer than a frame. */
#define MOST_AT_ONCE 30000

/* What is looked for at the moment, on another thread. */
#define SEARCHING "entente-searching"

typedef struct
{
  EntFilterIndex *index;
  EntFilter *filter;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  ent_filter_index_unref (search->index);
  ent_filter_unref (search->filter);
  g_free (search);
}

/* The index remembers what it found last. */
static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Search *search = data;
  g_autoptr (EntRowSet) rows = NULL;

  if (!g_cancellable_is_cancelled (cancellable))
    rows = ent_filter_index_run (search->index, search->filter);
  g_task_return_boolean (task, TRUE);
}

static void
set_words (EntSession *self,
           const char *words)
{
  g_autoptr (EntFilter) filter = ent_filter_with_words (ent_session_get_filter (self), words);

  ent_session_set_filter (self, filter);
}

static void
on_searched (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  EntSession *self = ENT_SESSION (source);
  GTask *task = G_TASK (result);
  const Search *search = g_task_get_task_data (task);

  /* Who typed on, or does not search any more, waits for something else. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return;
  g_object_set_data (G_OBJECT (self), SEARCHING, NULL);
  set_words (self, ent_filter_get_words (search->filter));
}

/**
 * ent_session_search:
 * @self: a session
 * @words: (nullable): what to look for
 *
 * Asks for other words: at once, or where that might take longer than one would wait, a moment later.
 */
void
ent_session_search (EntSession *self,
                    const char *words)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  EntFilterIndex *index = ent_session_get_index (self);
  GCancellable *before = g_object_get_data (G_OBJECT (self), SEARCHING);

  if (before != NULL)
    g_cancellable_cancel (before);
  g_object_set_data (G_OBJECT (self), SEARCHING, NULL);
  if (words == NULL || index == NULL
      || ent_event_store_get_n_events (ent_filter_index_get_store (index)) <= MOST_AT_ONCE)
    {
      set_words (self, words);
      return;
    }
  GCancellable *searching = g_cancellable_new ();
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = g_task_new (self, searching, on_searched, NULL);
  search->index = ent_filter_index_ref (index);
  search->filter = ent_filter_with_words (ent_session_get_filter (self), words);
  g_object_set_data_full (G_OBJECT (self), SEARCHING, searching, g_object_unref);
  g_task_set_source_tag (task, ent_session_search);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

/**
 * ent_session_toggle_value:
 * @self: a session
 * @facet: what is asked of
 * @value: a value of it
 *
 * Asks for a value, or no longer.
 */
void
ent_session_toggle_value (EntSession     *self,
                          EntFilterFacet  facet,
                          guint           value)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  gboolean wanted = ent_filter_has_value (ent_session_get_filter (self), facet, value);
  g_autoptr (EntFilter) filter = ent_filter_with_value (ent_session_get_filter (self), facet, value, !wanted);
  ent_session_set_filter (self, filter);
}

/**
 * ent_session_toggle_shown:
 * @self: a session
 * @facet: what is asked of
 * @value: a value of it
 *
 * Ticks or unticks a value: where some were asked for it is asked for too or no longer, else it is left out or
 * taken in again.
 */
void
ent_session_toggle_shown (EntSession     *self,
                          EntFilterFacet  facet,
                          guint           value)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  if (ent_filter_get_n_values (ent_session_get_filter (self), facet) > 0)
    {
      ent_session_toggle_value (self, facet, value);
      return;
    }
  gboolean excluded = ent_filter_has_excluded (ent_session_get_filter (self), facet, value);
  g_autoptr (EntFilter) filter = ent_filter_with_excluded (ent_session_get_filter (self), facet, value, !excluded);
  ent_session_set_filter (self, filter);
}

/**
 * ent_session_toggle_only:
 * @self: a session
 * @facet: what is asked of
 * @value: a value of it
 *
 * Asks for one value of the facet alone; when that is asked already, for all of them again.
 */
void
ent_session_toggle_only (EntSession     *self,
                         EntFilterFacet  facet,
                         guint           value)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  gboolean alone = ent_filter_get_n_values (ent_session_get_filter (self), facet) == 1
                   && ent_filter_has_value (ent_session_get_filter (self), facet, value);
  g_autoptr (EntFilter) filter = ent_filter_without_facet (ent_session_get_filter (self), facet);
  if (!alone)
    {
      g_autoptr (EntFilter) only = ent_filter_with_value (filter, facet, value, TRUE);

      g_clear_pointer (&filter, ent_filter_unref);
      filter = g_steal_pointer (&only);
    }
  ent_session_set_filter (self, filter);
}

/**
 * ent_session_is_shown:
 * @self: a session
 * @facet: what is asked of
 * @value: a value of it
 *
 * Returns: whether the filter lets events of this value through
 */
gboolean
ent_session_is_shown (EntSession     *self,
                      EntFilterFacet  facet,
                      guint           value)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  if (ent_filter_has_excluded (ent_session_get_filter (self), facet, value))
    return FALSE;
  return ent_filter_get_n_values (ent_session_get_filter (self), facet) == 0
         || ent_filter_has_value (ent_session_get_filter (self), facet, value);
}

/**
 * ent_session_toggle_excluded:
 * @self: a session
 * @facet: what is asked of
 * @value: a value of it
 *
 * Leaves a value out, or takes it in again.
 */
void
ent_session_toggle_excluded (EntSession     *self,
                             EntFilterFacet  facet,
                             guint           value)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  EntFilter *now = ent_session_get_filter (self);
  gboolean excluded = ent_filter_has_excluded (now, facet, value);
  g_autoptr (EntFilter) filter = ent_filter_with_excluded (now, facet, value, !excluded);
  ent_session_set_filter (self, filter);
}

/**
 * ent_session_clear_facet:
 * @self: a session
 * @facet: what is no longer asked of
 *
 * Takes in all values of a facet.
 */
void
ent_session_clear_facet (EntSession     *self,
                         EntFilterFacet  facet)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_autoptr (EntFilter) filter = ent_filter_without_facet (ent_session_get_filter (self), facet);
  ent_session_set_filter (self, filter);
}

/**
 * ent_session_has_facet_filter:
 * @self: a session
 * @facet: what may be asked of
 *
 * Returns: whether any value of the facet is asked for or left out
 */
gboolean
ent_session_has_facet_filter (EntSession     *self,
                              EntFilterFacet  facet)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  EntFilter *now = ent_session_get_filter (self);
  g_autoptr (EntFilter) without = ent_filter_without_facet (now, facet);
  return !ent_filter_equal (now, without);
}

/**
 * ent_session_is_filtered:
 * @self: a session
 *
 * Returns: whether anything is asked but the relationship
 */
gboolean
ent_session_is_filtered (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  g_autoptr (EntFilter) base = ent_session_dup_base_filter (self);
  return !ent_filter_equal (ent_session_get_filter (self), base);
}

/**
 * ent_session_clear_filter:
 * @self: a session
 *
 * Shows all events of the relationship.
 */
void
ent_session_clear_filter (EntSession *self)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  g_autoptr (EntFilter) base = ent_session_dup_base_filter (self);
  ent_session_set_filter (self, base);
}

/**
 * ent_session_is_hidden:
 * @self: a session
 *
 * Returns: whether the selected event is one that the filter hides
 */
gboolean
ent_session_is_hidden (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);

  guint32 row = ent_session_get_selected (self);
  return row != ENT_ROW_NONE && !ent_row_set_contains (ent_session_get_rows (self), row);
}
