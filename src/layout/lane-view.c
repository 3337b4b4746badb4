/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One lane: its events packed, or counted where they are too many to be told apart. */
#include "layout/lane-view.h"

#include <math.h>

#include "layout/density.h"

/* Up to so many events a lane is packed as a whole. Above, it is packed in pieces that begin at
 * multiples of their width from the calendar's origin, so that lines stay the same while the view is panned. */
#define MOST_PACKED 2000
#define PIECE_PIXELS 8192.0

/* More events than this, closer than this to each other, are counted instead of drawn. */
#define LEAST_DENSE 60
#define DENSE_PIXELS 7.0

#define BIN_PIXELS 8.0
#define MOST_LABEL_PIXELS 260.0
#define BADGE_PADDING 6.0
#define BADGE_GAP 6.0
#define LEAST_LABEL_PIXELS 60.0
#define MOST_LINES 64

/* Leaders before officials, reports before mentions, more accounts first. */
static guint32
get_rank (const EntSceneBuilder *builder,
          guint32                row)
{
  guint32 level = builder->columns->level[row];
  guint n_accounts = ent_event_store_get_n_accounts (builder->store, row);
  guint32 role = ENT_N_ROLES;

  for (guint i = 0; i < MIN (n_accounts, 8); i++)
    {
      EntAccount account;
      ent_event_store_get_account (builder->store, row, i, &account);
      role = MIN (role, account.role);
    }
  level = level == ENT_LEVEL_NONE ? ENT_N_LEVELS : level;
  return level << 16 | role << 12 | (4095 - MIN (n_accounts, 4095));
}

static char *
dup_count (const EntTranslator *translator,
           const char          *one,
           const char          *many,
           guint                n)
{
  GString *text = g_string_new (ent_translate_plural (translator, one, many, n));
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (text, "{n}", number, 1);
  return g_string_free (text, FALSE);
}

/* "5 promises, 1 warning" */
static const char *
get_badge_text (EntSceneBuilder *builder,
                guint32          row)
{
  const EntBasisBadge *badge = ent_scene_basis_get_badge (builder->basis, row);
  const EntTranslator *translator = builder->request->translator;
  g_autoptr (GString) text = g_string_new (NULL);

  if (badge == NULL)
    return NULL;
  if (badge->n_promises > 0)
    {
      g_autofree char *count = dup_count (translator, N_ ("{n} promise"), N_ ("{n} promises"), badge->n_promises);
      g_string_append (text, count);
    }
  if (badge->n_warnings > 0)
    {
      g_autofree char *count = dup_count (translator, N_ ("{n} warning"), N_ ("{n} warnings"), badge->n_warnings);
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, count);
    }
  return g_string_chunk_insert_const (builder->strings, text->str);
}

static double
get_badge_width (const EntSceneBuilder *builder,
                 const char            *badge)
{
  return ent_scene_builder_measure (builder, ENT_TEXT_BADGE, badge) + 2.0 * BADGE_PADDING;
}

/* Labels are given the room of bold letters, so that selecting one moves nothing. */
static float
get_label_width (EntSceneBuilder *builder,
                 guint32          row)
{
  const char *title = ent_scene_basis_get_title (builder->basis, row, builder->request->translator);
  const char *badge = get_badge_text (builder, row);
  double width = MIN (ent_scene_builder_measure (builder, ENT_TEXT_LABEL_BOLD, title), MOST_LABEL_PIXELS);

  if (badge != NULL)
    width += BADGE_GAP + get_badge_width (builder, badge);
  return (float) width;
}

/* Packs the events whose marks stand in [from, to), in days. */
static guint
pack_piece (EntSceneBuilder *builder,
            EntLaneView     *view,
            double           from,
            double           to,
            guint            most_lines)
{
  const EntSceneSizes *sizes = &builder->sizes;
  double per_pixel = builder->request->scale.days_per_pixel;
  guint begin = view->items->len;
  guint32 end_row = ent_event_store_end_row_at (builder->store, (EntDay) MIN (ceil (to), ENT_DAY_OPEN_END - 1.0));
  guint32 row = ent_event_store_first_row_at (builder->store, (EntDay) MAX (floor (from), ENT_DAY_OPEN_START + 1.0));
  EntLanePacking packing = { (float) sizes->radius, (float) sizes->gap, (float) ENT_LABEL_SPACE, LEAST_LABEL_PIXELS,
                             most_lines, view->lane == NULL };

  for (row = ent_row_set_next (view->rows, row); row < end_row; row = ent_row_set_next (view->rows, row + 1))
    {
      double mark = ent_scene_builder_place (builder, row).mark;
      if (mark < from || mark >= to)
        continue;
      EntLaneItem item = { .x = (mark - view->origin) / per_pixel, .row = row };
      double room = (to - mark) / per_pixel - sizes->radius - sizes->gap - ENT_LABEL_SPACE;
      item.width = (float) MIN (get_label_width (builder, row), room);
      item.rank = get_rank (builder, row);
      if (item.width < LEAST_LABEL_PIXELS && room < LEAST_LABEL_PIXELS)
        item.width = 0.0f;
      g_array_append_val (view->items, item);
    }
  EntLaneItem *items = &g_array_index (view->items, EntLaneItem, 0) + begin;
  gsize n = view->items->len - begin;
  guint n_lines = n > 0 ? ent_lanes_pack (items, n, &packing) : 0;
  for (gsize i = 0; i < n; i++)
    items[i].leader += begin;
  return n_lines;
}

