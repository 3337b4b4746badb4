/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/store-image.h"

#include "base/utf8.h"
#include "model/database.h"
#include "model/event-store-private.h"

/* Goes up whenever what is kept, or how it is made, changes. */
#define IMAGE_FORMAT 2

/* What a column has a value of. */
typedef enum
{
  PER_ROW,
  PER_ROW_AND_END, /* where each row's items begin, and the last end */
  OF_A_POOL
} Extent;

typedef struct
{
  const char *name;
  gsize offset; /* of the pointer in the store */
  gsize size;   /* of a value */
  Extent extent;
  gsize n_offset; /* of a pool's number of values in the store */
} Column;

#define STORE(field) G_STRUCT_OFFSET (EntEventStore, field)
#define COLUMNS(field) (STORE (columns) + G_STRUCT_OFFSET (EntEventColumns, field))

/* Those that other columns count, come first. What is the user's is not kept here, and is none. */
static const Column columns[] = {
  { "kind", COLUMNS (kind), 1, PER_ROW, 0 },
  { "status", COLUMNS (status), 1, PER_ROW, 0 },
  { "assertion", COLUMNS (assertion), 1, PER_ROW, 0 },
  { "level", COLUMNS (level), 1, PER_ROW, 0 },
  { "basis", COLUMNS (basis), 1, PER_ROW, 0 },
  { "doubts", COLUMNS (doubts), 1, PER_ROW, 0 },
  { "topics", COLUMNS (topics), sizeof (guint64), PER_ROW, 0 },
  { "date", STORE (date), sizeof (guint32), PER_ROW, 0 },
  { "title", STORE (title), sizeof (guint32), PER_ROW, 0 },
  { "circumstance", STORE (circumstance), sizeof (guint32), PER_ROW, 0 },
  { "actors_start", COLUMNS (actors_start), sizeof (guint32), PER_ROW_AND_END, 0 },
  { "accounts_start", COLUMNS (accounts_start), sizeof (guint32), PER_ROW_AND_END, 0 },
  { "circumstances", STORE (circumstances), sizeof (EntCircumstance), OF_A_POOL, STORE (n_circumstances) },
  { "evidence", STORE (evidence), sizeof (EntSpan), OF_A_POOL, STORE (n_evidence) },
  { "topic_spans", STORE (topic_spans), sizeof (EntTopicSpan), OF_A_POOL, STORE (n_topic_spans) },
  { "text", STORE (text), 1, OF_A_POOL, STORE (text_size) },
  { "id_text", STORE (id_text), 1, OF_A_POOL, STORE (id_text_size) },
};

/**
 * ent_store_image_dup_format:
 * @vocabulary: what actors and topics are numbers of
 *
 * Returns: (transfer full): a text that is the same where an image can be read as it was written
 */
