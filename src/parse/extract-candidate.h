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
  guint32 date_at; /* where its date stands, if it is dated */
  gboolean dated;
  gboolean named;   /* the captures name somebody */
  gboolean ambiguous; /* the year of its date was chosen by tense alone */
  gboolean by_name;   /* not planned, or its sentence names who will take part */
  gboolean apart;     /* told as one of several */
  gboolean leaders; /* its clause says that leaders do it */
} EntCandidate;

/* extract-status.c */
gboolean ent_candidate_is_headline (const EntExtraction *extraction);
gboolean ent_candidate_read_status (const EntExtraction *extraction,
                                    EntCandidate *candidate);
void ent_candidate_settle_plan (const EntExtraction *extraction,
                                EntCandidate *candidate);

/* extract-who.c */
void ent_extraction_collect_capture (const EntExtraction *extraction,
                                     const EntRuleMatch *match,
                                     int number,
                                     EntParties *parties);
void ent_candidate_read_parties (EntExtraction *extraction,
                                 EntCandidate *candidate);

/* extract-frame.c */
void ent_candidate_take_frame (const EntExtraction *extraction,
                               EntCandidate *candidate);

G_END_DECLS
