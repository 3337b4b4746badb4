/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-title.h"

#include <string.h>

#include "model/title-names.h"
#include "model/title-pattern.h"
#include "model/title-words.h"

/* How many names or topics are written out. */
#define MOST_NAMES 4
#define MOST_NAMES_BRIEF 3
#define MOST_TOPICS 3
#define MOST_TOPICS_BRIEF 2

/* Who is in an event, and how they are to be written. */
typedef struct
{
  const EntVocabulary *vocabulary;
  const EntEventRecord *record;
  const EntTranslator *translator;
  gboolean brief;
  const char * const *people;
  guint16 *sides; /* whom each of the people serves */
  guint n_people;
  guint n_unknown; /* people of no known side */
  gboolean mixed_order; /* a side takes part whose people write the family name first */
  guint16 only_side; /* the side of all people, if they are of one */
  GPtrArray *subjects;
  GPtrArray *others;
  GPtrArray *all;
} Cast;

static void
cast_clear (Cast *cast)
{
  g_clear_pointer (&cast->sides, g_free);
  g_clear_pointer (&cast->subjects, g_ptr_array_unref);
  g_clear_pointer (&cast->others, g_ptr_array_unref);
  g_clear_pointer (&cast->all, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cast, cast_clear)

static void
cast_init (Cast                 *cast,
           const EntVocabulary  *vocabulary,
           const EntEventRecord *record,
           const EntTranslator  *translator,
           gboolean              brief)
{
  static const char * const nobody[] = { NULL };
  gboolean sides_act = ent_title_words_get (record->kind)->sides_act && record->n_actors > 0;
  EntDay day = ent_edtf_earliest (record->date);

  *cast = (Cast) {
    .vocabulary = vocabulary,
    .record = record,
    .translator = translator,
    .brief = brief,
    .people = record->people == NULL || sides_act ? nobody : record->people,
    .only_side = ENT_ACTOR_NONE,
    .subjects = g_ptr_array_new_with_free_func (g_free),
    .others = g_ptr_array_new_with_free_func (g_free),
    .all = g_ptr_array_new_with_free_func (g_free),
  };
  for (gsize i = 0; i < record->n_actors; i++)
    cast->mixed_order |= ent_title_is_family_first (vocabulary, record->actors[i]);
  cast->n_people = g_strv_length ((char **) cast->people);
  cast->sides = g_new (guint16, cast->n_people + 1);
  for (guint i = 0; i < cast->n_people; i++)
    {
      guint16 side = ent_title_find_side (vocabulary, cast->people[i], day);

      cast->sides[i] = side;
      cast->n_unknown += side == ENT_ACTOR_NONE;
      cast->only_side = i == 0 || cast->only_side == side ? side : ENT_ACTOR_NONE;
    }
}

static gboolean
has_person_of (const Cast *cast,
               guint16     side)
{
  for (guint i = 0; i < cast->n_people; i++)
    if (cast->sides[i] == side)
      return TRUE;
  return FALSE;
}

/* A surname; the whole name if someone else in the event is called the same, or if it may be in another order. */
static char *
dup_person (const Cast *cast,
            guint       person)
{
  const char *name = ent_title_get_person (cast->people[person], cast->translator);
  g_autofree char *surname = NULL;

  /* Another script's name is short, and the parts of the English one say nothing of it. */
  if (name != cast->people[person])
    return g_strdup (name);
  if (!cast->brief || (cast->sides[person] == ENT_ACTOR_NONE && cast->mixed_order))
    return g_strdup (cast->people[person]);

  surname = ent_title_dup_surname (cast->vocabulary, cast->people[person], cast->sides[person]);
  for (guint i = 0; i < cast->n_people; i++)
    {
      g_autofree char *other = ent_title_dup_surname (cast->vocabulary, cast->people[i], cast->sides[i]);

      if (i != person && g_str_equal (surname, other))
        return g_strdup (cast->people[person]);
    }
  return g_steal_pointer (&surname);
}

static void
add_actor (const Cast *cast,
           GPtrArray  *names,
           guint16     actor)
{
  g_ptr_array_add (names, ent_title_dup_actor (cast->vocabulary, actor, cast->brief, cast->translator));
}

/* Sides other than @except; if @uncovered, only those that none of the people serves. */
static void
add_actors (const Cast *cast,
            GPtrArray  *names,
            guint16     except,
            gboolean    uncovered)
{
  for (gsize i = 0; i < cast->record->n_actors; i++)
    {
      guint16 actor = cast->record->actors[i];

      if (actor != except && !(uncovered && has_person_of (cast, actor)))
        add_actor (cast, names, actor);
    }
}

static void
add_people (const Cast *cast,
            GPtrArray  *names)
{
  for (guint i = 0; i < cast->n_people; i++)
    g_ptr_array_add (names, dup_person (cast, i));
}

/* All take part alike: people, and the sides for which nobody is named. */
static void
fill_mutual (Cast *cast)
{
  gboolean one_of_many = cast->n_people == 1 && cast->n_unknown == 1 && cast->record->n_actors > 1;
  gboolean of_one_side = cast->n_people > 0 && cast->only_side != ENT_ACTOR_NONE;

  if (cast->n_people == 0 || one_of_many)
    {
      /* One person of no known side would stand for one side or the other: the sides say it better. */
      add_actors (cast, cast->subjects, ENT_ACTOR_NONE, FALSE);
      return;
    }

  add_people (cast, cast->subjects);
  if (cast->n_unknown == 0)
    add_actors (cast, of_one_side ? cast->others : cast->subjects, ENT_ACTOR_NONE, TRUE);
}

/* The side @actor acts: by its people, where they are named. */
static void
fill_acting_side (Cast    *cast,
                  guint16  actor)
{
  for (guint i = 0; i < cast->n_people; i++)
    if (cast->sides[i] == actor)
      g_ptr_array_add (cast->subjects, dup_person (cast, i));
  if (cast->subjects->len == 0)
    add_actor (cast, cast->subjects, actor);
  add_actors (cast, cast->others, actor, FALSE);
}

/* Where it matters who did it to whom and nobody tells, whoever is named did it no more than the others: a minister
 * whose visit is put off may be host or guest, and the only state named with an attack is often its victim. */
static gboolean
is_left_open (const EntEventRecord *record)
{
  /* Who asked for an exercise is not who did it to others. */
  if (record->kind == ENT_KIND_MILITARY)
    return TRUE;
  return record->initiator == ENT_ACTOR_NONE && record->n_actors > 1 && ent_kind_is_directed (record->kind);
}

static void
fill_directed (Cast          *cast,
               EntTitleShape  shape)
{
  const EntEventRecord *record = cast->record;

  if (is_left_open (record))
    add_actors (cast, cast->all, ENT_ACTOR_NONE, FALSE);
  else if (record->initiator != ENT_ACTOR_NONE)
    fill_acting_side (cast, record->initiator);
  else if (cast->only_side != ENT_ACTOR_NONE)
    fill_acting_side (cast, cast->only_side);
  else if (shape == ENT_TITLE_JOINT && cast->n_people > 1 && cast->n_unknown == 0)
    {
      add_people (cast, cast->subjects);
      add_actors (cast, cast->others, ENT_ACTOR_NONE, TRUE);
    }
  else if (record->n_actors < 2 && cast->n_people > 0)
    add_people (cast, cast->subjects);
  else if (record->n_actors == 1)
    add_actor (cast, cast->subjects, record->actors[0]);
  else
    add_actors (cast, cast->all, ENT_ACTOR_NONE, FALSE);
}

/* Where one goes: the host if it is told, else the only side that no traveller serves. */
static guint16
find_destination (const Cast *cast)
{
  const EntEventRecord *record = cast->record;
  guint16 found = ENT_ACTOR_NONE;

  if (record->host != ENT_ACTOR_NONE || cast->only_side == ENT_ACTOR_NONE)
    return record->host;
  for (gsize i = 0; i < record->n_actors; i++)
    if (record->actors[i] != cast->only_side)
      {
        if (found != ENT_ACTOR_NONE)
          return ENT_ACTOR_NONE;
        found = record->actors[i];
      }
  return found;
}

static void
fill_travel (Cast *cast)
{
  const EntEventRecord *record = cast->record;
  guint16 destination = find_destination (cast);

  if (record->place != NULL)
    g_ptr_array_add (cast->others, g_strdup (ent_title_get_place (record->place, cast->translator)));
  else if (destination != ENT_ACTOR_NONE)
    add_actor (cast, cast->others, destination);

  for (guint i = 0; i < cast->n_people; i++)
    if (destination == ENT_ACTOR_NONE || cast->sides[i] != destination)
      g_ptr_array_add (cast->subjects, dup_person (cast, i));
  if (cast->subjects->len > 0)
    return;
  if (destination != ENT_ACTOR_NONE)
    add_actors (cast, cast->subjects, destination, FALSE);
  else
    add_actors (cast, record->n_actors == 1 ? cast->subjects : cast->all, ENT_ACTOR_NONE, FALSE);
}

static void
append_topic (const Cast *cast,
              GPtrArray  *names,
              guint64    *left,
              guint       topic)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << topic;

  if ((*left & bit) == 0 || topic >= ent_vocabulary_get_n_topics (cast->vocabulary))
    return;
  *left &= ~bit;
  g_ptr_array_add (names, ent_title_dup_topic (cast->vocabulary, topic, cast->translator));
}