/* The time over which the lane's events are judged to be many or few: all of them where it is packed
 * as a whole, else the pieces in view. */
static void
get_extent (const EntSceneBuilder *builder,
            const EntLaneView     *view,
            gboolean               whole,
            double                *from,
            double                *to)
{
  EntTimeScale scale = builder->request->scale;
  double piece = PIECE_PIXELS * scale.days_per_pixel;

  if (whole)
    {
      *from = builder->basis->first - 1.0;
      *to = builder->basis->last + MOST_LABEL_PIXELS * 2.0 * scale.days_per_pixel + 2.0;
      return;
    }
  *from = floor (scale.start / piece) * piece;
  *to = ceil (ent_time_scale_to_time (scale, builder->scene->time_area.width) / piece) * piece;
}

static gboolean
is_dense (const EntSceneBuilder *builder,
          const EntLaneView     *view,
          guint                  n_more,
          double                 from,
          double                 to)
{
  guint32 end = ent_event_store_end_row_at (builder->store, (EntDay) MIN (to, ENT_DAY_OPEN_END - 1.0));
  guint32 begin = ent_event_store_end_row_at (builder->store, (EntDay) MAX (from - 1.0, ENT_DAY_OPEN_START + 1.0));
  guint n = ent_row_set_count_and (view->rows, view->rows, begin, end);

  /* Room for labels at the end of the extent is no time that events could stand in. */
  double pixels = (MIN (to, builder->basis->last + 1.0) - MAX (from, builder->basis->first))
                  / builder->request->scale.days_per_pixel;
  n += n_more;
  return n > LEAST_DENSE && n * DENSE_PIXELS > pixels;
}

/**
 * ent_lane_view_fill:
 * @builder: a scene being made
 * @view: a lane, with its rows
 * @most_lines: lines of labels that it may take
 * @dense_contacts: whether the contacts, and so their dots, are too many to be told apart
 *
 * Packs the lane's events, or finds that there are too many.
 */
void
ent_lane_view_fill (EntSceneBuilder *builder,
                    EntLaneView     *view,
                    guint            most_lines,
                    gboolean         dense_contacts)
{
  guint n = ent_row_set_get_count (view->rows);
  gboolean whole = n <= MOST_PACKED;
  double from, to;

  view->items = g_array_new (FALSE, FALSE, sizeof (EntLaneItem));
  get_extent (builder, view, whole, &from, &to);
  view->origin = from;
  view->dense = is_dense (builder, view, dense_contacts ? view->n_dots : 0, from, to);
  if (view->dense || n == 0)
    return;
  if (whole)
    {
      view->n_lines = pack_piece (builder, view, from, to, most_lines);
      return;
    }
  double piece = PIECE_PIXELS * builder->request->scale.days_per_pixel;
  for (double start = from; start < to - piece / 2.0; start += piece)
    view->n_lines = MAX (view->n_lines, pack_piece (builder, view, start, start + piece, most_lines));
}

/* Where the last label of each line ends: labels may only turn to the left of their mark, at the
 * window's edge, where that is free. */
typedef struct
{
  EntSceneBuilder *builder;
  EntLaneView *view;
  double line_end[MOST_LINES + 1];
} Emission;

static double
to_scene_x (const EntSceneBuilder *builder,
            double                 time)
{
  return builder->scene->time_area.x + ent_time_scale_to_x (builder->request->scale, time);
}

static double
get_line_y (const EntSceneBuilder *builder,
            const EntLaneView     *view,
            guint                  line)
{
  return floor (view->top + builder->sizes.pad + (line + 0.5) * builder->sizes.line);
}

