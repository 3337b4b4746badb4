/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "cli/cli-output.h"
#include "cli/cli-records.h"
#include "cli/cli-stream.h"

static void
print_line (GString            *out,
            const EntStatement *statement,
            const EntTimex     *timex,
            gboolean            tsv)
{
  g_autofree char *words = ent_statement_dup_span (statement, (EntSpan) { timex->start, timex->end });
  g_autofree char *edtf = ent_edtf_is_none (timex->edtf) ? NULL : ent_edtf_to_string (timex->edtf);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (!tsv)
    {
      g_string_append_printf (out, "%-24s  %-24s  ", timex->value, edtf != NULL ? edtf : "–");
      ent_cli_append_field (out, words, TRUE);
      return;
    }
  start = g_strdup_printf ("%" G_GSIZE_FORMAT, ent_statement_get_offset (statement, timex->start));
  end = g_strdup_printf ("%" G_GSIZE_FORMAT, ent_statement_get_offset (statement, timex->end));
  ent_cli_append_field (out, ent_statement_get_info (statement)->id, FALSE);
  ent_cli_append_field (out, start, FALSE);
  ent_cli_append_field (out, end, FALSE);
  ent_cli_append_field (out, ent_timex_type_to_id (timex->type), FALSE);
  ent_cli_append_field (out, timex->value, FALSE);
  ent_cli_append_field (out, edtf, FALSE);
  ent_cli_append_field (out, words, TRUE);
}

static void
print (GString             *out,
       const EntStatement  *read,
       const EntParsed     *parsed,
       const EntCliOptions *options,
       gpointer             data)
{
  for (guint i = 0; i < parsed->timexes->len; i++)
    {
      const EntTimex *timex = &g_array_index (parsed->timexes, EntTimex, i);

      if (options->format == ENT_OUTPUT_JSONL)
        ent_json_append_timex (out, parsed->statement, timex);
      else
        print_line (out, parsed->statement, timex, options->format == ENT_OUTPUT_TSV);
    }
}

/**
 * ent_command_dates:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_dates (int    argc,
                   char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  int status;

  if (!ent_cli_options_parse (&options, _ ("The time expressions in each statement, one a line"), NULL, &argc, &argv,
                              &status))
    return status;
  parser = ent_cli_load_parser (ENT_PARSE_DATES);
  return ent_cli_stream (&options, parser, ENT_PARSE_DATES, print, NULL);
}
