/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/event-store-builder.h"
#include "model/event-title.h"

/* Parts of an event as text: lists are joined by "|", "" is nothing. */
typedef struct
{
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;
  const char *actors;
  const char *people;
  const char *place;
  const char *topics;
  const char *initiator;
  const char *host;
  const char *title;
  const char *brief;
} TitleCase;

#define OCCURRED ENT_STATUS_OCCURRED
#define PLANNED ENT_STATUS_PLANNED
#define DENIED ENT_STATUS_DENIED
#define STATED ENT_ASSERTION_STATED

static const TitleCase title_cases[] = {
  { ENT_KIND_CALL, OCCURRED, STATED, "CN|US", "Xi Jinping|Joe Biden", NULL, "taiwan|trade", "US", NULL,
    "Xi Jinping and Joe Biden speak by phone", "Xi, Biden speak" },
  { ENT_KIND_CALL, OCCURRED, STATED, "CN|US", "", NULL, "", NULL, NULL,
    "China and the United States speak by phone", "China, U.S. speak" },
  { ENT_KIND_CALL, OCCURRED, STATED, "CN|US", "Joe Biden", NULL, "", NULL, NULL,
    "Joe Biden speaks by phone with China", "Biden speaks with China" },
  { ENT_KIND_CALL, OCCURRED, STATED, "CN|US", "Nobody Known", NULL, "", NULL, NULL,
    "China and the United States speak by phone", "China, U.S. speak" },
  { ENT_KIND_CALL, OCCURRED, STATED, "CN|US", "Joe Biden|Chen Nobody", NULL, "", NULL, NULL,
    "Joe Biden and Chen Nobody speak by phone", "Biden, Chen Nobody speak" },
  { ENT_KIND_COMMITMENT, PLANNED, STATED, "CN", "", NULL, "people|trade", NULL, NULL,
    "China promises steps on trade, people and culture", "China promises steps on trade, people and culture" },
  { ENT_KIND_STATEMENT, OCCURRED, STATED, "US", "", NULL, "trade|ai|taiwan|korea|health", NULL, NULL,
    "United States makes a statement on Taiwan, trade and 3 others", "U.S. statement" },
  { ENT_KIND_CALL, OCCURRED, STATED, "US", "", NULL, "", NULL, NULL, "United States speaks by phone", "U.S. speaks" },
  { ENT_KIND_CALL, OCCURRED, STATED, "", "", NULL, "", NULL, NULL, "Phone call", "Call" },
  { ENT_KIND_CALL, PLANNED, STATED, "CN|US", "Xi Jinping|Joe Biden", NULL, "", NULL, NULL,
    "Xi Jinping and Joe Biden to speak by phone", "Xi, Biden to speak" },
  { ENT_KIND_CALL, DENIED, STATED, "CN|US", "Xi Jinping|Joe Biden", NULL, "", NULL, NULL,
    "No phone call between Xi Jinping and Joe Biden", "No call: Xi, Biden" },
  { ENT_KIND_SUMMIT, OCCURRED, STATED, "CN|US", "Joe Biden|Xi Jinping", "Bali", "taiwan", NULL, NULL,
    "Joe Biden and Xi Jinping meet in Bali", "Biden, Xi meet in Bali" },
  { ENT_KIND_SUMMIT, OCCURRED, STATED, "CN|US", "", "San Francisco", "", NULL, NULL,
    "Leaders of China and the United States meet in San Francisco", "China, U.S. meet in San Francisco" },
  { ENT_KIND_SUMMIT, OCCURRED, STATED, "JP|KR|US", "Joe Biden|Fumio Kishida|Yoon Suk-yeol", "Camp David", "", NULL, NULL,
    "Joe Biden, Fumio Kishida and Yoon Suk-yeol meet at Camp David", "Biden, Kishida, Yoon meet at Camp David" },
  { ENT_KIND_SUMMIT, PLANNED, STATED, "G7", "", NULL, "", NULL, NULL, "G7 to hold a summit", "G7 to hold a summit" },
  { ENT_KIND_MEETING, OCCURRED, STATED, "CN|US", "Antony Blinken|Jake Sullivan|Yang Jiechi|Wang Yi", "Anchorage", "", NULL,
    NULL, "Antony Blinken, Jake Sullivan, Yang Jiechi and Wang Yi meet in Anchorage",
    "Blinken, Sullivan and 2 others meet in Anchorage" },
  { ENT_KIND_MEETING, OCCURRED, STATED, "JP|US", "Antony Blinken|Lloyd Austin", NULL, "", NULL, NULL,
    "Antony Blinken and Lloyd Austin meet with Japan", "Blinken, Austin meet with Japan" },
  { ENT_KIND_MEETING, OCCURRED, STATED, "CN|US", "", "Geneva", "", NULL, NULL,
    "China and the United States meet in Geneva", "China, U.S. meet in Geneva" },
  { ENT_KIND_MEETING, OCCURRED, STATED, "CN|FR|JP|PH|US", "", NULL, "", NULL, NULL,
    "China, France, Japan and 2 others meet", "China, France and 3 others meet" },
  { ENT_KIND_MEETING, OCCURRED, STATED, "", "", "Geneva", "", NULL, NULL, "Talks in Geneva", "Talks in Geneva" },
  { ENT_KIND_VISIT, PLANNED, STATED, "CN|US", "Antony Blinken", NULL, "", NULL, "CN",
    "Antony Blinken to visit China", "Blinken to visit China" },
  { ENT_KIND_VISIT, PLANNED, STATED, "CN|US", "Antony Blinken", NULL, "", NULL, NULL,
    "Antony Blinken to visit China", "Blinken to visit China" },
  { ENT_KIND_VISIT, OCCURRED, STATED, "CN|US", "Janet Yellen", "Guangzhou", "", NULL, "CN",
    "Janet Yellen visits Guangzhou", "Yellen in Guangzhou" },
  { ENT_KIND_VISIT, OCCURRED, STATED, "CN|US", "", NULL, "", NULL, "CN", "United States visits China", "U.S. in China" },
  { ENT_KIND_VISIT, OCCURRED, STATED, "CN|US", "", NULL, "", NULL, NULL,
    "Visit between China and the United States", "Visit: China, U.S." },
  { ENT_KIND_VISIT, DENIED, STATED, "CN|US", "Antony Blinken", NULL, "", NULL, "CN",
    "No visit by Antony Blinken to China", "No visit: Blinken to China" },
  { ENT_KIND_AGREEMENT, OCCURRED, STATED, "CN|US", "", NULL, "trade|ai", NULL, NULL,
    "China and the United States agree on trade and artificial intelligence",
    "China, U.S. agree on trade and artificial intelligence" },
  { ENT_KIND_AGREEMENT, OCCURRED, STATED, "CN|US", "", NULL, "trade|ai|taiwan|korea|health", NULL, NULL,
    "China and the United States agree on Taiwan, trade and 3 others", "China, U.S. agree" },
  { ENT_KIND_SANCTION, OCCURRED, STATED, "RU|US", "", NULL, "", "US", NULL,
    "United States sanctions on Russia", "U.S. sanctions on Russia" },
  { ENT_KIND_SANCTION, OCCURRED, STATED, "RU|US", "Joe Biden", NULL, "", "US", NULL,
    "United States sanctions on Russia", "U.S. sanctions on Russia" },
  { ENT_KIND_SANCTION, OCCURRED, STATED, "RU|US", "", NULL, "", NULL, NULL,
    "Sanctions between Russia and the United States", "Sanctions: Russia, U.S." },
  { ENT_KIND_SANCTION, OCCURRED, ENT_ASSERTION_ALLEGED, "RU|US", "", NULL, "tech", "US", NULL,
    "Alleged: United States sanctions on Russia: technology", "Alleged: U.S. sanctions on Russia" },
  { ENT_KIND_STATEMENT, OCCURRED, STATED, "CN|US", "", NULL, "taiwan", "CN", NULL,
    "China makes a statement concerning the United States on Taiwan", "China on Taiwan" },
  { ENT_KIND_PROTEST, OCCURRED, STATED, "CN|US", "", NULL, "taiwan", "CN", NULL,
    "China protests to the United States over Taiwan", "China protests over Taiwan" },
  { ENT_KIND_PROTEST, OCCURRED, STATED, "CN|US", "Wang Yi|Antony Blinken", NULL, "taiwan", NULL, NULL,
    "Protest between China and the United States over Taiwan", "Protest over Taiwan" },
  { ENT_KIND_COMMITMENT, PLANNED, STATED, "CN|US", "Xi Jinping|Joe Biden", NULL, "ai", NULL, NULL,
    "Xi Jinping and Joe Biden promise steps on artificial intelligence", "Xi, Biden promise steps on artificial intelligence" },
  { ENT_KIND_COMMITMENT, PLANNED, STATED, "CN|US", "", NULL, "drugs", NULL, NULL,
    "Steps promised between China and the United States on counternarcotics", "Steps promised on counternarcotics" },
  { ENT_KIND_COMMITMENT, PLANNED, STATED, "CN|US", "Joe Biden|Xi Jinping", NULL, "ai", "US", NULL,
    "Joe Biden promises steps toward China on artificial intelligence", "Biden promises steps on artificial intelligence" },
  { ENT_KIND_DELIVERY, OCCURRED, STATED, "UA|US", "", NULL, "finance", "US", NULL,
    "United States takes steps toward Ukraine on finance", "U.S. takes steps toward Ukraine on finance" },
  { ENT_KIND_COMMITMENT, OCCURRED, ENT_ASSERTION_ATTRIBUTED, "CN|US", "Joe Biden", NULL, "taiwan", NULL, NULL,
    "Joe Biden made a commitment to China on Taiwan", "Biden: commitment on Taiwan" },
  { ENT_KIND_MECHANISM, PLANNED, STATED, "CN|US", "Xi Jinping|Joe Biden", NULL, "finance|trade", NULL, NULL,
    "Planned dialogue channel between China and the United States on trade and finance",
    "Planned channel on trade and finance" },
  { ENT_KIND_WARNING, PLANNED, ENT_ASSERTION_CONDITIONAL, "RU|US", "Joe Biden", NULL, "ukraine", NULL, NULL,
    "Joe Biden warns Russia of steps over Ukraine and Russia", "Biden warns Russia over Ukraine and Russia" },
  { ENT_KIND_MILITARY, OCCURRED, STATED, "CN", "", NULL, "taiwan", NULL, NULL,
    "Military activity involving China: Taiwan", "Military activity: China" },
  { ENT_KIND_MILITARY, OCCURRED, STATED, "CN|RU", "", NULL, "", "RU", NULL,
    "Military activity involving China and Russia", "Military activity: China, Russia" },
  { ENT_KIND_EXPULSION, OCCURRED, STATED, "CN|US", "", NULL, "", "US", NULL,
    "United States expels or recalls representatives: China", "U.S. expels or recalls envoys" },
  { ENT_KIND_RECOGNITION, OCCURRED, STATED, "CN|US", "", NULL, "", NULL, NULL,
    "China and the United States establish or upgrade relations", "Relations: China, U.S." },
  { ENT_KIND_SUSPENSION, OCCURRED, STATED, "CN|US", "", NULL, "milmil", "CN", NULL,
    "China suspends contacts with the United States on military contacts", "China suspends contacts on military contacts" },
  { ENT_KIND_STATEMENT, OCCURRED, STATED, "CN", "", NULL, "regions", NULL, NULL,
    "China makes a statement on Hong Kong, Xinjiang, Tibet", "China on Hong Kong, Xinjiang, Tibet" },
  { ENT_KIND_DELIVERY, OCCURRED, ENT_ASSERTION_PROPOSED, "CN", "", NULL, "drugs", NULL, NULL,
    "Proposed: China takes steps on counternarcotics", "Proposed: China takes steps on counternarcotics" },
  { ENT_KIND_MEETING, OCCURRED, STATED, "CN|US", "Wang Yi|Wang Wentao|Antony Blinken", NULL, "", NULL, NULL,
    "Wang Yi, Wang Wentao and Antony Blinken meet", "Wang Yi, Wang Wentao, Blinken meet" },
};

