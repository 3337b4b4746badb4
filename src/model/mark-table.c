/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mark-table.h"

struct _EntMarkTable
{
  GArray *all;           /* of EntMark */
  GHashTable *of_event;  /* row, plus 1 → GPtrArray of EntMark, borrowed */
  GHashTable *of_statement;
  GHashTable *statements; /* id of a statement that has marks, borrowed → its number, plus 1 */
};

static void
add (GHashTable    *lists,
     guint32        key,
     const EntMark *mark)
{
  GPtrArray *list = g_hash_table_lookup (lists, GUINT_TO_POINTER (key + 1));

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, GUINT_TO_POINTER (key + 1), list);
    }
  g_ptr_array_add (list, (gpointer) mark);
}

/* Statements are looked through once, and only where one has marks. */
static void
find_statements (EntMarkTable        *self,
                 const EntEventStore *store)
{
  guint n = ent_event_store_get_n_statements (store);

  for (guint i = 0; i < self->all->len; i++)
    {
      const char *id = g_array_index (self->all, EntMark, i).statement;

      if (id != NULL)
        g_hash_table_insert (self->statements, (gpointer) id, NULL);
    }
  for (guint i = 0; g_hash_table_size (self->statements) > 0 && i < n; i++)
    {
      EntStatement *statement = ent_event_store_get_statement ((EntEventStore *) store, i);
      gpointer key;

      if (g_hash_table_lookup_extended (self->statements, ent_statement_get_info (statement)->id, &key, NULL))
        g_hash_table_insert (self->statements, key, GUINT_TO_POINTER (i + 1));
    }
}

/**
 * ent_mark_table_new:
 * @store: what was loaded
 * @marks: (element-type EntMark): the archive's notes and tags
 *
 * Returns: (transfer full): them by what they are on
 */
EntMarkTable *
ent_mark_table_new (const EntEventStore *store,
                    GArray              *marks)
{
  EntMarkTable *self;

  g_return_val_if_fail (store != NULL && marks != NULL, NULL);

  self = g_new0 (EntMarkTable, 1);
  self->all = g_array_ref (marks);
  self->of_event = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->of_statement = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  find_statements (self, store);
  for (guint i = 0; i < marks->len; i++)
    {
      const EntMark *mark = &g_array_index (marks, EntMark, i);
      gpointer number = mark->statement != NULL ? g_hash_table_lookup (self->statements, mark->statement) : NULL;
      guint32 row;

      if (mark->event != NULL && ent_event_store_find_id (store, mark->event, &row))
        add (self->of_event, row, mark);
      else if (number != NULL)
        add (self->of_statement, GPOINTER_TO_UINT (number) - 1, mark);
    }
  return self;
}

/**
 * ent_mark_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
ent_mark_table_free (EntMarkTable *table)
{
  if (table == NULL)
    return;
  g_hash_table_unref (table->statements);
  g_hash_table_unref (table->of_event);
  g_hash_table_unref (table->of_statement);
  g_array_unref (table->all);
  g_free (table);
}

/**
 * ent_mark_table_get_all:
 * @table: a table
 *
 * Returns: (transfer none) (element-type EntMark): all notes and tags, also those on periods
 */
const GArray *
ent_mark_table_get_all (const EntMarkTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  return table->all;
}

/**
 * ent_mark_table_get_of_event:
 * @table: (nullable): a table
 * @row: an event
 *
 * Returns: (transfer none) (nullable) (element-type EntMark): what is on the event, the oldest first
 */
const GPtrArray *
ent_mark_table_get_of_event (const EntMarkTable *table,
                             guint32             row)
{
  return table != NULL ? g_hash_table_lookup (table->of_event, GUINT_TO_POINTER (row + 1)) : NULL;
}

/**
 * ent_mark_table_get_of_statement:
 * @table: (nullable): a table
 * @statement: a statement's number in the store
 *
 * Returns: (transfer none) (nullable) (element-type EntMark): what is on the statement, the oldest first
 */
const GPtrArray *
ent_mark_table_get_of_statement (const EntMarkTable *table,
                                 guint               statement)
{
  return table != NULL ? g_hash_table_lookup (table->of_statement, GUINT_TO_POINTER (statement + 1)) : NULL;
}

/**
 * ent_mark_table_find_statement:
 * @table: a table
 * @mark: one of its marks
 * @statement: (out): the number of the statement that it is on
 *
 * Returns: whether it is on a statement of the store
 */
gboolean
ent_mark_table_find_statement (const EntMarkTable *table,
                               const EntMark      *mark,
                               guint              *statement)
{
  gpointer number = mark->statement != NULL ? g_hash_table_lookup (table->statements, mark->statement) : NULL;

  if (number == NULL)
    return FALSE;
  *statement = GPOINTER_TO_UINT (number) - 1;
  return TRUE;
}

/**
 * ent_marks_dup_words:
 * @marks: (nullable) (element-type EntMark): what is on something
 * @type: notes, or tags
 * @before: what stands before each
 * @separator: what stands between two
 *
 * Returns: (transfer full) (nullable): those of that type in one text; %NULL where there are none
 */
char *
ent_marks_dup_words (const GPtrArray *marks,
                     EntMarkType      type,
                     const char      *before,
                     const char      *separator)
{
  GString *words = NULL;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const EntMark *mark = g_ptr_array_index (marks, i);

      if (mark->type != type)
        continue;
      if (words == NULL)
        words = g_string_new (NULL);
      else
        g_string_append (words, separator);
      g_string_append (words, before);
      g_string_append (words, mark->text);
    }
  return words != NULL ? g_string_free (words, FALSE) : NULL;
}
