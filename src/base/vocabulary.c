/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vocabulary-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (EntVocabulary, ent_vocabulary, ent_vocabulary_ref, ent_vocabulary_unref)

#define CHUNK_BYTES (64 * 1024)

static void
vocabulary_clear (gpointer data)
{
  EntVocabulary *self = data;

  g_hash_table_unref (self->topic_by_id);
  g_hash_table_unref (self->actor_by_id);
  g_array_unref (self->topics);
  g_array_unref (self->actors);
  g_array_unref (self->holders);
  g_array_unref (self->holders_by_name);
  g_array_unref (self->terms);
  g_string_chunk_free (self->chunk);
}

/**
 * ent_vocabulary_new:
 *
 * Returns: (transfer full): a vocabulary without a word, for the loader to fill
 */
EntVocabulary *
ent_vocabulary_new (void)
{
  EntVocabulary *self = g_atomic_rc_box_new0 (EntVocabulary);

  self->chunk = g_string_chunk_new (CHUNK_BYTES);
  self->topics = g_array_new (FALSE, TRUE, sizeof (EntTopicInfo));
  self->actors = g_array_new (FALSE, TRUE, sizeof (EntActorInfo));
  self->holders = g_array_new (FALSE, TRUE, sizeof (EntOfficeHolder));
  self->holders_by_name = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->terms = g_array_new (FALSE, TRUE, sizeof (EntTerm));
  self->topic_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->actor_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * ent_vocabulary_ref:
 * @vocabulary: a vocabulary
 *
 * Returns: (transfer full): @vocabulary
 */
EntVocabulary *
ent_vocabulary_ref (EntVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);

  return g_atomic_rc_box_acquire (vocabulary);
}

/**
 * ent_vocabulary_unref:
 * @vocabulary: (transfer full): a vocabulary
 */
void
ent_vocabulary_unref (EntVocabulary *vocabulary)
{
  g_return_if_fail (vocabulary != NULL);

  g_atomic_rc_box_release_full (vocabulary, vocabulary_clear);
}

/**
 * ent_vocabulary_get_kind:
 * @vocabulary: a vocabulary
 * @kind: a kind
 *
 * Returns: (transfer none): what is known of the kind
 */
const EntKindInfo *
ent_vocabulary_get_kind (const EntVocabulary *vocabulary,
                         EntKind              kind)
{
  g_return_val_if_fail (vocabulary != NULL && kind < ENT_N_KINDS, NULL);

  return &vocabulary->kinds[kind];
}

/**
 * ent_vocabulary_get_n_topics:
 * @vocabulary: a vocabulary
 *
 * Returns: how many topics there are, %ENT_MAX_TOPICS at most
 */
guint
ent_vocabulary_get_n_topics (const EntVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, 0);

  return vocabulary->topics->len;
}

/**
 * ent_vocabulary_get_topic:
 * @vocabulary: a vocabulary
 * @topic: a topic's number
 *
 * Returns: (transfer none): the topic
 */
const EntTopicInfo *
ent_vocabulary_get_topic (const EntVocabulary *vocabulary,
                          guint                topic)
{
  g_return_val_if_fail (vocabulary != NULL && topic < vocabulary->topics->len, NULL);

  return &g_array_index (vocabulary->topics, EntTopicInfo, topic);
}

/**
 * ent_vocabulary_find_topic:
 * @vocabulary: a vocabulary
 * @id: a topic's id
 * @topic: (out) (optional): its number, if there is one of that id
 *
 * Returns: whether there is
 */
gboolean
ent_vocabulary_find_topic (const EntVocabulary *vocabulary,
                           const char          *id,
                           guint               *topic)
{
  gpointer value;

  g_return_val_if_fail (vocabulary != NULL && id != NULL, FALSE);

  if (!g_hash_table_lookup_extended (vocabulary->topic_by_id, id, NULL, &value))
    return FALSE;
  if (topic != NULL)
    *topic = GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * ent_vocabulary_get_n_actors:
 * @vocabulary: a vocabulary
 *
 * Returns: how many actors there are
 */
guint
ent_vocabulary_get_n_actors (const EntVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, 0);

  return vocabulary->actors->len;
}

