/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-together.h"

#include <math.h>
#include <string.h>

#include "base/json-text.h"
#include "model/archive-private.h"
#include "model/archive-taking.h"
#include "model/archive-work.h"
#include "model/event-store-private.h"

/* What can be said of an event: its values, and */
#define ASPECT_ACCOUNTS (1u << ENT_N_EVENT_VALUES)
#define ASPECT_REVIEW (2u << ENT_N_EVENT_VALUES)
#define ALL_ASPECTS ((4u << ENT_N_EVENT_VALUES) - 1)

/* A change as a key: the same one is in both histories where it came over from one to the other. */
static char *
dup_key (const EntChange *change)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%s\n%u", change->action, change->field != NULL ? change->field : "\r",
                          change->after != NULL ? change->after : "\r", change->before != NULL ? change->before : "\r",
                          change->target.id, change->target.statement != NULL ? change->target.statement : "\r",
                          change->target.start);
}

/* A history's changes as keys, and all of them. What was done twice has two. */
typedef struct
{
  GPtrArray *of; /* of each change */
  GHashTable *all;
} Keys;

static void
keys_init (Keys         *keys,
           const GArray *changes)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  keys->of = g_ptr_array_new_with_free_func (g_free);
  keys->all = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < changes->len; i++)
    {
      char *key = dup_key (&g_array_index (changes, EntChange, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      char *numbered = g_strdup_printf ("%u\n%s", n, key);

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      g_ptr_array_add (keys->of, numbered);
      g_hash_table_add (keys->all, numbered);
    }
}

static void
keys_clear (Keys *keys)
{
  g_clear_pointer (&keys->all, g_hash_table_unref);
  g_clear_pointer (&keys->of, g_ptr_array_unref);
}

/* Whether a change is in the other history, too. */
static gboolean
is_known (const Keys *keys,
          guint       change,
          const Keys *others)
{
  return g_hash_table_contains (others->all, keys->of->pdata[change]);
}

/*
 * What two people say of one store of what was parsed. Both histories are played over the same events, so that the two
 * say of one event what stands side by side.
 */
typedef struct
{
  EntArchive *archive;
  EntArchive *other;
  GArray *our_changes;
  GArray *their_changes;
  EntWorkSet *ours;
  EntWorkSet *theirs;
  Keys our_keys;
  Keys their_keys;
  GHashTable *our_news;    /* id → of which aspects of it something is said here that they do not know */
  GHashTable *their_news;
} Both;

static void
both_clear (Both *both)
{
  g_clear_pointer (&both->ours, ent_work_set_free);
  g_clear_pointer (&both->theirs, ent_work_set_free);
  g_clear_pointer (&both->our_changes, g_array_unref);
  g_clear_pointer (&both->their_changes, g_array_unref);
  keys_clear (&both->our_keys);
  keys_clear (&both->their_keys);
  g_clear_pointer (&both->our_news, g_hash_table_unref);
  g_clear_pointer (&both->their_news, g_hash_table_unref);
}

static gboolean
both_init (Both        *both,
           EntArchive  *archive,
           const char  *coder,
           EntArchive  *other,
           const char  *other_coder,
           GError     **error)
{
  *both = (Both) { archive, other };
  if (!ent_archive_ensure_base (archive, error)
      || (both->our_changes = ent_archive_read_changes (archive, coder, error)) == NULL
      || (both->their_changes = ent_archive_read_changes (other, other_coder, error)) == NULL)
    return FALSE;
  both->ours = ent_work_set_new (archive->base);
  both->theirs = ent_work_set_new (archive->base);
  ent_work_set_play (both->ours, both->our_changes);
  ent_work_set_play (both->theirs, both->their_changes);
  return TRUE;
}

/* The id of an event as it was parsed or added by hand; NULL for one that was parted from another. */
static const char *
get_id (const Both    *both,
        const EntWork *work)
{
  if (work->id != NULL)
    return work->id;
  return work->row != ENT_ROW_NONE ? ent_event_store_get_id (both->archive->base, work->row) : NULL;
}

/* The same of what a change speaks of. */
static const char *
find_id (const Both       *both,
         const EntWorkSet *set,
         const EntAnchor  *anchor)
{
  const EntWork *added = anchor->id != NULL ? g_hash_table_lookup (set->by_id, anchor->id) : NULL;
  guint32 row;
  guint account;

  if (added != NULL)
    return added->id;
  if (anchor->id == NULL || !ent_anchor_index_find (set->index, anchor, &row, &account))
    return NULL;
  return ent_event_store_get_id (both->archive->base, row);
}

/* What the work says of its accounts, to compare: none where these are as parsed. */
static char *
dup_accounts (const EntWork *work)
{
  g_autoptr (GArray) sorted = NULL;
  GString *text;

  if (work->accounts == NULL)
    return NULL;
  sorted = g_array_copy (work->accounts);
  text = g_string_new (NULL);
  for (guint i = 1; i < sorted->len; i++)
    for (guint j = i; j > 0 && g_array_index (sorted, guint32, j) < g_array_index (sorted, guint32, j - 1); j--)
      {
        guint32 swapped = g_array_index (sorted, guint32, j);

        g_array_index (sorted, guint32, j) = g_array_index (sorted, guint32, j - 1);
        g_array_index (sorted, guint32, j - 1) = swapped;
      }
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (sorted, guint32, i));
  return g_string_free (text, FALSE);
}

