/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uses the real window as a reader does and tells what its frames cost and how long its main loop ever was away:
 * from its start over an import to panning, zooming, filtering, selecting, another relationship and every view.
 * Prints a line of JSON a phase. Without files it reads made-up statements; --import names what comes in while the
 * timeline moves. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-folder.h"
#include "bench-statements.h"
#include "frame-watch.h"
#include "ui/application.h"
#include "ui/export-job.h"
#include "ui/window-private.h"

#define WAIT_SECONDS 1200
#define N_STARTS 5
#define WIDTH 1600
#define HEIGHT 900

typedef struct _Bench Bench;

/* One frame of a phase, numbered from 0. */
typedef void (*StepFunc) (Bench *self,
                          guint i);

struct _Bench
{
  EntApplication *application;
  EntWindow *window;
  EntSession *session;
  GtkWidget *timeline;
  FrameWatch *watch;
  const char *only; /* the phase to run alone; NULL for all of them */
  StepFunc step;
  guint at, n;
};

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the main loop run until something is so. */
static void
wait_until (Bench *self,
            gboolean (*is_so) (Bench *self))
{
  gint64 until = g_get_monotonic_time () + WAIT_SECONDS * G_TIME_SPAN_SECOND;
  guint source = g_timeout_add (20, wake_up, NULL);

  while (!is_so (self))
    {
      if (g_get_monotonic_time () > until)
        g_error ("bench-window: did not come");
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

static void
pause_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  guint source = g_timeout_add (20, wake_up, NULL);

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static gboolean
is_open (Bench *self)
{
  return ent_session_get_index (self->session) != NULL && !ent_session_get_busy (self->session)
         && gtk_widget_get_width (self->timeline) > 0;
}

static gboolean
is_mapped (Bench *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->window));
}

static gboolean
is_stepped (Bench *self)
{
  return self->at >= self->n;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Bench *self = data;

  if (self->at >= self->n)
    return G_SOURCE_REMOVE;
  self->step (self, self->at);
  self->at++;
  return G_SOURCE_CONTINUE;
}

static void
start_steps (Bench    *self,
             StepFunc  step,
             guint     n)
{
  self->step = step;
  self->at = 0;
  self->n = n;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), on_tick, self, NULL);
}

/* Takes a step a frame, and tells what the frames cost. */
static void
run_phase (Bench      *self,
           const char *name,
           StepFunc    step,
           guint       n)
{
  if (self->only != NULL && !g_str_equal (name, self->only))
    return;
  pause_for (400);
  frame_watch_begin (self->watch);
  start_steps (self, step, n);
  wait_until (self, is_stepped);
  pause_for (400);
  frame_watch_end (self->watch, name);
}

/* Steps */

static void
pan (Bench *self,
     guint  i)
{
  gtk_widget_activate_action (self->timeline, "timeline.pan", "i", i % 120 < 60 ? 23 : -23);
}

static void
zoom (Bench *self,
      guint  i)
{
  if (i % 8 == 0)
    gtk_widget_activate_action (self->timeline, i % 160 < 80 ? "timeline.zoom-in" : "timeline.zoom-out", NULL);
}

static void
filter (Bench *self,
        guint  i)
{
  guint n_topics = ent_vocabulary_get_n_topics (ent_session_get_vocabulary (self->session));

  if (i % 4 == 0)
    ent_session_toggle_shown (self->session, ENT_FACET_TOPIC, (i / 4) % n_topics);
}

static void
type_words (Bench *self,
            guint  i)
{
  static const char words[] = "trade";
  guint length = (i / 6) % (sizeof words);
  g_autofree char *typed = g_strndup (words, length);

  if (i % 6 == 0)
    ent_session_search (self->session, length > 0 ? typed : NULL);
}

static void
select_next (Bench *self,
             guint  i)
{
  if (i % 6 == 0)
    ent_session_step (self->session, 1);
}

