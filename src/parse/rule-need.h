/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/rule-node.h"
#include "parse/rule-pattern.h"

G_BEGIN_DECLS

guint ent_rule_need_weigh_word (const EntLexicon *lexicon,
                                guint32 symbol);
void ent_rule_need_find (const EntRuleNode *node,
                         const EntPatternNames *names,
                         GArray **needs);

G_END_DECLS
