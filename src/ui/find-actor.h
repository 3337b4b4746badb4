/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/vocabulary.h"

G_BEGIN_DECLS

char *ent_find_actors (EntVocabulary *vocabulary,
                       const char *words,
                       char **unknown);

G_END_DECLS