static void
relate (Bench *self,
        guint  i)
{
  GArray *relationships = ent_session_get_relationships (self->session);

  if (i % 12 != 0)
    return;
  guint which = (i / 12) % (relationships->len + 1);
  if (which == 0)
    ent_session_set_between (self->session, NULL, 0);
  else
    ent_session_set_between (self->session, g_array_index (relationships, EntRelationship, which - 1).actors, 2);
}

static void
change_lanes (Bench *self,
              guint  i)
{
  static const char * const modes[] = { "kind", "actor", "issuer", "none", "topic" };

  if (i % 12 == 0)
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "lanes",
                                    g_variant_new_string (modes[(i / 12) % G_N_ELEMENTS (modes)]));
}

/* Phases */

static void
open_files (Bench              *self,
            const char * const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  ent_window_open (self->window, (GFile **) files->pdata, (int) files->len);
}

static void
measure_opening (Bench              *self,
                 const char * const *paths)
{
  gint64 begin = g_get_monotonic_time ();

  frame_watch_begin (self->watch);
  open_files (self, paths);
  wait_until (self, is_open);
  g_print ("{\"phase\":\"opened\",\"statements\":%u,\"events\":%u,\"wall_ms\":%.0f}\n",
           ent_event_store_get_n_statements (ent_session_get_store (self->session)),
           ent_event_store_get_n_events (ent_session_get_store (self->session)),
           (double) (g_get_monotonic_time () - begin) / 1e3);
  pause_for (500);
  frame_watch_end (self->watch, "open");
}

static void
measure_import (Bench      *self,
                const char *path)
{
  pause_for (300);
  frame_watch_begin (self->watch);
  open_files (self, (const char *[]) { path, NULL });
  start_steps (self, pan, G_MAXUINT);
  wait_until (self, is_open);
  self->n = 0;
  g_print ("{\"phase\":\"imported\",\"statements\":%u,\"events\":%u}\n",
           ent_event_store_get_n_statements (ent_session_get_store (self->session)),
           ent_event_store_get_n_events (ent_session_get_store (self->session)));
  pause_for (500);
  frame_watch_end (self->watch, "import");
}

/* Exports */

/* A document of all that is held, on sheets of paper, made while the timeline moves. */
typedef struct
{
  Bench *bench;
  gint *permille;
  gboolean done;
  GError *error;
} Export;

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Export *export = data;
  g_autoptr (GBytes) none = ent_export_job_run_finish (result, &export->error);

  export->done = TRUE;
}

static void
start_export (Export       *export,
              GFile        *file,
              GCancellable *cancellable)
{
  EntExportJob *job = ent_export_job_new (export->bench->session);

  export->done = FALSE;
  job->request.format = ENT_EXPORT_PDF;
  ent_export_request_set_page (&job->request, "A4");
  export->permille = ent_export_job_share_progress (job);
  ent_export_job_run_async (job, file, cancellable, on_exported, export);
  start_steps (export->bench, pan, G_MAXUINT);
}

static void
end_export (Export *export)
{
  export->bench->n = 0;
  g_clear_pointer (&export->permille, g_atomic_rc_box_release);
  pause_for (300);
}

static GBytes *
load_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  if (bytes == NULL)
    g_error ("bench-window: %s", error->message);
  return bytes;
}

/* Each page of a PDF is an object that names itself. */
static guint
count_pages (GBytes *bytes)
{
  static const char sign[] = "/Type /Page ";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (const char *p = data; (p = memmem (p, size - (gsize) (p - data), sign, strlen (sign))) != NULL; p++)
    n++;
  return n;
}

