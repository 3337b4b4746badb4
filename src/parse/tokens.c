/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/tokens.h"

#include <string.h>

#include "parse/fold.h"

/* A line this long was not broken by hand: what follows the break is a new paragraph. */
#define LONG_LINE 120
/* A line this short, before one with a capital, is a heading or a place and date. */
#define SHORT_LINE 40
/* A sentence that has so many tokens without an end is cut at the next space, as the work at each token of it may
 * grow with it; where no space comes, at twice as many. */
#define MAX_SENTENCE 1000
/* A word and its digits ("G20") are one token up to so many digits; "FY2024" is two. */
#define MAX_NAME_DIGITS 3

typedef struct
{
  EntTokens *out;
  const EntLexicon *lexicon;
  const char *begin;
  const char *at;
  const char *end;
  const char *line; /* where the line began */
  guint n_breaks; /* line breaks since the last token */
  gsize line_length;
  guint32 paragraph;
  guint32 sentence; /* first token of the sentence */
  EntToken *next;   /* where the next token goes */
  EntToken *limit;  /* one that goes there or behind is looked at: it may begin something, or has no room */
  guint16 glued;    /* %ENT_TOKEN_GLUED if nothing stands between the last token and what follows */
  gboolean may_end; /* whether the last token may be the end of a sentence, or close one */
} Scan;

typedef enum
{
  CLASS_SPACE,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_IDEOGRAPH,
  CLASS_IGNORED,
  CLASS_OTHER
} CharacterClass;

#define L CLASS_LETTER
#define D CLASS_DIGIT
#define O CLASS_OTHER
#define S CLASS_SPACE

static const guint8 ascii_classes[128] = {
  S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* controls */
  S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O, /* to ? */
  O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, /* to _ */
  O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, /* to DEL */
};

#undef L
#undef D
#undef O
#undef S

/* The same byte eight times. */
#define EVERY_BYTE(byte) ((guint64) (byte) *G_GUINT64_CONSTANT (0x0101010101010101))

/* What behind letters of ASCII says that more may belong to their word: a digit, an apostrophe, another letter, and
 * behind one letter alone a full stop. */
static const guint8 breaks_plain_word[256] = {
  ['\''] = 1,
  ['.'] = 1,
  ['0' ... '9'] = 1,
  [0x80 ... 0xFF] = 1,
};

/* Marks of one byte with which a sentence may end, or that may stand behind its end. */
static const guint8 may_end_sentence[256] = {
  ['.'] = 1, ['!'] = 1, ['?'] = 1, [')'] = 1, [']'] = 1, ['"'] = 1, ['\''] = 1, ['*'] = 1, ['_'] = 1,
};

static CharacterClass
classify_wide (gunichar c)
{
  /* Dashes and quotation marks. */
  if (c >= 0x2010 && c <= 0x2027)
    return CLASS_OTHER;
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || c == 0x3005
      || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF))
    return CLASS_IDEOGRAPH;
  if (c >= 0xFF10 && c <= 0xFF19)
    return CLASS_DIGIT;
  if (c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF)
    return CLASS_IGNORED;
  if (c == 0x00A0 || c == 0x3000 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029
      || c == 0x0085)
    return CLASS_SPACE;
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return CLASS_LETTER;
  return CLASS_OTHER;
}

static inline CharacterClass
classify (const char *at,
          gsize      *size)
{
  guchar byte = (guchar) *at;

  if (byte < 0x80)
    {
      *size = 1;
      return ascii_classes[byte];
    }
  *size = (gsize) (g_utf8_next_char (at) - at);
  return classify_wide (g_utf8_get_char (at));
}

static inline gboolean
class_at (const Scan     *scan,
          const char     *at,
          CharacterClass  wanted)
{
  gsize size;

  return at < scan->end && classify (at, &size) == wanted;
}

/* The bytes of an apostrophe at @at, straight or curly; 0 where there is none. */
static inline gsize
apostrophe_at (const Scan *scan,
               const char *at)
{
  if (at < scan->end && *at == '\'')
    return 1;
  if (at + 3 <= scan->end && memcmp (at, "\xE2\x80\x99", 3) == 0)
    return 3;
  return 0;
}

