/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read-fixture.h"

/* What a read gave: "title|date|publisher|text" a statement, "! why" a failure. */
static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("-") : ent_edtf_to_string (info->date);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);

  g_string_append_printf (data, "%s|%s|%s|%.*s", info->title != NULL ? info->title : "-", date,
                          info->published_by != NULL ? info->published_by : "-", (int) length, text);
  if (info->retrieved != NULL)
    g_string_append_printf (data, " %s %s", info->url, info->retrieved);
  return TRUE;
}

static char *
read_mail (const char *name,
           const char *mail,
           gsize       length)
{
  return read_fixture_log (name, mail, length, on_found);
}

#define SENTENCE "The two ministers spoke about trade this morning and agreed that they should meet again in the autumn."

typedef struct
{
  const char *name;
  const char *file;
  const char *mail;
  const char *read;
} Case;

static const Case cases[] = {
  { "a plain message", "a.eml",
    "From: Press Office <press@example.org>\r\nSubject: =?utf-8?B?5Lya6LCI?= held\r\n"
    "Date: Tue, 2 Apr 2024 23:30:00 -0500\r\n\r\nThey met.\r\n\r\nThey parted.\r\n-- \r\nPress Office, tel. 12\r\n",
    "会谈 held|2024-04-02|Press Office|They met.\n\nThey parted.\n" },
  { "told by what mail carries before its name", "a.txt",
    "Received: from a by b; Tue, 2 Apr 2024 10:00:00 +0000\nFrom: press@example.org\n"
    "Content-Type: text/plain; charset=gb18030\nContent-Transfer-Encoding: quoted-printable\n\n=BB=E1=CC=B8\n",
    "-|-|example.org|会谈\n" },
  { "the text rather than the page, and nothing attached", "a.eml",
    "From: a@example.org\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=n.txt\n\nAttached.\n"
    "--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/html\n\n<p>Page.</p>\n"
    "--y\nContent-Type: text/plain\n\nText.\n--y--\n--x--\n",
    "S|-|example.org|Text." },
  { "a page alone", "a.eml",
    "Subject: S\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>" SENTENCE "</p></body></html>\n",
    "S|-|-|" SENTENCE "\n" },
  { "a page that a browser saved whole", "a.mhtml",
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: Talks\r\n"
    "Date: Tue, 2 Apr 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related; type=\"text/html\"; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>" SENTENCE "</p></body></html>\r\n--x\r\n"
    "Content-Type: text/css\r\n\r\np { color: red }\r\n--x--\r\n",
    "-|-|-|" SENTENCE "\n https://example.org/a 2024-04-02" },
  { "no text", "a.eml", "Subject: S\nContent-Type: image/png\n\nabc\n", "! is a message without a text in it" },
  { "a text that begins as a memorandum does", "a.txt", "Subject: Ships\n\nThey met.", "-|-|-|Subject: Ships\n\nThey met." },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_mail (cases[i].file, cases[i].mail, strlen (cases[i].mail));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_truncated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 1; length < strlen (cases[i].mail); length++)
      {
        g_autofree char *read = read_mail ("a.eml", cases[i].mail, length);

        g_assert_cmpint (read[0], !=, 0);
      }
}

/* Parts in parts in parts are read in time, or told of. */
static void
test_deep (void)
{
  g_autoptr (GString) mail = g_string_new ("Subject: S\nMIME-Version: 1.0\n");
  g_autofree char *read = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (mail, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  g_string_append (mail, "Content-Type: text/plain\n\nDeep.\n");
  read = read_mail ("a.eml", mail->str, mail->len);
  g_assert_cmpint (read[0], !=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-mail/cases", test_cases);
  g_test_add_func ("/read-mail/truncated", test_truncated);
  g_test_add_func ("/read-mail/deep", test_deep);
  return g_test_run ();
}
