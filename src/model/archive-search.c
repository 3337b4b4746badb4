/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-search.h"

#include <string.h>

#include "model/archive-private.h"
#include "model/event-store-private.h"
#include "model/event-words.h"

/* In microseconds: who says now and then that the file is in use is at work for no longer than the first; to look
 * through an event's words takes several times the second. */
#define LEAST_WAIT 20000
#define LOOK_TIME 10
#define WAIT_STEP 500

/* So many events that were found are looked at one by one. */
#define MOST_LOOKED_AT 1000
/* Whether events of a statement share words is not asked of each two of more than these. */
#define MANY_TOLD 64

/*
 * Where in a statement an event of a store is told, by which an entry of the index is found there:
 *
 *     statement   0          1          2      …
 *     start       [0         3          7      …            where its words begin among
 *     told        [first byte, end, row] [first byte, end, row] …
 */
typedef struct
{
  EntSpan span;
  guint32 row;
} Told;

typedef struct
{
  EntEventStore *store;
  guint32 *start;
  Told *told;
  guint64 *shared;    /* a bit a row: whether another event is told by some of the same words */
  guint32 *by_number; /* row of a statement in the file → its number in the store, plus 1; 0 for one not in it */
  gint64 n_numbers;
  gboolean is_part; /* whether statements of elsewhere tell events of the store, too */
} ToldWords;

static void
told_words_free (ToldWords *self)
{
  ent_event_store_unref (self->store);
  g_free (self->start);
  g_free (self->told);
  g_free (self->shared);
  g_free (self->by_number);
  g_free (self);
}

static gboolean
is_own (const GArray *numbers,
        guint32       statement)
{
  return statement < numbers->len && g_array_index (numbers, gint64, statement) != 0;
}

/* Counts the words of each statement, then puts them in their places: each start moves to its statement's end. */
static void
collect_told (ToldWords    *self,
              const GArray *numbers)
{
  const EntEventStore *store = self->store;
  guint n = ent_event_store_get_n_statements (store);
  guint32 n_accounts = store->columns.n > 0 ? store->columns.accounts_start[store->columns.n] : 0;

  for (guint32 i = 0; i < n_accounts; i++)
    if (is_own (numbers, store->accounts[i].statement))
      self->start[store->accounts[i].statement + 1] += store->accounts[i].n_evidence;
  for (guint i = 0; i < n; i++)
    self->start[i + 1] += self->start[i];
  self->told = g_new (Told, self->start[n] + 1);
  for (guint32 row = 0; row < store->columns.n; row++)
    for (guint32 i = store->columns.accounts_start[row]; i < store->columns.accounts_start[row + 1]; i++)
      {
        const EntAccountRow *account = &store->accounts[i];

        for (guint32 j = 0; is_own (numbers, account->statement) && j < account->n_evidence; j++)
          self->told[self->start[account->statement]++] = (Told) { store->evidence[account->evidence + j], row };
      }
  memmove (self->start + 1, self->start, n * sizeof *self->start);
  self->start[0] = 0;
}

