/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/json-lines.h"

#include "base/json-text.h"
#include "model/event-links.h"
#include "model/event-values.h"
#include "model/mark-table.h"

static const char *
get_actor_id (const EntVocabulary *vocabulary,
              guint16              actor)
{
  return actor == ENT_ACTOR_NONE ? NULL : ent_vocabulary_get_actor (vocabulary, actor)->id;
}

static void
append_actors (GString             *out,
               const char          *key,
               const EntVocabulary *vocabulary,
               const guint16       *actors,
               gsize                n)
{
  ent_json_append_key (out, key);
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
append_offsets (GString            *out,
                const EntStatement *statement,
                EntSpan             span)
{
  ent_json_append_number (out, "start", ent_statement_get_offset (statement, span.start));
  ent_json_append_number (out, "end", ent_statement_get_offset (statement, span.end));
}

static void
append_evidence (GString            *out,
                 const EntStatement *statement,
                 const EntAccount   *account)
{
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  ent_json_append_key (out, "evidence");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < account->n_evidence; i++)
    {
      EntSpan span = account->evidence[i];

      g_string_append (out, i > 0 ? ",{" : "{");
      append_offsets (out, statement, span);
      ent_json_append_key (out, "text");
      ent_json_append_text (out, text + span.start, (gssize) (span.end - span.start));
      if (ent_statement_get_page (statement, span.start) > 0)
        ent_json_append_number (out, "page", ent_statement_get_page (statement, span.start));
      else
        ent_json_append_string (out, "page", NULL);
      ent_json_append_number (out, "paragraph", ent_statement_get_paragraph (statement, span.start));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_topic_spans (GString             *out,
                    const EntVocabulary *vocabulary,
                    const EntStatement  *statement,
                    const EntAccount    *account)
{
  ent_json_append_key (out, "topics");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < account->n_topic_spans; i++)
    {
      const EntTopicSpan *topic = &account->topic_spans[i];

      g_string_append (out, i > 0 ? ",{" : "{");
      ent_json_append_string (out, "id", ent_vocabulary_get_topic (vocabulary, topic->topic)->id);
      ent_json_append_string (out, "speaker", get_actor_id (vocabulary, topic->speaker));
      append_offsets (out, statement, topic->span);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_account (GString             *out,
                const EntEventStore *store,
                const EntAccount    *account,
                gboolean             explain)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  const EntStatement *statement = ent_event_store_get_statement (store, account->statement);
  const EntStatementInfo *info = ent_statement_get_info (statement);

  g_string_append_c (out, '{');
  ent_json_append_string (out, "statement", info->id);
  ent_json_append_string (out, "file", info->file);
  ent_json_append_string (out, "issuer", get_actor_id (vocabulary, account->issuer));
  ent_json_append_string (out, "role", ent_role_to_id (account->role));
  ent_json_append_edtf (out, "date", account->date);
  ent_json_append_string (out, "assertion", ent_assertion_to_id (account->assertion));
  ent_json_append_string (out, "speaker", get_actor_id (vocabulary, account->speaker));
  append_evidence (out, statement, account);
  append_topic_spans (out, vocabulary, statement, account);
  ent_json_append_strings (out, "tone_words", account->tone_words);
  if (explain)
    ent_json_append_string (out, "explanation", account->explanation);
  g_string_append_c (out, '}');
}

static void
append_topics (GString             *out,
               const EntVocabulary *vocabulary,
               guint64              topics)
{
  gboolean first = TRUE;

  ent_json_append_key (out, "topics");
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
append_codes (GString             *out,
              const EntVocabulary *vocabulary,
              EntKind              kind,
              EntStatus            status)
{
  const EntKindInfo *info = ent_vocabulary_get_kind (vocabulary, kind);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* What did not happen moves nothing. */
  ent_json_append_key (out, "score");
  g_string_append (out, g_ascii_formatd (number, sizeof number, "%g", status == ENT_STATUS_DENIED ? 0 : info->score));
  ent_json_append_string (out, "plover", info->plover);
  ent_json_append_string (out, "cameo", info->cameo);
}

/* The events that could be meant are named by date, kind and id. */
static char *
name_candidates (const EntEventStore *store,
                 guint32              row)
{
  const char * const *ids = ent_event_store_get_candidates (store, row);
  GString *words = g_string_new (ent_doubt_to_words (ENT_DOUBT_CANDIDATES));

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint32 other;

      if (!ent_event_store_find_id (store, ids[i], &other))
        continue;
      g_autofree char *date = ent_edtf_to_string (ent_event_store_get_date (store, other));
      g_string_append_printf (words, "%s %s %s (%s)", i == 0 ? ":" : ",", date,
                              ent_kind_to_id (ent_event_store_get_columns (store)->kind[other]), ids[i]);
    }
  return g_string_free (words, FALSE);
}

static void
append_doubts (GString             *out,
               const EntEventStore *store,
               guint32              row)
{
  guint doubts = ent_event_store_get_columns (store)->doubts[row];
  gboolean first = TRUE;

  ent_json_append_key (out, "doubts");
  g_string_append_c (out, '[');
  for (; doubts != 0; doubts &= doubts - 1)
    {
      EntDoubts doubt = doubts & -doubts;
      g_autofree char *candidates = doubt == ENT_DOUBT_CANDIDATES ? name_candidates (store, row) : NULL;

      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      ent_json_append_text (out, candidates != NULL ? candidates : ent_doubt_to_words (doubt), -1);
    }
  g_string_append_c (out, ']');
}

static void
append_links (GString             *out,
              const EntEventStore *store,
              guint32              row)
{
  gsize n;
  const EntEventLink *links = ent_event_links_get (ent_event_store_get_links (store), row, &n);

  ent_json_append_key (out, "links");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *why = ent_event_link_dup_why (&links[i], store);

      g_string_append (out, i > 0 ? ",{" : "{");
      ent_json_append_string (out, "type", ent_link_type_to_id (links[i].type));
      ent_json_append_string (out, "event", ent_event_store_get_id (store, links[i].row));
      ent_json_append_string (out, "why", why);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static const char *
get_relation (const EntFilterIndex *index,
              const EntFilter      *filter,
              guint32               row)
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
append_parts (GString             *out,
              const EntEventStore *store,
              guint32              row)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  guint32 first = columns->actors_start[row];

  ent_json_append_string (out, "kind", ent_kind_to_id (columns->kind[row]));
  ent_json_append_string (out, "status", ent_status_to_id (columns->status[row]));
  ent_json_append_string (out, "assertion", ent_assertion_to_id (columns->assertion[row]));
  ent_json_append_string (out, "title", ent_event_store_get_title (store, row));
  append_actors (out, "participants", vocabulary, columns->actors + first, columns->actors_start[row + 1] - first);
  ent_json_append_strings (out, "people", ent_event_store_get_people (store, row));
  ent_json_append_string (out, "level", ent_level_to_id (columns->level[row]));
  ent_json_append_string (out, "initiator", get_actor_id (vocabulary, ent_event_store_get_initiator (store, row)));
  ent_json_append_string (out, "host", get_actor_id (vocabulary, ent_event_store_get_host (store, row)));
  ent_json_append_string (out, "place", ent_event_store_get_place (store, row));
  append_topics (out, vocabulary, columns->topics[row]);
  append_codes (out, vocabulary, columns->kind[row], columns->status[row]);
}

/* What people have said of it; nothing where nobody has. */
static void
append_review (GString             *out,
               const EntEventStore *store,
               guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  guint16 found = ent_event_store_get_edited (store, row);
  const char *edited[ENT_N_EDITED + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < ENT_N_EDITED; i++)
    if (found & 1u << i)
      edited[n++] = ent_edited_to_id (1u << i);
  if (columns->review[row] != ENT_REVIEW_MACHINE)
    ent_json_append_string (out, "review", ent_review_to_id ((EntReview) columns->review[row]));
  if (n > 0)
    ent_json_append_strings (out, "edited", edited);
  if (ent_event_store_is_challenged (store, row))
    {
      ent_json_append_key (out, "challenged");
      g_string_append (out, "true");
    }
}

/* What the user noted on it; nothing where there is nothing. */
static void
append_marks (GString         *out,
              const GPtrArray *marks,
              EntMarkType      type,
              const char      *key)
{
  gboolean first = TRUE;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const EntMark *mark = g_ptr_array_index (marks, i);

      if (mark->type != type)
        continue;
      if (first)
        ent_json_append_key (out, key);
      g_string_append_c (out, first ? '[' : ',');
      first = FALSE;
      if (type == ENT_MARK_TAG)
        {
          ent_json_append_text (out, mark->text, -1);
          continue;
        }
      g_string_append_c (out, '{');
      ent_json_append_string (out, "text", mark->text);
      ent_json_append_string (out, "coder", mark->coder);
      ent_json_append_string (out, "time", mark->time);
      g_string_append_c (out, '}');
    }
  if (!first)
    g_string_append_c (out, ']');
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
ent_json_append_event (GString              *out,
                       const EntFilterIndex *index,
                       const EntFilter      *filter,
                       guint32               row,
                       gboolean              explain)
{
  const EntEventStore *store = ent_filter_index_get_store (index);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const GPtrArray *marks = ent_mark_table_get_of_event (ent_filter_index_get_marks (index), row);

  g_string_append_c (out, '{');
  ent_json_append_string (out, "id", ent_event_store_get_id (store, row));
  ent_json_append_edtf (out, "date", ent_event_store_get_date (store, row));
  ent_json_append_day (out, "earliest", columns->earliest[row]);
  ent_json_append_day (out, "latest", columns->latest[row]);
  ent_json_append_string (out, "date_basis", ent_event_date_basis_to_id (columns->basis[row]));
  append_parts (out, store, row);
  ent_json_append_string (out, "relation", get_relation (index, filter, row));
  append_review (out, store, row);
  append_marks (out, marks, ENT_MARK_TAG, "tags");
  append_marks (out, marks, ENT_MARK_NOTE, "notes");
  append_doubts (out, store, row);
  append_links (out, store, row);
  ent_json_append_key (out, "accounts");
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
ent_json_append_relationship (GString               *out,
                              const EntVocabulary   *vocabulary,
                              const EntRelationship *relationship)
{
  const GArray *issuers = relationship->issuers;

  g_string_append_c (out, '{');
  append_actors (out, "actors", vocabulary, relationship->actors, 2);
  ent_json_append_number (out, "events", relationship->n_events);
  ent_json_append_day (out, "first", relationship->first);
  ent_json_append_day (out, "last", relationship->last);
  append_actors (out, "issuers", vocabulary, (const guint16 *) (gconstpointer) issuers->data, issuers->len);
  ent_json_append_number (out, "statements", relationship->n_statements);
  g_string_append (out, "}\n");
}
