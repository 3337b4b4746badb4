/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-store-builder.h"

#include <string.h>

#include "base/string-table.h"
#include "model/event-store-private.h"

/* A value a row, in the order in which events came. */
typedef enum
{
  COLUMN_DATE,
  COLUMN_TOPICS,
  COLUMN_KIND,
  COLUMN_STATUS,
  COLUMN_ASSERTION,
  COLUMN_LEVEL,
  COLUMN_BASIS,
  COLUMN_DOUBTS,
  COLUMN_REVIEW,
  COLUMN_ID,
  COLUMN_TITLE,
  COLUMN_CIRCUMSTANCE,
  COLUMN_ACTORS_START,
  COLUMN_ACCOUNTS_START,
  N_COLUMNS
} Column;

static const guint column_size[N_COLUMNS] = {
  [COLUMN_DATE] = sizeof (guint32),
  [COLUMN_TOPICS] = sizeof (guint64),
  [COLUMN_KIND] = sizeof (guint8),
  [COLUMN_STATUS] = sizeof (guint8),
  [COLUMN_ASSERTION] = sizeof (guint8),
  [COLUMN_LEVEL] = sizeof (guint8),
  [COLUMN_BASIS] = sizeof (guint8),
  [COLUMN_DOUBTS] = sizeof (guint8),
  [COLUMN_REVIEW] = sizeof (guint8),
  [COLUMN_ID] = sizeof (guint32),
  [COLUMN_TITLE] = sizeof (guint32),
  [COLUMN_CIRCUMSTANCE] = sizeof (guint32),
  [COLUMN_ACTORS_START] = sizeof (guint32),
  [COLUMN_ACCOUNTS_START] = sizeof (guint32),
};

/* Names in a list are joined by this to look a list up; no name holds it. */
#define LIST_SEPARATOR '\x1f'

struct _EntEventStoreBuilder
{
  EntVocabulary *vocabulary;
  guint n;
  GArray *columns[N_COLUMNS];

  GArray *dates; /* of EntEdtf */
  GHashTable *date_by_value;
  GArray *circumstances; /* of EntCircumstance, of numbers of strings and lists */
  GHashTable *circumstance_by_value;
  EntStringTable *strings;
  EntStringTable *lists; /* a list's names, joined */
  GArray *list_start; /* where each list begins in list_items */
  GArray *list_items; /* of strings, each list ended by the empty one */
  GString *id_text;

  GArray *actors; /* of guint16 */
  GArray *accounts; /* of EntAccountRow */
  GArray *evidence; /* of EntSpan */
  GArray *topic_spans; /* of EntTopicSpan */
  GArray *candidates; /* of EntRowList */
  GArray *edits; /* of EntRowEdit */
  GPtrArray *statements;
  GArray *issuers; /* of guint16 */
};

/* A date's number is its key's hash table value; keys are owned copies since the pool moves while it grows. */
static guint
hash_date (gconstpointer data)
{
  const EntEdtf *date = data;
  const EntEdtfPoint *points[] = { &date->start, &date->end };
  guint hash = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      const EntEdtfPoint *point = points[i];

      hash = hash * 31 + (guint) point->year;
      hash = hash * 31 + (guint) point->second;
      hash = hash * 31 + (guint) point->zone;
      hash = hash * 31 + point->precision;
      hash = hash * 31 + point->month;
      hash = hash * 31 + point->day;
      hash = hash * 31 + point->qualifier;
    }
  return hash;
}

static gboolean
equal_dates (gconstpointer a,
             gconstpointer b)
{
  return ent_edtf_equal (*(const EntEdtf *) a, *(const EntEdtf *) b);
}

static guint32
intern_date (EntEventStoreBuilder *self,
             EntEdtf               date)
{
  gpointer found;
  guint32 number = self->dates->len;

  if (g_hash_table_lookup_extended (self->date_by_value, &date, NULL, &found))
    return GPOINTER_TO_UINT (found);

  g_array_append_val (self->dates, date);
  g_hash_table_insert (self->date_by_value, g_memdup2 (&date, sizeof date), GUINT_TO_POINTER (number));
  return number;
}

