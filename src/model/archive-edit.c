/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-edit.h"

#include <string.h>

#include "base/json-text.h"
#include "model/archive-private.h"

/**
 * ent_review_info_clear:
 * @info: what was said of an event, whose strings are given back
 */
void
ent_review_info_clear (EntReviewInfo *info)
{
  g_return_if_fail (info != NULL);

  g_free (info->coder);
  g_free (info->time);
  g_free (info->note);
  *info = (EntReviewInfo) { 0 };
}

/* Events are named by ids of what was loaded last; whoever has not loaded does so now. */
static gboolean
ensure_loaded (EntArchive  *archive,
               GError     **error)
{
  g_autoptr (EntEventStore) store = NULL;

  if (archive->database == NULL)
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_READ_ONLY, "is closed");
      return FALSE;
    }
  if (archive->store != NULL && archive->base != NULL
      && archive->base_generation == ent_archive_get_generation (archive))
    return TRUE;
  store = ent_archive_load (archive, 0, error);
  return store != NULL;
}

static gboolean
find_row (EntArchive  *archive,
          const char  *event,
          guint32     *row,
          GError     **error)
{
  if (ent_event_store_find_id (archive->store, event, row))
    return TRUE;
  g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND, "there is no event “%s”", event);
  return FALSE;
}

/* Writes what of an event changes. */
static gboolean
log_event (EntArchive  *archive,
           gint64       group,
           const char  *action,
           const char  *event,
           const char  *field,
           const char  *before,
           const char  *after,
           const char  *note,
           GError     **error)
{
  g_autofree char *anchor = ent_archive_dup_anchor (archive, event, error);

  return anchor != NULL
         && ent_archive_log_change (archive, group, action, anchor, field, before, after, note, error);
}

/**
 * ent_archive_dup_told:
 * @archive: an archive
 * @event: an event's id
 * @field: a field
 *
 * Returns: (transfer full) (nullable): what is told of it, without what the user has said of this field; %NULL where
 *   nothing is, as of an event that the user added
 */
char *
ent_archive_dup_told (EntArchive *archive,
                      const char *event,
                      EntEdited   field)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  guint32 row;

  g_return_val_if_fail (archive != NULL && event != NULL, NULL);

  locker = ent_archive_lock (archive);
  if (!ensure_loaded (archive, NULL))
    return NULL;
  if (ent_event_store_find_id (archive->base, event, &row))
    return ent_event_dup_value (archive->base, row, field);
  if (ent_event_store_find_id (archive->store, event, &row)
      && !(ent_event_store_get_edited (archive->store, row) & field))
    return ent_event_dup_value (archive->store, row, field);
  return NULL;
}

static gboolean
check_values (EntArchive           *archive,
              const EntEventValue  *values,
              gsize                 n_values,
              GError              **error)
{
  const EntVocabulary *vocabulary = ent_parser_get_vocabulary (archive->parser);

  for (gsize i = 0; i < n_values; i++)
    if (values[i].value != NULL && !ent_event_check_value (vocabulary, values[i].field, values[i].value, error))
      return FALSE;
  return TRUE;
}

/* Writes the new values of an event, each beside what is told. */
static gboolean
log_values (EntArchive           *archive,
            gint64                group,
            const char           *event,
            const EntEventValue  *values,
            gsize                 n_values,
            const char           *note,
            GError              **error)
{
  gboolean good = TRUE;

  for (gsize i = 0; good && i < n_values; i++)
    {
      g_autofree char *told = ent_archive_dup_told (archive, event, values[i].field);

      good = log_event (archive, group, "edit", event, ent_edited_to_id (values[i].field), told, values[i].value,
                        i == 0 ? note : NULL, error);
    }
  return good;
}

/**
 * ent_archive_edit_event:
 * @archive: an archive
 * @event: an event's id
 * @values: (array length=n_values): the fields and their new values
 * @n_values: how many
 * @note: (nullable): what the user says to it
 * @error: where to say what is wrong with a value, or why it could not be written
 *
 * Gives fields of an event the user's values, or those that were parsed.
 *
 * Returns: whether it did; else nothing has changed
 */
gboolean
ent_archive_edit_event (EntArchive           *archive,
                        const char           *event,
                        const EntEventValue  *values,
                        gsize                 n_values,
                        const char           *note,
                        GError              **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  guint32 row;
  gint64 group;

  g_return_val_if_fail (archive != NULL && event != NULL && values != NULL && n_values > 0, FALSE);

  locker = ent_archive_lock (archive);
  if (!ensure_loaded (archive, error) || !find_row (archive, event, &row, error)
      || !check_values (archive, values, n_values, error)
      || !ent_archive_begin_group (archive, "edit", n_values == 1 ? ent_edited_to_id (values[0].field) : NULL, 1,
                                   &group, error))
    return FALSE;
  return ent_archive_end_group (archive, log_values (archive, group, event, values, n_values, note, error), error);
}

