/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_SHORTCUT_ROW (ent_shortcut_row_get_type ())
/**
 * EntShortcutRow:
 *
 * What can be done, and with which keys: either keys of its own or those of an action of the program.
 */
G_DECLARE_FINAL_TYPE (EntShortcutRow, ent_shortcut_row, ENT, SHORTCUT_ROW, AdwActionRow)

G_END_DECLS
