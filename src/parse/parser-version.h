/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/parser.h"

G_BEGIN_DECLS

char *ent_parser_dup_version (const EntParser *parser);

G_END_DECLS
