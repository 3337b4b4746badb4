/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/term-trie.h"

/* A node, and the values of the terms that end there. */
typedef struct
{
  guint32 symbol;
  guint32 parent;
  guint32 length;
  guint32 values;
  guint32 n_values;
} Node;

/* The trie as it grows, term by term in order: the path to the term added last is held by depth. */
typedef struct
{
  EntTermTrie *trie;
  GArray *nodes;  /* of Node */
  GArray *values; /* of EntTermValue */
  GArray *path;   /* of guint32 */
} Builder;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const EntTermEntry *x = a;
  const EntTermEntry *y = b;

  for (guint32 i = 0; i < x->length && i < y->length; i++)
    if (x->words[i] != y->words[i])
      return x->words[i] < y->words[i] ? -1 : 1;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  if (x->value.class_id != y->value.class_id)
    return x->value.class_id < y->value.class_id ? -1 : 1;
  return x->value.value < y->value.value ? -1 : x->value.value > y->value.value;
}

/* How many words two terms begin with in common. */
static guint32
count_common (const EntTermEntry *a,
              const EntTermEntry *b)
{
  guint32 n = 0;

  while (n < a->length && n < b->length && a->words[n] == b->words[n])
    n++;
  return n;
}

static void
add_entry (Builder            *builder,
           const EntTermEntry *entry,
           guint32             common)
{
  Node *last;

  g_array_set_size (builder->path, common);
  for (guint32 depth = common; depth < entry->length; depth++)
    {
      Node node = { entry->words[depth], 0, depth + 1, builder->values->len, 0 };
      guint32 number = builder->nodes->len;

      if (depth == 0)
        builder->trie->roots[entry->words[0]] = number;
      else
        node.parent = g_array_index (builder->path, guint32, depth - 1);
      g_array_append_val (builder->nodes, node);
      g_array_append_val (builder->path, number);
    }
  last = &g_array_index (builder->nodes, Node, g_array_index (builder->path, guint32, entry->length - 1));
  last->n_values++;
  g_array_append_val (builder->values, entry->value);
}

static void
put_child (EntTermTrie *trie,
           guint32      node,
           guint32      symbol,
           guint32      child)
{
  guint32 i = ent_term_trie_hash (node, symbol) & trie->mask;

  while (trie->children[i].node != 0)
    i = (i + 1) & trie->mask;
  trie->children[i] = (EntTermChild) { symbol, child };
  trie->nodes[node].next_words |= G_GUINT64_CONSTANT (1) << (symbol % 64);
}

/* Lists the terms that end at a node, and behind them those that do on the way to it. */
static void
list_ends (const Builder *builder,
           GArray        *ends,
           guint32        number)
{
  const Node *node = &g_array_index (builder->nodes, Node, number);
  const EntTermNode *parent = &builder->trie->nodes[node->parent];
  EntTermNode *to = &builder->trie->nodes[number];

  *to = (EntTermNode) { parent->classes, 0, ends->len, node->n_values + parent->n_ends };
  for (guint32 i = 0; i < node->n_values; i++)
    {
      EntTermEnd end = { g_array_index (builder->values, EntTermValue, node->values + i), node->length };

      to->classes |= ENT_CLASSES_OF_TERMS | ent_class_get_bit (end.value.class_id);
      g_array_append_val (ends, end);
    }
  for (guint32 i = 0; i < parent->n_ends; i++)
    {
      EntTermEnd end = g_array_index (ends, EntTermEnd, parent->ends + i);

      g_array_append_val (ends, end);
    }
}

/* Makes the trie of what was gathered. */
static void
take_nodes (const Builder *builder)
{
  EntTermTrie *trie = builder->trie;
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (EntTermEnd));

  trie->n_nodes = builder->nodes->len;
  trie->nodes = g_new0 (EntTermNode, trie->n_nodes);
  trie->parents = g_new0 (guint32, trie->n_nodes);
  trie->mask = 15;
  while (trie->mask < trie->n_nodes * 2)
    trie->mask = trie->mask * 2 + 1;
  trie->children = g_new0 (EntTermChild, (gsize) trie->mask + 1);
  for (guint32 i = 1; i < trie->n_nodes; i++)
    {
      const Node *node = &g_array_index (builder->nodes, Node, i);

      list_ends (builder, ends, i);
      trie->parents[i] = node->parent;
      if (node->parent != 0)
        put_child (trie, node->parent, node->symbol, i);
    }
  trie->ends = (EntTermEnd *) (gpointer) g_array_free (ends, FALSE);
}

/* Sorts by counting first words, so that little is left to compare. */
static void
sort_entries (EntTermEntry *entries,
              gsize         n_entries,
              guint32       n_symbols)
{
  g_autofree EntTermEntry *before = g_memdup2 (entries, n_entries * sizeof *entries);
  g_autofree guint32 *starts = g_new0 (guint32, n_symbols + 2);

  for (gsize i = 0; i < n_entries; i++)
    starts[before[i].words[0] + 2]++;
  for (guint32 symbol = 2; symbol < n_symbols + 2; symbol++)
    starts[symbol] += starts[symbol - 1];
  for (gsize i = 0; i < n_entries; i++)
    entries[starts[before[i].words[0] + 1]++] = before[i];
  for (guint32 symbol = 0; symbol < n_symbols; symbol++)
    if (starts[symbol + 1] - starts[symbol] > 1)
      qsort (entries + starts[symbol], starts[symbol + 1] - starts[symbol], sizeof *entries, compare_entries);
}

/**
 * ent_term_trie_new:
 * @entries: (array length=n_entries): terms in any order; are sorted. One that comes twice counts once
 * @n_entries: how many
 * @n_symbols: one more than the highest symbol
 *
 * Returns: (transfer full): a trie of them
 */
EntTermTrie *
ent_term_trie_new (EntTermEntry *entries,
                   gsize         n_entries,
                   guint32       n_symbols)
{
  EntTermTrie *trie = g_new0 (EntTermTrie, 1);
  Builder builder = { .trie = trie };

  trie->n_symbols = n_symbols;
  trie->roots = g_new0 (guint32, MAX (n_symbols, 1));
  builder.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  builder.values = g_array_new (FALSE, FALSE, sizeof (EntTermValue));
  builder.path = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (builder.nodes, 1);
  sort_entries (entries, n_entries, n_symbols);
  for (gsize i = 0; i < n_entries; i++)
    if (i == 0 || compare_entries (&entries[i - 1], &entries[i]) != 0)
      add_entry (&builder, &entries[i], i == 0 ? 0 : count_common (&entries[i - 1], &entries[i]));
  take_nodes (&builder);
  g_array_unref (builder.nodes);
  g_array_unref (builder.values);
  g_array_unref (builder.path);
  return trie;
}

/**
 * ent_term_trie_free:
 * @trie: (nullable): a trie
 */
void
ent_term_trie_free (EntTermTrie *trie)
{
  if (trie == NULL)
    return;
  g_free (trie->roots);
  g_free (trie->nodes);
  g_free (trie->parents);
  g_free (trie->ends);
  g_free (trie->children);
  g_free (trie);
}