static EntVocabulary *
load_vocabulary (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load (folders, &error);

  g_assert_no_error (error);
  return vocabulary;
}

static guint16
find_actor (EntVocabulary *vocabulary,
            const char    *id)
{
  guint16 actor = ENT_ACTOR_NONE;

  if (id != NULL)
    g_assert_true (ent_vocabulary_find_actor (vocabulary, id, &actor));
  return actor;
}

/* Makes the case's event and a store that holds it alone. */
static EntEventStore *
make_store (EntVocabulary    *vocabulary,
            const TitleCase  *title_case,
            char            **title)
{
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);
  g_auto (GStrv) actors = g_strsplit (title_case->actors, "|", -1);
  g_auto (GStrv) people = g_strsplit (title_case->people, "|", -1);
  g_auto (GStrv) topics = g_strsplit (title_case->topics, "|", -1);
  guint16 numbers[8];
  EntEventRecord record = {
    .id = "one",
    .date = ent_edtf_day (ent_day_from_ymd (2023, 6, 1)),
    .kind = title_case->kind,
    .status = title_case->status,
    .assertion = title_case->assertion,
    .initiator = find_actor (vocabulary, title_case->initiator),
    .host = find_actor (vocabulary, title_case->host),
    .actors = numbers,
    .n_actors = g_strv_length (actors),
    .people = (const char *const *) people,
    .place = title_case->place,
  };

  for (gsize i = 0; i < record.n_actors; i++)
    numbers[i] = find_actor (vocabulary, actors[i]);
  for (gsize i = 0; topics[i] != NULL; i++)
    {
      guint topic;

      g_assert_true (ent_vocabulary_find_topic (vocabulary, topics[i], &topic));
      record.topics |= G_GUINT64_CONSTANT (1) << topic;
    }
  *title = ent_event_title_new (vocabulary, &record, NULL);
  record.title = *title;
  ent_event_store_builder_add_event (builder, &record);
  return ent_event_store_builder_end (builder);
}

