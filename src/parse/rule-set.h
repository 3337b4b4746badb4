/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "parse/chart.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_RULE_ERROR_SYNTAX,  /* the line is not in the notation */
  ENT_RULE_ERROR_UNKNOWN, /* a class, pattern or key that nothing defines */
  ENT_RULE_ERROR_LIMIT    /* too many classes, captures or steps */
} EntRuleError;

#define ENT_RULE_ERROR (ent_rule_error_quark ())
GQuark ent_rule_error_quark (void);

/**
 * EntRuleSet:
 *
 * The word classes and rules of one stage of the cascade, read from files in the notation that
 * data/languages/README.md describes and compiled once. It knows nothing of what the rules are for:
 * a match says which rule, which tokens, and what its captures took; the stage reads the rule's
 * `give` lines when it loads. Grows while files are loaded; read-only, and so thread-safe, after
 * ent_rule_set_compile().
 */
typedef struct _EntRuleSet EntRuleSet;

#define ENT_MAX_CAPTURES 12
#define ENT_CAPTURE_NONE G_MAXUINT32

/**
 * EntCapture:
 * @first: the first token taken; %ENT_CAPTURE_NONE where the capture took nothing
 * @end: the token after the last
 * @class_id: the class, when it took one edge; else 0
 * @value: the edge's value, or the number
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 class_id;
  guint32 value;
} EntCapture;

/**
 * EntRuleMatch:
 * @rule: the rule's number
 * @first: the first token
 * @end: the token after the last
 * @captures: by the rule's own capture numbers
 */
typedef struct
{
  guint32 rule;
  guint32 first;
  guint32 end;
  EntCapture captures[ENT_MAX_CAPTURES];
} EntRuleMatch;

/**
 * EntGive:
 * @key: left of the equals sign
 * @value: right of it, as written
 * @line: its line in the rule's file
 */
typedef struct
{
  const char *key;
  const char *value;
  guint line;
} EntGive;

/* All conditions hold. */
#define ENT_ALL_CONDITIONS G_MAXUINT8

/* So many ways to match at most in a set, so that a bitmap of them fits on the stack. */
#define ENT_MAX_PROGRAMS 8192
#define ENT_MAX_PROGRAM_WORDS (ENT_MAX_PROGRAMS / 64)

/**
 * EntRuleSearch:
 *
 * A search of a text for the matches of a set, sentence by sentence. What it learns of the rules serves later
 * searches of the same set. For one thread at a time.
 */
typedef struct _EntRuleSearch EntRuleSearch;

EntRuleSet *ent_rule_set_new (EntLexicon *lexicon);
void ent_rule_set_free (EntRuleSet *rules);

/* Loading. */
gboolean ent_rule_set_load_file (EntRuleSet *rules,
                                 const char *file,
                                 GError **error);
gboolean ent_rule_set_load_text (EntRuleSet *rules,
                                 const char *text,
                                 gsize length,
                                 const char *file,
                                 GError **error);
guint32 ent_rule_set_add_class (EntRuleSet *rules,
                                const char *name);
void ent_rule_set_add_stage_class (EntRuleSet *rules,
                                   const char *name);
gboolean ent_rule_set_add_term (EntRuleSet *rules,
                                guint32 class_id,
                                const char *words,
                                guint32 value);
void ent_rule_set_add_conditions (EntRuleSet *rules,
                                  guint rule,
                                  guint8 conditions);
gboolean ent_rule_set_compile (EntRuleSet *rules,
                               GError **error);

/* What was loaded. */
guint32 ent_rule_set_find_class (const EntRuleSet *rules,
                                 const char *name);
const char *ent_rule_set_get_value (const EntRuleSet *rules,
                                    guint32 class_id,
                                    guint32 value);
gboolean ent_rule_set_find_value (const EntRuleSet *rules,
                                  guint32 class_id,
                                  const char *text,
                                  guint32 *value);
guint ent_rule_set_get_n_rules (const EntRuleSet *rules);
const char *ent_rule_set_get_rule_name (const EntRuleSet *rules,
                                        guint rule);
const char *ent_rule_set_get_rule_file (const EntRuleSet *rules,
                                        guint rule,
                                        guint *line);
const EntGive *ent_rule_set_get_gives (const EntRuleSet *rules,
                                       guint rule,
                                       guint *n);
int ent_rule_set_find_capture (const EntRuleSet *rules,
                               guint rule,
                               const char *name);

/* Use. */
void ent_rule_set_find_terms (const EntRuleSet *rules,
                              EntChart *chart);
void ent_rule_set_find_terms_in (const EntRuleSet *rules,
                                 EntChart *chart,
                                 guint32 first,
                                 guint32 end);
EntRuleSearch *ent_rule_set_begin_search (const EntRuleSet *rules,
                                          const EntChart *chart);
void ent_rule_search_end (EntRuleSearch *search);
gboolean ent_rule_search_enter (EntRuleSearch *search,
                                guint32 first,
                                guint32 end,
                                guint8 conditions);
void ent_rule_search_hold (EntRuleSearch *search,
                           guint8 conditions);
gboolean ent_rule_search_next (EntRuleSearch *search,
                               guint32 from,
                               EntRuleMatch *match);
gboolean ent_rule_search_match (EntRuleSearch *search,
                                guint32 at,
                                EntRuleMatch *match);
gboolean ent_rule_search_refuse (EntRuleSearch *search,
                                 EntRuleMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleSearch, ent_rule_search_end)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRuleSet, ent_rule_set_free)

G_END_DECLS
