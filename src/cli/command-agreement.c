/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-together.h"

static void
append_agreement (GString             *out,
                  const EntCliOptions *options,
                  const EntAgreement  *agreement)
{
  char alpha[G_ASCII_DTOSTR_BUF_SIZE] = "null";

  if (!isnan (agreement->alpha))
    g_ascii_formatd (alpha, sizeof alpha, "%.4f", agreement->alpha);
  if (options->format == ENT_OUTPUT_TEXT)
    {
      g_string_append_printf (out, "%-14s α %-8s ", agreement->field, isnan (agreement->alpha) ? "–" : alpha);
      g_string_append_printf (out, _ ("%u of %u alike\n"), agreement->n_agreed, agreement->n_events);
      return;
    }
  g_string_append_c (out, '{');
  ent_json_append_string (out, "field", agreement->field);
  ent_json_append_key (out, "alpha");
  g_string_append (out, alpha);
  ent_json_append_number (out, "events", agreement->n_events);
  ent_json_append_number (out, "agreed", agreement->n_agreed);
  g_string_append (out, "}\n");
}

/**
 * ent_command_agreement:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_agreement (int    argc,
                       char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (EntArchive) other = NULL;
  g_autoptr (GArray) agreements = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *coder = NULL;
  g_autofree char *other_coder = NULL;
  const GOptionEntry entries[] = {
    { "coder", 0, 0, G_OPTION_ARG_STRING, &coder, N_ ("Whose word counts in the first archive, if not everybody’s"),
      "NAME" },
    { "other-coder", 0, 0, G_OPTION_ARG_STRING, &other_coder, N_ ("Whose word counts in the other one, or in the same"),
      "NAME" },
    { NULL },
  };
  guint n_paths;
  int status;

  if (!ent_cli_options_parse (&options, _ ("How far two people agree who checked the same statements, a field a line"),
                              entries, &argc, &argv, &status))
    return status;
  n_paths = g_strv_length (options.paths);
  if (n_paths > 2 || (n_paths == 1 && (coder == NULL || other_coder == NULL || g_str_equal (coder, other_coder))))
    {
      g_printerr ("entente-cli: %s\n", _ ("agreement takes two archives, or one and two coders"));
      return ENT_EXIT_USAGE;
    }
  status = ent_cli_open_pair (options.paths[0], FALSE, options.paths[1], &archive, &other);
  if (status != ENT_EXIT_DONE)
    return status;
  agreements = ent_archive_get_agreement (archive, coder, other != NULL ? other : archive, other_coder, &error);
  if (agreements == NULL)
    {
      ent_cli_complain (options.paths[0], error->message);
      return ENT_EXIT_INPUT;
    }
  for (guint i = 0; i < agreements->len; i++)
    append_agreement (out, &options, &g_array_index (agreements, EntAgreement, i));
  ent_cli_write (out);
  return ent_cli_finish (ENT_EXIT_DONE);
}
