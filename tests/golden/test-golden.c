/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements in our own words and the events that must come out of them: tests/golden/NAME.golden holds
 * what is known of a statement, its text, and a line for each event:
 *
 *     DATE KIND STATUS ROLE ASSERTION LEVEL ACTOR,… [PERSON; …] TOPIC …
 */
#include <string.h>

#include "parse/parser.h"

#define TEXT_MARK "-- text\n"
#define EVENTS_MARK "-- events\n"

static EntParser *parser;

static void
append_event (GString          *string,
              const EntMention *mention)
{
  const EntVocabulary *vocabulary = ent_parser_get_vocabulary (parser);
  const char *level = ent_level_to_id (mention->level);

  ent_edtf_append (mention->date, string);
  g_string_append_printf (string, " %s %s %s %s %s ", ent_kind_to_id (mention->kind), ent_status_to_id (mention->status),
                          ent_role_to_id (mention->role), ent_assertion_to_id (mention->assertion), level != NULL ? level : "-");
  for (guint i = 0; i < mention->n_actors; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "," : "", ent_vocabulary_get_actor (vocabulary, mention->actors[i])->id);
  g_string_append (string, " [");
  for (guint i = 0; mention->people != NULL && mention->people[i] != NULL; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "; " : "", mention->people[i]);
  g_string_append_c (string, ']');
  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary); i++)
    if (mention->topics >> i & 1)
      g_string_append_printf (string, " %s", ent_vocabulary_get_topic (vocabulary, i)->id);
  g_string_append_c (string, '\n');
}

static void
set_field (EntStatementInfo *info,
           const char       *key,
           const char       *value)
{
  if (g_str_equal (key, "date"))
    {
      g_assert_true (ent_edtf_parse (value, strlen (value), &info->date, NULL));
      info->date_basis = ENT_DATE_BASIS_METADATA;
    }
  else if (g_str_equal (key, "language"))
    info->language = g_strdup (value);
  else if (g_str_equal (key, "issuer"))
    info->issuer = g_strdup (value);
  else if (g_str_equal (key, "title"))
    info->title = g_strdup (value);
  else
    g_error ("unknown field “%s”", key);
}

static void
read_fields (const char       *head,
             EntStatementInfo *info)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *colon = strchr (*line, ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      set_field (info, *line, g_strstrip (colon + 1));
    }
}

static EntParsed *
parse (const char       *text,
       EntStatementInfo *info)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (EntStatement) statement = ent_statement_new (bytes, info, NULL, 0);

  return ent_parser_parse (parser, statement, ENT_PARSE_EVENTS);
}

static void
test_golden (gconstpointer data)
{
  const char *path = data;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntParsed) parsed = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  EntStatementInfo info = { NULL };
  char *text;
  char *events;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  text = strstr (content, TEXT_MARK);
  events = strstr (content, EVENTS_MARK);
  g_assert_nonnull (text);
  g_assert_nonnull (events);
  *text = *events = '\0';
  info.id = g_strdup (path);
  read_fields (content, &info);
  parsed = parse (text + strlen (TEXT_MARK), &info);
  ent_statement_info_clear (&info);
  for (guint i = 0; i < parsed->mentions->len; i++)
    append_event (found, &g_array_index (parsed->mentions, EntMention, i));
  g_assert_cmpstr (found->str, ==, events + strlen (EVENTS_MARK));
}

/* What the statement that the project began with must give; among others that may come. */
static const char * const seed_events[] = {
  ("2024-04-02 call occurred reports stated leader CN,US [Xi Jinping; Joe Biden]"
   " relations taiwan maritime regions rights trade sanctions finance ai tech milmil ukraine korea drugs climate "
   "people\n"),
  "2023-11 summit occurred mentions stated leader CN,US [Xi Jinping; Joe Biden]",
  "2024-04-02/2024-07~ visit planned announces stated minister CN,US [Janet Yellen]",
  "2024-04-02/2024-07~ visit planned announces stated minister CN,US [Antony Blinken]",
  "2024-04-02/.. mechanism planned announces stated",
  "2024-04-02/.. commitment planned announces stated",
};

static void
test_seed (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "statements", "seed.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (EntParsed) parsed = NULL;
  g_autoptr (GString) found = g_string_new ("\n");
  EntStatementInfo info = { NULL };

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the statement is not here");
      return;
    }
  parsed = parse (text, &info);
  g_assert_cmpstr (ent_statement_get_info (parsed->statement)->issuer, ==, "CN");
  g_assert_cmpint (ent_statement_get_info (parsed->statement)->kind, ==, ENT_STATEMENT_READOUT);
  for (guint i = 0; i < parsed->mentions->len; i++)
    append_event (found, &g_array_index (parsed->mentions, EntMention, i));
  for (guint i = 0; i < G_N_ELEMENTS (seed_events); i++)
    if (strstr (found->str, seed_events[i]) == NULL)
      g_error ("“%s” is not among:%s", seed_events[i], found->str);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "golden", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".golden"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  g_assert_cmpuint (files->len, >, 0);
  return files;
}

int
main (int    argc,
      char **argv)
{
  const char *data = g_getenv ("ENTENTE_DATA_DIR");
  g_autofree char *tables = g_build_filename (data, "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (data, "languages", NULL);
  const char *table_folders[] = { tables, NULL };
  const char *language_folders[] = { languages, NULL };
  g_autoptr (EntVocabulary) vocabulary = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  vocabulary = ent_vocabulary_load (table_folders, &error);
  g_assert_no_error (error);
  parser = ent_parser_new (vocabulary, language_folders, &error);
  g_assert_no_error (error);
  files = list_files ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_path_get_basename (files->pdata[i]);
      g_autofree char *path = g_strdup_printf ("/golden/%s", name);

      g_test_add_data_func (path, files->pdata[i], test_golden);
    }
  g_test_add_func ("/golden/seed", test_seed);
  status = g_test_run ();
  ent_parser_unref (parser);
  return status;
}
