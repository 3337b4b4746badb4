/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-resolve.h"
#include "parse/date-scan.h"

G_BEGIN_DECLS

/* Finds the time expressions, unresolved, of very many the first; appends EntDateFind in the text's order. */
void ent_date_scanner_find (const EntDateScanner *scanner,
                            EntChart *chart,
                            const EntTokens *tokens,
                            GArray *finds);

G_END_DECLS
