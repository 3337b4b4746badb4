/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/search-query.h"

#include <string.h>

#include "model/search-words.h"
#include "model/spans.h"

static const char * const keys[] = { "topic", "kind", "actor", "status", "issuer",
                                     "between", "from", "to", "tag", "note" };

/* Quotation marks that people type, each with the one that ends it. */
static const gunichar quotes[][2] = {
  { '"', '"' }, { 0x201C, 0x201D }, { 0x300C, 0x300D }, { 0x300E, 0x300F }, { 0xAB, 0xBB }, { 0x201E, 0x201C },
};

static void
clear_term (gpointer data)
{
  g_free (((EntSearchTerm *) data)->text);
}

static void
clear_field (gpointer data)
{
  EntSearchField *field = data;

  g_free (field->key);
  g_free (field->value);
}

/**
 * ent_search_query_free:
 * @query: (nullable): a search
 */
void
ent_search_query_free (EntSearchQuery *query)
{
  if (query == NULL)
    return;
  g_array_unref (query->terms);
  g_array_unref (query->fields);
  g_free (query);
}

static gunichar
find_end_quote (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i][0] == c)
      return quotes[i][1];
  return 0;
}

/* What stands in quotation marks, or up to the next space. Nothing is wrong with quotes that do not end. */
static char *
take_piece (const char **at,
            gboolean    *quoted)
{
  gunichar end = find_end_quote (g_utf8_get_char (*at));
  const char *start = *at;
  const char *p;

  *quoted = end != 0;
  if (end != 0)
    start = g_utf8_next_char (start);
  for (p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (end != 0 ? c == end : g_unichar_isspace (c) || find_end_quote (c) != 0)
        break;
    }
  *at = end != 0 && *p != '\0' ? g_utf8_next_char (p) : p;
  return g_strndup (start, (gsize) (p - start));
}

/* The key before a colon, narrow or wide, where it is one. */
static const char *
find_key (const char  *at,
          const char **value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize n = strlen (keys[i]);

      if (g_ascii_strncasecmp (at, keys[i], n) != 0)
        continue;
      if (at[n] == ':')
        *value = at + n + 1;
      else if (g_str_has_prefix (at + n, "：")) /* as a Chinese keyboard has it */
        *value = at + n + strlen ("：");
      else
        continue;
      return keys[i];
    }
  return NULL;
}

static void
add_term (EntSearchQuery *query,
          char           *text,
          gboolean        quoted,
          gboolean        excluded)
{
  EntSearchTerm term = { text, FALSE, excluded, FALSE };
  gsize length = strlen (text);
  gsize at = 0;
  EntAtom atom;

  if (!quoted && length > 1 && text[length - 1] == '*')
    {
      text[length - 1] = '\0';
      term.prefix = TRUE;
    }
  if (ent_search_next_atom (text, strlen (text), &at, &atom))
    g_array_append_val (query->terms, term);
  else
    g_free (text);
}

/**
 * ent_search_query_new:
 * @text: what was typed, valid UTF-8
 *
 * Anything is a search: what is no field is words.
 *
 * Returns: (transfer full): the search
 */
EntSearchQuery *
ent_search_query_new (const char *text)
{
  EntSearchQuery *query;
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  query = g_new0 (EntSearchQuery, 1);
  query->terms = g_array_new (FALSE, FALSE, sizeof (EntSearchTerm));
  query->fields = g_array_new (FALSE, FALSE, sizeof (EntSearchField));
  g_array_set_clear_func (query->terms, clear_term);
  g_array_set_clear_func (query->fields, clear_field);
  while (*at != '\0')
    {
      gboolean quoted = FALSE;
      gboolean excluded;
      const char *value;
      const char *key;
      char *piece;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      excluded = *at == '-' && at[1] != '\0' && !g_unichar_isspace (g_utf8_get_char (at + 1));
      at += excluded;
      key = excluded ? NULL : find_key (at, &value);
      if (key != NULL)
        at = value;
      piece = *at != '\0' ? take_piece (&at, &quoted) : g_strdup ("");
      if (key == NULL)
        add_term (query, piece, quoted, excluded);
      else if (*piece == '\0')
        g_free (piece);
      else
        {
          EntSearchField field = { g_strdup (key), piece };

          g_array_append_val (query->fields, field);
        }
    }
  return query;
}

