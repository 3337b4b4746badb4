/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/figure.h"

#include <string.h>

#include "export/figure-caption.h"
#include "filter/filter-run.h"
#include "model/event-title.h"

static void
event_free (gpointer data)
{
  EntFigureEvent *event = data;

  g_free (event->id);
  g_free (event->words);
  g_free (event);
}

static char *
dup_words (const EntEventStore *store,
           guint32              row,
           const EntTranslator *translator)
{
  g_autofree char *date = ent_edtf_to_words (ent_event_store_get_date (store, row), translator);
  g_autofree char *title = ent_event_title_new_for_row (store, row, translator);

  return g_strdup_printf ("%s: %s", date, title);
}

/**
 * ent_figure_events_new:
 *
 * Returns: (transfer full) (element-type EntFigureEvent): no events
 */
GPtrArray *
ent_figure_events_new (void)
{
  return g_ptr_array_new_with_free_func (event_free);
}

/**
 * ent_figure_events_add:
 * @events: (element-type EntFigureEvent): events
 * @id: one more
 * @words: what is told of it
 */
void
ent_figure_events_add (GPtrArray  *events,
                       const char *id,
                       const char *words)
{
  g_return_if_fail (events != NULL && id != NULL && words != NULL);

  EntFigureEvent *event = g_new0 (EntFigureEvent, 1);
  event->id = g_strdup (id);
  event->words = g_strdup (words);
  g_ptr_array_add (events, event);
}

static GPtrArray *
collect_events (const EntFilterIndex *index,
                const EntRowSet      *rows,
                const EntTranslator  *translator)
{
  const EntEventStore *store = ent_filter_index_get_store (index);
  GPtrArray *events = ent_figure_events_new ();

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      g_autofree char *words = dup_words (store, row, translator);

      ent_figure_events_add (events, ent_event_store_get_id (store, row), words);
    }
  return events;
}

/**
 * ent_figure_new:
 * @name: by which it is to be found again
 * @request: a picture
 * @cancellable: (nullable): to stop it
 * @error: why it cannot be made
 *
 * Makes a picture, which tells what was asked for and as of when, to be kept.
 *
 * Returns: (transfer full) (nullable): the figure
 */
EntFigure *
ent_figure_new (const char              *name,
                const EntExportRequest  *request,
                GCancellable            *cancellable,
                GError                 **error)
{
  g_return_val_if_fail (name != NULL && request != NULL && request->index != NULL && request->rows != NULL, NULL);

  const EntEventStore *store = ent_filter_index_get_store (request->index);
  g_autoptr (EntFigure) figure = g_new0 (EntFigure, 1);
  EntExportRequest drawn = *request;

  figure->name = g_strdup (name);
  figure->title = g_strdup (request->title);
  figure->subtitle = g_strdup (request->subtitle);
  figure->lane_choice = g_strdup (request->lane_choice);
  figure->caption = ent_figure_caption_new (request);
  figure->question = ent_filter_to_string (request->filter, ent_event_store_get_vocabulary (store));
  figure->events = collect_events (request->index, request->rows, request->translator);
  figure->edits = request->edits != NULL ? ent_figure_edits_copy (request->edits) : ent_figure_edits_new ();
  drawn.parts |= ENT_EXPORT_FILTER | ENT_EXPORT_AS_OF;
  figure->bytes = ent_export_new_bytes (&drawn, cancellable, error);
  if (figure->bytes == NULL)
    return NULL;
  figure->request = *request;
  figure->request.index = NULL;
  figure->request.filter = NULL;
  figure->request.rows = NULL;
  figure->request.title = NULL;
  figure->request.subtitle = NULL;
  figure->request.lane_choice = NULL;
  figure->request.snapshot = NULL;
  figure->request.periods = NULL;
  figure->request.n_periods = 0;
  figure->request.locale = NULL;
  figure->request.edits = figure->edits;
  figure->request.translator = NULL;
  figure->request.progress = NULL;
  return g_steal_pointer (&figure);
}

/* Which events it would show of what is held now. */
static EntRowSet *
find_shown (const EntFigure      *figure,
            const EntFilterIndex *index,
            const EntFilter      *filter)
{
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);

  return ent_figure_edits_run (figure->edits, ent_filter_index_get_store (index), rows);
}

/**
 * ent_figure_run:
 * @figure: a figure
 * @index: what the collection holds now
 * @error: why it cannot be asked any more
 *
 * Returns: (transfer full) (nullable): all events that its question asks for, chosen or not
 */
EntRowSet *
ent_figure_run (const EntFigure       *figure,
                const EntFilterIndex  *index,
                GError               **error)
{
  g_return_val_if_fail (figure != NULL && index != NULL, NULL);

  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (index));
  g_autoptr (EntFilter) filter = ent_filter_from_string (figure->question, vocabulary, error);

  return filter != NULL ? ent_filter_index_run (index, filter) : NULL;
}

