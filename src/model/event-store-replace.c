/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-store-replace.h"

#include <string.h>

#include "model/event-store-private.h"

/*
 * A store that differs in few rows is made of stretches of the old one, which are copied as they are:
 *
 *     old     [ 0 … 417 ]  gone  [ 419 … 9000 ] [ 9001 … ]
 *     added                                    ↑ 0
 *
 * Pools are joined, the old one's first, so that numbers of the old rows stay and those of the added ones are moved.
 */
typedef struct
{
  gboolean added;
  guint32 start;
  guint32 n;
  guint32 to; /* its first row in the new store */
} Stretch;

typedef struct
{
  const EntEventStore *old;
  const EntEventStore *added;
  EntEventStore *new;
  GArray *stretches;
} Replacing;

/* The id of the actor that comes first by id, which sorts events of one day and kind. NULL, without any, is last. */
static const char *
get_first_actor (const EntEventStore *store,
                 guint32              row)
{
  const char *first = NULL;

  for (guint32 i = store->columns.actors_start[row]; i < store->columns.actors_start[row + 1]; i++)
    {
      const char *id = ent_vocabulary_get_actor (store->vocabulary, store->columns.actors[i])->id;

      if (first == NULL || strcmp (id, first) < 0)
        first = id;
    }
  return first;
}

/* The order of the builder. */
static int
compare_rows (const EntEventStore *a,
              guint32              row_a,
              const EntEventStore *b,
              guint32              row_b)
{
  const char *actor_a, *actor_b;

  if (a->columns.earliest[row_a] != b->columns.earliest[row_b])
    return a->columns.earliest[row_a] < b->columns.earliest[row_b] ? -1 : 1;
  if (a->columns.latest[row_a] != b->columns.latest[row_b])
    return a->columns.latest[row_a] < b->columns.latest[row_b] ? -1 : 1;
  if (a->columns.kind[row_a] != b->columns.kind[row_b])
    return (int) a->columns.kind[row_a] - (int) b->columns.kind[row_b];
  actor_a = get_first_actor (a, row_a);
  actor_b = get_first_actor (b, row_b);
  if (actor_a == NULL || actor_b == NULL)
    {
      if (actor_a != actor_b)
        return actor_a == NULL ? 1 : -1;
    }
  else if (strcmp (actor_a, actor_b) != 0)
    return strcmp (actor_a, actor_b);
  return strcmp (ent_event_store_get_id (a, row_a), ent_event_store_get_id (b, row_b));
}

/* The first old row that comes after an added one. */
static guint32
find_place (const Replacing *self,
            guint32          added_row)
{
  guint32 low = 0;
  guint32 high = self->old->columns.n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (compare_rows (self->old, middle, self->added, added_row) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_stretch (Replacing *self,
             gboolean   added,
             guint32    start,
             guint32    n)
{
  Stretch stretch = { added, start, n, self->new->columns.n };

  if (n == 0)
    return;
  g_array_append_val (self->stretches, stretch);
  self->new->columns.n += n;
}

/* The old rows from one to before another, without those that are gone. */
static void
add_old (Replacing    *self,
         const guint8 *gone,
         guint32       from,
         guint32       to)
{
  while (from < to)
    {
      guint32 end;

      while (from < to && gone[from])
        from++;
      for (end = from; end < to && !gone[end]; end++)
        ;
      add_stretch (self, FALSE, from, end - from);
      from = end;
    }
}

static void
find_stretches (Replacing    *self,
                const guint8 *gone)
{
  guint32 done = 0;

  for (guint32 row = 0; row < self->added->columns.n; row++)
    {
      guint32 place = find_place (self, row);

      add_old (self, gone, done, place);
      add_stretch (self, TRUE, row, 1);
      done = place;
    }
  add_old (self, gone, done, self->old->columns.n);
}

static gpointer
add_block (Replacing *self,
           gsize      size)
{
  gpointer block = g_malloc (MAX (size, 1));

  g_ptr_array_add (self->new->blocks, block);
  return block;
}

/* A value a row. */
static gpointer
join_rows (Replacing     *self,
           gconstpointer  old,
           gconstpointer  added,
           gsize          size)
{
  char *to = add_block (self, self->new->columns.n * size);

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      const char *from = stretch->added ? added : old;

      memcpy (to + stretch->to * size, from + stretch->start * size, stretch->n * size);
    }
  return to;
}

/* Numbers in a pool: those of added rows lie behind the old ones. */
static guint32 *
join_numbers (Replacing     *self,
              const guint32 *old,
              const guint32 *added,
              gsize          offset)
{
  guint32 *to = join_rows (self, old, added, sizeof *to);

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);

      for (guint32 j = 0; stretch->added && j < stretch->n; j++)
        to[stretch->to + j] += (guint32) offset;
    }
  return to;
}

static gpointer
join_pool (Replacing     *self,
           gconstpointer  old,
           gsize          n_old,
           gconstpointer  added,
           gsize          n_added,
           gsize          size)
{
  char *to = add_block (self, (n_old + n_added) * size);

  if (n_old > 0)
    memcpy (to, old, n_old * size);
  if (n_added > 0)
    memcpy (to + n_old * size, added, n_added * size);
  return to;
}

