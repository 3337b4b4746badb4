/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-work.h"

#include <string.h>

#include "read/json-record.h"

static void
work_clear_values (EntWork *work)
{
  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    {
      g_clear_pointer (&work->values[i], g_free);
      g_clear_pointer (&work->before[i], g_free);
      g_clear_pointer (&work->kept[i], g_free);
    }
}

static void
work_free (gpointer data)
{
  EntWork *work = data;

  work_clear_values (work);
  g_clear_pointer (&work->accounts, g_array_unref);
  g_clear_pointer (&work->marks, g_array_unref);
  g_free (work->id);
  g_free (work->statement);
  g_free (work);
}

/**
 * ent_change_clear:
 * @change: a change whose strings are given back
 */
void
ent_change_clear (EntChange *change)
{
  g_free (change->action);
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  ent_anchor_clear (&change->target);
  ent_anchor_clear (&change->other);
}

/**
 * ent_work_set_new:
 * @parsed: what was parsed; it must live longer
 *
 * Returns: (transfer full): no changes yet
 */
EntWorkSet *
ent_work_set_new (const EntEventStore *parsed)
{
  EntWorkSet *self = g_new0 (EntWorkSet, 1);

  self->parsed = parsed;
  self->index = ent_anchor_index_new (parsed);
  self->works = g_ptr_array_new_with_free_func (work_free);
  self->by_row = g_hash_table_new (NULL, NULL);
  self->by_account = g_hash_table_new (NULL, NULL);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * ent_work_set_free:
 * @set: (nullable): a set
 */
void
ent_work_set_free (EntWorkSet *set)
{
  if (set == NULL)
    return;
  ent_anchor_index_free (set->index);
  g_hash_table_unref (set->by_row);
  g_hash_table_unref (set->by_account);
  g_hash_table_unref (set->by_id);
  g_ptr_array_unref (set->works);
  g_free (set);
}

static EntWork *
work_new (EntWorkSet *self,
          guint32     row)
{
  EntWork *work = g_new0 (EntWork, 1);

  work->row = row;
  g_ptr_array_add (self->works, work);
  return work;
}

static EntWork *
get_work_of_row (EntWorkSet *self,
                 guint32     row)
{
  EntWork *work = g_hash_table_lookup (self->by_row, GUINT_TO_POINTER (row));

  if (work != NULL)
    return work;
  work = work_new (self, row);
  g_hash_table_insert (self->by_row, GUINT_TO_POINTER (row), work);
  return work;
}

/* The event that has the anchor's account by now, and the account's number. */
static EntWork *
find_work (EntWorkSet      *self,
           const EntAnchor *anchor,
           guint32         *account)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->parsed);
  EntWork *work = g_hash_table_lookup (self->by_id, anchor->id);
  guint32 row;
  guint which;

  *account = ENT_ROW_NONE;
  if (work != NULL)
    return work;
  if (!ent_anchor_index_find (self->index, anchor, &row, &which))
    return NULL;
  if (which < columns->accounts_start[row + 1] - columns->accounts_start[row])
    {
      *account = columns->accounts_start[row] + which;
      work = g_hash_table_lookup (self->by_account, GUINT_TO_POINTER (*account));
    }
  return work != NULL ? work : get_work_of_row (self, row);
}

static GArray *
ensure_accounts (EntWorkSet *self,
                 EntWork    *work)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->parsed);

  if (work->accounts != NULL)
    return work->accounts;
  work->accounts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (work->row != ENT_ROW_NONE)
    for (guint32 i = columns->accounts_start[work->row]; i < columns->accounts_start[work->row + 1]; i++)
      g_array_append_val (work->accounts, i);
  return work->accounts;
}

static void
give_account (EntWorkSet *self,
              EntWork    *to,
              guint32     account)
{
  ensure_accounts (self, to);
  g_array_append_val (to->accounts, account);
  g_hash_table_insert (self->by_account, GUINT_TO_POINTER (account), to);
}

