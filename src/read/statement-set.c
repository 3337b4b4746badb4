/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/statement-set.h"

#include <string.h>

#include "read/statement-letters.h"

#define MIN_SLOTS 1024

/* Hash → number, in one array: open addressing, the key 0 for a free slot. */
typedef struct
{
  guint64 key;
  guint64 value;
} Slot;

struct _EntStatementSet
{
  Slot *slots;
  gsize n_slots; /* a power of two */
  gsize n_used;
  GPtrArray *ids; /* of what was first of its words; NULL where versions are not asked for */
};

/* Parts the keys of ids from those of an id with a text. */
#define SEED_ID G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)
#define SEED_WORDS G_GUINT64_CONSTANT (0x165667B19E3779F9)
#define SEED_TEXT G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F)

static inline guint64
mix (guint64 a,
     guint64 b)
{
  __uint128_t product = (__uint128_t) (a ^ G_GUINT64_CONSTANT (0xA0761D6478BD642F))
                        * (b ^ G_GUINT64_CONSTANT (0xE7037ED1A0B428DB));

  return (guint64) product ^ (guint64) (product >> 64);
}

/* Multiplies and folds eight bytes at a time, as wyhash does. Never 0. */
static guint64
hash_bytes (guint64     seed,
            const char *bytes,
            gsize       length)
{
  guint64 hash = seed ^ length;
  gsize i;

  for (i = 0; i + 8 <= length; i += 8)
    {
      guint64 word;

      memcpy (&word, bytes + i, 8);
      hash = mix (hash, word);
    }
  if (i < length)
    {
      guint64 word = 0;

      memcpy (&word, bytes + i, length - i);
      hash = mix (hash, word);
    }
  hash = mix (hash, seed);
  return hash != 0 ? hash : 1;
}

static Slot *
find_slot (const EntStatementSet *self,
           guint64                key)
{
  gsize i = (gsize) key & (self->n_slots - 1);

  while (self->slots[i].key != 0 && self->slots[i].key != key)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
insert (EntStatementSet *self,
        guint64          key,
        guint64          value)
{
  Slot *slot;

  if (self->n_used * 4 >= self->n_slots * 3)
    {
      Slot *old = self->slots;
      gsize n_old = self->n_slots;

      self->n_slots *= 2;
      self->slots = g_new0 (Slot, self->n_slots);
      for (gsize i = 0; i < n_old; i++)
        if (old[i].key != 0)
          *find_slot (self, old[i].key) = old[i];
      g_free (old);
    }
  slot = find_slot (self, key);
  self->n_used += slot->key == 0;
  *slot = (Slot) { key, value };
}

static gboolean
contains (const EntStatementSet *self,
          guint64                key)
{
  return find_slot (self, key)->key != 0;
}

/**
 * ent_statement_set_new:
 *
 * Returns: (transfer full): an empty set
 */
EntStatementSet *
ent_statement_set_new (void)
{
  EntStatementSet *self = g_new0 (EntStatementSet, 1);

  self->n_slots = MIN_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

/**
 * ent_statement_set_free:
 * @set: (transfer full): a set
 */
void
ent_statement_set_free (EntStatementSet *set)
{
  g_return_if_fail (set != NULL);

  g_free (set->slots);
  g_clear_pointer (&set->ids, g_ptr_array_unref);
  g_free (set);
}

/**
 * ent_statement_set_mark_versions:
 * @set: an empty set
 *
 * Makes @set tell, of a statement that says what an earlier one says in the same words, which one that is. It then
 * remembers their ids as well.
 */
void
ent_statement_set_mark_versions (EntStatementSet *set)
{
  g_return_if_fail (set != NULL && set->n_used == 0);

  if (set->ids == NULL)
    set->ids = g_ptr_array_new_with_free_func (g_free);
}

/* The id of the first statement of the same words; NULL if it is this one. */
static const char *
find_original (EntStatementSet    *self,
               const EntStatement *statement)
{
  guint64 letters = self->ids != NULL ? ent_statement_hash_letters (statement) : 0;
  guint64 key = letters != 0 ? hash_bytes (SEED_WORDS, (const char *) &letters, sizeof letters) : 0;

  if (letters == 0)
    return NULL;
  if (contains (self, key))
    return g_ptr_array_index (self->ids, find_slot (self, key)->value);
  insert (self, key, self->ids->len);
  g_ptr_array_add (self->ids, g_strdup (ent_statement_get_info (statement)->id));
  return NULL;
}

/* Takes the statement over. */
static EntStatement *
mark_version (EntStatementSet *self,
              EntStatement    *statement)
{
  const char *original = find_original (self, statement);
  EntStatementInfo info;
  EntStatement *marked;

  if (original == NULL || ent_statement_get_info (statement)->version_of != NULL)
    return statement;
  ent_statement_info_copy (ent_statement_get_info (statement), &info);
  info.version_of = g_strdup (original);
  marked = ent_statement_with_info (statement, &info);
  ent_statement_info_clear (&info);
  ent_statement_unref (statement);
  return marked;
}

/* The first number whose id nobody has. The id's slot remembers how far the numbers have come. */
static char *
find_free_id (EntStatementSet *self,
              const char      *id,
              guint64          id_key)
{
  guint64 number = find_slot (self, id_key)->value;

  for (;;)
    {
      g_autofree char *numbered = g_strdup_printf ("%s#%" G_GUINT64_FORMAT, id, ++number);

      if (!contains (self, hash_bytes (SEED_ID, numbered, strlen (numbered))))
        {
          insert (self, id_key, number);
          return g_steal_pointer (&numbered);
        }
    }
}

/**
 * ent_statement_set_add:
 * @set: a set
 * @statement: (transfer full): a statement as it was read
 * @renamed: (out): whether its given id belongs to another text already; not set for statements that
 *   were given none and are named by their file
 *
 * Returns: (transfer full) (nullable): the statement under an id of its own, or %NULL for one that is
 *   there already
 */
EntStatement *
ent_statement_set_add (EntStatementSet *set,
                       EntStatement    *statement,
                       gboolean        *renamed)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *old;
  EntStatementInfo info;
  EntStatement *result;
  const char *text;
  gsize length;
  guint64 id_key, text_key;

  g_return_val_if_fail (set != NULL && statement != NULL && renamed != NULL, NULL);

  *renamed = FALSE;
  old = ent_statement_get_info (statement);
  text = ent_statement_get_text (statement, &length);
  id_key = hash_bytes (SEED_ID, old->id, strlen (old->id));
  text_key = hash_bytes (SEED_TEXT ^ id_key, text, length);
  if (contains (set, text_key))
    return NULL;
  insert (set, text_key, 0);
  if (!contains (set, id_key))
    {
      insert (set, id_key, 1);
      return mark_version (set, g_steal_pointer (&owned));
    }

  *renamed = g_strcmp0 (old->id, old->file) != 0;
  ent_statement_info_copy (old, &info);
  g_free (info.id);
  info.id = find_free_id (set, old->id, id_key);
  id_key = hash_bytes (SEED_ID, info.id, strlen (info.id));
  insert (set, id_key, 1);
  result = ent_statement_with_info (statement, &info);
  ent_statement_info_clear (&info);
  return mark_version (set, result);
}
