/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-snapshots.h"

#include <string.h>

#include "base/json-text.h"
#include "model/archive-private.h"
#include "model/event-values.h"
#include "read/json-record.h"

static void
clear_snapshot (gpointer data)
{
  EntSnapshot *snapshot = data;

  g_free (snapshot->name);
  g_free (snapshot->coder);
  g_free (snapshot->time);
  g_free (snapshot->note);
}

static void
clear_difference (gpointer data)
{
  EntDifference *difference = data;

  g_free (difference->event);
  g_free (difference->title);
  g_free (difference->date);
  g_free (difference->field);
  g_free (difference->before);
  g_free (difference->after);
}

/* All that people see of an event, as an object of texts. */
static char *
dup_event (const EntEventStore *store,
           guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  GString *json = g_string_new ("{");
  g_autoptr (GString) statements = g_string_new (NULL);

  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    {
      g_autofree char *value = ent_event_dup_value (store, row, 1u << i);

      ent_json_append_string (json, ent_edited_to_id (1u << i), value);
    }
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      g_string_append_printf (statements, "%s%s", i > 0 ? "\n" : "",
                              ent_statement_get_info (ent_event_store_get_statement (store, account.statement))->id);
    }
  ent_json_append_string (json, "accounts", statements->str);
  ent_json_append_string (json, "review", ent_review_to_id ((EntReview) columns->review[row]));
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gint64
find_snapshot (EntArchive  *archive,
               const char  *name,
               GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, "SELECT number FROM snapshots WHERE name = ?1", error);
  gint64 number = 0;

  if (query == NULL)
    return 0;
  ent_query_bind_text (query, 1, name);
  if (ent_query_next (query, NULL))
    number = ent_query_get_number (query, 0);
  ent_query_end (query);
  if (number == 0)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND, "there is no snapshot “%s”", name);
  return number;
}

static gboolean
write_events (EntArchive           *archive,
              gint64                snapshot,
              const EntEventStore  *store,
              GError              **error)
{
  guint n = ent_event_store_get_n_events (store);

  for (guint32 row = 0; row < n; row++)
    {
      g_autofree char *event = dup_event (store, row);
      EntQuery *query = ent_database_query (archive->database, "INSERT INTO snapshot_events VALUES (?1, ?2, ?3)",
                                            error);

      if (query == NULL)
        return FALSE;
      ent_query_bind_number (query, 1, snapshot);
      ent_query_bind_text (query, 2, ent_event_store_get_id (store, row));
      ent_query_bind_text (query, 3, event);
      if (!ent_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ent_archive_take_snapshot:
 * @archive: an archive
 * @name: what to call it; no other snapshot may have that name
 * @note: (nullable): what the user says to it
 * @error: where to say why it could not
 *
 * Keeps all events as they are, so that a figure or a table can cite them.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_take_snapshot (EntArchive  *archive,
                           const char  *name,
                           const char  *note,
                           GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (EntEventStore) store = NULL;
  gint64 group;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && name != NULL, FALSE);

  locker = ent_archive_lock (archive);
  if (find_snapshot (archive, name, NULL) != 0)
    {
      g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_MALFORMED, "there is a snapshot “%s” already", name);
      return FALSE;
    }
  store = ent_archive_load (archive, 0, error);
  if (store == NULL || !ent_archive_begin (archive, error))
    return FALSE;
  group = ent_archive_log_group (archive, "snapshot", NULL, ent_event_store_get_n_events (store), error);
  if (group != 0 && ent_archive_log_change (archive, group, "snapshot", name, NULL, NULL, NULL, note, error)
      && write_events (archive, group, store, error))
    return ent_archive_commit (archive, error);
  ent_archive_rollback (archive);
  return FALSE;
}

/**
 * ent_archive_dup_snapshot:
 * @archive: an archive
 *
 * Returns: (transfer full) (nullable): the name of the snapshot that what is held now is still the same as; %NULL if
 *   something was said or read since the last one
 */
char *
ent_archive_dup_snapshot (EntArchive *archive)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  char *name = NULL;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, NULL);

  locker = ent_archive_lock (archive);
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT name FROM snapshots WHERE number ="
                                        " (SELECT max (number) FROM change_groups WHERE state = 'done')",
                                        NULL);
  if (query != NULL && ent_query_next (query, NULL))
    name = g_strdup (ent_query_get_text (query, 0));
  if (query != NULL)
    ent_query_end (query);
  return name;
}

