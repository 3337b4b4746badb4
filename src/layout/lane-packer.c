/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs lanes for levels of zoom, and keeps what it packed.
 *
 * A level is packed for its widest view, so that everything in it also has room in its closer ones: while one zooms
 * within a level no line changes. Levels belong together in fours: in a closer one, who had all of its label in the
 * wider
 * one stays in its line. And what is filtered away leaves the others in the lines that they have with it. A history
 * that
 * is too long to be packed as a whole is packed in pieces of time, which do not depend on what is in view either: see
 * layout/lane-borders.c for where they meet and layout/lane-seam.c for what is too near to that.
 * A picture, which nobody moves, is packed for what it shows and nothing else. */
#include "layout/lane-packer.h"

#include <math.h>

#include "base/row-count.h"
#include "layout/lane-borders.h"

#define LEVELS_TOGETHER 4
#define MOST_LEVELS 60

/* Up to so many events a lane is packed as a whole. */
#define MOST_WHOLE 300
#define PIECE_PIXELS 4800.0 /* of the closest of four levels */

/* More events than this, closer than this to each other for each three lines, are counted instead of drawn. */
#define LEAST_DENSE 60
#define LEAST_DENSE_CONTACTS 150 /* what a history is told by is counted last */
#define DENSE_PIXELS 20.0
#define DENSE_LINES 3.0

/* A pack in the making. */
typedef struct
{
  EntSceneBuilder *builder;
  const EntPackSource *source;
  EntRowPair rows;
  GHashTable *badges;
  gint32 level;
  gint32 piece;
  gboolean is_whole;
  double days_per_pixel;
  double from, to;
  GArray *events; /* of EntPackedEvent */
} Packing;

static double
get_level_scale (const EntSceneBuilder *builder,
                 gint32                 level)
{
  const EntHistory *history = builder->basis->history;
  EntDay first = MIN (history->first, history->last);
  EntDay last = MAX (history->first, history->last);
  EntTimeScale fit = ent_time_scale_fit_history (first, last, builder->scene->time_area.width);

  return fit.days_per_pixel * pow (2.0, -level / 2.0);
}

/**
 * ent_scene_builder_get_pack_level:
 * @builder: a scene being made
 *
 * Returns: the closest level that is not closer than the view; 0 shows the whole history
 */
gint32
ent_scene_builder_get_pack_level (const EntSceneBuilder *builder)
{
  double level = 2.0 * log2 (get_level_scale (builder, 0) / builder->request->scale.days_per_pixel);

  return (gint32) CLAMP (floor (level + 1e-6), -MOST_LEVELS, MOST_LEVELS);
}

static gint32
get_epoch (gint32 level)
{
  return (gint32) floor ((double) level / LEVELS_TOGETHER);
}

/**
 * ent_scene_builder_get_pack_scale:
 * @builder: a scene being made
 *
 * Returns: how many days a pixel stands for where the view's packs were made
 */
double
ent_scene_builder_get_pack_scale (const EntSceneBuilder *builder)
{
  return get_level_scale (builder, builder->pack_level);
}

static double
get_piece_days (const EntSceneBuilder *builder,
                gint32                 level)
{
  gint32 closest = get_epoch (level) * LEVELS_TOGETHER + LEVELS_TOGETHER - 1;

  return PIECE_PIXELS * get_level_scale (builder, closest);
}

/**
 * ent_scene_builder_get_rank:
 * @builder: a scene being made
 * @row: an event
 *
 * Leaders before officials, reports before mentions, more accounts first.
 *
 * Returns: how much it weighs; the lower, the weightier
 */
guint32
ent_scene_builder_get_rank (const EntSceneBuilder *builder,
                            guint32                row)
{
  guint32 level = builder->columns->level[row];
  guint n_accounts = ent_event_store_get_n_accounts (builder->store, row);
  guint32 role = ENT_N_ROLES;

  for (guint i = 0; i < MIN (n_accounts, 8); i++)
    {
      role = MIN (role, ent_event_store_get_telling (builder->store, row, i).role);
    }
  level = level == ENT_LEVEL_NONE ? ENT_N_LEVELS : level;
  return level << 16 | role << 12 | (4095 - MIN (n_accounts, 4095));
}

static EntPackedEvent
make_event (Packing *self,
            guint32  row)
{
  EntEventPlace place = ent_scene_builder_place (self->builder, row);
  EntPackedEvent event = { .mark = place.mark, .from = place.from, .to = place.to, .row = row,
                           .soft = (guint8) place.soft };

  return event;
}

