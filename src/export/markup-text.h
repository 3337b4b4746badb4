/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes text into XML and HTML: nothing in it is read as markup, in content and in attributes alike. */
void ent_markup_append_text (GString    *out,
                             const char *text);

G_END_DECLS
