/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/import-summary.h"

#include <glib/gi18n.h>

#include "base/word-diff.h"
#include "ui/event-button.h"
#include "ui/words.h"

#define MOST_LISTED 200
#define MOST_TEXT 200000 /* bytes; longer texts are not set beside each other here */
#define CONTEXT 60       /* bytes shown around what differs */

struct _EntImportSummary
{
  guint n_new;
  guint n_held;
  GPtrArray *changed;
  GPtrArray *gained;
  GPtrArray *challenged;
};

/**
 * ent_import_summary_new:
 * @report: what an import brought
 *
 * Returns: (transfer full): what is worth telling of it
 */
EntImportSummary *
ent_import_summary_new (const EntImportReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  EntImportSummary *self = g_new0 (EntImportSummary, 1);
  self->n_new = report->n_new;
  self->n_held = report->n_held;
  self->changed = g_ptr_array_ref (report->changed);
  self->gained = g_ptr_array_ref (report->gained);
  self->challenged = g_ptr_array_ref (report->challenged);
  return self;
}

/**
 * ent_import_summary_free:
 * @summary: (nullable) (transfer full): a summary
 */
void
ent_import_summary_free (EntImportSummary *summary)
{
  if (summary == NULL)
    return;
  g_ptr_array_unref (summary->changed);
  g_ptr_array_unref (summary->gained);
  g_ptr_array_unref (summary->challenged);
  g_free (summary);
}

/**
 * ent_import_summary_is_plain:
 * @summary: a summary
 *
 * Returns: whether all that there is to say is how much is new
 */
gboolean
ent_import_summary_is_plain (const EntImportSummary *summary)
{
  return summary->changed->len == 0 && summary->gained->len == 0 && summary->challenged->len == 0;
}

/**
 * ent_import_summary_dup_words:
 * @summary: a summary
 *
 * Returns: (transfer full): all of it in a line
 */
char *
ent_import_summary_dup_words (const EntImportSummary *summary)
{
  const struct
  {
    guint n;
    const char *words;
  } parts[] = {
    { summary->n_held, ngettext (" · %u held already", " · %u held already", summary->n_held) },
    { summary->changed->len,
      ngettext (" · %u with a changed text", " · %u with a changed text", summary->changed->len) },
    { summary->gained->len,
      ngettext (" · %u event gained an account", " · %u events gained accounts", summary->gained->len) },
    { summary->challenged->len,
      ngettext (" · %u checked event is told otherwise", " · %u checked events are told otherwise",
                summary->challenged->len) },
  };
  GString *words = g_string_new (ngettext ("%u new statement", "%u new statements", summary->n_new));
  g_autofree char *n_new = g_strdup_printf ("%u", summary->n_new);

  g_string_replace (words, "%u", n_new, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *n = g_strdup_printf ("%u", parts[i].n);

      if (parts[i].n == 0)
        continue;
      g_string_append (words, parts[i].words);
      g_string_replace (words, "%u", n, 1);
    }
  return g_string_free (words, FALSE);
}

static EntStatement *
find_statement (EntEventStore *store,
                const char    *id)
{
  for (guint i = 0; i < ent_event_store_get_n_statements (store); i++)
    {
      EntStatement *statement = ent_event_store_get_statement (store, i);

      if (g_str_equal (ent_statement_get_info (statement)->id, id))
        return statement;
    }
  return NULL;
}

/* Words that only one of the texts has, each with a little of what stands around it. */
static void
append_pieces (GString    *out,
               const char *text,
               gsize       length,
               GArray     *only,
               const char *sign)
{
  for (guint i = 0; i < only->len && i < 8; i++)
    {
      EntTextRange range = g_array_index (only, EntTextRange, i);
      gsize from = range.start > CONTEXT ? range.start - CONTEXT : 0;
      gsize to = MIN (range.end + CONTEXT, length);

      while (from > 0 && (text[from] & 0xC0) == 0x80)
        from--;
      while (to < length && (text[to] & 0xC0) == 0x80)
        to++;
      g_autofree char *before = g_strndup (text + from, range.start - from);
      g_autofree char *own = g_strndup (text + range.start, range.end - range.start);
      g_autofree char *after = g_strndup (text + range.end, to - range.end);
      g_autofree char *before_markup = g_markup_escape_text (g_strdelimit (before, "\r\n", ' '), -1);
      g_autofree char *own_markup = g_markup_escape_text (g_strdelimit (own, "\r\n", ' '), -1);
      g_autofree char *after_markup = g_markup_escape_text (g_strdelimit (after, "\r\n", ' '), -1);

      g_string_append_printf (out, "%s%s …%s<b>%s</b>%s…", out->len > 0 ? "\n" : "", sign, before_markup, own_markup,
                              after_markup);
    }
}

