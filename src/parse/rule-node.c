/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-node.h"

#include <string.h>

#include "parse/rule-outline.h"

#define NO_STEP G_MAXUINT32

/* A choice of so many ways is worth a look at the next token. */
#define MIN_PEEK 3

/* Where the program goes, and the names of the rule's captures. */
typedef struct
{
  EntProgram *program;
  EntWordSets *sets;
  const GPtrArray *captures;
} Emitter;

/* Ways of a choice: words on end, or another one. */
typedef struct
{
  guint32 set;       /* the words, if they are several */
  EntRuleNode *node; /* the way, if it is one */
} Run;

static void
unref_child (gpointer node)
{
  ent_rule_node_unref (node);
}

/**
 * ent_rule_node_new:
 * @kind: what it is
 * @child: (nullable) (transfer full): its first part
 *
 * Returns: (transfer full): a node
 */
EntRuleNode *
ent_rule_node_new (EntRuleNodeKind  kind,
                   EntRuleNode     *child)
{
  EntRuleNode *node = g_new0 (EntRuleNode, 1);

  node->n_refs = 1;
  node->kind = kind;
  node->children = g_ptr_array_new_with_free_func (unref_child);
  if (child != NULL)
    g_ptr_array_add (node->children, child);
  return node;
}

/**
 * ent_rule_node_new_step:
 * @kind: what the step takes
 * @a: as #EntStepKind tells
 * @b: as #EntStepKind tells
 * @n: as #EntStepKind tells
 *
 * Returns: (transfer full): a node of one step
 */
EntRuleNode *
ent_rule_node_new_step (EntStepKind kind,
                        guint32     a,
                        guint32     b,
                        guint       n)
{
  EntRuleNode *node = g_new0 (EntRuleNode, 1);

  node->n_refs = 1;
  node->kind = ENT_RULE_NODE_STEP;
  node->step = (EntProgramStep) { (guint16) kind, (guint16) n, a, b };
  return node;
}

/**
 * ent_rule_node_ref:
 * @node: a node; not for several threads
 *
 * Returns: (transfer full): @node
 */
EntRuleNode *
ent_rule_node_ref (EntRuleNode *node)
{
  node->n_refs++;
  return node;
}

/**
 * ent_rule_node_unref:
 * @node: (transfer full) (nullable): a node
 */
void
ent_rule_node_unref (EntRuleNode *node)
{
  if (node == NULL || --node->n_refs > 0)
    return;
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->runs, g_array_unref);
  ent_rule_outline_free (node->outline);
  g_free (node);
}

/* A name's number among the captures of a rule; how many they are, if it is new. */
static guint
find_capture (const GPtrArray *captures,
              const char      *name)
{
  guint i = 0;

  while (i < captures->len && strcmp (captures->pdata[i], name) != 0)
    i++;
  return i;
}

/**
 * ent_rule_node_name_captures:
 * @node: a pattern
 * @captures: (element-type utf8): names of the rule's captures so far; gets those that are new, inner ones first
 *
 * Returns: (transfer none) (nullable): the first name for which the rule has too many captures
 */
const char *
ent_rule_node_name_captures (EntRuleNode *node,
                             GPtrArray   *captures)
{
  const char *bad = NULL;
  gboolean any = node->kind == ENT_RULE_NODE_CAPTURE;
  guint number;

  if (node->is_uncaptured)
    return NULL;
  for (guint i = 0; node->children != NULL && i < node->children->len && bad == NULL; i++)
    {
      EntRuleNode *child = node->children->pdata[i];

      bad = ent_rule_node_name_captures (child, captures);
      any |= !child->is_uncaptured;
    }
  node->is_uncaptured = !any;
  if (bad != NULL || node->kind != ENT_RULE_NODE_CAPTURE)
    return bad;
  number = find_capture (captures, node->capture);
  if (number == ENT_MAX_CAPTURES)
    return node->capture;
  if (number == captures->len)
    g_ptr_array_add (captures, g_strdup (node->capture));
  return NULL;
}

static guint32
emit_step (EntProgram  *program,
           EntStepKind  kind,
           guint32      a,
           guint32      b)
{
  EntProgramStep step = { (guint16) kind, 0, a, b };

  g_array_append_val (program->steps, step);
  return program->steps->len - 1;
}

static EntProgramStep *
get_step (EntProgram *program,
          guint32     index)
{
  return &g_array_index (program->steps, EntProgramStep, index);
}

static void emit (const Emitter *to,
                  EntRuleNode *node);

static void
emit_children (const Emitter     *to,
               const EntRuleNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    emit (to, node->children->pdata[i]);
}

/* The word that a node takes and nothing else, or 0. */
static guint32
get_word (const EntRuleNode *node)
{
  while (node->children != NULL && node->children->len == 1
         && (node->kind == ENT_RULE_NODE_SEQUENCE || node->kind == ENT_RULE_NODE_CHOICE))
    node = node->children->pdata[0];
  return node->kind == ENT_RULE_NODE_STEP && node->step.kind == ENT_STEP_SYMBOL ? node->step.a : 0;
}

/* How many ways of a choice, from one on, are single words; 1 if that is none. */
static guint
count_ways (const EntRuleNode *choice,
            guint              first)
{
  guint n = 0;

  while (first + n < choice->children->len && get_word (choice->children->pdata[first + n]) != 0)
    n++;
  return MAX (n, 1);
}

/* No token is two words: one step takes several that are ways of a choice. */
static Run
make_run (const Emitter     *to,
          const EntRuleNode *choice,
          guint              first,
          guint              n)
{
  g_autoptr (GArray) words = NULL;

  if (n == 1)
    return (Run) { 0, choice->children->pdata[first] };
  words = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = first; i < first + n; i++)
    {
      guint32 word = get_word (choice->children->pdata[i]);

      g_array_append_val (words, word);
    }
  return (Run) { ent_word_sets_add (to->sets, words), NULL };
}

