/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export-request.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "draw/draw-scene.h"
#include "export-sample.h"
#include "export/page-breaks.h"
#include "export/pdf-pages.h"
#include "export/picture.h"
#include "export/svg-writer.h"

static guint32
read_be32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* The same request gives the same bytes. */
static void
test_same_bytes (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();

  for (guint format = 0; format < ENT_N_EXPORT_FORMATS; format++)
    {
      EntExportRequest request = export_sample_request (sample, (EntExportFormat) format);
      g_autoptr (GBytes) first = export_sample_bytes (&request);
      g_autoptr (GBytes) second = export_sample_bytes (&request);
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* Size and resolution stand in the header, the latter in pixels a metre. */
static void
test_png_header (void)
{
  static const struct
  {
    double scale, dpi;
    gboolean transparent;
    guint width, height, per_metre, colour_type;
  } cases[] = {
    { 1.0, 0.0, FALSE, 1200, 800, 3780, 2 },
    { 2.0, 0.0, TRUE, 2400, 1600, 7559, 6 },
    { 1.5, 300.0, FALSE, 1800, 1200, 11811, 2 },
  };
  g_autoptr (SampleStore) sample = sample_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
      gsize size;
      request.pixel_scale = cases[i].scale;
      request.dpi = cases[i].dpi;
      request.transparent = cases[i].transparent;
      g_autoptr (GBytes) bytes = export_sample_bytes (&request);
      const guint8 *data = g_bytes_get_data (bytes, &size);
      g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
      g_assert_cmpuint (read_be32 (data + 16), ==, cases[i].width);
      g_assert_cmpuint (read_be32 (data + 20), ==, cases[i].height);
      g_assert_cmpuint (data[25], ==, cases[i].colour_type);
      const guint8 *resolution = memmem (data, size, "pHYs", 4);
      g_assert_nonnull (resolution);
      g_assert_cmpuint (read_be32 (resolution + 4), ==, cases[i].per_metre);
    }
}

typedef struct
{
  const guint8 *data;
  gsize size;
} Reader;

static cairo_status_t
read_cb (void          *user_data,
         unsigned char *buffer,
         unsigned int   length)
{
  Reader *reader = user_data;

  if (length > reader->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (buffer, reader->data, length);
  reader->data += length;
  reader->size -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
load_png (gconstpointer data,
          gsize         size)
{
  Reader reader = { data, size };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
}

/* The strips of a PNG join to what Cairo draws at once. */
static void
test_png_pixels (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
  gsize size;
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  gconstpointer data = g_bytes_get_data (bytes, &size);
  cairo_surface_t *written = load_png (data, size);
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) EXPORT_SAMPLE_WIDTH,
                                                       (int) EXPORT_SAMPLE_HEIGHT);
  cairo_t *cr = cairo_create (drawn);
  g_autoptr (EntPicture) picture = ent_picture_new (&request, NULL);

  ent_picture_draw (picture, cr);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  for (int y = 0; y < (int) EXPORT_SAMPLE_HEIGHT; y++)
    {
      const guint32 *first = get_row (written, y);
      const guint32 *second = get_row (drawn, y);
      for (int x = 0; x < (int) EXPORT_SAMPLE_WIDTH; x++)
        g_assert_cmphex (first[x] & 0xffffff, ==, second[x] & 0xffffff);
    }
  cairo_surface_destroy (written);
  cairo_surface_destroy (drawn);
}

/* Wider than any surface of the drawing library: tiles join to what a vector says. */
static void
test_png_poster (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
  gsize size;

  request.width = 36000.0;
  request.height = 300.0;
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (read_be32 (data + 16), ==, 36000);
  g_assert_cmpuint (read_be32 (data + 20), ==, 300);
}

/* As high as the lanes need: nothing is left to scroll to. */
static void
test_height (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
  gsize size;

  request.height = 0.0;
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (read_be32 (data + 20), >, 800);
  g_assert_cmpuint (read_be32 (data + 20), <, 1500);
}

static void
test_bad_size (void)
{
  static const double sizes[][3] = {
    { 0.0, 100.0, 1.0 },
    { 1200.0, 10.0, 1.0 },
    { 240000.0, 500.0, 1.0 },
    { 1200.0, 800.0, 100.0 },
  };
  g_autoptr (SampleStore) sample = sample_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
      request.width = sizes[i][0];
      request.height = sizes[i][1];
      request.pixel_scale = sizes[i][2];
      g_assert_null (ent_export_new_bytes (&request, NULL, &error));
      g_assert_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_SIZE);
    }
}

