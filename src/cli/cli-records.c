/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-records.h"

#include <string.h>

#include "base/json-text.h"
#include "model/statement-line.h"

static void
append_offsets (GString            *out,
                const EntStatement *statement,
                EntSpan             span)
{
  ent_json_append_number (out, "start", ent_statement_get_offset (statement, span.start));
  ent_json_append_number (out, "end", ent_statement_get_offset (statement, span.end));
}

static void
append_furniture (GString            *out,
                  const EntStatement *statement)
{
  gsize n;
  const EntSpan *spans = ent_statement_get_furniture (statement, &n);

  ent_json_append_key (out, "furniture");
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ",{" : "{");
      append_offsets (out, statement, spans[i]);
      /* Of a page, or of the text's editors. */
      ent_json_append_string (out, "kind", spans[i].start >= ent_statement_get_notes (statement) ? "note" : "page");
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/**
 * ent_json_append_statement:
 * @out: where it goes
 * @statement: a statement
 * @with_text: whether its text comes too
 */
void
ent_json_append_statement (GString            *out,
                           const EntStatement *statement,
                           gboolean            with_text)
{
  const EntStatementInfo *info = ent_statement_get_info (statement);

  g_string_append_c (out, '{');
  ent_json_append_string (out, "id", info->id);
  ent_json_append_string (out, "file", info->file);
  ent_json_append_string (out, "title", info->title);
  ent_json_append_edtf (out, "date", info->date);
  ent_json_append_string (out, "date_basis", ent_date_basis_to_id (info->date_basis));
  ent_json_append_string (out, "language", info->language);
  ent_json_append_string (out, "issuer", info->issuer);
  ent_json_append_string (out, "issuing_body", info->issuing_body);
  ent_json_append_string (out, "published_by", info->published_by);
  append_furniture (out, statement);
  ent_json_append_string (out, "url", info->url);
  ent_json_append_string (out, "retrieved", info->retrieved);
  ent_json_append_string (out, "citation_key", info->citation_key);
  ent_json_append_string (out, "sha256", ent_statement_get_sha256 (statement));
  ent_json_append_string (out, "version_of", info->version_of);
  ent_json_append_string (out, "kind", ent_statement_kind_to_id (info->kind));
  ent_json_append_number (out, "characters", ent_statement_get_n_characters (statement));
  if (with_text)
    {
      gsize length;
      const char *text = ent_statement_get_text (statement, &length);

      ent_json_append_key (out, "text");
      ent_json_append_text (out, text, (gssize) length);
    }
  g_string_append (out, "}\n");
}

/**
 * ent_json_append_statement_line:
 * @out: where it goes
 * @vocabulary: what actors and topics are numbers of
 * @read: a statement as it was read
 * @parsed: what it says
 * @parser: the version of what found that
 *
 * Appends a statement with its text and its events, as `import` takes it without parsing it.
 */
void
ent_json_append_statement_line (GString             *out,
                                const EntVocabulary *vocabulary,
                                const EntStatement  *read,
                                const EntParsed     *parsed,
                                const char          *parser)
{
  ent_json_append_statement (out, parsed->statement, TRUE);
  /* Opens the object again. */
  g_string_truncate (out, out->len - strlen ("}\n"));
  ent_statement_line_append (out, vocabulary, read, parsed, parser);
  g_string_append (out, "}\n");
}

/**
 * ent_json_append_timex:
 * @out: where it goes
 * @statement: the statement it stands in
 * @timex: a time expression
 */
void
ent_json_append_timex (GString            *out,
                       const EntStatement *statement,
                       const EntTimex     *timex)
{
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  g_string_append_c (out, '{');
  ent_json_append_string (out, "statement", ent_statement_get_info (statement)->id);
  append_offsets (out, statement, (EntSpan) { timex->start, timex->end });
  ent_json_append_key (out, "text");
  ent_json_append_text (out, text + timex->start, (gssize) (timex->end - timex->start));
  ent_json_append_string (out, "type", ent_timex_type_to_id (timex->type));
  ent_json_append_string (out, "value", timex->value);
  ent_json_append_edtf (out, "edtf", timex->edtf);
  g_string_append (out, "}\n");
}
