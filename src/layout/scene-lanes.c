/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lanes: which stand where, and what they hold. */
#include "layout/lane-view.h"

#include <math.h>

#define MOST_CONTACT_LINES 9
#define LEAST_CONTACT_LINES 4
#define MOST_ALONE_LINES 60
#define MOST_LANE_LINES 12
#define LEAST_LANE_LINES 2
#define LOW_LINES 20.0 /* of a picture that shows some lanes only if each is low */
#define NAME_INSET 22.0 /* a lane's name stands right of its colour */
#define MOST_STRETCH 10.0
#define NAME_TOP 7.0 /* a lane's name stands below its top */

static gboolean
is_listed (const guint16 *values,
           guint16        value)
{
  for (; values != NULL && *values != ENT_ACTOR_NONE; values++)
    {
      if (*values == value)
        return TRUE;
    }
  return FALSE;
}

static EntLaneView
make_view (const EntSceneBuilder *builder,
           const EntBasisLane    *lane,
           guint                  index)
{
  const EntSceneBasis *basis = builder->basis;
  EntLaneView view = { .lane = lane, .pair = index * 2 + 1, .n_dots = lane->n_dots };

  view.source.value = lane->value;
  view.source.asked = (EntRowPair) { basis->acts, lane->home };
  view.source.n_asked = lane->n_acts;
  view.source.all = (EntRowPair) { basis->history->acts, lane->own };
  view.source.n_all = lane->n_all;
  view.folded = is_listed (builder->request->folded_lanes, lane->value);
  return view;
}

/* The lanes of the basis, those that the user put in an order first. */
static void
add_views (const EntSceneBuilder *builder,
           GArray                *views)
{
  const GArray *lanes = builder->basis->lanes;
  const guint16 *order = builder->request->lane_order;

  for (const guint16 *value = order; value != NULL && *value != ENT_ACTOR_NONE; value++)
    {
      for (guint i = 0; i < lanes->len; i++)
        {
          const EntBasisLane *lane = &g_array_index (lanes, EntBasisLane, i);
          EntLaneView view = make_view (builder, lane, i);
          if (lane->value == *value && !is_listed (builder->request->hidden_lanes, lane->value))
            g_array_append_val (views, view);
        }
    }
  for (guint i = 0; i < lanes->len; i++)
    {
      const EntBasisLane *lane = &g_array_index (lanes, EntBasisLane, i);
      EntLaneView view = make_view (builder, lane, i);
      if (!is_listed (order, lane->value) && !is_listed (builder->request->hidden_lanes, lane->value))
        g_array_append_val (views, view);
    }
}

static GArray *
choose_lanes (EntSceneBuilder *builder)
{
  const EntSceneBasis *basis = builder->basis;
  GArray *views = g_array_new (FALSE, TRUE, sizeof (EntLaneView));
  EntLaneView contacts = { 0 };

  contacts.source.value = ENT_LANE_CONTACTS;
  contacts.source.asked = (EntRowPair) { basis->contacts, basis->contacts };
  contacts.source.n_asked = ent_row_set_get_count (basis->contacts);
  contacts.source.all = (EntRowPair) { basis->history->contacts, basis->history->contacts };
  contacts.source.n_all = ent_row_set_get_count (basis->history->contacts);
  contacts.folded = is_listed (builder->request->folded_lanes, ENT_LANE_CONTACTS);
  if (contacts.source.n_asked > 0)
    g_array_append_val (views, contacts);
  add_views (builder, views);
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

  /* A picture cannot be scrolled. */
  double least_contacts = builder->request->still ? CLAMP (lines - 2.0, 1.0, LEAST_CONTACT_LINES) : LEAST_CONTACT_LINES;
  if (n_lanes == 1)
    return (guint) CLAMP (lines - 2.0, least_contacts, MOST_ALONE_LINES);
  if (contacts)
    return MIN ((guint) CLAMP (lines * 0.36, least_contacts, MOST_CONTACT_LINES) + builder->request->more_lines,
                MOST_ALONE_LINES);
  /* Below the contacts, each lane has room beside its lines for dots, and a line for what has no label. */
  guint least = builder->request->still && lines < LOW_LINES ? 1 : LEAST_LANE_LINES;
  return (guint) CLAMP (lines * 0.6 / n_lanes - 1.0, least, MOST_LANE_LINES);
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
      lane->n_events = view->source.n_asked;
      if (view->folded)
        lane->note = NULL;
      view->n_name_lines = lane->note != NULL ? 2 : 1;
      return;
    }
  lane->value = view->lane->value;
  lane->colour = view->lane->colour;
  lane->n_events = view->source.n_asked;
  view->n_name_lines = ent_scene_builder_wrap (builder, ENT_TEXT_LANE, ent_translate (translator, view->lane->name),
                                               width, lane->name, view->folded ? 1 : view->n_lines > 1 ? 3
                                                                                                       : 2);
}

