/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "cli/cli-options.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "base/data-folders.h"
#include "cli/command.h"
#include "filter/typed-search.h"
#include "model/archive-marks.h"
#include "model/archive-snapshots.h"
#include "model/archive-together.h"

/**
 * ent_cli_options_clear:
 * @options: options whose strings are given back
 */
void
ent_cli_options_clear (EntCliOptions *options)
{
  g_clear_pointer (&options->date, g_free);
  g_clear_pointer (&options->language, g_free);
  g_clear_pointer (&options->output_format, g_free);
  g_clear_pointer (&options->stdin_format, g_free);
  g_clear_pointer (&options->programs, g_free);
  g_clear_pointer (&options->page_words, ent_page_words_free);
  g_clear_pointer (&options->limits, g_strfreev);
  g_clear_pointer (&options->paths, g_strfreev);
}

/* What breaks the line, or steers the terminal it is shown on, as a question mark; UTF-8 is kept. */
static char *
dup_quiet (const char *text)
{
  char *quiet = g_utf8_make_valid (text, -1);

  for (char *p = quiet; *p != 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_iscntrl (*p))
        *p = '?';
      else if (c >= 0x80 && c < 0xA0)
        memset (p, '?', 2);
    }
  return quiet;
}

/**
 * ent_cli_complain:
 * @what: a file, or a place in one
 * @why: what is wrong with it
 *
 * Says on standard error, in one line, what could not be done.
 */
void
ent_cli_complain (const char *what,
                  const char *why)
{
  g_autofree char *shown = dup_quiet (what);
  g_autofree char *line = g_strdelimit (g_strdup (why), "\n\r", ' ');
  g_autofree char *quiet = dup_quiet (line);

  g_printerr ("entente-cli: %s: %s\n", shown, quiet);
}

static gboolean
read_format (EntCliOptions  *options,
             GError        **error)
{
  static const char * const names[] = { "jsonl", "tsv", "text" };

  if (options->output_format == NULL)
    {
      options->format = isatty (STDOUT_FILENO) ? ENT_OUTPUT_TEXT : ENT_OUTPUT_JSONL;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (options->output_format, names[i]))
      {
        options->format = (EntOutputFormat) i;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not an output format: jsonl, tsv or text"),
               options->output_format);
  return FALSE;
}

static EntPageWords *
load_page_words (GError **error)
{
  g_autofree char *product = ent_data_folders_get_product (ENT_PKGDATADIR, ENT_SOURCE_DATADIR);
  g_auto (GStrv) folders = ent_data_folders_new (product, NULL, "vocabulary");

  return ent_page_words_load ((const char * const *) folders, error);
}

static gboolean
read_values (EntCliOptions  *options,
             GError        **error)
{
  if (!read_format (options, error))
    return FALSE;
  if (options->date != NULL && !ent_edtf_parse (options->date, strlen (options->date), &options->read.date, error))
    return FALSE;
  if (options->language != NULL && !g_str_equal (options->language, "auto"))
    options->read.language = options->language;
  if (options->stdin_format != NULL && !g_str_equal (options->stdin_format, "jsonl")
      && !g_str_equal (options->stdin_format, "text"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a format of standard input"),
                   options->stdin_format);
      return FALSE;
    }
  options->read.stream = g_strcmp0 (options->stdin_format, "jsonl") == 0;
  for (guint i = 0; options->limits != NULL && options->limits[i] != NULL; i++)
    if (!ent_read_limits_set (&options->read.limits, options->limits[i], error))
      return FALSE;
  options->programs = ent_data_folders_find_programs (ENT_PKGLIBEXECDIR, ENT_BUILT_PROGRAMS);
  options->read.programs = options->programs;
  options->page_words = load_page_words (error);
  if (options->page_words == NULL)
    return FALSE;
  options->read.words = options->page_words;
  if (options->jobs < 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%d” is not a number of jobs"), options->jobs);
      return FALSE;
    }
  if (options->paths == NULL && (options->instead == NULL || *options->instead == NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("no file is named"));
      return FALSE;
    }
  return TRUE;
}

/**
 * ent_cli_options_parse:
 * @options: (out): options of all zero bytes
 * @summary: what the command does, in a line
 * @more: (nullable): the command's own options, ended by an empty entry
 * @argc: the command line
 * @argv: the command line
 * @status: (out): what to exit with when it returns %FALSE
 *
 * Returns: whether the command should go on
 */
gboolean
ent_cli_options_parse (EntCliOptions        *options,
                       const char           *summary,
                       const GOptionEntry   *more,
                       int                  *argc,
                       char               ***argv,
                       int                  *status)
{
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options->date, N_ ("Issue date of statements that do not tell theirs"),
      "EDTF" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language, N_ ("Language of statements that do not tell theirs"),
      "auto|en|zh|…" },
    { "output-format", 0, 0, G_OPTION_ARG_STRING, &options->output_format, N_ ("How to print"), "jsonl|tsv|text" },
    { "stdin-format", 0, 0, G_OPTION_ARG_STRING, &options->stdin_format, N_ ("What comes in through -"), "text|jsonl" },
    { "limit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->limits,
      N_ ("What is too much to read: size, pages, members, ratio, depth, seconds or memory"), "NAME=NUMBER" },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs, N_ ("Threads to work with; 0 for one a processor"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (more != NULL)
    g_option_context_add_main_entries (context, more, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error) && read_values (options, &error))
    return TRUE;
  g_printerr ("entente-cli: %s\n", error->message);
  *status = ENT_EXIT_USAGE;
  return FALSE;
}

