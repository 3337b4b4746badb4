/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * EntFontSubset:
 *
 * The fonts that some words are written in, cut down to the letters these need, to travel in a file.
 */
typedef struct _EntFontSubset EntFontSubset;

EntFontSubset *ent_font_subset_new        (void);
void           ent_font_subset_free       (EntFontSubset *subset);
void           ent_font_subset_add        (EntFontSubset *subset,
                                           PangoLayout   *layout);
void           ent_font_subset_append_css (EntFontSubset *subset,
                                           GString       *out,
                                           const char    *families);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFontSubset, ent_font_subset_free)

G_END_DECLS
