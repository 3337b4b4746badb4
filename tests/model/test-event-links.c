/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hand-made.h"
#include "model/event-links.h"
#include "model/merge.h"

typedef struct
{
  const char *name;
  const char *input;
  const char *links; /* the events by number in the store's order */
} LinkCase;

static const LinkCase link_cases[] = {
  { "a call at which an earlier meeting was recalled",
    "cn/1|CN|reports|call|occurred|2024-04-02|CN,US|||\n"
    "cn/1|CN|mentions|summit|occurred|2023-11|CN,US||San Francisco|\n",
    "1 invokes 0: cn/1 refers to it\n" },
  { "of two events told in one text, the one whose passage it is",
    "us/1|US|reports|meeting|occurred|2024-04-02|CN,US|||\n"
    "us/1|US|mentions|summit|occurred|2023-11|CN,US||Woodside|\n"
    "us/1|US|reports|meeting|occurred|2024-04-03|JP,US|||\n"
    "us/1|US|mentions|summit|occurred|2023-08|JP,KR,US||Camp David|\n",
    "2 invokes 1: us/1 refers to it\n"
    "3 invokes 0: us/1 refers to it\n" },
  { "a visit that was announced",
    "us/1|US|announces|visit|planned|2024-04-03/2024-07~|CN,US|Janet Yellen||\n"
    "us/2|US|reports|visit|occurred|2024-04-04/2024-04-09|CN,US|Janet Yellen||\n"
    "us/3|US|reports|visit|occurred|2024-06-01|CN,US|Janet Yellen||\n",
    "1 fulfils 0: the first of its kind, sides and people inside the span that us/1 plans\n" },
  { "a visit that came late, and one that came too late",
    "us/1|US|announces|visit|planned|2024-01-01/2024-01-31|CN,US|Janet Yellen||\n"
    "us/1|US|announces|visit|planned|2024-01-01/2024-01-31|IN,US|Antony Blinken||\n"
    "us/2|US|reports|visit|occurred|2024-02-10|CN,US|Janet Yellen||\n"
    "us/3|US|reports|visit|occurred|2024-06-01|IN,US|Antony Blinken||\n",
    "2 fulfils 0: the first of its kind, sides and people, 10 days after the span that us/1 plans\n" },
  { "somebody else's visit, a call, other sides, and one before",
    "us/1|US|announces|visit|planned|2024-02-01/2024-02-29|CN,US|Janet Yellen||\n"
    "us/2|US|reports|visit|occurred|2024-01-20|CN,US|Janet Yellen||\n"
    "us/3|US|reports|visit|occurred|2024-02-10|CN,US|Antony Blinken||\n"
    "us/4|US|reports|call|occurred|2024-02-11|CN,US|Janet Yellen||\n"
    "us/5|US|reports|visit|occurred|2024-02-12|IN,US|Janet Yellen||\n",
    "" },
  { "the talks at which the next ones were planned are not those",
    "us/1|US|reports|meeting|occurred|2024-02-01|CN,US|||\n"
    "us/1|US|announces|meeting|planned|2024-02-01/2024-05~|CN,US|||\n",
    "" },
  { "a plan for the summit, whatever it was called",
    "us/1|US|announces|meeting|planned|2024-11|CN,US|Joe Biden||\n"
    "us/2|US|reports|summit|occurred|2024-11-16|CN,US|Joe Biden,Xi Jinping||\n",
    "1 fulfils 0: the first of its kind, sides and people inside the span that us/1 plans\n" },
  { "a visit that was called off",
    "us/1|US|announces|visit|planned|2023-02-05/2023-02-06|CN,US|Antony Blinken||\n"
    "us/2|US|reports|suspension|occurred|2023-02-03|CN,US|||\n"
    "&us/2|US|mentions|visit|denied|2023-02|CN,US|Antony Blinken||\n",
    "0 cancels 1: the same words of us/2 call it off\n" },
  { "a visit recalls what was before it, not what it held",
    "us/1|US|reports|visit|occurred|2024-04-04/2024-04-09|CN,US|Janet Yellen||\n"
    "us/1|US|mentions|meeting|occurred|2024-04-07|CN,US|Janet Yellen,Li Qiang||\n"
    "us/1|US|mentions|meeting|occurred|2023-07-09|CN,US|Janet Yellen,He Lifeng||\n",
    "1 invokes 0: us/1 refers to it\n" },
  { "what a plan was made at, and what came before it was made",
    "us/1|US|announces|call|planned|2024-02|CN,US|Joe Biden,Xi Jinping||\n"
    "us/2|US|reports|call|occurred|2024-01-20|CN,US|Joe Biden,Xi Jinping||\n"
    "us/3|US|reports|call|occurred|2024-03-31|CN,US|Joe Biden,Xi Jinping||\n",
    "2 fulfils 1: the first of its kind, sides and people, 31 days after the span that us/1 plans\n" },
  { "of talks without a name only the very day",
    "us/1|US|announces|meeting|planned|2024-02-01/2024-02-29|CN,US|||\n"
    "us/1|US|announces|meeting|planned|2024-03-05|JP,US|||\n"
    "us/2|US|reports|meeting|occurred|2024-02-10|CN,US|||\n"
    "us/3|US|reports|meeting|occurred|2024-03-05|JP,US|||\n",
    "3 fulfils 2: the first of its kind, sides and people inside the span that us/1 plans\n" },
  { "words of others do not call off a plan",
    "us/1|US|reports|suspension|occurred|2023-02-03|CN,US|||\n"
    "&us/1|US|mentions|visit|denied|2023-02|JP,KR|Yoon Suk Yeol||\n",
    "" },
  { "acts only for the same topic",
    "us/1|US|announces|agreement|planned|2024-02|CN,US|||climate\n"
    "us/2|US|reports|agreement|occurred|2024-02-10|CN,US|||trade\n"
    "us/3|US|reports|agreement|occurred|2024-02-20|CN,US|||climate\n",
    "2 fulfils 0: the first of its kind, sides and people inside the span that us/1 plans\n" },
};

