/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts of words stand in no index. The file has a list of all words, in which those are found that have the part:
 *
 *     rade  ──► trade, trades, traders  ──►  "trade" OR "trades" OR "traders"
 */
#include "model/archive-private.h"

#include <string.h>

#include "model/search-words.h"

/* Of an ideograph, or a pair of them, there are no parts to be found by. */
static gboolean
has_parts (const char *word)
{
  gsize at = 0;
  EntAtom atom;

  return ent_search_next_atom (word, strlen (word), &at, &atom) && !atom.ideograph;
}

static gboolean
put_word (EntArchive  *archive,
          const char  *word,
          GError     **error)
{
  EntQuery *query = ent_database_query (archive->database, "INSERT OR IGNORE INTO search_words VALUES (?1)", error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, word);
  return ent_query_run (query, error);
}

/**
 * ent_archive_put_words:
 * @archive: an archive that has begun a change
 * @segmented: a text as the index has it
 * @error: where to say what failed
 *
 * Adds the text's words to the list of all words.
 *
 * Returns: whether they are in it
 */
gboolean
ent_archive_put_words (EntArchive  *archive,
                       const char  *segmented,
                       GError     **error)
{
  g_auto (GStrv) words = g_strsplit (segmented, " ", -1);

  if (archive->words == NULL)
    archive->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!has_parts (words[i]) || g_hash_table_contains (archive->words, words[i]))
        continue;
      if (!put_word (archive, words[i], error))
        return FALSE;
      g_hash_table_add (archive->words, g_strdup (words[i]));
    }
  return TRUE;
}

static void
add_alternative (EntQuery *row,
                 gpointer  match)
{
  GString *out = match;

  if (out->str[out->len - 1] != '(')
    g_string_append (out, " OR ");
  g_string_append_printf (out, "\"%s\"", ent_query_get_text (row, 0));
}

/* All words that have the part, or end with it. Returns whether there are any, and the file could be asked. */
static gboolean
append_words (EntArchive  *archive,
              GString     *match,
              const char  *part,
              gboolean     goes_on,
              GError     **error)
{
  gboolean found;
  const char *sql = goes_on ? "SELECT word FROM search_words WHERE instr (word, ?1) > 0"
                            : "SELECT word FROM search_words WHERE substr (word, -length (?1)) = ?1";
  EntQuery *query = ent_database_query (archive->database, sql, error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, part);
  g_string_append_c (match, '(');
  if (!ent_query_each (query, add_alternative, match, error))
    return FALSE;
  found = match->str[match->len - 1] != '(';
  g_string_append_c (match, ')');
  return found;
}

/* A term as what all events have that have it. Returns whether there can be any, and the file could be asked. */
static gboolean
append_term (EntArchive           *archive,
             GString              *match,
             const EntSearchTerm  *term,
             gboolean             *exact,
             GError              **error)
{
  g_autofree char *phrase = ent_search_dup_phrase (term->text);
  g_auto (GStrv) atoms = g_strsplit (phrase, " ", -1);
  guint n = g_strv_length (atoms);

  for (guint i = 0; i < n; i++)
    {
      if (match->len > 0)
        g_string_append (match, " AND ");
      if (!has_parts (atoms[i]))
        g_string_append_printf (match, "\"%s\"", atoms[i]);
      else if (i > 0)
        g_string_append_printf (match, "\"%s\"%s", atoms[i], i == n - 1 ? " *" : "");
      else if (!append_words (archive, match, atoms[i], n == 1, error))
        return FALSE;
    }
  *exact = *exact && n == 1;
  return TRUE;
}

/**
 * ent_archive_dup_parts_match:
 * @archive: an archive
 * @query: a search for parts of words
 * @exact: (out): whether what is found is what is searched for; else it may be more
 * @error: where to say what failed
 *
 * Returns: (transfer full) (nullable): what to ask FTS5; %NULL without an error where nothing has these parts
 */
char *
ent_archive_dup_parts_match (EntArchive            *archive,
                             const EntSearchQuery  *query,
                             gboolean              *exact,
                             GError               **error)
{
  g_autoptr (GString) match = g_string_new (NULL);

  *exact = TRUE;
  for (guint i = 0; i < query->terms->len; i++)
    {
      const EntSearchTerm *term = &g_array_index (query->terms, EntSearchTerm, i);

      if (!term->excluded && !append_term (archive, match, term, exact, error))
        return NULL;
    }
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}
