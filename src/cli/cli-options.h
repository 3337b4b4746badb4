/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "filter/filter-run.h"
#include "model/loader.h"
#include "parse/parser.h"
#include "read/reader.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_OUTPUT_JSONL,
  ENT_OUTPUT_TSV,
  ENT_OUTPUT_TEXT
} EntOutputFormat;

/**
 * EntCliOptions:
 *
 * What every command takes: what to read and how, and how to print. Strings are owned.
 */
typedef struct
{
  char *date;
  char *language;
  char *output_format;
  char *stdin_format;
  char *programs;
  EntPageWords *page_words;
  char **limits;
  int jobs;
  char **paths;
  const char *coder; /* whose words alone count, of an archive; NULL for everybody's. Borrowed */
  char * const *instead; /* the value of an option that may stand instead of paths; may be NULL */
  EntReadOptions read; /* made from the above */
  EntOutputFormat format;
} EntCliOptions;

void ent_cli_options_clear (EntCliOptions *options);
gboolean ent_cli_options_parse (EntCliOptions *options,
                                const char *summary,
                                const GOptionEntry *more,
                                int *argc,
                                char ***argv,
                                int *status);
guint ent_cli_options_n_jobs (const EntCliOptions *options);
EntParseDepth ent_cli_options_get_depth (const EntCliOptions *options);
EntParser *ent_cli_load_parser (EntParseDepth depth);
EntLoadResult *ent_cli_load (const EntCliOptions *options,
                             EntParser *parser,
                             EntMergeFlags merge,
                             EntFilterIndex **index);
void ent_cli_complain (const char *what,
                       const char *why);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntCliOptions, ent_cli_options_clear)

G_END_DECLS
