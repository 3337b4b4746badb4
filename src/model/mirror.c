/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mirror.h"

#include <string.h>

#include "parse/sentence-span.h"

/* More sides than this do not fit beside each other; those that tell the event come first. */
#define MOST_SIDES 6

typedef struct
{
  EntMirrorSide side;
  GArray *passages[ENT_MAX_TOPICS][ENT_N_VOICES]; /* (element-type EntMirrorPassage), or NULL */
} Account;

struct _EntMirror
{
  EntEventStore *store;
  guint32 row;
  GPtrArray *accounts; /* of Account */
};

static void
account_free (gpointer data)
{
  Account *account = data;

  g_array_unref (account->side.statements);
  for (guint topic = 0; topic < ENT_MAX_TOPICS; topic++)
    {
      for (guint voice = 0; voice < ENT_N_VOICES; voice++)
        g_clear_pointer (&account->passages[topic][voice], g_array_unref);
    }
  g_free (account);
}

static Account *
get_account (EntMirror *self,
             guint16    actor)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      Account *account = g_ptr_array_index (self->accounts, i);

      if (account->side.actor == actor)
        return account;
    }
  if (self->accounts->len >= MOST_SIDES)
    return NULL;
  Account *account = g_new0 (Account, 1);
  account->side.actor = actor;
  account->side.statements = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (self->accounts, account);
  return account;
}

/* Its text without what a site puts around it. */
static gsize
count_characters (EntStatement *statement)
{
  gsize n_furniture, n = ent_statement_get_n_characters (statement);
  const EntSpan *furniture = ent_statement_get_furniture (statement, &n_furniture);

  for (gsize i = 0; i < n_furniture; i++)
    n -= MIN (n, ent_statement_get_offset (statement, furniture[i].end)
                   - ent_statement_get_offset (statement, furniture[i].start));
  return n;
}

static void
add_statement (EntMirror *self,
               Account   *account,
               guint32    statement)
{
  for (guint i = 0; i < account->side.statements->len; i++)
    {
      if (g_array_index (account->side.statements, guint32, i) == statement)
        return;
    }
  g_array_append_val (account->side.statements, statement);
  account->side.n_characters += count_characters (ent_event_store_get_statement (self->store, statement));
}

static void
add_passage (GArray           **passages,
             EntMirrorPassage   passage)
{
  if (*passages == NULL)
    *passages = g_array_new (FALSE, FALSE, sizeof (EntMirrorPassage));
  for (guint i = 0; i < (*passages)->len; i++)
    {
      const EntMirrorPassage *other = &g_array_index (*passages, EntMirrorPassage, i);

      if (other->statement == passage.statement && other->span.start == passage.span.start)
        return;
    }
  g_array_append_val (*passages, passage);
}

static void
add_telling (EntMirror        *self,
             Account          *account,
             const EntAccount *telling)
{
  EntStatement *statement = ent_event_store_get_statement (self->store, telling->statement);

  add_statement (self, account, telling->statement);
  account->side.topics |= telling->topics;
  for (gsize i = 0; i < telling->n_topic_spans; i++)
    {
      const EntTopicSpan *span = &telling->topic_spans[i];
      gboolean own = span->speaker == ENT_ACTOR_NONE || span->speaker == telling->issuer;

      if (span->topic >= ENT_MAX_TOPICS)
        continue;
      EntMirrorPassage passage = { telling->statement, ent_sentence_span_at (statement, span->span), span->speaker };
      account->side.topics |= G_GUINT64_CONSTANT (1) << span->topic;
      add_passage (&account->passages[span->topic][own ? ENT_VOICE_OWN : ENT_VOICE_QUOTED], passage);
    }
}

static void
collect_tellings (EntMirror *self)
{
  guint n = ent_event_store_get_n_accounts (self->store, self->row);

  for (guint i = 0; i < n; i++)
    {
      EntAccount telling;

      ent_event_store_get_account (self->store, self->row, i, &telling);
      if (telling.role == ENT_ROLE_MENTIONS)
        continue;
      Account *account = get_account (self, telling.issuer);
      if (account != NULL)
        add_telling (self, account, &telling);
    }
}

/* Those asked about come in the order given, others after them by their numbers. */
static gint
compare_accounts (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const GArray *order = data;
  guint16 actors[2] = { (*(Account * const *) a)->side.actor, (*(Account * const *) b)->side.actor };
  guint places[2] = { order->len + actors[0], order->len + actors[1] };

  for (guint i = 0; i < order->len; i++)
    {
      for (guint j = 0; j < 2; j++)
        {
          if (g_array_index (order, guint16, i) == actors[j])
            places[j] = i;
        }
    }
  return (places[0] > places[1]) - (places[0] < places[1]);
}

/* Who takes part but has no statement on it is a side all the same: of those asked about, or of all if they are few. */
static void
add_silent (EntMirror     *self,
            const guint16 *actors,
            gsize          n_actors)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);
  const guint16 *participants = columns->actors + columns->actors_start[self->row];
  guint n = columns->actors_start[self->row + 1] - columns->actors_start[self->row];

  for (gsize i = 0; i < n_actors; i++)
    {
      if (ent_event_store_has_actor (self->store, self->row, actors[i]))
        get_account (self, actors[i]);
    }
  for (guint i = 0; n_actors == 0 && n <= 3 && i < n; i++)
    get_account (self, participants[i]);
}

/**
 * ent_mirror_new:
 * @store: events
 * @row: one of them
 * @actors: (nullable): the relationship it is looked at in
 * @n_actors: how many; 0 for everyone
 *
 * Sides are those whose statements report the event, and those of @actors who take part without a statement.
 *
 * Returns: (transfer full): its accounts side by side
 */
