/* SPDX-License-Identifier: GPL-3.0-or-later */
/* These are called on workers too, so they read the index alone. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/event-columns.h"

#include "model/event-title.h"
#include "model/mark-table.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

static const EntEventColumns *
get_columns (EntFilterIndex *index)
{
  return ent_event_store_get_columns (ent_filter_index_get_store (index));
}

/**
 * ent_event_cell_date:
 * @index: an index
 * @row: an event
 *
 * Returns: when it was, in words
 */
char *
ent_event_cell_date (EntFilterIndex *index,
                     guint32         row)
{
  return ent_words_for_date (ent_event_store_get_date (ent_filter_index_get_store (index), row));
}

/**
 * ent_event_cell_day:
 * @index: an index
 * @row: an event
 *
 * Returns: its place among all events, which are in the order of their days
 */
gint64
ent_event_cell_day (EntFilterIndex *index,
                    guint32         row)
{
  return row;
}

/**
 * ent_event_cell_kind:
 * @index: an index
 * @row: an event
 *
 * Returns: its kind's name
 */
char *
ent_event_cell_kind (EntFilterIndex *index,
                     guint32         row)
{
  EntEventStore *store = ent_filter_index_get_store (index);

  return g_strdup (ent_words_get_kind (ent_event_store_get_vocabulary (store), get_columns (index)->kind[row]));
}

/**
 * ent_event_cell_kind_number:
 * @index: an index
 * @row: an event
 *
 * Returns: its kind
 */
EntKind
ent_event_cell_kind_number (EntFilterIndex *index,
                            guint32         row)
{
  return get_columns (index)->kind[row];
}

/**
 * ent_event_cell_title:
 * @index: an index
 * @row: an event
 *
 * Returns: its title, and its tags
 */
char *
ent_event_cell_title (EntFilterIndex *index,
                      guint32         row)
{
  const GPtrArray *marks = ent_mark_table_get_of_event (ent_filter_index_get_marks (index), row);
  g_autofree char *tags = ent_marks_dup_words (marks, ENT_MARK_TAG, "#", " ");
  g_autofree char *title = ent_event_title_new_for_row (ent_filter_index_get_store (index), row,
                                                        ent_ui_translator_get ());

  return tags != NULL ? g_strconcat (title, "  ", tags, NULL) : g_steal_pointer (&title);
}

/**
 * ent_event_cell_participants:
 * @index: an index
 * @row: an event
 *
 * Returns: who takes part
 */
char *
ent_event_cell_participants (EntFilterIndex *index,
                             guint32         row)
{
  return ent_words_for_participants (ent_filter_index_get_store (index), row);
}

static gboolean
tells (EntEventStore *store,
       guint32        row,
       guint16        actor)
{
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account.issuer == actor && account.role != ENT_ROLE_MENTIONS)
        return TRUE;
    }
  return FALSE;
}

static void
append_actor (GString       *words,
              EntEventStore *store,
              guint16        actor)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                          ent_words_get_actor (ent_event_store_get_vocabulary (store), actor));
}

/**
 * ent_event_cell_tellers:
 * @index: an index
 * @row: an event
 *
 * Returns: whose statements tell it
 */
char *
ent_event_cell_tellers (EntFilterIndex *index,
                        guint32         row)
{
  EntEventStore *store = ent_filter_index_get_store (index);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (g_hash_table_add (seen, GUINT_TO_POINTER (account.issuer)))
        append_actor (words, store, account.issuer);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_event_cell_silent:
 * @index: an index
 * @row: an event
 *
 * Returns: who takes part and has no statement on it in the collection
 */
char *
ent_event_cell_silent (EntFilterIndex *index,
                       guint32         row)
{
  EntEventStore *store = ent_filter_index_get_store (index);
  const EntEventColumns *columns = get_columns (index);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    {
      if (!tells (store, row, columns->actors[i]))
        append_actor (words, store, columns->actors[i]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_event_cell_topics:
 * @index: an index
 * @row: an event
 *
 * Returns: what it raises
 */
char *
ent_event_cell_topics (EntFilterIndex *index,
                       guint32         row)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (index));
  guint64 topics = get_columns (index)->topics[row];
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary) && i < ENT_MAX_TOPICS; i++)
    {
      if (topics & (G_GUINT64_CONSTANT (1) << i))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", ent_words_get_topic (vocabulary, i));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_event_cell_marks:
 * @index: an index
 * @row: an event
 *
 * Returns: (nullable): the user's tags and notes on it
 */
char *
ent_event_cell_marks (EntFilterIndex *index,
                      guint32         row)
{
  char *words = ent_words_for_marks (ent_mark_table_get_of_event (ent_filter_index_get_marks (index), row));

  return words != NULL ? words : g_strdup ("");
}

/**
 * ent_event_cell_status:
 * @index: an index
 * @row: an event
 *
 * Returns: whether it occurred; how it is said, where it is not stated as fact
 */
char *
ent_event_cell_status (EntFilterIndex *index,
                       guint32         row)
{
  const EntEventColumns *columns = get_columns (index);
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (index));
  g_autofree char *status = ent_words_for_value (vocabulary, ENT_FACET_STATUS, columns->status[row]);
  g_autofree char *assertion = ent_words_for_value (vocabulary, ENT_FACET_ASSERTION, columns->assertion[row]);

  if (columns->assertion[row] == ENT_ASSERTION_STATED)
    return g_steal_pointer (&status);
  return g_strdup_printf (_ ("%s · %s"), status, assertion);
}