/* Items that lie in the order of the rows; says where each row's begin. */
static gpointer
join_items (Replacing      *self,
            gconstpointer   old,
            const guint32  *old_start,
            gconstpointer   added,
            const guint32  *added_start,
            gsize           size,
            const guint32 **start)
{
  guint32 *starts = add_block (self, (self->new->columns.n + 1) * sizeof *starts);
  guint32 n = 0;
  char *to;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      const guint32 *from = (stretch->added ? added_start : old_start) + stretch->start;

      for (guint32 j = 0; j < stretch->n; j++)
        starts[stretch->to + j] = n + from[j] - from[0];
      n += from[stretch->n] - from[0];
    }
  starts[self->new->columns.n] = n;
  to = add_block (self, n * size);
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      const guint32 *from = (stretch->added ? added_start : old_start) + stretch->start;

      memcpy (to + starts[stretch->to] * size, (const char *) (stretch->added ? added : old) + from[0] * size,
              (from[stretch->n] - from[0]) * size);
    }
  *start = starts;
  return to;
}

static void
move_accounts (Replacing     *self,
               EntAccountRow *accounts)
{
  const EntEventStore *old = self->old;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      const guint32 *start = self->new->columns.accounts_start;

      for (guint32 j = start[stretch->to]; stretch->added && j < start[stretch->to + stretch->n]; j++)
        {
          accounts[j].date += (guint32) old->n_dates;
          accounts[j].evidence += (guint32) old->n_evidence;
          accounts[j].topic_spans += (guint32) old->n_topic_spans;
          accounts[j].tone_words += (guint32) old->n_list_items;
          if (accounts[j].explanation != 0)
            accounts[j].explanation += (guint32) old->text_size;
        }
    }
}

/* Lists lead into the text, which is another one. */
static void
join_lists (Replacing *self)
{
  const EntEventStore *old = self->old, *added = self->added;
  EntEventStore *new = self->new;
  const char *added_text = new->text + old->text_size;
  const char **lists = add_block (self, (old->n_list_items + added->n_list_items) * sizeof *lists);
  const char **more = lists + old->n_list_items;

  for (gsize i = 0; i < old->n_list_items; i++)
    lists[i] = old->lists[i] == NULL ? NULL : new->text + (old->lists[i] - old->text);
  for (gsize i = 0; i < added->n_list_items; i++)
    more[i] = added->lists[i] == NULL ? NULL : added_text + (added->lists[i] - added->text);
  new->lists = lists;
  new->n_list_items = old->n_list_items + added->n_list_items;
}

/* What few rows have, each beginning with its row. */
typedef struct
{
  gconstpointer items;
  guint32 n;
  gsize size;
} Sparse;

static guint32
get_row (const Sparse *sparse,
         guint32       i)
{
  return *(const guint32 *) (gconstpointer) ((const char *) sparse->items + i * sparse->size);
}

static guint32
find_first (const Sparse *sparse,
            guint32       row)
{
  guint32 low = 0, high = sparse->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (get_row (sparse, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Lists of added rows lie behind the old ones; nought says that no lists are meant. */
static gpointer
join_sparse (Replacing *self,
             Sparse     old,
             Sparse     added,
             gsize      list_offset,
             guint32   *n)
{
  char *to = add_block (self, (old.n + added.n) * old.size);

  *n = 0;
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      const Sparse *from = stretch->added ? &added : &old;

      for (guint32 j = find_first (from, stretch->start);
           j < from->n && get_row (from, j) < stretch->start + stretch->n; j++, (*n)++)
        {
          gpointer item = to + *n * old.size;

          memcpy (item, (const char *) from->items + j * old.size, old.size);
          *(guint32 *) item += stretch->to - stretch->start;
          if (stretch->added && list_offset > 0)
            ((EntRowList *) item)->list += (guint32) list_offset;
        }
    }
  return to;
}

static void
join_few (Replacing *self)
{
  const EntEventStore *old = self->old, *added = self->added;

  self->new->candidates = join_sparse (self, (Sparse) { old->candidates, old->n_candidates, sizeof (EntRowList) },
                                       (Sparse) { added->candidates, added->n_candidates, sizeof (EntRowList) },
                                       old->n_list_items, &self->new->n_candidates);
  self->new->edits = join_sparse (self, (Sparse) { old->edits, old->n_edits, sizeof (EntRowEdit) },
                                  (Sparse) { added->edits, added->n_edits, sizeof (EntRowEdit) }, 0,
                                  &self->new->n_edits);
}

static void
join_ids (Replacing *self)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
      const EntEventStore *from = stretch->added ? self->added : self->old;
      const char *first = ent_event_store_get_id (from, stretch->start);
      const char *last = ent_event_store_get_id (from, stretch->start + stretch->n - 1);

      g_string_append_len (ids, first, last - first + (gssize) strlen (last) + 1);
    }
  self->new->id_text_size = ids->len;
  self->new->id_text = join_pool (self, ids->str, ids->len, NULL, 0, 1);
  g_string_free (ids, TRUE);
  ent_event_store_add_id_starts (self->new);
}

