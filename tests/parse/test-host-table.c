/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/host-table.h"

/* Addresses, and who is found there. */
static const struct
{
  const char *url;
  const char *actor; /* NULL where nobody is found, "" for who carries what others say */
  const char *name;
} cases[] = {
  { "https://www.mfa.gov.cn/eng/xw/1.html", "CN", "Ministry of Foreign Affairs" },
  { "http://www.mofcom.gov.cn@example.org:80/a", NULL, NULL },
  { "https://www.mofcom.gov.cn", "CN", "Ministry of Commerce" },
  { "https://www.gov.cn/a", "CN", "State Council" },
  { "https://WWW.State.Gov/briefings?x=https://www.kremlin.ru/", "US", "Department of State" },
  { "https://history.state.gov/historicaldocuments", "US", "Office of the Historian" },
  { "https://www.gov.uk/government/news", "GB", NULL },
  { "https://news.cctv.com/2022/1.shtml", "", "China Central Television" },
  { "https://example.org/www.mfa.gov.cn", NULL, NULL },
  { "https://notmfa.gov.ru/", NULL, NULL },
  { "www.mfa.gov.cn", NULL, NULL },
};

static EntVocabulary *
load_vocabulary (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char * const folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load (folders, &error);

  g_assert_no_error (error);
  return vocabulary;
}

static void
test_find (void)
{
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();
  g_autoptr (EntHostTable) table = ent_host_table_new (vocabulary);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const EntTerm *term = ent_host_table_find (table, cases[i].url);

      g_test_message ("%s", cases[i].url);
      g_assert_cmpint (term != NULL, ==, cases[i].actor != NULL);
      if (term == NULL)
        continue;
      g_assert_cmpstr (term->value, ==, cases[i].name);
      g_assert_cmpint (term->term_class == ENT_TERM_CARRIER, ==, *cases[i].actor == '\0');
      if (term->term_class == ENT_TERM_HOST)
        g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, (guint16) term->index)->id, ==, cases[i].actor);
    }
}

static void
test_body (void)
{
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();
  g_autoptr (EntHostTable) table = ent_host_table_new (vocabulary);
  static const char * const bodies[][3] = {
    { "ministry of foreign affairs of Japan", "JP", "Ministry of Foreign Affairs" },
    { "German Federal Foreign Office", "DE", "Federal Foreign Office" },
    { "European Commission - European Commission", "EU", "European Commission" },
    { "中華民國外交部全球資訊網 Ministry of Foreign Affairs", "TW", "Ministry of Foreign Affairs" },
    { "elysee.fr", "FR", "Presidency" },
    { "GOV.UK", "GB", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      const EntTerm *term = ent_host_table_find_body (table, bodies[i][0]);

      g_test_message ("%s", bodies[i][0]);
      g_assert_nonnull (term);
      g_assert_cmpstr (ent_vocabulary_get_actor (vocabulary, (guint16) term->index)->id, ==, bodies[i][1]);
      g_assert_cmpstr (term->value, ==, bodies[i][2]);
    }
  g_assert_null (ent_host_table_find_body (table, "Example Times"));
  g_assert_null (ent_host_table_find_body (table, "bbc.com"));
  g_assert_null (ent_host_table_find_body (table, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/host-table/find", test_find);
  g_test_add_func ("/host-table/body", test_body);
  return g_test_run ();
}
