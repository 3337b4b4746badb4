/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-filter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/archive.h"
#include "model/event-values.h"
#include "parse/mention.h"

/**
 * ent_cli_filter_clear:
 * @options: options whose strings are given back
 */
void
ent_cli_filter_clear (EntCliFilter *options)
{
  g_clear_pointer (&options->between, g_free);
  g_clear_pointer (&options->topics, g_strfreev);
  g_clear_pointer (&options->kinds, g_strfreev);
  g_clear_pointer (&options->actors, g_strfreev);
  g_clear_pointer (&options->statuses, g_strfreev);
  g_clear_pointer (&options->issuers, g_strfreev);
  g_clear_pointer (&options->reviews, g_strfreev);
  g_clear_pointer (&options->from, g_free);
  g_clear_pointer (&options->to, g_free);
  g_clear_pointer (&options->search, g_free);
  g_clear_pointer (&options->coder, g_free);
}

/**
 * ent_cli_filter_get_entries:
 * @options: where the values go
 * @entries: (element-type GOptionEntry): gets the options
 */
void
ent_cli_filter_get_entries (EntCliFilter *options,
                            GArray       *entries)
{
  const GOptionEntry all[] = {
    { "between", 0, 0, G_OPTION_ARG_STRING, &options->between, N_ ("Events of a relationship"), "ACTOR,ACTOR[,…]" },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options->strict, N_ ("Leave out what only bears on the relationship"), NULL },
    { "reviewed", 0, 0, G_OPTION_ARG_NONE, &options->reviewed, N_ ("Events that somebody has accepted or edited"),
      NULL },
    { "topic", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->topics, N_ ("Events on a topic; may be given again"), "ID" },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->kinds, N_ ("Events of a kind; may be given again"), "ID" },
    { "actor", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->actors, N_ ("Events of an actor; may be given again"), "ID" },
    { "status", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->statuses, N_ ("Events of a status; may be given again"),
      "occurred|planned|denied" },
    { "issuer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->issuers, N_ ("Events that an actor's statements tell"),
      "ID" },
    { "review", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->reviews,
      N_ ("Events that somebody has checked so; may be given again"), "machine|accepted|edited" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_ ("Events that are not over before"), "EDTF" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, N_ ("Events that have begun by"), "EDTF" },
    { "search", 0, 0, G_OPTION_ARG_STRING, &options->search, N_ ("Events whose words hold all of these"), "WORDS" },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &options->coder, N_ ("Of what people say in an archive, only one’s words"),
      "NAME" },
  };

  g_array_append_vals (entries, all, G_N_ELEMENTS (all));
}

/**
 * ent_cli_filter_set_coder:
 * @filter: options as they came
 * @options: what is to be read; it borrows the coder's name
 *
 * Has only the words of the coder that was named count, if one was.
 *
 * Returns: whether that can be told of what is to be read; else that has been said on standard error
 */
gboolean
ent_cli_filter_set_coder (const EntCliFilter *filter,
                          EntCliOptions      *options)
{
  options->coder = filter->coder;
  if (filter->coder == NULL || (options->paths[1] == NULL && ent_archive_is_file (options->paths[0])))
    return TRUE;
  g_printerr ("entente-cli: %s\n", _ ("--coder takes one archive"));
  return FALSE;
}

static gboolean
find_value (const EntVocabulary *vocabulary,
            EntFilterFacet       facet,
            const char          *id,
            guint               *value)
{
  guint16 actor;
  EntKind kind;
  EntStatus status;
  EntReview review;
  gboolean found = FALSE;

  switch (facet)
    {
    case ENT_FACET_TOPIC:
      return ent_vocabulary_find_topic (vocabulary, id, value);
    case ENT_FACET_KIND:
      found = ent_kind_from_id (id, &kind);
      *value = found ? kind : 0;
      return found;
    case ENT_FACET_STATUS:
      found = ent_status_from_id (id, &status);
      *value = found ? status : 0;
      return found;
    case ENT_FACET_REVIEW:
      found = ent_review_from_id (id, &review);
      *value = found ? review : 0;
      return found;
    default:
      found = ent_vocabulary_find_actor (vocabulary, id, &actor);
      *value = found ? actor : 0;
      return found;
    }
}

