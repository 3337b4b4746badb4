/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/lane-packer.h"

G_BEGIN_DECLS

double ent_lane_borders_find (const EntSceneBuilder *builder,
                              const EntPackSource   *source,
                              double                 nominal,
                              double                 piece_days,
                              double                 mark_days);

G_END_DECLS
