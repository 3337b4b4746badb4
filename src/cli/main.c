/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "base/data-folders.h"
#include "cli/cli-output.h"
#include "cli/command.h"

static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} commands[] = {
  { "statements", ent_command_statements, N_ ("What each statement is, one a line") },
  { "dates", ent_command_dates, N_ ("The time expressions in each statement, one a line") },
  { "events", ent_command_events, N_ ("The events that the statements tell, one a line") },
  { "relationships", ent_command_relationships, N_ ("The pairs of actors that share events, one a line") },
  { "export", ent_command_export, N_ ("An image or a table of the events") },
  { "import", ent_command_import, N_ ("Statements into an archive; what is there already is skipped") },
  { "check", ent_command_check, N_ ("Whether an archive is whole, and how much it holds") },
  { "snapshots", ent_command_snapshots, N_ ("The snapshots of an archive, one a line; --take takes one") },
  { "compare", ent_command_compare, N_ ("What is new, gone and changed since a snapshot, one a line") },
  { "merge", ent_command_merge, N_ ("Somebody else’s corrections into an archive") },
  { "agreement", ent_command_agreement,
    N_ ("How far two people agree who checked the same statements, a field a line") },
  { "reparse", ent_command_reparse, N_ ("What was parsed by other words or rules is parsed anew; corrections stay") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: entente-cli COMMAND [OPTION…] FILE…"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-14s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("FILE is a statement, a stream of statements, a folder, an archive, or - for standard input.\n"
                        "entente-cli COMMAND --help lists a command's options."));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *product = ent_data_folders_get_product (ENT_PKGDATADIR, ENT_SOURCE_DATADIR);
  const char *built = ent_data_folders_get_built (product, ENT_PKGDATADIR, ENT_BUILT_LOCALEDIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built != NULL ? built : ENT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Numbers are the same everywhere. */
  setlocale (LC_NUMERIC, "C");
  /* A reader that goes away is told by the failing write, not by a signal. */
  signal (SIGPIPE, SIG_IGN);
  /* So is a file that may not grow any more. */
  signal (SIGXFSZ, SIG_IGN);
  if (argc < 2)
    {
      g_printerr ("entente-cli: %s\n", _ ("no command is named; try --help"));
      return ENT_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("entente-cli %s\n", ENT_VERSION);
      return ent_cli_finish (ENT_EXIT_DONE);
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return ent_cli_finish (ENT_EXIT_DONE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      {
        g_autofree char *name = g_strdup_printf ("entente-cli %s", argv[1]);

        g_set_prgname (name);
        return commands[i].run (argc - 1, argv + 1);
      }
  g_printerr ("entente-cli: %s: “%s”\n", _ ("there is no such command"), argv[1]);
  return ENT_EXIT_USAGE;
}
