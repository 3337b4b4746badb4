/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/record.h"

G_BEGIN_DECLS

/**
 * EntJsonCursor:
 * @text: all of the text
 * @p: the place in it
 * @end: its end
 *
 * A place in a JSON text. A plain value.
 */
typedef struct
{
  const char *text;
  const char *p;
  const char *end;
} EntJsonCursor;

gboolean ent_json_cursor_at        (EntJsonCursor *cursor,
                                    char           c);
gboolean ent_json_cursor_take      (EntJsonCursor *cursor,
                                    char           c);
gboolean ent_json_cursor_fail      (EntJsonCursor *cursor,
                                    const char    *what,
                                    GError       **error);
gboolean ent_json_cursor_text      (EntJsonCursor *cursor,
                                    GString       *text,
                                    gboolean      *is_null,
                                    GError       **error);
gboolean ent_json_cursor_number    (EntJsonCursor *cursor,
                                    gint64        *number,
                                    GError       **error);
gboolean ent_json_cursor_skip      (EntJsonCursor *cursor,
                                    GError       **error);
gboolean ent_json_cursor_expect    (EntJsonCursor *cursor,
                                    char           c,
                                    GError       **error);
gboolean ent_json_record_read      (EntJsonCursor *cursor,
                                    EntRecord     *record,
                                    GError       **error);
gboolean ent_json_record_parse     (const char    *text,
                                    gsize          length,
                                    EntRecord     *record,
                                    GError       **error);
gboolean ent_json_looks_like_record (const char   *text,
                                     gsize         length);

G_END_DECLS
