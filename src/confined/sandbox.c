/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A sanitizer maps terabytes, and has calls of its own. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED TRUE
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED TRUE
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED FALSE
#endif

/* What a program needs that computes, and writes what it computed. No other call does anything: no file is made or
 * changed, nothing is run, no one is talked to, and no process is looked at or stopped. */
static const int allowed[] = {
  SCMP_SYS (access),
  SCMP_SYS (brk),
  SCMP_SYS (clock_getres),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (close),
  SCMP_SYS (dup),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),
  SCMP_SYS (fcntl),
  SCMP_SYS (fstat),
  SCMP_SYS (fstatfs),
  SCMP_SYS (futex),
  SCMP_SYS (getcwd),
  SCMP_SYS (getdents64),
  SCMP_SYS (getegid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getpid),
  SCMP_SYS (getrandom),
  SCMP_SYS (gettid),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (getuid),
  SCMP_SYS (lseek),
  SCMP_SYS (lstat),
  SCMP_SYS (madvise),
  SCMP_SYS (mremap),
  SCMP_SYS (munmap),
  SCMP_SYS (nanosleep),
  SCMP_SYS (newfstatat),
  SCMP_SYS (pread64),
  SCMP_SYS (read),
  SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),
  SCMP_SYS (readv),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (rseq),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (sched_yield),
  SCMP_SYS (set_robust_list),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (stat),
  SCMP_SYS (statx),
  SCMP_SYS (sysinfo),
  SCMP_SYS (uname),
  SCMP_SYS (write),
  SCMP_SYS (writev),
};

/* Whoever does not stop at the limit is stopped a step beyond it. */
static gboolean
set_limit (int     resource,
           guint64 most,
           guint64 step)
{
  const struct rlimit limit = { most, most + step };

  return setrlimit (resource, &limit) == 0;
}

/* How much memory the program and its libraries have mapped already. */
static guint64
get_mapped (void)
{
  g_autofree char *numbers = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &numbers, NULL, NULL))
    return 0;
  return g_ascii_strtoull (numbers, NULL, 10) * (guint64) sysconf (_SC_PAGESIZE);
}

/* No file can be opened but those in one folder, if any, on a kernel that knows how to see to that (5.13). */
static void
close_file_system (const char *folder)
{
  const struct landlock_ruleset_attr files = {
    .handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE
                         | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE
                         | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG
                         | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK
                         | LANDLOCK_ACCESS_FS_MAKE_SYM,
  };
  struct landlock_path_beneath_attr data = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
  };
  int rules = (int) syscall (SYS_landlock_create_ruleset, &files, sizeof files, 0);

  if (rules < 0)
    return;
  data.parent_fd = folder != NULL ? open (folder, O_PATH | O_CLOEXEC) : -1;
  if (data.parent_fd >= 0)
    {
      syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &data, 0);
      close (data.parent_fd);
    }
  syscall (SYS_landlock_restrict_self, rules, 0);
  close (rules);
}

/* Files are opened to be read, and no memory becomes code. */
static gboolean
allow_calls (scmp_filter_ctx filter)
{
  static const int opening[] = { SCMP_SYS (open), SCMP_SYS (openat) };
  static const int mapping[] = { SCMP_SYS (mmap), SCMP_SYS (mprotect) };
  gboolean done = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    done = done && seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    done = done
           && seccomp_rule_add (filter, SCMP_ACT_ALLOW, opening[i], 1,
                                SCMP_CMP (i == 0 ? 1 : 2, SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY))
                == 0;
  for (guint i = 0; i < G_N_ELEMENTS (mapping); i++)
    done = done
           && seccomp_rule_add (filter, SCMP_ACT_ALLOW, mapping[i], 1, SCMP_CMP (2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
                == 0;
  /* To stop oneself, as abort () does; and to ask for one's own limits, as the allocator may. */
  done = done
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                              SCMP_CMP (0, SCMP_CMP_EQ, (scmp_datum_t) getpid ()))
              == 0;
  return done
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_CMP (2, SCMP_CMP_EQ, 0)) == 0;
}

/* Every call that is not allowed fails as if it were forbidden; nothing stops for it. */
static gboolean
close_system_calls (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean done = filter != NULL && allow_calls (filter) && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);
  return done;
}

/* What whoever started this process had open is none of its business: only its input and its output stay. */
static gboolean
close_inherited (void)
{
  return close_range (STDERR_FILENO + 1, G_MAXUINT, 0) == 0;
}

/**
 * ent_sandbox_enter:
 * @folder: (nullable): the one folder whose files may still be read
 * @max_memory: the most memory that may be asked for from here on, in bytes
 * @max_seconds: the most processor time, in seconds; 0 for no limit but what whoever started this process sets
 *
 * Gives up, for the rest of this process, every right but to compute, to read its standard input and @folder, and to
 * write to its standard output and error. On a kernel without Landlock other files stay readable; without seccomp
 * filters nothing is entered.
 *
 * Returns: whether that was done
 */
gboolean
ent_sandbox_enter (const char *folder,
                   guint64     max_memory,
                   guint       max_seconds)
{
  /* Whoever asked for this process is gone when it is of no use any more. */
  if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
      || prctl (PR_SET_DUMPABLE, 0) != 0 || !close_inherited ())
    return FALSE;
  if (!set_limit (RLIMIT_CORE, 0, 0) || !set_limit (RLIMIT_FSIZE, 0, 0)
      || (max_seconds > 0 && !set_limit (RLIMIT_CPU, max_seconds, 1)))
    return FALSE;
  if (!IS_SANITIZED && !set_limit (RLIMIT_AS, get_mapped () + max_memory, 0))
    return FALSE;
  close_file_system (folder);
  return IS_SANITIZED || close_system_calls ();
}
