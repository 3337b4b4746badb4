/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "layout/ticks.h"

#define WIDTH 1000.0

static void
measure (EntTextRole  role,
         const char  *text,
         double      *width,
         double      *height,
         gpointer     data)
{
  *width = g_utf8_strlen (text, -1) * (role == ENT_TEXT_TICK_MAJOR ? 8.0 : 6.0);
  *height = 14.0;
}

static GArray *
new_ticks (EntTimeScale  scale,
           GStringChunk *strings)
{
  EntTickRequest request = { .scale = scale, .area = { 0.0, 0.0, WIDTH, 40.0 }, .measure = { measure, NULL } };
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (EntSceneTick));

  ent_ticks_append (&request, strings, ticks);
  return ticks;
}

/* The labels of a tier, joined: what one reads along the axis. */
static char *
join (const GArray *ticks,
      gboolean      major)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const EntSceneTick *tick = &g_array_index (ticks, EntSceneTick, i);
      if (tick->major != major || tick->text == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, " | ");
      g_string_append (text, tick->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  gint32 year;
  guint month, day;
  double days; /* in view */
  const char *major;
  const char *minor_start; /* what the minor labels begin with */
} TickCase;

static const TickCase cases[] = {
  { 2024, 4, 2, 0.02, "2 April 2024", "00:00 | 00:05 | 00:10" },
  { 2024, 4, 2, 1.0, "2 April 2024", "00:00 | 03:00 | 06:00" },
  { 2024, 2, 28, 4.0, "28 February 2024 | 29 February 2024 | 1 March 2024 | 2 March 2024", "00:00 | 06:00" },
  { 2024, 4, 1, 45.0, "April 2024 | May 2024", "1 | 5 | 10 | 15 | 20 | 25 | 1 | 5 | 10" },
  { 2024, 1, 1, 366.0, "2024", "Jan | Feb | Mar | Apr" },
  { 2022, 7, 1, 1500.0, "2022 | 2023 | 2024 | 2025 | 2026", "Jul | Oct | Jan | Apr" },
  { 1990, 1, 1, 9000.0, "1990s | 2000s | 2010s", "1990 | 1992 | 1994" },
  { 1800, 1, 1, 91300.0, "1800s | 1900s | 2000s", "1800 | 1820 | 1840" },
  { -469, 1, 1, 14600.0, "470–461 BC | 460–451 BC | 450–441 BC | 440–431 BC", "470 BC | 465 BC | 460 BC" },
  { -399, 1, 1, 219000.0, "400–301 BC | 300–201 BC | 200–101 BC | 100–1 BC | 1–99 | 100s", "400 BC | 350 BC | 300 BC" },
  { -999, 1, 1, 730000.0, "1000–1 BC | 1–999", "1000 BC | 800 BC" },
  { 1950, 1, 1, 27300.0, "1950s | 1960s | 1970s | 1980s | 1990s | 2000s | 2010s | 2020s", "1950 | 1955 | 1960" },
};

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
      const TickCase *tick_case = &cases[i];
      EntDay day = ent_day_from_ymd (tick_case->year, tick_case->month, tick_case->day);
      g_autoptr (GArray) ticks = new_ticks ((EntTimeScale) { day, tick_case->days / WIDTH }, strings);
      g_autofree char *major = join (ticks, TRUE);
      g_autofree char *minor = join (ticks, FALSE);

      g_test_message ("%s || %s", major, minor);
      g_assert_cmpstr (major, ==, tick_case->major);
      g_assert_true (g_str_has_prefix (minor, tick_case->minor_start));
    }
}

/* 1 BC is followed by AD 1; there is no year 0 to stand at. */
static void
test_before_christ (void)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  EntTimeScale scale = { ent_day_from_ymd (-299, 1, 1), 600.0 * 365.2425 / WIDTH };
  g_autoptr (GArray) ticks = new_ticks (scale, strings);
  g_autofree char *minor = join (ticks, FALSE);
  EntDay first_of_era = ent_day_from_ymd (1, 1, 1);
  gboolean has_era = FALSE;

  g_test_message ("%s", minor);
  g_assert_nonnull (strstr (minor, "100 BC | "));
  g_assert_null (strstr (minor, "| 0 |"));
  for (guint i = 0; i < ticks->len; i++)
    {
      const EntSceneTick *tick = &g_array_index (ticks, EntSceneTick, i);
      has_era = has_era || fabs (tick->x - ent_time_scale_to_x (scale, first_of_era)) < 1e-6;
      if (tick->text != NULL && g_str_equal (tick->text, "100 BC"))
        g_assert_cmpfloat_with_epsilon (tick->x, ent_time_scale_to_x (scale, ent_day_from_ymd (-99, 1, 1)), 1e-6);
    }
  g_assert_true (has_era);
}

/* At whatever scale and time: labels stay in the axis, apart from each other, and some are there. */
static void
test_no_overlap (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
      double most = log (ENT_SCALE_MAX_DAYS_PER_PIXEL);
      double least = log (ENT_SCALE_MIN_DAYS_PER_PIXEL);
      EntTimeScale scale = { g_test_rand_double_range (-2000000.0, 1000000.0),
                             exp (g_test_rand_double_range (least, most)) };
      g_autoptr (GArray) ticks = new_ticks (scale, strings);
      double right[2] = { 0.0, 0.0 };
      guint n_labels = 0;

      for (guint j = 0; j < ticks->len; j++)
        {
          const EntSceneTick *tick = &g_array_index (ticks, EntSceneTick, j);
          g_assert_cmpfloat (tick->x, <=, WIDTH);
          if (tick->text == NULL)
            continue;
          n_labels++;
          g_assert_cmpfloat (tick->box.x, >, right[tick->major]);
          right[tick->major] = tick->box.x + tick->box.width;
          g_assert_cmpfloat (right[tick->major], <=, WIDTH);
        }
      g_assert_cmpuint (n_labels, >, 0);
      g_assert_cmpuint (ticks->len, <, 200);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/labels", test_labels);
  g_test_add_func ("/ticks/before-christ", test_before_christ);
  g_test_add_func ("/ticks/no-overlap", test_no_overlap);
  return g_test_run ();
}
