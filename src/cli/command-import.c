/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-import.h"

static void
complain_all (const GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    {
      const EntLoadFailure *failure = failures->pdata[i];

      ent_cli_complain (failure->file, failure->message);
    }
}

static void
append_changed (GString         *out,
                const GPtrArray *changed)
{
  ent_json_append_key (out, "changed");
  g_string_append_c (out, '[');
  for (guint i = 0; i < changed->len; i++)
    {
      const EntChangedText *text = changed->pdata[i];

      g_string_append (out, i > 0 ? ",{" : "{");
      ent_json_append_string (out, "statement", text->id);
      ent_json_append_string (out, "earlier", text->earlier);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_ids (GString         *out,
            const char      *key,
            const GPtrArray *ids)
{
  ent_json_append_key (out, key);
  g_string_append_c (out, '[');
  for (guint i = 0; i < ids->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      ent_json_append_text (out, ids->pdata[i], -1);
    }
  g_string_append_c (out, ']');
}

static void
append_json (GString               *out,
             const EntImportReport *report)
{
  g_string_append_c (out, '{');
  ent_json_append_number (out, "new", report->n_new);
  ent_json_append_number (out, "held", report->n_held);
  ent_json_append_number (out, "parsed", report->n_parsed);
  append_changed (out, report->changed);
  append_ids (out, "gained", report->gained);
  append_ids (out, "challenged", report->challenged);
  ent_json_append_number (out, "failed", report->failures->len);
  g_string_append (out, "}\n");
}

static void
append_words (GString               *out,
              const EntImportReport *report)
{
  g_string_append_printf (out, ngettext ("%u new statement\n", "%u new statements\n", report->n_new), report->n_new);
  g_string_append_printf (out, ngettext ("%u was there already\n", "%u were there already\n", report->n_held),
                          report->n_held);
  for (guint i = 0; i < report->changed->len; i++)
    {
      const EntChangedText *changed = report->changed->pdata[i];

      g_string_append_printf (out, _ ("“%s” is another text of “%s”; both are kept\n"), changed->id, changed->earlier);
    }
  if (report->gained->len > 0)
    g_string_append_printf (out,
                            ngettext ("%u event is told by more statements now\n",
                                      "%u events are told by more statements now\n", report->gained->len),
                            report->gained->len);
  if (report->challenged->len > 0)
    g_string_append_printf (out,
                            ngettext ("%u reviewed event is told otherwise now; its values stay\n",
                                      "%u reviewed events are told otherwise now; their values stay\n",
                                      report->challenged->len),
                            report->challenged->len);
}

static int
import (const EntCliOptions *options,
        const char          *path)
{
  g_autoptr (EntParser) parser = ent_cli_load_parser ();
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (EntImportReport) report = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (parser == NULL)
    return ENT_EXIT_INPUT;
  archive = ent_cli_open_to_write (path, parser);
  if (archive == NULL)
    return ENT_EXIT_OUTPUT;
  report = ent_archive_import (archive, (const char * const *) options->paths, &options->read,
                               ent_cli_options_n_jobs (options), NULL, NULL, NULL, &error);
  if (report == NULL)
    {
      ent_cli_complain (path, error->message);
      return ENT_EXIT_OUTPUT;
    }
  complain_all (report->failures);
  complain_all (report->warnings);
  if (options->format == ENT_OUTPUT_TEXT)
    append_words (out, report);
  else
    append_json (out, report);
  ent_cli_write (out);
  return ent_cli_finish (report->failures->len > 0 ? ENT_EXIT_INPUT : ENT_EXIT_DONE);
}

/**
 * ent_command_import:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_import (int    argc,
                    char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Archive to append to; made if it is missing"),
      "ARCHIVE.entente" },
    { NULL },
  };
  int status;

  if (!ent_cli_options_parse (&options, _ ("Statements into an archive; what is there already is skipped"), entries,
                              &argc, &argv, &status))
    return status;
  if (output == NULL)
    {
      g_printerr ("entente-cli: %s\n", _ ("no archive is named; try -o ARCHIVE.entente"));
      return ENT_EXIT_USAGE;
    }
  return import (&options, output);
}
