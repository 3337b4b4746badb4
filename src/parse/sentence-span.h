/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/statement.h"

G_BEGIN_DECLS

EntSpan ent_sentence_span_at (const EntStatement *statement,
                              EntSpan words);

G_END_DECLS
