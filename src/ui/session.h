/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "filter/filter-run.h"
#include "filter/relationships.h"
#include "ui/archive-worker.h"

G_BEGIN_DECLS

/**
 * EntSession:
 *
 * What a window shows: the events that were opened, the question asked of them, and the one
 * selected. The widgets read it and change it, and none of them knows another.
 *
 *     open(), change() ─► worker ─► index, relationships   (on its thread)
 *                                      │
 *     filter ──────────────────────────┴──► rows ──► timeline, list, export
 *
 * The rows always are what the filter gives of the index. Signals: `progress` with an
 * #EntLoadProgress while it reads, `imported` with an #EntImportReport and `failed` with a #GPtrArray of
 * #EntLoadFailure after it; `changed` when something asked of the archive was done, with whether it was.
 */
#define ENT_TYPE_SESSION (ent_session_get_type ())
G_DECLARE_FINAL_TYPE (EntSession, ent_session, ENT, SESSION, GObject)

EntSession *ent_session_new (void);
void ent_session_open (EntSession *self,
                       const char * const *paths);
EntArchiveWorker *ent_session_get_worker (EntSession *self);
void ent_session_change (EntSession *self,
                         EntArchiveChangeFunc func,
                         gpointer data,
                         GDestroyNotify destroy);
void ent_session_cancel (EntSession *self);
void ent_session_set_store (EntSession *self,
                            EntEventStore *store);

gboolean ent_session_get_busy (EntSession *self);
EntFilterIndex *ent_session_get_index (EntSession *self);
EntEventStore *ent_session_get_store (EntSession *self);
EntVocabulary *ent_session_get_vocabulary (EntSession *self);
GArray *ent_session_get_relationships (EntSession *self);
GArray *ent_session_get_marks (EntSession *self);
GArray *ent_session_get_periods (EntSession *self);
const char *ent_session_get_snapshot (EntSession *self);
gboolean ent_session_is_blind (EntSession *self);
guint ent_session_get_n_outdated (EntSession *self);
EntFilter *ent_session_get_filter (EntSession *self);
void ent_session_search (EntSession *self, const char *words);
void ent_session_set_filter (EntSession *self,
                             EntFilter *filter);
EntFilter *ent_session_dup_base_filter (EntSession *self);
EntRowSet *ent_session_get_rows (EntSession *self);
EntRowSet *ent_session_get_base_rows (EntSession *self);
gboolean ent_session_get_extent (EntSession *self,
                                 EntDay *first,
                                 EntDay *last);
gboolean ent_session_get_core (EntSession *self, EntDay *first, EntDay *last);
void ent_session_set_between (EntSession *self,
                              const guint16 *actors,
                              gsize n);
void ent_session_set_relationship (EntSession *self,
                                   EntFilter *relationship);
void ent_session_toggle_value (EntSession *self,
                               EntFilterFacet facet,
                               guint value);
void ent_session_toggle_shown (EntSession *self,
                               EntFilterFacet facet,
                               guint value);
void ent_session_toggle_only (EntSession *self,
                              EntFilterFacet facet,
                              guint value);
void ent_session_toggle_excluded (EntSession *self,
                                  EntFilterFacet facet,
                                  guint value);
void ent_session_clear_facet (EntSession *self,
                              EntFilterFacet facet);
gboolean ent_session_has_facet_filter (EntSession *self,
                                       EntFilterFacet facet);
gboolean ent_session_is_filtered (EntSession *self);
void ent_session_clear_filter (EntSession *self);
gboolean ent_session_is_hidden (EntSession *self);
gboolean ent_session_is_shown (EntSession *self,
                               EntFilterFacet facet,
                               guint value);
guint32 ent_session_get_selected (EntSession *self);
void ent_session_set_selected (EntSession *self,
                               guint32 row);
gboolean ent_session_step (EntSession *self,
                           int direction);

G_END_DECLS
