/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntTitleSlot:
 * @name: as patterns write it, without braces
 * @value: (nullable): what stands there; %NULL where there is nothing to say
 */
typedef struct
{
  const char *name;
  const char *value;
} EntTitleSlot;

char *ent_title_pattern_fill (const char         *pattern,
                              const EntTitleSlot *slots,
                              gsize               n_slots);

G_END_DECLS
