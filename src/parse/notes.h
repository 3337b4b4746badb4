/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/tokens.h"

G_BEGIN_DECLS

gsize ent_notes_find (const EntTokens *tokens);
gboolean ent_notes_are_all (const EntTokens *tokens);

G_END_DECLS
