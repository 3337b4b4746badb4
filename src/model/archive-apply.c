/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-private.h"

#include <string.h>

#include "model/archive-work.h"
#include "model/event-store-builder.h"
#include "model/event-store-private.h"
#include "model/event-store-replace.h"
#include "model/event-title.h"
#include "model/merge-private.h"

/* What the making of one store is about. */
typedef struct
{
  EntArchive *archive;
  EntEventStore *parsed;
  EntVocabulary *vocabulary;
  EntArchiveLoadFlags flags;
  EntWorkSet *set;
  EntEventStoreBuilder *builder; /* of what is not as it was parsed */
  guint8 *gone;            /* by row: whether the builder has it, or nobody any more */
  GPtrArray *already;      /* of EntParsed that need not be read; may be NULL */
  GHashTable *parses;      /* id of a statement → EntParsed that was read */
  GHashTable *renamed;     /* id as parsed → id as shown, or "" for one that is gone */
  GHashTable *anchors;     /* id as shown → row and account as parsed */
  GHashTable *marked;      /* number of a note's or a tag's change → id as shown */
  GError *error;
} Making;

typedef struct
{
  guint32 row;
  guint32 account;
  gint64 reviewed_by; /* the group of changes that last said something of it, 0 for none */
} Place;

/* The history. */

static gboolean
read_change (EntQuery  *row,
             EntChange *change)
{
  const char *target = ent_query_get_text (row, 1);
  const char *action = ent_query_get_text (row, 0);
  const char *after = ent_query_get_text (row, 4);

  *change = (EntChange) { NULL };
  if (target == NULL || action == NULL || !ent_anchor_parse (target, &change->target, NULL))
    return FALSE;
  change->action = g_strdup (action);
  change->field = g_strdup (ent_query_get_text (row, 2));
  change->before = g_strdup (ent_query_get_text (row, 3));
  change->after = g_strdup (after);
  change->group = ent_query_get_number (row, 5);
  change->number = ent_query_get_number (row, 6);
  if ((g_str_equal (action, "merge") || g_str_equal (action, "split"))
      && (after == NULL || !ent_anchor_parse (after, &change->other, NULL)))
    {
      ent_change_clear (change);
      return FALSE;
    }
  return TRUE;
}

/**
 * ent_archive_read_changes:
 * @archive: an archive
 * @coder: (nullable): whose changes alone; %NULL for everybody's
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable) (element-type EntChange): what was said of events and not taken back
 */
GArray *
ent_archive_read_changes (EntArchive  *archive,
                          const char  *coder,
                          GError     **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (EntChange));
  g_autoptr (GError) failure = NULL;
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT c.action, c.target, c.field, c.before, c.after, c.change_group,"
                                        " c.number FROM changes c JOIN change_groups g ON g.number = c.change_group"
                                        " WHERE g.state = 'done' AND (?1 IS NULL OR g.coder = ?1) AND c.action IN"
                                        " ('edit', 'review', 'restore', 'apart', 'hide', 'merge', 'split', 'add',"
                                        " 'note', 'tag') ORDER BY c.number",
                                        error);

  if (query == NULL)
    return NULL;
  g_array_set_clear_func (changes, (GDestroyNotify) ent_change_clear);
  ent_query_bind_text (query, 1, coder);
  while (ent_query_next (query, &failure))
    {
      EntChange change;

      if (read_change (query, &change))
        g_array_append_val (changes, change);
    }
  if (failure == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* What statements say, for events whose accounts are others than were parsed. */

static const EntParsed *
find_parsed (Making     *making,
             const char *id)
{
  EntParsed *parsed = g_hash_table_lookup (making->parses, id);
  gint64 number;

  for (guint i = 0; parsed == NULL && making->already != NULL && i < making->already->len; i++)
    {
      EntParsed *other = g_ptr_array_index (making->already, i);

      if (strcmp (ent_statement_get_info (other->statement)->id, id) == 0)
        return other;
    }
  if (parsed != NULL || making->error != NULL)
    return parsed;
  number = ent_archive_find_statement (making->archive, id, &making->error);
  parsed = number != 0 ? ent_archive_read_parse (making->archive, number, &making->error) : NULL;
  if (parsed != NULL)
    g_hash_table_insert (making->parses, g_strdup (id), parsed);
  return parsed;
}

static gboolean
is_account (const EntMergeNode *node,
            const EntAccount   *account)
{
  return node->role == account->role && node->topics == account->topics
         && ent_edtf_equal (node->date, account->date)
         && (account->n_evidence == 0 || node->first.start == account->evidence[0].start);
}

static Place
place_of_account (const EntEventStore *store,
                  guint32              account)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  guint32 row = ent_event_store_row_of_account (store, account);

  return (Place) { row, account - columns->accounts_start[row], 0 };
}

