/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "layout/hit-test.h"
#include "layout/scene-basis.h"
#include "sample-store.h"

static gboolean
overlap (const EntBox *a,
         const EntBox *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 && a->y < b->y + b->height - 0.01
         && b->y < a->y + a->height - 0.01;
}

/* Words and badge of a label, as one box. */
static EntBox
get_label_box (const EntSceneLabel *label)
{
  EntBox box = label->box;

  if (label->badge != NULL)
    box.width = label->badge_box.x + label->badge_box.width - box.x;
  return box;
}

static void
check_labels (const EntScene *scene)
{
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      EntBox box = get_label_box (&scene->labels[i]);
      g_assert_cmpfloat (box.x, >=, scene->time_area.x);
      g_assert_cmpfloat (box.x + box.width, <=, scene->time_area.x + scene->time_area.width + 0.01);
      for (gsize j = i + 1; j < scene->n_labels; j++)
        {
          EntBox other = get_label_box (&scene->labels[j]);
          if (overlap (&box, &other))
            g_error ("'%s' overlaps '%s'", scene->labels[i].text, scene->labels[j].text);
        }
      for (gsize j = 0; j < scene->n_marks; j++)
        {
          const EntSceneMark *mark = &scene->marks[j];
          EntBox around = { mark->x - mark->radius, mark->y - mark->radius, 2.0 * mark->radius, 2.0 * mark->radius };
          if (overlap (&box, &around))
            g_error ("'%s' overlaps the mark of row %u", scene->labels[i].text, mark->row);
        }
      for (gsize j = 0; j < scene->n_stems; j++)
        {
          const EntSceneStem *stem = &scene->stems[j];
          EntBox line = { stem->x - 0.5, stem->top, 1.0, stem->bottom - stem->top };
          g_assert_false (overlap (&box, &line));
        }
    }
}

static void
check_lanes (const EntScene *scene)
{
  double height = 0.0;

  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      g_assert_nonnull (scene->lanes[i].name[0]);
      height += scene->lanes[i].box.height;
      if (i > 0)
        g_assert_cmpfloat (scene->lanes[i].box.y, ==, scene->lanes[i - 1].box.y + scene->lanes[i - 1].box.height);
    }
  /* Below them it is told how many are not shown. */
  g_assert_cmpfloat (height + (scene->n_more > 0 ? scene->more.height + 8.0 : 0.0), >=, scene->content_height);
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      const EntBox *lane = &scene->lanes[mark->lane].box;
      g_assert_cmpfloat (mark->y - mark->radius, >=, lane->y);
      g_assert_cmpfloat (mark->y + mark->radius, <=, lane->y + lane->height);
    }
}

static void
test_random (void)
{
  static const guint counts[] = { 1, 12, 60, 300, 2500 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (SampleStore) sample = sample_store_new_random (random, counts[i], 5);
      for (guint round = 0; round < 10; round++)
        {
          EntSceneRequest request = sample_store_request (sample, g_test_rand_int_range (300, 1600),
                                                          g_test_rand_int_range (200, 900));
          request.lanes = (EntLaneMode) (round % ENT_N_LANE_MODES);
          request.scale = ent_time_scale_zoom (request.scale, g_test_rand_double_range (0.0, 1000.0),
                                               pow (2.0, g_test_rand_double_range (-1.0, 6.0)));
          request.right_to_left = round % 3 == 0;
          request.still = round % 2 == 1;
          g_autoptr (EntScene) scene = ent_scene_new (&request);
          check_labels (scene);
          check_lanes (scene);
        }
    }
}

