/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-search.h"

#include <string.h>

#include "model/archive-private.h"

/*
 * Which accounts a statement tells, by which an entry of the index is found in a store:
 *
 *     statement   0      1      2      …
 *     start       [0     3      7      …        where its accounts begin among
 *     account     [row, account] [row, account] …
 */
typedef struct
{
  EntEventStore *store;
  guint32 *start;
  guint32 *row;
  guint32 *account;
  guint32 *by_number; /* row of a statement in the file → its number in the store, plus 1; 0 for one not in it */
  gint64 n_numbers;
} AccountsByStatement;

static void
accounts_free (AccountsByStatement *self)
{
  ent_event_store_unref (self->store);
  g_free (self->start);
  g_free (self->row);
  g_free (self->account);
  g_free (self->by_number);
  g_free (self);
}

static void
for_each_account (EntEventStore *store,
                  void (*func) (guint32 row, guint i, guint32 statement, AccountsByStatement *self),
                  AccountsByStatement *self)
{
  guint n = ent_event_store_get_n_events (store);

  for (guint32 row = 0; row < n; row++)
    for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
      {
        EntAccount account;

        ent_event_store_get_account (store, row, i, &account);
        func (row, i, account.statement, self);
      }
}

static void
count_account (guint32              row,
               guint                i,
               guint32              statement,
               AccountsByStatement *self)
{
  self->start[statement + 1]++;
}

/* Each start moves to its statement's end. */
static void
place_account (guint32              row,
               guint                i,
               guint32              statement,
               AccountsByStatement *self)
{
  guint32 at = self->start[statement]++;

  self->row[at] = row;
  self->account[at] = i;
}

static AccountsByStatement *
accounts_new (EntArchive    *archive,
              EntEventStore *store)
{
  AccountsByStatement *self = g_new0 (AccountsByStatement, 1);
  guint n = ent_event_store_get_n_statements (store);

  self->store = ent_event_store_ref (store);
  self->start = g_new0 (guint32, n + 2);
  for_each_account (store, count_account, self);
  for (guint i = 0; i < n; i++)
    self->start[i + 1] += self->start[i];
  self->row = g_new (guint32, self->start[n] + 1);
  self->account = g_new (guint32, self->start[n] + 1);
  for_each_account (store, place_account, self);
  memmove (self->start + 1, self->start, n * sizeof *self->start);
  self->start[0] = 0;
  for (guint i = 0; i < archive->numbers->len; i++)
    self->n_numbers = MAX (self->n_numbers, g_array_index (archive->numbers, gint64, i) + 1);
  self->by_number = g_new0 (guint32, self->n_numbers + 1);
  for (guint i = 0; i < archive->numbers->len; i++)
    self->by_number[g_array_index (archive->numbers, gint64, i)] = i + 1;
  return self;
}

/* What the archive's statements are in a store of it; kept until another store is asked about. */
static AccountsByStatement *
ensure_accounts (EntArchive    *archive,
                 EntEventStore *store)
{
  AccountsByStatement *kept = archive->accounts;

  if (kept != NULL && kept->store == store)
    return kept;
  ent_archive_forget_accounts (archive);
  archive->accounts = accounts_new (archive, store);
  return archive->accounts;
}

/**
 * ent_archive_forget_accounts:
 * @archive: an archive
 *
 * Gives up what was kept to search faster.
 */
void
ent_archive_forget_accounts (EntArchive *archive)
{
  g_clear_pointer ((AccountsByStatement **) &archive->accounts, accounts_free);
}

/* Whoever may write brings the index up to date, as it may be after the file was brought forward. */
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
      if (missing == 0 || archive->reason != ENT_ARCHIVE_WRITABLE)
        return TRUE;
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

