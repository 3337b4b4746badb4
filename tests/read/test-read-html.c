/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read-fixture.h"
#include "read/markup.h"

/* What a read gave: "title|date|body|url|text" a statement, with its publisher behind a slash where it has one, and the
 * day on which it was fetched behind the address; "! why" a failure. */
static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("-") : ent_edtf_to_string (info->date);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  g_string_append_printf (data, "%s|%s|%s%s%s|%s", info->title != NULL ? info->title : "-", date,
                          info->issuing_body != NULL ? info->issuing_body : "-",
                          info->published_by != NULL ? "/" : "", info->published_by != NULL ? info->published_by : "",
                          info->url != NULL ? info->url : "-");
  if (info->retrieved != NULL)
    g_string_append_printf (data, " %s", info->retrieved);
  g_string_append_printf (data, "|%.*s", (int) length, text);
  return TRUE;
}

static char *
read_page (const char *page,
           gsize       length)
{
  return read_fixture_log ("page.html", page, length, on_found);
}

#define FIRST \
  "The Foreign Minister received her colleague from the neighbouring state this morning and spoke with him about trade."
#define SECOND \
  "Both agreed that the border commission should meet again before the end of the year, and that flights be resumed."

typedef struct
{
  const char *name;
  const char *page;
  const char *read;
} Case;

