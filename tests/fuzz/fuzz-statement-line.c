/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "model/archive-anchor.h"
#include "model/search-query.h"
#include "model/search-words.h"
#include "model/statement-line.h"

static EntVocabulary *vocabulary;

static void
load_vocabulary (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char *folders[] = { words, NULL };
  g_autoptr (GError) error = NULL;

  vocabulary = ent_vocabulary_load (folders, &error);
  g_assert_no_error (error);
}

static void
check_spans (const EntParsed *parsed)
{
  gsize length = ent_statement_get_n_bytes (parsed->statement);

  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, i);

      g_assert_cmpuint (mention->kind, <, ENT_N_KINDS);
      g_assert_cmpuint (mention->role, <, ENT_N_ROLES);
      for (guint j = 0; j < mention->evidence->len; j++)
        {
          EntSpan span = g_array_index (mention->evidence, EntSpan, j);

          g_assert_true (span.start <= span.end && span.end <= length);
        }
    }
}

static char *
print (const EntStatementLine *line)
{
  GString *out = g_string_new ("{");

  ent_statement_line_append (out, vocabulary, line->read, line->parsed, line->parser);
  return g_string_free (out, FALSE);
}

/* What is read of a line is printed, and that read again is the same. The rest of the line is as it was. */
static void
check_round_trip (const char             *text,
                  const EntStatementLine *line)
{
  g_autofree char *members = print (line);
  g_autofree char *again = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);
  g_auto (EntStatementLine) second = { NULL };
  g_autoptr (GError) error = NULL;
  const char *end = strrchr (text, '}');

  /* Of a key that comes twice the last one holds. */
  g_string_append_len (whole, text, end - text);
  g_string_append_printf (whole, ",%s}", members + 1);
  ent_statement_line_parse (whole->str, whole->len, "f", vocabulary, &second, &error);
  g_assert_no_error (error);
  again = print (&second);
  g_assert_cmpstr (again, ==, members);
}

static void
check_search (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (EntSearchQuery) query = ent_search_query_new (text);
  g_autofree char *match = ent_search_query_dup_match (query);
  g_autofree char *phrase = ent_search_dup_phrase (text);
  g_autoptr (GArray) spans = ent_search_query_find_spans (query, text, length);
  guint32 end = 0;

  g_assert_true (g_utf8_validate (phrase, -1, NULL));
  g_assert_true (match == NULL || g_utf8_validate (match, -1, NULL));
  for (guint i = 0; i < spans->len; i++)
    {
      EntSpan span = g_array_index (spans, EntSpan, i);

      g_assert_true (span.start >= end && span.start < span.end && span.end <= length);
      end = span.end;
    }
}

/* A line with what its statement says, an anchor, and what somebody types to search. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid (size > 0 ? (const char *) data : "", (gssize) size);
  g_auto (EntStatementLine) line = { NULL };
  g_auto (EntAnchor) anchor = { NULL };
  g_autoptr (GError) error = NULL;

  if (vocabulary == NULL)
    load_vocabulary ();
  if (ent_statement_line_parse (text, strlen (text), "f", vocabulary, &line, &error))
    {
      check_spans (line.parsed);
      check_round_trip (text, &line);
    }
  else
    g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
  if (ent_anchor_parse (text, &anchor, NULL))
    g_assert_nonnull (anchor.id);
  check_search (text);
  return 0;
}
