/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-form.h"
#include "parse/date-scan.h"
#include "parse/date-value.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_TENSE_NONE,
  ENT_TENSE_PAST,
  ENT_TENSE_FUTURE
} EntTense;

/**
 * EntDateFind:
 * @form: what its words say
 * @first: its first token
 * @end: the token after its last
 * @split_first: of a range, the first of the tokens that join its ends
 * @split_end: the token after the last of them; 0 for what is no range
 * @sentence: the sentence it stands in
 * @paragraph: in a history, and the paragraph
 * @rule: the rule that found it
 * @tense: an #EntTense: what the verbs nearest to it tell
 * @hold: an #EntDateHold: how surely
 * @window: an #EntDateWindow: what the words next to it tell ("by", "since")
 * @marked: whether a comma or bracket stands before it
 * @aside: whether a history only glances at its year and then goes on where it was
 * @ahead: in a history, the next date that tells its year; perhaps none
 * @joined: whether it is one expression with the one after it ("from 30 June" "to 2 July")
 *
 * A time expression found but not yet resolved.
 */
typedef struct
{
  EntDateForm form;
  guint32 first;
  guint32 end;
  guint32 split_first;
  guint32 split_end;
  guint32 sentence;
  guint32 paragraph;
  guint16 rule;
  guint8 tense;
  guint8 window;
  guint8 hold;
  gboolean marked;
  gboolean aside;
  gboolean joined;
  EntDateValue ahead;
} EntDateFind;

/**
 * EntDateResolver:
 * @anchor: the statement's date
 * @second: second of the day there, or %ENT_SECOND_NONE
 * @today: what the text calls so: @anchor's date, or that of its dateline
 * @narrative: whether dates follow each other rather than the statement's
 * @notes: the first sentence of an editor's notes
 * @message: whether the text is a short message, which tells more of what is to come
 * @previous: the date told last
 * @story: where a history has got to: the date told last that was no aside or look back, as fine as its year was told
 * @told_year: whether that one told its year itself
 * @told_day: whether that one told a day by its number
 * @day: the day told last
 * @end: the token after it
 * @period: the quarter or half that figures were told for last
 *
 * Goes through a text's expressions from its start, and remembers what the next may lean on.
 */
typedef struct
{
  EntDateValue anchor;
  EntEdtf today;
  gint32 second;
  gboolean narrative;
  gboolean message;
  gsize notes;
  EntDateValue previous;
  EntDateValue story;
  guint32 story_paragraph;
  gboolean told_year;
  gboolean told_day;
  gboolean aside;    /* @previous is one */
  gboolean deadline; /* @previous is one */
  guint32 end;
  guint32 sentence; /* of @previous */
  guint32 paragraph;
  EntDateValue day;
  EntDateValue done_day; /* the last one that is not to come */
  EntDateValue plan_day; /* the last one that is, with a month of its own */
  EntDateValue period;
  guint32 period_sentence; /* of @period */
} EntDateResolver;

void ent_date_resolver_init (EntDateResolver *resolver,
                             const EntDateContext *context);
void ent_date_resolver_next (EntDateResolver *resolver,
                             const EntDateFind *find,
                             EntTimex *timex,
                             EntTimex *end);

G_END_DECLS
