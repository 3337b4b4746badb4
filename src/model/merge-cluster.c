/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge-private.h"

#include <string.h>

/* A span of more months than this names no event that another statement could know. */
#define MOST_MONTHS 24
/* Up to so many sides, every pair of them leads to an event; from so many on, the crowd does. */
#define MOST_PAIRED 8
#define FEWEST_CROWD 5
#define CROWD G_MAXUINT16

/*
 * Accounts are taken from the most precise to the vaguest. Each is compared with the events so far that share two of
 * its sides and a month, which are few, so the whole is nearly linear:
 *
 *     by_key   (family, status, CN, US, 2023-11)  ──►  clusters
 *              (family, status, CN, US, 2023-12)  ──►  clusters
 *              (family, status, crowd,  2023-11)  ──►  clusters
 *
 * Where one fits, the account joins it; where none does, it begins one; where several do, it is left alone.
 */
typedef struct
{
  GPtrArray *clusters; /* of EntMergeCluster; one that was joined to another has no accounts */
  GHashTable *by_key;  /* guint64 → GPtrArray of EntMergeCluster */
  guint n_searches;
} Clusters;

typedef void (*KeyFunc) (Clusters *self,
                         guint64 key,
                         gpointer data);

static void
cluster_free (EntMergeCluster *cluster)
{
  if (cluster == NULL)
    return;
  g_ptr_array_unref (cluster->nodes);
  g_array_unref (cluster->people);
  g_free (cluster->id);
  g_free (cluster);
}

static void
cluster_add (EntMergeCluster *cluster,
             EntMergeNode    *node,
             const char      *why)
{
  node->why = why;
  cluster->topics |= node->topics;
  if (cluster->nodes->len == 0 || ent_merge_node_is_exact (node))
    {
      cluster->earliest = MIN (cluster->earliest, node->earliest);
      cluster->latest = MAX (cluster->latest, node->latest);
    }
  for (guint i = 0; i < node->people->len; i++)
    ent_merge_add_person (cluster->people, g_array_index (node->people, EntMergePerson, i));
  g_ptr_array_add (cluster->nodes, node);
}

static EntMergeCluster *
cluster_new (EntMergeNode *node)
{
  EntMergeCluster *cluster = g_new0 (EntMergeCluster, 1);

  cluster->nodes = g_ptr_array_new ();
  cluster->people = g_array_new (FALSE, FALSE, sizeof (EntMergePerson));
  cluster->earliest = node->earliest;
  cluster->latest = node->latest;
  cluster_add (cluster, node, NULL);
  return cluster;
}

static EntMergeNode *
get_first (const EntMergeCluster *cluster)
{
  return g_ptr_array_index (cluster->nodes, 0);
}

static gint32
get_month (EntDay day)
{
  EntCivilDate date = ent_civil_date_from_day (day);

  return date.year * 12 + date.month - 1;
}

/* By an odd factor no two keys become one, and the table's hash sees all of their bits. */
static guint64
make_key (const EntMergeNode *node,
          guint16             a,
          guint16             b,
          gint32              month)
{
  guint64 family = node->kind == ENT_KIND_SUMMIT ? ENT_KIND_MEETING : node->kind;
  guint64 key = family << 56 | (guint64) node->status << 52 | (guint64) a << 36 | (guint64) b << 20
                | (guint64) (month + (1 << 19));

  return key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

/* Calls @func for each key of the account's sides and the months from @from to @to. */
static void
for_each_key (Clusters           *self,
              const EntMergeNode *node,
              EntDay              from,
              EntDay              to,
              KeyFunc             func,
              gpointer            data)
{
  const EntMention *mention = ent_merge_node_get_main (node);
  guint n = mention->n_actors;
  gint32 last = get_month (to);

  for (gint32 month = get_month (from); month <= last; month++)
    {
      if (n == 1)
        func (self, make_key (node, mention->actors[0], mention->actors[0], month), data);
      for (guint i = 0; n <= MOST_PAIRED && i < n; i++)
        for (guint j = i + 1; j < n; j++)
          func (self, make_key (node, mention->actors[i], mention->actors[j], month), data);
      if (n >= FEWEST_CROWD)
        func (self, make_key (node, CROWD, CROWD, month), data);
    }
}

static void
insert_at_key (Clusters *self,
               guint64   key,
               gpointer  data)
{
  GPtrArray *found = g_hash_table_lookup (self->by_key, &key);

  if (found == NULL)
    {
      found = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, g_memdup2 (&key, sizeof key), found);
    }
  g_ptr_array_add (found, data);
}

