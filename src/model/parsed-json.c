/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/parsed-json.h"

#include <string.h>

#include "base/json-text.h"

static const char *
get_actor_id (const EntVocabulary *vocabulary,
              guint16              actor)
{
  return actor == ENT_ACTOR_NONE ? NULL : ent_vocabulary_get_actor (vocabulary, actor)->id;
}

static void
append_actor (GString             *out,
              const EntVocabulary *vocabulary,
              const char          *key,
              guint16              actor)
{
  if (actor != ENT_ACTOR_NONE)
    ent_json_append_string (out, key, get_actor_id (vocabulary, actor));
}

static void
append_if (GString    *out,
           const char *key,
           const char *text)
{
  if (text != NULL)
    ent_json_append_string (out, key, text);
}

static void
append_list (GString      *out,
             const char   *key,
             char * const *list)
{
  if (list != NULL && list[0] != NULL)
    ent_json_append_strings (out, key, (const char * const *) list);
}

static guint64
place_of (const EntStatement *in_characters_of,
          guint32             byte)
{
  return in_characters_of != NULL ? ent_statement_get_offset (in_characters_of, byte) : byte;
}

/**
 * ent_spans_json_append:
 * @out: where it goes
 * @spans: (array length=n): pieces of a text
 * @n: how many
 * @in_characters_of: (nullable): the statement whose characters are counted; %NULL to give bytes
 *
 * Appends an array of pairs.
 */
void
ent_spans_json_append (GString            *out,
                       const EntSpan      *spans,
                       gsize               n,
                       const EntStatement *in_characters_of)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (out, "%s[%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT "]", i > 0 ? "," : "",
                            place_of (in_characters_of, spans[i].start), place_of (in_characters_of, spans[i].end));
  g_string_append_c (out, ']');
}

static void
append_topic_spans (GString             *out,
                    const EntVocabulary *vocabulary,
                    const GArray        *spans,
                    const EntStatement  *in_characters_of)
{
  ent_json_append_key (out, "topics");
  g_string_append_c (out, '[');
  for (guint i = 0; i < spans->len; i++)
    {
      const EntTopicSpan *span = &g_array_index (spans, EntTopicSpan, i);

      g_string_append (out, i > 0 ? ",[" : "[");
      ent_json_append_text (out, ent_vocabulary_get_topic (vocabulary, span->topic)->id, -1);
      g_string_append_printf (out, ",%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT ",",
                              place_of (in_characters_of, span->span.start),
                              place_of (in_characters_of, span->span.end));
      ent_json_append_text (out, get_actor_id (vocabulary, span->speaker), -1);
      g_string_append_c (out, ',');
      ent_json_append_text (out, ent_assertion_to_id (span->assertion), -1);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
}

static void
append_doubts (GString *out,
               guint32  doubts)
{
  const char *ids[ENT_N_DOUBTS + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < ENT_N_DOUBTS; i++)
    if (doubts & 1u << i)
      ids[n++] = ent_doubt_to_id (1u << i);
  if (n > 0)
    ent_json_append_strings (out, "doubts", ids);
}

static void
append_sides (GString             *out,
              const EntVocabulary *vocabulary,
              const EntMention    *mention)
{
  const char *ids[ENT_MAX_PARTICIPANTS + 1] = { NULL };

  for (guint i = 0; i < mention->n_actors; i++)
    ids[i] = get_actor_id (vocabulary, mention->actors[i]);
  if (ids[0] != NULL)
    ent_json_append_strings (out, "participants", ids);
}

static void
append_raised (GString             *out,
               const EntVocabulary *vocabulary,
               guint64              topics)
{
  const char *ids[ENT_MAX_TOPICS + 1] = { NULL };
  guint n = 0;

  for (; topics != 0; topics &= topics - 1)
    ids[n++] = ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->id;
  if (n > 0)
    ent_json_append_strings (out, "raises", ids);
}

static void
append_mention (GString             *out,
                const EntVocabulary *vocabulary,
                const EntMention    *mention,
                const EntStatement  *in_characters_of)
{
  g_string_append_c (out, '{');
  ent_json_append_edtf (out, "date", mention->date);
  ent_json_append_string (out, "date_basis", ent_event_date_basis_to_id (mention->basis));
  ent_json_append_string (out, "kind", ent_kind_to_id (mention->kind));
  ent_json_append_string (out, "status", ent_status_to_id (mention->status));
  ent_json_append_string (out, "assertion", ent_assertion_to_id (mention->assertion));
  ent_json_append_string (out, "role", ent_role_to_id (mention->role));
  append_if (out, "level", ent_level_to_id (mention->level));
  append_sides (out, vocabulary, mention);
  append_list (out, "people", mention->people);
  append_actor (out, vocabulary, "initiator", mention->initiator);
  append_actor (out, vocabulary, "host", mention->host);
  append_actor (out, vocabulary, "speaker", mention->speaker);
  append_if (out, "place", mention->place);
  append_if (out, "group", mention->group);
  append_raised (out, vocabulary, mention->topics);
  append_doubts (out, mention->doubts);
  append_list (out, "tone_words", mention->tone_words);
  if (mention->apart)
    ent_json_append_number (out, "apart", 1);
  ent_json_append_number (out, "at", place_of (in_characters_of, mention->at));
  ent_json_append_key (out, "evidence");
  ent_spans_json_append (out, (const EntSpan *) (gpointer) mention->evidence->data, mention->evidence->len,
                         in_characters_of);
  if (mention->topic_spans->len > 0)
    append_topic_spans (out, vocabulary, mention->topic_spans, in_characters_of);
  append_if (out, "explanation", mention->explanation);
  g_string_append_c (out, '}');
}

/**
 * ent_parsed_json_append:
 * @out: where it goes
 * @vocabulary: what its actors and topics are numbers of
 * @parsed: what a statement says
 * @in_characters: whether places are given in characters; else in bytes
 *
 * Appends an array of the statement's events.
 */
void
ent_parsed_json_append (GString             *out,
                        const EntVocabulary *vocabulary,
                        const EntParsed     *parsed,
                        gboolean             in_characters)
{
  g_return_if_fail (out != NULL && vocabulary != NULL && parsed != NULL);

  g_string_append_c (out, '[');
  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_mention (out, vocabulary, &g_array_index (parsed->mentions, EntMention, i),
                      in_characters ? parsed->statement : NULL);
    }
  g_string_append_c (out, ']');
}

