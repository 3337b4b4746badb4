/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "cli/cli-translator.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
translate (const char *context,
           const char *message,
           gpointer    data)
{
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, message) : g_dgettext (GETTEXT_PACKAGE, message);
}

static const char *
translate_plural (const char *one,
                  const char *many,
                  gulong      n,
                  gpointer    data)
{
  return g_dngettext (GETTEXT_PACKAGE, one, many, n);
}

/**
 * ent_cli_translator_new_for:
 * @locale: (nullable): a language ("zh_CN"); `C` and %NULL are English
 *
 * The language of what people read in pictures. Must be called before anything is translated.
 *
 * Returns: (transfer none) (nullable): the language, %NULL for English
 */
const EntTranslator *
ent_cli_translator_new_for (const char *locale)
{
  static const EntTranslator translator = { translate, translate_plural, NULL };

  if (locale == NULL || strcmp (locale, "C") == 0)
    return NULL;
  /* gettext finds catalogues by this, whatever locales the machine has. */
  g_setenv ("LANGUAGE", locale, TRUE);
  return &translator;
}
