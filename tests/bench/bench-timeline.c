/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the timeline: layout and drawing of frames while it is panned, zoomed and filtered. Prints one line of
 * JSON. Times are of the processor, so that others at work on the machine do not count. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "bench-store.h"
#include "draw/draw-scene.h"
#include "layout/scene-basis.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define FILTER_FRAMES 200
#define PAN_PIXELS 11.0

/* Days in view, 0 for all. */
static const double ranges[] = { 0.0, 3652.0, 365.0, 30.0 };

typedef struct
{
  EntEventStore *store;
  EntFilterIndex *index;
  EntFilter *filter;
  EntRowSet *rows;
  EntSceneBasis *basis;
  EntText *text;
  cairo_surface_t *surface;
  EntLaneMode lanes;
  int width, height;
} Bench;

typedef struct
{
  double median, p95, p99;
} Figures;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static EntSceneRequest
get_request (const Bench  *self,
             EntTimeScale  scale)
{
  return (EntSceneRequest) {
    .index = self->index,
    .filter = self->filter,
    .rows = self->rows,
    .scale = scale,
    .width = self->width,
    .height = self->height,
    .lanes = self->lanes,
    .selected = ENT_ROW_NONE,
    .today = ent_day_from_ymd (2020, 1, 1),
    .overview = TRUE,
    .measure = ent_text_get_measure (self->text),
    .basis = self->basis,
  };
}

static void
draw_frame (Bench        *self,
            EntTimeScale  scale)
{
  EntSceneRequest request = get_request (self, scale);
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  cairo_t *cr = cairo_create (self->surface);

  ent_draw_scene (cr, scene, ent_style_get (ENT_THEME_LIGHT), self->text);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

static void
renew_basis (Bench *self)
{
  self->basis = ent_scene_basis_new_after (g_steal_pointer (&self->basis), self->index, self->filter, self->rows,
                                           self->lanes);
}

static double
get_time_width (const Bench *self)
{
  EntSceneRequest request = get_request (self, (EntTimeScale) { 0.0, 1.0 });

  return self->width - ent_scene_get_name_width (&request);
}

static EntTimeScale
get_scale (const Bench *self,
           double       days)
{
  EntTimeScale all = ent_time_scale_fit_history (self->basis->first, self->basis->last, get_time_width (self));

  if (days <= 0.0)
    return all;
  return ent_time_scale_zoom (all, get_time_width (self) * 0.6, all.days_per_pixel * get_time_width (self) / days);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static Figures
get_figures (GArray *times)
{
  const double *all = (const double *) (gpointer) times->data;
  guint n = times->len;

  g_array_sort (times, compare_times);
  return (Figures) { all[n / 2], all[MIN (n - 1, n * 95 / 100)], all[MIN (n - 1, n * 99 / 100)] };
}

static void
keep_worse (Figures *worst,
            Figures  figures)
{
  if (figures.p99 > worst->p99)
    *worst = figures;
}

/* To and fro, some pixels a frame. */
static Figures
bench_pan (Bench  *self,
           double  days,
           guint   n_frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  EntTimeScale scale = get_scale (self, days);

  for (guint i = 0; i < n_frames; i++)
    {
      double begin = now_ms ();
      scale = ent_time_scale_pan (scale, i % n_frames < n_frames / 2 ? PAN_PIXELS : -PAN_PIXELS);
      draw_frame (self, scale);
      double time = now_ms () - begin;
      g_array_append_val (times, time);
    }
  return get_figures (times);
}

/* Closer and away again about a place, up to four times either way. */
static Figures
bench_zoom (Bench  *self,
            double  days,
            guint   n_frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  EntTimeScale middle = get_scale (self, days);

  for (guint i = 0; i < n_frames; i++)
    {
      double begin = now_ms ();
      double factor = pow (4.0, sin (2.0 * G_PI * i / n_frames));
      draw_frame (self, ent_time_scale_zoom (middle, get_time_width (self) * 0.4, factor));
      double time = now_ms () - begin;
      g_array_append_val (times, time);
    }
  return get_figures (times);
}

/* A topic more or less: the rows, the counts of all facets, and the new frame. */
static Figures
bench_filter (Bench *self,
              GRand *random,
              guint  n_frames)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (EntFilter) before = ent_filter_ref (self->filter);
  EntTimeScale scale = get_scale (self, 0.0);
  guint n_topics = ent_vocabulary_get_n_topics (ent_event_store_get_vocabulary (self->store));

  for (guint i = 0; i < n_frames; i++)
    {
      guint topic = (guint) g_rand_int_range (random, 0, (gint32) n_topics);
      double begin = now_ms ();
      gboolean excluded = ent_filter_has_excluded (self->filter, ENT_FACET_TOPIC, topic);
      EntFilter *next = ent_filter_with_excluded (self->filter, ENT_FACET_TOPIC, topic, !excluded);
      ent_filter_unref (self->filter);
      self->filter = next;
      ent_row_set_unref (self->rows);
      self->rows = ent_filter_index_run (self->index, self->filter);
      for (guint facet = 0; facet < ENT_N_FACETS; facet++)
        {
          guint n_values;
          g_free (ent_filter_index_count (self->index, self->filter, (EntFilterFacet) facet, &n_values));
        }
      renew_basis (self);
      draw_frame (self, scale);
      double time = now_ms () - begin;
      g_array_append_val (times, time);
    }
  ent_filter_unref (self->filter);
  self->filter = g_steal_pointer (&before);
  ent_row_set_unref (self->rows);
  self->rows = ent_filter_index_run (self->index, self->filter);
  renew_basis (self);
  return get_figures (times);
}

static double
get_rss_mb (void)
{
  g_autofree char *text = NULL;
  guint64 pages[2] = { 0 };

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL)
      && sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &pages[0], &pages[1]) != 2)
    pages[1] = 0;
  return (double) pages[1] * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static void