static void
set_bit (guint64 *words,
         guint32  bit)
{
  words[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

/* Marks the events of a statement that others share words with. Of one that tells very many, all count as such. */
static void
mark_shared (ToldWords *self,
             guint32    first,
             guint32    end)
{
  for (guint32 i = first; i < end; i++)
    for (guint32 j = end - first > MANY_TOLD ? end : i + 1; j < end; j++)
      {
        const Told *a = &self->told[i], *b = &self->told[j];

        if (a->row == b->row || a->span.start >= b->span.end || b->span.start >= a->span.end)
          continue;
        set_bit (self->shared, a->row);
        set_bit (self->shared, b->row);
      }
  for (guint32 i = first; end - first > MANY_TOLD && i < end; i++)
    set_bit (self->shared, self->told[i].row);
}

/* @numbers: of each statement of the store, its row in the file; 0 for one of elsewhere */
static ToldWords *
told_words_new (EntEventStore *store,
                const GArray  *numbers)
{
  ToldWords *self = g_new0 (ToldWords, 1);

  self->store = ent_event_store_ref (store);
  self->start = g_new0 (guint32, ent_event_store_get_n_statements (store) + 2);
  collect_told (self, numbers);
  self->shared = g_new0 (guint64, store->columns.n / 64 + 1);
  for (guint i = 0; i < ent_event_store_get_n_statements (store); i++)
    mark_shared (self, self->start[i], self->start[i + 1]);
  for (guint i = 0; i < numbers->len; i++)
    self->n_numbers = MAX (self->n_numbers, g_array_index (numbers, gint64, i) + 1);
  self->by_number = g_new0 (guint32, self->n_numbers + 1);
  for (guint i = 0; i < numbers->len; i++)
    if (is_own (numbers, i))
      self->by_number[g_array_index (numbers, gint64, i)] = i + 1;
  return self;
}

/* What the archive's statements are in a store of it; kept until another store is asked about. */
static ToldWords *
ensure_told (EntArchive    *archive,
             EntEventStore *store)
{
  ToldWords *kept = archive->told;

  if (kept != NULL && kept->store == store)
    return kept;
  ent_archive_forget_told (archive);
  archive->told = told_words_new (store, archive->numbers);
  return archive->told;
}

/**
 * ent_archive_search_in:
 * @archive: an archive
 * @store: events, some of which its statements tell
 * @rows: (element-type gint64): of each statement of the store, its row in the file; 0 for one of elsewhere
 *
 * Lets the archive be searched for a store that was not loaded from it alone: what it then finds are those events that
 * its own statements tell.
 */
void
ent_archive_search_in (EntArchive    *archive,
                       EntEventStore *store,
                       const GArray  *rows)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  ToldWords *told;

  g_return_if_fail (archive != NULL && store != NULL && rows != NULL);

  locker = ent_archive_lock (archive);
  ent_archive_forget_told (archive);
  told = told_words_new (store, rows);
  told->is_part = TRUE;
  archive->told = told;
}

/**
 * ent_archive_forget_told:
 * @archive: an archive
 *
 * Gives up what was kept to search faster.
 */
void
ent_archive_forget_told (EntArchive *archive)
{
  g_clear_pointer ((ToldWords **) &archive->told, told_words_free);
}

/* Whoever may write brings the index up to date, as it may be after the file was brought forward, or an import was
 * stopped. Who may not has no answer that lacks what is not in it. */
static gboolean
ensure_index (EntArchive  *archive,
              GError     **error)
{
  guint n = 1;

  while (n > 0)
    {
      gint64 missing;

      if (!ent_database_get_number (archive->database, "SELECT count (*) FROM statements WHERE number > (SELECT"
                                                       " coalesce (max (CAST (value AS INTEGER)), 0) FROM meta"
                                                       " WHERE key = 'indexed')",
                                    &missing, error))
        return FALSE;
      if (missing == 0)
        return TRUE;
      if (archive->reason != ENT_ARCHIVE_WRITABLE)
        {
          g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY,
                               "its index lacks statements, and cannot be written");
          return FALSE;
        }
      if (!ent_archive_begin (archive, error))
        return FALSE;
      if (!ent_archive_index_next (archive, &n, error) || !ent_archive_commit (archive, error))
        {
          ent_archive_rollback (archive);
          return FALSE;
        }
    }
  return TRUE;
}

