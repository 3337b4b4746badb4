/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which topics an event takes from its statement's words, by the product's tables and a user's own. */
#include <glib/gstdio.h>
#include <string.h>

#include "parse/extract.h"
#include "parse/parser.h"

#define TERMS                           \
  "class\tid\ttext\tvalue\n"            \
  "topic\twhales\tWhale\tFR\n"          \
  "topic\twhales\tkrill\t\n"            \
  "topic\tclimate\tkrill\t\n"           \
  "topic\twhales\t鯨\t\n"               \
  "topic-passing\twhales\tspout\t\n"     \
  "topic-weak\twhales\tbaleen\t\n"      \
  "topic-weak\twhales\tharpoon\t\n"     \
  "topic-weak\twhales\tkrill paste\t\n" \
  "topic-weak\t\tdead krill\t\n"

typedef struct
{
  const char *language;
  const char *issuer;
  const char *about;
  const char *topics; /* in the order of topics.tsv */
} Case;

static const Case cases[] = {
  { "en", "PL", "about the Whale", "whales" },
  { "en", "PL", "about emissions and the harpoon", "climate" },
  /* Two different weak terms of a sentence; not one of them twice. */
  { "en", "PL", "about the harpoon, and again the harpoon", "" },
  { "en", "PL", "about the harpoon and its baleen", "whales" },
  { "en", "PL", "about the harpoon. They turned to baleen", "" },
  /* What is spoken of in passing, beside other things; told again, or alone, it is raised. */
  { "en", "PL", "about emissions and the spout", "climate" },
  { "en", "PL", "about emissions. They turned to baleen and the harpoon", "climate" },
  { "en", "PL", "about emissions and the spout, and again the spout", "climate whales" },
  { "en", "PL", "about emissions and the harpoon's baleen. They turned to baleen and the harpoon", "climate" },
  { "en", "PL", "about emissions and the spout. They turned to baleen and the harpoon", "climate whales" },
  { "en", "PL", "about emissions. They turned to baleen and the harpoon, and to the spout", "climate whales" },
  { "en", "PL", "about the spout", "whales" },
  { "en", "PL", "about emissions. Foreign Minister Rau met today with Foreign Minister Baerbock on tariffs and the spout",
    "trade climate" },
  /* Words that are of two topics, and a strong term inside a longer weak one. */
  { "en", "PL", "about krill", "climate whales" },
  { "en", "PL", "about krill paste", "climate whales" },
  /* A longer term without a topic keeps shorter ones from counting; one that was taken out does not count. */
  { "en", "PL", "about dead krill", "" },
  { "en", "PL", "about plastics", "" },
  /* Who speaks of itself raises nothing. */
  { "en", "FR", "about the Whale", "" },
  /* Not so an organisation of many states: its own affairs are theirs. */
  { "en", "UN", "about emissions and the United Nations", "climate multilateral" },
  /* What an office is called raises nothing where its holder is named. */
  { "en", "US", "and Defense Minister Boris Pistorius of Germany", "" },
  { "en", "US", "and spoke of the ties of the two militaries", "relations milmil" },
  { "en", "US", "and spoke of a joint exercise and debt treatment", "finance milmil posture" },
  { "en", "US", "and spoke of defence issues and of trade and investment", "trade finance milmil" },
  { "en", "US", "and spoke of the energy sectors, of energy projects and of their closest ally",
    "posture climate" },
  /* A field of a list is not spoken of in passing. */
  { "en", "US", "and spoke of tariffs, energy, health and culture", "trade climate health people" },
  { "en", "US", "and spoke of tariffs, energy, and the weather", "trade" },
  { "zh", "PL", "加征关税、能源、执法、教育等领域", "trade law climate people" },
  { "en", "US", "and spoke of transnational crimes, of security co-operation and of repatriations", "law consular" },
  { "en", "US", "and spoke of solar energy, of debt distress and of maritime boundaries", "maritime finance climate" },
  { "en", "US", "and asked the Assistant Secretary for Democracy, Human Rights, and Labor about emissions", "climate" },
  { "zh", "PL", "加征关税，并访问清华大学和太平洋岛国", "trade" },
  { "en", "US", "and met the High Representative for Foreign Affairs and Security Policy about emissions", "climate" },
  { "en", "US", "and said that peace safeguards Europe, and spoke of emissions and a North-South corridor", "climate" },
  { "en", "US", "and spoke of trade and of the humanitarian spheres", "trade people" },
  { "zh", "PL", "加征关税和互免签证", "trade consular" },
  { "en", "US", "and spoke in concert with him of mutual enrichment, at a cost of two million yuan", "" },
  { "en", "US", "about a natural disaster and countermeasures", "sanctions health" },
  { "en", "US", "about emissions and countermeasures at the Trilateral Strategic Dialogue", "climate" },
  { "zh", "PL", "加征关税、营商环境和威权", "trade" },
  /* Words that only seem to stand where others meet. */
  { "zh", "PL", "加征关税，并往沙特首都访问，访华为期三天", "trade" },
  { "zh", "PL", "乌方提议的关税，并向波兰人道歉", "trade" },
  { "zh", "PL", "创新科技、投资保护协定和海上争议", "maritime finance tech" },
  { "zh", "PL", "在经济产业省谈到军事外交", "milmil" },
  { "en", "US", "and asked the Trade Representative about emissions", "climate" },
  { "zh", "PL", "在中南海谈到加征关税和外空安全", "trade arms" },
  { "zh", "PL", "加征关税和深海、极地等新疆域", "trade" },
  { "en", "US", "and wished him a happy Lunar New Year", "" },
  { "en", "US", "and spoke of emissions and of the Indo-Pacific region", "climate" },
  { "en", "US", "and spoke of gunboats, of countervailing duties and of child soldiers", "maritime rights trade" },
  /* Traditional characters count as the simplified ones. */
  { "zh", "PL", "鲸", "whales" },
  { "zh", "PL", "加征关税和安理会", "trade" },
  { "zh", "PL", "加征关税，并访问联合国总部和香港", "trade" },
  { "zh", "PL", "加征关税、遇难者和人民币", "trade" },
  { "zh", "PL", "加征关税和联合国安理会决议", "trade" },
  { "zh", "PL", "防务和加征关税", "trade milmil" },
  { "zh", "PL", "加征关税和导弹与防务公司", "trade" },
  { "zh", "PL", "打击电信网络诈骗", "law" },
  { "zh", "TW", "加征关税和对台军售", "trade posture" },
  { "zh", "TW", "加征关税和對臺灣的支持", "trade" },
};

