/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/language-guess.h"

#include <string.h>

#include "base/table-file.h"

/* So much of a text is looked at for its script, and so many of its words. */
#define SAMPLE_BYTES 20000
#define SAMPLE_WORDS 600

/* Longer words stand in no sentence after another. */
#define MAX_WORD_BYTES 31

/* A language is one bit of a word's. */
#define MAX_LANGUAGES 64

/* A language is told by so many of its words, which are so many of the text's; and of so many words a few must be of
 * the one that is usual. */
#define FEWEST_HITS 3
#define ONE_WORD_IN 10
#define MANY_WORDS 20
#define ONE_USUAL_IN 40

/* An ideograph says about as much as a short word, and a syllable as half of one. */
#define IDEOGRAPH 4
#define SYLLABLE 2

/* So many of the signs of a Japanese text are no ideographs. */
#define ONE_SYLLABLE_IN 10

#define N_SCRIPTS 256

typedef struct
{
  char *id;
  char *script;
} Language;

struct _EntLanguageGuess
{
  GArray *languages; /* of Language */
  GHashTable *words; /* word → guint64: the languages that have it */
};

static void
clear_language (gpointer data)
{
  Language *language = data;

  g_free (language->id);
  g_free (language->script);
}

static gboolean
read_row (const char * const  *fields,
          const char          *file,
          guint                line,
          gpointer             data,
          GError             **error)
{
  EntLanguageGuess *self = data;
  Language language = { g_strdup (fields[0]), g_strdup (fields[1]) };
  g_auto (GStrv) words = g_strsplit (fields[2], " ", -1);
  guint64 bit;

  if (self->languages->len == MAX_LANGUAGES)
    {
      clear_language (&language);
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: there are more than %d languages", file, line,
                   MAX_LANGUAGES);
      return FALSE;
    }
  bit = G_GUINT64_CONSTANT (1) << self->languages->len;
  g_array_append_val (self->languages, language);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 *mask = g_hash_table_lookup (self->words, words[i]);

      if (*words[i] == '\0')
        continue;
      if (mask == NULL)
        {
          mask = g_new0 (guint64, 1);
          g_hash_table_insert (self->words, g_strdup (words[i]), mask);
        }
      *mask |= bit;
    }
  return TRUE;
}

/**
 * ent_language_guess_load:
 * @folders: (array zero-terminated=1): where language folders lie, the product's first
 * @error: where to say what is wrong, with file and line
 *
 * Returns: (transfer full) (nullable): what the tables `recognised.tsv` there hold
 */