static gboolean
is_terminal (const EntTokens *tokens,
             gsize            index)
{
  const EntToken *token = &tokens->tokens[index];
  const char *at = tokens->text + token->start;

  if (token->kind != ENT_TOKEN_PUNCT)
    return FALSE;
  if (token->end - token->start == 1)
    return *at == '.' || *at == '!' || *at == '?';
  return token->end - token->start == 3
         && (memcmp (at, "。", 3) == 0 || memcmp (at, "！", 3) == 0 || memcmp (at, "？", 3) == 0);
}

static gboolean
is_closing (const char     *text,
            const EntToken *token)
{
  const char *at = text + token->start;

  if (token->kind != ENT_TOKEN_PUNCT || !(token->flags & ENT_TOKEN_GLUED))
    return FALSE;
  if (token->end - token->start == 1)
    return strchr (")]\"'*_", *at) != NULL;
  return token->end - token->start == 3
         && (memcmp (at, "”", 3) == 0 || memcmp (at, "’", 3) == 0 || memcmp (at, "」", 3) == 0
             || memcmp (at, "》", 3) == 0 || memcmp (at, "）", 3) == 0);
}

/* Whether the full stop at @stop belongs to an abbreviation or an initial, so that a sentence may go on. */
static gboolean
stop_abbreviates (const Scan *scan,
                  gsize       stop)
{
  const EntTokens *tokens = scan->out;
  const EntToken *word;

  if (tokens->text[tokens->tokens[stop].start] != '.' || stop == 0 || !(tokens->tokens[stop].flags & ENT_TOKEN_GLUED))
    return FALSE;
  word = &tokens->tokens[stop - 1];
  if (word->kind != ENT_TOKEN_WORD)
    return FALSE;
  return (word->end - word->start == 1 && word->flags & ENT_TOKEN_CAPITAL)
         || ent_lexicon_is_abbreviation (scan->lexicon, word->symbol);
}

/* Whether a sentence ends before the token about to be added, given what stands before it. */
static gboolean
sentence_ends_before (const Scan     *scan,
                      const EntToken *next)
{
  const EntTokens *tokens = scan->out;
  gsize last = tokens->n_tokens;

  if (last == 0 || next->flags & ENT_TOKEN_PARAGRAPH)
    return TRUE;
  last--;
  if (is_closing (tokens->text, next))
    return FALSE;
  while (last > 0 && is_closing (tokens->text, &tokens->tokens[last]))
    last--;
  if (is_terminal (tokens, last))
    {
      /* 。 ends a sentence whatever follows; a full stop wants a space and no small letter. */
      if (tokens->tokens[last].end - tokens->tokens[last].start > 1)
        return TRUE;
      if (next->flags & ENT_TOKEN_GLUED)
        return FALSE;
      if (next->kind == ENT_TOKEN_WORD && !(next->flags & ENT_TOKEN_CAPITAL))
        return FALSE;
      return !stop_abbreviates (scan, last) || ent_lexicon_is_starter (scan->lexicon, next->symbol);
    }
  /* "the U.S. The two sides": the last full stop of an abbreviation may end the sentence as well. */
  if (tokens->tokens[last].kind == ENT_TOKEN_WORD && tokens->text[tokens->tokens[last].end - 1] == '.')
    return next->flags & ENT_TOKEN_CAPITAL && ent_lexicon_is_starter (scan->lexicon, next->symbol);
  return FALSE;
}

static void
end_sentence (Scan *scan)
{
  EntTokens *out = scan->out;

  if (out->n_tokens == scan->sentence)
    return;
  if (out->n_sentences == out->sentences_size)
    {
      out->sentences_size = MAX (64, out->sentences_size * 2);
      out->sentences = g_renew (EntSentence, out->sentences, out->sentences_size);
    }
  out->sentences[out->n_sentences++] = (EntSentence) { scan->sentence, (guint32) out->n_tokens, scan->paragraph };
  scan->sentence = (guint32) out->n_tokens;
}

/* "2024-04-03 07:15", and below it 4月2日晚: no text is broken between two numbers. */
static gboolean
are_two_numbers (const Scan     *scan,
                 const EntToken *token)
{
  const EntTokens *out = scan->out;

  return token->kind == ENT_TOKEN_NUMBER
         && (out->tokens[out->n_tokens - 1].kind == ENT_TOKEN_NUMBER
             || is_closing (out->text, &out->tokens[out->n_tokens - 1]));
}