static guint
count_topics (guint64 topics)
{
  guint n = 0;

  for (; topics != 0; topics &= topics - 1)
    n++;
  return n;
}

/* In the order in which the first account raises them. */
static char *
dup_topics (const Cast *cast)
{
  const EntEventRecord *record = cast->record;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint64 left = record->topics;
  gboolean commas = FALSE;

  /* A contact is about many things; what they are stands below its title. */
  if (ent_kind_is_contact (record->kind) || (cast->brief && count_topics (record->topics) > MOST_TOPICS_BRIEF))
    return NULL;

  if (record->n_accounts > 0)
    for (gsize i = 0; i < record->accounts[0].n_topic_spans; i++)
      append_topic (cast, names, &left, record->accounts[0].topic_spans[i].topic);
  for (guint topic = 0; topic < ENT_MAX_TOPICS; topic++)
    append_topic (cast, names, &left, topic);

  /* "People and culture" is one: another "and" would cut it. */
  for (guint i = 0; i < names->len; i++)
    commas |= strstr (g_ptr_array_index (names, i), " and ") != NULL;
  return ent_title_join (names, MOST_TOPICS, commas, cast->translator);
}

static char *
join_names (const Cast      *cast,
            const GPtrArray *names)
{
  return ent_title_join (names, cast->brief ? MOST_NAMES_BRIEF : MOST_NAMES, cast->brief, cast->translator);
}