EntLanguageGuess *
ent_language_guess_load (const char * const  *folders,
                         GError             **error)
{
  static const char * const columns[] = { "language", "script", "words", NULL };
  g_autoptr (EntLanguageGuess) self = g_new0 (EntLanguageGuess, 1);

  self->languages = g_array_new (FALSE, FALSE, sizeof (Language));
  g_array_set_clear_func (self->languages, clear_language);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (folders[i], "recognised.tsv", NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS) && !ent_table_file_read (file, columns, read_row, self, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * ent_language_guess_free:
 * @guess: (nullable): what was loaded
 */
void
ent_language_guess_free (EntLanguageGuess *guess)
{
  if (guess == NULL)
    return;
  g_array_unref (guess->languages);
  g_hash_table_unref (guess->words);
  g_free (guess);
}

static void
count_letter (gunichar c,
              gsize    counts[N_SCRIPTS])
{
  GUnicodeScript script;

  if (c < 0x80)
    counts[G_UNICODE_SCRIPT_LATIN] += g_ascii_isalpha ((char) c) != 0;
  else if (c >= 0x4E00 && c <= 0x9FFF)
    counts[G_UNICODE_SCRIPT_HAN] += IDEOGRAPH;
  else if (g_unichar_isalpha (c))
    {
      script = g_unichar_get_script (c);
      if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        counts[G_UNICODE_SCRIPT_HIRAGANA] += SYLLABLE;
      else if (script > G_UNICODE_SCRIPT_INHERITED && (guint) script < N_SCRIPTS)
        counts[script] += script == G_UNICODE_SCRIPT_HANGUL ? SYLLABLE : 1;
    }
}

/**
 * ent_language_guess_script:
 * @text: a text
 * @length: its bytes
 * @script: (out caller-allocates): the ISO 15924 code of the script that most letters of the text's beginning are of;
 *   "Hira" for Japanese, which also has ideographs
 *
 * Tells how a text is written. One without letters is as good as one in Latin letters.
 */
void
ent_language_guess_script (const char *text,
                           gsize       length,
                           char        script[5])
{
  const char *end = text + MIN (length, SAMPLE_BYTES);
  gsize counts[N_SCRIPTS] = { 0 };
  guint most = G_UNICODE_SCRIPT_LATIN;
  guint32 code;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    count_letter (g_utf8_get_char (p), counts);
  if (counts[G_UNICODE_SCRIPT_HIRAGANA] * IDEOGRAPH * ONE_SYLLABLE_IN
      > (counts[G_UNICODE_SCRIPT_HAN] + counts[G_UNICODE_SCRIPT_HIRAGANA]) * SYLLABLE)
    {
      counts[G_UNICODE_SCRIPT_HIRAGANA] += counts[G_UNICODE_SCRIPT_HAN];
      counts[G_UNICODE_SCRIPT_HAN] = 0;
    }
  for (guint i = 0; i < N_SCRIPTS; i++)
    if (counts[i] > counts[most])
      most = i;
  code = g_unicode_script_to_iso15924 ((GUnicodeScript) most);
  for (guint i = 0; i < 4; i++)
    script[i] = (char) (code >> (24 - 8 * i) & 0xFF);
  script[4] = '\0';
}

/* Reads the next word in small letters, empty where it is too long to be asked for. Returns whether there is one. */
static gboolean
next_word (const char **text,
           const char *end,
           char word[MAX_WORD_BYTES + 7])
{
  const char *p = *text;
  gsize n = 0;
  gboolean any = FALSE;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!(c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c) || g_unichar_ismark (c)))
        {
          if (any)
            break;
          continue;
        }
      any = TRUE;
      if (n <= MAX_WORD_BYTES)
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), word + n);
    }
  word[n <= MAX_WORD_BYTES ? n : 0] = '\0';
  *text = p;
  return any;
}

static guint
count_hits (const EntLanguageGuess *self,
            const char             *text,
            gsize                   length,
            guint                   hits[MAX_LANGUAGES])
{
  const char *end = text + length;
  char word[MAX_WORD_BYTES + 7];
  guint n = 0;

  while (n < SAMPLE_WORDS && next_word (&text, end, word))
    {
      const guint64 *mask = *word != '\0' ? g_hash_table_lookup (self->words, word) : NULL;

      n++;
      for (guint64 left = mask != NULL ? *mask : 0; left != 0; left &= left - 1)
        hits[__builtin_ctzll (left)]++;
    }
  return n;
}

/**
 * ent_language_guess_find:
 * @guess: what was loaded
 * @text: a text
 * @length: its bytes
 * @script: how it is written
 * @usual: (nullable): the language, of those that are read, that is written so; it needs no proof but that many words
 *   are none of its own
 *
 * Returns: (transfer none): the text's language, or %ENT_LANGUAGE_UNKNOWN
 */
const char *
ent_language_guess_find (const EntLanguageGuess *guess,
                         const char             *text,
                         gsize                   length,
                         const char             *script,
                         const char             *usual)
{
  const char *best = NULL, *only = NULL;
  guint hits[MAX_LANGUAGES] = { 0 };
  guint n_best = 0, n_usual = 0, n_languages = 0;
  gboolean is_listed = FALSE;
  guint n_words;

  g_return_val_if_fail (guess != NULL && text != NULL && script != NULL, ENT_LANGUAGE_UNKNOWN);

  n_words = count_hits (guess, text, length, hits);
  for (guint i = 0; i < guess->languages->len; i++)
    {
      const Language *language = &g_array_index (guess->languages, Language, i);

      if (!g_str_equal (language->script, script))
        continue;
      n_languages++;
      only = language->id;
      if (usual != NULL && g_str_equal (language->id, usual))
        {
          is_listed = TRUE;
          n_usual = hits[i];
        }
      else if (hits[i] > n_best)
        {
          best = language->id;
          n_best = hits[i];
        }
    }
  if (n_languages == 1 && (usual == NULL || is_listed))
    return only;
  if (n_best >= FEWEST_HITS && n_best * ONE_WORD_IN >= n_words && n_best * 2 > n_usual * 3)
    return best;
  if (usual == NULL || (is_listed && n_words >= MANY_WORDS && n_usual * ONE_USUAL_IN < n_words))
    return ENT_LANGUAGE_UNKNOWN;
  return usual;
}
