/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-values.h"

#include <string.h>

#include "model/database.h"
#include "parse/mention.h"

static const char * const ids[ENT_N_EDITED] = {
  "date", "kind", "title", "participants", "topics", "status", "assertion", "people", "place", "accounts", "added",
  "hidden",
};

static const char * const review_ids[ENT_N_REVIEWS] = { "machine", "accepted", "edited", "rejected" };

/**
 * ent_review_to_id:
 * @review: what was said of an event
 *
 * Returns: (transfer none): its name as files have it
 */
const char *
ent_review_to_id (EntReview review)
{
  g_return_val_if_fail (review < ENT_N_REVIEWS, NULL);

  return review_ids[review];
}

/**
 * ent_review_from_id:
 * @id: (nullable): a name as files have it
 * @review: (out): what was said of an event; left as it is if there is no such name
 *
 * Returns: whether there is one of that name
 */
gboolean
ent_review_from_id (const char *id,
                    EntReview  *review)
{
  for (guint i = 0; i < ENT_N_REVIEWS; i++)
    if (g_strcmp0 (review_ids[i], id) == 0)
      {
        *review = (EntReview) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ent_edited_to_id:
 * @field: one field
 *
 * Returns: (transfer none): its name as files have it
 */
const char *
ent_edited_to_id (EntEdited field)
{
  for (guint i = 0; i < ENT_N_EDITED; i++)
    if (field == 1u << i)
      return ids[i];
  return NULL;
}

/**
 * ent_edited_from_id:
 * @id: (nullable): a name as files have it
 * @field: (out): the field
 *
 * Returns: whether there is one of that name
 */
gboolean
ent_edited_from_id (const char *id,
                    EntEdited  *field)
{
  for (guint i = 0; i < ENT_N_EDITED; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *field = 1u << i;
        return TRUE;
      }
  return FALSE;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* In an order that does not hang on the vocabulary's. */
static char *
join (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (",", (char **) texts->pdata);
}

static char *
join_actors (const EntEventRecord *record,
             const EntVocabulary  *vocabulary)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (gsize i = 0; i < record->n_actors; i++)
    g_ptr_array_add (texts, (gpointer) ent_vocabulary_get_actor (vocabulary, record->actors[i])->id);
  return join (texts);
}

static char *
join_topics (guint64              topics,
             const EntVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (; topics != 0; topics &= topics - 1)
    g_ptr_array_add (texts, (gpointer) ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->id);
  return join (texts);
}

/**
 * ent_event_record_dup_value:
 * @record: an event
 * @vocabulary: what its actors and topics are numbers of
 * @field: one that can be given a value
 *
 * Returns: (transfer full): its value as a text, as archive-edit.h tells
 */
char *
ent_event_record_dup_value (const EntEventRecord *record,
                            const EntVocabulary  *vocabulary,
                            EntEdited             field)
{
  switch (field)
    {
    case ENT_EDITED_DATE:
      return ent_edtf_is_none (record->date) ? g_strdup ("") : ent_edtf_to_string (record->date);
    case ENT_EDITED_KIND:
      return g_strdup (ent_kind_to_id (record->kind));
    case ENT_EDITED_TITLE:
      return g_strdup (record->title != NULL ? record->title : "");
    case ENT_EDITED_PARTICIPANTS:
      return join_actors (record, vocabulary);
    case ENT_EDITED_TOPICS:
      return join_topics (record->topics, vocabulary);
    case ENT_EDITED_STATUS:
      return g_strdup (ent_status_to_id (record->status));
    case ENT_EDITED_ASSERTION:
      return g_strdup (ent_assertion_to_id (record->assertion));
    case ENT_EDITED_PEOPLE:
      return record->people != NULL ? g_strjoinv ("\n", (char **) record->people) : g_strdup ("");
    case ENT_EDITED_PLACE:
      return g_strdup (record->place != NULL ? record->place : "");
    default:
      return NULL;
    }
}

/**
 * ent_event_dup_value:
 * @store: a store
 * @row: an event
 * @field: one that can be given a value
 *
 * Returns: (transfer full): its value as a text, as archive-edit.h tells
 */
char *
ent_event_dup_value (const EntEventStore *store,
                     guint32              row,
                     EntEdited            field)
{
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (EntAccount));
  EntEventRecord record;

  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  ent_event_store_get_record (store, row, accounts, &record);
  return ent_event_record_dup_value (&record, ent_event_store_get_vocabulary (store), field);
}

static gint
compare_actors (gconstpointer a,
                gconstpointer b)
{
  return (gint) * (const guint16 *) a - (gint) * (const guint16 *) b;
}

/* What is not in the vocabulary is left out, and named in @unknown. */
static GArray *
parse_actors (const EntVocabulary  *vocabulary,
              const char           *value,
              char                **unknown)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_auto (GStrv) words = g_strsplit (value, ",", -1);
  guint n_kept = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint16 actor;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (ent_vocabulary_find_actor (vocabulary, words[i], &actor))
        g_array_append_val (actors, actor);
      else if (unknown != NULL && *unknown == NULL)
        *unknown = g_strdup (words[i]);
    }
  g_array_sort (actors, compare_actors);
  for (guint i = 0; i < actors->len; i++)
    if (n_kept == 0 || g_array_index (actors, guint16, i) != g_array_index (actors, guint16, n_kept - 1))
      g_array_index (actors, guint16, n_kept++) = g_array_index (actors, guint16, i);
  g_array_set_size (actors, MIN (n_kept, ENT_MAX_PARTICIPANTS));
  return actors;
}

