/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/language.h"

#include "parse/extract-give.h"

/* Class names under which the events' rules find the words of the vocabulary, by EntTermClass; NULL for what is no
 * words of a text. */
static const char * const term_classes[ENT_N_TERM_CLASSES] = {
  [ENT_TERM_ACTOR_NAME] = "ACTOR-NAME",
  [ENT_TERM_ACTOR_DEMONYM] = "DEMONYM",
  [ENT_TERM_ACTOR_METONYM] = "METONYM",
  [ENT_TERM_PERSON] = "PERSON",
  [ENT_TERM_TITLE] = "TITLE",
  [ENT_TERM_TOPIC_STRONG] = "TOPIC",
  [ENT_TERM_TOPIC_PASSING] = "TOPIC-PASSING",
  [ENT_TERM_TOPIC_WEAK] = "TOPIC-WEAK",
  [ENT_TERM_PLACE] = "PLACE",
  [ENT_TERM_TONE] = "TONE",
  [ENT_TERM_BODY] = "BODY",
};

/* Class names under which they find what earlier stages made. */
static const char * const stage_classes[] = { "ACTOR", "DATE" };

static void
add_words (EntLexicon *lexicon,
           GKeyFile *settings,
           const char *key,
           void (*add) (EntLexicon *lexicon, const char *word))
{
  g_auto (GStrv) words = g_key_file_get_string_list (settings, "language", key, NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    add (lexicon, words[i]);
}

static gboolean
load_settings (EntLanguage  *language,
               const char   *file,
               GError      **error)
{
  g_autoptr (GKeyFile) settings = g_key_file_new ();
  g_autofree char *name = NULL;
  g_autofree char *script = NULL;
  g_autofree char *name_letters = NULL;
  g_auto (GStrv) families = NULL;

  if (!g_key_file_load_from_file (settings, file, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, "%s: ", file);
      return FALSE;
    }
  name = g_key_file_get_string (settings, "language", "name", NULL);
  script = g_key_file_get_string (settings, "language", "script", NULL);
  name_letters = g_key_file_get_string (settings, "language", "name-letters", NULL);
  if (name != NULL)
    {
      g_free (language->name);
      language->name = g_steal_pointer (&name);
    }
  if (script != NULL)
    {
      g_free (language->script);
      g_free (language->name_letters);
      language->script = g_steal_pointer (&script);
    }
  if (name_letters != NULL)
    {
      g_free (language->name_letters);
      language->name_letters = g_steal_pointer (&name_letters);
    }
  families = g_key_file_get_string_list (settings, "language", "families", NULL, NULL);
  if (families != NULL)
    {
      g_strfreev (language->families);
      language->families = g_steal_pointer (&families);
    }
  add_words (language->lexicon, settings, "short-forms", ent_lexicon_add_short_form);
  add_words (language->lexicon, settings, "abbreviations", ent_lexicon_add_abbreviation);
  add_words (language->lexicon, settings, "starters", ent_lexicon_add_starter);
  add_words (language->lexicon, settings, "common", ent_lexicon_add_common);
  return TRUE;
}

static gboolean
load_rules (EntRuleSet  *rules,
            const char  *folder,
            const char  *name,
            GError     **error)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  return !g_file_test (file, G_FILE_TEST_EXISTS) || ent_rule_set_load_file (rules, file, error);
}

/* Reads the settings of a folder, or else its rules. */
static gboolean
load_folder (EntLanguage  *language,
             const char   *folder,
             gboolean      rules,
             GError      **error)
{
  g_autofree char *settings = g_build_filename (folder, "language.ini", NULL);

  if (!rules)
    return !g_file_test (settings, G_FILE_TEST_EXISTS) || load_settings (language, settings, error);
  return load_rules (language->dates, folder, "dates.rules", error)
         && (language->events == NULL || load_rules (language->events, folder, "events.rules", error));
}

static gboolean
load_folders (EntLanguage         *language,
              const char * const  *folders,
              gboolean             rules,
              GError             **error)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], language->id, NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR) && !load_folder (language, folder, rules, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_terms (EntLanguage         *language,
           const EntVocabulary *vocabulary)
{
  guint32 ids[ENT_N_TERM_CLASSES];
  guint n;
  const EntTerm *terms = ent_vocabulary_get_terms (vocabulary, &n);

  for (guint i = 0; i < ENT_N_TERM_CLASSES; i++)
    ids[i] = term_classes[i] != NULL ? ent_rule_set_add_class (language->events, term_classes[i]) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (stage_classes); i++)
    ent_rule_set_add_stage_class (language->events, stage_classes[i]);
  for (guint i = 0; i < n; i++)
    if (term_classes[terms[i].term_class] != NULL
        && (g_str_equal (terms[i].language, "*") || g_str_equal (terms[i].language, language->id)))
      ent_rule_set_add_term (language->events, ids[terms[i].term_class], terms[i].text, i);
}

/**
 * ent_language_load:
 * @id: its folder's name, "en"
 * @folders: (array zero-terminated=1): where language folders lie, the product's first
 * @vocabulary: (nullable): whose terms the events' rules may name; if %NULL, the rules of events are not read
 * @error: where to say what is wrong, with file and line
 *
 * Returns: (transfer full) (nullable): the language, compiled
 */
EntLanguage *
ent_language_load (const char           *id,
                   const char * const   *folders,
                   const EntVocabulary  *vocabulary,
                   GError              **error)
{
  g_autoptr (EntLanguage) language = g_new0 (EntLanguage, 1);

  g_return_val_if_fail (id != NULL && folders != NULL, NULL);

  language->id = g_strdup (id);
  language->name = g_strdup (id);
  language->script = g_strdup ("Latn");
  language->lexicon = ent_lexicon_new ();
  language->dates = ent_rule_set_new (language->lexicon);
  /* What is short for which words must be known before any of them. */
  if (!load_folders (language, folders, FALSE, error))
    return NULL;
  if (vocabulary != NULL)
    {
      language->events = ent_rule_set_new (language->lexicon);
      add_terms (language, vocabulary);
    }
  if (!load_folders (language, folders, TRUE, error))
    return NULL;
  if (language->events != NULL)
    ent_event_gives_add_conditions (language->events);
  if (!ent_rule_set_compile (language->dates, error)
      || (language->events != NULL && !ent_rule_set_compile (language->events, error)))
    return NULL;
  return g_steal_pointer (&language);
}

/**
 * ent_language_free:
 * @language: (nullable): a language
 */
void
ent_language_free (EntLanguage *language)
{
  if (language == NULL)
    return;
  g_free (language->id);
  g_free (language->name);
  g_free (language->script);
  g_free (language->name_letters);
  g_strfreev (language->families);
  ent_rule_set_free (language->dates);
  ent_rule_set_free (language->events);
  ent_lexicon_free (language->lexicon);
  g_free (language);
}
