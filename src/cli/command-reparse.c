/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-import.h"
#include "model/archive-search.h"

static void
append_report (GString                *out,
               const EntCliOptions    *options,
               const EntReparseReport *report)
{
  const struct
  {
    const char *key, *words;
    guint n;
  } counts[] = {
    { "parsed", _ ("Statements parsed anew"), report->n_parsed },
    { "changed", _ ("Of these, say something else now"), report->n_changed },
    { "events_before", _ ("Events before"), report->n_events_before },
    { "events", _ ("Events now"), report->n_events_after },
    { "kept", _ ("Events told as before"), report->n_kept },
    { "challenged", _ ("Checked events told otherwise now; their values stay"), report->n_challenged },
    { "not_found", _ ("Corrections whose event is not found"), report->n_not_found },
  };

  if (options->format != ENT_OUTPUT_TEXT)
    g_string_append_c (out, '{');
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (options->format == ENT_OUTPUT_TEXT)
      g_string_append_printf (out, "%s: %u\n", counts[i].words, counts[i].n);
    else
      ent_json_append_number (out, counts[i].key, counts[i].n);
  if (options->format != ENT_OUTPUT_TEXT)
    g_string_append (out, "}\n");
}

/**
 * ent_command_reparse:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_reparse (int    argc,
                     char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { NULL } };
  g_auto (EntReparseReport) report = { 0 };
  int status;

  if (!ent_cli_options_parse (&options, _ ("What was parsed by other words or rules is parsed anew; corrections stay"),
                              entries, &argc, &argv, &status))
    return status;
  if (g_strv_length (options.paths) != 1)
    return ent_cli_one_archive ();
  parser = ent_cli_load_parser (ENT_PARSE_NOTHING);
  if (parser == NULL)
    return ENT_EXIT_INPUT;
  archive = ent_cli_open_to_change (options.paths[0], parser);
  if (archive == NULL)
    return ENT_EXIT_OUTPUT;
  if (!ent_cli_load_rules (archive))
    return ENT_EXIT_INPUT;
  if (!ent_archive_reparse (archive, NULL, NULL, NULL, &report, &error)
      || !ent_archive_rebuild_index (archive, &error))
    {
      ent_cli_complain (options.paths[0], error->message);
      return ENT_EXIT_OUTPUT;
    }
  append_report (out, &options, &report);
  ent_cli_write (out);
  return ent_cli_finish (ENT_EXIT_DONE);
}
