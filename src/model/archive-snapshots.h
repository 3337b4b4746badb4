/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

/**
 * EntSnapshot:
 * @name: what the user calls it, and a figure cites
 * @coder: (nullable): who took it
 * @time: when, in ISO 8601 and UTC
 * @note: (nullable): what the user says to it
 * @n_events: how many events it holds
 *
 * All events as they were at one time, which never change any more. Strings are owned.
 */
typedef struct
{
  char *name;
  char *coder;
  char *time;
  char *note;
  gint64 n_events;
} EntSnapshot;

/**
 * EntDifference:
 * @event: the event's id
 * @title: what it is
 * @date: when it is, as EDTF
 * @field: (nullable): what of it differs: a field's id, "accounts" or "review"; %NULL where it is only in one of both
 * @before: (nullable): its value in the first; %NULL where the event is not in it
 * @after: (nullable): its value in the second; %NULL where the event is not in it
 *
 * One difference between two states of an archive. Strings are owned.
 */
typedef struct
{
  char *event;
  char *title;
  char *date;
  char *field;
  char *before;
  char *after;
} EntDifference;

gboolean ent_archive_take_snapshot (EntArchive  *archive,
                                    const char  *name,
                                    const char  *note,
                                    GError     **error);
GArray  *ent_archive_get_snapshots (EntArchive  *archive,
                                    GError     **error);
char    *ent_archive_dup_snapshot  (EntArchive  *archive);
GArray  *ent_archive_compare       (EntArchive  *archive,
                                    const char  *first,
                                    const char  *second,
                                    GError     **error);

GArray  *ent_differences_new       (void);
void     ent_differences_add       (GArray              *differences,
                                    const EntEventStore *before,
                                    guint32              old_row,
                                    const EntEventStore *after,
                                    guint32              row);
void     ent_differences_sort      (GArray              *differences);

G_END_DECLS
