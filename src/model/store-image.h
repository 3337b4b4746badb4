/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/* Keeps one column. Returns whether it could. */
typedef gboolean (*EntImageWriteFunc) (const char    *name,
                                       gconstpointer  bytes,
                                       gsize          length,
                                       gpointer       data,
                                       GError       **error);
/* Gives a column back as it was kept, in memory of its own, or %NULL where it cannot. */
typedef gpointer (*EntImageReadFunc) (const char  *name,
                                      gsize       *length,
                                      gpointer     data,
                                      GError     **error);

/* A store's columns as bytes, so that a million events are read in as long as it takes to read that many bytes. They
 * hold for one machine and one vocabulary, which ent_store_image_dup_format() tells, and are made anew elsewhere. */

char          *ent_store_image_dup_format (const EntVocabulary *vocabulary);
gboolean       ent_store_image_write      (const EntEventStore *store,
                                           EntImageWriteFunc    write,
                                           gpointer             data,
                                           GError             **error);
EntEventStore *ent_store_image_read       (EntVocabulary       *vocabulary,
                                           GPtrArray           *statements,
                                           EntImageReadFunc     read,
                                           gpointer             data,
                                           GError             **error);

G_END_DECLS
