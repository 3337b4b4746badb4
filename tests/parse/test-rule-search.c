/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random rules on random texts: the search finds what a plain matcher finds that tries every way. */
#include <string.h>

#include "parse/rule-set.h"

#define N_SETS 400
#define N_TEXTS 25
#define MAX_NODES 8192
#define MAX_RULES 600
/* Ends of matches are the bits of a number. */
#define MAX_TOKENS 24
#define MAX_DEPTH 4

typedef enum
{
  NODE_WORD,
  NODE_CLASS,
  NODE_CLASS_VALUE,
  NODE_RANGE,
  NODE_KIND,
  NODE_START,
  NODE_END,
  NODE_LEAVES, /* those before have no children */
  NODE_SEQUENCE = NODE_LEAVES,
  NODE_CHOICE,
  NODE_REPEAT,
  NODE_GLUED,
  NODE_NOT,
  N_NODES
} NodeKind;

typedef struct
{
  NodeKind kind;
  guint a; /* word, class, kind of token, or least number of digits, tokens, times */
  guint b; /* value, or greatest number; of times 0 for any */
  guint n; /* digits */
  guint n_children;
  guint children[3];
} Node;

typedef struct
{
  EntLexicon *lexicon;
  EntRuleSet *rules;
  EntTokens tokens;
  EntChart chart;
  Node nodes[MAX_NODES];
  guint n_nodes;
  guint roots[MAX_RULES];
  guint8 conditions[MAX_RULES];
  guint n_rules;
} World;

static const char * const words[] = { "ant", "bee",  "Cat", "DOG",  "elk",     ",", "-",
                                      "7",   "lion", "30",  "2024", "elephant" };
static const char * const common_words[] = { "ant", "bee", "cat", "dog" }; /* some of them, or none */
static const char * const others[] = { "unknown", ". Unknown" }; /* the second begins a sentence */
static const char * const class_names[] = { "ONE", "TWO", "FOUND" };
static const char * const kinds[] = { "word", "cap", "upper", "number", "punct", "any" };
static const char classes[] = "class ONE\n"
                              "  ant | bee elk | cat = x\n"
                              "  dog | ant bee = y\n"
                              "class TWO\n"
                              "  elk | bee | ant bee cat = x\n"
                              "  30 | cat - dog = y\n"
                              "class FOUND\n";

static guint
choose (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static guint make_node (World *world,
                        guint depth);

static void
make_children (World *world,
               Node  *node,
               guint  n,
               guint  depth)
{
  node->n_children = n;
  for (guint i = 0; i < n; i++)
    node->children[i] = make_node (world, depth + 1);
}

static guint
make_node (World *world,
           guint  depth)
{
  guint number = world->n_nodes++;
  Node *node = &world->nodes[number];
  guint roll = choose (10);

  g_assert_cmpuint (number, <, MAX_NODES);
  node->kind = (NodeKind) choose (depth < MAX_DEPTH && roll < 7 ? N_NODES : NODE_LEAVES);
  if (roll == 9)
    node->kind = NODE_WORD;
  node->n_children = 0;
  switch (node->kind)
    {
    case NODE_WORD:
      node->a = choose (G_N_ELEMENTS (words));
      break;
    case NODE_CLASS:
      node->a = choose (3);
      break;
    case NODE_CLASS_VALUE:
      node->a = choose (2);
      node->b = choose (2);
      break;
    case NODE_RANGE:
      node->n = choose (2) * 4;
      node->a = node->n == 4 ? 1000 : choose (20);
      node->b = node->a + choose (3000);
      break;
    case NODE_KIND:
      node->a = choose (G_N_ELEMENTS (kinds));
      break;
    case NODE_SEQUENCE:
    case NODE_CHOICE:
      make_children (world, node, 2 + choose (2), depth);
      break;
    case NODE_REPEAT:
      node->a = choose (3);
      node->b = choose (2) * (node->a + choose (2));
      make_children (world, node, 1, depth);
      break;
    case NODE_GLUED:
    case NODE_NOT:
      make_children (world, node, 1, depth);
      break;
    default:
      break;
    }
  return number;
}

static void print_node (const World *world,
                        guint number,
                        GString *out);

static void
print_children (const World *world,
                const Node  *node,
                const char  *between,
                GString     *out)
{
  g_string_append_c (out, '(');
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        g_string_append (out, between);
      print_node (world, node->children[i], out);
    }
  g_string_append_c (out, ')');
}