/* A PDF's words are words: they can be found and copied. */
static void
test_pdf_words (void)
{
  static const char * const argv[] = { "pdftotext", "-layout", "-", "-", NULL };
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PDF);
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  g_autofree char *words = export_sample_run (argv, bytes);

  if (words == NULL)
    return;
  g_assert_nonnull (strstr (words, "China & <United States>"));
  g_assert_nonnull (strstr (words, "Contacts"));
  g_assert_nonnull (strstr (words, "Pelosi"));
}

typedef struct
{
  GArray *boxes; /* of EntBox: x, baseline, width */
  GPtrArray *words;
  GHashTable *ids;
  EntBox current;
  gboolean in_text;
} SvgWords;

static double
find_number (const char **names,
             const char **values,
             const char  *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        return g_ascii_strtod (values[i], NULL);
    }
  return NAN;
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  SvgWords *svg = data;

  svg->in_text = g_str_equal (element, "text");
  if (svg->in_text)
    svg->current = (EntBox) { find_number (names, values, "x"), find_number (names, values, "y"),
                              find_number (names, values, "textLength"), 0.0 };
  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (svg->ids, g_strdup (values[i])));
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  SvgWords *svg = data;

  if (!svg->in_text)
    return;
  g_array_append_val (svg->boxes, svg->current);
  g_ptr_array_add (svg->words, g_strndup (text, length));
  svg->in_text = FALSE;
}

