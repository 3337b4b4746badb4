/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/actors.h"
#include "parse/name-index.h"

G_BEGIN_DECLS

/* So many persons back a bare title or a surname is looked for. */
#define ENT_ACTOR_MEMORY 16
/* The block of ideographs whose letters of foreign names are kept as bits. */
#define ENT_FIRST_IDEOGRAPH 0x4E00
#define ENT_N_IDEOGRAPHS 0x5200

struct _EntActorStage
{
  const EntRuleSet *rules;
  const EntVocabulary *vocabulary;
  const EntTerm *terms;
  const EntOfficeHolder *holders;
  guint n_holders;
  guint32 *by_actor; /* holders in order of their actors */
  guint32 *actor_begins; /* by actor: where its holders begin there; one more than there are actors */
  EntNameIndex *holder_names; /* holders by the first and the last words of their names */
  guint8 *cases; /* by term: how its capitals bind */
  guint16 *state_values; /* by value of STATE-CHAR: the actor */
  guint64 openers; /* bits, as a chart knows them: classes by which a phrase may begin, but for articles */
  guint64 longer;  /* bits: classes of words that hold names and are nobody's */
  guint64 heeded;  /* both, and articles */
  guint32 *name_letters; /* bits: the ideographs that foreign names are written with */
  gunichar *families; /* by holder: the ideograph of the family, where people of that state are called so; or 0 */
  guint32 *family_letters; /* bits: all those ideographs */
  guint32 names;
  guint32 demonyms;
  guint32 metonyms;
  guint32 people;
  guint32 titles;
  guint32 topics;
  guint32 places;
  guint32 dates;
  guint32 actors;
  guint32 state_chars;
  guint32 not_states;
  guint32 counts;
  guint32 not_governments;
  guint32 namesakes;
  guint32 domestic;
  guint32 articles;
  guint32 ofs;
  guint32 sides;
  guint32 houses;
  guint32 parties;
  guint32 groups;
  guint32 self;
  guint32 back;
  guint32 locatives;
  guint32 prepositions;
  guint32 name_parts;
  guint32 name_stops;
  guint32 ands;
  guint32 concurrents;
  guint32 domains;
  guint32 aides;
  guint32 offices;
  guint32 governments;
  guint32 namings;
  guint32 many;
  guint32 postings;
  guint32 citizens;
  guint32 state_verbs;
  guint32 tails;
};

/* A person told of earlier in the text. */
typedef struct
{
  const EntTerm *title;
  const char *name;
  gsize name_length;
  EntSpan words;
  EntSpan written; /* the name as the text has it in ideographs, or empty */
  guint16 actor;
  guint8 level;
} EntActorMemory;

/* Who had an office on a day, as asked last. */
typedef struct
{
  const EntTerm *title;
  EntDay day;
  guint16 actor;
  const EntOfficeHolder *holder;
} EntActorAsked;

/**
 * EntActorSearch:
 *
 * The state of reading one text.
 */
typedef struct
{
  const EntActorStage *stage;
  EntChart *chart;
  const EntToken *tokens;
  const GArray *timexes; /* (nullable): what the edges of class DATE stand for */
  EntDay day;
  guint16 issuer;
  guint16 host;  /* of a cable: the state that it comes from or goes to */
  guint32 *seen; /* by actor: how often it is named without doubt; NULL until somebody asks */
  guint32 first; /* of the sentence being read: its first token and the one after its last */
  guint32 end;
  const EntTerm *shared; /* a title of several, told last */
  guint32 beside_end; /* where the person ends who was told last, and whose he is */
  guint16 beside;
  guint32 place_end; /* the token after a capital that is only where something happens, or 0 */
  EntActorMemory memory[ENT_ACTOR_MEMORY];
  guint n_memory;
  EntActorAsked asked[16]; /* by title and state: those that share a place overwrite each other */
} EntActorSearch;

/**
 * ent_actor_search_get_own:
 * @search: the state of reading
 *
 * Returns: of which state somebody is whose office is told without one: the issuer's; in a cable of the other side
 */
static inline guint16
ent_actor_search_get_own (const EntActorSearch *search)
{
  return search->host != ENT_ACTOR_NONE ? search->host : search->issuer;
}

/* What is known of the phrase being read. */
typedef struct
{
  guint32 at;
  guint32 end; /* the sentence's end */
  const EntTerm *title;
  const EntOfficeHolder *holder;
  EntLevel other_level; /* of a higher office that the holder has at the same time */
  EntSpan words;
  guint32 surname; /* the token of a holder named by surname alone, or 0 */
  guint32 name; /* where the words before the surname begin that may be a first name */
  guint16 actor;
  guint16 seat; /* where an envoy is, or ENT_ACTOR_NONE */
  gboolean has_state;
  gboolean has_article;
} EntActorReading;

/* actor-state.c */
guint32 ent_actor_search_skip_letters (const EntActorSearch *search,
                                       guint32 token);
gboolean ent_actor_search_begins_name (const EntActorSearch *search,
                                       guint32 end);
gboolean ent_actor_search_is_inside_name (const EntActorSearch *search,
                                          guint32 token);
const EntEdge *ent_actor_search_find_person (const EntActorSearch *search,
                                             guint32 token,
                                             guint32 end);
const EntEdge *ent_actor_search_find_term (const EntActorSearch *search,
                                           guint32 token,
                                           guint32 class_id,
                                           guint32 end);
gboolean ent_actor_search_is_hidden (const EntActorSearch *search,
                                     guint32 first,
                                     guint32 end);
gboolean ent_actor_search_ends_day (const EntActorSearch *search,
                                    guint32               token);