static void
print_repeat (const World *world,
              const Node  *node,
              GString     *out)
{
  print_children (world, node, "", out);
  if (node->b > 0)
    g_string_append_printf (out, "{%u,%u}", node->a, node->b);
  else if (node->a == 0)
    g_string_append_c (out, '*');
  else
    {
      g_string_append_c (out, '+');
      /* Two at least, and more. */
      if (node->a == 2)
        print_children (world, node, "", g_string_append_c (out, ' '));
    }
}

static void
print_node (const World *world,
            guint        number,
            GString     *out)
{
  const Node *node = &world->nodes[number];

  switch (node->kind)
    {
    case NODE_WORD:
      g_string_append_printf (out, "\"%s\"", words[node->a]);
      break;
    case NODE_CLASS:
      g_string_append (out, class_names[node->a]);
      break;
    case NODE_CLASS_VALUE:
      g_string_append_printf (out, "%s=%c", class_names[node->a], "xy"[node->b]);
      break;
    case NODE_RANGE:
      g_string_append_printf (out, node->n > 0 ? "[#4 %u-%u]" : "[%u-%u]", node->a, node->b);
      break;
    case NODE_KIND:
      g_string_append_printf (out, "@%s", kinds[node->a]);
      break;
    case NODE_START:
      g_string_append (out, "@start");
      break;
    case NODE_END:
      g_string_append (out, "@end");
      break;
    case NODE_SEQUENCE:
      print_children (world, node, " ", out);
      break;
    case NODE_CHOICE:
      print_children (world, node, " | ", out);
      break;
    case NODE_REPEAT:
      print_repeat (world, node, out);
      break;
    case NODE_GLUED:
    case NODE_NOT:
    default:
      g_string_append_c (out, node->kind == NODE_NOT ? '!' : '~');
      print_children (world, node, "", out);
      break;
    }
}

static gboolean
is_word (const World    *world,
         const EntToken *token,
         const char     *word)
{
  gsize length = token->end - token->start;

  return strlen (word) == length && g_ascii_strncasecmp (world->tokens.text + token->start, word, length) == 0;
}

static gboolean
is_of_kind (const EntToken *token,
            const char     *kind)
{
  if (g_str_equal (kind, "any"))
    return TRUE;
  if (g_str_equal (kind, "number"))
    return token->kind == ENT_TOKEN_NUMBER;
  if (g_str_equal (kind, "punct"))
    return token->kind == ENT_TOKEN_PUNCT;
  if (token->kind != ENT_TOKEN_WORD)
    return FALSE;
  return g_str_equal (kind, "word") || (g_str_equal (kind, "cap") && token->flags & ENT_TOKEN_CAPITAL)
         || (g_str_equal (kind, "upper") && token->flags & ENT_TOKEN_UPPERCASE);
}

static guint32
find_class_ends (const World *world,
                 const Node  *node,
                 guint32      at,
                 guint32      end)
{
  guint32 class_id = ent_rule_set_find_class (world->rules, class_names[node->a]);
  guint32 ends = 0;

  for (const EntEdge *edge = ent_chart_get_first (&world->chart, at); edge != NULL;
       edge = ent_chart_get_next (&world->chart, edge))
    {
      const char *value = node->kind == NODE_CLASS_VALUE ? ent_rule_set_get_value (world->rules, class_id, edge->value)
                                                         : NULL;

      if (edge->class_id == class_id && edge->end <= end
          && (node->kind == NODE_CLASS || (value != NULL && *value == "xy"[node->b])))
        ends |= 1u << edge->end;
    }
  return ends;
}

static gboolean
takes_token (const World *world,
             const Node  *node,
             guint32      at)
{
  const EntToken *token = &world->tokens.tokens[at];

  if (node->kind == NODE_WORD)
    return is_word (world, token, words[node->a]);
  if (node->kind == NODE_KIND)
    return is_of_kind (token, kinds[node->a]);
  return token->kind == ENT_TOKEN_NUMBER && token->number >= (gint32) node->a && token->number <= (gint32) node->b
         && (node->n == 0 || node->n == token->n_digits);
}

