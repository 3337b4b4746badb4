/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

/* The field of a conflict that is whether a statement belongs to the collection, and its two values. */
#define ENT_CONFLICT_STATEMENT "statement"
#define ENT_CONFLICT_KEPT "kept"
#define ENT_CONFLICT_REMOVED "removed"

/**
 * EntConflict:
 * @event: (nullable): the event, by its id, or
 * @statement: (nullable): the statement, by its id, or
 * @period: (nullable): the period, by its id; the others are %NULL
 * @title: what it is
 * @field: what both say of it: a field's id, "accounts", "review", "period" or %ENT_CONFLICT_STATEMENT; of "accounts",
 *   the values are the ids of the statements that tell the event, one a line; of "period", a date, a space and a name
 * @ours: (nullable): what this archive says; of a statement %NULL for what was read of it
 * @theirs: (nullable): what the other one says, likewise
 * @coder: (nullable): who says so there
 *
 * Two people say different things of one event, statement or period. Strings are owned.
 */
typedef struct
{
  char *event;
  char *statement;
  char *period;
  char *title;
  char *field;
  char *ours;
  char *theirs;
  char *coder;
} EntConflict;

/**
 * EntAgreement:
 * @field: a field's id, "review" or "accounts"
 * @alpha: Krippendorff's alpha for nominal data, at most 1; NaN where all values are the same one, or none can be
 *   compared
 * @n_events: how many events both have looked at
 * @n_agreed: of these, of how many both say the same
 *
 * How far two coders agree. A plain value.
 */
typedef struct
{
  const char *field;
  double alpha;
  guint n_events;
  guint n_agreed;
} EntAgreement;

/**
 * EntCoder:
 * @name: a coder
 * @n_events: of how many events the coder has said something
 *
 * Somebody who has checked events. The string is owned.
 */
typedef struct
{
  char *name;
  guint n_events;
} EntCoder;

void ent_archive_set_alone (EntArchive *archive,
                            gboolean alone);
gboolean ent_archive_is_blind (EntArchive *archive);
gboolean ent_archive_set_blind (EntArchive *archive,
                                gboolean blind,
                                GError **error);
GArray *ent_archive_get_coders (EntArchive *archive,
                                GError **error);

GArray *ent_archive_merge_corrections (EntArchive *archive,
                                       EntArchive *other,
                                       guint *n_taken,
                                       GError **error);
GArray *ent_archive_get_agreement (EntArchive *archive,
                                   const char *coder,
                                   EntArchive *other,
                                   const char *other_coder,
                                   GError **error);
double ent_krippendorff_alpha (const guint *first,
                               const guint *second,
                               gsize n);

G_END_DECLS
