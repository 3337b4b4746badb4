/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/actors.h"
#include "parse/language.h"

typedef struct
{
  const char *language;
  const char *day;
  const char *text;
  const char *phrases; /* each as KIND:ACTOR:NAME:LEVEL, a space apart by a semicolon */
} Case;

static const Case cases[] = {
  { "en", "2024-04-02", "President Macron spoke.", "person:FR:Emmanuel Macron:leader" },
  { "en", "2022-06-01", "Prime Minister Edi Rama of Albania came.", "person:AL:Edi Rama:leader" },
  { "en", "2022-06-01", "Polish Foreign Minister Anna Nowak-Zielińska came.", "person:PL:Anna Nowak-Zielińska:minister" },
  { "en", "2024-04-02", "They met Secretary of the Treasury Janet Yellen.", "sides:-:-:-; person:US:Janet Yellen:minister" },
  { "en", "2024-04-02", "the President of the French Republic", "person:FR:Emmanuel Macron:leader" },
  { "en", "1995-04-02", "the President of the French Republic", "person:FR:François Mitterrand:leader" },
  { "en", "2022-01-27", "President Castro of Honduras called.", "person:HN:Xiomara Castro:leader" },
  { "en", "2022-01-27", "President Castro of Panama called.", "person:PA:Castro:leader" },
  { "en", "2021-08-29", "He called Senator John Kennedy.", "back:-:-:-; person:-:John Kennedy:senior" },
  { "en", "2018-11-12", "She met Minister Jim Carr of Canada, Minister Peter Merkel and John Lavrov.",
    "back:-:-:-; person:CA:Jim Carr:minister; person:-:Peter Merkel:minister" },
  { "en", "2018-11-12", "Minister of Labour Reform Jim Carr came.", "person:-:Jim Carr:minister" },
  { "en", "2016-11-12", "Prime Minister Tony Turnbull; Vladimir V. Putin; Julie Chavez Rodriguez",
    "person:AU:Malcolm Turnbull:leader; person:RU:Vladimir Putin:leader" },
  { "en", "1972-02-21", "Chairman Mao received him.", "person:CN:Mao Zedong:leader; back:-:-:-" },
  { "en", "2005-06-01", "Mr. Lavrov met Secretary Rice.", "person:RU:Sergey Lavrov:minister; person:US:Condoleezza Rice:minister" },
  { "en", "2024-06-20", "Prime Minister Wong and Foreign Minister Wong agreed.",
    "person:SG:Lawrence Wong:leader; person:AU:Penny Wong:minister" },
  { "en", "2022-06-01", "the U.S. side and the Chinese side", "actor:US:-:-; actor:CN:-:-" },
  { "en", "2022-06-01", "India's External Affairs Minister spoke.", "person:IN:S. Jaishankar:minister" },
  { "en", "2022-06-01", "The two leaders agreed; both sides left.", "sides:-:-:leader; sides:-:-:-" },
  { "en", "2022-06-01", "Moscow said no, but the talks in Moscow went on.", "actor:RU:-:-" },
  { "en", "2022-06-01", "Who said that us turkey is cheap?", "" },
  { "en", "2022-06-01", "The WHO and the US met Turkey.", "actor:WHO:-:-; actor:US:-:-; actor:TR:-:-" },
  { "en", "2022-06-01", "calm in the South China Sea", "" },
  { "en", "2022-06-01", "in New Mexico and New Jersey", "" },
  { "en", "2022-06-01", "the People's Republic of China (PRC) came", "actor:CN:-:-" },
  { "en", "2023-05-01", "Swedish Foreign Minister Anna Lindqvist left. Lindqvist came back with the Minister.",
    "person:SE:Anna Lindqvist:minister; person:SE:Anna Lindqvist:minister; person:SE:Anna Lindqvist:minister" },
  { "en", "2023-05-01", "Mr. Anna and Lindqvist", "" },
  { "en", "1988-03-01", "Prime Minister Hawke met Secretary Shultz; the Secretary left.",
    "person:AU:Bob Hawke:leader; person:US:George Shultz:minister; person:US:George Shultz:minister" },
  { "en", "1972-05-01", "Prime Minister Heath spoke.", "person:GB:Edward Heath:leader" },
  { "en", "2010-05-01", "the Japanese Prime Minister, the German Chancellor and the Indian Foreign Minister",
    "person:JP:Yukio Hatoyama:leader; person:DE:Angela Merkel:leader; person:IN:S. M. Krishna:minister" },
  { "en", "2023-05-01", "the foreign ministers of France and Germany met",
    "person:FR:Catherine Colonna:minister; person:DE:Annalena Baerbock:minister" },
  { "en", "2023-05-01", "the Chinese and Russian presidents met",
    "person:CN:Xi Jinping:leader; person:RU:Vladimir Putin:leader" },
  { "en", "2023-05-01", "the leaders of France, Germany and Italy",
    "person:FR:-:leader; person:DE:-:leader; person:IT:-:leader" },
  { "en", "2023-05-01", "Anna Lindqvist, the Swedish Foreign Minister, came.", "person:SE:Anna Lindqvist:minister" },
  { "en", "2023-05-01", "Foreign Minister Anna Lindqvist and Defense Minister Per Holm of Sweden",
    "person:-:Anna Lindqvist:minister; person:SE:Per Holm:minister" },
  { "en", "2023-05-01", "Saudi Ambassador to the United States Reema bint Bandar", "person:SA:Reema bint Bandar:senior" },
  { "en", "1990-06-01", "President Bush and Secretary Baker", "person:US:George H. W. Bush:leader; person:US:James Baker:minister" },
  { "en", "2003-06-01", "President Bush", "person:US:George W. Bush:leader" },
  { "en", "2022-06-01", "He saw Michael Jordan and Chad Miller of Jordan.", "back:-:-:-; actor:JO:-:-" },
  { "en", "2022-06-01", "Senator Warnock of Georgia; in Atlanta, Georgia; Georgia's Prime Minister",
    "person:-:Warnock:senior; person:GE:Irakli Garibashvili:leader" },
  { "en", "2022-06-01", "Cuban Americans met the Cuban Foreign Minister.", "person:CU:Bruno Rodríguez:minister" },
  { "en", "2022-06-01", "the Moscow talks; in Vienna and Paris; Paris and Berlin agreed", "actor:FR:-:-; actor:DE:-:-" },
  { "en", "2022-06-01", "Kosovo President Vjosa Osmani-Sadriu", "person:XK:Vjosa Osmani:leader" },
  { "en", "1963-06-01", "Chairman Khrushchev and Chou En-lai", "person:SU:Nikita Khrushchev:leader; person:CN:Zhou Enlai:leader" },
  { "zh", "2013-06-08", "奥巴马在加利福尼亚州迎接客人。", "person:US:Barack Obama:leader" },
  { "zh", "2018-05-18", "德国总理安格拉·默克尔会见英国外交大臣安娜·默克尔。",
    "person:DE:Angela Merkel:leader; person:GB:安娜·默克尔:minister" },
  { "zh", "1972-02-21", "总统国家安全事务助理亨利·基辛格博士；肯尼亚外长卡马乌博士",
    "person:US:Henry Kissinger:senior; person:KE:卡马乌:minister" },
  /* Who serves a leader is no leader. */
  { "zh", "2023-05-01", "美国总统国际气候政策高级顾问波德曼与法国总统中东问题特使勒梅尔",
    "person:US:波德曼:senior; person:FR:勒梅尔:senior" },
  /* A minister is no ministry; and no ideograph of a name behind an office is a state. */
  { "zh", "2023-05-01", "德国外交部长贝尔伯克", "person:DE:Annalena Baerbock:minister" },
  { "zh", "2023-05-01", "與協會主席杜華德會面，同會長約旦遜交談。", "" },
  { "zh", "2023-05-01", "瑞典外交大臣比尔马尔松表示", "person:SE:比尔马尔松:minister" },
  { "zh", "2023-05-01", "法国总统、日本首相和印度外长", "person:FR:Emmanuel Macron:leader; person:JP:Fumio Kishida:leader; person:IN:S. Jaishankar:minister" },
  { "zh", "2023-05-01", "普丁總統與澤倫斯基通話", "person:RU:Vladimir Putin:leader; person:UA:Volodymyr Zelenskyy:leader" },
  { "zh", "2023-05-01", "馬克宏同蕭茲、普京", "person:FR:Emmanuel Macron:leader; person:DE:Olaf Scholz:leader; person:RU:Vladimir Putin:leader" },
  { "zh", "2023-05-01", "中美元首會晤", "person:CN:Xi Jinping:leader; person:US:Joe Biden:leader" },
  { "zh", "2023-05-01", "中日韩三国外长举行会谈",
    "person:CN:Qin Gang:minister; person:JP:Yoshimasa Hayashi:minister; person:KR:Park Jin:minister" },
  { "zh", "2023-05-01", "美国前国务卿基辛格访华", "person:US:Henry Kissinger:senior; actor:CN:-:-" },
  { "zh", "2023-05-01", "莫斯科会谈；北京时间", "" },
  { "zh", "2024-04-02", "国家主席习近平同法国总统马克龙通电话。", "person:CN:Xi Jinping:leader; person:FR:Emmanuel Macron:leader" },
  { "zh", "2024-04-02", "國務卿布林肯訪華。", "person:US:Antony Blinken:minister; actor:CN:-:-" },
  { "zh", "2024-04-02", "中方愿同印方合作，双方同意。", "actor:CN:-:-; actor:IN:-:-; sides:-:-:-" },
  { "zh", "2024-04-02", "中日关系与其中的发展中国家。", "" },
  { "zh", "2024-04-02", "习近平主席同法国总统马克龙通电话。", "person:CN:Xi Jinping:leader; person:FR:Emmanuel Macron:leader" },
  { "zh", "2024-04-02", "中共中央政治局委员、外交部长王毅到访。", "person:CN:Wang Yi:minister" },
  { "zh", "2024-04-02", "22日以来；俄外长到日本海；印度洋；愿意总结", "person:RU:Sergey Lavrov:minister" },
  { "zh", "2024-04-02", "美军舰和日防长", "actor:US:-:-; person:JP:Minoru Kihara:minister" },
  { "zh", "2024-04-02", "中英双方", "actor:CN:-:-; actor:GB:-:-" },
  { "zh", "2023-02-18", "国务委员兼国防部长李尚福同美国国务卿布林肯", "person:CN:Li Shangfu:minister; person:US:Antony Blinken:minister" },
  { "zh", "2022-04-02", "洛克希德·马丁公司；“里根”号航母；里根号航母", "" },
  { "en", "2022-04-02", "Talks at the Carter Center and the Nixon Library.", "" },
  { "en", "2022-04-02", "The Biden-Harris Administration and the Trump administration spoke.", "actor:US:-:-; actor:US:-:-" },
  { "en", "2022-04-02", "State Councilor and Foreign Minister Wang Yi", "person:CN:Wang Yi:minister" },
  { "zh", "2022-04-02", "拜登政府", "actor:US:-:-" },
  /* Of two who are called so, who held the office on the day. */
  { "en", "2014-12-17", "President Castro spoke.", "person:CU:Raúl Castro:leader" },
  { "en", "1994-12-17", "President Castro spoke.", "person:CU:Fidel Castro:leader" },
  { "zh", "2024-04-02", "两国外长；两国元首", "sides:-:-:minister; sides:-:-:leader" },
};

