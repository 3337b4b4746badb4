/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-index.h"

#include <string.h>

#include "parse/rule-set-private.h"

/* So many needs of an outline are looked at; more would turn down few. */
#define MAX_NEEDS 6

/* An outline, one more than the need that it is thought of by, or 0 if it needs nothing, and its conditions. */
typedef struct
{
  EntIndexOutline entry;
  guint32 by;
  guint8 conditions;
} Outline;

/* The index as it grows. */
typedef struct
{
  const EntRuleSet *rules;
  EntRuleIndex *index;
  GHashTable *numbers; /* the things of a need, as bytes → its number + 1 */
  GPtrArray *things;   /* of GArray: those of each need */
  EntPile whole;       /* by need: whether it is met by each of its things itself */
  EntPile triggers;    /* by need: whether outlines are thought of by it */
  GArray *needs;       /* of EntIndexNeed */
  GArray *outlines;    /* of Outline */
  GHashTable *list_numbers; /* the needs of a list, as bytes → its number */
  GArray *lists;            /* of EntIndexList */
  EntPile list_needs;       /* of all lists */
} Builder;

/* Adds a need, which is one of the bits behind those of the conditions. */
static void
put_need (EntNeedSet *set,
          guint32     need)
{
  guint32 n = 64 * G_N_ELEMENTS (set->bits) - ENT_MAX_CONDITIONS;
  guint32 bit = ENT_MAX_CONDITIONS + need % n;

  set->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

static guint32
add_list (Builder       *builder,
          const guint32 *numbers,
          guint32        n)
{
  g_autoptr (GBytes) key = g_bytes_new (numbers, n * sizeof (guint32));
  EntIndexList list = { .needs = builder->list_needs.n, .n_needs = (guint16) n };
  gpointer known;

  if (n == 0)
    return ENT_INDEX_NO_LIST;
  if (g_hash_table_lookup_extended (builder->list_numbers, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  for (guint is_trigger = 2; is_trigger-- > 0;)
    for (guint32 i = 0; i < n; i++)
      if (builder->triggers.data[numbers[i]] == is_trigger)
        {
          ent_pile_push (&builder->list_needs, numbers[i]);
          put_need (&list.set, numbers[i]);
          list.n_triggers = (guint16) (list.n_triggers + is_trigger);
        }
  g_array_append_val (builder->lists, list);
  g_hash_table_insert (builder->list_numbers, g_bytes_ref (key), GUINT_TO_POINTER (builder->lists->len - 1));
  return builder->lists->len - 1;
}

/* Makes a list of each of some piles, which are given back. */
static void
add_lists (Builder *builder,
           EntPile *piles,
           guint32  n,
           guint32 *lists)
{
  for (guint32 i = 0; i < n; i++)
    {
      lists[i] = add_list (builder, piles[i].data, piles[i].n);
      ent_pile_clear (&piles[i]);
    }
}

/* The number of a need; of one that is @is_frequent, one of its things is frequent. */
static guint32
find_need (Builder  *builder,
           GArray   *things,
           gboolean  is_frequent)
{
  GBytes *key = g_bytes_new (things->data, things->len * sizeof (guint32));
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->numbers, key));

  if (number != 0)
    {
      g_bytes_unref (key);
      return number - 1;
    }
  g_ptr_array_add (builder->things, g_array_ref (things));
  ent_pile_push (&builder->whole, things->len == 1 || !is_frequent);
  ent_pile_push (&builder->triggers, FALSE);
  g_hash_table_insert (builder->numbers, key, GUINT_TO_POINTER (builder->things->len));
  return builder->things->len - 1;
}

static int
compare_frequencies (gconstpointer a,
                     gconstpointer b)
{
  const EntRuleNeed *x = a;
  const EntRuleNeed *y = b;

  if (x->frequency != y->frequency)
    return x->frequency < y->frequency ? -1 : 1;
  return x->things->len < y->things->len ? -1 : x->things->len > y->things->len;
}

static int
compare_programs (gconstpointer a,
                  gconstpointer b)
{
  const EntIndexProgram *x = a;
  const EntIndexProgram *y = b;

  if (x->most != y->most)
    return x->most > y->most ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static void
rank_programs (Builder *builder)
{
  const GPtrArray *programs = builder->rules->programs;
  EntIndexProgram *ranked = g_new0 (EntIndexProgram, programs->len + 1);

  for (guint i = 0; i < programs->len; i++)
    {
      const GPtrArray *outlines = ((const EntProgram *) programs->pdata[i])->outlines;

      ranked[i].number = i;
      for (guint j = 0; j < outlines->len; j++)
        ranked[i].most = MAX (ranked[i].most, ((const EntRuleOutline *) outlines->pdata[j])->most);
    }
  qsort (ranked, programs->len, sizeof *ranked, compare_programs);
  builder->index->programs = ranked;
}

static void
add_outline (Builder              *builder,
             guint                 rank,
             const EntProgram     *program,
             const EntRuleOutline *outline)
{
  Outline item = { .entry = { rank, builder->needs->len }, .conditions = program->conditions };

  g_array_sort (outline->needs, compare_frequencies);
  for (guint i = 0; i < MIN (outline->needs->len, MAX_NEEDS); i++)
    {
      const EntRuleNeed *need = &g_array_index (outline->needs, EntRuleNeed, i);
      /* What stands further is in no match, however it is looked for. */
      EntIndexNeed place = { find_need (builder, need->things, need->is_frequent), 0,
                             MIN (need->from, ENT_MATCH_MAX_TOKENS - 1), MIN (need->to, ENT_MATCH_MAX_TOKENS - 1) };

      if (i == 0)
        {
          item.by = place.need + 1;
          builder->whole.data[place.need] = builder->triggers.data[place.need] = TRUE;
        }
      g_array_append_val (builder->needs, place);
      item.entry.n_needs++;
    }
  g_array_append_val (builder->outlines, item);
}

static int
compare_outlines (gconstpointer a,
                  gconstpointer b)
{
  const Outline *x = a;
  const Outline *y = b;

  return x->by < y->by ? -1 : x->by > y->by;
}

/* What a sentence must have for an outline to be worth thinking of: all of its needs that a set of them tells of. */
static EntNeedSet
list_set (const Builder *builder,
          const Outline *item)
{
  EntNeedSet set = { { item->conditions } };

  for (guint i = 0; i < item->entry.n_needs; i++)
    {
      guint32 need = g_array_index (builder->needs, EntIndexNeed, item->entry.needs + i).need;

      if (builder->whole.data[need])
        put_need (&set, need);
    }
  return set;
}

/* Sets the outlines in order, so that those that are thought of together stand together. */
static void
take_outlines (Builder *builder)
{
  EntRuleIndex *index = builder->index;
  guint32 n = builder->outlines->len;
  guint32 at = 0;

  g_array_sort (builder->outlines, compare_outlines);
  index->outlines = g_new (EntIndexOutline, n + 1);
  index->sets = g_new (EntNeedSet, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const Outline *item = &g_array_index (builder->outlines, Outline, i);

      index->outlines[i] = item->entry;
      index->sets[i] = list_set (builder, item);
    }
  for (guint32 by = 1; by <= index->n_needs + 1; by++)
    {
      while (at < n && g_array_index (builder->outlines, Outline, at).by < by)
        at++;
      index->of_needs[by - 1] = at;
    }
}

/* Has what is frequent meet needs of its own, that are part of those it is one of several things of. Returns by need
 * the list of its parts. */
static guint32 *
list_parts (Builder *builder)
{
  guint32 n = builder->things->len;
  guint32 *parts = g_new0 (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      const GArray *things = builder->things->pdata[i];
      EntPile own = { NULL };

      for (guint j = 0; j < things->len && !builder->whole.data[i]; j++)
        {
          guint32 thing = g_array_index (things, guint32, j);
          g_autoptr (GArray) alone = NULL;

          if (ent_rule_outline_get_frequency (builder->rules, thing) < ENT_THING_FREQUENT)
            continue;
          alone = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_array_append_val (alone, thing);
          ent_pile_push (&own, find_need (builder, alone, TRUE));
        }
      parts[i] = add_list (builder, own.data, own.n);
      ent_pile_clear (&own);
    }
  return parts;
}

/* The lists of words, classes and numbers: what needs each meets. */
static void
list_needs (Builder *builder)
{
  EntRuleIndex *index = builder->index;
  guint n_classes = builder->rules->classes->len;
  g_autofree EntPile *symbols = g_new0 (EntPile, index->n_symbols + 1);
  g_autofree EntPile *classes = g_new0 (EntPile, n_classes + 1);
  EntPile numbers[2] = { 0 };
  EntPile start = { NULL };

  for (guint32 i = 0; i < builder->things->len; i++)
    {
      const GArray *things = builder->things->pdata[i];

      for (guint j = 0; j < things->len; j++)
        {
          guint32 thing = g_array_index (things, guint32, j);

          if (!builder->whole.data[i] && ent_rule_outline_get_frequency (builder->rules, thing) >= ENT_THING_FREQUENT)
            continue;
          if (thing >= ENT_THING_START)
            ent_pile_push (&start, i);
          else if (thing >= ENT_THING_NUMBER)
            ent_pile_push (&numbers[thing - ENT_THING_NUMBER], i);
          else if (thing >= ENT_THING_CLASS)
            ent_pile_push (&classes[thing - ENT_THING_CLASS], i);
          else
            ent_pile_push (&symbols[thing], i);
        }
    }
  add_lists (builder, symbols, index->n_symbols, index->of_symbols);
  add_lists (builder, classes, n_classes, index->of_classes);
  add_lists (builder, numbers, 2, index->of_numbers);
  add_lists (builder, &start, 1, &index->of_start);
}

static gboolean
has_number (const EntPile *pile,
            guint32        number)
{
  for (guint32 i = 0; i < pile->n; i++)
    if (pile->data[i] == number)
      return TRUE;
  return FALSE;
}

static void
put_list (const Builder *builder,
          guint32        list,
          EntPile       *to)
{
  const EntIndexList *entry = &g_array_index (builder->lists, EntIndexList, list);
  const guint32 *numbers = builder->list_needs.data + entry->needs;

  for (guint32 i = 0; i < entry->n_needs; i++)
    if (!has_number (to, numbers[i]))
      ent_pile_push (to, numbers[i]);
}

/* What the terms up to a node meet; few meet anything. */
static guint32
list_node (Builder *builder,
           guint32  node,
           guint32  before)
{
  const EntTermTrie *trie = builder->index->trie;
  const EntTermNode *n = &trie->nodes[node];
  guint32 first = before;
  gboolean several = FALSE;
  EntPile needs = { NULL };
  guint32 list;

  for (guint32 i = 0; i < n->n_ends; i++)
    {
      guint32 other = builder->index->of_classes[trie->ends[n->ends + i].value.class_id];

      several |= other != ENT_INDEX_NO_LIST && first != ENT_INDEX_NO_LIST && other != first;
      first = first == ENT_INDEX_NO_LIST ? other : first;
    }
  if (!several)
    return first;
  put_list (builder, before, &needs);
  for (guint32 i = 0; i < n->n_ends; i++)
    put_list (builder, builder->index->of_classes[trie->ends[n->ends + i].value.class_id], &needs);
  list = add_list (builder, needs.data, needs.n);
  ent_pile_clear (&needs);
  return list;
}

/* The lists of nodes, and of words that begin terms. */
static void
list_terms (Builder *builder)
{
  EntRuleIndex *index = builder->index;
  const EntTermTrie *trie = index->trie;
  const guint32 *parents = trie->parents;
  g_autofree guint32 *roots = g_new0 (guint32, trie->n_nodes + 1); /* by node: that of its first word */
  g_autofree guint8 *open = g_new0 (guint8, trie->n_nodes + 1);    /* by root: whether words behind it count */

  for (guint32 symbol = 0; symbol < MIN (index->n_symbols, trie->n_symbols); symbol++)
    index->of_nodes[ent_term_trie_get_root (trie, symbol)] = index->of_symbols[symbol];
  index->of_nodes[0] = ENT_INDEX_NO_LIST;
  for (guint32 node = 1; node < trie->n_nodes; node++)
    {
      guint32 before = parents[node] != 0 ? index->of_nodes[parents[node]] : index->of_nodes[node];

      roots[node] = parents[node] != 0 ? roots[parents[node]] : node;
      index->of_nodes[node] = list_node (builder, node, before);
      open[roots[node]] |= index->of_nodes[node] != index->of_nodes[roots[node]];
    }
  for (guint32 symbol = 0; symbol < MIN (index->n_symbols, trie->n_symbols); symbol++)
    {
      guint32 root = ent_term_trie_get_root (trie, symbol);

      if (root != 0)
        index->of_symbols[symbol] = open[root] ? ENT_INDEX_OPENS : index->of_nodes[root];
    }
}

/**
 * ent_rule_index_new:
 * @rules: a set whose programs and trie are made; must outlive the index
 *
 * Returns: (transfer full): their index
 */
EntRuleIndex *
ent_rule_index_new (const EntRuleSet *rules)
{
  EntRuleIndex *index = g_new0 (EntRuleIndex, 1);
  Builder builder = { .rules = rules, .index = index };
  g_autofree guint32 *parts = NULL;

  builder.numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  builder.things = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  builder.needs = g_array_new (FALSE, FALSE, sizeof (EntIndexNeed));
  builder.outlines = g_array_new (FALSE, FALSE, sizeof (Outline));
  builder.list_numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  builder.lists = g_array_new (FALSE, TRUE, sizeof (EntIndexList));
  g_array_set_size (builder.lists, 1); /* the list of nothing */
  index->trie = rules->trie;
  index->n_symbols = ent_lexicon_get_n (rules->lexicon);
  rank_programs (&builder);
  for (guint i = 0; i < rules->programs->len; i++)
    {
      const EntProgram *program = rules->programs->pdata[index->programs[i].number];

      for (guint j = 0; j < program->outlines->len; j++)
        add_outline (&builder, i, program, program->outlines->pdata[j]);
    }
  parts = list_parts (&builder);
  for (guint i = 0; i < builder.needs->len; i++)
    g_array_index (builder.needs, EntIndexNeed, i).parts = parts[g_array_index (builder.needs, EntIndexNeed, i).need];
  index->n_needs = builder.things->len;
  index->of_nodes = g_new0 (guint32, index->trie->n_nodes + index->n_symbols + 1);
  index->of_symbols = index->of_nodes + index->trie->n_nodes;
  index->of_classes = g_new0 (guint32, rules->classes->len + 1);
  index->of_needs = g_new0 (guint32, index->n_needs + 1);
  list_needs (&builder);
  list_terms (&builder);
  take_outlines (&builder);
  index->needs = (EntIndexNeed *) (gpointer) g_array_free (builder.needs, FALSE);
  index->lists = (EntIndexList *) (gpointer) g_array_free (builder.lists, FALSE);
  index->numbers = builder.list_needs.data;
  g_hash_table_unref (builder.numbers);
  g_hash_table_unref (builder.list_numbers);
  g_ptr_array_unref (builder.things);
  ent_pile_clear (&builder.whole);
  ent_pile_clear (&builder.triggers);
  g_array_unref (builder.outlines);
  return index;
}

/**
 * ent_rule_index_free:
 * @index: (nullable): an index
 */
void
ent_rule_index_free (EntRuleIndex *index)
{
  if (index == NULL)
    return;
  g_free (index->programs);
  g_free (index->outlines);
  g_free (index->sets);
  g_free (index->needs);
  g_free (index->lists);
  g_free (index->numbers);
  g_free (index->of_nodes);
  g_free (index->of_classes);
  g_free (index->of_needs);
  g_free (index);
}
