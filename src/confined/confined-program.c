/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/confined-program.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "confined/memory-watch.h"
#include "confined/sandbox.h"
#include "read/helper-message.h"

static void
write_all (const void *bytes,
           gsize       length)
{
  const char *at = bytes;

  while (length > 0)
    {
      gssize n = write (STDOUT_FILENO, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      /* No one listens any more. */
      if (n <= 0)
        _exit (1);
      at += n;
      length -= (gsize) n;
    }
}

/* Whoever listens does not wait longer than this for what was said, in microseconds. */
#define LONGEST_WAIT (50 * 1000)

/* What was said and is not written yet. */
static char unwritten[64 * 1024];
static gsize n_unwritten = 0;
static gint64 last_written = 0;

static void
put (const void *bytes,
     gsize       length)
{
  if (length > sizeof unwritten - n_unwritten)
    ent_confined_program_flush (TRUE);
  if (length > sizeof unwritten)
    {
      write_all (bytes, length);
      return;
    }
  if (length > 0)
    memcpy (unwritten + n_unwritten, bytes, length);
  n_unwritten += length;
}

/**
 * ent_confined_program_flush:
 * @now: whether that cannot wait for more to be said
 *
 * Lets no one wait long for what was said. To write it at each turn would have the processor go to and fro between this
 * program and whoever listens.
 */
void
ent_confined_program_flush (gboolean now)
{
  if (!now && g_get_monotonic_time () - last_written < LONGEST_WAIT)
    return;
  write_all (unwritten, n_unwritten);
  n_unwritten = 0;
  last_written = g_get_monotonic_time ();
}

/* What was said before a fault is not lost with this program. */
static void
on_fault (int signal_number)
{
  write_all (unwritten, n_unwritten);
  raise (signal_number);
}

static void
watch_faults (void)
{
  static const int faults[] = { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    sigaction (faults[i], &(struct sigaction) { .sa_handler = on_fault, .sa_flags = (int) SA_RESETHAND }, NULL);
}

/**
 * ent_confined_program_say:
 * @tag: what is said
 * @bytes: the rest of it
 * @length: its length
 *
 * Says a message, which may be written only when there are more. It asks for no memory.
 */
void
ent_confined_program_say (char        tag,
                          const void *bytes,
                          gsize       length)
{
  guint32 size = GUINT32_TO_BE ((guint32) length);
  char head[ENT_HELPER_MESSAGE_HEAD] = { tag };

  memcpy (head + 1, &size, sizeof size);
  put (head, sizeof head);
  put (bytes, length);
}

/**
 * ent_confined_program_end:
 *
 * Says that all is said, and leaves at once: there is nothing to tidy up that the system does not, and no part of a
 * library that may run on the way out can fail.
 */
void
ent_confined_program_end (void)
{
  ent_confined_program_say (ENT_HELPER_MESSAGE_END, NULL, 0);
  ent_confined_program_flush (TRUE);
  _exit (0);
}

G_GNUC_NORETURN static void
refuse (void)
{
  ent_confined_program_say (ENT_HELPER_MESSAGE_UNSAFE, NULL, 0);
  ent_confined_program_flush (TRUE);
  _exit (0);
}

/**
 * ent_confined_program_read_number:
 * @words: what the program was told
 * @i: which of them
 *
 * Returns: the number that it is; the program ends if it is none
 */
guint64
ent_confined_program_read_number (char  **words,
                                  guint   i)
{
  guint64 number = 0;

  if (i >= g_strv_length (words) || !g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXINT64, &number, NULL))
    refuse ();
  return number;
}

static GBytes *
map_input (void)
{
  struct stat info;
  void *bytes;

  if (fstat (STDIN_FILENO, &info) != 0 || info.st_size <= 0)
    refuse ();
  bytes = mmap (NULL, (gsize) info.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (bytes == MAP_FAILED)
    refuse ();
  return g_bytes_new_static (bytes, (gsize) info.st_size);
}

/**
 * ent_confined_program_enter:
 * @folder: (nullable): the one folder whose files may still be read
 * @max_memory: the most memory that may be asked for from here on, in bytes, beside the input
 * @max_seconds: the most processor time, in seconds; 0 for no limit
 *
 * Shuts the program in, which then says when it is refused memory. It ends where that cannot be done.
 *
 * Returns: (transfer full): the file that is its standard input
 */
GBytes *
ent_confined_program_enter (const char *folder,
                            guint64     max_memory,
                            guint       max_seconds)
{
  GBytes *input = map_input ();

  ent_memory_watch_start ();
  watch_faults ();
  if (!ent_sandbox_enter (folder, max_memory, max_seconds))
    refuse ();
  return input;
}
