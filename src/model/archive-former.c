/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What statements said before they were parsed anew, so that this can be undone: a row of former_parses for each that
 * says something else since. It holds the other of two states, and changes places with what counts:
 *
 *               parses, parsed_events      former_parses
 *     done      as parsed anew             as before (is_before = 1)
 *     undone    as before                  as parsed anew (is_before = 0)
 */
#include "model/archive-private.h"

#include <string.h>

#define FACTS                                                                                                        \
  "parser, dates, title, date, date_basis, language, issuer, issuing_body, published_by, version_of, kind"

/* Longer texts SQLite does not hold. */
#define MOST_EVENTS (1000 * 1000 * 1000)

static void
read_facts (EntQuery  *row,
            EntFormer *former)
{
  for (int i = 0; i < ENT_N_FORMER_FACTS; i++)
    former->facts[i] = g_strdup (ent_query_get_text (row, i));
}

static void
bind_facts (EntQuery        *query,
            int              parameter,
            const EntFormer *former)
{
  for (int i = 0; i < ENT_N_FORMER_FACTS; i++)
    ent_query_bind_text (query, parameter + i, former->facts[i]);
}

/**
 * ent_former_clear:
 * @former: what a statement says or said
 */
void
ent_former_clear (EntFormer *former)
{
  for (guint i = 0; i < ENT_N_FORMER_FACTS; i++)
    g_clear_pointer (&former->facts[i], g_free);
  g_clear_pointer (&former->events, g_bytes_unref);
}

/**
 * ent_former_equal:
 * @former: what a statement said
 * @other: what it says
 *
 * Returns: whether that is the same, whatever parsed it
 */
gboolean
ent_former_equal (const EntFormer *former,
                  const EntFormer *other)
{
  for (guint i = 1; i < ENT_N_FORMER_FACTS; i++)
    if (g_strcmp0 (former->facts[i], other->facts[i]) != 0)
      return FALSE;
  return g_bytes_equal (former->events, other->events);
}

/**
 * ent_archive_read_former:
 * @archive: an archive
 * @number: a statement's row
 * @former: (out): gets what it says now
 * @error: where to say what failed
 *
 * Returns: whether it could be read
 */
gboolean
ent_archive_read_former (EntArchive  *archive,
                         gint64       number,
                         EntFormer   *former,
                         GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT " FACTS ", e.events FROM parses p JOIN parsed_events e"
                                        " ON e.statement = p.statement WHERE p.statement = ?1",
                                        error);
  gboolean found;

  *former = (EntFormer) { { NULL } };
  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  found = ent_query_next (query, error);
  if (found)
    {
      gsize length;
      gconstpointer events = ent_query_get_blob (query, ENT_N_FORMER_FACTS, &length);

      read_facts (query, former);
      former->events = g_bytes_new (events, length);
    }
  else
    ent_archive_tell_missing (number, error);
  ent_query_end (query);
  return found;
}

/* What comes out of a converter, if that is no more than @most bytes. */
static GBytes *
convert (GConverter    *converter,
         gconstpointer  bytes,
         gsize          length,
         gsize          most)
{
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GInputStream) through = g_converter_input_stream_new (in, converter);
  g_autofree guint8 *converted = g_try_malloc (most + 1);
  gsize n;

  if (converted == NULL || !g_input_stream_read_all (through, converted, most + 1, &n, NULL, NULL) || n > most)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&converted), n);
}

/* As SQLite's own archives have it: what would not become shorter stays as it is. */
static GBytes *
deflate (GBytes *events)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  gsize length;
  gconstpointer bytes = g_bytes_get_data (events, &length);
  GBytes *deflated = length > 0 ? convert (converter, bytes, length, length - 1) : NULL;

  return deflated != NULL ? deflated : g_bytes_ref (events);
}

static GBytes *
inflate (gconstpointer bytes,
         gsize         length,
         gint64        wanted)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GBytes) events = NULL;

  if ((gint64) length == wanted)
    return g_bytes_new (bytes, length);
  /* However much a damaged file tells that there is, or holds. */
  if (wanted < 0 || wanted > MOST_EVENTS)
    return NULL;
  events = convert (converter, bytes, length, (gsize) wanted);
  return events != NULL && (gint64) g_bytes_get_size (events) == wanted ? g_steal_pointer (&events) : NULL;
}

/**
 * ent_archive_keep_former:
 * @archive: an archive that has begun a change
 * @group: the group of changes that made something else of it
 * @number: a statement's row
 * @former: what it said
 * @is_before: whether that is how it was before the group, or after it
 * @error: where to say what failed
 *
 * Returns: whether it was written
 */