/* Adds to @nodes what the account was made from, which @owned keeps. */
static void
add_node (Making    *making,
          guint32    account,
          GPtrArray *owned,
          GPtrArray *nodes)
{
  Place place = place_of_account (making->parsed, account);
  EntStatement *statement;
  const EntParsed *parsed;
  EntAccount told;
  guint first = owned->len;

  ent_event_store_get_account (making->parsed, place.row, place.account, &told);
  statement = ent_event_store_get_statement (making->parsed, told.statement);
  parsed = find_parsed (making, ent_statement_get_info (statement)->id);
  if (parsed == NULL)
    return;
  ent_merge_add_nodes (making->vocabulary, parsed, told.statement, told.issuer, owned);
  for (guint i = first; i < owned->len; i++)
    if (is_account (owned->pdata[i], &told) && !g_ptr_array_find (nodes, owned->pdata[i], NULL))
      {
        g_ptr_array_add (nodes, owned->pdata[i]);
        return;
      }
}

static void
apply_values (EntEventPatch       *patch,
              const EntVocabulary *vocabulary,
              const EntWork       *work)
{
  const guint of_title = ENT_EDITED_DATE | ENT_EDITED_KIND | ENT_EDITED_PARTICIPANTS | ENT_EDITED_STATUS
                         | ENT_EDITED_PEOPLE | ENT_EDITED_PLACE | ENT_EDITED_ASSERTION | ENT_EDITED_TOPICS;
  EntEventRecord *record = &patch->record;
  guint changed = 0;

  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    {
      EntEdited field = 1u << i;
      g_autofree char *told = ent_event_record_dup_value (record, vocabulary, field);
      const char *wanted = work->values[i] != NULL ? work->values[i] : work->kept[i];
      const char *then = work->values[i] != NULL ? work->before[i] : work->kept[i];

      /* A title follows from the rest, unless the user has given one. */
      if (wanted == NULL || (field == ENT_EDITED_TITLE && work->values[i] == NULL))
        continue;
      if (work->review != ENT_REVIEW_MACHINE && then != NULL && strcmp (told, then) != 0 && strcmp (told, wanted) != 0)
        record->challenged = TRUE;
      if (work->values[i] != NULL)
        record->edited |= (guint16) field;
      if (strcmp (told, wanted) != 0)
        changed |= field;
      if (strcmp (told, wanted) != 0 && field != ENT_EDITED_TITLE)
        ent_event_patch_set (patch, vocabulary, field, wanted);
    }
  if (record->title == NULL || (changed & of_title))
    {
      g_autofree char *title = ent_event_title_new (vocabulary, record, NULL);

      ent_event_patch_set (patch, vocabulary, ENT_EDITED_TITLE, title);
    }
  if (record->edited & ENT_EDITED_TITLE)
    ent_event_patch_set (patch, vocabulary, ENT_EDITED_TITLE, work->values[__builtin_ctz (ENT_EDITED_TITLE)]);
}

