/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/reader.h"

/* What a read gave: "[id|title|date|issuer|publisher|notes|text]" a statement, "! file: why" a failure. */
static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("-") : ent_edtf_to_string (info->date);
  gsize length, n;
  const char *text = ent_statement_get_text (statement, &length);
  const EntSpan *furniture = ent_statement_get_furniture (statement, &n);

  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (furniture[i].end, <=, length);
  g_string_append_printf (data, "[%s|%s|%s|%s|%s|%s|%.*s]", info->id, info->title != NULL ? info->title : "-", date,
                          info->issuer != NULL ? info->issuer : "-",
                          info->published_by != NULL ? info->published_by : "-",
                          n > 0 ? "notes" : "-", (int) length, text);
  return TRUE;
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  g_string_append_printf (data, "! %s: %s", file, error->message);
}

static char *
read_xml (const char *name,
          const char *xml,
          gsize       length)
{
  const EntReadOptions options = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
  GString *log = g_string_new (NULL);

  ent_reader_read_bytes (bytes, name, &options, on_found, on_failed, log);
  return g_string_free (log, FALSE);
}

#define EDITION(title, body) \
  "<?xml version='1.0' encoding='UTF-8'?>\n" \
  "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>" title "</title></titleStmt>" \
  "</fileDesc></teiHeader><text><body>" body "</body></text></TEI>"

typedef struct
{
  const char *name;
  const char *xml;
  const char *read;
} Case;