static gboolean
add_values (EntFilter           **filter,
            const EntVocabulary  *vocabulary,
            EntFilterFacet        facet,
            const char * const   *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      EntFilter *next;
      guint value;

      if (!find_value (vocabulary, facet, ids[i], &value))
        {
          g_printerr ("entente-cli: %s: “%s”\n", _ ("the vocabulary has no such value"), ids[i]);
          return FALSE;
        }
      next = ent_filter_with_value (*filter, facet, value, TRUE);
      ent_filter_unref (*filter);
      *filter = next;
    }
  return TRUE;
}

static gboolean
add_between (EntFilter           **filter,
             const EntCliFilter   *options,
             const EntVocabulary  *vocabulary)
{
  g_auto (GStrv) ids = g_strsplit (options->between, ",", -1);
  guint16 actors[ENT_MAX_PARTICIPANTS];
  guint n = g_strv_length (ids);
  EntFilter *next;

  if (n < 2 || n > ENT_MAX_PARTICIPANTS)
    {
      g_printerr ("entente-cli: %s: “%s”\n", _ ("a relationship names two actors or more"), options->between);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!ent_vocabulary_find_actor (vocabulary, g_strstrip (ids[i]), &actors[i]))
      {
        g_printerr ("entente-cli: %s: “%s”\n", _ ("the vocabulary has no such value"), ids[i]);
        return FALSE;
      }
  next = ent_filter_with_between (*filter, actors, n, options->strict);
  ent_filter_unref (*filter);
  *filter = next;
  return TRUE;
}

static gboolean
read_date (const char *text,
           EntEdtf    *edtf)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || ent_edtf_parse (text, strlen (text), edtf, &error))
    return TRUE;
  g_printerr ("entente-cli: %s\n", error->message);
  return FALSE;
}

static gboolean
add_span (EntFilter          **filter,
          const EntCliFilter  *options)
{
  EntEdtf from = { 0 };
  EntEdtf to = { 0 };
  EntFilter *next;

  if (!read_date (options->from, &from) || !read_date (options->to, &to))
    return FALSE;
  next = ent_filter_with_span (*filter, options->from != NULL ? ent_edtf_earliest (from) : ENT_DAY_OPEN_START,
                               options->to != NULL ? ent_edtf_latest (to) : ENT_DAY_OPEN_END);
  ent_filter_unref (*filter);
  *filter = next;
  return TRUE;
}

/**
 * ent_cli_filter_new_filter:
 * @options: the options as they came
 * @vocabulary: what their values mean
 *
 * Returns: (transfer full) (nullable): the question they ask; %NULL when one is wrong, which has been
 *   said on standard error
 */
EntFilter *
ent_cli_filter_new_filter (const EntCliFilter  *options,
                           const EntVocabulary *vocabulary)
{
  static const char * const checked[] = { "accepted", "edited", NULL };
  g_autoptr (EntFilter) filter = ent_filter_new ();

  if (options->between != NULL && !add_between (&filter, options, vocabulary))
    return NULL;
  if (!add_values (&filter, vocabulary, ENT_FACET_TOPIC, (const char * const *) options->topics)
      || !add_values (&filter, vocabulary, ENT_FACET_KIND, (const char * const *) options->kinds)
      || !add_values (&filter, vocabulary, ENT_FACET_ACTOR, (const char * const *) options->actors)
      || !add_values (&filter, vocabulary, ENT_FACET_STATUS, (const char * const *) options->statuses)
      || !add_values (&filter, vocabulary, ENT_FACET_ISSUER, (const char * const *) options->issuers)
      || !add_values (&filter, vocabulary, ENT_FACET_REVIEW, (const char * const *) options->reviews)
      || !add_span (&filter, options))
    return NULL;
  if (options->reviewed
      && !add_values (&filter, vocabulary, ENT_FACET_REVIEW, checked))
    return NULL;
  if (options->search != NULL)
    {
      EntFilter *next = ent_filter_with_words (filter, options->search);

      ent_filter_unref (filter);
      filter = next;
    }
  return g_steal_pointer (&filter);
}