/* A named pattern is part of many: its ways are gone through once. */
static void
find_runs (const Emitter *to,
           EntRuleNode   *choice)
{
  guint n;

  if (choice->runs != NULL)
    return;
  choice->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  for (guint first = 0; first < choice->children->len; first += n)
    {
      Run run;

      n = count_ways (choice, first);
      run = make_run (to, choice, first, n);
      g_array_append_val (choice->runs, run);
    }
}

static void
emit_run (const Emitter *to,
          const Run     *run)
{
  if (run->node != NULL)
    emit (to, run->node);
  else
    emit_step (to->program, ENT_STEP_WORDS, run->set, 0);
}

/* One look at the next token saves most choices the trouble of trying their ways one by one. */
static void
emit_peek (const Emitter     *to,
           const EntRuleNode *choice)
{
  const EntRuleOutline *outline = choice->outline;

  if (choice->children->len < MIN_PEEK || outline == NULL || outline->least == 0
      || outline->begin.words == G_MAXUINT64)
    return;
  emit_step (to->program, ENT_STEP_PEEK, to->program->peeks->len, 0);
  g_array_append_val (to->program->peeks, outline->begin);
}

static void
emit_choice (const Emitter *to,
             EntRuleNode   *node)
{
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (guint32));

  emit_peek (to, node);
  find_runs (to, node);
  for (guint i = 0; i + 1 < node->runs->len; i++)
    {
      guint32 split = emit_step (to->program, ENT_STEP_SPLIT, 0, 0);
      guint32 jump;

      get_step (to->program, split)->a = split + 1;
      emit_run (to, &g_array_index (node->runs, Run, i));
      jump = emit_step (to->program, ENT_STEP_JUMP, 0, 0);
      g_array_append_val (jumps, jump);
      get_step (to->program, split)->b = jump + 1;
    }
  emit_run (to, &g_array_index (node->runs, Run, node->runs->len - 1));
  for (guint i = 0; i < jumps->len; i++)
    get_step (to->program, g_array_index (jumps, guint32, i))->a = to->program->steps->len;
}

/* A way into what is repeated, and a way around it; greedy ones try the way in first. */
static void
join_split (EntProgram *program,
            guint32     split,
            guint32     around,
            gboolean    lazy)
{
  get_step (program, split)->a = lazy ? around : split + 1;
  get_step (program, split)->b = lazy ? split + 1 : around;
}

static void
emit_repeat (const Emitter     *to,
             const EntRuleNode *node)
{
  guint32 last = NO_STEP;

  for (guint i = 0; i < node->min; i++)
    emit_children (to, node);
  if (node->max == 0)
    {
      guint32 split = emit_step (to->program, ENT_STEP_SPLIT, 0, 0);

      emit_children (to, node);
      emit_step (to->program, ENT_STEP_JUMP, split, 0);
      join_split (to->program, split, to->program->steps->len, node->lazy);
      return;
    }
  /* Each stands inside the one before: whoever leaves out one leaves out all behind it, so that there is one way to
   * each number of them. Until the end is known, each holds the one before it. */
  for (guint i = node->min; i < node->max && to->program->steps->len < ENT_PROGRAM_MAX_STEPS; i++)
    {
      last = emit_step (to->program, ENT_STEP_SPLIT, last, 0);
      emit_children (to, node);
    }
  while (last != NO_STEP)
    {
      guint32 before = get_step (to->program, last)->a;

      join_split (to->program, last, to->program->steps->len, node->lazy);
      last = before;
    }
}

static void
emit (const Emitter *to,
      EntRuleNode   *node)
{
  guint32 mark;
  guint capture;

  if (to->program->steps->len >= ENT_PROGRAM_MAX_STEPS)
    return;
  switch (node->kind)
    {
    case ENT_RULE_NODE_STEP:
      g_array_append_val (to->program->steps, node->step);
      break;
    case ENT_RULE_NODE_CHOICE:
      emit_choice (to, node);
      break;
    case ENT_RULE_NODE_REPEAT:
      emit_repeat (to, node);
      break;
    case ENT_RULE_NODE_CAPTURE:
      capture = find_capture (to->captures, node->capture);
      emit_step (to->program, ENT_STEP_OPEN, capture, 0);
      emit_children (to, node);
      emit_step (to->program, ENT_STEP_CLOSE, capture, 0);
      break;
    case ENT_RULE_NODE_NOT:
      mark = emit_step (to->program, ENT_STEP_NOT, 0, 0);
      emit_children (to, node);
      emit_step (to->program, ENT_STEP_MATCH, 0, 0);
      get_step (to->program, mark)->a = to->program->steps->len;
      break;
    case ENT_RULE_NODE_GLUED:
      emit_step (to->program, ENT_STEP_GLUED, 0, 0);
      emit_children (to, node);
      break;
    case ENT_RULE_NODE_SEQUENCE:
    default:
      emit_children (to, node);
      break;
    }
}

/**
 * ent_rule_node_emit:
 * @node: a pattern
 * @captures: (element-type utf8): the names of the rule's captures, those of the pattern among them
 * @sets: where sets of words go
 * @program: where its steps go, ended by a match
 */
void
ent_rule_node_emit (EntRuleNode     *node,
                    const GPtrArray *captures,
                    EntWordSets     *sets,
                    EntProgram      *program)
{
  Emitter to = { program, sets, captures };

  emit (&to, node);
  emit_step (program, ENT_STEP_MATCH, 0, 0);
}
