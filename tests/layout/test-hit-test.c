/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/hit-test.h"

#include "sample-store.h"

static void
check_marks (const EntScene *scene)
{
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      if (mark->x < scene->time_area.x || mark->x >= scene->time_area.x + scene->time_area.width
          || mark->y < scene->lane_area.y || mark->y >= scene->lane_area.y + scene->lane_area.height)
        continue;
      EntHit hit = ent_scene_hit (scene, mark->x, mark->y);
      g_assert_cmpint (hit.part, ==, ENT_HIT_EVENT);
      g_assert_cmpuint (hit.row, ==, mark->row);
      g_assert_cmpuint (hit.lane, ==, mark->lane);
    }
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      double y = label->box.y + label->box.height / 2.0;
      if (y < scene->lane_area.y || y >= scene->lane_area.y + scene->lane_area.height)
        continue;
      EntHit hit = ent_scene_hit (scene, label->box.x + label->box.width / 2.0, y);
      g_assert_cmpint (hit.part, ==, ENT_HIT_EVENT);
      g_assert_cmpuint (hit.row, ==, label->row);
    }
}

static void
test_marks (void)
{
  static const guint counts[] = { 30, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (SampleStore) sample = sample_store_new_random (random, counts[i], 4);
      EntSceneRequest request = sample_store_request (sample, 1100.0, 700.0);
      for (guint round = 0; round < 6; round++)
        {
          g_autoptr (EntScene) scene = ent_scene_new (&request);
          check_marks (scene);
          request.scale = ent_time_scale_zoom (request.scale, 300.0, 1.7);
        }
    }
}

static void
test_frame (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1100.0, 700.0);
  request.scale = ent_time_scale_zoom (request.scale, 400.0, 3.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  const EntBox *view = &scene->overview_view;
  double y = view->y + view->height / 2.0;
  struct
  {
    double x, y;
    EntHitPart part;
  } cases[] = {
    { scene->lanes[1].header.x + 20.0, scene->lanes[1].header.y + 10.0, ENT_HIT_LANE_NAME },
    { scene->tray.x + 10.0, scene->tray.y + 5.0, ENT_HIT_TRAY },
    { view->x, y, ENT_HIT_OVERVIEW_START },
    { view->x + view->width, y, ENT_HIT_OVERVIEW_END },
    { view->x + view->width / 2.0, y, ENT_HIT_OVERVIEW_VIEW },
    { view->x - 20.0, y, ENT_HIT_OVERVIEW },
    { 600.0, 10.0, ENT_HIT_NONE },
    { -5.0, -5.0, ENT_HIT_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ent_scene_hit (scene, cases[i].x, cases[i].y).part, ==, cases[i].part);
  g_assert_cmpuint (ent_scene_hit (scene, cases[0].x, cases[0].y).lane, ==, 1);
  g_assert_cmpuint (ent_scene_hit (scene, cases[1].x, cases[1].y).count, ==, 2);
}

/* From the first to the last mark and back, each once. */
/* A period's head is where its name stands, and what lies in another one can be reached. */
static void
test_periods (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1100.0, 700.0);
  double start = request.scale.start, day = 1.0 / request.scale.days_per_pixel;
  EntDay from = (EntDay) (start + 200.0 / day);
  const EntNamedSpan periods[] = {
    { "Long", from, from + (EntDay) (400.0 / day) },
    { "Inside", from + (EntDay) (100.0 / day), from + (EntDay) (200.0 / day) },
  };

  request.periods = periods;
  request.n_periods = G_N_ELEMENTS (periods);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  double y = scene->period_area.y + scene->period_area.height / 2.0;
  g_assert_cmpuint (scene->n_periods, ==, 2);
  for (gsize i = 0; i < scene->n_periods; i++)
    {
      const EntBox *box = &scene->periods[i].box;
      EntHit hit = ent_scene_hit (scene, box->x + 10.0, y);

      g_assert_cmpint (hit.part, ==, ENT_HIT_PERIOD);
      g_assert_cmpuint (hit.bin, ==, i);
      g_assert_cmpint (ent_scene_hit (scene, box->x + 10.0, scene->lane_area.y + 5.0).part, !=, ENT_HIT_PERIOD);
    }
  g_assert_cmpint (ent_scene_hit (scene, scene->periods[0].box.x - 10.0, y).part, ==, ENT_HIT_NONE);
}

static void
test_steps (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  guint32 row = ent_scene_step (scene, ENT_ROW_NONE, ENT_STEP_NEXT);
  guint32 last = row;
  guint n = 0;

  for (; row != ENT_ROW_NONE; row = ent_scene_step (scene, row, ENT_STEP_NEXT))
    {
      last = row;
      n++;
    }
  g_assert_cmpuint (n, ==, scene->n_marks);
  for (row = last; row != ENT_ROW_NONE; row = ent_scene_step (scene, row, ENT_STEP_PREVIOUS))
    n--;
  g_assert_cmpuint (n, ==, 0);

  guint16 lane = 0;
  row = scene->marks[0].row;
  while ((row = ent_scene_step (scene, row, ENT_STEP_LANE_DOWN)) != ENT_ROW_NONE)
    {
      for (gsize i = 0; i < scene->n_marks; i++)
        {
          if (scene->marks[i].row == row)
            {
              g_assert_cmpuint (scene->marks[i].lane, >, lane);
              lane = scene->marks[i].lane;
            }
        }
    }
  g_assert_cmpuint (lane, >, 0);
}

static void
test_items (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSceneRequest request = sample_store_request (sample, 1400.0, 1200.0);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  g_autoptr (GArray) items = ent_scene_get_items (scene);

  g_assert_cmpuint (items->len, ==, scene->n_marks);
  for (guint i = 0; i < items->len; i++)
    {
      const EntSceneItem *item = &g_array_index (items, EntSceneItem, i);
      if (i > 0)
        g_assert_cmpuint (item->row, >, g_array_index (items, EntSceneItem, i - 1).row);
      for (gsize j = 0; j < scene->n_labels; j++)
        {
          const EntBox *box = &scene->labels[j].box;
          if (scene->labels[j].row != item->row)
            continue;
          g_assert_cmpfloat (item->box.x, <=, box->x);
          g_assert_cmpfloat (item->box.x + item->box.width, >=, box->x + box->width);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hit-test/marks", test_marks);
  g_test_add_func ("/hit-test/frame", test_frame);
  g_test_add_func ("/hit-test/periods", test_periods);
  g_test_add_func ("/hit-test/steps", test_steps);
  g_test_add_func ("/hit-test/items", test_items);
  return g_test_run ();
}
