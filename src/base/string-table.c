/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/string-table.h"

#include <string.h>

#define CHUNK_BYTES (64 * 1024)
#define FIRST_SLOTS 64

/*     slots    [ 0 ][ 3 ][ 0 ][ 1 ] …   id + 1 by hash, 0 where free; a power of two, at most half full
 *     hashes   [   ][   ][   ] …        by id, so that growing reads no text
 *     texts    [   ][   ][   ] …        by id, each in the chunk
 */
struct _EntStringTable
{
  GStringChunk *chunk;
  GPtrArray *texts;
  GArray *hashes;
  guint32 *slots;
  gsize n_slots;
};

/* FNV-1a */
static guint32
hash_text (const char *text,
           gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) text[i]) * 16777619u;
  return hash;
}

static inline gsize
measure (const char *text,
         gssize      length)
{
  return length < 0 ? strlen (text) : strnlen (text, (gsize) length);
}

/* The slot that holds the text, or the free one where it belongs. */
static guint32 *
find_slot (EntStringTable *self,
           const char     *text,
           gsize           length,
           guint32         hash)
{
  gsize mask = self->n_slots - 1;

  for (gsize i = hash & mask;; i = (i + 1) & mask)
    {
      guint32 id = self->slots[i] - 1;
      const char *other;

      if (self->slots[i] == 0)
        return &self->slots[i];
      if (g_array_index (self->hashes, guint32, id) != hash)
        continue;
      other = g_ptr_array_index (self->texts, id);
      if (strncmp (other, text, length) == 0 && other[length] == '\0')
        return &self->slots[i];
    }
}

static void
grow (EntStringTable *self)
{
  gsize mask;

  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  mask = self->n_slots - 1;
  for (guint id = 0; id < self->texts->len; id++)
    {
      gsize i = g_array_index (self->hashes, guint32, id) & mask;

      while (self->slots[i] != 0)
        i = (i + 1) & mask;
      self->slots[i] = id + 1;
    }
}

/**
 * ent_string_table_new:
 *
 * Returns: (transfer full): a table that holds the empty string only
 */
EntStringTable *
ent_string_table_new (void)
{
  EntStringTable *self = g_new0 (EntStringTable, 1);

  self->chunk = g_string_chunk_new (CHUNK_BYTES);
  self->texts = g_ptr_array_new ();
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  ent_string_table_intern (self, "", 0);
  return self;
}

/**
 * ent_string_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
ent_string_table_free (EntStringTable *table)
{
  if (table == NULL)
    return;

  g_string_chunk_free (table->chunk);
  g_ptr_array_unref (table->texts);
  g_array_unref (table->hashes);
  g_free (table->slots);
  g_free (table);
}

/**
 * ent_string_table_intern:
 * @table: a table
 * @text: a text, read up to a NUL
 * @length: its bytes, or -1 for all up to the NUL
 *
 * Returns: the text's id, a new one if it was not there
 */
guint32
ent_string_table_intern (EntStringTable *table,
                         const char     *text,
                         gssize          length)
{
  gsize n;
  guint32 hash;
  guint32 *slot;

  g_return_val_if_fail (table != NULL && text != NULL, 0);

  n = measure (text, length);
  hash = hash_text (text, n);
  slot = find_slot (table, text, n, hash);
  if (*slot == 0)
    {
      if ((gsize) table->texts->len * 2 >= table->n_slots)
        {
          grow (table);
          slot = find_slot (table, text, n, hash);
        }
      g_ptr_array_add (table->texts, g_string_chunk_insert_len (table->chunk, text, (gssize) n));
      g_array_append_val (table->hashes, hash);
      *slot = table->texts->len;
    }
  return *slot - 1;
}

/**
 * ent_string_table_get:
 * @table: a table
 * @id: an id that the table gave
 *
 * Returns: (transfer none): the text, which stays where it is as long as the table lives
 */
const char *
ent_string_table_get (EntStringTable *table,
                      guint32         id)
{
  g_return_val_if_fail (table != NULL && id < table->texts->len, NULL);

  return g_ptr_array_index (table->texts, id);
}

/**
 * ent_string_table_get_n:
 * @table: a table
 *
 * Returns: how many texts it holds, the empty one among them
 */
guint32
ent_string_table_get_n (EntStringTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->texts->len;
}
