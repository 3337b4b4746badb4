/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/event-store.h"

G_BEGIN_DECLS

/**
 * EntAccountRow:
 *
 * An account as the store keeps it: numbers only, 48 bytes.
 */
typedef struct
{
  guint64 topics;
  guint32 date;
  guint32 statement;
  guint32 evidence;
  guint32 n_evidence;
  guint32 topic_spans;
  guint32 n_topic_spans;
  guint32 tone_words;  /* a list */
  guint32 explanation; /* a text */
  guint16 issuer;
  guint16 speaker;
  guint8 role;
  guint8 assertion;
} EntAccountRow;

/**
 * EntRowList:
 *
 * A list that a row has, where few rows have one.
 */
typedef struct
{
  guint32 row;
  guint32 list;
} EntRowList;

/**
 * EntCircumstance:
 *
 * What many events have in common besides their kind and date: who, where, and by whom it was asked for.
 */
typedef struct
{
  guint32 place;  /* a text */
  guint32 people; /* a list */
  guint16 initiator;
  guint16 host;
} EntCircumstance;

/**
 * EntRowEdit:
 *
 * What the user has changed of a row, where few rows are changed.
 */
typedef struct
{
  guint32 row;
  guint16 edited; /* EntEdited */
  guint16 challenged;
} EntRowEdit;

/**
 * ent_row_items_compare:
 * @a: what a row has, which begins with its number
 * @b: another
 *
 * Returns: their order by row, as for qsort() and bsearch()
 */
static inline int
ent_row_items_compare (gconstpointer a,
                       gconstpointer b)
{
  guint32 row_a = *(const guint32 *) a, row_b = *(const guint32 *) b;

  return row_a < row_b ? -1 : row_a > row_b;
}

/* Ids lie in the order of their rows, and one in so many has its place told. */
#define ENT_IDS_A_START 16

/* One in so many rows tells how far it and those before it reach. */
#define ENT_ROWS_A_REACH 64

/**
 * What few rows have alone stands once in a pool, and a row says where:
 *
 *     date          row ──► dates[]            one of each date that occurs
 *     title         row ──► text               titles, places, names, explanations, each ended by NUL
 *     circumstance  row ──► circumstances[]    one of each that occurs
 *     people        … ──► lists[] ──► text     "Xi Jinping" "Joe Biden" NULL │ "Janet Yellen" NULL │ …
 *     id            row ──► id_text            one behind another
 *
 * The text at 0 is the empty string, the list at 0 the empty list. Without accounts a row takes 43 bytes, two for
 * each actor, and its id.
 */
struct _EntEventStore
{
  EntVocabulary *vocabulary;
  EntEventColumns columns;
  GPtrArray *blocks; /* the memory of all arrays below and in columns */

  const guint32 *date;
  const guint32 *title;
  const guint32 *circumstance;
  const guint32 *id_start; /* every ENT_IDS_A_START rows */
  const EntDay *reach;     /* the latest day of all rows to the end of each ENT_ROWS_A_REACH */
  EntRowSet *placed;

  /* Few rows have candidates or edits: only those that do stand here, in their order. */
  const EntRowList *candidates;
  const EntRowEdit *edits;
  guint32 n_candidates;
  guint32 n_edits;

  const EntEdtf *dates;
  const EntCircumstance *circumstances;
  const EntAccountRow *accounts;
  const EntSpan *evidence;
  const EntTopicSpan *topic_spans;
  const char *const *lists;
  const char *text;
  const char *id_text;

  /* How much the pools hold, texts in bytes. */
  gsize n_dates;
  gsize n_circumstances;
  gsize n_evidence;
  gsize n_topic_spans;
  gsize n_list_items;
  gsize text_size;
  gsize id_text_size;

  GPtrArray *statements;
  const guint16 *issuers;

  /* Rows by the hash of their ids, made when an id is first asked for. */
  gsize id_index_made;
  guint32 *id_index;
  guint32 id_index_mask;

  /* Made when a link is first asked for. */
  gsize links_made;
  EntEventLinks *links;
};

void     ent_event_store_add_date_columns (EntEventStore *store);
void     ent_event_store_add_day_index    (EntEventStore *store);
gboolean ent_event_store_add_id_starts    (EntEventStore *store);

G_END_DECLS
