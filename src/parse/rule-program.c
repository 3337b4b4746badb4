/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-program.h"

#include <string.h>

#include "parse/rule-outline.h"

/* Programs of up to some 900 steps find room for what was visited on the stack. */
#define N_VISITED 1024

typedef struct
{
  const EntProgram *program;
  const EntProgramStep *steps; /* the program's */
  const EntChart *chart;
  guint32 first;
  guint32 end; /* no token from here on is taken */
  guint32 sentence_end; /* where @end holds */
  guint64 *visited; /* token by token: a bit for each step */
  gsize n_words;    /* of a token's bits */
  guint64 met;      /* a bit for each token but the last whose bits are valid: those of most are never asked for */
  EntCapture captures[ENT_MAX_CAPTURES];
  EntCapture last; /* the token or edge taken last */
  EntRuleMatch *best;
  gboolean matched;
} Run;

static gboolean run_step (Run *run,
                          guint32 step,
                          guint32 token);

static inline gboolean
token_fits (const EntProgram     *program,
            const EntProgramStep *step,
            const EntToken       *token)
{
  switch (step->kind)
    {
    case ENT_STEP_SYMBOL:
      return token->symbol == step->a;
    case ENT_STEP_WORDS:
      return token->symbol != 0 && ent_word_sets_has (program->sets, step->a, token->symbol);
    case ENT_STEP_RANGE:
      return token->kind == ENT_TOKEN_NUMBER && token->number >= (gint32) step->a && token->number <= (gint32) step->b
             && (step->n == 0 || step->n == token->n_digits);
    case ENT_STEP_WORD:
      return token->kind == ENT_TOKEN_WORD;
    case ENT_STEP_CAPITAL:
      return token->kind == ENT_TOKEN_WORD && token->flags & ENT_TOKEN_CAPITAL;
    case ENT_STEP_UPPERCASE:
      return token->kind == ENT_TOKEN_WORD && token->flags & ENT_TOKEN_UPPERCASE;
    case ENT_STEP_NUMBER:
      return token->kind == ENT_TOKEN_NUMBER;
    case ENT_STEP_IDEOGRAPH:
      return token->kind == ENT_TOKEN_CJK;
    case ENT_STEP_PUNCT:
      return token->kind == ENT_TOKEN_PUNCT;
    default:
      return TRUE;
    }
}

static gboolean
go_on (Run        *run,
       guint32     step,
       EntCapture  taken)
{
  EntCapture before = run->last;
  gboolean done;

  run->last = taken;
  done = run_step (run, step, taken.end);
  run->last = before;
  return done;
}

static gboolean
take_edges (Run                  *run,
            const EntProgramStep *step,
            guint32               next,
            guint32               token)
{
  gboolean done = FALSE;

  for (const EntEdge *edge = ent_chart_get_first (run->chart, token); edge != NULL && !done;
       edge = ent_chart_get_next (run->chart, edge))
    {
      if (edge->class_id != step->a || edge->end > run->end)
        continue;
      if (step->kind == ENT_STEP_CLASS_VALUE && edge->value != step->b)
        continue;
      done = go_on (run, next, (EntCapture) { edge->first, edge->end, edge->class_id, edge->value });
    }
  return done;
}

static gboolean
take_token (Run                  *run,
            const EntProgramStep *step,
            guint32               next,
            guint32               token)
{
  const EntToken *t = &run->chart->tokens->tokens[token];

  if (!token_fits (run->program, step, t))
    return FALSE;
  return go_on (run, next, (EntCapture) { token, token + 1, 0, (guint32) t->number });
}

static gboolean
close_capture (Run     *run,
               guint32  number,
               guint32  next,
               guint32  token)
{
  EntCapture *capture = &run->captures[number];
  EntCapture before = *capture;
  gboolean done;

  /* What took exactly one thing stands for it; a longer stretch only for itself. */
  if (run->last.first == capture->first && run->last.end == token)
    *capture = run->last;
  else
    *capture = (EntCapture) { before.first, token, 0, 0 };
  done = run_step (run, next, token);
  *capture = before;
  return done;
}

static gboolean
open_capture (Run     *run,
              guint32  number,
              guint32  next,
              guint32  token)
{
  EntCapture before = run->captures[number];
  gboolean done;

  run->captures[number] = (EntCapture) { token, token, 0, 0 };
  done = run_step (run, next, token);
  run->captures[number] = before;
  return done;
}

