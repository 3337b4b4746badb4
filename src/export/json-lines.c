/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/json-lines.h"

#include <string.h>

/**
 * ent_json_append_text:
 * @out: where it goes
 * @text: (nullable): valid UTF-8; %NULL gives `null`
 * @length: its bytes, -1 when it ends with a zero byte
 *
 * Appends a JSON string. Written here and not by a library's generator, as streams have millions.
 */
void
ent_json_append_text (GString *out,
                      const char *text,
                      gssize length)
{
  gsize n = text == NULL ? 0 : length < 0 ? strlen (text)
                                          : (gsize) length;
  gsize done = 0;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (gsize i = 0; i < n; i++)
    {
      guchar c = (guchar) text[i];

      if (c >= ' ' && c != '"' && c != '\\' && c != 0x7F)
        continue;
      g_string_append_len (out, text + done, (gssize) (i - done));
      done = i + 1;
      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_len (out, text + done, (gssize) (n - done));
  g_string_append_c (out, '"');
}

static void
append_key (GString *out,
            const char *key)
{
  char last = out->len > 0 ? out->str[out->len - 1] : '{';

  if (last != '{')
    g_string_append_c (out, ',');
  g_string_append_c (out, '"');
  g_string_append (out, key);
  g_string_append (out, "\":");
}

static void
append_string (GString *out,
               const char *key,
               const char *value)
{
  append_key (out, key);
  ent_json_append_text (out, value, -1);
}

static void
append_number (GString *out,
               const char *key,
               guint64 value)
{
  append_key (out, key);
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, value);
}

static void
append_edtf (GString *out,
             const char *key,
             EntEdtf edtf)
{
  append_key (out, key);
  if (ent_edtf_is_none (edtf))
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  ent_edtf_append (edtf, out);
  g_string_append_c (out, '"');
}

static void
append_day (GString *out,
            const char *key,
            EntDay day)
{
  if (day == ENT_DAY_OPEN_START || day == ENT_DAY_OPEN_END)
    append_string (out, key, NULL);
  else
    append_edtf (out, key, ent_edtf_day (day));
}

static const char *
get_actor_id (const EntVocabulary *vocabulary,
              guint16 actor)
{
  return actor == ENT_ACTOR_NONE ? NULL : ent_vocabulary_get_actor (vocabulary, actor)->id;
}

static void
append_actors (GString *out,
               const char *key,
               const EntVocabulary *vocabulary,
               const guint16 *actors,
               gsize n)
{
  append_key (out, key);
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      ent_json_append_text (out, get_actor_id (vocabulary, actors[i]), -1);
    }
  g_string_append_c (out, ']');
}

static void
append_strings (GString *out,
                const char *key,
                const char * const *strings)
{
  append_key (out, key);
  g_string_append_c (out, '[');
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      ent_json_append_text (out, strings[i], -1);
    }
  g_string_append_c (out, ']');
}

static void
append_offsets (GString *out,
                const EntStatement *statement,
                EntSpan span)
{
  append_number (out, "start", ent_statement_get_offset (statement, span.start));
  append_number (out, "end", ent_statement_get_offset (statement, span.end));
}

static void
append_furniture (GString *out,
                  const EntStatement *statement)
{
  gsize n;
  const EntSpan *spans = ent_statement_get_furniture (statement, &n);

  append_key (out, "furniture");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ",{" : "{");
      append_offsets (out, statement, spans[i]);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/**
 * ent_json_append_statement:
 * @out: where it goes
 * @statement: a statement
 * @with_text: whether its text comes too
 */
