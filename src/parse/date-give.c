/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-give.h"

#include <stdlib.h>
#include <string.h>

#include "parse/date-number.h"
#include "parse/date-zone.h"
#include "parse/timex.h"

#define MAX_TERMS 6
#define NO_CAPTURE (-1)
#define TERM_MAX 99999999

typedef struct
{
  const char *name;
  gint32 value;
} Symbol;

static const Symbol types[] = {
  { "DATE", ENT_TIMEX_DATE },
  { "TIME", ENT_TIMEX_TIME },
  { "DURATION", ENT_TIMEX_DURATION },
  { "SET", ENT_TIMEX_SET },
  { NULL },
};

static const Symbol refs[] = {
  { "PRESENT", ENT_DATE_REF_PRESENT },
  { "PAST", ENT_DATE_REF_PAST },
  { "FUTURE", ENT_DATE_REF_FUTURE },
  { NULL },
};

static const Symbol units[] = {
  { "S", ENT_DATE_UNIT_SECOND },    { "MI", ENT_DATE_UNIT_MINUTE },  { "H", ENT_DATE_UNIT_HOUR },
  { "D", ENT_DATE_UNIT_DAY },       { "WE", ENT_DATE_UNIT_WEEKEND }, { "W", ENT_DATE_UNIT_WEEK },
  { "M", ENT_DATE_UNIT_MONTH },     { "Q", ENT_DATE_UNIT_QUARTER },  { "HY", ENT_DATE_UNIT_HALF },
  { "Y", ENT_DATE_UNIT_YEAR },      { "DE", ENT_DATE_UNIT_DECADE },  { "CE", ENT_DATE_UNIT_CENTURY },
  { "SE", ENT_DATE_UNIT_SEASON },   { "X", ENT_DATE_UNIT_VAGUE },    { NULL },
};

static const Symbol parts[] = {
  { "MO", ENT_DATE_PART_MORNING }, { "AF", ENT_DATE_PART_AFTERNOON }, { "EV", ENT_DATE_PART_EVENING },
  { "NI", ENT_DATE_PART_NIGHT },   { "DT", ENT_DATE_PART_DAYTIME },   { NULL },
};

static const Symbol half_days[] = {
  { "am", 0 },
  { "pm", 1 },
  { NULL },
};

static const Symbol mods[] = {
  { "approx", ENT_DATE_MOD_APPROX },
  { "early", ENT_DATE_MOD_EARLY },
  { "start", ENT_DATE_MOD_START },
  { "mid", ENT_DATE_MOD_MID },
  { "late", ENT_DATE_MOD_LATE },
  { "end", ENT_DATE_MOD_END },
  { "first-ten", ENT_DATE_MOD_FIRST_TEN },
  { "middle-ten", ENT_DATE_MOD_MIDDLE_TEN },
  { "last-ten", ENT_DATE_MOD_LAST_TEN },
  { NULL },
};

static const Symbol windows[] = {
  { "past", ENT_DATE_WINDOW_PAST },   { "coming", ENT_DATE_WINDOW_COMING }, { "recent", ENT_DATE_WINDOW_RECENT },
  { "since", ENT_DATE_WINDOW_SINCE }, { "until", ENT_DATE_WINDOW_UNTIL },   { NULL },
};

static const Symbol anchors[] = {
  { "issue", ENT_DATE_ANCHOR_ISSUE },
  { "previous", ENT_DATE_ANCHOR_PREVIOUS },
  { "sentence", ENT_DATE_ANCHOR_SENTENCE },
  { "story", ENT_DATE_ANCHOR_STORY },
  { "period", ENT_DATE_ANCHOR_PERIOD },
  { NULL },
};

static const Symbol registers[] = {
  { "history", ENT_DATE_REGISTER_HISTORY },
  { "message", ENT_DATE_REGISTER_MESSAGE },
  { NULL },
};

static const Symbol counts[] = {
  { "some", ENT_DATE_SOME },
  { NULL },
};

/* Zones are no list of words but read from their form: "+02:00", "+01:00/eu". */
static const Symbol zones[] = { { NULL } };