static guint
hash_circumstance (gconstpointer data)
{
  const EntCircumstance *value = data;
  guint hash = value->place * 31 + value->people;

  return (hash * 31 + value->initiator) * 31 + value->host;
}

static gboolean
equal_circumstances (gconstpointer a,
                     gconstpointer b)
{
  const EntCircumstance *one = a, *other = b;

  return one->place == other->place && one->people == other->people && one->initiator == other->initiator
         && one->host == other->host;
}

static guint32
intern_circumstance (EntEventStoreBuilder  *self,
                     const EntCircumstance *value)
{
  gpointer found;
  guint32 number = self->circumstances->len;

  if (g_hash_table_lookup_extended (self->circumstance_by_value, value, NULL, &found))
    return GPOINTER_TO_UINT (found);

  g_array_append_vals (self->circumstances, value, 1);
  g_hash_table_insert (self->circumstance_by_value, g_memdup2 (value, sizeof *value), GUINT_TO_POINTER (number));
  return number;
}

static guint32
intern_text (EntEventStoreBuilder *self,
             const char           *text)
{
  return text == NULL ? 0 : ent_string_table_intern (self->strings, text, -1);
}

static guint32
intern_list (EntEventStoreBuilder *self,
             const char * const   *list)
{
  g_autoptr (GString) joined = NULL;
  const guint32 end = 0;
  guint32 number;

  if (list == NULL || list[0] == NULL)
    return 0;

  joined = g_string_new (NULL);
  for (gsize i = 0; list[i] != NULL; i++)
    g_string_append_c (g_string_append (joined, list[i]), LIST_SEPARATOR);

  number = ent_string_table_intern (self->lists, joined->str, (gssize) joined->len);
  if (number == self->list_start->len)
    {
      g_array_append_val (self->list_start, self->list_items->len);
      for (gsize i = 0; list[i] != NULL; i++)
        {
          guint32 item = intern_text (self, list[i]);

          g_array_append_val (self->list_items, item);
        }
      g_array_append_val (self->list_items, end);
    }
  return number;
}

/**
 * ent_event_store_builder_new:
 * @vocabulary: what the actors, topics and kinds of the events are numbers of
 *
 * Returns: (transfer full): a builder with no events
 */
EntEventStoreBuilder *
ent_event_store_builder_new (EntVocabulary *vocabulary)
{
  EntEventStoreBuilder *self;
  const guint32 empty = 0;

  g_return_val_if_fail (vocabulary != NULL, NULL);

  self = g_new0 (EntEventStoreBuilder, 1);
  self->vocabulary = ent_vocabulary_ref (vocabulary);
  for (Column column = 0; column < N_COLUMNS; column++)
    self->columns[column] = g_array_new (FALSE, FALSE, column_size[column]);
  self->dates = g_array_new (FALSE, FALSE, sizeof (EntEdtf));
  self->date_by_value = g_hash_table_new_full (hash_date, equal_dates, g_free, NULL);
  self->circumstances = g_array_new (FALSE, FALSE, sizeof (EntCircumstance));
  self->circumstance_by_value = g_hash_table_new_full (hash_circumstance, equal_circumstances, g_free, NULL);
  self->strings = ent_string_table_new ();
  self->lists = ent_string_table_new ();
  self->list_start = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->list_items = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->list_start, empty);
  g_array_append_val (self->list_items, empty);
  self->id_text = g_string_new (NULL);
  self->actors = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->accounts = g_array_new (FALSE, FALSE, sizeof (EntAccountRow));
  self->evidence = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  self->topic_spans = g_array_new (FALSE, FALSE, sizeof (EntTopicSpan));
  self->candidates = g_array_new (FALSE, FALSE, sizeof (EntRowList));
  self->edits = g_array_new (FALSE, FALSE, sizeof (EntRowEdit));
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_statement_unref);
  self->issuers = g_array_new (FALSE, FALSE, sizeof (guint16));
  return self;
}

