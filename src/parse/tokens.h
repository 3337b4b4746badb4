/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include <string.h>

#include "parse/lexicon.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_TOKEN_WORD,   /* letters; "u.s." and "'s" are one token each */
  ENT_TOKEN_NUMBER, /* digits, full-width ones too; the value is in EntToken.number */
  ENT_TOKEN_CJK,    /* one ideograph */
  ENT_TOKEN_PUNCT   /* one character of anything else */
} EntTokenKind;

typedef enum
{
  ENT_TOKEN_GLUED = 1 << 0,       /* nothing stands between it and the token before */
  ENT_TOKEN_CAPITAL = 1 << 1,     /* begins with a capital letter */
  ENT_TOKEN_UPPERCASE = 1 << 2,   /* has no small letter, and two letters or more */
  ENT_TOKEN_NEW_LINE = 1 << 3,    /* a line break stands before it */
  ENT_TOKEN_PARAGRAPH = 1 << 4,   /* an empty line, or the text's start, stands before it */
  ENT_TOKEN_SENTENCE = 1 << 5,    /* a sentence begins with it */
  ENT_TOKEN_FURNITURE = 1 << 6    /* it stands in furniture: yields no date, event or topic */
} EntTokenFlags;

/**
 * EntToken:
 * @start: first byte in the text
 * @end: the byte after the last
 * @symbol: the folded word's number in the lexicon; 0 for a word that no rule or term knows
 * @number: value of a number, capped at %G_MAXINT32
 * @kind: an #EntTokenKind
 * @n_digits: of a number, capped at 255
 * @flags: #EntTokenFlags
 *
 * A word, number, ideograph or mark. A plain value.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 symbol;
  gint32 number;
  guint8 kind;
  guint8 n_digits;
  guint16 flags;
} EntToken;

/**
 * EntSentence:
 * @first: its first token
 * @end: the token after its last
 * @paragraph: which paragraph it stands in, from 0
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 paragraph;
} EntSentence;

/**
 * EntTokens:
 *
 * A text cut into tokens and sentences by one pass over its bytes. Owned by the caller; may be used
 * again for the next text without new memory. It borrows the text.
 */
typedef struct
{
  const char *text;
  gsize length;
  EntToken *tokens;
  gsize n_tokens;
  EntSentence *sentences;
  gsize n_sentences;
  /*< private >*/
  gsize tokens_size;
  gsize sentences_size;
} EntTokens;

void ent_tokens_init (EntTokens *tokens);
void ent_tokens_clear (EntTokens *tokens);
void ent_tokens_scan (EntTokens *tokens,
                      const EntLexicon *lexicon,
                      const char *text,
                      gsize length);
void ent_tokens_mark (EntTokens *tokens,
                      guint32 start,
                      guint32 end,
                      EntTokenFlags flag);
gsize ent_tokens_get_sentence (const EntTokens *tokens,
                               guint32 token);
gboolean ent_tokens_is_mark (const EntTokens *tokens,
                             guint32 token,
                             const char *marks);
gsize ent_tokens_find (const EntTokens *tokens,
                       guint32 byte);

/**
 * ent_tokens_is_mark_or_wide:
 * @tokens: a text's tokens
 * @token: one of them
 * @mark: a mark of ASCII
 * @wide: the same between ideographs, of three bytes
 *
 * Returns: whether it is one of the two
 */
static inline gboolean
ent_tokens_is_mark_or_wide (const EntTokens *tokens,
                            guint32          token,
                            char             mark,
                            const char      *wide)
{
  const EntToken *t = &tokens->tokens[token];
  const char *text = tokens->text + t->start;

  return t->kind == ENT_TOKEN_PUNCT
         && (t->end - t->start == 1 ? *text == mark : t->end - t->start == 3 && memcmp (text, wide, 3) == 0);
}

G_END_DECLS
