/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/open-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * ent_open_file_error:
 * @code: an errno
 *
 * Returns: (transfer full): what the system says that it means
 */
GError *
ent_open_file_error (int code)
{
  return g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
}

/* Whether somebody has the other end of a pipe, or left something in it. poll () does not tell of a pipe
 * that nobody ever opened, and read () would take what is there; tee () does neither. */
static gboolean
has_writer (int fd)
{
  int copy[2];
  gssize n;

  if (pipe2 (copy, O_CLOEXEC | O_NONBLOCK) != 0)
    return TRUE;
  n = tee (fd, copy[1], 1, SPLICE_F_NONBLOCK);
  close (copy[0]);
  close (copy[1]);
  return n != 0;
}

/**
 * ent_open_file:
 * @path: a path
 * @error: why it cannot be read
 *
 * Opens what can be read to its end: a file, or a pipe that someone writes to. Never waits.
 *
 * Returns: a descriptor that reads it, or -1
 */
int
ent_open_file (const char  *path,
               GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  const char *what = NULL;
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      g_propagate_error (error, ent_open_file_error (errno));
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (S_ISCHR (info.st_mode) && !isatty (fd))
    what = "is a device and not a file";
  else if (S_ISBLK (info.st_mode))
    what = "is a disk and not a file";
  else if (S_ISFIFO (info.st_mode) && !has_writer (fd))
    what = "is a pipe that nobody writes to";
  if (what == NULL)
    {
      fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
      return fd;
    }
  close (fd);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, what);
  return -1;
}