/* Of what has a label; most events of a crowd have none. */
static float
measure_words (gsize    index,
               gpointer data)
{
  Packing *self = data;
  EntPackedEvent *event = &g_array_index (self->events, EntPackedEvent, index);
  EntSceneBuilder *builder = self->builder;
  EntEventWords *words = ent_history_get_words (builder->basis->history, event->row, builder->request->translator);
  double room = INFINITY;
  gboolean is_piece = !self->is_whole && !builder->request->still;

  event->title = words->title;
  event->badge = ent_scene_builder_get_badge_text (builder, self->badges, event->row);
  if (event->badge != NULL)
    event->badge_width = (float) (ENT_BADGE_GAP + 2.0 * ENT_BADGE_PADDING
                                  + ent_scene_builder_measure (builder, ENT_TEXT_BADGE, event->badge));
  if (is_piece)
    room = (self->to - event->mark) / self->days_per_pixel - builder->sizes.radius - builder->sizes.gap
           - ENT_LABEL_SPACE;
  if (room < builder->sizes.label_least)
    return 0.0f;
  return (float) MIN (MIN ((double) words->width, builder->sizes.label_most) + (double) event->badge_width, room);
}

/* In a picture, of what has its mark beyond it only what reaches into it has a place. */
static gboolean
belongs (const Packing        *self,
         const EntPackedEvent *event)
{
  if (self->is_whole || (event->mark >= self->from && event->mark < self->to))
    return TRUE;
  return self->builder->request->still && event->from < self->to && event->to > self->from;
}

static GArray *
collect (Packing *self)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (EntPackedEvent));
  const EntEventStore *store = self->builder->store;
  guint32 row = 0;
  guint32 end = self->builder->columns->n;

  if (!self->is_whole)
    {
      row = ent_event_store_first_row_at (store, (EntDay) MAX (floor (self->from), ENT_DAY_OPEN_START + 1.0));
      end = ent_event_store_end_row_at (store, (EntDay) MIN (ceil (self->to), ENT_DAY_OPEN_END - 1.0));
    }
  for (row = ent_row_next_of_both (self->rows.a, self->rows.b, row); row < end;
       row = ent_row_next_of_both (self->rows.a, self->rows.b, row + 1))
    {
      EntPackedEvent event = make_event (self, row);
      if (belongs (self, &event))
        g_array_append_val (events, event);
    }
  return events;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const EntPackedEvent *first = a;
  const EntPackedEvent *second = b;

  if (first->mark != second->mark)
    return first->mark < second->mark ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* Both are in the order of marks. */
static void
make_wishes (const GArray      *events,
             EntLaneItem       *items,
             const EntLanePack *before)
{
  guint at = 0;

  if (before == NULL || before->dense)
    return;
  for (guint i = 0; i < events->len && at < before->n; i++)
    {
      const EntPackedEvent *event = &g_array_index (events, EntPackedEvent, i);
      while (at < before->n && compare_events (&before->events[at], event) < 0)
        at++;
      if (at < before->n && before->events[at].row == event->row && before->events[at].leader == at
          && before->events[at].label == ENT_LANE_LABEL_FULL)
        items[i].wish = (guint16) (before->events[at].line + 1u);
    }
}

/* Words of what has its mark beyond a picture stand at the picture's edge. */
static void
place_hidden (const Packing  *self,
              EntLanePacking *packing,
              EntLaneItem    *item)
{
  double offset = packing->radius + packing->gap;
  double right = (self->to - self->from) / self->days_per_pixel;

  packing->right = right - ENT_EDGE_INSET;
  item->hidden = item->x < packing->radius || item->x > right - packing->radius;
  if (item->hidden)
    item->x = item->x < packing->radius ? ENT_EDGE_INSET - offset : packing->right + offset;
}

