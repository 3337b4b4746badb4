/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/source-list.h"

#include <string.h>

struct _EntSourceList
{
  EntEventStore *store;
  GArray *statements; /* of guint: by number less 1 */
  GArray *numbers;    /* of guint: by statement; 0 where it tells none of the events */
  GPtrArray *keys;    /* citation keys, by statement */
};

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  EntEventStore *store = data;
  const EntStatementInfo *first = ent_statement_get_info (ent_event_store_get_statement (store, *(const guint *) a));
  const EntStatementInfo *second = ent_statement_get_info (ent_event_store_get_statement (store, *(const guint *) b));

  return g_strcmp0 (first->id, second->id);
}

/* Who and when, in letters that every reference manager takes: "us20240402". */
static char *
make_key (const EntEventStore *store,
          guint                statement)
{
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));
  guint16 issuer = ent_event_store_get_issuer (store, statement);
  g_autofree char *date = ent_edtf_to_string (info->date);
  GString *key = g_string_new (NULL);

  if (info->citation_key != NULL && *info->citation_key != '\0')
    return g_string_free (g_string_assign (key, info->citation_key), FALSE);
  if (issuer != ENT_ACTOR_NONE)
    {
      const char *id = ent_vocabulary_get_actor (ent_event_store_get_vocabulary (store), issuer)->id;
      g_autofree char *lower = g_ascii_strdown (id, -1);
      g_string_append (key, lower);
    }
  else
    g_string_append (key, "statement");
  for (const char *p = date; *p != '\0' && *p != '/' && *p != 'T'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (key, *p);
    }
  return g_string_free (key, FALSE);
}

/* "", "a" … "z", "aa" …: what tells the @n-th of equal keys from the others. */
static void
append_letters (GString *key,
                guint    n)
{
  if (n == 0)
    return;
  append_letters (key, (n - 1) / 26);
  g_string_append_c (key, (char) ('a' + (n - 1) % 26));
}

/* Keys of all statements, so that a key does not depend on which events are asked for. */
static GPtrArray *
make_keys (EntEventStore *store)
{
  guint n = ent_event_store_get_n_statements (store);
  GPtrArray *keys = g_ptr_array_new_full (n, g_free);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_set_size (keys, (int) n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_ids, store);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *stem = make_key (store, order[i]);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem));
      g_autoptr (GString) key = g_string_new (stem);
      while (g_hash_table_contains (used, key->str))
        {
          g_string_assign (key, stem);
          append_letters (key, ++count);
        }
      g_hash_table_insert (counts, g_strdup (stem), GUINT_TO_POINTER (count));
      g_hash_table_add (used, g_strdup (key->str));
      keys->pdata[order[i]] = g_strdup (key->str);
    }
  return keys;
}

/**
 * ent_source_list_new:
 * @store: events
 * @rows: (nullable): those told of; %NULL for every statement, in the order of the store
 *
 * Returns: (transfer full): the statements that tell them
 */
EntSourceList *
ent_source_list_new (EntEventStore   *store,
                     const EntRowSet *rows)
{
  g_return_val_if_fail (store != NULL, NULL);

  EntSourceList *list = g_new0 (EntSourceList, 1);
  guint n_statements = ent_event_store_get_n_statements (store);

  list->store = ent_event_store_ref (store);
  list->statements = g_array_new (FALSE, FALSE, sizeof (guint));
  list->numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  list->keys = make_keys (store);
  g_array_set_size (list->numbers, n_statements);
  for (guint i = 0; rows == NULL && i < n_statements; i++)
    {
      g_array_append_val (list->statements, i);
      g_array_index (list->numbers, guint, i) = i + 1;
    }
  for (guint32 row = rows != NULL ? ent_row_set_next (rows, 0) : ENT_ROW_NONE; row != ENT_ROW_NONE;
       row = ent_row_set_next (rows, row + 1))
    {
      guint n = ent_event_store_get_n_accounts (store, row);
      for (guint i = 0; i < n; i++)
        {
          EntAccount account;
          ent_event_store_get_account (store, row, i, &account);
          guint *number = &g_array_index (list->numbers, guint, account.statement);
          if (*number > 0)
            continue;
          g_array_append_val (list->statements, account.statement);
          *number = list->statements->len;
        }
    }
  return list;
}

/**
 * ent_source_list_free:
 * @list: (transfer full): a list
 */
void
ent_source_list_free (EntSourceList *list)
{
  g_clear_pointer (&list->store, ent_event_store_unref);
  g_array_unref (list->statements);
  g_array_unref (list->numbers);
  g_ptr_array_unref (list->keys);
  g_free (list);
}