void
ent_json_append_statement (GString *out,
                           const EntStatement *statement,
                           gboolean with_text)
{
  const EntStatementInfo *info = ent_statement_get_info (statement);

  g_string_append_c (out, '{');
  append_string (out, "id", info->id);
  append_string (out, "file", info->file);
  append_string (out, "title", info->title);
  append_edtf (out, "date", info->date);
  append_string (out, "date_basis", ent_date_basis_to_id (info->date_basis));
  append_string (out, "language", info->language);
  append_string (out, "issuer", info->issuer);
  append_string (out, "issuing_body", info->issuing_body);
  append_string (out, "published_by", info->published_by);
  append_furniture (out, statement);
  append_string (out, "url", info->url);
  append_string (out, "retrieved", info->retrieved);
  append_string (out, "citation_key", info->citation_key);
  append_string (out, "sha256", ent_statement_get_sha256 (statement));
  append_string (out, "version_of", info->version_of);
  append_string (out, "kind", ent_statement_kind_to_id (info->kind));
  append_number (out, "characters", ent_statement_get_n_characters (statement));
  if (with_text)
    {
      gsize length;
      const char *text = ent_statement_get_text (statement, &length);

      append_key (out, "text");
      ent_json_append_text (out, text, (gssize) length);
    }
  g_string_append (out, "}\n");
}

/**
 * ent_json_append_timex:
 * @out: where it goes
 * @statement: the statement it stands in
 * @timex: a time expression
 */
void
ent_json_append_timex (GString *out,
                       const EntStatement *statement,
                       const EntTimex *timex)
{
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  g_string_append_c (out, '{');
  append_string (out, "statement", ent_statement_get_info (statement)->id);
  append_offsets (out, statement, (EntSpan) { timex->start, timex->end });
  append_key (out, "text");
  ent_json_append_text (out, text + timex->start, (gssize) (timex->end - timex->start));
  append_string (out, "type", ent_timex_type_to_id (timex->type));
  append_string (out, "value", timex->value);
  append_edtf (out, "edtf", timex->edtf);
  g_string_append (out, "}\n");
}

static void
append_evidence (GString *out,
                 const EntStatement *statement,
                 const EntAccount *account)
{
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  append_key (out, "evidence");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < account->n_evidence; i++)
    {
      EntSpan span = account->evidence[i];

      g_string_append (out, i > 0 ? ",{" : "{");
      append_offsets (out, statement, span);
      append_key (out, "text");
      ent_json_append_text (out, text + span.start, (gssize) (span.end - span.start));
      append_string (out, "page", NULL);
      append_number (out, "paragraph", ent_statement_get_paragraph (statement, span.start));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_topic_spans (GString *out,
                    const EntVocabulary *vocabulary,
                    const EntStatement *statement,
                    const EntAccount *account)
{
  append_key (out, "topics");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < account->n_topic_spans; i++)
    {
      const EntTopicSpan *topic = &account->topic_spans[i];

      g_string_append (out, i > 0 ? ",{" : "{");
      append_string (out, "id", ent_vocabulary_get_topic (vocabulary, topic->topic)->id);
      append_string (out, "speaker", get_actor_id (vocabulary, topic->speaker));
      append_offsets (out, statement, topic->span);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_account (GString *out,
                const EntEventStore *store,
                const EntAccount *account,
                gboolean explain)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  const EntStatement *statement = ent_event_store_get_statement (store, account->statement);
  const EntStatementInfo *info = ent_statement_get_info (statement);

  g_string_append_c (out, '{');
  append_string (out, "statement", info->id);
  append_string (out, "file", info->file);
  append_string (out, "issuer", get_actor_id (vocabulary, account->issuer));
  append_string (out, "role", ent_role_to_id (account->role));
  append_edtf (out, "date", account->date);
  append_string (out, "assertion", ent_assertion_to_id (account->assertion));
  append_string (out, "speaker", get_actor_id (vocabulary, account->speaker));
  append_evidence (out, statement, account);
  append_topic_spans (out, vocabulary, statement, account);
  append_strings (out, "tone_words", account->tone_words);
  if (explain)
    append_string (out, "explanation", account->explanation);
  g_string_append_c (out, '}');
}

static void
append_topics (GString *out,
               const EntVocabulary *vocabulary,
               guint64 topics)
{
  gboolean first = TRUE;

  append_key (out, "topics");
  g_string_append_c (out, '[');
  for (; topics != 0; topics &= topics - 1)
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      ent_json_append_text (out, ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics))->id, -1);
    }
  g_string_append_c (out, ']');
}

static void
append_codes (GString *out,
              const EntVocabulary *vocabulary,
              EntKind kind,
              EntStatus status)
{
  const EntKindInfo *info = ent_vocabulary_get_kind (vocabulary, kind);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* What did not happen moves nothing. */
  append_key (out, "score");
  g_string_append (out, g_ascii_formatd (number, sizeof number, "%g", status == ENT_STATUS_DENIED ? 0 : info->score));
  append_string (out, "plover", info->plover);
  append_string (out, "cameo", info->cameo);
}

