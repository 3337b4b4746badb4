/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/helper-process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "read/helper-server.h"

/* As much as is read at once. */
#define BLOCK (64 * 1024)

struct _EntHelperProcess
{
  int out;  /* -1 once it is gone */
  int line; /* see helper-message.h */
  GCancellable *cancellable;
  GByteArray *said; /* what it said from the last message on */
  gsize at;         /* where in that the next one begins */
  gboolean lacks_memory;
  EntHelperState state;
};

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

static void
close_all (int   *fds,
           gsize  n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (fds[i] >= 0)
        close (fds[i]);
      fds[i] = -1;
    }
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

/* Asks for the program, and closes what it alone should have. */
static EntHelperState
start (EntHelperProcess   *self,
       const char         *path,
       const char * const *words,
       const char         *input,
       gsize               length)
{
  int fds[ENT_HELPER_N_DESCRIPTORS] = { make_input (input, length), -1, -1 };
  int out[2] = { -1, -1 }, line[2] = { -1, -1 };
  EntHelperState state = ENT_HELPER_TOO_LARGE;

  if (fds[ENT_HELPER_INPUT] >= 0 && pipe2 (out, O_CLOEXEC) == 0
      && socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line) == 0)
    {
      fds[ENT_HELPER_OUTPUT] = out[1];
      fds[ENT_HELPER_LINE] = line[1];
      state = ent_helper_server_ask (path, words, fds) ? ENT_HELPER_SAID : ENT_HELPER_MISSING;
    }
  self->out = out[0];
  self->line = line[0];
  close_all (fds, G_N_ELEMENTS (fds));
  return state;
}

/**
 * ent_helper_process_new:
 * @context: what is read
 * @program: the name of a program
 * @words: (array zero-terminated=1): what it is told of how to read
 * @input: what its standard input is
 * @length: its length
 *
 * Has a program read a file, in a process of its own. Its environment is empty, and what it says of its errors is lost.
 * Whether that failed is told when its first message is read.
 *
 * Returns: (transfer full): the program
 */
EntHelperProcess *
ent_helper_process_new (const EntReadContext *context,
                        const char           *program,
                        const char * const   *words,
                        const char           *input,
                        gsize                 length)
{
  const char *folder = context->options->programs;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, program, NULL) : NULL;
  EntHelperProcess *self = g_new0 (EntHelperProcess, 1);

  self->out = self->line = -1;
  self->cancellable = context->cancellable != NULL ? g_object_ref (context->cancellable) : NULL;
  self->said = g_byte_array_new ();
  self->state = path != NULL ? start (self, path, words, input, length) : ENT_HELPER_MISSING;
  return self;
}

/* Takes leave of the program, which is stopped if it has not ended. */
static void
end (EntHelperProcess *self)
{
  int fds[] = { self->out, self->line };

  close_all (fds, G_N_ELEMENTS (fds));
  self->out = self->line = -1;
}

/**
 * ent_helper_process_free:
 * @process: (nullable): a program, which is stopped if it has not ended
 */
void
ent_helper_process_free (EntHelperProcess *process)
{
  if (process == NULL)
    return;
  end (process);
  g_byte_array_unref (process->said);
  g_clear_object (&process->cancellable);
  g_free (process);
}

/* Waits until the program says something. Returns why it did not, or ENT_HELPER_SAID. */
static EntHelperState
wait_for_output (EntHelperProcess *self,
                 gint64            deadline)
{
  GPollFD stop = { .fd = -1 };
  gboolean can_stop = g_cancellable_make_pollfd (self->cancellable, &stop);
  EntHelperState state = ENT_HELPER_SAID;
  gboolean waits = TRUE;

  while (waits)
    {
      struct pollfd fds[] = { { .fd = self->out, .events = POLLIN },
                              { .fd = can_stop ? stop.fd : -1, .events = POLLIN } };
      gint64 left = deadline - g_get_monotonic_time ();
      int n = left > 0 ? poll (fds, G_N_ELEMENTS (fds), (int) MIN (left / 1000 + 1, G_MAXINT)) : 0;

      waits = FALSE;
      if (n < 0 && errno == EINTR)
        waits = TRUE;
      else if (n == 0)
        state = ENT_HELPER_TOO_LONG;
      else if (g_cancellable_is_cancelled (self->cancellable))
        state = ENT_HELPER_CANCELLED;
    }
  if (can_stop)
    g_cancellable_release_fd (self->cancellable);
  return state;
}

/* What becomes of a program that says no more, without having said that this is all. Whether it goes on or not, it is
 * of no use any more. */