/**
 * ent_archive_merge_events:
 * @archive: an archive
 * @events: (array zero-terminated=1): ids of two events or more
 * @error: where to say why it could not
 *
 * Says that these are one event. The first one's values that the user gave are kept.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_merge_events (EntArchive          *archive,
                          const char * const  *events,
                          GError             **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gboolean good = TRUE;
  guint32 row;
  gint64 group;

  g_return_val_if_fail (archive != NULL && events != NULL && events[0] != NULL && events[1] != NULL, FALSE);

  locker = ent_archive_lock (archive);
  if (!ensure_loaded (archive, error))
    return FALSE;
  for (guint i = 0; events[i] != NULL; i++)
    if (!find_row (archive, events[i], &row, error))
      return FALSE;
  if (!ent_archive_begin_group (archive, "merge", NULL, (gint64) g_strv_length ((char **) events), &group, error))
    return FALSE;
  for (guint i = 1; good && events[i] != NULL; i++)
    {
      g_autofree char *other = ent_archive_dup_anchor (archive, events[i], error);

      good = other != NULL && log_event (archive, group, "merge", events[0], NULL, NULL, other, NULL, error);
    }
  return ent_archive_end_group (archive, good, error);
}

/**
 * ent_archive_split_event:
 * @archive: an archive
 * @event: an event's id
 * @accounts: (array length=n_accounts): which of its accounts tell of another event
 * @n_accounts: how many; fewer than it has
 * @error: where to say why it could not
 *
 * Parts accounts from an event; together they are one of their own.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_split_event (EntArchive   *archive,
                         const char   *event,
                         const guint  *accounts,
                         gsize         n_accounts,
                         GError      **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gboolean good = TRUE;
  guint32 row;
  gint64 group;

  g_return_val_if_fail (archive != NULL && event != NULL && accounts != NULL && n_accounts > 0, FALSE);

  locker = ent_archive_lock (archive);
  if (!ensure_loaded (archive, error) || !find_row (archive, event, &row, error))
    return FALSE;
  if (n_accounts >= ent_event_store_get_n_accounts (archive->store, row))
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_MALFORMED,
                           "an event keeps at least one of its accounts");
      return FALSE;
    }
  if (!ent_archive_begin_group (archive, "split", NULL, (gint64) n_accounts, &group, error))
    return FALSE;
  for (gsize i = 0; good && i < n_accounts; i++)
    {
      EntAccount account;
      g_autofree char *anchor = NULL;

      ent_event_store_get_account (archive->store, row, accounts[i], &account);
      anchor = ent_archive_dup_account_anchor (archive, &account, error);
      good = anchor != NULL && log_event (archive, group, "split", event, NULL, NULL, anchor, NULL, error);
    }
  return ent_archive_end_group (archive, good, error);
}

static char *
dup_values_json (const EntEventValue *values,
                 gsize                n_values)
{
  GString *json = g_string_new ("{");

  for (gsize i = 0; i < n_values; i++)
    if (values[i].value != NULL)
      ent_json_append_string (json, ent_edited_to_id (values[i].field), values[i].value);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static char *
dup_hand_anchor (EntArchive    *archive,
                 const char    *id,
                 const char    *statement,
                 const EntSpan *evidence)
{
  GString *json = g_string_new ("{");

  ent_json_append_string (json, "id", id);
  if (statement != NULL)
    {
      ent_json_append_string (json, "statement", statement);
      ent_json_append_number (json, "start", evidence->start);
      ent_json_append_number (json, "end", evidence->end);
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/**
 * ent_archive_add_event:
 * @archive: an archive
 * @values: (array length=n_values): its fields; at least date and kind
 * @n_values: how many
 * @statement: (nullable): the id of a statement that tells it
 * @evidence: (nullable): where; of no use without @statement
 * @error: where to say why it could not
 *
 * Adds an event that was not found.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
ent_archive_add_event (EntArchive           *archive,
                       const EntEventValue  *values,
                       gsize                 n_values,
                       const char           *statement,
                       const EntSpan        *evidence,
                       GError              **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strdup_printf ("added-%.8s%.4s", uuid, uuid + 9);
  g_autofree char *anchor = NULL;
  g_autofree char *json = NULL;
  guint given = 0;
  gint64 group;

  g_return_val_if_fail (archive != NULL && values != NULL, NULL);
  g_return_val_if_fail (statement == NULL || evidence != NULL, NULL);

  locker = ent_archive_lock (archive);
  for (gsize i = 0; i < n_values; i++)
    given |= values[i].value != NULL ? values[i].field : 0;
  if ((given & (ENT_EDITED_DATE | ENT_EDITED_KIND)) != (ENT_EDITED_DATE | ENT_EDITED_KIND))
    {
      g_set_error_literal (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_MALFORMED, "an event has a date and a kind");
      return NULL;
    }
  if (!ensure_loaded (archive, error) || !check_values (archive, values, n_values, error)
      || (statement != NULL && ent_archive_find_statement (archive, statement, error) == 0)
      || !ent_archive_begin_group (archive, "add", NULL, 1, &group, error))
    return NULL;
  anchor = dup_hand_anchor (archive, id, statement, evidence);
  json = dup_values_json (values, n_values);
  if (!ent_archive_end_group (archive,
                              ent_archive_log_change (archive, group, "add", anchor, NULL, NULL, json, NULL, error),
                              error))
    return NULL;
  return g_steal_pointer (&id);
}

/* What is accepted, so that it stays whatever is parsed later: what is shown, or what it is given just now. */
static char *
dup_shown_values (EntArchive *archive,
                  const char *event,
                  GArray     *given)
{
  char *texts[ENT_N_EVENT_VALUES];
  EntEventValue values[ENT_N_EVENT_VALUES];
  char *json;
  guint32 row;

  if (!ent_event_store_find_id (archive->store, event, &row))
    return NULL;
  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    {
      texts[i] = ent_event_dup_value (archive->store, row, 1u << i);
      values[i] = (EntEventValue) { 1u << i, texts[i] };
      for (guint j = 0; given != NULL && j < given->len; j++)
        if (g_array_index (given, EntEventValue, j).field == 1u << i)
          values[i].value = g_array_index (given, EntEventValue, j).value;
    }
  json = dup_values_json (values, ENT_N_EVENT_VALUES);
  for (guint i = 0; i < ENT_N_EVENT_VALUES; i++)
    g_free (texts[i]);
  return json;
}