/* Where one reads from right to left there is the same scene, turned over. */
static void
test_mirrored (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 300, 5);
  EntSceneRequest request = sample_store_request (sample, 1000, 600);
  g_autoptr (EntScene) scene = ent_scene_new (&request);

  request.right_to_left = TRUE;
  g_autoptr (EntScene) mirrored = ent_scene_new (&request);
  g_assert_cmpuint (scene->n_marks, >, 0);
  g_assert_cmpuint (mirrored->n_marks, ==, scene->n_marks);
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      g_assert_cmpuint (mirrored->marks[i].row, ==, scene->marks[i].row);
      g_assert_cmpfloat (mirrored->marks[i].x, ==, 1000.0f - scene->marks[i].x);
      g_assert_cmpfloat_with_epsilon (ent_scene_to_time_x (mirrored, mirrored->marks[i].x),
                                      ent_scene_to_time_x (scene, scene->marks[i].x), 1e-3);
    }
  g_assert_cmpuint (mirrored->n_labels, ==, scene->n_labels);
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      g_assert_cmpfloat (ent_scene_label_get_left (&mirrored->labels[i]), ==,
                         1000.0 - ent_scene_label_get_right (&scene->labels[i]));
      g_assert_cmpstr (mirrored->labels[i].text, ==, scene->labels[i].text);
    }
  g_assert_cmpfloat (ent_scene_to_overview_x (mirrored, 1000.0 - scene->overview_time.x), ==, 0.0);

  /* What comes next in time stands to the left. */
  guint32 row = ent_scene_step (mirrored, ENT_ROW_NONE, ENT_STEP_NEXT);
  guint32 next = ent_scene_step (mirrored, row, ENT_STEP_NEXT);
  g_assert_cmpuint (next, ==, ent_scene_step (scene, row, ENT_STEP_NEXT));
  double edge = mirrored->overview_view.x + mirrored->overview_view.width - 1.0;
  g_assert_cmpuint (ent_scene_hit (mirrored, edge, mirrored->overview.y + 10.0).part, ==, ENT_HIT_OVERVIEW_START);
}

typedef struct
{
  guint16 lane;
  double x, y, radius;
} Disc;

/* Whether marks and clusters of a lane keep off each other; a pixel is lost where they stand on whole ones. */
static void
check_discs (const EntScene *scene)
{
  g_autoptr (GArray) discs = g_array_new (FALSE, FALSE, sizeof (Disc));

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      Disc disc = { mark->lane, mark->x, mark->y, mark->radius };
      g_array_append_val (discs, disc);
    }
  for (gsize i = 0; i < scene->n_bins; i++)
    {
      const EntSceneBin *bin = &scene->bins[i];
      /* The ends of a long count may come near what is beside it, but it is never wider than its bubble. */
      double radius = bin->box.height / 2.0;
      Disc disc = { bin->lane, bin->box.x + bin->box.width / 2.0, bin->box.y + radius, radius };
      if (!bin->bubble)
        continue;
      g_array_append_val (discs, disc);
      g_assert_cmpfloat (bin->text_box.width, <=, bin->box.width - 2.0);
    }
  for (guint i = 0; i < discs->len; i++)
    {
      const Disc *one = &g_array_index (discs, Disc, i);
      for (guint j = i + 1; j < discs->len; j++)
        {
          const Disc *other = &g_array_index (discs, Disc, j);
          if (one->lane == other->lane && fabs (one->y - other->y) < 1.0)
            g_assert_cmpfloat (fabs (one->x - other->x), >, one->radius + other->radius - 1.01);
        }
    }
}

static guint
count_events (const EntScene *scene)
{
  guint n = (guint) scene->n_marks;

  for (gsize i = 0; i < scene->n_bins; i++)
    n += scene->bins[i].bubble ? scene->bins[i].count : 0;
  return n;
}

