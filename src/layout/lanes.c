/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/lanes.h"

#include <math.h>

#define NO_ITEM G_MAXUINT32
#define MOST_LINES ENT_LANE_MOST_LINES
#define LEAST_SHARE 0.75 /* of a label, that is worth showing */

/* What stands last in each line while items are placed from the left to the right.
 *
 *     line 0  ● a long label        ●
 *     line 1      ● another label  ← end
 *     line 2          ●
 */
typedef struct
{
  EntLaneItem *items;
  const EntLanePacking *packing;
  guint32 last[MOST_LINES + 1];
  double end[MOST_LINES + 1]; /* where the line is free again */
  guint32 wished[MOST_LINES + 1]; /* who comes next in the line by its wish */
  guint32 *next_wished; /* by item: who comes after it in the same line */
  guint n_used;
} Packer;

static double
mark_end (const Packer      *packer,
          const EntLaneItem *item)
{
  return item->x + packer->packing->radius;
}

static void
measure (const Packer *packer,
         EntLaneItem  *item)
{
  if (item->width == ENT_LANE_UNMEASURED)
    item->width = item->room = packer->packing->measure ((gsize) (item - packer->items), packer->packing->data);
}

static double
item_end (const Packer *packer,
          EntLaneItem  *item)
{
  if (item->label == ENT_LANE_LABEL_NONE)
    return mark_end (packer, item) + packer->packing->bare;
  if (item->turned)
    return mark_end (packer, item);
  measure (packer, item);
  if (item->width <= 0.0f)
    return mark_end (packer, item);
  float width = item->label == ENT_LANE_LABEL_SHORT ? item->room : item->width;
  return mark_end (packer, item) + packer->packing->gap + width;
}

/* Where it begins: with its mark, or with the label before that. */
static double
item_left (const Packer      *packer,
           const EntLaneItem *item)
{
  double left = item->x - packer->packing->radius;

  return item->turned ? left - packer->packing->gap - item->width : left;
}