gboolean
ent_archive_keep_former (EntArchive       *archive,
                         gint64            group,
                         gint64            number,
                         const EntFormer  *former,
                         gboolean          is_before,
                         GError          **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "REPLACE INTO former_parses (change_group, statement, is_before, bytes, events,"
                                        " " FACTS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
                                        " ?14, ?15, ?16)",
                                        error);
  g_autoptr (GBytes) deflated = deflate (former->events);
  gsize length;
  gconstpointer bytes = g_bytes_get_data (deflated, &length);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  ent_query_bind_number (query, 2, number);
  ent_query_bind_number (query, 3, is_before);
  ent_query_bind_number (query, 4, (gint64) g_bytes_get_size (former->events));
  ent_query_bind_blob (query, 5, bytes, length);
  bind_facts (query, 6, former);
  return ent_query_run (query, error);
}

static gboolean
read_kept (EntArchive  *archive,
           gint64       group,
           gint64       number,
           EntFormer   *former,
           GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT " FACTS ", bytes, events FROM former_parses"
                                        " WHERE change_group = ?1 AND statement = ?2",
                                        error);

  *former = (EntFormer) { { NULL } };
  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  ent_query_bind_number (query, 2, number);
  if (ent_query_next (query, error))
    {
      gsize length;
      gconstpointer bytes = ent_query_get_blob (query, ENT_N_FORMER_FACTS + 1, &length);

      read_facts (query, former);
      former->events = inflate (bytes, length, ent_query_get_number (query, ENT_N_FORMER_FACTS));
    }
  ent_query_end (query);
  if (former->events != NULL)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_CORRUPT,
                 "is damaged: what its statement %" G_GINT64_FORMAT " said before cannot be read", number);
  return FALSE;
}

static gboolean
write_facts (EntArchive       *archive,
             gint64            number,
             const EntFormer  *former,
             GError          **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "REPLACE INTO parses (statement, " FACTS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
                                        " ?7, ?8, ?9, ?10, ?11, ?12)",
                                        error);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  bind_facts (query, 2, former);
  return ent_query_run (query, error);
}

static gboolean
write_events (EntArchive       *archive,
              gint64            number,
              const EntFormer  *former,
              GError          **error)
{
  EntQuery *query = ent_database_query (archive->database, "REPLACE INTO parsed_events VALUES (?1, ?2)", error);
  gsize length;
  const char *events = g_bytes_get_data (former->events, &length);

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, number);
  ent_query_bind_bytes (query, 2, events, length);
  return ent_query_run (query, error);
}

static gboolean
swap (EntArchive  *archive,
      gint64       group,
      gint64       number,
      gboolean     undo,
      GError     **error)
{
  gboolean indexed = number <= ent_archive_get_indexed (archive);
  g_auto (EntFormer) kept = { { NULL } };
  g_auto (EntFormer) present = { { NULL } };

  return read_kept (archive, group, number, &kept, error)
         && ent_archive_read_former (archive, number, &present, error)
         && (!indexed || ent_archive_unindex_events (archive, number, error))
         && write_facts (archive, number, &kept, error) && write_events (archive, number, &kept, error)
         && ent_archive_keep_former (archive, group, number, &present, !undo, error)
         && (!indexed || ent_archive_index_events (archive, number, error));
}

/**
 * ent_archive_swap_former:
 * @archive: an archive that has begun a change
 * @group: a group of changes that parsed statements anew
 * @undo: whether it is undone, or done again
 * @error: where to say what failed
 *
 * Lets statements say what they said before the group, or after it. Those of which something was said since that holds,
 * or that were parsed anew once more, stay: whoever codes alone undoes what others built upon.
 *
 * Returns: whether it did
 */
gboolean
ent_archive_swap_former (EntArchive  *archive,
                         gint64       group,
                         gboolean     undo,
                         GError     **error)
{
  EntQuery *query = ent_database_query (archive->database,
                                        "SELECT f.statement FROM former_parses f JOIN statements s"
                                        " ON s.number = f.statement WHERE f.change_group = ?1 AND f.is_before = ?2"
                                        " AND NOT EXISTS (SELECT 1 FROM changes c JOIN change_groups g"
                                        "   ON g.number = c.change_group WHERE c.target = s.id AND c.of_statement = 1"
                                        "   AND c.action IN ('edit-statement', 'restore-statement')"
                                        "   AND g.state = 'done' AND g.number > ?1)"
                                        " AND NOT EXISTS (SELECT 1 FROM former_parses l JOIN change_groups h"
                                        "   ON h.number = l.change_group WHERE l.statement = f.statement"
                                        "   AND h.state = 'done' AND h.number > ?1) ORDER BY 1",
                                        error);
  g_autoptr (GArray) numbers = NULL;

  if (query == NULL)
    return FALSE;
  ent_query_bind_number (query, 1, group);
  ent_query_bind_number (query, 2, undo);
  numbers = ent_query_new_numbers (query, error);
  if (numbers == NULL)
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    if (!swap (archive, group, g_array_index (numbers, gint64, i), undo, error))
      return FALSE;
  return TRUE;
}
