/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "cli/cli-output.h"
#include "cli/cli-records.h"
#include "cli/cli-stream.h"
#include "model/statement-line.h"
#include "parse/parser-version.h"

/* What is printed beside what every statement has. */
typedef struct
{
  gboolean text;
  gboolean events;
  const EntVocabulary *vocabulary;
  char *version; /* the parser's */
} With;

static void
print_line (GString            *out,
            const EntStatement *statement,
            gboolean            tsv)
{
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *date = ent_edtf_is_none (info->date) ? NULL : ent_edtf_to_string (info->date);

  if (!tsv)
    {
      g_string_append_printf (out, "%-10s  %-9s  %-4s  %-13s %s\n", date != NULL ? date : "–",
                              ent_date_basis_to_id (info->date_basis), info->issuer != NULL ? info->issuer : "–",
                              ent_statement_kind_to_id (info->kind), info->title != NULL ? info->title : info->id);
      return;
    }
  ent_cli_append_field (out, info->id, FALSE);
  ent_cli_append_field (out, date, FALSE);
  ent_cli_append_field (out, ent_date_basis_to_id (info->date_basis), FALSE);
  ent_cli_append_field (out, info->language, FALSE);
  ent_cli_append_field (out, info->issuer, FALSE);
  ent_cli_append_field (out, ent_statement_kind_to_id (info->kind), FALSE);
  ent_cli_append_field (out, info->title, TRUE);
}

static void
print (GString             *out,
       const EntStatement  *read,
       const EntParsed     *parsed,
       const EntCliOptions *options,
       gpointer             data)
{
  const With *with = data;

  if (options->format == ENT_OUTPUT_JSONL && with->events)
    ent_json_append_statement_line (out, with->vocabulary, read, parsed, with->version);
  else if (options->format == ENT_OUTPUT_JSONL)
    ent_json_append_statement (out, parsed->statement, with->text);
  else
    print_line (out, parsed->statement, options->format == ENT_OUTPUT_TSV);
}

/**
 * ent_command_statements:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_statements (int    argc,
                        char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  With with = { FALSE };
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_NONE, &with.text, N_ ("Print each statement's text too"), NULL },
    { "with-events", 0, 0, G_OPTION_ARG_NONE, &with.events,
      N_ ("Print the text and what it says, so that import need not parse it again"), NULL },
    { NULL },
  };
  int status;

  if (!ent_cli_options_parse (&options, _ ("What each statement is, one a line"), entries, &argc, &argv, &status))
    return status;
  parser = ent_cli_load_parser (ENT_PARSE_EVENTS);
  if (parser != NULL && with.events)
    {
      with.vocabulary = ent_parser_get_vocabulary (parser);
      with.version = ent_parser_dup_version (parser);
    }
  status = ent_cli_stream (&options, parser, with.events ? ENT_PARSE_EVENTS : ENT_PARSE_STATEMENT, print, &with);
  g_free (with.version);
  return status;
}
