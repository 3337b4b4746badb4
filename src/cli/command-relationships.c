/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "export/json-lines.h"
#include "filter/relationships.h"

static void
append_line (GString               *out,
             const EntVocabulary   *vocabulary,
             const EntRelationship *pair,
             gboolean               tsv)
{
  const EntActorInfo *a = ent_vocabulary_get_actor (vocabulary, pair->actors[0]);
  const EntActorInfo *b = ent_vocabulary_get_actor (vocabulary, pair->actors[1]);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (pair->first != ENT_DAY_OPEN_START)
    first = ent_edtf_to_string (ent_edtf_day (pair->first));
  if (pair->last != ENT_DAY_OPEN_END && pair->last != ENT_DAY_OPEN_START)
    last = ent_edtf_to_string (ent_edtf_day (pair->last));
  if (tsv)
    g_string_append_printf (out, "%s\t%s\t%u\t%u\t%s\t%s\n", a->id, b->id, pair->n_events, pair->n_statements,
                            first != NULL ? first : "", last != NULL ? last : "");
  else
    g_string_append_printf (out, "%6u  %s – %s  (%s … %s)\n", pair->n_events, a->label, b->label,
                            first != NULL ? first : "–", last != NULL ? last : "–");
}

/**
 * ent_command_relationships:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_relationships (int    argc,
                           char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntLoadResult) loaded = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  int status;

  if (!ent_cli_options_parse (&options, _ ("The pairs of actors that share events, one a line"), NULL, &argc, &argv,
                              &status))
    return status;
  parser = ent_cli_load_parser (ent_cli_options_get_depth (&options));
  if (parser == NULL)
    return ENT_EXIT_INPUT;
  loaded = ent_cli_load (&options, parser, ENT_MERGE_STATEMENTS, NULL);
  pairs = ent_relationships_new (loaded->store);
  for (guint i = 0; i < pairs->len; i++)
    {
      const EntRelationship *pair = &g_array_index (pairs, EntRelationship, i);

      if (options.format == ENT_OUTPUT_JSONL)
        ent_json_append_relationship (out, ent_parser_get_vocabulary (parser), pair);
      else
        append_line (out, ent_parser_get_vocabulary (parser), pair, options.format == ENT_OUTPUT_TSV);
    }
  ent_cli_write (out);
  return ent_cli_finish (loaded->failures->len > 0 ? ENT_EXIT_INPUT : ENT_EXIT_DONE);
}
