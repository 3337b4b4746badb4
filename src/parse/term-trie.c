/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/term-trie.h"

/* The trie as it grows, term by term in order: the path to the term added last is held by depth. */
typedef struct
{
  EntTermTrie *trie;
  GArray *nodes;  /* of EntTermNode */
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

static void
put_child (EntTermTrie *trie,
           guint32      node,
           guint32      symbol,
           guint32      child)
{
  guint64 key = (guint64) node << 32 | symbol;
  guint32 i = ent_term_trie_hash (key) & trie->mask;

  while (trie->children[i].key != 0)
    i = (i + 1) & trie->mask;
  trie->children[i] = (EntTermChild) { key, child };
}

static guint32
add_node (Builder *builder)
{
  EntTermNode node = { 0 };

  g_array_append_val (builder->nodes, node);
  return builder->nodes->len - 1;
}

static EntTermNode *
get_node (Builder *builder,
          guint32  node)
{
  return &g_array_index (builder->nodes, EntTermNode, node);
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
  EntTermNode *last;

  g_array_set_size (builder->path, common);
  for (guint32 depth = common; depth < entry->length; depth++)
    {
      guint32 node = add_node (builder);

      if (depth == 0)
        builder->trie->roots[entry->words[0]] |= node;
      else
        {
          guint32 parent = g_array_index (builder->path, guint32, depth - 1);

          get_node (builder, parent)->is_inner = TRUE;
          builder->trie->roots[entry->words[depth]] |= ENT_TERM_CONTINUES;
          put_child (builder->trie, parent, entry->words[depth], node);
        }
      g_array_append_val (builder->path, node);
    }
  last = get_node (builder, g_array_index (builder->path, guint32, entry->length - 1));
  if (last->n_values == 0)
    last->values = builder->values->len;
  last->n_values++;
  g_array_append_val (builder->values, entry->value);
}

static guint32
count_words (const EntTermEntry *entries,
             gsize               n_entries)
{
  gsize n = 0;

  for (gsize i = 0; i < n_entries; i++)
    n += entries[i].length;
  return (guint32) MIN (n, G_MAXUINT32 / 4);
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
  trie->mask = 15;
  while (trie->mask < count_words (entries, n_entries) * 2)
    trie->mask = trie->mask * 2 + 1;
  trie->children = g_new0 (EntTermChild, (gsize) trie->mask + 1);
  builder.nodes = g_array_new (FALSE, FALSE, sizeof (EntTermNode));
  builder.values = g_array_new (FALSE, FALSE, sizeof (EntTermValue));
  builder.path = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_node (&builder);
  sort_entries (entries, n_entries, n_symbols);
  for (gsize i = 0; i < n_entries; i++)
    if (i == 0 || compare_entries (&entries[i - 1], &entries[i]) != 0)
      add_entry (&builder, &entries[i], i == 0 ? 0 : count_common (&entries[i - 1], &entries[i]));
  trie->n_nodes = builder.nodes->len;
  trie->nodes = (EntTermNode *) (gpointer) g_array_free (builder.nodes, FALSE);
  trie->values = (EntTermValue *) (gpointer) g_array_free (builder.values, FALSE);
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
  g_free (trie->values);
  g_free (trie->children);
  g_free (trie);
}

/**
 * ent_term_trie_get_parents:
 * @trie: a trie
 *
 * Returns: (transfer full) (array): by node: which one it goes on from; 0 for that of a first word
 */
guint32 *
ent_term_trie_get_parents (const EntTermTrie *trie)
{
  guint32 *parents = g_new0 (guint32, trie->n_nodes);

  for (gsize i = 0; i <= trie->mask; i++)
    if (trie->children[i].key != 0)
      parents[trie->children[i].node] = (guint32) (trie->children[i].key >> 32);
  return parents;
}