/* Turns a label that sticks out at the end of the view to where there is more room. */
static void
turn (const Packer *packer,
      EntLaneItem  *item)
{
  const EntLanePacking *packing = packer->packing;
  double offset = packing->radius + packing->gap;
  double room = item->x - offset - packing->space;

  item->turned = FALSE;
  if (packing->right <= 0.0)
    return;
  measure (packer, item);
  double right_room = packing->right - item->x - offset;
  /* Where a number can stand for it, half a title is not worth its room. */
  if (packing->bare > 0.0f && item->width > 0.0f && MAX (room, right_room) < item->width * LEAST_SHARE)
    {
      item->label = ENT_LANE_LABEL_NONE;
      return;
    }
  if (item->width <= right_room || (item->width > room && right_room >= room))
    return;
  item->turned = TRUE;
  item->width = (float) MIN (item->width, room);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const EntLaneItem *first = a;
  const EntLaneItem *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* They mostly come in order. */
static void
sort_items (EntLaneItem *items,
            gsize        n)
{
  for (gsize i = 1; i < n; i++)
    {
      if (compare_items (&items[i - 1], &items[i]) > 0)
        {
          qsort (items, n, sizeof *items, compare_items);
          return;
        }
    }
}

static void
put (Packer  *packer,
     guint32  index,
     guint    line)
{
  EntLaneItem *item = &packer->items[index];

  item->line = (guint16) line;
  item->leader = index;
  packer->last[line] = index;
  packer->end[line] = item_end (packer, item) + packer->packing->space;
  packer->n_used = MAX (packer->n_used, line + 1);
}

/* Whether the stem of a mark at @x in @line would cross a label below. */
static gboolean
crosses_label (const Packer *packer,
               double        x,
               guint         line)
{
  for (guint below = line + 1; below < packer->n_used; below++)
    {
      if (packer->end[below] - packer->packing->space > x)
        return TRUE;
    }
  return FALSE;
}

/* Whether an item that goes there stays clear of who wishes to stand in the line after it. */
static gboolean
is_before_wished (const Packer *packer,
                  EntLaneItem  *item,
                  guint         line)
{
  guint32 next = packer->wished[line];

  return next == NO_ITEM
         || item_end (packer, item) + packer->packing->space <= packer->items[next].x - packer->packing->radius;
}

static gboolean
put_by_wish (Packer  *packer,
             guint32  index)
{
  EntLaneItem *item = &packer->items[index];

  if (item->wish == 0 || item->wish > packer->packing->n_lines)
    return FALSE;
  guint line = item->wish - 1u;
  packer->wished[line] = packer->next_wished[index];
  if (packer->end[line] > item_left (packer, item) || !is_before_wished (packer, item, line))
    return FALSE;
  put (packer, index, line);
  return TRUE;
}

static gboolean
put_with_label (Packer   *packer,
                guint32   index,
                gboolean  may_cross)
{
  EntLaneItem *item = &packer->items[index];
  double left = item_left (packer, item);

  for (guint line = 0; line < packer->packing->n_lines; line++)
    {
      if (packer->end[line] <= left && is_before_wished (packer, item, line)
          && (may_cross || !crosses_label (packer, item->x, line)))
        {
          put (packer, index, line);
          return TRUE;
        }
    }
  return FALSE;
}

/* Takes room from the label that weighs least, if it weighs less than the item and was not shown whole before. */
static gboolean
put_over_label (Packer  *packer,
                guint32  index)
{
  EntLaneItem *item = &packer->items[index];
  double left = item_left (packer, item);
  guint best = MOST_LINES;

  for (guint line = 0; line < packer->packing->n_lines; line++)
    {
      if (packer->last[line] == NO_ITEM)
        continue;
      const EntLaneItem *other = &packer->items[packer->last[line]];
      double others_end = mark_end (packer, other) + packer->packing->bare + packer->packing->space;
      if (others_end > left || other->rank <= item->rank || other->wish != 0
          || !is_before_wished (packer, item, line))
        continue;
      if (best == MOST_LINES || other->rank > packer->items[packer->last[best]].rank)
        best = line;
    }
  if (best == MOST_LINES)
    return FALSE;

  EntLaneItem *loser = &packer->items[packer->last[best]];
  double room = left - packer->packing->space - mark_end (packer, loser) - packer->packing->gap;
  /* A first name and three dots tell nothing. */
  double least = MAX (packer->packing->shortest, loser->width * LEAST_SHARE);
  loser->label = room >= least ? ENT_LANE_LABEL_SHORT : ENT_LANE_LABEL_NONE;
  loser->room = (float) MAX (room, 0.0);
  put (packer, index, best);
  return TRUE;
}

/* A mark alone among labels, in the lowest line that has room for its number, too. */
static gboolean
put_bare (Packer  *packer,
          guint32  index)
{
  double left = item_left (packer, &packer->items[index]);

  for (guint line = packer->packing->n_lines; line-- > 0;)
    {
      if (packer->end[line] <= left)
        {
          put (packer, index, line);
          return TRUE;
        }
    }
  return FALSE;
}

/* The line below all labels: a mark alone, or one more of a cluster when even that has no room. */
static void
put_without_label (Packer  *packer,
                   guint32  index)
{
  EntLaneItem *item = &packer->items[index];
  guint line = packer->packing->n_lines;

  item->label = ENT_LANE_LABEL_NONE;
  item->turned = FALSE;
  if (item->hidden)
    {
      item->line = (guint16) line;
      item->leader = index;
      packer->n_used = line + 1;
      return;
    }
  if (packer->last[line] == NO_ITEM || packer->end[line] <= item->x - packer->packing->radius)
    {
      put (packer, index, line);
      return;
    }
  if (packer->packing->bare > 0.0f && put_bare (packer, index))
    return;
  item->line = (guint16) line;
  item->leader = packer->last[line];
}

/* Where an item that lost its label to one that lost its own in turn has room after all. */
static gboolean
fits_between (Packer  *packer,
              guint32  index,
              GArray  *line,
              guint   *place)
{
  EntLaneItem *item = &packer->items[index];
  const EntLanePacking *packing = packer->packing;
  double least = mark_end (packer, item) + packing->gap + packing->shortest + packing->space;
  guint after = 0;

  while (after < line->len && g_array_index (line, guint32, after) < index)
    after++;
  *place = after;
  EntLaneItem *before = after > 0 ? &packer->items[g_array_index (line, guint32, after - 1)] : NULL;
  EntLaneItem *next = after < line->len ? &packer->items[g_array_index (line, guint32, after)] : NULL;
  double end = next != NULL ? item_left (packer, next) : INFINITY;
  if ((before != NULL && item_end (packer, before) + packing->space > item->x - packing->radius) || least > end)
    return FALSE;
  measure (packer, item);
  double right = mark_end (packer, item) + packing->gap + item->width;
  return item->width > 0.0f && right + packing->space <= end && (packing->right <= 0.0 || right <= packing->right);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      items)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;
  guint32 first_rank = ((EntLaneItem *) items)[first].rank, second_rank = ((EntLaneItem *) items)[second].rank;

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  return first < second ? -1 : first > second;
}

