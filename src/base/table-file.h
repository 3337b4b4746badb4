/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntTableFunc:
 * @fields: the row's fields, %NULL-terminated, as many as the table's header names
 * @file: the file's name, for messages
 * @line: the row's line, from 1
 * @data: user data
 * @error: where to say what is wrong
 *
 * Called for each row.
 *
 * Returns: whether to go on; %FALSE with @error set otherwise
 */
typedef gboolean (*EntTableFunc) (const char * const *fields,
                                  const char         *file,
                                  guint               line,
                                  gpointer            data,
                                  GError            **error);

typedef enum
{
  ENT_TABLE_ERROR_HEADER, /* the first line does not name the expected columns */
  ENT_TABLE_ERROR_FIELDS, /* a row has more or fewer fields than the header */
  ENT_TABLE_ERROR_VALUE   /* a field has a value that the table does not allow */
} EntTableError;

#define ENT_TABLE_ERROR (ent_table_error_quark ())
GQuark   ent_table_error_quark (void);

gboolean ent_table_file_read   (const char          *file,
                                const char * const  *columns,
                                EntTableFunc         func,
                                gpointer             data,
                                GError             **error);

G_END_DECLS
