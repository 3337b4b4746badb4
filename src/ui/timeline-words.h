/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

char *ent_timeline_words_for_bin      (const EntScene      *scene,
                                       guint                bin);
char *ent_timeline_words_for_coverage (const EntVocabulary *vocabulary,
                                       const EntFilter     *filter,
                                       const EntScene      *scene,
                                       double               x);

G_END_DECLS
