/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/notes.h"

#include "extract-fixture.h"

#define NONE G_MAXSIZE
#define FROM_DELHI "The Ambassador in India (Garcetti) to the Secretary of State"

static const struct
{
  const char *issuer;
  const char *title;
  const char *text;
  const char *events;
} cases[] = {
  /* Offices and houses without a state are those of the state that it comes from, where its issuer has none such; and
   * words are short. */
  { "US", FROM_DELHI, "412. Saw FonMin this morning and handed him note. He wld not comment.",
    "2023-05-10 meeting occurred reports IN,US; 2023-05-10 statement occurred reports IN,US" },
  { "US", FROM_DELHI, "In conv with PriMin yesterday I raised question of visas.",
    "2023-05-09 meeting occurred reports IN,US" },
  { "US", FROM_DELHI, "Sir Girja told us today that rice was dear.", "2023-05-10 statement occurred reports IN,US" },
  { "US", FROM_DELHI, "I outlined to Sir Girja yesterday our current thinking.",
    "2023-05-09 statement occurred reports IN,US" },
  { "US", FROM_DELHI, "Foreign Office protested to us on May 4.", "2023-05-04 protest occurred reports IN,US" },
  { "US", FROM_DELHI, "Took up matter with Brit High Commissioner yesterday.",
    "2023-05-09 meeting occurred reports GB,US" },
  { "US", "The Consul General at Calcutta (Pavek) to the Secretary of State",
    "I had an hour's talk with Sir Girja today. During call on Chief Minister yesterday I raised question of visas.",
    "2023-05-10 meeting occurred reports IN,US; 2023-05-09 meeting occurred reports IN,US" },
  { "US", "The Secretary of State to the Embassy in India",
    "Indian Ambassador called at his request yesterday. This Government will send a mission in June.",
    "2023-05-09 meeting occurred reports IN,US; 2023-06 commitment planned announces IN,US" },
  { "US", "The Secretary of State to the Embassy in India", "Blinken proceeding New Delhi about June 1.",
    "2023-06-01 visit planned reports IN,US" },
  /* The dateline tells it, where the title does not. */
  { "AU", "Cablegram to Canberra", "Ottawa, 10 May 2023\n\n16. Secret\n\nThe Minister replied by letter.",
    "2023-05-10 statement occurred reports AU,CA" },
  /* Talks with others in a capital are not its state's. */
  { "AU", "Cablegram from Paris to Canberra",
    "I had a second session with the Chinese Ambassador this morning. We agreed to meet again on Monday.",
    "2023-05-10 meeting occurred reports AU,CN; 2023-05-15 meeting planned announces AU,CN" },
  /* Who talked stands in the list of those present, or is the first of another state whom it names. */
  { "US", "Memorandum of Conversation",
    "Memorandum of Conversation\n\nWashington, May 10, 2023\n\nSUBJECT\n\nFrench wines\n\nPARTICIPANTS\n\n"
    "The Secretary of State\n\nAmbassador Osei of Ghana\n\nMr. Hall, AF\n\n"
    "Ambassador Osei said that wines from Chile were hardly drunk at home in the rains.",
    "2023-05-10 meeting occurred reports GH,US" },
  { "US", "Memorandum of Conversation",
    "Memorandum of Conversation\n\nWashington, May 10, 2023\n\n"
    "The Norwegian Ambassador wished to hear more of the fleet.",
    "2023-05-10 meeting occurred reports NO,US" },
  { "US", FROM_DELHI, "Admiral Hall departed this morning after three-day visit to the yards.",
    "2023-05-08/2023-05-10 visit occurred reports IN,US" },
  { "US", FROM_DELHI, "I am sending Mr. Hall to Colombo next week.", "2023-05-15/2023-05-21 visit planned reports LK,US" },
  /* Notes of those who edit it tell what came later; none of it is what it reports. */
  { "US", FROM_DELHI,
    "Saw FonMin this morning.\n\nGarcetti\n\n————————\n\n1. On June 3 India delivered a note to the United States.\n\n"
    "2. A press release of May 4 stated that a protest would be made to Ghana.",
    "2023-05-10 meeting occurred reports IN,US; 2023-06-03 statement occurred mentions IN,US; "
    "2023-05-04 statement occurred mentions IN,US" },
  { "AU", "Cablegram to Canberra",
    "Ottawa, 10 May 2023\n\nThe Minister replied by letter.\n\n1 Document 13.\n\n"
    "2 On 3 June Canada delivered a note to Australia.\n\n3 The Canadian High Commissioner met Penny Wong on 8 July.",
    "2023-05-10 statement occurred reports AU,CA; 2023-06-03 statement occurred mentions AU,CA; "
    "2023-07-08 meeting occurred mentions AU,CA" },
  { "US", "Editorial Note",
    "Editorial Note\n\nOn May 10, 2023, Russia gave a note to the United States. On May 17 Ambassador Thomas-Greenfield met "
    "with the Russian Representative in New York. On June 2, Russia protested to the United States.",
    "2023-05-10 statement occurred reports RU,US; 2023-05-17 meeting occurred reports RU,US; "
    "2023-06-02 protest occurred mentions RU,US" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (EntParsed) parsed = parse_titled (cases[i].title, cases[i].text, strlen (cases[i].text), "en",
                                               cases[i].issuer);
  g_autofree char *found = show_events (parsed);

  g_assert_cmpstr (found, ==, cases[i].events);
}

/* Numbered items, and a date that begins the last line, are no notes. */
static void
test_notes (void)
{
  static const struct
  {
    const char *text;
    gsize first;
    gboolean all;
  } table[] = {
    { "We met. It went well.", NONE, FALSE },
    { "We met.\n\n1 Document 13.\n\n2 Document 14.", 1, FALSE },
    { "We met.\n\n1. Visas.\n\n2. Trade.", NONE, FALSE },
    { "We met.\n\n1 May 2023", NONE, FALSE },
    { "We met.\n\n1 Document 13.\n\n2 Document 14.\n\nIt went well.", NONE, FALSE },
    { "We met.\n\n————————\n\n1. Not printed.", 2, FALSE },
    { "We met.\n\n————————\n\n293.1122/8–251: Telegram\n\n1. Not printed.", 2, FALSE },
    { "We met.\n\n----\n\nIt went well.", NONE, FALSE },
    { "EDITORIAL NOTE\n\nWe met.", NONE, TRUE },
    { "", NONE, FALSE },
  };
  g_autoptr (EntLexicon) lexicon = ent_lexicon_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      EntTokens tokens;

      ent_tokens_init (&tokens);
      ent_tokens_scan (&tokens, lexicon, table[i].text, strlen (table[i].text));
      g_test_message ("%s", table[i].text);
      g_assert_cmpuint (ent_notes_find (&tokens), ==, table[i].first != NONE ? table[i].first : tokens.n_sentences);
      g_assert_cmpint (ent_notes_are_all (&tokens), ==, table[i].all);
      ent_tokens_clear (&tokens);
    }
}

/* A short form is the word, in texts and rules, before and after that is added; a word of its own is no short form. */
static void
test_short_forms (void)
{
  g_autoptr (EntLexicon) lexicon = ent_lexicon_new ();
  guint32 own = ent_lexicon_add (lexicon, "tel", 3);

  ent_lexicon_add_short_form (lexicon, "wld:would");
  ent_lexicon_add_short_form (lexicon, "tel:telegram");
  ent_lexicon_add_short_form (lexicon, "nonsense");
  g_assert_cmpuint (ent_lexicon_find (lexicon, "Wld", 3), ==, ent_lexicon_add (lexicon, "would", 5));
  g_assert_cmpuint (ent_lexicon_add (lexicon, "WLD", 3), ==, ent_lexicon_find (lexicon, "would", 5));
  g_assert_cmpuint (ent_lexicon_find (lexicon, "tel", 3), ==, own);
  g_assert_cmpuint (ent_lexicon_find (lexicon, "nonsense", 8), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load_parser ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/cables/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/cables/notes", test_notes);
  g_test_add_func ("/cables/short-forms", test_short_forms);
  status = g_test_run ();
  ent_parser_unref (parser);
  return status;
}