EntMirror *
ent_mirror_new (EntEventStore *store,
                guint32        row,
                const guint16 *actors,
                gsize          n_actors)
{
  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  EntMirror *self = g_new0 (EntMirror, 1);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint16));

  self->store = ent_event_store_ref (store);
  self->row = row;
  self->accounts = g_ptr_array_new_with_free_func (account_free);
  collect_tellings (self);
  add_silent (self, actors, n_actors);
  if (n_actors > 0)
    g_array_append_vals (order, actors, (guint) n_actors);
  g_ptr_array_sort_with_data (self->accounts, compare_accounts, order);
  return self;
}

/**
 * ent_mirror_free:
 * @mirror: (transfer full): accounts
 */
void
ent_mirror_free (EntMirror *mirror)
{
  g_ptr_array_unref (mirror->accounts);
  ent_event_store_unref (mirror->store);
  g_free (mirror);
}

/**
 * ent_mirror_get_store:
 * @mirror: accounts
 *
 * Returns: (transfer none): the store of the event
 */
EntEventStore *
ent_mirror_get_store (const EntMirror *mirror)
{
  g_return_val_if_fail (mirror != NULL, NULL);

  return mirror->store;
}

/**
 * ent_mirror_get_row:
 * @mirror: accounts
 *
 * Returns: the event
 */
guint32
ent_mirror_get_row (const EntMirror *mirror)
{
  g_return_val_if_fail (mirror != NULL, ENT_ROW_NONE);

  return mirror->row;
}

/**
 * ent_mirror_get_n_sides:
 * @mirror: accounts
 *
 * Returns: how many sides there are
 */
guint
ent_mirror_get_n_sides (const EntMirror *mirror)
{
  g_return_val_if_fail (mirror != NULL, 0);

  return mirror->accounts->len;
}

/**
 * ent_mirror_get_side:
 * @mirror: accounts
 * @side: one of its sides
 *
 * Returns: (transfer none): who it is
 */
const EntMirrorSide *
ent_mirror_get_side (const EntMirror *mirror,
                     guint            side)
{
  g_return_val_if_fail (mirror != NULL && side < mirror->accounts->len, NULL);

  return &((const Account *) g_ptr_array_index (mirror->accounts, side))->side;
}

/**
 * ent_mirror_get_topics:
 * @mirror: accounts
 *
 * Returns: mask of what any side raises
 */
guint64
ent_mirror_get_topics (const EntMirror *mirror)
{
  guint64 topics = 0;

  g_return_val_if_fail (mirror != NULL, 0);

  for (guint i = 0; i < mirror->accounts->len; i++)
    topics |= ((const Account *) g_ptr_array_index (mirror->accounts, i))->side.topics;
  return topics;
}

/**
 * ent_mirror_get_passages:
 * @mirror: accounts
 * @side: one of its sides
 * @topic: a topic
 * @voice: whose words
 * @n: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): the sentences, in the order of the side's statements
 */
const EntMirrorPassage *
ent_mirror_get_passages (const EntMirror *mirror,
                         guint            side,
                         guint            topic,
                         EntVoice         voice,
                         gsize           *n)
{
  g_return_val_if_fail (mirror != NULL && side < mirror->accounts->len && topic < ENT_MAX_TOPICS && n != NULL, NULL);

  const Account *account = g_ptr_array_index (mirror->accounts, side);
  const GArray *passages = account->passages[topic][voice];
  *n = passages != NULL ? passages->len : 0;
  return passages != NULL ? (const EntMirrorPassage *) (gpointer) passages->data : NULL;
}

/**
 * ent_mirror_dup_words:
 * @mirror: accounts
 * @side: one of its sides
 * @topic: a topic
 * @voice: whose words
 *
 * Returns: (transfer full): the sentences, a line each, without the line breaks inside them
 */
char *
ent_mirror_dup_words (const EntMirror *mirror,
                      guint            side,
                      guint            topic,
                      EntVoice         voice)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize n;
  const EntMirrorPassage *passages = ent_mirror_get_passages (mirror, side, topic, voice, &n);

  for (gsize i = 0; i < n; i++)
    {
      EntStatement *statement = ent_event_store_get_statement (mirror->store, passages[i].statement);
      g_autofree char *sentence = ent_statement_dup_span (statement, passages[i].span);

      g_strdelimit (sentence, "\r\n\t", ' ');
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", sentence);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_mirror_dup_language:
 * @mirror: accounts
 * @side: one of its sides
 *
 * Returns: (transfer full) (nullable): the language of its statements without the script; %NULL if they have none or
 *   more than one
 */
char *
ent_mirror_dup_language (const EntMirror *mirror,
                         guint            side)
{
  const EntMirrorSide *account = ent_mirror_get_side (mirror, side);
  g_autofree char *language = NULL;

  g_return_val_if_fail (account != NULL, NULL);

  for (guint i = 0; i < account->statements->len; i++)
    {
      guint32 number = g_array_index (account->statements, guint32, i);
      const char *tag = ent_statement_get_info (ent_event_store_get_statement (mirror->store, number))->language;
      g_autofree char *own = tag != NULL ? g_strndup (tag, strcspn (tag, "-")) : NULL;

      if (own == NULL || (language != NULL && !g_str_equal (own, language)))
        return NULL;
      g_free (language);
      language = g_steal_pointer (&own);
    }
  return g_steal_pointer (&language);
}
