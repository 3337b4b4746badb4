/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lane each event stands in. */
#include "layout/basis-lanes.h"

/* Above so many events the topic an event speaks of most is not looked for in its accounts. */
#define MOST_READ 50000

/* Colours of lanes whose values have none of their own; told apart by the colour-blind too. */
static const guint32 palette[] = {
  0x3d6ea5, 0xd9730d, 0x2b8a6e, 0x8e44ad, 0xa51d58, 0x6b8e23, 0x1f8ba0, 0x8a6d3b,
};

#define COLOUR_OTHER 0x77767b

/* What asks for a lane: the store, with what lanes are. */
typedef struct
{
  const EntEventStore *store;
  const EntEventColumns *columns;
  EntLaneMode mode;
  guint64 framing; /* topics that say least when another one is raised too */
  gboolean read_accounts;
} LaneChoice;

static guint16
get_first_topic (guint64 mask,
                 guint64 framing)
{
  guint64 telling = mask & ~framing;

  if (mask == 0)
    return ENT_LANE_OTHER;
  return (guint16) __builtin_ctzll (telling != 0 ? telling : mask);
}

/* The topic that the accounts raise in most places; among equals the vocabulary's first. */
static guint16
get_strongest_topic (const LaneChoice *choice,
                     guint32           row)
{
  guint64 mask = choice->columns->topics[row];
  guint64 telling = mask & ~choice->framing;
  guint counts[ENT_MAX_TOPICS] = { 0 };
  guint16 best = get_first_topic (mask, choice->framing);

  if (!choice->read_accounts || best == ENT_LANE_OTHER || (telling & (telling - 1)) == 0)
    return best;
  for (guint i = 0; i < ent_event_store_get_n_accounts (choice->store, row); i++)
    {
      EntAccount account;
      ent_event_store_get_account (choice->store, row, i, &account);
      for (gsize j = 0; j < account.n_topic_spans; j++)
        counts[account.topic_spans[j].topic % ENT_MAX_TOPICS]++;
    }
  for (guint16 topic = 0; topic < ENT_MAX_TOPICS; topic++)
    {
      if ((telling >> topic & 1) != 0 && counts[topic] > counts[best])
        best = topic;
    }
  return best;
}

static guint16
get_actor (const LaneChoice *choice,
           guint32           row)
{
  guint16 initiator = ent_event_store_get_initiator (choice->store, row);
  guint32 first = choice->columns->actors_start[row];

  if (initiator != ENT_ACTOR_NONE)
    return initiator;
  return choice->columns->actors_start[row + 1] > first ? choice->columns->actors[first] : ENT_LANE_OTHER;
}

static guint16
get_issuer (const LaneChoice *choice,
            guint32           row)
{
  EntAccount account;

  if (ent_event_store_get_n_accounts (choice->store, row) == 0)
    return ENT_LANE_OTHER;
  ent_event_store_get_account (choice->store, row, 0, &account);
  return account.issuer != ENT_ACTOR_NONE ? account.issuer : ENT_LANE_OTHER;
}

static guint16
choose_lane (const LaneChoice *choice,
             guint32           row)
{
  switch (choice->mode)
    {
    case ENT_LANES_TOPIC:
      return get_strongest_topic (choice, row);
    case ENT_LANES_KIND:
      return choice->columns->kind[row];
    case ENT_LANES_ACTOR:
      return get_actor (choice, row);
    case ENT_LANES_ISSUER:
      return get_issuer (choice, row);
    case ENT_LANES_NONE:
      return ENT_LANE_OTHER;
    case ENT_N_LANE_MODES:
    default:
      g_assert_not_reached ();
    }
}

static EntBasisLane
describe_lane (const EntVocabulary *vocabulary,
               EntLaneMode          mode,
               guint16              value)
{
  EntBasisLane lane = { .value = value, .colour = palette[value % G_N_ELEMENTS (palette)] };

  if (value == ENT_LANE_OTHER)
    {
      lane.colour = COLOUR_OTHER;
      lane.name = mode == ENT_LANES_NONE ? N_ ("Events") : N_ ("Other");
      return lane;
    }
  switch (mode)
    {
    case ENT_LANES_TOPIC:
      lane.colour = ent_vocabulary_get_topic (vocabulary, value)->colour;
      lane.name = ent_vocabulary_get_topic (vocabulary, value)->label;
      break;
    case ENT_LANES_KIND:
      lane.name = ent_vocabulary_get_kind (vocabulary, value)->plural;
      break;
    case ENT_LANES_ACTOR:
    case ENT_LANES_ISSUER:
      lane.name = ent_vocabulary_get_actor (vocabulary, value)->label;
      break;
    case ENT_LANES_NONE:
    case ENT_N_LANE_MODES:
    default:
      g_assert_not_reached ();
    }
  return lane;
}

static void
clear_lane (gpointer data)
{
  EntBasisLane *lane = data;

  g_clear_pointer (&lane->acts, ent_row_set_unref);
  g_clear_pointer (&lane->dots, ent_row_set_unref);
}

/* How many events of the relationship a lane's value has, whatever else is filtered, so that lanes
 * keep their order while filters change. */
