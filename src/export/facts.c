/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader has to know of an export: what was asked for, how much of it people checked, and of when it is. */
#include "export/facts.h"

#include <hb-glib.h>
#include <pango/pango.h>
#include <string.h>

#include "export/filter-words.h"

#define BETWEEN " · "

/**
 * ent_facts_new_checked:
 * @request: what file to make
 * @translator: (nullable): the language; %NULL for English
 *
 * "118 of 148 checked": of all that the other conditions give, so that one sees what a filter by review left out.
 *
 * Returns: (transfer full) (nullable): it; %NULL where nobody checked anything and nobody asks
 */
char *
ent_facts_new_checked (const EntExportRequest *request,
                       const EntTranslator    *translator)
{
  g_return_val_if_fail (request != NULL, NULL);

  return ent_filter_index_new_checked (request->index, request->filter, request->rows, translator);
}

static char *
dup_day (const EntExportRequest *request)
{
  EntDay as_of = ent_export_get_as_of (request);

  if (as_of == ENT_DAY_OPEN_START)
    return NULL;
  /* Translators: {name} is what the user calls a frozen state of the collection */
  const char *named = N_ ("as of {date}, snapshot “{name}”");
  g_autofree char *day = ent_edtf_to_words (ent_edtf_day (as_of), request->translator);
  g_autoptr (GString) words = g_string_new (ent_translate (request->translator,
                                                           request->snapshot != NULL ? named : N_ ("as of {date}")));
  g_string_replace (words, "{date}", day, 1);
  if (request->snapshot != NULL)
    g_string_replace (words, "{name}", request->snapshot, 1);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_facts_new_as_of:
 * @request: what file to make
 *
 * Returns: (transfer full) (nullable): how much of it people checked, and as of when it holds; %NULL if neither can be
 *   told
 */
char *
ent_facts_new_as_of (const EntExportRequest *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  g_autofree char *checked = ent_facts_new_checked (request, request->translator);
  g_autofree char *day = dup_day (request);

  if (checked != NULL && day != NULL)
    return g_strconcat (checked, BETWEEN, day, NULL);
  return checked != NULL ? g_steal_pointer (&checked) : g_steal_pointer (&day);
}

/**
 * ent_facts_new:
 * @request: what file to make
 * @parts: whether the filter and the day are told
 *
 * Returns: (transfer full) (nullable): both in one line, as far as they are to be told; %NULL if there is nothing to
 */
char *
ent_facts_new (const EntExportRequest *request,
               EntExportParts          parts)
{
  g_return_val_if_fail (request != NULL, NULL);

  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (request->index));
  g_autofree char *filter = NULL;
  g_autofree char *as_of = NULL;

  if (parts & ENT_EXPORT_FILTER)
    filter = ent_filter_words_new (request->filter, vocabulary, request->translator);
  if (parts & ENT_EXPORT_AS_OF)
    as_of = ent_facts_new_as_of (request);
  if (filter != NULL && as_of != NULL)
    return g_strconcat (filter, BETWEEN, as_of, NULL);
  return filter != NULL ? g_steal_pointer (&filter) : g_steal_pointer (&as_of);
}

/**
 * ent_facts_get_nothing:
 * @request: what file to make
 *
 * Returns: (transfer none) (nullable): why the file tells no event; %NULL where it tells any
 */
const char *
ent_facts_get_nothing (const EntExportRequest *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  if (ent_row_set_get_count (request->rows) > 0)
    return NULL;
  return ent_translate (request->translator,
                        ent_event_store_get_n_events (ent_filter_index_get_store (request->index)) > 0
                          ? N_ ("No event is left by these filters")
                          : N_ ("No event was found in these statements"));
}

/**
 * ent_facts_is_right_to_left:
 * @locale: (nullable): a language, "ar_EG.UTF-8"
 *
 * Returns: whether it is written from the right to the left
 */
gboolean
ent_facts_is_right_to_left (const char *locale)
{
  g_autofree char *name = g_strdup (locale != NULL ? locale : "C");
  int n = 0;

  name[strcspn (name, ".@")] = '\0';
  const PangoScript *scripts = pango_language_get_scripts (pango_language_from_string (name), &n);
  if (scripts == NULL || n == 0)
    return FALSE;
  hb_script_t script = hb_glib_script_to_script ((GUnicodeScript) scripts[0]);
  return hb_script_get_horizontal_direction (script) == HB_DIRECTION_RTL;
}