typedef struct
{
  const EntMergeNode *node;
  GPtrArray *found; /* of EntMergeCluster */
} Search;

static void
search_at_key (Clusters *self,
               guint64   key,
               gpointer  data)
{
  Search *search = data;
  const GPtrArray *here = g_hash_table_lookup (self->by_key, &key);

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      EntMergeCluster *cluster = g_ptr_array_index (here, i);

      if (cluster->seen == self->n_searches)
        continue;
      cluster->seen = self->n_searches;
      if (!cluster->doubtful && ent_merge_is_compatible (cluster, search->node)
          && ent_merge_days_agree (cluster, search->node))
        g_ptr_array_add (search->found, cluster);
    }
}

/* The events that an account may be of, by all but how their days lie to one another. */
static GPtrArray *
find_compatible (Clusters           *self,
                 const EntMergeNode *node,
                 EntDay              from,
                 EntDay              to)
{
  Search search = { node, g_ptr_array_new () };

  self->n_searches++;
  for_each_key (self, node, from, to, search_at_key, &search);
  return search.found;
}

static void
begin_cluster (Clusters     *self,
               EntMergeNode *node,
               gboolean      doubtful)
{
  EntMergeCluster *cluster = cluster_new (node);

  cluster->doubtful = doubtful;
  g_ptr_array_add (self->clusters, cluster);
  if (ent_merge_node_is_bounded (node) && get_month (node->latest) - get_month (node->earliest) <= MOST_MONTHS)
    for_each_key (self, node, node->earliest, node->latest, insert_at_key, cluster);
}

/* Keeps which events an account may as well be of. */
static void
add_candidates (EntMergeNode    *node,
                const GPtrArray *candidates)
{
  if (node->candidates == NULL)
    node->candidates = g_ptr_array_new ();
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (node->candidates, g_ptr_array_index (candidates, i));
}

static void
place_node (Clusters     *self,
            EntMergeNode *node,
            GPtrArray    *candidates,
            const char   *why)
{
  if (candidates->len == 1)
    {
      cluster_add (g_ptr_array_index (candidates, 0), node, why);
      return;
    }
  if (candidates->len > 1)
    add_candidates (node, candidates);
  begin_cluster (self, node, candidates->len > 1);
}

/* Leaves those that @keep wants. */
static void
keep_candidates (GPtrArray *candidates,
                 const EntMergeNode *node,
                 gboolean (*keep) (const EntMergeCluster *cluster,
                 const EntMergeNode *node))
{
  for (guint i = candidates->len; i > 0; i--)
    if (!keep (g_ptr_array_index (candidates, i - 1), node))
      g_ptr_array_remove_index_fast (candidates, i - 1);
}

static gboolean
is_of_same_day (const EntMergeCluster *cluster,
                const EntMergeNode    *node)
{
  return cluster->earliest == node->earliest && cluster->latest == node->latest;
}

/* Windows of plans begin at the day of each statement, so that they overlap rather than nest. */
static gboolean
lies_within (const EntMergeCluster *cluster,
             const EntMergeNode    *node)
{
  if (node->status == ENT_STATUS_PLANNED)
    return cluster->earliest <= node->latest && node->earliest <= cluster->latest;
  return node->earliest <= cluster->earliest && cluster->latest <= node->latest;
}