static guint
get_weight (const EntFilterIndex *index,
            const EntFilter      *filter,
            EntLaneMode           mode,
            guint16               value)
{
  static const EntFilterFacet facets[] = { ENT_FACET_TOPIC, ENT_FACET_KIND, ENT_FACET_ACTOR, ENT_FACET_ISSUER };
  gsize n_sides;
  const guint16 *sides = ent_filter_get_between (filter, &n_sides, NULL);
  const EntRowSet *rows;

  if (value == ENT_LANE_OTHER || mode == ENT_LANES_NONE)
    return 0;
  rows = ent_filter_index_get_rows (index, facets[mode], value);
  if (n_sides == 0)
    return ent_row_set_get_count (rows);
  return ent_row_set_count_and (rows, ent_filter_index_get_rows (index, ENT_FACET_ACTOR, sides[0]), 0,
                                ent_row_set_get_n_rows (rows));
}

typedef struct
{
  EntBasisLane lane;
  guint weight;
} WeighedLane;

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const WeighedLane *first = a;
  const WeighedLane *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return (int) first->lane.value - (int) second->lane.value;
}

/* Gives each act to its lane: by value, the words of a bitmap. */
static GHashTable *
share_acts (const LaneChoice *choice,
            const EntRowSet  *acts)
{
  GHashTable *words_by_value = g_hash_table_new (NULL, NULL);
  gsize n_words = 0;

  ent_row_set_get_words (acts, &n_words);
  for (guint32 row = ent_row_set_next (acts, 0); row != ENT_ROW_NONE; row = ent_row_set_next (acts, row + 1))
    {
      gpointer key = GUINT_TO_POINTER (choose_lane (choice, row));
      guint64 *words = g_hash_table_lookup (words_by_value, key);
      if (words == NULL)
        {
          words = g_new0 (guint64, MAX (n_words, 1));
          g_hash_table_insert (words_by_value, key, words);
        }
      words[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
    }
  return words_by_value;
}

static void
add_lane (GArray               *lanes,
          const EntFilterIndex *index,
          const EntFilter      *filter,
          EntLaneMode           mode,
          guint16               value,
          EntRowSet            *acts,
          EntRowSet            *dots)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (index));
  WeighedLane weighed = { describe_lane (vocabulary, mode, value), get_weight (index, filter, mode, value) };

  weighed.lane.acts = acts;
  weighed.lane.dots = dots;
  g_array_append_val (lanes, weighed);
}

/* Topics that only contacts raise have lanes of dots. */
static void
add_topic_lanes (GArray               *lanes,
                 const EntFilterIndex *index,
                 const EntFilter      *filter,
                 const EntBasisRows   *rows,
                 GHashTable           *words_by_value)
{
  guint n_rows = ent_row_set_get_n_rows (rows->acts);
  guint n_topics = ent_vocabulary_get_n_topics (ent_event_store_get_vocabulary (ent_filter_index_get_store (index)));

  for (guint16 topic = 0; topic < n_topics; topic++)
    {
      g_autoptr (EntRowSet) dots = ent_row_set_and (rows->contacts,
                                                    ent_filter_index_get_rows (index, ENT_FACET_TOPIC, topic));
      gpointer words = NULL;
      gboolean has_acts = g_hash_table_steal_extended (words_by_value, GUINT_TO_POINTER (topic), NULL, &words);
      if (!has_acts && ent_row_set_get_count (dots) == 0)
        continue;
      EntRowSet *acts = has_acts ? ent_row_set_new_words (words, n_rows) : ent_row_set_new_empty (n_rows);
      add_lane (lanes, index, filter, ENT_LANES_TOPIC, topic, acts, g_steal_pointer (&dots));
    }
}

/**
 * ent_basis_lanes_new:
 * @index: a store and its bitmaps
 * @filter: whose relationship it is
 * @rows: what is shown how
 * @mode: what a lane is
 *
 * Returns: (transfer full) (element-type EntBasisLane): the lanes that have anything, the fullest
 *   of the relationship first
 */
GArray *
ent_basis_lanes_new (const EntFilterIndex *index,
                     const EntFilter      *filter,
                     const EntBasisRows   *rows,
                     EntLaneMode           mode)
{
  const EntEventStore *store = ent_filter_index_get_store (index);
  LaneChoice choice = { store, ent_event_store_get_columns (store), mode, 0,
                        ent_row_set_get_count (rows->acts) <= MOST_READ };
  guint framing;
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (WeighedLane));
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (EntBasisLane));

  if (ent_vocabulary_find_topic (ent_event_store_get_vocabulary (store), "relations", &framing))
    choice.framing = G_GUINT64_CONSTANT (1) << framing;
  g_autoptr (GHashTable) words_by_value = share_acts (&choice, rows->acts);
  if (mode == ENT_LANES_TOPIC)
    add_topic_lanes (weighed, index, filter, rows, words_by_value);

  GHashTableIter iter;
  gpointer key, words;
  g_hash_table_iter_init (&iter, words_by_value);
  while (g_hash_table_iter_next (&iter, &key, &words))
    add_lane (weighed, index, filter, mode, (guint16) GPOINTER_TO_UINT (key),
              ent_row_set_new_words (words, ent_row_set_get_n_rows (rows->acts)), NULL);

  g_array_sort (weighed, compare_lanes);
  g_array_set_clear_func (lanes, clear_lane);
  for (guint i = 0; i < weighed->len; i++)
    g_array_append_val (lanes, g_array_index (weighed, WeighedLane, i).lane);
  return lanes;
}