/**
 * ent_event_store_builder_free:
 * @builder: (nullable): a builder
 */
void
ent_event_store_builder_free (EntEventStoreBuilder *builder)
{
  if (builder == NULL)
    return;

  ent_vocabulary_unref (builder->vocabulary);
  for (Column column = 0; column < N_COLUMNS; column++)
    g_clear_pointer (&builder->columns[column], g_array_unref);
  g_clear_pointer (&builder->dates, g_array_unref);
  g_hash_table_unref (builder->date_by_value);
  g_clear_pointer (&builder->circumstances, g_array_unref);
  g_hash_table_unref (builder->circumstance_by_value);
  ent_string_table_free (builder->strings);
  ent_string_table_free (builder->lists);
  g_array_unref (builder->list_start);
  g_array_unref (builder->list_items);
  g_string_free (builder->id_text, TRUE);
  g_array_unref (builder->actors);
  g_array_unref (builder->accounts);
  g_clear_pointer (&builder->evidence, g_array_unref);
  g_clear_pointer (&builder->topic_spans, g_array_unref);
  g_clear_pointer (&builder->candidates, g_array_unref);
  g_clear_pointer (&builder->edits, g_array_unref);
  g_clear_pointer (&builder->statements, g_ptr_array_unref);
  g_clear_pointer (&builder->issuers, g_array_unref);
  g_free (builder);
}

/**
 * ent_event_store_builder_add_statement:
 * @builder: a builder
 * @statement: a statement
 *
 * Returns: its number, for accounts
 */
guint32
ent_event_store_builder_add_statement (EntEventStoreBuilder *builder,
                                       EntStatement         *statement)
{
  const char *id;
  guint16 issuer = ENT_ACTOR_NONE;

  g_return_val_if_fail (builder != NULL && statement != NULL, 0);

  id = ent_statement_get_info (statement)->issuer;
  if (id == NULL || !ent_vocabulary_find_actor (builder->vocabulary, id, &issuer))
    issuer = ENT_ACTOR_NONE;
  g_array_append_val (builder->issuers, issuer);
  g_ptr_array_add (builder->statements, ent_statement_ref (statement));
  return builder->statements->len - 1;
}

static void
add_account (EntEventStoreBuilder *self,
             const EntAccount     *account)
{
  EntAccountRow row = {
    .topics = account->topics,
    .date = intern_date (self, account->date),
    .statement = account->statement,
    .evidence = self->evidence->len,
    .n_evidence = (guint32) account->n_evidence,
    .topic_spans = self->topic_spans->len,
    .n_topic_spans = (guint32) account->n_topic_spans,
    .tone_words = intern_list (self, account->tone_words),
    .explanation = intern_text (self, account->explanation),
    .issuer = account->issuer,
    .speaker = account->speaker,
    .role = account->role,
    .assertion = account->assertion,
  };

  if (account->n_evidence > 0)
    g_array_append_vals (self->evidence, account->evidence, (guint) account->n_evidence);
  if (account->n_topic_spans > 0)
    g_array_append_vals (self->topic_spans, account->topic_spans, (guint) account->n_topic_spans);
  g_array_append_val (self->accounts, row);
}

/**
 * ent_event_store_builder_add_event:
 * @builder: a builder
 * @record: an event, whose accounts name statements that were added
 */
