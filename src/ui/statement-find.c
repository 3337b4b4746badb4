/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in a statement's text. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statement-view-private.h"

/* A letter that stands in a text at each turn is not worth marking everywhere. */
#define MOST_FOUND 5000

static void
show_count (EntStatementView *self)
{
  const char *wanted = gtk_editable_get_text (self->find_entry);
  g_autofree char *count = NULL;

  if (*wanted == '\0')
    count = g_strdup ("");
  else if (self->found->len == 0)
    count = g_strdup (_ ("Not found"));
  else
    /* Translators: which of the places where words were found: “3 of 12” */
    count = g_strdup_printf (_ ("%d of %u"), self->current + 1, self->found->len);
  gtk_label_set_label (self->find_count, count);
}

static void
remove_tags (EntStatementView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "found", &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "found-now", &from, &to);
}

/* Goes to one of what was found. */
static void
show_found (EntStatementView *self,
            int               at)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "found-now", &from, &to);
  self->current = at;
  if (at >= 0)
    {
      int start = g_array_index (self->found, int, (guint) at);

      gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, start + self->n_found_characters);
      gtk_text_buffer_apply_tag_by_name (buffer, "found-now", &from, &to);
      ent_statement_view_scroll_to (self, start);
    }
  show_count (self);
}

static void
on_changed (EntStatementView *self)
{
  ent_statement_view_find (self, gtk_editable_get_text (self->find_entry));
}

static void
on_next (EntStatementView *self)
{
  ent_statement_view_step (self, 1);
}

static void
on_previous (EntStatementView *self)
{
  ent_statement_view_step (self, -1);
}

static void
on_mode_changed (EntStatementView *self)
{
  if (!gtk_search_bar_get_search_mode (self->find_bar))
    ent_statement_view_find (self, "");
}

/**
 * ent_statement_view_init_find:
 * @self: a view whose template is there
 */
void
ent_statement_view_init_find (EntStatementView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const GdkRGBA found = { 0.96f, 0.83f, 0.18f, 0.45f }, now = { 1.0f, 0.55f, 0.0f, 0.75f };

  gtk_text_buffer_create_tag (buffer, "found", "background-rgba", &found, NULL);
  gtk_text_buffer_create_tag (buffer, "found-now", "background-rgba", &now, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_search_bar_connect_entry (self->find_bar, self->find_entry);
  gtk_search_bar_set_key_capture_widget (self->find_bar, GTK_WIDGET (self));
  g_signal_connect_object (self->find_entry, "search-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "activate", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "next-match", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "previous-match", G_CALLBACK (on_previous), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "notify::search-mode-enabled", G_CALLBACK (on_mode_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ent_statement_view_find:
 * @self: a view
 * @words: what to look for, capitals or not; nothing to look for nothing
 *
 * Marks where the words stand and goes to the first of these places.
 *
 * Returns: how many places there are
 */
guint
ent_statement_view_find (EntStatementView *self,
                         const char       *words)
{
  g_return_val_if_fail (ENT_IS_STATEMENT_VIEW (self) && words != NULL, 0);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const GtkTextSearchFlags flags = GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY;
  GtkTextIter at, from, to;

  remove_tags (self);
  g_array_set_size (self->found, 0);
  self->n_found_characters = (int) g_utf8_strlen (words, -1);
  gtk_text_buffer_get_start_iter (buffer, &at);
  while (*words != '\0' && self->found->len < MOST_FOUND
         && gtk_text_iter_forward_search (&at, words, flags, &from, &to, NULL))
    {
      int start = gtk_text_iter_get_offset (&from);

      g_array_append_val (self->found, start);
      gtk_text_buffer_apply_tag_by_name (buffer, "found", &from, &to);
      at = to;
    }
  show_found (self, self->found->len > 0 ? 0 : -1);
  return self->found->len;
}

/**
 * ent_statement_view_find_again:
 * @self: a view whose text has lost its marks
 *
 * Marks again what is looked for, and stays where it is.
 */
void
ent_statement_view_find_again (EntStatementView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter from, to;

  for (guint i = 0; i < self->found->len; i++)
    {
      int start = g_array_index (self->found, int, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, start + self->n_found_characters);
      gtk_text_buffer_apply_tag_by_name (buffer, (int) i == self->current ? "found-now" : "found", &from, &to);
    }
}

/**
 * ent_statement_view_step:
 * @self: a view
 * @direction: 1 for the next place where the words were found, -1 for the one before
 *
 * Goes to a neighbour; from the last one to the first.
 *
 * Returns: whether there was one
 */
gboolean
ent_statement_view_step (EntStatementView *self,
                         int               direction)
{
  g_return_val_if_fail (ENT_IS_STATEMENT_VIEW (self), FALSE);

  int n = (int) self->found->len;
  if (n == 0)
    return FALSE;
  show_found (self, (self->current + direction + n) % n);
  return TRUE;
}