/* "The San Francisco meeting": a name may tell which of several is meant. */
static gboolean
has_name (const EntMergeCluster *cluster,
          const EntMergeNode    *node)
{
  const EntMention *mention = ent_merge_node_get_main (node);
  const char *names[] = { mention->group, mention->place };

  for (guint i = 0; i < cluster->nodes->len; i++)
    {
      const EntMention *other = ent_merge_node_get_main (g_ptr_array_index (cluster->nodes, i));

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        if (names[j] != NULL && (g_strcmp0 (names[j], other->place) == 0 || g_strcmp0 (names[j], other->group) == 0))
          return TRUE;
    }
  return FALSE;
}

static void
place_exact_node (Clusters     *self,
                  EntMergeNode *node)
{
  g_autoptr (GPtrArray) candidates = find_compatible (self, node, node->earliest, node->latest);

  keep_candidates (candidates, node, is_of_same_day);
  place_node (self, node, candidates, "same kind, sides and day");
}

static void
place_vague_node (Clusters     *self,
                  EntMergeNode *node)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  if (ent_merge_node_is_bounded (node) && ent_merge_joins_spans (node->kind)
      && get_month (node->latest) - get_month (node->earliest) <= MOST_MONTHS)
    {
      g_ptr_array_unref (candidates);
      candidates = find_compatible (self, node, node->earliest, node->latest);
      keep_candidates (candidates, node, lies_within);
    }
  if (candidates->len > 1)
    {
      g_autoptr (GPtrArray) named = g_ptr_array_copy (candidates, NULL, NULL);

      keep_candidates (named, node, has_name);
      if (named->len == 1)
        {
          cluster_add (g_ptr_array_index (named, 0), node, "same kind, sides and name, within its dates");
          return;
        }
    }
  place_node (self, node, candidates, "the only one of its kind and sides within its dates");
}

static gboolean
clusters_agree (const EntMergeCluster *a,
                const EntMergeCluster *b)
{
  for (guint i = 0; i < b->nodes->len; i++)
    if (!ent_merge_is_compatible (a, g_ptr_array_index (b->nodes, i))
        || !ent_merge_days_agree (a, g_ptr_array_index (b->nodes, i)))
      return FALSE;
  return TRUE;
}

/* Events a day away that may be this one as others dated it. */
static GPtrArray *
find_neighbours (Clusters              *self,
                 const EntMergeCluster *cluster)
{
  const EntMergeNode *node = get_first (cluster);
  GPtrArray *found = find_compatible (self, node, node->earliest - 1, node->latest + 1);

  for (guint i = found->len; i > 0; i--)
    {
      const EntMergeCluster *other = g_ptr_array_index (found, i - 1);

      if (ABS ((gint64) other->earliest - cluster->earliest) != 1 || !clusters_agree (cluster, other))
        g_ptr_array_remove_index_fast (found, i - 1);
    }
  return found;
}

static void
absorb (EntMergeCluster *cluster,
        EntMergeCluster *other,
        const char      *why)
{
  for (guint i = 0; i < other->nodes->len; i++)
    cluster_add (cluster, g_ptr_array_index (other->nodes, i), why);
  /* The index still leads to it; as a doubtful one it is passed over. */
  other->doubtful = TRUE;
  other->joined_to = cluster;
  g_ptr_array_set_size (other->nodes, 0);
}

/* Whether an event has no neighbour, or one that has no other. */
static gboolean
has_one_neighbour (const GPtrArray       *neighbours,
                   GHashTable            *numbers,
                   const EntMergeCluster *cluster,
                   guint                  number)
{
  const GPtrArray *found = g_ptr_array_index (neighbours, number);
  const GPtrArray *back;

  if (found->len != 1)
    return found->len == 0;
  back = g_ptr_array_index (neighbours,
                            GPOINTER_TO_UINT (g_hash_table_lookup (numbers, g_ptr_array_index (found, 0))));
  return back->len == 1 && g_ptr_array_index (back, 0) == cluster;
}

