/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-store.h"

#include <stdlib.h>
#include <string.h>

#include "base/lower-bound.h"
#include "model/event-links.h"
#include "model/event-store-builder.h"
#include "model/event-store-private.h"

G_DEFINE_BOXED_TYPE (EntEventStore, ent_event_store, ent_event_store_ref, ent_event_store_unref)

static void
clear_store (EntEventStore *store)
{
  g_clear_pointer (&store->vocabulary, ent_vocabulary_unref);
  g_clear_pointer (&store->blocks, g_ptr_array_unref);
  g_clear_pointer (&store->placed, ent_row_set_unref);
  g_clear_pointer (&store->statements, g_ptr_array_unref);
  g_clear_pointer (&store->id_index, g_free);
  g_clear_pointer (&store->links, ent_event_links_free);
}

static const char *
get_text (const EntEventStore *store,
          guint32              text)
{
  return text == 0 ? NULL : store->text + text;
}

static const EntCircumstance *
get_circumstance (const EntEventStore *store,
                  guint32              row)
{
  return &store->circumstances[store->circumstance[row]];
}

/* Spreads ids that differ in few characters, whose plain hashes lie side by side. */
static guint32
hash_id (const char *id)
{
  guint32 hash = g_str_hash (id) * 0x9e3779b1u;

  return hash ^ hash >> 15;
}

/* Open addressing at a load of half or less: a row's id is compared about once. */
static void
make_id_index (EntEventStore *store)
{
  guint n = store->columns.n;
  guint32 size = 16;

  while (size < 2 * (gsize) n && size < (1u << 31))
    size *= 2;
  store->id_index = g_new (guint32, size);
  store->id_index_mask = size - 1;
  for (guint32 i = 0; i < size; i++)
    store->id_index[i] = ENT_ROW_NONE;

  const char *id = store->id_text;
  for (guint32 row = 0; row < n; row++, id += strlen (id) + 1)
    {
      guint32 slot = hash_id (id) & store->id_index_mask;

      while (store->id_index[slot] != ENT_ROW_NONE)
        slot = (slot + 1) & store->id_index_mask;
      store->id_index[slot] = row;
    }
}

/**
 * ent_event_store_ref:
 * @store: a store
 *
 * Returns: (transfer full): @store
 */
EntEventStore *
ent_event_store_ref (EntEventStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return g_atomic_rc_box_acquire (store);
}

/**
 * ent_event_store_unref:
 * @store: (transfer full): a store
 */
void
ent_event_store_unref (EntEventStore *store)
{
  g_return_if_fail (store != NULL);

  g_atomic_rc_box_release_full (store, (GDestroyNotify) clear_store);
}

/**
 * ent_event_store_get_vocabulary:
 * @store: a store
 *
 * Returns: (transfer none): the vocabulary that its actors and topics are numbers of
 */
EntVocabulary *
ent_event_store_get_vocabulary (const EntEventStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->vocabulary;
}

/**
 * ent_event_store_get_n_events:
 * @store: a store
 *
 * Returns: how many rows it has
 */
guint
ent_event_store_get_n_events (const EntEventStore *store)
{
  g_return_val_if_fail (store != NULL, 0);

  return store->columns.n;
}

/**
 * ent_event_store_get_columns:
 * @store: a store
 *
 * Returns: (transfer none): its columns, as long as @store lives
 */
const EntEventColumns *
ent_event_store_get_columns (const EntEventStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return &store->columns;
}

/**
 * ent_event_store_get_n_statements:
 * @store: a store
 *
 * Returns: how many statements it holds, also those that tell no event
 */
guint
ent_event_store_get_n_statements (const EntEventStore *store)
{
  g_return_val_if_fail (store != NULL, 0);

  return store->statements->len;
}

/**
 * ent_event_store_get_statement:
 * @store: a store
 * @statement: a statement's number
 *
 * Returns: (transfer none): the statement
 */
EntStatement *
ent_event_store_get_statement (const EntEventStore *store,
                               guint                statement)
{
  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (statement < store->statements->len, NULL);

  return g_ptr_array_index (store->statements, statement);
}

/**
 * ent_event_store_get_issuer:
 * @store: a store
 * @statement: a statement's number
 *
 * Returns: the actor that speaks in it, or %ENT_ACTOR_NONE
 */
guint16
ent_event_store_get_issuer (const EntEventStore *store,
                            guint                statement)
{
  g_return_val_if_fail (store != NULL, ENT_ACTOR_NONE);
  g_return_val_if_fail (statement < store->statements->len, ENT_ACTOR_NONE);

  return store->issuers[statement];
}

