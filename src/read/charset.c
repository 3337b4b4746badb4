/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/charset.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* As much as is looked at to tell an encoding. */
#define SAMPLE_BYTES (64 * 1024)
/* Share of a Chinese text's double bytes that lie where its encoding keeps the frequent characters. */
#define MIN_FREQUENT 0.7
/* Confidence from which ICU is believed about encodings that are not looked for here. */
#define MIN_CONFIDENCE 40

/* A page names its encoding within so many bytes, or browsers do not find it. */
#define DECLARED_WITHIN 4096

#define WINDOWS_1252 "windows-1252"

typedef struct
{
  const char *bytes;
  gsize length;
  const char *charset;
} ByteOrderMark;

/* The longer before those they begin with. */
static const ByteOrderMark marks[] = {
  { "\xEF\xBB\xBF", 3, ENT_CHARSET_UTF8 },
  { "\xFF\xFE\0\0", 4, "UTF-32LE" },
  { "\0\0\xFE\xFF", 4, "UTF-32BE" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

/* What ICU may find beyond what is looked for here, and the superset each is read by. */
static const char * const others[][2] = {
  { "Shift_JIS", "windows-932" }, { "EUC-JP", "EUC-JP" },             { "EUC-KR", "windows-949" },
  { "KOI8-R", "KOI8-U" },         { "windows-1251", "windows-1251" }, { "ISO-8859-5", "ISO-8859-5" },
  { "ISO-8859-7", "windows-1253" },
  { "windows-1253", "windows-1253" },
  { "windows-1256", "windows-1256" },
  { "windows-1255", "windows-1255" },
};

/* Whether a character is one that letters are full of, in any script that reaches us in UTF-16. */
static gboolean
is_usual (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x250)
         || (c >= 0x370 && c < 0x600) || (c >= 0x2010 && c < 0x2040) || (c >= 0x3000 && c < 0x3100)
         || (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xFF00 && c < 0xFFF0);
}

typedef struct
{
  gsize n;
  gsize n_usual;
  gsize n_ideographs;
  gsize n_zero_high; /* ASCII and Latin-1 */
  gsize n_zero_low;
} WideCount;

static WideCount
count_wide (const char *bytes,
            gsize       length,
            gboolean    big_endian)
{
  const guchar *b = (const guchar *) bytes;
  WideCount count = { .n = length / 2 };

  for (gsize i = 0; i < count.n; i++)
    {
      guchar high = b[2 * i + !big_endian];
      guchar low = b[2 * i + big_endian];
      gunichar c = (gunichar) high << 8 | low;

      count.n_usual += is_usual (c);
      count.n_ideographs += c >= 0x4E00 && c < 0xA000;
      count.n_zero_high += high == 0;
      count.n_zero_low += low == 0;
    }
  return count;
}

/* Eight-bit letters read in twos are ideographs as well, but then most bytes are ASCII. */
static gboolean
is_mostly_ascii (const char *bytes,
                 gsize       length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += g_ascii_isprint (bytes[i]);
  return n * 4 > length * 3;
}

/* The high bytes of ASCII and Latin-1 tell, even if they are few; without any, only a text of usual
 * ideographs throughout is UTF-16. A NUL or two in a text of single bytes make nothing wide. */
static gboolean
can_be_wide (const char *bytes,
             gsize       length,
             WideCount   count)
{
  if (count.n_zero_high > 0 && count.n_zero_high >= count.n_zero_low)
    return count.n_usual * 10 >= count.n * 9 && !is_mostly_ascii (bytes, length);
  return count.n >= 8 && count.n_usual * 50 >= count.n * 49 && count.n_ideographs * 2 > count.n
         && !is_mostly_ascii (bytes, length);
}

/* UTF-16 without a mark. */
static const char *
guess_utf16 (const char *bytes,
             gsize       length)
{
  WideCount little = count_wide (bytes, length, FALSE);
  WideCount big = count_wide (bytes, length, TRUE);
  gboolean is_little = length >= 4 && can_be_wide (bytes, length, little);
  gboolean is_big = length >= 4 && can_be_wide (bytes, length, big);

  if (!is_little && !is_big)
    return NULL;
  return is_little && (!is_big || little.n_usual >= big.n_usual) ? "UTF-16LE" : "UTF-16BE";
}

typedef struct
{
  gsize n_valid;   /* well-formed characters of more than one byte */
  gsize n_invalid; /* bytes that belong to none */
  gsize n_high;    /* bytes beyond ASCII */
} Utf8Count;

static Utf8Count
count_utf8 (const char *bytes,
            gsize       length)
{
  Utf8Count count = { 0, };
  const char *p = bytes;
  const char *end = bytes + length;

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, (gsize) (end - p), &valid_end);
      for (; p < valid_end; p++)
        {
          count.n_high += ((guchar) *p & 0x80) != 0;
          count.n_valid += (guchar) *p >= 0xC0;
        }
      if (p < end)
        {
          count.n_high += ((guchar) *p & 0x80) != 0;
          count.n_invalid += *p != 0;
          p++;
        }
    }
  return count;
}

