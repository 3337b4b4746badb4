/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-snapshots.h"

static void
append_difference (GString             *out,
                   const EntCliOptions *options,
                   const EntDifference *difference)
{
  const char *change = difference->field != NULL ? "changed" : difference->before == NULL ? "new"
                                                                                          : "gone";

  if (options->format == ENT_OUTPUT_TEXT)
    {
      g_string_append_printf (out, "%s  %s  %s", change, difference->date != NULL ? difference->date : "",
                              difference->title != NULL ? difference->title : "");
      if (difference->field != NULL)
        g_string_append_printf (out, "  %s: %s → %s", difference->field,
                                difference->before != NULL ? difference->before : "",
                                difference->after != NULL ? difference->after : "");
      g_string_append_c (out, '\n');
      return;
    }
  g_string_append_c (out, '{');
  ent_json_append_string (out, "event", difference->event);
  ent_json_append_string (out, "title", difference->title);
  ent_json_append_string (out, "date", difference->date);
  ent_json_append_string (out, "change", change);
  ent_json_append_string (out, "field", difference->field);
  ent_json_append_string (out, "before", difference->field != NULL ? difference->before : NULL);
  ent_json_append_string (out, "after", difference->field != NULL ? difference->after : NULL);
  g_string_append (out, "}\n");
}

/**
 * ent_command_compare:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_compare (int    argc,
                     char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (GArray) differences = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const GOptionEntry entries[] = {
    { "before", 0, 0, G_OPTION_ARG_STRING, &before, N_ ("The snapshot to compare with"), "NAME" },
    { "after", 0, 0, G_OPTION_ARG_STRING, &after, N_ ("A later snapshot; without one, what is there now"), "NAME" },
    { NULL },
  };
  int status;

  if (!ent_cli_options_parse (&options, _ ("What is new, gone and changed since a snapshot, one a line"), entries,
                              &argc, &argv, &status))
    return status;
  if (g_strv_length (options.paths) != 1)
    return ent_cli_one_archive ();
  if (before == NULL)
    {
      g_printerr ("entente-cli: %s\n", _ ("--before=NAME is missing"));
      return ENT_EXIT_USAGE;
    }
  parser = ent_cli_load_parser (ENT_PARSE_NOTHING);
  archive = parser != NULL ? ent_cli_open_to_read (options.paths[0], parser) : NULL;
  if (archive == NULL)
    return ENT_EXIT_INPUT;
  differences = ent_archive_compare (archive, before, after, &error);
  if (differences == NULL)
    {
      ent_cli_complain (options.paths[0], error->message);
      return ENT_EXIT_INPUT;
    }
  for (guint i = 0; i < differences->len; i++)
    append_difference (out, &options, &g_array_index (differences, EntDifference, i));
  ent_cli_write (out);
  return ent_cli_finish (ENT_EXIT_DONE);
}
