/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-set.h"

#include <string.h>

#include "parse/rule-pattern.h"
#include "parse/rule-set-private.h"

G_DEFINE_QUARK (ent - rule - error - quark, ent_rule_error)

static void
class_free (gpointer data)
{
  EntRuleClass *class = data;

  g_free (class->name);
  g_hash_table_unref (class->lookup);
  g_ptr_array_unref (class->values);
  g_free (class);
}

/**
 * ent_rule_free:
 * @data: (transfer full): an EntRule
 */
void
ent_rule_free (gpointer data)
{
  EntRule *rule = data;

  g_free (rule->name);
  g_array_unref (rule->matches);
  g_array_unref (rule->gives);
  g_ptr_array_unref (rule->captures);
  g_array_unref (rule->program.steps);
  g_free (rule);
}

/**
 * ent_rule_set_peek_class:
 * @rules: a set
 * @class_id: a class
 *
 * Returns: (transfer none): the class
 */
EntRuleClass *
ent_rule_set_peek_class (const EntRuleSet *rules,
                         guint32           class_id)
{
  return rules->classes->pdata[class_id];
}

static EntRuleClass *
class_new (const char *name)
{
  EntRuleClass *class = g_new0 (EntRuleClass, 1);

  class->name = g_strdup (name);
  class->values = g_ptr_array_new_with_free_func (g_free);
  class->lookup = g_hash_table_new (g_str_hash, g_str_equal);
  return class;
}

/**
 * ent_rule_set_new:
 * @lexicon: where its words go; must outlive it
 *
 * Returns: (transfer full): a set without rules
 */
EntRuleSet *
ent_rule_set_new (EntLexicon *lexicon)
{
  EntRuleSet *rules = g_new0 (EntRuleSet, 1);

  rules->lexicon = lexicon;
  rules->classes = g_ptr_array_new_with_free_func (class_free);
  g_ptr_array_add (rules->classes, class_new (""));
  rules->class_ids = g_hash_table_new (g_str_hash, g_str_equal);
  rules->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rules->rules = g_ptr_array_new_with_free_func (ent_rule_free);
  rules->rule_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rules->terms = g_array_new (FALSE, FALSE, sizeof (EntRuleTerm));
  rules->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  return rules;
}

static void
clear_index (EntRuleIndex *index)
{
  g_clear_pointer (&index->starts, g_free);
  g_clear_pointer (&index->items, g_free);
}

static void
clear_reach (EntRuleReach *reach)
{
  clear_index (&reach->by_symbol);
  clear_index (&reach->by_class);
  g_clear_pointer (&reach->number, g_free);
  g_clear_pointer (&reach->any, g_free);
  g_clear_pointer (&reach->over, g_free);
}

/**
 * ent_rule_set_free:
 * @rules: (nullable): a set
 */
void
ent_rule_set_free (EntRuleSet *rules)
{
  if (rules == NULL)
    return;
  g_hash_table_unref (rules->class_ids);
  g_ptr_array_unref (rules->classes);
  g_hash_table_unref (rules->patterns);
  g_hash_table_unref (rules->rule_ids);
  g_ptr_array_unref (rules->rules);
  g_array_unref (rules->terms);
  g_array_unref (rules->symbols);
  g_free (rules->term_starts);
  clear_reach (&rules->first);
  clear_reach (&rules->second);
  g_free (rules);
}

/**
 * ent_rule_set_add_class:
 * @rules: rules not yet compiled
 * @name: its name, in capitals
 *
 * Returns: the class's number, new or not
 */
guint32
ent_rule_set_add_class (EntRuleSet *rules,
                        const char *name)
{
  guint32 class_id = ent_rule_set_find_class (rules, name);

  if (class_id == 0)
    {
      EntRuleClass *class = class_new (name);

      class_id = rules->classes->len;
      g_ptr_array_add (rules->classes, class);
      g_hash_table_insert (rules->class_ids, class->name, GUINT_TO_POINTER (class_id));
    }
  return class_id;
}

