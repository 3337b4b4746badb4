/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/json-record.h"
#include "read/reference.h"

typedef struct
{
  const char *key;
  EntReferenceField field;
} Key;

static const Key keys[] = {
  { "citation-key", ENT_REFERENCE_KEY },
  { "id", ENT_REFERENCE_KEY },
  { "title", ENT_REFERENCE_TITLE },
  { "issued", ENT_REFERENCE_DATE },
  { "accessed", ENT_REFERENCE_RETRIEVED },
  { "URL", ENT_REFERENCE_URL },
  { "language", ENT_REFERENCE_LANGUAGE },
  { "container-title", ENT_REFERENCE_PUBLISHER },
  { "publisher", ENT_REFERENCE_BODY },
};

/* What one item says; its keys come in any order. */
typedef struct
{
  GString *values[G_N_ELEMENTS (keys)];
  GString *author; /* an organisation */
  GPtrArray *files;
} Item;

static void
item_clear (Item *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (item->values[i] != NULL)
      g_string_free (item->values[i], TRUE);
  if (item->author != NULL)
    g_string_free (item->author, TRUE);
  g_ptr_array_unref (item->files);
}

static void
clear_string (GString **string)
{
  if (*string != NULL)
    g_string_free (g_steal_pointer (string), TRUE);
}

/* A string, a number as it is written, or nothing for what is neither. */
static gboolean
read_words (EntJsonCursor  *cursor,
            GString       **words,
            GError        **error)
{
  const char *start;

  clear_string (words);
  if (ent_json_cursor_at (cursor, '"'))
    {
      *words = g_string_new (NULL);
      return ent_json_cursor_text (cursor, *words, NULL, error);
    }
  /* The above went past the space before it. */
  start = cursor->p;
  if (!ent_json_cursor_skip (cursor, error))
    return FALSE;
  if (g_ascii_isdigit (*start))
    *words = g_string_new_len (start, cursor->p - start);
  return TRUE;
}

/* The numbers in {"date-parts":[[2021,5,4]]}, or what stands in it as a string: 2021-5-4. */
static void
find_date (const char *start,
           const char *end,
           GString    *date)
{
  const char *at = g_strstr_len (start, end - start, "\"date-parts\"");

  if (at == NULL)
    {
      for (at = start; at < end && !g_ascii_isdigit (*at); at++)
        continue;
      g_string_append_len (date, at, MIN (end - at, 10));
      return;
    }
  for (at += strlen ("\"date-parts\""); at < end && *at != ']' && *at != '}'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (date, *at);
    else if (*at == ',' && date->len > 0)
      g_string_append_c (date, '-');
}

static gboolean
read_date (EntJsonCursor  *cursor,
           GString       **date,
           GError        **error)
{
  const char *start;

  clear_string (date);
  ent_json_cursor_at (cursor, '{');
  start = cursor->p;
  if (!ent_json_cursor_skip (cursor, error))
    return FALSE;
  *date = g_string_new (NULL);
  find_date (start, cursor->p, *date);
  return TRUE;
}

/* The name of the first author that is no person: {"literal":"Ministry of …"}. */
static gboolean
read_author (EntJsonCursor  *cursor,
             GString       **author,
             GError        **error)
{
  static const char mark[] = "\"literal\"";
  EntJsonCursor inner;
  const char *start = cursor->p, *found;

  if (!ent_json_cursor_skip (cursor, error))
    return FALSE;
  found = g_strstr_len (start, cursor->p - start, mark);
  if (found == NULL)
    return TRUE;
  inner = (EntJsonCursor) { cursor->text, found + strlen (mark), cursor->p };
  return !ent_json_cursor_take (&inner, ':') || read_words (&inner, author, error);
}

static gboolean
read_member (EntJsonCursor  *cursor,
             const char     *key,
             Item           *item,
             GError        **error)
{
  g_autoptr (GString) file = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, key))
      return keys[i].field == ENT_REFERENCE_DATE || keys[i].field == ENT_REFERENCE_RETRIEVED
               ? read_date (cursor, &item->values[i], error)
               : read_words (cursor, &item->values[i], error);
  if (g_str_equal (key, "author"))
    return read_author (cursor, &item->author, error);
  if (!g_str_equal (key, "file"))
    return ent_json_cursor_skip (cursor, error);
  if (!read_words (cursor, &file, error))
    return FALSE;
  if (file != NULL)
    g_ptr_array_add (item->files, g_strdup (file->str));
  return TRUE;
}

static EntReference *
make_reference (const Item *item)
{
  EntReference *reference = ent_reference_new ();

  if (item->author != NULL)
    ent_reference_set (reference, ENT_REFERENCE_BODY, item->author->str);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      EntReferenceField field = keys[i].field;

      if (item->values[i] == NULL)
        continue;
      if (field == ENT_REFERENCE_DATE || field == ENT_REFERENCE_RETRIEVED)
        ent_reference_set_date (reference, field, item->values[i]->str);
      else
        ent_reference_set (reference, field, item->values[i]->str);
      if (field == ENT_REFERENCE_BODY && item->author != NULL)
        ent_reference_set (reference, ENT_REFERENCE_PUBLISHER, item->values[i]->str);
    }
  for (guint i = 0; i < item->files->len; i++)
    ent_reference_add_file (reference, g_ptr_array_index (item->files, i));
  return reference;
}

static gboolean
read_item (EntJsonCursor  *cursor,
           Item           *item,
           GError        **error)
{
  g_autoptr (GString) key = g_string_new (NULL);

  if (!ent_json_cursor_expect (cursor, '{', error))
    return FALSE;
  if (ent_json_cursor_take (cursor, '}'))
    return TRUE;
  do
    {
      if (!ent_json_cursor_text (cursor, key, NULL, error) || !ent_json_cursor_expect (cursor, ':', error)
          || !read_member (cursor, key->str, item, error))
        return FALSE;
    }
  while (ent_json_cursor_take (cursor, ','));
  return ent_json_cursor_expect (cursor, '}', error);
}

/**
 * ent_references_from_csl:
 * @text: a list in CSL JSON
 * @length: its length in bytes
 * @error: set if it is not JSON
 *
 * Returns: (transfer full) (element-type EntReference): its references, up to where it is broken
 */
GPtrArray *
ent_references_from_csl (const char  *text,
                         gsize        length,
                         GError     **error)
{
  GPtrArray *references = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_reference_free);
  EntJsonCursor cursor = { text, text, text + length };
  gboolean is_list, goes_on;

  g_return_val_if_fail (text != NULL || length == 0, references);

  is_list = ent_json_cursor_take (&cursor, '[');
  do
    {
      Item item = { .files = g_ptr_array_new_with_free_func (g_free) };

      goes_on = read_item (&cursor, &item, error);
      if (goes_on)
        g_ptr_array_add (references, make_reference (&item));
      item_clear (&item);
    }
  while (goes_on && is_list && ent_json_cursor_take (&cursor, ','));
  return references;
}
