/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-pattern.h"

#include <string.h>

#include "parse/rule-node.h"
#include "parse/rule-outline.h"

/* Named patterns may name others, but not forever. */
#define MAX_DEPTH 24
#define MAX_REPEAT 64

/* A named pattern, parsed, and how many groups and names stand in each other in it. */
typedef struct
{
  EntRuleNode *node;
  guint height;
} Tree;

typedef struct
{
  const char *at;
  const EntPatternNames *names;
  guint depth;
  guint *deepest; /* the depth reached so far */
  GError **error;
} Parser;

static EntRuleNode *parse_choice (Parser *parser);

static gpointer
fail (Parser       *parser,
      EntRuleError  code,
      const char   *what,
      const char   *text)
{
  if (*parser->error == NULL)
    g_set_error (parser->error, ENT_RULE_ERROR, code, "%s: “%.40s”", what, text);
  return NULL;
}

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

/* Words as the text's own scanner cuts them, one step each. */
static EntRuleNode *
words_new (Parser     *parser,
           const char *words,
           gsize       length)
{
  EntRuleNode *sequence = ent_rule_node_new (ENT_RULE_NODE_SEQUENCE, NULL);
  EntTokens *tokens = parser->names->scratch;

  ent_tokens_scan (tokens, parser->names->lexicon, words, length);
  /* Only behind a word does the scanner see a possessive. */
  if (length == 2 && g_ascii_strncasecmp (words, "'s", 2) == 0)
    {
      guint32 symbol = ent_lexicon_add (parser->names->lexicon, words, length);

      g_ptr_array_add (sequence->children, ent_rule_node_new_step (ENT_STEP_SYMBOL, symbol, 0, 0));
      tokens->n_tokens = 0;
    }
  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      const EntToken *token = &tokens->tokens[i];
      guint32 symbol = ent_lexicon_add (parser->names->lexicon, words + token->start, token->end - token->start);

      if (symbol == 0)
        {
          ent_rule_node_unref (sequence);
          return fail (parser, ENT_RULE_ERROR_LIMIT, "nothing in a text can be this word", words);
        }
      g_ptr_array_add (sequence->children, ent_rule_node_new_step (ENT_STEP_SYMBOL, symbol, 0, 0));
    }
  return sequence;
}

static EntRuleNode *
parse_quoted (Parser *parser)
{
  const char *start = ++parser->at;
  const char *end = strchr (start, '"');

  if (end == NULL)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a quotation mark is missing", start - 1);
  if (end == start)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "nothing stands between the quotation marks", start - 1);
  parser->at = end + 1;
  return words_new (parser, start, (gsize) (end - start));
}

