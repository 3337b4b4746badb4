/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the values that an event has of a facet, the one that tells most of it. It does not depend on what is asked, so
 * that an event keeps its place while filters change. */
#include "filter/filter-index-private.h"

/* In larger stores the topic an event speaks of most is not looked for in its accounts. */
#define MOST_READ 50000
#define WORD_ROWS 64

typedef struct
{
  const EntEventStore *store;
  const EntEventColumns *columns;
  EntFilterFacet facet;
  guint64 framing; /* topics that say least when another one is raised too */
  gboolean read_accounts;
} Choice;

static guint
get_first_topic (guint64 mask,
                 guint64 framing)
{
  guint64 telling = mask & ~framing;

  if (mask == 0)
    return G_MAXUINT;
  return (guint) __builtin_ctzll (telling != 0 ? telling : mask);
}

/* Of several telling topics the one that the accounts raise in most places; among equals the vocabulary's first. */
static guint
get_strongest_topic (const Choice *choice,
                     guint32       row)
{
  guint64 telling = choice->columns->topics[row] & ~choice->framing;
  guint counts[ENT_MAX_TOPICS] = { 0 };
  guint best = (guint) __builtin_ctzll (telling);

  for (guint i = 0; i < ent_event_store_get_n_accounts (choice->store, row); i++)
    {
      EntAccount account;
      ent_event_store_get_account (choice->store, row, i, &account);
      for (gsize j = 0; j < account.n_topic_spans; j++)
        counts[account.topic_spans[j].topic % ENT_MAX_TOPICS]++;
    }
  for (guint topic = 0; topic < ENT_MAX_TOPICS; topic++)
    {
      if ((telling >> topic & 1) != 0 && counts[topic] > counts[best])
        best = topic;
    }
  return best;
}

static guint
get_topic (const Choice *choice,
           guint32       row)
{
  guint64 mask = choice->columns->topics[row];
  guint64 telling = mask & ~choice->framing;

  if (!choice->read_accounts || (telling & (telling - 1)) == 0)
    return get_first_topic (mask, choice->framing);
  return get_strongest_topic (choice, row);
}

static guint
get_actor (const Choice *choice,
           guint32       row)
{
  guint16 initiator = ent_event_store_get_initiator (choice->store, row);
  guint32 first = choice->columns->actors_start[row];

  if (initiator != ENT_ACTOR_NONE)
    return initiator;
  return choice->columns->actors_start[row + 1] > first ? choice->columns->actors[first] : G_MAXUINT;
}

static guint
get_issuer (const Choice *choice,
            guint32       row)
{
  if (choice->columns->accounts_start[row + 1] == choice->columns->accounts_start[row])
    return G_MAXUINT;
  return ent_event_store_get_telling (choice->store, row, 0).issuer;
}

static guint
choose_value (const Choice *choice,
              guint32       row)
{
  switch (choice->facet)
    {
    case ENT_FACET_TOPIC:
      return get_topic (choice, row);
    case ENT_FACET_ACTOR:
      return get_actor (choice, row);
    case ENT_FACET_ISSUER:
      return get_issuer (choice, row);
    case ENT_FACET_KIND:
    case ENT_FACET_STATUS:
    case ENT_FACET_ASSERTION:
    case ENT_FACET_REVIEW:
    case ENT_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

/* An event is of one kind: what it is, is what tells most. */
static gboolean
has_one_value (EntFilterFacet facet)
{
  return facet == ENT_FACET_KIND || facet == ENT_FACET_STATUS || facet == ENT_FACET_ASSERTION
         || facet == ENT_FACET_REVIEW;
}

static void
share_main (EntFilterIndex *index,
            EntFilterFacet  facet)
{
  index->main_rows[facet] = g_new (EntRowSet *, index->n_values[facet]);
  for (guint i = 0; i < index->n_values[facet]; i++)
    index->main_rows[facet][i] = ent_row_set_ref (index->rows[facet][i]);
}

static Choice
get_choice (const EntFilterIndex *index,
            EntFilterFacet        facet)
{
  Choice choice = { index->store, ent_event_store_get_columns (index->store), facet, 0, FALSE };
  guint framing;

  choice.read_accounts = choice.columns->n <= MOST_READ;
  if (ent_vocabulary_find_topic (ent_event_store_get_vocabulary (index->store), "relations", &framing))
    choice.framing = G_GUINT64_CONSTANT (1) << framing;
  return choice;
}

static void
make_main (EntFilterIndex *index,
           EntFilterFacet  facet)
{
  Choice choice = get_choice (index, facet);
  guint n_values = index->n_values[facet];
  g_autofree guint64 **bitmaps = g_new0 (guint64 *, n_values + 1);
  gsize n_words = ((gsize) choice.columns->n + WORD_ROWS - 1) / WORD_ROWS;

  for (guint32 row = 0; row < choice.columns->n; row++)
    {
      guint value = choose_value (&choice, row);
      if (value >= n_values)
        continue;
      if (bitmaps[value] == NULL)
        bitmaps[value] = g_new0 (guint64, n_words);
      bitmaps[value][row / WORD_ROWS] |= G_GUINT64_CONSTANT (1) << row % WORD_ROWS;
    }
  index->main_rows[facet] = g_new (EntRowSet *, n_values);
  for (guint i = 0; i < n_values; i++)
    index->main_rows[facet][i] = bitmaps[i] != NULL ? ent_row_set_new_words (bitmaps[i], choice.columns->n)
                                                    : ent_row_set_ref (index->rows[facet][n_values]);
}

/**
 * ent_filter_index_clear_main:
 * @index: an index being freed
 * @facet: a facet
 */
void
ent_filter_index_clear_main (EntFilterIndex *index,
                             EntFilterFacet  facet)
{
  for (guint i = 0; index->main_rows[facet] != NULL && i < index->n_values[facet]; i++)
    ent_row_set_unref (index->main_rows[facet][i]);
  g_clear_pointer (&index->main_rows[facet], g_free);
}

/**
 * ent_filter_index_get_main:
 * @index: an index
 * @facet: a facet
 * @value: a value of it
 *
 * Found for all values when it is first asked for.
 *
 * Returns: (transfer none): the events for which the value tells most: an event is in the rows of at most one value
 */
const EntRowSet *
ent_filter_index_get_main (EntFilterIndex *index,
                           EntFilterFacet  facet,
                           guint           value)
{
  g_return_val_if_fail (index != NULL && facet < ENT_N_FACETS, NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&index->main_lock);
  if (index->main_rows[facet] == NULL && has_one_value (facet))
    share_main (index, facet);
  else if (index->main_rows[facet] == NULL)
    make_main (index, facet);
  if (value >= index->n_values[facet])
    return index->rows[facet][index->n_values[facet]];
  return index->main_rows[facet][value];
}
