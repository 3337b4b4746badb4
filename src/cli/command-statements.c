/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "cli/cli-output.h"
#include "cli/cli-records.h"
#include "cli/cli-stream.h"

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
       const EntParsed     *parsed,
       const EntCliOptions *options,
       gpointer             data)
{
  const gboolean *with_text = data;

  if (options->format == ENT_OUTPUT_JSONL)
    ent_json_append_statement (out, parsed->statement, *with_text);
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
  gboolean with_text = FALSE;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_NONE, &with_text, N_ ("Print each statement's text too"), NULL },
    { NULL },
  };
  int status;

  if (!ent_cli_options_parse (&options, _ ("What each statement is, one a line"), entries, &argc, &argv, &status))
    return status;
  return ent_cli_stream (&options, ENT_PARSE_STATEMENT, print, &with_text);
}
