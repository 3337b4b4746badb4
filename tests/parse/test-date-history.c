/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-fixture.h"

/* A text, and the value of each of its expressions as a statement of 2009-12-19 has them. */
typedef struct
{
  const char *text;
  const char *values; /* a line each: words|value */
} Story;

static const Story stories[] = {
  /* Bare months follow the story, over the turn of the year as well; a look back and a museum's year do not move it. */
  { "The company was founded in 1858, and digging began on 25 April 1859. By December half of the camps stood. In "
    "February the first machines came. A strike was called in 1861. On 18 November 1862 the water reached the lake, "
    "which a museum opened in 1997 shows well. The next day the workers rested. In March an engineer who had come two "
    "years earlier took over. In June he left. On 17 November 1869 the canal was opened.",
    "1858|1858\n25 April 1859|1859-04-25\nDecember|1859-12\nFebruary|1860-02\n1861|1861\n"
    "18 November 1862|1862-11-18\n1997|1997\nThe next day|1862-11-19\nMarch|1863-03\ntwo years earlier|1861\n"
    "June|1863-06\n17 November 1869|1869-11-17" },
  /* A year told for a plan only, and the day after the one told before it. */
  { "The dam was begun in 1951 and grew from 1953 to 1955. On 10 March 1975 it was measured. It had been built for the "
    "traffic of 1982. On 14 March it broke. On 29 April 1975 the court met.",
    "1951|1951\n1953|1953\n1955|1955\n10 March 1975|1975-03-10\n1982|1982\n14 March|1975-03-14\n"
    "29 April 1975|1975-04-29" },
  /* The writer's own day is not the story's. */
  { "He left in 1911, came back in 1912 and sat in the council of 1913 and 1914. On 8 August 1918 the front gave way; "
    "the town keeps the day today. On 10 August it was rebuilt. They had met the previous April. On 3 September peace "
    "was asked for.",
    "1911|1911\n1912|1912\n1913|1913\n1914|1914\n8 August 1918|1918-08-08\ntoday|2009-12-19\n"
    "10 August|1918-08-10\nthe previous April|1918-04\n3 September|1918-09-03" },
  /* Nor does it count from the story what the writer says of his own year. */
  { "She was elected in 1996, 1998, 2000, 2002, 2004 and 2006. She left earlier this year. In June she had spoken.",
    "1996|1996\n1998|1998\n2000|2000\n2002|2002\n2004|2004\n2006|2006\nearlier this year|2009\nJune|2006-06" },
  /* News with an old year or two stays news. */
  { "The minister, in office since 1997 and 2001, spoke on Monday. In June he signed the text.",
    "1997|1997\n2001|2001\nMonday|2009-12-14\nJune|2009-06" },
  /* Many old years do not make a history of what counts from today. */
  { "He was elected in 1991, 1995, 1999, 2003 and 2007. Yesterday he said that he would go next week. In June he had "
    "been ill. Last month he rested.",
    "1991|1991\n1995|1995\n1999|1999\n2003|2003\n2007|2007\nYesterday|2009-12-18\nnext week|2009-W52\nJune|2009-06\n"
    "Last month|2009-11" },
};

static void
test_stories (void)
{
  DateFixture fixture;

  date_fixture_init (&fixture, "en");
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (GArray) timexes = date_fixture_scan (&fixture, "2009-12-19", stories[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < timexes->len; j++)
        {
          const EntTimex *timex = &g_array_index (timexes, EntTimex, j);

          g_string_append_printf (found, "%s%.*s|%s", j > 0 ? "\n" : "", (int) (timex->end - timex->start),
                                  stories[i].text + timex->start, timex->value);
        }
      g_assert_cmpstr (found->str, ==, stories[i].values);
    }
  date_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/date-history/stories", test_stories);
  return g_test_run ();
}
