/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/language-guess.h"

#include <string.h>

#include "parse/parser.h"
#include "read/statement.h"

typedef struct
{
  const char *text;
  const char *language;
} Case;

static const Case cases[] = {
  { "The two ministers met in Geneva and agreed to meet again.", "en" },
  { "Readout of the call with President Luiz Inácio Lula da Silva of Brazil and with the leaders of El Salvador, "
    "Costa Rica and La Paz: they spoke about trade.", "en" },
  { "Xi Jinping, Joe Biden", "en" },
  { "", "en" },
  { "2024", "en" },
  { "Le ministre a reçu hier à Paris l'ambassadeur de Chine. Ils ont évoqué la situation en Ukraine.", "fr" },
  { "Der Bundeskanzler hat gestern mit dem Präsidenten telefoniert. Sie sprachen über den Handel und die Lage.", "de" },
  { "El presidente se reunió con el primer ministro en la ciudad de Madrid y habló sobre el comercio.", "es" },
  { "O presidente reuniu-se com o primeiro-ministro em Lisboa e falou sobre o comércio e a segurança da região.", "pt" },
  { "Il ministro ha incontrato a Roma il collega della Cina e hanno parlato della situazione in Ucraina.", "it" },
  { "Министр провёл телефонный разговор с коллегой из Китая. Стороны обсудили положение на Украине и в регионе.", "ru" },
  { "Міністр провів телефонну розмову з колегою з Китаю. Сторони обговорили становище в регіоні та торгівлю.", "uk" },
  { "中美两国外长在日内瓦会晤,就双边关系交换了意见。", "zh" },
  { "外交部發言人就台灣問題答記者問。", "zh" },
  { "日本の「の」字商标在中国各地都可以看到,中方对此没有评论,双方将继续就商标保护交换意见并举行会谈。", "zh" },
  { "両国の外務大臣はジュネーブで会談し、二国間関係について意見を交換しました。", "ja" },
  { "양국 외교장관은 제네바에서 회담을 갖고 양국 관계에 대해 의견을 교환하였다.", "ko" },
  { "التقى الوزير في جنيف نظيره الصيني وبحث معه العلاقات الثنائية على هامش المؤتمر الذي عقد هناك عن الأمن في المنطقة", "ar" },
  /* No language of which anything is known. */
  { "Aliis verbis nemo nostrum umquam legatos Pekinum misit, neque tamen litteras rogantes accepit senatus populusve, "
    "quamquam saepe multumque petiverant consules, tribuni, quaestores, aediles.", ENT_LANGUAGE_UNKNOWN },
};

static EntParser *
load_parser (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load ((const char *[]) { words, NULL }, &error);
  EntParser *parser = ent_parser_new (vocabulary, (const char *[]) { languages, NULL }, &error);

  g_assert_no_error (error);
  return parser;
}

static EntParsed *
parse (EntParser  *parser,
       const char *text,
       const char *language)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const EntStatementInfo info = {
    .id = (char *) "a",
    .language = (char *) language,
    .url = (char *) "https://www.diplomatie.gouv.fr/a",
  };
  g_autoptr (EntStatement) statement = ent_statement_new (bytes, &info, NULL, 0);

  return ent_parser_parse (parser, statement, ENT_PARSE_EVENTS);
}

static void
test_languages (void)
{
  g_autoptr (EntParser) parser = load_parser ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntParsed) parsed = parse (parser, cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (ent_statement_get_info (parsed->statement)->language, ==, cases[i].language);
    }
}

/* What is in a language that is not read yields no date and no event by another language's rules, but its address tells
 * whose it is; and what a statement says of its language holds. */
static void
test_not_read (void)
{
  static const char text[] = "Le ministre a reçu le 4 avril 2024 à Paris l'ambassadeur de Chine. April 5, 2024: meeting.";
  g_autoptr (EntParser) parser = load_parser ();
  g_autoptr (EntParsed) parsed = parse (parser, text, NULL);
  g_autoptr (EntParsed) named = parse (parser, text, "en-GB");
  const EntStatementInfo *info = ent_statement_get_info (parsed->statement);

  g_assert_cmpstr (info->language, ==, "fr");
  g_assert_cmpstr (info->issuer, ==, "FR");
  g_assert_true (ent_edtf_is_none (info->date));
  g_assert_cmpuint (parsed->n_timexes, ==, 0);
  g_assert_cmpuint (parsed->mentions->len, ==, 0);
  g_assert_cmpstr (ent_statement_get_info (named->statement)->language, ==, "en-GB");
  g_assert_cmpuint (named->n_timexes, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language-guess/languages", test_languages);
  g_test_add_func ("/language-guess/not-read", test_not_read);
  return g_test_run ();
}