static EntParser *parser;
static char *folder;

/* Of all that a statement reports. */
static char *
dup_topics (const GArray *mentions)
{
  EntVocabulary *vocabulary = ent_parser_get_vocabulary (parser);
  GString *topics = g_string_new (NULL);
  guint64 bits = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (mentions, EntMention, i);

      if (i == 0 || mention->role == ENT_ROLE_REPORTS)
        bits |= mention->topics;
    }
  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary); i++)
    if (bits & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (topics, "%s%s", topics->len > 0 ? " " : "", ent_vocabulary_get_topic (vocabulary, i)->id);
  return g_string_free (topics, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  gboolean chinese = g_str_equal (one->language, "zh");
  g_autofree char *text = g_strdup_printf (chinese ? "波兰总统杜达会见德国总理朔尔茨，谈到%s。"
                                                   : "President Duda met today with Chancellor Scholz %s.",
                                           one->about);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  EntStatementInfo info = { NULL };
  g_autoptr (EntStatement) statement = NULL;
  g_autoptr (EntParsed) parsed = NULL;
  const EntMention *mention;
  g_autofree char *topics = NULL;

  info.id = (char *) "test";
  info.language = (char *) one->language;
  info.issuer = (char *) one->issuer;
  info.date = ent_edtf_day (ent_day_from_ymd (2023, 5, 10));
  info.date_basis = ENT_DATE_BASIS_METADATA;
  statement = ent_statement_new (bytes, &info, NULL, 0);
  parsed = ent_parser_parse (parser, statement, ENT_PARSE_EVENTS);
  g_assert_cmpuint (parsed->mentions->len, >=, 1);
  mention = &g_array_index (parsed->mentions, EntMention, 0);
  topics = dup_topics (parsed->mentions);
  g_assert_cmpstr (topics, ==, one->topics);
  for (guint i = 0; i < mention->topic_spans->len; i++)
    {
      const EntTopicSpan *span = &g_array_index (mention->topic_spans, EntTopicSpan, i);

      g_assert_cmpuint (span->span.start, <, span->span.end);
      g_assert_cmpuint (span->span.end, <=, strlen (text));
    }
}

static void
write_table (const char *name,
             const char *text)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_table (const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (file), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  const char *data = g_getenv ("ENTENTE_DATA_DIR");
  g_autofree char *tables = g_build_filename (data, "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (data, "languages", NULL);
  const char *table_folders[] = { tables, NULL, NULL };
  const char *language_folders[] = { languages, NULL };
  g_autoptr (EntVocabulary) vocabulary = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("entente-topics-XXXXXX", &error);
  g_assert_no_error (error);
  write_table ("topics.tsv", "id\tlabel\tcolour\tplover\tcap\nwhales\tWhales\t#123456\t\t\n");
  write_table ("terms.all.own.tsv", TERMS);
  write_table ("terms.en.own.tsv", "class\tid\ttext\tvalue\ntopic\tclimate\t-plastics\t\n");
  table_folders[1] = folder;
  vocabulary = ent_vocabulary_load (table_folders, &error);
  g_assert_no_error (error);
  remove_table ("topics.tsv");
  remove_table ("terms.all.own.tsv");
  remove_table ("terms.en.own.tsv");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  parser = ent_parser_new (vocabulary, language_folders, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/topics/%02u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  status = g_test_run ();
  ent_parser_unref (parser);
  g_free (folder);
  return status;
}