/**
 * ent_rule_set_add_term:
 * @rules: rules not yet compiled
 * @class_id: a class
 * @words: one word or several
 * @value: what they stand for in the class
 */
void
ent_rule_set_add_term (EntRuleSet *rules,
                       guint32     class_id,
                       const char *words,
                       guint32     value)
{
  EntRuleTerm term = { rules->symbols->len, 0, class_id, value };
  EntTokens tokens;

  ent_tokens_init (&tokens);
  ent_tokens_scan (&tokens, rules->lexicon, words, strlen (words));
  for (gsize i = 0; i < tokens.n_tokens; i++)
    {
      const EntToken *token = &tokens.tokens[i];
      guint32 symbol = ent_lexicon_add (rules->lexicon, words + token->start, token->end - token->start);

      g_array_append_val (rules->symbols, symbol);
    }
  term.length = (guint32) tokens.n_tokens;
  if (term.length > 0)
    g_array_append_val (rules->terms, term);
  ent_tokens_clear (&tokens);
}

static const guint32 *
get_symbols (const EntRuleSet  *rules,
             const EntRuleTerm *term)
{
  return &g_array_index (rules->symbols, guint32, term->offset);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const EntRuleTerm *x = a;
  const EntRuleTerm *y = b;
  const guint32 *s = get_symbols (data, x);
  const guint32 *t = get_symbols (data, y);

  for (guint32 i = 0; i < x->length && i < y->length; i++)
    if (s[i] != t[i])
      return s[i] < t[i] ? -1 : 1;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  if (x->class_id != y->class_id)
    return x->class_id < y->class_id ? -1 : 1;
  return x->value < y->value ? -1 : x->value > y->value;
}

/* Sorted by their symbols, the terms are a trie that needs no nodes: what begins alike stands together. */
static void
index_terms (EntRuleSet *rules)
{
  guint32 term = 0;

  g_array_sort_with_data (rules->terms, compare_terms, rules);
  rules->n_symbols = ent_lexicon_get_n (rules->lexicon);
  g_free (rules->term_starts);
  rules->term_starts = g_new (guint32, rules->n_symbols + 1);
  for (guint32 symbol = 0; symbol <= rules->n_symbols; symbol++)
    {
      while (term < rules->terms->len
             && *get_symbols (rules, &g_array_index (rules->terms, EntRuleTerm, term)) < symbol)
        term++;
      rules->term_starts[symbol] = term;
    }
}

static gboolean
compile_rule (EntRuleSet  *rules,
              EntRule     *rule,
              GError     **error)
{
  EntPatternNames names = { rules->lexicon, rules, rules->patterns, rule->captures };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GError) local = NULL;
  gsize failed;

  if (rule->matches->len == 0)
    {
      g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_SYNTAX, "%s:%u: the rule “%s” has no match line", rule->file,
                   rule->line, rule->name);
      return FALSE;
    }
  for (guint i = 0; i < rule->matches->len; i++)
    g_ptr_array_add (texts, g_array_index (rule->matches, EntRuleLine, i).text);
  g_array_set_size (rule->program.steps, 0);
  if (!ent_pattern_compile ((const char * const *) texts->pdata, texts->len, &names, &rule->program, &failed, &local))
    {
      g_set_error (error, local->domain, local->code, "%s:%u: %s", rule->file,
                   g_array_index (rule->matches, EntRuleLine, failed).line, local->message);
      return FALSE;
    }
  return TRUE;
}

/* Collects what rules can take at a place, and with @next, at the place after. */
typedef struct _Collector Collector;

struct _Collector
{
  EntRuleReach *reach;
  Collector *next;
  GArray *symbols;    /* of pairs: symbol, rule */
  GArray *classes;    /* of pairs: class, rule */
  GByteArray *seen;   /* steps of the rule at hand */
};

