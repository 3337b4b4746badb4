/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-owner.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* An owner on another computer that was silent for so long, in seconds, is gone. */
#define MOST_SILENCE 120

/* Where the numbers of processes mean the same: this start of the system, and this container of it. */
static char *
dup_space (void)
{
  g_autofree char *boot = NULL;
  g_autofree char *processes = g_file_read_link ("/proc/self/ns/pid", NULL);

  g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL);
  return g_strdup_printf ("%s %s", boot != NULL ? g_strstrip (boot) : "?", processes != NULL ? processes : "?");
}

/* When a process began, so that another with its number is told from it: field 22 of its stat, counted after its name,
 * which may hold anything. 0 where that cannot be known. */
static gint64
find_start (gint64 process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", process);
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (at = strrchr (text, ')')) == NULL)
    return 0;
  for (guint field = 2; field < 22 && at != NULL; field++)
    {
      at = strchr (at, ' ');
      at = at != NULL ? at + 1 : NULL;
    }
  return at != NULL ? g_ascii_strtoll (at, NULL, 10) : 0;
}

static gboolean
is_running (gint64 process,
            gint64 started)
{
  if (kill ((pid_t) process, 0) != 0 && errno == ESRCH)
    return FALSE;
  return find_start (process) == started;
}

/* Whether the owner that the row names is still at work. */
static gboolean
is_at_work (EntQuery *row)
{
  g_autofree char *space = dup_space ();
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (g_strcmp0 (ent_query_get_text (row, 0), g_get_host_name ()) == 0
      && g_strcmp0 (ent_query_get_text (row, 1), space) == 0)
    return is_running (ent_query_get_number (row, 2), ent_query_get_number (row, 3));
  return ABS (now - ent_query_get_number (row, 4)) <= MOST_SILENCE;
}

static gboolean
write_row (EntDatabase  *database,
           const char   *token,
           GError      **error)
{
  EntQuery *query = ent_database_query (database, "REPLACE INTO owner VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)", error);
  g_autofree char *space = dup_space ();

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, g_get_host_name ());
  ent_query_bind_text (query, 2, space);
  ent_query_bind_number (query, 3, getpid ());
  ent_query_bind_number (query, 4, find_start (getpid ()));
  ent_query_bind_text (query, 5, token);
  ent_query_bind_number (query, 6, g_get_real_time () / G_USEC_PER_SEC);
  return ent_query_run (query, error);
}

/**
 * ent_archive_owner_claim:
 * @database: a connection that has begun to write
 * @token: what tells this claim from others of the same process
 * @other: (out): who has it, if it is somebody else
 * @is_ours: (out): whether it is ours now
 * @error: where to say what failed
 *
 * Takes a file that nobody writes, or whose owner is gone.
 *
 * Returns: whether that could be found out
 */
gboolean
ent_archive_owner_claim (EntDatabase      *database,
                         const char       *token,
                         EntArchiveOwner  *other,
                         gboolean         *is_ours,
                         GError          **error)
{
  EntQuery *query = ent_database_query (database, "SELECT host, space, process, started, heartbeat FROM owner", error);
  g_autoptr (GError) failure = NULL;

  *is_ours = TRUE;
  if (query == NULL)
    return FALSE;
  if (ent_query_next (query, &failure) && is_at_work (query))
    {
      other->host = g_strdup (ent_query_get_text (query, 0));
      other->process = ent_query_get_number (query, 2);
      *is_ours = FALSE;
    }
  ent_query_end (query);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return !*is_ours || write_row (database, token, error);
}

/**
 * ent_archive_owner_beat:
 * @database: a connection that has begun to write
 * @token: what the file was claimed with
 * @is_ours: (out): whether it is still ours
 * @error: where to say what failed
 *
 * Says that the owner is still at work.
 *
 * Returns: whether that could be written
 */
gboolean
ent_archive_owner_beat (EntDatabase  *database,
                        const char   *token,
                        gboolean     *is_ours,
                        GError      **error)
{
  EntQuery *query = ent_database_query (database, "UPDATE owner SET heartbeat = ?1 WHERE token = ?2", error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, g_get_real_time () / G_USEC_PER_SEC);
  ent_query_bind_text (query, 2, token);
  if (!ent_query_run (query, error))
    return FALSE;
  *is_ours = ent_database_get_n_changes (database) == 1;
  return TRUE;
}

/**
 * ent_archive_owner_leave:
 * @database: a connection that has begun to write
 * @token: what the file was claimed with
 * @error: where to say what failed
 *
 * Gives the file up, if it is still ours.
 *
 * Returns: whether that could be written
 */
gboolean
ent_archive_owner_leave (EntDatabase  *database,
                         const char   *token,
                         GError      **error)
{
  EntQuery *query = ent_database_query (database, "DELETE FROM owner WHERE token = ?1", error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_text (query, 1, token);
  return ent_query_run (query, error);
}