static void
add_statement (const EntEventStore *store,
               guint32              account,
               GPtrArray           *ids)
{
  guint statement = store->accounts[account].statement;
  const char *id = ent_statement_get_info (ent_event_store_get_statement ((EntEventStore *) store, statement))->id;

  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

/* The statements that tell it, as the work has it or as it was parsed, an id a line. */
static char *
list_statements (const EntEventStore *store,
                 const EntWork       *work)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const guint32 *starts = ent_event_store_get_columns (store)->accounts_start;

  for (guint i = 0; work->accounts != NULL && i < work->accounts->len; i++)
    add_statement (store, g_array_index (work->accounts, guint32, i), ids);
  for (guint32 i = starts[work->row]; work->accounts == NULL && i < starts[work->row + 1]; i++)
    add_statement (store, i, ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv ("\n", (char **) ids->pdata);
}

/* A work and what the same event is for the other one, who may have taken back whatever was said of it. */
typedef struct
{
  const Both *both;
  EntTaking *taking;
  const EntWork *ours;
  const EntWork *theirs;
  gboolean we_restored;
  gboolean they_restored;
} Dispute;

static void
add_conflict (const Dispute *dispute,
              const char    *field,
              const char    *our_value,
              const char    *their_value)
{
  EntEventStore *base = dispute->both->archive->base;
  const EntWork *theirs = dispute->theirs;
  g_autofree char *coder = ent_taking_dup_coder (dispute->taking, dispute->they_restored ? theirs->restored->group
                                                                                         : theirs->reviewed_by);
  const char *added = theirs->values[__builtin_ctz (ENT_EDITED_TITLE)];
  const EntConflict conflict = {
    .event = (char *) get_id (dispute->both, theirs),
    .title = (char *) (theirs->row != ENT_ROW_NONE ? ent_event_store_get_title (base, theirs->row) : added),
    .field = (char *) field,
    .ours = (char *) our_value,
    .theirs = (char *) their_value,
    .coder = coder,
  };

  if (g_strcmp0 (our_value, their_value) != 0)
    ent_taking_add_conflict (dispute->taking, &conflict);
}

static guint
get_news (const Dispute *dispute,
          GHashTable    *news)
{
  const char *id = get_id (dispute->both, dispute->theirs);

  return GPOINTER_TO_UINT (g_hash_table_lookup (news, id));
}

/* Whether both have said something, where who has brought back what was parsed has said that; and each something that
 * the other one does not know: else one has only gone on from where the other one is. */
static gboolean
is_disputed (const Dispute *dispute,
             guint          aspect,
             gboolean       ours,
             gboolean       theirs)
{
  return (ours || (dispute->we_restored && theirs)) && (theirs || (dispute->they_restored && ours))
         && get_news (dispute, dispute->both->our_news) & get_news (dispute, dispute->both->their_news) & aspect;
}

static void
compare_value (const Dispute *dispute,
               guint          i)
{
  EntEventStore *base = dispute->both->archive->base;
  const char *ours = dispute->ours->values[i];
  const char *theirs = dispute->theirs->values[i];
  guint32 row = dispute->theirs->row;
  g_autofree char *parsed = row != ENT_ROW_NONE ? ent_event_dup_value (base, row, 1u << i) : NULL;

  if (is_disputed (dispute, 1u << i, ours != NULL, theirs != NULL))
    add_conflict (dispute, ent_edited_to_id (1u << i), ours != NULL ? ours : parsed, theirs != NULL ? theirs : parsed);
}

static void
compare_accounts (const Dispute *dispute)
{
  const EntEventStore *base = dispute->both->archive->base;
  g_autofree char *ours = dup_accounts (dispute->ours);
  g_autofree char *theirs = dup_accounts (dispute->theirs);
  g_autofree char *our_statements = NULL;
  g_autofree char *their_statements = NULL;

  if (!is_disputed (dispute, ASPECT_ACCOUNTS, ours != NULL, theirs != NULL) || g_strcmp0 (ours, theirs) == 0)
    return;
  our_statements = list_statements (base, dispute->ours);
  their_statements = list_statements (base, dispute->theirs);
  add_conflict (dispute, "accounts", our_statements, their_statements);
}

/* Whether there is such an event; and whether it was looked at, where one has taken that back. */
static void
compare_review (const Dispute *dispute)
{
  EntReview ours = dispute->ours->review;
  EntReview theirs = dispute->theirs->review;
  gboolean both = ours != ENT_REVIEW_MACHINE && theirs != ENT_REVIEW_MACHINE;
  gboolean one = ours == ENT_REVIEW_MACHINE ? theirs != ENT_REVIEW_EDITED : ours != ENT_REVIEW_EDITED;

  if ((both ? (ours == ENT_REVIEW_REJECTED) != (theirs == ENT_REVIEW_REJECTED) : one)
      && is_disputed (dispute, ASPECT_REVIEW, ours != ENT_REVIEW_MACHINE, theirs != ENT_REVIEW_MACHINE))
    add_conflict (dispute, "review", ent_review_to_id (ours), ent_review_to_id (theirs));
}

/* What of an event a change is about. */
static guint
get_aspects (const EntChange *change)
{
  EntEdited field;

  if (g_str_equal (change->action, "note") || g_str_equal (change->action, "tag"))
    return 0;
  if (g_str_equal (change->action, "restore"))
    return ALL_ASPECTS;
  if (g_str_equal (change->action, "edit"))
    return ASPECT_REVIEW | (change->field != NULL && ent_edited_from_id (change->field, &field) ? (guint) field : 0);
  return g_str_equal (change->action, "review") || g_str_equal (change->action, "hide")
           ? ASPECT_REVIEW
           : ASPECT_REVIEW | ASPECT_ACCOUNTS;
}

/* The events of which changes speak that the other one does not know, and of which aspects of them. */
static GHashTable *
list_news (const Both       *both,
           const EntWorkSet *set,
           const GArray     *changes,
           const Keys       *keys,
           const Keys       *others)
{
  GHashTable *news = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      const EntChange *change = &g_array_index (changes, EntChange, i);
      const EntAnchor *anchors[] = { &change->target, &change->other };
      guint aspects = get_aspects (change);

      for (guint j = 0; j < G_N_ELEMENTS (anchors) && aspects != 0 && !is_known (keys, i, others); j++)
        {
          const char *id = find_id (both, set, anchors[j]);
          guint known = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (news, id)) : 0;

          if (id != NULL)
            g_hash_table_insert (news, (gpointer) id, GUINT_TO_POINTER (known | aspects));
        }
    }
  return news;
}

