/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/read-limits.h"

G_BEGIN_DECLS

EntReadLimits ent_read_settings_get_limits (void);

G_END_DECLS
