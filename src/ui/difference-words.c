/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two states of an event, in the user's language. */
#include "entente-config.h"

#include "ui/difference-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/archive-together.h"
#include "model/event-values.h"
#include "ui/words.h"

/**
 * ent_words_get_field:
 * @id: a field's id, "accounts" or "review"
 *
 * Returns: (transfer none): what it is called
 */
const char *
ent_words_get_field (const char *id)
{
  static const struct
  {
    const char *id, *words;
  } fields[] = {
    { "date", N_ ("Date") },
    { "kind", N_ ("Kind") },
    { "title", N_ ("Title") },
    { "participants", N_ ("Participants") },
    { "topics", N_ ("Topics") },
    { "status", N_ ("Status") },
    { "assertion", N_ ("Told as") },
    { "people", N_ ("People") },
    { "place", N_ ("Place") },
    { "accounts", N_ ("Accounts") },
    { "review", N_ ("Check") },
    { "language", N_ ("Language") },
    { "issuer", N_ ("Issuer") },
    { ENT_CONFLICT_STATEMENT, N_ ("Statement") },
    { "period", N_ ("Period") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].id, id))
      return _ (fields[i].words);
  return id;
}

static const char *
get_actor (EntVocabulary *vocabulary,
           const char    *id)
{
  guint16 actor;

  return ent_vocabulary_find_actor (vocabulary, id, &actor) ? ent_words_get_actor (vocabulary, actor) : id;
}

static const char *
get_topic (EntVocabulary *vocabulary,
           const char    *id)
{
  guint topic;

  return ent_vocabulary_find_topic (vocabulary, id, &topic) ? ent_words_get_topic (vocabulary, topic) : id;
}