static EntVocabulary *vocabulary;
static EntLanguage *english;
static EntLanguage *chinese;

static void
append_phrase (GString              *string,
               const EntActorPhrase *phrase,
               const char           *text)
{
  static const char * const kinds[] = { "actor", "person", "sides", "self", "back" };
  const char *level = ent_level_to_id ((EntLevel) phrase->level);

  if (string->len > 0)
    g_string_append (string, "; ");
  g_string_append_printf (string, "%s:%s:", kinds[phrase->kind],
                          phrase->actor == ENT_ACTOR_NONE ? "-" : ent_vocabulary_get_actor (vocabulary, phrase->actor)->id);
  if (phrase->name != NULL)
    g_string_append (string, phrase->name);
  else if (phrase->words.end > phrase->words.start)
    g_string_append_len (string, text + phrase->words.start, phrase->words.end - phrase->words.start);
  else
    g_string_append_c (string, '-');
  g_string_append_printf (string, ":%s", level != NULL ? level : "-");
}

static char *
find_phrases (const EntLanguage *language,
              EntDay             day,
              const char        *text,
              gsize              length)
{
  g_autoptr (EntActorStage) stage = ent_actor_stage_new (language, vocabulary);
  g_autoptr (GArray) phrases = g_array_new (FALSE, FALSE, sizeof (EntActorPhrase));
  GString *found = g_string_new (NULL);
  EntTokens tokens;
  EntChart chart;

  ent_tokens_init (&tokens);
  ent_chart_init (&chart);
  ent_tokens_scan (&tokens, language->lexicon, text, length);
  ent_chart_reset (&chart, &tokens);
  ent_rule_set_find_terms (language->events, &chart);
  ent_actor_stage_find (stage, &chart, NULL, day, ENT_ACTOR_NONE, ENT_ACTOR_NONE, phrases);
  for (guint i = 0; i < phrases->len; i++)
    {
      const EntActorPhrase *phrase = &g_array_index (phrases, EntActorPhrase, i);

      g_assert_cmpuint (phrase->first, <, phrase->end);
      g_assert_cmpuint (phrase->end, <=, tokens.n_tokens);
      append_phrase (found, phrase, text);
    }
  ent_chart_clear (&chart);
  ent_tokens_clear (&tokens);
  return g_string_free (found, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  EntEdtf date;
  g_autofree char *found = NULL;

  g_assert_true (ent_edtf_parse (one->day, strlen (one->day), &date, NULL));
  found = find_phrases (g_str_equal (one->language, "zh") ? chinese : english, ent_edtf_earliest (date), one->text,
                        strlen (one->text));
  g_assert_cmpstr (found, ==, one->phrases);
}

/* Titles, names, states, commas and "of" in any order must end, and stay inside the text. */
static void
test_any_order (void)
{
  static const char * const pieces[] = {
    "President ",
    "of ",
    "the ",
    "Xi Jinping ",
    "China ",
    "'s ",
    ", ",
    "and ",
    "(",
    "PRC) ",
    "Director ",
    "Office ",
    "side ",
    "Turkey ",
    "Biden ",
    "Jr. ",
    "\xEF\xBF\xBD",
    "中 ",
    "国家主席",
    "美",
    "、",
    "双方",
  };

  for (guint run = 0; run < 2000; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (int n = g_test_rand_int_range (1, 20); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      found = find_phrases (run % 2 == 0 ? english : chinese, ENT_DAY_OPEN_START, text->str, text->len);
      g_assert_nonnull (found);
    }
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
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  vocabulary = ent_vocabulary_load (table_folders, &error);
  g_assert_no_error (error);
  english = ent_language_load ("en", language_folders, vocabulary, &error);
  g_assert_no_error (error);
  chinese = ent_language_load ("zh", language_folders, vocabulary, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/actors/%02u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/actors/any-order", test_any_order);
  status = g_test_run ();
  ent_language_free (english);
  ent_language_free (chinese);
  ent_vocabulary_unref (vocabulary);
  return status;
}