static void
set_bit (guint64 *bits,
         guint32  bit)
{
  bits[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

static void
collect (Collector        *collector,
         const EntProgram *program,
         guint32           rule,
         guint32           index)
{
  const EntProgramStep *step = &g_array_index (program->steps, EntProgramStep, index);
  guint32 pair[2] = { step->a, rule };

  if (collector->seen->data[index])
    return;
  collector->seen->data[index] = TRUE;
  switch (step->kind)
    {
    case ENT_STEP_SPLIT:
      collect (collector, program, rule, step->a);
      collect (collector, program, rule, step->b);
      return;
    case ENT_STEP_JUMP:
    case ENT_STEP_NOT:
      collect (collector, program, rule, step->a);
      return;
    case ENT_STEP_START:
    case ENT_STEP_END:
    case ENT_STEP_GLUED:
    case ENT_STEP_OPEN:
    case ENT_STEP_CLOSE:
      collect (collector, program, rule, index + 1);
      return;
    case ENT_STEP_MATCH:
      set_bit (collector->reach->over, rule);
      return;
    case ENT_STEP_SYMBOL:
      g_array_append_vals (collector->symbols, pair, 2);
      break;
    case ENT_STEP_CLASS:
    case ENT_STEP_CLASS_VALUE:
      g_array_append_vals (collector->classes, pair, 2);
      break;
    case ENT_STEP_RANGE:
    case ENT_STEP_NUMBER:
      set_bit (collector->reach->number, rule);
      break;
    default:
      set_bit (collector->reach->any, rule);
      break;
    }
  if (collector->next != NULL)
    collect (collector->next, program, rule, index + 1);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const guint32 *x = a;
  const guint32 *y = b;

  if (x[0] != y[0])
    return x[0] < y[0] ? -1 : 1;
  return x[1] < y[1] ? -1 : x[1] > y[1];
}

static void
fill_index (EntRuleIndex *index,
            GArray       *pairs,
            guint32       n_keys)
{
  guint n = pairs->len / 2;
  guint32 *data = (guint32 *) (gpointer) pairs->data;
  guint at = 0;

  clear_index (index);
  if (n > 0)
    qsort (data, n, 2 * sizeof (guint32), compare_pairs);
  index->n_keys = n_keys;
  index->starts = g_new (guint32, n_keys + 1);
  index->items = g_new (guint32, MAX (n, 1));
  for (guint32 key = 0; key <= n_keys; key++)
    {
      while (at < n && data[2 * at] < key)
        at++;
      index->starts[key] = at;
    }
  for (guint i = 0; i < n; i++)
    index->items[i] = data[2 * i + 1];
}

static void
collector_init (Collector        *collector,
                const EntRuleSet *rules,
                EntRuleReach     *reach,
                Collector        *next)
{
  clear_reach (reach);
  reach->number = g_new0 (guint64, rules->n_words);
  reach->any = g_new0 (guint64, rules->n_words);
  reach->over = g_new0 (guint64, rules->n_words);
  *collector = (Collector) {
    .reach = reach,
    .next = next,
    .symbols = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .classes = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .seen = g_byte_array_new (),
  };
}

static void
collector_begin_rule (Collector *collector,
                      guint      n_steps)
{
  g_byte_array_set_size (collector->seen, n_steps);
  memset (collector->seen->data, 0, n_steps);
}

static void
collector_end (Collector        *collector,
               const EntRuleSet *rules)
{
  fill_index (&collector->reach->by_symbol, collector->symbols, rules->n_symbols);
  fill_index (&collector->reach->by_class, collector->classes, rules->classes->len);
  g_array_unref (collector->symbols);
  g_array_unref (collector->classes);
  g_byte_array_unref (collector->seen);
}

static void
index_rules (EntRuleSet *rules)
{
  Collector first;
  Collector second;

  rules->n_words = rules->rules->len / 64 + 1;
  collector_init (&second, rules, &rules->second, NULL);
  collector_init (&first, rules, &rules->first, &second);
  for (guint i = 0; i < rules->rules->len; i++)
    {
      const EntRule *rule = rules->rules->pdata[i];

      collector_begin_rule (&first, rule->program.steps->len);
      collector_begin_rule (&second, rule->program.steps->len);
      collect (&first, &rule->program, i, 0);
    }
  collector_end (&first, rules);
  collector_end (&second, rules);
}

/**
 * ent_rule_set_compile:
 * @rules: a set with all its classes and rules
 * @error: where to say what is wrong, with file and line
 *
 * Makes the set ready for use. Words that come into the lexicon later mean nothing to it.
 *
 * Returns: whether every rule could be compiled
 */
gboolean
ent_rule_set_compile (EntRuleSet  *rules,
                      GError     **error)
{
  if (rules->rules->len >= ENT_MAX_RULES)
    {
      g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_LIMIT, "there are more than %d rules", ENT_MAX_RULES);
      return FALSE;
    }
  for (guint i = 0; i < rules->rules->len; i++)
    if (!compile_rule (rules, rules->rules->pdata[i], error))
      return FALSE;
  index_terms (rules);
  index_rules (rules);
  return TRUE;
}

/**
 * ent_rule_set_find_class:
 * @rules: a set
 * @name: a class's name
 *
 * Returns: its number, or 0
 */
guint32
ent_rule_set_find_class (const EntRuleSet *rules,
                         const char       *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (rules->class_ids, name));
}

