/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a picture shares its room, and that it tells what it leaves out. */
#include "export/picture.h"

#include <string.h>

#include "export-sample.h"

static gboolean
stands_clear (const EntPicture    *picture,
              const EntSceneLabel *number)
{
  const EntScene *scene = picture->scene;
  const EntBox *box = &number->box;

  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *other = &scene->labels[i];
      if (other != number && other->box.x < box->x + box->width && ent_scene_label_get_right (other) > box->x
          && other->box.y < box->y + box->height && other->box.y + other->box.height > box->y)
        return FALSE;
    }
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const EntSceneMark *mark = &scene->marks[i];
      if (mark->x + mark->radius > box->x && mark->x - mark->radius < box->x + box->width
          && mark->y + mark->radius > box->y && mark->y - mark->radius < box->y + box->height)
        return FALSE;
    }
  return box->x >= scene->time_area.x && box->x + box->width <= scene->width;
}

static const EntSceneLabel *
find_label (const EntScene *scene,
            guint32         row)
{
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      if (scene->labels[i].row == row)
        return &scene->labels[i];
    }
  return NULL;
}

/* Marks without words have numbers that run with time, each of which the key tells; none stands on anything. */
static void
test_key (void)
{
  static const double heights[] = { 560.0, 642.5, 900.0, 0.0 };
  g_autoptr (SampleStore) sample = sample_store_new ();
  guint most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      EntExportRequest request = export_sample_request (sample, ENT_EXPORT_SVG);
      g_autoptr (GError) error = NULL;
      float before = 0.0f;

      ent_export_request_set_preset (&request, ENT_PRESET_COLUMN);
      g_assert_true (request.parts & ENT_EXPORT_KEY);
      request.height = heights[i];
      g_autoptr (EntPicture) picture = ent_picture_new (&request, &error);
      g_assert_no_error (error);
      const EntScene *scene = picture->scene;
      g_assert_cmpuint (scene->n_numbered, ==, picture->foot->n_keyed);
      g_assert_cmpfloat (picture->top + scene->height + picture->foot->height, <=, picture->height + 1.0);
      for (gsize number = 1; number <= scene->n_numbered; number++)
        {
          g_autofree char *words = g_strdup_printf ("%" G_GSIZE_FORMAT, number);
          const EntSceneLabel *label = find_label (scene, scene->numbered[number - 1]);
          g_assert_nonnull (label);
          g_assert_cmpstr (label->text, ==, words);
          g_assert_true (stands_clear (picture, label));
          const EntSceneMark *mark = &scene->marks[label->n_marks - 1];
          g_assert_cmpuint (mark->row, ==, label->row);
          g_assert_cmpfloat (mark->x, >=, before);
          before = mark->x;
        }
      most = MAX (most, picture->foot->n_keyed);

      request.parts &= ~ENT_EXPORT_KEY;
      g_autoptr (EntPicture) without = ent_picture_new (&request, NULL);
      g_assert_cmpuint (without->scene->n_numbered, ==, 0);
    }
  g_assert_cmpuint (most, >, 3);
}

/* What stands under a low or narrow picture is in it, and no lane is cut. */
static void
test_low (void)
{
  static const double sizes[][2] = { { 1600, 260 }, { 300, 240 }, { 200, 300 }, { 200, 800 }, { 420, 240 } };
  g_autoptr (SampleStore) sample = sample_store_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
      request.width = sizes[i / 2][0];
      request.height = sizes[i / 2][1];
      request.parts = i % 2 == 0 ? ENT_EXPORT_ALL_PARTS : (EntExportParts) 0;
      g_autoptr (EntPicture) picture = ent_picture_new (&request, &error);
      g_assert_no_error (error);
      g_test_message ("%g × %g", request.width, request.height);
      g_assert_cmpfloat (picture->top + picture->scene->height + picture->foot->height, <=, request.height + 1.0);
      g_assert_cmpfloat (picture->scene->content_height, <=, picture->scene->lane_area.height + 1.0);
    }
}

static char *
dup_svg (const EntExportRequest *request)
{
  g_autoptr (GBytes) bytes = export_sample_bytes (request);
  gsize size;
  const char *svg = g_bytes_get_data (bytes, &size);

  return g_strndup (svg, size);
}

/* What there is no room for is told, and what was not asked for is not. */
static void
test_low_tells (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_SVG);

  request.height = 240.0;
  request.parts = (EntExportParts) (ENT_EXPORT_LEGEND | ENT_EXPORT_SOURCES);
  g_autofree char *low = dup_svg (&request);
  g_assert_nonnull (strstr (low, "No room for: legend, sources"));
  request.parts = ENT_EXPORT_LEGEND;
  g_autofree char *less = dup_svg (&request);
  g_assert_nonnull (strstr (less, "No room for: legend"));
  g_assert_null (strstr (less, "sources"));
  request.height = 0.0;
  g_autofree char *high = dup_svg (&request);
  g_assert_null (strstr (high, "No room for"));
}

/* Lanes stand as a person left them, and those that were hidden are told with their events. */
static void
test_lane_choice (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (sample->index));
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_SVG);
  g_autoptr (EntPicture) plain = ent_picture_new (&request, NULL);
  g_autoptr (EntLaneChoice) choice = ent_lane_choice_new ();
  guint16 hidden = plain->scene->lanes[1].value, folded = plain->scene->lanes[2].value;
  guint16 first = plain->scene->lanes[3].value;

  g_assert_cmpuint (plain->hidden_names->len, ==, 1);
  ent_lane_list_set (choice->hidden, hidden, TRUE);
  ent_lane_list_set (choice->folded, folded, TRUE);
  ent_lane_list_set (choice->order, first, TRUE);
  g_autofree char *words = ent_lane_choice_to_string (choice, ENT_LANES_TOPIC, vocabulary);
  request.lane_choice = words;
  g_autoptr (EntPicture) picture = ent_picture_new (&request, NULL);
  const EntScene *scene = picture->scene;
  g_assert_cmpuint (scene->n_lanes, >, 2);
  g_assert_cmpuint (scene->lanes[1].value, ==, first);
  for (gsize i = 0; i < scene->n_lanes; i++)
    {
      g_assert_cmpuint (scene->lanes[i].value, !=, hidden);
      g_assert_cmpint (scene->lanes[i].folded, ==, scene->lanes[i].value == folded);
    }
  g_autofree char *told = g_strdup_printf ("Lanes hidden by choice, with their events: %s (%u)",
                                           plain->scene->lanes[1].name[0], plain->scene->lanes[1].n_events);
  for (guint paged = 0; paged < 2; paged++)
    {
      request.format = paged ? ENT_EXPORT_PDF : ENT_EXPORT_SVG;
      request.paged = paged > 0;
      g_autoptr (GBytes) bytes = export_sample_bytes (&request);
      const char *argv[] = { paged ? "pdftotext" : "cat", "-", "-", NULL };
      argv[1] = paged ? "-" : NULL;
      g_autofree char *text = export_sample_run (argv, bytes);
      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, told));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/key", test_key);
  g_test_add_func ("/picture/low", test_low);
  g_test_add_func ("/picture/low-tells", test_low_tells);
  g_test_add_func ("/picture/lane-choice", test_lane_choice);
  return g_test_run ();
}
