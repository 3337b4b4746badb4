/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pops up over the timeline: the legend, what a cluster holds, a date to go to. One at a time. */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/timeline-view-private.h"

#include "draw/draw-legend.h"
#include "ui/event-list-view.h"
#include "ui/theme.h"
#include "ui/words.h"

#define SIGN_WIDTH 40
#define SIGN_HEIGHT 24
#define LEGEND_HEIGHT 420
#define LIST_WIDTH 340
#define MOST_YEARS_BEFORE 9999

/* The view may have let go of it by then. */
static gboolean
unparent_popover (gpointer data)
{
  if (gtk_widget_get_parent (GTK_WIDGET (data)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (data));
  return G_SOURCE_REMOVE;
}

/* Its own button may still be at work when it closes. */
static void
on_closed (GtkPopover      *popover,
           EntTimelineView *self)
{
  if (self->popover == GTK_WIDGET (popover))
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_popover, g_object_ref (popover), g_object_unref);
}

/**
 * ent_timeline_view_close_popup:
 * @self: a view
 *
 * Closes what has popped up.
 */
void
ent_timeline_view_close_popup (EntTimelineView *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * ent_timeline_view_dispose_popup:
 * @self: a view
 *
 * Lets go of what has popped up.
 */
void
ent_timeline_view_dispose_popup (EntTimelineView *self)
{
  GtkWidget *child;

  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_func (self->popover, on_closed, self);
  self->popover = NULL;
  /* What has just closed waits to be let go. */
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

/**
 * ent_timeline_view_popup:
 * @self: a view
 * @popover: (transfer full): what to pop up
 * @box: what it points to
 *
 * Pops something up in the place of what did before.
 */
void
ent_timeline_view_popup (EntTimelineView *self,
                         GtkWidget       *popover,
                         const EntBox    *box)
{
  GdkRectangle place = { (int) box->x, (int) box->y, MAX (1, (int) box->width), MAX (1, (int) box->height) };

  ent_timeline_view_close_popup (self);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), self);
  self->popover = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* What a cluster holds */

/**
 * ent_timeline_view_show_rows:
 * @self: a view
 * @rows: events
 * @box: the mark that they share
 *
 * Lists the events of a cluster; one that is chosen gets selected.
 */
void
ent_timeline_view_show_rows (EntTimelineView *self,
                             EntRowSet       *rows,
                             const EntBox    *box)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = ent_event_list_view_new ();

  ent_event_list_view_set_rows (ENT_EVENT_LIST_VIEW (list), self->session, rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LEGEND_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  ent_timeline_view_popup (self, popover, box);
}

/* The legend */

typedef struct
{
  EntTimelineView *view;
  EntLegendItem item;
} Sign;

static void
draw_sign (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        data)
{
  const Sign *sign = data;
  EntTheme theme = ent_theme_get_current (adw_style_manager_get_default ());

  ent_draw_legend_sign (cr, &sign->item, ent_style_get (theme), ent_timeline_view_get_text (sign->view), width, height);
}

static GtkWidget *
new_sign (EntTimelineView     *self,
          const EntLegendItem *item)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Sign *sign = g_new (Sign, 1);

  *sign = (Sign) { self, *item };
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SIGN_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIGN_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sign, sign, g_free);
  gtk_accessible_update_state (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return area;
}

static GtkWidget *
new_legend_list (EntTimelineView *self,
                 EntScene        *scene)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GArray) items = ent_legend_new (scene);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < items->len; i++)
    {
      const EntLegendItem *item = &g_array_index (items, EntLegendItem, i);
      const char *words = item->words != NULL ? _ (item->words)
                                              : ent_words_get_kind (ent_session_get_vocabulary (self->session),
                                                                    item->mark.kind);
      GtkWidget *label = gtk_label_new (words);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
      gtk_grid_attach (GTK_GRID (grid), new_sign (self, item), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), label, 1, (int) i, 1, 1);
    }
  return grid;
}

/**
 * ent_timeline_view_show_legend:
 * @self: a view
 *
 * Explains every sign that is on show, and no other.
 */
void
ent_timeline_view_show_legend (EntTimelineView *self)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (scene == NULL)
    return;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LEGEND_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_legend_list (self, scene));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  ent_timeline_view_popup (self, popover, &(EntBox) { scene->width - 40.0, scene->overview.y - 8.0, 1.0, 1.0 });
}

/* A date to go to */

/* A year as @form writes those before Christ, "%1$s BC". */
static gboolean
read_year_before (const char *words,
                  const char *form,
                  EntEdtf    *date)
{
  const char *place = strstr (form, "%1$s");
  gsize before = place != NULL ? (gsize) (place - form) : 0;
  guint64 year;
  char *after;

  if (place == NULL || g_ascii_strncasecmp (words, form, before) != 0 || !g_ascii_isdigit (words[before]))
    return FALSE;
  year = g_ascii_strtoull (words + before, &after, 10);
  if (g_ascii_strcasecmp (after, place + strlen ("%1$s")) != 0 || year < 1 || year > MOST_YEARS_BEFORE)
    return FALSE;
  *date = ent_edtf_point (ent_edtf_point_year (1 - (gint32) year));
  return TRUE;
}

/* Dates as ISO 8601 writes them, also a year or a month alone; else as the user's language writes years before Christ
 * and days. */
static gboolean
read_date (const char *words,
           EntDay     *first,
           EntDay     *last)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));
  EntEdtf date;
  GDate day;

  if (ent_edtf_parse (trimmed, strlen (trimmed), &date, NULL)
      || read_year_before (trimmed, g_dpgettext2 (NULL, "year with era", "%1$s BC"), &date)
      || read_year_before (trimmed, "%1$s BC", &date))
    {
      *first = ent_edtf_earliest (date);
      *last = ent_edtf_latest (date);
      return *first != ENT_DAY_OPEN_START && *last != ENT_DAY_OPEN_END;
    }
  g_date_set_parse (&day, trimmed);
  if (!g_date_valid (&day))
    return FALSE;
  *first = *last = ent_day_from_ymd (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
  return TRUE;
}

static void
on_date_entered (EntTimelineView *self,
                 GtkEntry        *entry)
{
  EntDay first, last;

  if (!read_date (gtk_editable_get_text (GTK_EDITABLE (entry)), &first, &last))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  ent_timeline_view_close_popup (self);
  ent_timeline_view_go_to_days (self, first, last);
}

static void
on_date_changed (GtkWidget *entry)
{
  gtk_widget_remove_css_class (entry, "error");
}

/**
 * ent_timeline_view_ask_date:
 * @self: a view
 *
 * Asks for a date and goes there.
 */
void
ent_timeline_view_ask_date (EntTimelineView *self)
{
  EntScene *scene = ent_timeline_view_get_scene (self);

  if (scene == NULL)
    return;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("2024, 2024-04 or 2024-04-02"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 26);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Go to Date"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_date_entered), self);
  g_signal_connect (entry, "changed", G_CALLBACK (on_date_changed), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  EntBox place = { scene->time_area.x + scene->time_area.width / 2.0, 2.0, 1.0, scene->axis.height };
  ent_timeline_view_popup (self, popover, &place);
  gtk_widget_grab_focus (entry);
}
