/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vocabulary.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/table-file.h"

#define KINDS_HEADER "id\tlabel\tplural\tscore\tplover\tcameo\n"
#define TOPICS_HEADER "id\tlabel\tcolour\tplover\tcap\n"
#define ACTORS_HEADER "id\tlabel\tshort\tclass\n"
#define PEOPLE_HEADER "name\tstate\toffice\tlevel\tfrom\tto\tnames\n"
#define TERMS_HEADER "class\tid\ttext\tvalue\n"

#define TOPICS TOPICS_HEADER "taiwan\tTaiwan\t#E01B24\tterritory\t1921\ntrade\tTrade\t#1a5fb4\teconomic\t18\n"
#define ACTORS \
  ACTORS_HEADER "CN\tChina\t\tstate\n" \
                "US\tUnited States\tU.S.\tstate\n" \
                "HK\tHong Kong\t\tplace\n" \
                "UN\tUnited Nations\tUN\torganisation\n"
#define PEOPLE \
  PEOPLE_HEADER "Joe Biden\tUS\tvice president\tsenior\t2009-01-20\t2017-01-20\t\n" \
                "Joe Biden\tUS\tpresident\tleader\t2021-01-20\t2025-01-20\tBiden|拜登\n" \
                "Xi Jinping\tCN\tpresident\tleader\t2013\t\t习近平\n"
#define TERMS \
  TERMS_HEADER "name\tCN\tChina\t\n" \
               "demonym\tCN\tChinese\t\n" \
               "metonym\tUS\tWashington\t\n" \
               "topic\ttaiwan\tTaiwan\t\n" \
               "topic-weak\ttrade\tgoods\t\n" \
               "title\tleader\tpresident\t\n" \
               "title\tminister\tForeign Minister\tforeign minister\n" \
               "place\tUS\tSan Francisco\t\n" \
               "place\t\tSouth China Sea\t\n" \
               "tone\t\tcandidly\tcandid\n" \
               "body\tCN\tMFA\tMinistry of Foreign Affairs\n"

/* Two folders, the product's and the user's, in a folder of their own. */
typedef struct
{
  char *root;
  char *folders[3];
} Fixture;

static char *
kinds_table (void)
{
  GString *text = g_string_new (KINDS_HEADER);

  for (guint i = 0; i < ENT_N_KINDS; i++)
    g_string_append_printf (text, "%s\tLabel %u\tLabels %u\t%u.5\tCONSULT\t04%u\n", ent_kind_to_id ((EntKind) i), i, i,
                            i % 10, i % 10);
  return g_string_free (text, FALSE);
}

static void
write_table (Fixture    *fixture,
             guint       folder,
             const char *name,
             const char *text)
{
  g_autofree char *file = g_build_filename (fixture->folders[folder], name, NULL);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *kinds = kinds_table ();

  fixture->root = g_dir_make_tmp ("entente-vocabulary-XXXXXX", NULL);
  fixture->folders[0] = g_build_filename (fixture->root, "product", NULL);
  fixture->folders[1] = g_build_filename (fixture->root, "user", NULL);
  g_assert_cmpint (g_mkdir (fixture->folders[0], 0700), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->folders[1], 0700), ==, 0);
  write_table (fixture, 0, "kinds.tsv", kinds);
  write_table (fixture, 0, "topics.tsv", TOPICS);
  write_table (fixture, 0, "actors.tsv", ACTORS);
  write_table (fixture, 0, "people.tsv", PEOPLE);
  write_table (fixture, 0, "terms.en.tsv", TERMS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (fixture->folders[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *file = g_build_filename (fixture->folders[i], name, NULL);

          g_unlink (file);
        }
      g_rmdir (fixture->folders[i]);
      g_free (fixture->folders[i]);
    }
  g_rmdir (fixture->root);
  g_free (fixture->root);
}

static EntVocabulary *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load ((const char * const *) fixture->folders, &error);

  g_assert_no_error (error);
  return vocabulary;
}

/* All terms of some words, in order: "class:index:language:value;…". */
static char *
find_terms (EntVocabulary *vocabulary,
            const char    *text)
{
  GString *found = g_string_new (NULL);
  guint n;
  const EntTerm *terms = ent_vocabulary_get_terms (vocabulary, &n);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (terms[i].text, text))
        g_string_append_printf (found, "%u:%u:%s:%s;", terms[i].term_class, terms[i].index, terms[i].language,
                                terms[i].value != NULL ? terms[i].value : "");
    }
  return g_string_free (found, FALSE);
}

