/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/translator.h"

G_BEGIN_DECLS

const EntTranslator *ent_cli_translator_new_for (const char *locale);

G_END_DECLS
