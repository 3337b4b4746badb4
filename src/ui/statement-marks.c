/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of events in a statement's text. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statement-view-private.h"

#include "ui/theme.h"
#include "ui/words.h"

/* Colours that can be read on light and on dark: the mark is half transparent over either. */
#define MARK_ALPHA 0.24f
#define WORD_ALPHA 0.9f
#define SELECTED_ALPHA 0.30f

static void
get_iters (EntStatementView *self,
           int               start,
           int               end,
           GtkTextIter      *from,
           GtkTextIter      *to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_text_buffer_get_iter_at_offset (buffer, from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, to, end);
}

static EntStatement *
get_statement (EntStatementView *self)
{
  return ent_event_store_get_statement (self->store, self->number);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const EntStatementMark *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

/* The topic whose lane the event's mark is in; contacts have a lane of their own. */
static guint
find_lane (EntStatementView *self,
           guint32           row)
{
  EntFilterIndex *index = ent_session_get_index (self->session);
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);

  if (ent_kind_is_contact (ent_event_store_get_columns (self->store)->kind[row]))
    return ENT_MAX_TOPICS;
  for (guint topic = 0; topic < ent_vocabulary_get_n_topics (vocabulary) && topic < ENT_MAX_TOPICS; topic++)
    {
      if (ent_row_set_contains (ent_filter_index_get_main (index, ENT_FACET_TOPIC, topic), row))
        return topic;
    }
  return ENT_MAX_TOPICS;
}

static void
apply (EntStatementView *self,
       const char       *tag,
       int               start,
       int               end)
{
  GtkTextIter from, to;

  get_iters (self, start, end, &from, &to);
  gtk_text_buffer_apply_tag_by_name (gtk_text_view_get_buffer (self->text), tag, &from, &to);
}

static void
add_account (EntStatementView *self,
             guint32           row,
             const EntAccount *account)
{
  EntStatement *statement = get_statement (self);
  g_autofree char *lane = g_strdup_printf ("lane-%u", find_lane (self, row));

  for (gsize i = 0; i < account->n_evidence; i++)
    {
      EntStatementMark mark = { (int) ent_statement_get_offset (statement, account->evidence[i].start),
                                (int) ent_statement_get_offset (statement, account->evidence[i].end), row };

      g_array_append_val (self->marks, mark);
      apply (self, lane, mark.start, mark.end);
    }
  for (gsize i = 0; i < account->n_topic_spans; i++)
    {
      const EntTopicSpan *span = &account->topic_spans[i];
      g_autofree char *topic = g_strdup_printf ("topic-%u", MIN (span->topic, ENT_MAX_TOPICS));

      apply (self, topic, (int) ent_statement_get_offset (statement, span->span.start),
             (int) ent_statement_get_offset (statement, span->span.end));
    }
}

static void
create_tags (GtkTextBuffer *buffer)
{
  for (guint topic = 0; topic <= ENT_MAX_TOPICS; topic++)
    {
      g_autofree char *lane = g_strdup_printf ("lane-%u", topic);
      g_autofree char *words = g_strdup_printf ("topic-%u", topic);

      gtk_text_buffer_create_tag (buffer, lane, NULL);
      gtk_text_buffer_create_tag (buffer, words, "underline", PANGO_UNDERLINE_SINGLE, NULL);
    }
  gtk_text_buffer_create_tag (buffer, "selected", "underline", PANGO_UNDERLINE_NONE, "weight", PANGO_WEIGHT_SEMIBOLD,
                              NULL);
}

/**
 * ent_statement_view_add_marks:
 * @self: a view whose buffer holds the text
 *
 * Marks what each event is told by, in place of what was marked before.
 */
void
ent_statement_view_add_marks (EntStatementView *self)
{
  gsize n;
  const guint32 *rows = ent_filter_index_get_told (ent_session_get_index (self->session), self->number, &n);

  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (self->text)), "selected")
      == NULL)
    create_tags (gtk_text_view_get_buffer (self->text));
  g_array_set_size (self->marks, 0);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && rows[i] == rows[i - 1])
        continue;
      for (guint j = 0; j < ent_event_store_get_n_accounts (self->store, rows[i]); j++)
        {
          EntAccount account;

          ent_event_store_get_account (self->store, rows[i], j, &account);
          if (account.statement == self->number)
            add_account (self, rows[i], &account);
        }
    }
  g_array_sort (self->marks, compare_marks);
}

static GdkRGBA
to_rgba (EntColour colour,
         float     alpha)
{
  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, alpha };
}

/**
 * ent_statement_view_colour_marks:
 * @self: a view with marks
 *
 * Gives each mark the colour that its lane has now.
 */
void
ent_statement_view_colour_marks (EntStatementView *self)
{
  const EntStyle *style = ent_style_get (ent_theme_get_current (adw_style_manager_get_default ()));
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (self->text));
  guint n = ent_vocabulary_get_n_topics (vocabulary);
  GdkRGBA accent = to_rgba (style->accent, SELECTED_ALPHA), dim = to_rgba (style->text_dim, 0.75f);

  for (guint topic = 0; topic <= ENT_MAX_TOPICS; topic++)
    {
      g_autofree char *lane = g_strdup_printf ("lane-%u", topic);
      g_autofree char *words = g_strdup_printf ("topic-%u", topic);
      EntColour colour = topic < n ? ent_style_get_lane (style, ent_vocabulary_get_topic (vocabulary, topic)->colour)
                                   : style->contacts;
      GdkRGBA background = to_rgba (colour, MARK_ALPHA), line = to_rgba (colour, WORD_ALPHA);

      g_object_set (gtk_text_tag_table_lookup (table, lane), "background-rgba", &background, NULL);
      g_object_set (gtk_text_tag_table_lookup (table, words), "underline-rgba", &line, NULL);
    }
  g_object_set (gtk_text_tag_table_lookup (table, "selected"), "background-rgba", &accent, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "furniture"), "foreground-rgba", &dim, NULL);
}

