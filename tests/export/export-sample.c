/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of the sample store, and other people's programs that read it. */
#include "export-sample.h"

EntExportRequest
export_sample_request (const SampleStore *sample,
                       EntExportFormat    format)
{
  return (EntExportRequest) {
    .index = sample->index,
    .filter = sample->filter,
    .rows = sample->rows,
    .format = format,
    .theme = ENT_THEME_LIGHT,
    .width = EXPORT_SAMPLE_WIDTH,
    .height = EXPORT_SAMPLE_HEIGHT,
    .pixel_scale = 1.0,
    .title = "China & <United States>",
    .as_of = ent_day_from_ymd (2024, 6, 20),
  };
}

GBytes *
export_sample_bytes (const EntExportRequest *request)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ent_export_new_bytes (request, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Runs a program of the system on bytes; skips the test where it is not installed. */
char *
export_sample_run (const char * const *argv,
                   GBytes             *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autofree char *program = g_find_program_in_path (argv[0]);
  gsize size;

  if (program == NULL)
    {
      g_test_skip_printf ("%s is not installed", argv[0]);
      return NULL;
    }
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv,
                                                       G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                       &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  const char *data = g_bytes_get_data (output, &size);
  return g_strndup (data != NULL ? data : "", size);
}
