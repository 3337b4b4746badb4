/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs that read without rights are started once, and each file has a process of its own. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "read/helper-process.h"
#include "script-program.h"

#define DONE "printf '.\\0\\0\\0\\0'"
/* A message of nine digits. */
#define SAY(number) "printf 'N\\0\\0\\0\\11%09d' \"" number "\";"

static EntHelperProcess *
ask (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *name = g_path_get_basename (program);
  EntReadOptions options = { .programs = folder };
  EntReadContext context = { .options = &options };
  const char * const words[] = { "1", "2", NULL };

  return ent_helper_process_new (&context, name, words, "abc", 3);
}

static EntHelperState
hear (EntHelperProcess *process,
      int              *number)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  EntHelperMessage message;
  EntHelperState state = ent_helper_process_read (process, 9, deadline, &message);

  if (state == ENT_HELPER_SAID)
    {
      g_autofree char *digits = g_strndup ((const char *) message.bytes, message.length);

      *number = (int) g_ascii_strtoll (digits, NULL, 10);
    }
  return state;
}

/* What the script says first. */
static int
run (const char *program,
     const char *script)
{
  g_autoptr (EntHelperProcess) process = NULL;
  int number = 0;

  script_program_set (program, script);
  process = ask (program);
  g_assert_cmpint (hear (process, &number), ==, ENT_HELPER_SAID);
  return number;
}

/* One that ended may wait to be buried by whoever took it over. */
static gboolean
has_ended (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *state = NULL;

  return !g_file_get_contents (path, &state, NULL, NULL) || strstr (state, ") Z ") != NULL;
}

static void
assert_ends (int pid)
{
  for (guint i = 0; i < 1000 && !has_ended (pid); i++)
    g_usleep (10000);
  g_assert_true (has_ended (pid));
}

/* One process waits, others read, and have nothing open but what they read and where they say it. */
static void
test_split (void)
{
  char *program = script_program_new ("reader");
  int server = run (program, SAY ("$PPID") DONE);

  g_assert_cmpint (server, !=, getpid ());
  g_assert_cmpint (run (program, SAY ("$PPID") DONE), ==, server);
  g_assert_cmpint (run (program, SAY ("$$") DONE), !=, run (program, SAY ("$$") DONE));
  g_assert_cmpint (run (program, SAY ("$(cat | wc -c)") DONE), ==, 3);
  g_assert_cmpint (run (program, SAY ("$(ls -l /proc/$$/fd | grep -c memfd)") DONE), ==, 1);
  g_assert_cmpint (run (program, SAY ("$(ls -l /proc/$$/fd | grep -c -e socket -e anon_inode)") DONE), ==, 0);
  g_assert_cmpint (run (program, SAY ("$(grep -c 'SigBlk:.*0000000000000000' /proc/$$/status)") DONE), ==, 1);
  script_program_remove (program);
}

/* What becomes of one is nothing to the others; and if the one that waits is stopped, there is another. */
static void
test_alone (void)
{
  char *program = script_program_new ("reader");
  g_autoptr (EntHelperProcess) slow = NULL, crashes = NULL, stopped = NULL;
  int number = 0, server = 0;

  script_program_set (program, SAY ("$$") "sleep 0.5;" SAY ("7") DONE);
  slow = ask (program);
  g_assert_cmpint (hear (slow, &number), ==, ENT_HELPER_SAID);
  script_program_set (program, SAY ("$PPID") "kill -SEGV $$");
  crashes = ask (program);
  g_assert_cmpint (hear (crashes, &server), ==, ENT_HELPER_SAID);
  g_assert_cmpint (hear (crashes, &number), ==, ENT_HELPER_CRASHED);
  script_program_set (program, "kill -XCPU $$");
  stopped = ask (program);
  g_assert_cmpint (hear (stopped, &number), ==, ENT_HELPER_TOO_LONG);
  g_assert_cmpint (hear (slow, &number), ==, ENT_HELPER_SAID);
  g_assert_cmpint (number, ==, 7);
  g_assert_cmpint (hear (slow, &number), ==, ENT_HELPER_DONE);
  g_assert_cmpint (kill (server, SIGKILL), ==, 0);
  assert_ends (server);
  g_assert_cmpint (run (program, SAY ("$PPID") DONE), !=, server);
  script_program_remove (program);
}

/* Who reads ends when it is of no use any more, also if it says no more but goes on. */
static void
test_stopped (void)
{
  char *program = script_program_new ("reader");
  g_autoptr (EntHelperProcess) silent = NULL;
  int number = 0;

  assert_ends (run (program, SAY ("$$") "exec sleep 600"));
  script_program_set (program, SAY ("$$") "exec >/dev/null; exec sleep 600");
  silent = ask (program);
  g_assert_cmpint (hear (silent, &number), ==, ENT_HELPER_SAID);
  g_assert_cmpint (hear (silent, &(int) { 0 }), ==, ENT_HELPER_CRASHED);
  assert_ends (number);
  script_program_remove (program);
}

/* All end with who asked, however that ends. */
static void
test_orphans (void)
{
  char *program = script_program_new ("reader");
  int out[2], pids[2] = { 0 }, status;

  g_assert_cmpint (pipe (out), ==, 0);
  pid_t asks = fork ();
  if (asks == 0)
    {
      EntHelperProcess *process;

      script_program_set (program, SAY ("$$") SAY ("$PPID") "exec sleep 600");
      process = ask (program);
      hear (process, &pids[0]);
      hear (process, &pids[1]);
      if (write (out[1], pids, sizeof pids) != sizeof pids)
        _exit (1);
      pause ();
    }
  close (out[1]);
  g_assert_cmpint (read (out[0], pids, sizeof pids), ==, sizeof pids);
  close (out[0]);
  g_assert_cmpint (pids[0], >, 1);
  g_assert_cmpint (pids[1], >, 1);
  kill (asks, SIGKILL);
  g_assert_cmpint (waitpid (asks, &status, 0), ==, asks);
  assert_ends (pids[0]);
  assert_ends (pids[1]);
  script_program_remove (program);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helper-process/split", test_split);
  g_test_add_func ("/helper-process/alone", test_alone);
  g_test_add_func ("/helper-process/stopped", test_stopped);
  g_test_add_func ("/helper-process/orphans", test_orphans);
  return g_test_run ();
}
