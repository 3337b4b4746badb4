/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/line-reader.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

#include "read/reader.h"

#define BLOCK_BYTES (64 * 1024)

/*     buffer   [ taken | held ……………… | room ]
 *                      first          end       size
 */
struct _EntLineReader
{
  GInputStream *stream;
  char *buffer;
  gsize size;
  gsize first;
  gsize end;
  char newline;   /* what ends a line */
  guint64 number; /* of the line taken last, from 1 */
  guint64 left;   /* bytes of the stream that are read */
  void (*told) (gsize n, gpointer data); /* NULL for nobody */
  gpointer told_data;
  int fd;         /* what to wait for no longer than so many seconds; -1 for nothing */
  guint seconds;
  gboolean finished;
};

/**
 * ent_line_reader_new:
 * @stream: what to read
 *
 * Returns: (transfer full): a reader at its begin
 */
EntLineReader *
ent_line_reader_new (GInputStream *stream)
{
  EntLineReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (EntLineReader, 1);
  self->stream = g_object_ref (stream);
  self->newline = '\n';
  self->left = G_MAXUINT64;
  self->fd = -1;
  return self;
}

/**
 * ent_line_reader_set_end:
 * @reader: a reader
 * @bytes: how many bytes the stream has
 *
 * Reads no more than that, though the stream may grow.
 */
void
ent_line_reader_set_end (EntLineReader *reader,
                         guint64        bytes)
{
  g_return_if_fail (reader != NULL);

  reader->left = bytes;
}

/**
 * ent_line_reader_set_newline:
 * @reader: a reader
 * @newline: what ends a line from here on, which is a line feed else
 */
void
ent_line_reader_set_newline (EntLineReader *reader,
                             char           newline)
{
  g_return_if_fail (reader != NULL);

  reader->newline = newline;
}

/**
 * ent_line_reader_set_told:
 * @reader: a reader
 * @told: (nullable): is told of each block how many bytes were read
 * @data: handed to it
 */
void
ent_line_reader_set_told (EntLineReader *reader,
                          void (*told) (gsize n, gpointer data),
                          gpointer data)
{
  g_return_if_fail (reader != NULL);

  reader->told = told;
  reader->told_data = data;
}

/**
 * ent_line_reader_set_wait:
 * @reader: a reader
 * @fd: the pipe that its stream reads
 * @seconds: how long it may say nothing, in seconds
 *
 * Fails with %G_IO_ERROR_TIMED_OUT where a pipe is held open by someone who says nothing.
 */
void
ent_line_reader_set_wait (EntLineReader *reader,
                          int            fd,
                          guint          seconds)
{
  g_return_if_fail (reader != NULL && fd >= 0);

  reader->fd = fd;
  reader->seconds = seconds;
}

/**
 * ent_line_reader_free:
 * @reader: (transfer full): a reader
 */
void
ent_line_reader_free (EntLineReader *reader)
{
  g_return_if_fail (reader != NULL);

  g_object_unref (reader->stream);
  g_free (reader->buffer);
  g_free (reader);
}

/* Makes room behind what is held: what was taken goes first, then the buffer grows. */
static void
make_room (EntLineReader *self)
{
  gsize held = self->end - self->first;

  if (self->first > 0 && held > 0)
    memmove (self->buffer, self->buffer + self->first, held);
  self->first = 0;
  self->end = held;
  if (self->size - held < BLOCK_BYTES)
    {
      self->size = MAX (self->size * 2, held + BLOCK_BYTES);
      self->buffer = g_realloc (self->buffer, self->size);
    }
}

/* Waits until there is something to read, or its end. */
static gboolean
wait (const EntLineReader  *self,
      GCancellable         *cancellable,
      GError              **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) self->seconds * G_USEC_PER_SEC;
  GPollFD stop = { .fd = -1 };
  gboolean can_stop = g_cancellable_make_pollfd (cancellable, &stop);
  int n;

  do
    {
      struct pollfd fds[] = { { .fd = self->fd, .events = POLLIN }, { .fd = stop.fd, .events = POLLIN } };
      gint64 left = MAX (deadline - g_get_monotonic_time (), 0);

      n = poll (fds, G_N_ELEMENTS (fds), (int) MIN (left / 1000, G_MAXINT));
    }
  while (n < 0 && errno == EINTR);
  if (can_stop)
    g_cancellable_release_fd (cancellable);
  if (n == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "is a pipe that said nothing for %u seconds", self->seconds);
  return n != 0;
}

