/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/tokens.h"

static EntLexicon *
make_lexicon (void)
{
  EntLexicon *lexicon = ent_lexicon_new ();

  ent_lexicon_add_abbreviation (lexicon, "mr");
  ent_lexicon_add_starter (lexicon, "the");
  return lexicon;
}

/* Tokens apart by a bar, sentences by a double one, paragraphs by a pilcrow. */
static char *
show (const EntTokens *tokens)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      const EntToken *token = &tokens->tokens[i];

      if (i > 0)
        g_string_append (out, token->flags & ENT_TOKEN_PARAGRAPH  ? "¶"
                              : token->flags & ENT_TOKEN_SENTENCE ? "‖"
                              : token->flags & ENT_TOKEN_GLUED    ? "·"
                                                                  : "|");
      g_string_append_len (out, tokens->text + token->start, token->end - token->start);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  const char *tokens;
} cases[] = {
  { "", "" },
  { "  \n ", "" },
  { "China’s view", "China·’s|view" },
  { "the leaders' call", "the|leaders·'|call" },
  { "It doesn't", "It|doesn't" },
  { "at 9 a.m. local time", "at|9|a.m.|local|time" },
  { "U.S.-China ties", "U.S.·-·China|ties" },
  { "the U.S. Secretary", "the|U.S.|Secretary" },
  { "with the U.S. The two", "with|the|U.S.‖The|two" },
  { "He met Mr. Smith. They spoke.", "He|met|Mr·.|Smith·.‖They|spoke·." },
  { "by J. Biden. Then", "by|J·.|Biden·.‖Then" },
  { "April 2, 2024", "April|2·,|2024" },
  { "1970s, G20, COP28, FY2024, 5G", "1970·s·,|G20·,|COP28·,|FY·2024·,|5·G" },
  { "about 3.5 percent", "about|3·.·5|percent" },
  { "One.\n\nTwo", "One·.¶Two" },
  { "one line\nand the next", "one|line|and|the|next" },
  { "Taipei, 3 May\nThe envoy", "Taipei·,|3|May¶The|envoy" },
  { "他说：“好。”然后走了。再见", "他·说·：·“·好·。·”‖然·后·走·了·。‖再·见" },
  { "标题\n正文", "标·题¶正·文" },
  { "２０２４年4月", "２０２４·年·4·月" },
  { "soft\xC2\xADhyphen", "soft\xC2\xADhyphen" },
  { "non\xC2\xA0"
    "breaking",
    "non|breaking" },
  { "said “yes.” The end", "said|“·yes·.·”‖The|end" },
};

static void
test_cases (void)
{
  g_autoptr (EntLexicon) lexicon = make_lexicon ();
  EntTokens tokens;

  ent_tokens_init (&tokens);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;

      ent_tokens_scan (&tokens, lexicon, cases[i].text, strlen (cases[i].text));
      shown = show (&tokens);
      g_assert_cmpstr (shown, ==, cases[i].tokens);
    }
  ent_tokens_clear (&tokens);
}

static void
test_numbers (void)
{
  g_autoptr (EntLexicon) lexicon = make_lexicon ();
  EntTokens tokens;
  const char *text = "007 ２０２４ 99999999999";

  ent_tokens_init (&tokens);
  ent_tokens_scan (&tokens, lexicon, text, strlen (text));
  g_assert_cmpuint (tokens.n_tokens, ==, 3);
  g_assert_cmpint (tokens.tokens[0].number, ==, 7);
  g_assert_cmpuint (tokens.tokens[0].n_digits, ==, 3);
  g_assert_cmpint (tokens.tokens[1].number, ==, 2024);
  g_assert_cmpint (tokens.tokens[2].number, ==, G_MAXINT32);
  ent_tokens_clear (&tokens);
}

static void
test_symbols (void)
{
  g_autoptr (EntLexicon) lexicon = make_lexicon ();
  guint32 taiwan = ent_lexicon_add (lexicon, "湾", strlen ("湾"));
  guint32 call = ent_lexicon_add (lexicon, "Call", 4);
  EntTokens tokens;
  const char *text = "CALL 灣 other";

  ent_tokens_init (&tokens);
  ent_tokens_scan (&tokens, lexicon, text, strlen (text));
  g_assert_cmpuint (tokens.tokens[0].symbol, ==, call);
  g_assert_true (tokens.tokens[0].flags & ENT_TOKEN_UPPERCASE);
  g_assert_cmpuint (tokens.tokens[1].symbol, ==, taiwan);
  g_assert_cmpuint (tokens.tokens[2].symbol, ==, 0);
  ent_tokens_clear (&tokens);
}

/* Whatever the text: tokens lie in it, in order, apart, and sentences tile them. */
static void
check_order (const EntTokens *tokens)
{
  guint32 byte = 0;
  guint32 token = 0;

  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      g_assert_cmpuint (tokens->tokens[i].start, >=, byte);
      g_assert_cmpuint (tokens->tokens[i].end, >, tokens->tokens[i].start);
      byte = tokens->tokens[i].end;
    }
  g_assert_cmpuint (byte, <=, tokens->length);
  for (gsize i = 0; i < tokens->n_sentences; i++)
    {
      g_assert_cmpuint (tokens->sentences[i].first, ==, token);
      g_assert_cmpuint (tokens->sentences[i].end, >, token);
      token = tokens->sentences[i].end;
      for (guint32 t = tokens->sentences[i].first; t < token; t++)
        g_assert_cmpuint (ent_tokens_get_sentence (tokens, t), ==, i);
    }
  g_assert_cmpuint (token, ==, tokens->n_tokens);
}

static void
test_random (void)
{
  static const char * const parts[] = { "a", "Z", "9", ".", " ", "\n", "'", "’", "s", "中", "。", "”", "\xC2\xA0", "\xC2\xAD", "ア", "𠀀", "-", "é", "\t" };
  g_autoptr (EntLexicon) lexicon = make_lexicon ();
  EntTokens tokens;

  ent_tokens_init (&tokens);
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *exact = NULL;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      /* Without the closing zero byte, so that reading past the end is seen. */
      exact = g_malloc (MAX (text->len, 1));
      memcpy (exact, text->str, text->len);
      ent_tokens_scan (&tokens, lexicon, exact, text->len);
      check_order (&tokens);
    }
  ent_tokens_clear (&tokens);
}

static void
test_lexicon_growth (void)
{
  g_autoptr (EntLexicon) lexicon = ent_lexicon_new ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%ux", i);

      g_assert_cmpuint (ent_lexicon_add (lexicon, word, strlen (word)), ==, i + 1);
    }
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *word = g_strdup_printf ("W%uX", i);

      g_assert_cmpuint (ent_lexicon_find (lexicon, word, strlen (word)), ==, i + 1);
    }
  g_assert_cmpuint (ent_lexicon_find (lexicon, "absent", 6), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/tokens/cases", test_cases);
  g_test_add_func ("/parse/tokens/numbers", test_numbers);
  g_test_add_func ("/parse/tokens/symbols", test_symbols);
  g_test_add_func ("/parse/tokens/random", test_random);
  g_test_add_func ("/parse/lexicon/growth", test_lexicon_growth);
  return g_test_run ();
}
