/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a program ended that was run for its output. */
typedef enum
{
  ENT_HELPER_DONE,
  ENT_HELPER_MISSING,   /* it could not be started */
  ENT_HELPER_CRASHED,   /* it ended by a signal or said that it failed */
  ENT_HELPER_TOO_LONG,  /* it was stopped after its time */
  ENT_HELPER_TOO_LARGE, /* it was stopped when it said more than is read */
  ENT_HELPER_CANCELLED
} EntHelperEnd;

EntHelperEnd ent_helper_process_run (const char * const  *argv,
                                     const char          *input,
                                     gsize                length,
                                     gsize                max_output,
                                     guint                max_seconds,
                                     GCancellable        *cancellable,
                                     GByteArray          *output);

G_END_DECLS