static const struct
{
  const char *name;
  const Symbol *symbols;
} fields[ENT_DATE_N_FIELDS] = {
  [ENT_DATE_TYPE] = { "type", types },
  [ENT_DATE_REF] = { "ref", refs },
  [ENT_DATE_YEAR] = { "year" },
  [ENT_DATE_SHORT_YEAR] = { "short-year" },
  [ENT_DATE_BC] = { "bc" },
  [ENT_DATE_DECADE] = { "decade" },
  [ENT_DATE_CENTURY] = { "century" },
  [ENT_DATE_HALF] = { "half" },
  [ENT_DATE_SEASON] = { "season" },
  [ENT_DATE_QUARTER] = { "quarter" },
  [ENT_DATE_MONTH] = { "month" },
  [ENT_DATE_DAY] = { "day" },
  [ENT_DATE_WEEKDAY] = { "weekday" },
  [ENT_DATE_NTH] = { "nth" },
  [ENT_DATE_FEAST] = { "feast" },
  [ENT_DATE_EASTER] = { "easter" },
  [ENT_DATE_LUNAR] = { "lunar" },
  [ENT_DATE_WEEKEND] = { "weekend" },
  [ENT_DATE_HOUR] = { "hour" },
  [ENT_DATE_MINUTE] = { "minute" },
  [ENT_DATE_SECOND] = { "second" },
  [ENT_DATE_CLOCK] = { "clock" },
  [ENT_DATE_HALF_DAY] = { "half-day", half_days },
  [ENT_DATE_PART] = { "part", parts },
  [ENT_DATE_ZONE] = { "zone", zones },
  [ENT_DATE_TO_YEAR] = { "to-year" },
  [ENT_DATE_TO_SHORT_YEAR] = { "to-short-year" },
  [ENT_DATE_TO_SEASON] = { "to-season" },
  [ENT_DATE_TO_QUARTER] = { "to-quarter" },
  [ENT_DATE_TO_MONTH] = { "to-month" },
  [ENT_DATE_TO_SHIFT] = { "to-shift" },
  [ENT_DATE_TO_DAY] = { "to-day" },
  [ENT_DATE_TO_HOUR] = { "to-hour" },
  [ENT_DATE_UNIT] = { "unit", units },
  [ENT_DATE_COUNT] = { "count", counts },
  [ENT_DATE_PLUS_HALF] = { "plus-half" },
  [ENT_DATE_AND_UNIT] = { "and-unit", units },
  [ENT_DATE_AND_COUNT] = { "and-count" },
  [ENT_DATE_SHIFT] = { "shift", counts },
  [ENT_DATE_TOWARD] = { "toward" },
  [ENT_DATE_ANCHOR] = { "anchor", anchors },
  [ENT_DATE_MOD] = { "mod", mods },
  [ENT_DATE_WIDEN] = { "widen", units },
  [ENT_DATE_WINDOW] = { "window", windows },
  [ENT_DATE_REGISTER] = { "register", registers },
};

/**
 * Term:
 * @capture: the capture it takes its number from, or %NO_CAPTURE
 * @constant: its number when it has no capture
 * @operator: `+`, `-` or `*`: how it joins what stands before
 */
typedef struct
{
  gint8 capture;
  char operator;
  gint32 constant;
} Term;

/* One `give` line: "year = $era + $y". */
typedef struct
{
  guint8 field;
  guint8 n_terms;
  Term terms[MAX_TERMS];
} Give;

/* The lines of one rule are gives[first … end); @extent and @split are captures or %NO_CAPTURE. */
typedef struct
{
  guint32 first;
  guint32 end;
  gint8 extent;
  gint8 split;
  gboolean trap;
} Program;

struct _EntDateGives
{
  const EntRuleSet *rules;
  guint32 number_class;
  GArray *gives;    /* of Give */
  GArray *programs; /* of Program, by rule */
};

/* What a captured value stands for, read once at load for words and at each match for numbers. */
static gboolean
look_up (EntDateField  field,
         const char   *word,
         gint32       *value)
{
  const Symbol *symbol = fields[field].symbols;
  char *end;
  gint64 number;

  if (field == ENT_DATE_ZONE)
    return ent_date_zone_parse (word, value);
  for (; symbol != NULL && symbol->name != NULL; symbol++)
    if (strcmp (symbol->name, word) == 0)
      {
        *value = symbol->value;
        return TRUE;
      }

  number = g_ascii_strtoll (word, &end, 10);
  *value = (gint32) CLAMP (number, -TERM_MAX, TERM_MAX);
  return end != word && *end == '\0';
}

