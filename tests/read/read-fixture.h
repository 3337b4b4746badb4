/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/reader.h"

/* The words that sites put around a statement, as the product has them. */
static inline EntPageWords *
read_fixture_load_words (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autoptr (GError) error = NULL;
  EntPageWords *words = ent_page_words_load ((const char *[]) { folder, NULL }, &error);

  g_assert_no_error (error);
  return words;
}

/* Reads a file that a test has in memory. Each test logs of a statement what it is about; a failure is "! why". */

static inline void
read_fixture_fail (const char   *file,
                   const GError *error,
                   gpointer      data)
{
  g_string_append_printf (data, "! %s", error->message);
}

static inline char *
read_fixture_log (const char       *name,
                  const char       *content,
                  gsize             length,
                  EntStatementFunc  found)
{
  g_autoptr (EntPageWords) words = read_fixture_load_words ();
  const EntReadOptions options = { .words = words };
  g_autoptr (GBytes) bytes = g_bytes_new (content, length);
  GString *log = g_string_new (NULL);

  ent_reader_read_bytes (bytes, name, &options, found, read_fixture_fail, log);
  return g_string_free (log, FALSE);
}