static void
take_account (EntWorkSet *self,
              EntWork    *from,
              guint32     account)
{
  ensure_accounts (self, from);
  for (guint i = from->accounts->len; i > 0; i--)
    if (g_array_index (from->accounts, guint32, i - 1) == account)
      g_array_remove_index (from->accounts, i - 1);
}

static void
add_mark (EntWork *work,
          gint64   number)
{
  if (work->marks == NULL)
    work->marks = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (work->marks, number);
}

static void
absorb (EntWorkSet *self,
        EntWork    *work,
        EntWork    *other)
{
  if (work == other)
    return;
  ensure_accounts (self, work);
  ensure_accounts (self, other);
  for (guint i = 0; i < other->accounts->len; i++)
    give_account (self, work, g_array_index (other->accounts, guint32, i));
  g_array_set_size (other->accounts, 0);
  for (guint i = 0; other->marks != NULL && i < other->marks->len; i++)
    add_mark (work, g_array_index (other->marks, gint64, i));
  other->absorbed = TRUE;
  work->review = ENT_REVIEW_EDITED;
}

/* All that one change parts goes into one event. */
static void
part (EntWorkSet *self,
      EntWork    *work,
      guint32     account,
      gint64      group)
{
  EntWork *parted = self->works->len > 0 ? g_ptr_array_index (self->works, self->works->len - 1) : NULL;

  if (account == ENT_ROW_NONE)
    return;
  if (parted == NULL || parted->parted_by != group)
    {
      parted = work_new (self, ENT_ROW_NONE);
      parted->parted_by = group;
      parted->review = ENT_REVIEW_EDITED;
    }
  if (parted == work)
    return;
  take_account (self, work, account);
  give_account (self, parted, account);
  work->review = ENT_REVIEW_EDITED;
}

/* Calls @func for each member of an object of texts, as values are kept. */
static void
each_member (const char *json,
             void (*func) (EntWork *work, const char *key, const char *value),
             EntWork *work)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  EntJsonCursor cursor = { json, json, json + (json != NULL ? strlen (json) : 0) };

  if (json == NULL || !ent_json_cursor_take (&cursor, '{') || ent_json_cursor_at (&cursor, '}'))
    return;
  do
    {
      gboolean is_null;

      if (!ent_json_cursor_text (&cursor, key, NULL, NULL) || !ent_json_cursor_take (&cursor, ':')
          || !ent_json_cursor_text (&cursor, value, &is_null, NULL))
        return;
      if (!is_null)
        func (work, key->str, value->str);
    }
  while (ent_json_cursor_take (&cursor, ','));
}

static int
find_field (const char *id)
{
  EntEdited field;

  if (!ent_edited_from_id (id, &field) || field >= 1u << ENT_N_EVENT_VALUES)
    return -1;
  return __builtin_ctz (field);
}

static void
replace (char       **value,
         const char  *by)
{
  g_free (*value);
  *value = g_strdup (by);
}

static void
set_value (EntWork    *work,
           const char *key,
           const char *value)
{
  int field = find_field (key);

  if (field >= 0)
    replace (&work->values[field], value);
}

static void
keep_value (EntWork    *work,
            const char *key,
            const char *value)
{
  int field = find_field (key);

  if (field >= 0)
    replace (&work->kept[field], value);
}

static gboolean
is_as_parsed (const EntWork *work)
{
  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    if (work->values[i] != NULL)
      return FALSE;
  return work->accounts == NULL && work->id == NULL;
}

/* Without a value the field is again what was parsed, and an event of which nothing else was said, unchecked. */
static void
edit (EntWork         *work,
      const EntChange *change)
{
  int field = find_field (change->field);

  if (field < 0)
    return;
  replace (&work->values[field], change->after);
  replace (&work->before[field], change->before);
  if (change->after != NULL)
    work->review = ENT_REVIEW_EDITED;
  else if (work->review == ENT_REVIEW_EDITED && is_as_parsed (work))
    work->review = ENT_REVIEW_MACHINE;
}

static void
review (EntWork         *work,
        const EntChange *change)
{
  ent_review_from_id (change->after, &work->review);
  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    g_clear_pointer (&work->kept[i], g_free);
  if (work->review == ENT_REVIEW_ACCEPTED)
    each_member (change->before, keep_value, work);
}