/* Histories that are packed in pieces of time, looked at where two meet. */
static void
test_pieces (void)
{
  guint n_seen = 0;

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (SampleStore) sample = sample_store_new_random (random, 3000, 10);
      EntSceneRequest request = sample_store_request (sample, 1300.0, 900.0);
      request.lanes = round % 2 == 0 ? ENT_LANES_NONE : ENT_LANES_TOPIC;
      g_autoptr (EntSceneBasis) basis = ent_scene_basis_new (request.index, request.filter, request.rows,
                                                             request.lanes);
      request.basis = basis;
      EntTimeScale closer = ent_time_scale_zoom (request.scale, 0.0, g_test_rand_double_range (8.0, 40.0));
      for (guint view = 0; view < 60; view++)
        {
          request.scale = ent_time_scale_pan (closer, view * 700.0);
          g_autoptr (EntScene) scene = ent_scene_new (&request);
          check_labels (scene);
          check_discs (scene);
          n_seen += count_events (scene);
        }
    }
  g_assert_cmpuint (n_seen, >, 1000);
}

static const EntSceneMark *
find_mark (const EntScene *scene,
           guint32         row)
{
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      if (scene->marks[i].row == row)
        return &scene->marks[i];
    }
  return NULL;
}

/* Nothing jumps up or down while the view is panned. */
static void
test_panning_keeps_lines (void)
{
  static const guint counts[] = { 60, 400, 6000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (SampleStore) sample = sample_store_new_random (random, counts[i], 10);
      EntSceneRequest request = sample_store_request (sample, 1100.0, 700.0);
      request.scale = ent_time_scale_zoom (request.scale, 500.0, counts[i] / 25.0);
      g_autoptr (EntScene) first = ent_scene_new (&request);
      guint n_compared = 0;
      for (guint round = 0; round < 8; round++)
        {
          double pixels = g_test_rand_int_range (-500, 500);
          EntSceneRequest panned = request;
          panned.scale = ent_time_scale_pan (request.scale, pixels);
          g_autoptr (EntScene) second = ent_scene_new (&panned);
          for (gsize j = 0; j < first->n_marks; j++)
            {
              const EntSceneMark *other = find_mark (second, first->marks[j].row);
              if (other == NULL)
                continue;
              g_assert_cmpfloat_with_epsilon (other->x + pixels, first->marks[j].x, 0.05);
              /* A lane's height may follow the pieces in view where a history is too long to be packed as a whole;
               * the line in its lane does not. */
              g_assert_cmpfloat (other->y - second->lanes[other->lane].box.y, ==,
                                 first->marks[j].y - first->lanes[first->marks[j].lane].box.y);
              n_compared++;
            }
        }
      g_assert_cmpuint (n_compared, >, 0);
    }
}

static void
compare_lines (const EntScene *first,
               const EntScene *second,
               guint          *n_compared)
{
  for (gsize i = 0; i < first->n_labels; i++)
    {
      const EntSceneMark *mark = find_mark (first, first->labels[i].row);
      const EntSceneMark *other = find_mark (second, first->labels[i].row);
      if (mark == NULL || other == NULL)
        continue;
      g_assert_cmpfloat (other->y - second->lanes[other->lane].box.y, ==, mark->y - first->lanes[mark->lane].box.y);
      (*n_compared)++;
    }
}

/* Whether all words of an event are shown, so that it has its line also where there is more room. */
static gboolean
is_whole (const EntSceneLabel *label)
{
  return !g_str_has_suffix (label->text, "…");
}

/* While one comes four times closer, who shows all of its label stays in its line. Levels of zoom are counted from the
 * view of the whole history, each closer than the one before by the square root of two. */