/* An evening of one side is the next morning of the other. Only where that fits one pair of events are they joined. */
static void
join_neighbours (Clusters *self)
{
  guint n = self->clusters->len;
  g_autoptr (GPtrArray) neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      EntMergeCluster *cluster = g_ptr_array_index (self->clusters, i);
      gboolean may = !cluster->doubtful && ent_merge_joins_spans (get_first (cluster)->kind);

      g_hash_table_insert (numbers, cluster, GUINT_TO_POINTER (i));
      g_ptr_array_add (neighbours, may ? find_neighbours (self, cluster) : g_ptr_array_new ());
    }
  for (guint i = 0; i < n; i++)
    if (!has_one_neighbour (neighbours, numbers, g_ptr_array_index (self->clusters, i), i))
      add_candidates (get_first (g_ptr_array_index (self->clusters, i)), g_ptr_array_index (neighbours, i));
  for (guint i = 0; i < n; i++)
    {
      EntMergeCluster *cluster = g_ptr_array_index (self->clusters, i);
      GPtrArray *found = g_ptr_array_index (neighbours, i);

      if (found->len == 1 && cluster->nodes->len > 0 && has_one_neighbour (neighbours, numbers, cluster, i))
        absorb (cluster, g_ptr_array_index (found, 0), "same kind and sides, a day apart for another side");
    }
}

/* Whether the words by which a statement calls something off say of this that it does not come about. */
static gboolean
is_called_off (const EntMergeNode *node,
               const GHashTable   *suspensions)
{
  const GPtrArray *here = g_hash_table_lookup ((GHashTable *) suspensions, GUINT_TO_POINTER (node->statement));

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const EntMergeNode *suspension = g_ptr_array_index (here, i);

      if (suspension->first.start < node->first.end && node->first.start < suspension->first.end)
        return TRUE;
    }
  return FALSE;
}

/* GHashTable of statement → GPtrArray of the accounts by which it calls something off. */
static GHashTable *
find_suspensions (GPtrArray *nodes)
{
  GHashTable *suspensions = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < nodes->len; i++)
    {
      EntMergeNode *node = g_ptr_array_index (nodes, i);
      GPtrArray *here = g_hash_table_lookup (suspensions, GUINT_TO_POINTER (node->statement));

      if (node->kind != ENT_KIND_SUSPENSION || node->status != ENT_STATUS_OCCURRED)
        continue;
      if (here == NULL)
        {
          here = g_ptr_array_new ();
          g_hash_table_insert (suspensions, GUINT_TO_POINTER (node->statement), here);
        }
      g_ptr_array_add (here, node);
    }
  return suspensions;
}

/* A plan that was called off is one event with what others said of it while it stood. */
static void
join_called_off (Clusters  *self,
                 GPtrArray *nodes)
{
  g_autoptr (GHashTable) suspensions = find_suspensions (nodes);

  for (guint i = 0; i < self->clusters->len; i++)
    {
      EntMergeCluster *cluster = g_ptr_array_index (self->clusters, i);
      EntMergeNode plan;
      g_autoptr (GPtrArray) candidates = NULL;

      if (cluster->nodes->len == 0 || get_first (cluster)->status != ENT_STATUS_DENIED || cluster->doubtful
          || !ent_merge_node_is_bounded (get_first (cluster)) || !is_called_off (get_first (cluster), suspensions))
        continue;
      plan = *get_first (cluster);
      plan.status = ENT_STATUS_PLANNED;
      candidates = find_compatible (self, &plan, plan.earliest, plan.latest);
      keep_candidates (candidates, &plan, lies_within);
      if (candidates->len == 1)
        absorb (cluster, g_ptr_array_index (candidates, 0), "the plan that was called off");
      else if (candidates->len > 1)
        add_candidates (get_first (cluster), candidates);
    }
}