/* The rows that an index finds; none where no words are searched for. */
static GArray *
find_rows (EntArchive            *archive,
           const char            *sql,
           const EntSearchQuery  *query,
           GError               **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *match = ent_search_query_dup_match (query);
  g_autoptr (GError) failure = NULL;
  EntQuery *search;

  if (match == NULL)
    return g_steal_pointer (&rows);
  if (!ensure_index (archive, error) || (search = ent_database_query (archive->database, sql, error)) == NULL)
    return NULL;
  ent_query_bind_text (search, 1, match);
  while (ent_query_next (search, &failure))
    {
      gint64 row = ent_query_get_number (search, 0);

      g_array_append_val (rows, row);
    }
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The statement's number in the store, or %ENT_ROW_NONE. */
static guint32
find_statement (const AccountsByStatement *accounts,
                gint64                     row)
{
  return row >= 0 && row < accounts->n_numbers ? accounts->by_number[row] - 1 : ENT_ROW_NONE;
}

static void
set_bit (guint64 *words,
         guint32  bit)
{
  words[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

/**
 * ent_archive_search_statements:
 * @archive: an archive
 * @query: what is searched for
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable) (element-type guint32): the statements whose title or text has the words, by
 *   their numbers in what was loaded last, in order
 */
GArray *
ent_archive_search_statements (EntArchive            *archive,
                               const EntSearchQuery  *query,
                               GError               **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (EntRowSet) set = NULL;
  AccountsByStatement *accounts;
  guint64 *words;
  GArray *found;
  guint n;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && query != NULL, NULL);

  locker = ent_archive_lock (archive);
  if (!ent_archive_ensure_base (archive, error))
    return NULL;
  rows = find_rows (archive, "SELECT rowid FROM search_statements WHERE search_statements MATCH ?1", query, error);
  if (rows == NULL)
    return NULL;
  accounts = ensure_accounts (archive, archive->store != NULL ? archive->store : archive->base);
  n = ent_event_store_get_n_statements (accounts->store);
  words = g_new0 (guint64, n / 64 + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 statement = find_statement (accounts, g_array_index (rows, gint64, i));

      if (statement < n)
        set_bit (words, statement);
    }
  set = ent_row_set_new_words (words, n);
  found = g_array_sized_new (FALSE, FALSE, sizeof (guint32), ent_row_set_get_count (set));
  for (guint32 i = ent_row_set_next (set, 0); i != ENT_ROW_NONE; i = ent_row_set_next (set, i + 1))
    g_array_append_val (found, i);
  return found;
}

/* Adds the event that tells the words that begin at @start, or that has them among its own. */
static void
add_event (const AccountsByStatement *accounts,
           guint32                    statement,
           guint32                    start,
           guint64                   *found)
{
  for (guint32 i = accounts->start[statement]; i < accounts->start[statement + 1]; i++)
    {
      EntAccount account;

      ent_event_store_get_account (accounts->store, accounts->row[i], accounts->account[i], &account);
      for (gsize j = 0; j < account.n_evidence; j++)
        if (account.evidence[j].start == start
            || (account.evidence[j].start < start && start < account.evidence[j].end))
          {
            set_bit (found, accounts->row[i]);
            break;
          }
    }
}

static gboolean
has_words (const EntSearchQuery *query,
           const char           *text)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      EntSearchTerm term = g_array_index (query->terms, EntSearchTerm, i);
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (EntSearchTerm));
      EntSearchQuery single = { one, NULL };
      gboolean excluded = term.excluded;
      g_autoptr (GArray) spans = NULL;

      term.excluded = FALSE;
      g_array_append_val (one, term);
      spans = ent_search_query_find_spans (&single, text, strlen (text));
      if ((spans->len > 0) == excluded)
        return FALSE;
    }
  return TRUE;
}

/* What the user says of an event is in no index: these few are looked at. */
static void
add_edited (EntEventStore        *store,
            const EntSearchQuery *query,
            guint64              *found)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);

  for (guint32 row = 0; row < columns->n; row++)
    {
      g_autoptr (GString) text = NULL;
      g_autofree char *people = NULL;

      if (columns->edited[row] == 0)
        continue;
      text = g_string_new (ent_event_store_get_title (store, row));
      people = g_strjoinv (" · ", (char **) ent_event_store_get_people (store, row));
      g_string_append_printf (text, " · %s · %s", people,
                              ent_vocabulary_get_kind (vocabulary, columns->kind[row])->label);
      if (ent_event_store_get_place (store, row) != NULL)
        g_string_append_printf (text, " · %s", ent_event_store_get_place (store, row));
      for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
        g_string_append_printf (text, " · %s", ent_vocabulary_get_actor (vocabulary, columns->actors[i])->label);
      if (has_words (query, text->str))
        set_bit (found, row);
    }
}

/**
 * ent_archive_search_events:
 * @archive: an archive
 * @store: what was loaded from it
 * @query: what is searched for
 * @error: where to say what failed
 *
 * Finds the events whose own words, names and circumstances have the words that are searched for. Whoever asks does not
 * wait for somebody who is at work on the archive.
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
  AccountsByStatement *accounts;
  guint64 *found;
  guint n;

  g_return_val_if_fail (archive != NULL && store != NULL && query != NULL, NULL);

  n = ent_event_store_get_n_events (store);
  if (!ent_search_query_has_words (query))
    return ent_row_set_new_all (n);
  if (!g_rec_mutex_trylock (&archive->lock))
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "is at work");
      return NULL;
    }
  locker = ent_archive_lock (archive);
  g_rec_mutex_unlock (&archive->lock);
  if (archive->database == NULL)
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "is closed");
      return NULL;
    }
  if (!ent_archive_ensure_base (archive, error))
    return NULL;
  rows = find_rows (archive, "SELECT rowid FROM search_events WHERE search_events MATCH ?1", query, error);
  if (rows == NULL)
    return NULL;
  accounts = ensure_accounts (archive, store);
  found = g_new0 (guint64, n / 64 + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);
      guint32 statement = find_statement (accounts, row >> 32);

      if (statement < ent_event_store_get_n_statements (store))
        add_event (accounts, statement, (guint32) row, found);
    }
  add_edited (store, query, found);
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
  if (!ent_archive_begin (archive, error))
    return FALSE;
  if (!ent_database_exec (archive->database, "INSERT INTO search_statements (search_statements) VALUES ('delete-all')",
                          error)
      || !ent_database_exec (archive->database, "INSERT INTO search_events (search_events) VALUES ('delete-all')",
                             error)
      || !ent_archive_set_meta (archive, "indexed", "0", error))
    {
      ent_archive_rollback (archive);
      return FALSE;
    }
  return ent_archive_commit (archive, error) && ensure_index (archive, error);
}
