/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

#include <glib/gi18n.h>

#include "cli/cli-filter.h"
#include "cli/cli-options.h"
#include "cli/cli-output.h"
#include "export/json-lines.h"

static void
append_text (GString             *out,
             const EntEventStore *store,
             guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  g_autofree char *date = ent_edtf_to_words (ent_event_store_get_date (store, row), NULL);

  g_string_append_printf (out, "%s\n  %s · %s · %s\n", date, ent_event_store_get_title (store, row),
                          ent_kind_to_id (columns->kind[row]), ent_status_to_id (columns->status[row]));
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;
      const EntStatement *statement;
      g_autofree char *words = NULL;

      ent_event_store_get_account (store, row, i, &account);
      if (account.n_evidence == 0)
        continue;
      statement = ent_event_store_get_statement (store, account.statement);
      words = ent_statement_dup_span (statement, account.evidence[0]);
      g_string_append (out, "    “");
      ent_cli_append_field (out, words, TRUE);
      g_string_truncate (out, out->len - 1);
      g_string_append_printf (out, "” — %s\n", ent_statement_get_info (statement)->id);
    }
}

static void
append_tsv (GString             *out,
            const EntEventStore *store,
            guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autofree char *date = ent_edtf_to_string (ent_event_store_get_date (store, row));
  g_autoptr (GString) actors = g_string_new (NULL);

  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    g_string_append_printf (actors, "%s%s", actors->len > 0 ? "," : "",
                            ent_vocabulary_get_actor (vocabulary, columns->actors[i])->id);
  ent_cli_append_field (out, ent_event_store_get_id (store, row), FALSE);
  ent_cli_append_field (out, date, FALSE);
  ent_cli_append_field (out, ent_kind_to_id (columns->kind[row]), FALSE);
  ent_cli_append_field (out, ent_status_to_id (columns->status[row]), FALSE);
  ent_cli_append_field (out, actors->str, FALSE);
  ent_cli_append_field (out, ent_event_store_get_title (store, row), TRUE);
}

static gboolean
print_event (const EntFilterIndex *index,
             const EntFilter      *filter,
             guint32               row,
             EntOutputFormat       format,
             gboolean              explain)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const EntEventStore *store = ent_filter_index_get_store (index);

  if (format == ENT_OUTPUT_JSONL)
    ent_json_append_event (out, index, filter, row, explain);
  else if (format == ENT_OUTPUT_TSV)
    append_tsv (out, store, row);
  else
    append_text (out, store, row);
  return ent_cli_write (out);
}

/**
 * ent_command_events:
 * @argc: the command line
 * @argv: the command line
 *
 * Returns: what to exit with
 */
int
ent_command_events (int    argc,
                    char **argv)
{
  g_auto (EntCliOptions) options = { NULL };
  g_auto (EntCliFilter) asked = { NULL };
  gboolean no_merge = FALSE;
  gboolean explain = FALSE;
  const GOptionEntry own[] = {
    { "no-merge", 0, 0, G_OPTION_ARG_NONE, &no_merge, N_ ("Do not join events across statements"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &explain, N_ ("Say what made each event"), NULL },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (EntFilter) filter = NULL;
  g_autoptr (EntLoadResult) loaded = NULL;
  g_autoptr (EntFilterIndex) index = NULL;
  g_autoptr (EntRowSet) rows = NULL;
  int status;

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  ent_cli_filter_get_entries (&asked, entries);
  if (!ent_cli_options_parse (&options, _ ("The events that the statements tell, one a line"),
                              (const GOptionEntry *) (gconstpointer) entries->data, &argc, &argv, &status))
    return status;
  if (!ent_cli_filter_set_coder (&asked, &options))
    return ENT_EXIT_USAGE;
  parser = ent_cli_load_parser (ent_cli_options_get_depth (&options));
  if (parser == NULL)
    return ENT_EXIT_INPUT;
  filter = ent_cli_filter_new_filter (&asked, ent_parser_get_vocabulary (parser));
  if (filter == NULL)
    return ENT_EXIT_USAGE;
  loaded = ent_cli_load (&options, parser,
                         (no_merge ? 0 : ENT_MERGE_STATEMENTS) | (explain ? ENT_MERGE_EXPLAIN : 0), &index);
  rows = ent_filter_index_run (index, filter);
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    if (!print_event (index, filter, row, options.format, explain))
      break;
  return ent_cli_finish (loaded->failures->len > 0 ? ENT_EXIT_INPUT : ENT_EXIT_DONE);
}
