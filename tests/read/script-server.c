/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays the programs that read without rights: for each file that it is asked to read, it becomes the script that lies
 * beside the one by which it was started. */
#include <unistd.h>

#include "confined/confined-server.h"

int
main (int   argc,
      char *argv[])
{
  g_autofree char *script = g_strconcat (argv[argc - 1], ".file", NULL);

  ent_confined_server_run ();
  execl ("/bin/sh", "sh", script, NULL);
  return 1;
}