/**
 * ent_rule_set_get_value:
 * @rules: a set
 * @class_id: a class
 * @value: a value of a class that a file gave words to
 *
 * Returns: (transfer none) (nullable): what the file says the words stand for
 */
const char *
ent_rule_set_get_value (const EntRuleSet *rules,
                        guint32           class_id,
                        guint32           value)
{
  const EntRuleClass *class = ent_rule_set_peek_class (rules, class_id);

  return value < class->values->len ? class->values->pdata[value] : NULL;
}

/**
 * ent_rule_set_find_value:
 * @rules: a set
 * @class_id: a class
 * @text: what a file says its words stand for
 * @value: (out): the value's number
 *
 * Returns: whether the class has such a value
 */
gboolean
ent_rule_set_find_value (const EntRuleSet *rules,
                         guint32           class_id,
                         const char       *text,
                         guint32          *value)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (ent_rule_set_peek_class (rules, class_id)->lookup, text));

  if (number == 0)
    return FALSE;
  *value = number - 1;
  return TRUE;
}

/**
 * ent_rule_set_get_n_rules:
 * @rules: a set
 *
 * Returns: how many rules it has
 */
guint
ent_rule_set_get_n_rules (const EntRuleSet *rules)
{
  return rules->rules->len;
}

/**
 * ent_rule_set_get_rule_name:
 * @rules: a set
 * @rule: a rule's number
 *
 * Returns: (transfer none): its name
 */
const char *
ent_rule_set_get_rule_name (const EntRuleSet *rules,
                            guint             rule)
{
  g_return_val_if_fail (rule < rules->rules->len, "");

  return ((EntRule *) rules->rules->pdata[rule])->name;
}

/**
 * ent_rule_set_get_rule_file:
 * @rules: a set
 * @rule: a rule's number
 * @line: (out) (optional): the line where it begins
 *
 * Returns: (transfer none): the file it was read from
 */
const char *
ent_rule_set_get_rule_file (const EntRuleSet *rules,
                            guint             rule,
                            guint            *line)
{
  const EntRule *r = rules->rules->pdata[rule];

  if (line != NULL)
    *line = r->line;
  return r->file;
}

/**
 * ent_rule_set_get_gives:
 * @rules: a set
 * @rule: a rule's number
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): its give lines, in order
 */
