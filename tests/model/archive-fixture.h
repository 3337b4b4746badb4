/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive-import.h"

/**
 * Fixture:
 *
 * An archive in a folder of its own, with the JSON lines that are the test's data, and what was loaded from it.
 */
typedef struct
{
  EntParser *parser;
  char *folder;
  char *path;
  EntArchive *archive;
  EntEventStore *store;
} Fixture;

EntParser       *fixture_load_parser (void);
void             fixture_set_up      (Fixture       *fixture,
                                      gconstpointer  lines);
void             fixture_tear_down   (Fixture       *fixture,
                                      gconstpointer  lines);
void             fixture_reload      (Fixture       *fixture);
void             fixture_reopen      (Fixture       *fixture);
EntImportReport *fixture_import      (Fixture       *fixture,
                                      const char    *name,
                                      const char    *text);
EntArchive      *fixture_copy        (Fixture       *fixture,
                                      const char    *name);
char            *fixture_dump        (const EntEventStore *store);
