/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/reference.h"

/* A line is a tag of two letters or digits, two spaces, a hyphen, a space, and a value. */
#define TAG_LENGTH 6

typedef struct
{
  const char *tag;
  EntReferenceField field;
} Tag;

/* The surest first, as each field keeps the first value that comes. */
static const Tag tags[] = {
  { "ID", ENT_REFERENCE_KEY },       { "TI", ENT_REFERENCE_TITLE },     { "T1", ENT_REFERENCE_TITLE },
  { "CT", ENT_REFERENCE_TITLE },     { "DA", ENT_REFERENCE_DATE },      { "Y1", ENT_REFERENCE_DATE },
  { "PY", ENT_REFERENCE_DATE },      { "Y2", ENT_REFERENCE_RETRIEVED }, { "UR", ENT_REFERENCE_URL },
  { "LA", ENT_REFERENCE_LANGUAGE },  { "T2", ENT_REFERENCE_PUBLISHER }, { "JO", ENT_REFERENCE_PUBLISHER },
  { "JF", ENT_REFERENCE_PUBLISHER }, { "PB", ENT_REFERENCE_BODY },
};

/* What one entry says, by its tags: they come in any order. */
typedef struct
{
  char *values[G_N_ELEMENTS (tags)];
  GPtrArray *files;
  char *author; /* an organisation */
} Entry;

static void
entry_clear (Entry *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    g_clear_pointer (&entry->values[i], g_free);
  g_clear_pointer (&entry->author, g_free);
  g_ptr_array_set_size (entry->files, 0);
}

static EntReference *
make_reference (const Entry *entry)
{
  EntReference *reference = ent_reference_new ();

  if (entry->author != NULL)
    ent_reference_set (reference, ENT_REFERENCE_BODY, entry->author);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      EntReferenceField field = tags[i].field;

      if (entry->values[i] == NULL)
        continue;
      if (field == ENT_REFERENCE_DATE || field == ENT_REFERENCE_RETRIEVED)
        ent_reference_set_date (reference, field, entry->values[i]);
      else
        ent_reference_set (reference, field, entry->values[i]);
      /* The publisher of what an office wrote is who carried it. */
      if (field == ENT_REFERENCE_BODY && entry->author != NULL)
        ent_reference_set (reference, ENT_REFERENCE_PUBLISHER, entry->values[i]);
    }
  for (guint i = 0; i < entry->files->len; i++)
    ent_reference_add_file (reference, g_ptr_array_index (entry->files, i));
  return reference;
}

static void
take_value (Entry      *entry,
            const char *tag,
            const char *value)
{
  /* A person is "Family, Given". */
  if ((g_str_has_prefix (tag, "AU") || g_str_has_prefix (tag, "A1")) && strchr (value, ',') == NULL
      && entry->author == NULL)
    entry->author = g_strdup (value);
  if (*tag == 'L' && (tag[1] == '1' || tag[1] == '2' || tag[1] == '4'))
    g_ptr_array_add (entry->files, g_strdup (value));
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strncmp (tags[i].tag, tag, 2) == 0 && entry->values[i] == NULL)
      entry->values[i] = g_strdup (value);
}

static gboolean
has_tag (const char *line,
         gsize       length)
{
  return length >= TAG_LENGTH - 1 && g_ascii_isupper (line[0]) && g_ascii_isalnum (line[1])
         && strncmp (line + 2, "  -", 3) == 0;
}

/**
 * ent_references_from_ris:
 * @text: a list in RIS
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type EntReference): its references
 */
GPtrArray *
ent_references_from_ris (const char *text,
                         gsize       length)
{
  GPtrArray *references = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_reference_free);
  const char *end = text + length;
  Entry entry = { .files = g_ptr_array_new_with_free_func (g_free) };
  gboolean open = FALSE;

  g_return_val_if_fail (text != NULL || length == 0, references);

  for (const char *line = text; line < end;)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      gsize n = (gsize) ((newline != NULL ? newline : end) - line);

      if (has_tag (line, n))
        {
          g_autofree char *value = g_strstrip (g_strndup (line + TAG_LENGTH - 1, n - (TAG_LENGTH - 1)));

          if (open && (g_str_has_prefix (line, "TY") || g_str_has_prefix (line, "ER")))
            g_ptr_array_add (references, make_reference (&entry));
          if (g_str_has_prefix (line, "TY") || g_str_has_prefix (line, "ER"))
            {
              entry_clear (&entry);
              open = *line == 'T';
            }
          else if (*value != 0)
            take_value (&entry, line, value);
        }
      line += n + 1;
    }
  if (open)
    g_ptr_array_add (references, make_reference (&entry));
  entry_clear (&entry);
  g_ptr_array_unref (entry.files);
  return references;
}
