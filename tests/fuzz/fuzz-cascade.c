/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/vocabulary.h"
#include "fuzz-target.h"
#include "model/merge.h"
#include "parse/parser.h"

/* The first byte of an input chooses what is known beside the text, the second the statement's date. */
static const char * const languages[] = { NULL, "en", "zh", "xx" };
static const char * const issuers[] = { NULL, "US", "CN", "nobody" };
static const char * const dates[] = { "", "2024-04-02", "1972-02-28", "1950", "-0044-03-15", "../1979" };

static EntParser *parser;

static void
load_parser (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *rules = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  const char *word_folders[] = { words, NULL };
  const char *rule_folders[] = { rules, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load (word_folders, &error);

  g_assert_no_error (error);
  parser = ent_parser_new (vocabulary, rule_folders, &error);
  g_assert_no_error (error);
}

/* The text's first line is its title as well where the first byte says so. */
static EntStatement *
make_statement (guint8      choices,
                guint8      date,
                const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  EntStatementInfo info = { .kind = ENT_STATEMENT_OTHER };
  EntSpan furniture = { (guint32) length, (guint32) length };
  EntStatement *statement;

  info.id = g_strdup ("s");
  info.file = g_strdup ("f");
  info.language = g_strdup (languages[choices % G_N_ELEMENTS (languages)]);
  info.issuer = g_strdup (issuers[choices / 4 % G_N_ELEMENTS (issuers)]);
  if (choices & 0x40)
    info.title = g_strndup (text, strcspn (text, "\n"));
  if (*dates[date % G_N_ELEMENTS (dates)] != '\0')
    {
      const char *edtf = dates[date % G_N_ELEMENTS (dates)];

      g_assert_true (ent_edtf_parse (edtf, strlen (edtf), &info.date, NULL));
      info.date_basis = ENT_DATE_BASIS_METADATA;
    }
  /* Whatever follows the last empty line is the page's and not the statement's. */
  if (choices & 0x80 && g_strrstr (text, "\n\n") != NULL)
    furniture.start = (guint32) (g_strrstr (text, "\n\n") - text);
  statement = ent_statement_new (bytes, &info, &furniture, furniture.start < furniture.end);
  ent_statement_info_clear (&info);
  return statement;
}

static void
check_span (const char *text,
            gsize       length,
            EntSpan     span)
{
  g_assert_cmpuint (span.start, <, span.end);
  g_assert_cmpuint (span.end, <=, length);
  g_assert_cmpint (text[span.start] & 0xC0, !=, 0x80);
  g_assert_true (span.end == length || (text[span.end] & 0xC0) != 0x80);
}

static void
check_mention (const EntMention   *mention,
               const EntStatement *statement)
{
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  guint32 last = 0;

  g_assert_cmpint (ent_edtf_earliest (mention->date), <=, ent_edtf_latest (mention->date));
  g_assert_nonnull (ent_kind_to_id (mention->kind));
  g_assert_nonnull (ent_status_to_id (mention->status));
  g_assert_cmpuint (mention->n_actors, <=, ENT_MAX_PARTICIPANTS);
  g_assert_cmpuint (mention->evidence->len, >, 0);
  for (guint i = 0; i < mention->evidence->len; i++)
    {
      EntSpan span = g_array_index (mention->evidence, EntSpan, i);

      check_span (text, length, span);
      g_assert_cmpuint (span.start, >=, last);
      g_assert_false (ent_statement_is_furniture (statement, span.start));
      last = span.end;
    }
  for (guint i = 0; mention->topic_spans != NULL && i < mention->topic_spans->len; i++)
    check_span (text, length, g_array_index (mention->topic_spans, EntTopicSpan, i).span);
}

static void
check_parsed (const EntParsed *parsed)
{
  gsize length;
  const char *text = ent_statement_get_text (parsed->statement, &length);
  guint32 last = 0;

  for (guint i = 0; i < parsed->timexes->len; i++)
    {
      const EntTimex *timex = &g_array_index (parsed->timexes, EntTimex, i);

      check_span (text, length, (EntSpan) { timex->start, timex->end });
      g_assert_cmpuint (timex->start, >=, last);
      last = timex->end;
    }
  for (guint i = 0; i < parsed->mentions->len; i++)
    check_mention (&g_array_index (parsed->mentions, EntMention, i), parsed->statement);
}

/* An event has its evidence in the text, and a statement merged with itself alone loses none. */
static void
check_merged (const EntParsed *parsed)
{
  g_autoptr (EntEventStore) store = ent_merge (ent_parser_get_vocabulary (parser), &parsed, 1, ENT_MERGE_STATEMENTS);

  g_assert_cmpuint (ent_event_store_get_n_events (store), <=, parsed->mentions->len);
  g_assert_true (parsed->mentions->len == 0 || ent_event_store_get_n_events (store) > 0);
  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    {
      const char *title = ent_event_store_get_title (store, row);

      g_assert_true (title != NULL && g_utf8_validate (title, -1, NULL));
      g_assert_cmpuint (ent_event_store_get_n_accounts (store, row), >, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = NULL;
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (EntParsed) parsed = NULL;

  if (size < 2)
    return 0;
  if (parser == NULL)
    load_parser ();
  /* A statement's text is valid UTF-8 whatever its file was. */
  text = g_utf8_make_valid ((const char *) data + 2, (gssize) size - 2);
  statement = make_statement (data[0], data[1], text);
  parsed = ent_parser_parse (parser, statement, ENT_PARSE_EVENTS);
  check_parsed (parsed);
  check_merged (parsed);
  return 0;
}
