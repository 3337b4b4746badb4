/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EntWrapLayout:
 *
 * Children in their natural size side by side, in as many lines as it takes, like words.
 */
#define ENT_TYPE_WRAP_LAYOUT (ent_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (EntWrapLayout, ent_wrap_layout, ENT, WRAP_LAYOUT, GtkLayoutManager)


G_END_DECLS
