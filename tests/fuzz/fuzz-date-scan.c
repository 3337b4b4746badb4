/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/vocabulary.h"
#include "fuzz-target.h"
#include "parse/date-scan.h"

/* The first byte of an input chooses the language, the second the statement's date. */
static const char * const languages[] = { "en", "zh" };
static const char * const anchors[] = { "", "2024-04-02", "1950-02", "1950", "9998-12-31", "-0044-03-15", "197X", "../1979" };

typedef struct
{
  EntLanguage *language;
  EntDateScanner *scanner;
} Stage;

static Stage stages[G_N_ELEMENTS (languages)];

static void
load_stages (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *rules = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  const char *word_folders[] = { words, NULL };
  const char *rule_folders[] = { rules, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load (word_folders, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      stages[i].language = ent_language_load (languages[i], rule_folders, vocabulary, &error);
      g_assert_no_error (error);
      stages[i].scanner = ent_date_scanner_new (stages[i].language, &error);
      g_assert_no_error (error);
    }
}

static gboolean
is_boundary (const char *text,
             gsize       length,
             gsize       at)
{
  return at == length || (at < length && (text[at] & 0xC0) != 0x80);
}

/* What is printed can be read again, and is the same date. */
static void
check_edtf (EntEdtf edtf)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  EntEdtf again;

  if (ent_edtf_is_none (edtf))
    return;
  text = ent_edtf_to_string (edtf);
  ent_edtf_parse (text, strlen (text), &again, &error);
  g_assert_no_error (error);
  g_assert_true (ent_edtf_equal (edtf, again));
  g_assert_cmpint (ent_edtf_earliest (edtf), <=, ent_edtf_latest (edtf));
}

static void
check_timexes (const GArray *timexes,
               const char   *text,
               gsize         length)
{
  guint32 last = 0;

  for (guint i = 0; i < timexes->len; i++)
    {
      const EntTimex *timex = &g_array_index (timexes, EntTimex, i);

      g_assert_cmpuint (timex->start, >=, last);
      g_assert_cmpuint (timex->end, >, timex->start);
      g_assert_true (is_boundary (text, length, timex->start) && is_boundary (text, length, timex->end));
      g_assert_nonnull (ent_timex_type_to_id ((EntTimexType) timex->type));
      g_assert_cmpint (timex->value[0], !=, '\0');
      g_assert_nonnull (memchr (timex->value, '\0', sizeof timex->value));
      check_edtf (timex->edtf);
      last = timex->end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GArray) timexes = g_array_new (FALSE, FALSE, sizeof (EntTimex));
  g_autofree char *text = NULL;
  EntDateContext context = { .second = ENT_SECOND_NONE };
  const Stage *stage;
  const char *anchor;
  gboolean dateline;
  EntTokens tokens;
  EntChart chart;
  gsize length;
  EntEdtf date;

  if (size < 2)
    return 0;
  if (stages[0].language == NULL)
    load_stages ();
  stage = &stages[data[0] % G_N_ELEMENTS (stages)];
  anchor = anchors[data[1] % G_N_ELEMENTS (anchors)];
  if (*anchor != '\0')
    g_assert_true (ent_edtf_parse (anchor, strlen (anchor), &context.anchor, NULL));
  context.narrative = data[1] & 0x40;

  /* A statement's text is valid UTF-8 whatever its file was. */
  text = g_utf8_make_valid ((const char *) data + 2, (gssize) size - 2);
  length = strlen (text);
  ent_tokens_init (&tokens);
  ent_chart_init (&chart);
  ent_tokens_scan (&tokens, stage->language->lexicon, text, length);
  ent_date_scanner_scan (stage->scanner, &chart, &tokens, &context, timexes);
  check_timexes (timexes, text, length);
  if (ent_date_scanner_infer (stage->scanner, &chart, &tokens, &date, &dateline))
    {
      g_assert_true (ent_edtf_is_day (date));
      check_edtf (date);
    }
  ent_chart_clear (&chart);
  ent_tokens_clear (&tokens);
  return 0;
}