static char *
dup_diff_markup (EntStatement *earlier,
                 EntStatement *later)
{
  gsize length, other_length;
  const char *text = ent_statement_get_text (earlier, &length);
  const char *other = ent_statement_get_text (later, &other_length);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autoptr (GArray) gone = NULL;
  g_autoptr (GArray) come = NULL;
  GString *out = g_string_new (NULL);

  if (length > MOST_TEXT || other_length > MOST_TEXT)
    return g_string_free (out, FALSE);
  a = g_strndup (text, length);
  b = g_strndup (other, other_length);
  ent_word_diff (a, b, &gone, &come);
  append_pieces (out, a, length, gone, "−");
  append_pieces (out, b, other_length, come, "+");
  return g_string_free (out, FALSE);
}

static void
add_changed (const EntImportSummary *self,
             GtkWidget              *page,
             EntEventStore          *store)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (self->changed->len == 0)
    return;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Changed Texts"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Another text at an address that was known. Both are kept."));
  for (guint i = 0; i < self->changed->len && i < MOST_LISTED; i++)
    {
      const EntChangedText *changed = g_ptr_array_index (self->changed, i);
      EntStatement *earlier = find_statement (store, changed->earlier), *later = find_statement (store, changed->id);
      GtkWidget *row = adw_expander_row_new ();
      GtkWidget *label = gtk_label_new (NULL);

      if (earlier == NULL || later == NULL)
        continue;
      const char *title = ent_statement_get_info (later)->title;
      g_autofree char *markup = dup_diff_markup (earlier, later);
      g_object_set (row, "use-markup", FALSE, "title", title != NULL ? title : changed->id, NULL);
      gtk_label_set_markup (GTK_LABEL (label), *markup != '\0' ? markup : _ ("The texts are too long to compare here"));
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "differences");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static void
on_chosen (EntSession *session,
           guint       row)
{
  ent_session_set_selected (session, row);
}

static void
add_events (GtkWidget  *page,
            EntSession *session,
            GPtrArray  *ids,
            const char *title,
            const char *description)
{
  EntEventStore *store = ent_session_get_store (session);
  GtkWidget *group = adw_preferences_group_new ();

  if (ids->len == 0)
    return;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint i = 0; i < ids->len && i < MOST_LISTED; i++)
    {
      GtkWidget *button;
      guint32 row;

      if (!ent_event_store_find_id (store, g_ptr_array_index (ids, i), &row))
        continue;
      g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));
      button = ent_event_button_new (store, row, date);
      g_signal_connect_object (button, "chosen", G_CALLBACK (on_chosen), session, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

/**
 * ent_import_summary_show:
 * @summary: a summary
 * @parent: a window that shows @session
 * @session: whose archive was imported into
 *
 * Returns: (transfer none): a window with all of it
 */
GtkWidget *
ent_import_summary_show (const EntImportSummary *summary,
                         GtkWindow              *parent,
                         EntSession             *session)
{
  g_return_val_if_fail (summary != NULL && ENT_IS_SESSION (session), NULL);

  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *head = adw_preferences_group_new ();
  g_autofree char *words = ent_import_summary_dup_words (summary);

  gtk_window_set_title (GTK_WINDOW (window), _ ("What Was Brought In"));
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 600);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_widget_set_size_request (window, 320, -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (head), words);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (head));
  add_events (page, session, summary->challenged, _ ("Checked Events Told Otherwise Now"),
              _ ("Their values stay as you left them."));
  add_changed (summary, page, ent_session_get_store (session));
  add_events (page, session, summary->gained, _ ("Events That Gained Accounts"), NULL);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * ent_words_for_reparse:
 * @report: what a new parse changed
 *
 * Returns: (transfer full): that in words, a line each
 */
char *
ent_words_for_reparse (const EntReparseReport *report)
{
  const struct
  {
    guint n;
    const char *words;
  } parts[] = {
    { report->n_parsed, ngettext ("%u statement read anew", "%u statements read anew", report->n_parsed) },
    { report->n_changed,
      ngettext ("%u of them says something else now", "%u of them say something else now", report->n_changed) },
    { report->n_events_before, ngettext ("%u event before", "%u events before", report->n_events_before) },
    { report->n_events_after, ngettext ("%u event now", "%u events now", report->n_events_after) },
    { report->n_kept, ngettext ("%u event told as before", "%u events told as before", report->n_kept) },
    { report->n_challenged,
      ngettext ("%u checked event is told otherwise now; its values stay",
                "%u checked events are told otherwise now; their values stay", report->n_challenged) },
    { report->n_not_found,
      ngettext ("%u correction does not find its event any more, and is kept",
                "%u corrections do not find their events any more, and are kept", report->n_not_found) },
  };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *n = g_strdup_printf ("%u", parts[i].n);

      if (parts[i].n == 0 && i > 0)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", parts[i].words);
      g_string_replace (words, "%u", n, 1);
    }
  return g_string_free (words, FALSE);
}