/* One that is stopped half-way leaves the file as it was. */
static void
measure_stopped_export (Export *export,
                        GFile  *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) before = load_file (file);

  frame_watch_begin (export->bench->watch);
  start_export (export, file, cancellable);
  while (!export->done && g_atomic_int_get (export->permille) < 500)
    g_main_context_iteration (NULL, TRUE);
  gint64 begin = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  while (!export->done)
    g_main_context_iteration (NULL, TRUE);
  double stopped = (double) (g_get_monotonic_time () - begin) / 1e3;
  gboolean was_stopped = g_error_matches (export->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autoptr (GBytes) after = load_file (file);
  end_export (export);
  frame_watch_end (export->bench->watch, "export, stopped");
  g_print ("{\"phase\":\"export, stopped\",\"stopped\":%s,\"stopped_ms\":%.0f,\"file_as_before\":%s}\n",
           was_stopped ? "true" : "false", stopped, g_bytes_equal (before, after) ? "true" : "false");
  g_clear_error (&export->error);
}

static void
measure_export (Bench *self)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("bench-window-XXXXXX.pdf", &stream, NULL);
  Export export = { .bench = self };

  if (self->only != NULL && !g_str_equal (self->only, "export"))
    return;
  gint64 begin = g_get_monotonic_time ();
  frame_watch_begin (self->watch);
  start_export (&export, file, NULL);
  while (!export.done)
    g_main_context_iteration (NULL, TRUE);
  if (export.error != NULL)
    g_error ("bench-window: %s", export.error->message);
  double took = (double) (g_get_monotonic_time () - begin) / 1e3;
  end_export (&export);
  frame_watch_end (self->watch, "export");
  g_autoptr (GBytes) bytes = load_file (file);
  g_print ("{\"phase\":\"export\",\"pages\":%u,\"wall_ms\":%.0f,\"mb\":%.1f}\n", count_pages (bytes), took,
           (double) g_bytes_get_size (bytes) / 1e6);
  measure_stopped_export (&export, file);
  g_file_delete (file, NULL, NULL);
}

static void
measure_views (Bench *self)
{
  static const char * const views[] = { "list", "statements", "insights", "formulas", "timeline" };

  if (self->only != NULL && !g_str_equal (self->only, "views"))
    return;
  for (guint i = 0; i < 2 * G_N_ELEMENTS (views); i++)
    {
      const char *view = views[i % G_N_ELEMENTS (views)];
      g_autofree char *phase = g_strdup_printf ("view %s, %s time", view, i < G_N_ELEMENTS (views) ? "first" : "second");

      frame_watch_begin (self->watch);
      g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
      pause_for (700);
      frame_watch_end (self->watch, phase);
    }
}

/* Memory of the process that is its own and not of a library's file, and all of it; in MB. What reading took for a
 * while is given back a little after it. */
static void
print_memory (void)
{
  pause_for (3000);
  g_autofree char *status = NULL;
  gulong all = 0, own = 0;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return;
  const char *line = strstr (status, "VmRSS:");
  if (line != NULL)
    all = strtoul (line + strlen ("VmRSS:"), NULL, 10);
  line = strstr (status, "RssAnon:");
  if (line != NULL)
    own = strtoul (line + strlen ("RssAnon:"), NULL, 10);
  g_print ("{\"phase\":\"memory\",\"rss_mb\":%.0f,\"own_mb\":%.0f}\n", (double) all / 1e3, (double) own / 1e3);
}

static EntApplication *
start_application (void)
{
  EntApplication *application = ent_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("bench-window: %s", error->message);
  return application;
}

static void
open_window (Bench *self)
{
  self->application = start_application ();
  self->window = ENT_WINDOW (ent_window_new (ADW_APPLICATION (self->application), NULL));
  self->session = ent_window_get_session (self->window);
  self->timeline = GTK_WIDGET (self->window->timeline);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
close_window (Bench *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  pause_for (100);
  g_object_unref (self->application);
}

/* The first frame */

static void
on_first_frame (gboolean *drawn)
{
  *drawn = TRUE;
}

/* A program that shows its window, and the file's timeline if one is named, and prints when it had. */
static int
run_start (const char *path)
{
  Bench self = { 0 };
  gboolean drawn = FALSE;
  struct timespec processor;

  open_window (&self);
  if (path != NULL)
    {
      open_files (&self, (const char *[]) { path, NULL });
      wait_until (&self, is_open);
    }
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self.window)), "after-paint",
                            G_CALLBACK (on_first_frame), &drawn);
  gtk_widget_queue_draw (GTK_WIDGET (self.window));
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &processor);
  g_print ("%" G_GINT64_FORMAT " %.1f\n", g_get_monotonic_time (),
           (double) processor.tv_sec * 1e3 + (double) processor.tv_nsec / 1e6);
  return EXIT_SUCCESS;
}