/* Reads one block more. */
static gboolean
fill (EntLineReader  *self,
      GCancellable   *cancellable,
      GError        **error)
{
  gsize room;
  gssize n;

  if (self->size - self->end < BLOCK_BYTES)
    make_room (self);
  if (self->fd >= 0 && !wait (self, cancellable, error))
    return FALSE;
  room = MIN (self->size - self->end, self->left);
  n = g_input_stream_read (self->stream, self->buffer + self->end, room, cancellable, error);
  if (n < 0)
    return FALSE;
  self->left -= (guint64) n;
  self->finished = n == 0;
  self->end += (gsize) n;
  if (self->told != NULL)
    self->told ((gsize) n, self->told_data);
  return TRUE;
}

/**
 * ent_line_reader_peek:
 * @reader: a reader
 * @wanted: how many bytes are wanted
 * @data: (out): what comes next, until the reader is used again
 * @length: (out): how much that is: at least @wanted, unless less is left
 * @cancellable: (nullable): to stop it
 * @error: why it could not be read
 *
 * Returns: whether it could be read
 */
gboolean
ent_line_reader_peek (EntLineReader  *reader,
                      gsize           wanted,
                      const char    **data,
                      gsize          *length,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_return_val_if_fail (reader != NULL && data != NULL && length != NULL, FALSE);

  while (reader->end - reader->first < wanted && !reader->finished)
    if (!fill (reader, cancellable, error))
      return FALSE;
  *data = reader->buffer + reader->first;
  *length = reader->end - reader->first;
  return TRUE;
}

/**
 * ent_line_reader_skip:
 * @reader: a reader
 * @length: how many of the bytes peeked at to pass over
 */
void
ent_line_reader_skip (EntLineReader *reader,
                      gsize          length)
{
  g_return_if_fail (reader != NULL && length <= reader->end - reader->first);

  reader->first += length;
}

/**
 * ent_line_reader_next:
 * @reader: a reader
 * @max_length: how long a line may be
 * @line: (out): the line with the end it has, until the reader is used again
 * @length: (out): its length; 0 at the end of the stream
 * @cancellable: (nullable): to stop it
 * @error: why it could not be read; %ENT_READ_ERROR_TOO_LARGE for a line beyond @max_length, of which
 *   the rest is then still to be skipped
 *
 * Returns: whether there was no error
 */
gboolean
ent_line_reader_next (EntLineReader  *reader,
                      gsize           max_length,
                      const char    **line,
                      gsize          *length,
                      GCancellable   *cancellable,
                      GError        **error)
{
  const char *newline = NULL;
  gsize searched = 0;

  g_return_val_if_fail (reader != NULL && line != NULL && length != NULL, FALSE);

  for (;;)
    {
      gsize held = reader->end - reader->first;

      if (held > searched)
        newline = memchr (reader->buffer + reader->first + searched, reader->newline, held - searched);
      if (newline != NULL || reader->finished)
        break;
      searched = held;
      if (held > max_length)
        {
          g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, "the line is too long");
          reader->number++;
          return FALSE;
        }
      if (!fill (reader, cancellable, error))
        return FALSE;
    }

  *line = reader->buffer + reader->first;
  *length = newline != NULL ? (gsize) (newline + 1 - *line) : reader->end - reader->first;
  reader->first += *length;
  reader->number += *length > 0;
  return TRUE;
}

/**
 * ent_line_reader_skip_line:
 * @reader: a reader
 * @cancellable: (nullable): to stop it
 * @error: why it could not be read
 *
 * Passes over the rest of a line, whatever its length.
 *
 * Returns: whether there was no error
 */
gboolean
ent_line_reader_skip_line (EntLineReader  *reader,
                           GCancellable   *cancellable,
                           GError        **error)
{
  g_return_val_if_fail (reader != NULL, FALSE);

  for (;;)
    {
      gsize held = reader->end - reader->first;
      const char *newline = held > 0 ? memchr (reader->buffer + reader->first, reader->newline, held) : NULL;

      if (newline != NULL)
        {
          reader->first = (gsize) (newline + 1 - reader->buffer);
          return TRUE;
        }
      reader->first = reader->end;
      if (reader->finished)
        return TRUE;
      if (!fill (reader, cancellable, error))
        return FALSE;
    }
}

/**
 * ent_line_reader_get_number:
 * @reader: a reader
 *
 * Returns: the number of the line taken last, from 1
 */
guint64
ent_line_reader_get_number (EntLineReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return reader->number;
}
