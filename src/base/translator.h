/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntTranslator:
 * @translate: looks a message up, as gettext does
 * @translate_plural: looks a message with a number up, as ngettext does
 * @data: handed to both
 *
 * The user's language as a value, so that no layer depends on the process's locale: `ui` and `cli`
 * make one from gettext, tests pass %NULL, which is English. Messages are marked with N_() where
 * they stand, for xgettext.
 */
typedef struct
{
  const char *(*translate) (const char *context, const char *message, gpointer data);
  const char *(*translate_plural) (const char *one, const char *many, gulong n, gpointer data);
  gpointer data;
} EntTranslator;

#ifndef N_
#define N_(String) (String)
#endif
#ifndef NC_
#define NC_(Context, String) (String)
#endif

/**
 * ent_translate:
 * @translator: (nullable): the language, %NULL for English
 * @message: a message marked with N_()
 *
 * Returns: (transfer none): @message in the language
 */
static inline const char *
ent_translate (const EntTranslator *translator,
               const char          *message)
{
  return translator != NULL ? translator->translate (NULL, message, translator->data) : message;
}

/**
 * ent_translate_context:
 * @translator: (nullable): the language, %NULL for English
 * @context: what tells this message from another of the same words
 * @message: a message marked with NC_()
 *
 * Returns: (transfer none): @message in the language
 */
static inline const char *
ent_translate_context (const EntTranslator *translator,
                       const char          *context,
                       const char          *message)
{
  return translator != NULL ? translator->translate (context, message, translator->data) : message;
}

/**
 * ent_translate_plural:
 * @translator: (nullable): the language, %NULL for English
 * @one: the message for one
 * @many: the message for other numbers
 * @n: the number
 *
 * Returns: (transfer none): the form of the message that suits @n
 */
static inline const char *
ent_translate_plural (const EntTranslator *translator,
                      const char          *one,
                      const char          *many,
                      gulong               n)
{
  if (translator != NULL)
    return translator->translate_plural (one, many, n, translator->data);
  return n == 1 ? one : many;
}

G_END_DECLS
