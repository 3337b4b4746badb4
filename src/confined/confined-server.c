/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most of the time that a program takes to read a small file goes into loading its libraries. So it is started once and
 * waits for files, on the socket that is its standard input; for each one it splits off a child, which reads that file
 * alone. Who waits looks at no file's content, and hands nothing from one child to the next. */
#include "confined/confined-server.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "read/helper-message.h"

typedef struct
{
  pid_t pid;
  int line; /* to whoever asked: it ends when the child is of no use any more, and tells how the child ended */
  gboolean stopped;
} Child;

typedef struct
{
  GArray *children; /* (element-type Child) */
  int deaths;       /* where it is told that a child ended */
  sigset_t signals; /* those of a child */
} Server;

static void
close_all (const int *fds,
           gsize      n)
{
  for (gsize i = 0; i < n; i++)
    close (fds[i]);
}

/* The descriptors that came with a message. Returns whether they are those of a question. */
static gboolean
take_descriptors (struct msghdr *message,
                  int            fds[ENT_HELPER_N_DESCRIPTORS])
{
  struct cmsghdr *part = CMSG_FIRSTHDR (message);
  gsize n = part != NULL && part->cmsg_type == SCM_RIGHTS ? (part->cmsg_len - CMSG_LEN (0)) / sizeof (int) : 0;

  if (n > 0)
    memcpy (fds, CMSG_DATA (part), MIN (n, ENT_HELPER_N_DESCRIPTORS) * sizeof (int));
  if (n == ENT_HELPER_N_DESCRIPTORS)
    return TRUE;
  close_all (fds, MIN (n, ENT_HELPER_N_DESCRIPTORS));
  return FALSE;
}

/* Waits for a question: the words that a child gets, and its descriptors. Once nobody can ask any more, this ends, and
 * with it all children. */
static char **
receive (int fds[ENT_HELPER_N_DESCRIPTORS])
{
  char words[ENT_HELPER_MAX_WORDS + 1];
  union
  {
    struct cmsghdr head;
    char bytes[CMSG_SPACE (ENT_HELPER_N_DESCRIPTORS * sizeof (int))];
  } rights;
  struct iovec part = { words, ENT_HELPER_MAX_WORDS };
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights
  };
  gssize n;

  do
    n = recvmsg (STDIN_FILENO, &message, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  if (n <= 0)
    _exit (0);
  words[n] = '\0';
  return take_descriptors (&message, fds) ? g_strsplit (words, " ", -1) : NULL;
}

/* Returns whether this is the child. */
static gboolean
split (Server    *self,
       const int  fds[ENT_HELPER_N_DESCRIPTORS])
{
  pid_t server = getpid ();
  Child child = { .pid = fork (), .line = fds[ENT_HELPER_LINE] };

  if (child.pid == 0)
    {
      /* What else it has open, it closes when it shuts itself in. */
      if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid () != server
          || dup2 (fds[ENT_HELPER_INPUT], STDIN_FILENO) < 0 || dup2 (fds[ENT_HELPER_OUTPUT], STDOUT_FILENO) < 0
          || sigprocmask (SIG_SETMASK, &self->signals, NULL) != 0)
        _exit (1);
      return TRUE;
    }
  close (fds[ENT_HELPER_INPUT]);
  close (fds[ENT_HELPER_OUTPUT]);
  if (child.pid > 0)
    g_array_append_val (self->children, child);
  else
    close (child.line);
  return FALSE;
}

static void
stop (Child *child)
{
  kill (child->pid, SIGKILL);
  child->stopped = TRUE;
}

/* Tells whoever asked for them how those ended that did. */
static void
bury (Server *self)
{
  struct signalfd_siginfo info;
  int status;
  pid_t pid;

  while (read (self->deaths, &info, sizeof info) > 0)
    continue;
  while ((pid = waitpid (-1, &status, WNOHANG)) > 0)
    for (guint i = 0; i < self->children->len; i++)
      {
        const Child *child = &g_array_index (self->children, Child, i);

        if (child->pid != pid)
          continue;
        send (child->line, &status, sizeof status, MSG_NOSIGNAL | MSG_DONTWAIT);
        close (child->line);
        g_array_remove_index_fast (self->children, i);
        break;
      }
}

/* Waits until there is a question. Meanwhile children end, or are of no use any more. */
static void
wait_for_question (Server *self)
{
  gboolean is_asked = FALSE;

  while (!is_asked)
    {
      g_autoptr (GArray) fds = g_array_new (FALSE, FALSE, sizeof (struct pollfd));
      const struct pollfd own[] = { { STDIN_FILENO, POLLIN, 0 }, { self->deaths, POLLIN, 0 } };

      g_array_append_vals (fds, own, G_N_ELEMENTS (own));
      for (guint i = 0; i < self->children->len; i++)
        {
          const Child *child = &g_array_index (self->children, Child, i);
          const struct pollfd line = { child->stopped ? -1 : child->line, POLLRDHUP, 0 };

          g_array_append_val (fds, line);
        }
      if (poll ((struct pollfd *) (gpointer) fds->data, fds->len, -1) < 0)
        continue;
      for (guint i = 0; i < self->children->len; i++)
        if (g_array_index (fds, struct pollfd, G_N_ELEMENTS (own) + i).revents != 0)
          stop (&g_array_index (self->children, Child, i));
      if (g_array_index (fds, struct pollfd, 1).revents != 0)
        bury (self);
      is_asked = g_array_index (fds, struct pollfd, 0).revents != 0;
    }
}

/**
 * ent_confined_server_run:
 *
 * Waits for files to read, as helper-message.h has it, and returns for each of them in a process of its own, whose
 * standard input is the file. Everything that holds for all files is to be done before.
 *
 * Returns: (transfer full): what whoever asked says of how to read it
 */
char **
ent_confined_server_run (void)
{
  Server self = { .children = g_array_new (FALSE, FALSE, sizeof (Child)) };
  int fds[ENT_HELPER_N_DESCRIPTORS];
  char **words = NULL;
  sigset_t deaths;

  sigemptyset (&deaths);
  sigaddset (&deaths, SIGCHLD);
  /* Of those who cannot do so, the children say it. */
  close_range (STDERR_FILENO + 1, G_MAXUINT, 0);
  sigprocmask (SIG_BLOCK, &deaths, &self.signals);
  self.deaths = signalfd (-1, &deaths, SFD_NONBLOCK | SFD_CLOEXEC);
  for (;;)
    {
      wait_for_question (&self);
      words = receive (fds);
      if (words != NULL && split (&self, fds))
        break;
      g_strfreev (words);
    }
  g_array_unref (self.children);
  return words;
}