static guint32 find_ends (const World *world,
                          guint number,
                          guint32 at,
                          guint32 end);

/* Where a node may end that begins at one of several places. */
static guint32
go_on (const World *world,
       guint        number,
       guint32      from,
       guint32      end)
{
  guint32 ends = 0;

  for (guint32 at = 0; at <= end; at++)
    if (from >> at & 1)
      ends |= find_ends (world, number, at, end);
  return ends;
}

static guint32
find_repeat_ends (const World *world,
                  const Node  *node,
                  guint32      at,
                  guint32      end)
{
  guint32 ends = 1u << at;
  guint32 all;

  for (guint i = 0; i < node->a; i++)
    ends = go_on (world, node->children[0], ends, end);
  all = ends;
  for (guint i = node->a; node->b == 0 ? i < node->a + MAX_TOKENS : i < node->b; i++)
    {
      ends = go_on (world, node->children[0], ends, end);
      all |= ends;
    }
  return all;
}

/* The tokens before which a node may end that begins at a token, a bit each. */
static guint32
find_ends (const World *world,
           guint        number,
           guint32      at,
           guint32      end)
{
  const Node *node = &world->nodes[number];
  guint32 ends = 0;

  switch (node->kind)
    {
    case NODE_CLASS:
    case NODE_CLASS_VALUE:
      return at < end ? find_class_ends (world, node, at, end) : 0;
    case NODE_START:
      return at < end && world->tokens.tokens[at].flags & ENT_TOKEN_SENTENCE ? 1u << at : 0;
    case NODE_END:
      return at == end ? 1u << at : 0;
    case NODE_SEQUENCE:
      ends = 1u << at;
      for (guint i = 0; i < node->n_children; i++)
        ends = go_on (world, node->children[i], ends, end);
      return ends;
    case NODE_CHOICE:
      for (guint i = 0; i < node->n_children; i++)
        ends |= find_ends (world, node->children[i], at, end);
      return ends;
    case NODE_REPEAT:
      return find_repeat_ends (world, node, at, end);
    case NODE_GLUED:
      return at < end && world->tokens.tokens[at].flags & ENT_TOKEN_GLUED
               ? find_ends (world, node->children[0], at, end)
               : 0;
    case NODE_NOT:
      return find_ends (world, node->children[0], at, end) == 0 ? 1u << at : 0;
    default:
      return at < end && takes_token (world, node, at) ? 1u << (at + 1) : 0;
    }
}

/* The longest match that begins at a token; of equally long ones that of the first rule. Unless all are asked for,
 * those that are put aside are no rules. */
static guint32
find_plainly (const World *world,
              guint32      at,
              guint32      end,
              guint8       conditions,
              guint32     *rule)
{
  guint32 best = at;

  for (guint i = 0; i < world->n_rules; i++)
    {
      guint32 ends = (world->conditions[i] & ~conditions) == 0 ? find_ends (world, world->roots[i], at, end) : 0;
      guint32 last = ends == 0 ? 0 : g_bit_storage (ends) - 1;

      if (last > best)
        {
          best = last;
          *rule = i;
        }
    }
  return best;
}

static void
make_rules (World   *world,
            GString *text,
            guint    n_rules)
{
  g_autoptr (GError) error = NULL;

  world->lexicon = ent_lexicon_new ();
  world->rules = ent_rule_set_new (world->lexicon);
  for (guint i = choose (2 * G_N_ELEMENTS (common_words)); i < G_N_ELEMENTS (common_words); i++)
    ent_lexicon_add_common (world->lexicon, common_words[i]);
  ent_rule_set_add_stage_class (world->rules, "FOUND");
  world->n_nodes = 0;
  world->n_rules = n_rules;
  g_string_assign (text, classes);
  for (guint i = 0; i < n_rules; i++)
    {
      world->roots[i] = make_node (world, n_rules > 20 ? MAX_DEPTH - 1 : 0);
      g_string_append_printf (text, "rule r%u\n  match ", i);
      print_node (world, world->roots[i], text);
      g_string_append_c (text, '\n');
    }
  ent_rule_set_load_text (world->rules, text->str, text->len, "random.rules", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_rules; i++)
    {
      world->conditions[i] = choose (3) == 0 ? (guint8) choose (4) : 0;
      ent_rule_set_add_conditions (world->rules, i, world->conditions[i]);
    }
  ent_rule_set_compile (world->rules, &error);
  g_assert_no_error (error);
}