static gboolean
find_field (const char   *name,
            EntDateField *field)
{
  for (guint i = 0; i < ENT_DATE_N_FIELDS; i++)
    if (strcmp (fields[i].name, name) == 0)
      {
        *field = (EntDateField) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
fail (const EntRuleSet  *rules,
      guint              rule,
      const EntGive     *give,
      const char        *why,
      const char        *what,
      GError           **error)
{
  guint line;
  const char *file = ent_rule_set_get_rule_file (rules, rule, &line);

  g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_UNKNOWN, "%s:%u: %s “%s” in rule “%s”", file,
               give != NULL ? give->line : line, why, what, ent_rule_set_get_rule_name (rules, rule));
  return FALSE;
}

static gboolean
compile_term (const EntRuleSet  *rules,
              guint              rule,
              const EntGive     *source,
              EntDateField       field,
              const char        *word,
              Term              *term,
              GError           **error)
{
  term->capture = NO_CAPTURE;
  if (word[0] == '$')
    {
      term->capture = (gint8) ent_rule_set_find_capture (rules, rule, word + 1);
      if (term->capture < 0)
        return fail (rules, rule, source, "no such capture:", word, error);
      return TRUE;
    }
  if (!look_up (field, word, &term->constant))
    return fail (rules, rule, source, "no such value:", word, error);
  return TRUE;
}

/* Terms stand apart with blanks: `$tens + $ones`. A sign that touches its number belongs to it. */
static gboolean
compile_give (const EntRuleSet  *rules,
              guint              rule,
              const EntGive     *source,
              EntDateField       field,
              Give              *give,
              GError           **error)
{
  g_auto (GStrv) words = g_strsplit_set (source->value, " \t", -1);
  char operator = '+';

  give->field = (guint8) field;
  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      if (strlen (*word) == 1 && strchr ("+-*", **word) != NULL)
        {
          operator = **word;
          continue;
        }
      if (give->n_terms == MAX_TERMS)
        return fail (rules, rule, source, "too many terms:", source->value, error);
      give->terms[give->n_terms].operator = operator;
      if (!compile_term (rules, rule, source, field, *word, &give->terms[give->n_terms], error))
        return FALSE;
      give->n_terms++;
      operator = '+';
    }
  return give->n_terms > 0 || fail (rules, rule, source, "no value:", source->key, error);
}

static gboolean
compile_capture (const EntRuleSet  *rules,
                 guint              rule,
                 const EntGive     *source,
                 gint8             *capture,
                 GError           **error)
{
  *capture = source->value[0] == '$' ? (gint8) ent_rule_set_find_capture (rules, rule, source->value + 1)
                                     : NO_CAPTURE;
  return *capture >= 0 || fail (rules, rule, source, "no such capture:", source->value, error);
}

static gboolean
compile_line (EntDateGives   *gives,
              guint           rule,
              const EntGive  *source,
              Program        *program,
              GError        **error)
{
  Give give = { 0 };
  EntDateField field;

  if (strcmp (source->key, "trap") == 0)
    {
      program->trap = TRUE;
      return TRUE;
    }
  if (strcmp (source->key, "extent") == 0)
    return compile_capture (gives->rules, rule, source, &program->extent, error);
  if (strcmp (source->key, "split") == 0)
    return compile_capture (gives->rules, rule, source, &program->split, error);
  if (!find_field (source->key, &field))
    return fail (gives->rules, rule, source, "no such key:", source->key, error);
  if (!compile_give (gives->rules, rule, source, field, &give, error))
    return FALSE;

  g_array_append_val (gives->gives, give);
  return TRUE;
}

static gboolean
compile_rule (EntDateGives  *gives,
              guint          rule,
              GError       **error)
{
  Program program = { .first = gives->gives->len, .extent = NO_CAPTURE, .split = NO_CAPTURE };
  gboolean typed = FALSE;
  guint n;
  const EntGive *lines = ent_rule_set_get_gives (gives->rules, rule, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!compile_line (gives, rule, &lines[i], &program, error))
        return FALSE;
      typed = typed || strcmp (lines[i].key, "type") == 0;
    }
  program.end = gives->gives->len;
  g_array_append_val (gives->programs, program);
  if (!typed && !program.trap)
    return fail (gives->rules, rule, NULL, "no", "give type", error);
  return TRUE;
}

/**
 * ent_date_gives_new:
 * @rules: the compiled rules of a dates.rules; must outlive the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what each rule gives, or %NULL with %ENT_RULE_ERROR, which
 *   tells the file and line
 */
EntDateGives *
ent_date_gives_new (const EntRuleSet  *rules,
                    GError           **error)
{
  g_autoptr (EntDateGives) gives = g_new0 (EntDateGives, 1);

  gives->rules = rules;
  gives->number_class = ent_rule_set_find_class (rules, "NUMBER");
  gives->gives = g_array_new (FALSE, FALSE, sizeof (Give));
  gives->programs = g_array_new (FALSE, FALSE, sizeof (Program));
  for (guint rule = 0; rule < ent_rule_set_get_n_rules (rules); rule++)
    if (!compile_rule (gives, rule, error))
      return NULL;
  return g_steal_pointer (&gives);
}

/**
 * ent_date_gives_free:
 * @gives: (transfer full): what ent_date_gives_new() made
 */
void
ent_date_gives_free (EntDateGives *gives)
{
  g_array_unref (gives->gives);
  g_array_unref (gives->programs);
  g_free (gives);
}

