/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

/**
 * EntChangedText:
 * @id: the new statement's id
 * @earlier: that of the statement that had another text at the same address
 *
 * Strings are owned.
 */
typedef struct
{
  char *id;
  char *earlier;
} EntChangedText;

/**
 * EntImportReport:
 * @n_new: statements that came in
 * @n_held: statements that were there already
 * @n_parsed: of the new ones, those that were parsed here and did not bring along what they say
 * @changed: (element-type EntChangedText): of the new ones, those whose address has another text already; both are kept
 * @gained: (element-type utf8): ids of events that were there and are told by a new statement too
 * @challenged: (element-type utf8): ids of events that somebody has accepted or edited and of which something else is
 *   told now; their values stay
 * @failures: (element-type EntLoadFailure): what could not be read
 * @warnings: (element-type EntLoadFailure): what was read, but not quite as it is
 *
 * What an import brought.
 */
typedef struct
{
  guint n_new;
  guint n_held;
  guint n_parsed;
  GPtrArray *changed;
  GPtrArray *gained;
  GPtrArray *challenged;
  GPtrArray *failures;
  GPtrArray *warnings;
} EntImportReport;

/**
 * EntReparseReport:
 * @n_parsed: statements that were parsed anew
 * @n_changed: of these, those that say something else now
 * @n_events_before: events there were
 * @n_events_after: events there are
 * @n_kept: events that are told as before
 * @n_challenged: events that somebody has accepted or edited and of which something else is told now; their values stay
 * @n_not_found: changes whose event is not found any more; they are kept, for when it is found again
 * @differences: (element-type EntDifference): what that is, in the order of time, of some hundreds of events at most
 *
 * What a new parse changed.
 */
typedef struct
{
  guint n_parsed;
  guint n_changed;
  guint n_events_before;
  guint n_events_after;
  guint n_kept;
  guint n_challenged;
  guint n_not_found;
  GArray *differences;
} EntReparseReport;

void             ent_import_report_free (EntImportReport      *report);
void             ent_reparse_report_clear (EntReparseReport   *report);

EntImportReport *ent_archive_import     (EntArchive           *archive,
                                         const char * const   *paths,
                                         const EntReadOptions *options,
                                         guint                 n_jobs,
                                         EntLoadProgressFunc   progress,
                                         gpointer              data,
                                         GCancellable         *cancellable,
                                         GError              **error);

guint            ent_archive_count_outdated (EntArchive       *archive);
gboolean         ent_archive_reparse    (EntArchive           *archive,
                                         EntLoadProgressFunc   progress,
                                         gpointer              data,
                                         GCancellable         *cancellable,
                                         EntReparseReport     *report,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntImportReport, ent_import_report_free)

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntReparseReport, ent_reparse_report_clear)

G_END_DECLS
