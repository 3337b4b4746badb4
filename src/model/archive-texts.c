/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/archive-private.h"

/* Each text is read once and then held by its statement, so pages are of no use again. */
#define FEW_PAGES "PRAGMA cache_size = -512"

/* A connection of its own, since any thread may look at a text while another one writes. Texts never change. */
struct _EntTextSource
{
  GMutex lock;
  EntDatabase *database;
};

/**
 * ent_text_source_new:
 * @path: an archive's file
 * @error: where to say why it cannot be read
 *
 * Returns: (transfer full) (nullable): what reads its statements' texts, as long as it lives
 */
EntTextSource *
ent_text_source_new (const char  *path,
                     GError     **error)
{
  EntDatabase *database = ent_database_open (path, 0, error);
  EntTextSource *self;

  if (database == NULL)
    return NULL;
  ent_database_exec (database, FEW_PAGES, NULL);
  self = g_atomic_rc_box_new0 (EntTextSource);
  g_mutex_init (&self->lock);
  self->database = database;
  return self;
}

/**
 * ent_text_source_ref:
 * @source: a source
 *
 * Returns: (transfer full): @source
 */
EntTextSource *
ent_text_source_ref (EntTextSource *source)
{
  return g_atomic_rc_box_acquire (source);
}

static void
clear_source (gpointer data)
{
  EntTextSource *self = data;

  ent_database_close (self->database);
  g_mutex_clear (&self->lock);
}

/**
 * ent_text_source_unref:
 * @source: (transfer full): a source
 */
void
ent_text_source_unref (EntTextSource *source)
{
  g_atomic_rc_box_release_full (source, clear_source);
}

/**
 * ent_text_source_load:
 * @source: a source
 * @statement: a statement's row
 *
 * Returns: (transfer full) (nullable): its text, %NULL if it cannot be read any more
 */
GBytes *
ent_text_source_load (gpointer source,
                      gint64   statement)
{
  EntTextSource *self = source;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  EntQuery *query = ent_database_query (self->database, "SELECT text FROM texts WHERE statement = ?1", NULL);
  GBytes *bytes = NULL;

  if (query == NULL)
    return NULL;
  ent_query_bind_number (query, 1, statement);
  if (ent_query_next (query, NULL))
    {
      gsize length;
      gconstpointer text = ent_query_get_blob (query, 0, &length);

      bytes = g_bytes_new (text, length);
    }
  ent_query_end (query);
  return bytes;
}