static char *
dump_links (const EntEventStore *store)
{
  const EntEventLinks *links = ent_event_store_get_links (store);
  GString *out = g_string_new (NULL);

  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    {
      gsize n;
      const EntEventLink *here = ent_event_links_get (links, row, &n);

      for (gsize i = 0; i < n; i++)
        {
          g_autofree char *why = ent_event_link_dup_why (&here[i], store);

          g_string_append_printf (out, "%u %s %u: %s\n", row, ent_link_type_to_id (here[i].type), here[i].row, why);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_cases (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (link_cases); i++)
    {
      g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, link_cases[i].input);
      g_autoptr (EntEventStore) store = NULL;
      g_autofree char *links = NULL;

      g_test_message ("%s", link_cases[i].name);
      store = ent_merge (vocabulary, (const EntParsed * const *) parsed->pdata, parsed->len, ENT_MERGE_STATEMENTS);
      links = dump_links (store);
      g_assert_cmpstr (links, ==, link_cases[i].links);
    }
}

/* What leads from one event leads back from the other. */
static void
test_back (void)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();

  for (gsize i = 0; i < G_N_ELEMENTS (link_cases); i++)
    {
      g_autoptr (GPtrArray) parsed = hand_made_parse (vocabulary, link_cases[i].input);
      g_autoptr (EntEventStore) store = NULL;
      const EntEventLinks *links;
      gsize n_from = 0, n_to = 0;

      store = ent_merge (vocabulary, (const EntParsed * const *) parsed->pdata, parsed->len, ENT_MERGE_STATEMENTS);
      links = ent_event_store_get_links (store);
      for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
        {
          gsize n;
          const EntEventLink *back = ent_event_links_get_back (links, row, &n);

          n_to += n;
          for (gsize j = 0; j < n; j++)
            {
              gsize n_other;
              const EntEventLink *other = ent_event_links_get (links, back[j].row, &n_other);
              gboolean is_there = FALSE;

              for (gsize k = 0; k < n_other; k++)
                is_there |= other[k].row == row && other[k].type == back[j].type;
              g_assert_true (is_there);
            }
          ent_event_links_get (links, row, &n);
          n_from += n;
        }
      g_assert_cmpuint (n_from, ==, n_to);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-links/cases", test_cases);
  g_test_add_func ("/event-links/back", test_back);
  return g_test_run ();
}
