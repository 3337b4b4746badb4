/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-anchor.h"

#include <string.h>

#include "base/json-text.h"
#include "read/json-record.h"

/* Words beyond so many bytes tell no more. */
#define MOST_TEXT 400

/* How much each likeness of an account to an anchor weighs. None alone outweighs the place. */
#define SAME_PLACE 1000
#define SAME_WORDS 900
#define MOST_OVERLAP 800
#define SAME_ID 60
#define SAME_KIND 40

typedef struct
{
  guint32 row;
  guint32 account;
} Place;

struct _EntAnchorIndex
{
  const EntEventStore *store;
  GHashTable *wanted;     /* id of a statement → GArray of Place, once it is filled */
  GHashTable *of_numbers; /* number of a statement → the same */
  gboolean filled;
};

/**
 * ent_anchor_clear:
 * @anchor: an anchor whose strings are given back
 */
void
ent_anchor_clear (EntAnchor *anchor)
{
  g_return_if_fail (anchor != NULL);

  g_free (anchor->id);
  g_free (anchor->statement);
  g_free (anchor->sha256);
  g_free (anchor->kind);
  g_free (anchor->text);
  *anchor = (EntAnchor) { NULL };
}

/* As many whole characters of the words as tell them. */
static char *
dup_words (const EntStatement *statement,
           EntSpan             span)
{
  g_autofree char *words = ent_statement_dup_span (statement, span);

  if (words == NULL || strlen (words) <= MOST_TEXT)
    return g_steal_pointer (&words);
  *g_utf8_find_prev_char (words, words + MOST_TEXT + 1) = '\0';
  return g_steal_pointer (&words);
}

/**
 * ent_anchor_dup_json:
 * @store: a store
 * @row: an event
 * @account: which of its accounts; none is needed of an event without any
 *
 * Returns: (transfer full): what the event is known by, as JSON
 */
char *
ent_anchor_dup_json (const EntEventStore *store,
                     guint32              row,
                     guint                account)
{
  GString *json = g_string_new ("{");

  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  ent_json_append_string (json, "id", ent_event_store_get_id (store, row));
  if (account < ent_event_store_get_n_accounts (store, row))
    {
      EntAccount told;
      EntStatement *statement;

      ent_event_store_get_account (store, row, account, &told);
      statement = ent_event_store_get_statement (store, told.statement);
      ent_json_append_string (json, "statement", ent_statement_get_info (statement)->id);
      ent_json_append_string (json, "sha256", ent_statement_get_sha256 (statement));
      ent_json_append_string (json, "kind", ent_kind_to_id (ent_event_store_get_columns (store)->kind[row]));
      if (told.n_evidence > 0)
        {
          g_autofree char *words = dup_words (statement, told.evidence[0]);

          ent_json_append_number (json, "start", told.evidence[0].start);
          ent_json_append_number (json, "end", told.evidence[0].end);
          ent_json_append_string (json, "text", words);
        }
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
read_member (EntJsonCursor  *cursor,
             const char     *key,
             EntAnchor      *anchor,
             GString        *text,
             GError        **error)
{
  const struct
  {
    const char *key;
    char **value;
  } texts[] = {
    { "id", &anchor->id },
    { "statement", &anchor->statement },
    { "sha256", &anchor->sha256 },
    { "kind", &anchor->kind },
    { "text", &anchor->text },
  };
  gint64 number;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].key, key) == 0)
      {
        gboolean is_null;

        if (!ent_json_cursor_text (cursor, text, &is_null, error))
          return FALSE;
        g_free (*texts[i].value);
        *texts[i].value = is_null ? NULL : g_strdup (text->str);
        return TRUE;
      }
  if (strcmp (key, "start") != 0 && strcmp (key, "end") != 0)
    return ent_json_cursor_skip (cursor, error);
  if (!ent_json_cursor_number (cursor, &number, error))
    return FALSE;
  *(*key == 's' ? &anchor->start : &anchor->end) = (guint32) CLAMP (number, 0, (gint64) G_MAXUINT32);
  return TRUE;
}

/**
 * ent_anchor_parse:
 * @json: what ent_anchor_dup_json() wrote
 * @anchor: (out): what an event is known by
 * @error: where to say what is wrong
 *
 * Returns: whether it is an anchor
 */
gboolean
ent_anchor_parse (const char  *json,
                  EntAnchor   *anchor,
                  GError     **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  EntJsonCursor cursor = { json, json, json + strlen (json) };

  *anchor = (EntAnchor) { NULL };
  if (!ent_json_cursor_take (&cursor, '{'))
    return ent_json_cursor_fail (&cursor, "“{” is missing", error);
  do
    if (!ent_json_cursor_text (&cursor, key, NULL, error)
        || (!ent_json_cursor_take (&cursor, ':') && !ent_json_cursor_fail (&cursor, "“:” is missing", error))
        || !read_member (&cursor, key->str, anchor, text, error))
      {
        ent_anchor_clear (anchor);
        return FALSE;
      }
  while (ent_json_cursor_take (&cursor, ','));
  if (ent_json_cursor_take (&cursor, '}') && anchor->id != NULL)
    return TRUE;
  ent_anchor_clear (anchor);
  return ent_json_cursor_fail (&cursor, "an event's id is missing", error);
}

