/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-letters.h"

#include <string.h>

#include "parse/rule-reach.h"
#include "parse/rule-set-private.h"

/* A role in one word: the class and the place, or a word that stands for itself. */
#define PLACE_BITS 2
#define ITSELF (1u << 31)

/* The roles of all symbols, each with its own in a row: those of symbol s are codes[starts[s]] up to
 * codes[starts[s + 1]]. */
typedef struct
{
  guint32 *starts;
  guint32 *codes;
} Roles;

/* A set of codes as a key. */
typedef struct
{
  const guint32 *codes;
  guint32 n;
} Key;

typedef void (*RoleFunc) (guint32 symbol,
                          guint32 code,
                          gpointer data);

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = key->n;

  for (guint32 i = 0; i < key->n; i++)
    hash = (hash ^ key->codes[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->n == y->n && memcmp (x->codes, y->codes, x->n * sizeof (guint32)) == 0;
}

/* Which classes any rule names, and tells the words that rules name themselves. */
static guint8 *
visit_programs (const EntRuleSet *rules,
                RoleFunc          func,
                gpointer          data)
{
  guint8 *used = g_new0 (guint8, rules->classes->len);

  for (guint i = 0; i < rules->programs->len; i++)
    {
      const GArray *steps = ((const EntProgram *) rules->programs->pdata[i])->steps;

      for (guint j = 0; j < steps->len; j++)
        {
          const EntProgramStep *step = &g_array_index (steps, EntProgramStep, j);

          if (step->kind == ENT_STEP_SYMBOL && step->a != 0)
            func (step->a, ITSELF | step->a, data);
          else if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
            used[step->a] = TRUE;
        }
    }
  return used;
}

static void
visit (const EntRuleSet *rules,
       RoleFunc          func,
       gpointer          data)
{
  g_autofree guint8 *used = visit_programs (rules, func, data);

  for (guint i = 0; i < rules->terms->len; i++)
    {
      const EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, i);
      const guint32 *symbols = &g_array_index (rules->symbols, guint32, term->offset);

      if (!used[term->class_id])
        continue;
      for (guint32 place = 0; place < MIN (term->length, ENT_REACH_PLACES); place++)
        func (symbols[place], term->class_id << PLACE_BITS | place, data);
      func (symbols[term->needle], term->class_id << PLACE_BITS | ENT_RULE_ROLE_NEEDLE, data);
    }
}

static void
count_role (guint32  symbol,
            guint32  code,
            gpointer data)
{
  guint32 *starts = data;

  starts[symbol + 1]++;
}

static void
put_role (guint32  symbol,
          guint32  code,
          gpointer data)
{
  Roles *roles = data;

  roles->codes[roles->starts[symbol + 1]++] = code;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Sorts the codes and leaves each once; returns how many are left. */
static guint32
tidy (guint32 *codes,
      guint32  n)
{
  guint32 kept = 0;

  if (n > 1)
    qsort (codes, n, sizeof *codes, compare_codes);
  for (guint32 i = 0; i < n; i++)
    if (i == 0 || codes[i] != codes[i - 1])
      codes[kept++] = codes[i];
  return kept;
}

/* Roles by symbol, by counting: starts end up where the next symbol's begin. */
static void
collect_roles (const EntRuleSet *rules,
               guint32           n_symbols,
               Roles            *roles)
{
  guint32 sum = 0;

  roles->starts = g_new0 (guint32, n_symbols + 2);
  visit (rules, count_role, roles->starts);
  for (guint32 symbol = 0; symbol <= n_symbols; symbol++)
    {
      guint32 n = roles->starts[symbol + 1];

      roles->starts[symbol + 1] = sum;
      sum += n;
    }
  roles->codes = g_new (guint32, sum + 1);
  visit (rules, put_role, roles);
}

/* A new letter, numbered by its place. */
static void
add_letter (EntRuleLetters *letters,
            const guint32  *codes,
            guint32         n)
{
  for (guint32 i = 0; i < n; i++)
    {
      EntRuleRole role = { codes[i] >> PLACE_BITS, codes[i] & ((1u << PLACE_BITS) - 1) };

      if (!(codes[i] & ITSELF))
        g_array_append_val (letters->roles, role);
    }
  g_array_append_val (letters->starts, letters->roles->len);
}

static void
find_lengths (EntRuleLetters   *letters,
              const EntRuleSet *rules)
{
  letters->lengths = g_new0 (guint8, rules->classes->len);
  for (guint i = 0; i < rules->terms->len; i++)
    {
      const EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, i);

      letters->lengths[term->class_id] |= (guint8) (1u << MIN (term->length, 7));
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
  g_autoptr (GHashTable) known = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  Roles roles;

  letters->n_symbols = ent_lexicon_get_n (rules->lexicon);
  letters->of_symbols = g_new0 (guint32, letters->n_symbols);
  letters->roles = g_array_new (FALSE, FALSE, sizeof (EntRuleRole));
  letters->starts = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (letters->starts, 2); /* letter 0 has no roles */
  collect_roles (rules, letters->n_symbols, &roles);
  for (guint32 symbol = 1; symbol < letters->n_symbols; symbol++)
    {
      guint32 *codes = roles.codes + roles.starts[symbol];
      Key key = { codes, tidy (codes, roles.starts[symbol + 1] - roles.starts[symbol]) };
      guint32 letter = key.n > 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (known, &key)) : 0;

      if (key.n > 0 && letter == 0)
        {
          letter = letters->starts->len - 1;
          add_letter (letters, key.codes, key.n);
          g_hash_table_insert (known, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (letter));
        }
      letters->of_symbols[symbol] = letter;
    }
  g_free (roles.starts);
  g_hash_table_remove_all (known); /* its keys lie in the codes */
  g_free (roles.codes);
  find_lengths (letters, rules);
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
  g_free (letters->lengths);
  g_array_unref (letters->roles);
  g_array_unref (letters->starts);
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
  return letters->starts->len - 1;
}

/**
 * ent_rule_letters_get_roles:
 * @letters: letters
 * @letter: one of them
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what words of the letter are to the classes that rules name
 */
const EntRuleRole *
ent_rule_letters_get_roles (const EntRuleLetters *letters,
                            guint32               letter,
                            guint                *n)
{
  guint32 start = g_array_index (letters->starts, guint32, letter);

  *n = g_array_index (letters->starts, guint32, letter + 1) - start;
  return (const EntRuleRole *) (gconstpointer) letters->roles->data + start;
}

/**
 * ent_rule_letters_get_lengths:
 * @letters: letters
 * @class_id: a class
 *
 * Returns: a bit for each length that terms of the class have, bit 7 for that and longer
 */
guint
ent_rule_letters_get_lengths (const EntRuleLetters *letters,
                              guint32               class_id)
{
  return letters->lengths[class_id];
}
