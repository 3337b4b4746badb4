/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/lane-seam.h"
#include "layout/lanes.h"

static const EntLanePacking packing = { 8.0f, 5.0f, 9.0f, 44.0f, 4, 0.0, 0.0f, TRUE };

static double
get_end (const EntLaneItem *item)
{
  double mark_end = item->x + packing.radius;

  if (item->label == ENT_LANE_LABEL_NONE || item->width <= 0.0f)
    return mark_end;
  return mark_end + packing.gap + (item->label == ENT_LANE_LABEL_SHORT ? item->room : item->width);
}

static GArray *
new_random_items (guint  n,
                  double width)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (EntLaneItem));

  for (guint i = 0; i < n; i++)
    {
      EntLaneItem item = { .x = g_test_rand_double_range (0.0, width), .row = i };
      item.width = (float) g_test_rand_double_range (30.0, 200.0);
      item.rank = (guint32) g_test_rand_int_range (0, 5);
      g_array_append_val (items, item);
    }
  return items;
}

static void
test_no_overlap (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) items = new_random_items (1 + (guint) g_test_rand_int_range (0, 80), 2000.0);
      EntLaneItem *all = &g_array_index (items, EntLaneItem, 0);
      guint n_lines = ent_lanes_pack (all, items->len, &packing);

      g_assert_cmpuint (n_lines, <=, packing.n_lines + 1);
      for (guint i = 0; i < items->len; i++)
        {
          g_assert_cmpuint (all[i].line, <, n_lines);
          g_assert_cmpuint (all[all[i].leader].leader, ==, all[i].leader);
          if (all[i].leader != i)
            continue;
          for (guint j = i + 1; j < items->len; j++)
            {
              if (all[j].leader == j && all[j].line == all[i].line)
                g_assert_cmpfloat (get_end (&all[i]), <=, all[j].x - packing.radius);
            }
        }
    }
}

/* With room, no label is cut and no stem crosses one. */
static void
test_stairs (void)
{
  EntLaneItem items[] = {
    { .x = 0.0, .width = 100.0f, .row = 0 },
    { .x = 30.0, .width = 100.0f, .row = 1 },
    { .x = 60.0, .width = 100.0f, .row = 2 },
    { .x = 400.0, .width = 100.0f, .row = 3 },
  };

  g_assert_cmpuint (ent_lanes_pack (items, G_N_ELEMENTS (items), &packing), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (items[i].line, ==, i);
  g_assert_cmpuint (items[3].line, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_assert_cmpint (items[i].label, ==, ENT_LANE_LABEL_FULL);
}

/* Where all lines are full, the label that weighs least gives way; its mark goes where there are no labels. */
static void
test_weight (void)
{
  EntLaneItem items[6];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (EntLaneItem) { .x = 20.0 * i, .width = 500.0f, .rank = i == 2 ? 9 : i == 4 ? 1
                                                                                           : 5,
                               .row = i };
  ent_lanes_pack (items, G_N_ELEMENTS (items), &packing);
  g_assert_cmpint (items[4].label, ==, ENT_LANE_LABEL_FULL);
  g_assert_cmpuint (items[4].line, ==, 2);
  g_assert_cmpint (items[2].label, ==, ENT_LANE_LABEL_NONE);
  g_assert_cmpuint (items[2].line, ==, packing.n_lines);
  g_assert_cmpint (items[5].label, ==, ENT_LANE_LABEL_NONE);
  g_assert_cmpuint (items[5].line, ==, packing.n_lines);
}

/* A label that gave way to one that gave way itself comes back; between labels no mark stands alone. */
static void
test_gaps (void)
{
  EntLanePacking narrow = packing;
  guint n_filled = 0;
  EntLaneItem items[] = {
    { .x = 0.0, .width = 60.0f, .rank = 3, .row = 0 },
    { .x = 40.0, .width = 400.0f, .rank = 2, .row = 1 },
    { .x = 100.0, .width = 100.0f, .rank = 1, .row = 2 },
  };

  narrow.n_lines = 1;
  ent_lanes_pack (items, G_N_ELEMENTS (items), &narrow);
  g_assert_cmpint (items[0].label, ==, ENT_LANE_LABEL_FULL);
  g_assert_cmpint (items[1].label, ==, ENT_LANE_LABEL_NONE);
  g_assert_cmpint (items[2].label, ==, ENT_LANE_LABEL_FULL);
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GArray) random = new_random_items (60, 2000.0);
      EntLaneItem *all = &g_array_index (random, EntLaneItem, 0);
      ent_lanes_pack (all, random->len, &packing);
      for (guint i = 0; i < random->len; i++)
        {
          g_assert_true ((all[i].label == ENT_LANE_LABEL_NONE) == (all[i].line == packing.n_lines));
          n_filled += all[i].label == ENT_LANE_LABEL_FULL;
        }
    }
  g_assert_cmpuint (n_filled, >, 0);
}

