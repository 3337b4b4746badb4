/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntPageWordFlags:
 * @ENT_PAGE_ABOVE: stands before a text
 * @ENT_PAGE_BELOW: stands after it
 * @ENT_PAGE_SECTION: what follows it to the end is the site's as well, if it is but short lines
 * @ENT_PAGE_PREFIX: begins a line whose rest varies
 * @ENT_PAGE_GLUED: may hang on to the last sentence
 *
 * Where words of a site stand, and what else they tell.
 */
typedef enum
{
  ENT_PAGE_ABOVE = 1 << 0,
  ENT_PAGE_BELOW = 1 << 1,
  ENT_PAGE_SECTION = 1 << 2,
  ENT_PAGE_PREFIX = 1 << 3,
  ENT_PAGE_GLUED = 1 << 4
} EntPageWordFlags;

/**
 * EntPageWord:
 * @text: in small letters, one space between words, no marks around
 * @length: its length in bytes
 * @flags: %EntPageWordFlags
 */
typedef struct
{
  char *text;
  gsize length;
  guint flags;
} EntPageWord;

/**
 * EntPageWords:
 *
 * The words that sites put around a statement (`page-words.tsv`). Immutable once it is read.
 */
typedef struct _EntPageWords EntPageWords;

EntPageWords *ent_page_words_load (const char * const *folders,
                                   GError **error);
void ent_page_words_free (EntPageWords *words);
gboolean ent_page_words_may_begin (const EntPageWords *words,
                                   const char first[2]);
guint ent_page_words_find (const EntPageWords *words,
                           const char *line,
                           gboolean whole);
const EntPageWord *ent_page_words_get_all (const EntPageWords *words,
                                           guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPageWords, ent_page_words_free)

G_END_DECLS