static void
parse_svg (GBytes   *bytes,
           SvgWords *svg)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, svg, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  svg->boxes = g_array_new (FALSE, FALSE, sizeof (EntBox));
  svg->words = g_ptr_array_new_with_free_func (g_free);
  svg->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_markup_parse_context_parse (context, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
clear_svg (SvgWords *svg)
{
  g_array_unref (svg->boxes);
  g_ptr_array_unref (svg->words);
  g_hash_table_unref (svg->ids);
}

typedef struct
{
  SampleStore *sample;
  EntText *text;
  EntScene *scene;
  GBytes *svg;
} SvgFixture;

static void
set_up_svg (SvgFixture    *fixture,
            gconstpointer  data)
{
  EntSvgOptions options = { NULL, NULL, "Cantarell, \"Noto Sans\", \"Noto Sans CJK SC\", sans-serif", 0.0, 1.0, NULL, FALSE, FALSE };

  fixture->sample = sample_store_new ();
  fixture->text = ent_text_new (NULL, 0.0, 1.0);
  EntSceneRequest request = sample_store_request (fixture->sample, EXPORT_SAMPLE_WIDTH, 1200.0);
  request.measure = ent_text_get_measure (fixture->text);
  fixture->scene = ent_scene_new (&request);
  fixture->svg = ent_svg_writer_new_bytes (fixture->scene, fixture->sample->store, ent_style_get (ENT_THEME_PRINT),
                                           fixture->text, &options);
}

static void
tear_down_svg (SvgFixture    *fixture,
               gconstpointer  data)
{
  g_bytes_unref (fixture->svg);
  ent_scene_unref (fixture->scene);
  ent_text_free (fixture->text);
  sample_store_free (fixture->sample);
}

/* Each label of the scene stands in the SVG where the scene has it, once, and each event has its id. */
static void
test_svg_boxes (SvgFixture    *fixture,
                gconstpointer  data)
{
  const EntScene *scene = fixture->scene;
  SvgWords svg = { 0 };

  parse_svg (fixture->svg, &svg);
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      guint n_found = 0;
      for (guint j = 0; j < svg.words->len; j++)
        {
          const EntBox *box = &g_array_index (svg.boxes, EntBox, j);
          gboolean there = fabs (box->x - label->box.x) < 0.01 && fabs (box->width - label->box.width) < 0.01
                           && box->y > label->box.y && box->y < label->box.y + label->box.height;
          n_found += there && g_str_equal (g_ptr_array_index (svg.words, j), label->text);
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const char *event = ent_event_store_get_id (fixture->sample->store, scene->marks[i].row);
      g_autofree char *id = g_strconcat ("event-", event, NULL);
      g_assert_true (g_hash_table_contains (svg.ids, id));
    }
  clear_svg (&svg);
}

/* Share of the pixels of a box that are darker than paper. */
static double
get_ink (cairo_surface_t *surface,
         EntBox           box)
{
  guint n = 0;
  guint ink = 0;

  for (int y = (int) box.y; y < (int) (box.y + box.height); y++)
    {
      const guint32 *row = get_row (surface, y);
      for (int x = (int) ceil (box.x); x < (int) (box.x + box.width); x++)
        {
          ink += (row[x] & 0xff) < 0x90;
          n++;
        }
    }
  return n > 0 ? (double) ink / n : 0.0;
}

/* Another program draws the words where the scene says they are, and none beside them. */
static void
test_svg_rendered (SvgFixture    *fixture,
                   gconstpointer  data)
{
  const EntScene *scene = fixture->scene;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  gsize size;

  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                      &error, "rsvg-convert", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, fixture->svg, NULL, &png, NULL, &error);
  g_assert_no_error (error);
  gconstpointer bytes = g_bytes_get_data (png, &size);
  cairo_surface_t *surface = load_png (bytes, size);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) EXPORT_SAMPLE_WIDTH);
  for (gsize i = 0; i < scene->n_labels; i++)
    {
      const EntSceneLabel *label = &scene->labels[i];
      double bottom = label->box.y + label->box.height;
      if (label->struck || bottom > scene->lane_area.y + scene->lane_area.height)
        continue;
      g_assert_cmpfloat (get_ink (surface, label->box), >, 0.05);
      /* Words reach the end of their box, and no further. */
      EntBox end = { label->box.x + label->box.width - 12.0, label->box.y, 12.0, label->box.height };
      EntBox beyond = { label->box.x + label->box.width + 1.0, label->box.y + 3.0, 2.0, label->box.height - 6.0 };
      g_assert_cmpfloat (get_ink (surface, end), >, 0.02);
      g_assert_cmpfloat (get_ink (surface, beyond), ==, 0.0);
    }
  cairo_surface_destroy (surface);
}

/* What a statement may hold stays text: markup is escaped, what XML cannot say is left out. */
static void
test_svg_escapes (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_SVG);
  static const char * const argv[] = { "xmllint", "--noout", "-", NULL };
  gsize size;

  request.title = "a\x01<script>&\"\x7f\xef\xbf\xbe";
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  const char *data = g_bytes_get_data (bytes, &size);
  g_assert_nonnull (g_strstr_len (data, (gssize) size, ">a&lt;script&gt;&amp;&quot;</text>"));
  g_assert_null (g_strstr_len (data, (gssize) size, "<script"));
  g_autofree char *said = export_sample_run (argv, bytes);
}