char *
ent_store_image_dup_format (const EntVocabulary *vocabulary)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const guint sizes[] = { sizeof (EntEdtf), sizeof (EntAccountRow), sizeof (EntSpan), sizeof (EntTopicSpan),
                          sizeof (EntRowList), sizeof (EntCircumstance), G_BYTE_ORDER };

  g_return_val_if_fail (vocabulary != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) sizes, sizeof sizes);
  for (guint i = 0; i < ent_vocabulary_get_n_actors (vocabulary); i++)
    {
      g_checksum_update (checksum, (const guchar *) ent_vocabulary_get_actor (vocabulary, (guint16) i)->id, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary); i++)
    {
      g_checksum_update (checksum, (const guchar *) ent_vocabulary_get_topic (vocabulary, i)->id, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strdup_printf ("%d-%.16s", IMAGE_FORMAT, g_checksum_get_string (checksum));
}

static gsize
count_values (const EntEventStore *store,
              const Column        *column)
{
  switch (column->extent)
    {
    case PER_ROW:
      return store->columns.n;
    case PER_ROW_AND_END:
      return (gsize) store->columns.n + 1;
    default:
      return G_STRUCT_MEMBER (gsize, store, column->n_offset);
    }
}

/* Lists are pointers into the text; kept are the places in it. The end of a list is no place. */
static gboolean
write_lists (const EntEventStore  *store,
             EntImageWriteFunc     write,
             gpointer              data,
             GError              **error)
{
  g_autofree guint32 *places = g_new (guint32, store->n_list_items + 1);

  for (gsize i = 0; i < store->n_list_items; i++)
    places[i] = store->lists[i] == NULL ? G_MAXUINT32 : (guint32) (store->lists[i] - store->text);
  return write ("lists", places, store->n_list_items * sizeof *places, data, error);
}

static void
copy_point (EntEdtfPoint       *to,
            const EntEdtfPoint *from)
{
  to->year = from->year;
  to->second = from->second;
  to->zone = from->zone;
  to->precision = from->precision;
  to->month = from->month;
  to->day = from->day;
  to->qualifier = from->qualifier;
}

/* A member at a time: what memory holds between the members is nobody's to read. */
static gboolean
write_dates (const EntEventStore  *store,
             EntImageWriteFunc     write,
             gpointer              data,
             GError              **error)
{
  g_autofree EntEdtf *dates = g_new0 (EntEdtf, store->n_dates + 1);

  for (gsize i = 0; i < store->n_dates; i++)
    {
      copy_point (&dates[i].start, &store->dates[i].start);
      copy_point (&dates[i].end, &store->dates[i].end);
    }
  return write ("dates", dates, store->n_dates * sizeof *dates, data, error);
}

static gboolean
write_accounts (const EntEventStore  *store,
                EntImageWriteFunc     write,
                gpointer              data,
                GError              **error)
{
  gsize n = store->columns.accounts_start[store->columns.n];
  g_autofree EntAccountRow *accounts = g_new0 (EntAccountRow, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      const EntAccountRow *from = &store->accounts[i];
      EntAccountRow *to = &accounts[i];

      to->topics = from->topics;
      to->date = from->date;
      to->statement = from->statement;
      to->evidence = from->evidence;
      to->n_evidence = from->n_evidence;
      to->topic_spans = from->topic_spans;
      to->n_topic_spans = from->n_topic_spans;
      to->tone_words = from->tone_words;
      to->explanation = from->explanation;
      to->issuer = from->issuer;
      to->speaker = from->speaker;
      to->role = from->role;
      to->assertion = from->assertion;
    }
  return write ("accounts", accounts, n * sizeof *accounts, data, error);
}

/**
 * ent_store_image_write:
 * @store: a store
 * @write: keeps a column
 * @data: handed to @write
 * @error: where to say what failed
 *
 * Returns: whether all columns were kept
 */
gboolean
ent_store_image_write (const EntEventStore  *store,
                       EntImageWriteFunc     write,
                       gpointer              data,
                       GError              **error)
{
  g_return_val_if_fail (store != NULL && write != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!write (columns[i].name, G_STRUCT_MEMBER (gconstpointer, store, columns[i].offset),
                count_values (store, &columns[i]) * columns[i].size, data, error))
      return FALSE;
  return write_dates (store, write, data, error) && write_accounts (store, write, data, error)
         && write ("actors", store->columns.actors, store->columns.actors_start[store->columns.n] * sizeof (guint16),
                   data, error)
         && write ("candidates", store->candidates, store->n_candidates * sizeof (EntRowList), data, error)
         && write_lists (store, write, data, error);
}

/* What reading is about. */
typedef struct
{
  EntEventStore *store;
  EntImageReadFunc read;
  gpointer data;
  GError **error;
} Reading;

static gboolean
fail (Reading    *reading,
      const char *name)
{
  if (reading->error != NULL && *reading->error == NULL)
    g_set_error (reading->error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT, "the column “%s” is damaged", name);
  return FALSE;
}

/* A column of so many bytes, which the store then owns; of any number if @length is NULL. */
static gpointer
read_block (Reading    *reading,
            const char *name,
            gsize       size,
            gsize      *n)
{
  gsize length;
  gpointer block = reading->read (name, &length, reading->data, reading->error);

  if (block == NULL)
    {
      fail (reading, name);
      return NULL;
    }
  g_ptr_array_add (reading->store->blocks, block);
  *n = length / size;
  if (length % size == 0)
    return block;
  fail (reading, name);
  return NULL;
}

static gboolean
read_columns (Reading *reading)
{
  EntEventStore *store = reading->store;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gsize n;
      gpointer block = read_block (reading, columns[i].name, columns[i].size, &n);

      if (block == NULL)
        return FALSE;
      G_STRUCT_MEMBER (gpointer, store, columns[i].offset) = block;
      if (i == 0)
        store->columns.n = (guint) MIN (n, G_MAXUINT32 - 1);
      if (columns[i].extent == OF_A_POOL)
        G_STRUCT_MEMBER (gsize, store, columns[i].n_offset) = n;
      else if (n != count_values (store, &columns[i]))
        return fail (reading, columns[i].name);
    }
  return TRUE;
}

static gboolean
read_pools (Reading *reading)
{
  EntEventStore *store = reading->store;
  gsize n;

  store->dates = read_block (reading, "dates", sizeof (EntEdtf), &store->n_dates);
  if (store->dates == NULL)
    return FALSE;

  store->accounts = read_block (reading, "accounts", sizeof (EntAccountRow), &n);
  if (store->accounts == NULL)
    return FALSE;
  if (n != store->columns.accounts_start[store->columns.n])
    return fail (reading, "accounts");
  store->columns.actors = read_block (reading, "actors", sizeof (guint16), &n);
  if (store->columns.actors == NULL)
    return FALSE;
  if (n != store->columns.actors_start[store->columns.n])
    return fail (reading, "actors");
  store->candidates = read_block (reading, "candidates", sizeof (EntRowList), &n);
  if (store->candidates == NULL)
    return FALSE;
  store->n_candidates = (guint32) n;
  return TRUE;
}

