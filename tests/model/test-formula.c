/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "hand-made.h"
#include "model/concordance.h"
#include "model/event-store-builder.h"

static const char table[] = "formula\tladder\trung\tlanguage\tvariant\n"
                            "Concern\tLadder\t1\ten\tconcern\n"
                            "Concern\tLadder\t1\tzh\t关切\n"
                            "Serious concern\tLadder\t2\ten\tserious concern\n"
                            "Lodged\tLadder\t3\ten\tlodged … representations\n"
                            "Candid\t\t\ten\tcandid\n";

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("entente-XXXXXX", &error);
  g_autofree char *file = g_build_filename (folder, "formulas.tsv", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (file, table, -1, &error));
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "formulas.tsv", NULL);

  g_unlink (file);
  g_rmdir (folder);
}

static EntFormulaSet *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  EntFormulaSet *set = ent_formula_set_load ((const char * const[]) { "/nonexistent", folder, NULL }, &error);

  g_assert_no_error (error);
  return set;
}

static EntStatement *
make_statement (const char *id,
                const char *issuer,
                const char *date,
                const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  EntStatementInfo info = { .id = (char *) id, .issuer = (char *) issuer, .kind = ENT_STATEMENT_READOUT };
  const char *footer = strstr (text, "FOOTER");
  EntSpan furniture = { (guint32) (footer != NULL ? footer - text : 0), (guint32) strlen (text) };

  if (date != NULL)
    g_assert_true (ent_edtf_parse (date, strlen (date), &info.date, NULL));
  return ent_statement_new (bytes, &info, &furniture, footer != NULL ? 1 : 0);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text, *found;
  } cases[] = {
    { "They voiced concern.", "Concern:concern " },
    { "They voiced Serious\n  Concern and concern.", "Serious concern:Serious\n  Concern Concern:concern " },
    { "It was unconcerned; concerns too.", "" },
    { "中方表示嚴重關切。", "Concern:關切 " },
    { "He lodged stern and solemn representations.", "Lodged:lodged stern and solemn representations " },
    { "He lodged a claim. Representations followed.", "" },
    { "candid, candid talks", "Candid:candid Candid:candid " },
    { "Nothing. FOOTER candid concern", "" },
    { "", "" },
  };
  g_autofree char *folder = make_folder ();
  g_autoptr (EntFormulaSet) set = load (folder);

  g_assert_cmpuint (ent_formula_set_get_n (set), ==, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntStatement) statement = make_statement ("s", NULL, NULL, cases[i].text);
      g_autoptr (GArray) hits = ent_formula_set_find (set, statement);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < hits->len; j++)
        {
          const EntFormulaHit *hit = &g_array_index (hits, EntFormulaHit, j);
          g_autofree char *words = ent_statement_dup_span (statement, hit->span);

          g_string_append_printf (found, "%s:%s ", ent_formula_set_get (set, hit->formula)->name, words);
        }
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
  remove_folder (folder);
}

/* What the user adds is there after the next load, as a new formula or as another wording. */
static void
test_add (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_formula_add (folder, "Candid", "en", " frank\ttalk \n", &error));
  g_assert_true (ent_formula_add (folder, "Floor", NULL, "floor under … relationship", &error));
  g_assert_no_error (error);
  g_autoptr (EntFormulaSet) set = load (folder);
  g_assert_cmpuint (ent_formula_set_get_n (set), ==, 5);
  g_assert_cmpuint (ent_formula_set_get (set, 3)->variants->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ent_formula_set_get (set, 3)->variants, 1), ==, "frank talk");
  g_autoptr (EntStatement) statement = make_statement ("s", NULL, NULL, "A floor under the relationship; frank talk.");
  g_autoptr (GArray) hits = ent_formula_set_find (set, statement);
  g_assert_cmpuint (hits->len, ==, 2);
  remove_folder (folder);
}

static void
test_bad_table (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "formulas.tsv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "formula\tladder\trung\tlanguage\tvariant\nx\t\t\ten\t\n", -1, NULL));
  g_assert_null (ent_formula_set_load ((const char * const[]) { folder, NULL }, &error));
  g_assert_nonnull (error);
  remove_folder (folder);
}

static void
test_concordance (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (EntFormulaSet) set = load (folder);
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  static const struct
  {
    const char *id, *issuer, *date, *text;
  } texts[] = {
    { "late", "US", "2023-03-01", "Talks were candid. They were candid indeed." },
    { "early", "US", "2021-03-01", "They held candid talks." },
    { "other", "CN", "2022-03-01", "The sides were candid." },
    { "without", "US", "2022-05-01", "Talks were long." },
    { "silent", "GB", "2022-05-01", "Talks were long." },
  };
  guint32 numbers[G_N_ELEMENTS (texts)];
  gsize n;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (EntStatement) statement = make_statement (texts[i].id, texts[i].issuer, texts[i].date, texts[i].text);

      numbers[i] = ent_event_store_builder_add_statement (builder, statement);
    }
  g_autoptr (EntEventStore) store = ent_event_store_builder_end (builder);
  g_autoptr (EntConcordance) concordance = ent_concordance_new (store, set, numbers, G_N_ELEMENTS (texts), NULL);
  const EntFormulaHit *hits = ent_concordance_get_hits (concordance, 3, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (hits[0].statement, ==, numbers[1]);
  g_assert_cmpuint (hits[1].statement, ==, numbers[2]);
  g_assert_cmpuint (hits[3].statement, ==, numbers[0]);
  g_assert_cmpuint (ent_concordance_count (concordance, 3), ==, 3);
  g_assert_null (ent_concordance_get_previous (concordance, &hits[0]));
  g_assert_null (ent_concordance_get_previous (concordance, &hits[1]));
  g_assert_true (ent_concordance_get_previous (concordance, &hits[3]) == &hits[0]);
  g_autoptr (GArray) bodies = ent_concordance_dup_bodies (concordance, 3);
  g_assert_cmpuint (bodies->len, ==, 2);
  g_autoptr (GArray) genres = ent_concordance_dup_genres (concordance, 3);
  g_assert_cmpuint (genres->len, ==, 1);
  g_assert_cmpuint (g_array_index (genres, EntGenreCount, 0).n_with, ==, 3);
  g_assert_cmpuint (g_array_index (genres, EntGenreCount, 0).n_all, ==, 5);
  /* Who never uses it is not compared. */
  g_autoptr (GArray) lacking = ent_concordance_dup_lacking (concordance, 3);
  g_assert_cmpuint (lacking->len, ==, 1);
  g_assert_cmpuint (g_array_index (lacking, guint32, 0), ==, numbers[3]);
  g_autofree char *sentence = ent_concordance_dup_sentence (concordance, &hits[3]);
  g_assert_cmpstr (sentence, ==, "They were candid indeed.");
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/find", test_find);
  g_test_add_func ("/formula/add", test_add);
  g_test_add_func ("/formula/bad-table", test_bad_table);
  g_test_add_func ("/formula/concordance", test_concordance);
  return g_test_run ();
}
