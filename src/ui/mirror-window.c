/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/mirror-window.h"

#include "base/word-diff.h"
#include "model/event-title.h"
#include "model/mirror.h"
#include "ui/save-file.h"
#include "ui/statement-view.h"
#include "ui/tip.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

#define TOPIC_WIDTH 120
#define CELL_WIDTH 230

struct _EntMirrorWindow
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkToggleButton *differences;
  GtkLabel *note;
  GtkGrid *grid;
  EntSession *session;
  EntMirror *mirror;
  gboolean comparable; /* two sides speak one language */
};

G_DEFINE_FINAL_TYPE (EntMirrorWindow, ent_mirror_window, ADW_TYPE_WINDOW)

static EntVocabulary *
get_vocabulary (EntMirrorWindow *self)
{
  return ent_event_store_get_vocabulary (ent_mirror_get_store (self->mirror));
}

static const char *
get_name (EntMirrorWindow *self,
          guint            side)
{
  return ent_words_get_actor (get_vocabulary (self), ent_mirror_get_side (self->mirror, side)->actor);
}

/* Of two sides the other one is known by name. */
static char *
dup_heading (EntMirrorWindow *self,
             guint            side,
             EntVoice         voice)
{
  const char *name = get_name (self, side);

  if (voice == ENT_VOICE_OWN)
    /* Translators: heading of a column with what a state says of itself: “China speaks” */
    return g_strdup_printf (_ ("%s speaks"), name);
  if (ent_mirror_get_n_sides (self->mirror) == 2)
    /* Translators: heading of a column: “China quotes United States” */
    return g_strdup_printf (_ ("%s quotes %s"), name, get_name (self, 1 - side));
  return g_strdup_printf (_ ("%s quotes others"), name);
}

static gboolean
is_silent (EntMirrorWindow *self,
           guint            side)
{
  return ent_mirror_get_side (self->mirror, side)->statements->len == 0;
}

static const char *
get_empty_words (EntMirrorWindow *self,
                 guint            side,
                 guint            topic,
                 EntVoice         voice)
{
  const EntMirrorSide *account = ent_mirror_get_side (self->mirror, side);
  gsize other;

  if (is_silent (self, side))
    return _ ("no statement from this side in the collection");
  ent_mirror_get_passages (self->mirror, side, topic, voice == ENT_VOICE_OWN ? ENT_VOICE_QUOTED : ENT_VOICE_OWN,
                           &other);
  if (voice == ENT_VOICE_OWN && other == 0 && account->topics & (G_GUINT64_CONSTANT (1) << topic))
    return _ ("raised, though no sentence is marked");
  return _ ("not in this statement");
}

static void
open_passage (GtkWidget *button,
              gpointer   data)
{
  EntMirrorWindow *self = ENT_MIRROR_WINDOW (data);
  const EntMirrorPassage *passage = g_object_get_data (G_OBJECT (button), "passage");
  GtkWidget *view = ent_statement_view_new (self->session, passage->statement, ent_mirror_get_row (self->mirror),
                                            passage->span);

  gtk_window_set_transient_for (GTK_WINDOW (view), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (view));
}