static gboolean
read_lists (Reading *reading)
{
  EntEventStore *store = reading->store;
  const guint32 *places = read_block (reading, "lists", sizeof (guint32), &store->n_list_items);
  const char **lists;

  if (places == NULL)
    return FALSE;
  if (store->n_list_items == 0 || places[store->n_list_items - 1] != G_MAXUINT32)
    return fail (reading, "lists");
  lists = g_new (const char *, store->n_list_items);
  g_ptr_array_add (store->blocks, lists);
  store->lists = lists;
  for (gsize i = 0; i < store->n_list_items; i++)
    {
      if (places[i] != G_MAXUINT32 && places[i] >= store->text_size)
        return fail (reading, "lists");
      lists[i] = places[i] == G_MAXUINT32 ? NULL : store->text + places[i];
    }
  return TRUE;
}

static gboolean
all_below (const guint32 *values,
           gsize          n,
           gsize          end)
{
  guint32 most = 0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, values[i]);
  return n == 0 || most < end;
}

static gboolean
all_bytes_below (const guint8 *values,
                 gsize         n,
                 guint         end)
{
  guint8 most = 0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, values[i]);
  return n == 0 || most < end;
}

static gboolean
rise (const guint32 *starts,
      gsize          n)
{
  for (gsize i = 1; i < n; i++)
    if (starts[i] < starts[i - 1])
      return FALSE;
  return TRUE;
}

static gboolean
are_actors (const guint16 *actors,
            gsize          n,
            guint          n_actors)
{
  for (gsize i = 0; i < n; i++)
    if (actors[i] >= n_actors && actors[i] != ENT_ACTOR_NONE)
      return FALSE;
  return TRUE;
}

static gboolean
check_circumstances (const EntEventStore *store,
                     guint                n_actors)
{
  for (gsize i = 0; i < store->n_circumstances; i++)
    {
      const EntCircumstance *circumstance = &store->circumstances[i];

      if (circumstance->place >= store->text_size || circumstance->people >= store->n_list_items
          || !are_actors (&circumstance->initiator, 1, n_actors) || !are_actors (&circumstance->host, 1, n_actors))
        return FALSE;
    }
  return TRUE;
}

/* No number that was read may lead out of what it is a number of, whatever happened to the file. */
static gboolean
check_rows (Reading *reading)
{
  const EntEventStore *store = reading->store;
  gsize n = store->columns.n;
  guint n_actors = ent_vocabulary_get_n_actors (store->vocabulary);
  guint n_topics = ent_vocabulary_get_n_topics (store->vocabulary);
  guint64 topics = 0;

  if (store->text_size == 0 || store->text[store->text_size - 1] != '\0'
      || !ent_utf8_are_valid (store->text, store->text_size))
    return fail (reading, "text");
  if (!ent_event_store_add_id_starts (reading->store))
    return fail (reading, "id_text");
  if (!all_below (store->date, n, store->n_dates))
    return fail (reading, "date");
  if (!all_below (store->title, n, store->text_size))
    return fail (reading, "title");
  if (!all_below (store->circumstance, n, store->n_circumstances) || !check_circumstances (store, n_actors))
    return fail (reading, "circumstances");
  for (gsize i = 0; i < n; i++)
    topics |= store->columns.topics[i];
  if (n_topics < 64 && topics >> n_topics != 0)
    return fail (reading, "topics");
  if (!all_bytes_below (store->columns.kind, n, ENT_N_KINDS) || !all_bytes_below (store->columns.level, n, ENT_N_LEVELS)
      || !all_bytes_below (store->columns.status, n, ENT_N_STATUSES)
      || !all_bytes_below (store->columns.assertion, n, ENT_N_ASSERTIONS)
      || !all_bytes_below (store->columns.basis, n, ENT_N_EVENT_DATES))
    return fail (reading, "kind");
  if (!are_actors (store->columns.actors, store->columns.actors_start[n], n_actors))
    return fail (reading, "actors");
  return rise (store->columns.actors_start, n + 1) && rise (store->columns.accounts_start, n + 1)
           ? TRUE
           : fail (reading, "accounts_start");
}