static guint64
parse_topics (const EntVocabulary  *vocabulary,
              const char           *value,
              char                **unknown)
{
  g_auto (GStrv) words = g_strsplit (value, ",", -1);
  guint64 topics = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint topic;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (ent_vocabulary_find_topic (vocabulary, words[i], &topic))
        topics |= G_GUINT64_CONSTANT (1) << topic;
      else if (unknown != NULL && *unknown == NULL)
        *unknown = g_strdup (words[i]);
    }
  return topics;
}

static gboolean
refuse (GError     **error,
        const char  *what,
        const char  *value)
{
  g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_MALFORMED, "“%s” is not %s", value, what);
  return FALSE;
}

/**
 * ent_event_check_value:
 * @vocabulary: what actors and topics there are
 * @field: a field
 * @value: a text
 * @error: where to say what is wrong with it
 *
 * Returns: whether the field can have this value
 */
gboolean
ent_event_check_value (const EntVocabulary  *vocabulary,
                       EntEdited             field,
                       const char           *value,
                       GError              **error)
{
  g_autofree char *unknown = NULL;
  EntEdtf date;
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;

  switch (field)
    {
    case ENT_EDITED_DATE:
      return ent_edtf_parse (value, strlen (value), &date, error);
    case ENT_EDITED_KIND:
      return ent_kind_from_id (value, &kind) || refuse (error, "a kind", value);
    case ENT_EDITED_STATUS:
      return ent_status_from_id (value, &status) || refuse (error, "a status", value);
    case ENT_EDITED_ASSERTION:
      return ent_assertion_from_id (value, &assertion) || refuse (error, "an assertion", value);
    case ENT_EDITED_PARTICIPANTS:
      g_array_unref (parse_actors (vocabulary, value, &unknown));
      return unknown == NULL || refuse (error, "an actor of the vocabulary", unknown);
    case ENT_EDITED_TOPICS:
      parse_topics (vocabulary, value, &unknown);
      return unknown == NULL || refuse (error, "a topic of the vocabulary", unknown);
    case ENT_EDITED_TITLE:
      return *value != '\0' || refuse (error, "a title", value);
    case ENT_EDITED_PEOPLE:
    case ENT_EDITED_PLACE:
      return TRUE;
    default:
      return refuse (error, "a value that can be given", value);
    }
}