/* Of the double bytes: how many are frequent characters or punctuation, by where each encoding keeps
 * them. GB 2312 has its frequent 3,755 at B0..D7 × A1..FE, Big5 its 5,401 at A4..C6 × 40..7E, A1..FE. */
static void
count_double_bytes (const char *bytes,
                    gsize       length,
                    double     *gb,
                    double     *big5)
{
  const guchar *b = (const guchar *) bytes;
  gsize n = 0, n_gb = 0, n_big5 = 0, n_both_high = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar lead = b[i];
      guchar trail = i + 1 < length ? b[i + 1] : 0;
      gboolean high = trail >= 0xA1 && trail <= 0xFE;

      if (lead < 0x80)
        continue;
      n++;
      if (trail < 0x40)
        continue;
      n_both_high += high;
      n_gb += high && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
      n_big5 += (high || trail < 0x7F) && lead >= 0xA1 && lead <= 0xC6;
      i++;
    }
  /* A Latin sign before a letter ("¿Que") looks like Big5, but never throughout. */
  *gb = n_both_high > 0 ? (double) n_gb / (double) n : 0;
  *big5 = n_both_high > 0 ? (double) n_big5 / (double) n : 0;
}

static gboolean
is_latin_letter (int byte)
{
  return g_ascii_isalpha ((char) byte) || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7)
         || (byte > 0 && strchr ("\x8A\x8C\x8E\x9A\x9C\x9E\x9F", byte) != NULL);
}

/* Whether a high byte of Windows-1252 can stand between these two. Letters are in words; only
 * apostrophes, hyphens and dashes part letters; ð þ ÿ and five unused bytes are not expected. */
static gboolean
is_plausible_latin (int before,
                    int byte,
                    int after)
{
  gboolean in_word = is_latin_letter (before) && is_latin_letter (after);

  if (strchr ("\x81\x8D\x8F\x90\x9D\xD0\xDE\xF0\xFE\xFF", byte) != NULL)
    return FALSE;
  if (is_latin_letter (byte))
    return is_latin_letter (before) || is_latin_letter (after) || strchr ("\xC0\xC9\xE0\xE8\xE9\xF2\xF3", byte) != NULL;
  return !in_word || strchr ("\x92\x96\x97\xA0\xAD\xB7", byte) != NULL;
}

static gboolean
is_latin (const char *bytes,
          gsize       length)
{
  const guchar *b = (const guchar *) bytes;
  gsize n = 0, n_plausible = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (b[i] < 0x80)
        continue;
      n++;
      n_plausible += is_plausible_latin (i > 0 ? b[i - 1] : 0, b[i], i + 1 < length ? b[i + 1] : 0);
    }
  return n_plausible * 4 >= n * 3;
}