/* A title begins with a capital and, as headlines do, without an article. */
static char *
begin_title (const char *title)
{
  const char *start = g_str_has_prefix (title, "the ") ? title + strlen ("the ") : title;
  gunichar first = g_utf8_get_char (start);
  g_autoptr (GString) out = g_string_new (NULL);

  if (first == 0)
    return g_strdup (title);
  g_string_append_unichar (out, g_unichar_toupper (first));
  g_string_append (out, g_utf8_next_char (start));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
dup_subjects (const Cast *cast)
{
  g_autofree char *names = join_names (cast, cast->subjects);
  gboolean states = cast->n_people == 0 && cast->subjects->len > 1;
  const EntTitleSlot slot = { "sides", names };

  /* States do not meet at a summit; those who lead them do. */
  if (cast->record->kind != ENT_KIND_SUMMIT || !states || cast->brief)
    return g_steal_pointer (&names);
  return ent_title_pattern_fill (
    ent_translate_context (cast->translator, "event title", NC_ ("event title", "the leaders of {sides}")), &slot, 1);
}

static char *
mark_assertion (const Cast *cast,
                char       *title)
{
  const EntEventRecord *record = cast->record;
  const char *pattern = ent_title_words_get_for_assertion (record->assertion);
  const EntTitleSlot slot = { "title", title };
  char *marked;

  if (pattern == NULL || (record->kind == ENT_KIND_WARNING && record->assertion == ENT_ASSERTION_CONDITIONAL))
    return title;
  marked = ent_title_pattern_fill (ent_translate_context (cast->translator, "event title", pattern), &slot, 1);
  g_free (title);
  return marked;
}

static char *
make_title (const EntVocabulary  *vocabulary,
            const EntEventRecord *record,
            const EntTranslator  *translator,
            gboolean              brief)
{
  const EntTitleWords *words = ent_title_words_get (record->kind);
  const char *pattern = words->pattern[record->status];
  g_auto (Cast) cast = { 0 };
  g_autofree char *who = NULL;
  g_autofree char *other = NULL;
  g_autofree char *all = NULL;
  g_autofree char *where = NULL;
  g_autofree char *topics = NULL;
  g_autofree char *title = NULL;

  cast_init (&cast, vocabulary, record, translator, brief);
  if (words->shape == ENT_TITLE_MUTUAL)
    fill_mutual (&cast);
  else if (words->shape == ENT_TITLE_TRAVEL)
    fill_travel (&cast);
  else
    fill_directed (&cast, words->shape);

  who = dup_subjects (&cast);
  other = join_names (&cast, cast.others);
  all = join_names (&cast, cast.all);
  where = ent_title_dup_where (record->place, translator);
  topics = dup_topics (&cast);
  if (brief && words->brief[record->status] != NULL)
    pattern = words->brief[record->status];

  {
    const EntTitleSlot slots[] = {
      { "they", cast.subjects->len > 1 ? who : NULL },
      { "one", cast.subjects->len == 1 ? who : NULL },
      { "other", other },
      { "to", record->initiator != ENT_ACTOR_NONE ? other : NULL },
      { "all", all },
      { "where", where },
      { "topics", topics },
    };

    title = ent_title_pattern_fill (ent_translate_context (translator, "event title", pattern), slots,
                                    G_N_ELEMENTS (slots));
  }
  /* A translation may ask for what its original does not; the kind's name asks for nothing. */
  if (title == NULL)
    title = g_strdup (ent_translate (translator, ent_vocabulary_get_kind (vocabulary, record->kind)->label));
  return mark_assertion (&cast, begin_title (title));
}

static char *
make_title_for_row (const EntEventStore *store,
                    guint32              row,
                    EntStatus            status,
                    const EntTranslator *translator,
                    gboolean             brief)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntAccount account = { 0 };
  EntEventRecord record = {
    .date = ent_event_store_get_date (store, row),
    .topics = columns->topics[row],
    .initiator = ent_event_store_get_initiator (store, row),
    .host = ent_event_store_get_host (store, row),
    .kind = columns->kind[row],
    .status = status,
    .assertion = columns->assertion[row],
    .actors = columns->actors + columns->actors_start[row],
    .n_actors = columns->actors_start[row + 1] - columns->actors_start[row],
    .people = ent_event_store_get_people (store, row),
    .place = ent_event_store_get_place (store, row),
  };

  /* The user's words are no one's to translate or to shorten. */
  if (ent_event_store_get_edited (store, row) & ENT_EDITED_TITLE)
    return g_strdup (ent_event_store_get_title (store, row));
  if (ent_event_store_get_n_accounts (store, row) > 0)
    {
      ent_event_store_get_account (store, row, 0, &account);
      record.accounts = &account;
      record.n_accounts = 1;
    }
  return make_title (ent_event_store_get_vocabulary (store), &record, translator, brief);
}