static EntHelperState
judge (EntHelperProcess *self)
{
  int status = 0;
  gssize n;

  shutdown (self->line, SHUT_WR);
  do
    n = read (self->line, &status, sizeof status);
  while (n < 0 && errno == EINTR);
  if (n == sizeof status && WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    return ENT_HELPER_TOO_LONG;
  return self->lacks_memory ? ENT_HELPER_OUT_OF_MEMORY : ENT_HELPER_CRASHED;
}

/* Takes in what the program says until there are so many bytes of it that no one has read. */
static EntHelperState
fill (EntHelperProcess *self,
      gsize             wanted,
      gint64            deadline)
{
  guint8 block[BLOCK];

  while (self->said->len - self->at < wanted)
    {
      EntHelperState state = wait_for_output (self, deadline);
      gssize n;

      if (state != ENT_HELPER_SAID)
        return state;
      n = read (self->out, block, sizeof block);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return judge (self);
      if (self->at > 0)
        g_byte_array_remove_range (self->said, 0, (guint) self->at);
      self->at = 0;
      g_byte_array_append (self->said, block, (guint) n);
    }
  return ENT_HELPER_SAID;
}

static EntHelperState
read_message (EntHelperProcess *self,
              gsize             max_length,
              gint64            deadline,
              EntHelperMessage *message)
{
  EntHelperState state = fill (self, ENT_HELPER_MESSAGE_HEAD, deadline);
  guint32 length;

  if (state != ENT_HELPER_SAID)
    return state;
  memcpy (&length, self->said->data + self->at + 1, sizeof length);
  length = GUINT32_FROM_BE (length);
  if (length > MIN (max_length, G_MAXINT32))
    return ENT_HELPER_TOO_LARGE;
  state = fill (self, ENT_HELPER_MESSAGE_HEAD + (gsize) length, deadline);
  if (state != ENT_HELPER_SAID)
    return state;
  *message = (EntHelperMessage) { (char) self->said->data[self->at],
                                  self->said->data + self->at + ENT_HELPER_MESSAGE_HEAD, length };
  self->at += ENT_HELPER_MESSAGE_HEAD + (gsize) length;
  return ENT_HELPER_SAID;
}

/**
 * ent_helper_process_read:
 * @process: a program
 * @max_length: the most bytes that a message may have
 * @deadline: until when to wait for it, in monotonic time
 * @message: (out caller-allocates): what it says next, if it does
 *
 * Returns: %ENT_HELPER_SAID, or how the program ended; from then on, the same again
 */
EntHelperState
ent_helper_process_read (EntHelperProcess *process,
                         gsize             max_length,
                         gint64            deadline,
                         EntHelperMessage *message)
{
  g_return_val_if_fail (process != NULL && message != NULL, ENT_HELPER_CRASHED);

  do
    {
      if (process->state == ENT_HELPER_SAID)
        process->state = read_message (process, max_length, deadline, message);
      if (process->state == ENT_HELPER_SAID && message->tag == ENT_HELPER_MESSAGE_END)
        process->state = ENT_HELPER_DONE;
      else if (process->state == ENT_HELPER_SAID && message->tag == ENT_HELPER_MESSAGE_UNSAFE)
        process->state = process->lacks_memory ? ENT_HELPER_OUT_OF_MEMORY : ENT_HELPER_UNSAFE;
      else if (process->state == ENT_HELPER_SAID && message->tag == ENT_HELPER_MESSAGE_MEMORY)
        process->lacks_memory = TRUE;
      if (process->state != ENT_HELPER_SAID)
        end (process);
    }
  while (process->state == ENT_HELPER_SAID && message->tag == ENT_HELPER_MESSAGE_MEMORY);
  return process->state;
}

/**
 * ent_helper_process_get_lacks_memory:
 * @process: a program
 *
 * Returns: whether memory was refused to it, so that it may have passed over something
 */
gboolean
ent_helper_process_get_lacks_memory (const EntHelperProcess *process)
{
  g_return_val_if_fail (process != NULL, FALSE);

  return process->lacks_memory;
}

/**
 * ent_helper_process_make_error:
 * @state: how a program ended
 * @limits: what is too much
 * @what: what it was to read: "PDF document"
 *
 * Returns: (transfer full): what is said of a file that a program did not read to its end
 */
GError *
ent_helper_process_make_error (EntHelperState       state,
                               const EntReadLimits *limits,
                               const char          *what)
{
  g_autofree char *memory = NULL;

  g_return_val_if_fail (limits != NULL && what != NULL, NULL);

  switch (state)
    {
    case ENT_HELPER_MISSING:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_BINARY,
                          "is a %s, and the program that reads these is not installed", what);
    case ENT_HELPER_UNSAFE:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_BINARY,
                          "is a %s, and what reads these cannot be shut in on this system", what);
    case ENT_HELPER_TOO_LONG:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                          "takes longer than the %" G_GUINT64_FORMAT " seconds that one file may take",
                          limits->most[ENT_LIMIT_SECONDS]);
    case ENT_HELPER_TOO_LARGE:
      return ent_read_error_too_large (limits);
    case ENT_HELPER_OUT_OF_MEMORY:
      memory = g_format_size_full (limits->most[ENT_LIMIT_MEMORY], G_FORMAT_SIZE_IEC_UNITS);
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, "takes more than the %s of memory "
                                                                    "that a %s may take",
                          memory, what);
    default:
      return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is a %s that is damaged", what);
    }
}

/**
 * ent_helper_message_get_number:
 * @message: a message
 * @at: where in it
 *
 * Returns: the number there, of 32 bits, the most significant byte first; 0 beyond its end
 */
guint32
ent_helper_message_get_number (const EntHelperMessage *message,
                               gsize                   at)
{
  guint32 number;

  g_return_val_if_fail (message != NULL, 0);

  if (message->length < sizeof number || at > message->length - sizeof number)
    return 0;
  memcpy (&number, message->bytes + at, sizeof number);
  return GUINT32_FROM_BE (number);
}
