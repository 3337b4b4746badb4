/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge-private.h"

#include <string.h>

/**
 * ent_merge_initiators_agree:
 * @a: a mention of an act
 * @b: another
 *
 * Returns: whether the same side may have done it in both: each of two that expel the other's envoys is one act
 */
gboolean
ent_merge_initiators_agree (const EntMention *a,
                            const EntMention *b)
{
  return a->initiator == b->initiator || a->initiator == ENT_ACTOR_NONE || b->initiator == ENT_ACTOR_NONE;
}

/**
 * ent_merge_topics_agree:
 * @a: mask of topics
 * @b: mask of topics
 *
 * Returns: whether accounts of these may be of one act: they have a topic in common, or one tells none
 */
gboolean
ent_merge_topics_agree (guint64 a,
                        guint64 b)
{
  return a == 0 || b == 0 || (a & b) != 0;
}

/**
 * ent_merge_joins_spans:
 * @kind: a kind
 *
 * Words and promises are many and alike: that two fall within one month says nothing. Contacts and acts are few.
 *
 * Returns: whether an account dated by a span of days may be of an event inside it
 */
gboolean
ent_merge_joins_spans (EntKind kind)
{
  switch (kind)
    {
    case ENT_KIND_STATEMENT:
    case ENT_KIND_MECHANISM:
    case ENT_KIND_COMMITMENT:
    case ENT_KIND_PROTEST:
    case ENT_KIND_WARNING:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Jaccard's measure at least one half, and neither of a pair missing. */
static gboolean
actors_agree (const EntMention *a,
              const EntMention *b)
{
  guint common = 0;
  guint fewer = MIN (a->n_actors, b->n_actors);

  for (guint i = 0, j = 0; i < a->n_actors && j < b->n_actors;)
    {
      if (a->actors[i] == b->actors[j])
        common++;
      if (a->actors[i] <= b->actors[j])
        i++;
      else
        j++;
    }
  if (fewer < 2)
    return fewer == 1 && a->n_actors == b->n_actors && common == 1;
  return (fewer > 2 || common == 2) && 2 * common >= a->n_actors + b->n_actors - common;
}

static gboolean
places_differ (const EntMention *a,
               const EntMention *b)
{
  return a->place != NULL && b->place != NULL && !g_str_equal (a->place, b->place);
}

static gboolean
kinds_agree (const EntMention *a,
             const EntMention *b,
             gboolean          share_people)
{
  gboolean same_place = a->place != NULL && b->place != NULL && g_str_equal (a->place, b->place);

  if (a->kind == b->kind)
    return TRUE;
  /* What one side calls a meeting the other may call a summit, if it is plainly the same one. */
  return (a->kind == ENT_KIND_MEETING || a->kind == ENT_KIND_SUMMIT)
         && (b->kind == ENT_KIND_MEETING || b->kind == ENT_KIND_SUMMIT) && (share_people || same_place);
}

/* What a contact's accounts must agree in beside who and when. */
static gboolean
contacts_agree (const EntMention *a,
                const EntMention *b,
                guint             n_shared)
{
  /* A call of one side is told from its others only by who else was in it. */
  if (a->n_actors == 1 && n_shared < 2)
    return FALSE;
  if (a->kind == ENT_KIND_VISIT && a->host != ENT_ACTOR_NONE && b->host != ENT_ACTOR_NONE && a->host != b->host)
    return FALSE;
  if (n_shared > 0)
    return TRUE;
  if (a->level != ENT_LEVEL_NONE && b->level != ENT_LEVEL_NONE && a->level != b->level)
    return FALSE;
  return !places_differ (a, b);
}

/* "Recently", "in the coming months": what so many events could be dated by. */
static gboolean
is_vague (const EntMergeNode *node)
{
  return ((node->date.start.qualifier | node->date.end.qualifier) & ENT_EDTF_APPROXIMATE) != 0;
}

/* What is told with vague or planned days must say more than kind and sides: talks who talks, acts when. */
static gboolean
is_told_enough (const EntMergeCluster *cluster,
                const EntMergeNode    *node,
                guint                  n_shared)
{
  const EntMergeNode *first = g_ptr_array_index (cluster->nodes, 0);
  gboolean vague = is_vague (node) || is_vague (first);

  if (!ent_kind_is_contact (node->kind))
    return !vague || node->status == ENT_STATUS_PLANNED;
  if (node->status == ENT_STATUS_PLANNED)
    return n_shared > 0 || node->kind == ENT_KIND_VISIT
           || (ent_merge_node_is_exact (node) && ent_merge_node_is_exact (first));
  return !vague || n_shared > 1;
}

/* The same of acts and words. Two releases of one issuer, each of which reports one, report two; of words, two of
 * anybody. */
static gboolean
acts_agree (const EntMergeCluster *cluster,
            const EntMergeNode    *node)
{
  if (!ent_merge_topics_agree (cluster->topics, node->topics))
    return FALSE;
  for (guint i = 0; i < cluster->nodes->len; i++)
    {
      const EntMergeNode *other = g_ptr_array_index (cluster->nodes, i);

      if (!ent_merge_initiators_agree (ent_merge_node_get_main (other), ent_merge_node_get_main (node)))
        return FALSE;
      if (node->role == ENT_ROLE_REPORTS && other->role == ENT_ROLE_REPORTS
          && (other->issuer == node->issuer || node->kind == ENT_KIND_STATEMENT))
        return FALSE;
    }
  return TRUE;
}

/**
 * ent_merge_is_compatible:
 * @cluster: accounts of one event
 * @node: one more account
 *
 * Returns: whether the account may be of that event by all but its date: its kind, status, sides, people, place and
 *   topics
 */
gboolean
ent_merge_is_compatible (const EntMergeCluster *cluster,
                         const EntMergeNode    *node)
{
  const EntMergeNode *first = g_ptr_array_index (cluster->nodes, 0);
  const EntMention *a = ent_merge_node_get_main (first);
  const EntMention *b = ent_merge_node_get_main (node);
  guint n_shared = ent_merge_count_shared (cluster->people, node->people);

  if (first->status != node->status || !kinds_agree (a, b, n_shared > 0) || !actors_agree (a, b)
      || ent_merge_people_clash (cluster->people, node->people) || !is_told_enough (cluster, node, n_shared))
    return FALSE;
  return ent_kind_is_contact (node->kind) ? contacts_agree (a, b, n_shared) : acts_agree (cluster, node);
}

static gboolean
same_sides (const EntMention *a,
            const EntMention *b)
{
  return a->n_actors == b->n_actors && memcmp (a->actors, b->actors, a->n_actors * sizeof a->actors[0]) == 0;
}

/* "On the third day of his visit … he will travel on to Shanghai": who says so knows what was planned as carried out,
 * so that a plan of that span ("will visit next year") does not mean what is still to come. */
static gboolean
knows_as_done (const EntMergeNode *teller,
               const EntMergeNode *plan)
{
  const EntMention *planned = ent_merge_node_get_main (plan);

  if (plan->status != ENT_STATUS_PLANNED || ent_merge_node_is_exact (plan))
    return FALSE;
  for (guint i = 0; i < teller->parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (teller->parsed->mentions, EntMention, i);
      EntDay day = ent_edtf_earliest (mention->date);

      if (mention->status == ENT_STATUS_OCCURRED && mention->kind == plan->kind && same_sides (mention, planned)
          && day >= plan->earliest && day <= plan->latest && day < teller->earliest)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_merge_days_agree:
 * @cluster: accounts of one event
 * @node: one more account
 *
 * A statement that tells two events does not mean one by both. An issuer knows its own days, so two days of one issuer
 * are two events; an evening of one side may be the next day of another.
 *
 * Returns: whether nothing said of the statements and days of the accounts speaks against their being of one event
 */
gboolean
ent_merge_days_agree (const EntMergeCluster *cluster,
                      const EntMergeNode    *node)
{
  for (guint i = 0; i < cluster->nodes->len; i++)
    {
      const EntMergeNode *other = g_ptr_array_index (cluster->nodes, i);
      gboolean foreign = other->issuer != node->issuer && other->issuer != ENT_ACTOR_NONE
                         && node->issuer != ENT_ACTOR_NONE;

      if (other->statement == node->statement || knows_as_done (other, node) || knows_as_done (node, other))
        return FALSE;
      if (ent_merge_node_is_exact (other) && ent_merge_node_is_exact (node) && other->earliest != node->earliest
          && (!foreign || ABS ((gint64) other->earliest - node->earliest) > 1))
        return FALSE;
    }
  return TRUE;
}
