/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-list.h"

#include "model/event.h"

/**
 * EntEventList:
 *
 * The events of a row set as a #GListModel, in date order. Items are made when they are asked for, and as long as
 * someone holds one the same one is handed out, so that a selection survives a change around it.
 */
struct _EntEventList
{
  GObject parent_instance;

  EntEventStore *store;
  EntRowSet *rows;
  GHashTable *items; /* row → EntEvent, which is not held */
};

static void ent_event_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntEventList, ent_event_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_event_list_list_model_init))

static void
on_item_gone (gpointer  data,
              GObject  *item)
{
  GHashTable *items = data;
  GHashTableIter iter;
  gpointer other;

  /* Few items are alive at once: those on screen. */
  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (other == item)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
forget_items (EntEventList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, on_item_gone, self->items);
      g_hash_table_iter_remove (&iter);
    }
}

static GType
get_item_type (GListModel *list)
{
  return ENT_TYPE_EVENT;
}

static guint
get_n_items (GListModel *list)
{
  return ent_row_set_get_count (ENT_EVENT_LIST (list)->rows);
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  EntEventList *self = ENT_EVENT_LIST (list);
  guint32 row;
  EntEvent *item;

  if (position >= ent_row_set_get_count (self->rows))
    return NULL;

  row = ent_row_set_nth (self->rows, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (row));
  if (item != NULL)
    return g_object_ref (item);

  item = ent_event_new (self->store, row);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (row), item);
  g_object_weak_ref (G_OBJECT (item), on_item_gone, self->items);
  return item;
}

static void
ent_event_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ent_event_list_dispose (GObject *object)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  if (self->items != NULL)
    forget_items (self);
  G_OBJECT_CLASS (ent_event_list_parent_class)->dispose (object);
}

static void
ent_event_list_finalize (GObject *object)
{
  EntEventList *self = ENT_EVENT_LIST (object);

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->rows, ent_row_set_unref);
  g_clear_pointer (&self->store, ent_event_store_unref);
  G_OBJECT_CLASS (ent_event_list_parent_class)->finalize (object);
}

static void
ent_event_list_class_init (EntEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_event_list_dispose;
  object_class->finalize = ent_event_list_finalize;
}

static void
ent_event_list_init (EntEventList *self)
{
  self->items = g_hash_table_new (NULL, NULL);
}

/**
 * ent_event_list_new:
 * @store: a store
 * @rows: which of its rows
 *
 * Returns: (transfer full): a list of those events
 */
EntEventList *
ent_event_list_new (EntEventStore *store,
                    EntRowSet     *rows)
{
  EntEventList *self;

  g_return_val_if_fail (store != NULL && rows != NULL, NULL);
  g_return_val_if_fail (ent_row_set_get_n_rows (rows) == ent_event_store_get_n_events (store), NULL);

  self = g_object_new (ENT_TYPE_EVENT_LIST, NULL);
  self->store = ent_event_store_ref (store);
  self->rows = ent_row_set_ref (rows);
  return self;
}

/* The first row that is in only one of the sets; the last one, if @last. Both sets are of one store and differ. */
static guint32
find_difference (const EntRowSet *a,
                 const EntRowSet *b,
                 gboolean         last)
{
  gsize n_words;
  const guint64 *words_a = ent_row_set_get_words (a, &n_words);
  const guint64 *words_b = ent_row_set_get_words (b, &n_words);
  gsize word = last ? n_words - 1 : 0;
  guint64 difference;

  while (words_a[word] == words_b[word])
    word += last ? -1 : 1;
  difference = words_a[word] ^ words_b[word];
  return (guint32) (word * 64) + (guint32) (last ? 63 - __builtin_clzll (difference) : __builtin_ctzll (difference));
}

/**
 * ent_event_list_set_rows:
 * @self: a list
 * @rows: which of the store's rows to show
 *
 * Emits #GListModel::items-changed with the smallest span that covers what changed.
 */
void
ent_event_list_set_rows (EntEventList *self,
                         EntRowSet    *rows)
{
  g_autoptr (EntRowSet) before = NULL;
  guint32 first;
  guint32 last;
  guint position;
  guint removed;
  guint added;

  g_return_if_fail (ENT_IS_EVENT_LIST (self) && rows != NULL);
  g_return_if_fail (ent_row_set_get_n_rows (rows) == ent_event_store_get_n_events (self->store));

  before = g_steal_pointer (&self->rows);
  self->rows = ent_row_set_ref (rows);
  if (ent_row_set_equal (before, rows))
    return;

  first = find_difference (before, rows, FALSE);
  last = find_difference (before, rows, TRUE);
  position = ent_row_set_rank (before, first);
  removed = ent_row_set_rank (before, last) + ent_row_set_contains (before, last) - position;
  added = ent_row_set_rank (rows, last) + ent_row_set_contains (rows, last) - position;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/**
 * ent_event_list_set_store:
 * @self: a list
 * @store: a store
 * @rows: which of its rows
 *
 * Shows another store. Rows of one store say nothing of those of another, so all of the list changes; if @store is
 * the one shown this is ent_event_list_set_rows().
 */
void
ent_event_list_set_store (EntEventList  *self,
                          EntEventStore *store,
                          EntRowSet     *rows)
{
  g_autoptr (EntEventStore) store_before = NULL;
  guint removed;
  guint added;

  g_return_if_fail (ENT_IS_EVENT_LIST (self) && store != NULL && rows != NULL);
  g_return_if_fail (ent_row_set_get_n_rows (rows) == ent_event_store_get_n_events (store));

  if (store == self->store)
    {
      ent_event_list_set_rows (self, rows);
      return;
    }

  removed = ent_row_set_get_count (self->rows);
  added = ent_row_set_get_count (rows);
  forget_items (self);
  ent_row_set_ref (rows);
  ent_row_set_unref (self->rows);
  self->rows = rows;
  store_before = g_steal_pointer (&self->store);
  self->store = ent_event_store_ref (store);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, added);
}