/**
 * ent_anchor_index_new:
 * @store: where events are looked for; it must live longer
 *
 * Returns: (transfer full): an index of nothing yet
 */
EntAnchorIndex *
ent_anchor_index_new (const EntEventStore *store)
{
  EntAnchorIndex *self = g_new0 (EntAnchorIndex, 1);

  self->store = store;
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->of_numbers = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * ent_anchor_index_free:
 * @index: (nullable): an index
 */
void
ent_anchor_index_free (EntAnchorIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->of_numbers);
  g_hash_table_unref (index->wanted);
  g_free (index);
}

/**
 * ent_anchor_index_want:
 * @index: an index, before anything is looked for
 * @anchor: what will be looked for
 */
void
ent_anchor_index_want (EntAnchorIndex  *index,
                       const EntAnchor *anchor)
{
  g_return_if_fail (index != NULL && !index->filled);

  if (anchor->statement != NULL && !g_hash_table_contains (index->wanted, anchor->statement))
    g_hash_table_insert (index->wanted, g_strdup (anchor->statement), g_array_new (FALSE, FALSE, sizeof (Place)));
}

/* One look at all accounts finds those of the few statements that are asked for. */
static void
fill (EntAnchorIndex *self)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);
  guint n = ent_event_store_get_n_statements (self->store);

  self->filled = TRUE;
  if (g_hash_table_size (self->wanted) == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const char *id = ent_statement_get_info (ent_event_store_get_statement (self->store, i))->id;
      gpointer places = g_hash_table_lookup (self->wanted, id);

      if (places != NULL)
        g_hash_table_insert (self->of_numbers, GUINT_TO_POINTER (i), places);
    }
  for (guint32 row = 0; row < columns->n; row++)
    for (guint32 i = 0; i < columns->accounts_start[row + 1] - columns->accounts_start[row]; i++)
      {
        EntAccount account;
        GArray *places;
        Place place = { row, i };

        ent_event_store_get_account (self->store, row, i, &account);
        places = g_hash_table_lookup (self->of_numbers, GUINT_TO_POINTER (account.statement));
        if (places != NULL)
          g_array_append_val (places, place);
      }
}

/* How much of the anchor's words an account's evidence covers, and it of theirs. */
static guint
weigh_overlap (const EntAnchor *anchor,
               EntSpan          span)
{
  guint32 from = MAX (anchor->start, span.start);
  guint32 to = MIN (anchor->end, span.end);
  guint32 all = MAX (anchor->end, span.end) - MIN (anchor->start, span.start);

  return to > from && all > 0 ? (guint) (1 + (guint64) (to - from) * (MOST_OVERLAP - 1) / all) : 0;
}

static guint
weigh_words (EntAnchorIndex   *self,
             const EntAnchor  *anchor,
             const EntAccount *account)
{
  guint best = 0;

  for (gsize i = 0; i < account->n_evidence; i++)
    {
      EntSpan span = account->evidence[i];
      guint weight = weigh_overlap (anchor, span);

      if (span.start == anchor->start && span.end == anchor->end)
        weight = SAME_PLACE;
      else if (weight == 0 && anchor->text != NULL && span.end - span.start == strlen (anchor->text))
        {
          EntStatement *statement = ent_event_store_get_statement (self->store, account->statement);
          g_autofree char *words = ent_statement_dup_span (statement, span);

          weight = g_strcmp0 (words, anchor->text) == 0 ? SAME_WORDS : 0;
        }
      best = MAX (best, weight);
    }
  return best;
}

/**
 * ent_anchor_index_find:
 * @index: an index
 * @anchor: what an event is known by, wanted beforehand
 * @row: (out): the event
 * @account: (out): the account that has its words; 0 for an event without any
 *
 * Finds the event by the place of its words, else by what overlaps them, else by the same words elsewhere in the
 * statement. Of several in one place, id and kind decide.
 *
 * Returns: whether there is such an event
 */
gboolean
ent_anchor_index_find (EntAnchorIndex  *index,
                       const EntAnchor *anchor,
                       guint32         *row,
                       guint           *account)
{
  const EntEventColumns *columns = ent_event_store_get_columns (index->store);
  const GArray *places;
  guint best = 0;

  if (!index->filled)
    fill (index);
  *account = 0;
  if (anchor->statement == NULL)
    return ent_event_store_find_id (index->store, anchor->id, row);
  places = g_hash_table_lookup (index->wanted, anchor->statement);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      Place place = g_array_index (places, Place, i);
      EntAccount told;
      guint weight;

      ent_event_store_get_account (index->store, place.row, place.account, &told);
      weight = weigh_words (index, anchor, &told);
      if (weight == 0)
        continue;
      if (g_strcmp0 (ent_event_store_get_id (index->store, place.row), anchor->id) == 0)
        weight += SAME_ID;
      if (g_strcmp0 (ent_kind_to_id (columns->kind[place.row]), anchor->kind) == 0)
        weight += SAME_KIND;
      if (weight <= best)
        continue;
      best = weight;
      *row = place.row;
      *account = place.account;
    }
  return best > 0;
}