const EntGive *
ent_rule_set_get_gives (const EntRuleSet *rules,
                        guint             rule,
                        guint            *n)
{
  const EntRule *r = rules->rules->pdata[rule];

  *n = r->gives->len;
  return (const EntGive *) (gconstpointer) r->gives->data;
}

/**
 * ent_rule_set_find_capture:
 * @rules: a compiled set
 * @rule: a rule's number
 * @name: a capture's name, without its dollar sign
 *
 * Returns: its number among the rule's captures, or -1
 */
int
ent_rule_set_find_capture (const EntRuleSet *rules,
                           guint             rule,
                           const char       *name)
{
  const EntRule *r = rules->rules->pdata[rule];

  for (guint i = 0; i < r->captures->len; i++)
    if (strcmp (r->captures->pdata[i], name) == 0)
      return (int) i;
  return -1;
}

/* The first term from @low on whose symbol at @depth is not below @symbol; all begin alike up to there. */
static guint32
narrow (const EntRuleSet *rules,
        guint32           low,
        guint32           high,
        guint32           depth,
        guint32           symbol)
{
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, middle);

      if (term->length <= depth || get_symbols (rules, term)[depth] < symbol)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
find_terms_at (const EntRuleSet *rules,
               EntChart         *chart,
               guint32           first)
{
  const EntTokens *tokens = chart->tokens;
  guint32 symbol = tokens->tokens[first].symbol;
  guint32 low = rules->term_starts[symbol];
  guint32 high = rules->term_starts[symbol + 1];

  for (guint32 depth = 1; low < high; depth++)
    {
      for (; low < high; low++)
        {
          const EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, low);

          if (term->length > depth)
            break;
          ent_chart_add (chart, first, first + depth, term->class_id, term->value);
        }
      if (low == high || first + depth >= tokens->n_tokens)
        break;
      if (tokens->tokens[first + depth].flags & (ENT_TOKEN_SENTENCE | ENT_TOKEN_FURNITURE))
        break;
      symbol = tokens->tokens[first + depth].symbol;
      if (symbol == 0)
        break;
      low = narrow (rules, low, high, depth, symbol);
      high = narrow (rules, low, high, depth, symbol + 1);
    }
}

/**
 * ent_rule_set_find_terms:
 * @rules: a compiled set
 * @chart: a chart over tokens scanned with the set's lexicon; gets an edge for each term found
 *
 * Finds the words of all classes in one pass; those inside others too. A term never leaves its
 * sentence nor begins in furniture.
 */
void
ent_rule_set_find_terms (const EntRuleSet *rules,
                         EntChart         *chart)
{
  const EntTokens *tokens = chart->tokens;

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    {
      guint32 symbol = tokens->tokens[i].symbol;

      if (symbol == 0 || symbol >= rules->n_symbols || rules->term_starts[symbol] == rules->term_starts[symbol + 1])
        continue;
      if (!(tokens->tokens[i].flags & ENT_TOKEN_FURNITURE))
        find_terms_at (rules, chart, i);
    }
}

static void
add_candidates (const EntRuleIndex *index,
                guint32             key,
                guint64            *candidates)
{
  if (key >= index->n_keys)
    return;
  for (guint32 i = index->starts[key]; i < index->starts[key + 1]; i++)
    set_bit (candidates, index->items[i]);
}

/* The rules that can take the token itself, whatever edges begin there. */
static void
reach_token (const EntRuleReach *reach,
             const EntToken     *token,
             gsize               n_words,
             guint64            *candidates)
{
  for (gsize i = 0; i < n_words; i++)
    candidates[i] |= reach->any[i] | (token->kind == ENT_TOKEN_NUMBER ? reach->number[i] : 0);
  if (token->symbol != 0)
    add_candidates (&reach->by_symbol, token->symbol, candidates);
}