/**
 * ent_event_store_get_id:
 * @store: a store
 * @row: a row
 *
 * Returns: (transfer none): the event's id
 */
const char *
ent_event_store_get_id (const EntEventStore *store,
                        guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, NULL);

  const char *id = store->id_text + store->id_start[row / ENT_IDS_A_START];
  for (guint32 i = row % ENT_IDS_A_START; i > 0; i--)
    id += strlen (id) + 1;
  return id;
}

/**
 * ent_event_store_get_title:
 * @store: a store
 * @row: a row
 *
 * Returns: (transfer none): the event in one English line; what people see in their language is made by
 *   ent_event_title_new_for_row()
 */
const char *
ent_event_store_get_title (const EntEventStore *store,
                           guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, NULL);

  return store->text + store->title[row];
}

/**
 * ent_event_store_get_place:
 * @store: a store
 * @row: a row
 *
 * Returns: (transfer none) (nullable): where it was
 */
const char *
ent_event_store_get_place (const EntEventStore *store,
                           guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, NULL);

  return get_text (store, get_circumstance (store, row)->place);
}

/**
 * ent_event_store_get_people:
 * @store: a store
 * @row: a row
 *
 * Returns: (transfer none): names, %NULL-terminated; never %NULL
 */
const char * const *
ent_event_store_get_people (const EntEventStore *store,
                            guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, NULL);

  return store->lists + get_circumstance (store, row)->people;
}

/**
 * ent_event_store_get_candidates:
 * @store: a store
 * @row: a row
 *
 * Merging is never a guess: an account that fits several events stays one of its own until somebody decides.
 *
 * Returns: (transfer none): ids of the events that it may as well be, %NULL-terminated; never %NULL
 */
const char * const *
ent_event_store_get_candidates (const EntEventStore *store,
                                guint32              row)
{
  const EntRowList *found;

  g_return_val_if_fail (store != NULL && row < store->columns.n, NULL);

  found = bsearch (&row, store->candidates, store->n_candidates, sizeof *found, ent_row_items_compare);
  return store->lists + (found != NULL ? found->list : 0);
}

/**
 * ent_event_store_get_date:
 * @store: a store
 * @row: a row
 *
 * Returns: when it was
 */
EntEdtf
ent_event_store_get_date (const EntEventStore *store,
                          guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, (EntEdtf) { 0 });

  return store->dates[store->date[row]];
}

/**
 * ent_event_store_get_second:
 * @store: a store
 * @row: a row
 * @zone: (out) (optional): minutes that the clock there is ahead of UTC, or %ENT_ZONE_NONE
 *
 * Returns: the second of the day at which the event began, or %ENT_SECOND_NONE
 */
gint32
ent_event_store_get_second (const EntEventStore *store,
                            guint32              row,
                            gint16              *zone)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, ENT_SECOND_NONE);

  const EntEdtfPoint *start = &store->dates[store->date[row]].start;
  gboolean is_timed = start->precision == ENT_EDTF_TIME;
  if (zone != NULL)
    *zone = is_timed ? start->zone : ENT_ZONE_NONE;
  return is_timed ? start->second : ENT_SECOND_NONE;
}

/**
 * ent_event_store_get_initiator:
 * @store: a store
 * @row: a row
 *
 * Returns: the actor that asked for it or did it, or %ENT_ACTOR_NONE
 */
guint16
ent_event_store_get_initiator (const EntEventStore *store,
                               guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, ENT_ACTOR_NONE);

  return get_circumstance (store, row)->initiator;
}

/**
 * ent_event_store_get_host:
 * @store: a store
 * @row: a row
 *
 * Returns: the actor that received the others, or %ENT_ACTOR_NONE
 */
guint16
ent_event_store_get_host (const EntEventStore *store,
                          guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, ENT_ACTOR_NONE);

  return get_circumstance (store, row)->host;
}

static EntRowEdit
get_edit (const EntEventStore *store,
          guint32              row)
{
  const EntRowEdit *found = bsearch (&row, store->edits, store->n_edits, sizeof *found, ent_row_items_compare);

  return found != NULL ? *found : (EntRowEdit) { 0 };
}

/**
 * ent_event_store_get_edited:
 * @store: a store
 * @row: a row
 *
 * Returns: (type EntEdited): what of it the user has changed
 */
guint16
ent_event_store_get_edited (const EntEventStore *store,
                            guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, 0);

  return get_edit (store, row).edited;
}

