/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/statement-set.h"

typedef struct
{
  const char *id;
  const char *file;
  const char *text;
  const char *expected; /* NULL: it is there already */
  gboolean renamed;
} Step;

static const Step steps[] = {
  { "a", "f", "one", "a", FALSE },
  { "a", "g", "one", NULL, FALSE },
  { "a", "f", "two", "a#2", TRUE },
  { "a", "f", "three", "a#3", TRUE },
  { "a", "f", "two", NULL, FALSE },
  { "b", "f", "one", "b", FALSE },
  { "a#2", "f", "four", "a#2#2", TRUE },
  { "c#2", "f", "one", "c#2", FALSE },
  { "c", "f", "one", "c", FALSE },
  { "c", "f", "two", "c#3", TRUE },
  { "f.jsonl", "f.jsonl", "one", "f.jsonl", FALSE },
  { "f.jsonl", "f.jsonl", "two", "f.jsonl#2", FALSE },
  { "f.jsonl", "f.jsonl", "", "f.jsonl#3", FALSE },
};

static EntStatement *
add (EntStatementSet *set,
     const char      *id,
     const char      *file,
     const char      *text,
     gboolean        *renamed)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  EntStatementInfo info = { .id = (char *) id, .file = (char *) file };

  return ent_statement_set_add (set, ent_statement_new (bytes, &info, NULL, 0), renamed);
}

static void
test_steps (void)
{
  g_autoptr (EntStatementSet) set = ent_statement_set_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gboolean renamed;
      g_autoptr (EntStatement) statement = add (set, steps[i].id, steps[i].file, steps[i].text, &renamed);

      g_assert_cmpstr (statement != NULL ? ent_statement_get_info (statement)->id : NULL, ==, steps[i].expected);
      g_assert_cmpint (renamed, ==, steps[i].renamed);
    }
}

/* Beyond the first size, and as many of one id as there may be of a stream that gives none. */
static void
test_many (void)
{
  g_autoptr (EntStatementSet) set = ent_statement_set_new ();

  for (int i = 1; i <= 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %d", i);
      g_autofree char *expected = i > 1 ? g_strdup_printf ("f#%d", i) : g_strdup ("f");
      g_autoptr (EntStatement) again = NULL;
      g_autoptr (EntStatement) statement = NULL;
      gboolean renamed;

      statement = add (set, "f", "f", text, &renamed);
      g_assert_cmpstr (ent_statement_get_info (statement)->id, ==, expected);
      again = add (set, "f", "f", text, &renamed);
      g_assert_null (again);
    }
}

/* The same words in another layout are a version of what came first; few words are none. */
static void
test_versions (void)
{
  static const char page[] = "Talks\n\nThe ministers of both countries met on the river this morning, and spoke for two "
                             "hours of the fish in it, of the ships on it — and of its name.\nThey will meet again in June, "
                             "when the water is low and the fishermen have time to come.\n";
  static const char pdf[] = "The Ministers of both countries met on the river this morning, and spoke for two hours of the "
                            "fish in it,\nof the ships on it - and of its name. They will meet again in June, when the water "
                            "is low and the\nfishermen have time to come.";
  static const struct
  {
    const char *id;
    const char *text;
    const char *version_of;
  } cases[] = {
    { "a", page, NULL }, { "b", pdf, "a" }, { "c", "They met.", NULL }, { "d", "They met.", NULL }, { "e", page, "a" },
  };
  g_autoptr (EntStatementSet) set = ent_statement_set_new ();

  ent_statement_set_mark_versions (set);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      EntStatementInfo info = { .id = (char *) cases[i].id, .file = (char *) cases[i].id, .title = (char *) "Talks" };
      gboolean renamed;
      g_autoptr (EntStatement) statement = NULL;

      statement = ent_statement_set_add (set, ent_statement_new (bytes, &info, NULL, 0), &renamed);
      g_assert_cmpstr (ent_statement_get_info (statement)->version_of, ==, cases[i].version_of);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-set/steps", test_steps);
  g_test_add_func ("/statement-set/many", test_many);
  g_test_add_func ("/statement-set/versions", test_versions);
  return g_test_run ();
}
