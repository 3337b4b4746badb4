/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *ent_spreadsheet_date_list (const char *cell);

G_END_DECLS
