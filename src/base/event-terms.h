/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed lists of the output contract, in its order. Each has a name as printed; the labels that
 * people see are in data/vocabulary/. */

typedef enum
{
  ENT_KIND_CALL,
  ENT_KIND_MEETING,
  ENT_KIND_SUMMIT,
  ENT_KIND_VISIT,
  ENT_KIND_AGREEMENT,
  ENT_KIND_STATEMENT,
  ENT_KIND_MECHANISM,
  ENT_KIND_COMMITMENT,
  ENT_KIND_RECOGNITION,
  ENT_KIND_PROTEST,
  ENT_KIND_SANCTION,
  ENT_KIND_SUSPENSION,
  ENT_KIND_EXPULSION,
  ENT_KIND_MILITARY,
  ENT_KIND_WARNING,
  ENT_KIND_DELIVERY,
  ENT_N_KINDS
} EntKind;

typedef enum
{
  ENT_STATUS_OCCURRED,
  ENT_STATUS_PLANNED,
  ENT_STATUS_DENIED,
  ENT_N_STATUSES
} EntStatus;

/* Strongest first: an event takes the strongest of its accounts. */
typedef enum
{
  ENT_ASSERTION_STATED,
  ENT_ASSERTION_ATTRIBUTED,
  ENT_ASSERTION_ALLEGED,
  ENT_ASSERTION_CONDITIONAL,
  ENT_ASSERTION_PROPOSED,
  ENT_N_ASSERTIONS
} EntAssertion;

/* Weightiest first. */
typedef enum
{
  ENT_ROLE_REPORTS,
  ENT_ROLE_ANNOUNCES,
  ENT_ROLE_MENTIONS,
  ENT_N_ROLES
} EntRole;

typedef enum
{
  ENT_LEVEL_NONE,
  ENT_LEVEL_LEADER,
  ENT_LEVEL_MINISTER,
  ENT_LEVEL_SENIOR,
  ENT_LEVEL_WORKING,
  ENT_N_LEVELS
} EntLevel;

/* How an event's date is known. */
typedef enum
{
  ENT_EVENT_DATE_EXPLICIT,
  ENT_EVENT_DATE_RELATIVE,
  ENT_EVENT_DATE_STATEMENT,
  ENT_EVENT_DATE_INFERRED,
  ENT_N_EVENT_DATES
} EntEventDateBasis;

/* Why a person should look at an event; a mask. */
typedef enum
{
  ENT_DOUBT_OPEN_DATE = 1 << 0,
  ENT_DOUBT_ISSUE_DATE = 1 << 1,
  ENT_DOUBT_CANDIDATES = 1 << 2,
  ENT_DOUBT_ONE_SIDE = 1 << 3,
  ENT_DOUBT_UNRESOLVED_NAME = 1 << 4,
  ENT_DOUBT_YEAR_INFERRED = 1 << 5,
} EntDoubts;

#define ENT_N_DOUBTS 6

/* No actor, topic or row. */
#define ENT_ACTOR_NONE G_MAXUINT16
#define ENT_TOPIC_NONE G_MAXUINT8
#define ENT_ROW_NONE G_MAXUINT32
#define ENT_MAX_TOPICS 64

const char *ent_kind_to_id (EntKind kind);
gboolean ent_kind_from_id (const char *id,
                           EntKind *kind);
gboolean ent_kind_is_contact (EntKind kind);
gboolean ent_kind_is_directed (EntKind kind);
gboolean ent_kind_is_one_sided (EntKind kind);
const char *ent_status_to_id (EntStatus status);
gboolean ent_status_from_id (const char *id,
                             EntStatus *status);
const char *ent_assertion_to_id (EntAssertion assertion);
gboolean ent_assertion_from_id (const char *id,
                                EntAssertion *assertion);
const char *ent_role_to_id (EntRole role);
gboolean ent_role_from_id (const char *id,
                           EntRole *role);
const char *ent_level_to_id (EntLevel level);
gboolean ent_level_from_id (const char *id,
                            EntLevel *level);
const char *ent_event_date_basis_to_id (EntEventDateBasis basis);
gboolean ent_event_date_basis_from_id (const char *id,
                                       EntEventDateBasis *basis);
const char *ent_doubt_to_id (EntDoubts doubt);
gboolean ent_doubt_from_id (const char *id,
                            EntDoubts *doubt);
const char *ent_doubt_to_words (EntDoubts doubt);

G_END_DECLS
