/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EntLineReader:
 *
 * Reads a stream a line at a time, holding no more of it than the line and one block.
 */
typedef struct _EntLineReader EntLineReader;

EntLineReader *ent_line_reader_new        (GInputStream   *stream);
void           ent_line_reader_set_end    (EntLineReader  *reader,
                                           guint64         bytes);
void           ent_line_reader_set_newline (EntLineReader *reader,
                                           char           newline);
void           ent_line_reader_set_told   (EntLineReader  *reader,
                                           void           (*told) (gsize n, gpointer data),
                                           gpointer        data);
void           ent_line_reader_set_wait   (EntLineReader  *reader,
                                           int             fd,
                                           guint           seconds);
void           ent_line_reader_free       (EntLineReader  *reader);
gboolean       ent_line_reader_peek       (EntLineReader  *reader,
                                           gsize           wanted,
                                           const char    **data,
                                           gsize          *length,
                                           GCancellable   *cancellable,
                                           GError        **error);
void           ent_line_reader_skip       (EntLineReader  *reader,
                                           gsize           length);
gboolean       ent_line_reader_next       (EntLineReader  *reader,
                                           gsize           max_length,
                                           const char    **line,
                                           gsize          *length,
                                           GCancellable   *cancellable,
                                           GError        **error);
gboolean       ent_line_reader_skip_line  (EntLineReader  *reader,
                                           GCancellable   *cancellable,
                                           GError        **error);
guint64        ent_line_reader_get_number (EntLineReader  *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLineReader, ent_line_reader_free)

G_END_DECLS
