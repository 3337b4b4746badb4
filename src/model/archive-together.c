/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-together.h"

#include <math.h>
#include <string.h>

#include "base/json-text.h"
#include "model/archive-private.h"
#include "model/archive-work.h"

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
} Both;

static void
both_clear (Both *both)
{
  g_clear_pointer (&both->ours, ent_work_set_free);
  g_clear_pointer (&both->theirs, ent_work_set_free);
  g_clear_pointer (&both->our_changes, g_array_unref);
  g_clear_pointer (&both->their_changes, g_array_unref);
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

static void
clear_conflict (gpointer data)
{
  EntConflict *conflict = data;

  g_free (conflict->event);
  g_free (conflict->title);
  g_free (conflict->field);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict->coder);
}

static char *
dup_coder (EntArchive *archive,
           gint64      group)
{
  EntQuery *query = ent_database_query (archive->database, "SELECT coder FROM change_groups WHERE number = ?1", NULL);
  char *coder = NULL;

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, group);
  if (ent_query_next (query, NULL))
    coder = g_strdup (ent_query_get_text (query, 0));
  ent_query_end (query);
  return coder;
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
add_conflict (Both          *both,
              GArray        *conflicts,
              const EntWork *theirs,
              const char    *field,
              const char    *our_value,
              const char    *their_value)
{
  EntConflict conflict = {
    .event = g_strdup (ent_event_store_get_id (both->archive->base, theirs->row)),
    .title = g_strdup (ent_event_store_get_title (both->archive->base, theirs->row)),
    .field = g_strdup (field),
    .ours = g_strdup (our_value),
    .theirs = g_strdup (their_value),
    .coder = dup_coder (both->other, theirs->reviewed_by),
  };

  g_array_append_val (conflicts, conflict);
}

/* Whether the two say different things of the event; what only one says is none. */
static gboolean
find_conflicts (Both          *both,
                const EntWork *ours,
                const EntWork *theirs,
                GArray        *conflicts)
{
  guint before = conflicts->len;
  g_autofree char *our_accounts = dup_accounts (ours);
  g_autofree char *their_accounts = dup_accounts (theirs);

  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    if (ours->values[i] != NULL && theirs->values[i] != NULL && strcmp (ours->values[i], theirs->values[i]) != 0)
      add_conflict (both, conflicts, theirs, ent_edited_to_id (1u << i), ours->values[i], theirs->values[i]);
  if (our_accounts != NULL && their_accounts != NULL && strcmp (our_accounts, their_accounts) != 0)
    add_conflict (both, conflicts, theirs, "accounts", our_accounts, their_accounts);
  if ((ours->review == ENT_REVIEW_REJECTED) != (theirs->review == ENT_REVIEW_REJECTED)
      && ours->review != ENT_REVIEW_MACHINE && theirs->review != ENT_REVIEW_MACHINE)
    add_conflict (both, conflicts, theirs, "review", ent_review_to_id (ours->review),
                  ent_review_to_id (theirs->review));
  return conflicts->len > before;
}

/* The anchor of a change, as JSON, from the history that has it. */
static gboolean
copy_change (Both    *both,
             gint64   group,
             gint64   number,
             GError **error)
{
  EntQuery *query = ent_database_query (both->other->database,
                                        "SELECT action, target, field, before, after, note FROM changes"
                                        " WHERE number = ?1",
                                        error);
  gboolean good = FALSE;

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  if (ent_query_next (query, error))
    good = ent_archive_log_change (both->archive, group, ent_query_get_text (query, 0), ent_query_get_text (query, 1),
                                   ent_query_get_text (query, 2), ent_query_get_text (query, 3),
                                   ent_query_get_text (query, 4), ent_query_get_text (query, 5), error);
  ent_query_end (query);
  return good;
}

/* Whether our history has the very same change: it came from theirs, or theirs from ours. */
static gboolean
has_change (const Both      *both,
            const EntChange *change)
{
  for (guint i = 0; i < both->our_changes->len; i++)
    {
      const EntChange *ours = &g_array_index (both->our_changes, EntChange, i);

      if (strcmp (ours->action, change->action) == 0 && g_strcmp0 (ours->field, change->field) == 0
          && g_strcmp0 (ours->after, change->after) == 0 && g_strcmp0 (ours->before, change->before) == 0
          && strcmp (ours->target.id, change->target.id) == 0
          && g_strcmp0 (ours->target.statement, change->target.statement) == 0
          && ours->target.start == change->target.start)
        return TRUE;
    }
  return FALSE;
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

/* The parsed events of which both say different things are left alone as a whole, so that half of what somebody said is
 * never taken. */
static GHashTable *
find_disputed (Both   *both,
               GArray *conflicts)
{
  GHashTable *disputed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < both->theirs->works->len; i++)
    {
      EntWork *theirs = g_ptr_array_index (both->theirs->works, i);
      EntWork *ours = theirs->row != ENT_ROW_NONE
                        ? g_hash_table_lookup (both->ours->by_row, GUINT_TO_POINTER (theirs->row))
                        : NULL;

      if (ours != NULL && find_conflicts (both, ours, theirs, conflicts))
        g_hash_table_add (disputed, GUINT_TO_POINTER (theirs->row));
    }
  return disputed;
}

