/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/mention.h"

#include <string.h>

/**
 * ent_mention_init:
 * @mention: (out): a mention to make ready for use: nobody, no date, no evidence
 */
void
ent_mention_init (EntMention *mention)
{
  memset (mention, 0, sizeof *mention);
  mention->basis = ENT_EVENT_DATE_STATEMENT;
  mention->role = ENT_ROLE_MENTIONS;
  mention->initiator = ENT_ACTOR_NONE;
  mention->host = ENT_ACTOR_NONE;
  mention->speaker = ENT_ACTOR_NONE;
  mention->subject = ENT_ACTOR_NONE;
  mention->evidence = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  mention->topic_spans = g_array_new (FALSE, FALSE, sizeof (EntTopicSpan));
}

/**
 * ent_mention_clear:
 * @mention: a mention whose memory is given back
 */
void
ent_mention_clear (EntMention *mention)
{
  g_clear_pointer (&mention->people, g_strfreev);
  g_clear_pointer (&mention->place, g_free);
  g_clear_pointer (&mention->group, g_free);
  g_clear_pointer (&mention->tone_words, g_strfreev);
  g_clear_pointer (&mention->explanation, g_free);
  g_clear_pointer (&mention->evidence, g_array_unref);
  g_clear_pointer (&mention->topic_spans, g_array_unref);
  memset (mention, 0, sizeof *mention);
}

/**
 * ent_mention_add_actor:
 * @mention: a mention
 * @actor: an actor
 *
 * Adds an actor at its place in the order; one that is there already is not added again.
 *
 * Returns: whether the actor takes part now; %FALSE when there are %ENT_MAX_PARTICIPANTS others
 */
gboolean
ent_mention_add_actor (EntMention *mention,
                       guint16     actor)
{
  guint at = 0;

  g_return_val_if_fail (actor != ENT_ACTOR_NONE, FALSE);

  while (at < mention->n_actors && mention->actors[at] < actor)
    at++;
  if (at < mention->n_actors && mention->actors[at] == actor)
    return TRUE;
  if (mention->n_actors == ENT_MAX_PARTICIPANTS)
    return FALSE;
  memmove (&mention->actors[at + 1], &mention->actors[at], (mention->n_actors - at) * sizeof mention->actors[0]);
  mention->actors[at] = actor;
  mention->n_actors++;
  return TRUE;
}
