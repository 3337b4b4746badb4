/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter as one string and back:
 *
 *     between=CN,US&strict&topic=taiwan,trade&-topic=drugs&from=2023-01-01&to=2024-04-02&words=San%20Francisco
 *
 * Values are escaped as in an address, so that the marks between them stay free.
 */
#include <string.h>

#include "filter/filter.h"
#include "model/event-values.h"

#define KEY_BETWEEN "between"
#define KEY_ALSO "also"
#define KEY_STRICT "strict"
#define KEY_FROM "from"
#define KEY_TO "to"
#define KEY_WORDS "words"

static const char * const facet_keys[ENT_N_FACETS] = { "topic", "kind", "actor", "issuer",
                                                      "status", "assertion", "review" };

static const char *
value_to_id (const EntVocabulary *vocabulary,
             EntFilterFacet       facet,
             guint                value)
{
  switch (facet)
    {
    case ENT_FACET_TOPIC:
      return ent_vocabulary_get_topic (vocabulary, value)->id;
    case ENT_FACET_KIND:
      return ent_kind_to_id ((EntKind) value);
    case ENT_FACET_ACTOR:
    case ENT_FACET_ISSUER:
      return ent_vocabulary_get_actor (vocabulary, value)->id;
    case ENT_FACET_STATUS:
      return ent_status_to_id ((EntStatus) value);
    case ENT_FACET_ASSERTION:
      return ent_assertion_to_id ((EntAssertion) value);
    case ENT_FACET_REVIEW:
      return ent_review_to_id ((EntReview) value);
    case ENT_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
value_from_id (const EntVocabulary *vocabulary,
               EntFilterFacet       facet,
               const char          *id,
               guint               *value)
{
  guint n = ent_filter_facet_count (facet, vocabulary);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (value_to_id (vocabulary, facet, i), id))
        {
          *value = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
append_escaped (GString    *string,
                const char *text)
{
  g_string_append_uri_escaped (string, text, NULL, TRUE);
}

static void
begin_part (GString    *string,
            const char *sign,
            const char *key)
{
  if (string->len > 0)
    g_string_append_c (string, '&');
  g_string_append (string, sign);
  g_string_append (string, key);
}

/* The values of a facet for which @has says yes, apart by commas. */
static void
append_values (GString *string,
               const EntFilter *filter,
               const EntVocabulary *vocabulary,
               EntFilterFacet facet,
               const char *sign,
               gboolean (*has) (const EntFilter *, EntFilterFacet, guint))
{
  guint n = ent_filter_facet_count (facet, vocabulary);
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    {
      if (!has (filter, facet, i))
        continue;
      if (first)
        begin_part (string, sign, facet_keys[facet]);
      g_string_append_c (string, first ? '=' : ',');
      append_escaped (string, value_to_id (vocabulary, facet, i));
      first = FALSE;
    }
}

static void
append_between (GString             *string,
                const EntFilter     *filter,
                const EntVocabulary *vocabulary)
{
  gboolean strict;
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (filter, &n, &strict);
  const EntFilterPair *also = ent_filter_get_also (filter, &n_also);

  if (n > 0)
    begin_part (string, "", KEY_BETWEEN);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_c (string, i == 0 ? '=' : ',');
      append_escaped (string, ent_vocabulary_get_actor (vocabulary, actors[i])->id);
    }
  for (gsize i = 0; i < n_also; i++)
    {
      begin_part (string, "", KEY_ALSO);
      g_string_append_c (string, '=');
      append_escaped (string, ent_vocabulary_get_actor (vocabulary, also[i].actors[0])->id);
      g_string_append_c (string, ',');
      append_escaped (string, ent_vocabulary_get_actor (vocabulary, also[i].actors[1])->id);
    }
  if (strict)
    begin_part (string, "", KEY_STRICT);
}

static void
append_day (GString    *string,
            const char *key,
            EntDay      day)
{
  begin_part (string, "", key);
  g_string_append_c (string, '=');
  ent_edtf_append (ent_edtf_day (day), string);
}

/**
 * ent_filter_to_string:
 * @filter: a filter whose values are all in @vocabulary
 * @vocabulary: what its values are numbers of
 *
 * Returns: (transfer full): the filter as one line for ent_filter_from_string (); empty if it asks nothing
 */
char *
ent_filter_to_string (const EntFilter     *filter,
                      const EntVocabulary *vocabulary)
{
  GString *string;
  EntDay from;
  EntDay to;

  g_return_val_if_fail (filter != NULL && vocabulary != NULL, NULL);

  string = g_string_new (NULL);
  append_between (string, filter, vocabulary);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      append_values (string, filter, vocabulary, (EntFilterFacet) i, "", ent_filter_has_value);
      append_values (string, filter, vocabulary, (EntFilterFacet) i, "-", ent_filter_has_excluded);
    }
  ent_filter_get_span (filter, &from, &to);
  if (from != ENT_DAY_OPEN_START)
    append_day (string, KEY_FROM, from);
  if (to != ENT_DAY_OPEN_END)
    append_day (string, KEY_TO, to);
  if (ent_filter_get_words (filter) != NULL)
    {
      begin_part (string, "", KEY_WORDS "=");
      append_escaped (string, ent_filter_get_words (filter));
    }
  return g_string_free (string, FALSE);
}

static void
replace (EntFilter **filter,
         EntFilter  *by)
{
  ent_filter_unref (*filter);
  *filter = by;
}

static gboolean
fail_unknown (const char  *key,
              const char  *value,
              GError     **error)
{
  g_set_error (error, ENT_FILTER_ERROR, ENT_FILTER_ERROR_UNKNOWN, "“%s” is no %s", value, key);
  return FALSE;
}

static gboolean
fail_syntax (const char  *part,
             GError     **error)
{
  g_set_error (error, ENT_FILTER_ERROR, ENT_FILTER_ERROR_SYNTAX, "“%s” is no part of a filter", part);
  return FALSE;
}

/* A value without its escapes; NULL if these are wrong. */
static char *
unescape (const char *text)
{
  g_autofree char *plain = g_uri_unescape_string (text, NULL);

  return plain != NULL && g_utf8_validate (plain, -1, NULL) ? g_steal_pointer (&plain) : NULL;
}

static gboolean
read_values (EntFilter           **filter,
             const EntVocabulary  *vocabulary,
             EntFilterFacet        facet,
             gboolean              excluded,
             const char           *values,
             GError              **error)
{
  g_auto (GStrv) parts = g_strsplit (values, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *id = unescape (*part);
      guint value;

      if (id == NULL || !value_from_id (vocabulary, facet, id, &value))
        return fail_unknown (facet_keys[facet], *part, error);
      replace (filter, excluded ? ent_filter_with_excluded (*filter, facet, value, TRUE)
                                : ent_filter_with_value (*filter, facet, value, TRUE));
    }
  return TRUE;
}

static GArray *
read_actors (const EntVocabulary  *vocabulary,
             const char           *values,
             GError              **error)
{
  g_auto (GStrv) parts = g_strsplit (values, ",", -1);
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *id = unescape (*part);
      guint16 actor;

      if (id == NULL || !ent_vocabulary_find_actor (vocabulary, id, &actor))
        {
          fail_unknown ("actor", *part, error);
          return NULL;
        }
      g_array_append_val (actors, actor);
    }
  return g_steal_pointer (&actors);
}

