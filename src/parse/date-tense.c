/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-tense.h"

#include <string.h>

/* A verb so many tokens away at most surely tells the tense of an expression. */
#define NEAR_VERB 4
/* "took place in the old town hall in February": behind such words so many where nothing breaks them. */
#define NEAR_HELD 10
/* A comma, quotation mark or bracket between the two counts as so many tokens. */
#define BREAK_BEFORE 3
#define BREAK_AFTER 8
/* "But in January, after a week of talks, they agreed": an expression so near to the start of its sentence goes with
 * the first verb, over so many breaks. */
/* Who invites is told in at most so many tokens. */
#define INVITER_LENGTH 40
#define MAX_OPENING 3
#define MAX_BREAKS_OF_OPENING 4

typedef struct
{
  const char *text;
  gsize length;
  char last;
} Ending;

struct _EntDateTense
{
  const EntRuleSet *rules;
  guint32 future;
  guint32 past;
  guint32 verbal; /* words before a form of the verb that tells no past: "be", "to" */
  guint32 clause; /* words with which another clause begins: "and", "while" */
  guint32 takers; /* verbs whose object a word of FUTURE only puts first: 将…列入 */
  guint32 bars; /* words that no object begins with */
  guint32 invited; /* words before who asked for it: 应…邀请 asks for nothing to come */
  guint64 bits; /* of future, past, verbal and clause, as a chart knows them */
  GArray *past_endings; /* of Ending */
};

/**
 * Signal:
 * @token: the word that tells past or future
 * @n_breaks: before it, in its sentence
 * @onward: the first signal from it on that also tells it of what stands before: "agreed", 商定, tells it only of what
 *   follows
 * @weak: whether it only may: "could" is what was, too
 * @held: whether it says of an event that it was, so that where and when are told behind it: "took place"
 */
typedef struct
{
  guint32 token;
  guint32 n_breaks;
  guint32 onward;
  EntTense tense;
  gboolean weak;
  gboolean held;
} Signal;

static guint64
get_bit (guint32 class_id)
{
  return class_id != 0 ? ent_class_get_bit (class_id) : 0;
}

/**
 * ent_date_tense_new:
 * @rules: the rules of a language
 *
 * Returns: (transfer full): what they say of tense
 */
EntDateTense *
ent_date_tense_new (const EntRuleSet *rules)
{
  EntDateTense *tense = g_new0 (EntDateTense, 1);
  guint32 endings = ent_rule_set_find_class (rules, "PAST-ENDING");
  const char *ending;

  tense->rules = rules;
  tense->future = ent_rule_set_find_class (rules, "FUTURE");
  tense->past = ent_rule_set_find_class (rules, "PAST");
  tense->verbal = ent_rule_set_find_class (rules, "VERBAL");
  tense->clause = ent_rule_set_find_class (rules, "CLAUSE");
  tense->takers = ent_rule_set_find_class (rules, "TAKER");
  tense->bars = ent_rule_set_find_class (rules, "TAKER-BAR");
  tense->invited = ent_rule_set_find_class (rules, "INVITED");
  tense->bits = get_bit (tense->future) | get_bit (tense->past) | get_bit (tense->verbal) | get_bit (tense->clause);
  tense->past_endings = g_array_new (FALSE, FALSE, sizeof (Ending));
  for (guint32 i = 0; endings != 0 && (ending = ent_rule_set_get_value (rules, endings, i)) != NULL; i++)
    {
      Ending e = { ending, strlen (ending), ending[0] != '\0' ? ending[strlen (ending) - 1] : '\0' };

      g_array_append_val (tense->past_endings, e);
    }
  return tense;
}

/**
 * ent_date_tense_free:
 * @tense: (transfer full): what ent_date_tense_new() made
 */
void
ent_date_tense_free (EntDateTense *tense)
{
  g_array_unref (tense->past_endings);
  g_free (tense);
}

