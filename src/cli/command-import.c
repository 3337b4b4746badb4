/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-import.h"
#include "model/archive-together.h"
#include "model/correction-table.h"

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

static void
append_remarks (GString      *out,
                const char   *key,
                const GArray *remarks)
{
  ent_json_append_key (out, key);
  g_string_append_c (out, '[');
  for (guint i = 0; i < remarks->len; i++)
    {
      const EntTableRemark *remark = &g_array_index (remarks, EntTableRemark, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      ent_json_append_number (out, "row", remark->row);
      ent_json_append_string (out, "column", remark->column);
      ent_json_append_string (out, "message", remark->message);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
complain_remarks (const char   *file,
                  const GArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const EntTableRemark *remark = &g_array_index (remarks, EntTableRemark, i);
      g_autofree char *message = remark->column != NULL
                                   ? g_strdup_printf (_ ("row %u, column “%s”: %s"), remark->row, remark->column,
                                                      remark->message)
                                   : g_strdup_printf (_ ("row %u: %s"), remark->row, remark->message);

      ent_cli_complain (file, message);
    }
}

static void
write_corrections (const EntCliOptions      *options,
                   const EntCorrectionTable *table)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_events = table->mistakes->len > 0 ? 0 : table->corrections->len;
  guint n_values = table->mistakes->len > 0 ? 0 : table->n_values;

  if (options->format == ENT_OUTPUT_TEXT)
    {
      g_autofree char *values = g_strdup_printf (ngettext ("%u value", "%u values", n_values), n_values);

      g_string_append_printf (out, ngettext ("Corrected: %s of %u event\n", "Corrected: %s of %u events\n", n_events),
                              values, n_events);
      ent_cli_write (out);
      return;
    }
  g_string_append_c (out, '{');
  ent_json_append_number (out, "corrected_events", n_events);
  ent_json_append_number (out, "corrected_values", n_values);
  append_remarks (out, "mistakes", table->mistakes);
  append_remarks (out, "conflicts", table->conflicts);
  g_string_append (out, "}\n");
  ent_cli_write (out);
}

/* What somebody changed in a table that was exported. */
static int
take_corrections (const EntCliOptions *options,
                  EntArchive          *archive,
                  const char          *path,
                  const char          *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCorrectionTable) table = ent_archive_take_corrections (archive, file, &error);

  if (table == NULL)
    {
      gboolean of_archive = error->domain == ENT_ARCHIVE_ERROR && error->code != ENT_ARCHIVE_ERROR_MALFORMED;

      ent_cli_complain (of_archive ? path : file, error->message);
      return of_archive ? ENT_EXIT_OUTPUT : ENT_EXIT_INPUT;
    }
  complain_remarks (file, table->mistakes);
  complain_remarks (file, table->conflicts);
  write_corrections (options, table);
  return table->mistakes->len > 0 || table->conflicts->len > 0 ? ENT_EXIT_INPUT : ENT_EXIT_DONE;
}

static int
import_statements (const EntCliOptions *options,
                   EntArchive          *archive,
                   const char          *path)
{
  g_autoptr (EntImportReport) report = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

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
  return report->failures->len > 0 ? ENT_EXIT_INPUT : ENT_EXIT_DONE;
}

static int
import (const EntCliOptions *options,
        const char          *path,
        const char          *corrections,
        gboolean             blind)
{
  g_autoptr (EntParser) parser = ent_cli_load_parser (ENT_PARSE_NOTHING);
  g_autoptr (EntArchive) archive = NULL;
  int status = ENT_EXIT_DONE;
  int corrected;

  if (parser == NULL)
    return ENT_EXIT_INPUT;
  if (options->paths == NULL && !ent_archive_is_file (path))
    {
      ent_cli_complain (path, _ ("there is no such archive"));
      return ENT_EXIT_OUTPUT;
    }
  archive = ent_cli_open_to_write (path, parser);
  if (archive == NULL)
    return ENT_EXIT_OUTPUT;
  if (options->paths != NULL && !ent_cli_load_rules (archive))
    return ENT_EXIT_INPUT;
  if (options->coder != NULL)
    ent_archive_set_coder (archive, options->coder);
  ent_archive_set_alone (archive, blind);
  if (options->paths != NULL)
    status = import_statements (options, archive, path);
  if (corrections != NULL && status != ENT_EXIT_OUTPUT)
    {
      corrected = take_corrections (options, archive, path, corrections);
      status = MAX (status, corrected);
    }
  return ent_cli_finish (status);
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
  g_autofree char *corrections = NULL;
  g_autofree char *coder = NULL;
  gboolean blind = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Archive to append to; made if it is missing"),
      "ARCHIVE.entente" },
    { "corrections", 0, 0, G_OPTION_ARG_FILENAME, &corrections,
      N_ ("An exported table whose changed cells become corrections"), "FILE.csv" },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &coder, N_ ("Who says so; the user’s name if it is not given"), "NAME" },
    { "blind", 0, 0, G_OPTION_ARG_NONE, &blind, N_ ("Compare the table only with what the coder alone has said"),
      NULL },
    { NULL },
  };
  int status;

  options.instead = &corrections;
  if (!ent_cli_options_parse (&options, _ ("Statements into an archive; what is there already is skipped"), entries,
                              &argc, &argv, &status))
    return status;
  if (output == NULL)
    {
      g_printerr ("entente-cli: %s\n", _ ("no archive is named; try -o ARCHIVE.entente"));
      return ENT_EXIT_USAGE;
    }
  options.coder = coder;
  return import (&options, output, corrections, blind);
}