/**
 * ent_event_store_is_challenged:
 * @store: a store
 * @row: a row
 *
 * Returns: whether what is told now differs from what was accepted or edited
 */
gboolean
ent_event_store_is_challenged (const EntEventStore *store,
                               guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, FALSE);

  return get_edit (store, row).challenged;
}

/**
 * ent_event_store_get_n_accounts:
 * @store: a store
 * @row: a row
 *
 * Returns: how many statements tell it
 */
guint
ent_event_store_get_n_accounts (const EntEventStore *store,
                                guint32              row)
{
  g_return_val_if_fail (store != NULL && row < store->columns.n, 0);

  return store->columns.accounts_start[row + 1] - store->columns.accounts_start[row];
}

/**
 * ent_event_store_get_links:
 * @store: a store
 *
 * Returns: (transfer none): how its events lead to one another; found when first asked for
 */
const EntEventLinks *
ent_event_store_get_links (const EntEventStore *store)
{
  /* As with the index of ids, to find them late changes no one's view of the store. */
  EntEventStore *self = (EntEventStore *) store;

  g_return_val_if_fail (store != NULL, NULL);

  if (g_once_init_enter (&self->links_made))
    {
      self->links = ent_event_links_new (store);
      g_once_init_leave (&self->links_made, 1);
    }
  return store->links;
}

/**
 * ent_event_store_get_telling:
 * @store: a store
 * @row: a row
 * @account: which of its accounts
 *
 * Returns: who gives the account
 */
EntTelling
ent_event_store_get_telling (const EntEventStore *store,
                             guint32              row,
                             guint                account)
{
  EntTelling none = { G_MAXUINT32, ENT_ACTOR_NONE, ENT_N_ROLES };

  g_return_val_if_fail (store != NULL && row < store->columns.n, none);
  g_return_val_if_fail (account < ent_event_store_get_n_accounts (store, row), none);

  const EntAccountRow *found = &store->accounts[store->columns.accounts_start[row] + account];
  return (EntTelling) { found->statement, found->issuer, found->role };
}

/**
 * ent_event_store_get_account:
 * @store: a store
 * @row: a row
 * @account: which of its accounts
 * @out: (out caller-allocates): the account; what it points to belongs to @store
 */
void
ent_event_store_get_account (const EntEventStore *store,
                             guint32              row,
                             guint                account,
                             EntAccount          *out)
{
  const EntAccountRow *found;

  g_return_if_fail (store != NULL && row < store->columns.n && out != NULL);
  g_return_if_fail (account < ent_event_store_get_n_accounts (store, row));

  found = &store->accounts[store->columns.accounts_start[row] + account];
  *out = (EntAccount) {
    .date = store->dates[found->date],
    .topics = found->topics,
    .statement = found->statement,
    .issuer = found->issuer,
    .speaker = found->speaker,
    .role = found->role,
    .assertion = found->assertion,
    .evidence = store->evidence + found->evidence,
    .n_evidence = found->n_evidence,
    .topic_spans = store->topic_spans + found->topic_spans,
    .n_topic_spans = found->n_topic_spans,
    .tone_words = store->lists + found->tone_words,
    .explanation = get_text (store, found->explanation),
  };
}

/**
 * ent_event_store_get_record:
 * @store: a store
 * @row: a row
 * @accounts: (element-type EntAccount): gets the event's accounts instead of what it held
 * @out: (out caller-allocates): the event; what it points to belongs to @store and @accounts
 *
 * Gives a row as ent_event_store_builder_add_event() takes it.
 */
void
ent_event_store_get_record (const EntEventStore *store,
                            guint32              row,
                            GArray              *accounts,
                            EntEventRecord      *out)
{
  const EntEventColumns *columns;
  const EntCircumstance *circumstance;
  EntRowEdit edit;
  guint n;

  g_return_if_fail (store != NULL && row < store->columns.n && accounts != NULL && out != NULL);

  columns = &store->columns;
  circumstance = get_circumstance (store, row);
  edit = get_edit (store, row);
  n = ent_event_store_get_n_accounts (store, row);
  g_array_set_size (accounts, n);
  for (guint i = 0; i < n; i++)
    ent_event_store_get_account (store, row, i, &g_array_index (accounts, EntAccount, i));
  *out = (EntEventRecord) {
    .id = ent_event_store_get_id (store, row),
    .title = ent_event_store_get_title (store, row),
    .date = ent_event_store_get_date (store, row),
    .topics = columns->topics[row],
    .initiator = circumstance->initiator,
    .host = circumstance->host,
    .kind = columns->kind[row],
    .status = columns->status[row],
    .assertion = columns->assertion[row],
    .level = columns->level[row],
    .basis = columns->basis[row],
    .doubts = columns->doubts[row],
    .review = columns->review[row],
    .challenged = (guint8) edit.challenged,
    .edited = edit.edited,
    .actors = columns->actors + columns->actors_start[row],
    .n_actors = columns->actors_start[row + 1] - columns->actors_start[row],
    .people = store->lists + circumstance->people,
    .place = get_text (store, circumstance->place),
    .accounts = (const EntAccount *) (gpointer) accounts->data,
    .n_accounts = n,
    .candidates = ent_event_store_get_candidates (store, row),
  };
}