static gboolean
speaks_of (const Both      *both,
           const EntAnchor *anchor,
           GHashTable      *rows)
{
  guint32 row;
  guint account;

  return anchor->id != NULL && ent_anchor_index_find (both->theirs->index, anchor, &row, &account)
         && g_hash_table_contains (rows, GUINT_TO_POINTER (row));
}

/* What comes in stays the word of whoever said it. */
static gint64
begin_group (Both    *both,
             gint64   their_group,
             GError **error)
{
  g_autofree char *ours = g_steal_pointer (&both->archive->coder);
  gint64 group;

  both->archive->coder = dup_coder (both->other, their_group);
  group = ent_archive_log_group (both->archive, "corrections", NULL, 0, error);
  g_free (both->archive->coder);
  both->archive->coder = g_steal_pointer (&ours);
  return group;
}

/* What they say of statements and periods, and not of events: the last word on each, and notes that they kept. */
#define THEIR_OTHERS \
  "SELECT c.number, c.change_group, c.action, c.target, c.field, c.after FROM changes c" \
  " JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done' AND (" \
  " c.action IN ('note-statement', 'tag-statement', 'note-period', 'tag-period')" \
  " AND NOT EXISTS (SELECT 1 FROM changes r" \
  "   JOIN change_groups h ON h.number = r.change_group WHERE r.action = 'unmark' AND h.state = 'done'" \
  "   AND CAST (r.field AS INTEGER) = c.number)" \
  " OR c.action IN ('edit-statement', 'period') AND NOT EXISTS (SELECT 1 FROM changes r" \
  "   JOIN change_groups h ON h.number = r.change_group WHERE h.state = 'done' AND r.target = c.target" \
  "   AND r.number > c.number AND (r.action = 'restore-statement' OR r.action = c.action" \
  "   AND (c.action = 'period' OR r.field = c.field)))) ORDER BY c.number"

/* Of them, what is not taken over: what is known here, and what is of statements that are not. */
#define IS_KNOWN \
  "SELECT EXISTS (SELECT 1 FROM changes WHERE action = ?1 AND target = ?2 AND after IS ?4" \
  "   AND (field IS ?3 OR action LIKE '%-period'))" \
  " OR ?1 LIKE '%-statement' AND NOT EXISTS (SELECT 1 FROM statements WHERE id = ?2)"

/* What a change says, as one text. */
#define SAID "CASE c.action WHEN 'period' THEN coalesce (c.field, '') || ' ' || coalesce (c.after, '') ELSE c.after END"

/* Whether something else is said here of the same, and what. */
#define OUR_WORD \
  "SELECT " SAID " FROM changes c JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done'" \
  " AND c.action = ?1 AND c.target = ?2 AND (?1 = 'period' OR c.field IS ?3) AND c.number > coalesce ((SELECT" \
  "   max (r.number) FROM changes r JOIN change_groups h ON h.number = r.change_group WHERE h.state = 'done'" \
  "   AND r.action = 'restore-statement' AND r.target = c.target), 0) ORDER BY c.number DESC LIMIT 1"

typedef struct
{
  gint64 number;
  gint64 group;
  char *words[4]; /* action, target, field, after */
} Other;

static void
other_clear (gpointer data)
{
  Other *other = data;

  for (guint i = 0; i < G_N_ELEMENTS (other->words); i++)
    g_free (other->words[i]);
}

static void
add_other (EntQuery *row,
           gpointer  others)
{
  Other other = { ent_query_get_number (row, 0), ent_query_get_number (row, 1), { NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (other.words); i++)
    other.words[i] = g_strdup (ent_query_get_text (row, (int) i + 2));
  g_array_append_val (others, other);
}

/* Asks of one such word. Returns whether there is an answer, which is owned. */
static gboolean
ask (EntDatabase  *database,
     const char   *sql,
     const Other  *other,
     char        **answer)
{
  EntQuery *query = ent_database_query (database, sql, NULL);
  gboolean is_there;

  *answer = NULL;
  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (other->words); i++)
    ent_query_bind_text (query, (int) i + 1, other->words[i]);
  is_there = ent_query_next (query, NULL);
  if (is_there)
    *answer = g_strdup (ent_query_get_text (query, 0));
  ent_query_end (query);
  return is_there;
}

/* Whether what they say is to be taken over. What both say differently is not, and told, but where theirs is what
 * became of ours. */