static double
get_height (const EntSceneBuilder *builder,
            const EntLaneView     *view)
{
  const EntSceneSizes *sizes = &builder->sizes;
  double content = view->folded ? 0.0 : view->dense ? sizes->strip
                                                    : view->n_lines * sizes->line;

  if (view->n_dots > 0 && !view->dense)
    content += sizes->dots;
  return ceil (MAX (content, view->n_name_lines * sizes->name_line) + 2.0 * sizes->pad);
}

static guint
count_more (const EntSceneBuilder *builder,
            const GArray          *views)
{
  guint n_shown = 0;

  /* Where lanes cannot be hidden, or not be brought back, there is nothing to be done about them. */
  if (builder->request->hidden_lanes == NULL || builder->request->still)
    return 0;
  for (guint i = 0; i < views->len; i++)
    n_shown += g_array_index (views, EntLaneView, i).lane != NULL;
  return builder->basis->history->lanes->len - n_shown;
}

static double
get_more_height (const EntSceneBuilder *builder,
                 const GArray          *views)
{
  return count_more (builder, views) > 0 ? builder->sizes.name_line + 8.0 : 0.0;
}

/* Below the lanes, how many are not shown: hidden, or without anything that is asked for. */
static void
add_more (EntSceneBuilder *builder,
          const GArray    *views,
          double           y)
{
  EntScene *scene = builder->scene;
  const EntSceneSizes *sizes = &builder->sizes;

  scene->n_more = count_more (builder, views);
  if (scene->n_more == 0)
    return;
  g_autofree char *number = g_strdup_printf ("%u", scene->n_more);
  /* Translators: {n} is how many lanes are not shown */
  g_autoptr (GString) text = g_string_new (ent_translate_plural (builder->request->translator, N_ ("{n} more"),
                                                                 N_ ("{n} more"), scene->n_more));
  g_string_replace (text, "{n}", number, 1);
  scene->more_text = g_string_chunk_insert_const (builder->strings, text->str);
  double width = ent_scene_builder_measure (builder, ENT_TEXT_LANE_SMALL, scene->more_text);
  width = MIN (width, sizes->name_width - NAME_INSET);
  scene->more = (EntBox) { NAME_INSET, y + 4.0, width, sizes->name_line };
}

/* The name of a lane that is scrolled out at the top stays in view with what is left of it. */
static float
get_name_y (const EntSceneBuilder *builder,
            const EntSceneLane    *lane,
            guint                  n_lines)
{
  double top = lane->box.y + NAME_TOP;
  double lowest = lane->box.y + lane->box.height - n_lines * builder->sizes.name_line - NAME_TOP;

  return (float) floor (MAX (top, MIN (builder->scene->lane_area.y + NAME_TOP, lowest)));
}

static void
place_name (const EntSceneBuilder *builder,
            EntSceneLane          *lane,
            guint                  n_lines)
{
  lane->name_y = get_name_y (builder, lane, n_lines);
  /* Beside the lane's colour, which is at the outer edge of the names. */
  for (guint i = 0; i < G_N_ELEMENTS (lane->name); i++)
    lane->name_x[i] = (float) (lane->header.x + NAME_INSET);
  lane->note_x = (float) (lane->header.x + NAME_INSET);
}

/* Lanes one below the other, the room that is left shared among them so that they do not crowd. */
static void
place_lanes (EntSceneBuilder *builder,
             GArray          *views)
{
  EntScene *scene = builder->scene;
  double total = get_more_height (builder, views);

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
      lane->header = (EntBox) { 0.0, y, builder->sizes.name_width, height };
      place_name (builder, lane, view->n_name_lines);
      view->index = (guint16) i;
      view->top = y;
      view->bottom = y + height;
      y += height;
    }
  add_more (builder, views, y);
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

  for (guint i = 0; i < views->len; i++)
    {
      EntLaneView *view = &g_array_index (views, EntLaneView, i);
      EntSceneLane lane = { 0 };
      gboolean contacts = view->lane == NULL;
      view->source.most_lines = get_most_lines (builder, contacts, views->len);
      ent_lane_view_fill (builder, view, dense_contacts);
      dense_contacts = dense_contacts || (contacts && view->dense);
      lane.folded = (guint8) view->folded;
      name_lane (builder, view, &lane);
      view->height = get_height (builder, view);
      g_array_append_val (builder->lanes, lane);
    }
  place_lanes (builder, views);
  for (guint i = 0; i < views->len; i++)
    ent_lane_view_emit (builder, &g_array_index (views, EntLaneView, i));
  ent_scene_builder_add_numbers (builder);
  ent_lane_view_emit_dots (builder, views);
}