static const Case cases[] = {
  { "a telegram with its notes",
    EDITION ("Foreign Relations of the United\n   States, 1949",
             "<div type='compilation'><head>Letters</head>"
             "<div type='document' xml:id='d7' n='7'><note type='source' rend='inline'>File 12</note>"
             "<head>7. <hi>The Ambassador in Norway</hi> (<persName>\n  <hi>Lund</hi>\n </persName>) to the Secretary of "
             "State<note n='1'>Sent by air.</note></head>"
             "<opener><dateline><placeName>Oslo</placeName>, <date when='1949-05-04T19:00:00'>May 4, 1949</date>."
             "</dateline></opener>"
             "<p>The Foreign Minister received me<note n='2'>On <date when='1949-05-03'>May 3</date>.</note> this morning."
             "<pb n='8'/></p><list><label>1.</label><item>He asked for ships. . . .</item><label>2.</label><item>He "
             "thanked us.</item></list><table><row><cell>Ships:</cell><cell>4</cell></row></table>"
             "<closer><signed>Lund</signed></closer></div></div>"),
    "[a.xml!d7|The Ambassador in Norway (Lund) to the Secretary of State|1949-05-04|US|"
    "Foreign Relations of the United States, 1949|notes|"
    "The Ambassador in Norway (Lund) to the Secretary of State\n\nOslo, May 4, 1949.\n\n"
    "The Foreign Minister received me this morning.\n\n1. He asked for ships. . . .\n\n2. He thanked us.\n\nShips: 4\n\n"
    "Lund\n\n————————\n\nFile 12\n\n1. Sent by air.\n\n2. On May 3.\n]" },
  { "each document by itself, dated where it can be",
    EDITION ("Letters of a Ministry",
             "<div type='document' xml:id='a'><head>Talk of <date from='1955-01-26' to='1955-01-27'>two days</date></head>"
             "<p>One.</p></div>"
             "<div type='document'><head>The Secretary of State to a Friend</head><p>Two, with a date in it: "
             "<date when='1950-01-01'>New Year</date>.</p></div>"
             "<div type='document' xml:id='c'><dateline><date notBefore='1950-02' notAfter='1950-04'>spring</date>"
             "</dateline><attachment><dateline><date when='1949-01-01'>old</date></dateline><p>Three.</p></attachment></div>"
             "<div type='document' xml:id='d'><note>Not printed.</note></div>"),
    "[a.xml!a|Talk of two days|1955-01-26/1955-01-27|-|Letters of a Ministry|-|Talk of two days\n\nOne.\n]"
    "[a.xml!2|The Secretary of State to a Friend|-|-|Letters of a Ministry|-|"
    "The Secretary of State to a Friend\n\nTwo, with a date in it: New Year.\n]"
    "[a.xml!c|-|1950-02?/1950-04?|-|Letters of a Ministry|-|spring\n\nold\n\nThree.\n]"
    "! a.xml!d: is a document without a text" },
  { "an editor's choice",
    EDITION ("E", "<div type='document' xml:id='x'><p>The <choice><sic>tresaty</sic><corr>treaty</corr></choice> holds"
                  "<del> not</del>.</p></div>"),
    "[a.xml!x|-|-|-|E|-|The tresaty holds.\n]" },
  { "no document", EDITION ("A book", "<div type='chapter'><p>Once.</p></div>"),
    "! a.xml: is TEI without documents (<div type=\"document\">)" },
  { "another language of the kind", "<?xml version='1.0'?><rss><item/></rss>",
    "! a.xml: is an XML document of <rss>, of which only TEI is read" },
  { "what is not closed", "<TEI>\n<text>\n</body></TEI>",
    "! a.xml: line 3: Opening and ending tag mismatch: text line 2 and body" },
  { "entities that grow",
    "<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM '/etc/passwd'>]>"
    "<TEI><div type='document' xml:id='x'><p>One &b;&c;two.</p></div></TEI>",
    "[a.xml!x|-|-|-|-|-|One &b;&c;two.\n]" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_xml ("a.xml", cases[i].xml, strlen (cases[i].xml));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* The content tells before the name does. */
static void
test_names (void)
{
  static const char page[] = "<?xml version='1.0'?>\n<!DOCTYPE html><html><body><p>A sentence that is long enough to be "
                             "one of a statement.</p></body></html>";
  g_autofree char *tei = read_xml ("a.txt", cases[2].xml, strlen (cases[2].xml));
  g_autofree char *html = read_xml ("a.xml", page, strlen (page));
  g_autofree char *piped = read_xml ("-", cases[2].xml, strlen (cases[2].xml));
  g_autofree char *text = read_xml ("a.xml", "Plain words.", strlen ("Plain words."));

  g_assert_cmpstr (tei, ==, "[a.txt!x|-|-|-|E|-|The tresaty holds.\n]");
  g_assert_cmpstr (piped, ==, "[-!x|-|-|-|E|-|The tresaty holds.\n]");
  g_assert_nonnull (strstr (html, "long enough"));
  g_assert_cmpstr (text, ==, "[a.xml|-|-|-|-|-|Plain words.]");
}

/* The encoding is the one that the document names. */
static void
test_encoding (void)
{
  static const char latin[] = "<?xml version='1.0' encoding='ISO-8859-1'?><TEI><div type='document' xml:id='x'>"
                              "<p>Charg\xE9.</p></div></TEI>";
  static const char broken[] = "<?xml version='1.0' encoding='UTF-8'?><TEI>\n<p>Charg\xE9 .</p></TEI>";
  g_autofree char *read = read_xml ("a.xml", latin, sizeof latin - 1);
  g_autofree char *failed = read_xml ("a.xml", broken, sizeof broken - 1);

  g_assert_cmpstr (read, ==, "[a.xml!x|-|-|-|-|-|Chargé.\n]");
  g_assert_true (g_str_has_prefix (failed, "! a.xml: line 2: "));
  g_assert_null (strchr (failed, '\n'));
}

/* Wherever a document ends, it is told of. */
static void
test_truncated (void)
{
  const char *xml = cases[0].xml;
  gsize whole = strlen (xml);

  for (gsize sixteenth = 1; sixteenth < 16; sixteenth++)
    {
      g_autofree char *read = read_xml ("a.xml", xml, whole * sixteenth / 16);

      g_assert_true (g_str_has_prefix (read, "! a.xml: line "));
    }
}

static void
test_many (void)
{
  g_autoptr (GString) xml = g_string_new ("<TEI>");
  g_autoptr (GString) deep = g_string_new ("<TEI>");
  g_autofree char *read = NULL;
  g_autofree char *told = NULL;
  guint n = 0;

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (xml, i % 100 == 0 ? "<div type='document'><p>A</p></div>" : "<p><hi>b</hi></p>");
      g_string_append (deep, "<p>");
    }
  g_string_append (xml, "</TEI>");
  read = read_xml ("a.xml", xml->str, xml->len);
  for (const char *at = read; *at != 0; at++)
    n += *at == '[';
  g_assert_cmpuint (n, ==, 1000);
  told = read_xml ("a.xml", deep->str, deep->len);
  g_assert_true (g_str_has_prefix (told, "! a.xml: "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-tei/cases", test_cases);
  g_test_add_func ("/read-tei/names", test_names);
  g_test_add_func ("/read-tei/encoding", test_encoding);
  g_test_add_func ("/read-tei/truncated", test_truncated);
  g_test_add_func ("/read-tei/many", test_many);
  return g_test_run ();
}