static void
assert_terms (EntVocabulary *vocabulary,
              const char    *text,
              const char    *expected)
{
  g_autofree char *found = find_terms (vocabulary, text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EntVocabulary) vocabulary = load (fixture);
  const EntKindInfo *kind = ent_vocabulary_get_kind (vocabulary, ENT_KIND_SUMMIT);
  const EntTopicInfo *topic;
  guint16 actor;
  guint number;

  g_assert_cmpstr (kind->label, ==, "Label 2");
  g_assert_cmpstr (kind->plural, ==, "Labels 2");
  g_assert_cmpfloat (kind->score, ==, 2.5);
  g_assert_cmpstr (kind->plover, ==, "CONSULT");
  g_assert_cmpstr (kind->cameo, ==, "042");

  g_assert_cmpuint (ent_vocabulary_get_n_topics (vocabulary), ==, 2);
  g_assert_true (ent_vocabulary_find_topic (vocabulary, "trade", &number));
  g_assert_cmpuint (number, ==, 1);
  topic = ent_vocabulary_get_topic (vocabulary, number);
  g_assert_cmpstr (topic->id, ==, "trade");
  g_assert_cmphex (topic->colour, ==, 0x1a5fb4);
  g_assert_cmpstr (topic->plover, ==, "economic");
  g_assert_cmpstr (topic->cap, ==, "18");
  g_assert_false (ent_vocabulary_find_topic (vocabulary, "Trade", NULL));

  g_assert_cmpuint (ent_vocabulary_get_n_actors (vocabulary), ==, 4);
  g_assert_true (ent_vocabulary_find_actor (vocabulary, "US", &actor));
  g_assert_cmpuint (actor, ==, 1);
  g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, 1)->short_label, ==, "U.S.");
  g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, 0)->short_label, ==, "China");
  g_assert_cmpint (ent_vocabulary_get_actor (vocabulary, 2)->actor_class, ==, ENT_ACTOR_PLACE);
  g_assert_cmpint (ent_vocabulary_get_actor (vocabulary, 3)->actor_class, ==, ENT_ACTOR_ORGANISATION);
  g_assert_false (ent_vocabulary_find_actor (vocabulary, "", NULL));

  g_assert_true (ent_vocabulary_is_actor_in (vocabulary, 0, "Ministry of Foreign Affairs of China"));
  g_assert_true (ent_vocabulary_is_actor_in (vocabulary, 1, "U.S. Department of State"));
  g_assert_false (ent_vocabulary_is_actor_in (vocabulary, 0, "Chinatown Office"));
  g_assert_false (ent_vocabulary_is_actor_in (vocabulary, 1, "The White House"));
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EntVocabulary) vocabulary = load (fixture);
  guint n;
  const EntOfficeHolder *holders = ent_vocabulary_get_holders (vocabulary, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (holders[1].name, ==, "Joe Biden");
  g_assert_cmpstr (holders[1].office, ==, "president");
  g_assert_cmpint (holders[1].level, ==, ENT_LEVEL_LEADER);
  g_assert_cmpint (holders[1].to, ==, ent_day_from_ymd (2025, 1, 20));
  g_assert_cmpuint (holders[2].actor, ==, 0);
  g_assert_cmpint (holders[2].from, ==, ent_day_from_ymd (2013, 1, 1));
  g_assert_cmpint (holders[2].to, ==, ENT_DAY_OPEN_END);
  /* A form given for one office is the person's in the others too. */
  assert_terms (vocabulary, "拜登", "3:0:zh:;3:1:zh:;");
  assert_terms (vocabulary, "Joe Biden", "3:0:*:;3:1:*:;");
  assert_terms (vocabulary, "习近平", "3:2:zh:;");
}

static void
test_terms (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (EntVocabulary) vocabulary = NULL;

  write_table (fixture, 0, "terms.all.tsv", TERMS_HEADER "name\tUN\tUN\t\n");
  write_table (fixture, 0, "terms.zh.tsv", TERMS_HEADER "name\tCN\t中国\t\ntopic\ttaiwan\tTaiwan\t\n");
  write_table (fixture, 0, "terms.en.tsv~", "no table");
  vocabulary = load (fixture);
  assert_terms (vocabulary, "China", "0:0:en:;");
  assert_terms (vocabulary, "Chinese", "1:0:en:;");
  assert_terms (vocabulary, "Washington", "2:1:en:;");
  assert_terms (vocabulary, "UN", "0:3:*:;");
  assert_terms (vocabulary, "中国", "0:0:zh:;");
  assert_terms (vocabulary, "Taiwan", "5:0:en:;5:0:zh:;");
  assert_terms (vocabulary, "goods", "6:1:en:;");
  assert_terms (vocabulary, "president", "4:1:en:president;");
  assert_terms (vocabulary, "Foreign Minister", "4:2:en:foreign minister;");
  assert_terms (vocabulary, "San Francisco", "7:1:en:San Francisco;");
  assert_terms (vocabulary, "South China Sea", "7:65535:en:South China Sea;");
  assert_terms (vocabulary, "candidly", "8:0:en:candid;");
  assert_terms (vocabulary, "MFA", "9:0:en:Ministry of Foreign Affairs;");
}

