/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-set.h"

#include <string.h>

#include "parse/rule-pattern.h"
#include "parse/rule-set-private.h"

G_DEFINE_QUARK (ent-rule-error-quark, ent_rule_error)

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

static void
free_program (gpointer program)
{
  ent_program_free (program);
}

static void
free_search (gpointer search)
{
  ent_rule_search_free (search);
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
  rules->programs = g_ptr_array_new_with_free_func (free_program);
  rules->rule_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rules->terms = g_array_new (FALSE, FALSE, sizeof (EntRuleTerm));
  ent_tokens_init (&rules->scratch);
  g_mutex_init (&rules->lock);
  rules->idle = g_ptr_array_new_with_free_func (free_search);
  rules->sets = ent_word_sets_new ();
  rules->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  return rules;
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
  g_ptr_array_unref (rules->programs);
  g_array_unref (rules->terms);
  g_array_unref (rules->symbols);
  ent_tokens_clear (&rules->scratch);
  ent_term_trie_free (rules->trie);
  g_ptr_array_unref (rules->idle);
  ent_rule_index_free (rules->index);
  ent_word_sets_free (rules->sets);
  g_mutex_clear (&rules->lock);
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
 * ent_rule_set_add_stage_class:
 * @rules: rules not yet compiled
 * @name: its name, in capitals
 *
 * Adds a class for what a stage finds and puts into the chart with ent_chart_add().
 */
void
ent_rule_set_add_stage_class (EntRuleSet *rules,
                              const char *name)
{
  EntRuleClass *class = rules->classes->pdata[ent_rule_set_add_class (rules, name)];

  class->is_of_stage = TRUE;
}

/**
 * ent_rule_set_add_term:
 * @rules: rules not yet compiled
 * @class_id: a class
 * @words: one word or several
 * @value: what they stand for in the class
 *
 * Returns: whether a text can hold the words: they are some, and none is too long
 */
gboolean
ent_rule_set_add_term (EntRuleSet *rules,
                       guint32     class_id,
                       const char *words,
                       guint32     value)
{
  EntRuleTerm term = { rules->symbols->len, 0, class_id, value };
  EntTokens *tokens = &rules->scratch;
  gboolean known = TRUE;

  ent_tokens_scan (tokens, rules->lexicon, words, strlen (words));
  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      const EntToken *token = &tokens->tokens[i];
      guint32 symbol = ent_lexicon_add (rules->lexicon, words + token->start, token->end - token->start);

      known &= symbol != 0;
      g_array_append_val (rules->symbols, symbol);
    }
  /* What begins with an apostrophe is one word, as it is behind another: "'s". */
  if (tokens->n_tokens == 2 && *words == '\'' && tokens->tokens[1].flags & ENT_TOKEN_GLUED)
    {
      g_array_set_size (rules->symbols, term.offset + 1);
      g_array_index (rules->symbols, guint32, term.offset) = ent_lexicon_add (rules->lexicon, words, strlen (words));
      tokens->n_tokens = 1;
    }
  term.length = (guint32) tokens->n_tokens;
  if (term.length > 0)
    g_array_append_val (rules->terms, term);
  return known && term.length > 0;
}

static const guint32 *
get_symbols (const EntRuleSet  *rules,
             const EntRuleTerm *term)
{
  return &g_array_index (rules->symbols, guint32, term->offset);
}

static void
describe_classes (EntRuleSet *rules)
{
  for (guint i = 0; i < rules->terms->len; i++)
    {
      const EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, i);
      EntRuleClass *class = rules->classes->pdata[term->class_id];

      class->longest = (guint8) MAX (class->longest, MIN (term->length, ENT_MATCH_MAX_TOKENS));
      if (term->length == 1)
        class->frequency += ent_lexicon_get_frequency (rules->lexicon, *get_symbols (rules, term));
    }
}

static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  const EntRuleClass *x = *(const EntRuleClass * const *) a;
  const EntRuleClass *y = *(const EntRuleClass * const *) b;
  guint of_x = ent_rule_class_is_found (x) ? G_MAXUINT : x->frequency;
  guint of_y = ent_rule_class_is_found (y) ? G_MAXUINT : y->frequency;

  if (of_x != of_y)
    return of_x > of_y ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