gboolean ent_actor_search_is_inside_word (const EntActorSearch *search,
                                          guint32 token);
guint32 ent_actor_search_skip_article (const EntActorSearch *search,
                                       guint32               token,
                                       guint32               end);
guint32 ent_actor_search_find_of (EntActorSearch *search,
                                  guint32         token,
                                  guint32         end,
                                  guint16        *actor);
guint32 ent_actor_search_skip_house (EntActorSearch *search,
                                     guint32         token,
                                     guint32         end);
guint32 ent_actor_search_find_house (EntActorSearch *search,
                                     guint32         token,
                                     guint32         end,
                                     guint16        *actor);
guint32 ent_actor_search_find_state (EntActorSearch *search,
                                     guint32 token,
                                     guint32 end,
                                     guint16 *actor);

/* actor-family.c */
void ent_actor_stage_read_families (EntActorStage *stage,
                                    const char * const *states);
const EntOfficeHolder *ent_actor_search_find_family (const EntActorSearch *search,
                                                     guint32 token,
                                                     guint32 *end);

/* actor-phrase.c */
gboolean ent_actor_search_read_phrase (EntActorSearch *search,
                                       guint32 token,
                                       EntActorPhrase *phrase,
                                       const EntTerm **title,
                                       gboolean *many);

/* actor-stand-in.c */
gboolean ent_actor_search_is_shared (const EntActorSearch *search,
                                     guint32 first,
                                     guint32 end);
gboolean ent_actor_search_read_stand_in (EntActorSearch *search,
                                         guint32 token,
                                         EntActorPhrase *phrase);
gboolean ent_actor_search_read_group (EntActorSearch *search,
                                      guint32 token,
                                      EntActorPhrase *phrase);

/* actor-holder.c */
void ent_actor_stage_sort_holders (EntActorStage *stage);
gboolean ent_actor_term_shares_office (const EntTerm *bare,
                                       const EntTerm *told);
const EntOfficeHolder *ent_actor_search_choose_holder (const EntActorSearch *search,
                                                       const EntEdge *person,
                                                       const EntActorReading *reading);
const EntOfficeHolder *ent_actor_search_find_incumbent_of_family (const EntActorSearch *search,
                                                                  const EntTerm *title,
                                                                  guint32 token,
                                                                  gunichar family);
EntLevel               ent_actor_search_find_other_level (const EntActorSearch *search,
                                                          const EntEdge *person,
                                                          const EntOfficeHolder *chosen);
const EntOfficeHolder *ent_actor_search_find_incumbent (const EntActorSearch *search,
                                                        guint16 actor,
                                                        const EntTerm *title,
                                                        guint32 token);
gboolean ent_actor_search_has_office (const EntActorSearch *search,
                                      const EntActorReading *reading);
gboolean ent_actor_search_is_given_name (const EntActorSearch *search,
                                         guint32 token);
const EntOfficeHolder *ent_actor_search_find_surname (const EntActorSearch *search,
                                                      const EntActorReading *reading);

/* actor-settle.c */
void ent_actor_search_settle (const EntActorSearch *search,
                              GArray *phrases);

/* actor-office.c */
void ent_actor_search_skip_seat (EntActorSearch *search,
                                 EntActorReading *reading);
void ent_actor_search_skip_domains (EntActorSearch *search,
                                    EntActorReading *reading);
guint32 ent_actor_search_skip_aide (EntActorSearch *search,
                                    guint32 token,
                                    guint32 end);

/* actor-name.c */
gboolean ent_actor_search_is_mark (const EntActorSearch *search,
                                   guint32 token,
                                   char mark);
guint32 ent_actor_search_skip_name (EntActorSearch *search,
                                    guint32 token,
                                    guint32 end);
const EntEdge *ent_actor_search_find_title_before (const EntActorSearch *search,
                                                   guint32 token);
gboolean ent_actor_search_joins_leader (const EntActorSearch *search,
                                        const EntActorReading *reading,
                                        guint32 first);
guint32 ent_actor_search_skip_office (EntActorSearch *search,
                                      guint32 token,
                                      guint32 end);
gboolean ent_actor_search_read_name_before (const EntActorSearch *search,
                                            guint32 first,
                                            EntSpan *words);
void ent_actor_search_remember (EntActorSearch *search,
                                const EntActorPhrase *phrase,
                                const EntTerm *title);
const EntActorMemory *ent_actor_search_recall_title (const EntActorSearch *search,
                                                     const EntTerm *title);
const EntActorMemory *ent_actor_search_recall_name (const EntActorSearch *search,
                                                    EntSpan words);
const EntActorMemory *ent_actor_search_recall_written (const EntActorSearch *search,
                                                       guint32 token,
                                                       guint32 *end);
const EntActorMemory *ent_actor_search_recall_surname (const EntActorSearch *search,
                                                       guint32 token);
const EntActorMemory *ent_actor_search_recall_family (const EntActorSearch *search,
                                                      guint32 token,
                                                      guint32 *end);
guint32 ent_actor_search_skip_initials (const EntActorSearch *search,
                                        guint32 token,
                                        guint32 end);

/**
 * ent_actor_search_find_class:
 * @search: the state of reading
 * @token: a token
 * @class_id: a class, or 0
 * @end: where to end
 *
 * Returns: (nullable): the longest edge of the class that begins at @token and ends before @end
 */
static inline const EntEdge *
ent_actor_search_find_class (const EntActorSearch *search,
                             guint32               token,
                             guint32               class_id,
                             guint32               end)
{
  const EntEdge *edge = token < end && class_id != 0 ? ent_chart_find (search->chart, token, class_id) : NULL;

  return edge != NULL && edge->end <= end ? edge : NULL;
}

G_END_DECLS