/* Fills what dropped labels left free, the weightiest first. */
static void
fill_gaps (Packer *packer,
           gsize   n)
{
  GArray *lines[MOST_LINES];
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint line = 0; line < packer->packing->n_lines; line++)
    lines[line] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      const EntLaneItem *item = &packer->items[i];
      if (item->label != ENT_LANE_LABEL_NONE)
        g_array_append_val (lines[item->line], i);
      else if (!item->hidden)
        g_array_append_val (bare, i);
    }
  g_array_sort_with_data (bare, compare_ranks, packer->items);
  for (guint i = 0; i < bare->len; i++)
    {
      guint32 index = g_array_index (bare, guint32, i);
      EntLaneItem *item = &packer->items[index];
      for (guint line = 0; line < packer->packing->n_lines; line++)
        {
          guint place;
          if (!fits_between (packer, index, lines[line], &place))
            continue;
          item->label = ENT_LANE_LABEL_FULL;
          item->room = item->width;
          item->line = (guint16) line;
          item->leader = index;
          g_array_insert_val (lines[line], place, index);
          break;
        }
    }
  for (guint line = 0; line < packer->packing->n_lines; line++)
    g_array_unref (lines[line]);
}

/* Marks whose label was dropped join those that had none in the line below all labels: between labels they would be
 * read as belonging to these. In a picture their numbers tell them apart. */
static void
gather_bare (Packer *packer,
             gsize   n)
{
  guint line = packer->packing->n_lines;

  if (packer->packing->bare > 0.0f)
    return;
  fill_gaps (packer, n);
  packer->last[line] = NO_ITEM;
  packer->end[line] = -INFINITY;
  for (guint32 i = 0; i < n; i++)
    {
      if (packer->items[i].label == ENT_LANE_LABEL_NONE)
        put_without_label (packer, i);
    }
}

/* Lines up those with a wish, by line. */
static void
line_up_wishes (Packer *packer,
                gsize   n)
{
  packer->next_wished = g_new (guint32, MAX (n, 1));
  for (guint line = 0; line <= MOST_LINES; line++)
    packer->wished[line] = NO_ITEM;
  for (gsize i = n; i-- > 0;)
    {
      guint16 wish = packer->items[i].wish;
      if (wish == 0 || wish > packer->packing->n_lines)
        continue;
      packer->next_wished[i] = packer->wished[wish - 1];
      packer->wished[wish - 1] = (guint32) i;
    }
}

/**
 * ent_lanes_pack:
 * @items: (array length=n) (inout): what to place; sorted by @x when it returns
 * @n: number of items
 * @packing: how to pack
 *
 * Places marks with their labels in lines so that no two overlap. Lines are given from the left to
 * the right, each item taking the topmost line in which its stem crosses no label; so a line depends on where items
 * stand to each other and not on what is in view. Who stood in a line before, with less room, stays in it, and the
 * others go where these leave room. Where all lines are full, the label that weighs least is cut short or dropped; its
 * mark always stays, alone or in a cluster below all labels.
 *
 * Returns: how many lines are used
 */
guint
ent_lanes_pack (EntLaneItem          *items,
                gsize                 n,
                const EntLanePacking *packing)
{
  g_return_val_if_fail (items != NULL || n == 0, 0);
  g_return_val_if_fail (packing->n_lines > 0 && packing->n_lines <= MOST_LINES, 0);

  Packer packer = { .items = items, .packing = packing };
  for (guint line = 0; line <= MOST_LINES; line++)
    {
      packer.last[line] = NO_ITEM;
      packer.end[line] = -INFINITY;
    }
  sort_items (items, n);
  line_up_wishes (&packer, n);
  for (guint32 i = 0; i < n; i++)
    {
      items[i].label = ENT_LANE_LABEL_FULL;
      turn (&packer, &items[i]);
      items[i].room = items[i].width;
      if (put_by_wish (&packer, i))
        continue;
      if (packing->stems && put_with_label (&packer, i, FALSE))
        continue;
      if (!put_with_label (&packer, i, TRUE) && !put_over_label (&packer, i))
        put_without_label (&packer, i);
    }
  gather_bare (&packer, n);
  g_free (packer.next_wished);
  return packer.n_used;
}