static void
test_zooming_keeps_lines (void)
{
  static const struct
  {
    guint n_events;
    guint level;
  } cases[] = { { 60, 4 }, { 400, 8 }, { 6000, 16 } };
  static const double factors[] = { 1.02, 1.3, 1.7, 2.4, 3.9 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (SampleStore) sample = sample_store_new_random (random, cases[i].n_events, 10);
      EntSceneRequest request = sample_store_request (sample, 1100.0, 700.0);
      g_autoptr (EntSceneBasis) basis = ent_scene_basis_new (request.index, request.filter, request.rows,
                                                             request.lanes);
      double width = request.width - ent_scene_get_name_width (&request);
      guint n_compared = 0;
      request.basis = basis;
      request.scale = ent_time_scale_zoom (ent_time_scale_fit_history (basis->first, basis->last, width), width / 2.0,
                                           pow (2.0, cases[i].level / 2.0) * 1.001);
      g_autoptr (EntScene) first = ent_scene_new (&request);
      for (gsize step = 0; step < G_N_ELEMENTS (factors); step++)
        {
          EntSceneRequest closer = request;
          closer.scale = ent_time_scale_zoom (request.scale, width / 2.0, factors[step]);
          g_autoptr (EntScene) second = ent_scene_new (&closer);
          for (gsize j = 0; j < first->n_labels; j++)
            {
              const EntSceneMark *mark = find_mark (first, first->labels[j].row);
              const EntSceneMark *other = find_mark (second, first->labels[j].row);
              if (mark == NULL || other == NULL || !is_whole (&first->labels[j]))
                continue;
              g_assert_cmpfloat (other->y - second->lanes[other->lane].box.y, ==,
                                 mark->y - first->lanes[mark->lane].box.y);
              n_compared++;
            }
        }
      g_assert_cmpuint (n_compared, >, 0);
    }
}

/* What is filtered away leaves the others where they are. */
static void
test_filtering_keeps_lines (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntScene) all = ent_scene_new (&request);
  guint n_compared = 0;

  for (guint kind = 0; kind < ENT_N_KINDS; kind++)
    {
      EntSceneRequest fewer = request;
      g_autoptr (EntFilter) filter = ent_filter_with_excluded (sample->filter, ENT_FACET_KIND, kind, TRUE);
      g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, filter);
      fewer.filter = filter;
      fewer.rows = rows;
      g_autoptr (EntScene) scene = ent_scene_new (&fewer);
      compare_lines (all, scene, &n_compared);
    }
  g_assert_cmpuint (n_compared, >, 200);
}

static gboolean
has_lane (const EntScene *scene,
          guint           value)
{
  for (gsize i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].value == value)
      return TRUE;
  return FALSE;
}

/* A topic that is left out has no lane and no dots; what raises another one too is shown there. */
static void
test_left_out_topics (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 4000.0);
  g_autoptr (EntScene) all = ent_scene_new (&request);
  guint n_tried = 0, n_moved = 0;

  for (guint topic = 0; topic < ent_vocabulary_get_n_topics (sample->vocabulary); topic++)
    {
      if (!has_lane (all, topic))
        continue;
      EntSceneRequest fewer = request;
      g_autoptr (EntFilter) filter = ent_filter_with_excluded (sample->filter, ENT_FACET_TOPIC, topic, TRUE);
      g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, filter);
      g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
      fewer.filter = filter;
      fewer.rows = rows;
      g_autoptr (EntScene) scene = ent_scene_new (&fewer);

      g_assert_false (has_lane (scene, topic));
      for (gsize i = 0; i < scene->n_marks; i++)
        g_hash_table_add (shown, GUINT_TO_POINTER (scene->marks[i].row));
      for (gsize i = 0; i < scene->n_shared; i++)
        g_hash_table_add (shown, GUINT_TO_POINTER (scene->shared[i]));
      for (gsize i = 0; i < all->n_marks; i++)
        {
          const EntSceneMark *mark = &all->marks[i];
          if (!ent_row_set_contains (rows, mark->row))
            continue;
          n_moved += all->lanes[mark->lane].value == topic;
          g_assert_true (g_hash_table_contains (shown, GUINT_TO_POINTER (mark->row)));
        }
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >, 3);
  g_assert_cmpuint (n_moved, >, 0);
}

static guint32
find_row (const SampleStore *sample,
          const char        *id)
{
  guint32 row = ENT_ROW_NONE;

  g_assert_true (ent_event_store_find_id (sample->store, id, &row));
  return row;
}