void
ent_event_store_builder_add_event (EntEventStoreBuilder *builder,
                                   const EntEventRecord *record)
{
  EntCircumstance circumstance;
  guint32 date, title, id, common;

  g_return_if_fail (builder != NULL && record != NULL && record->id != NULL);
  g_return_if_fail (builder->id_text->len + strlen (record->id) < G_MAXUINT32);

  date = intern_date (builder, record->date);
  title = intern_text (builder, record->title);
  circumstance = (EntCircumstance) { intern_text (builder, record->place), intern_list (builder, record->people),
                                     record->initiator, record->host };
  common = intern_circumstance (builder, &circumstance);
  id = (guint32) builder->id_text->len;
  g_string_append_len (builder->id_text, record->id, (gssize) strlen (record->id) + 1);

  g_array_append_val (builder->columns[COLUMN_DATE], date);
  g_array_append_val (builder->columns[COLUMN_TOPICS], record->topics);
  g_array_append_val (builder->columns[COLUMN_KIND], record->kind);
  g_array_append_val (builder->columns[COLUMN_STATUS], record->status);
  g_array_append_val (builder->columns[COLUMN_ASSERTION], record->assertion);
  g_array_append_val (builder->columns[COLUMN_LEVEL], record->level);
  g_array_append_val (builder->columns[COLUMN_BASIS], record->basis);
  g_array_append_val (builder->columns[COLUMN_DOUBTS], record->doubts);
  g_array_append_val (builder->columns[COLUMN_REVIEW], record->review);
  g_array_append_val (builder->columns[COLUMN_ID], id);
  g_array_append_val (builder->columns[COLUMN_TITLE], title);
  g_array_append_val (builder->columns[COLUMN_CIRCUMSTANCE], common);
  g_array_append_val (builder->columns[COLUMN_ACTORS_START], builder->actors->len);
  g_array_append_val (builder->columns[COLUMN_ACCOUNTS_START], builder->accounts->len);

  if (record->n_actors > 0)
    g_array_append_vals (builder->actors, record->actors, (guint) record->n_actors);
  for (gsize i = 0; i < record->n_accounts; i++)
    add_account (builder, &record->accounts[i]);
  if (record->candidates != NULL && record->candidates[0] != NULL)
    {
      EntRowList candidates = { builder->n, intern_list (builder, record->candidates) };

      g_array_append_val (builder->candidates, candidates);
    }
  if (record->edited != 0 || record->challenged)
    {
      EntRowEdit edit = { builder->n, record->edited, record->challenged };

      g_array_append_val (builder->edits, edit);
    }
  builder->n++;
}

/* What it takes to tell which of two events comes first. */
typedef struct
{
  const guint32 *date;
  const guint8 *kind;
  const guint32 *id;
  const char *id_text;
  const guint32 *actors_start; /* one more than rows */
  const guint16 *actors;
  const guint16 *actor_rank; /* by actor id, so that the order of the vocabulary's tables does not matter */
} SortContext;

static guint16
get_first_actor_rank (const SortContext *context,
                      guint32            row)
{
  guint16 first = G_MAXUINT16;

  for (guint32 i = context->actors_start[row]; i < context->actors_start[row + 1]; i++)
    first = MIN (first, context->actor_rank[context->actors[i]]);
  return first;
}

static int
compare_rows_of_one_span (gconstpointer a,
                          gconstpointer b,
                          gpointer      data)
{
  const SortContext *context = data;
  guint32 row_a = *(const guint32 *) a;
  guint32 row_b = *(const guint32 *) b;
  int order = (int) context->kind[row_a] - (int) context->kind[row_b];

  if (order == 0)
    order = (int) get_first_actor_rank (context, row_a) - (int) get_first_actor_rank (context, row_b);
  if (order == 0)
    order = strcmp (context->id_text + context->id[row_a], context->id_text + context->id[row_b]);
  if (order == 0)
    order = row_a < row_b ? -1 : row_a > row_b;
  return order;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const EntEdtf *dates = data;
  EntEdtf date_a = dates[*(const guint32 *) a];
  EntEdtf date_b = dates[*(const guint32 *) b];
  EntDay earliest_a = ent_edtf_earliest (date_a);
  EntDay earliest_b = ent_edtf_earliest (date_b);
  EntDay latest_a = ent_edtf_latest (date_a);
  EntDay latest_b = ent_edtf_latest (date_b);

  if (earliest_a != earliest_b)
    return earliest_a < earliest_b ? -1 : 1;
  return latest_a < latest_b ? -1 : latest_a > latest_b;
}

