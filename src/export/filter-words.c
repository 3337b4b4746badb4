/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/filter-words.h"

#include "export/event-entry.h"

/* What stands before a facet's values, and before those that are left out; {values} is a list. */
static const struct
{
  const char *wanted;
  const char *excluded;
} facet_words[ENT_N_FACETS] = {
  [ENT_FACET_TOPIC] = { N_ ("topics: {values}"), N_ ("without the topics {values}") },
  [ENT_FACET_KIND] = { N_ ("kinds: {values}"), N_ ("without the kinds {values}") },
  [ENT_FACET_ACTOR] = { N_ ("with {values}"), N_ ("without {values}") },
  [ENT_FACET_ISSUER] = { N_ ("told by {values}"), N_ ("not told by {values}") },
  [ENT_FACET_STATUS] = { N_ ("status: {values}"), N_ ("without the status {values}") },
  [ENT_FACET_ASSERTION] = { N_ ("vouched for as {values}"), N_ ("not vouched for as {values}") },
  [ENT_FACET_REVIEW] = { N_ ("checked: {values}"), N_ ("without those checked: {values}") },
};

static const char *
get_value (const EntVocabulary *vocabulary,
           EntFilterFacet       facet,
           guint                value,
           const EntTranslator *translator)
{
  switch (facet)
    {
    case ENT_FACET_TOPIC:
      return ent_translate (translator, ent_vocabulary_get_topic (vocabulary, value)->label);
    case ENT_FACET_KIND:
      return ent_translate (translator, ent_vocabulary_get_kind (vocabulary, (EntKind) value)->label);
    case ENT_FACET_STATUS:
      return ent_event_get_status_words ((EntStatus) value, translator);
    case ENT_FACET_ASSERTION:
      return ent_event_get_assertion_words ((EntAssertion) value, translator);
    case ENT_FACET_REVIEW:
      return ent_event_get_review_words ((EntReview) value, translator);
    case ENT_FACET_ACTOR:
    case ENT_FACET_ISSUER:
    case ENT_N_FACETS:
    default:
      return ent_translate (translator, ent_vocabulary_get_actor (vocabulary, value)->label);
    }
}

static void
append_part (GString    *words,
             const char *message,
             const char *key,
             const char *value)
{
  g_autoptr (GString) part = g_string_new (message);

  g_string_replace (part, key, value, 1);
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, part->str);
}

static void
append_values (GString             *words,
               const EntFilter     *filter,
               const EntVocabulary *vocabulary,
               EntFilterFacet       facet,
               const EntTranslator *translator,
               gboolean             excluded)
{
  g_autoptr (GString) values = g_string_new (NULL);
  guint n = ent_filter_facet_count (facet, vocabulary);

  for (guint i = 0; i < n; i++)
    {
      if (excluded ? !ent_filter_has_excluded (filter, facet, i) : !ent_filter_has_value (filter, facet, i))
        continue;
      if (values->len > 0)
        g_string_append (values, ent_translate (translator, N_ (", ")));
      g_string_append (values, get_value (vocabulary, facet, i, translator));
    }
  if (values->len > 0)
    append_part (words, ent_translate (translator, excluded ? facet_words[facet].excluded : facet_words[facet].wanted),
                 "{values}", values->str);
}

static void
append_sides (GString             *words,
              const EntVocabulary *vocabulary,
              const EntTranslator *translator,
              const guint16       *actors,
              gsize                n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (words, " – ");
      g_string_append (words, ent_translate (translator, ent_vocabulary_get_actor (vocabulary, actors[i])->label));
    }
}

static char *
dup_between (const EntFilter     *filter,
             const EntVocabulary *vocabulary,
             const EntTranslator *translator)
{
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (filter, &n, NULL);
  const EntFilterPair *also = ent_filter_get_also (filter, &n_also);
  g_autoptr (GString) words = g_string_new (NULL);

  append_sides (words, vocabulary, translator, actors, n);
  for (gsize i = 0; i < n_also; i++)
    {
      g_string_append (words, ent_translate (translator, N_ (", ")));
      append_sides (words, vocabulary, translator, also[i].actors, 2);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
append_span (GString             *words,
             const EntFilter     *filter,
             const EntTranslator *translator)
{
  EntDay from, to;

  ent_filter_get_span (filter, &from, &to);
  if (from == ENT_DAY_OPEN_START && to == ENT_DAY_OPEN_END)
    return;
  EntEdtfPoint first = from == ENT_DAY_OPEN_START ? ent_edtf_point_open () : ent_edtf_point_day (from);
  EntEdtfPoint last = to == ENT_DAY_OPEN_END ? ent_edtf_point_open () : ent_edtf_point_day (to);
  g_autofree char *span = ent_edtf_to_words (from == to ? ent_edtf_day (from) : ent_edtf_interval (first, last),
                                             translator);
  append_part (words, "{span}", "{span}", span);
}

/**
 * ent_filter_words_new:
 * @filter: a question
 * @vocabulary: the names
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer full) (nullable): what is asked for, in words; %NULL if everything is
 */
char *
ent_filter_words_new (const EntFilter     *filter,
                      const EntVocabulary *vocabulary,
                      const EntTranslator *translator)
{
  g_return_val_if_fail (filter != NULL && vocabulary != NULL, NULL);

  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *between = dup_between (filter, vocabulary, translator);
  const char *loose = N_ ("{sides}, and what bears on them");
  const char *asked = ent_filter_get_words (filter);
  gboolean strict;
  gsize n;

  ent_filter_get_between (filter, &n, &strict);
  if (between != NULL)
    append_part (words, ent_translate (translator, strict ? N_ ("only between {sides}") : loose),
                 "{sides}", between);
  for (guint facet = 0; facet < ENT_N_FACETS; facet++)
    {
      append_values (words, filter, vocabulary, (EntFilterFacet) facet, translator, FALSE);
      append_values (words, filter, vocabulary, (EntFilterFacet) facet, translator, TRUE);
    }
  append_span (words, filter, translator);
  if (asked != NULL && *asked != '\0')
    append_part (words, ent_translate (translator, N_ ("with the words “{words}”")), "{words}", asked);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * ent_filter_words_new_title:
 * @filter: a question
 * @vocabulary: the names
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer full): whose relationship is asked for, as a title
 */
char *
ent_filter_words_new_title (const EntFilter     *filter,
                            const EntVocabulary *vocabulary,
                            const EntTranslator *translator)
{
  char *between;

  g_return_val_if_fail (filter != NULL && vocabulary != NULL, NULL);

  between = dup_between (filter, vocabulary, translator);
  return between != NULL ? between : g_strdup (ent_translate (translator, N_ ("Timeline")));
}
