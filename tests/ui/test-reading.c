/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading: the example's statements with their marks, and the accounts of an event side by side. */
#include <adwaita.h>
#include <string.h>

#include "export/sheet.h"
#include "ui/citation.h"
#include "ui/mirror-window.h"
#include "ui/statement-view.h"
#include "ui/words.h"
#include "widget-fixture.h"

static EntSession *
open_example (void)
{
  EntSession *session = ent_session_new ();
  g_autofree char *example = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "examples",
                                               "china-united-states.jsonl", NULL);

  ent_session_open (session, (const char * const[]) { example, NULL });
  widget_fixture_wait_read (session);
  return session;
}

static GtkTextBuffer *
find_buffer (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTextBuffer *buffer = find_buffer (child);

      if (buffer != NULL)
        return buffer;
    }
  return NULL;
}

static guint
count_tagged (GtkTextBuffer *buffer,
              const char    *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter at;
  guint n = 0;

  gtk_text_buffer_get_start_iter (buffer, &at);
  do
    n += gtk_text_iter_has_tag (&at, tag);
  while (gtk_text_iter_forward_char (&at));
  return n;
}

/* A summit told by both, the one in Woodside near San Francisco. */
static guint32
find_summit_on (EntSession *session,
                EntDay      day)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_session_get_store (session));

  for (guint32 row = 0; row < columns->n; row++)
    {
      if (columns->kind[row] == ENT_KIND_SUMMIT && columns->earliest[row] == day
          && columns->status[row] == ENT_STATUS_OCCURRED)
        return row;
    }
  g_assert_not_reached ();
}

static guint32
find_summit (EntSession *session)
{
  return find_summit_on (session, ent_day_from_ymd (2023, 11, 15));
}

static void
test_statement (void)
{
  g_autoptr (EntSession) session = open_example ();
  EntEventStore *store = ent_session_get_store (session);
  guint32 row = find_summit (session);
  EntAccount account;

  ent_event_store_get_account (store, row, 0, &account);
  GtkWidget *view = ent_statement_view_new (session, account.statement, row, account.evidence[0]);
  GtkTextBuffer *buffer = find_buffer (view);
  g_assert_cmpuint (ent_session_get_selected (session), ==, row);
  EntStatement *statement = ent_event_store_get_statement (store, account.statement);
  gsize n = 0;
  for (gsize i = 0; i < account.n_evidence; i++)
    n += ent_statement_get_offset (statement, account.evidence[i].end)
         - ent_statement_get_offset (statement, account.evidence[i].start);
  g_assert_cmpuint (count_tagged (buffer, "selected"), ==, n);

  /* Stepping goes to another event of the statement, and back. */
  ent_session_set_selected (session, ENT_ROW_NONE);
  g_assert_cmpuint (count_tagged (buffer, "selected"), ==, 0);
  ent_session_set_selected (session, row);
  g_assert_cmpuint (count_tagged (buffer, "selected"), ==, n);

  g_autofree char *text = g_utf8_casefold (ent_statement_get_text (statement, NULL), -1);
  g_autofree char *word = g_utf8_substring (text, 0, 2);
  guint places = 0;
  for (const char *at = text; (at = strstr (at, word)) != NULL; at++)
    places++;
  g_assert_cmpuint (ent_statement_view_find (ENT_STATEMENT_VIEW (view), word), ==, places);
  g_assert_cmpuint (count_tagged (buffer, "found"), ==, 2 * places);
  g_assert_true (ent_statement_view_step (ENT_STATEMENT_VIEW (view), 1));
  g_assert_true (ent_statement_view_step (ENT_STATEMENT_VIEW (view), -1));
  g_assert_cmpuint (ent_statement_view_find (ENT_STATEMENT_VIEW (view), "no such words"), ==, 0);
  g_assert_false (ent_statement_view_step (ENT_STATEMENT_VIEW (view), 1));
  g_assert_cmpuint (count_tagged (buffer, "found"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (view));
}

static GtkTextView *
find_text_view (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return GTK_TEXT_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found = find_text_view (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is on show is what the adjustment says: none of the text is out of reach. */
static void
test_statement_scrolled (void)
{
  g_autoptr (EntSession) session = open_example ();
  EntEventStore *store = ent_session_get_store (session);
  guint32 row = find_summit_on (session, ent_day_from_ymd (2022, 11, 14));
  EntAccount account;

  for (guint i = 0; i < MIN (ent_event_store_get_n_accounts (store, row), 4u); i++)
    {
      ent_event_store_get_account (store, row, i, &account);
      GtkWidget *view = ent_statement_view_new (session, account.statement, row, account.evidence[0]);
      GtkTextView *text = find_text_view (view);
      GtkTextIter first;
      GdkRectangle visible;
      int y, height;

      gtk_window_present (GTK_WINDOW (view));
      widget_fixture_pause (250);
      gtk_text_view_get_visible_rect (text, &visible);
      gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (text), &first);
      gtk_text_view_get_line_yrange (text, &first, &y, &height);
      g_assert_cmpint (visible.y + gtk_text_view_get_top_margin (text), ==,
                       (int) gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text))));
      g_assert_cmpint (height, >, 0);
      gtk_window_destroy (GTK_WINDOW (view));
    }
}