/* Where reading stands. */
typedef struct
{
  EntJsonCursor *cursor;
  const EntVocabulary *vocabulary;
  const EntStatement *in_characters_of;
  GString *text; /* what was read last */
  GError **error;
} Reading;

typedef gboolean (*MemberFunc) (Reading *reading,
                                EntMention *mention);

static gboolean
fail (Reading    *reading,
      const char *what)
{
  return ent_json_cursor_fail (reading->cursor, what, reading->error);
}

static gboolean
take (Reading    *reading,
      char        c,
      const char *what)
{
  return ent_json_cursor_take (reading->cursor, c) || fail (reading, what);
}

static gboolean
read_text (Reading  *reading,
           gboolean *is_null)
{
  return ent_json_cursor_text (reading->cursor, reading->text, is_null, reading->error);
}

static gboolean
read_place (Reading *reading,
            guint32 *place)
{
  gint64 number;

  if (!ent_json_cursor_number (reading->cursor, &number, reading->error))
    return FALSE;
  if (number < 0 || number > G_MAXUINT32)
    return fail (reading, "a place in the text is missing");
  *place = reading->in_characters_of != NULL ? ent_statement_get_byte (reading->in_characters_of, (gsize) number)
                                             : (guint32) number;
  return TRUE;
}

static gboolean
read_span (Reading *reading,
           EntSpan *span)
{
  gsize length = G_MAXUINT32;

  if (!read_place (reading, &span->start) || !take (reading, ',', "a comma is missing")
      || !read_place (reading, &span->end))
    return FALSE;
  if (reading->in_characters_of != NULL)
    ent_statement_get_text (reading->in_characters_of, &length);
  return (span->start <= span->end && span->end <= length) || fail (reading, "a span does not lie in the text");
}

static gboolean
read_spans (Reading *reading,
            GArray  *spans)
{
  if (!take (reading, '[', "“[” is missing"))
    return FALSE;
  if (ent_json_cursor_take (reading->cursor, ']'))
    return TRUE;
  do
    {
      EntSpan span;

      if (!take (reading, '[', "“[” is missing") || !read_span (reading, &span)
          || !take (reading, ']', "“]” is missing"))
        return FALSE;
      g_array_append_val (spans, span);
    }
  while (ent_json_cursor_take (reading->cursor, ','));
  return take (reading, ']', "“]” is missing");
}

/* An actor that the vocabulary does not know any more is nobody. */
static gboolean
read_actor (Reading *reading,
            guint16 *actor)
{
  gboolean is_null;

  *actor = ENT_ACTOR_NONE;
  if (!read_text (reading, &is_null))
    return FALSE;
  if (!is_null && !ent_vocabulary_find_actor (reading->vocabulary, reading->text->str, actor))
    *actor = ENT_ACTOR_NONE;
  return TRUE;
}