static gboolean
begins_paragraph (const Scan     *scan,
                  const EntToken *token)
{
  if (scan->out->n_tokens == 0 || scan->n_breaks > 1)
    return TRUE;
  if (scan->n_breaks == 0)
    return FALSE;
  return scan->line_length > LONG_LINE || token->kind == ENT_TOKEN_CJK
         || scan->out->tokens[scan->out->n_tokens - 1].kind == ENT_TOKEN_CJK
         || (scan->line_length < SHORT_LINE && (token->flags & ENT_TOKEN_CAPITAL || are_two_numbers (scan, token)));
}

static void
begin_sentence (Scan     *scan,
                EntToken *token)
{
  end_sentence (scan);
  token->flags |= ENT_TOKEN_SENTENCE;
  if (token->flags & ENT_TOKEN_PARAGRAPH && scan->out->n_tokens > 0)
    scan->paragraph++;
}

/* Texts have a token for each four to six bytes. */
static void
grow (EntTokens *out)
{
  out->tokens_size = MAX (64 + out->length / 4, out->tokens_size * 2);
  out->tokens = g_renew (EntToken, out->tokens, out->tokens_size);
}

/* Begins a paragraph or sentence with a token, if one begins there: only behind a break, a mark that may end one, a
 * word with a full stop, or too long a sentence. */
static void
begin_with (Scan     *scan,
            EntToken *token)
{
  EntTokens *out = scan->out;
  gsize length = out->n_tokens - scan->sentence;

  if (scan->n_breaks > 0)
    token->flags |= ENT_TOKEN_NEW_LINE;
  if (begins_paragraph (scan, token))
    token->flags |= ENT_TOKEN_PARAGRAPH;
  if (((scan->may_end || token->flags & ENT_TOKEN_PARAGRAPH) && sentence_ends_before (scan, token))
      || (length >= MAX_SENTENCE && (!scan->glued || length >= 2 * MAX_SENTENCE)))
    begin_sentence (scan, token);
}

/* Looks at the next token, whatever it is. */
static inline void
look_at_next (Scan *scan)
{
  scan->limit = scan->out->tokens;
}

static void
make_room (Scan *scan)
{
  EntTokens *out = scan->out;
  gsize n = (gsize) (scan->next - out->tokens);

  if (n < out->tokens_size)
    return;
  grow (out);
  scan->next = out->tokens + n;
  look_at_next (scan);
}

static void
look_at (Scan     *scan,
         EntToken *token)
{
  EntTokens *out = scan->out;

  out->n_tokens = (gsize) (token - out->tokens);
  begin_with (scan, token);
  scan->n_breaks = 0;
  scan->limit = out->tokens + MIN (out->tokens_size, (gsize) scan->sentence + MAX_SENTENCE);
}

/* Adds a token; @may_end says whether a sentence may end with it. */
static inline void
add_token (Scan     *scan,
           EntToken  token,
           gboolean  may_end)
{
  gboolean looked_at = scan->next >= scan->limit;
  EntToken *to;

  if (G_UNLIKELY (looked_at))
    make_room (scan);
  to = scan->next++;
  token.flags |= scan->glued;
  *to = token;
  if (G_UNLIKELY (looked_at))
    look_at (scan, to);
  scan->glued = ENT_TOKEN_GLUED;
  scan->may_end = may_end;
  if (may_end)
    look_at_next (scan);
}

static void
scan_space (Scan  *scan,
            gsize  size)
{
  if (*scan->at == '\n')
    {
      if (scan->n_breaks == 0)
        scan->line_length = (gsize) (scan->at - scan->line);
      scan->n_breaks++;
      scan->line = scan->at + 1;
      look_at_next (scan);
    }
  scan->glued = 0;
  scan->at += size;
}

/* Eight bytes of the text, the first in the lowest byte; what lies behind its end is zero. */
static inline guint64
load_bytes (const char *end,
            const char *at)
{
  guint64 bytes = 0;

  if (end - at >= (gssize) sizeof bytes)
    memcpy (&bytes, at, sizeof bytes);
  else
    memcpy (&bytes, at, (gsize) (end - at));
  return GUINT64_FROM_LE (bytes);
}

/* The first @n of eight bytes, the rest zero. */
static inline guint64
keep_bytes (guint64 bytes,
            guint   n)
{
  return n == 8 ? bytes : bytes & ((G_GUINT64_CONSTANT (1) << (8 * n)) - 1);
}