static gboolean
is_wanted (Both        *both,
           const Other *other,
           GArray      *conflicts)
{
  g_autofree char *known = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *had = NULL;
  Other same = *other;
  EntConflict conflict = { NULL };

  if (!ask (both->archive->database, IS_KNOWN, other, &known) || g_strcmp0 (known, "0") != 0)
    return FALSE;
  if (g_str_has_prefix (other->words[0], "note") || g_str_has_prefix (other->words[0], "tag")
      || !ask (both->archive->database, OUR_WORD, other, &ours))
    return TRUE;
  same.words[3] = ours;
  if (ask (both->other->database, "SELECT 1 FROM changes c WHERE c.action = ?1 AND c.target = ?2 AND " SAID " IS ?4"
                                  " AND (c.field IS ?3 OR ?1 = 'period')",
           &same, &had))
    return TRUE;
  conflict.title = g_strdup (other->words[1]);
  conflict.field = g_strdup (g_str_equal (other->words[0], "period") ? "period" : other->words[2]);
  conflict.ours = g_strdup (ours);
  ask (both->other->database, "SELECT " SAID " FROM changes c WHERE c.action = ?1 AND c.target = ?2 AND c.field IS ?3"
                              " AND c.after IS ?4 ORDER BY c.number DESC LIMIT 1",
       other, &conflict.theirs);
  conflict.coder = dup_coder (both->other, other->group);
  g_array_append_val (conflicts, conflict);
  return FALSE;
}

/* Takes over what they say of statements and periods; what a statement says is then found anew. */
static gboolean
take_others (Both    *both,
             GArray  *conflicts,
             gint64  *group,
             guint   *n_taken,
             GError **error)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (Other));
  EntQuery *query = ent_database_query (both->other->database, THEIR_OTHERS, error);
  gboolean corrects = FALSE;

  g_array_set_clear_func (others, other_clear);
  if (query == NULL || !ent_query_each (query, add_other, others, error))
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      const Other *other = &g_array_index (others, Other, i);

      if (!is_wanted (both, other, conflicts))
        continue;
      if (*group == 0)
        *group = begin_group (both, other->group, error);
      if (*group == 0 || !copy_change (both, *group, other->number, error))
        return FALSE;
      ++*n_taken;
      if (!g_str_equal (other->words[0], "edit-statement"))
        continue;
      corrects = TRUE;
      if (!ent_archive_parse_again (both->archive, ent_archive_find_statement (both->archive, other->words[1], NULL),
                                    error))
        return FALSE;
    }
  return !corrects || ent_archive_bump_generation (both->archive, error);
}

static gboolean
take_changes (Both        *both,
              GHashTable  *disputed,
              gint64      *begun,
              guint       *n_taken,
              GError     **error)
{
  gint64 group = 0;

  for (guint i = 0; i < both->their_changes->len; i++)
    {
      const EntChange *change = &g_array_index (both->their_changes, EntChange, i);

      if (has_change (both, change) || is_taken_away (both, change) || speaks_of (both, &change->target, disputed)
          || speaks_of (both, &change->other, disputed))
        continue;
      if (group == 0)
        group = begin_group (both, change->group, error);
      if (group == 0 || !copy_change (both, group, change->number, error))
        return FALSE;
      ++*n_taken;
    }
  *begun = group;
  return TRUE;
}

static gboolean
set_group_n (EntArchive  *archive,
             guint        n,
             GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "UPDATE change_groups SET n = ?1"
                                        " WHERE number = (SELECT max (number) FROM change_groups)",
                                        error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, n);
  return ent_query_run (query, error);
}

/**
 * ent_archive_merge_corrections:
 * @archive: an archive
 * @other: another one, with the same statements or some of them
 * @n_taken: (out): how many changes came in
 * @error: where to say why it could not
 *
 * Takes in what somebody else has said of events, statements and periods. What both have said something different of
 * is left as it is here, and told. Run twice, it takes nothing the second time.
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
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (EntConflict));
  g_autoptr (GHashTable) disputed = NULL;
  gboolean good;
  gint64 group = 0;
  Both both;

  g_return_val_if_fail (archive != NULL && other != NULL && archive != other && n_taken != NULL, NULL);

  *n_taken = 0;
  g_array_set_clear_func (conflicts, clear_conflict);
  locker = ent_archive_lock (archive);
  if (!both_init (&both, archive, NULL, other, NULL, error))
    {
      both_clear (&both);
      return NULL;
    }
  disputed = find_disputed (&both, conflicts);
  good = ent_archive_begin (archive, error);
  if (good
      && (!take_changes (&both, disputed, &group, n_taken, error)
          || !take_others (&both, conflicts, &group, n_taken, error)))
    {
      ent_archive_rollback (archive);
      good = FALSE;
    }
  /* Nothing new is no change. */
  if (good && *n_taken == 0)
    ent_archive_rollback (archive);
  else if (good)
    good = set_group_n (archive, *n_taken, error) && ent_archive_commit (archive, error);
  both_clear (&both);
  return good ? g_steal_pointer (&conflicts) : NULL;
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
