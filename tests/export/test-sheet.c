/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export/sheet.h"

static EntSheet *
make_sheet (void)
{
  EntSheet *sheet = ent_sheet_new ("A < B", (const char * const[]) { "Topic", "China \"speaks\"", NULL });

  ent_sheet_add_row (sheet, (const char * const[]) { "Trade", "=1+1", NULL });
  ent_sheet_add_row (sheet, (const char * const[]) { "-3", "one\ntwo & more", NULL });
  ent_sheet_add_row (sheet, (const char * const[]) { "short", NULL });
  ent_sheet_add_note (sheet, "Sources: <none>");
  return sheet;
}

static void
test_csv (void)
{
  g_autoptr (EntSheet) sheet = make_sheet ();
  g_autoptr (GBytes) bytes = ent_sheet_to_csv (sheet);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, "\"Topic\",\"China \"\"speaks\"\"\"\r\n\"Trade\",\"'=1+1\"\r\n"
                             "\"-3\",\"one\ntwo & more\"\r\n\"short\",\"\"\r\n");
  g_assert_cmpuint (ent_sheet_get_n_rows (sheet), ==, 3);
}

static void
test_html (void)
{
  g_autoptr (EntSheet) sheet = make_sheet ();
  g_autoptr (GBytes) bytes = ent_sheet_to_html (sheet);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "<title>A &lt; B</title>"));
  g_assert_nonnull (strstr (text, "<td>one<br>two &amp; more</td>"));
  g_assert_nonnull (strstr (text, "<p>Sources: &lt;none&gt;</p>"));
  g_assert_true (g_str_has_suffix (text, "</html>\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/csv", test_csv);
  g_test_add_func ("/sheet/html", test_html);
  return g_test_run ();
}