/* What the sample's events must look like, by their number. */
static void
test_flags (void)
{
  static const struct
  {
    const char *id;
    guint8 flags;
    gboolean contacts;
  } cases[] = {
    { "event-0", 0, TRUE },
    { "event-1", ENT_MARK_BEARS, FALSE },
    { "event-7", ENT_MARK_DENIED, TRUE },
    { "event-26", ENT_MARK_PLANNED | ENT_MARK_BEARS, FALSE },
    { "event-27", ENT_MARK_NOT_STATED, FALSE },
    { "event-28", ENT_MARK_HOLLOW, FALSE },
  };
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const EntSceneMark *mark = find_mark (scene, find_row (sample, cases[i].id));
      g_assert_nonnull (mark);
      g_assert_cmpuint (mark->flags, ==, cases[i].flags);
      g_assert_cmpint (scene->lanes[mark->lane].value == ENT_LANE_CONTACTS, ==, cases[i].contacts);
    }
}

/* Promises are badges, not marks; what has no date is counted in the tray. */
static void
test_promises_and_undated (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  guint32 call = find_row (sample, "event-21");
  const char *badge = NULL;

  for (gsize i = 0; i < scene->n_labels; i++)
    {
      if (scene->labels[i].row == call)
        badge = scene->labels[i].badge;
    }
  g_assert_cmpstr (badge, ==, "3 promises, 1 warning");
  g_assert_null (find_mark (scene, find_row (sample, "event-29")));
  g_assert_null (find_mark (scene, find_row (sample, "event-35")));
  g_assert_cmpuint (scene->n_undated, ==, 2);
  g_assert_cmpstr (scene->tray_text, ==, "2 undated");
}

