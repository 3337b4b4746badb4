/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntTextBuilder:
 * @text: what was written so far
 * @pending: what parts the next word from those before: 0 nothing, ' ' a space, '\n' a line, '\v' a paragraph
 * @tight: whether a space before a mark that ends something, or after a bracket, is but the file's layout
 *
 * Writes paragraphs of words without needless space, as all readers of marked-up text give them.
 */
typedef struct
{
  GString *text;
  char pending;
  gboolean tight;
} EntTextBuilder;

void     ent_text_builder_init          (EntTextBuilder *builder);
void     ent_text_builder_clear         (EntTextBuilder *builder);
void     ent_text_builder_add_words     (EntTextBuilder *builder,
                                         const char     *words,
                                         gssize          length);
void     ent_text_builder_add_space     (EntTextBuilder *builder);
void     ent_text_builder_end_line      (EntTextBuilder *builder);
void     ent_text_builder_end_paragraph (EntTextBuilder *builder);
GString *ent_text_builder_steal         (EntTextBuilder *builder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntTextBuilder, ent_text_builder_clear)

G_END_DECLS