/* Calls @func for each member, which it finds in the reading's text. */
static gboolean
read_list (Reading *reading,
           gboolean (*func) (Reading *reading, gpointer data),
           gpointer data)
{
  if (!take (reading, '[', "“[” is missing"))
    return FALSE;
  if (ent_json_cursor_take (reading->cursor, ']'))
    return TRUE;
  do
    if (!read_text (reading, NULL) || !func (reading, data))
      return FALSE;
  while (ent_json_cursor_take (reading->cursor, ','));
  return take (reading, ']', "“]” is missing");
}

static gboolean
add_word (Reading  *reading,
          gpointer  data)
{
  g_strv_builder_add (data, reading->text->str);
  return TRUE;
}

static gboolean
read_words (Reading   *reading,
            char    ***words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!read_list (reading, add_word, builder))
    return FALSE;
  g_strfreev (*words);
  *words = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
add_side (Reading  *reading,
          gpointer  data)
{
  guint16 actor;

  if (ent_vocabulary_find_actor (reading->vocabulary, reading->text->str, &actor))
    ent_mention_add_actor (data, actor);
  return TRUE;
}

static gboolean
add_raised (Reading  *reading,
            gpointer  data)
{
  EntMention *mention = data;
  guint topic;

  if (ent_vocabulary_find_topic (reading->vocabulary, reading->text->str, &topic))
    mention->topics |= G_GUINT64_CONSTANT (1) << topic;
  return TRUE;
}

static gboolean
add_doubt (Reading  *reading,
           gpointer  data)
{
  EntMention *mention = data;
  EntDoubts doubt;

  if (ent_doubt_from_id (reading->text->str, &doubt))
    mention->doubts |= doubt;
  return TRUE;
}

/* A topic that the vocabulary does not know any more is left out. */
static gboolean
read_topic_span (Reading *reading,
                 GArray  *spans)
{
  EntTopicSpan span = { .speaker = ENT_ACTOR_NONE };
  EntAssertion assertion;
  gboolean known;
  guint topic = 0;

  if (!take (reading, '[', "“[” is missing") || !read_text (reading, NULL))
    return FALSE;
  known = ent_vocabulary_find_topic (reading->vocabulary, reading->text->str, &topic);
  if (!take (reading, ',', "a comma is missing") || !read_span (reading, &span.span)
      || !take (reading, ',', "a comma is missing") || !read_actor (reading, &span.speaker)
      || !take (reading, ',', "a comma is missing") || !read_text (reading, NULL))
    return FALSE;
  if (!ent_assertion_from_id (reading->text->str, &assertion))
    return fail (reading, "there is no such assertion");
  span.topic = (guint8) topic;
  span.assertion = (guint8) assertion;
  if (known)
    g_array_append_val (spans, span);
  return take (reading, ']', "“]” is missing");
}

static gboolean
read_topics (Reading    *reading,
             EntMention *mention)
{
  if (!take (reading, '[', "“[” is missing"))
    return FALSE;
  if (ent_json_cursor_take (reading->cursor, ']'))
    return TRUE;
  do
    if (!read_topic_span (reading, mention->topic_spans))
      return FALSE;
  while (ent_json_cursor_take (reading->cursor, ','));
  return take (reading, ']', "“]” is missing");
}

static gboolean
read_date (Reading    *reading,
           EntMention *mention)
{
  gboolean is_null;

  if (!read_text (reading, &is_null))
    return FALSE;
  if (is_null)
    return TRUE;
  return ent_edtf_parse (reading->text->str, reading->text->len, &mention->date, reading->error);
}

static gboolean
read_basis (Reading    *reading,
            EntMention *mention)
{
  return read_text (reading, NULL)
         && (ent_event_date_basis_from_id (reading->text->str, &mention->basis)
             || fail (reading, "there is no such basis of a date"));
}

static gboolean
read_kind (Reading    *reading,
           EntMention *mention)
{
  return read_text (reading, NULL)
         && (ent_kind_from_id (reading->text->str, &mention->kind) || fail (reading, "there is no such kind"));
}

static gboolean
read_status (Reading    *reading,
             EntMention *mention)
{
  return read_text (reading, NULL)
         && (ent_status_from_id (reading->text->str, &mention->status) || fail (reading, "there is no such status"));
}