/* The ids of events that it could as well be, as they are now; those that are gone are left out. */
static GPtrArray *
rename_candidates (Making             *making,
                   const char * const *candidates)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (gsize i = 0; candidates != NULL && candidates[i] != NULL; i++)
    {
      const char *id = g_hash_table_lookup (making->renamed, candidates[i]);

      id = id != NULL ? id : candidates[i];
      if (*id != '\0')
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* @place is by which account the event is known. */
static void
add_record (Making               *making,
            const EntEventRecord *record,
            const EntWork        *work,
            Place                 place)
{
  g_auto (EntEventPatch) patch = { 0 };
  g_autoptr (GPtrArray) candidates = rename_candidates (making, work->apart ? NULL : record->candidates);

  ent_event_patch_init (&patch, record);
  patch.record.candidates = (const char * const *) candidates->pdata;
  if (candidates->pdata[0] == NULL)
    patch.record.doubts &= (guint8) ~ENT_DOUBT_CANDIDATES;
  patch.record.review = (guint8) work->review;
  apply_values (&patch, making->vocabulary, work);
  if (work->accounts != NULL && work->id == NULL)
    patch.record.edited |= ENT_EDITED_ACCOUNTS;
  if (work->id != NULL)
    patch.record.edited |= ENT_EDITED_ADDED;
  if (work->hidden)
    patch.record.edited |= ENT_EDITED_HIDDEN;
  ent_event_store_builder_add_event (making->builder, &patch.record);
  place.reviewed_by = work->reviewed_by;
  if (making->anchors != NULL)
    g_hash_table_insert (making->anchors, g_strdup (record->id), g_memdup2 (&place, sizeof place));
  for (guint i = 0; making->marked != NULL && work->marks != NULL && i < work->marks->len; i++)
    g_hash_table_insert (making->marked, g_memdup2 (&g_array_index (work->marks, gint64, i), sizeof (gint64)),
                         g_strdup (record->id));
}

/* Events of a new set of accounts. */

typedef struct
{
  Making *making;
  const EntWork *work;
} Rebuilding;

static void
take_rebuilt (EntEventRecord *record,
              gpointer        data)
{
  Rebuilding *rebuilding = data;
  Making *making = rebuilding->making;
  const EntWork *work = rebuilding->work;
  Place place = place_of_account (making->parsed, g_array_index (work->accounts, guint32, 0));

  if (work->row != ENT_ROW_NONE)
    g_hash_table_insert (making->renamed, g_strdup (ent_event_store_get_id (making->parsed, work->row)),
                         g_strdup (record->id));
  add_record (making, record, work, place);
}

static void
rebuild (Making        *making,
         const EntWork *work)
{
  g_autoptr (GPtrArray) owned = ent_merge_node_array_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  Rebuilding rebuilding = { making, work };
  EntMergeCluster *cluster;

  for (guint i = 0; i < work->accounts->len; i++)
    add_node (making, g_array_index (work->accounts, guint32, i), owned, nodes);
  if (nodes->len == 0)
    return;
  cluster = ent_merge_cluster_new (nodes);
  ent_merge_settle (cluster);
  ent_merge_describe (making->vocabulary, cluster, 0, take_rebuilt, &rebuilding);
  ent_merge_cluster_free (cluster);
}

/* An event that the user added, with the words that the user says tell it. */
static void
add_by_hand (Making        *making,
             const EntWork *work)
{
  EntAccount account = { .issuer = ENT_ACTOR_NONE, .speaker = ENT_ACTOR_NONE, .role = ENT_ROLE_MENTIONS };
  EntEventRecord record = { .id = work->id, .initiator = ENT_ACTOR_NONE, .host = ENT_ACTOR_NONE };
  guint n = ent_event_store_get_n_statements (making->parsed);
  g_auto (EntEventPatch) patch = { 0 };

  for (guint i = 0; work->statement != NULL && i < n && record.n_accounts == 0; i++)
    {
      EntStatement *statement = ent_event_store_get_statement (making->parsed, i);

      if (strcmp (ent_statement_get_info (statement)->id, work->statement) != 0
          || work->evidence.end > ent_statement_get_n_bytes (statement))
        continue;
      account.statement = i;
      account.issuer = ent_event_store_get_issuer (making->parsed, i);
      account.evidence = &work->evidence;
      account.n_evidence = 1;
      record.accounts = &account;
      record.n_accounts = 1;
    }
  ent_event_patch_init (&patch, &record);
  ent_event_patch_set (&patch, making->vocabulary, ENT_EDITED_DATE, work->values[0] != NULL ? work->values[0] : "");
  account.date = patch.record.date;
  add_record (making, &record, work, (Place) { ENT_ROW_NONE, 0, 0 });
}

static gboolean
is_shown (const Making  *making,
          const EntWork *work)
{
  gboolean wanted = work->review != ENT_REVIEW_REJECTED && !work->hidden;

  return !work->absorbed && (wanted || making->flags & ENT_ARCHIVE_WITH_REJECTED)
         && (work->id != NULL || work->accounts == NULL || work->accounts->len > 0);
}

static void
copy_row (Making        *making,
          guint32        row,
          const EntWork *work,
          GArray        *accounts)
{
  g_autoptr (GPtrArray) candidates = NULL;
  EntEventRecord record;

  ent_event_store_get_record (making->parsed, row, accounts, &record);
  if (work != NULL)
    {
      add_record (making, &record, work, (Place) { row, 0, 0 });
      return;
    }
  candidates = rename_candidates (making, record.candidates);
  record.candidates = (const char * const *) candidates->pdata;
  if (record.candidates[0] == NULL)
    record.doubts &= (guint8) ~ENT_DOUBT_CANDIDATES;
  ent_event_store_builder_add_event (making->builder, &record);
}

/* Events that name others that have another id or are gone by now. */
static void
copy_naming_rows (Making *making,
                  GArray *accounts)
{
  const EntEventStore *parsed = making->parsed;

  for (guint32 i = 0; i < parsed->n_candidates && g_hash_table_size (making->renamed) > 0; i++)
    {
      guint32 row = parsed->candidates[i].row;

      if (making->gone[row])
        continue;
      making->gone[row] = TRUE;
      copy_row (making, row, NULL, accounts);
    }
}

/* Only what somebody has said something of is made anew. What has another id or is gone then is known before those are
 * copied that name it. */
static void
make_events (Making *making)
{
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (EntAccount));
  const GPtrArray *works = making->set->works;

  for (guint i = 0; i < works->len; i++)
    {
      const EntWork *work = g_ptr_array_index (works, i);

      if (work->row == ENT_ROW_NONE)
        continue;
      making->gone[work->row] = TRUE;
      if (!is_shown (making, work))
        g_hash_table_insert (making->renamed, g_strdup (ent_event_store_get_id (making->parsed, work->row)),
                             g_strdup (""));
    }
  for (guint i = 0; i < works->len; i++)
    {
      const EntWork *work = g_ptr_array_index (works, i);

      if (!is_shown (making, work))
        continue;
      if (work->id != NULL && work->accounts->len == 0)
        add_by_hand (making, work);
      else if (work->accounts != NULL)
        rebuild (making, work);
    }
  for (guint i = 0; i < works->len; i++)
    {
      const EntWork *work = g_ptr_array_index (works, i);

      if (work->row != ENT_ROW_NONE && work->accounts == NULL && is_shown (making, work))
        copy_row (making, work->row, work, accounts);
    }
  copy_naming_rows (making, accounts);
}

