/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers beside the marks of a picture whose words have no room, under which a key tells them:
 *
 *     ● Nixon in China    ⊙ 2
 *     ⊙ 1                     ● Deng in U.S.
 *
 * They run with time, whatever the lane. */
#include "layout/scene-private.h"

#include <stdlib.h>

#define NUMBER_GAP 2.0 /* between a mark and its number */
#define WIDEST_NUMBER "88"

/* A mark without words that has room for a number. */
typedef struct
{
  guint mark; /* index in the marks */
  guint32 rank;
  EntBox box;
  gboolean on_left;
} Bare;

static gboolean
overlaps (const EntBox *a,
          const EntBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
add_box (GArray *boxes,
         double  x,
         double  y,
         double  width,
         double  height)
{
  EntBox box = { x, y, width, height };

  g_array_append_val (boxes, box);
}

/* Where something stands already. */
static GArray *
collect_taken (const EntSceneBuilder *builder)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (EntBox));

  for (guint i = 0; i < builder->marks->len; i++)
    {
      const EntSceneMark *mark = &g_array_index (builder->marks, EntSceneMark, i);
      add_box (taken, mark->x - mark->radius, mark->y - mark->radius, 2.0 * mark->radius, 2.0 * mark->radius);
    }
  for (guint i = 0; i < builder->labels->len; i++)
    {
      const EntSceneLabel *label = &g_array_index (builder->labels, EntSceneLabel, i);
      add_box (taken, label->box.x, label->box.y, ent_scene_label_get_right (label) - label->box.x,
               label->box.height);
    }
  for (guint i = 0; i < builder->bins->len; i++)
    {
      const EntBox *box = &g_array_index (builder->bins, EntSceneBin, i).box;
      add_box (taken, box->x, box->y, box->width, box->height);
    }
  return taken;
}

static gboolean
is_free (const EntSceneBuilder *builder,
         const GArray          *taken,
         const EntBox          *box)
{
  const EntBox *area = &builder->scene->time_area;

  if (box->x < area->x || box->x + box->width > area->x + area->width)
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    {
      if (overlaps (box, &g_array_index (taken, EntBox, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_room (const EntSceneBuilder *builder,
           const GArray          *taken,
           const EntSceneMark    *mark,
           Bare                  *bare)
{
  const EntTextMeasure *measure = &builder->request->measure;
  double width = 0.0, height = 0.0;

  measure->measure (ENT_TEXT_BADGE, WIDEST_NUMBER, &width, &height, measure->data);
  bare->box = (EntBox) { mark->x + mark->radius + NUMBER_GAP, mark->y - height / 2.0, width, height };
  bare->on_left = !is_free (builder, taken, &bare->box);
  if (bare->on_left)
    bare->box.x = mark->x - mark->radius - NUMBER_GAP - width;
  return !bare->on_left || is_free (builder, taken, &bare->box);
}

static GArray *
collect_bare (const EntSceneBuilder *builder)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Bare));
  g_autoptr (GArray) taken = collect_taken (builder);
  guint next = 0;

  for (guint i = 0; i < builder->marks->len; i++)
    {
      const EntSceneMark *mark = &g_array_index (builder->marks, EntSceneMark, i);
      Bare bare = { .mark = i, .rank = ent_scene_builder_get_rank (builder, mark->row) };

      while (next < builder->labels->len && g_array_index (builder->labels, EntSceneLabel, next).n_marks <= i)
        next++;
      if (next < builder->labels->len && g_array_index (builder->labels, EntSceneLabel, next).n_marks == i + 1
          && g_array_index (builder->labels, EntSceneLabel, next).row == mark->row)
        continue;
      if (!find_room (builder, taken, mark, &bare))
        continue;
      g_array_append_val (taken, bare.box);
      g_array_append_val (found, bare);
    }
  return found;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Bare *first = a;
  const Bare *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return first->mark < second->mark ? -1 : first->mark > second->mark;
}

/* By time; from the top where marks stand below each other. */
static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const GArray *marks = data;
  const EntSceneMark *first = &g_array_index (marks, EntSceneMark, ((const Bare *) a)->mark);
  const EntSceneMark *second = &g_array_index (marks, EntSceneMark, ((const Bare *) b)->mark);

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->y < second->y ? -1 : first->y > second->y;
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const EntSceneLabel *first = a;
  const EntSceneLabel *second = b;

  return first->n_marks < second->n_marks ? -1 : first->n_marks > second->n_marks;
}

static EntSceneLabel
make_label (EntSceneBuilder *builder,
            const Bare      *bare,
            guint            number)
{
  const EntTextMeasure *measure = &builder->request->measure;
  const EntSceneMark *mark = &g_array_index (builder->marks, EntSceneMark, bare->mark);
  EntSceneLabel label = { .row = mark->row, .role = ENT_TEXT_BADGE, .lane = mark->lane, .box = bare->box,
                          .n_marks = bare->mark + 1 };
  g_autofree char *text = g_strdup_printf ("%u", number);

  label.text = g_string_chunk_insert_const (builder->strings, text);
  measure->measure (ENT_TEXT_BADGE, text, &label.box.width, &label.box.height, measure->data);
  if (bare->on_left)
    label.box.x += bare->box.width - label.box.width;
  return label;
}

/**
 * ent_scene_builder_add_numbers:
 * @builder: a scene being made, with its marks and labels
 *
 * Numbers marks that have no words, the weightiest where not all may have a number.
 */
void
ent_scene_builder_add_numbers (EntSceneBuilder *builder)
{
  guint most = builder->request->most_numbers;

  if (most == 0 || builder->marks->len == 0)
    return;
  g_autoptr (GArray) bare = collect_bare (builder);
  if (bare->len > most)
    {
      g_array_sort (bare, compare_ranks);
      g_array_set_size (bare, most);
    }
  g_array_sort_with_data (bare, compare_times, builder->marks);
  for (guint i = 0; i < bare->len; i++)
    {
      const Bare *next = &g_array_index (bare, Bare, i);
      EntSceneLabel label = make_label (builder, next, i + 1);

      g_array_append_val (builder->labels, label);
      g_array_append_val (builder->numbered, g_array_index (builder->marks, EntSceneMark, next->mark).row);
    }
  /* Labels stand behind their marks. */
  if (bare->len > 0)
    g_array_sort (builder->labels, compare_labels);
}