static void
append_doubts (GString *out,
               guint doubts)
{
  gboolean first = TRUE;

  append_key (out, "doubts");
  g_string_append_c (out, '[');
  for (; doubts != 0; doubts &= doubts - 1)
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      ent_json_append_text (out, ent_doubt_to_words (doubts & -doubts), -1);
    }
  g_string_append_c (out, ']');
}

static const char *
get_relation (const EntFilterIndex *index,
              const EntFilter *filter,
              guint32 row)
{
  gsize n = 0;
  gboolean strict;

  if (filter != NULL)
    ent_filter_get_between (filter, &n, &strict);
  if (n == 0)
    return NULL;
  return ent_filter_index_is_between (index, filter, row) ? "between" : "bears";
}

static void
append_parts (GString *out,
              const EntEventStore *store,
              guint32 row)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  guint32 first = columns->actors_start[row];

  append_string (out, "kind", ent_kind_to_id (columns->kind[row]));
  append_string (out, "status", ent_status_to_id (columns->status[row]));
  append_string (out, "assertion", ent_assertion_to_id (columns->assertion[row]));
  append_string (out, "title", ent_event_store_get_title (store, row));
  append_actors (out, "participants", vocabulary, columns->actors + first, columns->actors_start[row + 1] - first);
  append_strings (out, "people", ent_event_store_get_people (store, row));
  append_string (out, "level", ent_level_to_id (columns->level[row]));
  append_string (out, "initiator", get_actor_id (vocabulary, ent_event_store_get_initiator (store, row)));
  append_string (out, "host", get_actor_id (vocabulary, ent_event_store_get_host (store, row)));
  append_string (out, "place", ent_event_store_get_place (store, row));
  append_topics (out, vocabulary, columns->topics[row]);
  append_codes (out, vocabulary, columns->kind[row], columns->status[row]);
}

/**
 * ent_json_append_event:
 * @out: where it goes
 * @index: the store it is in
 * @filter: (nullable): the question it answers, which tells its relation
 * @row: its row
 * @explain: whether each account tells what made it
 */
void
ent_json_append_event (GString *out,
                       const EntFilterIndex *index,
                       const EntFilter *filter,
                       guint32 row,
                       gboolean explain)
{
  const EntEventStore *store = ent_filter_index_get_store (index);
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  g_string_append_c (out, '{');
  append_string (out, "id", ent_event_store_get_id (store, row));
  append_edtf (out, "date", ent_event_store_get_date (store, row));
  append_day (out, "earliest", columns->earliest[row]);
  append_day (out, "latest", columns->latest[row]);
  append_string (out, "date_basis", ent_event_date_basis_to_id (columns->basis[row]));
  append_parts (out, store, row);
  append_string (out, "relation", get_relation (index, filter, row));
  append_doubts (out, columns->doubts[row]);
  append_key (out, "links");
  g_string_append (out, "[]");
  append_key (out, "accounts");
  g_string_append_c (out, '[');
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      if (i > 0)
        g_string_append_c (out, ',');
      ent_event_store_get_account (store, row, i, &account);
      append_account (out, store, &account, explain);
    }
  g_string_append (out, "]}\n");
}

/**
 * ent_json_append_relationship:
 * @out: where it goes
 * @vocabulary: the actors
 * @relationship: a pair of actors that share events
 */
void
ent_json_append_relationship (GString *out,
                              const EntVocabulary *vocabulary,
                              const EntRelationship *relationship)
{
  const GArray *issuers = relationship->issuers;

  g_string_append_c (out, '{');
  append_actors (out, "actors", vocabulary, relationship->actors, 2);
  append_number (out, "events", relationship->n_events);
  append_day (out, "first", relationship->first);
  append_day (out, "last", relationship->last);
  append_actors (out, "issuers", vocabulary, (const guint16 *) (gconstpointer) issuers->data, issuers->len);
  append_number (out, "statements", relationship->n_statements);
  g_string_append (out, "}\n");
}
