/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/relationships.h"

/* That a statement tells of a pair; collected in any order, then sorted, so that each pair's
 * statements stand together and each once. */
typedef struct
{
  guint32 pair;
  guint32 statement;
} Telling;

typedef struct
{
  const EntEventStore *store;
  GArray *relationships;
  GHashTable *by_actors; /* both numbers in one → index */
  GArray *tellings;
} Collector;

static const char *
actor_id (const EntEventStore *store,
          guint16              actor)
{
  return ent_vocabulary_get_actor (ent_event_store_get_vocabulary (store), actor)->id;
}

static int
compare_actors (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  guint16 x = *(const guint16 *) a;
  guint16 y = *(const guint16 *) b;

  return x == y ? 0 : g_strcmp0 (actor_id (data, x), actor_id (data, y));
}

static int
compare_relationships (gconstpointer a,
                       gconstpointer b,
                       gpointer      data)
{
  const EntRelationship *x = a;
  const EntRelationship *y = b;
  int order;

  if (x->n_events != y->n_events)
    return x->n_events > y->n_events ? -1 : 1;
  order = compare_actors (&x->actors[0], &y->actors[0], data);
  return order != 0 ? order : compare_actors (&x->actors[1], &y->actors[1], data);
}

static int
compare_tellings (gconstpointer a,
                  gconstpointer b)
{
  const Telling *x = a;
  const Telling *y = b;

  if (x->pair != y->pair)
    return x->pair < y->pair ? -1 : 1;
  return (x->statement > y->statement) - (x->statement < y->statement);
}

static void
relationship_clear (gpointer data)
{
  EntRelationship *relationship = data;

  g_array_unref (relationship->issuers);
}

static guint32
find_pair (Collector *self,
           guint16    a,
           guint16    b)
{
  gboolean in_order = compare_actors (&a, &b, (gpointer) self->store) <= 0;
  guint16 first = in_order ? a : b;
  guint16 second = in_order ? b : a;
  gpointer key = GUINT_TO_POINTER ((guint) first << 16 | second);
  EntRelationship relationship = { .actors = { first, second } };
  gpointer index;

  if (g_hash_table_lookup_extended (self->by_actors, key, NULL, &index))
    return GPOINTER_TO_UINT (index);

  relationship.first = ENT_DAY_OPEN_START;
  relationship.last = ENT_DAY_OPEN_END;
  relationship.issuers = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_hash_table_insert (self->by_actors, key, GUINT_TO_POINTER (self->relationships->len));
  g_array_append_val (self->relationships, relationship);
  return self->relationships->len - 1;
}

/* Widens the days told by an event's; an open side tells nothing but the other side's day. */
static void
widen (EntRelationship *relationship,
       EntDay           earliest,
       EntDay           latest)
{
  EntDay from = earliest != ENT_DAY_OPEN_START ? earliest : latest;
  EntDay to = latest != ENT_DAY_OPEN_END ? latest : earliest;

  if (from == ENT_DAY_OPEN_END)
    return;
  if (relationship->first == ENT_DAY_OPEN_START || from < relationship->first)
    relationship->first = from;
  if (relationship->last == ENT_DAY_OPEN_END || to > relationship->last)
    relationship->last = to;
}

static void
add_event (Collector             *self,
           const EntEventColumns *columns,
           guint32                row,
           guint16                a,
           guint16                b)
{
  Telling telling = { .pair = find_pair (self, a, b) };
  EntRelationship *relationship = &g_array_index (self->relationships, EntRelationship, telling.pair);
  guint n_accounts = ent_event_store_get_n_accounts (self->store, row);

  relationship->n_events++;
  if (columns->status[row] == ENT_STATUS_OCCURRED)
    widen (relationship, columns->earliest[row], columns->latest[row]);
  for (guint i = 0; i < n_accounts; i++)
    {
      EntAccount account;

      ent_event_store_get_account (self->store, row, i, &account);
      telling.statement = account.statement;
      g_array_append_val (self->tellings, telling);
    }
}

static void
add_events (Collector *self)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);

  for (guint32 row = 0; row < columns->n; row++)
    {
      for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
        {
          for (guint32 j = i + 1; j < columns->actors_start[row + 1]; j++)
            add_event (self, columns, row, columns->actors[i], columns->actors[j]);
        }
    }
}

static void
add_issuer (GArray  *issuers,
            guint16  issuer)
{
  for (guint i = 0; i < issuers->len; i++)
    {
      if (g_array_index (issuers, guint16, i) == issuer)
        return;
    }
  if (issuer != ENT_ACTOR_NONE)
    g_array_append_val (issuers, issuer);
}

static void
count_statements (Collector *self)
{
  const Telling *last = NULL;

  g_array_sort (self->tellings, compare_tellings);
  for (guint i = 0; i < self->tellings->len; i++)
    {
      const Telling *telling = &g_array_index (self->tellings, Telling, i);
      EntRelationship *relationship = &g_array_index (self->relationships, EntRelationship, telling->pair);

      if (last != NULL && compare_tellings (last, telling) == 0)
        continue;
      relationship->n_statements++;
      add_issuer (relationship->issuers, ent_event_store_get_issuer (self->store, telling->statement));
      last = telling;
    }
}

/**
 * ent_relationships_new:
 * @store: the events
 *
 * Returns: (transfer full) (element-type EntRelationship): every two actors that share events, those
 *   with most events first, then by their ids. First and last day are both open where no event of
 *   the two that occurred has a day.
 */
GArray *
ent_relationships_new (const EntEventStore *store)
{
  Collector collector = { .store = store };

  g_return_val_if_fail (store != NULL, NULL);

  collector.relationships = g_array_new (FALSE, FALSE, sizeof (EntRelationship));
  g_array_set_clear_func (collector.relationships, relationship_clear);
  collector.by_actors = g_hash_table_new (NULL, NULL);
  collector.tellings = g_array_new (FALSE, FALSE, sizeof (Telling));
  add_events (&collector);
  count_statements (&collector);
  for (guint i = 0; i < collector.relationships->len; i++)
    g_array_sort_with_data (g_array_index (collector.relationships, EntRelationship, i).issuers, compare_actors,
                            (gpointer) store);
  g_array_sort_with_data (collector.relationships, compare_relationships, (gpointer) store);
  g_hash_table_unref (collector.by_actors);
  g_array_unref (collector.tellings);
  return collector.relationships;
}