static gboolean
read_assertion (Reading    *reading,
                EntMention *mention)
{
  return read_text (reading, NULL)
         && (ent_assertion_from_id (reading->text->str, &mention->assertion)
             || fail (reading, "there is no such assertion"));
}

static gboolean
read_role (Reading    *reading,
           EntMention *mention)
{
  return read_text (reading, NULL)
         && (ent_role_from_id (reading->text->str, &mention->role) || fail (reading, "there is no such role"));
}

static gboolean
read_level (Reading    *reading,
            EntMention *mention)
{
  return read_text (reading, NULL)
         && (ent_level_from_id (reading->text->str, &mention->level) || fail (reading, "there is no such level"));
}

static gboolean
read_participants (Reading    *reading,
                   EntMention *mention)
{
  return read_list (reading, add_side, mention);
}

static gboolean
read_people (Reading    *reading,
             EntMention *mention)
{
  return read_words (reading, &mention->people);
}

static gboolean
read_initiator (Reading    *reading,
                EntMention *mention)
{
  return read_actor (reading, &mention->initiator);
}

static gboolean
read_host (Reading    *reading,
           EntMention *mention)
{
  return read_actor (reading, &mention->host);
}

static gboolean
read_speaker (Reading    *reading,
              EntMention *mention)
{
  return read_actor (reading, &mention->speaker);
}

static gboolean
read_own_text (Reading  *reading,
               char    **text)
{
  if (!read_text (reading, NULL))
    return FALSE;
  g_free (*text);
  *text = g_strdup (reading->text->str);
  return TRUE;
}

static gboolean
read_where (Reading    *reading,
            EntMention *mention)
{
  return read_own_text (reading, &mention->place);
}

static gboolean
read_group (Reading    *reading,
            EntMention *mention)
{
  return read_own_text (reading, &mention->group);
}

static gboolean
read_explanation (Reading    *reading,
                  EntMention *mention)
{
  return read_own_text (reading, &mention->explanation);
}

static gboolean
read_raised (Reading    *reading,
             EntMention *mention)
{
  return read_list (reading, add_raised, mention);
}

static gboolean
read_doubts (Reading    *reading,
             EntMention *mention)
{
  return read_list (reading, add_doubt, mention);
}

static gboolean
read_tone (Reading    *reading,
           EntMention *mention)
{
  return read_words (reading, &mention->tone_words);
}

static gboolean
read_apart (Reading    *reading,
            EntMention *mention)
{
  gint64 number;

  if (!ent_json_cursor_number (reading->cursor, &number, reading->error))
    return FALSE;
  mention->apart = number != 0;
  return TRUE;
}

static gboolean
read_at (Reading    *reading,
         EntMention *mention)
{
  return read_place (reading, &mention->at);
}

static gboolean
read_evidence (Reading    *reading,
               EntMention *mention)
{
  return read_spans (reading, mention->evidence);
}

static const struct
{
  const char *key;
  MemberFunc read;
} members[] = {
  { "date", read_date },
  { "date_basis", read_basis },
  { "kind", read_kind },
  { "status", read_status },
  { "assertion", read_assertion },
  { "role", read_role },
  { "level", read_level },
  { "participants", read_participants },
  { "people", read_people },
  { "initiator", read_initiator },
  { "host", read_host },
  { "speaker", read_speaker },
  { "place", read_where },
  { "group", read_group },
  { "raises", read_raised },
  { "doubts", read_doubts },
  { "tone_words", read_tone },
  { "apart", read_apart },
  { "at", read_at },
  { "evidence", read_evidence },
  { "topics", read_topics },
  { "explanation", read_explanation },
};

/* Keys that are not known are passed over: a later version may have more. @next is where the key is looked for first,
 * as they come in their order. */