static void
test_titles (void)
{
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (title_cases); i++)
    {
      g_autofree char *title = NULL;
      g_autoptr (EntEventStore) store = make_store (vocabulary, &title_cases[i], &title);
      g_autofree char *for_row = ent_event_title_new_for_row (store, 0, NULL);
      g_autofree char *brief = ent_event_title_new_short (store, 0, NULL);

      g_assert_cmpstr (title, ==, title_cases[i].title);
      g_assert_cmpstr (for_row, ==, title_cases[i].title);
      g_assert_cmpstr (brief, ==, title_cases[i].brief);
    }
}

/* A stroke through "No visit" would say that there was one. */
static void
test_struck (void)
{
  static const struct
  {
    TitleCase title_case;
    const char *struck;
  } cases[] = {
    { { .kind = ENT_KIND_VISIT, .status = ENT_STATUS_DENIED, .actors = "CN|US", .people = "Antony Blinken", .topics = "",
        .place = "Beijing", .brief = "No visit: Blinken to Beijing" },
      "Blinken to visit Beijing" },
    { { .kind = ENT_KIND_CALL, .status = ENT_STATUS_DENIED, .actors = "CN|US", .people = "", .topics = "",
        .brief = "No call: China, U.S." },
      "China, U.S. to speak" },
    { { .kind = ENT_KIND_SANCTION, .status = ENT_STATUS_DENIED, .actors = "CN|US", .people = "", .topics = "",
        .initiator = "US", .brief = "No U.S. sanctions on China" },
      "U.S. sanctions on China" },
    { { .kind = ENT_KIND_CALL, .status = ENT_STATUS_OCCURRED, .actors = "CN|US", .people = "", .topics = "",
        .brief = "China, U.S. speak" },
      "China, U.S. speak" },
  };
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = NULL;
      g_autoptr (EntEventStore) store = make_store (vocabulary, &cases[i].title_case, &title);
      g_autofree char *brief = ent_event_title_new_short (store, 0, NULL);
      g_autofree char *struck = ent_event_title_new_struck (store, 0, NULL);

      g_assert_cmpstr (brief, ==, cases[i].title_case.brief);
      g_assert_cmpstr (struck, ==, cases[i].struck);
    }
}