static gboolean
has_past_ending (const EntDateTense *tense,
                 const EntTokens    *tokens,
                 const EntToken     *token)
{
  gsize length = token->end - token->start;
  const char *end = tokens->text + token->end;

  if (token->kind != ENT_TOKEN_WORD || token->flags & ENT_TOKEN_CAPITAL)
    return FALSE;
  for (guint i = 0; i < tense->past_endings->len; i++)
    {
      const Ending *ending = &g_array_index (tense->past_endings, Ending, i);

      if (end[-1] == ending->last && length > ending->length + 2
          && memcmp (end - ending->length, ending->text, ending->length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Words with the value `none` are passed over: 志愿, where 愿 wishes nothing. `onward` tells only of what follows, `weak`
 * not for sure; `void` neither of this nor of that. */
static gboolean
is_valued (const EntDateTense *tense,
           const EntEdge      *future,
           const char         *value)
{
  return g_strcmp0 (ent_rule_set_get_value (tense->rules, tense->future, future->value), value) == 0;
}

static gboolean
is_past (const EntDateTense *tense,
         const EntChart     *chart,
         guint32             at)
{
  return (tense->past != 0 && ent_chart_find (chart, at, tense->past) != NULL)
         || has_past_ending (tense, chart->tokens, &chart->tokens->tokens[at]);
}

/* Commas, brackets and quotation marks, which a clause rarely goes on over, and words that begin another one; not the
 * marks inside words and numbers. */
static gboolean
is_break (const EntDateTense *tense,
          const EntChart     *chart,
          guint32             at)
{
  const EntToken *token = &chart->tokens->tokens[at];
  gsize length = token->end - token->start;

  if (token->kind == ENT_TOKEN_PUNCT)
    return length > 1 || strchr (",;:()\"`", chart->tokens->text[token->start]) != NULL;
  return tense->clause != 0 && ent_chart_find (chart, at, tense->clause) != NULL;
}

/* 应对方邀请: who asked for it stands between the two words, and nothing is told of what follows. */
static gboolean
is_by_invitation (const EntDateTense *tense,
                  const EntChart     *chart,
                  guint32             first,
                  guint32             at)
{
  guint32 reach = at > first + INVITER_LENGTH ? at - INVITER_LENGTH : first;

  for (guint32 token = at; tense->invited != 0 && token > reach && !is_break (tense, chart, token - 1); token--)
    if (ent_chart_find (chart, token - 1, tense->invited) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether a word of FUTURE tells nothing where it stands. */
static gboolean
tells_nothing (const EntDateTense *tense,
               const EntChart     *chart,
               const EntEdge      *future,
               guint32             first)
{
  return is_valued (tense, future, "none") || is_valued (tense, future, "void")
         || (is_valued (tense, future, "object")
             && ent_chart_puts_object_first (chart, future->end, tense->takers, tense->bars))
         || (is_valued (tense, future, "onward") && is_by_invitation (tense, chart, first, future->first));
}

/**
 * ent_date_verbs_init:
 * @verbs: (out): the verbs of no sentence
 */
void
ent_date_verbs_init (EntDateVerbs *verbs)
{
  *verbs = (EntDateVerbs) { .signals = g_array_new (FALSE, FALSE, sizeof (Signal)) };
}

/**
 * ent_date_verbs_clear:
 * @verbs: verbs
 */
void
ent_date_verbs_clear (EntDateVerbs *verbs)
{
  g_array_unref (verbs->signals);
}

/* The first token from @at on that may say anything of time or clauses, or @end: most do not. */
static guint32
find_sign (const EntDateTense *tense,
           const EntChart     *chart,
           guint32             at,
           guint32             end)
{
  while (at < end && !ent_chart_may_begin (chart, at, tense->bits)
         && chart->tokens->tokens[at].kind != ENT_TOKEN_PUNCT
         && !has_past_ending (tense, chart->tokens, &chart->tokens->tokens[at]))
    at++;
  return at;
}

/* Lets each signal know the first from it on that tells of what stands before, so that none is asked twice. */
static void
link_signals (GArray *signals)
{
  for (guint i = signals->len; i-- > 0;)
    {
      Signal *signal = &g_array_index (signals, Signal, i);

      if (signal->onward != i)
        signal->onward = i + 1 < signals->len ? g_array_index (signals, Signal, i + 1).onward : signals->len;
    }
}

/**
 * ent_date_verbs_read:
 * @verbs: verbs
 * @tense: how the language tells past and future
 * @chart: the text with the language's terms
 * @sentence: a sentence of it
 *
 * Collects the words of @sentence that tell past or future.
 */
void
ent_date_verbs_read (EntDateVerbs       *verbs,
                     const EntDateTense *tense,
                     const EntChart     *chart,
                     const EntSentence  *sentence)
{
  guint32 n_breaks = 0;
  guint32 governed = sentence->end; /* the token whose form a FUTURE or VERBAL word before it governs */
  gboolean to_come = FALSE;
  gboolean void_future = FALSE;

  g_array_set_size (verbs->signals, 0);
  verbs->next = 0;
  verbs->first = sentence->first;
  verbs->at = sentence->first;
  verbs->n_breaks = 0;
  for (guint32 at = find_sign (tense, chart, sentence->first, sentence->end); at < sentence->end;
       at = find_sign (tense, chart, at + 1, sentence->end))
    {
      const EntEdge *future = tense->future != 0 ? ent_chart_find (chart, at, tense->future) : NULL;
      const EntEdge *verbal = tense->verbal != 0 ? ent_chart_find (chart, at, tense->verbal) : NULL;
      const EntEdge *past = tense->past != 0 ? ent_chart_find (chart, at, tense->past) : NULL;
      Signal signal = { at, n_breaks, verbs->signals->len, ENT_TENSE_NONE, FALSE };

      /* "Had been due" tells no future, nor does "to expire" behind it; "they meet on Friday" does, "to meet" not. */
      if (future != NULL)
        {
          void_future = tells_nothing (tense, chart, future, sentence->first) || (void_future && governed == at);
          signal.weak = is_valued (tense, future, "weak") || is_valued (tense, future, "void");
          signal.tense = void_future || (signal.weak && governed == at) ? ENT_TENSE_NONE : ENT_TENSE_FUTURE;
        }
      else if (is_past (tense, chart, at))
        signal.tense = governed != at ? ENT_TENSE_PAST : to_come ? ENT_TENSE_FUTURE
                                                                 : ENT_TENSE_NONE;
      signal.held = signal.tense == ENT_TENSE_PAST && past != NULL
                    && g_strcmp0 (ent_rule_set_get_value (tense->rules, tense->past, past->value), "held") == 0;
      signal.onward += future != NULL && is_valued (tense, future, "onward");
      if (signal.tense != ENT_TENSE_NONE || (signal.weak && governed != at))
        g_array_append_val (verbs->signals, signal);
      if (future != NULL || verbal != NULL)
        {
          to_come = future != NULL ? signal.tense == ENT_TENSE_FUTURE : governed == at && to_come;
          governed = future != NULL ? future->end : verbal->end;
          /* The words of "is expected to" are one. */
          at = governed - 1;
        }
      else if (signal.held)
        at = past->end - 1;
      n_breaks += is_break (tense, chart, at);
    }
  link_signals (verbs->signals);
}

static guint
count_breaks (EntDateVerbs       *verbs,
              const EntDateTense *tense,
              const EntChart     *chart,
              guint32             to)
{
  for (; verbs->at < to; verbs->at++)
    verbs->n_breaks += is_break (tense, chart, verbs->at);
  return verbs->n_breaks;
}

/* Whether an expression opens its sentence, so that the first verb behind it, @after, is its own. */
static gboolean
opens_sentence (const EntDateVerbs *verbs,
                guint32             first,
                guint               n_breaks,
                const Signal       *after)
{
  return first - verbs->first <= MAX_OPENING && after->n_breaks - n_breaks <= MAX_BREAKS_OF_OPENING;
}

/* How surely the nearer of the two verbs tells the tense of an expression with @n_breaks before its end. */
static EntDateHold
get_hold (const EntDateVerbs *verbs,
          guint32             first,
          guint               n_breaks,
          const Signal       *before,
          guint32             to_before,
          const Signal       *after,
          guint32             to_after)
{
  const Signal *nearer = to_before <= to_after ? before : after;

  if (nearer == NULL || nearer->weak)
    return ENT_DATE_HOLD_WEAK;
  if (MIN (to_before, to_after) <= NEAR_VERB
      || (nearer == before && before->held && before->n_breaks == n_breaks && to_before <= NEAR_HELD))
    return ENT_DATE_HOLD_NEAR;
  if (before == NULL && after->tense == ENT_TENSE_PAST && opens_sentence (verbs, first, n_breaks, after))
    return ENT_DATE_HOLD_OPENING;
  return ENT_DATE_HOLD_FAR;
}

/**
 * ent_date_verbs_find:
 * @verbs: the verbs of a sentence
 * @tense: how the language tells past and future
 * @chart: the text with the language's terms
 * @first: first token of a time expression in it, not before those asked about so far
 * @end: the token after its last
 * @hold: (out): how surely it tells so
 *
 * Returns: what the nearer of the verb before the expression and the one after it tells; the one before when they are
 *   as near
 */
EntTense
ent_date_verbs_find (EntDateVerbs       *verbs,
                     const EntDateTense *tense,
                     const EntChart     *chart,
                     guint32             first,
                     guint32             end,
                     EntDateHold        *hold)
{
  const Signal *before = NULL;
  const Signal *after = NULL;
  guint32 to_before = G_MAXUINT32;
  guint32 to_after = G_MAXUINT32;
  guint32 n_breaks;
  guint behind;

  while (verbs->next < verbs->signals->len && g_array_index (verbs->signals, Signal, verbs->next).token < first)
    verbs->next++;
  if (verbs->next > 0)
    before = &g_array_index (verbs->signals, Signal, verbs->next - 1);
  behind = verbs->next;
  while (behind < verbs->signals->len && g_array_index (verbs->signals, Signal, behind).token < end)
    behind++;
  if (behind < verbs->signals->len)
    behind = g_array_index (verbs->signals, Signal, behind).onward;
  if (behind < verbs->signals->len)
    after = &g_array_index (verbs->signals, Signal, behind);

  n_breaks = count_breaks (verbs, tense, chart, first);
  if (before != NULL)
    to_before = first - before->token + BREAK_BEFORE * (n_breaks - before->n_breaks);
  n_breaks = count_breaks (verbs, tense, chart, end);
  if (after != NULL)
    to_after = after->token - end + 1 + BREAK_AFTER * (after->n_breaks - n_breaks);

  *hold = get_hold (verbs, first, n_breaks, before, to_before, after, to_after);
  if (before == NULL && after == NULL)
    return ENT_TENSE_NONE;
  return to_before <= to_after ? before->tense : after->tense;
}
