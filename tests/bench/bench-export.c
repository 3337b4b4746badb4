/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long files take and how large they are: pictures of a long history at overview, and its events in words.
 *
 *     bench-export --events=N --seed=S --size=WxH --words=N
 *
 * Prints one JSON line: milliseconds, of the processor and of the clock, and bytes for each, pages of the document, and
 * the most memory held. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "bench-store.h"
#include "export/export-request.h"

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

static guint
count_pages (const char *data,
             gsize       size)
{
  static const char mark[] = "/Type /Page ";
  guint n = 0;

  for (const char *p = data; (p = memmem (p, size - (gsize) (p - data), mark, sizeof mark - 1)) != NULL; p++)
    n++;
  return n;
}

/* The whole file goes to disk, as it does for people. */
static void
measure (const EntExportRequest *request,
         const char             *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp (NULL, &stream, &error);
  g_autofree char *data = NULL;
  gsize size;

  if (file == NULL)
    g_error ("%s", error->message);
  double cpu = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  double wall = read_clock (CLOCK_MONOTONIC);
  if (!ent_export_to_file (request, file, NULL, &error))
    g_error ("%s", error->message);
  cpu = read_clock (CLOCK_PROCESS_CPUTIME_ID) - cpu;
  wall = read_clock (CLOCK_MONOTONIC) - wall;
  double peak = get_peak_mb ();
  if (!g_file_load_contents (file, NULL, &data, &size, NULL, &error))
    g_error ("%s", error->message);
  g_print ("\"%s\":{\"cpu_ms\":%.0f,\"wall_ms\":%.0f,\"bytes\":%" G_GSIZE_FORMAT ",\"peak_mb\":%.0f", name, cpu, wall,
           size, peak);
  if (request->paged)
    g_print (",\"pages\":%u", count_pages (data, size));
  g_print ("}");
  g_file_delete (file, NULL, NULL);
}

static void
measure_pictures (EntEventStore *store,
                  double         width,
                  double         height)
{
  static const struct
  {
    EntExportFormat format;
    const char *name;
  } formats[] = { { ENT_EXPORT_PNG, "png" }, { ENT_EXPORT_SVG, "svg" }, { ENT_EXPORT_PDF, "pdf" } };
  g_autoptr (EntFilterIndex) index = ent_filter_index_new (store);
  g_autoptr (EntFilter) filter = ent_filter_new ();
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      EntExportRequest request = { .index = index, .filter = filter, .rows = rows, .format = formats[i].format,
                                   .width = width, .height = height, .pixel_scale = 1.0, .title = "Benchmark",
                                   .as_of = ENT_DAY_OPEN_START };
      g_print (i > 0 ? "," : "");
      measure (&request, formats[i].name);
    }
}

static void
measure_words (guint n_events,
               int   seed)
{
  g_autoptr (EntEventStore) store = bench_store_new_told (n_events, (guint32) seed);
  g_autoptr (EntFilterIndex) index = ent_filter_index_new (store);
  g_autoptr (EntFilter) filter = ent_filter_new ();
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);
  EntExportRequest request = { .index = index, .filter = filter, .rows = rows, .format = ENT_EXPORT_PDF,
                               .pixel_scale = 1.0, .title = "Benchmark", .as_of = ENT_DAY_OPEN_START };

  ent_export_request_set_page (&request, "A4");
  measure (&request, "words");
}

int
main (int    argc,
      char **argv)
{
  int n_events = 1000000, seed = 1, n_words = 20000, width = 7680, height = 2160;
  g_autofree char *size = NULL;
  const GOptionEntry entries[] = {
    { "events", 0, 0, G_OPTION_ARG_INT, &n_events, "Events of the pictures", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Of what is random", "S" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Of the pictures in pixels", "WxH" },
    { "words", 0, 0, G_OPTION_ARG_INT, &n_words, "Events of the document", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize text_bytes;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2) || n_events < 1 || n_words < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-export: wrong size or number");
      return 2;
    }
  g_print ("{\"events\":%d,\"words_events\":%d,", n_events, n_words);
  measure_words ((guint) n_words, seed);
  g_print (",");
  g_autoptr (EntEventStore) store = bench_store_new ((guint) n_events, (guint32) seed, &text_bytes);
  measure_pictures (store, width, height);
  g_print ("}\n");
  return EXIT_SUCCESS;
}