/* Numbers the spans of days that occur, in their order: dates that allow the same days share one. */
static guint32 *
rank_dates (GArray  *dates,
            guint32 *n_ranks)
{
  g_autofree guint32 *order = g_new (guint32, dates->len);
  guint32 *ranks = g_new (guint32, dates->len);
  guint32 rank = 0;

  for (guint32 i = 0; i < dates->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) dates->len, sizeof (guint32), compare_dates, dates->data);
  for (guint32 i = 0; i < dates->len; i++)
    {
      if (i > 0 && compare_dates (&order[i - 1], &order[i], dates->data) != 0)
        rank++;
      ranks[order[i]] = rank;
    }
  *n_ranks = dates->len == 0 ? 0 : rank + 1;
  return ranks;
}

static int
compare_actor_ids (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const EntVocabulary *vocabulary = data;

  return strcmp (ent_vocabulary_get_actor (vocabulary, *(const guint16 *) a)->id,
                 ent_vocabulary_get_actor (vocabulary, *(const guint16 *) b)->id);
}

static guint16 *
rank_actors (EntVocabulary *vocabulary)
{
  guint n = ent_vocabulary_get_n_actors (vocabulary);
  g_autofree guint16 *order = g_new (guint16, n);
  guint16 *ranks = g_new (guint16, n);

  for (guint i = 0; i < n; i++)
    order[i] = (guint16) i;
  g_qsort_with_data (order, (int) n, sizeof (guint16), compare_actor_ids, vocabulary);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = (guint16) i;
  return ranks;
}

/*
 * Many events share few dates, so a counting sort by the date's rank does nearly all, and only what shares its days
 * is compared.
 */
static guint32 *
sort_rows (EntEventStoreBuilder *self)
{
  guint32 n_ranks;
  g_autofree guint32 *date_rank = rank_dates (self->dates, &n_ranks);
  g_autofree guint16 *actor_rank = rank_actors (self->vocabulary);
  g_autofree guint32 *start = g_new0 (guint32, n_ranks + 1);
  guint32 *order = g_new (guint32, self->n);
  SortContext context = {
    .date = (const guint32 *) (gpointer) self->columns[COLUMN_DATE]->data,
    .kind = (const guint8 *) self->columns[COLUMN_KIND]->data,
    .id = (const guint32 *) (gpointer) self->columns[COLUMN_ID]->data,
    .id_text = self->id_text->str,
    .actors_start = (const guint32 *) (gpointer) self->columns[COLUMN_ACTORS_START]->data,
    .actors = (const guint16 *) (gpointer) self->actors->data,
    .actor_rank = actor_rank,
  };

  for (guint32 row = 0; row < self->n; row++)
    start[date_rank[context.date[row]] + 1]++;
  for (guint32 rank = 0; rank < n_ranks; rank++)
    start[rank + 1] += start[rank];
  for (guint32 row = 0; row < self->n; row++)
    order[start[date_rank[context.date[row]]]++] = row;

  /* Each start has moved to its rank's end. */
  for (guint32 rank = 0, first = 0; rank < n_ranks; first = start[rank++])
    if (start[rank] - first > 1)
      g_qsort_with_data (order + first, (int) (start[rank] - first), sizeof (guint32), compare_rows_of_one_span,
                         &context);
  return order;
}

static gpointer
add_block (EntEventStore *store,
           gpointer       block)
{
  g_ptr_array_add (store->blocks, block);
  return block;
}

static gpointer
steal_array (EntEventStore  *store,
             GArray        **array)
{
  /* An array that was never added to has no memory; readers of an empty column want an address. */
  gpointer data = g_array_free (g_steal_pointer (array), FALSE);

  return add_block (store, data != NULL ? data : g_malloc0 (1));
}

