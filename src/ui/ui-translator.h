/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/translator.h"

G_BEGIN_DECLS

const EntTranslator *ent_ui_translator_get        (void);
char                *ent_ui_translator_dup_locale (void);

G_END_DECLS
