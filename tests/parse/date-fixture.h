/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "base/vocabulary.h"
#include "parse/date-scan.h"

/* A language of the product with its date scanner, for tests. */
typedef struct
{
  EntLanguage *language;
  EntDateScanner *scanner;
  EntTokens tokens;
  EntChart chart;
} DateFixture;

static inline void
date_fixture_init (DateFixture *fixture,
                   const char  *language)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *rules = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  const char *word_folders[] = { words, NULL };
  const char *rule_folders[] = { rules, NULL };
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load (word_folders, &error);

  g_assert_no_error (error);
  fixture->language = ent_language_load (language, rule_folders, vocabulary, &error);
  g_assert_no_error (error);
  fixture->scanner = ent_date_scanner_new (fixture->language, &error);
  g_assert_no_error (error);
  ent_vocabulary_unref (vocabulary);
  ent_tokens_init (&fixture->tokens);
  ent_chart_init (&fixture->chart);
}

static inline void
date_fixture_clear (DateFixture *fixture)
{
  ent_chart_clear (&fixture->chart);
  ent_tokens_clear (&fixture->tokens);
  ent_date_scanner_free (fixture->scanner);
  ent_language_free (fixture->language);
}

/* The expressions of @text, a statement of the date @anchor (empty: not known). */
static inline GArray *
date_fixture_scan (DateFixture *fixture,
                   const char  *anchor,
                   const char  *text)
{
  EntDateContext context = { .second = ENT_SECOND_NONE };
  GArray *timexes = g_array_new (FALSE, FALSE, sizeof (EntTimex));
  g_autoptr (GError) error = NULL;

  if (*anchor != '\0')
    ent_edtf_parse (anchor, strlen (anchor), &context.anchor, &error);
  g_assert_no_error (error);
  ent_tokens_scan (&fixture->tokens, fixture->language->lexicon, text, strlen (text));
  ent_date_scanner_scan (fixture->scanner, &fixture->chart, &fixture->tokens, &context, timexes);
  return timexes;
}

/* An expression as "words|TYPE|value|edtf". */
static inline char *
date_fixture_show (const char     *text,
                   const EntTimex *timex)
{
  g_autofree char *edtf = ent_edtf_is_none (timex->edtf) ? g_strdup ("null") : ent_edtf_to_string (timex->edtf);

  return g_strdup_printf ("%.*s|%s|%s|%s", (int) (timex->end - timex->start), text + timex->start,
                          ent_timex_type_to_id ((EntTimexType) timex->type), timex->value, edtf);
}

/* All expressions of @text, a line each. */
static inline char *
date_fixture_show_all (DateFixture *fixture,
                       const char  *anchor,
                       const char  *text)
{
  g_autoptr (GArray) timexes = date_fixture_scan (fixture, anchor, text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < timexes->len; i++)
    {
      g_autofree char *line = date_fixture_show (text, &g_array_index (timexes, EntTimex, i));

      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (out, FALSE);
}
