/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-options.h"
#include "filter/filter.h"

G_BEGIN_DECLS

/**
 * EntCliFilter:
 *
 * The options that ask for some events only, as they came. Strings are owned.
 */
typedef struct
{
  char *between;
  char **topics;
  char **kinds;
  char **actors;
  char **statuses;
  char **issuers;
  char **reviews;
  char *from;
  char *to;
  char *search;
  char *coder;
  gboolean strict;
  gboolean reviewed;
} EntCliFilter;

void ent_cli_filter_clear (EntCliFilter *options);
void ent_cli_filter_get_entries (EntCliFilter *options,
                                 GArray *entries);
gboolean ent_cli_filter_set_coder (const EntCliFilter *filter,
                                   EntCliOptions *options);
EntFilter *ent_cli_filter_new_filter (const EntCliFilter *options,
                                      const EntVocabulary *vocabulary);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntCliFilter, ent_cli_filter_clear)

G_END_DECLS
