/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-words.h"

#include <string.h>

#include "base/table-file.h"

#define FILE_NAME "page-words.tsv"

struct _EntPageWords
{
  GArray *all;          /* (element-type EntPageWord) */
  GHashTable *by_text;  /* its number in all, and one */
  guint8 begins[1 << 13]; /* a bit for each two first bytes */
  guint8 prefixes[256];   /* by first byte: not 0 if words begin with it that others may follow in their line */
};

static void
clear_word (gpointer data)
{
  EntPageWord *word = data;

  g_free (word->text);
}

/**
 * ent_page_words_free:
 * @words: (nullable) (transfer full): a table
 */
void
ent_page_words_free (EntPageWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref (words->by_text);
  g_array_unref (words->all);
  g_free (words);
}

static gboolean
read_flag (const char *name,
           guint      *flags)
{
  static const struct
  {
    const char *name;
    guint flags;
  } known[] = {
    { "above", ENT_PAGE_ABOVE },     { "below", ENT_PAGE_BELOW },   { "around", ENT_PAGE_ABOVE | ENT_PAGE_BELOW },
    { "section", ENT_PAGE_SECTION }, { "prefix", ENT_PAGE_PREFIX }, { "glued", ENT_PAGE_GLUED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name))
      {
        *flags |= known[i].flags;
        return TRUE;
      }
  return FALSE;
}

/* A row of a later table says anew what a known one says; with "-" before its text it takes that out. */
static void
put_word (EntPageWords *self,
          const char   *text,
          guint         flags)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_text, text));
  EntPageWord word = { NULL, strlen (text), flags };

  if (number > 0)
    {
      g_array_index (self->all, EntPageWord, number - 1).flags = flags;
      return;
    }
  word.text = g_strdup (text);
  g_array_append_val (self->all, word);
  g_hash_table_insert (self->by_text, word.text, GUINT_TO_POINTER (self->all->len));
}

static gboolean
read_row (const char * const  *fields,
          const char          *file,
          guint                line,
          gpointer             data,
          GError             **error)
{
  guint flags = 0;
  gboolean removed = *fields[0] == '-';

  if (strlen (fields[0]) < 2)
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: “%s” is too short for words of a page", file,
                   line, fields[0]);
      return FALSE;
    }
  if (!removed && !read_flag (fields[1], &flags))
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: “%s” is not above, below or around", file,
                   line, fields[1]);
      return FALSE;
    }
  if (!removed && *fields[2] != '\0' && !read_flag (fields[2], &flags))
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: “%s” is not section, prefix or glued", file,
                   line, fields[2]);
      return FALSE;
    }
  put_word (data, removed ? fields[0] + 1 : fields[0], flags);
  return TRUE;
}

static guint
get_beginning (const char *text)
{
  return (guint) ((guchar) text[0] << 8 | (guchar) text[1]);
}

/**
 * ent_page_words_load:
 * @folders: (array zero-terminated=1): folders of tables: the product's, then the user's own
 * @error: `FILE:LINE: why`
 *
 * Reads `page-words.tsv` of each folder that has one. A row of a later one whose text is known says anew where it
 * stands; a text that begins with `-` is taken out.
 *
 * Returns: (transfer full): the table, or %NULL
 */
EntPageWords *
ent_page_words_load (const char * const  *folders,
                     GError             **error)
{
  static const char * const columns[] = { "text", "where", "how", NULL };
  g_autoptr (EntPageWords) self = NULL;

  g_return_val_if_fail (folders != NULL, NULL);

  self = g_new0 (EntPageWords, 1);
  self->all = g_array_new (FALSE, FALSE, sizeof (EntPageWord));
  g_array_set_clear_func (self->all, clear_word);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (folders[i], FILE_NAME, NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS) && !ent_table_file_read (file, columns, read_row, self, error))
        return NULL;
    }
  for (guint i = 0; i < self->all->len; i++)
    {
      const EntPageWord *word = &g_array_index (self->all, EntPageWord, i);
      guint begin = get_beginning (word->text);

      self->begins[begin / 8] |= (guint8) (1 << begin % 8);
      if (word->flags & ENT_PAGE_PREFIX)
        self->prefixes[(guchar) *word->text] = TRUE;
    }
  return g_steal_pointer (&self);
}

/**
 * ent_page_words_may_begin:
 * @words: a table
 * @first: the two first bytes of a line
 *
 * Returns: whether any words begin so: few lines of a text do
 */
gboolean
ent_page_words_may_begin (const EntPageWords *words,
                          const char          first[2])
{
  guint begin = get_beginning (first);

  return (words->begins[begin / 8] & (1 << begin % 8)) != 0;
}

/**
 * ent_page_words_find:
 * @words: a table
 * @line: a line, written as the words are
 * @whole: whether it is short enough to be nothing but words of a page
 *
 * Returns: the %EntPageWordFlags of the words that it is or begins with; 0 for none
 */
guint
ent_page_words_find (const EntPageWords *words,
                     const char         *line,
                     gboolean            whole)
{
  guint number = whole ? GPOINTER_TO_UINT (g_hash_table_lookup (words->by_text, line)) : 0;
  guint flags = 0;

  if (number > 0)
    return g_array_index (words->all, EntPageWord, number - 1).flags;
  for (guint i = 0; words->prefixes[(guchar) *line] && i < words->all->len; i++)
    {
      const EntPageWord *word = &g_array_index (words->all, EntPageWord, i);

      if ((word->flags & ENT_PAGE_PREFIX) && *line == *word->text && g_str_has_prefix (line, word->text))
        flags = word->flags;
    }
  return flags;
}

/**
 * ent_page_words_get_all:
 * @words: a table
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all of them
 */
const EntPageWord *
ent_page_words_get_all (const EntPageWords *words,
                        guint              *n)
{
  *n = words->all->len;
  return (const EntPageWord *) (gpointer) words->all->data;
}
