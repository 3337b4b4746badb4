/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes as the user wants them: folded, hidden, in another order. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/timeline-view-private.h"

static const guint16 end = ENT_ACTOR_NONE;

/**
 * ent_timeline_view_init_lanes:
 * @self: a view
 *
 * All lanes are shown, in the order of the history.
 */
void
ent_timeline_view_init_lanes (EntTimelineView *self)
{
  ent_timeline_view_dispose_lanes (self);
  self->choice = ent_lane_choice_new ();
  self->drag_lane = ENT_ACTOR_NONE;
}

/**
 * ent_timeline_view_dispose_lanes:
 * @self: a view
 *
 * Lets go of the lists.
 */
void
ent_timeline_view_dispose_lanes (EntTimelineView *self)
{
  g_clear_pointer (&self->choice, ent_lane_choice_free);
}

static void
toggle_fold (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  guint16 value = g_variant_get_uint16 (parameter);

  ent_lane_list_set (self->choice->folded, value, !ent_lane_list_has (self->choice->folded, value));
  ent_timeline_view_save_lanes (self);
  ent_timeline_view_invalidate (self);
}

static void
toggle_hidden (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  guint16 value = g_variant_get_uint16 (parameter);

  if (value == ENT_LANE_CONTACTS)
    return;
  ent_lane_list_set (self->choice->hidden, value, !ent_lane_list_has (self->choice->hidden, value));
  ent_timeline_view_save_lanes (self);
  ent_timeline_view_invalidate (self);
}

static void
show_all (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);

  ent_timeline_view_init_lanes (self);
  ent_timeline_view_save_lanes (self);
  ent_timeline_view_invalidate (self);
}

/**
 * ent_timeline_view_move_lane:
 * @self: a view
 * @value: number of a lane
 * @place: where it goes among the lanes below the contacts, from 0
 *
 * Puts a lane at another place; those that were never moved keep their order.
 */
void
ent_timeline_view_move_lane (EntTimelineView *self,
                             guint16          value,
                             guint            place)
{
  EntScene *scene = ent_timeline_view_get_scene (self);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (gsize i = 0; scene != NULL && i < scene->n_lanes; i++)
    {
      guint16 other = scene->lanes[i].value;
      if (other != ENT_LANE_CONTACTS && other != value)
        g_array_append_val (order, other);
    }
  g_array_insert_val (order, MIN (place, order->len), value);
  /* Lanes without events now come back where they were. */
  for (guint i = 0; i + 1 < self->choice->order->len; i++)
    {
      guint16 other = g_array_index (self->choice->order, guint16, i);
      gboolean is_there = FALSE;
      for (guint j = 0; j < order->len && !is_there; j++)
        is_there = g_array_index (order, guint16, j) == other;
      if (!is_there)
        g_array_insert_val (order, MIN (i, order->len), other);
    }
  g_array_append_val (order, end);
  g_array_unref (self->choice->order);
  self->choice->order = order;
  ent_timeline_view_save_lanes (self);
  ent_timeline_view_invalidate (self);
}

static guint
find_place (const EntScene *scene,
            guint16         value)
{
  guint place = 0;

  for (gsize i = 0; i < scene->n_lanes && scene->lanes[i].value != value; i++)
    place += scene->lanes[i].value != ENT_LANE_CONTACTS;
  return place;
}

static void
move_lane (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntScene *scene = ent_timeline_view_get_scene (self);
  guint16 value;
  gint32 by;

  g_variant_get (parameter, "(qi)", &value, &by);
  if (scene != NULL && value != ENT_LANE_CONTACTS)
    ent_timeline_view_move_lane (self, value, (guint) MAX (0, (gint32) find_place (scene, value) + by));
}

/**
 * ent_timeline_view_find_drop:
 * @self: a view
 * @scene: what it shows
 * @y: where the pointer is
 *
 * Says where a lane that is dragged there would go, and keeps the place to show.
 *
 * Returns: the place among the lanes below the contacts
 */