/**
 * ent_source_list_get_n:
 * @list: a list
 *
 * Returns: how many statements it has; their numbers are 1 to this
 */
guint
ent_source_list_get_n (const EntSourceList *list)
{
  return list->statements->len;
}

/**
 * ent_source_list_get_statement:
 * @list: a list
 * @number: from 1
 *
 * Returns: which statement of the store has the number
 */
guint
ent_source_list_get_statement (const EntSourceList *list,
                               guint                number)
{
  g_return_val_if_fail (number >= 1 && number <= list->statements->len, 0);

  return g_array_index (list->statements, guint, number - 1);
}

/**
 * ent_source_list_get_number:
 * @list: a list
 * @statement: a statement of the store
 *
 * Returns: its number in the list, or 0 if it is not there
 */
guint
ent_source_list_get_number (const EntSourceList *list,
                            guint                statement)
{
  g_return_val_if_fail (statement < list->numbers->len, 0);

  return g_array_index (list->numbers, guint, statement);
}

/**
 * ent_source_list_get_info:
 * @list: a list
 * @number: from 1
 *
 * Returns: (transfer none): what is known of the statement
 */
const EntStatementInfo *
ent_source_list_get_info (const EntSourceList *list,
                          guint                number)
{
  return ent_statement_get_info (ent_event_store_get_statement (list->store,
                                                                ent_source_list_get_statement (list, number)));
}

/**
 * ent_source_list_get_key:
 * @list: a list
 * @number: from 1
 *
 * Returns: (transfer none): the key that it is cited by; one in the whole store
 */
const char *
ent_source_list_get_key (const EntSourceList *list,
                         guint                number)
{
  return g_ptr_array_index (list->keys, ent_source_list_get_statement (list, number));
}

/**
 * ent_source_list_dup_author:
 * @list: a list
 * @number: from 1
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer full) (nullable): who speaks in it: its office, or its side; %NULL if that is not known
 */
char *
ent_source_list_dup_author (const EntSourceList *list,
                            guint                number,
                            const EntTranslator *translator)
{
  const EntStatementInfo *info = ent_source_list_get_info (list, number);
  guint16 issuer = ent_event_store_get_issuer (list->store, ent_source_list_get_statement (list, number));

  if (info->issuing_body != NULL)
    return g_strdup (info->issuing_body);
  if (issuer != ENT_ACTOR_NONE)
    return g_strdup (ent_translate (
      translator, ent_vocabulary_get_actor (ent_event_store_get_vocabulary (list->store), issuer)->label));
  return g_strdup (info->published_by);
}

/**
 * ent_statement_info_get_address:
 * @info: what is known of a statement
 *
 * A statement's text is not trusted to name a script or a file of the reader's.
 *
 * Returns: (transfer none) (nullable): where it is on the web
 */
const char *
ent_statement_info_get_address (const EntStatementInfo *info)
{
  const char *url = info->url;

  return url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")) ? url : NULL;
}

/**
 * ent_source_list_get_address:
 * @list: a list
 * @number: from 1
 *
 * Returns: (transfer none) (nullable): where it is on the web
 */
const char *
ent_source_list_get_address (const EntSourceList *list,
                             guint                number)
{
  return ent_statement_info_get_address (ent_source_list_get_info (list, number));
}

/**
 * ent_source_list_dup_note:
 * @list: a list
 * @number: from 1
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer full): the statement as a note names it, without its address: "United States, “Readout of …”,
 *   2 April 2024 (The White House)"
 */
char *
ent_source_list_dup_note (const EntSourceList *list,
                          guint                number,
                          const EntTranslator *translator)
{
  const EntStatementInfo *info = ent_source_list_get_info (list, number);
  g_autofree char *author = ent_source_list_dup_author (list, number, translator);
  GString *note = g_string_new (author);

  if (note->len > 0)
    g_string_append (note, ", ");
  if (info->title != NULL && *info->title != '\0')
    g_string_append_printf (note, "“%s”", info->title);
  else
    g_string_append (note, info->id);
  if (!ent_edtf_is_none (info->date))
    {
      g_autofree char *date = ent_edtf_to_words (info->date, translator);
      g_string_append_printf (note, ", %s", date);
    }
  if (info->published_by != NULL && g_strcmp0 (info->published_by, author) != 0)
    g_string_append_printf (note, " (%s)", info->published_by);
  return g_string_free (note, FALSE);
}
