/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-set-private.h"
#include "parse/rule-stretch.h"

/* So many rules are turned down at one token at most. */
#define MAX_REFUSED 4

struct _EntRuleSearch
{
  EntRuleSet *rules;
  const EntChart *chart;
  EntRuleStretch stretch; /* the tokens of the sentence that are being searched */
  guint32 first;          /* the sentence's first token */
  guint32 end;
  guint8 conditions;      /* those that hold */
  guint32 refused[MAX_REFUSED]; /* rules whose match at the token in hand tells of nothing */
  guint n_refused;
};

/**
 * ent_rule_set_find_terms_in:
 * @rules: a compiled set
 * @chart: a chart over tokens scanned with the set's lexicon; gets each term found
 * @first: a token
 * @end: the token after the last one
 *
 * Finds the words of all classes that begin from @first on, where no edge begins yet.
 */
void
ent_rule_set_find_terms_in (const EntRuleSet *rules,
                            EntChart         *chart,
                            guint32           first,
                            guint32           end)
{
  ent_chart_find_terms (chart, rules->trie, first, end);
}

/**
 * ent_rule_set_find_terms:
 * @rules: a compiled set
 * @chart: a chart over tokens scanned with the set's lexicon, without edges; gets each term found
 *
 * Finds the words of all classes in one pass; those inside others too. A term never leaves its
 * sentence nor begins in furniture.
 */
void
ent_rule_set_find_terms (const EntRuleSet *rules,
                         EntChart         *chart)
{
  ent_rule_set_find_terms_in (rules, chart, 0, (guint32) chart->tokens->n_tokens);
}

/**
 * ent_rule_search_free:
 * @search: (transfer full): a search
 */
void
ent_rule_search_free (EntRuleSearch *search)
{
  ent_rule_stretch_clear (&search->stretch);
  g_free (search);
}

/**
 * ent_rule_set_begin_search:
 * @rules: a compiled set; must outlive the search
 * @chart: what is known of the text; what stages find must be in it before a sentence is entered, and the terms
 *   before matches are asked for
 *
 * Returns: (transfer full): a search, given back with ent_rule_search_end()
 */
EntRuleSearch *
ent_rule_set_begin_search (const EntRuleSet *rules,
                           const EntChart   *chart)
{
  EntRuleSet *owner = (EntRuleSet *) rules; /* those at rest are no part of what the rules say */
  EntRuleSearch *search = NULL;

  g_mutex_lock (&owner->lock);
  if (owner->idle->len > 0)
    search = g_ptr_array_steal_index_fast (owner->idle, owner->idle->len - 1);
  g_mutex_unlock (&owner->lock);
  if (search == NULL)
    {
      search = g_new0 (EntRuleSearch, 1);
      search->rules = owner;
      ent_rule_stretch_init (&search->stretch, rules->index);
    }
  search->chart = chart;
  search->first = search->end = 0;
  return search;
}

/**
 * ent_rule_search_end:
 * @search: (transfer full): a search
 */
void
ent_rule_search_end (EntRuleSearch *search)
{
  g_mutex_lock (&search->rules->lock);
  g_ptr_array_add (search->rules->idle, search);
  g_mutex_unlock (&search->rules->lock);
}

/* Turns to the stretch that begins with a token. Returns whether any match may begin in it. */
static gboolean
read_stretch (EntRuleSearch *search,
              guint32        first)
{
  ent_rule_stretch_read (&search->stretch, search->rules->index, search->chart, first, search->end, search->conditions);
  return search->stretch.begins != 0;
}

/* Turns to the stretch of the sentence that a token stands in. Returns the token's number in it. */
static inline guint32
find_place (EntRuleSearch *search,
            guint32        at)
{
  guint32 place = (at - search->first) % ENT_STRETCH_TOKENS;

  if (search->stretch.first != at - place)
    read_stretch (search, at - place);
  return place;
}

/**
 * ent_rule_search_enter:
 * @search: a search
 * @first: the first token of a sentence
 * @end: the token after its last
 * @conditions: those that hold in it; rules that ask for others are not tried
 *
 * Turns to a sentence. Most have nothing that any rule may match: their terms need not be found.
 *
 * Returns: whether any rule may match in it
 */