/* What the other side's own sentences on the topic say, if both sides speak one language. */
static char *
dup_counterpart (EntMirrorWindow *self,
                 guint            side,
                 guint            topic)
{
  if (!self->comparable || side > 1 || !gtk_toggle_button_get_active (self->differences))
    return NULL;
  char *words = ent_mirror_dup_words (self->mirror, 1 - side, topic, ENT_VOICE_OWN);
  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

static char *
dup_marked (const char *words,
            const char *other)
{
  g_autoptr (GArray) only = NULL, theirs = NULL;
  g_autoptr (GString) markup = g_string_new (NULL);
  gsize at = 0;

  ent_word_diff (words, other, &only, &theirs);
  for (guint i = 0; i < only->len; i++)
    {
      EntTextRange range = g_array_index (only, EntTextRange, i);
      g_autofree char *same = g_markup_escape_text (words + at, (gssize) (range.start - at));
      g_autofree char *differs = g_markup_escape_text (words + range.start, (gssize) (range.end - range.start));

      g_string_append_printf (markup, "%s<b><u>%s</u></b>", same, differs);
      at = range.end;
    }
  g_autofree char *rest = g_markup_escape_text (words + at, -1);
  g_string_append (markup, rest);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
add_passage (EntMirrorWindow        *self,
             GtkWidget              *cell,
             const EntMirrorPassage *passage,
             const char             *other)
{
  EntStatement *statement = ent_event_store_get_statement (ent_mirror_get_store (self->mirror), passage->statement);
  g_autofree char *words = ent_statement_dup_span (statement, passage->span);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (g_strdelimit (words, "\r\n\t", ' '));

  if (other != NULL)
    {
      g_autofree char *markup = dup_marked (words, other);

      gtk_label_set_markup (GTK_LABEL (label), markup);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  ent_tip_set (button, _ ("Show in the Statement"));
  g_object_set_data_full (G_OBJECT (button), "passage", g_memdup2 (passage, sizeof *passage), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_passage), self);
  gtk_box_append (GTK_BOX (cell), button);
}

static GtkWidget *
make_label (const char *words,
            const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
attach (EntMirrorWindow *self,
        GtkWidget       *child,
        int              column,
        int              line,
        int              width)
{
  gtk_widget_set_size_request (child, column == 0 ? TOPIC_WIDTH : CELL_WIDTH * width, -1);
  gtk_widget_set_hexpand (child, column > 0);
  gtk_widget_add_css_class (child, line == 0 ? "mirror-heading" : "mirror-cell");
  gtk_grid_attach (self->grid, child, column, line, width, 1);
}

static void
add_cell (EntMirrorWindow *self,
          guint            side,
          guint            topic,
          EntVoice         voice,
          int              column,
          int              line)
{
  gsize n;
  const EntMirrorPassage *passages = ent_mirror_get_passages (self->mirror, side, topic, voice, &n);
  g_autofree char *other = voice == ENT_VOICE_OWN ? dup_counterpart (self, side, topic) : NULL;
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (gsize i = 0; i < n; i++)
    add_passage (self, cell, &passages[i], other);
  if (n == 0)
    gtk_box_append (GTK_BOX (cell), make_label (get_empty_words (self, side, topic, voice), "mirror-empty"));
  attach (self, cell, column, line, is_silent (self, side) ? 2 : 1);
}

static void
add_topic (EntMirrorWindow *self,
           guint            topic,
           int              line)
{
  attach (self, make_label (ent_words_get_topic (get_vocabulary (self), topic), "heading"), 0, line, 1);
  for (guint side = 0; side < ent_mirror_get_n_sides (self->mirror); side++)
    {
      add_cell (self, side, topic, ENT_VOICE_OWN, (int) side * 2 + 1, line);
      if (!is_silent (self, side))
        add_cell (self, side, topic, ENT_VOICE_QUOTED, (int) side * 2 + 2, line);
    }
}

/* How many statements there are, how long, and of when. */
static char *
dup_side_line (EntMirrorWindow *self,
               guint            side)
{
  const EntMirrorSide *account = ent_mirror_get_side (self->mirror, side);
  EntEventStore *store = ent_mirror_get_store (self->mirror);
  g_autoptr (GString) line = g_string_new (NULL);

  if (account->statements->len == 0)
    return g_strdup (_ ("no statement from this side in the collection"));
  for (guint i = 0; i < account->statements->len; i++)
    {
      guint32 number = g_array_index (account->statements, guint32, i);
      const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, number));
      g_autofree char *date = ent_words_for_date (info->date);

      g_string_append_printf (line, "%s%s, %s", i > 0 ? "\n" : "", info->title != NULL ? info->title : info->id, date);
    }
  g_autofree char *length = g_strdup_printf (ngettext ("%'u character", "%'u characters", account->n_characters),
                                             (guint) account->n_characters);
  g_string_append_printf (line, "\n%s", length);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_headings (EntMirrorWindow *self)
{
  attach (self, make_label (_ ("Topic"), "heading"), 0, 0, 1);
  for (guint side = 0; side < ent_mirror_get_n_sides (self->mirror); side++)
    {
      int column = (int) side * 2 + 1;
      g_autofree char *line = dup_side_line (self, side);

      for (EntVoice voice = 0; voice < ENT_N_VOICES; voice++)
        {
          g_autofree char *heading = dup_heading (self, side, voice);
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

          if (voice == ENT_VOICE_QUOTED && is_silent (self, side))
            continue;
          gtk_box_append (GTK_BOX (box), make_label (is_silent (self, side) ? get_name (self, side) : heading,
                                                     "heading"));
          if (voice == ENT_VOICE_OWN)
            gtk_box_append (GTK_BOX (box), make_label (line, "caption"));
          attach (self, box, column + (int) voice, 0, is_silent (self, side) ? 2 : 1);
        }
    }
}

static void
fill (EntMirrorWindow *self)
{
  guint64 topics = ent_mirror_get_topics (self->mirror);
  GtkWidget *child;
  int line = 1;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_headings (self);
  for (guint topic = 0; topic < ENT_MAX_TOPICS; topic++)
    {
      if (topics & (G_GUINT64_CONSTANT (1) << topic))
        add_topic (self, topic, line++);
    }
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntMirrorWindow *self = ENT_MIRROR_WINDOW (widget);
  g_autoptr (EntSheet) sheet = ent_mirror_window_dup_sheet (self);

  ent_save_sheet (GTK_WIDGET (self->grid), sheet, adw_window_title_get_title (self->title));
}

static void
ent_mirror_window_dispose (GObject *object)
{
  EntMirrorWindow *self = ENT_MIRROR_WINDOW (object);

  g_clear_pointer (&self->mirror, ent_mirror_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_mirror_window_parent_class)->dispose (object);
}

static void
ent_mirror_window_class_init (EntMirrorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_mirror_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/mirror-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMirrorWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntMirrorWindow, differences);
  gtk_widget_class_bind_template_child (widget_class, EntMirrorWindow, note);
  gtk_widget_class_bind_template_child (widget_class, EntMirrorWindow, grid);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_install_action (widget_class, "mirror.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "mirror.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ent_mirror_window_init (EntMirrorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
find_comparable (EntMirrorWindow *self)
{
  guint n = ent_mirror_get_n_sides (self->mirror);
  g_autofree char *first = n == 2 ? ent_mirror_dup_language (self->mirror, 0) : NULL;
  g_autofree char *second = n == 2 ? ent_mirror_dup_language (self->mirror, 1) : NULL;
  gboolean both = n == 2 && !is_silent (self, 0) && !is_silent (self, 1);

  self->comparable = both && first != NULL && g_strcmp0 (first, second) == 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->differences), self->comparable);
  if (self->comparable)
    gtk_label_set_label (self->note, _ ("Both sides write in one language: words that the other side’s sentences on a "
                                        "topic lack can be marked."));
  else if (both)
    gtk_label_set_label (self->note, _ ("The sides write in different languages: their sentences stand side by side by "
                                        "topic, and words are not compared."));
  gtk_widget_set_visible (GTK_WIDGET (self->note), both);
}

/**
 * ent_mirror_window_new:
 * @session: whose event
 * @row: the event
 *
 * Returns: (transfer floating): a window with its accounts side by side
 */
GtkWidget *
ent_mirror_window_new (EntSession *session,
                       guint32     row)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntMirrorWindow *self = g_object_new (ENT_TYPE_MIRROR_WINDOW, NULL);
  EntEventStore *store = ent_session_get_store (session);
  gsize n;
  gboolean strict;
  const guint16 *actors = ent_filter_get_between (ent_session_get_filter (session), &n, &strict);
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));

  self->session = g_object_ref (session);
  self->mirror = ent_mirror_new (store, row, actors, n);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, date);
  gtk_window_set_title (GTK_WINDOW (self), title);
  find_comparable (self);
  fill (self);
  return GTK_WIDGET (self);
}