/**
 * ent_search_query_new_typed:
 * @text: what was typed until now, valid UTF-8
 *
 * Of what is being typed the last word may go on.
 *
 * Returns: (transfer full): the search
 */
EntSearchQuery *
ent_search_query_new_typed (const char *text)
{
  EntSearchQuery *query = ent_search_query_new (text);
  guint n = query->terms->len;

  if (n > 0)
    {
      EntSearchTerm *last = &g_array_index (query->terms, EntSearchTerm, n - 1);

      last->prefix |= !last->excluded && g_str_has_suffix (text, last->text);
    }
  return query;
}

/**
 * ent_search_query_has_words:
 * @query: a search
 *
 * Returns: whether words are searched for, and not only excluded
 */
gboolean
ent_search_query_has_words (const EntSearchQuery *query)
{
  g_return_val_if_fail (query != NULL, FALSE);

  for (guint i = 0; i < query->terms->len; i++)
    if (!g_array_index (query->terms, EntSearchTerm, i).excluded)
      return TRUE;
  return FALSE;
}

/**
 * ent_search_query_has_parts:
 * @query: a search
 *
 * Returns: whether parts of words are searched for
 */
gboolean
ent_search_query_has_parts (const EntSearchQuery *query)
{
  g_return_val_if_fail (query != NULL, FALSE);

  for (guint i = 0; i < query->terms->len; i++)
    if (g_array_index (query->terms, EntSearchTerm, i).part)
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_ideograph (const char *text)
{
  gsize length = strlen (text);
  gsize at = 0;
  EntAtom atom = { { 0, 0 }, FALSE };

  while (ent_search_next_atom (text, length, &at, &atom))
    ;
  return atom.ideograph;
}

static void
append_terms (GString              *match,
              const EntSearchQuery *query,
              gboolean              excluded)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      const EntSearchTerm *term = &g_array_index (query->terms, EntSearchTerm, i);
      g_autofree char *phrase = ent_search_dup_phrase (term->text);

      if (term->excluded != excluded)
        continue;
      if (match->len > 0)
        g_string_append (match, excluded ? " NOT " : " AND ");
      /* Atoms hold no quotation marks. */
      g_string_append_printf (match, "\"%s\"%s", phrase, term->prefix && !ends_with_ideograph (term->text) ? " *" : "");
    }
}

/**
 * ent_search_query_dup_match:
 * @query: a search
 *
 * Returns: (transfer full) (nullable): it as FTS5 asks, %NULL where no words are searched for
 */
char *
ent_search_query_dup_match (const EntSearchQuery *query)
{
  GString *match;

  g_return_val_if_fail (query != NULL, NULL);

  if (!ent_search_query_has_words (query))
    return NULL;
  match = g_string_new (NULL);
  append_terms (match, query, FALSE);
  append_terms (match, query, TRUE);
  return g_string_free (match, FALSE);
}

/* Finding the words in a text. */

/* A text's atoms, folded, each with a zero byte behind it. */
typedef struct
{
  GString *folded;
  GArray *starts; /* (element-type guint32): where each begins */
  GArray *atoms;  /* (element-type EntAtom) (nullable): where each stands in the text */
} Words;

static void
words_clear (Words *words)
{
  g_string_free (words->folded, TRUE);
  g_array_unref (words->starts);
  g_clear_pointer (&words->atoms, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static void
words_init (Words      *words,
            const char *text,
            gsize       length,
            gboolean    with_atoms)
{
  gsize at = 0;
  EntAtom atom;

  words->folded = g_string_sized_new (length + length / 4 + 8);
  words->starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) (length / 4 + 4));
  words->atoms = with_atoms ? g_array_new (FALSE, FALSE, sizeof (EntAtom)) : NULL;
  while (ent_search_next_atom (text, length, &at, &atom))
    {
      guint32 start = (guint32) words->folded->len;

      ent_search_append_folded (words->folded, text + atom.span.start, atom.span.end - atom.span.start);
      g_string_append_c (words->folded, '\0');
      g_array_append_val (words->starts, start);
      if (with_atoms)
        g_array_append_val (words->atoms, atom);
    }
}