/* Whatever is known of an event, of whatever kind, there is one line without a trace of the patterns. */
static void
test_all_kinds (void)
{
  static const char * const actors[] = { "", "US", "CN|US", "CN|JP|US" };
  static const char * const people[] = { "", "Joe Biden", "Xi Jinping|Joe Biden", "Nobody Known" };
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();

  for (guint i = 0; i < ENT_N_KINDS * ENT_N_STATUSES * 4 * 4 * 8; i++)
    {
      TitleCase title_case = {
        .kind = i % ENT_N_KINDS,
        .status = i / ENT_N_KINDS % ENT_N_STATUSES,
        .actors = actors[i / (ENT_N_KINDS * ENT_N_STATUSES) % 4],
        .people = people[i / (ENT_N_KINDS * ENT_N_STATUSES * 4) % 4],
        .topics = i & (1 << 10) ? "trade" : "",
        .place = i & (1 << 11) ? "Bali" : NULL,
        .initiator = i & (1 << 12) ? "US" : NULL,
      };
      g_autofree char *title = NULL;
      g_autoptr (EntEventStore) store = make_store (vocabulary, &title_case, &title);
      g_autofree char *brief = ent_event_title_new_short (store, 0, NULL);
      g_autofree char *struck = ent_event_title_new_struck (store, 0, NULL);
      const char *lines[] = { title, brief, struck };

      for (gsize line = 0; line < G_N_ELEMENTS (lines); line++)
        {
          g_assert_cmpuint (strlen (lines[line]), >, 3);
          g_assert_null (strpbrk (lines[line], "{}[]|\n"));
          g_assert_null (strstr (lines[line], "  "));
          g_assert_true (g_unichar_isupper (g_utf8_get_char (lines[line])));
          g_assert_false (g_str_has_suffix (lines[line], " "));
        }
    }
}