static void
add_snapshot (EntQuery *row,
              gpointer  snapshots)
{
  EntSnapshot snapshot = {
    .name = ent_query_dup_given (row, 0),
    .coder = ent_query_dup_given (row, 1),
    .time = ent_query_dup_given (row, 2),
    .note = g_strdup (ent_query_get_text (row, 3)),
    .n_events = ent_query_get_number (row, 4),
  };

  g_array_append_val (snapshots, snapshot);
}

/**
 * ent_archive_get_snapshots:
 * @archive: an archive
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable) (element-type EntSnapshot): the snapshots, the oldest first
 */
GArray *
ent_archive_get_snapshots (EntArchive  *archive,
                           GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) snapshots = g_array_new (FALSE, FALSE, sizeof (EntSnapshot));
  EntQuery *query;

  g_return_val_if_fail (archive != NULL && archive->database != NULL, NULL);

  g_array_set_clear_func (snapshots, clear_snapshot);
  locker = ent_archive_lock (archive);
  query = ent_database_query (archive->database,
                              "SELECT name, coder, time, note, events FROM snapshots ORDER BY number", error);
  return query != NULL && ent_query_each (query, add_snapshot, snapshots, error) ? g_steal_pointer (&snapshots) : NULL;
}

static void
add_event (EntQuery *row,
           gpointer  state)
{
  g_hash_table_insert (state, ent_query_dup_given (row, 0), ent_query_dup_given (row, 1));
}

/* id → JSON of each event. */
static GHashTable *
read_state (EntArchive  *archive,
            const char  *name,
            GError     **error)
{
  g_autoptr (GHashTable) state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  EntQuery *query;
  gint64 number;

  if (name == NULL)
    {
      g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, error);

      for (guint32 row = 0; store != NULL && row < ent_event_store_get_n_events (store); row++)
        g_hash_table_insert (state, g_strdup (ent_event_store_get_id (store, row)), dup_event (store, row));
      return store != NULL ? g_steal_pointer (&state) : NULL;
    }
  number = find_snapshot (archive, name, error);
  query = ent_database_query (archive->database, "SELECT id, event FROM snapshot_events WHERE snapshot = ?1", error);
  if (number == 0 || query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, number);
  return ent_query_each (query, add_event, state, error) ? g_steal_pointer (&state) : NULL;
}

/* key → value of an object of texts. */
static GHashTable *
read_members (const char *json)
{
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  EntJsonCursor cursor = { json, json, json + (json != NULL ? strlen (json) : 0) };

  if (json == NULL || !ent_json_cursor_take (&cursor, '{'))
    return members;
  do
    {
      gboolean is_null;

      if (!ent_json_cursor_text (&cursor, key, NULL, NULL) || !ent_json_cursor_take (&cursor, ':')
          || !ent_json_cursor_text (&cursor, value, &is_null, NULL))
        break;
      g_hash_table_insert (members, g_strdup (key->str), g_strdup (is_null ? "" : value->str));
    }
  while (ent_json_cursor_take (&cursor, ','));
  return members;
}

/* @members: of the event, as it is or was */
static void
add_difference (GArray     *differences,
                const char *event,
                GHashTable *members,
                const char *field,
                const char *before,
                const char *after)
{
  EntDifference difference = {
    .event = g_strdup (event),
    .title = g_strdup (g_hash_table_lookup (members, "title")),
    .date = g_strdup (g_hash_table_lookup (members, "date")),
    .field = g_strdup (field),
    .before = g_strdup (before),
    .after = g_strdup (after),
  };

  g_array_append_val (differences, difference);
}

static void
compare_event (GArray     *differences,
               const char *event,
               const char *before,
               const char *after)
{
  static const char * const fields[] = {
    "date", "kind", "title", "participants", "topics", "status", "assertion", "people", "place", "accounts", "review",
  };
  g_autoptr (GHashTable) old = read_members (before);
  g_autoptr (GHashTable) new = read_members (after);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *old_value = g_hash_table_lookup (old, fields[i]);
      const char *new_value = g_hash_table_lookup (new, fields[i]);

      if (g_strcmp0 (old_value, new_value) != 0)
        add_difference (differences, event, new, fields[i], old_value, new_value);
    }
}

