/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes a relationship has. Their order follows all its events, so that lanes stay while filters change. */
#include "base/row-count.h"
#include "layout/history.h"

/* Colours of lanes whose values have none of their own; told apart by the colour-blind too. */
static const guint32 palette[] = {
  0x3d6ea5,
  0xd9730d,
  0x2b8a6e,
  0x8e44ad,
  0xa51d58,
  0x6b8e23,
  0x1f8ba0,
  0x8a6d3b,
};

#define COLOUR_OTHER 0x77767b

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

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const EntBasisLane *first = a;
  const EntBasisLane *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return (int) first->value - (int) second->value;
}

static guint
get_n_values (const EntVocabulary *vocabulary,
              EntLaneMode          mode)
{
  switch (mode)
    {
    case ENT_LANES_TOPIC:
      return ent_vocabulary_get_n_topics (vocabulary);
    case ENT_LANES_KIND:
      return ENT_N_KINDS;
    case ENT_LANES_ACTOR:
    case ENT_LANES_ISSUER:
      return ent_vocabulary_get_n_actors (vocabulary);
    case ENT_LANES_NONE:
    case ENT_N_LANE_MODES:
    default:
      return 0;
    }
}

static void
add_value_lanes (EntHistory     *history,
                 EntFilterFacet  facet,
                 guint           n_values)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (history->index));
  g_autofree const EntRowSet **sets = g_new (const EntRowSet *, n_values);
  g_autofree guint *weights = g_new (guint, n_values);

  for (guint value = 0; value < n_values; value++)
    sets[value] = ent_filter_index_get_rows (history->index, facet, value);
  ent_row_count_each (history->rows, sets, n_values, weights);
  for (guint16 value = 0; value < n_values; value++)
    {
      EntBasisLane lane = describe_lane (vocabulary, history->mode, value);
      lane.home = ent_filter_index_get_main (history->index, facet, value);
      lane.raised = history->mode == ENT_LANES_TOPIC ? sets[value] : NULL;
      lane.weight = weights[value];
      if (lane.weight > 0)
        g_array_append_val (history->lanes, lane);
    }
}

/* What is in no other lane. */
static EntRowSet *
find_other (const EntHistory *history)
{
  gsize n_words;
  const guint64 *all = ent_row_set_get_words (history->rows, &n_words);
  guint64 *words = g_new (guint64, MAX (n_words, 1));

  for (gsize i = 0; i < n_words; i++)
    words[i] = all[i];
  for (guint i = 0; i < history->lanes->len; i++)
    {
      const EntRowSet *home = g_array_index (history->lanes, EntBasisLane, i).home;
      const guint64 *taken = ent_row_set_get_words (home, NULL);
      for (gsize j = 0; j < n_words && ent_row_set_get_count (home) > 0; j++)
        words[j] &= ~taken[j];
    }
  return ent_row_set_new_words (words, ent_row_set_get_n_rows (history->rows));
}

static void
count_acts (EntHistory *history)
{
  g_autofree const EntRowSet **homes = g_new (const EntRowSet *, history->lanes->len + 1);
  g_autofree guint *counts = g_new (guint, history->lanes->len + 1);

  for (guint i = 0; i < history->lanes->len; i++)
    homes[i] = g_array_index (history->lanes, EntBasisLane, i).home;
  ent_row_count_each (history->acts, homes, history->lanes->len, counts);
  for (guint i = 0; i < history->lanes->len; i++)
    g_array_index (history->lanes, EntBasisLane, i).n_all = counts[i];
}

/**
 * ent_history_add_lanes:
 * @history: a history being made, with its rows
 *
 * Finds the lanes, the fullest of the relationship first; what has no value of the lane mode comes last.
 */
void
ent_history_add_lanes (EntHistory *history)
{
  static const EntFilterFacet facets[] = { ENT_FACET_TOPIC, ENT_FACET_KIND, ENT_FACET_ACTOR, ENT_FACET_ISSUER };
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (history->index));
  guint n_values = get_n_values (vocabulary, history->mode);

  history->lanes = g_array_new (FALSE, FALSE, sizeof (EntBasisLane));
  if (n_values > 0)
    add_value_lanes (history, facets[history->mode], n_values);
  g_array_sort (history->lanes, compare_lanes);
  history->other = find_other (history);
  EntBasisLane other = describe_lane (vocabulary, history->mode, ENT_LANE_OTHER);
  other.home = history->other;
  if (ent_row_set_get_count (history->other) > 0)
    g_array_append_val (history->lanes, other);
  count_acts (history);
}