static gboolean
read_member (Reading    *reading,
             EntMention *mention,
             gsize      *next)
{
  if (!read_text (reading, NULL) || !take (reading, ':', "“:” is missing"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gsize at = (*next + i) % G_N_ELEMENTS (members);

      if (strcmp (members[at].key, reading->text->str) != 0)
        continue;
      *next = at + 1;
      return members[at].read (reading, mention);
    }
  return ent_json_cursor_skip (reading->cursor, reading->error);
}

static gboolean
read_mention (Reading    *reading,
              EntMention *mention)
{
  gsize next = 0;

  if (!take (reading, '{', "“{” is missing"))
    return FALSE;
  if (ent_json_cursor_take (reading->cursor, '}'))
    return TRUE;
  do
    if (!read_member (reading, mention, &next))
      return FALSE;
  while (ent_json_cursor_take (reading->cursor, ','));
  return take (reading, '}', "“}” is missing");
}

/**
 * ent_parsed_json_read:
 * @cursor: a place in valid UTF-8 at which an array of events begins
 * @vocabulary: what names of actors and topics mean
 * @in_characters_of: (nullable): the statement in whose characters places are given; %NULL where they are bytes
 * @mentions: (element-type EntMention): gets the events; it clears its elements itself
 * @error: where to say what is wrong, with the place
 *
 * Returns: whether all was as ent_parsed_json_append() writes it
 */
gboolean
ent_parsed_json_read (EntJsonCursor        *cursor,
                      const EntVocabulary  *vocabulary,
                      const EntStatement   *in_characters_of,
                      GArray               *mentions,
                      GError              **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { cursor, vocabulary, in_characters_of, text, error };

  g_return_val_if_fail (cursor != NULL && vocabulary != NULL && mentions != NULL, FALSE);

  if (!take (&reading, '[', "“[” is missing"))
    return FALSE;
  if (ent_json_cursor_take (cursor, ']'))
    return TRUE;
  do
    {
      EntMention mention;

      ent_mention_init (&mention);
      if (!read_mention (&reading, &mention))
        {
          ent_mention_clear (&mention);
          return FALSE;
        }
      g_array_append_val (mentions, mention);
    }
  while (ent_json_cursor_take (cursor, ','));
  return take (&reading, ']', "“]” is missing");
}

/**
 * ent_spans_json_read:
 * @cursor: a place in valid UTF-8 at which an array of pairs begins
 * @in_characters_of: (nullable): the statement in whose characters places are given; %NULL where they are bytes
 * @spans: (element-type EntSpan): gets the pieces of the text
 * @error: where to say what is wrong, with the place
 *
 * Returns: whether all was as ent_spans_json_append() writes it
 */
gboolean
ent_spans_json_read (EntJsonCursor       *cursor,
                     const EntStatement  *in_characters_of,
                     GArray              *spans,
                     GError             **error)
{
  Reading reading = { cursor, NULL, in_characters_of, NULL, error };

  g_return_val_if_fail (cursor != NULL && spans != NULL, FALSE);

  return read_spans (&reading, spans);
}

/**
 * ent_pages_json_append:
 * @out: where it goes
 * @pages: (array length=n): where pages of a text begin
 * @n: how many
 * @in_characters_of: (nullable): the statement whose characters are counted; %NULL to give bytes
 *
 * Appends an array of pairs of a place and the page's number.
 */
void
ent_pages_json_append (GString            *out,
                       const EntPageStart *pages,
                       gsize               n,
                       const EntStatement *in_characters_of)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (out, "%s[%" G_GUINT64_FORMAT ",%u]", i > 0 ? "," : "",
                            place_of (in_characters_of, pages[i].start), pages[i].page);
  g_string_append_c (out, ']');
}

static gboolean
read_page (Reading *reading,
           GArray  *pages)
{
  EntPageStart page;
  gint64 number;

  if (!take (reading, '[', "“[” is missing") || !read_place (reading, &page.start)
      || !take (reading, ',', "a comma is missing")
      || !ent_json_cursor_number (reading->cursor, &number, reading->error))
    return FALSE;
  page.page = (guint32) CLAMP (number, 0, (gint64) G_MAXUINT32);
  if (pages->len > 0 && g_array_index (pages, EntPageStart, pages->len - 1).start >= page.start)
    return fail (reading, "pages are not in the text's order");
  g_array_append_val (pages, page);
  return take (reading, ']', "“]” is missing");
}

/**
 * ent_pages_json_read:
 * @cursor: a place in valid UTF-8 at which an array of pairs begins
 * @in_characters_of: (nullable): the statement in whose characters places are given; %NULL where they are bytes
 * @pages: (element-type EntPageStart): gets where pages begin
 * @error: where to say what is wrong, with the place
 *
 * Returns: whether all was as ent_pages_json_append() writes it
 */
gboolean
ent_pages_json_read (EntJsonCursor       *cursor,
                     const EntStatement  *in_characters_of,
                     GArray              *pages,
                     GError             **error)
{
  Reading reading = { cursor, NULL, in_characters_of, NULL, error };

  g_return_val_if_fail (cursor != NULL && pages != NULL, FALSE);

  if (!take (&reading, '[', "“[” is missing"))
    return FALSE;
  if (ent_json_cursor_take (cursor, ']'))
    return TRUE;
  do
    if (!read_page (&reading, pages))
      return FALSE;
  while (ent_json_cursor_take (cursor, ','));
  return take (&reading, ']', "“]” is missing");
}
