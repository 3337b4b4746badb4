/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/statement.h"

G_BEGIN_DECLS

guint64 ent_statement_hash_letters (const EntStatement *statement);

G_END_DECLS