static void
place_events (Packing           *self,
              GArray            *events,
              const EntLanePack *before,
              EntLanePack       *pack)
{
  const EntSceneSizes *sizes = &self->builder->sizes;
  g_autofree EntLaneItem *items = g_new0 (EntLaneItem, MAX (events->len, 1));
  EntLanePacking packing = { (float) sizes->radius, (float) sizes->gap, (float) ENT_LABEL_SPACE,
                             (float) sizes->label_least,
                             self->source->most_lines, 0.0, 0.0f, self->source->value == ENT_LANE_CONTACTS,
                             measure_words, self };

  if (self->builder->request->most_numbers > 0)
    packing.bare = (float) ENT_NUMBER_ROOM;

  g_array_sort (events, compare_events);
  self->events = events;
  for (guint i = 0; i < events->len; i++)
    {
      EntPackedEvent *event = &g_array_index (events, EntPackedEvent, i);
      items[i].x = (event->mark - self->from) / self->days_per_pixel;
      items[i].row = event->row;
      items[i].width = ENT_LANE_UNMEASURED;
      items[i].rank = ent_scene_builder_get_rank (self->builder, event->row);
      if (self->builder->request->still)
        place_hidden (self, &packing, &items[i]);
    }
  make_wishes (events, items, before);
  pack->n_lines = ent_lanes_pack (items, events->len, &packing);
  for (guint i = 0; i < events->len; i++)
    {
      EntPackedEvent *event = &g_array_index (events, EntPackedEvent, i);
      event->line = items[i].line;
      event->label = items[i].label;
      event->room = items[i].label == ENT_LANE_LABEL_SHORT ? items[i].room : items[i].width;
      event->leader = items[i].leader;
      event->turned = items[i].turned;
      g_array_index (events, EntPackedEvent, items[i].leader).n_shared++;
    }
  /* An array may have twice the room, and packs are kept. */
  pack->n = events->len;
  pack->events = g_memdup2 (events->data, events->len * sizeof (EntPackedEvent));
}

static gboolean
is_dense (const Packing *self,
          guint          n)
{
  const EntHistory *history = self->builder->basis->history;
  double days = MIN (self->to, history->last + 1.0) - MAX (self->from, history->first);
  double lines = MAX (1.0, self->source->most_lines / DENSE_LINES);
  guint least = self->source->value == ENT_LANE_CONTACTS ? LEAST_DENSE_CONTACTS : LEAST_DENSE;

  return n > least && n * DENSE_PIXELS * self->days_per_pixel > days * lines;
}

static guint
count_rows (const Packing *self,
            guint          n_all)
{
  const EntEventStore *store = self->builder->store;

  if (self->is_whole || (self->from <= self->builder->basis->first && self->to > self->builder->basis->last))
    return n_all;
  guint32 end = ent_event_store_end_row_at (store, (EntDay) MIN (self->to, ENT_DAY_OPEN_END - 1.0));
  guint32 begin = ent_event_store_end_row_at (store, (EntDay) MAX (self->from - 1.0, ENT_DAY_OPEN_START + 1.0));
  return ent_row_set_count_and (self->rows.a, self->rows.b, begin, end);
}

/* Pieces of different lanes begin at different times, so that they do not all come into view at once. */
static double
get_offset (const EntPackSource *source)
{
  return fmod (source->value * 0.6180339887, 1.0);
}

/* Where a piece begins. The levels that keep their lines together share it. */
static double
get_border (EntSceneBuilder     *builder,
            const EntPackSource *source,
            gint32               level,
            gint32               piece)
{
  EntLanePacks *packs = builder->basis->history->packs;
  gint32 widest = get_epoch (level) * LEVELS_TOGETHER;
  EntPackKey key = { source->value, 0, widest, piece };
  const double *found = ent_lane_packs_lookup_border (packs, key);

  if (found != NULL)
    return *found;
  double days = get_piece_days (builder, level);
  double mark_days = builder->sizes.radius * get_level_scale (builder, widest);
  double border = ent_lane_borders_find (builder, source, (piece + get_offset (source)) * days, days, mark_days);
  ent_lane_packs_insert_border (packs, key, border);
  return border;
}

static Packing
begin_packing (EntSceneBuilder     *builder,
               const EntPackSource *source,
               gint32               level,
               gint32               piece)
{
  Packing self = { .builder = builder, .source = source, .level = level, .piece = piece };

  self.days_per_pixel = get_level_scale (builder, level);
  self.is_whole = piece == ENT_PIECE_WHOLE;
  self.from = builder->basis->history->first - 1.0;
  self.to = builder->basis->history->last + 2.0;
  if (builder->request->still)
    {
      self.is_whole = FALSE;
      self.days_per_pixel = builder->request->scale.days_per_pixel;
      self.from = builder->request->scale.start;
      self.to = ent_time_scale_to_time (builder->request->scale, builder->scene->time_area.width);
    }
  else if (!self.is_whole)
    {
      self.from = get_border (builder, source, level, piece);
      self.to = get_border (builder, source, level, piece + 1);
    }
  return self;
}

static EntLanePack *get_all_pack (EntSceneBuilder *builder,
                                  const EntPackSource *source,
                                  gint32 level,
                                  gint32 piece);
static EntLanePack *get_asked_pack (EntSceneBuilder *builder,
                                    const EntPackSource *source,
                                    gint32 level,
                                    gint32 piece);