/* Places lie in the text that they are places of. */
static gboolean
check_places (const EntEventStore *store,
              const EntAccountRow *account,
              guint32              length)
{
  for (guint32 i = 0; i < account->n_evidence; i++)
    if (store->evidence[account->evidence + i].end > length
        || store->evidence[account->evidence + i].start > store->evidence[account->evidence + i].end)
      return FALSE;
  for (guint32 i = 0; i < account->n_topic_spans; i++)
    {
      EntSpan span = store->topic_spans[account->topic_spans + i].span;

      if (span.end > length || span.start > span.end)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_account (const EntEventStore *store,
               const EntAccountRow *account,
               const guint32       *lengths,
               guint                n_actors)
{
  return account->date < store->n_dates && account->statement < store->statements->len
         && (gsize) account->evidence + account->n_evidence <= store->n_evidence
         && (gsize) account->topic_spans + account->n_topic_spans <= store->n_topic_spans
         && account->tone_words < store->n_list_items && account->explanation < store->text_size
         && account->role < ENT_N_ROLES && account->assertion < ENT_N_ASSERTIONS
         && (account->issuer < n_actors || account->issuer == ENT_ACTOR_NONE)
         && (account->speaker < n_actors || account->speaker == ENT_ACTOR_NONE)
         && check_places (store, account, lengths[account->statement]);
}

static gboolean
check_accounts (Reading *reading)
{
  const EntEventStore *store = reading->store;
  gsize n = store->columns.accounts_start[store->columns.n];
  guint n_actors = ent_vocabulary_get_n_actors (store->vocabulary);
  guint n_topics = ent_vocabulary_get_n_topics (store->vocabulary);
  g_autofree guint32 *lengths = g_new (guint32, store->statements->len + 1);

  for (guint i = 0; i < store->statements->len; i++)
    lengths[i] = (guint32) ent_statement_get_n_bytes (g_ptr_array_index (store->statements, i));
  for (gsize i = 0; i < n; i++)
    if (!check_account (store, &store->accounts[i], lengths, n_actors))
      return fail (reading, "accounts");
  for (gsize i = 0; i < store->n_topic_spans; i++)
    if (store->topic_spans[i].topic >= n_topics || store->topic_spans[i].assertion >= ENT_N_ASSERTIONS
        || (store->topic_spans[i].speaker >= n_actors && store->topic_spans[i].speaker != ENT_ACTOR_NONE))
      return fail (reading, "topic_spans");
  for (guint32 i = 0; i < store->n_candidates; i++)
    if (store->candidates[i].row >= store->columns.n || store->candidates[i].list >= store->n_list_items)
      return fail (reading, "candidates");
  return TRUE;
}

/* Nobody has looked at what is only parsed: there are no edits, and of the reviews all are blank. */
static void
add_blank_reviews (EntEventStore *store)
{
  guint8 *blank = g_new0 (guint8, store->columns.n + 1);
  EntRowEdit *no_edits = g_new0 (EntRowEdit, 1);

  g_ptr_array_add (store->blocks, blank);
  g_ptr_array_add (store->blocks, no_edits);
  store->columns.review = blank;
  store->edits = no_edits;
}

static void
add_issuers (EntEventStore *store)
{
  guint16 *issuers = g_new (guint16, store->statements->len + 1);

  g_ptr_array_add (store->blocks, issuers);
  for (guint i = 0; i < store->statements->len; i++)
    {
      const char *id = ent_statement_get_info (g_ptr_array_index (store->statements, i))->issuer;

      if (id == NULL || !ent_vocabulary_find_actor (store->vocabulary, id, &issuers[i]))
        issuers[i] = ENT_ACTOR_NONE;
    }
  store->issuers = issuers;
}

/**
 * ent_store_image_read:
 * @vocabulary: what actors and topics are numbers of
 * @statements: (element-type EntStatement): the statements in the order they had in the store that was written
 * @read: gives a column
 * @data: handed to @read
 * @error: where to say what is wrong
 *
 * Returns: (transfer full) (nullable): the store that was written
 */
EntEventStore *
ent_store_image_read (EntVocabulary     *vocabulary,
                      GPtrArray         *statements,
                      EntImageReadFunc   read,
                      gpointer           data,
                      GError           **error)
{
  g_autoptr (EntEventStore) store = NULL;
  Reading reading;

  g_return_val_if_fail (vocabulary != NULL && statements != NULL && read != NULL, NULL);

  store = g_atomic_rc_box_new0 (EntEventStore);
  store->vocabulary = ent_vocabulary_ref (vocabulary);
  store->blocks = g_ptr_array_new_with_free_func (g_free);
  store->statements = g_ptr_array_new_full (statements->len, (GDestroyNotify) ent_statement_unref);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (store->statements, ent_statement_ref (g_ptr_array_index (statements, i)));
  reading = (Reading) { store, read, data, error };
  if (!read_columns (&reading) || !read_pools (&reading) || !read_lists (&reading) || !check_rows (&reading)
      || !check_accounts (&reading))
    return NULL;
  add_issuers (store);
  add_blank_reviews (store);
  ent_event_store_add_date_columns (store);
  return g_steal_pointer (&store);
}