static void
compare_histories (Both *both)
{
  keys_init (&both->our_keys, both->our_changes);
  keys_init (&both->their_keys, both->their_changes);
  both->our_news = list_news (both, both->ours, both->our_changes, &both->our_keys, &both->their_keys);
  both->their_news = list_news (both, both->theirs, both->their_changes, &both->their_keys, &both->our_keys);
}

/* Whether one has brought back what was parsed, and the other one does not know. */
static gboolean
has_restored (const EntWork *work,
              const GArray  *changes,
              const Keys    *keys,
              const Keys    *others)
{
  return work->restored != NULL
         && !is_known (keys, (guint) (work->restored - (const EntChange *) (gconstpointer) changes->data), others);
}

/* Whether the two say different things of the event; what only one says is none. */
static gboolean
find_conflicts (const Both    *both,
                const EntWork *ours,
                const EntWork *theirs,
                EntTaking     *taking)
{
  guint before = taking->conflicts->len;
  const Dispute dispute = {
    both, taking, ours, theirs,
    .we_restored = has_restored (ours, both->our_changes, &both->our_keys, &both->their_keys),
    .they_restored = has_restored (theirs, both->their_changes, &both->their_keys, &both->our_keys),
  };

  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    compare_value (&dispute, i);
  compare_accounts (&dispute);
  compare_review (&dispute);
  return taking->conflicts->len > before;
}