/* What is said of each of some events, which is one change. */
typedef struct
{
  const char *group;  /* what it is called */
  const char *action; /* what is done to each */
  const char *after;
  const char *note;
  gboolean keeps; /* whether what is shown of it is written down, too */
} Saying;

static gboolean
say_of_each (EntArchive          *archive,
             const char * const  *events,
             const Saying        *saying,
             GError             **error)
{
  g_autoptr (GRecMutexLocker) locker = ent_archive_lock (archive);
  gboolean good = TRUE;
  gint64 group;

  if (!ensure_loaded (archive, error)
      || !ent_archive_begin_group (archive, saying->group, NULL, (gint64) g_strv_length ((char **) events), &group,
                                   error))
    return FALSE;
  for (guint i = 0; good && events[i] != NULL; i++)
    {
      g_autofree char *values = saying->keeps ? dup_shown_values (archive, events[i], NULL) : NULL;

      good = log_event (archive, group, saying->action, events[i], NULL, values, saying->after, saying->note, error);
    }
  return ent_archive_end_group (archive, good, error);
}

/**
 * ent_archive_review_events:
 * @archive: an archive
 * @events: (array zero-terminated=1): ids of events
 * @review: what is said of them; %ENT_REVIEW_MACHINE takes back what was said
 * @note: (nullable): with which words
 * @error: where to say why it could not
 *
 * Accepts or rejects events. What is accepted keeps its values, whatever is parsed later; what is rejected is shown no
 * more.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_review_events (EntArchive          *archive,
                           const char * const  *events,
                           EntReview            review,
                           const char          *note,
                           GError             **error)
{
  static const char * const actions[ENT_N_REVIEWS] = { "review", "accept", "review", "reject" };

  g_return_val_if_fail (archive != NULL && events != NULL && events[0] != NULL && review < ENT_N_REVIEWS, FALSE);

  const Saying saying = { actions[review], "review", ent_review_to_id (review), note, review == ENT_REVIEW_ACCEPTED };
  return say_of_each (archive, events, &saying, error);
}

static gboolean
log_correction (EntArchive           *archive,
                gint64                group,
                const EntCorrection  *correction,
                GError              **error)
{
  const char *review = ent_review_to_id (correction->review);
  g_autofree char *kept = NULL;

  if (!log_values (archive, group, correction->event, (const EntEventValue *) (gconstpointer) correction->values->data,
                   correction->values->len, NULL, error))
    return FALSE;
  if (!correction->is_reviewed)
    return TRUE;
  if (correction->review == ENT_REVIEW_ACCEPTED)
    kept = dup_shown_values (archive, correction->event, correction->values);
  return log_event (archive, group, "review", correction->event, NULL, kept, review, NULL, error);
}

/**
 * ent_archive_correct_events:
 * @archive: an archive
 * @corrections: (array length=n_corrections): what is said of events
 * @n_corrections: how many
 * @source: where that is from, as people call it: a file's name
 * @error: where to say what is wrong with a value, or why it could not be written
 *
 * Says something of many events at once, as one change.
 *
 * Returns: whether it did; else nothing has changed
 */
