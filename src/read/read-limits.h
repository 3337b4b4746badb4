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
  ENT_LIMIT_SECONDS, /* that a file may take which is read by a program of its own, or comes through a pipe */
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

const char    *ent_read_limit_to_id     (EntReadLimit          limit);
gboolean       ent_read_limits_set      (EntReadLimits        *limits,
                                         const char           *text,
                                         GError              **error);
EntReadLimits  ent_read_limits_complete (const EntReadLimits  *limits);

G_END_DECLS
