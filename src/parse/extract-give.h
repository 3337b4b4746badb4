/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/event-terms.h"
#include "parse/rule-set.h"

G_BEGIN_DECLS

/* What holds of a sentence, without which some rules tell of nothing in it; a mask. */
typedef enum
{
  ENT_SENTENCE_DATED = 1 << 0,   /* it has a date */
  ENT_SENTENCE_TELLING = 1 << 1, /* it told of an event before */
  ENT_SENTENCE_LISTED = 1 << 2   /* it may be an item of a list, or has one */
} EntSentenceConditions;

/* How a match's status is told. */
typedef enum
{
  ENT_GIVE_STATUS_TENSE,    /* by the words before it and by its date */
  ENT_GIVE_STATUS_OCCURRED, /* it occurred, unless it is denied */
  ENT_GIVE_STATUS_PLANNED,  /* it is planned, unless it is denied */
  ENT_GIVE_STATUS_DENIED,
  ENT_GIVE_STATUS_FUTURE,   /* it is planned if words of the future stand before it, else it is nothing */
  ENT_GIVE_STATUS_VERB,     /* as TENSE, but no date alone makes it planned */
  ENT_GIVE_STATUS_TOLD,     /* that of what its sentence told before */
  ENT_GIVE_STATUS_HEADLINE  /* it occurred if it stands in a headline, else as FUTURE */
} EntGiveStatus;

/* Who takes part, where the captures do not tell. */
typedef enum
{
  ENT_GIVE_WHO_SUBJECT, /* the captures, and who stands before the match */
  ENT_GIVE_WHO_SIDES,   /* the captures, and the parties of the statement */
  ENT_GIVE_WHO_ISSUER,  /* the captures, and who issues the statement */
  ENT_GIVE_WHO_NEAR,    /* the captures, and who stands right before: "Russia's recent" */
  ENT_GIVE_WHO_OWNER,   /* the captures, or whose act it is: "China's imposition", "the seizure by Russia" */
  ENT_GIVE_WHO_CAPTURES /* the captures alone */
} EntGiveWho;

/* What must be known for the match to be an event; a mask. */
typedef enum
{
  ENT_GIVE_NEEDS_DATE = 1 << 0,
  ENT_GIVE_NEEDS_TWO = 1 << 1,  /* two actors */
  ENT_GIVE_NEEDS_NAME = 1 << 2, /* a person or an actor in its captures */
  ENT_GIVE_NEEDS_TIME = 1 << 3, /* a date, or a place that names it */
  ENT_GIVE_NEEDS_PERSON = 1 << 4, /* a person */
  ENT_GIVE_NEEDS_REPORT = 1 << 5 /* that it is what the statement reports */
} EntGiveNeeds;

/* The date of what occurred and has none of its own. */
typedef enum
{
  ENT_GIVE_UNDATED_NOTHING,  /* it is no event */
  ENT_GIVE_UNDATED_OPEN,     /* some time up to the statement's date */
  ENT_GIVE_UNDATED_STATEMENT /* the statement's date: it tells news */
} EntGiveUndated;

/* Whether the match is an event only with a date that nothing else in its sentence has. */
typedef enum
{
  ENT_GIVE_LEFTOVER_NO,
  ENT_GIVE_LEFTOVER_YES,
  ENT_GIVE_LEFTOVER_LAST /* and that no other leftover has: a word that may tell of anything */
} EntGiveLeftover;

/* Of whom a capture names each makes an event of its own. */
typedef enum
{
  ENT_GIVE_EACH_NO,
  ENT_GIVE_EACH_PERSON,
  ENT_GIVE_EACH_SIDE
} EntGiveEach;

/* What the match says of the event in its sentence, when it is none itself. */
typedef enum
{
  ENT_GIVE_SETS_NOTHING,
  ENT_GIVE_SETS_INITIATOR_OTHER, /* "at the request of the latter", 应约: not the subject asked */
  ENT_GIVE_SETS_INITIATOR_SELF,
  ENT_GIVE_SETS_INITIATOR_CAPTURE
} EntGiveSets;

#define ENT_GIVE_ANY (-1)

/**
 * EntEventGive:
 *
 * The `give` lines of one rule of events.rules. Captures are capture numbers, -1 for none; role and
 * assertion are -1 where the stage finds them out.
 */
typedef struct
{
  gboolean is_event;
  guint8 kind;
  guint8 status;
  guint8 who;
  guint8 needs;
  guint8 sets;
  guint8 undated;
  guint8 each;
  gboolean refers; /* it may refer back to what the statement reports */
  gboolean bare;   /* no date but a captured one is its own */
  gboolean joins;   /* whoever it names takes part in what was told before */
  gboolean receives; /* who acts is the host */
  gboolean passive;  /* whoever stands before it did not do it */
  gboolean outside; /* dates inside it are of what it names */
  gboolean open; /* what stands inside it is read, too */
  gboolean follows; /* it goes on with what its sentence told before: "and to" */
  gboolean listed;  /* it is an item of a list that a sentence opened */
  guint8 leftover; /* an EntGiveLeftover */
  gint8 role;
  gint8 assertion;
  gint8 actor;
  gint8 with;
  gint8 date;
  gint8 host;
  gint8 place;
  gint8 sort; /* the capture whose word tells the kind */
  gint8 years; /* the capture that says how many years before its date it was */
  gint8 plan; /* the capture that names the plan which is called off */
  gint8 plan_date; /* the capture that holds the plan's date */
} EntEventGive;

void ent_event_gives_add_conditions (EntRuleSet *rules);
gboolean ent_event_give_read (const EntRuleSet *rules,
                              guint rule,
                              EntEventGive *give,
                              GError **error);

G_END_DECLS
