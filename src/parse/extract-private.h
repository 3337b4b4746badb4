/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/actors.h"
#include "parse/extract-give.h"
#include "parse/extract.h"
#include "parse/host-table.h"

G_BEGIN_DECLS

#define ENT_MAX_PARTIES 12
/* So many captured objects of a sentence are kept in mind. */
#define ENT_MAX_OBJECTS 12
/* So many words of a sentence that may have a date are kept in mind. */
#define ENT_MAX_LEFTOVERS 24

/* Classes of events.rules that the stage itself asks for; 0 where the language has none. */
typedef struct
{
  guint32 actors;
  guint32 dates;
  guint32 topics;
  guint32 passing_topics;
  guint32 weak_topics;
  guint32 titles;
  guint32 persons;
  guint32 tones;
  guint32 places;
  guint32 metonyms;
  guint32 names;
  guint32 demonyms;
  guint32 bodies;
  guint32 says;
  guint32 adverbs;
  guint32 future;
  guint32 negations;
  guint32 conditions;
  guint32 proposals;
  guint32 prepositions;
  guint32 locatives;
  guint32 ands;
  guint32 genres;
  guint32 relatives;
  guint32 obligations;
  guint32 listings;
  guint32 items;
  guint32 articles;
  guint32 clauses;
  guint32 leaders;
  guint32 withs;
  guint32 thens;
  guint32 next_acts;
  guint32 subordinates;
  guint32 occasions;
  guint32 matters;
  guint32 happenings;
  guint32 dateds;
  guint32 answers;
  guint32 holds;
  guint32 helds;
  guint32 helping;
  guint32 targets;
  guint32 postings;
  guint32 calls;
  guint32 abouts;
  guint32 accusals;
  guint32 remotes;
  guint32 meetings;
  guint32 summits;
  guint32 accords;
  guint32 visits;
  guint32 reasons;
  guint32 place_tails;
  guint32 reactions;
  guint32 dones;
  guint32 scheduled;
  guint32 onwards;
  guint32 first_sinces;
  guint32 firsts;
  guint32 clocks;
  guint32 origins;
  guint32 toward_states;
  guint32 discusseds;
  guint32 claims;
  guint32 priors;
  guint32 promises;
  guint32 seats;
  guint32 askings;
  guint32 repeateds;
  guint32 togethers;
  guint32 alsos;
  guint32 ofs;
  guint32 agents;
  guint32 mutuals;
  guint32 questions;
  guint32 memories;
  guint32 betweens;
  guint32 arrivals;
  guint32 endings;
  guint32 lastings;
  guint32 stayings;
  guint32 put_offs;
  guint32 withins;
  guint32 agains;
  guint32 causes;
  guint32 decisions;
  guint32 apieces;
  guint32 takers;
  guint32 bars;
  guint32 denials;
  guint32 deniers;
  guint32 rumours;
  guint32 durings;
  guint32 counterparts;
  guint32 phones;
  guint32 records;
  guint32 about_acts;
  guint32 aheads;
  guint32 inversions;
  guint32 soons;
  guint32 lowers;
  guint32 authorships;
  guint32 homes;
  guint32 sometimes;
  guint32 many;
  guint32 strangers;
} EntExtractClasses;

struct _EntExtractor
{
  const EntLexicon *lexicon;
  const EntRuleSet *rules;
  const EntVocabulary *vocabulary;
  const EntTerm *terms;
  EntActorStage *actors;
  EntHostTable *hosts;
  EntEventGive *gives; /* by rule */
  EntExtractClasses classes;
};

/**
 * EntParties:
 *
 * Who takes part, in the order named: actors each once, and phrases that name persons.
 */
typedef struct
{
  guint16 actors[ENT_MAX_PARTIES];
  EntActorPhrase people[ENT_MAX_PARTIES];
  guint n_actors;
  guint n_people;
} EntParties;

/* What a sentence says beside its events. */
typedef struct
{
  guint64 topics;
  guint16 speaker;
  gboolean goes_on; /* the speaker of a sentence before, as this one tells none */
} EntSentenceFacts;

/**
 * EntExtraction:
 *
 * The state of reading one statement. Everything is borrowed or scratch but the mentions.
 */
