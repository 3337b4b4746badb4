/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/history.h"

G_BEGIN_DECLS

/**
 * EntLaneChoice:
 * @hidden: (element-type guint16): lanes that are not shown
 * @folded: (element-type guint16): lanes that take no more room than their name
 * @order: (element-type guint16): lanes that come first, in this order
 *
 * What a person did to the lanes. Each list is ended by %ENT_ACTOR_NONE, as a scene is asked for it.
 */
typedef struct
{
  GArray *hidden;
  GArray *folded;
  GArray *order;
} EntLaneChoice;

EntLaneChoice *ent_lane_choice_new             (void);
EntLaneChoice *ent_lane_choice_new_from_string (const char          *text,
                                                EntLaneMode          mode,
                                                const EntVocabulary *vocabulary);
char          *ent_lane_choice_to_string       (const EntLaneChoice *choice,
                                                EntLaneMode          mode,
                                                const EntVocabulary *vocabulary);
void           ent_lane_choice_free            (EntLaneChoice       *choice);

const char    *ent_lane_mode_to_id             (EntLaneMode          mode);
gboolean       ent_lane_mode_from_id           (const char          *id,
                                                EntLaneMode         *mode);
gboolean       ent_lane_list_has               (const GArray        *list,
                                                guint16              value);
void           ent_lane_list_set               (GArray              *list,
                                                guint16              value,
                                                gboolean             listed);
gboolean       ent_lane_find                   (const char          *name,
                                                EntLaneMode          mode,
                                                const EntVocabulary *vocabulary,
                                                guint16             *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLaneChoice, ent_lane_choice_free)

G_END_DECLS
