/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * EntFigureEdits:
 * @only: whether a figure shows no other events than those of @chosen; otherwise it shows all others
 * @chosen: (element-type utf8): ids of events
 * @labels: (element-type utf8 utf8): what an event is called in the figure, by its id
 * @notes: (element-type utf8 utf8): what is said of an event under the figure, by its id
 * @periods: (element-type EntNamedSpan): spans of time that are shaded, in the order in which they were added
 *
 * What a person chose for one figure: it stands in that figure alone, and nothing of it changes an event.
 */
typedef struct
{
  gboolean only;
  GHashTable *chosen;
  GHashTable *labels;
  GHashTable *notes;
  GArray *periods;
} EntFigureEdits;

EntFigureEdits *ent_figure_edits_new           (void);
EntFigureEdits *ent_figure_edits_copy          (const EntFigureEdits *edits);
void            ent_figure_edits_free          (EntFigureEdits       *edits);
gboolean        ent_figure_edits_shows         (const EntFigureEdits *edits,
                                                const char           *id);
void            ent_figure_edits_show          (EntFigureEdits       *edits,
                                                const char           *id,
                                                gboolean              shown);
void            ent_figure_edits_show_all      (EntFigureEdits       *edits,
                                                gboolean              shown);
void            ent_figure_edits_set_label     (EntFigureEdits       *edits,
                                                const char           *id,
                                                const char           *label);
void            ent_figure_edits_set_note      (EntFigureEdits       *edits,
                                                const char           *id,
                                                const char           *note);
void            ent_figure_edits_add_period    (EntFigureEdits       *edits,
                                                const char           *label,
                                                EntDay                from,
                                                EntDay                to);
void            ent_figure_edits_remove_period (EntFigureEdits       *edits,
                                                guint                 number);
EntRowSet      *ent_figure_edits_run           (const EntFigureEdits *edits,
                                                EntEventStore        *store,
                                                EntRowSet            *rows);
GArray         *ent_figure_edits_find_noted    (const EntFigureEdits *edits,
                                                EntEventStore        *store,
                                                const EntRowSet      *rows);
GVariant       *ent_figure_edits_to_variant    (const EntFigureEdits *edits);
EntFigureEdits *ent_figure_edits_from_variant  (GVariant             *variant);

/* figure-labels.c */
char           *ent_figure_edits_dup_label   (const EntFigureEdits *edits,
                                              EntEventStore        *store,
                                              guint32               row,
                                              const EntTranslator  *translator);
char           *ent_figure_edits_dup_label     (const EntFigureEdits *edits,
                                                EntEventStore        *store,
                                                guint32               row,
                                                const EntTranslator  *translator);
void            ent_figure_edits_name_events   (const EntFigureEdits *edits,
                                                EntEventStore        *store,
                                                const EntRowSet      *rows,
                                                const EntTranslator  *translator,
                                                EntSceneBasis        *basis);
GPtrArray      *ent_figure_edits_dup_notes     (const EntFigureEdits *edits,
                                                EntEventStore        *store,
                                                const EntRowSet      *rows,
                                                const EntTranslator  *translator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFigureEdits, ent_figure_edits_free)

G_END_DECLS
