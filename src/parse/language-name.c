/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What languages are called, as the CLDR has it, which ICU holds. */
#include "parse/language-name.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define NAME_UNITS 128

/* "zh-Hant" as ICU writes it; FALSE for what is no tag, or tells no language. */
static gboolean
get_locale (const char *tag,
            char        locale[ULOC_FULLNAME_CAPACITY])
{
  g_autofree char *hyphened = g_strdelimit (g_strdup (tag), "_", '-');
  char language[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;

  uloc_forLanguageTag (hyphened, locale, ULOC_FULLNAME_CAPACITY, &parsed, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || (gsize) parsed != strlen (hyphened))
    return FALSE;
  return uloc_getLanguage (locale, language, sizeof language, &status) > 0 && U_SUCCESS (status);
}

/**
 * ent_language_dup_name:
 * @tag: a language's tag as BCP 47 has it, `en`, `zh-Hant`; also with `_`
 * @reader: the tag of the language that its name is in
 *
 * Returns: (transfer full) (nullable): "Chinese (Traditional)"; %NULL where it has no name there, or is no tag
 */
char *
ent_language_dup_name (const char *tag,
                       const char *reader)
{
  char locale[ULOC_FULLNAME_CAPACITY], in[ULOC_FULLNAME_CAPACITY];
  UChar name[NAME_UNITS];
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (tag != NULL && reader != NULL, NULL);

  if (!get_locale (tag, locale) || !get_locale (reader, in))
    return NULL;
  int32_t length = uloc_getDisplayName (locale, in, name, NAME_UNITS, &status);
  /* A name that is not there is the code, or in whatever language the process was started in. */
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING)
    return NULL;
  return g_utf16_to_utf8 (name, length, NULL, NULL, NULL);
}