/* From nothing to the first frame, in milliseconds, and how much of a processor it took. */
static double
time_start (const char *program,
            const char *path,
            double     *processor_ms)
{
  const char *argv[] = { program, "--first-frame", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("bench-window: %s", error->message);
  char *rest = NULL;
  gint64 drawn = g_ascii_strtoll (output, &rest, 10);
  *processor_ms = MIN (*processor_ms, g_ascii_strtod (rest, NULL));
  return (double) (drawn - begin) / 1e3;
}

/* The quickest of some, as others' work only ever makes it slower. */
static void
measure_start (const char *program,
               const char *path)
{
  double best = G_MAXDOUBLE, processor = G_MAXDOUBLE;

  for (guint i = 0; i < N_STARTS; i++)
    {
      double took = time_start (program, path, &processor);

      best = MIN (best, took);
    }
  g_print ("{\"phase\":\"%s\",\"first_frame_ms\":%.0f,\"processor_ms\":%.0f}\n",
           path != NULL ? "start with a file" : "start", best, processor);
}

static void
use_window (const char * const *paths,
            const char         *import,
            const char         *only)
{
  Bench self = { .only = only };

  open_window (&self);
  wait_until (&self, is_mapped);
  self.watch = frame_watch_new (GTK_WIDGET (self.window));
  pause_for (500);
  measure_opening (&self, paths);
  if (import != NULL)
    measure_import (&self, import);
  print_memory ();
  run_phase (&self, "pan", pan, 360);
  run_phase (&self, "zoom", zoom, 480);
  run_phase (&self, "filter", filter, 480);
  ent_session_clear_filter (self.session);
  run_phase (&self, "words", type_words, 240);
  run_phase (&self, "select", select_next, 240);
  run_phase (&self, "relationship", relate, 120);
  run_phase (&self, "lanes", change_lanes, 120);
  measure_views (&self);
  measure_export (&self);
  print_memory ();
  g_clear_pointer (&self.watch, frame_watch_free);
  close_window (&self);
}

int
main (int    argc,
      char **argv)
{
  int n_statements = 2000;
  gboolean first_frame = FALSE;
  g_autofree char *import = NULL, *only = NULL;
  const GOptionEntry entries[] = {
    { "statements", 0, 0, G_OPTION_ARG_INT, &n_statements, "How many statements are made up", "N" },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &import, "What comes in while the timeline moves", "FILE" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Run a phase alone", "PHASE" },
    { "first-frame", 0, 0, G_OPTION_ARG_NONE, &first_frame, "Only tell when the first frame was drawn", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE…]");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || n_statements < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-window: wrong number");
      return 2;
    }
  if (first_frame)
    return run_start (argv[1]);

  if (only == NULL || g_str_equal (only, "start"))
    measure_start (argv[0], NULL);
  if (argc > 1)
    {
      if (only == NULL || g_str_equal (only, "start"))
        measure_start (argv[0], argv[1]);
      use_window ((const char * const *) argv + 1, import, only);
      return EXIT_SUCCESS;
    }
  g_autofree char *first = bench_folder_make_file ("first.jsonl");
  g_autofree char *rest = bench_folder_make_file ("rest.jsonl");
  bench_statements_write (first, 0, (guint) n_statements / 2, 1);
  bench_statements_write (rest, (guint) n_statements / 2, (guint) (n_statements - n_statements / 2), 1);
  use_window ((const char *[]) { first, NULL }, rest, only);
  bench_folder_remove ();
  return EXIT_SUCCESS;
}
