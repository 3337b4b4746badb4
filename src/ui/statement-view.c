/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/statement-view.h"

#include "ui/words.h"

struct _EntStatementView
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkTextView *text;
  GtkTextMark *passage; /* borrowed from the buffer */
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (EntStatementView, ent_statement_view, ADW_TYPE_WINDOW)

/* Text buffers count characters, statements bytes. */
static void
get_iters (GtkTextBuffer *buffer,
           EntStatement  *statement,
           EntSpan        span,
           GtkTextIter   *start,
           GtkTextIter   *end)
{
  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) ent_statement_get_offset (statement, span.start));
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) ent_statement_get_offset (statement, span.end));
}

static void
add_tag (GtkTextBuffer *buffer,
         EntStatement  *statement,
         EntSpan        span,
         const char    *tag)
{
  GtkTextIter start, end;

  get_iters (buffer, statement, span, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

/* All passages of this statement that tell the event. */
static void
mark_evidence (GtkTextBuffer *buffer,
               EntEventStore *store,
               EntStatement  *statement,
               guint          number,
               guint32        row)
{
  guint n = row != ENT_ROW_NONE ? ent_event_store_get_n_accounts (store, row) : 0;

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      for (gsize j = 0; account.statement == number && j < account.n_evidence; j++)
        add_tag (buffer, statement, account.evidence[j], "evidence");
    }
}

static void
fill (EntStatementView *self,
      EntEventStore    *store,
      guint             number,
      guint32           row,
      EntSpan           passage)
{
  EntStatement *statement = ent_event_store_get_statement (store, number);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gsize length, n_furniture;
  const char *text = ent_statement_get_text (statement, &length);
  const EntSpan *furniture = ent_statement_get_furniture (statement, &n_furniture);
  GtkTextIter start, end;
  /* Colours that can be read on light and on dark: the mark is half transparent over either. */
  const GdkRGBA marked = { 0.90f, 0.65f, 0.04f, 0.35f };

  gtk_text_buffer_set_text (buffer, text, (int) MIN (length, G_MAXINT));
  gtk_text_buffer_create_tag (buffer, "evidence", "background-rgba", &marked, NULL);
  gtk_text_buffer_create_tag (buffer, "passage", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "furniture", "scale", PANGO_SCALE_SMALL, "style", PANGO_STYLE_ITALIC, NULL);
  for (gsize i = 0; i < n_furniture; i++)
    add_tag (buffer, statement, furniture[i], "furniture");
  mark_evidence (buffer, store, statement, number, row);
  add_tag (buffer, statement, passage, "passage");

  get_iters (buffer, statement, passage, &start, &end);
  self->passage = gtk_text_buffer_create_mark (buffer, "passage", &start, TRUE);
  gtk_text_buffer_place_cursor (buffer, &start);
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

static void
ent_statement_view_dispose (GObject *object)
{
  EntStatementView *self = ENT_STATEMENT_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);

  G_OBJECT_CLASS (ent_statement_view_parent_class)->dispose (object);
}

static void
ent_statement_view_class_init (EntStatementViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_statement_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/statement-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, title);
  gtk_widget_class_bind_template_child (widget_class, EntStatementView, text);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_statement_view_init (EntStatementView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The statement's own title, else what it was read from. */
static char *
make_title (const EntStatementInfo *info)
{
  if (info->title != NULL && *info->title != '\0')
    return g_strdup (info->title);
  if (info->file != NULL)
    return g_path_get_basename (info->file);
  return g_strdup (_ ("Statement"));
}

/**
 * ent_statement_view_new:
 * @store: events and their statements
 * @statement: number of the statement to show
 * @row: the event whose passages to mark, or %ENT_ROW_NONE
 * @passage: where to begin to read
 *
 * Returns: (transfer floating): a window with the statement
 */
GtkWidget *
ent_statement_view_new (EntEventStore *store,
                        guint          statement,
                        guint32        row,
                        EntSpan        passage)
{
  g_return_val_if_fail (store != NULL, NULL);

  EntStatementView *self = g_object_new (ENT_TYPE_STATEMENT_VIEW, NULL);
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));
  g_autofree char *issuer = ent_words_for_issuer (store, statement);
  g_autofree char *date = ent_words_for_date (info->date);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), issuer, date);
  g_autofree char *title = make_title (info);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  fill (self, store, statement, row, passage);
  return GTK_WIDGET (self);
}