/* The names of what a list of ids stands for. */
static char *
dup_names (EntVocabulary *vocabulary,
           const char *value,
           const char *(*get_name) (EntVocabulary *vocabulary, const char *id))
{
  g_auto (GStrv) ids = g_strsplit (value, ",", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", get_name (vocabulary, ids[i]));
  return g_string_free (words, FALSE);
}

/**
 * ent_words_for_field_value:
 * @vocabulary: names of topics and actors
 * @field: a field's id, "accounts" or "review"
 * @value: (nullable): its value as files have it
 *
 * Returns: (transfer full): the value in words
 */
char *
ent_words_for_field_value (EntVocabulary *vocabulary,
                           const char    *field,
                           const char    *value)
{
  EntEdtf date;
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;
  EntReview review;

  if (value == NULL || *value == '\0')
    return g_strdup (_ ("none"));
  if (g_str_equal (field, "date") && ent_edtf_parse (value, strlen (value), &date, NULL))
    return ent_words_for_date (date);
  if (g_str_equal (field, "kind") && ent_kind_from_id (value, &kind))
    return ent_words_for_value (vocabulary, ENT_FACET_KIND, kind);
  if (g_str_equal (field, "status") && ent_status_from_id (value, &status))
    return ent_words_for_value (vocabulary, ENT_FACET_STATUS, status);
  if (g_str_equal (field, "assertion") && ent_assertion_from_id (value, &assertion))
    return ent_words_for_value (vocabulary, ENT_FACET_ASSERTION, assertion);
  if (g_str_equal (field, "participants"))
    return dup_names (vocabulary, value, get_actor);
  if (g_str_equal (field, "topics"))
    return dup_names (vocabulary, value, get_topic);
  if (g_str_equal (field, "review") && ent_review_from_id (value, &review))
    return ent_words_for_value (vocabulary, ENT_FACET_REVIEW, review);
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  return g_strjoinv (" · ", lines);
}

/* A period as a conflict has it: its date, a space and its name; a space alone where it was removed. */
static char *
dup_period (const char *value)
{
  const char *label = strchr (value, ' ');
  EntEdtf date;

  if (label == NULL || !ent_edtf_parse (value, (gsize) (label - value), &date, NULL))
    return g_strdup (_ ("removed"));
  g_autofree char *words = ent_words_for_date (date);
  return g_strdup_printf (_ ("%s · %s"), label + 1, words);
}

/**
 * ent_words_for_statement_value:
 * @vocabulary: names of actors
 * @field: what is said of a statement or a period, as #EntConflict has it
 * @value: (nullable): its value as files have it; %NULL for what was read
 *
 * Returns: (transfer full): the value in words
 */
char *
ent_words_for_statement_value (EntVocabulary *vocabulary,
                               const char    *field,
                               const char    *value)
{
  EntStatementKind kind;

  g_return_val_if_fail (vocabulary != NULL && field != NULL, NULL);

  /* Translators: instead of the value of a field that somebody had corrected and restored since */
  if (value == NULL)
    return g_strdup (_ ("what was read"));
  if (*value == '\0')
    return g_strdup (_ ("none"));
  if (g_str_equal (field, ENT_CONFLICT_STATEMENT))
    return g_strdup (g_str_equal (value, ENT_CONFLICT_REMOVED) ? _ ("removed") : _ ("kept"));
  if (g_str_equal (field, "period"))
    return dup_period (value);
  if (g_str_equal (field, "issuer"))
    return g_strdup (get_actor (vocabulary, value));
  if (g_str_equal (field, "language"))
    return ent_words_for_language (value);
  if (g_str_equal (field, "kind") && ent_statement_kind_from_id (value, &kind))
    return g_strdup (ent_words_get_statement_kind (kind));
  return ent_words_for_field_value (vocabulary, field, value);
}

/**
 * ent_words_for_difference:
 * @vocabulary: names of topics and actors
 * @difference: what differs
 *
 * Returns: (transfer full): the difference in words: “Date: May 2023 → 3 May 2023”
 */
char *
ent_words_for_difference (EntVocabulary       *vocabulary,
                          const EntDifference *difference)
{
  g_return_val_if_fail (vocabulary != NULL && difference != NULL, NULL);

  if (difference->field == NULL)
    return g_strdup (difference->before == NULL ? _ ("New") : _ ("Gone"));
  g_autofree char *before = ent_words_for_field_value (vocabulary, difference->field, difference->before);
  g_autofree char *after = ent_words_for_field_value (vocabulary, difference->field, difference->after);
  /* Translators: a field of an event, and its values in two states: “Date: May 2023 → 3 May 2023” */
  return g_strdup_printf (_ ("%s: %s → %s"), ent_words_get_field (difference->field), before, after);
}

/* The next difference of the same event, or the end. */
static guint
find_next (const GArray *differences,
           guint         first)
{
  const char *event = g_array_index (differences, EntDifference, first).event;
  guint i = first + 1;

  while (i < differences->len && g_strcmp0 (g_array_index (differences, EntDifference, i).event, event) == 0)
    i++;
  return i;
}

/**
 * ent_words_for_differences:
 * @vocabulary: names of topics and actors
 * @differences: (element-type EntDifference): what differs, all of an event's one after the other
 * @next: (inout): the first difference of an event; then that of the next, or how many there are
 *
 * Returns: (transfer full): when that event is, and what of it differs, a line each
 */
char *
ent_words_for_differences (EntVocabulary *vocabulary,
                           const GArray  *differences,
                           guint         *next)
{
  g_return_val_if_fail (vocabulary != NULL && differences != NULL && next != NULL && *next < differences->len, NULL);

  const char *date = g_array_index (differences, EntDifference, *next).date;
  guint end = find_next (differences, *next);
  GString *words = g_string_new (NULL);
  EntEdtf edtf;

  if (date != NULL && ent_edtf_parse (date, strlen (date), &edtf, NULL))
    {
      g_autofree char *day = ent_words_for_date (edtf);

      g_string_append (words, day);
    }
  for (guint i = *next; i < end; i++)
    {
      const EntDifference *difference = &g_array_index (differences, EntDifference, i);
      g_autofree char *change = ent_words_for_difference (vocabulary, difference);

      g_string_append_printf (words, "%s%s", words->len == 0 ? "" : difference->field == NULL ? " · "
                                                                                              : "\n",
                              change);
    }
  *next = end;
  return g_string_free (words, FALSE);
}