/* The value of the digits at @at, capped, and how many they are, up to where @end points then. */
static gint32
read_digits (const Scan  *scan,
             const char **end,
             guint       *n_digits)
{
  const char *at = scan->at;
  gint64 number = 0;
  guint n = 0;

  while (at < scan->end)
    {
      gsize size = 1;
      int digit = *at - '0';

      if (digit < 0 || digit > 9)
        {
          if (classify (at, &size) != CLASS_DIGIT)
            break;
          digit = g_unichar_digit_value (g_utf8_get_char (at));
        }
      number = MIN (number * 10 + digit, G_MAXINT32);
      n++;
      at += size;
    }
  *end = at;
  *n_digits = n;
  return (gint32) number;
}

static void
scan_number (Scan *scan)
{
  const char *start = scan->at;
  const char *end;
  guint n_digits;
  gint32 number = read_digits (scan, &end, &n_digits);
  gsize length = (gsize) (end - start);
  EntToken token = { .kind = ENT_TOKEN_NUMBER, .number = number, .n_digits = (guint8) MIN (n_digits, 255) };
  token.start = (guint32) (start - scan->begin);
  token.end = (guint32) (end - scan->begin);
  if (length == n_digits && length <= 8)
    token.symbol = ent_lexicon_find_short (scan->lexicon, keep_bytes (load_bytes (scan->end, start), (guint) length));
  else
    token.symbol = ent_lexicon_find (scan->lexicon, start, length);
  scan->at = end;
  add_token (scan, token, FALSE);
}

/* "u.s." and "a.m.": single letters, each with a full stop. Returns where it ends, or @at. */
static const char *
skip_dotted (const Scan *scan,
             const char *at)
{
  const char *p = at;
  guint n = 0;

  while (p + 1 < scan->end && g_ascii_isalpha (*p) && p[1] == '.')
    {
      p += 2;
      n++;
    }
  if (n > 0 && p < scan->end && g_ascii_isalpha (*p) && !(p + 1 < scan->end && class_at (scan, p + 1, CLASS_LETTER)))
    return p + 1; /* "U.S" without its last full stop */
  return n > 1 && !class_at (scan, p, CLASS_LETTER) ? p : at;
}

static const char *
skip_digits_of_name (const Scan *scan,
                     const char *at)
{
  const char *p = at;

  while (p < scan->end && g_ascii_isdigit (*p))
    p++;
  if (p == at || p - at > MAX_NAME_DIGITS || class_at (scan, p, CLASS_LETTER))
    return at;
  return p;
}

/* The letters of a word with apostrophes inside it; a possessive 's is left for a token of its own. */
static const char *
skip_letters (const Scan *scan,
              const char *at)
{
  while (at < scan->end)
    {
      gsize size;
      CharacterClass class = classify (at, &size);
      gsize mark = apostrophe_at (scan, at);

      if (class == CLASS_LETTER || class == CLASS_IGNORED)
        {
          at += size;
          continue;
        }
      if (mark == 0 || !class_at (scan, at + mark, CLASS_LETTER))
        break;
      if ((at[mark] == 's' || at[mark] == 'S') && !class_at (scan, at + mark + 1, CLASS_LETTER))
        break;
      at += mark;
    }
  return at;
}

static guint16
get_case_flags (const char *start,
                const char *end)
{
  guint n_letters = 0;
  gboolean small = FALSE;
  guint16 flags = g_unichar_isupper (g_utf8_get_char (start)) ? ENT_TOKEN_CAPITAL : 0;

  if (flags == 0)
    return 0;
  for (const char *p = start; p < end && !small; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      small = g_unichar_islower (c);
      n_letters += g_unichar_isalpha (c);
    }
  return (guint16) (flags | (!small && n_letters > 1 ? ENT_TOKEN_UPPERCASE : 0));
}

static void
add_word (Scan       *scan,
          const char *start,
          const char *end)
{
  EntToken token = { .kind = ENT_TOKEN_WORD, .flags = get_case_flags (start, end) };
  token.start = (guint32) (start - scan->begin);
  token.end = (guint32) (end - scan->begin);
  token.symbol = ent_lexicon_find (scan->lexicon, start, (gsize) (end - start));
  scan->at = end;
  add_token (scan, token, end[-1] == '.');
}

/* How many of eight bytes are letters of ASCII before the first that is none. Adding to the lower seven bits of
 * each byte carries into its eighth where it is not below "a", and where it is beyond "z". */
