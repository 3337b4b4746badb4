/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge-private.h"

#include <string.h>

#include "model/title-names.h"

static void
node_free (EntMergeNode *node)
{
  g_ptr_array_unref (node->mentions);
  g_array_unref (node->people);
  g_clear_pointer (&node->candidates, g_ptr_array_unref);
  g_free (node);
}

/**
 * ent_merge_node_array_new:
 *
 * Returns: (transfer full) (element-type EntMergeNode): no nodes; it owns those that are added
 */
GPtrArray *
ent_merge_node_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
}

/**
 * ent_merge_node_get_main:
 * @node: a node
 *
 * Returns: (transfer none): the mention that tells most of it
 */
const EntMention *
ent_merge_node_get_main (const EntMergeNode *node)
{
  return g_ptr_array_index (node->mentions, 0);
}

/**
 * ent_merge_node_is_exact:
 * @node: a node
 *
 * Returns: whether its date is one day
 */
gboolean
ent_merge_node_is_exact (const EntMergeNode *node)
{
  return node->earliest == node->latest;
}

/**
 * ent_merge_node_is_bounded:
 * @node: a node
 *
 * Returns: whether its date is open on no side
 */
gboolean
ent_merge_node_is_bounded (const EntMergeNode *node)
{
  return node->earliest != ENT_DAY_OPEN_START && node->latest != ENT_DAY_OPEN_END;
}

static void
add_people (const EntVocabulary *vocabulary,
            const EntMention    *mention,
            GArray              *people)
{
  EntDay day = ent_edtf_earliest (mention->date);

  if (day == ENT_DAY_OPEN_START)
    day = ent_edtf_latest (mention->date);
  for (gsize i = 0; mention->people != NULL && mention->people[i] != NULL; i++)
    {
      EntMergePerson person = { mention->people[i], ent_title_find_side (vocabulary, mention->people[i], day) };

      ent_merge_add_person (people, person);
    }
}

static gboolean
same_actors (const EntMention *a,
             const EntMention *b)
{
  return a->n_actors == b->n_actors && memcmp (a->actors, b->actors, a->n_actors * sizeof a->actors[0]) == 0;
}

/* Whether a statement tells one event by both: each named promise, though, is one of its own. */
static gboolean
is_same_event (const EntMergeNode *node,
               const EntMention   *mention,
               const GArray       *people)
{
  const EntMention *other = ent_merge_node_get_main (node);

  if (node->kind != mention->kind || node->status != mention->status || !ent_merge_node_is_exact (node)
      || node->earliest != ent_edtf_earliest (mention->date) || node->latest != ent_edtf_latest (mention->date))
    return FALSE;
  if (mention->kind == ENT_KIND_COMMITMENT || mention->kind == ENT_KIND_MECHANISM || mention->apart)
    return FALSE;
  if (!ent_kind_is_contact (mention->kind)
      && (!ent_merge_initiators_agree (mention, other) || !ent_merge_topics_agree (node->topics, mention->topics)))
    return FALSE;
  return same_actors (other, mention) && !ent_merge_people_clash (node->people, people);
}

static EntSpan
get_first_words (const EntMention *mention)
{
  return mention->evidence->len > 0 ? g_array_index (mention->evidence, EntSpan, 0) : (EntSpan) { 0, 0 };
}

/* The weightiest role leads; of equal ones the first in the text. */
static void
add_mention (EntMergeNode     *node,
             const EntMention *mention,
             const GArray     *people)
{
  EntSpan first = get_first_words (mention);

  if (mention->role < node->role)
    g_ptr_array_insert (node->mentions, 0, (gpointer) mention);
  else
    g_ptr_array_add (node->mentions, (gpointer) mention);
  node->role = MIN (node->role, mention->role);
  node->date = ent_merge_node_get_main (node)->date;
  node->topics |= mention->topics;
  if (first.start < node->first.start || (first.start == node->first.start && first.end < node->first.end))
    node->first = first;
  for (guint i = 0; i < people->len; i++)
    ent_merge_add_person (node->people, g_array_index (people, EntMergePerson, i));
}

static EntMergeNode *
node_new (const EntParsed  *parsed,
          const EntMention *mention,
          guint32           statement,
          guint16           issuer)
{
  EntMergeNode *node = g_new0 (EntMergeNode, 1);

  node->parsed = parsed;
  node->statement = statement;
  node->issuer = issuer;
  node->mentions = g_ptr_array_new ();
  node->people = g_array_new (FALSE, FALSE, sizeof (EntMergePerson));
  node->kind = mention->kind;
  node->status = mention->status;
  node->role = ENT_N_ROLES;
  node->earliest = ent_edtf_earliest (mention->date);
  node->latest = ent_edtf_latest (mention->date);
  node->first = (EntSpan) { G_MAXUINT32, G_MAXUINT32 };
  return node;
}

/* Two visits may be told by the same words: they are counted, so that each has a name that no merging changes. */
static void
number_nodes (GPtrArray *nodes,
              guint      first)
{
  for (guint i = first; i < nodes->len; i++)
    {
      EntMergeNode *node = g_ptr_array_index (nodes, i);

      for (guint j = first; j < i; j++)
        {
          const EntMergeNode *other = g_ptr_array_index (nodes, j);

          if (other->kind == node->kind && other->first.start == node->first.start
              && other->first.end == node->first.end)
            node->ordinal++;
        }
    }
}

/**
 * ent_merge_add_nodes:
 * @vocabulary: the vocabulary
 * @parsed: what a statement says
 * @statement: the statement's number
 * @issuer: who speaks in it, or %ENT_ACTOR_NONE
 * @nodes: (element-type EntMergeNode): where to add
 *
 * Adds one node for each event of the statement, in the text's order, however many passages tell it.
 */
void
ent_merge_add_nodes (const EntVocabulary *vocabulary,
                     const EntParsed     *parsed,
                     guint32              statement,
                     guint16              issuer,
                     GPtrArray           *nodes)
{
  guint first = nodes->len;

  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, i);
      g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (EntMergePerson));
      EntMergeNode *node = NULL;

      add_people (vocabulary, mention, people);
      for (guint j = first; j < nodes->len && node == NULL; j++)
        if (is_same_event (g_ptr_array_index (nodes, j), mention, people))
          node = g_ptr_array_index (nodes, j);
      if (node == NULL)
        {
          node = node_new (parsed, mention, statement, issuer);
          g_ptr_array_add (nodes, node);
        }
      add_mention (node, mention, people);
    }
  number_nodes (nodes, first);
}