/* The rows that an index finds; in their order; none where no words are searched for. */
static GArray *
find_rows (EntArchive            *archive,
           const char            *sql,
           const EntSearchQuery  *query,
           gboolean              *exact,
           GError               **error)
{
  g_autofree char *match = NULL;
  g_autoptr (GError) failure = NULL;
  EntQuery *search;

  *exact = TRUE;
  if (!ensure_index (archive, error))
    return NULL;
  match = ent_search_query_has_parts (query) ? ent_archive_dup_parts_match (archive, query, exact, &failure)
                                             : ent_search_query_dup_match (query);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (match == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  search = ent_database_query (archive->database, sql, error);
  if (search == NULL)
    return NULL;
  ent_query_bind_text (search, 1, match);
  return ent_query_new_numbers (search, error);
}

/* The statement's number in the store, or %ENT_ROW_NONE. */
static guint32
find_statement (const ToldWords *told,
                gint64           row)
{
  return row >= 0 && row < told->n_numbers ? told->by_number[row] - 1 : ENT_ROW_NONE;
}

/* Whether what is kept to search faster is of the store, or can be made from what the archive holds. */
static gboolean
can_tell (EntArchive           *archive,
          const EntEventStore  *store,
          GError              **error)
{
  const ToldWords *kept = archive->told;

  return (kept != NULL && kept->is_part && kept->store == store) || ent_archive_ensure_base (archive, error);
}

/* Whether the lock comes before the events could be looked through without the index. */
static gboolean
wait_for_lock (EntArchive          *archive,
               const EntEventStore *store)
{
  gint64 until = g_get_monotonic_time () + LEAST_WAIT + LOOK_TIME * ent_event_store_get_n_events (store);

  while (!g_rec_mutex_trylock (&archive->lock))
    {
      if (g_get_monotonic_time () >= until)
        return FALSE;
      g_usleep (WAIT_STEP);
    }
  return TRUE;
}

/* Whoever searches does not wait for long for somebody who is at work on the archive. */
static GRecMutexLocker *
try_lock (EntArchive           *archive,
          const EntEventStore  *store,
          GError              **error)
{
  GRecMutexLocker *locker;

  if (!wait_for_lock (archive, store))
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "is at work");
      return NULL;
    }
  locker = ent_archive_lock (archive);
  g_rec_mutex_unlock (&archive->lock);
  if (archive->database != NULL && can_tell (archive, store, error))
    return locker;
  if (archive->database == NULL)
    g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "is closed");
  g_rec_mutex_locker_free (locker);
  return NULL;
}

/**
 * ent_archive_prepare_search:
 * @archive: an archive
 * @store: what was loaded from it
 *
 * Makes what the first search in a store needs, which takes some time of a large one. Whoever loads it on a thread asks
 * for that there.
 */
void
ent_archive_prepare_search (EntArchive    *archive,
                            EntEventStore *store)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_if_fail (archive != NULL && store != NULL);

  locker = ent_archive_lock (archive);
  if (archive->database != NULL && can_tell (archive, store, NULL))
    ensure_told (archive, store);
}

/**
 * ent_archive_has_prepared_search:
 * @archive: an archive
 * @store: what was loaded from it
 *
 * Returns: whether the next search in the store has all that it needs
 */
gboolean
ent_archive_has_prepared_search (EntArchive    *archive,
                                 EntEventStore *store)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  const ToldWords *kept;

  g_return_val_if_fail (archive != NULL && store != NULL, FALSE);

  locker = ent_archive_lock (archive);
  kept = archive->told;
  return kept != NULL && kept->store == store;
}

/**
 * ent_archive_search_statements:
 * @archive: an archive
 * @store: what was loaded from it
 * @query: what is searched for
 * @error: where to say what failed
 *
 * Finds the statements whose title or text has the words that are searched for. Whoever asks does not wait for somebody
 * who is at work on the archive.
 *
 * Returns: (transfer full) (nullable): them, by their numbers in @store; all where no words are searched for
 */
EntRowSet *
ent_archive_search_statements (EntArchive            *archive,
                               EntEventStore         *store,
                               const EntSearchQuery  *query,
                               GError               **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) rows = NULL;
  ToldWords *told;
  guint64 *words;
  gboolean exact;
  guint n;

  g_return_val_if_fail (archive != NULL && store != NULL && query != NULL, NULL);

  n = ent_event_store_get_n_statements (store);
  if (!ent_search_query_has_words (query))
    return ent_row_set_new_all (n);
  locker = try_lock (archive, store, error);
  rows = locker != NULL ? find_rows (archive,
                                     "SELECT rowid FROM search_statements WHERE search_statements MATCH ?1", query,
                                     &exact, error)
                        : NULL;
  if (rows == NULL)
    return NULL;
  told = ensure_told (archive, store);
  words = g_new0 (guint64, n / 64 + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 statement = find_statement (told, g_array_index (rows, gint64, i));

      if (statement < n)
        set_bit (words, statement);
    }
  return ent_row_set_new_words (words, n);
}

/* Whether any of the places, which ascend, is the first of the span or lies in it. */
static gboolean
tells_any (const gint64 *places,
           guint         n,
           EntSpan       span)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((guint32) places[middle] < span.start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && (guint32) places[low] < MAX (span.end, span.start + 1);
}

