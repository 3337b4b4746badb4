/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-index.h"

G_BEGIN_DECLS

/* Matches begin at so many tokens of a stretch. */
#define ENT_STRETCH_TOKENS 64

/**
 * EntStretchTokens:
 * @here: a bit for each token of the stretch
 * @ahead: a bit for each token of the next, into which matches reach
 */
typedef struct
{
  guint64 here;
  guint64 ahead;
} EntStretchTokens;

/**
 * EntStretchProgram:
 * @begins: a bit for each token at which a match may begin
 * @rank: the rank of the program
 */
typedef struct
{
  guint64 begins;
  guint32 rank;
} EntStretchProgram;

/**
 * EntStretchItem:
 * @list: the list of needs that something of a token meets
 * @place: how many tokens behind the first of the stretch it stands
 */
typedef struct
{
  guint32 list;
  guint32 place;
} EntStretchItem;

/**
 * EntRuleStretch:
 * @first: its first token
 * @begins: a bit for each token at which any match may begin
 * @programs: (array length=n_programs): the programs that have there what they need, by rank
 * @n_programs: how many
 *
 * Some tokens of a sentence, and which programs are worth trying there:
 *
 *     tokens   they  held  a  long  phone  call  with  the  Minister
 *     CALL                            4      5
 *     ACTOR                                              7
 *     program: HELD … CALL … ACTOR     begins where HELD stands, so far before CALL and ACTOR as it can
 *
 * Scratch of one search: not for several threads.
 */
typedef struct
{
  guint32 first;
  guint64 begins;
  EntStretchProgram *programs;
  guint32 n_programs;
  /*< private >*/
  guint32 size;
  EntStretchTokens *met; /* by need: the tokens that meet it */
  EntStretchItem *items; /* what meets any needs */
  guint32 n_items;
  guint32 items_size;
  guint32 *heads;        /* the lists of items with needs that outlines are thought of by: room for all */
  guint32 turn;          /* a number for each stretch that is read */
  guint32 *turns;        /* by need that outlines are thought of by: the last of them that met it */
  guint32 *touched;      /* the needs that are met: room for all and one more */
  guint32 n_touched;
  guint32 *thoughts;     /* outlines to think of: room for all and one more */
  guint32 n_thoughts;
} EntRuleStretch;

void ent_rule_stretch_init (EntRuleStretch *stretch,
                            const EntRuleIndex *index);
void ent_rule_stretch_clear (EntRuleStretch *stretch);
void ent_rule_stretch_read (EntRuleStretch *stretch,
                            const EntRuleIndex *index,
                            const EntChart *chart,
                            guint32 first,
                            guint32 end,
                            guint8 conditions);

G_END_DECLS