static gboolean
read_between (EntFilter           **filter,
              const EntVocabulary  *vocabulary,
              const char           *values,
              GError              **error)
{
  g_autoptr (GArray) actors = read_actors (vocabulary, values, error);

  if (actors == NULL)
    return FALSE;
  replace (filter, ent_filter_with_between (*filter, (const guint16 *) (gpointer) actors->data, actors->len, FALSE));
  return TRUE;
}

/* One more relationship, which has a first one to stand beside. */
static gboolean
read_also (EntFilter           **filter,
           const EntVocabulary  *vocabulary,
           const char           *values,
           GError              **error)
{
  g_autoptr (GArray) actors = read_actors (vocabulary, values, error);
  gsize n;

  if (actors == NULL)
    return FALSE;
  ent_filter_get_between (*filter, &n, NULL);
  if (n < 2 || actors->len != 2 || g_array_index (actors, guint16, 0) == g_array_index (actors, guint16, 1))
    return fail_syntax (KEY_ALSO, error);
  EntFilterPair pair = { { g_array_index (actors, guint16, 0), g_array_index (actors, guint16, 1) } };
  replace (filter, ent_filter_with_also (*filter, pair, TRUE));
  return TRUE;
}

static gboolean
read_strict (EntFilter **filter,
             GError    **error)
{
  gsize n;

  ent_filter_get_between (*filter, &n, NULL);
  if (n == 0)
    return fail_syntax (KEY_STRICT, error);
  replace (filter, ent_filter_with_strict (*filter, TRUE));
  return TRUE;
}

