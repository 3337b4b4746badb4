/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-letters.h"

#include <string.h>

#include "parse/rule-set-private.h"

/* What patterns say of a class, a byte each. */
enum
{
  CLASS_NAMED = 1 << 0,
  CLASS_BY_VALUE = 1 << 1
};

typedef struct
{
  EntRuleLetters *letters;
  const EntTermTrie *trie;
  GHashTable *known; /* letter numbers, by what they stand for */
  GArray *scratch;   /* of EntRuleRole */
} Builder;

/* A letter as a key: its number stands for it, and the builder's scratch for one that is to be. */
typedef struct
{
  guint32 symbol;
  guint32 n_roles;
  const EntRuleRole *roles;
  guint32 letter;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = key->symbol * 16777619u ^ key->n_roles;

  for (guint32 i = 0; i < key->n_roles; i++)
    hash = ((hash ^ key->roles[i].class_id) * 16777619u ^ key->roles[i].value) * 16777619u ^ key->roles[i].length;
  return hash ^ hash >> 15;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->symbol == y->symbol && x->n_roles == y->n_roles
         && (x->n_roles == 0 || memcmp (x->roles, y->roles, x->n_roles * sizeof (EntRuleRole)) == 0);
}

/* The letter of a word that is named or not, with the roles in the scratch; @bare is the letter without, if there is
 * one yet. */
static guint32
intern (Builder *builder,
        guint32  symbol,
        guint32  bare)
{
  Key key = { symbol, builder->scratch->len, (const EntRuleRole *) (gconstpointer) builder->scratch->data, 0 };
  const Key *known = g_hash_table_lookup (builder->known, &key);
  EntRuleLetter letter = { symbol, bare, builder->letters->roles->len, key.n_roles, { { 0 } } };

  if (known != NULL)
    return known->letter;
  for (guint32 i = 0; i < key.n_roles; i++)
    ent_rule_tells_add_class (&letter.tells, key.roles[i].class_id);
  if (symbol != 0)
    ent_rule_tells_add_symbol (&letter.tells, symbol);
  if (key.n_roles > 0)
    g_array_append_vals (builder->letters->roles, key.roles, key.n_roles);
  key.roles = g_memdup2 (key.roles, key.n_roles * sizeof (EntRuleRole));
  key.letter = builder->letters->letters->len;
  if (key.n_roles == 0)
    letter.bare = key.letter;
  g_array_append_val (builder->letters->letters, letter);
  g_hash_table_add (builder->known, g_memdup2 (&key, sizeof key));
  return key.letter;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free ((gpointer) key->roles);
  g_free (key);
}

static void
add_role (GArray      *roles,
          EntRuleRole  role)
{
  for (guint i = 0; i < roles->len; i++)
    if (memcmp (&g_array_index (roles, EntRuleRole, i), &role, sizeof role) == 0)
      return;
  g_array_append_val (roles, role);
}

/* The letter of a word with one term more behind those of another letter: that which ends at a node. */
static guint32
extend (Builder *builder,
        guint32  from,
        guint32  node,
        guint32  length)
{
  const EntRuleLetter *before = ent_rule_letters_get (builder->letters, from);
  const EntTermNode *last = &builder->trie->nodes[node];

  g_array_set_size (builder->scratch, 0);
  if (before->n_roles > 0)
    g_array_append_vals (builder->scratch, ent_rule_letters_get_roles (builder->letters, before), before->n_roles);
  for (guint32 i = 0; i < last->n_values; i++)
    {
      const EntTermValue *value = &builder->trie->values[last->values + i];
      guint8 class = builder->letters->classes[value->class_id];
      guint32 number = class & CLASS_BY_VALUE ? value->value : ENT_RULE_ANY_VALUE;

      if (class != 0)
        add_role (builder->scratch, (EntRuleRole) { value->class_id, number, length });
    }
  return builder->scratch->len == before->n_roles ? from : intern (builder, before->symbol, before->bare);
}

