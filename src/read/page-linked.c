/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of itself to machines, in JSON-LD. */
#include "read/page-linked.h"

#include <string.h>

#include "read/json-record.h"

/* Objects in one another, and lists of them, are looked into so deep. */
#define MAX_DEPTH 8

static gboolean look_into (EntJsonCursor *cursor,
                           const char *key,
                           gboolean is_publisher,
                           guint depth,
                           GString *name);

static gboolean
look_into_object (EntJsonCursor *cursor,
                  gboolean       is_publisher,
                  guint          depth,
                  GString       *name)
{
  g_autoptr (GString) key = g_string_new (NULL);

  if (ent_json_cursor_take (cursor, '}'))
    return TRUE;
  do
    {
      if (!ent_json_cursor_text (cursor, key, NULL, NULL) || !ent_json_cursor_expect (cursor, ':', NULL)
          || !look_into (cursor, key->str, is_publisher, depth, name))
        return FALSE;
    }
  while (ent_json_cursor_take (cursor, ','));
  return ent_json_cursor_take (cursor, '}');
}

static gboolean
look_into_list (EntJsonCursor *cursor,
                const char    *key,
                gboolean       is_publisher,
                guint          depth,
                GString       *name)
{
  if (ent_json_cursor_take (cursor, ']'))
    return TRUE;
  do
    {
      if (!look_into (cursor, key, is_publisher, depth, name))
        return FALSE;
    }
  while (ent_json_cursor_take (cursor, ','));
  return ent_json_cursor_take (cursor, ']');
}

/* Goes past the value of @key, and takes from it the first name of a publisher. Returns whether it is JSON. */
static gboolean
look_into (EntJsonCursor *cursor,
           const char    *key,
           gboolean       is_publisher,
           guint          depth,
           GString       *name)
{
  gboolean names = g_str_equal (key, "publisher");

  if (depth < MAX_DEPTH && ent_json_cursor_take (cursor, '{'))
    return look_into_object (cursor, names, depth + 1, name);
  if (depth < MAX_DEPTH && ent_json_cursor_take (cursor, '['))
    return look_into_list (cursor, key, is_publisher, depth + 1, name);
  if (name->len == 0 && (names || (is_publisher && g_str_equal (key, "name"))) && ent_json_cursor_at (cursor, '"'))
    return ent_json_cursor_text (cursor, name, NULL, NULL);
  return ent_json_cursor_skip (cursor, NULL);
}

/**
 * ent_page_linked_find_publisher:
 * @script: what stands in a page as JSON-LD
 *
 * Of what is no JSON, that before its fault is read.
 *
 * Returns: (transfer full) (nullable): who is said to publish the page
 */
char *
ent_page_linked_find_publisher (const char *script)
{
  g_return_val_if_fail (script != NULL, NULL);

  EntJsonCursor cursor = { script, script, script + strlen (script) };
  g_autoptr (GString) name = g_string_new (NULL);

  look_into (&cursor, "", FALSE, 0, name);
  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}