static EntEventStore *
make_store (Making *making)
{
  g_autoptr (EntEventStore) added = NULL;
  EntEventStore *store;

  making->builder = ent_event_store_builder_new (making->vocabulary);
  making->parses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ent_parsed_free);
  making->renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  making->gone = g_new0 (guint8, ent_event_store_get_n_events (making->parsed) + 1);
  make_events (making);
  added = ent_event_store_builder_end (making->builder);
  store = ent_event_store_replace (making->parsed, making->gone, added);
  g_hash_table_unref (making->parses);
  g_hash_table_unref (making->renamed);
  g_free (making->gone);
  return store;
}

/**
 * ent_archive_apply_to:
 * @archive: an archive
 * @parsed: events as they were parsed, those of the archive's statements among them
 * @already: (nullable) (element-type EntParsed): what some of its statements say, as far as it is not read yet
 * @flags: whether what was rejected is there
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable): a store with the user's changes; @parsed itself if there are none
 */
EntEventStore *
ent_archive_apply_to (EntArchive           *archive,
                      EntEventStore        *parsed,
                      GPtrArray            *already,
                      EntArchiveLoadFlags   flags,
                      GError              **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (EntWorkSet) set = NULL;
  g_autoptr (EntEventStoreBuilder) builder = NULL;
  Making making = { archive, parsed, ent_event_store_get_vocabulary (parsed), flags };
  EntEventStore *store;

  g_return_val_if_fail (archive != NULL && archive->database != NULL && parsed != NULL, NULL);

  locker = ent_archive_lock (archive);
  changes = ent_archive_read_changes (archive, ent_archive_get_only_coder (archive), error);
  if (changes == NULL)
    return NULL;
  if (parsed == archive->base)
    {
      g_clear_pointer (&archive->anchors, g_hash_table_unref);
      archive->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      making.anchors = archive->anchors;
      g_clear_pointer (&archive->marked, g_hash_table_unref);
      archive->marked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      making.marked = archive->marked;
    }
  if (changes->len == 0)
    return ent_event_store_ref (parsed);
  making.set = set = ent_work_set_new (parsed);
  making.already = already;
  ent_work_set_play (set, changes);
  store = make_store (&making);
  builder = making.builder;
  if (parsed == archive->base)
    archive->n_orphans = set->n_orphans;
  if (making.error == NULL)
    return store;
  g_propagate_error (error, making.error);
  ent_event_store_unref (store);
  return NULL;
}