gboolean
ent_archive_correct_events (EntArchive           *archive,
                            const EntCorrection  *corrections,
                            gsize                 n_corrections,
                            const char           *source,
                            GError              **error)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  gboolean good = TRUE;
  guint32 row;
  gint64 group;

  g_return_val_if_fail (archive != NULL && corrections != NULL && n_corrections > 0 && source != NULL, FALSE);

  locker = ent_archive_lock (archive);
  if (!ensure_loaded (archive, error))
    return FALSE;
  for (gsize i = 0; i < n_corrections; i++)
    if (!find_row (archive, corrections[i].event, &row, error)
        || !check_values (archive, (const EntEventValue *) (gconstpointer) corrections[i].values->data,
                          corrections[i].values->len, error))
      return FALSE;
  if (!ent_archive_begin_group (archive, "corrections", source, (gint64) n_corrections, &group, error))
    return FALSE;
  for (gsize i = 0; good && i < n_corrections; i++)
    good = log_correction (archive, group, &corrections[i], error);
  return ent_archive_end_group (archive, good, error);
}

/**
 * ent_archive_restore_events:
 * @archive: an archive
 * @events: (array zero-terminated=1): ids of events
 * @error: where to say why it could not
 *
 * Restores what was parsed: values, accounts, and that nobody has looked at it. An event that the user added is gone.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_restore_events (EntArchive          *archive,
                            const char * const  *events,
                            GError             **error)
{
  const Saying saying = { "restore", "restore" };

  g_return_val_if_fail (archive != NULL && events != NULL && events[0] != NULL, FALSE);

  return say_of_each (archive, events, &saying, error);
}

/**
 * ent_archive_hide_events:
 * @archive: an archive
 * @events: (array zero-terminated=1): ids of events
 * @hidden: whether the user does not want to see them
 * @error: where to say why it could not
 *
 * Hides events without saying that they are none, or shows them again.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_hide_events (EntArchive          *archive,
                         const char * const  *events,
                         gboolean             hidden,
                         GError             **error)
{
  const Saying saying = { hidden ? "hide" : "unhide", "hide", hidden ? "hidden" : NULL };

  g_return_val_if_fail (archive != NULL && events != NULL && events[0] != NULL, FALSE);

  return say_of_each (archive, events, &saying, error);
}

/**
 * ent_archive_keep_apart:
 * @archive: an archive
 * @event: an event's id
 * @error: where to say why it could not
 *
 * Decides that an event is none of those that it could as well have been.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_keep_apart (EntArchive  *archive,
                        const char  *event,
                        GError     **error)
{
  const Saying saying = { "apart", "apart" };
  const char * const events[] = { event, NULL };

  g_return_val_if_fail (archive != NULL && event != NULL, FALSE);

  return say_of_each (archive, events, &saying, error);
}

/**
 * ent_archive_get_review:
 * @archive: an archive
 * @event: an event's id
 * @info: (out): what was last said of it
 *
 * Returns: whether anything was
 */
gboolean
ent_archive_get_review (EntArchive    *archive,
                        const char    *event,
                        EntReviewInfo *info)
{
  g_autoptr (GRecMutexLocker) locker = NULL;
  EntQuery *query;
  gint64 group;
  guint32 row;

  g_return_val_if_fail (archive != NULL && event != NULL && info != NULL, FALSE);

  *info = (EntReviewInfo) { ENT_REVIEW_MACHINE };
  locker = ent_archive_lock (archive);
  if (!ensure_loaded (archive, NULL) || (group = ent_archive_get_reviewed_by (archive, event)) == 0)
    return FALSE;
  if (ent_event_store_find_id (archive->store, event, &row))
    info->review = ent_event_store_get_columns (archive->store)->review[row];
  query = ent_database_query (archive->database,
                              "SELECT g.coder, g.time, (SELECT max (note) FROM changes WHERE change_group = g.number)"
                              " FROM change_groups g WHERE g.number = ?1",
                              NULL);
  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  if (ent_query_next (query, NULL))
    {
      info->coder = g_strdup (ent_query_get_text (query, 0));
      info->time = g_strdup (ent_query_get_text (query, 1));
      info->note = g_strdup (ent_query_get_text (query, 2));
    }
  ent_query_end (query);
  return info->time != NULL;
}