/* Notes which classes patterns name, and the words that they name themselves: those get letters with no roles yet. */
static void
visit_programs (Builder          *builder,
                const EntRuleSet *rules)
{
  for (guint i = 0; i < rules->programs->len; i++)
    {
      const GArray *steps = ((const EntProgram *) rules->programs->pdata[i])->steps;

      for (guint j = 0; j < steps->len; j++)
        {
          const EntProgramStep *step = &g_array_index (steps, EntProgramStep, j);
          const guint32 *words;
          guint32 n_words;

          if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
            builder->letters->classes[step->a] |= CLASS_NAMED;
          if (step->kind == ENT_STEP_CLASS_VALUE)
            builder->letters->classes[step->a] |= CLASS_BY_VALUE;
          words = ent_program_step_get_words (step, rules->sets, &n_words);
          for (guint32 k = 0; k < n_words; k++)
            if (builder->letters->of_symbols[words[k]] == 0)
              builder->letters->of_symbols[words[k]] = intern (builder, words[k], 0);
        }
    }
}

/* Nodes have higher numbers than those they go on from. */
static void
visit_nodes (Builder *builder,
             guint32  n_nodes)
{
  EntRuleLetters *letters = builder->letters;
  g_autofree guint32 *parents = ent_term_trie_get_parents (builder->trie);
  g_autofree guint8 *lengths = g_new0 (guint8, n_nodes);

  for (guint32 symbol = 1; symbol < letters->n_symbols; symbol++)
    {
      guint32 root = ent_term_trie_get_root (builder->trie, symbol);

      if (root == 0)
        continue;
      lengths[root] = 1;
      letters->of_nodes[root] = extend (builder, letters->of_symbols[symbol], root, 1);
      letters->of_symbols[symbol] = letters->of_nodes[root];
      if (builder->trie->nodes[root].is_inner)
        letters->of_symbols[symbol] |= ENT_RULE_LETTER_OPENS;
    }
  for (guint32 node = 1; node < n_nodes; node++)
    if (parents[node] != 0)
      {
        /* Longer than any match is as good as too long. */
        lengths[node] = (guint8) MIN (lengths[parents[node]] + 1, ENT_MATCH_MAX_TOKENS + 1);
        letters->of_nodes[node] = extend (builder, letters->of_nodes[parents[node]], node, lengths[node]);
      }
}

/**
 * ent_rule_letters_new:
 * @rules: a set whose programs and terms are made; may be freed before the letters are
 *
 * Returns: (transfer full): the letters of its lexicon's words
 */
EntRuleLetters *
ent_rule_letters_new (const EntRuleSet *rules)
{
  EntRuleLetters *letters = g_new0 (EntRuleLetters, 1);
  Builder builder = { .letters = letters, .trie = rules->trie };
  EntRuleLetter none = { 0 };

  letters->n_symbols = ent_lexicon_get_n (rules->lexicon);
  letters->of_symbols = g_new0 (guint32, letters->n_symbols);
  letters->of_nodes = g_new0 (guint32, rules->trie->n_nodes);
  letters->letters = g_array_new (FALSE, FALSE, sizeof (EntRuleLetter));
  letters->roles = g_array_new (FALSE, FALSE, sizeof (EntRuleRole));
  g_array_append_val (letters->letters, none);
  letters->classes = g_new0 (guint8, rules->classes->len);
  builder.known = g_hash_table_new_full (hash_key, equal_keys, free_key, NULL);
  builder.scratch = g_array_new (FALSE, FALSE, sizeof (EntRuleRole));
  visit_programs (&builder, rules);
  visit_nodes (&builder, rules->trie->n_nodes);
  g_hash_table_unref (builder.known);
  g_array_unref (builder.scratch);
  return letters;
}

/**
 * ent_rule_letters_free:
 * @letters: (nullable): letters
 */
void
ent_rule_letters_free (EntRuleLetters *letters)
{
  if (letters == NULL)
    return;
  g_free (letters->of_symbols);
  g_free (letters->of_nodes);
  g_free (letters->classes);
  g_array_unref (letters->letters);
  g_array_unref (letters->roles);
  g_free (letters);
}

/**
 * ent_rule_letters_get_n:
 * @letters: letters
 *
 * Returns: one more than the highest letter
 */
guint32
ent_rule_letters_get_n (const EntRuleLetters *letters)
{
  return letters->letters->len;
}