static inline guint
count_letters (guint64 bytes)
{
  const guint64 eighths = EVERY_BYTE (0x80);
  guint64 small = (bytes | EVERY_BYTE (0x20)) & ~eighths;
  guint64 letters = (small + EVERY_BYTE (0x80 - 'a')) & ~(small + EVERY_BYTE (0x7F - 'z')) & ~bytes & eighths;

  return letters == eighths ? 8 : (guint) __builtin_ctzll (~letters & eighths) / 8;
}

/* Whether what stands at @at may belong to the word of letters before it. */
static gboolean
goes_on (const Scan *scan,
         const char *start,
         const char *at)
{
  gsize size;
  CharacterClass class;

  if (*at == '.')
    return at - start == 1;
  if (!(*at & 0x80))
    return TRUE;
  class = classify (at, &size);
  return class == CLASS_LETTER || class == CLASS_IGNORED || class == CLASS_DIGIT || apostrophe_at (scan, at) > 0;
}

static inline guint32
find_letters (const Scan *scan,
              const char *word,
              gsize       length,
              guint64     first)
{
  if (length <= 8)
    return ent_lexicon_find_short (scan->lexicon, keep_bytes (first, (guint) length));
  return ent_lexicon_find_long (scan->lexicon, word, length, first,
                                load_bytes (scan->end, word + length - 8) | EVERY_BYTE (0x20));
}

static void
scan_word (Scan *scan)
{
  const char *start = scan->at;
  const char *end = skip_dotted (scan, start);
  gsize mark;

  if (end == start)
    end = skip_digits_of_name (scan, skip_letters (scan, start));
  add_word (scan, start, end);
  mark = apostrophe_at (scan, end);
  if (mark > 0 && end + mark < scan->end && (end[mark] == 's' || end[mark] == 'S')
      && !class_at (scan, end + mark + 1, CLASS_LETTER))
    add_word (scan, end, end + mark + 1);
}

/* Whether two letters of ASCII or more are all capitals. */
static inline gboolean
is_upper (const char *at,
          const char *p)
{
  if (p - at < 2)
    return FALSE;
  while (at < p && !(*at & 0x20))
    at++;
  return at == p;
}

/* The word of ASCII letters at @at, which ends at @p, as a token; the first eight of them are at hand. */
static inline EntToken
make_word (const Scan *scan,
           const char *at,
           const char *p,
           guint64     first)
{
  EntToken token = { .kind = ENT_TOKEN_WORD };

  token.start = (guint32) (at - scan->begin);
  token.end = (guint32) (p - scan->begin);
  token.symbol = find_letters (scan, at, (gsize) (p - at), first | EVERY_BYTE (0x20));
  if (!(*at & 0x20))
    token.flags = (guint16) (ENT_TOKEN_CAPITAL | (is_upper (at, p) ? ENT_TOKEN_UPPERCASE : 0));
  return token;
}

/* Words of ASCII letters with nothing about them and a blank between: nearly all of a text in Latin script, so read and
 * looked up eight letters at a time. The last of them may be of another sort. */
static void
scan_words (Scan *scan)
{
  const char *end = scan->end;
  const char *at = scan->at;

  do
    {
      const char *p = at;
      guint64 first = load_bytes (end, at);
      guint n = count_letters (first);

      for (; n == 8; n = count_letters (load_bytes (end, p)))
        p += 8;
      p += n;
      scan->at = at;
      if (p < end && breaks_plain_word[(guchar) *p] && goes_on (scan, at, p))
        {
          scan_word (scan);
          return;
        }
      add_token (scan, make_word (scan, at, p, first), FALSE);
      at = p;
      if (at < end && *at == ' ')
        {
          scan->glued = 0;
          at++;
        }
    }
  while (at < end && !(*at & 0x80) && ascii_classes[(guchar) *at] == CLASS_LETTER);
  scan->at = at;
}

static void
scan_mark (Scan         *scan,
           gsize         size,
           EntTokenKind  kind)
{
  gboolean may_end;
  EntToken token = { .kind = (guint8) kind };
  token.start = (guint32) (scan->at - scan->begin);
  token.end = (guint32) (scan->at + size - scan->begin);
  token.symbol = size == 1 ? ent_lexicon_find_mark (scan->lexicon, *scan->at)
                           : ent_lexicon_find (scan->lexicon, scan->at, size);
  may_end = kind == ENT_TOKEN_PUNCT && (size > 1 || may_end_sentence[(guchar) *scan->at]);
  scan->at += size;
  add_token (scan, token, may_end);
}