/* Whether it is a note or a tag that they took away again. */
static gboolean
is_taken_away (const Both      *both,
               const EntChange *change)
{
  EntQuery *query;
  gboolean is_gone = FALSE;

  if (!g_str_equal (change->action, "note") && !g_str_equal (change->action, "tag"))
    return FALSE;
  query = ent_database_query (both->other->database,
                              "SELECT 1 FROM changes r JOIN change_groups h ON h.number = r.change_group"
                              " WHERE r.action = 'unmark' AND h.state = 'done' AND CAST (r.field AS INTEGER) = ?1",
                              NULL);
  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, change->number);
  is_gone = ent_query_next (query, NULL);
  ent_query_end (query);
  return is_gone;
}

/* The events of which both say different things are left alone as a whole, so that half of what somebody said is never
 * taken. */
static GHashTable *
find_disputed (const Both *both,
               EntTaking  *taking)
{
  GHashTable *disputed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < both->theirs->works->len; i++)
    {
      EntWork *theirs = g_ptr_array_index (both->theirs->works, i);
      EntWork *ours = NULL;

      if (theirs->id != NULL)
        ours = g_hash_table_lookup (both->ours->by_id, theirs->id);
      else if (theirs->row != ENT_ROW_NONE)
        ours = g_hash_table_lookup (both->ours->by_row, GUINT_TO_POINTER (theirs->row));
      if (ours != NULL && find_conflicts (both, ours, theirs, taking))
        g_hash_table_add (disputed, (gpointer) get_id (both, theirs));
    }
  return disputed;
}

static gboolean
speaks_of (const Both      *both,
           const EntAnchor *anchor,
           GHashTable      *events)
{
  const char *id = find_id (both, both->theirs, anchor);

  return id != NULL && g_hash_table_contains (events, id);
}

