/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntLexicon:
 *
 * Every word that a rule or a term of the vocabulary knows, folded (case, full width, curly
 * apostrophes), and its number. Numbers are dense from 1; 0 is a word that nothing knows. Grows while
 * rules are loaded and is read-only, and so thread-safe, after.
 */
typedef struct _EntLexicon EntLexicon;

EntLexicon *ent_lexicon_new (void);
void ent_lexicon_free (EntLexicon *lexicon);
guint32 ent_lexicon_add (EntLexicon *lexicon,
                         const char *word,
                         gsize length);
guint32 ent_lexicon_find (const EntLexicon *lexicon,
                          const char *word,
                          gsize length);
guint32 ent_lexicon_find_letters (const EntLexicon *lexicon,
                                  const char *word,
                                  gsize length,
                                  guint64 first,
                                  guint64 last);
guint32 ent_lexicon_find_mark (const EntLexicon *lexicon,
                               char mark);
guint32 ent_lexicon_get_n (const EntLexicon *lexicon);
const char *ent_lexicon_get_text (const EntLexicon *lexicon,
                                  guint32 symbol,
                                  gsize *length);
void ent_lexicon_add_abbreviation (EntLexicon *lexicon,
                                   const char *word);
gboolean ent_lexicon_is_abbreviation (const EntLexicon *lexicon,
                                      guint32 symbol);
void ent_lexicon_add_starter (EntLexicon *lexicon,
                              const char *word);
gboolean ent_lexicon_is_starter (const EntLexicon *lexicon,
                                 guint32 symbol);
void ent_lexicon_add_common (EntLexicon *lexicon,
                             const char *word);
gboolean ent_lexicon_is_common (const EntLexicon *lexicon,
                                guint32 symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLexicon, ent_lexicon_free)

G_END_DECLS