#define GATHER(type) \
  G_STMT_START \
  { \
    const type *from = (const type *) (gpointer) values; \
    type *to = sorted; \
\
    for (guint32 row = 0; row < self->n; row++) \
      to[row] = from[order[row]]; \
  } \
  G_STMT_END

/* A column in the sorted order; the unsorted one is given up at once, so that at most one is held twice. */
static gpointer
gather (EntEventStoreBuilder *self,
        EntEventStore        *store,
        Column                column,
        const guint32        *order)
{
  const char *values = self->columns[column]->data;
  gpointer sorted = g_malloc0_n (self->n + 1, column_size[column]);

  switch (column_size[column])
    {
    case sizeof (guint8):
      GATHER (guint8);
      break;
    case sizeof (guint16):
      GATHER (guint16);
      break;
    case sizeof (guint32):
      GATHER (guint32);
      break;
    default:
      GATHER (guint64);
      break;
    }
  g_clear_pointer (&self->columns[column], g_array_unref);
  return add_block (store, sorted);
}

/* Puts the items of a pool in the order of the rows. The column @start says where each row's items began. */
static gpointer
gather_pool (EntEventStoreBuilder  *self,
             EntEventStore         *store,
             const guint32         *order,
             Column                 start,
             GArray                *items,
             const guint32        **sorted_starts)
{
  const guint32 *starts = (const guint32 *) (gpointer) self->columns[start]->data;
  gsize size = g_array_get_element_size (items);
  char *sorted = add_block (store, g_malloc0_n (items->len + 1, size));
  guint32 *to = add_block (store, g_new (guint32, self->n + 1));
  guint32 at = 0;

  for (guint32 row = 0; row < self->n; row++)
    {
      guint32 first = starts[order[row]];
      guint32 n = starts[order[row] + 1] - first;

      to[row] = at;
      if (n > 0)
        memcpy (sorted + at * size, items->data + first * size, n * size);
      at += n;
    }
  to[self->n] = at;
  *sorted_starts = to;
  return sorted;
}

/* One text after another; says where each string went. */
static guint32 *
join_strings (EntEventStoreBuilder *self,
              EntEventStore        *store)
{
  guint32 n = ent_string_table_get_n (self->strings);
  guint32 *at = g_new (guint32, n);
  gsize size = 0;
  char *text;

  for (guint32 i = 0; i < n; i++)
    size += strlen (ent_string_table_get (self->strings, i)) + 1;
  if (size > G_MAXUINT32)
    g_error ("The texts of a store take over 4 GiB");

  text = add_block (store, g_malloc (size));
  size = 0;
  for (guint32 i = 0; i < n; i++)
    {
      const char *string = ent_string_table_get (self->strings, i);
      gsize length = strlen (string) + 1;

      at[i] = (guint32) size;
      memcpy (text + size, string, length);
      size += length;
    }
  store->text = text;
  store->text_size = size;
  return at;
}

/* From numbers of strings and lists to where they stand in the store. */
static void
place_texts (EntEventStoreBuilder *self,
             EntEventStore        *store)
{
  g_autofree guint32 *at = join_strings (self, store);
  const guint32 *list_start = (const guint32 *) (gpointer) self->list_start->data;
  const guint32 *items = (const guint32 *) (gpointer) self->list_items->data;
  guint32 *titles = (guint32 *) (gpointer) self->columns[COLUMN_TITLE]->data;
  const char **lists = add_block (store, g_new (const char *, self->list_items->len));

  for (guint32 i = 0; i < self->list_items->len; i++)
    lists[i] = items[i] == 0 ? NULL : store->text + at[items[i]];
  store->lists = lists;
  store->n_list_items = self->list_items->len;

  for (guint32 row = 0; row < self->n; row++)
    titles[row] = at[titles[row]];
  for (guint32 i = 0; i < self->circumstances->len; i++)
    {
      EntCircumstance *circumstance = &g_array_index (self->circumstances, EntCircumstance, i);

      circumstance->place = at[circumstance->place];
      circumstance->people = list_start[circumstance->people];
    }
  for (guint32 i = 0; i < self->accounts->len; i++)
    {
      EntAccountRow *account = &g_array_index (self->accounts, EntAccountRow, i);

      account->explanation = at[account->explanation];
      account->tone_words = list_start[account->tone_words];
    }
}

