/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-options.h"

G_BEGIN_DECLS

/* Prints what one parsed statement gives, and as what it was read. Called on any thread. */
typedef void (*EntCliPrintFunc) (GString *out,
                                 const EntStatement *read,
                                 const EntParsed *parsed,
                                 const EntCliOptions *options,
                                 gpointer data);

int ent_cli_stream (const EntCliOptions *options,
                    EntParser *parser,
                    EntParseDepth depth,
                    EntCliPrintFunc print,
                    gpointer data);

G_END_DECLS
