/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/extract-private.h"

G_BEGIN_DECLS

/**
 * EntCandidate:
 *
 * A match on the way to an event: what its rule says, and what was found out of it so far.
 */
typedef struct
{
  const EntEventGive *give;
  const EntRuleMatch *match;
  EntParties parties;
  EntEdtf date;
  const char *place;
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;
  EntEventDateBasis basis;
  guint16 subject;
  guint16 agent; /* who does it to another, where the words tell */
  guint32 date_at; /* where its date stands, if it is dated */
  gboolean dated;
  gboolean named;   /* the captures name somebody */
  gboolean ambiguous; /* the year of its date was chosen by tense alone */
  gboolean names_person; /* its sentence names somebody who is to, or may, meet */
  gboolean by_name;   /* not planned, or its sentence names who will take part */
  gboolean apart;     /* told as one of several */
  gboolean wished;  /* it only should be, or is spoken of as what could */
  gboolean news;    /* its date is that of what is reported, if it is not told */
  gboolean refuted; /* it is told as what others say, and is not so */
  gboolean leaders; /* its clause says that leaders do it */
  gboolean ended;   /* its first day and its last are told apart */
  gboolean unnamed; /* with whom it is is told by an office alone */
  gboolean homeward; /* it goes where its only side lives */
} EntCandidate;

/* extract-status.c */
gboolean ent_candidate_is_headline (const EntExtraction *extraction);
gboolean ent_candidate_read_status (const EntExtraction *extraction,
                                    EntCandidate *candidate);
gboolean ent_candidate_is_denied_then (const EntExtraction *extraction,
                                       const EntCandidate *candidate);
void ent_candidate_settle_plan (const EntExtraction *extraction,
                                EntCandidate *candidate);

EntEdtf ent_candidate_move_years (EntEdtf date,
                                  int years);

/* extract-who.c */
void ent_candidate_read_parties (EntExtraction *extraction,
                                 EntCandidate *candidate);

/* extract-counterpart.c */
void ent_extraction_find_pair_behind (const EntExtraction *extraction,
                                      const EntRuleMatch *match,
                                      EntParties *parties);
void ent_extraction_find_planners (const EntExtraction *extraction,
                                   const EntRuleMatch *match,
                                   EntParties *parties);
void ent_extraction_find_interlocutor (const EntExtraction *extraction,
                                       const EntRuleMatch *match,
                                       EntParties *parties);
gboolean ent_extraction_tells_where (const EntExtraction *extraction,
                                     guint32 first,
                                     guint32 token);
void ent_extraction_find_speaker (const EntExtraction *extraction,
                                  const EntRuleMatch *match,
                                  EntParties *parties);
gboolean ent_candidate_has_stranger (const EntExtraction *extraction,
                                     const EntCandidate *candidate);
gboolean ent_candidate_is_of_others (const EntExtraction *extraction,
                                     const EntCandidate *candidate);
gboolean ent_candidate_find_doer (const EntExtraction *extraction,
                                  const EntCandidate *candidate,
                                  EntParties *doer);
void ent_candidate_settle_abroad (const EntExtraction *extraction,
                                  EntCandidate *candidate);

/* extract-frame.c */
void ent_candidate_settle_on_journey (const EntExtraction *extraction,
                                      EntCandidate *candidate);
void ent_candidate_take_frame (const EntExtraction *extraction,
                               EntCandidate *candidate);

/* extract-event.c */
gboolean ent_candidate_place (EntExtraction *extraction,
                              EntCandidate *candidate);

/* extract-each.c */
gboolean ent_candidate_place_legs (EntExtraction *extraction,
                                   const EntCandidate *candidate);
gboolean ent_candidate_place_each (EntExtraction *extraction,
                                   EntCandidate  *candidate);

/* extract-kind.c */
gboolean ent_candidate_is_of_body (const EntExtraction *extraction,
                                   const EntCandidate *candidate);
gboolean ent_candidate_is_of_members (const EntExtraction *extraction,
                                      const EntCandidate *candidate);
gboolean ent_candidate_is_of_two (const EntExtraction *extraction,
                                  const EntCandidate *candidate);
EntKind ent_candidate_refine_kind (const EntExtraction *extraction,
                                   const EntCandidate *candidate);

/* extract-object.c */
guint16 ent_candidate_find_agent (const EntExtraction *extraction,
                                  const EntCandidate *candidate,
                                  const EntParties *subject);
void ent_candidate_add_target (const EntExtraction *extraction,
                               EntCandidate *candidate);
void ent_candidate_add_behind (const EntExtraction *extraction,
                               EntCandidate *candidate);
void ent_candidate_complete_measure (const EntExtraction *extraction,
                                     EntCandidate *candidate);
void ent_candidate_add_place (const EntExtraction *extraction,
                              EntCandidate *candidate);
void ent_candidate_add_scene (const EntExtraction *extraction,
                              EntCandidate *candidate);

/* extract-same.c */
gboolean ent_candidate_is_other_accord (const EntExtraction *extraction,
                                        const EntCandidate *candidate,
                                        const EntMention *mention);
gboolean ent_extraction_is_apart (const EntExtraction *extraction,
                                  const EntRuleMatch *match);
int ent_candidate_find_same (const EntExtraction *extraction,
                             const EntCandidate *candidate);

/* extract-days.c */
void ent_candidate_take_days (const EntExtraction *extraction,
                              EntCandidate *candidate);
EntEdtf ent_candidate_get_days_before (const EntExtraction *extraction,
                                       const EntCandidate *candidate,
                                       EntEdtf date);

/* extract-visit.c */
gboolean ent_candidate_end_journey (EntExtraction *extraction,
                                    const EntCandidate *candidate);
void ent_candidate_find_traveller (const EntExtraction *extraction,
                                   const EntCandidate *candidate,
                                   EntParties *subject);
gboolean ent_candidate_is_same_journey (const EntExtraction *extraction,
                                        const EntCandidate *candidate,
                                        const EntMention *mention);
gboolean ent_candidate_is_announced_visit (const EntExtraction *extraction,
                                           const EntCandidate *candidate);
void ent_candidate_join_journey (const EntCandidate *candidate,
                                 EntMention *mention);

/* extract-plan.c */
gboolean ent_extraction_has_promise (const EntExtraction *extraction,
                                     const EntRuleMatch *match);
int ent_candidate_find_plan (const EntExtraction *extraction,
                             const EntEventGive *give,
                             const EntRuleMatch *match);
void ent_candidate_deny_plan (EntExtraction *extraction,
                              EntCandidate *candidate,
                              int kind);

/* extract-mention.c */
void ent_candidate_claim (EntExtraction *extraction,
                          const EntCandidate *candidate);
const EntTerm *ent_extraction_find_place (const EntExtraction *extraction,
                                          const EntRuleMatch *match);
gboolean ent_candidate_is_told_contact (const EntExtraction *extraction,
                                        const EntCandidate *candidate);
void ent_extraction_touch (EntExtraction *extraction,
                           int index,
                           guint16 subject);
void ent_candidate_join (EntExtraction *extraction,
                         const EntCandidate *candidate,
                         int index);
gboolean ent_candidate_add_mention (EntExtraction *extraction,
                                    const EntCandidate *candidate,
                                    gboolean reported);

G_END_DECLS