typedef struct
{
  const EntExtractor *extractor;
  EntChart *chart;
  EntRuleSearch *search;
  const EntTokens *tokens;
  const GArray *timexes;
  GArray *phrases; /* of EntActorPhrase */
  GArray *facts; /* of EntSentenceFacts, by sentence */
  GArray *topic_spans; /* of EntTopicSpan, of the whole statement */
  GArray *tones;       /* of guint32: the tokens where words of tone begin; NULL until they are asked for */
  guint64 firm_topics; /* those raised by words that do not only speak of them in passing, or more than once */
  guint64 passing_topics; /* those spoken of in passing */
  guint64 weak_topics;    /* those that only weak words together speak of */
  GArray *mentions;
  guint first; /* where this statement's mentions begin */
  EntEdtf anchor;
  EntEdtf today; /* of its news: @anchor, or the date of an agency's dateline */
  EntDay day;
  EntDateBasis anchor_basis;
  guint16 issuer;
  EntParties sides;
  guint16 post; /* the state that a cable comes from or goes to */
  EntParties titled; /* states and organisations that the title names */
  EntStatementKind genre;
  gsize notes; /* the first sentence of an editor's notes */
  gboolean is_note; /* it is one as a whole */
  int headline_kind; /* what the title says the statement reports, or -1 */
  int reported; /* which mention that is, or -1 */
  gboolean domestic; /* the statement hardly speaks of anybody but its issuer */
  EntActorPhrase last_person;
  gboolean listing;    /* a sentence opened a list of what is to be done */
  EntParties listers;  /* who will do it */
  guint n_exchanges;   /* so many questions were put so far */
  guint32 exchange;    /* where the last of them begins */
  /* Of the sentence being read: */
  guint sentence;
  guint paragraph; /* the first sentence of its paragraph */
  gboolean is_questioned; /* the paragraph begins as a question */
  guint8 *dated;   /* by sentence: whether it tells a date */
  gboolean asked; /* it is a question */
  gboolean noted; /* it is in an editor's note, which tells what came after, too */
  int touched; /* the mention it spoke of last, or -1 */
  guint16 subject; /* of that mention */
  guint16 asker; /* who asked for it, where the sentence names them */
  guint8 pending; /* an EntGiveSets that waits for its mention */
  EntCapture objects[ENT_MAX_OBJECTS]; /* whom its matches so far named as the other side */
  guint n_objects;
  EntRuleMatch leftovers[ENT_MAX_LEFTOVERS]; /* what may have a date that nothing else takes */
  guint n_leftovers;
  guint32 claimed[ENT_MAX_OBJECTS]; /* where the dates stand that events took */
  guint n_claimed;
} EntExtraction;

/**
 * ent_extraction_is_in_note:
 * @extraction: the state of reading
 *
 * Returns: whether the sentence being read is of a note that an editor added to the statement
 */
static inline gboolean
ent_extraction_is_in_note (const EntExtraction *extraction)
{
  return extraction->noted && !extraction->is_note;
}

/* extract-parties.c */
void ent_parties_add (EntParties *parties,
                      const EntActorPhrase *phrase);
void ent_parties_add_actor (EntParties *parties,
                            guint16 actor);
void ent_parties_join (EntParties *parties,
                       const EntParties *others);
gboolean ent_parties_have (const EntParties *parties,
                           guint16 actor);
gboolean ent_parties_cover (const EntParties *parties,
                            const EntMention *mention);
EntLevel ent_parties_get_level (const EntParties *parties);
gboolean ent_parties_have_leader (const EntParties *parties);
gboolean ent_parties_are_leaders (const EntParties *parties);
/* extract-collect.c */
void ent_extraction_add_phrase (const EntExtraction *extraction,
                                const EntActorPhrase *phrase,
                                EntParties *parties);
void ent_extraction_collect_capture (const EntExtraction *extraction,
                                     const EntRuleMatch *match,
                                     int number,
                                     EntParties *parties);
void ent_extraction_collect (const EntExtraction *extraction,
                             guint32 first,
                             guint32 end,
                             EntParties *parties);
gboolean ent_extraction_collect_list (const EntExtraction *extraction,
                                      guint32 first,
                                      EntParties *parties);

guint16 ent_extraction_get_state_of (const EntExtraction *extraction,
                                     const EntEdge *place);

