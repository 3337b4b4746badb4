/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/record.h"

G_BEGIN_DECLS

gsize ent_front_matter_read (const char *text,
                             gsize       length,
                             EntRecord  *record);

G_END_DECLS