static gboolean
is_linked (const EntEventStore *store,
           guint32              from,
           guint32              to)
{
  gsize n;
  const EntEventLink *links = ent_event_links_get (ent_event_store_get_links (store), from, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (links[i].row == to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_at (EntSceneArcEnd      end,
       const EntSceneMark *mark)
{
  return mark != NULL && end.x == mark->x && end.y == mark->y && end.radius == mark->radius;
}

/* Nothing selected, no arcs; else one to each mark that the selected one is linked with, the way the link goes. */
static void
test_arcs (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 2600.0);
  g_autoptr (EntScene) calm = ent_scene_new (&request);
  gsize n_arcs = 0;

  g_assert_cmpuint (calm->n_arcs, ==, 0);
  for (gsize i = 0; i < calm->n_marks; i++)
    {
      guint32 row = calm->marks[i].row;
      request.selected = row;
      g_autoptr (EntScene) scene = ent_scene_new (&request);
      for (gsize j = 0; j < scene->n_arcs; j++)
        {
          const EntSceneArc *arc = &scene->arcs[j];
          gboolean forward = is_at (arc->from, find_mark (scene, row));
          g_assert_true (forward || is_at (arc->to, find_mark (scene, row)));
          g_assert_true (is_linked (sample->store, forward ? row : arc->row, forward ? arc->row : row));
        }
      for (gsize j = 0; j < scene->n_marks; j++)
        {
          guint32 other = scene->marks[j].row;
          n_arcs += is_linked (sample->store, row, other) || is_linked (sample->store, other, row);
        }
      g_assert_cmpuint (n_arcs, >=, scene->n_arcs);
      n_arcs -= scene->n_arcs;
      g_assert_cmpuint (n_arcs, ==, 0);
    }
}

/* The fold of the contacts is no end of the list of folds. */
static void
test_folded_lanes (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1600.0);
  g_autoptr (EntScene) open = ent_scene_new (&request);
  guint16 folded[] = { ENT_LANE_CONTACTS, open->lanes[2].value, ENT_ACTOR_NONE };

  request.folded_lanes = folded;
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  g_assert_cmpuint (scene->lanes[0].value, ==, ENT_LANE_CONTACTS);
  for (gsize i = 0; i < scene->n_lanes; i++)
    g_assert_cmpint (scene->lanes[i].folded, ==, i == 0 || i == 2);
}

/* A call has a dot in each lane of what it raised, below its mark, and a line down to the lowest. */
static void
test_dots (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1600.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  guint32 call = find_row (sample, "event-21");
  const EntSceneMark *mark = find_mark (scene, call);
  guint64 topics = ent_event_store_get_columns (sample->store)->topics[call];
  float lowest = 0.0f;
  float bottom = 0.0f;

  for (gsize i = 0; i < scene->n_dots; i++)
    {
      const EntSceneDot *dot = &scene->dots[i];
      if (dot->row != call)
        continue;
      g_assert_cmpfloat (dot->x, ==, mark->x);
      g_assert_true (topics >> scene->lanes[dot->lane].value & 1);
      topics &= ~(G_GUINT64_CONSTANT (1) << scene->lanes[dot->lane].value);
      lowest = MAX (lowest, dot->y);
    }
  g_assert_true (topics == 0);
  for (gsize i = 0; i < scene->n_stems; i++)
    {
      if (scene->stems[i].row == call)
        bottom = MAX (bottom, scene->stems[i].bottom);
    }
  g_assert_cmpfloat (bottom, ==, lowest);
}

/* A month's mark stands in its middle, and its extent is a month wide with soft ends. */
static void
test_month (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  guint32 row = find_row (sample, "event-27");
  const EntSceneMark *mark = find_mark (scene, row);
  const EntSceneSpan *found = NULL;

  for (gsize i = 0; i < scene->n_spans; i++)
    {
      if (scene->spans[i].row == row)
        found = &scene->spans[i];
    }
  g_assert_nonnull (found);
  g_assert_true (found->soft);
  g_assert_cmpfloat_with_epsilon (found->box.width, 31.0 / request.scale.days_per_pixel, 0.01);
  /* A mark stands in the middle of a pixel. */
  g_assert_cmpfloat_with_epsilon (mark->x, found->box.x + found->box.width / 2.0, 0.51);
}

/* A silence is claimed only between contacts and where both sides have statements. */
static void
test_silences (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntSceneBasis) basis = ent_scene_basis_new (request.index, request.filter, request.rows, request.lanes);
  const EntEventColumns *columns = ent_event_store_get_columns (sample->store);

  g_assert_cmpuint (basis->silences->len, >, 0);
  for (guint i = 0; i < basis->silences->len; i++)
    {
      const EntBasisSilence *silence = &g_array_index (basis->silences, EntBasisSilence, i);
      g_assert_cmpint (silence->to - silence->from + 1, >, 60);
      g_assert_cmpuint (ent_history_count_statements (basis->history, 0, silence->from, silence->to), >, 0);
      g_assert_cmpuint (ent_history_count_statements (basis->history, 1, silence->from, silence->to), >, 0);
      for (guint row = 0; row < columns->n; row++)
        {
          if (ent_row_set_contains (basis->contacts, row) && columns->status[row] == ENT_STATUS_OCCURRED)
            g_assert_false (columns->earliest[row] <= silence->to && columns->latest[row] >= silence->from);
        }
    }
}

/* Coverage counts each statement of the two sides once. */
static void
test_coverage (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 900.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  guint counted = 0;

  for (gsize i = 0; i < scene->n_coverage; i++)
    {
      const EntSceneCoverage *bar = &scene->coverage[i];
      counted += bar->count;
      g_assert_cmpfloat (bar->box.y, >=, scene->overview.y);
      g_assert_cmpfloat (bar->box.y + bar->box.height, <=, scene->overview.y + scene->overview.height);
    }
  g_assert_cmpuint (counted, ==, ent_event_store_get_n_statements (sample->store));
}