static void
emit_span (EntSceneBuilder *builder,
           EntLaneView     *view,
           guint32          row,
           double           y)
{
  const EntBox *area = &builder->scene->time_area;
  EntEventPlace place = ent_scene_builder_place (builder, row);
  double left = to_scene_x (builder, place.from);
  double right = to_scene_x (builder, place.to);
  double radius = builder->sizes.radius;
  EntSceneSpan span = { row, view->index, (guint8) place.soft, ent_scene_builder_get_flags (builder, row), { 0 } };

  if (right - left <= (place.soft ? 2.0 * radius : radius) || right <= area->x || left >= area->x + area->width)
    return;
  /* What is out of view is cut only far outside, where a fading end is not seen to move. */
  left = MAX (left, area->x - 4.0 * area->width);
  right = MIN (right, area->x + 5.0 * area->width);
  span.box = (EntBox) { left, y + radius + 1.0, right - left, 3.0 };
  g_array_append_val (builder->spans, span);
}

/* The badge behind a label's words, or without them if it has none. */
static void
add_badge (EntSceneBuilder *builder,
           EntSceneLabel   *label,
           double           y)
{
  double width = 0.0, height = 0.0;

  builder->request->measure.measure (ENT_TEXT_BADGE, label->badge, &width, &height, builder->request->measure.data);
  label->badge_box = (EntBox) { label->box.x + label->box.width + BADGE_GAP, floor (y - height / 2.0) - 1.0,
                                width + 2.0 * BADGE_PADDING, height + 2.0 };
}

/* Words of an event's label that fit into @room; nothing if too little would be left. */
static gboolean
make_label (EntSceneBuilder *builder,
            guint32          row,
            double           room,
            EntSceneLabel   *label)
{
  const char *title = ent_scene_basis_get_title (builder->basis, row, builder->request->translator);
  const char *badge = get_badge_text (builder, row);
  double badge_room = badge != NULL ? BADGE_GAP + get_badge_width (builder, badge) : 0.0;

  label->row = row;
  label->role = row == builder->request->selected ? ENT_TEXT_LABEL_BOLD : ENT_TEXT_LABEL;
  label->struck = builder->columns->status[row] == ENT_STATUS_DENIED;
  if (badge != NULL && room - badge_room >= LEAST_LABEL_PIXELS)
    label->badge = badge;
  else
    badge_room = 0.0;
  label->text = ent_scene_builder_fit_text (builder, label->role, title, MIN (room - badge_room, MOST_LABEL_PIXELS));
  return label->text != NULL;
}

static void
emit_label (Emission          *emission,
            const EntLaneItem *item,
            double             x,
            double             y)
{
  EntSceneBuilder *builder = emission->builder;
  const EntBox *area = &builder->scene->time_area;
  const EntSceneSizes *sizes = &builder->sizes;
  double offset = sizes->radius + sizes->gap;
  double wanted = item->label == ENT_LANE_LABEL_SHORT ? item->room : item->width;
  double right_room = area->x + area->width - 4.0 - x - offset;
  double left_room = x - offset - MAX (emission->line_end[item->line] + ENT_LABEL_SPACE, area->x + 4.0);
  gboolean on_left = wanted > right_room && item->width <= left_room;
  EntSceneLabel label = { .lane = emission->view->index };

  if (item->label == ENT_LANE_LABEL_NONE || wanted <= 0.0 || x < area->x - sizes->radius)
    return;
  if (!make_label (builder, item->row, on_left ? item->width : MIN (wanted, right_room), &label))
    return;
  builder->request->measure.measure (label.role, label.text, &label.box.width, &label.box.height,
                                     builder->request->measure.data);
  label.box.x = x + offset;
  label.box.y = floor (y - label.box.height / 2.0);
  if (label.badge != NULL)
    add_badge (builder, &label, y);
  if (on_left)
    {
      double width = label.badge != NULL ? label.badge_box.x + label.badge_box.width - label.box.x : label.box.width;
      double shift = width + 2.0 * offset;
      label.box.x -= shift;
      label.badge_box.x -= shift;
    }
  else
    emission->line_end[item->line] = label.badge != NULL ? label.badge_box.x + label.badge_box.width
                                                         : label.box.x + label.box.width;
  g_array_append_val (builder->labels, label);
}

/* A bubble with a count for items that share one mark's place. */
static void
emit_cluster (EntSceneBuilder   *builder,
              EntLaneView       *view,
              const EntLaneItem *leader,
              guint              count,
              double             x,
              double             y)
{
  double radius = builder->sizes.radius;
  g_autofree char *text = g_strdup_printf ("%u", count);
  EntSceneBin bin = { .lane = view->index, .bubble = TRUE, .first_row = leader->row, .count = count, .height = 1.0f };

  bin.box = (EntBox) { x - radius, y - radius, 2.0 * radius, 2.0 * radius };
  bin.text = g_string_chunk_insert_const (builder->strings, text);
  builder->request->measure.measure (ENT_TEXT_BADGE, text, &bin.text_box.width, &bin.text_box.height,
                                     builder->request->measure.data);
  bin.text_box.x = x - bin.text_box.width / 2.0;
  bin.text_box.y = y - bin.text_box.height / 2.0;
  g_array_append_val (builder->bins, bin);
}

