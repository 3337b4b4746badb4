/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/event-button.h"

#include "model/event-title.h"
#include "ui/ui-translator.h"

struct _EntEventButton
{
  GtkWidget parent_instance;
  GtkWidget *button;
  guint32 row;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntEventButton, ent_event_button, GTK_TYPE_WIDGET)

static void
on_clicked (EntEventButton *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->row);
}

static void
ent_event_button_dispose (GObject *object)
{
  EntEventButton *self = ENT_EVENT_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (ent_event_button_parent_class)->dispose (object);
}

static void
ent_event_button_class_init (EntEventButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_event_button_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_EVENT_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventbutton");
}

static void
ent_event_button_init (EntEventButton *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
}

static GtkWidget *
add_line (GtkWidget  *box,
          const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/**
 * ent_event_button_new:
 * @store: events
 * @row: one of them
 * @note: what to say below its title
 *
 * Returns: (transfer floating): a button for it
 */
GtkWidget *
ent_event_button_new (EntEventStore *store,
                      guint32        row,
                      const char    *note)
{
  EntEventButton *self = g_object_new (ENT_TYPE_EVENT_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  GtkWidget *second;

  self->row = row;
  add_line (box, title);
  second = add_line (box, note);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_add_css_class (second, "caption");
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  return GTK_WIDGET (self);
}