/* The strip at the foot tells the same time whatever is asked for. */
static void
test_overview_stays (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 900.0);
  g_autoptr (EntScene) all = ent_scene_new (&request);
  g_autoptr (EntFilter) filter = ent_filter_with_words (sample->filter, "no statement says this");
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, filter);

  g_assert_cmpuint (ent_row_set_get_count (rows), ==, 0);
  request.filter = filter;
  request.rows = rows;
  g_autoptr (EntScene) none = ent_scene_new (&request);
  g_assert_cmpfloat (none->overview_scale.start, ==, all->overview_scale.start);
  g_assert_cmpfloat (ent_time_scale_to_time (none->overview_scale, 100.0), ==,
                     ent_time_scale_to_time (all->overview_scale, 100.0));
}

static gboolean
has_note (const EntScene *scene,
          const char     *end)
{
  for (gsize i = 0; i < scene->n_notes; i++)
    if (g_str_has_suffix (scene->notes[i].text, end))
      return TRUE;
  return FALSE;
}

/* What it leaves out on either side it counts, and all of it together is the history. */
static void
test_overview_beyond (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 900.0);
  g_autoptr (EntScene) all = ent_scene_new (&request);
  const EntEventColumns *columns = ent_event_store_get_columns (sample->store);
  EntHit hit = { 0 };

  g_assert_cmpfloat (all->earlier.width, ==, 0.0);
  g_assert_cmpfloat (all->later.width, ==, 0.0);
  request.overview_first = columns->earliest[columns->n / 2];
  request.overview_last = columns->earliest[columns->n * 3 / 4];
  g_autoptr (EntScene) part = ent_scene_new (&request);
  g_assert_cmpfloat (part->earlier.width, >, 0.0);
  g_assert_cmpfloat (part->later.width, >, 0.0);
  g_assert_true (has_note (part, " earlier") && has_note (part, " later"));
  g_assert_cmpfloat (part->overview_scale.days_per_pixel, <, all->overview_scale.days_per_pixel);
  /* The words stand beside the time they leave out, and not over it. */
  g_assert_cmpfloat (part->earlier.x + part->earlier.width, <,
                     part->overview_time.x + ent_time_scale_to_x (part->overview_scale, request.overview_first) + 0.5);
  hit = ent_scene_hit (part, part->later.x + part->later.width / 2.0, part->later.y + 2.0);
  g_assert_cmpint (hit.part, ==, ENT_HIT_BEYOND);
  request.right_to_left = TRUE;
  g_autoptr (EntScene) mirrored = ent_scene_new (&request);
  g_assert_cmpfloat (mirrored->later.x, <, mirrored->earlier.x);
}

/* Of more than two sides all statements stand on one side of the line, and no silence is any pair's. */
static void
test_coverage_of_several (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (sample->store);
  EntFilterPair pair;
  EntSceneRequest request = sample_store_request (sample, 1400.0, 900.0);
  guint counted = 0;
  gboolean named = FALSE;

  g_assert_true (ent_vocabulary_find_actor (vocabulary, "US", &pair.actors[0]));
  g_assert_true (ent_vocabulary_find_actor (vocabulary, "RU", &pair.actors[1]));
  g_autoptr (EntFilter) filter = ent_filter_with_also (sample->filter, pair, TRUE);
  g_autoptr (GArray) sides = ent_filter_dup_sides (filter);
  g_assert_cmpuint (sides->len, ==, 3);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (sample->index, filter);
  request.filter = filter;
  request.rows = rows;
  request.basis = NULL;
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  for (gsize i = 0; i < scene->n_coverage; i++)
    {
      g_assert_cmpuint (scene->coverage[i].side, ==, 0);
      counted += scene->coverage[i].count;
    }
  for (gsize i = 0; i < scene->n_notes; i++)
    named |= strstr (scene->notes[i].text, "RU") != NULL;
  g_assert_cmpuint (counted, ==, ent_event_store_get_n_statements (sample->store));
  g_assert_cmpuint (scene->n_silences, ==, 0);
  g_assert_true (named);
}

