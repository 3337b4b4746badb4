/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-node.h"

#define NO_STEP G_MAXUINT32

static void
free_child (gpointer node)
{
  ent_rule_node_free (node);
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

  node->kind = kind;
  node->children = g_ptr_array_new_with_free_func (free_child);
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

  node->kind = ENT_RULE_NODE_STEP;
  node->step = (EntProgramStep) { (guint16) kind, (guint16) n, a, b };
  return node;
}

/**
 * ent_rule_node_free:
 * @node: (transfer full) (nullable): a node
 */
void
ent_rule_node_free (EntRuleNode *node)
{
  if (node == NULL)
    return;
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
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

static void emit (EntProgram *program,
                  const EntRuleNode *node);

static void
emit_children (EntProgram        *program,
               const EntRuleNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    emit (program, node->children->pdata[i]);
}

static void
emit_choice (EntProgram        *program,
             const EntRuleNode *node)
{
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i + 1 < node->children->len; i++)
    {
      guint32 split = emit_step (program, ENT_STEP_SPLIT, 0, 0);
      guint32 jump;

      get_step (program, split)->a = split + 1;
      emit (program, node->children->pdata[i]);
      jump = emit_step (program, ENT_STEP_JUMP, 0, 0);
      g_array_append_val (jumps, jump);
      get_step (program, split)->b = jump + 1;
    }
  emit (program, node->children->pdata[node->children->len - 1]);
  for (guint i = 0; i < jumps->len; i++)
    get_step (program, g_array_index (jumps, guint32, i))->a = program->steps->len;
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
emit_repeat (EntProgram        *program,
             const EntRuleNode *node)
{
  guint32 last = NO_STEP;

  for (guint i = 0; i < node->min; i++)
    emit_children (program, node);
  if (node->max == 0)
    {
      guint32 split = emit_step (program, ENT_STEP_SPLIT, 0, 0);

      emit_children (program, node);
      emit_step (program, ENT_STEP_JUMP, split, 0);
      join_split (program, split, program->steps->len, node->lazy);
      return;
    }
  /* Each stands inside the one before: whoever leaves out one leaves out all behind it, so that there is one way to
   * each number of them. Until the end is known, each holds the one before it. */
  for (guint i = node->min; i < node->max && program->steps->len < ENT_PROGRAM_MAX_STEPS; i++)
    {
      last = emit_step (program, ENT_STEP_SPLIT, last, 0);
      emit_children (program, node);
    }
  while (last != NO_STEP)
    {
      guint32 before = get_step (program, last)->a;

      join_split (program, last, program->steps->len, node->lazy);
      last = before;
    }
}

static void
emit (EntProgram        *program,
      const EntRuleNode *node)
{
  guint32 mark;

  if (program->steps->len >= ENT_PROGRAM_MAX_STEPS)
    return;
  switch (node->kind)
    {
    case ENT_RULE_NODE_STEP:
      g_array_append_val (program->steps, node->step);
      break;
    case ENT_RULE_NODE_CHOICE:
      emit_choice (program, node);
      break;
    case ENT_RULE_NODE_REPEAT:
      emit_repeat (program, node);
      break;
    case ENT_RULE_NODE_CAPTURE:
      emit_step (program, ENT_STEP_OPEN, node->capture, 0);
      emit_children (program, node);
      emit_step (program, ENT_STEP_CLOSE, node->capture, 0);
      break;
    case ENT_RULE_NODE_NOT:
      mark = emit_step (program, ENT_STEP_NOT, 0, 0);
      emit_children (program, node);
      emit_step (program, ENT_STEP_MATCH, 0, 0);
      get_step (program, mark)->a = program->steps->len;
      break;
    case ENT_RULE_NODE_GLUED:
      emit_step (program, ENT_STEP_GLUED, 0, 0);
      emit_children (program, node);
      break;
    case ENT_RULE_NODE_SEQUENCE:
    default:
      emit_children (program, node);
      break;
    }
}

/**
 * ent_rule_node_emit:
 * @node: a pattern
 * @program: where its steps go, ended by a match
 */
void
ent_rule_node_emit (const EntRuleNode *node,
                    EntProgram        *program)
{
  emit (program, node);
  emit_step (program, ENT_STEP_MATCH, 0, 0);
}
