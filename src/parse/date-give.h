/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-form.h"
#include "parse/rule-set.h"

G_BEGIN_DECLS

/**
 * EntDateGives:
 *
 * The `give` lines of all rules of a dates.rules, compiled once. Immutable.
 */
typedef struct _EntDateGives EntDateGives;

EntDateGives *ent_date_gives_new (const EntRuleSet *rules,
                                  GError **error);
void ent_date_gives_free (EntDateGives *gives);
void ent_date_gives_read (const EntDateGives *gives,
                          const EntChart *chart,
                          const EntRuleMatch *match,
                          EntDateForm *form);
void ent_date_gives_extent (const EntDateGives *gives,
                            const EntRuleMatch *match,
                            guint32 *first,
                            guint32 *end);
gboolean ent_date_gives_split (const EntDateGives *gives,
                               const EntRuleMatch *match,
                               guint32 *first,
                               guint32 *end);
gboolean ent_date_gives_is_trap (const EntDateGives *gives,
                                 guint32 rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDateGives, ent_date_gives_free)

G_END_DECLS
