/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statement-view-private.h"

#include <string.h>

#include "model/search-query.h"
#include "ui/citation.h"
#include "ui/formula-dialog.h"
#include "ui/save-file.h"
#include "ui/words.h"

G_DEFINE_FINAL_TYPE (EntStatementView, ent_statement_view, ADW_TYPE_WINDOW)

static void
show_title (EntStatementView *self)
{
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (self->store, self->number));
  g_autofree char *issuer = ent_words_for_issuer (self->store, self->number);
  g_autofree char *date = ent_words_for_date (info->date);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), issuer, date);
  g_autofree char *title = ent_words_for_statement (self->store, self->number);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.open-address", info->url != NULL);
}

static void
mark_furniture (EntStatementView *self)
{
  EntStatement *statement = ent_event_store_get_statement (self->store, self->number);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gsize n;
  const EntSpan *furniture = ent_statement_get_furniture (statement, &n);
  GtkTextIter start, end;

  for (gsize i = 0; i < n; i++)
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                          (int) ent_statement_get_offset (statement, furniture[i].start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) ent_statement_get_offset (statement, furniture[i].end));
      gtk_text_buffer_apply_tag_by_name (buffer, "furniture", &start, &end);
    }
}

/* Where the words stand that events are searched by. */
static void
mark_hits (EntStatementView *self)
{
  const char *words = ent_filter_get_words (ent_session_get_filter (self->session));
  g_autoptr (EntSearchQuery) query = ent_search_query_new_typed (words != NULL ? words : "");
  EntStatement *statement = ent_event_store_get_statement (self->store, self->number);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  g_autoptr (GArray) spans = ent_search_query_find_spans (query, text, length);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "hit", &from, &to);
  for (guint i = 0; i < spans->len; i++)
    {
      const EntSpan *span = &g_array_index (spans, EntSpan, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) ent_statement_get_offset (statement, span->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) ent_statement_get_offset (statement, span->end));
      gtk_text_buffer_apply_tag_by_name (buffer, "hit", &from, &to);
    }
}

static void
fill (EntStatementView *self,
      EntSpan           passage)
{
  EntStatement *statement = ent_event_store_get_statement (self->store, self->number);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gsize length;
  const char *text = ent_statement_get_text (statement, &length);
  const GdkRGBA hit = { 0.96f, 0.83f, 0.18f, 0.45f };
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer, text, (int) MIN (length, G_MAXINT));
  gtk_text_buffer_create_tag (buffer, "furniture", "scale", PANGO_SCALE_SMALL, "style", PANGO_STYLE_ITALIC, NULL);
  mark_furniture (self);
  ent_statement_view_add_marks (self);
  ent_statement_view_colour_marks (self);
  gtk_text_buffer_create_tag (buffer, "hit", "background-rgba", &hit, NULL);
  mark_hits (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) ent_statement_get_offset (statement, passage.start));
  self->passage = gtk_text_buffer_create_mark (buffer, "passage", &start, TRUE);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* Its number in a store, or that of no statement. */
static guint
find_number (EntEventStore *store,
             const char    *id)
{
  guint n = ent_event_store_get_n_statements (store);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (ent_statement_get_info (ent_event_store_get_statement (store, i))->id, id))
      return i;
  return n;
}

/* The statement goes on to be shown as it is told of now, until it was taken out. */
static void
on_index_changed (EntStatementView *self)
{
  EntEventStore *store = ent_session_get_store (self->session);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter from, to;
  guint number;

  if (store == NULL || store == self->store)
    return;
  number = find_number (store,
                        ent_statement_get_info (ent_event_store_get_statement (self->store, self->number))->id);
  if (number == ent_event_store_get_n_statements (store))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  ent_event_store_ref (store);
  ent_event_store_unref (self->store);
  self->store = store;
  self->number = number;
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_all_tags (buffer, &from, &to);
  show_title (self);
  mark_furniture (self);
  ent_statement_view_add_marks (self);
  ent_statement_view_colour_marks (self);
  mark_hits (self);
  ent_statement_view_find_again (self);
  ent_statement_view_show_selected (self);
}

static void
on_filter_changed (EntStatementView *self)
{
  if (ent_session_get_store (self->session) == self->store)
    mark_hits (self);
}

static gboolean
scroll_to_passage (gpointer data)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (data);

  self->scroll_source = 0;
  gtk_text_view_scroll_to_mark (self->text, self->passage, 0.0, TRUE, 0.0, 0.3);
  return G_SOURCE_REMOVE;
}

/* Where the passage is can be told once the lines have the width of the window. */
static void
on_shown (EntStatementView *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_passage, self, NULL);
}

/**
 * ent_statement_view_scroll_to:
 * @self: a view
 * @character: a place in its text
 *
 * Shows it, if it is not on show.
 */
void
ent_statement_view_scroll_to (EntStatementView *self,
                              int               character)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, character);
  gtk_text_buffer_move_mark (buffer, self->passage, &at);
  /* A text that is scrolled before it has its height, and then needs no scrolling, GTK 4.8 leaves with its first lines
   * out of reach; on_shown() does it in time. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->text)))
    gtk_text_view_scroll_to_mark (self->text, self->passage, 0.1, FALSE, 0.0, 0.3);
}

/* Actions */