gboolean
ent_rule_search_enter (EntRuleSearch *search,
                       guint32        first,
                       guint32        end,
                       guint8         conditions)
{
  search->first = first;
  search->end = end;
  search->conditions = conditions;
  for (guint32 at = first; at < end; at += ENT_STRETCH_TOKENS)
    if (read_stretch (search, at))
      return TRUE;
  return FALSE;
}

/**
 * ent_rule_search_hold:
 * @search: a search that has entered a sentence
 * @conditions: those that hold from now on, besides those that did
 */
void
ent_rule_search_hold (EntRuleSearch *search,
                      guint8         conditions)
{
  if ((search->conditions & conditions) == conditions)
    return;
  search->conditions |= conditions;
  search->stretch.first = G_MAXUINT32; /* it is to be read anew */
}

static inline gboolean
is_refused (const EntRuleSearch *search,
            guint32              rule)
{
  for (guint i = 0; i < search->n_refused; i++)
    if (search->refused[i] == rule)
      return TRUE;
  return FALSE;
}

/* Runs the programs that may match from a token on. Of equally long matches that of the first program wins. */
static gboolean
run_programs (EntRuleSearch *search,
              guint32        at,
              EntRuleMatch  *match)
{
  const EntRuleSet *rules = search->rules;
  guint32 place = find_place (search, at);
  guint32 best = G_MAXUINT32;
  EntRuleMatch other;

  for (guint32 i = 0; i < search->stretch.n_programs; i++)
    {
      const EntStretchProgram *item = &search->stretch.programs[i];
      const EntIndexProgram *entry = &rules->index->programs[item->rank];
      const EntProgram *program = rules->programs->pdata[entry->number];

      if (best != G_MAXUINT32 && at + entry->most < match->end)
        break;
      if (!(item->begins >> place & 1) || is_refused (search, program->rule)
          || !ent_program_match (program, search->chart, at, search->end, &other)
          || (best != G_MAXUINT32
              && (other.end < match->end || (other.end == match->end && best < entry->number))))
        continue;
      *match = other;
      match->rule = program->rule;
      best = entry->number;
    }
  return best != G_MAXUINT32;
}

/**
 * ent_rule_search_match:
 * @search: a search that has entered a sentence
 * @at: a token of it
 * @match: (out): the longest match that begins there; of equally long ones that of the rule that stands first
 *
 * Returns: whether any rule matches there
 */
gboolean
ent_rule_search_match (EntRuleSearch *search,
                       guint32        at,
                       EntRuleMatch  *match)
{
  search->n_refused = 0;
  return run_programs (search, at, match);
}

/**
 * ent_rule_search_refuse:
 * @search: a search that has entered a sentence
 * @match: (inout): the match that it found last, and that tells of nothing
 *
 * Turns to the longest match at the same token that no rule turned down there has made.
 *
 * Returns: whether there is one
 */
gboolean
ent_rule_search_refuse (EntRuleSearch *search,
                        EntRuleMatch  *match)
{
  if (search->n_refused == MAX_REFUSED)
    return FALSE;
  search->refused[search->n_refused++] = match->rule;
  return run_programs (search, match->first, match);
}

/**
 * ent_rule_search_next:
 * @search: a search that has entered a sentence
 * @from: the token from which on to search
 * @match: (out): the match that begins first; of those the longest, of equally long ones that of the rule
 *   that stands first
 *
 * None begins in furniture.
 *
 * Returns: whether any rule matches from there on
 */
gboolean
ent_rule_search_next (EntRuleSearch *search,
                      guint32        from,
                      EntRuleMatch  *match)
{
  for (guint32 at = from; at < search->end; at++)
    {
      guint32 place = find_place (search, at);
      guint64 begins = search->stretch.begins >> place;

      if (begins == 0)
        {
          at += ENT_STRETCH_TOKENS - 1 - place;
          continue;
        }
      at += (guint32) __builtin_ctzll (begins);
      if (!(search->chart->tokens->tokens[at].flags & ENT_TOKEN_FURNITURE) && ent_rule_search_match (search, at, match))
        return TRUE;
    }
  return FALSE;
}
