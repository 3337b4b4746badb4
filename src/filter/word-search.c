/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/word-search.h"

#include <string.h>

/* What is asked for: its characters without capitals. */
typedef struct
{
  gunichar *characters;
  glong n;
} Word;

static inline gunichar
fold_at (const char *p)
{
  guchar c = (guchar) *p;

  /* Lines end anywhere in a text. */
  if (c == '\n' || c == '\r' || c == '\t')
    return ' ';
  return c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : g_unichar_tolower (g_utf8_get_char (p));
}

static void
word_init (Word       *word,
           const char *text)
{
  word->characters = g_utf8_to_ucs4_fast (text, -1, &word->n);
  for (glong i = 0; i < word->n; i++)
    word->characters[i] = g_unichar_tolower (word->characters[i]);
}

static gboolean
starts_with (const char *p,
             const char *end,
             const Word *word)
{
  for (glong i = 0; i < word->n; i++)
    {
      if (p >= end || fold_at (p) != word->characters[i])
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

static gboolean
contains (const char *text,
          gsize       length,
          const Word *word)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if (fold_at (p) == word->characters[0] && starts_with (p, end, word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
account_contains (const EntEventStore *store,
                  const EntAccount    *account,
                  const Word          *word)
{
  gsize length;
  const char *text = ent_statement_get_text (ent_event_store_get_statement (store, account->statement), &length);

  for (gsize i = 0; i < account->n_evidence; i++)
    {
      EntSpan span = account->evidence[i];

      if (contains (text + span.start, span.end - span.start, word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
row_contains (const EntEventStore *store,
              guint32              row,
              const Word          *word)
{
  const char *title = ent_event_store_get_title (store, row);
  const char *place = ent_event_store_get_place (store, row);
  const char * const *people = ent_event_store_get_people (store, row);
  guint n_accounts = ent_event_store_get_n_accounts (store, row);

  if (contains (title, strlen (title), word) || (place != NULL && contains (place, strlen (place), word)))
    return TRUE;
  for (gsize i = 0; people[i] != NULL; i++)
    {
      if (contains (people[i], strlen (people[i]), word))
        return TRUE;
    }
  for (guint i = 0; i < n_accounts; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account_contains (store, &account, word))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_word_search_run:
 * @store: the events
 * @among: which of them to look at
 * @phrase: what to look for; capitals do not matter, parts of words count
 *
 * Returns: (transfer full): the rows of @among that hold the phrase
 */
EntRowSet *
ent_word_search_run (const EntEventStore *store,
                     const EntRowSet     *among,
                     const char          *phrase)
{
  g_autoptr (GArray) rows = NULL;
  Word word;

  g_return_val_if_fail (store != NULL && among != NULL && phrase != NULL && *phrase != '\0', NULL);

  word_init (&word, phrase);
  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = ent_row_set_next (among, 0); row != ENT_ROW_NONE; row = ent_row_set_next (among, row + 1))
    if (row_contains (store, row, &word))
      g_array_append_val (rows, row);
  g_free (word.characters);
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len, ent_row_set_get_n_rows (among));
}