/* What ICU says, if it is none of those told apart here; NULL if it says nothing that helps. */
static const char *
ask_icu (const char *bytes,
         gsize       length,
         int         least)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match = NULL;
  const char *charset = NULL;
  const char *name;

  ucsdet_setText (detector, bytes, (int32_t) length, &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL && ucsdet_getConfidence (match, &status) >= least)
    {
      name = ucsdet_getName (match, &status);
      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        if (strcmp (others[i][0], name) == 0)
          charset = others[i][1];
    }
  ucsdet_close (detector);
  return charset;
}

/* An encoding of eight bits, for what is not UTF-8. */
static const char *
guess_eight_bit (const char *bytes,
                 gsize       length,
                 Utf8Count   utf8)
{
  double gb, big5;
  const char *charset;

  count_double_bytes (bytes, length, &gb, &big5);
  if (MAX (gb, big5) >= MIN_FREQUENT)
    {
      /* Korean and Japanese lie in the same double bytes. ICU knows their words, once there are some. */
      charset = utf8.n_high >= 40 ? ask_icu (bytes, length, 60) : NULL;
      if (charset != NULL)
        return charset;
      return gb >= big5 ? "GB18030" : "Big5";
    }

  charset = ask_icu (bytes, length, MIN_CONFIDENCE);
  if (charset != NULL && utf8.n_high * 4 >= length)
    return charset;
  return is_latin (bytes, length) ? WINDOWS_1252 : ENT_CHARSET_UTF8;
}

/**
 * ent_charset_guess:
 * @bytes: a text
 * @length: its length
 * @whole: whether this is all of it, so that it must not end within a character
 * @bom_length: (out): how long the byte order mark at its begin is
 *
 * Tells a text's encoding. A byte order mark decides; valid UTF-8 is UTF-8. What is not valid is UTF-8
 * with a few bad bytes if it holds at least as many good characters beyond ASCII as bad bytes: eight-bit
 * encodings give good ones by chance only, GBK one for ten bad. Else it is told by where each Chinese
 * encoding keeps its frequent characters, by ICU for some others, and by whether bytes stand where
 * Windows-1252 has letters in words and signs between them. What none of these explains is UTF-8 again,
 * with its bad bytes.
 *
 * Returns: ICU's name of the encoding; it has no end
 */
const char *
ent_charset_guess (const char *bytes,
                   gsize       length,
                   gboolean    whole,
                   gsize      *bom_length)
{
  gsize sample = MIN (length, SAMPLE_BYTES);
  const char *charset;
  Utf8Count utf8;

  g_return_val_if_fail (bytes != NULL || length == 0, ENT_CHARSET_UTF8);
  g_return_val_if_fail (bom_length != NULL, ENT_CHARSET_UTF8);

  *bom_length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      {
        *bom_length = marks[i].length;
        return marks[i].charset;
      }

  if (g_utf8_validate_len (bytes, length, NULL))
    return ENT_CHARSET_UTF8;
  charset = guess_utf16 (bytes, sample & ~(gsize) 1);
  if (charset != NULL)
    return charset;
  utf8 = count_utf8 (bytes, length);
  if (!whole && utf8.n_invalid <= 3 && utf8.n_valid > 0)
    return ENT_CHARSET_UTF8;
  if (utf8.n_invalid == 0 || (utf8.n_valid > 0 && utf8.n_valid >= utf8.n_invalid))
    return ENT_CHARSET_UTF8;
  return guess_eight_bit (bytes, sample, utf8);
}

/**
 * ent_charset_is_wide:
 * @charset: a name that ent_charset_guess() gave
 *
 * Returns: whether its characters have two or four bytes, so that NULs in it say nothing
 */
gboolean
ent_charset_is_wide (const char *charset)
{
  g_return_val_if_fail (charset != NULL, FALSE);

  return g_str_has_prefix (charset, "UTF-16") || g_str_has_prefix (charset, "UTF-32");
}