static gboolean
read_capture (const EntDateGives *gives,
              const EntChart     *chart,
              const EntCapture   *capture,
              EntDateField        field,
              gint32             *value)
{
  if (capture->first == ENT_CAPTURE_NONE)
    return FALSE;
  if (capture->class_id != 0 && capture->class_id != gives->number_class)
    return look_up (field, ent_rule_set_get_value (gives->rules, capture->class_id, capture->value), value);
  return ent_date_number_read (gives->rules, gives->number_class, chart, capture->first, capture->end, value);
}

static gint32
join (gint32 a,
      char   operator,
      gint32 b)
{
  gint64 result = operator == '*' ? (gint64) a * b : operator == '-' ? (gint64) a - b
                                                                     : (gint64) a + b;

  if (a == ENT_DATE_SOME || b == ENT_DATE_SOME)
    return ENT_DATE_SOME;
  return (gint32) CLAMP (result, -TERM_MAX, TERM_MAX);
}

/* A line whose captures all took nothing says nothing; the others count as zero. */
static gboolean
read_give (const EntDateGives *gives,
           const EntChart     *chart,
           const EntRuleMatch *match,
           const Give         *give,
           gint32             *result)
{
  gboolean asked = FALSE;
  gboolean any = FALSE;

  *result = 0;
  for (guint i = 0; i < give->n_terms; i++)
    {
      const Term *term = &give->terms[i];
      gint32 value = term->constant;

      if (term->capture != NO_CAPTURE)
        {
          asked = TRUE;
          if (!read_capture (gives, chart, &match->captures[term->capture], give->field, &value))
            continue;
          any = TRUE;
        }
      *result = i == 0 && term->operator == '+' ? value : join (*result, term->operator, value);
    }
  return any || !asked;
}

/**
 * ent_date_gives_read:
 * @gives: what the rules give
 * @chart: the chart of the text
 * @match: a match of one of the rules
 * @form: (out caller-allocates): what the matched words say
 */
void
ent_date_gives_read (const EntDateGives *gives,
                     const EntChart     *chart,
                     const EntRuleMatch *match,
                     EntDateForm        *form)
{
  const Program *program = &g_array_index (gives->programs, Program, match->rule);

  for (guint i = 0; i < ENT_DATE_N_FIELDS; i++)
    form->fields[i] = ENT_DATE_NO_FIELD;
  for (guint32 i = program->first; i < program->end; i++)
    {
      const Give *give = &g_array_index (gives->gives, Give, i);
      gint32 value;

      /* Of several lines for one key the first that says something holds. */
      if (!ent_date_form_has (form, give->field) && read_give (gives, chart, match, give, &value))
        form->fields[give->field] = value;
    }
}

/**
 * ent_date_gives_extent:
 * @gives: what the rules give
 * @match: a match of one of the rules
 * @first: (out): the expression's first token
 * @end: (out): the token after its last
 *
 * The tokens that are the time expression: all that the rule took, or what its `extent` names.
 */
void
ent_date_gives_extent (const EntDateGives *gives,
                       const EntRuleMatch *match,
                       guint32            *first,
                       guint32            *end)
{
  const Program *program = &g_array_index (gives->programs, Program, match->rule);
  const EntCapture *capture = program->extent == NO_CAPTURE ? NULL : &match->captures[program->extent];

  *first = match->first;
  *end = match->end;
  if (capture != NULL && capture->first != ENT_CAPTURE_NONE)
    {
      *first = capture->first;
      *end = capture->end;
    }
}

/**
 * ent_date_gives_split:
 * @gives: what the rules give
 * @match: a match of one of the rules
 * @first: (out): the first of the tokens that join the two ends of a range
 * @end: (out): the token after the last of them
 *
 * Returns: whether the match holds two expressions, as its rule's `split` tells: "14" and "16 November"
 */
gboolean
ent_date_gives_split (const EntDateGives *gives,
                      const EntRuleMatch *match,
                      guint32            *first,
                      guint32            *end)
{
  const Program *program = &g_array_index (gives->programs, Program, match->rule);
  const EntCapture *capture = program->split == NO_CAPTURE ? NULL : &match->captures[program->split];

  if (capture == NULL || capture->first == ENT_CAPTURE_NONE || capture->first <= match->first
      || capture->end >= match->end)
    return FALSE;
  *first = capture->first;
  *end = capture->end;
  return TRUE;
}

/**
 * ent_date_gives_is_trap:
 * @gives: what the rules give
 * @rule: a rule
 *
 * Returns: whether what @rule takes is no time expression but only looks like one
 */
gboolean
ent_date_gives_is_trap (const EntDateGives *gives,
                        guint32             rule)
{
  return g_array_index (gives->programs, Program, rule).trap;
}