/* Adds the events that tell the words that begin at any of these places of one statement, or have them among theirs. */
static void
add_events (const ToldWords *told,
            const gint64    *places,
            guint            n,
            guint64         *found)
{
  guint32 statement = find_statement (told, places[0] >> 32);

  if (statement >= ent_event_store_get_n_statements (told->store))
    return;
  for (guint32 i = told->start[statement]; i < told->start[statement + 1]; i++)
    if (tells_any (places, n, told->told[i].span))
      set_bit (found, told->told[i].row);
}

/* Events that the same words tell share an entry, and with it what each of them is: of few that were found by such a
 * one, or by a question that is not @exact, each is looked at. So is that of which the user says something, which is in
 * no index. */
static void
look_at (const ToldWords      *told,
         const EntSearchQuery *query,
         gboolean              exact,
         guint64              *found)
{
  const EntEventColumns *columns = ent_event_store_get_columns (told->store);
  gsize n_doubtful = 0;
  gboolean few;

  for (gsize i = 0; i * 64 < columns->n; i++)
    n_doubtful += (gsize) __builtin_popcountll (exact ? found[i] & told->shared[i] : found[i]);
  few = n_doubtful <= MOST_LOOKED_AT;
  for (guint32 row = 0; row < columns->n; row++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << row % 64;
      gboolean is_doubtful = few && (found[row / 64] & bit) != 0
                             && (!exact || (told->shared[row / 64] & bit) != 0);

      if (!is_doubtful && ent_event_store_get_edited (told->store, row) == 0)
        continue;
      if (ent_event_has_words (told->store, row, query))
        found[row / 64] |= bit;
      else
        found[row / 64] &= ~bit;
    }
}

/**
 * ent_archive_search_events:
 * @archive: an archive
 * @store: what was loaded from it
 * @query: what is searched for
 * @error: where to say what failed
 *
 * Finds the events whose own words, names and circumstances have the words that are searched for. Whoever asks waits
 * for somebody who is at work on the archive only as long as to look through the events would take.
 *
 * Returns: (transfer full) (nullable): their rows; all where no words are searched for
 */
EntRowSet *
ent_archive_search_events (EntArchive            *archive,
                           EntEventStore         *store,
                           const EntSearchQuery  *query,
                           GError               **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) rows = NULL;
  const gint64 *places;
  ToldWords *told;
  guint64 *found;
  gboolean exact;
  guint n;

  g_return_val_if_fail (archive != NULL && store != NULL && query != NULL, NULL);

  n = ent_event_store_get_n_events (store);
  if (!ent_search_query_has_words (query))
    return ent_row_set_new_all (n);
  locker = try_lock (archive, store, error);
  rows = locker != NULL ? find_rows (archive, "SELECT rowid FROM search_events WHERE search_events MATCH ?1", query,
                                     &exact, error)
                        : NULL;
  if (rows == NULL)
    return NULL;
  told = ensure_told (archive, store);
  found = g_new0 (guint64, n / 64 + 1);
  places = (const gint64 *) (gpointer) rows->data;
  for (guint i = 0, next; i < rows->len; i = next)
    {
      for (next = i + 1; next < rows->len && places[next] >> 32 == places[i] >> 32; next++)
        ;
      add_events (told, places + i, next - i, found);
    }
  look_at (told, query, exact, found);
  return ent_row_set_new_words (found, n);
}

/**
 * ent_archive_rebuild_index:
 * @archive: an archive
 * @error: where to say what failed
 *
 * Makes the index anew. It holds nothing that the rest of the file does not tell.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_rebuild_index (EntArchive  *archive,
                           GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, FALSE);

  locker = ent_archive_lock (archive);
  g_clear_pointer (&archive->words, g_hash_table_unref);
  if (!ent_archive_begin (archive, error))
    return FALSE;
  if (!ent_database_exec (archive->database, "INSERT INTO search_statements (search_statements) VALUES ('delete-all')",
                          error)
      || !ent_database_exec (archive->database, "INSERT INTO search_events (search_events) VALUES ('delete-all');"
                                                " DELETE FROM search_words",
                             error)
      || !ent_archive_set_meta (archive, "indexed", "0", error))
    {
      ent_archive_rollback (archive);
      return FALSE;
    }
  return ent_archive_commit (archive, error) && ensure_index (archive, error);
}