/**
 * ent_cli_options_n_jobs:
 * @options: options
 *
 * Returns: how many threads to work with
 */
guint
ent_cli_options_n_jobs (const EntCliOptions *options)
{
  return options->jobs > 0 ? (guint) options->jobs : g_get_num_processors ();
}

/**
 * ent_cli_options_get_depth:
 * @options: options
 *
 * Returns: how far what is named has to be parsed for its events: not at all where it is archives alone
 */
EntParseDepth
ent_cli_options_get_depth (const EntCliOptions *options)
{
  for (guint i = 0; options->paths[i] != NULL; i++)
    if (!ent_archive_is_file (options->paths[i]))
      return ENT_PARSE_EVENTS;
  return ENT_PARSE_NOTHING;
}

/**
 * ent_cli_load_parser:
 * @depth: how far it has to read
 *
 * Loads languages, but for %ENT_PARSE_NOTHING, and the vocabulary, but for %ENT_PARSE_DATES, or says on standard error
 * why it cannot.
 *
 * Returns: (transfer full) (nullable): a parser
 */
EntParser *
ent_cli_load_parser (EntParseDepth depth)
{
  g_autofree char *product = ent_data_folders_get_product (ENT_PKGDATADIR, ENT_SOURCE_DATADIR);
  const char *built = ent_data_folders_get_built (product, ENT_PKGDATADIR, ENT_BUILT_DATADIR);
  g_auto (GStrv) words = ent_data_folders_new (product, built, "vocabulary");
  g_auto (GStrv) languages = ent_data_folders_new (product, NULL, "languages");
  g_autoptr (EntVocabulary) vocabulary = NULL;
  g_autoptr (GError) error = NULL;
  EntParser *parser = NULL;

  if (depth != ENT_PARSE_DATES)
    vocabulary = ent_vocabulary_load ((const char * const *) words, &error);
  if (error == NULL && depth == ENT_PARSE_NOTHING)
    parser = ent_parser_new_without_rules (vocabulary, (const char * const *) languages);
  else if (error == NULL)
    parser = ent_parser_new (vocabulary, (const char * const *) languages, &error);
  if (parser == NULL)
    g_printerr ("entente-cli: %s\n", error->message);
  return parser;
}

static void
complain_all (const GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    {
      const EntLoadFailure *failure = failures->pdata[i];

      ent_cli_complain (failure->file, failure->message);
    }
}

/* One archive by itself is not merged anew: it has its events ready. */
static EntLoadResult *
load_archive (const EntCliOptions  *options,
              EntParser            *parser,
              EntFilterIndex      **index)
{
  g_autoptr (EntLoadResult) result = NULL;
  g_autoptr (EntArchive) archive = NULL;
  g_autoptr (GArray) marks = NULL;

  if (options->paths[1] != NULL || !ent_archive_is_file (options->paths[0]))
    return NULL;
  archive = ent_archive_open (options->paths[0], parser, ENT_ARCHIVE_OPEN_READ, NULL);
  if (archive == NULL)
    return NULL;
  if (options->coder != NULL)
    {
      ent_archive_set_coder (archive, options->coder);
      ent_archive_set_alone (archive, TRUE);
    }
  result = g_new0 (EntLoadResult, 1);
  result->store = ent_archive_load (archive, 0, NULL);
  if (result->store == NULL)
    return NULL;
  result->periods = ent_archive_get_periods (archive, NULL);
  result->snapshot = ent_archive_dup_snapshot (archive);
  result->parsed = g_ptr_array_new ();
  result->failures = g_ptr_array_new ();
  result->warnings = g_ptr_array_new ();
  if (index != NULL)
    {
      marks = ent_archive_get_marks (archive, NULL);
      *index = ent_filter_index_new (result->store);
      ent_filter_index_set_archive (*index, archive, marks);
    }
  return g_steal_pointer (&result);
}

/**
 * ent_cli_load:
 * @options: what to read and how
 * @parser: a parser
 * @merge: how mentions become events
 * @index: (out) (optional) (transfer full): the events with their bitmaps; words are looked for in the indexes of
 *   archives that are read
 *
 * Reads all files into a store; says on standard error what could not be read.
 *
 * Returns: (transfer full): the store and what failed
 */
EntLoadResult *
ent_cli_load (const EntCliOptions  *options,
              EntParser            *parser,
              EntMergeFlags         merge,
              EntFilterIndex      **index)
{
  const EntLoadOptions load = {
    .read = options->read,
    .merge = merge,
    .n_jobs = ent_cli_options_n_jobs (options),
    .coder = options->coder,
  };
  const char * const *paths = (const char * const *) options->paths;
  EntLoadResult *result = merge == ENT_MERGE_STATEMENTS ? load_archive (options, parser, index) : NULL;

  if (result != NULL)
    return result;
  result = ent_loader_load (parser, paths, NULL, &load, NULL, NULL, NULL, NULL);

  complain_all (result->failures);
  complain_all (result->warnings);
  if (index == NULL)
    return result;
  *index = ent_filter_index_new (result->store);
  ent_filter_index_set_archives (*index, result->archives, result->archive_of);
  return result;
}