/* extract-post.c */
guint16 ent_extraction_find_place_told (const EntExtraction *title,
                                        guint16 issuer);
void ent_extraction_find_post (EntExtraction *extraction);
void ent_extraction_settle_post (EntExtraction *extraction);

/* extract-subject.c */
void ent_extraction_find_blamed (const EntExtraction *extraction,
                                 const EntRuleMatch *match,
                                 EntKind kind,
                                 EntParties *subject);
int ent_extraction_find_phrase_before (const EntExtraction *extraction,
                                       guint32 first,
                                       guint32 before);
void ent_extraction_find_subject (const EntExtraction *extraction,
                                  guint32 first,
                                  guint32 before,
                                  EntParties *parties);
gboolean ent_extraction_read_behind (const EntExtraction *extraction,
                                     const EntRuleMatch *match,
                                     guint32 class_id,
                                     EntParties *parties);
void ent_extraction_find_companions (const EntExtraction *extraction,
                                     guint32 first,
                                     guint32 before,
                                     EntParties *parties);
void ent_extraction_find_listed (const EntExtraction *extraction,
                                 guint32 token,
                                 EntParties *parties);
gboolean ent_extraction_has_subject (const EntExtraction *extraction,
                                     guint32 first,
                                     guint32 before);
gboolean ent_extraction_is_oblique (const EntExtraction *extraction,
                                    const EntActorPhrase *phrase);
guint16 ent_extraction_find_last_subject (const EntExtraction *extraction);
gboolean ent_extraction_is_where (const EntExtraction *extraction,
                                  const EntActorPhrase *phrase);
void ent_extraction_find_neighbour (const EntExtraction *extraction,
                                    guint32 before,
                                    EntParties *parties);

/* extract-topics.c */
void ent_extraction_read_topics (EntExtraction *extraction);
char **ent_extraction_dup_tones (EntExtraction *extraction,
                                 guint32 first,
                                 guint32 end);

/* extract-date.c */
gboolean ent_extraction_find_date (const EntExtraction *extraction,
                                   const EntEventGive *give,
                                   const EntRuleMatch *match,
                                   EntEdtf *date,
                                   EntEventDateBasis *basis,
                                   guint32 *at,
                                   gboolean *ambiguous);
gboolean ent_extraction_is_first_since (const EntExtraction *extraction,
                                        const EntEdge *edge,
                                        const EntRuleMatch *match);
gboolean ent_extraction_is_by_other_clock (const EntExtraction *extraction,
                                           const EntEdge *edge);
gboolean ent_extraction_is_part_of_name (const EntExtraction *extraction,
                                         const EntRuleMatch *match,
                                         const EntEdge *date);
gboolean ent_extraction_is_of_treaty (const EntExtraction *extraction,
                                      const EntEdge *date,
                                      const EntRuleMatch *match);
EntEventDateBasis ent_extraction_get_basis (const EntExtraction *extraction,
                                            const EntTimex *timex);
guint32 ent_extraction_find_about (const EntExtraction *extraction,
                                   const EntRuleMatch *match);
gboolean ent_extraction_is_usable (const EntTimex *timex);

/* extract-days.c */
gboolean ent_extraction_tells_length (const EntExtraction *extraction,
                                      guint32 first,
                                      guint32 end);

/* extract-date-owner.c */
gboolean ent_extraction_is_of_name (const EntExtraction *extraction,
                                    const EntEdge *date,
                                    const EntRuleMatch *match);
gboolean ent_extraction_is_of_number (const EntExtraction *extraction,
                                      const EntEdge *date);
gboolean ent_extraction_is_of_verb_before (const EntExtraction *extraction,
                                           const EntEdge *date,
                                           const EntRuleMatch *match);
gboolean ent_extraction_leads_to_verb (const EntExtraction *extraction,
                                       const EntEdge *date,
                                       const EntRuleMatch *match);
gboolean ent_extraction_is_of_matter (const EntExtraction *extraction,
                                      const EntEdge       *date,
                                      const EntRuleMatch  *match);
gboolean ent_extraction_is_announced_with_cause (const EntExtraction *extraction,
                                                 guint32 date_at,
                                                 guint32 clause);
gboolean ent_extraction_is_of_cause (const EntExtraction *extraction,
                                     const EntEdge *date,
                                     const EntRuleMatch *match);
