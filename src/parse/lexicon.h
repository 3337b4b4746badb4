/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntLexicon:
 *
 * Every word that a rule or a term of the vocabulary knows, folded (case, full width, curly
 * apostrophes), and its number. Numbers are dense from 1; 0 is a word that nothing knows. Grows while
 * rules are loaded and is read-only, and so thread-safe, after.
 */
typedef struct _EntLexicon EntLexicon;

#define ENT_LEXICON_FILTER_BITS 17

typedef struct
{
  guint64 letters; /* the first in the lowest byte; 0 is a free slot */
  guint32 symbol;
} EntShortWord;

/* Open addressing, powers of two, at most half full: a text's words are looked up one by one, and most
 * are found, or found missing, at the first slot.
 *
 *     slots   [ symbol ][ 0 ][ symbol ] …            all words, by the hash of their bytes; longer ones of such letters
 *                                                    and digits by that of their first and last eight
 *     words   symbol → offset and length in the pool of characters
 *     shorts  [ "sign\0\0\0\0" symbol ][ 0 ] …       words of up to eight letters or digits of ASCII once more, which
 *                                                    are their own key: nearly all of a text in English
 *     marks   by character: single characters of ASCII once more
 *     filter  a bit for the hash of each word of letters or digits: small enough to stay in the nearest cache, it
 *             turns away most words that nothing knows
 */
struct _EntLexicon
{
  /*< private >*/
  EntShortWord *shorts;
  guint32 short_mask;
  guint32 n_shorts;
  guint32 marks[128];
  guint64 filter[1 << (ENT_LEXICON_FILTER_BITS - 6)];
  guint32 *slots;
  guint32 mask;
  GArray *words; /* the first stands for no word */
  GString *pool;
  guint n_common;
};

EntLexicon *ent_lexicon_new (void);
void ent_lexicon_free (EntLexicon *lexicon);
guint32 ent_lexicon_add (EntLexicon *lexicon,
                         const char *word,
                         gsize length);
guint32 ent_lexicon_find (const EntLexicon *lexicon,
                          const char *word,
                          gsize length);
guint32 ent_lexicon_search_short (const EntLexicon *lexicon,
                                  guint64 letters);
guint32 ent_lexicon_find_long (const EntLexicon *lexicon,
                               const char *word,
                               gsize length,
                               guint64 first,
                               guint64 last);
guint32 ent_lexicon_get_n (const EntLexicon *lexicon);
const char *ent_lexicon_get_text (const EntLexicon *lexicon,
                                  guint32 symbol,
                                  gsize *length);
void ent_lexicon_add_short_form (EntLexicon *lexicon,
                                 const char *forms);
void ent_lexicon_add_abbreviation (EntLexicon *lexicon,
                                   const char *word);
gboolean ent_lexicon_is_abbreviation (const EntLexicon *lexicon,
                                      guint32 symbol);
void ent_lexicon_add_starter (EntLexicon *lexicon,
                              const char *word);
gboolean ent_lexicon_is_starter (const EntLexicon *lexicon,
                                 guint32 symbol);
void ent_lexicon_add_common (EntLexicon *lexicon,
                             const char *word);
guint ent_lexicon_get_frequency (const EntLexicon *lexicon,
                                 guint32 symbol);

/**
 * ent_lexicon_hash:
 * @first: the first eight letters of a word, or all of a shorter one
 * @last: the last eight of a longer one
 *
 * Returns: a hash of which the upper bits are the best
 */
static inline guint64
ent_lexicon_hash (guint64 first,
                  guint64 last)
{
  return (first ^ last << 1 ^ last >> 63) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
}

/**
 * ent_lexicon_get_filter_bit:
 * @hash: a hash
 *
 * Returns: its bit in the filter
 */
static inline guint32
ent_lexicon_get_filter_bit (guint64 hash)
{
  return (guint32) (hash >> (64 - ENT_LEXICON_FILTER_BITS));
}

/**
 * ent_lexicon_may_have:
 * @lexicon: a lexicon
 * @hash: of a word of letters or digits
 *
 * Returns: %FALSE if nothing knows the word
 */
static inline gboolean
ent_lexicon_may_have (const EntLexicon *lexicon,
                      guint64           hash)
{
  guint32 bit = ent_lexicon_get_filter_bit (hash);

  return lexicon->filter[bit / 64] >> (bit % 64) & 1;
}

/**
 * ent_lexicon_get_slot:
 * @lexicon: a lexicon
 * @hash: of a word of up to eight letters
 *
 * Returns: where to begin looking for it
 */
static inline guint32
ent_lexicon_get_slot (const EntLexicon *lexicon,
                      guint64           hash)
{
  return (guint32) (hash >> 32) & lexicon->short_mask;
}

/**
 * ent_lexicon_find_short:
 * @lexicon: a lexicon
 * @letters: up to eight small letters of ASCII or digits, the first in the lowest byte; zero where there are fewer
 *
 * The same as ent_lexicon_find(), for the words that nearly all texts in Latin script are made of.
 *
 * Returns: the word's number, or 0 when nothing knows it
 */
static inline guint32
ent_lexicon_find_short (const EntLexicon *lexicon,
                        guint64           letters)
{
  guint64 hash = ent_lexicon_hash (letters, 0);
  const EntShortWord *word = &lexicon->shorts[ent_lexicon_get_slot (lexicon, hash)];

  if (!ent_lexicon_may_have (lexicon, hash))
    return 0;
  return G_LIKELY (word->letters == letters) ? word->symbol : ent_lexicon_search_short (lexicon, letters);
}

/**
 * ent_lexicon_find_mark:
 * @lexicon: a lexicon
 * @mark: a character of ASCII, no capital
 *
 * Returns: the number of the word that is this character, or 0 when nothing knows it
 */
static inline guint32
ent_lexicon_find_mark (const EntLexicon *lexicon,
                       char              mark)
{
  return lexicon->marks[(guchar) mark & 0x7F];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLexicon, ent_lexicon_free)

G_END_DECLS
