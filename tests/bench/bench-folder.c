/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of a benchmark's own, which goes with it: also when it is stopped, and if that was by force, when the next
 * one is run. */
#include "bench-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "entente-bench-"
#define MAX_FILES 8

static char *folder = NULL;
static char *files[MAX_FILES];
static guint n_files = 0;

/* It asks for no memory, as it may run at any moment. */
static void
remove_files (void)
{
  for (guint i = 0; i < n_files; i++)
    unlink (files[i]);
  if (folder != NULL)
    rmdir (folder);
}

static void
on_signal (int number)
{
  remove_files ();
  raise (number);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* What those left behind that do not run any more. */
static void
sweep (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
      guint64 process;

      if (g_str_has_prefix (name, PREFIX)
          && g_ascii_string_to_unsigned (name + strlen (PREFIX), 10, 1, G_MAXINT32, &process, NULL)
          && kill ((pid_t) process, 0) != 0 && errno == ESRCH)
        remove_folder (path);
    }
}

static void
make_folder (void)
{
  static const int signals[] = { SIGHUP, SIGINT, SIGTERM, SIGABRT, SIGSEGV, SIGBUS };

  sweep ();
  folder = g_strdup_printf ("%s/" PREFIX "%d", g_get_tmp_dir (), (int) getpid ());
  if (g_mkdir (folder, 0700) != 0)
    g_error ("%s: %s", folder, g_strerror (errno));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &(struct sigaction) { .sa_handler = on_signal, .sa_flags = (int) SA_RESETHAND }, NULL);
}

static void
remember (const char *path)
{
  g_assert (n_files < MAX_FILES);
  files[n_files++] = g_strdup (path);
}

/**
 * bench_folder_make_file:
 * @name: a name
 *
 * Returns: (transfer full): where a file of that name can be written, which goes with the benchmark
 */
char *
bench_folder_make_file (const char *name)
{
  g_autofree char *journal = NULL;
  char *path;

  if (folder == NULL)
    make_folder ();
  path = g_build_filename (folder, name, NULL);
  journal = g_strconcat (path, "-journal", NULL);
  remember (path);
  remember (journal);
  return path;
}

/**
 * bench_folder_remove:
 *
 * Removes the folder and what is in it.
 */
void
bench_folder_remove (void)
{
  remove_files ();
  while (n_files > 0)
    g_free (files[--n_files]);
  g_clear_pointer (&folder, g_free);
}
