/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/helper-process.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* As much as is read at once. */
#define BLOCK (64 * 1024)

static gboolean
write_all (int         fd,
           const char *bytes,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      bytes += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* A file without a name that holds the input: the program can map it, and no one changes it meanwhile. */
static int
make_input (const char *input,
            gsize       length)
{
  int fd = memfd_create ("entente", MFD_CLOEXEC);

  if (fd >= 0 && write_all (fd, input, length) && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Waits until the program says something. Returns how it ended if that comes first, else ENT_HELPER_DONE. */
static EntHelperEnd
wait_for_output (int           fd,
                 gint64        deadline,
                 GCancellable *cancellable)
{
  GPollFD stop = { .fd = -1 };
  gboolean can_stop = g_cancellable_make_pollfd (cancellable, &stop);
  EntHelperEnd end = ENT_HELPER_DONE;
  gboolean waits = TRUE;

  while (waits)
    {
      struct pollfd fds[] = { { .fd = fd, .events = POLLIN }, { .fd = can_stop ? stop.fd : -1, .events = POLLIN } };
      gint64 left = deadline - g_get_monotonic_time ();
      int n = left > 0 ? poll (fds, G_N_ELEMENTS (fds), (int) MIN (left / 1000 + 1, G_MAXINT)) : 0;

      waits = FALSE;
      if (n < 0 && errno == EINTR)
        waits = TRUE;
      else if (n == 0)
        end = ENT_HELPER_TOO_LONG;
      else if (g_cancellable_is_cancelled (cancellable))
        end = ENT_HELPER_CANCELLED;
    }
  if (can_stop)
    g_cancellable_release_fd (cancellable);
  return end;
}

static EntHelperEnd
read_output (int           fd,
             gsize         max_output,
             gint64        deadline,
             GCancellable *cancellable,
             GByteArray   *output)
{
  guint8 block[BLOCK];

  for (;;)
    {
      EntHelperEnd end = wait_for_output (fd, deadline, cancellable);
      gssize n;

      if (end != ENT_HELPER_DONE)
        return end;
      n = read (fd, block, sizeof block);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n == 0 ? ENT_HELPER_DONE : ENT_HELPER_CRASHED;
      if ((gsize) n > max_output - output->len)
        return ENT_HELPER_TOO_LARGE;
      g_byte_array_append (output, block, (guint) n);
    }
}

/* What became of a program that was not stopped from here. */
static EntHelperEnd
judge (int status)
{
  if (WIFEXITED (status))
    return WEXITSTATUS (status) == 0 ? ENT_HELPER_DONE : ENT_HELPER_CRASHED;
  return WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU ? ENT_HELPER_TOO_LONG : ENT_HELPER_CRASHED;
}

/**
 * ent_helper_process_run:
 * @argv: (array zero-terminated=1): the program and its arguments
 * @input: what its standard input is
 * @length: its length
 * @max_output: the most bytes that it may say
 * @max_seconds: the most time that it may take, in seconds
 * @cancellable: (nullable): to stop it
 * @output: what it says is added here
 *
 * Runs a program to its end and takes down what it says. Its input is a file, its environment is empty, and what it
 * says of its errors is lost. It does not outlive the call.
 *
 * Returns: how it ended
 */
EntHelperEnd
ent_helper_process_run (const char * const *argv,
                        const char         *input,
                        gsize               length,
                        gsize               max_output,
                        guint               max_seconds,
                        GCancellable       *cancellable,
                        GByteArray         *output)
{
  static const char * const environment[] = { "LC_ALL=C.UTF-8", NULL };
  gint64 deadline = g_get_monotonic_time () + (gint64) max_seconds * G_USEC_PER_SEC;
  int in, out, status = 0;
  EntHelperEnd end;
  GPid pid;

  g_return_val_if_fail (argv != NULL && argv[0] != NULL && output != NULL, ENT_HELPER_MISSING);
  g_return_val_if_fail (input != NULL || length == 0, ENT_HELPER_MISSING);

  in = make_input (input, length);
  if (in < 0)
    return ENT_HELPER_TOO_LARGE;
  if (!g_spawn_async_with_pipes_and_fds (NULL, argv, environment,
                                         G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, in, -1, -1,
                                         NULL, NULL, 0, &pid, NULL, &out, NULL, NULL))
    {
      close (in);
      return ENT_HELPER_MISSING;
    }
  close (in);
  end = read_output (out, max_output, deadline, cancellable, output);
  close (out);
  if (end != ENT_HELPER_DONE)
    kill (pid, SIGKILL);
  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    continue;
  g_spawn_close_pid (pid);
  return end != ENT_HELPER_DONE ? end : judge (status);
}
