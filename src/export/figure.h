/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-request.h"

G_BEGIN_DECLS

/**
 * EntFigureEvent:
 * @id: the event's
 * @words: its date and title, as they were told
 */
typedef struct
{
  char *id;
  char *words;
} EntFigureEvent;

/**
 * EntFigure:
 * @name: by which it is found again
 * @caption: what it is of, how it was made and as of when
 * @question: the filter, as ent_filter_to_string() has it
 * @title: (nullable): above the picture
 * @subtitle: (nullable): under the title
 * @lane_choice: (nullable): which lanes are hidden, folded or first
 * @request: sizes, colours and span; of what it points to, @edits alone is the figure's
 * @edits: what a person chose for it
 * @events: (element-type EntFigureEvent): what it shows
 * @bytes: the file
 *
 * A picture that is kept by name: the same bytes for as long as nobody updates it, whatever comes into the collection.
 */
typedef struct
{
  char *name;
  char *caption;
  char *question;
  char *title;
  char *subtitle;
  char *lane_choice;
  EntExportRequest request;
  EntFigureEdits *edits;
  GPtrArray *events;
  GBytes *bytes;
} EntFigure;

/**
 * EntFigureChanges:
 * @added: (element-type utf8): events that it would show more
 * @removed: (element-type utf8): events that it would not show any longer
 * @changed: (element-type utf8): events that are told otherwise now
 *
 * What an update would change, in words.
 */
typedef struct
{
  GPtrArray *added;
  GPtrArray *removed;
  GPtrArray *changed;
} EntFigureChanges;

EntFigure        *ent_figure_new                (const char             *name,
                                                 const EntExportRequest *request,
                                                 GCancellable           *cancellable,
                                                 GError                **error);
EntFigure        *ent_figure_new_updated        (const EntFigure        *figure,
                                                 const EntFilterIndex   *index,
                                                 const char             *snapshot,
                                                 const char             *locale,
                                                 const EntTranslator    *translator,
                                                 GError                **error);
EntRowSet        *ent_figure_run                (const EntFigure        *figure,
                                                 const EntFilterIndex   *index,
                                                 GError                **error);
void              ent_figure_free               (EntFigure              *figure);
EntFigureChanges *ent_figure_find_changes       (const EntFigure        *figure,
                                                 const EntFilterIndex   *index,
                                                 const EntTranslator    *translator,
                                                 GError                **error);
guint             ent_figure_changes_count      (const EntFigureChanges *changes);
void              ent_figure_changes_free       (EntFigureChanges       *changes);
GPtrArray        *ent_figure_events_new         (void);
void              ent_figure_events_add         (GPtrArray              *events,
                                                 const char             *id,
                                                 const char             *words);
GPtrArray        *ent_figures_new_from_string   (const char             *text);
char             *ent_figures_to_string         (const GPtrArray        *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFigure, ent_figure_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFigureChanges, ent_figure_changes_free)

G_END_DECLS
