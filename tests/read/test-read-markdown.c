/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read-fixture.h"

/* What a read gave: "id|title|date|language|issuer|body|publisher|url|text" a statement, "! why" a failure. */
static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("-") : ent_edtf_to_string (info->date);
  const char *facts[] = { info->id, info->title, date, info->language, info->issuer, info->issuing_body,
                          info->published_by, info->url };
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    g_string_append_printf (data, "%s|", facts[i] != NULL ? facts[i] : "-");
  g_string_append_len (data, text, (gssize) length);
  return TRUE;
}

static char *
read_markdown (const char *text,
               gsize       length)
{
  return read_fixture_log ("a.md", text, length, on_found);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *read;
} Case;

static const Case cases[] = {
  { "a head, and marks of all kinds",
    "---\ntitle: \"Talks: a readout\"\nDate: 2024-04-02T10:00:00Z\nlang: en\nissuer: CN\nsource: Ministry of Foreign "
    "Affairs\npublisher: 'A Paper'\nurl: https://example.org/a\ntags:\n  - talks\n---\n# Talks\n\nThe *two* "
    "**ministers** spoke\nof [trade](https://example.org/t \"x\")  \nand `fish`. ![A picture](p.png)\n\n"
    "3. One.\n4. Two.\n   - Three\n\n> Four &amp; five.\n\n***\n\n<div>Six</div>\n\nSeven<br>eight.\n",
    "a.md|Talks: a readout|2024-04-02|en|CN|Ministry of Foreign Affairs|A Paper|https://example.org/a|Talks\n\nThe two "
    "ministers spoke\nof trade\nand fish.\n\n3. One.\n\n4. Two.\n\nThree\n\nFour & five.\n\nSix\n\nSeven\neight.\n" },
  { "no head: the heading is the title", "### Talks *in* the capital\n\nOne.\n",
    "a.md|Talks in the capital|-|-|-|-|-|-|Talks in the capital\n\nOne.\n" },
  { "a value over two lines, an address as source, a month, the language's end of a head",
    "---\r\ntitle: >\r\n  One long\r\n  title\r\nsource: http://example.org/\r\ndate: 1979-03\r\n...\r\nTwo.\r\n",
    "a.md|One long title|1979-03|-|-|-|-|http://example.org/|Two.\n" },
  { "a rule is no head", "---\nOne: two.\n", "a.md|-|-|-|-|-|-|-|One: two.\n" },
  { "a table and footnotes",
    "One.[^a] [Two](b) | three.\n\n| Topic | Result |\n|---|:--|\n| **Trade** | talks \\| more |\n|  | none\n\nFour.\n\n"
    "[^a]: A note\n    that goes on.\n\nFive [^b c].\n",
    "a.md|-|-|-|-|-|-|-|One. Two | three.\n\nTopic Result\n\nTrade talks | more\n\nnone\n\nFour.\n\nFive [^b c].\n" },
  { "a link to the page that it was taken from tells its address and day", "# One\n\nTwo.\n\n[查看原文](https://a.example/2024/04/02/b)\n",
    "a.md|One|2024-04-02|-|-|-|-|https://a.example/2024/04/02/b|One\n\nTwo.\n" },
  { "such a word among others is text", "One [source](https://a.example/2024/04/02/b) two.\n", "a.md|-|-|-|-|-|-|-|One source two.\n" },
  { "nothing but a head", "---\ntitle: One\n---\n", "! holds no text" },
  { "a line of a head without a colon", "---\nnothing\ndate: soon\n---\nOne.", "a.md|-|-|-|-|-|-|-|One.\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_markdown (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Wherever a text ends, something is read or told of. */
static void
test_truncated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 0; length < strlen (cases[i].text); length++)
      {
        g_autofree char *read = read_markdown (cases[i].text, length);

        g_assert_cmpint (read[0], !=, 0);
      }
}

/* Marks that never end are read in time. */
static void
test_endless (void)
{
  static const char * const marks[] = { "[", ">", "*a ", "- ", "![[](", "<a", "`b", "_*", "&#", "    ", "<!--", "---\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) text = g_string_new ("Begin ");
      g_autofree char *read = NULL;

      for (guint n = 0; n < 50000; n++)
        g_string_append (text, marks[i]);
      read = read_markdown (text->str, text->len);
      g_assert_cmpint (read[0], !=, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-markdown/cases", test_cases);
  g_test_add_func ("/read-markdown/truncated", test_truncated);
  g_test_add_func ("/read-markdown/endless", test_endless);
  return g_test_run ();
}
