/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/reading-progress.h"

struct _EntReadingProgress
{
  GtkWidget parent_instance;
  GtkLabel *label;
  GtkProgressBar *bar;
};

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntReadingProgress, ent_reading_progress, GTK_TYPE_WIDGET)

static void
on_cancel_clicked (EntReadingProgress *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
ent_reading_progress_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_reading_progress_parent_class)->dispose (object);
}

static void
ent_reading_progress_class_init (EntReadingProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_reading_progress_dispose;
  signals[CANCELLED] = g_signal_new ("cancelled", ENT_TYPE_READING_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/reading-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReadingProgress, label);
  gtk_widget_class_bind_template_child (widget_class, EntReadingProgress, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readingprogress");
}

static void
ent_reading_progress_init (EntReadingProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_reading_progress_show:
 * @self: a progress
 * @words: what is read
 * @share: how much of all, up to 1; less than 0 where that is not known
 */
void
ent_reading_progress_show (EntReadingProgress *self,
                           const char         *words,
                           double              share)
{
  g_return_if_fail (ENT_IS_READING_PROGRESS (self) && words != NULL);

  gtk_label_set_label (self->label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), words);
  if (share >= 0.0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, share));
  else
    gtk_progress_bar_pulse (self->bar);
}