static gboolean
take_changes (const Both  *both,
              EntTaking   *taking,
              GHashTable  *disputed,
              GError     **error)
{
  for (guint i = 0; i < both->their_changes->len; i++)
    {
      const EntChange *change = &g_array_index (both->their_changes, EntChange, i);

      if (is_known (&both->their_keys, i, &both->our_keys) || is_taken_away (both, change)
          || speaks_of (both, &change->target, disputed) || speaks_of (both, &change->other, disputed))
        continue;
      if (!ent_taking_take (taking, change->group, change->number, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ent_archive_merge_corrections:
 * @archive: an archive
 * @other: another one, with the same statements or some of them
 * @n_taken: (out): how many changes came in
 * @error: where to say why it could not
 *
 * Takes in what others have said of events, statements and periods, as one change for each coder. What both have said
 * something different of is left as it is here, and told; so is a statement that one took out and the other said more
 * of. Run twice, it takes nothing the second time.
 *
 * Returns: (transfer full) (nullable) (element-type EntConflict): what the two disagree on
 */
GArray *
ent_archive_merge_corrections (EntArchive  *archive,
                               EntArchive  *other,
                               guint       *n_taken,
                               GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GHashTable) disputed = NULL;
  g_auto (EntTaking) taking = { NULL };
  gboolean good;
  Both both;

  g_return_val_if_fail (archive != NULL && other != NULL && archive != other && n_taken != NULL, NULL);

  *n_taken = 0;
  locker = ent_archive_lock (archive);
  ent_taking_init (&taking, archive, other);
  if (!both_init (&both, archive, NULL, other, NULL, error))
    {
      both_clear (&both);
      return NULL;
    }
  compare_histories (&both);
  disputed = find_disputed (&both, &taking);
  good = ent_archive_begin (archive, error);
  if (good
      && (!take_changes (&both, &taking, disputed, error) || !ent_taking_take_statements (&taking, error)
          || !ent_taking_end (&taking, error)))
    {
      ent_archive_rollback (archive);
      good = FALSE;
    }
  /* Nothing new is no change. */
  if (good && taking.n_taken == 0)
    ent_archive_rollback (archive);
  else if (good)
    good = ent_archive_commit (archive, error);
  both_clear (&both);
  *n_taken = good ? taking.n_taken : 0;
  return good ? g_steal_pointer (&taking.conflicts) : NULL;
}

/**
 * ent_krippendorff_alpha:
 * @first: (array length=n): what one coder says of each unit, as numbers of values
 * @second: (array length=n): what the other one says
 * @n: how many units both have coded
 *
 * Krippendorff's alpha for two coders and nominal data without gaps (Krippendorff, Content Analysis, 2004, chapter 11):
 * 1 − observed by expected disagreement, where the expected one is that of all 2n values drawn at random.
 *
 * Returns: 1 where they agree in all, 0 where they agree as often as chance; NaN where no two values differ
 */
double
ent_krippendorff_alpha (const guint *first,
                        const guint *second,
                        gsize        n)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;
  double total = 2.0 * (double) n;
  double n_unlike = 0.0;
  double n_like_pairs = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      const guint values[] = { first[i], second[i] };

      n_unlike += first[i] != second[i];
      for (guint j = 0; j < 2; j++)
        {
          gpointer key = GUINT_TO_POINTER (values[j]);
          guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (n_before + 1));
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_like_pairs += (double) GPOINTER_TO_UINT (value) * ((double) GPOINTER_TO_UINT (value) - 1.0);
  if (n == 0 || g_hash_table_size (counts) < 2)
    return NAN;
  return 1.0 - (n_unlike / (double) n) / (1.0 - n_like_pairs / (total * (total - 1.0)));
}

/* The number of a text among those met so far. */
static guint
number_text (GHashTable *numbers,
             const char *text)
{
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, text, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_hash_table_insert (numbers, g_strdup (text), GUINT_TO_POINTER (g_hash_table_size (numbers)));
  return g_hash_table_size (numbers) - 1;
}

/* What a coder holds to be the field's value: the coder's own, or what was parsed. */
static char *
dup_held (const EntEventStore *parsed,
          const EntWork       *work,
          guint                field)
{
  if (field == ENT_N_EVENT_VALUES)
    return g_strdup (work->review == ENT_REVIEW_REJECTED ? "rejected" : "accepted");
  if (field == ENT_N_EVENT_VALUES + 1)
    {
      char *accounts = dup_accounts (work);

      return accounts != NULL ? accounts : g_strdup ("");
    }
  if (work->values[field] != NULL)
    return g_strdup (work->values[field]);
  return ent_event_dup_value (parsed, work->row, 1u << field);
}

static EntAgreement
measure (const Both      *both,
         const GPtrArray *pairs,
         guint            field)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n = pairs->len / 2;
  g_autofree guint *first = g_new (guint, n + 1);
  g_autofree guint *second = g_new (guint, n + 1);
  EntAgreement agreement = { field < ENT_N_EVENT_VALUES ? ent_edited_to_id (1u << field) : "review", 0.0, 0, 0 };

  if (field > ENT_N_EVENT_VALUES)
    agreement.field = "accounts";
  for (gsize i = 0; i < n; i++)
    {
      const EntWork *ours = g_ptr_array_index (pairs, 2 * i);
      const EntWork *theirs = g_ptr_array_index (pairs, 2 * i + 1);
      g_autofree char *our_value = NULL;
      g_autofree char *their_value = NULL;

      /* Of what is no event for one of them, only that can be compared. */
      if (field != ENT_N_EVENT_VALUES
          && (ours->review == ENT_REVIEW_REJECTED || theirs->review == ENT_REVIEW_REJECTED))
        continue;
      our_value = dup_held (both->archive->base, ours, field);
      their_value = dup_held (both->archive->base, theirs, field);
      first[agreement.n_events] = number_text (numbers, our_value);
      second[agreement.n_events] = number_text (numbers, their_value);
      agreement.n_agreed += first[agreement.n_events] == second[agreement.n_events];
      agreement.n_events++;
    }
  agreement.alpha = ent_krippendorff_alpha (first, second, agreement.n_events);
  return agreement;
}

/**
 * ent_archive_get_agreement:
 * @archive: an archive in which one coder has reviewed events
 * @coder: (nullable): the one whose word counts there; %NULL for everybody's
 * @other: one with the same statements, in which another one has; or the same one
 * @other_coder: (nullable): the one whose word counts there
 * @error: where to say why it could not
 *
 * Measures how far the two agree on the events that both have looked at.
 *
 * Returns: (transfer full) (nullable) (element-type EntAgreement): each field's agreement
 */
GArray *
ent_archive_get_agreement (EntArchive  *archive,
                           const char  *coder,
                           EntArchive  *other,
                           const char  *other_coder,
                           GError     **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  GArray *agreements = NULL;
  Both both;

  g_return_val_if_fail (archive != NULL && other != NULL, NULL);
  g_return_val_if_fail (archive != other || g_strcmp0 (coder, other_coder) != 0, NULL);

  locker = ent_archive_lock (archive);
  if (both_init (&both, archive, coder, other, other_coder, error))
    {
      for (guint i = 0; i < both.ours->works->len; i++)
        {
          EntWork *ours = g_ptr_array_index (both.ours->works, i);
          EntWork *theirs = ours->row != ENT_ROW_NONE
                              ? g_hash_table_lookup (both.theirs->by_row, GUINT_TO_POINTER (ours->row))
                              : NULL;

          if (theirs == NULL || ours->review == ENT_REVIEW_MACHINE || theirs->review == ENT_REVIEW_MACHINE)
            continue;
          g_ptr_array_add (pairs, ours);
          g_ptr_array_add (pairs, theirs);
        }
      agreements = g_array_new (FALSE, FALSE, sizeof (EntAgreement));
      for (guint field = 0; field < ENT_N_EVENT_VALUES + 2; field++)
        {
          EntAgreement agreement = measure (&both, pairs, field);

          g_array_append_val (agreements, agreement);
        }
    }
  both_clear (&both);
  return agreements;
}
