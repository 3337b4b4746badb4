/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/event-terms.h"

G_BEGIN_DECLS

/* Who does what to whom. */
typedef enum
{
  ENT_TITLE_MUTUAL,  /* all take part alike */
  ENT_TITLE_JOINT,   /* some act, on others or not; people of several sides act together */
  ENT_TITLE_ONE_WAY, /* one side acts on others */
  ENT_TITLE_TRAVEL   /* some go to others */
} EntTitleShape;

/**
 * EntTitleWords:
 * @shape: who does what to whom
 * @sides_act: whether a side acts as a whole: people are not named where a side can be
 * @pattern: by status
 * @brief: the same as short as can be; %NULL where @pattern is short enough
 *
 * What a kind of event is like in words. Patterns are in the notation of ent_title_pattern_fill(); of the slots,
 * {they} are several who act and {one} is a single one, {other} those acted on or visited, {to} the same where it is
 * told who does it to whom, {all} everyone when who acts is not known, {where} is "in Bali" and {topics} is what it is
 * about.
 */
typedef struct
{
  EntTitleShape shape;
  gboolean sides_act;
  const char *pattern[ENT_N_STATUSES];
  const char *brief[ENT_N_STATUSES];
} EntTitleWords;

const EntTitleWords *ent_title_words_get               (EntKind      kind);
const char          *ent_title_words_get_for_assertion (EntAssertion assertion);

G_END_DECLS
