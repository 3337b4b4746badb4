/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_MARK_NOTE,
  ENT_MARK_TAG
} EntMarkType;

/**
 * EntMarkTarget:
 * @event: (nullable): the id of an event, or
 * @statement: (nullable): that of a statement, or
 * @period: (nullable): that of a period of the user's
 *
 * What a note or a tag is on: one of these; the others are NULL. Borrowed.
 */
typedef struct
{
  const char *event;
  const char *statement;
  const char *period;
} EntMarkTarget;

/**
 * EntMark:
 * @type: what it is
 * @number: by which it is removed again
 * @event: (nullable): the id, in what was loaded last, of the event it is on
 * @statement: (nullable): the id of the statement it is on
 * @period: (nullable): the id of the period it is on
 * @span: when that is
 * @text: the note, or the tag's name
 * @coder: (nullable): whose it is
 * @time: when it was made, in ISO 8601 and UTC
 *
 * A note or a tag of the user's. Strings are owned.
 */
typedef struct
{
  EntMarkType type;
  gint64 number;
  char *event;
  char *statement;
  char *period;
  EntEdtf span;
  char *text;
  char *coder;
  char *time;
} EntMark;

/**
 * EntPeriod:
 * @id: its name among others
 * @label: what the user calls it ("balloon crisis")
 * @span: when it was
 *
 * A span of time that the user gave a name. Strings are owned.
 */
typedef struct
{
  char *id;
  char *label;
  EntEdtf span;
} EntPeriod;

/* All of these can be undone. */

GArray  *ent_archive_get_marks     (EntArchive         *archive,
                                    GError            **error);
gboolean ent_archive_add_mark      (EntArchive         *archive,
                                    EntMarkType         type,
                                    EntMarkTarget       target,
                                    const char         *text,
                                    GError            **error);
gboolean ent_archive_change_mark   (EntArchive         *archive,
                                    gint64              number,
                                    const char         *text,
                                    GError            **error);
gboolean ent_archive_remove_mark   (EntArchive         *archive,
                                    gint64              number,
                                    GError            **error);
GArray  *ent_archive_get_periods   (EntArchive         *archive,
                                    GError            **error);
char    *ent_archive_set_period    (EntArchive         *archive,
                                    const char         *id,
                                    const char         *label,
                                    EntEdtf             span,
                                    GError            **error);
gboolean ent_archive_remove_period (EntArchive         *archive,
                                    const char         *id,
                                    GError            **error);

G_END_DECLS
