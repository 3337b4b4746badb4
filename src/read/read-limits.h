/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_LIMIT_SIZE,    /* bytes of a text, or of a file that is not read line by line */
  ENT_LIMIT_PAGES,   /* of a PDF document */
  ENT_LIMIT_MEMBERS, /* of an archive */
  ENT_LIMIT_RATIO,   /* how many times its size an archive may unpack to */
  ENT_LIMIT_DEPTH,   /* of folders in each other */
  ENT_LIMIT_SECONDS, /* that a file may take, other than a stream of statements, or be silent if it is a pipe */
  ENT_LIMIT_MEMORY,  /* bytes that a program of its own may take */
  ENT_N_LIMITS
} EntReadLimit;

/**
 * EntReadLimits:
 * @most: what each limit allows at most; 0 for its default
 *
 * What is too much to be read. A plain value.
 */
typedef struct
{
  guint64 most[ENT_N_LIMITS];
} EntReadLimits;

/**
 * EntReadClock:
 * @end: when the time of a file is over, as g_get_monotonic_time() has it; 0 for never
 * @seconds: how much it had
 *
 * How long a file may take to be read. A plain value.
 */
typedef struct
{
  gint64 end;
  guint64 seconds;
} EntReadClock;

EntReadClock   ent_read_clock_start     (const EntReadLimits  *limits);
gboolean       ent_read_clock_check     (const EntReadClock   *clock,
                                         GError              **error);

const char    *ent_read_limit_to_id     (EntReadLimit          limit);
gboolean       ent_read_limits_set      (EntReadLimits        *limits,
                                         const char           *text,
                                         GError              **error);
EntReadLimits  ent_read_limits_complete (const EntReadLimits  *limits);

G_END_DECLS