/* The user's folder changes what it names and adds the rest. */
static void
test_override (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (EntVocabulary) vocabulary = NULL;
  const EntTopicInfo *topic;
  guint n;

  write_table (fixture, 1, "kinds.tsv", KINDS_HEADER "call\tPhone call\t\t\t\t\n");
  write_table (fixture, 1, "topics.tsv", TOPICS_HEADER "taiwan\t\t#000001\t\t\nspace\tSpace\t#123456\t\t\n");
  write_table (fixture, 1, "actors.tsv", ACTORS_HEADER "US\t\tUSA\t\nFR\tFrance\t\tstate\n");
  write_table (fixture, 1, "people.tsv",
               PEOPLE_HEADER "Xi Jinping\tCN\tpresident\tleader\t2013\t2030\tXi\n"
                             "Jean Test\tFR\tpresident\tleader\t\t\t\n");
  write_table (fixture, 1, "terms.en.tsv",
               TERMS_HEADER "metonym\tUS\t-Washington\t\n"
                            "name\tUS\t-never there\t\n"
                            "name\tFR\tFrance\t\n"
                            "tone\t\tcandidly\tfrank\n");
  vocabulary = load (fixture);

  g_assert_cmpstr (ent_vocabulary_get_kind (vocabulary, ENT_KIND_CALL)->label, ==, "Phone call");
  g_assert_cmpstr (ent_vocabulary_get_kind (vocabulary, ENT_KIND_CALL)->plural, ==, "Labels 0");
  g_assert_cmpfloat (ent_vocabulary_get_kind (vocabulary, ENT_KIND_CALL)->score, ==, 0.5);
  g_assert_cmpuint (ent_vocabulary_get_n_topics (vocabulary), ==, 3);
  topic = ent_vocabulary_get_topic (vocabulary, 0);
  g_assert_cmpstr (topic->label, ==, "Taiwan");
  g_assert_cmphex (topic->colour, ==, 1);
  g_assert_cmpstr (ent_vocabulary_get_topic (vocabulary, 2)->id, ==, "space");
  g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, 1)->label, ==, "United States");
  g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, 1)->short_label, ==, "USA");
  g_assert_cmpint (ent_vocabulary_get_actor (vocabulary, 2)->actor_class, ==, ENT_ACTOR_PLACE);
  g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, 4)->id, ==, "FR");
  g_assert_cmpint (ent_vocabulary_get_holders (vocabulary, &n)[2].to, ==, ent_day_from_ymd (2030, 12, 31));
  g_assert_cmpuint (n, ==, 4);
  assert_terms (vocabulary, "Washington", "");
  assert_terms (vocabulary, "France", "0:4:en:;");
  assert_terms (vocabulary, "candidly", "8:0:en:frank;");
  assert_terms (vocabulary, "Xi", "3:2:*:;");
  assert_terms (vocabulary, "习近平", "3:2:zh:;");
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *place;
    const char *offending;
  } cases[] = {
    { "kinds.tsv", KINDS_HEADER "chat\tChat\tChats\t1\t\t\n", "kinds.tsv:2: ", "“chat”" },
    { "kinds.tsv", KINDS_HEADER "call\tCall\tCalls\twarm\t\t\n", "kinds.tsv:2: ", "“warm”" },
    { "kinds.tsv", KINDS_HEADER "call\tCall\tCalls\tnan\t\t\n", "kinds.tsv:2: ", "“nan”" },
    { "kinds.tsv", KINDS_HEADER "call\tCall\tCalls\t11\t\t\n", "kinds.tsv:2: ", "“11”" },
    { "topics.tsv", TOPICS_HEADER "a\tA\tred\t\t\n", "topics.tsv:2: ", "“red”" },
    { "topics.tsv", TOPICS_HEADER "a\tA\t#12345g\t\t\n", "topics.tsv:2: ", "“#12345g”" },
    { "topics.tsv", TOPICS_HEADER "a\t\t#123456\t\t\n", "topics.tsv:2: ", "“a” has no label" },
    { "topics.tsv", TOPICS_HEADER "\tA\t#123456\t\t\n", "topics.tsv:2: ", "without id" },
    { "topics.tsv", TOPICS_HEADER "a\tA\t#123456\t\t\n\na\tB\t#123456\t\t\n", "topics.tsv:4: ", "“a” is there twice" },
    { "actors.tsv", ACTORS_HEADER "XX\tX\t\tcountry\n", "actors.tsv:2: ", "“country”" },
    { "people.tsv", PEOPLE_HEADER "A B\tXX\tking\tleader\t\t\t\n", "people.tsv:2: ", "“XX”" },
    { "people.tsv", PEOPLE_HEADER "A B\tCN\tking\tboss\t\t\t\n", "people.tsv:2: ", "“boss”" },
    { "people.tsv", PEOPLE_HEADER "A B\tCN\tking\tleader\t2020-13\t\t\n", "people.tsv:2: ", "“2020-13”" },
    { "people.tsv", PEOPLE_HEADER "A B\tCN\tking\tleader\t2020\t2019\t\n", "people.tsv:2: ", "“A B”" },
    { "people.tsv", PEOPLE_HEADER "A B\tCN\tking\tleader\t\t\t\nA B\tCN\tking\tleader\t\t\t\n", "people.tsv:3: ",
      "“A B”" },
    { "terms.en.tsv", TERMS_HEADER "noun\tCN\tChina\t\n", "terms.en.tsv:2: ", "“noun”" },
    { "terms.en.tsv", TERMS_HEADER "name\tXX\tChina\t\n", "terms.en.tsv:2: ", "“XX”" },
    { "terms.en.tsv", TERMS_HEADER "topic\tCN\tChina\t\n", "terms.en.tsv:2: ", "“CN”" },
    { "terms.en.tsv", TERMS_HEADER "topic\t\tChina\tXX\n", "terms.en.tsv:2: ", "“XX”" },
    { "terms.en.tsv", TERMS_HEADER "title\tboss\tthe boss\t\n", "terms.en.tsv:2: ", "“boss”" },
    { "terms.en.tsv", TERMS_HEADER "tone\tCN\twarm\t\n", "terms.en.tsv:2: ", "“CN”" },
    { "terms.en.tsv", TERMS_HEADER "name\tCN\t\t\n", "terms.en.tsv:2: ", "name without text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *file = g_build_filename (fixture->folders[1], cases[i].name, NULL);
      const char *place;

      write_table (fixture, 1, cases[i].name, cases[i].text);
      g_assert_null (ent_vocabulary_load ((const char * const *) fixture->folders, &error));
      g_assert_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE);
      place = strstr (error->message, cases[i].place);
      g_assert_nonnull (place);
      g_assert_true (g_str_has_prefix (error->message, fixture->folders[1]));
      g_assert_nonnull (strstr (place, cases[i].offending));
      g_unlink (file);
    }
}