/* Back to the events that its accounts were parsed as, as if nobody had said anything of these. */
static void
restore (EntWorkSet      *self,
         EntWork         *work,
         const EntChange *change)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->parsed);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  ensure_accounts (self, work);
  if (work->row != ENT_ROW_NONE)
    g_hash_table_add (rows, GUINT_TO_POINTER (work->row));
  for (guint32 i = 0; i < work->accounts->len; i++)
    {
      guint32 account = g_array_index (work->accounts, guint32, i);
      guint32 row = ent_event_store_row_of_account (self->parsed, account);

      g_hash_table_add (rows, GUINT_TO_POINTER (row));
    }
  if (work->row == ENT_ROW_NONE)
    work->absorbed = TRUE;
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      EntWork *first = get_work_of_row (self, GPOINTER_TO_UINT (key));
      guint32 row = first->row;

      for (guint32 account = columns->accounts_start[row]; account < columns->accounts_start[row + 1]; account++)
        {
          EntWork *owner = g_hash_table_lookup (self->by_account, GUINT_TO_POINTER (account));

          if (owner != NULL && owner != first)
            take_account (self, owner, account);
          if (owner != NULL && owner->row == ENT_ROW_NONE && owner->accounts->len == 0)
            owner->absorbed = TRUE;
          g_hash_table_remove (self->by_account, GUINT_TO_POINTER (account));
        }
      g_clear_pointer (&first->accounts, g_array_unref);
      work_clear_values (first);
      first->absorbed = FALSE;
      first->apart = FALSE;
      first->hidden = FALSE;
      first->review = ENT_REVIEW_MACHINE;
      first->restored = change;
    }
}

/* An event that no statement was found to tell. */
static void
add (EntWorkSet      *self,
     const EntChange *change)
{
  EntWork *work = work_new (self, ENT_ROW_NONE);

  work->id = g_strdup (change->target.id);
  work->statement = g_strdup (change->target.statement);
  work->evidence = (EntSpan) { change->target.start, change->target.end };
  work->review = ENT_REVIEW_EDITED;
  work->accounts = g_array_new (FALSE, FALSE, sizeof (guint32));
  each_member (change->after, set_value, work);
  g_hash_table_insert (self->by_id, work->id, work);
}

static void
play (EntWorkSet      *self,
      const EntChange *change)
{
  EntWork *work;
  EntWork *other;
  guint32 account;

  if (g_str_equal (change->action, "add"))
    {
      add (self, change);
      return;
    }
  work = find_work (self, &change->target, &account);
  if (work == NULL)
    {
      self->n_orphans++;
      return;
    }
  if (g_str_equal (change->action, "note") || g_str_equal (change->action, "tag"))
    {
      add_mark (work, change->number);
      return;
    }
  if (g_str_equal (change->action, "hide"))
    {
      work->hidden = change->after != NULL;
      return;
    }
  work->reviewed_by = change->group;
  if (g_str_equal (change->action, "edit"))
    edit (work, change);
  else if (g_str_equal (change->action, "review"))
    review (work, change);
  else if (g_str_equal (change->action, "restore"))
    restore (self, work, change);
  else if (g_str_equal (change->action, "apart"))
    work->apart = TRUE;
  else if ((other = find_work (self, &change->other, &account)) == NULL)
    self->n_orphans++;
  else if (g_str_equal (change->action, "merge"))
    absorb (self, work, other);
  else if (g_str_equal (change->action, "split"))
    part (self, other, account, change->group);
}

/**
 * ent_work_set_play:
 * @set: a set
 * @changes: (element-type EntChange): what people have said of events, in the order in which they said it
 *
 * Makes the changes to the events that they are found to speak of. They must live as long as the set.
 */
void
ent_work_set_play (EntWorkSet *set,
                   GArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const EntChange *change = &g_array_index (changes, EntChange, i);

      ent_anchor_index_want (set->index, &change->target);
      ent_anchor_index_want (set->index, &change->other);
    }
  for (guint i = 0; i < changes->len; i++)
    play (set, &g_array_index (changes, EntChange, i));
}
