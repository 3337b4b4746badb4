/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/language.h"
#include "parse/timex.h"

G_BEGIN_DECLS

/**
 * EntDateScanner:
 *
 * The time expressions of one language: reads the `give` lines of its dates.rules once. Immutable.
 */
typedef struct _EntDateScanner EntDateScanner;

EntDateScanner *ent_date_scanner_new (const EntLanguage *language,
                                      GError **error);
void ent_date_scanner_free (EntDateScanner *scanner);

/**
 * EntDateContext:
 * @anchor: the statement's date; none when it is not known
 * @second: second of the day at the anchor, or %ENT_SECOND_NONE
 * @narrative: whether the text tells history: bare months and weekdays follow the last date told
 *
 * What a date is resolved against. A plain value.
 */
typedef struct
{
  EntEdtf anchor;
  gint32 second;
  gboolean narrative;
} EntDateContext;

/* Finds and resolves the time expressions; appends EntTimex in the text's order. @chart is scratch. */
EntEdtf ent_date_scanner_scan (const EntDateScanner *scanner,
                               EntChart *chart,
                               const EntTokens *tokens,
                               const EntDateContext *context,
                               GArray *timexes);

/* The statement's own date from all that its text says: a dateline, or the best reading of its dates. */
gboolean ent_date_scanner_infer (const EntDateScanner *scanner,
                                 EntChart *chart,
                                 const EntTokens *tokens,
                                 EntEdtf *date,
                                 gboolean *dateline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDateScanner, ent_date_scanner_free)

G_END_DECLS