/**
 * ent_archive_apply:
 * @archive: an archive
 * @parsed: events as they were parsed
 * @flags: whether what was rejected is there
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable): a store with the user's changes; @parsed itself if there are none
 */
EntEventStore *
ent_archive_apply (EntArchive           *archive,
                   EntEventStore        *parsed,
                   EntArchiveLoadFlags   flags,
                   GError              **error)
{
  return ent_archive_apply_to (archive, parsed, NULL, flags, error);
}

/**
 * ent_archive_dup_anchor:
 * @archive: an archive that was loaded
 * @event: an event's id in what was loaded last
 * @error: where to say that there is none
 *
 * Returns: (transfer full) (nullable): by what the event is known, as JSON
 */
char *
ent_archive_dup_anchor (EntArchive  *archive,
                        const char  *event,
                        GError     **error)
{
  const Place *place = archive->anchors != NULL ? g_hash_table_lookup (archive->anchors, event) : NULL;
  guint32 row;

  if (place != NULL && place->row == ENT_ROW_NONE)
    return g_strdup_printf ("{\"id\":\"%s\"}", event);
  if (place != NULL)
    return ent_anchor_dup_json (archive->base, place->row, place->account);
  if (archive->base != NULL && ent_event_store_find_id (archive->base, event, &row))
    return ent_anchor_dup_json (archive->base, row, 0);
  g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND, "there is no event “%s”", event);
  return NULL;
}

/**
 * ent_archive_get_reviewed_by:
 * @archive: an archive that was loaded
 * @event: an event's id in what was loaded last
 *
 * Returns: the group of changes that last said something of it, 0 for none
 */
gint64
ent_archive_get_reviewed_by (EntArchive *archive,
                             const char *event)
{
  const Place *place = archive->anchors != NULL ? g_hash_table_lookup (archive->anchors, event) : NULL;

  return place != NULL ? place->reviewed_by : 0;
}

static gboolean
is_same_account (const EntAccount *a,
                 const EntAccount *b)
{
  return a->statement == b->statement && a->role == b->role && a->topics == b->topics
         && a->n_evidence == b->n_evidence && ent_edtf_equal (a->date, b->date)
         && (a->n_evidence == 0 || memcmp (a->evidence, b->evidence, a->n_evidence * sizeof *a->evidence) == 0);
}

/**
 * ent_archive_dup_account_anchor:
 * @archive: an archive that was loaded
 * @account: an account in what was loaded last
 * @error: where to say that there is none
 *
 * Returns: (transfer full) (nullable): by what the account is known, as JSON
 */
char *
ent_archive_dup_account_anchor (EntArchive        *archive,
                                const EntAccount  *account,
                                GError           **error)
{
  guint n = archive->base != NULL ? ent_event_store_get_n_events (archive->base) : 0;

  for (guint32 row = 0; row < n; row++)
    for (guint i = 0; i < ent_event_store_get_n_accounts (archive->base, row); i++)
      {
        EntAccount other;

        ent_event_store_get_account (archive->base, row, i, &other);
        if (is_same_account (&other, account))
          return ent_anchor_dup_json (archive->base, row, i);
      }
  g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND, "there is no such account");
  return NULL;
}
