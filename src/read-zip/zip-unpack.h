/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "confined/confined-program.h"

G_BEGIN_DECLS

/**
 * EntZipLimits:
 * @members: the most members of an archive
 * @size: the most bytes of one
 * @total: the most bytes of all together
 *
 * What is too much to be unpacked. A plain value.
 */
typedef struct
{
  guint64 members;
  guint64 size;
  guint64 total;
} EntZipLimits;

void ent_zip_unpack (const char          *bytes,
                     gsize                length,
                     const EntZipLimits  *limits,
                     EntConfinedSay       say,
                     gpointer             data);

G_END_DECLS
