/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/json-text.h"
#include "cli/cli-archive.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "model/archive-together.h"

static void
append_json (GString      *out,
             const GArray *conflicts,
             guint         n_taken)
{
  g_string_append_c (out, '{');
  ent_json_append_number (out, "taken", n_taken);
  ent_json_append_key (out, "conflicts");
  g_string_append_c (out, '[');
  for (guint i = 0; i < conflicts->len; i++)
    {
      const EntConflict *conflict = &g_array_index (conflicts, EntConflict, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      ent_json_append_string (out, "event", conflict->event);
      ent_json_append_string (out, "statement", conflict->statement);
      ent_json_append_string (out, "period", conflict->period);
      ent_json_append_string (out, "title", conflict->title);
      ent_json_append_string (out, "field", conflict->field);
      ent_json_append_string (out, "ours", conflict->ours);
      ent_json_append_string (out, "theirs", conflict->theirs);
      ent_json_append_string (out, "coder", conflict->coder);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}\n");
}

/* A value in quotation marks; what is none, in words without them. */
static char *
dup_words (const EntConflict *conflict,
           const char        *value)
{
  if (value == NULL && conflict->statement != NULL)
    return g_strdup (_ ("what was read"));
  if (conflict->period != NULL && g_strcmp0 (value, " ") == 0)
    return g_strdup (_ ("removed"));
  if (value == NULL || *value == '\0')
    return g_strdup (_ ("none"));
  g_autofree char *line = g_strdelimit (g_strdup (value), "\n", ' ');
  return g_strdup_printf (_ ("“%s”"), line);
}

static void
append_words (GString      *out,
              const GArray *conflicts,
              guint         n_taken)
{
  g_string_append_printf (out, ngettext ("%u correction taken over\n", "%u corrections taken over\n", n_taken),
                          n_taken);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const EntConflict *conflict = &g_array_index (conflicts, EntConflict, i);

      g_autofree char *ours = dup_words (conflict, conflict->ours);
      g_autofree char *theirs = dup_words (conflict, conflict->theirs);

      g_string_append_printf (out, _ ("%s: %s is %s here and %s there; left as it is here\n"), conflict->title,
                              conflict->field, ours, theirs);
    }
}

/**
 * ent_command_merge:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_merge (int    argc,
                   char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (EntArchive) other = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Archive that takes the corrections over"),
      "ARCHIVE.entente" },
    { NULL },
  };
  guint n_taken = 0;
  int status;

  if (!ent_cli_options_parse (&options, _ ("Somebody else’s corrections into an archive"), entries, &argc, &argv,
                              &status))
    return status;
  if (output == NULL || g_strv_length (options.paths) != 1)
    {
      g_printerr ("entente-cli: %s\n", _ ("merge takes -o ARCHIVE.entente and one other archive"));
      return ENT_EXIT_USAGE;
    }
  status = ent_cli_open_pair (output, TRUE, options.paths[0], &archive, &other);
  if (status != ENT_EXIT_DONE)
    return status;
  conflicts = ent_archive_merge_corrections (archive, other, &n_taken, &error);
  if (conflicts == NULL)
    {
      ent_cli_complain (output, error->message);
      return ENT_EXIT_OUTPUT;
    }
  if (options.format == ENT_OUTPUT_TEXT)
    append_words (out, conflicts, n_taken);
  else
    append_json (out, conflicts, n_taken);
  ent_cli_write (out);
  return ent_cli_finish (ENT_EXIT_DONE);
}