static void
test_mirror (void)
{
  g_autoptr (EntSession) session = open_example ();
  GtkWidget *window = ent_mirror_window_new (session, find_summit (session));
  g_autoptr (EntSheet) sheet = ent_mirror_window_dup_sheet (ENT_MIRROR_WINDOW (window));
  g_autoptr (GBytes) bytes = ent_sheet_to_csv (sheet);
  g_autofree char *csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (g_str_has_prefix (csv, "\"Topic\",\"China speaks\",\"China quotes United States\","
                                        "\"United States speaks\",\"United States quotes China\"\r\n"));
  g_assert_nonnull (strstr (csv, "\r\n\"Taiwan\",\""));
  g_assert_nonnull (strstr (csv, "[not in this statement]"));
  g_assert_cmpuint (ent_sheet_get_n_rows (sheet), >=, 8);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_pause (100);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_citation (void)
{
  g_autoptr (EntSession) session = widget_fixture_session ();
  EntEventStore *store = ent_session_get_store (session);
  g_autofree char *text = ent_citation_new_text (store, 0, NULL);
  g_autofree char *bibtex = ent_citation_new_bibtex (store, 0, NULL);

  g_assert_nonnull (strstr (text, ", “"));
  g_assert_true (g_str_has_prefix (bibtex, "@misc{"));
  g_assert_nonnull (strstr (bibtex, "  author = {{"));
  g_assert_nonnull (strstr (bibtex, "}},\n  title = {"));
  g_assert_true (g_str_has_suffix (bibtex, "}\n}\n"));
  /* One key, whichever way it is cited. */
  g_autofree char *csl = ent_citation_new_csl (store, 0, NULL);
  g_autofree char *key = g_strndup (bibtex + strlen ("@misc{"), strcspn (bibtex, ",") - strlen ("@misc{"));
  g_autofree char *id = g_strdup_printf ("[{\"id\":\"%s\",", key);
  g_assert_true (g_str_has_prefix (csl, id));

  /* Of a passage: its words and its place, each way. */
  EntStatement *statement = ent_event_store_get_statement (store, 0);
  const EntSpan words = { 0, 1 };
  g_autofree char *passage = ent_statement_dup_span (statement, words);
  g_autofree char *quoted = g_strdup_printf ("“%s” (", passage);
  g_autofree char *footnote = ent_citation_new_text (store, 0, &words);
  g_autofree char *quotation = ent_citation_new_quotation (store, 0, &words);
  g_autofree char *with_note = ent_citation_new_bibtex (store, 0, &words);
  g_autofree char *cited = ent_citation_new_csl (store, 0, &words);
  g_assert_nonnull (strstr (footnote, ", para. 1"));
  g_assert_true (g_str_has_prefix (quotation, quoted));
  g_assert_nonnull (strstr (quotation, footnote));
  g_assert_nonnull (strstr (with_note, "  note = {"));
  g_assert_nonnull (strstr (with_note, "para. 1)}\n}\n"));
  g_autofree char *of_item = g_strdup_printf ("\"citationItems\":[{\"id\":\"%s\",\"locator\":\"1\","
                                              "\"label\":\"paragraph\",\"itemData\":{\"id\":\"%s\"",
                                              key, key);
  g_assert_nonnull (strstr (cited, of_item));
}

/* What is copied holds title, words and source. */
static void
test_quotation (void)
{
  g_autoptr (EntSession) session = open_example ();
  EntEventStore *store = ent_session_get_store (session);
  guint32 row = find_summit (session);
  g_autofree char *words = ent_words_for_quotation (store, row);
  g_autofree char *event = ent_words_for_event (store, row);
  g_autofree char *tone = ent_words_for_tone (store, row);

  g_assert_true (g_str_has_prefix (words, event));
  g_assert_nonnull (strstr (words, "\n“"));
  g_assert_nonnull (strstr (words, ", para. "));
  g_assert_nonnull (tone);
  g_assert_nonnull (strstr (tone, ": "));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/reading/statement", test_statement);
  g_test_add_func ("/reading/statement-scrolled", test_statement_scrolled);
  g_test_add_func ("/reading/mirror", test_mirror);
  g_test_add_func ("/reading/citation", test_citation);
  g_test_add_func ("/reading/quotation", test_quotation);
  return g_test_run ();
}
