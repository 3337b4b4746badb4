/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-resolve.h"

G_BEGIN_DECLS

gboolean ent_date_finds_tell_history (const GArray *finds,
                                      EntEdtf anchor);
void ent_date_finds_follow_history (GArray *finds,
                                    const EntTokens *tokens);

G_END_DECLS