static void
add_sheet_row (EntMirrorWindow *self,
               EntSheet        *sheet,
               guint            topic)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (ent_words_get_topic (get_vocabulary (self), topic)));
  for (guint side = 0; side < ent_mirror_get_n_sides (self->mirror); side++)
    {
      for (EntVoice voice = 0; voice < ENT_N_VOICES; voice++)
        {
          char *words = ent_mirror_dup_words (self->mirror, side, topic, voice);

          if (*words == '\0')
            {
              g_free (words);
              words = g_strdup_printf ("[%s]", get_empty_words (self, side, topic, voice));
            }
          g_ptr_array_add (cells, words);
        }
    }
  g_ptr_array_add (cells, NULL);
  ent_sheet_add_row (sheet, (const char * const *) cells->pdata);
}

/**
 * ent_mirror_window_dup_sheet:
 * @self: a window
 *
 * Returns: (transfer full): its table, with the sources under it
 */
EntSheet *
ent_mirror_window_dup_sheet (EntMirrorWindow *self)
{
  g_return_val_if_fail (ENT_IS_MIRROR_WINDOW (self), NULL);

  g_autofree char *title = g_strdup_printf ("%s, %s", adw_window_title_get_title (self->title),
                                            adw_window_title_get_subtitle (self->title));
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  guint64 topics = ent_mirror_get_topics (self->mirror);

  g_ptr_array_add (headings, g_strdup (_ ("Topic")));
  for (guint side = 0; side < ent_mirror_get_n_sides (self->mirror); side++)
    {
      for (EntVoice voice = 0; voice < ENT_N_VOICES; voice++)
        g_ptr_array_add (headings, dup_heading (self, side, voice));
    }
  g_ptr_array_add (headings, NULL);
  EntSheet *sheet = ent_sheet_new (title, (const char * const *) headings->pdata);
  for (guint topic = 0; topic < ENT_MAX_TOPICS; topic++)
    {
      if (topics & (G_GUINT64_CONSTANT (1) << topic))
        add_sheet_row (self, sheet, topic);
    }
  for (guint side = 0; side < ent_mirror_get_n_sides (self->mirror); side++)
    {
      g_autofree char *line = dup_side_line (self, side);
      g_auto (GStrv) parts = g_strsplit (line, "\n", -1);
      g_autofree char *joined = g_strjoinv ("; ", parts);
      g_autofree char *note = g_strdup_printf ("%s: %s", get_name (self, side), joined);

      ent_sheet_add_note (sheet, note);
    }
  return sheet;
}