guint
ent_timeline_view_find_drop (EntTimelineView *self,
                             const EntScene  *scene,
                             double           y)
{
  guint place = 0;

  self->drop_y = scene->lane_area.y;
  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      const EntBox *box = &scene->lanes[i].box;
      gboolean is_contacts = scene->lanes[i].value == ENT_LANE_CONTACTS;
      if (!is_contacts && y < box->y + box->height / 2.0)
        break;
      self->drop_y = box->y + box->height;
      place += !is_contacts && scene->lanes[i].value != self->drag_lane;
    }
  return place;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * ent_timeline_view_show_lane_menu:
 * @self: a view
 * @lane: index in the scene's lanes
 * @x: where
 * @y: where
 *
 * Offers what can be done to a lane.
 */
void
ent_timeline_view_show_lane_menu (EntTimelineView *self,
                                  guint            lane,
                                  double           x,
                                  double           y)
{
  EntScene *scene = ent_timeline_view_get_scene (self);
  guint16 value = scene->lanes[lane].value;
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean folded = ent_lane_list_has (self->choice->folded, value);

  append_item (menu, folded ? _ ("Unfold Lane") : _ ("Fold Lane"), "timeline.fold-lane", g_variant_new_uint16 (value));
  if (value != ENT_LANE_CONTACTS)
    {
      append_item (menu, _ ("Hide Lane"), "timeline.hide-lane", g_variant_new_uint16 (value));
      append_item (menu, _ ("Move Lane Up"), "timeline.move-lane", g_variant_new ("(qi)", value, -1));
      append_item (menu, _ ("Move Lane Down"), "timeline.move-lane", g_variant_new ("(qi)", value, 1));
    }
  append_item (menu, _ ("Show All Lanes"), "timeline.show-all-lanes", NULL);
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  ent_timeline_view_popup (self, popover, &(EntBox) { x, y, 1.0, 1.0 });
}

static void
on_more_clicked (EntTimelineView *self,
                 GtkWidget       *button)
{
  guint16 value = (guint16) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "lane"));

  ent_timeline_view_close_popup (self);
  ent_lane_list_set (self->choice->hidden, value, FALSE);
  ent_timeline_view_save_lanes (self);
  ent_timeline_view_invalidate (self);
}

/**
 * ent_timeline_view_show_more_lanes:
 * @self: a view
 *
 * Lists the lanes that are not on show: those that were hidden can be shown again.
 */
void
ent_timeline_view_show_more_lanes (EntTimelineView *self)
{
  EntScene *scene = ent_timeline_view_get_scene (self);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const GArray *lanes = self->basis->history->lanes;

  for (guint i = 0; i < lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (lanes, EntBasisLane, i);
      gboolean is_hidden = ent_lane_list_has (self->choice->hidden, lane->value);
      gboolean is_shown = FALSE;
      for (gsize j = 0; j < scene->n_lanes && !is_shown; j++)
        is_shown = scene->lanes[j].value == lane->value;
      if (is_shown)
        continue;
      /* Translators: a lane of the timeline that has no event to show now */
      g_autofree char *empty = g_strdup_printf (_ ("%s: nothing to show now"), _ (lane->name));
      GtkWidget *button = gtk_button_new_with_label (is_hidden ? _ (lane->name) : empty);
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      gtk_widget_set_sensitive (button, is_hidden);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "lane", GUINT_TO_POINTER ((guint) lane->value));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_more_clicked), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  ent_timeline_view_popup (self, popover, &scene->more);
}

/**
 * ent_timeline_view_class_init_lanes:
 * @widget_class: the view's class
 *
 * Installs the actions.
 */
void
ent_timeline_view_class_init_lanes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.fold-lane", "q", toggle_fold);
  gtk_widget_class_install_action (widget_class, "timeline.hide-lane", "q", toggle_hidden);
  gtk_widget_class_install_action (widget_class, "timeline.move-lane", "(qi)", move_lane);
  gtk_widget_class_install_action (widget_class, "timeline.show-all-lanes", NULL, show_all);
}
