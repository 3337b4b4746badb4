/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "read/read-context.h"

G_BEGIN_DECLS

/* What a program that reads without rights did last. */
typedef enum
{
  ENT_HELPER_SAID,          /* it said something, and may say more */
  ENT_HELPER_DONE,          /* it said all */
  ENT_HELPER_MISSING,       /* it could not be started */
  ENT_HELPER_UNSAFE,        /* it could not shut itself in, and so read nothing */
  ENT_HELPER_CRASHED,       /* it ended before it had said all */
  ENT_HELPER_OUT_OF_MEMORY, /* the same, after memory was refused to it */
  ENT_HELPER_TOO_LONG,      /* it was stopped after its time */
  ENT_HELPER_TOO_LARGE,     /* it was stopped when it said more than is read */
  ENT_HELPER_CANCELLED
} EntHelperState;

/**
 * EntHelperMessage:
 * @tag: what is said
 * @bytes: the rest of it, until the next message is read
 * @length: its length
 */
typedef struct
{
  char tag;
  const guint8 *bytes;
  gsize length;
} EntHelperMessage;

/**
 * EntHelperProcess:
 *
 * A program that reads a file without rights, and says in messages (helper-message.h) what it reads. It does not
 * outlive this value.
 */
typedef struct _EntHelperProcess EntHelperProcess;

EntHelperProcess *ent_helper_process_new              (const EntReadContext   *context,
                                                       const char             *program,
                                                       const char * const     *words,
                                                       const char             *input,
                                                       gsize                   length);
void              ent_helper_process_free             (EntHelperProcess       *process);
EntHelperState    ent_helper_process_read             (EntHelperProcess       *process,
                                                       gsize                   max_length,
                                                       gint64                  deadline,
                                                       EntHelperMessage       *message);
gboolean          ent_helper_process_get_lacks_memory (const EntHelperProcess *process);
GError           *ent_helper_process_make_error       (EntHelperState          state,
                                                       const EntReadLimits    *limits,
                                                       const char             *what);

guint32           ent_helper_message_get_number       (const EntHelperMessage *message,
                                                       gsize                   at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHelperProcess, ent_helper_process_free)

G_END_DECLS