/**
 * ent_event_store_has_actor:
 * @store: a store
 * @row: a row
 * @actor: an actor
 *
 * Returns: whether @actor takes part
 */
gboolean
ent_event_store_has_actor (const EntEventStore *store,
                           guint32              row,
                           guint16              actor)
{
  const EntEventColumns *columns;

  g_return_val_if_fail (store != NULL && row < store->columns.n, FALSE);

  columns = &store->columns;
  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    if (columns->actors[i] == actor)
      return TRUE;
  return FALSE;
}

/**
 * ent_event_store_find_id:
 * @store: a store
 * @id: an event's id
 * @row: (out) (optional): its row
 *
 * Returns: whether there is such an event
 */
gboolean
ent_event_store_find_id (const EntEventStore *store,
                         const char          *id,
                         guint32             *row)
{
  /* The index tells nothing that the columns do not: to make it late changes no one's view of the store. */
  EntEventStore *self = (EntEventStore *) store;
  guint32 slot;

  g_return_val_if_fail (store != NULL && id != NULL, FALSE);

  if (g_once_init_enter (&self->id_index_made))
    {
      make_id_index (self);
      g_once_init_leave (&self->id_index_made, 1);
    }

  slot = hash_id (id) & store->id_index_mask;
  while (store->id_index[slot] != ENT_ROW_NONE)
    {
      guint32 found = store->id_index[slot];

      if (g_str_equal (ent_event_store_get_id (store, found), id))
        {
          if (row != NULL)
            *row = found;
          return TRUE;
        }
      slot = (slot + 1) & store->id_index_mask;
    }
  return FALSE;
}

/**
 * ent_event_store_get_placed:
 * @store: a store
 *
 * Returns: (transfer none): the events that have days to stand at: an open side is none, and neither is a century
 */
const EntRowSet *
ent_event_store_get_placed (const EntEventStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->placed;
}

/**
 * ent_event_store_first_row_at:
 * @store: a store
 * @day: a day
 *
 * Every row before the one returned ends before @day. Together with ent_event_store_end_row_at() it bounds the
 * rows that may touch a span.
 *
 * Returns: the first row that may reach @day; the number of rows if none does
 */
guint32
ent_event_store_first_row_at (const EntEventStore *store,
                              EntDay               day)
{
  guint32 n_reaches;
  guint32 row;

  g_return_val_if_fail (store != NULL, 0);

  n_reaches = store->columns.n / ENT_ROWS_A_REACH + (store->columns.n % ENT_ROWS_A_REACH != 0);
  row = ENT_ROWS_A_REACH * ent_lower_bound_int32 (store->reach, n_reaches, day);
  /* What comes before these few rows ends before the day; one of them reaches it. */
  for (; row < store->columns.n; row++)
    if (store->columns.latest[row] >= day)
      return row;
  return store->columns.n;
}

/**
 * ent_event_store_end_row_at:
 * @store: a store
 * @day: a day
 *
 * Returns: the first row that begins after @day; the number of rows if none does
 */
guint32
ent_event_store_end_row_at (const EntEventStore *store,
                            EntDay               day)
{
  g_return_val_if_fail (store != NULL, 0);

  if (day == ENT_DAY_OPEN_END)
    return store->columns.n;
  return ent_lower_bound_int32 (store->columns.earliest, store->columns.n, day + 1);
}

/**
 * ent_event_store_row_of_account:
 * @store: a store
 * @account: an account's number among those of all events
 *
 * Returns: the event it is of; the number of rows if there is no such account
 */
guint32
ent_event_store_row_of_account (const EntEventStore *store,
                                guint32              account)
{
  g_return_val_if_fail (store != NULL && account < G_MAXUINT32, 0);

  return ent_lower_bound_uint32 (store->columns.accounts_start + 1, store->columns.n, account + 1);
}