/**
 * ent_vocabulary_get_actor:
 * @vocabulary: a vocabulary
 * @actor: an actor's number
 *
 * Returns: (transfer none): the actor
 */
const EntActorInfo *
ent_vocabulary_get_actor (const EntVocabulary *vocabulary,
                          guint                actor)
{
  g_return_val_if_fail (vocabulary != NULL && actor < vocabulary->actors->len, NULL);

  return &g_array_index (vocabulary->actors, EntActorInfo, actor);
}

/* As words of their own, not in the middle of others. */
static gboolean
has_words (const char *text,
           const char *words)
{
  for (const char *at = text; (at = strstr (at, words)) != NULL; at++)
    {
      gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (at + strlen (words))))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_vocabulary_is_actor_in:
 * @vocabulary: a vocabulary
 * @actor: an actor's number
 * @words: some words, such as an office's name
 *
 * Returns: whether they have the actor's name in English, so that it need not be said before them
 */
gboolean
ent_vocabulary_is_actor_in (const EntVocabulary *vocabulary,
                            guint                actor,
                            const char          *words)
{
  const EntActorInfo *info = ent_vocabulary_get_actor (vocabulary, actor);

  g_return_val_if_fail (info != NULL && words != NULL, FALSE);

  return has_words (words, info->label) || has_words (words, info->short_label);
}

/**
 * ent_vocabulary_find_actor:
 * @vocabulary: a vocabulary
 * @id: an actor's id
 * @actor: (out) (optional): its number, if there is one of that id
 *
 * Returns: whether there is
 */
gboolean
ent_vocabulary_find_actor (const EntVocabulary *vocabulary,
                           const char          *id,
                           guint16             *actor)
{
  gpointer value;

  g_return_val_if_fail (vocabulary != NULL && id != NULL, FALSE);

  if (!g_hash_table_lookup_extended (vocabulary->actor_by_id, id, NULL, &value))
    return FALSE;
  if (actor != NULL)
    *actor = (guint16) GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * ent_vocabulary_get_holders:
 * @vocabulary: a vocabulary
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): who held which office when
 */
const EntOfficeHolder *
ent_vocabulary_get_holders (const EntVocabulary *vocabulary,
                            guint               *n)
{
  g_return_val_if_fail (vocabulary != NULL && n != NULL, NULL);

  *n = vocabulary->holders->len;
  return (const EntOfficeHolder *) (gpointer) vocabulary->holders->data;
}

/**
 * ent_vocabulary_find_holders:
 * @vocabulary: a vocabulary
 * @name: a person's name, as the tables write it
 * @n: (out): how many offices the person held
 *
 * Returns: (transfer none) (array length=n): the numbers of the person's offices, in the order of the tables
 */
const guint32 *
ent_vocabulary_find_holders (const EntVocabulary *vocabulary,
                             const char          *name,
                             guint               *n)
{
  g_return_val_if_fail (vocabulary != NULL && name != NULL && n != NULL, NULL);

  const EntOfficeHolder *holders = (const EntOfficeHolder *) (gpointer) vocabulary->holders->data;
  const guint32 *numbers = (const guint32 *) (gpointer) vocabulary->holders_by_name->data;
  guint low = 0, high = vocabulary->holders_by_name->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (strcmp (holders[numbers[middle]].name, name) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n = 0; low + *n < vocabulary->holders_by_name->len; *n += 1)
    {
      if (!g_str_equal (holders[numbers[low + *n]].name, name))
        break;
    }
  return numbers + low;
}

/**
 * ent_vocabulary_get_terms:
 * @vocabulary: a vocabulary
 * @n: (out): how many
 *
 * The same words may name several things: each is a term of its own.
 *
 * Returns: (transfer none) (array length=n): the words of all languages
 */
const EntTerm *
ent_vocabulary_get_terms (const EntVocabulary *vocabulary,
                          guint               *n)
{
  g_return_val_if_fail (vocabulary != NULL && n != NULL, NULL);

  *n = vocabulary->terms->len;
  return (const EntTerm *) (gpointer) vocabulary->terms->data;
}