static void
emit_item (Emission          *emission,
           const EntLaneItem *item,
           guint              count)
{
  EntSceneBuilder *builder = emission->builder;
  EntLaneView *view = emission->view;
  const EntBox *area = &builder->scene->time_area;
  double x = to_scene_x (builder, view->origin + item->x * builder->request->scale.days_per_pixel);
  double y = get_line_y (builder, view, item->line);
  double radius = builder->sizes.radius;

  if (count == 1)
    emit_span (builder, view, item->row, y);
  if (x < area->x - radius || x > area->x + area->width + radius)
    return;
  if (count > 1)
    {
      emit_cluster (builder, view, item, count, x, y);
      emission->line_end[item->line] = x + radius;
      return;
    }
  EntSceneMark mark = { item->row, view->index, builder->columns->kind[item->row],
                        ent_scene_builder_get_flags (builder, item->row), (float) x, (float) y, (float) radius };
  g_array_append_val (builder->marks, mark);
  emit_label (emission, item, x, y);
  emission->line_end[item->line] = MAX (emission->line_end[item->line], x + radius);
}

static void
emit_items (EntSceneBuilder *builder,
            EntLaneView     *view)
{
  Emission emission = { .builder = builder, .view = view };
  const EntLaneItem *items = &g_array_index (view->items, EntLaneItem, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (emission.line_end); i++)
    emission.line_end[i] = -INFINITY;
  for (guint i = 0; i < view->items->len; i++)
    {
      guint count = 1;
      if (items[i].leader != i)
        continue;
      /* The others of a cluster follow it, though items of other lines may stand between. */
      double reach = items[i].x + 2.0 * builder->sizes.radius + ENT_LABEL_SPACE;
      for (guint j = i + 1; j < view->items->len && items[j].x < reach; j++)
        count += items[j].leader == i;
      emit_item (&emission, &items[i], count);
    }
}

/* The number of the fullest bin, so that the strip's height can be read. */
static void
label_bin (EntSceneBuilder *builder,
           EntSceneBin     *bin)
{
  const EntBox *area = &builder->scene->time_area;
  g_autofree char *text = g_strdup_printf ("%u", bin->count);

  builder->request->measure.measure (ENT_TEXT_BADGE, text, &bin->text_box.width, &bin->text_box.height,
                                     builder->request->measure.data);
  bin->text = g_string_chunk_insert_const (builder->strings, text);
  bin->text_box.x = CLAMP (bin->box.x + (bin->box.width - bin->text_box.width) / 2.0, area->x + 2.0,
                           area->x + area->width - bin->text_box.width - 2.0);
  bin->text_box.y = bin->box.y + bin->box.height * (1.0 - bin->height) - bin->text_box.height;
}

static void
emit_bins (EntSceneBuilder *builder,
           EntLaneView     *view)
{
  const EntBox *area = &builder->scene->time_area;
  g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (EntDensityBin));
  const EntRowSet *sets[2] = { view->rows, view->lane != NULL ? view->lane->dots : NULL };
  guint most = ent_density_append (builder->store, sets, sets[1] != NULL ? 2 : 1, builder->request->scale, area->width,
                                   BIN_PIXELS, bins);
  double top = view->top + builder->sizes.pad;
  double height = view->bottom - builder->sizes.pad - top;
  double share = 1.0 - builder->sizes.name_line / height; /* the number of the fullest stands above it */
  gboolean is_labelled = FALSE;

  for (guint i = 0; i < bins->len; i++)
    {
      const EntDensityBin *from = &g_array_index (bins, EntDensityBin, i);
      double left = MAX (from->left, 0.0);
      double right = MIN (from->left + BIN_PIXELS, area->width);
      EntSceneBin bin = { .lane = view->index, .first_row = from->first_row, .count = from->count };
      if (right <= left)
        continue;
      bin.box = (EntBox) { area->x + left, top, right - left, height };
      bin.height = (float) (share * from->count / most);
      if (from->count == most && !is_labelled)
        {
          label_bin (builder, &bin);
          is_labelled = TRUE;
        }
      g_array_append_val (builder->bins, bin);
    }
}

/**
 * ent_lane_view_emit:
 * @builder: a scene being made
 * @view: a lane that has its place
 *
 * Adds the marks, labels and spans of the lane that are in view, or its bins.
 */
void
ent_lane_view_emit (EntSceneBuilder *builder,
                    EntLaneView     *view)
{
  const EntBox *area = &builder->scene->lane_area;

  if (view->bottom <= area->y || view->top >= area->y + area->height)
    return;
  if (view->dense)
    emit_bins (builder, view);
  else
    emit_items (builder, view);
}