static const Case cases[] = {
  { "what a site puts around a statement",
    "<!DOCTYPE html><html><head><title>Talks in the capital | Ministry of Foreign Affairs</title>"
    "<meta property='og:site_name' content='Ministry of Foreign Affairs'>"
    "<meta property='article:published_time' content='2021-05-04T10:00:00+02:00'>"
    "<link rel='canonical' href='https://example.org/talks'></head><body>"
    "<nav><a href='/'>Home</a><a href='/news'>News</a></nav>"
    "<div><ul><li><a href='/a'>About the Ministry</a></li><li><a href='/b'>Contact</a></li></ul></div>"
    "<h1>Talks in the capital</h1><p>" FIRST "</p>\n<p>" SECOND "</p>"
    "<div>Share</div><h3>Related news</h3><ul><li><a href='/c'>The Minister travels to another capital next week</a>"
    "<li><a href='/d'>The Minister has spoken with the Secretary-General of the organisation</a></ul>"
    "<footer>Copyright of the Ministry, which has its seat in a street of the capital and answers letters.</footer>"
    "<script>var words = 'none of this is ever read';</script></body></html>",
    "Talks in the capital|2021-05-04|-/Ministry of Foreign Affairs|https://example.org/talks|"
    "Talks in the capital\n\n" FIRST "\n\n" SECOND "\n" },
  { "dates in a script's data, and an article",
    "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"datePublished\": \"2019-12-01\"}</script>"
    "</head><body><p>A sentence that stands outside of the article and is long enough to be one of it.</p>"
    "<article><h1>Joint communiqué</h1><p>" FIRST "<p>" SECOND "</article></body>",
    "Joint communiqué|2019-12-01|-|-|Joint communiqué\n\n" FIRST "\n\n" SECOND "\n" },
  { "a day shown below the heading, and lines ended by breaks",
    "<html><body><div class=t>Readout of a call</div><div>2018年3月6日</div><div>" FIRST "<br>" SECOND "</div></body>",
    "-|2018-03-06|-|-|" FIRST "\n\n" SECOND "\n" },
  { "who publishes a page, in a script's data",
    "<html><head><title>Joint communiqué</title><script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", "
    "\"name\": \"A site\"}, {\"@type\": \"NewsArticle\", \"author\": {\"name\": \"Somebody\"}, \"publisher\": "
    "{\"@type\": \"Organization\", \"name\": \"Ministry of Foreign Affairs\", \"logo\": {}}, \"broken\": } ]}</script>"
    "</head><body><h1>Joint communiqué</h1><p>" FIRST "<p>" SECOND "</body>",
    "Joint communiqué|-|-/Ministry of Foreign Affairs|-|Joint communiqué\n\n" FIRST "\n\n" SECOND "\n" },
  { "paragraphs that only breaks part, below a line of the site's",
    "<html><head><title>Talks in the capital | Government</title></head><body><div><div>Talks in the capital</div>"
    "<div>News story | Foreign Minister | <a href=m>Ministry</a></div><div>" FIRST "<br><br>" SECOND "</div>"
    "<div>Did you find what you were looking for?</div><div><a href=y>Yes</a> <a href=n>No</a></div></div></body>",
    "Talks in the capital|-|-|-|Talks in the capital\n\n" FIRST "\n\n" SECOND "\n" },
  { "whose page it is, beside the site's map and address",
    "<html><body><h1>会谈</h1><p>" FIRST "</p><p>" SECOND "</p><div>版权所有：外交部 网站地图 联系我们</div></body>",
    "会谈|-|-/外交部|-|会谈\n\n" FIRST "\n\n" SECOND "\n" },
  { "what is hidden, soft hyphens and spaces that do not break",
    "<html><body><p>" FIRST "</p><p style='display:none'>" SECOND "</p><p hidden>" SECOND "</p>"
    "<p>Both agreed on the&nbsp;com&shy;muni&#233;, which the two delega&#8203;tions will sign in the autumn.</p></body>",
    "-|-|-|-|" FIRST "\n\nBoth agreed on the communié, which the two delegations will sign in the autumn.\n" },
  { "a number that is no date",
    "<html><head><meta name=date content='1234-56-78'></head><body><p>" FIRST "</p></body>", "-|-|-|-|" FIRST "\n" },
  { "where a browser saved it from",
    "<!-- saved from url=(0019)https://example.org/ -->\n<html><body><p>" FIRST "</p></body>",
    "-|-|-|https://example.org/|" FIRST "\n" },
  { "where and when a program saved it, and an address that leads from the page",
    "<html><!--\n Page saved with SingleFile \n url: https://example.org/a?b=c \n saved date: Tue Apr 02 2024 10:00:00 GMT+0200"
    "\n--><head><link rel=canonical href='/a'></head><body><p>" FIRST "</p></body>",
    "-|-|-|https://example.org/a?b=c 2024-04-02|" FIRST "\n" },
  { "what an archive kept of it",
    "<html><head><link rel=canonical href='https://web.archive.org/web/20190103112233/https://example.org/a'></head><body><p>"
    FIRST "</p></body><!--\n FILE ARCHIVED ON 11:22:33 Jan 03, 2019 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 01:02:03 "
    "Feb 4, 2021.\n-->",
    "-|-|-|https://example.org/a 2019-01-03|" FIRST "\n" },
  { "whom it has the text from",
    "<html><body><h1>会谈</h1><div class=i>来源：河流日报2018年03月06日 10:00</div><p>" FIRST "</p><p>" SECOND "</p></body>",
    "会谈|2018-03-06|-/河流日报|-|会谈\n\n来源：河流日报2018年03月06日 10:00\n\n" FIRST "\n\n" SECOND "\n" },
  { "nothing but menus", "<html><body><a href=a>One</a> <a href=b>Two</a></body></html>",
    "! is a web page without a text in it" },
  { "an encoding that the page names",
    "<html><head><meta charset=windows-1251></head><body><p>"
    "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xE8\xED\xEE\xF1\xF2\xF0\xE0\xED\xED\xFB\xF5 \xE4\xE5\xEB "
    "\xEF\xF0\xE8\xED\xFF\xEB \xEF\xEE\xF1\xEB\xE0.</p></body>",
    "-|-|-|-|Министр иностранных дел принял посла.\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_page (cases[i].page, strlen (cases[i].page));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Wherever a page ends, it is read or told of, and what is read is in it. */
static void
test_truncated (void)
{
  const char *page = cases[0].page;

  for (gsize length = strlen ("<!DOCTYPE html>"); length < strlen (page); length++)
    {
      g_autofree char *read = read_page (page, length);

      g_assert_cmpint (read[0], !=, 0);
      g_assert_null (strstr (read, "none of this"));
    }
}

/* Many elements inside each other are told of, and take no longer than as many side by side. */
static void
test_deep (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autofree char *read = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (page, i % 2 ? "<div>" : "<b><p>");
  read = read_page (page->str, page->len);
  g_assert_cmpstr (read, ==, "! is nested deeper than is read");
}

/* A page whose words are many, and one element whose attributes are. */
static void
test_attributes (void)
{
  g_autoptr (GString) words = g_string_new ("<html><body><pre>5 < 6");
  g_autoptr (GString) attributes = g_string_new ("<html><body><p ");
  g_autofree char *read = NULL;
  g_autofree char *refused = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append_printf (words, " word");
      g_string_append_printf (attributes, "a%u='>' ", i);
    }
  g_string_append (attributes, ">" FIRST "</p></body></html>");
  read = read_page (words->str, words->len);
  refused = read_page (attributes->str, attributes->len);
  g_assert_nonnull (strstr (read, "5 < 6 word word"));
  g_assert_cmpstr (refused, ==, "! has an element with more attributes than are read");
}

/* A page that takes longer than a file may is given up. */
static void
test_clock (void)
{
  const EntReadClock over = { .end = 1, .seconds = 7 };
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMarkup) markup = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (page, "<p>word</p>");
  markup = ent_markup_parse_html (page->str, page->len, &over, &error);
  g_assert_null (markup);
  g_assert_error (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "takes longer than the 7 seconds that one file may take");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-html/cases", test_cases);
  g_test_add_func ("/read-html/truncated", test_truncated);
  g_test_add_func ("/read-html/deep", test_deep);
  g_test_add_func ("/read-html/attributes", test_attributes);
  g_test_add_func ("/read-html/clock", test_clock);
  return g_test_run ();
}