/**
 * ent_event_title_new:
 * @vocabulary: what the record's numbers are of
 * @record: an event
 * @translator: (nullable): the language, %NULL for English
 *
 * Makes one plain line from an event's parts: "Xi Jinping and Joe Biden speak by phone". It takes no side: where it is
 * not known who acts, everyone is named alike, and what is alleged or proposed is called so.
 *
 * Returns: (transfer full): the line
 */
char *
ent_event_title_new (const EntVocabulary  *vocabulary,
                     const EntEventRecord *record,
                     const EntTranslator  *translator)
{
  g_return_val_if_fail (vocabulary != NULL && record != NULL, NULL);
  g_return_val_if_fail (record->kind < ENT_N_KINDS && record->status < ENT_N_STATUSES, NULL);
  g_return_val_if_fail (record->assertion < ENT_N_ASSERTIONS, NULL);

  return make_title (vocabulary, record, translator, FALSE);
}

/**
 * ent_event_title_new_short:
 * @store: a store
 * @row: a row
 * @translator: (nullable): the language, %NULL for English
 *
 * Makes the label beside a mark: "Biden, Xi meet in Bali".
 *
 * Returns: (transfer full): the label
 */
char *
ent_event_title_new_short (const EntEventStore *store,
                           guint32              row,
                           const EntTranslator *translator)
{
  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  return make_title_for_row (store, row, ent_event_store_get_columns (store)->status[row], translator, TRUE);
}

/**
 * ent_event_title_new_struck:
 * @store: a store
 * @row: a row
 * @translator: (nullable): the language, %NULL for English
 *
 * Makes the label beside a mark as timelines show it, which strike through what was called off or denied: what was to
 * be, as words that deny it would be denied by the stroke.
 *
 * Returns: (transfer full): the label; as ent_event_title_new_short() makes it unless the event is denied
 */
char *
ent_event_title_new_struck (const EntEventStore *store,
                            guint32              row,
                            const EntTranslator *translator)
{
  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntTitleShape shape = ent_title_words_get (columns->kind[row])->shape;
  EntStatus status = columns->status[row];

  /* What is done together was planned; what one is said to have done was not done. */
  if (status == ENT_STATUS_DENIED)
    status = shape == ENT_TITLE_MUTUAL || shape == ENT_TITLE_TRAVEL ? ENT_STATUS_PLANNED : ENT_STATUS_OCCURRED;
  return make_title_for_row (store, row, status, translator, TRUE);
}

/**
 * ent_event_title_new_for_row:
 * @store: a store
 * @row: a row
 * @translator: (nullable): the language, %NULL for English
 *
 * Returns: (transfer full): what ent_event_title_new() says of the row
 */
char *
ent_event_title_new_for_row (const EntEventStore *store,
                             guint32              row,
                             const EntTranslator *translator)
{
  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  return make_title_for_row (store, row, ent_event_store_get_columns (store)->status[row], translator, FALSE);
}
