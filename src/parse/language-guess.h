/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* BCP 47's tag of a text whose language is not known. */
#define ENT_LANGUAGE_UNKNOWN "und"

/**
 * EntLanguageGuess:
 *
 * Tells the language of a text that does not name it: by its script, and where several are written in that, by the
 * words that stand in nearly every sentence. Immutable once loaded.
 */
typedef struct _EntLanguageGuess EntLanguageGuess;

EntLanguageGuess *ent_language_guess_load (const char * const *folders,
                                           GError **error);
void ent_language_guess_free (EntLanguageGuess *guess);
void ent_language_guess_script (const char *text,
                                gsize length,
                                char script[5]);
const char *ent_language_guess_find (const EntLanguageGuess *guess,
                                     const char *text,
                                     gsize length,
                                     const char *script,
                                     const char *usual);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLanguageGuess, ent_language_guess_free)

G_END_DECLS