static EntRuleNode *
parse_range (Parser *parser)
{
  const char *start = parser->at;
  guint64 digits = 0;
  guint64 from, to;
  char *end;

  parser->at++;
  if (*parser->at == '#')
    {
      digits = g_ascii_strtoull (parser->at + 1, &end, 10);
      parser->at = end;
      skip_space (parser);
    }
  from = g_ascii_strtoull (parser->at, &end, 10);
  if (end == parser->at || *end != '-')
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a range of numbers is written [1-31] or [#4 1000-2999]", start);
  parser->at = end + 1;
  to = g_ascii_strtoull (parser->at, &end, 10);
  if (end == parser->at || *end != ']' || to < from || to > G_MAXINT32)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a range of numbers is written [1-31] or [#4 1000-2999]", start);
  parser->at = end + 1;
  return ent_rule_node_new_step (ENT_STEP_RANGE, (guint32) from, (guint32) to, (guint) digits);
}

static EntRuleNode *
parse_builtin (Parser *parser)
{
  static const struct
  {
    const char *name;
    EntStepKind kind;
  } builtins[] = {
    { "word", ENT_STEP_WORD },
    { "cap", ENT_STEP_CAPITAL },
    { "upper", ENT_STEP_UPPERCASE },
    { "number", ENT_STEP_NUMBER },
    { "cjk", ENT_STEP_IDEOGRAPH },
    { "punct", ENT_STEP_PUNCT },
    { "any", ENT_STEP_ANY },
    { "start", ENT_STEP_START },
    { "end", ENT_STEP_END },
  };
  const char *start = ++parser->at;
  gsize length = strspn (start, "abcdefghijklmnopqrstuvwxyz");

  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (strlen (builtins[i].name) == length && strncmp (builtins[i].name, start, length) == 0)
      {
        parser->at = start + length;
        return ent_rule_node_new_step (builtins[i].kind, 0, 0, 0);
      }
  return fail (parser, ENT_RULE_ERROR_UNKNOWN, "no such kind of token", start - 1);
}

static void
free_tree (gpointer data)
{
  Tree *tree = data;

  ent_rule_node_unref (tree->node);
  g_free (tree);
}

/* The tree of a named pattern, parsed where it is named first. */
static const Tree *
find_tree (Parser     *parser,
           const char *name,
           const char *start)
{
  const Tree *known = g_hash_table_lookup (parser->names->trees, name);
  const char *text = g_hash_table_lookup (parser->names->patterns, name);
  guint deepest = parser->depth;
  Parser inner = { text, parser->names, parser->depth + 1, &deepest, parser->error };
  g_autoptr (EntRuleNode) node = NULL;
  Tree *tree;

  if (known != NULL)
    return known;
  if (text == NULL)
    return fail (parser, ENT_RULE_ERROR_UNKNOWN, "no such pattern", start);
  node = parse_choice (&inner);
  if (node == NULL)
    return NULL;
  if (*inner.at != '\0')
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "what follows is not in the notation", inner.at);
  tree = g_new (Tree, 1);
  *tree = (Tree) { g_steal_pointer (&node), deepest - parser->depth };
  g_hash_table_insert (parser->names->trees, g_strdup (name), tree);
  return tree;
}

static EntRuleNode *
parse_named (Parser *parser)
{
  const char *start = parser->at;
  const char *end = strchr (start, '}');
  g_autofree char *name = NULL;
  const Tree *tree;

  if (end == NULL)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a closing brace is missing", start);
  if (parser->depth >= MAX_DEPTH)
    return fail (parser, ENT_RULE_ERROR_LIMIT, "patterns name each other too deeply", start);
  name = g_strndup (start + 1, (gsize) (end - start - 1));
  tree = find_tree (parser, name, start);
  if (tree == NULL)
    return NULL;
  if (parser->depth + tree->height > MAX_DEPTH)
    return fail (parser, ENT_RULE_ERROR_LIMIT, "patterns name each other too deeply", start);
  *parser->deepest = MAX (*parser->deepest, parser->depth + tree->height);
  parser->at = end + 1;
  return ent_rule_node_ref (tree->node);
}

static EntRuleNode *
parse_class (Parser *parser)
{
  const char *start = parser->at;
  gsize length = strspn (start, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
  g_autofree char *name = g_strndup (start, length);
  guint32 class_id = ent_rule_set_find_class (parser->names->rules, name);
  gsize value_length;
  g_autofree char *value = NULL;
  guint32 number;

  if (class_id == 0)
    return fail (parser, ENT_RULE_ERROR_UNKNOWN, "no such class", name);
  parser->at += length;
  if (*parser->at != '=')
    return ent_rule_node_new_step (ENT_STEP_CLASS, class_id, 0, 0);
  parser->at++;
  value_length = strcspn (parser->at, " \t|()?*+:~");
  value = g_strndup (parser->at, value_length);
  if (!ent_rule_set_find_value (parser->names->rules, class_id, value, &number))
    return fail (parser, ENT_RULE_ERROR_UNKNOWN, "the class has no such value", start);
  parser->at += value_length;
  return ent_rule_node_new_step (ENT_STEP_CLASS_VALUE, class_id, number, 0);
}

static EntRuleNode *
parse_element (Parser *parser)
{
  gsize length;
  EntRuleNode *node;

  switch (*parser->at)
    {
    case '"':
      return parse_quoted (parser);
    case '[':
      return parse_range (parser);
    case '@':
      return parse_builtin (parser);
    case '{':
      return parse_named (parser);
    case '(':
      parser->at++;
      node = parse_choice (parser);
      if (node == NULL)
        return NULL;
      if (*parser->at != ')')
        {
          ent_rule_node_unref (node);
          return fail (parser, ENT_RULE_ERROR_SYNTAX, "a closing parenthesis is missing", parser->at);
        }
      parser->at++;
      return node;
    default:
      break;
    }
  if (g_ascii_isupper (*parser->at))
    return parse_class (parser);
  length = strcspn (parser->at, " \t\n|()?*+:~!\"[]{}@");
  if (length == 0)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a word, class or group should stand here", parser->at);
  node = words_new (parser, parser->at, length);
  if (node != NULL)
    parser->at += length;
  return node;
}

static gboolean
parse_counts (Parser *parser,
              guint  *min,
              guint  *max)
{
  char *end;

  *min = (guint) g_ascii_strtoull (parser->at + 1, &end, 10);
  *max = *min;
  if (*end == ',')
    *max = (guint) g_ascii_strtoull (end + 1, &end, 10);
  if (*end != '}' || *max < *min || *max == 0 || *max > MAX_REPEAT)
    {
      fail (parser, ENT_RULE_ERROR_SYNTAX, "a repetition is written {2,5}, to 64 at most", parser->at);
      return FALSE;
    }
  parser->at = end + 1;
  return TRUE;
}

static EntRuleNode *
parse_suffix (Parser      *parser,
              EntRuleNode *element)
{
  g_autoptr (EntRuleNode) node = element;

  while (strchr ("?*+{", *parser->at) != NULL && *parser->at != '\0')
    {
      char suffix = *parser->at;
      guint min = suffix == '+';
      guint max = suffix == '?';

      if (suffix == '{' && !g_ascii_isdigit (parser->at[1]))
        break;
      if (suffix != '{')
        parser->at++;
      else if (!parse_counts (parser, &min, &max))
        return NULL;
      node = ent_rule_node_new (ENT_RULE_NODE_REPEAT, g_steal_pointer (&node));
      node->min = min;
      node->max = max;
      if (*parser->at == '?')
        {
          node->lazy = TRUE;
          parser->at++;
        }
    }
  return g_steal_pointer (&node);
}

static EntRuleNode *
parse_capture (Parser      *parser,
               EntRuleNode *element)
{
  g_autoptr (EntRuleNode) node = element;
  const char *start = parser->at + 1;
  gsize length = strspn (start, "abcdefghijklmnopqrstuvwxyz0123456789_-");
  g_autofree char *name = g_strndup (start, length);

  if (length == 0)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a capture needs a name", parser->at);
  parser->at = start + length;
  node = ent_rule_node_new (ENT_RULE_NODE_CAPTURE, g_steal_pointer (&node));
  node->capture = g_intern_string (name);
  return g_steal_pointer (&node);
}

static EntRuleNode *
parse_item (Parser *parser)
{
  EntRuleNode *node;

  if (*parser->at == '~' || *parser->at == '!')
    {
      EntRuleNodeKind kind = *parser->at == '~' ? ENT_RULE_NODE_GLUED : ENT_RULE_NODE_NOT;

      parser->at++;
      skip_space (parser);
      node = parse_item (parser);
      return node != NULL ? ent_rule_node_new (kind, node) : NULL;
    }
  node = parse_element (parser);
  if (node != NULL)
    node = parse_suffix (parser, node);
  if (node != NULL && *parser->at == ':')
    node = parse_capture (parser, node);
  return node;
}

static EntRuleNode *
parse_sequence (Parser *parser)
{
  g_autoptr (EntRuleNode) sequence = ent_rule_node_new (ENT_RULE_NODE_SEQUENCE, NULL);

  for (skip_space (parser); *parser->at != '\0' && *parser->at != '|' && *parser->at != ')'; skip_space (parser))
    {
      EntRuleNode *item = parse_item (parser);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (sequence->children, item);
    }
  if (sequence->children->len == 0)
    return fail (parser, ENT_RULE_ERROR_SYNTAX, "a pattern is empty before", parser->at);
  return g_steal_pointer (&sequence);
}

static EntRuleNode *
parse_choice (Parser *parser)
{
  g_autoptr (EntRuleNode) choice = ent_rule_node_new (ENT_RULE_NODE_CHOICE, NULL);

  /* Parentheses nest by calls. */
  if (parser->depth >= MAX_DEPTH)
    return fail (parser, ENT_RULE_ERROR_LIMIT, "groups stand too deeply in each other", parser->at);
  parser->depth++;
  *parser->deepest = MAX (*parser->deepest, parser->depth);
  for (;;)
    {
      EntRuleNode *sequence = parse_sequence (parser);

      if (sequence == NULL)
        return NULL;
      g_ptr_array_add (choice->children, sequence);
      if (*parser->at != '|')
        break;
      parser->at++;
    }
  parser->depth--;
  return g_steal_pointer (&choice);
}

static gboolean
compile_way (EntRuleNode            *way,
             const EntPatternNames  *names,
             GPtrArray              *programs,
             GError                **error)
{
  g_autoptr (EntProgram) program = ent_program_new (names->sets);

  program->outlines = ent_rule_outlines_new (way, names->rules);
  ent_rule_node_emit (way, names->captures, names->sets, program);
  if (program->steps->len >= ENT_PROGRAM_MAX_STEPS)
    {
      g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_LIMIT, "the patterns give more than %d steps",
                   ENT_PROGRAM_MAX_STEPS);
      return FALSE;
    }
  g_ptr_array_add (programs, g_steal_pointer (&program));
  return TRUE;
}

/**
 * ent_pattern_trees_new:
 *
 * Returns: (transfer full): a table for the named patterns that were parsed, while those of a set are compiled
 */
GHashTable *
ent_pattern_trees_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_tree);
}

/**
 * ent_pattern_compile:
 * @text: a pattern in the notation of data/languages/README.md
 * @names: what the names in it mean
 * @programs: (element-type EntProgram): where its program goes, or those of all alternatives that it lists
 * @error: where to say what is wrong
 *
 * Returns: whether it could be compiled
 */
gboolean
ent_pattern_compile (const char             *text,
                     const EntPatternNames  *names,
                     GPtrArray              *programs,
                     GError                **error)
{
  g_autoptr (GError) local = NULL;
  guint deepest = 0;
  Parser parser = { text, names, 0, &deepest, &local };
  g_autoptr (EntRuleNode) choice = parse_choice (&parser);
  const char *bad = NULL;

  if (choice != NULL && *parser.at != '\0')
    fail (&parser, ENT_RULE_ERROR_SYNTAX, "what follows is not in the notation", parser.at);
  if (local == NULL)
    bad = ent_rule_node_name_captures (choice, names->captures);
  if (bad != NULL)
    fail (&parser, ENT_RULE_ERROR_LIMIT, "the rule has too many captures", bad);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < choice->children->len; i++)
    if (!compile_way (choice->children->pdata[i], names, programs, error))
      return FALSE;
  return TRUE;
}