/**
 * ent_figure_new_updated:
 * @figure: a figure
 * @index: what the collection holds now
 * @snapshot: (nullable): the name of the snapshot that @index is of
 * @locale: (nullable): the name of the reader's language, which the figure is laid out for
 * @translator: (nullable): the reader's language
 * @error: why it cannot be made any more
 *
 * Returns: (transfer full) (nullable): the same figure of what is held now
 */
EntFigure *
ent_figure_new_updated (const EntFigure       *figure,
                        const EntFilterIndex  *index,
                        const char            *snapshot,
                        const char            *locale,
                        const EntTranslator   *translator,
                        GError               **error)
{
  g_return_val_if_fail (figure != NULL && index != NULL, NULL);

  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (index));
  g_autoptr (EntFilter) filter = ent_filter_from_string (figure->question, vocabulary, error);
  if (filter == NULL)
    return NULL;
  g_autoptr (EntRowSet) rows = find_shown (figure, index, filter);
  EntExportRequest request = figure->request;
  request.index = index;
  request.filter = filter;
  request.rows = rows;
  request.title = figure->title;
  request.subtitle = figure->subtitle;
  request.lane_choice = figure->lane_choice;
  request.snapshot = snapshot;
  request.locale = locale;
  request.translator = translator;
  return ent_figure_new (figure->name, &request, NULL, error);
}

/**
 * ent_figure_free:
 * @figure: (transfer full): a figure
 */
void
ent_figure_free (EntFigure *figure)
{
  g_free (figure->name);
  g_free (figure->caption);
  g_free (figure->question);
  g_free (figure->title);
  g_free (figure->subtitle);
  g_free (figure->lane_choice);
  g_clear_pointer (&figure->edits, ent_figure_edits_free);
  g_clear_pointer (&figure->events, g_ptr_array_unref);
  g_clear_pointer (&figure->bytes, g_bytes_unref);
  g_free (figure);
}

/**
 * ent_figure_find_changes:
 * @figure: a figure
 * @index: what the collection holds now
 * @translator: (nullable): the reader's language
 * @error: why it cannot be told
 *
 * Returns: (transfer full) (nullable): what an update would change
 */
EntFigureChanges *
ent_figure_find_changes (const EntFigure       *figure,
                         const EntFilterIndex  *index,
                         const EntTranslator   *translator,
                         GError               **error)
{
  g_return_val_if_fail (figure != NULL && index != NULL, NULL);

  const EntEventStore *store = ent_filter_index_get_store (index);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autoptr (EntFilter) filter = ent_filter_from_string (figure->question, vocabulary, error);
  if (filter == NULL)
    return NULL;
  g_autoptr (EntRowSet) rows = find_shown (figure, index, filter);
  g_autoptr (GPtrArray) now = collect_events (index, rows, translator);
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  EntFigureChanges *changes = g_new0 (EntFigureChanges, 1);

  changes->added = g_ptr_array_new_with_free_func (g_free);
  changes->removed = g_ptr_array_new_with_free_func (g_free);
  changes->changed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < now->len; i++)
    {
      EntFigureEvent *event = g_ptr_array_index (now, i);

      g_hash_table_insert (left, event->id, event);
    }
  for (guint i = 0; i < figure->events->len; i++)
    {
      const EntFigureEvent *before = g_ptr_array_index (figure->events, i);
      const EntFigureEvent *after = g_hash_table_lookup (left, before->id);

      if (after == NULL)
        g_ptr_array_add (changes->removed, g_strdup (before->words));
      else if (!g_str_equal (before->words, after->words))
        g_ptr_array_add (changes->changed, g_strdup_printf ("%s → %s", before->words, after->words));
      g_hash_table_remove (left, before->id);
    }
  for (guint i = 0; i < now->len; i++)
    {
      const EntFigureEvent *event = g_ptr_array_index (now, i);

      if (g_hash_table_contains (left, event->id))
        g_ptr_array_add (changes->added, g_strdup (event->words));
    }
  return changes;
}

/**
 * ent_figure_changes_count:
 * @changes: changes
 *
 * Returns: how many events an update would change
 */
guint
ent_figure_changes_count (const EntFigureChanges *changes)
{
  g_return_val_if_fail (changes != NULL, 0);

  return changes->added->len + changes->removed->len + changes->changed->len;
}

/**
 * ent_figure_changes_free:
 * @changes: (transfer full): changes
 */
void
ent_figure_changes_free (EntFigureChanges *changes)
{
  g_ptr_array_unref (changes->added);
  g_ptr_array_unref (changes->removed);
  g_ptr_array_unref (changes->changed);
  g_free (changes);
}
