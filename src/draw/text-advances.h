/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * EntTextAdvances:
 *
 * How wide each character of a font is, to tell about how wide words are without laying them out. Used from one
 * thread.
 */
typedef struct _EntTextAdvances EntTextAdvances;

gboolean ent_text_is_simple (const char *text);
EntTextAdvances *ent_text_advances_new (PangoContext *context,
                                        const PangoFontDescription *font);
void ent_text_advances_free (EntTextAdvances *advances);
double ent_text_advances_sum (EntTextAdvances *advances,
                              const char *text);
gboolean ent_text_advances_fit (EntTextAdvances *advances,
                                const char *text,
                                double width,
                                gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTextAdvances, ent_text_advances_free)

G_END_DECLS
