/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene-basis.h"

G_BEGIN_DECLS

/**
 * EntBasisRows:
 * @contacts: those of the contacts lane
 * @acts: other events with a date
 * @promises: promises and warnings without a due date
 * @undated: others without a date to stand at
 *
 * A question's rows by how they are shown; each row is in one set.
 */
typedef struct
{
  EntRowSet *contacts;
  EntRowSet *acts;
  EntRowSet *promises;
  EntRowSet *undated;
} EntBasisRows;

GArray *ent_basis_lanes_new (const EntFilterIndex *index,
                             const EntFilter      *filter,
                             const EntBasisRows   *rows,
                             EntLaneMode           mode);

G_END_DECLS