gboolean ent_extraction_is_until (const EntExtraction *extraction,
                                  const EntEdge *date,
                                  const EntRuleMatch *match);
gboolean ent_extraction_is_of_claim (const EntExtraction *extraction,
                                     const EntEdge *date,
                                     const EntRuleMatch *match);
gboolean ent_extraction_is_of_occasion (const EntExtraction *extraction,
                                        const EntEdge *date,
                                        const EntRuleMatch *match);
gboolean ent_extraction_is_of_discussion (const EntExtraction *extraction,
                                          const EntEdge *date,
                                          const EntRuleMatch *match);

/* extract-anniversary.c */
gboolean ent_extraction_find_anniversary (const EntExtraction *extraction,
                                          const EntEventGive *give,
                                          const EntRuleMatch *match,
                                          EntEdtf *date,
                                          guint32 *at);

/* extract-domestic.c */
void ent_extraction_leave_own_affairs (EntExtraction *extraction);

/* extract-event.c */
gboolean ent_extraction_is_reportable (const EntExtraction *extraction,
                                       EntEdtf date);
gboolean ent_extraction_read_match (EntExtraction *extraction,
                                    const EntRuleMatch *match);
void ent_extraction_read_leftovers (EntExtraction *extraction);
void ent_extraction_add_parties (const EntExtraction *extraction,
                                 EntMention *mention,
                                 const EntParties *parties);
void ent_extraction_add_evidence (EntExtraction *extraction,
                                  EntMention *mention,
                                  guint sentence);

/* extract-name.c */
gboolean ent_extraction_is_attribute (const EntExtraction *extraction,
                                      const EntEventGive *give,
                                      const EntRuleMatch *match);
gboolean ent_extraction_is_in_name (const EntExtraction *extraction,
                                    const EntRuleMatch *match);

/* extract-head.c */
void ent_extraction_read_participants (EntExtraction *extraction);
void ent_extraction_complete_talk (EntExtraction *extraction);

/* extract-finish.c */
void ent_extraction_finish (EntExtraction *extraction);

/* extract.c */
gboolean ent_extraction_has (const EntExtraction *extraction,
                             guint32 class_id,
                             guint32 first,
                             guint32 end);
gboolean ent_extraction_ends_clause (const EntExtraction *extraction,
                                     guint32 token);
guint16 ent_extractor_get_home (const EntExtractor *extractor,
                                const EntChart *chart,
                                guint32 at);
guint16 ent_extractor_find_issuer (const EntExtractor *extractor,
                                   EntChart *chart,
                                   guint32 end,
                                   const char *title,
                                   EntDay day);
gboolean ent_extraction_precedes (const EntExtraction *extraction,
                                  guint32 class_id,
                                  guint32 first,
                                  guint32 before);
gboolean ent_extraction_has_semicolon (const EntExtraction *extraction,
                                       guint32 first,
                                       guint32 end);
guint32 ent_extraction_get_clause (const EntExtraction *extraction,
                                   guint32 token);
guint32 ent_extraction_find_colon (const EntExtraction *extraction,
                                   guint32 before);

/**
 * ent_extraction_is_ideographic:
 * @extraction: the state of reading
 * @match: a match
 *
 * Returns: whether it is written in ideographs, whatever numbers it begins with
 */
static inline gboolean
ent_extraction_is_ideographic (const EntExtraction *extraction,
                               const EntRuleMatch  *match)
{
  return extraction->tokens->tokens[match->first].kind == ENT_TOKEN_CJK
         || extraction->tokens->tokens[match->end - 1].kind == ENT_TOKEN_CJK;
}

/**
 * ent_extraction_get_sentence:
 * @extraction: the state of reading
 *
 * Returns: (transfer none): the sentence being read
 */
static inline const EntSentence *
ent_extraction_get_sentence (const EntExtraction *extraction)
{
  return &extraction->tokens->sentences[extraction->sentence];
}

/**
 * ent_extraction_get_mention:
 * @extraction: the state of reading
 * @index: which
 *
 * Returns: (transfer none): a mention; valid until the next is added
 */
static inline EntMention *
ent_extraction_get_mention (const EntExtraction *extraction,
                            int                  index)
{
  return &g_array_index (extraction->mentions, EntMention, (guint) index);
}

G_END_DECLS