/* The rules that can go on at the second token, or be over before it. */
static void
reach_second (const EntRuleSet *rules,
              const EntChart   *chart,
              guint32           second,
              guint32           end,
              guint64          *candidates)
{
  memcpy (candidates, rules->second.over, rules->n_words * sizeof (guint64));
  if (second >= end)
    return;
  reach_token (&rules->second, &chart->tokens->tokens[second], rules->n_words, candidates);
  for (const EntEdge *edge = ent_chart_get_first (chart, second); edge != NULL; edge = ent_chart_get_next (chart, edge))
    add_candidates (&rules->second.by_class, edge->class_id, candidates);
}

/* The rules that could match at a token, by what stands there and after it: most of those that begin with
 * "the" are ruled out by the word that follows. Returns whether there are any. */
static gboolean
find_candidates (const EntRuleSet *rules,
                 const EntChart   *chart,
                 guint32           first,
                 guint32           end,
                 guint64          *candidates)
{
  guint64 beginning[ENT_MAX_RULES / 64];
  guint64 any = 0;

  memset (beginning, 0, rules->n_words * sizeof (guint64));
  reach_token (&rules->first, &chart->tokens->tokens[first], rules->n_words, beginning);
  for (const EntEdge *edge = ent_chart_get_first (chart, first); edge != NULL; edge = ent_chart_get_next (chart, edge))
    if (edge->end == first + 1)
      add_candidates (&rules->first.by_class, edge->class_id, beginning);
  for (gsize i = 0; i < rules->n_words; i++)
    any |= beginning[i];
  if (any != 0)
    {
      reach_second (rules, chart, first + 1, end, candidates);
      for (gsize i = 0; i < rules->n_words; i++)
        candidates[i] &= beginning[i];
    }
  else
    memset (candidates, 0, rules->n_words * sizeof (guint64));
  /* What takes several tokens at once is followed by another than the second. */
  for (const EntEdge *edge = ent_chart_get_first (chart, first); edge != NULL; edge = ent_chart_get_next (chart, edge))
    if (edge->end > first + 1)
      add_candidates (&rules->first.by_class, edge->class_id, candidates);
  any = 0;
  for (gsize i = 0; i < rules->n_words; i++)
    any |= candidates[i];
  return any != 0;
}

/**
 * ent_rule_set_match:
 * @rules: a compiled set
 * @chart: what is known of the text
 * @first: the token where a match must begin
 * @end: the token it may not reach beyond: the sentence's end
 * @match: (out): the longest match; of equally long ones that of the rule that stands first
 *
 * Returns: whether any rule matches there
 */
gboolean
ent_rule_set_match (const EntRuleSet *rules,
                    const EntChart   *chart,
                    guint32           first,
                    guint32           end,
                    EntRuleMatch     *match)
{
  guint64 candidates[ENT_MAX_RULES / 64];
  EntRuleMatch other;
  gboolean found = FALSE;

  if (first >= end || !find_candidates (rules, chart, first, end, candidates))
    return FALSE;
  for (gsize word = 0; word < rules->n_words; word++)
    for (guint64 bits = candidates[word]; bits != 0; bits &= bits - 1)
      {
        guint32 rule = (guint32) (word * 64) + (guint32) __builtin_ctzll (bits);

        if (!ent_rule_set_match_rule (rules, rule, chart, first, end, &other))
          continue;
        if (!found || other.end > match->end)
          *match = other;
        found = TRUE;
      }
  return found;
}

/**
 * ent_rule_set_match_rule:
 * @rules: a compiled set
 * @rule: a rule's number
 * @chart: what is known of the text
 * @first: the token where the match must begin
 * @end: the token it may not reach beyond: the sentence's end
 * @match: (out): the longest match
 *
 * Returns: whether the rule matches there
 */
gboolean
ent_rule_set_match_rule (const EntRuleSet *rules,
                         guint             rule,
                         const EntChart   *chart,
                         guint32           first,
                         guint32           end,
                         EntRuleMatch     *match)
{
  const EntRule *r = rules->rules->pdata[rule];

  match->rule = rule;
  return first < end && ent_program_match (&r->program, chart, first, end, match);
}
