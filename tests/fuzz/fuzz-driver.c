/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "fuzz-target.h"

/* Each saved input is also given cut short at so many places. */
#define N_CUTS 64

/* From memory of just its size, so that a sanitizer sees every step beyond it. */
static void
run_input (const char *data,
           gsize       size)
{
  g_autofree uint8_t *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
}

static void
run_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &error))
    g_error ("%s", error->message);
  g_print ("# %s\n", path);
  for (gsize i = 0; i < N_CUTS; i++)
    run_input (data, size * i / N_CUTS);
  run_input (data, size);
}

int
main (int    argc,
      char **argv)
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, &error);
      const char *name;

      if (folder == NULL)
        g_error ("%s", error->message);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          run_file (path);
          n++;
        }
    }
  g_print ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
