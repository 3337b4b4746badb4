/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

char *ent_words_for_change (const EntChangeLabel *label);

G_END_DECLS