/* Each byte that is not of a well-formed character becomes U+FFFD; NULs are kept. */
static void
append_repaired (const char *bytes,
                 gsize       length,
                 GString    *utf8)
{
  const char *p = bytes;
  const char *end = bytes + length;

  while (p < end)
    {
      const char *valid_end;

      g_utf8_validate_len (p, (gsize) (end - p), &valid_end);
      g_string_append_len (utf8, p, valid_end - p);
      p = valid_end;
      if (p == end)
        break;
      if (*p == 0)
        g_string_append_c (utf8, 0);
      else
        g_string_append (utf8, "\xEF\xBF\xBD");
      p++;
    }
}

/**
 * ent_charset_find_declared:
 * @head: the begin of a web page
 * @length: its length
 * @guessed: what its bytes look like
 *
 * Pages often name an encoding that they are not in, so one that is plainly UTF-8 or wide stays what it is. Of the
 * others the page's own word holds, read as browsers do: GB 2312 as its superset, Latin-1 as Windows-1252.
 *
 * Returns: (transfer none): the encoding to read it by
 */
const char *
ent_charset_find_declared (const char *head,
                           gsize       length,
                           const char *guessed)
{
  static const char key[] = "charset=";
  UErrorCode status = U_ZERO_ERROR;
  const char *found = g_strstr_len (head, (gssize) MIN (length, DECLARED_WITHIN), key);
  g_autofree char *name = NULL;
  UConverter *converter;
  gsize n;

  g_return_val_if_fail (head != NULL && guessed != NULL, guessed);

  if (found == NULL || g_str_equal (guessed, ENT_CHARSET_UTF8) || ent_charset_is_wide (guessed))
    return guessed;
  found += sizeof key - 1;
  if (*found == '"' || *found == '\'')
    found++;
  for (n = 0; found + n < head + length && (g_ascii_isalnum (found[n]) || strchr ("-_:.", found[n]) != NULL); n++)
    continue;
  name = g_ascii_strdown (found, (gssize) n);
  if (g_str_has_prefix (name, "gb"))
    return "GB18030";
  if (g_str_equal (name, "iso-8859-1") || g_str_has_prefix (name, "utf") || n == 0)
    return guessed;
  converter = ucnv_open (name, &status);
  ucnv_close (converter);
  return U_SUCCESS (status) ? g_intern_string (name) : guessed;
}

/**
 * ent_charset_append_utf8:
 * @charset: a name that ent_charset_guess() gave
 * @bytes: a text in it, without its byte order mark
 * @length: its length
 * @utf8: where to append it in UTF-8
 *
 * What is malformed becomes U+FFFD: of UTF-8 each byte, of other encodings each sequence.
 *
 * Returns: %FALSE if there is no converter for @charset
 */
gboolean
ent_charset_append_utf8 (const char *charset,
                         const char *bytes,
                         gsize       length,
                         GString    *utf8)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from, *to;
  UChar pivot[4096];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  const char *source = bytes;
  char chunk[16384];
  gboolean reset = TRUE;

  g_return_val_if_fail (charset != NULL && (bytes != NULL || length == 0) && utf8 != NULL, FALSE);

  if (strcmp (charset, ENT_CHARSET_UTF8) == 0)
    {
      append_repaired (bytes, length, utf8);
      return TRUE;
    }

  from = ucnv_open (charset, &status);
  to = ucnv_open (ENT_CHARSET_UTF8, &status);
  if (U_FAILURE (status))
    {
      ucnv_close (from);
      ucnv_close (to);
      return FALSE;
    }
  do
    {
      char *target = chunk;

      status = U_ZERO_ERROR;
      ucnv_convertEx (to, from, &target, chunk + sizeof chunk, &source, bytes + length,
                      pivot, &pivot_source, &pivot_target, pivot + G_N_ELEMENTS (pivot), reset, TRUE, &status);
      g_string_append_len (utf8, chunk, target - chunk);
      reset = FALSE;
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);
  ucnv_close (from);
  ucnv_close (to);
  return U_SUCCESS (status);
}