/* What few rows have, by the row that an event has in the store. */
static void
place_sparse (EntEventStoreBuilder *self,
              EntEventStore        *store,
              const guint32        *order)
{
  const guint32 *list_start = (const guint32 *) (gpointer) self->list_start->data;
  g_autofree guint32 *rows = NULL;

  store->n_candidates = self->candidates->len;
  store->n_edits = self->edits->len;
  if (store->n_candidates + store->n_edits > 0)
    {
      rows = g_new (guint32, self->n);
      for (guint32 row = 0; row < self->n; row++)
        rows[order[row]] = row;
    }
  for (guint32 i = 0; i < store->n_candidates; i++)
    {
      EntRowList *candidates = &g_array_index (self->candidates, EntRowList, i);

      candidates->row = rows[candidates->row];
      candidates->list = list_start[candidates->list];
    }
  for (guint32 i = 0; i < store->n_edits; i++)
    {
      EntRowEdit *edit = &g_array_index (self->edits, EntRowEdit, i);

      edit->row = rows[edit->row];
    }
  g_array_sort (self->candidates, ent_row_items_compare);
  g_array_sort (self->edits, ent_row_items_compare);
  store->candidates = steal_array (store, &self->candidates);
  store->edits = steal_array (store, &self->edits);
}

/* Ids in the order of the rows. */
static void
place_ids (EntEventStoreBuilder *self,
           EntEventStore        *store,
           const guint32        *order)
{
  const guint32 *ids = (const guint32 *) (gpointer) self->columns[COLUMN_ID]->data;
  char *text = add_block (store, g_malloc (self->id_text->len + 1));

  store->id_text = text;
  store->id_text_size = self->id_text->len;
  for (guint32 row = 0; row < self->n; row++)
    text = g_stpcpy (text, self->id_text->str + ids[order[row]]) + 1;
  g_clear_pointer (&self->columns[COLUMN_ID], g_array_unref);
  ent_event_store_add_id_starts (store);
}

/**
 * ent_event_store_add_id_starts:
 * @store: a store on its way, whose ids are there
 *
 * Returns: whether there is an id for each row, and nothing else
 */
gboolean
ent_event_store_add_id_starts (EntEventStore *store)
{
  guint32 *starts = add_block (store, g_new0 (guint32, store->columns.n / ENT_IDS_A_START + 1));
  gsize at = 0;

  store->id_start = starts;
  for (guint32 row = 0; row < store->columns.n; row++)
    {
      if (at >= store->id_text_size)
        return FALSE;
      if (row % ENT_IDS_A_START == 0)
        starts[row / ENT_IDS_A_START] = (guint32) at;
      at += strnlen (store->id_text + at, store->id_text_size - at) + 1;
    }
  return at == store->id_text_size;
}

/**
 * ent_event_store_add_day_index:
 * @store: a store on its way, whose earliest and latest days are there
 *
 * So that the first row that may reach a day is found without looking at all before it, and so that what has no days
 * to stand at is known.
 */
void
ent_event_store_add_day_index (EntEventStore *store)
{
  const EntEventColumns *columns = &store->columns;
  EntDay *reach = add_block (store, g_new (EntDay, columns->n / ENT_ROWS_A_REACH + 1));
  guint64 *placed = g_new0 (guint64, columns->n / 64 + 1);
  EntDay reached = ENT_DAY_OPEN_START;

  for (guint32 row = 0; row < columns->n; row++)
    {
      guint64 is_placed = columns->earliest[row] != ENT_DAY_OPEN_START && columns->latest[row] != ENT_DAY_OPEN_END
                          && store->dates[store->date[row]].start.precision > ENT_EDTF_CENTURY;

      placed[row / 64] |= is_placed << row % 64;
      reach[row / ENT_ROWS_A_REACH] = reached = MAX (reached, columns->latest[row]);
    }
  store->reach = reach;
  store->placed = ent_row_set_new_words (placed, columns->n);
}