/* Numbers the classes anew, the commonest first: ent_class_get_bit() tells those apart best. */
static void
number_classes (EntRuleSet *rules)
{
  guint n = rules->classes->len;
  g_autofree guint32 *numbers = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    ent_rule_set_peek_class (rules, i)->number = i;
  qsort (rules->classes->pdata + 1, n - 1, sizeof (gpointer), compare_classes);
  for (guint32 i = 0; i < n; i++)
    {
      EntRuleClass *class = ent_rule_set_peek_class (rules, i);

      numbers[class->number] = i;
      if (i > 0)
        g_hash_table_insert (rules->class_ids, class->name, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < rules->terms->len; i++)
    {
      EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, i);

      term->class_id = numbers[term->class_id];
    }
}

static void
make_trie (EntRuleSet *rules)
{
  g_autofree EntTermEntry *entries = g_new (EntTermEntry, rules->terms->len + 1);
  gsize n = 0;

  for (guint i = 0; i < rules->terms->len; i++)
    {
      const EntRuleTerm *term = &g_array_index (rules->terms, EntRuleTerm, i);
      const guint32 *words = get_symbols (rules, term);
      gboolean known = TRUE;

      /* A word too long to be one is in no text. */
      for (guint32 j = 0; j < term->length; j++)
        known &= words[j] != 0;
      if (known)
        entries[n++] = (EntTermEntry) { words, term->length, { term->class_id, term->value } };
    }
  g_clear_pointer (&rules->trie, ent_term_trie_free);
  rules->trie = ent_term_trie_new (entries, n, ent_lexicon_get_n (rules->lexicon));
}

static gboolean
compile_rule (EntRuleSet  *rules,
              guint32      number,
              GHashTable  *trees,
              GError     **error)
{
  EntRule *rule = rules->rules->pdata[number];
  EntPatternNames names = { rules->lexicon, rules,       rules->patterns, trees,
                            rule->captures, rules->sets, &rules->scratch };
  guint first = rules->programs->len;

  if (rule->matches->len == 0)
    {
      g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_SYNTAX, "%s:%u: the rule “%s” has no match line", rule->file,
                   rule->line, rule->name);
      return FALSE;
    }
  for (guint i = 0; i < rule->matches->len; i++)
    {
      const EntRuleLine *line = &g_array_index (rule->matches, EntRuleLine, i);
      g_autoptr (GError) local = NULL;

      if (ent_pattern_compile (line->text, &names, rules->programs, &local))
        continue;
      g_set_error (error, local->domain, local->code, "%s:%u: %s", rule->file, line->line, local->message);
      return FALSE;
    }
  for (guint i = first; i < rules->programs->len; i++)
    {
      EntProgram *program = rules->programs->pdata[i];

      program->rule = number;
      program->conditions = rule->conditions;
    }
  return TRUE;
}

/**
 * ent_rule_set_add_conditions:
 * @rules: a set that is not compiled yet
 * @rule: one of its rules
 * @conditions: a bit for each
 *
 * Leaves a rule out of searches where not all of the conditions hold: one that most sentences have words for and few
 * can have a meaning of. What the conditions are is known to who asks.
 */
void
ent_rule_set_add_conditions (EntRuleSet *rules,
                             guint       rule,
                             guint8      conditions)
{
  g_return_if_fail (rules != NULL && rules->index == NULL && rule < rules->rules->len);

  ((EntRule *) rules->rules->pdata[rule])->conditions |= conditions;
}

/**
 * ent_rule_set_compile:
 * @rules: a set with all its classes and rules
 * @error: where to say what is wrong, with file and line
 *
 * Makes the set ready for use. Its classes are numbered anew. Words that come into the lexicon later mean nothing to
 * it.
 *
 * Returns: whether every rule could be compiled
 */
gboolean
ent_rule_set_compile (EntRuleSet  *rules,
                      GError     **error)
{
  g_autoptr (GHashTable) trees = ent_pattern_trees_new ();

  g_ptr_array_set_size (rules->programs, 0);
  describe_classes (rules);
  number_classes (rules);
  for (guint i = 0; i < rules->rules->len; i++)
    if (!compile_rule (rules, i, trees, error))
      return FALSE;
  if (rules->programs->len >= ENT_MAX_PROGRAMS)
    {
      g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_LIMIT, "there are more than %d patterns", ENT_MAX_PROGRAMS);
      return FALSE;
    }
  make_trie (rules);
  g_ptr_array_set_size (rules->idle, 0);
  g_clear_pointer (&rules->index, ent_rule_index_free);
  rules->index = ent_rule_index_new (rules);
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
