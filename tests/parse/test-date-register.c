/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-fixture.h"

/* A text, and the value of each of its expressions as a text of Wednesday 2014-04-23 has them. */
typedef struct
{
  const char *text;
  const char *values; /* words|value, a line each */
} Case;

static const Case cases[] = {
  /* Messages leave out the small words, and write the others short. */
  { "Long day at the fair!! See you tmr night", "day|P1D\ntmr night|2014-04-24TNI" },
  { "@harbour Morning! Doors open this Sat, 7pm", "Morning|2014-04-23TMO\nthis Sat, 7pm|2014-04-26T19:00" },
  { "cant sleep, paper on fri at 830am lol", "fri|2014-04-25\n830am|2014-04-25T08:30" },
  { "Back in 20 mins #quick", "20 mins|PT20M" },
  { "all day all night http://a.example/2013x1BC", "all day all night|P1D" },
  { "See you 2nite!! or nxt wk", "2nite|2014-04-23TNI\nnxt wk|2014-W18" },
  /* The same words in a text that is none. */
  { "It was a day of mourning. The night was calm, and the talks were long.", "a day|P1D" },
  { "The former minister met them at that time.", "" },
  /* What looks like a date in a name or an address. */
  { "Pictures of the #expo2013 and of @user1999 are at http://pics.example/Gt9Yg2BC6O", "" },
  /* In a history they tell of its time. */
  { "The fort was built in 1711 and 1712, sold in 1790, burnt in 1801 and left in 1820. During this period its former "
    "lord lived abroad. In 1830 a summer offensive came, and the town fell at night.",
    "1711|1711\n1712|1712\n1790|1790\n1801|1801\n1820|1820\nthis period|1820\nformer|PAST_REF\n1830|1830\n"
    "summer|1830-SU\nnight|XXXX-XX-XXTNI" },
  { "The temple was begun in the 460s BC, and the wall in the 5th century BC; in 431 BC war came.",
    "the 460s BC|BC046\nthe 5th century BC|BC04\n431 BC|BC0431" },
  { "It was told of in the 1st century.", "the 1st century|00" },
};

static void
test_registers (void)
{
  DateFixture fixture;

  date_fixture_init (&fixture, "en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) timexes = date_fixture_scan (&fixture, "2014-04-23", cases[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < timexes->len; j++)
        {
          const EntTimex *timex = &g_array_index (timexes, EntTimex, j);

          g_string_append_printf (found, "%s%.*s|%s", j > 0 ? "\n" : "", (int) (timex->end - timex->start),
                                  cases[i].text + timex->start, timex->value);
        }
      g_assert_cmpstr (found->str, ==, cases[i].values);
    }
  date_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/date-register/registers", test_registers);
  return g_test_run ();
}