/**
 * ent_event_store_add_date_columns:
 * @store: a store on its way, whose dates are there
 *
 * What a date alone decides is a column of its own, as most readers ask for nothing else.
 */
void
ent_event_store_add_date_columns (EntEventStore *store)
{
  EntEventColumns *columns = &store->columns;
  guint n = columns->n;
  EntDay *earliest = add_block (store, g_new0 (EntDay, n + 1));
  EntDay *latest = add_block (store, g_new0 (EntDay, n + 1));

  for (guint32 row = 0; row < n; row++)
    {
      const EntEdtf *date = &store->dates[store->date[row]];

      earliest[row] = ent_edtf_earliest (*date);
      latest[row] = ent_edtf_latest (*date);
    }
  columns->earliest = earliest;
  columns->latest = latest;
  ent_event_store_add_day_index (store);
}

static void
gather_columns (EntEventStoreBuilder *self,
                EntEventStore        *store,
                const guint32        *order)
{
  EntEventColumns *columns = &store->columns;

  columns->n = self->n;
  columns->actors = gather_pool (self, store, order, COLUMN_ACTORS_START, self->actors, &columns->actors_start);
  store->accounts = gather_pool (self, store, order, COLUMN_ACCOUNTS_START, self->accounts, &columns->accounts_start);
  columns->topics = gather (self, store, COLUMN_TOPICS, order);
  columns->kind = gather (self, store, COLUMN_KIND, order);
  columns->status = gather (self, store, COLUMN_STATUS, order);
  columns->assertion = gather (self, store, COLUMN_ASSERTION, order);
  columns->level = gather (self, store, COLUMN_LEVEL, order);
  columns->basis = gather (self, store, COLUMN_BASIS, order);
  columns->doubts = gather (self, store, COLUMN_DOUBTS, order);
  columns->review = gather (self, store, COLUMN_REVIEW, order);
  store->date = gather (self, store, COLUMN_DATE, order);
  store->title = gather (self, store, COLUMN_TITLE, order);
  store->circumstance = gather (self, store, COLUMN_CIRCUMSTANCE, order);
}

/**
 * ent_event_store_builder_end:
 * @builder: a builder, of no use afterwards but to be freed
 *
 * Returns: (transfer full): the store of all that was added
 */
EntEventStore *
ent_event_store_builder_end (EntEventStoreBuilder *builder)
{
  EntEventStore *store;
  g_autofree guint32 *order = NULL;

  g_return_val_if_fail (builder != NULL && builder->columns[COLUMN_DATE] != NULL, NULL);

  g_array_append_val (builder->columns[COLUMN_ACTORS_START], builder->actors->len);
  g_array_append_val (builder->columns[COLUMN_ACCOUNTS_START], builder->accounts->len);

  store = g_atomic_rc_box_new0 (EntEventStore);
  store->vocabulary = ent_vocabulary_ref (builder->vocabulary);
  store->blocks = g_ptr_array_new_with_free_func (g_free);
  order = sort_rows (builder);
  place_texts (builder, store);
  gather_columns (builder, store, order);
  place_sparse (builder, store, order);
  place_ids (builder, store, order);

  store->n_dates = builder->dates->len;
  store->n_evidence = builder->evidence->len;
  store->n_topic_spans = builder->topic_spans->len;
  store->n_circumstances = builder->circumstances->len;
  store->dates = steal_array (store, &builder->dates);
  store->circumstances = steal_array (store, &builder->circumstances);
  store->evidence = steal_array (store, &builder->evidence);
  store->topic_spans = steal_array (store, &builder->topic_spans);
  store->issuers = steal_array (store, &builder->issuers);
  store->statements = g_steal_pointer (&builder->statements);
  ent_event_store_add_date_columns (store);
  return store;
}