/* The most precise first, then who names most people, then the canonical order. */
static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const EntMergeNode *node_a = *(EntMergeNode * const *) a;
  const EntMergeNode *node_b = *(EntMergeNode * const *) b;
  gint64 days_a = (gint64) node_a->latest - node_a->earliest;
  gint64 days_b = (gint64) node_b->latest - node_b->earliest;

  if (days_a != days_b)
    return days_a < days_b ? -1 : 1;
  if (node_a->people->len != node_b->people->len)
    return node_a->people->len > node_b->people->len ? -1 : 1;
  if (node_a->role != node_b->role)
    return (int) node_a->role - (int) node_b->role;
  if (node_a->statement != node_b->statement)
    return node_a->statement < node_b->statement ? -1 : 1;
  if (node_a->first.start != node_b->first.start)
    return node_a->first.start < node_b->first.start ? -1 : 1;
  if (node_a->kind != node_b->kind)
    return (int) node_a->kind - (int) node_b->kind;
  return (int) node_a->ordinal - (int) node_b->ordinal;
}

static void
cluster_across_statements (Clusters  *self,
                           GPtrArray *nodes)
{
  guint next = 0;

  g_ptr_array_sort (nodes, compare_nodes);
  for (; next < nodes->len && ent_merge_node_is_exact (g_ptr_array_index (nodes, next)); next++)
    place_exact_node (self, g_ptr_array_index (nodes, next));
  join_neighbours (self);
  for (; next < nodes->len; next++)
    place_vague_node (self, g_ptr_array_index (nodes, next));
  join_called_off (self, nodes);
}

/**
 * ent_merge_cluster_follow:
 * @cluster: an event
 *
 * Returns: (transfer none): the event that its accounts are of in the end
 */
EntMergeCluster *
ent_merge_cluster_follow (EntMergeCluster *cluster)
{
  while (cluster->joined_to != NULL)
    cluster = cluster->joined_to;
  return cluster;
}

/**
 * ent_merge_cluster_new:
 * @nodes: (element-type EntMergeNode): accounts that somebody says are of one event; at least one
 *
 * Returns: (transfer full): the event
 */
EntMergeCluster *
ent_merge_cluster_new (GPtrArray *nodes)
{
  EntMergeCluster *cluster;

  g_return_val_if_fail (nodes != NULL && nodes->len > 0, NULL);

  cluster = cluster_new (g_ptr_array_index (nodes, 0));
  for (guint i = 1; i < nodes->len; i++)
    cluster_add (cluster, g_ptr_array_index (nodes, i), "by hand");
  return cluster;
}

/**
 * ent_merge_cluster_free:
 * @cluster: (transfer full) (nullable): an event of ent_merge_cluster_new()
 */
void
ent_merge_cluster_free (EntMergeCluster *cluster)
{
  cluster_free (cluster);
}

/**
 * ent_merge_cluster:
 * @nodes: (element-type EntMergeNode): accounts, put into another order
 * @flags: whether to join those of different statements
 *
 * Finds which accounts are of one event. Joining is never a guess: an account that fits several events is left alone,
 * with a doubt that names them. The result does not depend on the order of @nodes.
 *
 * Returns: (transfer full) (element-type EntMergeCluster): the events, and those without accounts that were joined to
 *   others
 */
GPtrArray *
ent_merge_cluster (GPtrArray     *nodes,
                   EntMergeFlags  flags)
{
  Clusters self = {
    .clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) cluster_free),
    .by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
  };

  if (flags & ENT_MERGE_STATEMENTS)
    cluster_across_statements (&self, nodes);
  else
    for (guint i = 0; i < nodes->len; i++)
      g_ptr_array_add (self.clusters, cluster_new (g_ptr_array_index (nodes, i)));
  g_hash_table_unref (self.by_key);
  return self.clusters;
}