static inline gboolean
may_go_on (const Run            *run,
           const EntProgramStep *peek,
           guint32               token)
{
  return token < run->end
         && ent_outline_token_fits (&g_array_index (run->program->peeks, EntOutlineToken, peek->a), run->chart, token);
}

/* Whether a step surely takes nothing at a token. A look at what comes next saves most ways the trouble. */
static inline gboolean
fails_at_once (const Run            *run,
               const EntProgramStep *step,
               guint32               token)
{
  if (step->kind == ENT_STEP_PEEK)
    return !may_go_on (run, step, token);
  if (step->kind >= ENT_STEP_START)
    return FALSE;
  if (token >= run->end)
    return TRUE;
  if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    return !ent_chart_may_begin (run->chart, token, ent_class_get_bit (step->a));
  return !token_fits (run->program, step, &run->chart->tokens->tokens[token]);
}

static inline const EntProgramStep *
get_step (const Run *run,
          guint32    index)
{
  return &run->steps[index];
}

/* Makes ready to visit steps; @small has room for most programs. Returns what must be freed. */
static guint64 *
forget_visits (Run     *run,
               guint64  small[N_VISITED])
{
  gsize n = run->n_words * (ENT_MATCH_MAX_TOKENS + 1);
  guint64 *large = n <= N_VISITED ? NULL : g_new (guint64, n);

  run->visited = large != NULL ? large : small;
  run->met = 0;
  memset (run->visited + ENT_MATCH_MAX_TOKENS * run->n_words, 0, run->n_words * sizeof (guint64));
  return large;
}

/* Whether an edge of a class lies there. */
static gboolean
has_edge (const Run            *run,
          const EntProgramStep *step,
          guint32               token)
{
  for (const EntEdge *edge = ent_chart_get_first (run->chart, token); edge != NULL;
       edge = ent_chart_get_next (run->chart, edge))
    if (edge->class_id == step->a && edge->end <= run->end
        && (step->kind == ENT_STEP_CLASS || edge->value == step->b))
      return TRUE;
  return FALSE;
}

/* Whether the steps up to the next match step match here, whatever they take. */
static gboolean
looks_like (const Run *run,
            guint32    step,
            guint32    token)
{
  const EntProgramStep *s = get_step (run, step);
  EntRuleMatch match;
  guint64 small[N_VISITED];
  g_autofree guint64 *large = NULL;
  Run inner;

  if (fails_at_once (run, s, token))
    return FALSE;
  /* Mostly one word must not follow. */
  if (s->kind < ENT_STEP_START && s[1].kind == ENT_STEP_MATCH)
    return (s->kind != ENT_STEP_CLASS && s->kind != ENT_STEP_CLASS_VALUE) || has_edge (run, s, token);
  inner = *run;
  large = forget_visits (&inner, small);
  inner.best = &match;
  inner.matched = FALSE;
  match.end = token;
  run_step (&inner, step, token);
  return inner.matched;
}

static void
found (Run     *run,
       guint32  token)
{
  if (run->matched && token <= run->best->end)
    return;
  run->matched = TRUE;
  run->best->end = token;
  memcpy (run->best->captures, run->captures, sizeof run->captures);
}

static gboolean
was_visited (Run     *run,
             guint32  step,
             guint32  token)
{
  guint32 row = token - run->first;
  guint64 *bits = run->visited + row * run->n_words;
  guint64 mask = G_GUINT64_CONSTANT (1) << (step % 64);

  if (row < ENT_MATCH_MAX_TOKENS && !(run->met >> row & 1))
    {
      run->met |= G_GUINT64_CONSTANT (1) << row;
      memset (bits, 0, run->n_words * sizeof (guint64));
    }
  if (bits[step / 64] & mask)
    return TRUE;
  bits[step / 64] |= mask;
  return FALSE;
}

/* The first of two ways, unless it leads nowhere: then the second alone is left. */
static inline gboolean
run_first_way (Run     *run,
               guint32  index,
               guint32  token)
{
  return !fails_at_once (run, get_step (run, index), token) && run_step (run, index, token);
}

/* Steps that take no token and lead to one other. */
static gboolean
passes (const Run            *run,
        const EntProgramStep *step,
        guint32               token)
{
  const EntTokens *tokens = run->chart->tokens;

  switch (step->kind)
    {
    case ENT_STEP_START:
      /* Not where the next sentence begins. */
      return token < run->end && tokens->tokens[token].flags & ENT_TOKEN_SENTENCE;
    case ENT_STEP_END:
      return token == run->sentence_end;
    case ENT_STEP_GLUED:
    default:
      return token < run->end && tokens->tokens[token].flags & ENT_TOKEN_GLUED;
    }
}

