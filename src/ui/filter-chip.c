/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/filter-chip.h"

#include "ui/event-list-view.h"
#include "ui/tip.h"

#define SPACING 7     /* pixels between the words and the number */
#define MOST_CHARS 40 /* of the words */

struct _EntFilterChip
{
  GtkWidget parent_instance;
  GtkWidget *name;
  GtkWidget *drop;
  GtkWidget *popover; /* made when it is asked for */
  EntSession *session;
  EntFilter *without; /* the filter that lacks the condition */
  EntRowSet *hidden;  /* what it would show more */
};

G_DEFINE_FINAL_TYPE (EntFilterChip, ent_filter_chip, GTK_TYPE_WIDGET)

/* Lists the events that its condition alone hides. */
static void
list_hidden (EntFilterChip *self)
{
  if (ent_row_set_get_count (self->hidden) == 0)
    return;
  if (self->popover == NULL)
    {
      GtkWidget *list = ent_event_list_view_new ();

      self->popover = gtk_popover_new ();
      gtk_widget_set_size_request (list, 320, -1);
      ent_event_list_view_set_rows (ENT_EVENT_LIST_VIEW (list), self->session, self->hidden);
      gtk_popover_set_child (GTK_POPOVER (self->popover), list);
      g_signal_connect_swapped (list, "chosen", G_CALLBACK (gtk_popover_popdown), self->popover);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
ent_filter_chip_dispose (GObject *object)
{
  EntFilterChip *self = ENT_FILTER_CHIP (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->drop, gtk_widget_unparent);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->without, ent_filter_unref);
  g_clear_pointer (&self->hidden, ent_row_set_unref);

  G_OBJECT_CLASS (ent_filter_chip_parent_class)->dispose (object);
}

static void
ent_filter_chip_class_init (EntFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_filter_chip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_filter_chip_init (EntFilterChip *self)
{
  self->name = gtk_button_new ();
  self->drop = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->name, "flat");
  gtk_widget_add_css_class (self->drop, "flat");
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->drop, GTK_WIDGET (self));
  g_signal_connect_swapped (self->name, "clicked", G_CALLBACK (list_hidden), self);
  g_signal_connect_swapped (self->drop, "clicked", G_CALLBACK (ent_filter_chip_drop), self);
}

static void
set_words (EntFilterChip *self,
           const char    *words)
{
  guint n = ent_row_set_get_count (self->hidden);
  g_autofree char *hides = g_strdup_printf (ngettext ("Hides %u event", "Hides %u events", n), n);
  g_autofree char *tip = g_strdup_printf (n > 0 ? _ ("%s. Click to list them") : "%s", hides);
  g_autofree char *drop = g_strdup_printf (_ ("Drop filter: %s"), words);
  /* Translators: a filter and how many events it hides: “without Ukraine, Hides 6 events”. */
  g_autofree char *spoken = g_strdup_printf (C_ ("filter", "%s, %s"), words, hides);
  GtkWidget *label = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *text = gtk_label_new (words);

  gtk_label_set_single_line_mode (GTK_LABEL (text), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), MOST_CHARS);
  gtk_box_append (GTK_BOX (label), text);
  if (n > 0)
    {
      /* However long the words are, this stays whole. */
      g_autofree char *count = g_strdup_printf ("−%u", n);
      gtk_box_append (GTK_BOX (label), gtk_label_new (count));
    }
  gtk_button_set_child (GTK_BUTTON (self->name), label);
  ent_tip_set (self->name, tip);
  ent_tip_set (self->drop, drop);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop), GTK_ACCESSIBLE_PROPERTY_LABEL, drop, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * ent_filter_chip_new:
 * @session: whose filter it is of
 * @words: the condition
 * @without: the filter that lacks it
 *
 * Returns: (transfer floating): its chip
 */
GtkWidget *
ent_filter_chip_new (EntSession *session,
                     const char *words,
                     EntFilter  *without)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && words != NULL && without != NULL, NULL);

  EntFilterChip *self = g_object_new (ENT_TYPE_FILTER_CHIP, NULL);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (ent_session_get_index (session), without);

  self->session = g_object_ref (session);
  self->without = ent_filter_ref (without);
  self->hidden = ent_row_set_minus (rows, ent_session_get_rows (session));
  set_words (self, words);
  return GTK_WIDGET (self);
}

/**
 * ent_filter_chip_drop:
 * @self: a chip
 *
 * No longer asks for its condition.
 */
void
ent_filter_chip_drop (EntFilterChip *self)
{
  g_return_if_fail (ENT_IS_FILTER_CHIP (self));

  /* The chip goes with its condition. */
  g_autoptr (EntFilter) without = ent_filter_ref (self->without);
  ent_session_set_filter (self->session, without);
}