/* The wider level whose lines are kept, if there is one. */
static gboolean
has_wider (gint32 level)
{
  return level != get_epoch (level) * LEVELS_TOGETHER && level > -MOST_LEVELS;
}

static EntLanePack *
get_all_pack (EntSceneBuilder     *builder,
              const EntPackSource *source,
              gint32               level,
              gint32               piece)
{
  EntHistory *history = builder->basis->history;
  EntPackKey key = { source->value, (guint16) source->most_lines, level, piece };
  EntLanePack *pack = ent_lane_packs_lookup (history->packs, key);

  if (pack != NULL)
    return pack;
  Packing self = begin_packing (builder, source, level, piece);
  self.rows = source->all;
  self.badges = history->badges;
  pack = g_new0 (EntLanePack, 1);
  pack->n_rows = count_rows (&self, source->n_all);
  pack->dense = is_dense (&self, pack->n_rows);
  if (!pack->dense)
    {
      gboolean keeps = has_wider (level) && !builder->request->still;
      const EntLanePack *wider = keeps ? get_all_pack (builder, source, level - 1, piece) : NULL;
      g_autoptr (GArray) events = collect (&self);
      place_events (&self, events, wider, pack);
    }
  ent_lane_packs_insert (history->packs, key, pack);
  return pack;
}

/* Where the lines come from that are kept under a filter. */
static const EntLanePack *
get_pack_before (EntSceneBuilder     *builder,
                 const EntPackSource *source,
                 gint32               level,
                 gint32               piece)
{
  if (builder->request->still)
    return NULL;
  const EntLanePack *before = get_all_pack (builder, source, level, piece);
  if (!before->dense)
    return before;
  return has_wider (level) ? get_asked_pack (builder, source, level - 1, piece) : NULL;
}

static EntLanePack *
get_asked_pack (EntSceneBuilder     *builder,
                const EntPackSource *source,
                gint32               level,
                gint32               piece)
{
  EntSceneBasis *basis = builder->basis;
  EntPackKey key = { source->value, (guint16) source->most_lines, level, piece };

  if (basis->asks_all)
    return get_all_pack (builder, source, level, piece);
  EntLanePack *pack = ent_lane_packs_lookup (basis->packs, key);
  if (pack != NULL)
    return pack;
  Packing self = begin_packing (builder, source, level, piece);
  self.rows = source->asked;
  self.badges = basis->badges;
  pack = g_new0 (EntLanePack, 1);
  pack->n_rows = count_rows (&self, source->n_asked);
  pack->dense = is_dense (&self, pack->n_rows);
  if (!pack->dense)
    {
      const EntLanePack *before = get_pack_before (builder, source, level, piece);
      g_autoptr (GArray) events = collect (&self);
      place_events (&self, events, before, pack);
    }
  ent_lane_packs_insert (basis->packs, key, pack);
  return pack;
}

/**
 * ent_scene_builder_get_pack:
 * @builder: a scene being made
 * @source: a lane
 * @piece: which piece of time
 *
 * Returns: (transfer none): the lane's events in the piece, packed; as long as the scene is being made
 */
EntLanePack *
ent_scene_builder_get_pack (EntSceneBuilder     *builder,
                            const EntPackSource *source,
                            gint32               piece)
{
  return get_asked_pack (builder, source, builder->pack_level, piece);
}

static gint32
find_piece (EntSceneBuilder     *builder,
            const EntPackSource *source,
            double               time)
{
  gint32 level = builder->pack_level;
  gint32 piece = (gint32) floor (time / get_piece_days (builder, level) - get_offset (source));

  if (get_border (builder, source, level, piece) > time)
    return piece - 1;
  return get_border (builder, source, level, piece + 1) <= time ? piece + 1 : piece;
}

/**
 * ent_scene_builder_get_pieces:
 * @builder: a scene being made
 * @source: a lane
 * @first: (out): the first piece in view, or so near to it that one of its marks may be
 * @last: (out): the last one
 */
void
ent_scene_builder_get_pieces (EntSceneBuilder     *builder,
                              const EntPackSource *source,
                              gint32              *first,
                              gint32              *last)
{
  EntTimeScale scale = builder->request->scale;
  double margin = 4.0 * builder->sizes.radius;

  *first = *last = ENT_PIECE_WHOLE;
  /* Not by what is asked for: the pieces would follow the filter. */
  if (source->n_all <= MOST_WHOLE || builder->request->still)
    return;
  *first = find_piece (builder, source, ent_time_scale_to_time (scale, -margin));
  *last = find_piece (builder, source, ent_time_scale_to_time (scale, builder->scene->time_area.width + margin));
}