/**
 * ent_statement_view_show_selected:
 * @self: a view with marks
 *
 * Lets the passages of the session's event stand out, and says which event it is.
 */
void
ent_statement_view_show_selected (EntStatementView *self)
{
  guint32 row = ent_session_get_selected (self->session);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gboolean current = ent_session_get_store (self->session) == self->store;
  gboolean told = FALSE;
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "selected", &from, &to);
  for (guint i = 0; current && i < self->marks->len; i++)
    {
      const EntStatementMark *mark = &g_array_index (self->marks, EntStatementMark, i);

      if (mark->row != row)
        continue;
      apply (self, "selected", mark->start, mark->end);
      if (!told)
        ent_statement_view_scroll_to (self, mark->start);
      told = TRUE;
    }
  g_autofree char *words = told ? ent_words_for_event (self->store, row) : NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u passage tells an event. Click it to select the event.",
                                                      "%u passages tell events. Click one to select its event.",
                                                      self->marks->len),
                                            self->marks->len);
  gtk_label_set_label (self->about, told ? words : count);
}

static gboolean
get_character_at (EntStatementView *self,
                  double            x,
                  double            y,
                  int              *character)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->text, &iter, buffer_x, buffer_y))
    return FALSE;
  *character = gtk_text_iter_get_offset (&iter);
  return TRUE;
}

/* Of several events told by the same words the one after the selected one. */
static guint32
find_row_at (EntStatementView *self,
             int               character)
{
  guint32 selected = ent_session_get_selected (self->session), first = ENT_ROW_NONE, next = ENT_ROW_NONE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const EntStatementMark *mark = &g_array_index (self->marks, EntStatementMark, i);

      if (character < mark->start || character >= mark->end)
        continue;
      first = MIN (first, mark->row);
      if (mark->row > selected)
        next = MIN (next, mark->row);
    }
  return selected != ENT_ROW_NONE && next != ENT_ROW_NONE ? next : first;
}

static void
on_released (EntStatementView *self,
             int               n_presses,
             double            x,
             double            y)
{
  int character;

  if (n_presses != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->text))
      || ent_session_get_store (self->session) != self->store || !get_character_at (self, x, y, &character))
    return;
  guint32 row = find_row_at (self, character);
  if (row != ENT_ROW_NONE)
    ent_session_set_selected (self->session, row);
}

static void
on_motion (EntStatementView *self,
           double            x,
           double            y)
{
  int character;
  gboolean over = get_character_at (self, x, y, &character) && find_row_at (self, character) != ENT_ROW_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), over ? "pointer" : "text");
}

static gboolean
on_query_tooltip (EntStatementView *self,
                  int               x,
                  int               y,
                  gboolean          by_keyboard,
                  GtkTooltip       *tooltip)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int character;

  if (by_keyboard || !get_character_at (self, x, y, &character))
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const EntStatementMark *mark = &g_array_index (self->marks, EntStatementMark, i);

      if (character < mark->start || character >= mark->end)
        continue;
      g_autofree char *event = ent_words_for_event (self->store, mark->row);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", event);
    }
  gtk_tooltip_set_text (tooltip, words->str);
  return words->len > 0;
}

/**
 * ent_statement_view_watch_marks:
 * @self: a view with marks
 *
 * Lets marks be pointed at and clicked.
 */
void
ent_statement_view_watch_marks (EntStatementView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->text), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->text), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->text), TRUE);
  g_signal_connect_object (self->text, "query-tooltip", G_CALLBACK (on_query_tooltip), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (ent_statement_view_show_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (ent_statement_view_colour_marks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (ent_statement_view_colour_marks), self, G_CONNECT_SWAPPED);
}

/**
 * ent_statement_view_step_event:
 * @self: a view with marks
 * @direction: 1 for the next passage, -1 for the one before
 *
 * Selects the event of the passage that follows those of the selected one.
 *
 * Returns: whether there was one
 */
gboolean
ent_statement_view_step_event (EntStatementView *self,
                               int               direction)
{
  guint32 selected = ent_session_get_selected (self->session);
  int at = direction > 0 ? -1 : (int) self->marks->len;

  if (ent_session_get_store (self->session) != self->store)
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      if (g_array_index (self->marks, EntStatementMark, i).row == selected && (direction < 0 || at < (int) i))
        at = direction > 0 ? (int) i : MIN (at, (int) i);
    }
  for (at += direction; at >= 0 && at < (int) self->marks->len; at += direction)
    {
      guint32 row = g_array_index (self->marks, EntStatementMark, (guint) at).row;

      if (row == selected)
        continue;
      ent_session_set_selected (self->session, row);
      return TRUE;
    }
  return FALSE;
}
