/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "ui/ui-translator.h"

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
 * ent_ui_translator_get:
 *
 * The user's language, for the layers below, which know no gettext.
 *
 * Returns: (transfer none): a constant
 */
const EntTranslator *
ent_ui_translator_get (void)
{
  static const EntTranslator translator = { translate, translate_plural, NULL };

  return &translator;
}

/**
 * ent_ui_translator_dup_locale:
 *
 * Returns: (transfer full) (nullable): the user's locale, "zh_CN"; %NULL for English without a country
 */
char *
ent_ui_translator_dup_locale (void)
{
  g_autofree char *name = g_strdup (setlocale (LC_MESSAGES, NULL));

  if (name == NULL)
    return NULL;
  name[strcspn (name, ".@")] = '\0';
  return g_str_equal (name, "C") || g_str_equal (name, "POSIX") ? NULL : g_steal_pointer (&name);
}
