/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/lexicon.h"

#include <string.h>

#include "parse/fold.h"

typedef struct
{
  guint32 offset;
  guint32 hash;
  guint8 length;
  guint8 marks;
  guint16 n_added;
  guint16 place; /* among the commonest, from 1 on; 0: it is none */
  guint32 whole; /* the word that it is short for, or 0 */
} Word;

/* A word of so many letters is its own key. */
#define SHORT_WORD 8
/* Of 10,000 tokens, as counted in English and Chinese statements. */
#define FREQUENCY_OF_FIRST 1300
#define FREQUENCY_OF_OTHERS 2

enum
{
  MARK_ABBREVIATION = 1 << 0,
  MARK_STARTER = 1 << 1
};

/* Up to eight letters, the first in the lowest byte. */
static guint64
pack (const char *letters,
      gsize       n)
{
  guint64 packed = 0;

  for (gsize i = 0; i < n; i++)
    packed |= (guint64) (guchar) letters[i] << (8 * i);
  return packed;
}

static gboolean
is_plain (const char *folded,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (folded[i]) && !g_ascii_isdigit (folded[i]))
      return FALSE;
  return TRUE;
}

/* Plain words of more than eight letters by these; others by FNV-1a, its high bits mixed into the low ones. */
static guint32
hash_bytes (const char *bytes,
            gsize       length)
{
  guint32 hash = 2166136261u;

  if (length > 8 && is_plain (bytes, length))
    return (guint32) (ent_lexicon_hash (pack (bytes, 8), pack (bytes + length - 8, 8)) >> 32);
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

static guint32 *
find_slot (const EntLexicon *lexicon,
           const char       *folded,
           gsize             length,
           guint32           hash)
{
  for (guint32 i = hash & lexicon->mask;; i = (i + 1) & lexicon->mask)
    {
      guint32 symbol = lexicon->slots[i];
      const Word *word;

      if (symbol == 0)
        return &lexicon->slots[i];
      word = &g_array_index (lexicon->words, Word, symbol);
      if (word->hash == hash && word->length == length
          && memcmp (lexicon->pool->str + word->offset, folded, length) == 0)
        return &lexicon->slots[i];
    }
}

static void
grow (EntLexicon *lexicon)
{
  guint32 size = (lexicon->mask + 1) * 2;

  g_free (lexicon->slots);
  lexicon->slots = g_new0 (guint32, size);
  lexicon->mask = size - 1;
  for (guint32 symbol = 1; symbol < lexicon->words->len; symbol++)
    {
      const Word *word = &g_array_index (lexicon->words, Word, symbol);

      *find_slot (lexicon, lexicon->pool->str + word->offset, word->length, word->hash) = symbol;
    }
}

static void
put_short (EntLexicon   *lexicon,
           EntShortWord  word)
{
  guint32 i = ent_lexicon_get_slot (lexicon, ent_lexicon_hash (word.letters, 0));

  while (lexicon->shorts[i].letters != 0)
    i = (i + 1) & lexicon->short_mask;
  lexicon->shorts[i] = word;
}

static void
grow_shorts (EntLexicon *lexicon)
{
  guint32 size = lexicon->short_mask + 1;
  g_autofree EntShortWord *before = g_steal_pointer (&lexicon->shorts);

  lexicon->short_mask = size * 2 - 1;
  lexicon->shorts = g_new0 (EntShortWord, size * 2);
  for (guint32 i = 0; i < size; i++)
    if (before[i].letters != 0)
      put_short (lexicon, before[i]);
}

/* Puts a new word where it is found faster, if it may stand there. */
static void
add_shortcut (EntLexicon *lexicon,
              const char *folded,
              gsize       length,
              guint32     symbol)
{
  EntShortWord word = { pack (folded, MIN (length, 8)), symbol };
  guint64 hash = ent_lexicon_hash (word.letters, length > 8 ? pack (folded + length - 8, 8) : 0);
  guint32 bit = ent_lexicon_get_filter_bit (hash);

  if (length == 1 && (guchar) folded[0] < 0x80)
    lexicon->marks[(guchar) folded[0]] = symbol;
  if (!is_plain (folded, length))
    return;
  lexicon->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
  if (length > 8)
    return;
  put_short (lexicon, word);
  if (++lexicon->n_shorts * 2 > lexicon->short_mask)
    grow_shorts (lexicon);
}

/**
 * ent_lexicon_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
EntLexicon *
ent_lexicon_new (void)
{
  EntLexicon *lexicon = g_new0 (EntLexicon, 1);
  Word none = { 0 };

  lexicon->mask = 1023;
  lexicon->slots = g_new0 (guint32, lexicon->mask + 1);
  lexicon->short_mask = 1023;
  lexicon->shorts = g_new0 (EntShortWord, lexicon->short_mask + 1);
  lexicon->words = g_array_new (FALSE, FALSE, sizeof (Word));
  lexicon->pool = g_string_new (NULL);
  g_array_append_val (lexicon->words, none);
  return lexicon;
}

/**
 * ent_lexicon_free:
 * @lexicon: (nullable): a lexicon
 */
void
ent_lexicon_free (EntLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_free (lexicon->slots);
  g_free (lexicon->shorts);
  g_array_unref (lexicon->words);
  g_string_free (lexicon->pool, TRUE);
  g_free (lexicon);
}

/* What a word in the lexicon is counted as. */
static guint32
get_whole (const EntLexicon *lexicon,
           guint32           symbol)
{
  guint32 whole = g_array_index (lexicon->words, Word, symbol).whole;

  return whole != 0 ? whole : symbol;
}

/* Adds a word that is short for @whole, if that is not 0. */
static guint32
add_word (EntLexicon *lexicon,
          const char *word,
          gsize       length,
          guint32     whole)
{
  char folded[ENT_FOLD_MAX];
  gsize n = ent_fold_word (word, length, folded);
  guint32 hash = hash_bytes (folded, n);
  guint32 symbol = lexicon->words->len;
  guint32 *slot;
  Word entry;

  if (n == 0)
    return 0;
  slot = find_slot (lexicon, folded, n, hash);
  if (*slot != 0)
    {
      Word *known = &g_array_index (lexicon->words, Word, *slot);

      known->n_added += known->n_added < G_MAXUINT16;
      return get_whole (lexicon, *slot);
    }
  entry = (Word) { (guint32) lexicon->pool->len, hash, (guint8) n, 0, 1, 0, whole };
  g_string_append_len (lexicon->pool, folded, (gssize) n);
  g_string_append_c (lexicon->pool, '\0');
  *slot = symbol;
  g_array_append_val (lexicon->words, entry);
  add_shortcut (lexicon, folded, n, get_whole (lexicon, symbol));
  if (lexicon->words->len * 2 > lexicon->mask)
    grow (lexicon);
  return get_whole (lexicon, symbol);
}

/**
 * ent_lexicon_add:
 * @lexicon: a lexicon
 * @word: one token's words, in any case
 * @length: its bytes
 *
 * Returns: the word's number, new or not; 0 for a word too long to be one
 */
guint32
ent_lexicon_add (EntLexicon *lexicon,
                 const char *word,
                 gsize       length)
{
  return add_word (lexicon, word, length, 0);
}

/**
 * ent_lexicon_add_short_form:
 * @lexicon: a lexicon
 * @forms: a word as cables and notes shorten it, of up to eight letters, a colon, and the word: "wld:would"
 *
 * Has the short form count as the word, in texts and in rules, unless it is a word of its own already.
 */
void
ent_lexicon_add_short_form (EntLexicon *lexicon,
                            const char *forms)
{
  const char *colon = strchr (forms, ':');

  if (colon != NULL && colon - forms <= SHORT_WORD)
    add_word (lexicon, forms, (gsize) (colon - forms), ent_lexicon_add (lexicon, colon + 1, strlen (colon + 1)));
}

/**
 * ent_lexicon_find:
 * @lexicon: a lexicon
 * @word: one token's words, in any case
 * @length: its bytes
 *
 * Returns: the word's number, or 0 when nothing knows it
 */
guint32
ent_lexicon_find (const EntLexicon *lexicon,
                  const char       *word,
                  gsize             length)
{
  char folded[ENT_FOLD_MAX];
  gsize n = ent_fold_word (word, length, folded);
  guint32 symbol = n == 0 ? 0 : *find_slot (lexicon, folded, n, hash_bytes (folded, n));

  return symbol != 0 ? get_whole (lexicon, symbol) : 0;
}

/**
 * ent_lexicon_search_short:
 * @lexicon: a lexicon
 * @letters: up to eight small letters of ASCII or digits, the first in the lowest byte
 *
 * What ent_lexicon_find_short() does where it is not at hand.
 *
 * Returns: the word's number, or 0 when nothing knows it
 */
guint32
ent_lexicon_search_short (const EntLexicon *lexicon,
                          guint64           letters)
{
  for (guint32 i = ent_lexicon_get_slot (lexicon, ent_lexicon_hash (letters, 0));; i = (i + 1) & lexicon->short_mask)
    {
      const EntShortWord *word = &lexicon->shorts[i];

      if (word->letters == letters)
        return word->symbol;
      if (word->letters == 0)
        return 0;
    }
}

/* The eight bytes at @at, the first in the lowest. */
static inline guint64
load (const char *at)
{
  guint64 bytes;

  memcpy (&bytes, at, sizeof bytes);
  return GUINT64_FROM_LE (bytes);
}

/**
 * ent_lexicon_find_long:
 * @lexicon: a lexicon
 * @word: letters of ASCII in any case
 * @length: how many, more than eight
 * @first: the first eight in small letters, the first of them in the lowest byte
 * @last: the last eight in the same way
 *
 * Returns: the word's number, or 0 when nothing knows it
 */
guint32
ent_lexicon_find_long (const EntLexicon *lexicon,
                       const char       *word,
                       gsize             length,
                       guint64           first,
                       guint64           last)
{
  guint64 full_hash = ent_lexicon_hash (first, last);
  guint32 hash = (guint32) (full_hash >> 32);
  guint32 symbol;

  if (!ent_lexicon_may_have (lexicon, full_hash))
    return 0;
  for (guint32 i = hash & lexicon->mask; (symbol = lexicon->slots[i]) != 0; i = (i + 1) & lexicon->mask)
    {
      const Word *known = &g_array_index (lexicon->words, Word, symbol);
      const char *folded = lexicon->pool->str + known->offset;

      if (known->hash == hash && known->length == length && load (folded) == first
          && load (folded + length - 8) == last
          && (length <= 16 || g_ascii_strncasecmp (folded + 8, word + 8, length - 16) == 0))
        break;
    }
  return symbol;
}

/**
 * ent_lexicon_get_n:
 * @lexicon: a lexicon
 *
 * Returns: one more than the highest number of a word
 */
guint32
ent_lexicon_get_n (const EntLexicon *lexicon)
{
  return lexicon->words->len;
}

static void
add_mark (EntLexicon *lexicon,
          const char *word,
          guint8      mark)
{
  guint32 symbol = ent_lexicon_add (lexicon, word, strlen (word));

  g_array_index (lexicon->words, Word, symbol).marks |= mark;
}

static gboolean
has_mark (const EntLexicon *lexicon,
          guint32           symbol,
          guint8            mark)
{
  return symbol != 0 && (g_array_index (lexicon->words, Word, symbol).marks & mark) != 0;
}

/**
 * ent_lexicon_get_text:
 * @lexicon: a lexicon
 * @symbol: a word's number
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the word, folded; valid until the next is added
 */
const char *
ent_lexicon_get_text (const EntLexicon *lexicon,
                      guint32           symbol,
                      gsize            *length)
{
  const Word *word = &g_array_index (lexicon->words, Word, symbol);

  *length = word->length;
  return lexicon->pool->str + word->offset;
}

/**
 * ent_lexicon_add_abbreviation:
 * @lexicon: a lexicon
 * @word: an abbreviation, without its full stop, after which a sentence goes on ("mr")
 */
void
ent_lexicon_add_abbreviation (EntLexicon *lexicon,
                              const char *word)
{
  add_mark (lexicon, word, MARK_ABBREVIATION);
}

/**
 * ent_lexicon_is_abbreviation:
 * @lexicon: a lexicon
 * @symbol: a word's number, or 0
 *
 * Returns: whether a full stop after the word ends no sentence
 */
gboolean
ent_lexicon_is_abbreviation (const EntLexicon *lexicon,
                             guint32           symbol)
{
  return has_mark (lexicon, symbol, MARK_ABBREVIATION);
}

/**
 * ent_lexicon_add_starter:
 * @lexicon: a lexicon
 * @word: a word that, capitalised, begins a sentence even after an abbreviation ("the")
 */
void
ent_lexicon_add_starter (EntLexicon *lexicon,
                         const char *word)
{
  add_mark (lexicon, word, MARK_STARTER);
}

/**
 * ent_lexicon_is_starter:
 * @lexicon: a lexicon
 * @symbol: a word's number, or 0
 *
 * Returns: whether the word, capitalised, begins a sentence even after an abbreviation
 */
gboolean
ent_lexicon_is_starter (const EntLexicon *lexicon,
                        guint32           symbol)
{
  return has_mark (lexicon, symbol, MARK_STARTER);
}

/**
 * ent_lexicon_add_common:
 * @lexicon: a lexicon
 * @word: a word or a mark that is common ("the"), less so than those added before
 */
void
ent_lexicon_add_common (EntLexicon *lexicon,
                        const char *word)
{
  guint32 symbol = ent_lexicon_add (lexicon, word, strlen (word));
  Word *common = &g_array_index (lexicon->words, Word, symbol);

  if (common->place == 0 && lexicon->n_common < G_MAXUINT16)
    common->place = (guint16) ++lexicon->n_common;
}

/**
 * ent_lexicon_get_frequency:
 * @lexicon: a lexicon
 * @symbol: a word's number, or 0
 *
 * Words are as frequent as their place among all, sorted by that, lets expect (Zipf's law).
 *
 * Returns: how many of 10,000 tokens are the word, about
 */
guint
ent_lexicon_get_frequency (const EntLexicon *lexicon,
                           guint32           symbol)
{
  guint place = symbol != 0 ? g_array_index (lexicon->words, Word, symbol).place : 0;

  return place != 0 ? MAX (FREQUENCY_OF_FIRST / place, FREQUENCY_OF_OTHERS) : FREQUENCY_OF_OTHERS;
}