/* What is selected, as a passage of the statement. */
static gboolean
get_selection (EntStatementView *self,
               EntSpan          *words)
{
  const EntStatement *statement = ent_event_store_get_statement (self->store, self->number);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (self->text), &start, &end))
    return FALSE;
  words->start = ent_statement_get_byte (statement, (guint32) gtk_text_iter_get_offset (&start));
  words->end = ent_statement_get_byte (statement, (guint32) gtk_text_iter_get_offset (&end));
  return TRUE;
}

/* What is copied tells where the selection stands, if there is one. */
static void
copy_citation (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  EntSpan words;
  gboolean selected = get_selection (self, &words);
  g_autofree char *citation = ent_citation_new_text (self->store, self->number, selected ? &words : NULL);

  ent_copy_text (GTK_WIDGET (self->text), citation, _ ("Citation copied"));
}

static void
copy_bibtex (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  EntSpan words;
  gboolean selected = get_selection (self, &words);
  g_autofree char *bibtex = ent_citation_new_bibtex (self->store, self->number, selected ? &words : NULL);

  ent_copy_text (GTK_WIDGET (self->text), bibtex, _ ("BibTeX copied"));
}

static void
copy_csl (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  EntSpan words;
  gboolean selected = get_selection (self, &words);
  g_autofree char *item = ent_citation_new_csl (self->store, self->number, selected ? &words : NULL);

  ent_copy_text (GTK_WIDGET (self->text), item, _ ("CSL JSON copied"));
}

static void
copy_quotation (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  EntSpan words;

  if (!get_selection (self, &words))
    {
      ent_say (GTK_WIDGET (self->text), _ ("Select the words to copy first"));
      return;
    }
  g_autofree char *quotation = ent_citation_new_quotation (self->store, self->number, &words);
  ent_copy_text (GTK_WIDGET (self->text), quotation, _ ("Words copied with their source"));
}

/* What is selected becomes a formula of the user's. */
static void
add_formula (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      ent_say (GTK_WIDGET (self->text), _ ("Select the words of the formula first"));
      return;
    }
  g_autofree char *words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  EntStatement *statement = ent_event_store_get_statement (self->store, self->number);
  ent_formula_dialog_show (GTK_WIDGET (self->text), ent_statement_get_info (statement)->language, words);
}

static void
open_address (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  EntStatement *statement = ent_event_store_get_statement (self->store, self->number);

  gtk_show_uri (GTK_WINDOW (self), ent_statement_get_info (statement)->url, GDK_CURRENT_TIME);
}

static void
step (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);
  int direction = g_str_has_prefix (strchr (action, '.') + 1, "next") || g_str_has_suffix (action, "next") ? 1 : -1;

  if (g_str_has_suffix (action, "-event"))
    ent_statement_view_step_event (self, direction);
  else
    ent_statement_view_step (self, direction);
}

static void
find (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (widget);

  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
ent_statement_view_dispose (GObject *object)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->store, ent_event_store_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (ent_statement_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "statement.copy-citation", NULL, copy_citation);
  gtk_widget_class_install_action (widget_class, "statement.copy-bibtex", NULL, copy_bibtex);
  gtk_widget_class_install_action (widget_class, "statement.copy-csl", NULL, copy_csl);
  gtk_widget_class_install_action (widget_class, "statement.copy-quotation", NULL, copy_quotation);
  gtk_widget_class_install_action (widget_class, "statement.add-formula", NULL, add_formula);
  gtk_widget_class_install_action (widget_class, "statement.open-address", NULL, open_address);
  gtk_widget_class_install_action (widget_class, "statement.next-event", NULL, step);
  gtk_widget_class_install_action (widget_class, "statement.previous-event", NULL, step);
  ent_statement_view_class_init_edit (widget_class);
  gtk_widget_class_install_action (widget_class, "statement.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "statement.find-next", NULL, step);
  gtk_widget_class_install_action (widget_class, "statement.find-previous", NULL, step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "statement.next-event", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "statement.previous-event", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "statement.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "statement.copy-quotation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_statement_view_class_init (EntStatementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_statement_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/statement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, title);
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, text);
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, about);
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, find_entry);
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, find_count);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  install_actions (widget_class);
}

static void
ent_statement_view_init (EntStatementView *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (EntStatementMark));
  self->found = g_array_new (FALSE, FALSE, sizeof (int));
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_statement_view_new:
 * @session: whose statement
 * @statement: number of the statement to show
 * @row: an event to select, or %ENT_ROW_NONE
 * @passage: where to begin to read
 *
 * Returns: (transfer floating): a window with the statement
 */
GtkWidget *
ent_statement_view_new (EntSession *session,
                        guint       statement,
                        guint32     row,
                        EntSpan     passage)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && ent_session_get_store (session) != NULL, NULL);

  EntStatementView *self = g_object_new (ENT_TYPE_STATEMENT_VIEW, NULL);
  EntEventStore *store = ent_session_get_store (session);

  self->session = g_object_ref (session);
  self->store = ent_event_store_ref (store);
  self->number = statement;
  show_title (self);
  fill (self, passage);
  ent_statement_view_init_edit (self);
  ent_statement_view_init_find (self);
  if (row != ENT_ROW_NONE)
    ent_session_set_selected (session, row);
  ent_statement_view_show_selected (self);
  ent_statement_view_watch_marks (self);
  g_signal_connect_object (session, "notify::index", G_CALLBACK (on_index_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  ent_statement_view_scroll_to (self, (int) ent_statement_get_offset (ent_event_store_get_statement (store, statement),
                                                                      passage.start));
  return GTK_WIDGET (self);
}
