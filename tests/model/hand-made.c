/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand-made.h"

#include <string.h>

enum
{
  FIELD_STATEMENT,
  FIELD_ISSUER,
  FIELD_ROLE,
  FIELD_KIND,
  FIELD_STATUS,
  FIELD_DATE,
  FIELD_ACTORS,
  FIELD_PEOPLE,
  FIELD_PLACE,
  FIELD_TOPICS,
  N_FIELDS
};

EntVocabulary *
hand_made_vocabulary (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load (folders, &error);

  g_assert_no_error (error);
  return vocabulary;
}

EntStatement *
hand_made_statement (const char *id,
                     const char *issuer,
                     const char *version_of)
{
  g_autofree char *text = g_strdup_printf ("The text of %s.\n", id);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  const EntStatementInfo info = {
    .id = (char *) id,
    .file = (char *) id,
    .issuer = issuer != NULL && *issuer != 0 ? (char *) issuer : NULL,
    .version_of = (char *) version_of,
  };

  return ent_statement_new (bytes, &info, NULL, 0);
}

static void
clear_mention (gpointer mention)
{
  ent_mention_clear (mention);
}

static EntParsed *
find_or_add (GPtrArray  *all,
             const char *id,
             const char *issuer,
             const char *version_of)
{
  EntParsed *parsed;

  for (guint i = 0; i < all->len; i++)
    {
      parsed = g_ptr_array_index (all, i);
      if (g_str_equal (ent_statement_get_info (parsed->statement)->id, id))
        return parsed;
    }
  parsed = g_new0 (EntParsed, 1);
  parsed->statement = hand_made_statement (id, issuer, version_of);
  parsed->timexes = g_array_new (FALSE, FALSE, sizeof (EntTimex));
  parsed->mentions = g_array_new (FALSE, FALSE, sizeof (EntMention));
  g_array_set_clear_func (parsed->mentions, clear_mention);
  g_ptr_array_add (all, parsed);
  return parsed;
}

static void
add_lists (EntVocabulary  *vocabulary,
           char          **fields,
           EntMention     *mention)
{
  gboolean directed = strchr (fields[FIELD_ACTORS], '>') != NULL;
  g_auto (GStrv) actors = g_strsplit (fields[FIELD_ACTORS], directed ? ">" : ",", -1);
  g_auto (GStrv) topics = g_strsplit (fields[FIELD_TOPICS], ",", -1);

  for (gsize i = 0; actors[i] != NULL; i++)
    {
      guint16 actor;

      g_assert_true (ent_vocabulary_find_actor (vocabulary, actors[i], &actor));
      ent_mention_add_actor (mention, actor);
      if (directed && i == 0)
        mention->initiator = actor;
    }
  for (gsize i = 0; topics[i] != NULL; i++)
    {
      guint topic;

      g_assert_true (ent_vocabulary_find_topic (vocabulary, topics[i], &topic));
      mention->topics |= G_GUINT64_CONSTANT (1) << topic;
    }
  if (*fields[FIELD_PEOPLE] != 0)
    mention->people = g_strsplit (fields[FIELD_PEOPLE], ",", -1);
}

static void
add_mention (EntVocabulary  *vocabulary,
             GPtrArray      *all,
             char          **fields,
             guint           line)
{
  EntParsed *parsed = find_or_add (all, fields[FIELD_STATEMENT], fields[FIELD_ISSUER], NULL);
  EntSpan evidence = { line * 10, line * 10 + 5 };
  EntMention mention;
  g_autoptr (GError) error = NULL;

  ent_mention_init (&mention);
  while (mention.role > 0 && !g_str_equal (ent_role_to_id (mention.role), fields[FIELD_ROLE]))
    mention.role--;
  g_assert_true (ent_kind_from_id (fields[FIELD_KIND], &mention.kind));
  g_assert_true (ent_status_from_id (fields[FIELD_STATUS], &mention.status));
  ent_edtf_parse (fields[FIELD_DATE], strlen (fields[FIELD_DATE]), &mention.date, &error);
  g_assert_no_error (error);
  add_lists (vocabulary, fields, &mention);
  if (*fields[FIELD_PLACE] != 0)
    mention.place = g_strdup (fields[FIELD_PLACE]);
  g_array_append_val (mention.evidence, evidence);
  g_array_append_val (parsed->mentions, mention);
}

GPtrArray *
hand_made_parse (EntVocabulary *vocabulary,
                 const char    *text)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_parsed_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != 0; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "|", -1);

      if (*lines[i] == '<')
        find_or_add (all, fields[0] + 1, fields[1], fields[2]);
      else
        {
          gboolean same_words = *lines[i] == '&';

          g_assert_cmpuint (g_strv_length (fields), ==, N_FIELDS);
          if (same_words)
            memmove (fields[0], fields[0] + 1, strlen (fields[0]));
          add_mention (vocabulary, all, fields, same_words ? i - 1 : i);
        }
    }
  return all;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* An event a line: date kind status actors [people] @place accounts !doubts. Sorted, as rows that are alike stand in
 * the order of their ids. */
char *
hand_made_dump (const EntEventStore *store)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint32 row = 0; row < columns->n; row++)
    {
      GString *out = g_string_new (NULL);
      g_autofree char *date = ent_edtf_to_string (ent_event_store_get_date (store, row));
      g_autofree char *people = g_strjoinv (",", (char **) ent_event_store_get_people (store, row));
      const char *place = ent_event_store_get_place (store, row);

      g_string_append_printf (out, "%s %s %s ", date, ent_kind_to_id (columns->kind[row]),
                              ent_status_to_id (columns->status[row]));
      for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
        g_string_append_printf (out, "%s%s", i > columns->actors_start[row] ? "," : "",
                                ent_vocabulary_get_actor (vocabulary, columns->actors[i])->id);
      g_string_append_printf (out, " [%s]", people);
      if (place != NULL)
        g_string_append_printf (out, " @%s", place);
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          g_string_append_printf (
            out, " %s",
            ent_statement_get_info (ent_event_store_get_statement (store, account.statement))->id);
        }
      if (columns->doubts[row] & ENT_DOUBT_CANDIDATES)
        g_string_append (out, " !candidates");
      if (columns->doubts[row] & ENT_DOUBT_ONE_SIDE)
        g_string_append (out, " !one-side");
      g_ptr_array_add (lines, g_string_free (out, FALSE));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, g_strdup (""));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