/* Folding a lane away takes its events out, and nothing else. */
/* Scrolled down, the lane at the top is still named, unless hardly any of it is left. */
static void
test_names_stay (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 900.0, 400.0);
  g_autoptr (EntScene) whole = ent_scene_new (&request);

  g_assert_cmpfloat (whole->content_height, >, whole->lane_area.height + 60.0);
  for (request.scroll = 0.0; request.scroll < 60.0; request.scroll += 7.0)
    {
      g_autoptr (EntScene) scene = ent_scene_new (&request);
      const EntSceneLane *lane = &scene->lanes[0];
      double end = lane->name_y + 2.0 * scene->name_line; /* the contacts, with their note */
      g_assert_cmpfloat (lane->name_y, >=, lane->box.y);
      g_assert_cmpfloat (end, <=, lane->box.y + lane->box.height);
      if (lane->box.height - request.scroll > 3.0 * scene->name_line)
        g_assert_cmpfloat (lane->name_y, >=, scene->lane_area.y);
      g_assert_cmpfloat (scene->lanes[1].name_y, >=, scene->lanes[1].box.y);
    }
}

static void
test_hidden_lanes (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  guint taiwan = 0;
  g_assert_true (ent_vocabulary_find_topic (sample->vocabulary, "taiwan", &taiwan));
  guint16 hidden[] = { (guint16) taiwan, ENT_ACTOR_NONE };
  g_autoptr (EntScene) all = ent_scene_new (&request);
  request.hidden_lanes = hidden;
  g_autoptr (EntScene) fewer = ent_scene_new (&request);

  g_assert_cmpuint (fewer->n_lanes, ==, all->n_lanes - 1);
  for (gsize i = 0; i < fewer->n_lanes; i++)
    g_assert_cmpuint (fewer->lanes[i].value, !=, taiwan);
  g_assert_null (find_mark (fewer, find_row (sample, "event-1")));
}

static void
test_empty (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (SampleStore) sample = sample_store_new_random (random, 3, 1);
  EntSceneRequest request = sample_store_request (sample, 900.0, 500.0);
  g_autoptr (EntRowSet) none = ent_row_set_new_empty (ent_event_store_get_n_events (sample->store));

  request.rows = none;
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  g_assert_cmpuint (scene->n_lanes, ==, 0);
  g_assert_cmpuint (scene->n_marks, ==, 0);
  g_assert_cmpuint (scene->n_ticks, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/random", test_random);
  g_test_add_func ("/scene/mirrored", test_mirrored);
  g_test_add_func ("/scene/pieces", test_pieces);
  g_test_add_func ("/scene/panning-keeps-lines", test_panning_keeps_lines);
  g_test_add_func ("/scene/zooming-keeps-lines", test_zooming_keeps_lines);
  g_test_add_func ("/scene/filtering-keeps-lines", test_filtering_keeps_lines);
  g_test_add_func ("/scene/overview-stays", test_overview_stays);
  g_test_add_func ("/scene/overview-beyond", test_overview_beyond);
  g_test_add_func ("/scene/left-out-topics", test_left_out_topics);
  g_test_add_func ("/scene/flags", test_flags);
  g_test_add_func ("/scene/promises-and-undated", test_promises_and_undated);
  g_test_add_func ("/scene/dots", test_dots);
  g_test_add_func ("/scene/month", test_month);
  g_test_add_func ("/scene/silences", test_silences);
  g_test_add_func ("/scene/coverage", test_coverage);
  g_test_add_func ("/scene/coverage-of-several", test_coverage_of_several);
  g_test_add_func ("/scene/arcs", test_arcs);
  g_test_add_func ("/scene/folded-lanes", test_folded_lanes);
  g_test_add_func ("/scene/names-stay", test_names_stay);
  g_test_add_func ("/scene/hidden-lanes", test_hidden_lanes);
  g_test_add_func ("/scene/empty", test_empty);
  return g_test_run ();
}