static void
add_lonely (GArray     *differences,
            const char *event,
            const char *json,
            gboolean    is_new)
{
  g_autoptr (GHashTable) members = read_members (json);
  const char *title = g_hash_table_lookup (members, "title");

  add_difference (differences, event, members, NULL, is_new ? NULL : title, is_new ? title : NULL);
}

/**
 * ent_differences_new:
 *
 * Returns: (transfer full) (element-type EntDifference): none yet
 */
GArray *
ent_differences_new (void)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (EntDifference));

  g_array_set_clear_func (differences, clear_difference);
  return differences;
}

/**
 * ent_differences_add:
 * @differences: (element-type EntDifference): some
 * @before: a store
 * @old_row: an event of it; %ENT_ROW_NONE where it is new
 * @after: a later store
 * @row: the same event in it; %ENT_ROW_NONE where it is gone
 *
 * Adds what people see to be another in the two.
 */
void
ent_differences_add (GArray              *differences,
                     const EntEventStore *before,
                     guint32              old_row,
                     const EntEventStore *after,
                     guint32              row)
{
  g_autofree char *old = old_row != ENT_ROW_NONE ? dup_event (before, old_row) : NULL;
  g_autofree char *new = row != ENT_ROW_NONE ? dup_event (after, row) : NULL;

  g_return_if_fail (differences != NULL && (old != NULL || new != NULL));

  if (old == NULL || new == NULL)
    add_lonely (differences,
                old != NULL ? ent_event_store_get_id (before, old_row) : ent_event_store_get_id (after, row),
                old != NULL ? old : new, old == NULL);
  else
    compare_event (differences, ent_event_store_get_id (after, row), old, new);
}

typedef struct
{
  EntDay day;
  guint32 number;
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b,
                gpointer      differences)
{
  const Placed *first = a;
  const Placed *second = b;
  const EntDifference *one = &g_array_index ((GArray *) differences, EntDifference, first->number);
  const EntDifference *other = &g_array_index ((GArray *) differences, EntDifference, second->number);
  int order;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  order = strcmp (one->event, other->event);
  return order != 0 ? order : (first->number > second->number) - (first->number < second->number);
}

/**
 * ent_differences_sort:
 * @differences: (element-type EntDifference): some
 *
 * Puts them into the order of their events' days, all of an event's one after the other.
 */
void
ent_differences_sort (GArray *differences)
{
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), differences->len);
  g_autofree EntDifference *sorted = g_new (EntDifference, differences->len + 1);

  for (guint32 i = 0; i < differences->len; i++)
    {
      const char *date = g_array_index (differences, EntDifference, i).date;
      Placed place = { ENT_DAY_OPEN_END, i };
      EntEdtf edtf;

      if (date != NULL && ent_edtf_parse (date, strlen (date), &edtf, NULL))
        place.day = ent_edtf_earliest (edtf);
      g_array_append_val (placed, place);
    }
  g_array_sort_with_data (placed, compare_placed, differences);
  for (guint32 i = 0; i < placed->len; i++)
    sorted[i] = g_array_index (differences, EntDifference, g_array_index (placed, Placed, i).number);
  for (guint32 i = 0; i < placed->len; i++)
    g_array_index (differences, EntDifference, i) = sorted[i];
}

/**
 * ent_archive_compare:
 * @archive: an archive
 * @first: the name of a snapshot
 * @second: (nullable): the name of another; %NULL for what is there now
 * @error: where to say that there is no such snapshot
 *
 * Returns: (transfer full) (nullable) (element-type EntDifference): what differs, in the order of time
 */
GArray *
ent_archive_compare (EntArchive  *archive,
                     const char  *first,
                     const char  *second,
                     GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  GArray *differences;
  GHashTableIter iter;
  gpointer id, json;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && first != NULL, NULL);

  locker = ent_archive_lock (archive);
  before = read_state (archive, first, error);
  after = before != NULL ? read_state (archive, second, error) : NULL;
  if (after == NULL)
    return NULL;
  differences = ent_differences_new ();
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &json))
    {
      const char *now = g_hash_table_lookup (after, id);

      if (now == NULL)
        add_lonely (differences, id, json, FALSE);
      else
        compare_event (differences, id, json, now);
    }
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &id, &json))
    if (!g_hash_table_contains (before, id))
      add_lonely (differences, id, json, TRUE);
  ent_differences_sort (differences);
  return differences;
}
