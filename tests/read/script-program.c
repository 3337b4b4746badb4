/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "script-program.h"

#include <glib/gstdio.h>

static void
write_script (const char *path,
              const char *script)
{
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script);

  g_assert_true (g_file_set_contents_full (path, text, -1, 0, 0700, NULL));
}

char *
script_program_new (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-XXXXXX", NULL);
  g_autofree char *server = g_test_build_filename (G_TEST_BUILT, "read", "script-server", NULL);
  g_autofree char *start = g_strdup_printf ("exec '%s' \"$0\"", server);
  char *program = g_build_filename (folder, name, NULL);

  write_script (program, start);
  return program;
}

void
script_program_set (const char *program,
                    const char *script)
{
  g_autofree char *path = g_strconcat (program, ".file", NULL);

  write_script (path, script);
}

void
script_program_remove (char *program)
{
  g_autofree char *path = g_strconcat (program, ".file", NULL);
  g_autofree char *folder = g_path_get_dirname (program);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_unlink (program), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (program);
}