static void
test_cut_short (void)
{
  EntLaneItem items[5];
  EntLanePacking narrow = packing;

  narrow.n_lines = 1;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (EntLaneItem) { .x = 90.0 * i, .width = i == 2 ? 160.0f : 75.0f, .rank = 9 - i, .row = i };
  ent_lanes_pack (items, G_N_ELEMENTS (items), &narrow);
  g_assert_cmpuint (items[4].line, ==, items[3].line);
  g_assert_cmpint (items[3].label, ==, ENT_LANE_LABEL_SHORT);
  g_assert_cmpfloat (items[3].room, >=, packing.shortest);
  g_assert_cmpfloat (get_end (&items[3]), <=, items[4].x - packing.radius);
  /* What would lose most of its words loses all of them. */
  g_assert_cmpint (items[2].label, ==, ENT_LANE_LABEL_NONE);
}

/* Where the view ends for good, labels that would stick out stand left of their marks, and overlap nothing there. */
static void
test_turned (void)
{
  EntLanePacking ending = packing;
  guint n_turned = 0;

  ending.right = 900.0;
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) items = new_random_items (1 + (guint) g_test_rand_int_range (0, 60), 900.0);
      EntLaneItem *all = &g_array_index (items, EntLaneItem, 0);
      ent_lanes_pack (all, items->len, &ending);
      for (guint i = 0; i < items->len; i++)
        {
          double offset = packing.radius + packing.gap;
          if (all[i].label != ENT_LANE_LABEL_NONE && all[i].leader == i)
            g_assert_true (all[i].turned ? all[i].x - offset - all[i].width >= 0.0
                                         : get_end (&all[i]) <= MAX (ending.right, all[i].x + packing.radius));
          n_turned += all[i].turned;
          for (guint j = i + 1; all[i].leader == i && j < items->len; j++)
            {
              double left = all[j].x - packing.radius - (all[j].turned ? packing.gap + all[j].width : 0.0);
              if (all[j].leader == j && all[j].line == all[i].line)
                g_assert_cmpfloat (all[i].turned ? all[i].x + packing.radius : get_end (&all[i]), <=, left);
            }
        }
    }
  g_assert_cmpuint (n_turned, >, 100);
}

/* Marks that have no room of their own share one. */
static void
test_cluster (void)
{
  EntLaneItem items[20];
  guint n_alone = 0;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    items[i] = (EntLaneItem) { .x = 1.0 * i, .width = 100.0f, .rank = 1, .row = i };
  ent_lanes_pack (items, G_N_ELEMENTS (items), &packing);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    n_alone += items[i].leader == i;
  g_assert_cmpuint (n_alone, ==, packing.n_lines + 1);
  g_assert_cmpuint (items[19].leader, ==, packing.n_lines);
}

static EntPackedEvent
packed (double  mark,
        guint16 line,
        guint   n_shared)
{
  return (EntPackedEvent) { .mark = mark, .line = line, .n_shared = n_shared };
}

/* Two pieces that know nothing of each other: what would overlap over their border shares a place, and nothing else. */
static void
test_seam (void)
{
  EntPackedEvent before[] = { packed (80.0, 3, 1), packed (92.0, 1, 2), packed (95.0, 1, 0), packed (99.0, 0, 1),
                              packed (99.5, 2, 1) };
  EntPackedEvent after[] = { packed (101.0, 0, 1), packed (103.0, 1, 1), packed (104.0, 3, 1), packed (110.0, 2, 3),
                             packed (114.0, 2, 1) };
  EntLanePack pack = { .events = before, .n = G_N_ELEMENTS (before) };
  EntLanePack next = { .events = after, .n = G_N_ELEMENTS (after) };
  EntLanePack none = { 0 };
  EntLaneSeam seam;

  ent_lane_seam_find (&seam, &pack, &next, 11.0);
  g_assert_true (seam.next == &next);
  g_assert_true (ent_lane_seam_joins (&seam, 0, 3));
  g_assert_cmpuint (seam.head[0], ==, 0);
  g_assert_cmpuint (seam.tail[1], ==, ENT_SEAM_NONE); /* a cluster stands where its first does */
  g_assert_true (ent_lane_seam_joins (&seam, 2, 4));
  g_assert_cmpuint (seam.head[2], ==, 3);
  g_assert_cmpuint (seam.tail[3], ==, ENT_SEAM_NONE);
  ent_lane_seam_find (&seam, &pack, &none, 11.0);
  g_assert_cmpuint (seam.head[0], ==, ENT_SEAM_NONE);
  ent_lane_seam_find (&seam, &pack, NULL, 11.0);
  g_assert_cmpuint (seam.tail[0], ==, ENT_SEAM_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes/no-overlap", test_no_overlap);
  g_test_add_func ("/lanes/stairs", test_stairs);
  g_test_add_func ("/lanes/weight", test_weight);
  g_test_add_func ("/lanes/gaps", test_gaps);
  g_test_add_func ("/lanes/cut-short", test_cut_short);
  g_test_add_func ("/lanes/turned", test_turned);
  g_test_add_func ("/lanes/cluster", test_cluster);
  g_test_add_func ("/lanes/seam", test_seam);
  return g_test_run ();
}