/* A text of several sentences, with edges that a stage might have found. */
static void
make_text (World   *world,
           GString *text)
{
  guint32 found = ent_rule_set_find_class (world->rules, "FOUND");
  guint n = 1 + choose (MAX_TOKENS / 2);

  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      guint word = choose (G_N_ELEMENTS (words) + 2);

      if (i > 0 && choose (4) > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, word < G_N_ELEMENTS (words) ? words[word] : others[word - G_N_ELEMENTS (words)]);
    }
  ent_tokens_scan (&world->tokens, world->lexicon, text->str, text->len);
  g_assert_cmpuint (world->tokens.n_tokens, <=, MAX_TOKENS);
  ent_chart_reset (&world->chart, &world->tokens);
  ent_rule_set_find_terms (world->rules, &world->chart);
  for (gsize i = 0; i < world->tokens.n_sentences; i++)
    {
      const EntSentence *sentence = &world->tokens.sentences[i];

      for (guint32 at = sentence->first; at < sentence->end; at++)
        if (choose (6) == 0)
          ent_chart_add (&world->chart, at, at + 1 + choose (MIN (4, sentence->end - at)), found, choose (3));
    }
}

/* Returns how many matches there were. */
static guint
compare (World      *world,
         const char *rules,
         const char *text)
{
  g_autoptr (EntRuleSearch) search = ent_rule_set_begin_search (world->rules, &world->chart);
  guint n = 0;

  for (gsize i = 0; i < world->tokens.n_sentences; i++)
    {
      const EntSentence *sentence = &world->tokens.sentences[i];
      guint8 conditions = (guint8) choose (4);
      gboolean entered = ent_rule_search_enter (search, sentence->first, sentence->end, conditions);

      for (guint32 at = sentence->first; at < sentence->end; at++)
        {
          guint8 more = choose (8) == 0 ? (guint8) choose (4) : 0;
          EntRuleMatch match = { .end = at };
          guint32 rule = 0;
          gboolean matches;
          guint32 end;

          if (entered && more != 0)
            {
              conditions |= more;
              ent_rule_search_hold (search, more);
            }
          end = find_plainly (world, at, sentence->end, conditions, &rule);
          matches = entered && ent_rule_search_match (search, at, &match);

          if (matches != (end > at) || (matches && (match.end != end || match.rule != rule)))
            {
              g_test_message ("%s\non “%s”, token %u: found rule %u up to %u, not rule %u up to %u", rules, text, at,
                              matches ? match.rule : 0, matches ? match.end : at, rule, end);
              g_test_fail ();
              return n;
            }
          n += matches;
        }
    }
  return n;
}

static void
run_sets (guint n_sets,
          guint n_rules)
{
  g_autofree World *world = g_new0 (World, 1);
  g_autoptr (GString) rules = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_matches = 0;

  ent_tokens_init (&world->tokens);
  ent_chart_init (&world->chart);
  for (guint i = 0; i < n_sets && !g_test_failed (); i++)
    {
      make_rules (world, rules, 1 + choose (n_rules));
      for (guint j = 0; j < N_TEXTS && !g_test_failed (); j++)
        {
          make_text (world, text);
          n_matches += compare (world, rules->str, text->str);
        }
      ent_rule_set_free (world->rules);
      ent_lexicon_free (world->lexicon);
    }
  ent_chart_clear (&world->chart);
  ent_tokens_clear (&world->tokens);
  g_assert_cmpuint (n_matches, >, n_sets);
}

static void
test_few_rules (void)
{
  run_sets (N_SETS, 6);
}

/* So many that many are worth trying at once. */
static void
test_many_rules (void)
{
  run_sets (N_SETS / 50, MAX_RULES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/rule-search/few-rules", test_few_rules);
  g_test_add_func ("/parse/rule-search/many-rules", test_many_rules);
  return g_test_run ();
}
