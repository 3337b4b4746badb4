/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntConfinedSay:
 * @tag: what is said
 * @bytes: (array length=length): the rest of it
 * @length: its length
 * @data: user data
 *
 * Takes a message of a program without rights.
 */
typedef void (*EntConfinedSay) (char        tag,
                                const void *bytes,
                                gsize       length,
                                gpointer    data);

void     ent_confined_program_say         (char         tag,
                                           const void  *bytes,
                                           gsize        length);
void     ent_confined_program_flush       (gboolean     now);
G_GNUC_NORETURN
void     ent_confined_program_end         (void);
guint64  ent_confined_program_read_number (char       **words,
                                           guint        i);
GBytes  *ent_confined_program_enter       (const char  *folder,
                                           guint64      max_memory,
                                           guint        max_seconds);

G_END_DECLS