/**
 * ent_event_patch_init:
 * @patch: (out): an event that can be changed
 * @record: as it was; what it points to must live longer
 */
void
ent_event_patch_init (EntEventPatch        *patch,
                      const EntEventRecord *record)
{
  *patch = (EntEventPatch) { .record = *record };
}

/**
 * ent_event_patch_clear:
 * @patch: an event whose own memory is given back
 */
void
ent_event_patch_clear (EntEventPatch *patch)
{
  g_clear_pointer (&patch->actors, g_array_unref);
  g_clear_pointer (&patch->people, g_strfreev);
  g_clear_pointer (&patch->title, g_free);
  g_clear_pointer (&patch->place, g_free);
}

static void
set_words (EntEventPatch *patch,
           EntEdited      field,
           const char    *value)
{
  char **own = field == ENT_EDITED_TITLE ? &patch->title : &patch->place;

  g_free (*own);
  *own = *value != '\0' ? g_strdup (value) : NULL;
  if (field == ENT_EDITED_TITLE)
    patch->record.title = *own != NULL ? *own : patch->record.title;
  else
    patch->record.place = *own;
}

static void
set_people (EntEventPatch *patch,
            const char    *value)
{
  g_strfreev (patch->people);
  patch->people = *value != '\0' ? g_strsplit (value, "\n", -1) : NULL;
  patch->record.people = (const char * const *) patch->people;
}

static void
set_participants (EntEventPatch       *patch,
                  const EntVocabulary *vocabulary,
                  const char          *value)
{
  g_clear_pointer (&patch->actors, g_array_unref);
  patch->actors = parse_actors (vocabulary, value, NULL);
  patch->record.actors = (const guint16 *) (gpointer) patch->actors->data;
  patch->record.n_actors = patch->actors->len;
}

/* Nobody doubts a date that was given. */
static void
set_date (EntEventPatch *patch,
          const char    *value)
{
  EntEdtf date;

  if (!ent_edtf_parse (value, strlen (value), &date, NULL))
    return;
  patch->record.date = date;
  patch->record.basis = ENT_EVENT_DATE_EXPLICIT;
  patch->record.doubts &= (guint8) ~(ENT_DOUBT_OPEN_DATE | ENT_DOUBT_ISSUE_DATE | ENT_DOUBT_YEAR_INFERRED);
}

/**
 * ent_event_patch_set:
 * @patch: an event
 * @vocabulary: what actors and topics there are
 * @field: a field
 * @value: its new value; one that ent_event_check_value() refuses changes nothing
 */
void
ent_event_patch_set (EntEventPatch       *patch,
                     const EntVocabulary *vocabulary,
                     EntEdited            field,
                     const char          *value)
{
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;

  switch (field)
    {
    case ENT_EDITED_DATE:
      set_date (patch, value);
      break;
    case ENT_EDITED_KIND:
      if (ent_kind_from_id (value, &kind))
        patch->record.kind = (guint8) kind;
      break;
    case ENT_EDITED_STATUS:
      if (ent_status_from_id (value, &status))
        patch->record.status = (guint8) status;
      break;
    case ENT_EDITED_ASSERTION:
      if (ent_assertion_from_id (value, &assertion))
        patch->record.assertion = (guint8) assertion;
      break;
    case ENT_EDITED_PARTICIPANTS:
      set_participants (patch, vocabulary, value);
      break;
    case ENT_EDITED_TOPICS:
      patch->record.topics = parse_topics (vocabulary, value, NULL);
      break;
    case ENT_EDITED_PEOPLE:
      set_people (patch, value);
      break;
    case ENT_EDITED_TITLE:
    case ENT_EDITED_PLACE:
      set_words (patch, field, value);
      break;
    default:
      break;
    }
}