print_figures (const char *name,
               Figures     figures)
{
  g_print ("\"%s\":{\"median\":%.2f,\"p95\":%.2f,\"p99\":%.2f},", name, figures.median, figures.p95, figures.p99);
}

static void
ask (Bench *self)
{
  g_autoptr (EntFilter) all = ent_filter_new ();
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  guint16 sides[2];

  ent_vocabulary_find_actor (vocabulary, "CN", &sides[0]);
  ent_vocabulary_find_actor (vocabulary, "US", &sides[1]);
  self->filter = ent_filter_with_between (all, sides, 2, FALSE);
  self->rows = ent_filter_index_run (self->index, self->filter);
}

/* The worst figures of all scenes. */
typedef struct
{
  Figures pan, zoom, filter;
} Worst;

static Worst
run (Bench    *self,
     GRand    *random,
     guint     n_frames,
     gboolean  verbose)
{
  Worst worst = { 0 };

  for (guint lanes = 0; lanes < ENT_N_LANE_MODES; lanes++)
    {
      self->lanes = (EntLaneMode) lanes;
      renew_basis (self);
      for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
        {
          Figures panned = bench_pan (self, ranges[i], n_frames);
          Figures zoomed = bench_zoom (self, ranges[i], n_frames);
          keep_worse (&worst.pan, panned);
          keep_worse (&worst.zoom, zoomed);
          if (verbose)
            g_printerr ("lanes %u, %5.0f days: pan %.2f %.2f %.2f, zoom %.2f %.2f %.2f\n", lanes, ranges[i],
                        panned.median, panned.p95, panned.p99, zoomed.median, zoomed.p95, zoomed.p99);
        }
      Figures filtered = bench_filter (self, random, MIN (n_frames, FILTER_FRAMES));
      keep_worse (&worst.filter, filtered);
      if (verbose)
        g_printerr ("lanes %u, filter %.2f %.2f %.2f\n", lanes, filtered.median, filtered.p95, filtered.p99);
    }
  return worst;
}

