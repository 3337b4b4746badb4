/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "parse/parser.h"

/* A parser of the product, and what it finds in statements of 2023-05-10, a Wednesday. */
static EntParser *parser;

static inline void
load_parser (void)
{
  const char *data = g_getenv ("ENTENTE_DATA_DIR");
  g_autofree char *tables = g_build_filename (data, "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (data, "languages", NULL);
  const char *table_folders[] = { tables, NULL };
  const char *language_folders[] = { languages, NULL };
  g_autoptr (EntVocabulary) vocabulary = NULL;
  g_autoptr (GError) error = NULL;

  vocabulary = ent_vocabulary_load (table_folders, &error);
  g_assert_no_error (error);
  parser = ent_parser_new (vocabulary, language_folders, &error);
  g_assert_no_error (error);
}

static inline EntParsed *
parse_titled (const char *title,
              const char *text,
              gsize       length,
              const char *language,
              const char *issuer)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  EntStatementInfo info = { NULL };
  g_autoptr (EntStatement) statement = NULL;

  info.id = (char *) "test";
  info.title = (char *) title;
  info.language = (char *) language;
  info.issuer = (char *) issuer;
  info.date = ent_edtf_day (ent_day_from_ymd (2023, 5, 10));
  info.date_basis = ENT_DATE_BASIS_METADATA;
  statement = ent_statement_new (bytes, &info, NULL, 0);
  return ent_parser_parse (parser, statement, ENT_PARSE_EVENTS);
}

static inline EntParsed *
parse (const char *text,
       gsize       length,
       const char *language,
       const char *issuer)
{
  return parse_titled (NULL, text, length, language, issuer);
}

static inline void
append_event (GString          *string,
              const EntMention *mention)
{
  EntVocabulary *vocabulary = ent_parser_get_vocabulary (parser);

  if (string->len > 0)
    g_string_append (string, "; ");
  ent_edtf_append (mention->date, string);
  g_string_append_printf (string, " %s %s %s ", ent_kind_to_id (mention->kind), ent_status_to_id (mention->status),
                          ent_role_to_id (mention->role));
  for (guint i = 0; i < mention->n_actors; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "," : "",
                            ent_vocabulary_get_actor (vocabulary, mention->actors[i])->id);
}

/* Each event as DATE KIND STATUS ROLE ACTORS, a semicolon apart. */
static inline char *
show_events (const EntParsed *parsed)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < parsed->mentions->len; i++)
    append_event (found, &g_array_index (parsed->mentions, EntMention, i));
  return g_string_free (found, FALSE);
}
