/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/lane-pack.h"
#include "layout/scene.h"

G_BEGIN_DECLS

/**
 * EntBasisLane:
 * @value: number of the topic, kind or actor, or %ENT_LANE_OTHER
 * @colour: 0xRRGGBB
 * @name: in English, marked for translation where it is ours
 * @home: all events that have their mark in the lane, whatever is asked
 * @own: those of them that have it there too while no topic is left out
 * @raised: (nullable): all events that raise the topic
 * @weight: how many events of the relationship have the value
 * @n_all: how many of @home belong to the relationship and are no contacts
 * @n_acts: how many of these are asked for
 * @n_dots: how many contacts that are asked for raise the topic
 *
 * A lane below the contacts. Its sets belong to the index or the history.
 */
typedef struct
{
  guint16 value;
  guint32 colour;
  const char *name;
  const EntRowSet *home;
  const EntRowSet *own;
  const EntRowSet *raised;
  guint weight;
  guint n_all;
  guint n_acts;
  guint n_dots;
} EntBasisLane;

/* No contact from the day after one to the day before the next, in @n_statements held. */
typedef struct
{
  EntDay from;
  EntDay to;
  guint n_statements;
} EntBasisSilence;

/* An event's title and how wide it is. */
typedef struct
{
  const char *title;
  float width; /* in bold letters, which are the widest; negative: not measured yet */
} EntEventWords;

/**
 * EntHistory:
 * @rows: the relationship's events
 * @meetings: events of all sides and of a kind that makes a contact
 * @promises: events of a kind that is no mark without a due date
 * @contacts: those of the contacts lane
 * @acts: other events with days to stand at
 * @undated: events without a date to stand at, and promises made at none that has one
 * @other: what has no value of the lane mode
 * @lanes: (element-type EntBasisLane): the others, the fullest of the relationship first
 * @badges: (element-type guint32 EntBasisBadge): by row
 * @silences: (element-type EntBasisSilence)
 * @statement_days: (element-type EntDay): days of the statements held, by side, ascending
 * @block_last: last day of the events with days in each %ENT_HISTORY_BLOCK rows
 * @first: first day of a dated event; after @last if there is none
 * @last: last day of one
 *
 * What a relationship's scenes have in common, whatever is asked of it and whatever time they show: lanes, titles,
 * silences, and which line each event stands in while nothing is filtered.
 * Counted; titles and lines are made as they are needed, so it is used from one thread at a time.
 */
typedef struct
{
  EntFilterIndex *index;
  EntFilter *between;
  EntLaneMode mode;
  EntRowSet *rows;
  EntRowSet *meetings;
  EntRowSet *promises;
  EntRowSet *contacts;
  EntRowSet *acts;
  EntRowSet *undated;
  EntRowSet *other;
  GArray *lanes;
  GHashTable *badges;
  GArray *silences;
  GArray *statement_days[2];
  EntDay *block_last;
  EntDay first, last;
  EntTextMeasure measure;
  double width; /* of the scenes that the packs are for */
  EntTimeScale still; /* the picture's that they are for, if they are for one */
  GHashTable *words;
  GStringChunk *strings;
  EntLanePacks *packs;
} EntHistory;

#define ENT_HISTORY_BLOCK 4096

EntHistory    *ent_history_new              (const EntFilterIndex  *index,
                                             const EntFilter       *filter,
                                             EntLaneMode            mode);
EntHistory    *ent_history_ref              (EntHistory            *history);
void           ent_history_unref            (EntHistory            *history);
gboolean       ent_history_is_of            (const EntHistory      *history,
                                             const EntFilterIndex  *index,
                                             const EntFilter       *filter,
                                             EntLaneMode            mode);
gboolean       ent_history_set_measure      (EntHistory            *history,
                                             EntTextMeasure         measure);
EntEventWords *ent_history_get_words        (EntHistory            *history,
                                             guint32                row,
                                             const EntTranslator   *translator);
void           ent_history_set_title        (EntHistory            *history,
                                             guint32                row,
                                             const char            *title);
void           ent_history_split            (const EntHistory      *history,
                                             const EntRowSet       *rows,
                                             EntRowSet            **contacts,
                                             EntRowSet            **acts,
                                             EntRowSet            **promises,
                                             EntRowSet            **undated);
void           ent_history_get_extent       (const EntHistory      *history,
                                             const EntRowSet       *rows,
                                             EntDay                *first,
                                             EntDay                *last);
guint          ent_history_count_statements (const EntHistory      *history,
                                             guint                  side,
                                             EntDay                 from,
                                             EntDay                 to);

/* history-lanes.c, history-silences.c */
void ent_history_add_lanes    (EntHistory *history);
void ent_history_add_silences (EntHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntHistory, ent_history_unref)

G_END_DECLS
