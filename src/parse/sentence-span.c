/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence around a few words, for reading; the parser's own sentences are gone once a text is parsed. */
#include "parse/sentence-span.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* No paragraph is looked through further than this, to either side. */
#define MOST_BYTES 20000

static gboolean
is_terminator (const char *before,
               gsize       n)
{
  static const char * const marks[] = { ".", "!", "?", "\"", ")", ":", "。", "！", "？", "”", "’", "）", "：" };

  while (n > 0 && g_ascii_isspace (before[n - 1]))
    n--;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);

      if (n >= length && memcmp (before + n - length, marks[i], length) == 0)
        return TRUE;
    }
  return n == 0;
}

static gboolean
is_blank_line (const char *text,
               gsize       length,
               gsize       at)
{
  while (at < length && text[at] != '\n' && g_ascii_isspace (text[at]))
    at++;
  return at >= length || text[at] == '\n';
}

/* A line break ends a paragraph before an empty line, and after what can end a sentence; others are hard wraps. */
static gboolean
is_paragraph_end (const char *text,
                  gsize       length,
                  gsize       at)
{
  return text[at] == '\n' && (is_blank_line (text, length, at + 1) || is_terminator (text, at));
}

static EntSpan
find_paragraph (const char *text,
                gsize       length,
                EntSpan     words)
{
  gsize start = MIN (words.start, length), end = CLAMP (words.end, start, length);
  gsize first = start > MOST_BYTES ? start - MOST_BYTES : 0, last = MIN (length, end + MOST_BYTES);

  while (start > first && !is_paragraph_end (text, length, start - 1))
    start--;
  while (end < last && !is_paragraph_end (text, length, end))
    end++;
  while (start > 0 && ((guchar) text[start] & 0xc0) == 0x80)
    start--;
  while (end < length && ((guchar) text[end] & 0xc0) == 0x80)
    end++;
  return (EntSpan) { (guint32) start, (guint32) end };
}

/* Whether the sentence that ends at @end does so only with a title or an initial: "Gen.", "U.S.", "J." */
static gboolean
ends_with_abbreviation (const char *text,
                        gsize       end)
{
  static const char * const titles[] = { "Adm", "Amb", "Capt", "Col", "Dr", "Gen", "Gov", "Hon", "Lt", "Maj", "Mr",
                                         "Mrs", "Ms", "Prof", "Rep", "Sec", "Sen", "Sgt", "St", NULL };
  gsize n = end;

  while (n > 0 && g_ascii_isspace (text[n - 1]))
    n--;
  if (n == 0 || text[n - 1] != '.')
    return FALSE;
  gsize last = --n;
  while (n > 0 && g_ascii_isalpha (text[n - 1]))
    n--;
  g_autofree char *word = g_strndup (text + n, last - n);
  return (last - n == 1 && g_ascii_isupper (*word)) || g_strv_contains (titles, word);
}

/* Line breaks within a paragraph are white space. */
static char *
unwrap (const char *text,
        EntSpan     paragraph)
{
  char *copy = g_strndup (text + paragraph.start, paragraph.end - paragraph.start);

  for (char *c = copy; *c != '\0'; c++)
    {
      if (*c == '\n' || *c == '\r')
        *c = ' ';
    }
  return copy;
}

static EntSpan
find_sentence (const char *paragraph,
               const char *language,
               gsize       at,
               gsize       end)
{
  g_autofree char *locale = g_strconcat (language != NULL ? language : "en", "@ss=standard", NULL);
  gsize length = strlen (paragraph);
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8 (NULL, paragraph, (int64_t) length, &status);
  UBreakIterator *sentences = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  gsize first = 0, last = length;

  ubrk_setUText (sentences, text, &status);
  if (U_SUCCESS (status))
    {
      int32_t start = (int32_t) at;
      int32_t before = ubrk_isBoundary (sentences, start) ? start : ubrk_preceding (sentences, start);
      int32_t after = ubrk_following (sentences, (int32_t) MAX (end, at + 1) - 1);

      while (before > 0 && ends_with_abbreviation (paragraph, (gsize) before))
        before = ubrk_preceding (sentences, before);
      while (after != UBRK_DONE && (gsize) after < length && ends_with_abbreviation (paragraph, (gsize) after))
        after = ubrk_following (sentences, after);
      first = before == UBRK_DONE ? 0 : (gsize) before;
      last = after == UBRK_DONE ? length : (gsize) after;
    }
  ubrk_close (sentences);
  utext_close (text);
  return (EntSpan) { (guint32) first, (guint32) last };
}

/**
 * ent_sentence_span_at:
 * @statement: a statement
 * @words: words in it
 *
 * Returns: the sentence that they stand in, or the sentences if they reach over several, without white space around
 */
EntSpan
ent_sentence_span_at (const EntStatement *statement,
                      EntSpan             words)
{
  g_return_val_if_fail (statement != NULL, words);

  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  EntSpan paragraph = find_paragraph (text, length, words);
  g_autofree char *copy = unwrap (text, paragraph);
  EntSpan sentence = find_sentence (copy, ent_statement_get_info (statement)->language,
                                    words.start - MIN (words.start, paragraph.start), words.end - paragraph.start);

  while (sentence.start < sentence.end && g_ascii_isspace (copy[sentence.start]))
    sentence.start++;
  while (sentence.end > sentence.start && g_ascii_isspace (copy[sentence.end - 1]))
    sentence.end--;
  return (EntSpan) { paragraph.start + sentence.start, paragraph.start + sentence.end };
}