static void
join_circumstances (Replacing *self)
{
  const EntEventStore *old = self->old, *added = self->added;
  EntCircumstance *all = join_pool (self, old->circumstances, old->n_circumstances, added->circumstances,
                                    added->n_circumstances, sizeof *all);

  for (gsize i = old->n_circumstances; i < old->n_circumstances + added->n_circumstances; i++)
    {
      all[i].people += (guint32) old->n_list_items;
      if (all[i].place != 0)
        all[i].place += (guint32) old->text_size;
    }
  self->new->circumstances = all;
  self->new->n_circumstances = old->n_circumstances + added->n_circumstances;
}

static void
join_pools (Replacing *self)
{
  const EntEventStore *old = self->old, *added = self->added;
  EntEventStore *new = self->new;

  new->n_dates = old->n_dates + added->n_dates;
  new->dates = join_pool (self, old->dates, old->n_dates, added->dates, added->n_dates, sizeof (EntEdtf));
  new->n_evidence = old->n_evidence + added->n_evidence;
  new->evidence = join_pool (self, old->evidence, old->n_evidence, added->evidence, added->n_evidence,
                             sizeof (EntSpan));
  new->n_topic_spans = old->n_topic_spans + added->n_topic_spans;
  new->topic_spans = join_pool (self, old->topic_spans, old->n_topic_spans, added->topic_spans, added->n_topic_spans,
                                sizeof (EntTopicSpan));
  new->text_size = old->text_size + added->text_size;
  new->text = join_pool (self, old->text, old->text_size, added->text, added->text_size, 1);
  join_lists (self);
  join_circumstances (self);
  join_ids (self);
}

#define JOIN(field) join_rows (self, old->field, added->field, sizeof *old->field)

static void
join_columns (Replacing *self)
{
  const EntEventStore *old = self->old, *added = self->added;
  EntEventStore *new = self->new;
  EntEventColumns *columns = &new->columns;

  columns->kind = JOIN (columns.kind);
  columns->status = JOIN (columns.status);
  columns->assertion = JOIN (columns.assertion);
  columns->level = JOIN (columns.level);
  columns->basis = JOIN (columns.basis);
  columns->doubts = JOIN (columns.doubts);
  columns->review = JOIN (columns.review);
  columns->topics = JOIN (columns.topics);
  columns->earliest = JOIN (columns.earliest);
  columns->latest = JOIN (columns.latest);
  new->date = join_numbers (self, old->date, added->date, old->n_dates);
  new->title = join_numbers (self, old->title, added->title, old->text_size);
  new->circumstance = join_numbers (self, old->circumstance, added->circumstance, old->n_circumstances);
}

static void
join_row_items (Replacing *self)
{
  const EntEventStore *old = self->old, *added = self->added;
  EntEventColumns *columns = &self->new->columns;
  EntAccountRow *accounts;

  columns->actors = join_items (self, old->columns.actors, old->columns.actors_start, added->columns.actors,
                                added->columns.actors_start, sizeof (guint16), &columns->actors_start);
  accounts = join_items (self, old->accounts, old->columns.accounts_start, added->accounts,
                         added->columns.accounts_start, sizeof (EntAccountRow), &columns->accounts_start);
  move_accounts (self, accounts);
  self->new->accounts = accounts;
  ent_event_store_add_day_index (self->new);
}

/**
 * ent_event_store_replace:
 * @store: a store
 * @gone: a byte a row of @store, not 0 for those that are left out
 * @added: a store of the same vocabulary without statements, whose accounts name those of @store
 *
 * Returns: (transfer full): @store without some rows and with others in their places, as the builder would make it; it
 *   takes about as long as to copy the memory that @store has
 */
EntEventStore *
ent_event_store_replace (const EntEventStore *store,
                         const guint8        *gone,
                         const EntEventStore *added)
{
  Replacing self = { store, added };
  guint n;

  g_return_val_if_fail (store != NULL && gone != NULL && added != NULL, NULL);
  g_return_val_if_fail (store->vocabulary == added->vocabulary, NULL);

  self.new = g_atomic_rc_box_new0 (EntEventStore);
  self.new->vocabulary = ent_vocabulary_ref (store->vocabulary);
  self.new->blocks = g_ptr_array_new_with_free_func (g_free);
  self.stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  find_stretches (&self, gone);
  join_pools (&self);
  join_columns (&self);
  join_row_items (&self);
  join_few (&self);
  n = store->statements->len;
  self.new->issuers = join_pool (&self, store->issuers, n, NULL, 0, sizeof (guint16));
  self.new->statements = g_ptr_array_new_full (n, (GDestroyNotify) ent_statement_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self.new->statements, ent_statement_ref (g_ptr_array_index (store->statements, i)));
  g_array_unref (self.stretches);
  return self.new;
}