static void
test_missing_kind (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_table (fixture, 0, "kinds.tsv", KINDS_HEADER "call\tCall\tCalls\t1\t\t\n");
  g_assert_null (ent_vocabulary_load ((const char * const *) fixture->folders, &error));
  g_assert_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "“meeting”"));
}

static void
test_missing_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (fixture->folders[0], "actors.tsv", NULL);

  g_unlink (file);
  g_assert_null (ent_vocabulary_load ((const char * const *) fixture->folders, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, file));
}

static void
test_too_many_topics (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (TOPICS_HEADER);

  for (guint i = 0; i < ENT_MAX_TOPICS - 1; i++)
    g_string_append_printf (text, "t%u\tT\t#123456\t\t\n", i);
  write_table (fixture, 1, "topics.tsv", text->str);
  g_assert_null (ent_vocabulary_load ((const char * const *) fixture->folders, &error));
  g_assert_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "topics.tsv:64: “t62” is one topic too many"));
}

#define ADD(name, func) g_test_add ("/vocabulary/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tables", test_tables);
  ADD ("people", test_people);
  ADD ("terms", test_terms);
  ADD ("override", test_override);
  ADD ("broken", test_broken);
  ADD ("missing-kind", test_missing_kind);
  ADD ("missing-file", test_missing_file);
  ADD ("too-many-topics", test_too_many_topics);
  return g_test_run ();
}