/* The step that comes next where one step after the other takes no token; @done says what has been found. */
static gboolean
run_empty_step (Run      *run,
                guint32  *index,
                guint32   token,
                gboolean *done)
{
  const EntProgramStep *step = get_step (run, *index);

  switch (step->kind)
    {
    case ENT_STEP_SPLIT:
      *done = run_first_way (run, step->a, token);
      *index = step->b;
      return !*done;
    case ENT_STEP_JUMP:
      *index = step->a;
      return TRUE;
    case ENT_STEP_OPEN:
      *done = open_capture (run, step->a, *index + 1, token);
      return FALSE;
    case ENT_STEP_CLOSE:
      *done = close_capture (run, step->a, *index + 1, token);
      return FALSE;
    case ENT_STEP_PEEK:
      *done = FALSE;
      if (!may_go_on (run, step, token))
        return FALSE;
      ++*index;
      return TRUE;
    case ENT_STEP_NOT:
      *done = FALSE;
      if (looks_like (run, *index + 1, token))
        return FALSE;
      *index = step->a;
      return TRUE;
    case ENT_STEP_MATCH:
      found (run, token);
      *done = token == run->end;
      return FALSE;
    default:
      *done = FALSE;
      if (!passes (run, step, token))
        return FALSE;
      ++*index;
      return TRUE;
    }
}

/* Returns whether nothing better can be found: the match reaches the end. */
static gboolean
run_step (Run     *run,
          guint32  index,
          guint32  token)
{
  for (;;)
    {
      const EntProgramStep *step = get_step (run, index);
      gboolean done;

      /* Ways that have met go on as one to where they part again: there the second has nothing new to find. */
      if (step->kind == ENT_STEP_SPLIT && was_visited (run, index, token))
        return FALSE;
      if (step->kind < ENT_STEP_START)
        {
          if (token >= run->end)
            return FALSE;
          if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
            return take_edges (run, step, index + 1, token);
          return take_token (run, step, index + 1, token);
        }
      if (!run_empty_step (run, &index, token, &done))
        return done;
    }
}

/**
 * ent_program_new:
 * @sets: the sets of words in its steps; must outlive it
 *
 * Returns: (transfer full): a program without steps
 */
EntProgram *
ent_program_new (const EntWordSets *sets)
{
  EntProgram *program = g_new0 (EntProgram, 1);

  program->sets = sets;
  program->steps = g_array_new (FALSE, FALSE, sizeof (EntProgramStep));
  program->peeks = g_array_new (FALSE, FALSE, sizeof (EntOutlineToken));
  return program;
}

/**
 * ent_program_free:
 * @program: (nullable): a program
 */
void
ent_program_free (EntProgram *program)
{
  if (program == NULL)
    return;
  g_array_unref (program->steps);
  g_array_unref (program->peeks);
  g_clear_pointer (&program->outlines, g_ptr_array_unref);
  g_free (program);
}

/**
 * ent_program_match:
 * @program: a compiled pattern
 * @chart: what is known of the text
 * @first: the token where the match must begin
 * @end: the token it may not reach beyond
 * @match: (out): the longest match; its rule is left alone
 *
 * Returns: whether the pattern matches at least one token there
 */
gboolean
ent_program_match (const EntProgram *program,
                   const EntChart   *chart,
                   guint32           first,
                   guint32           end,
                   EntRuleMatch     *match)
{
  guint64 small[N_VISITED];
  g_autofree guint64 *large = NULL;
  Run run = { .program = program, .chart = chart, .first = first, .sentence_end = end, .best = match };

  run.steps = (const EntProgramStep *) (gconstpointer) program->steps->data;
  run.end = MIN (end, first + ENT_MATCH_MAX_TOKENS);
  run.n_words = program->steps->len / 64 + 1;
  large = forget_visits (&run, small);
  for (guint i = 0; i < ENT_MAX_CAPTURES; i++)
    run.captures[i].first = run.captures[i].end = ENT_CAPTURE_NONE;
  run.last.first = ENT_CAPTURE_NONE;
  match->first = first;
  match->end = first;
  run_step (&run, 0, first);
  return run.matched && match->end > first;
}
