/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/timeline-mark.h"

#include "base/event-terms.h"

struct _EntTimelineMark
{
  GtkWidget parent_instance;
  guint32 row;
  guint bin; /* of the scene, or ENT_TIMELINE_MARK_NO_BIN for an event */
};

G_DEFINE_FINAL_TYPE (EntTimelineMark, ent_timeline_mark, GTK_TYPE_WIDGET)

static void
activate (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntTimelineMark *self = ENT_TIMELINE_MARK (widget);

  if (self->bin != ENT_TIMELINE_MARK_NO_BIN)
    gtk_widget_activate_action (widget, "timeline.open-bin", "(uu)", self->bin, self->row);
  else
    gtk_widget_activate_action (widget, "timeline.select", "u", self->row);
}

static void
ent_timeline_mark_class_init (EntTimelineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate);
}

static void
ent_timeline_mark_init (EntTimelineMark *self)
{
  self->row = ENT_ROW_NONE;
  self->bin = ENT_TIMELINE_MARK_NO_BIN;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * ent_timeline_mark_new:
 *
 * Returns: (transfer floating): a mark of no event yet
 */
GtkWidget *
ent_timeline_mark_new (void)
{
  return g_object_new (ENT_TYPE_TIMELINE_MARK, NULL);
}

/**
 * ent_timeline_mark_set_row:
 * @self: a mark
 * @row: the event it stands for
 * @words: what a screen reader says
 * @selected: whether the event is selected
 *
 * Makes a mark of the pool stand for an event.
 */
void
ent_timeline_mark_set_row (EntTimelineMark *self,
                           guint32          row,
                           const char      *words,
                           gboolean         selected)
{
  g_return_if_fail (ENT_IS_TIMELINE_MARK (self) && words != NULL);

  self->row = row;
  self->bin = ENT_TIMELINE_MARK_NO_BIN;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * ent_timeline_mark_set_bin:
 * @self: a mark
 * @bin: number of a cluster or bar of the scene
 * @row: its first event
 * @words: what a screen reader says
 *
 * Makes a mark of the pool stand for several events, which it opens.
 */
void
ent_timeline_mark_set_bin (EntTimelineMark *self,
                           guint            bin,
                           guint32          row,
                           const char      *words)
{
  ent_timeline_mark_set_row (self, row, words, FALSE);
  self->bin = bin;
}

/**
 * ent_timeline_mark_get_bin:
 * @self: a mark
 *
 * Returns: the cluster or bar it stands for, or %ENT_TIMELINE_MARK_NO_BIN
 */
guint
ent_timeline_mark_get_bin (EntTimelineMark *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MARK (self), ENT_TIMELINE_MARK_NO_BIN);

  return self->bin;
}

/**
 * ent_timeline_mark_get_row:
 * @self: a mark
 *
 * Returns: the event it stands for or the first of several, or %ENT_ROW_NONE
 */
guint32
ent_timeline_mark_get_row (EntTimelineMark *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_MARK (self), ENT_ROW_NONE);

  return self->row;
}