static double
build_store (Bench   *self,
             guint    n_events,
             guint32  seed,
             gsize   *text_bytes)
{
  double begin = now_ms ();

  self->store = bench_store_new (n_events, seed, text_bytes);
  double time = now_ms () - begin;
#ifdef __GLIBC__
  /* What it took to make the store is not what it takes to hold it. */
  malloc_trim (0);
#endif
  self->text = ent_text_new (NULL, 0.0, 1.0);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    ent_text_get_layout (self->text, (EntTextRole) role, "Text 文字");
  return time;
}

static void
show_first (Bench    *self,
            gboolean  verbose)
{
  double ready = now_ms ();
  self->index = ent_filter_index_new (self->store);
  double indexed = now_ms ();
  ask (self);
  double asked = now_ms ();
  renew_basis (self);
  double told = now_ms ();
  draw_frame (self, get_scale (self, 0.0));
  if (verbose)
    g_printerr ("first scene: bitmaps %.1f, question %.1f, what scenes share %.1f, picture %.1f\n", indexed - ready,
                asked - indexed, told - asked, now_ms () - told);
}

static void
clear (Bench *self)
{
  cairo_surface_destroy (self->surface);
  ent_scene_basis_unref (self->basis);
  ent_text_free (self->text);
  ent_row_set_unref (self->rows);
  ent_filter_unref (self->filter);
  ent_filter_index_unref (self->index);
  ent_event_store_unref (self->store);
}

/* The same with another number of events, to tell how much frames cost with their number. */
static Worst
run_small (Bench    *measured,
           guint     n_events,
           guint32   seed,
           guint     n_frames,
           gboolean  verbose)
{
  Bench self = { .width = measured->width, .height = measured->height };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  gsize text_bytes;

  build_store (&self, n_events, seed, &text_bytes);
  show_first (&self, verbose);
  Worst worst = run (&self, random, n_frames, verbose);
  clear (&self);
  return worst;
}

int
main (int    argc,
      char **argv)
{
  int n_events = 100000, against = 0, seed = 1, n_frames = 600;
  g_autofree char *size = NULL;
  gboolean verbose = FALSE;
  const GOptionEntry entries[] = {
    { "events", 0, 0, G_OPTION_ARG_INT, &n_events, "How many events", "N" },
    { "against", 0, 0, G_OPTION_ARG_INT, &against, "Tell how many times as long frames take as with so many", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Of what is random", "S" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Of the picture in pixels", "WxH" },
    { "frames", 0, 0, G_OPTION_ARG_INT, &n_frames, "Frames a scene", "N" },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "Tell of each scene on standard error", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Bench self = { .width = 1600, .height = 900 };
  Worst small = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (size != NULL && sscanf (size, "%dx%d", &self.width, &self.height) != 2) || n_events < 1 || n_frames < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-timeline: wrong size or number");
      return 2;
    }

  if (against > 0)
    small = run_small (&self, (guint) against, (guint32) seed, (guint) n_frames, verbose);

  gsize text_bytes;
  double built = build_store (&self, (guint) n_events, (guint32) seed, &text_bytes);
  double ready = now_ms ();
  show_first (&self, verbose);
  double shown = now_ms ();

  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) seed);
  g_print ("{\"events\":%d,\"build_ms\":%.1f,\"first_scene_ms\":%.1f,", n_events, built, shown - ready);
  Worst worst = run (&self, random, (guint) n_frames, verbose);
  print_figures ("pan", worst.pan);
  print_figures ("zoom", worst.zoom);
  print_figures ("filter", worst.filter);
  if (against > 0)
    g_print ("\"against\":{\"events\":%d,\"pan_p99\":%.2f,\"zoom_p99\":%.2f,\"pan\":%.2f,\"zoom\":%.2f},", against,
             small.pan.p99, small.zoom.p99, worst.pan.p99 / small.pan.p99, worst.zoom.p99 / small.zoom.p99);
  double text_mb = text_bytes / 1e6;
  g_print ("\"rss_mb\":%.1f,\"text_mb\":%.1f}\n", get_rss_mb () - text_mb, text_mb);
  clear (&self);
  return EXIT_SUCCESS;
}