static const struct
{
  const char *person;
  const char *surname;
} surname_cases[] = {
  { "Xi Jinping", "Xi" },
  { "Joe Biden", "Biden" },
  { "Yoon Suk-yeol", "Yoon" },
  { "Kim Jong-un", "Kim" },
  { "Fumio Kishida", "Kishida" },
  { "Lai Ching-te", "Lai" },
  { "Tsai Ing-wen", "Tsai" },
  { "Ban Ki-moon", "Ban" },
  { "John Lee Ka-chiu", "Lee" },
  { "Ursula von der Leyen", "von der Leyen" },
  { "Mohammed bin Salman", "bin Salman" },
  { "Mohamed bin Zayed Al Nahyan", "Al Nahyan" },
  { "Charles de Gaulle", "de Gaulle" },
  { "Martin Luther King, Jr.", "King" },
  { "Sukarno", "Sukarno" },
};

static void
test_surnames (void)
{
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (surname_cases); i++)
    {
      TitleCase title_case = { .kind = ENT_KIND_MEETING, .actors = "", .people = surname_cases[i].person, .topics = "" };
      g_autofree char *expected = g_strconcat (surname_cases[i].surname, " holds talks", NULL);
      g_autofree char *title = NULL;
      g_autoptr (EntEventStore) store = make_store (vocabulary, &title_case, &title);
      g_autofree char *brief = ent_event_title_new_short (store, 0, NULL);

      expected[0] = g_ascii_toupper (expected[0]);
      g_assert_cmpstr (brief, ==, expected);
    }
}

/* A language with another order of words: the place before the verb. */
static const char *
translate (const char *context,
           const char *message,
           gpointer    data)
{
  if (g_str_has_prefix (message, "{they} meet[ with {other}][ {where}]"))
    return "{they}[{where}]会晤|{one}[与{other}][{where}]会晤|会晤";
  if (g_strcmp0 (context, "where") == 0)
    return "在{place}";
  if (g_strcmp0 (context, "list") == 0)
    return "{first}、{second}";
  if (g_strcmp0 (context, "person") == 0 && g_str_equal (message, "Xi Jinping"))
    return "习近平";
  if (g_strcmp0 (context, "place") == 0 && g_str_equal (message, "Bali"))
    return "巴厘岛";
  return message;
}

static const char *
translate_plural (const char *one,
                  const char *many,
                  gulong      n,
                  gpointer    data)
{
  return many;
}

static void
test_translation (void)
{
  static const TitleCase title_case = {
    .kind = ENT_KIND_SUMMIT, .actors = "CN|US", .people = "拜登|Xi Jinping", .place = "Bali", .topics = ""
  };
  const EntTranslator translator = { translate, translate_plural, NULL };
  g_autoptr (EntVocabulary) vocabulary = load_vocabulary ();
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;
  g_autoptr (EntEventStore) store = make_store (vocabulary, &title_case, &english);

  chinese = ent_event_title_new_for_row (store, 0, &translator);
  g_assert_cmpstr (chinese, ==, "拜登、习近平在巴厘岛会晤");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-title/titles", test_titles);
  g_test_add_func ("/event-title/all-kinds", test_all_kinds);
  g_test_add_func ("/event-title/struck", test_struck);
  g_test_add_func ("/event-title/surnames", test_surnames);
  g_test_add_func ("/event-title/translation", test_translation);
  return g_test_run ();
}
