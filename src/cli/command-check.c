/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/json-text.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "cli/cli-records.h"
#include "model/archive-check.h"

static void
append_json (GString               *out,
             const EntArchiveCheck *check)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  g_ptr_array_extend (problems, check->problems, NULL, NULL);
  g_ptr_array_add (problems, NULL);
  g_string_append_c (out, '{');
  ent_json_append_number (out, "statements", (guint64) check->n_statements);
  ent_json_append_number (out, "removed", (guint64) check->n_removed);
  ent_json_append_number (out, "events", (guint64) check->n_events);
  ent_json_append_number (out, "corrections", (guint64) check->n_corrections);
  ent_json_append_number (out, "reviewed", (guint64) check->n_reviewed);
  ent_json_append_number (out, "rejected", (guint64) check->n_rejected);
  ent_json_append_number (out, "not_found", (guint64) check->n_orphans);
  ent_json_append_number (out, "schema", (guint64) check->version);
  ent_json_append_strings (out, "parsers", (const char * const *) check->parsers);
  ent_json_append_strings (out, "problems", (const char * const *) problems->pdata);
  g_string_append (out, "}\n");
}

static void
append_words (GString               *out,
              const EntArchiveCheck *check)
{
  const struct
  {
    const char *words;
    gint64 n;
  } counts[] = {
    { _ ("Statements"), check->n_statements },
    { _ ("Statements taken out"), check->n_removed },
    { _ ("Events"), check->n_events },
    { _ ("Corrections"), check->n_corrections },
    { _ ("Events reviewed"), check->n_reviewed },
    { _ ("Events rejected"), check->n_rejected },
    { _ ("Corrections whose event is not found"), check->n_orphans },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_string_append_printf (out, "%s: %lld\n", counts[i].words, (long long) counts[i].n);
  for (guint i = 0; i < check->problems->len; i++)
    g_string_append_printf (out, "%s: %s\n", _ ("Problem"), (const char *) check->problems->pdata[i]);
  if (check->problems->len == 0)
    g_string_append_printf (out, "%s\n", _ ("The archive is whole."));
}

/* What is printed of a statement does not tell where its file was: that is not what an archive holds. */
static gboolean
dump_line (const EntStatement *read,
           const EntParsed    *parsed,
           const char         *parser,
           gpointer            data)
{
  const EntVocabulary *vocabulary = data;
  g_autoptr (GString) out = g_string_new (NULL);
  EntStatementInfo info = { NULL };
  EntParsed nameless = *parsed;

  ent_statement_info_copy (ent_statement_get_info (parsed->statement), &info);
  g_clear_pointer (&info.file, g_free);
  nameless.statement = ent_statement_with_info (parsed->statement, &info);
  ent_statement_info_clear (&info);
  ent_json_append_statement_line (out, vocabulary, read, &nameless, parser);
  ent_statement_unref (nameless.statement);
  return ent_cli_write (out);
}

static void
dump_change (const char *coder,
             const char *action,
             const char *target,
             const char *field,
             const char *after,
             const char *note,
             gpointer    data)
{
  g_autoptr (GString) out = g_string_new ("{");

  ent_json_append_string (out, "change", action);
  ent_json_append_string (out, "coder", coder);
  ent_json_append_string (out, "target", target);
  ent_json_append_string (out, "field", field);
  ent_json_append_string (out, "after", after);
  ent_json_append_string (out, "note", note);
  g_string_append (out, "}\n");
  ent_cli_write (out);
}

static int
check (const EntCliOptions *options,
       EntArchive          *archive)
{
  g_auto (EntArchiveCheck) found = { 0 };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!ent_archive_check (archive, &found, &error))
    {
      ent_cli_complain (ent_archive_get_path (archive), error->message);
      return ENT_EXIT_INPUT;
    }
  if (options->format == ENT_OUTPUT_TEXT)
    append_words (out, &found);
  else
    append_json (out, &found);
  ent_cli_write (out);
  return ent_cli_finish (found.problems->len > 0 ? ENT_EXIT_INPUT : ENT_EXIT_DONE);
}

static int
dump (EntArchive *archive)
{
  g_autoptr (GError) error = NULL;

  if (ent_archive_each_line (archive, dump_line, ent_parser_get_vocabulary (ent_archive_get_parser (archive)), &error)
      && ent_archive_each_change (archive, dump_change, NULL, &error))
    return ent_cli_finish (ENT_EXIT_DONE);
  ent_cli_complain (ent_archive_get_path (archive), error->message);
  return ent_cli_finish (ENT_EXIT_INPUT);
}

/**
 * ent_command_check:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_check (int    argc,
                   char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  gboolean whole = FALSE;
  const GOptionEntry entries[] = {
    { "dump", 0, 0, G_OPTION_ARG_NONE, &whole, N_ ("Print all that it holds, in an order that only this decides"),
      NULL },
    { NULL },
  };
  int status;

  if (!ent_cli_options_parse (&options, _ ("Whether an archive is whole, and how much it holds"), entries, &argc, &argv,
                              &status))
    return status;
  if (g_strv_length (options.paths) != 1)
    {
      g_printerr ("entente-cli: %s\n", _ ("one archive is checked at a time"));
      return ENT_EXIT_USAGE;
    }
  parser = ent_cli_load_parser (ENT_PARSE_NOTHING);
  if (parser == NULL)
    return ENT_EXIT_INPUT;
  archive = ent_archive_open (options.paths[0], parser, ENT_ARCHIVE_OPEN_READ, &error);
  if (archive == NULL)
    {
      ent_cli_complain (options.paths[0], error->message);
      return ENT_EXIT_INPUT;
    }
  return whole ? dump (archive) : check (&options, archive);
}