/* What stands next and is no word of ASCII letters: a token, space or sign of nothing. */
static void
scan_other (Scan *scan)
{
  gsize size;

  switch (classify (scan->at, &size))
    {
    case CLASS_SPACE:
      scan_space (scan, size);
      break;
    case CLASS_LETTER:
      scan_word (scan);
      break;
    case CLASS_DIGIT:
      scan_number (scan);
      break;
    case CLASS_IDEOGRAPH:
      scan_mark (scan, size, ENT_TOKEN_CJK);
      break;
    case CLASS_IGNORED:
      scan->at += size;
      break;
    case CLASS_OTHER:
    default:
      scan_mark (scan, size, ENT_TOKEN_PUNCT);
      break;
    }
}

static void
scan_all (Scan *scan)
{
  while (scan->at < scan->end)
    {
      guchar byte = (guchar) *scan->at;

      if (byte < 0x80 && ascii_classes[byte] == CLASS_LETTER)
        scan_words (scan);
      else
        scan_other (scan);
    }
}

/**
 * ent_tokens_init:
 * @tokens: (out): tokens to make ready for use
 */
void
ent_tokens_init (EntTokens *tokens)
{
  memset (tokens, 0, sizeof *tokens);
}

/**
 * ent_tokens_clear:
 * @tokens: tokens whose memory is given back
 */
void
ent_tokens_clear (EntTokens *tokens)
{
  g_free (tokens->tokens);
  g_free (tokens->sentences);
  memset (tokens, 0, sizeof *tokens);
}

/**
 * ent_tokens_scan:
 * @tokens: where the tokens go; what it held is forgotten
 * @lexicon: which words are known
 * @text: valid UTF-8; must live as long as @tokens is used
 * @length: its bytes, less than 4 GiB
 *
 * Cuts a text into tokens and sentences, in one pass.
 */
void
ent_tokens_scan (EntTokens        *tokens,
                 const EntLexicon *lexicon,
                 const char       *text,
                 gsize             length)
{
  Scan scan = { .out = tokens, .lexicon = lexicon, .begin = text, .at = text, .end = text + length, .line = text };

  g_return_if_fail (length < G_MAXUINT32);

  tokens->text = text;
  tokens->length = length;
  tokens->n_tokens = 0;
  tokens->n_sentences = 0;
  scan.next = scan.limit = tokens->tokens;
  scan_all (&scan);
  tokens->n_tokens = (gsize) (scan.next - tokens->tokens);
  end_sentence (&scan);
}

/**
 * ent_tokens_mark:
 * @tokens: tokens
 * @start: first byte
 * @end: the byte after the last
 * @flag: what to say of the tokens that begin there
 */
void
ent_tokens_mark (EntTokens     *tokens,
                 guint32        start,
                 guint32        end,
                 EntTokenFlags  flag)
{
  for (gsize i = ent_tokens_find (tokens, start); i < tokens->n_tokens && tokens->tokens[i].start < end; i++)
    tokens->tokens[i].flags |= (guint16) flag;
}

/**
 * ent_tokens_get_sentence:
 * @tokens: tokens, not none
 * @token: a token's number
 *
 * Returns: the number of the sentence that holds it
 */
gsize
ent_tokens_get_sentence (const EntTokens *tokens,
                         guint32          token)
{
  gsize low = 0;
  gsize high = tokens->n_sentences;

  g_return_val_if_fail (token < tokens->n_tokens, 0);

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (tokens->sentences[middle].first <= token)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * ent_tokens_find:
 * @tokens: tokens
 * @byte: a byte of the text
 *
 * Returns: the first token that begins at or after @byte; the number of tokens if there is none
 */
gsize
ent_tokens_find (const EntTokens *tokens,
                 guint32          byte)
{
  gsize low = 0;
  gsize high = tokens->n_tokens;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (tokens->tokens[middle].start < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ent_tokens_is_mark:
 * @tokens: a text's tokens
 * @token: one of them
 * @marks: marks of a byte each
 *
 * Returns: whether it is one of the marks
 */
gboolean
ent_tokens_is_mark (const EntTokens *tokens,
                    guint32          token,
                    const char      *marks)
{
  const EntToken *t = &tokens->tokens[token];

  return t->kind == ENT_TOKEN_PUNCT && t->end - t->start == 1 && strchr (marks, tokens->text[t->start]) != NULL;
}
