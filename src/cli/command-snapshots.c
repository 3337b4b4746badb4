/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-snapshots.h"

static void
append_snapshot (GString             *out,
                 const EntCliOptions *options,
                 const EntSnapshot   *snapshot)
{
  if (options->format == ENT_OUTPUT_TEXT)
    {
      g_string_append_printf (out, "%s  %s", snapshot->time, snapshot->name);
      g_string_append_printf (out, ngettext ("  (%u event)", "  (%u events)", (gulong) snapshot->n_events),
                              (guint) snapshot->n_events);
      g_string_append_printf (out, "%s%s\n", snapshot->note != NULL ? "  " : "",
                              snapshot->note != NULL ? snapshot->note : "");
      return;
    }
  g_string_append_c (out, '{');
  ent_json_append_string (out, "name", snapshot->name);
  ent_json_append_string (out, "time", snapshot->time);
  ent_json_append_string (out, "coder", snapshot->coder);
  ent_json_append_string (out, "note", snapshot->note);
  ent_json_append_number (out, "events", (guint64) snapshot->n_events);
  g_string_append (out, "}\n");
}

static int
list (const EntCliOptions *options,
      EntArchive          *archive)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) snapshots = ent_archive_get_snapshots (archive, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (snapshots == NULL)
    {
      ent_cli_complain (ent_archive_get_path (archive), error->message);
      return ENT_EXIT_INPUT;
    }
  for (guint i = 0; i < snapshots->len; i++)
    append_snapshot (out, options, &g_array_index (snapshots, EntSnapshot, i));
  ent_cli_write (out);
  return ent_cli_finish (ENT_EXIT_DONE);
}

/**
 * ent_command_snapshots:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_snapshots (int    argc,
                       char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Keep all events as they are now, under this name"), "NAME" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What to say to it"), "TEXT" },
    { NULL },
  };
  int status;

  if (!ent_cli_options_parse (&options, _ ("The snapshots of an archive, one a line"), entries, &argc, &argv, &status))
    return status;
  if (g_strv_length (options.paths) != 1)
    return ent_cli_one_archive ();
  parser = ent_cli_load_parser (ENT_PARSE_NOTHING);
  if (parser == NULL)
    return ENT_EXIT_INPUT;
  archive = name != NULL ? ent_cli_open_to_change (options.paths[0], parser)
                         : ent_cli_open_to_read (options.paths[0], parser);
  if (archive == NULL)
    return name != NULL ? ENT_EXIT_OUTPUT : ENT_EXIT_INPUT;
  if (name != NULL && !ent_archive_take_snapshot (archive, name, note, &error))
    {
      ent_cli_complain (options.paths[0], error->message);
      return ENT_EXIT_OUTPUT;
    }
  return list (&options, archive);
}
