/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/name-index.h"

#include <string.h>

static guint32
hash_word (const char *word,
           gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;
  return hash ^ hash >> 15;
}

static void
put (EntNameIndex *index,
     EntNameEnd    end,
     guint32       holder,
     const char   *word,
     gsize         length)
{
  guint32 *head = &index->heads[end][hash_word (word, length) & index->mask];

  index->next[end][holder] = *head;
  *head = holder;
}

/**
 * ent_name_index_new:
 * @holders: (array length=n_holders): who has the names
 * @n_holders: how many they are
 *
 * Returns: (transfer full): an index of their names
 */
EntNameIndex *
ent_name_index_new (const EntOfficeHolder *holders,
                    guint                  n_holders)
{
  EntNameIndex *index = g_new0 (EntNameIndex, 1);

  index->mask = 63;
  while (index->mask < n_holders)
    index->mask = index->mask * 2 + 1;
  for (guint end = 0; end < ENT_N_NAME_ENDS; end++)
    {
      index->heads[end] = g_new (guint32, (gsize) index->mask + 1);
      memset (index->heads[end], 0xFF, ((gsize) index->mask + 1) * sizeof (guint32));
      index->next[end] = g_new (guint32, n_holders + 1);
    }
  /* From the last on, so that those with one word are found in their order. */
  for (guint32 i = n_holders; i-- > 0;)
    {
      const char *name = holders[i].name;
      const char *last = strrchr (name, ' ');

      last = last != NULL ? last + 1 : name;
      put (index, ENT_NAME_FIRST, i, name, strcspn (name, " "));
      put (index, ENT_NAME_LAST, i, last, strlen (last));
    }
  return index;
}

/**
 * ent_name_index_free:
 * @index: (nullable): an index
 */
void
ent_name_index_free (EntNameIndex *index)
{
  if (index == NULL)
    return;
  for (guint end = 0; end < ENT_N_NAME_ENDS; end++)
    {
      g_free (index->heads[end]);
      g_free (index->next[end]);
    }
  g_free (index);
}

/**
 * ent_name_index_find:
 * @index: an index
 * @end: which word is looked for
 * @word: the word
 * @length: its bytes
 *
 * Returns: the first holder whose name may have it there, or %ENT_NAME_NONE; others may only seem to
 */
guint32
ent_name_index_find (const EntNameIndex *index,
                     EntNameEnd          end,
                     const char         *word,
                     gsize               length)
{
  return index->heads[end][hash_word (word, length) & index->mask];
}
