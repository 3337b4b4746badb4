/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-place.h"
#include "parse/date-resolve.h"

G_BEGIN_DECLS

void ent_date_story_refer (const EntDateResolver *resolver,
                           const EntDateFind *find,
                           EntDateReference *reference);
void ent_date_story_follow (EntDateResolver *resolver,
                            const EntDateFind *find,
                            const EntDateValue *value);
gboolean ent_date_story_is_glance (const EntDateForm *form);
EntDateValue ent_date_story_after (const EntDateForm *form,
                                   const EntDateValue *base,
                                   const EntDateValue *ahead);
EntDateValue ent_date_story_find (const EntDateForm *form,
                                  const EntDateReference *reference);

G_END_DECLS
