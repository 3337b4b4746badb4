/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs that read for this process without rights are started once each, when they are first wanted, and end
 * with it, however it ends: their standard input is a socket whose other end no one else has. */
#include "read/helper-server.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

G_LOCK_DEFINE_STATIC (servers);
static GHashTable *servers = NULL; /* path of a program → the socket to it */

/* Returns the socket, or 0. */
static int
start (const char *path)
{
  static const char * const environment[] = { "LC_ALL=C.UTF-8", NULL };
  const char * const argv[] = { path, NULL };
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    return 0;
  gboolean started = g_spawn_async_with_pipes_and_fds (
    "/", argv, environment, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_LEAVE_DESCRIPTORS_OPEN,
    NULL, NULL, ends[1], -1, -1, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
  close (ends[1]);
  if (started)
    return ends[0];
  close (ends[0]);
  return 0;
}

static gboolean
send_question (int         server,
               const char *words,
               const int   fds[ENT_HELPER_N_DESCRIPTORS])
{
  union
  {
    struct cmsghdr head;
    char bytes[CMSG_SPACE (ENT_HELPER_N_DESCRIPTORS * sizeof (int))];
  } rights = { 0 };
  struct iovec part = { (char *) words, strlen (words) };
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights
  };
  struct cmsghdr *head = CMSG_FIRSTHDR (&message);
  gssize n;

  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN (ENT_HELPER_N_DESCRIPTORS * sizeof (int));
  memcpy (CMSG_DATA (head), fds, ENT_HELPER_N_DESCRIPTORS * sizeof (int));
  do
    n = sendmsg (server, &message, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n >= 0;
}

/**
 * ent_helper_server_ask:
 * @path: a program
 * @words: (array zero-terminated=1): what it is told of how to read; without spaces
 * @fds: what it is to read, where to say what it read, and the line over which one takes leave of it
 *
 * Has a program read a file, in a process of its own. Any thread may ask.
 *
 * Returns: whether it was asked; not if it cannot be started
 */
gboolean
ent_helper_server_ask (const char         *path,
                       const char * const *words,
                       const int           fds[ENT_HELPER_N_DESCRIPTORS])
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);
  gboolean asked = FALSE;

  g_return_val_if_fail (path != NULL && strlen (joined) <= ENT_HELPER_MAX_WORDS, FALSE);

  G_LOCK (servers);
  if (servers == NULL)
    servers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int server = GPOINTER_TO_INT (g_hash_table_lookup (servers, path));
  if (server > 0)
    asked = send_question (server, joined, fds);
  if (!asked)
    {
      /* It was stopped by someone, or not started yet. */
      if (server > 0)
        close (server);
      server = start (path);
      g_hash_table_insert (servers, g_strdup (path), GINT_TO_POINTER (server));
      asked = server > 0 && send_question (server, joined, fds);
    }
  G_UNLOCK (servers);
  return asked;
}
