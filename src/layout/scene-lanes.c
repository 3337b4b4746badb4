/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lanes: which stand where, and what they hold. */
#include "layout/lane-view.h"

#include <math.h>

#define MOST_CONTACT_LINES 9
#define LEAST_CONTACT_LINES 4
#define MOST_ALONE_LINES 60
#define MOST_LANE_LINES 12
#define LEAST_LANE_LINES 2
#define NAME_INSET 22.0 /* a lane's name stands right of its colour */
#define MOST_STRETCH 10.0

static gboolean
is_hidden (const EntSceneRequest *request,
           guint16                value)
{
  for (const guint16 *hidden = request->hidden_lanes; hidden != NULL && *hidden != ENT_ACTOR_NONE; hidden++)
    {
      if (*hidden == value)
        return TRUE;
    }
  return FALSE;
}

static void
clear_view (gpointer data)
{
  EntLaneView *view = data;

  g_clear_pointer (&view->items, g_array_unref);
}

static void
add_view (GArray             *views,
          const EntBasisLane *lane,
          const EntRowSet    *rows)
{
  EntLaneView view = { .lane = lane, .rows = rows };

  g_array_append_val (views, view);
}

static GArray *
choose_lanes (EntSceneBuilder *builder)
{
  GArray *views = g_array_new (FALSE, TRUE, sizeof (EntLaneView));

  g_array_set_clear_func (views, clear_view);
  if (ent_row_set_get_count (builder->basis->contacts) > 0)
    add_view (views, NULL, builder->basis->contacts);
  for (guint i = 0; i < builder->basis->lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (builder->basis->lanes, EntBasisLane, i);
      if (!is_hidden (builder->request, lane->value))
        add_view (views, lane, lane->acts);
    }
  return views;
}

/* How many lines the lanes may take depends on the room and the number of lanes alone, so that it is the
 * same wherever the view is panned to. */
static guint
get_most_lines (const EntSceneBuilder *builder,
                gboolean               contacts,
                guint                  n_lanes)
{
  double lines = builder->scene->lane_area.height / builder->sizes.line;

  if (n_lanes == 1)
    return (guint) CLAMP (lines - 2.0, LEAST_CONTACT_LINES, MOST_ALONE_LINES);
  if (contacts)
    return (guint) CLAMP (lines * 0.36, LEAST_CONTACT_LINES, MOST_CONTACT_LINES);
  /* Below the contacts, each lane has room beside its lines for dots, and a line for what has no label. */
  return (guint) CLAMP (lines * 0.6 / n_lanes - 1.0, LEAST_LANE_LINES, MOST_LANE_LINES);
}

static void
name_lane (EntSceneBuilder *builder,
           EntLaneView     *view,
           EntSceneLane    *lane)
{
  const EntTranslator *translator = builder->request->translator;
  double width = builder->sizes.name_width - NAME_INSET - 6.0;

  if (view->lane == NULL)
    {
      lane->value = ENT_LANE_CONTACTS;
      lane->colour = ENT_COLOUR_CONTACTS;
      lane->name[0] = g_string_chunk_insert_const (builder->strings, ent_translate (translator, N_ ("Contacts")));
      lane->note = ent_scene_builder_fit_text (builder, ENT_TEXT_LANE_SMALL,
                                               ent_translate (translator, N_ ("calls, meetings, visits")), width);
      lane->n_events = ent_row_set_get_count (view->rows);
      view->n_name_lines = lane->note != NULL ? 2 : 1;
      return;
    }
  lane->value = view->lane->value;
  lane->colour = view->lane->colour;
  lane->n_events = ent_row_set_get_count (view->rows);
  view->n_name_lines = ent_scene_builder_wrap (builder, ENT_TEXT_LANE, ent_translate (translator, view->lane->name),
                                               width, lane->name, view->n_lines > 1 ? 3 : 2);
}

static double
get_height (const EntSceneBuilder *builder,
            const EntLaneView     *view)
{
  const EntSceneSizes *sizes = &builder->sizes;
  double content = view->dense ? sizes->strip : view->n_lines * sizes->line;

  if (view->n_dots > 0 && !view->dense)
    content += sizes->dots;
  return ceil (MAX (content, view->n_name_lines * sizes->name_line) + 2.0 * sizes->pad);
}

/* Lanes one below the other, the room that is left shared among them so that they do not crowd. */
static void
place_lanes (EntSceneBuilder *builder,
             GArray          *views)
{
  EntScene *scene = builder->scene;
  double total = 0.0;

  for (guint i = 0; i < views->len; i++)
    total += g_array_index (views, EntLaneView, i).height;
  double spare = scene->lane_area.height - total;
  double stretch = spare > 0.0 && views->len > 1 ? floor (MIN (spare / views->len, MOST_STRETCH)) : 0.0;
  double y = scene->lane_area.y - MAX (0.0, MIN (builder->request->scroll, total - scene->lane_area.height));

  scene->content_height = total;
  for (guint i = 0; i < views->len; i++)
    {
      EntLaneView *view = &g_array_index (views, EntLaneView, i);
      EntSceneLane *lane = &g_array_index (builder->lanes, EntSceneLane, i);
      double height = view->height + stretch;
      lane->box = (EntBox) { scene->lane_area.x, y, scene->lane_area.width, height };
      lane->header = (EntBox) { builder->request->right_to_left ? scene->time_area.width : 0.0, y,
                                builder->sizes.name_width, height };
      view->index = (guint16) i;
      view->top = y;
      view->bottom = y + height;
      y += height;
    }
}

/* Lanes hold dots of contacts only where topics are lanes. */
static void
count_dots (EntSceneBuilder *builder,
            GArray          *views)
{
  for (guint i = 0; i < views->len; i++)
    {
      EntLaneView *view = &g_array_index (views, EntLaneView, i);
      if (view->lane != NULL && view->lane->dots != NULL)
        view->n_dots = ent_row_set_get_count (view->lane->dots);
    }
}

/**
 * ent_scene_builder_add_lanes:
 * @builder: a scene being made, with its boxes
 *
 * Adds the lanes with all that stands in them.
 */
void
ent_scene_builder_add_lanes (EntSceneBuilder *builder)
{
  g_autoptr (GArray) views = choose_lanes (builder);
  gboolean dense_contacts = FALSE;

  count_dots (builder, views);
  for (guint i = 0; i < views->len; i++)
    {
      EntLaneView *view = &g_array_index (views, EntLaneView, i);
      EntSceneLane lane = { 0 };
      gboolean contacts = view->lane == NULL;
      ent_lane_view_fill (builder, view, get_most_lines (builder, contacts, views->len), dense_contacts);
      dense_contacts = dense_contacts || (contacts && view->dense);
      name_lane (builder, view, &lane);
      view->height = get_height (builder, view);
      g_array_append_val (builder->lanes, lane);
    }
  place_lanes (builder, views);
  for (guint i = 0; i < views->len; i++)
    ent_lane_view_emit (builder, &g_array_index (views, EntLaneView, i));
  ent_lane_view_emit_dots (builder, views);
}