static const char *
get_word (const Words *words,
          guint        i)
{
  return words->folded->str + g_array_index (words->starts, guint32, i);
}

/* Whether the word is the one wanted, as far as it may begin before and go on. */
static gboolean
is_wanted (const char *word,
           const char *wanted,
           gboolean    begins_before,
           gboolean    goes_on)
{
  if (begins_before && goes_on)
    return strstr (word, wanted) != NULL;
  if (begins_before)
    return g_str_has_suffix (word, wanted);
  return goes_on ? g_str_has_prefix (word, wanted) : strcmp (word, wanted) == 0;
}

static gboolean
matches_at (const Words         *text,
            guint                at,
            const Words         *pattern,
            const EntSearchTerm *term)
{
  guint n = pattern->starts->len;

  if (at + n > text->starts->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_wanted (get_word (text, at + i), get_word (pattern, i), i == 0 && term->part,
                    i == n - 1 && (term->prefix || term->part)))
      return FALSE;
  return TRUE;
}

/**
 * ent_search_query_matches:
 * @query: a search
 * @text: valid UTF-8
 * @length: its length
 *
 * Returns: whether the text has all words that are searched for, and none that are excluded
 */
gboolean
ent_search_query_matches (const EntSearchQuery *query,
                          const char           *text,
                          gsize                 length)
{
  g_auto (Words) words = { 0 };

  g_return_val_if_fail (query != NULL, FALSE);

  words_init (&words, text, length, FALSE);
  for (guint i = 0; i < query->terms->len; i++)
    {
      const EntSearchTerm *term = &g_array_index (query->terms, EntSearchTerm, i);
      g_auto (Words) wanted = { 0 };
      gboolean found = FALSE;

      words_init (&wanted, term->text, strlen (term->text), FALSE);
      for (guint at = 0; !found && at + wanted.starts->len <= words.starts->len; at++)
        found = matches_at (&words, at, &wanted, term);
      if (found == term->excluded)
        return FALSE;
    }
  return TRUE;
}

static void
add_spans (const EntSearchQuery *query,
           gboolean              parts,
           const Words          *words,
           GArray               *spans)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      EntSearchTerm term = g_array_index (query->terms, EntSearchTerm, i);
      g_auto (Words) wanted = { 0 };

      term.part |= parts;
      words_init (&wanted, term.text, strlen (term.text), FALSE);
      for (guint at = 0; !term.excluded && at + wanted.starts->len <= words->starts->len; at++)
        if (matches_at (words, at, &wanted, &term))
          {
            guint last = at + wanted.starts->len - 1;
            EntSpan span = { g_array_index (words->atoms, EntAtom, at).span.start,
                             g_array_index (words->atoms, EntAtom, last).span.end };

            g_array_append_val (spans, span);
          }
    }
}

/**
 * ent_search_query_find_spans:
 * @query: a search
 * @text: valid UTF-8
 * @length: its length
 *
 * Where the text has none of the words, those that have them as parts are what was found.
 *
 * Returns: (transfer full) (element-type EntSpan): where words that are searched for stand, in the text's order and
 *   without overlap
 */
GArray *
ent_search_query_find_spans (const EntSearchQuery *query,
                             const char           *text,
                             gsize                 length)
{
  g_auto (Words) words = { 0 };
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (EntSpan));

  g_return_val_if_fail (query != NULL, spans);

  words_init (&words, text, length, TRUE);
  add_spans (query, FALSE, &words, spans);
  if (spans->len == 0)
    add_spans (query, TRUE, &words, spans);
  ent_spans_join (spans);
  return spans;
}