static gboolean
read_side (EntFilter  **filter,
           gboolean     is_end,
           const char  *value,
           GError     **error)
{
  g_autoptr (GError) why = NULL;
  EntEdtf edtf;
  EntDay from;
  EntDay to;

  if (!ent_edtf_parse (value, strlen (value), &edtf, &why))
    {
      g_set_error_literal (error, ENT_FILTER_ERROR, ENT_FILTER_ERROR_SYNTAX, why->message);
      return FALSE;
    }
  ent_filter_get_span (*filter, &from, &to);
  replace (filter, is_end ? ent_filter_with_span (*filter, from, ent_edtf_latest (edtf))
                          : ent_filter_with_span (*filter, ent_edtf_earliest (edtf), to));
  return TRUE;
}

static gboolean
read_words (EntFilter  **filter,
            const char  *value,
            GError     **error)
{
  g_autofree char *words = unescape (value);

  if (words == NULL)
    return fail_syntax (value, error);
  replace (filter, ent_filter_with_words (*filter, words));
  return TRUE;
}

static gboolean
read_part (EntFilter           **filter,
           const EntVocabulary  *vocabulary,
           const char           *part,
           GError              **error)
{
  const char *equals = strchr (part, '=');
  gboolean excluded = part[0] == '-';
  g_autofree char *key = NULL;

  if (g_str_equal (part, KEY_STRICT))
    return read_strict (filter, error);
  if (equals == NULL)
    return fail_syntax (part, error);

  key = g_strndup (part + excluded, (gsize) (equals - part) - excluded);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      if (g_str_equal (key, facet_keys[i]))
        return read_values (filter, vocabulary, (EntFilterFacet) i, excluded, equals + 1, error);
    }
  if (excluded)
    return fail_syntax (part, error);
  if (g_str_equal (key, KEY_BETWEEN))
    return read_between (filter, vocabulary, equals + 1, error);
  if (g_str_equal (key, KEY_ALSO))
    return read_also (filter, vocabulary, equals + 1, error);
  if (g_str_equal (key, KEY_FROM) || g_str_equal (key, KEY_TO))
    return read_side (filter, g_str_equal (key, KEY_TO), equals + 1, error);
  if (g_str_equal (key, KEY_WORDS))
    return read_words (filter, equals + 1, error);
  return fail_syntax (part, error);
}

/**
 * ent_filter_from_string:
 * @text: what ent_filter_to_string () gave, or a person wrote in that form
 * @vocabulary: what its values are ids of
 * @error: what is wrong, with the text at fault
 *
 * Returns: (transfer full): the filter
 */
EntFilter *
ent_filter_from_string (const char           *text,
                        const EntVocabulary  *vocabulary,
                        GError              **error)
{
  g_autoptr (EntFilter) filter = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && vocabulary != NULL, NULL);

  filter = ent_filter_new ();
  parts = g_strsplit (text, "&", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (!read_part (&filter, vocabulary, *part, error))
        return NULL;
    }
  return g_steal_pointer (&filter);
}