/* A file that cannot be written leaves the old one whole. */
static void
test_file (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PNG);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "picture.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  request.width = 0.0;
  g_assert_false (ent_export_to_file (&request, file, NULL, &error));
  g_assert_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, "old", 3);

  request.width = EXPORT_SAMPLE_WIDTH;
  g_assert_true (ent_export_to_file (&request, file, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (GBytes) wanted = export_sample_bytes (&request);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
  g_assert_cmpint (g_unlink (path), ==, 0);
  /* Nothing else was left beside it. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
cancel_cb (double   done,
           gpointer data)
{
  g_assert_cmpfloat (done, >=, 0.0);
  g_assert_cmpfloat (done, <=, 1.0);
  g_cancellable_cancel (data);
}

/* Who stops an export is left with nothing half done. */
static void
test_cancel (void)
{
  static const EntExportFormat formats[] = { ENT_EXPORT_PNG, ENT_EXPORT_PDF, ENT_EXPORT_CSV, ENT_EXPORT_HTML };
  g_autoptr (SampleStore) sample = sample_store_new ();
  g_autofree char *folder = g_dir_make_tmp ("entente-cancel-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      EntExportRequest request = export_sample_request (sample, formats[i]);
      ent_export_request_set_page (&request, "A4");
      request.progress = cancel_cb;
      request.progress_data = cancellable;
      g_assert_false (ent_export_to_file (&request, file, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A printer gets the sheets that the file has. */
static void
test_sheets (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PDF);
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;
  gsize size;

  ent_export_request_set_page (&request, "Letter-landscape");
  g_autoptr (GPtrArray) sheets = ent_pdf_pages_new_sheets (&request, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  const char *data = g_bytes_get_data (bytes, &size);
  for (const char *p = data; (p = memmem (p, size - (gsize) (p - data), "/Type /Page ", 12)) != NULL; p++)
    n_pages++;
  g_assert_cmpuint (sheets->len, ==, n_pages);
  g_assert_cmpuint (n_pages, >=, 3);
  for (guint i = 0; i < sheets->len; i++)
    {
      double x, y, width, height;
      cairo_surface_t *sheet = g_ptr_array_index (sheets, i);
      g_assert_cmpint (cairo_surface_status (sheet), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (sheet, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, request.width / 2.0);
    }
}

/* Pages end where people expect it, and hold no more than they should. */
static void
test_page_breaks (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntDay first = ent_day_from_ymd (1979, 1, 1), last = ent_day_from_ymd (2024, 6, 30);
  g_autoptr (GArray) breaks = ent_page_breaks_new (sample->store, sample->rows, first, last, 8, 100);
  g_autoptr (GArray) few = ent_page_breaks_new (sample->store, sample->rows, first, last, 8, 3);

  g_assert_cmpint (g_array_index (breaks, EntDay, 0), <=, first);
  g_assert_cmpint (g_array_index (breaks, EntDay, breaks->len - 1), >, last);
  g_assert_cmpuint (breaks->len, >, 4);
  for (guint i = 0; i < breaks->len; i++)
    {
      g_assert_cmpuint (ent_civil_date_from_day (g_array_index (breaks, EntDay, i)).day, ==, 1);
      g_assert_true (i == 0 || g_array_index (breaks, EntDay, i - 1) < g_array_index (breaks, EntDay, i));
    }
  g_assert_cmpuint (few->len, <=, 4);
}

static void
test_format_names (void)
{
  static const struct
  {
    const char *name;
    gboolean known;
    EntExportFormat format;
  } cases[] = {
    { "png", TRUE, ENT_EXPORT_PNG },
    { "out.SVG", TRUE, ENT_EXPORT_SVG },
    { "/a.b/out.pdf", TRUE, ENT_EXPORT_PDF },
    { "refs.csl.json", TRUE, ENT_EXPORT_CSL },
    { "talks.timeline.json", TRUE, ENT_EXPORT_TIMELINEJS },
    { "talks.json", TRUE, ENT_EXPORT_JSON },
    { "refs.bib", TRUE, ENT_EXPORT_BIBTEX },
    { "out.gif", FALSE, ENT_EXPORT_PNG },
    { "", FALSE, ENT_EXPORT_PNG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntExportFormat format = ENT_EXPORT_PNG;
      g_assert_cmpint (ent_export_format_from_name (cases[i].name, &format), ==, cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
    }
}

/* The user's periods are shaded and named, each in its own time whatever the order in which they were named. */
static void
test_periods (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  const EntDay first = ent_day_from_ymd (2022, 1, 1);
  const EntNamedSpan periods[] = { { "The later", first + 200, first + 600 }, { "The earlier", first, first + 190 } };
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_SVG);

  request.from = first;
  request.to = first + 730;
  request.periods = periods;
  request.n_periods = G_N_ELEMENTS (periods);
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, ">The later<"));
  g_assert_nonnull (strstr (text, ">The earlier<"));
}

/* Words and sources are of the picture's time. */
static void
test_told (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (sample->index));
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_PDF);
  g_autoptr (EntRowSet) all = ent_export_request_new_told (&request);
  g_assert_cmpuint (ent_row_set_get_count (all), ==, ent_row_set_get_count (sample->rows));

  request.from = ent_day_from_ymd (2024, 1, 1) + 0.5;
  request.to = ent_day_from_ymd (2024, 3, 31) + 0.5;
  g_autoptr (EntRowSet) told = ent_export_request_new_told (&request);
  guint n = 0;
  for (guint32 row = ent_row_set_next (sample->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (sample->rows, row + 1))
    {
      gboolean overlaps = columns->earliest[row] < request.to && columns->latest[row] >= floor (request.from);
      g_assert_cmpint (ent_row_set_contains (told, row), ==, overlaps);
      n += overlaps;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, ent_row_set_get_count (sample->rows));
}

/* A file of nothing says so. */
static void
test_nothing (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntExportRequest request = export_sample_request (sample, ENT_EXPORT_SVG);
  g_autoptr (EntRowSet) none = ent_row_set_new_rows (NULL, 0, ent_row_set_get_n_rows (sample->rows));
  gsize size;

  request.rows = none;
  g_autoptr (GBytes) bytes = export_sample_bytes (&request);
  const char *svg = g_bytes_get_data (bytes, &size);
  g_assert_nonnull (g_strstr_len (svg, (gssize) size, "No event is left by these filters"));
  request.format = ENT_EXPORT_PDF;
  request.paged = TRUE;
  request.parts = ENT_EXPORT_ALL_PARTS;
  g_autoptr (GBytes) document = export_sample_bytes (&request);
  const char *argv[] = { "pdftotext", "-", "-", NULL };
  g_autofree char *words = export_sample_run (argv, document);
  if (words == NULL)
    return;
  g_assert_nonnull (strstr (words, "No event is left by these filters"));
  g_assert_null (strstr (words, "Sources"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/png-header", test_png_header);
  g_test_add_func ("/export/png-pixels", test_png_pixels);
  g_test_add_func ("/export/png-poster", test_png_poster);
  g_test_add_func ("/export/height", test_height);
  g_test_add_func ("/export/told", test_told);
  g_test_add_func ("/export/nothing", test_nothing);
  g_test_add_func ("/export/bad-size", test_bad_size);
  g_test_add_func ("/export/pdf-words", test_pdf_words);
  g_test_add ("/svg-writer/boxes", SvgFixture, NULL, set_up_svg, test_svg_boxes, tear_down_svg);
  g_test_add ("/svg-writer/rendered", SvgFixture, NULL, set_up_svg, test_svg_rendered, tear_down_svg);
  g_test_add_func ("/svg-writer/escapes", test_svg_escapes);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/cancel", test_cancel);
  g_test_add_func ("/export/sheets", test_sheets);
  g_test_add_func ("/export/page-breaks", test_page_breaks);
  g_test_add_func ("/export/format-names", test_format_names);
  g_test_add_func ("/export/periods", test_periods);
  return g_test_run ();
}
