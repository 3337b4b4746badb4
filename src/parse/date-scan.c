/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-scan.h"

#include <string.h>

#include "parse/date-give.h"
#include "parse/date-history.h"
#include "parse/date-list.h"
#include "parse/date-register.h"
#include "parse/date-scan-private.h"
#include "parse/date-tense.h"
#include "parse/notes.h"

/* Words that open a side of a date ("no later than") stand so many tokens before it at most. */
#define MAX_OPENER 5
/* An agency's date stands in one of the first sentences. */
#define DATELINE_SENTENCES 3
/* A newspaper prints a report so many days later at most. */
#define DAYS_TO_PRINT 4

/* So many expressions are found before they are resolved, as what is found takes more memory than what comes of it. */
#define MANY_FINDS 20000

/* How two dates that are one expression are joined; the values of the class JOIN. */
typedef enum
{
  JOIN_NONE,
  JOIN_TO,
  JOIN_DASH,
  JOIN_AND,
  JOIN_LIST
} Join;

static const char * const join_names[] = { "none", "to", "dash", "and", "list" };

struct _EntDateScanner
{
  const EntRuleSet *rules;
  EntDateGives *gives;
  guint32 since;       /* before a date: it begins there */
  guint32 until;       /* before a date: it ends there */
  guint32 since_after; /* the same, behind a date */
  guint32 until_after;
  guint32 task;        /* behind a date until which something is to be done */
  guint32 possessive;  /* behind a weekday that something belongs to */
  guint32 informal;    /* words of messages */
  guint32 datelines;   /* words behind an agency's date */
  guint32 join;        /* between two dates */
  EntDateLists lists;
  guint32 join_opener; /* before the first of two */
  EntDateTense *tense;
};

/**
 * ent_date_scanner_new:
 * @language: a language; must outlive the scanner
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a scanner for its time expressions, or %NULL with %ENT_RULE_ERROR
 */
EntDateScanner *
ent_date_scanner_new (const EntLanguage  *language,
                      GError            **error)
{
  const EntRuleSet *rules;
  g_autoptr (EntDateScanner) scanner = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  rules = language->dates;
  scanner = g_new0 (EntDateScanner, 1);
  scanner->rules = rules;
  scanner->since = ent_rule_set_find_class (rules, "SINCE");
  scanner->until = ent_rule_set_find_class (rules, "UNTIL");
  scanner->since_after = ent_rule_set_find_class (rules, "SINCE-AFTER");
  scanner->until_after = ent_rule_set_find_class (rules, "UNTIL-AFTER");
  scanner->task = ent_rule_set_find_class (rules, "TASK");
  scanner->possessive = ent_rule_set_find_class (rules, "POSSESSIVE");
  scanner->informal = ent_rule_set_find_class (rules, "INFORMAL");
  scanner->datelines = ent_rule_set_find_class (rules, "DATELINE");
  scanner->join = ent_rule_set_find_class (rules, "JOIN");
  scanner->join_opener = ent_rule_set_find_class (rules, "JOIN-OPENER");
  scanner->lists = (EntDateLists) { rules, scanner->join, ent_rule_set_find_class (rules, "BEFORE-MONTH") };
  scanner->tense = ent_date_tense_new (rules);
  scanner->gives = ent_date_gives_new (rules, error);
  return scanner->gives != NULL ? g_steal_pointer (&scanner) : NULL;
}

/**
 * ent_date_scanner_free:
 * @scanner: (nullable) (transfer full): a scanner
 */
void
ent_date_scanner_free (EntDateScanner *scanner)
{
  if (scanner == NULL)
    return;
  g_clear_pointer (&scanner->gives, ent_date_gives_free);
  g_clear_pointer (&scanner->tense, ent_date_tense_free);
  g_free (scanner);
}

/* Words behind a date may only begin as one that opens a side of it: 前往 is not 前. */
static gboolean
opens_side (const EntDateScanner *scanner,
            const EntChart       *chart,
            guint32               token,
            guint32               class_id)
{
  const EntEdge *edge = NULL;

  if (class_id != 0 && token < chart->tokens->n_tokens)
    edge = ent_chart_find (chart, token, class_id);
  return edge != NULL && g_strcmp0 (ent_rule_set_get_value (scanner->rules, class_id, edge->value), "none") != 0;
}

/* The edge of a class that ends where @token begins, not looking before @first. */
static const EntEdge *
find_edge_before (const EntChart *chart,
                  guint32         first,
                  guint32         token,
                  guint32         class_id)
{
  guint32 from = token - MIN (token - first, MAX_OPENER);

  for (guint32 at = from; class_id != 0 && at < token; at++)
    for (const EntEdge *edge = ent_chart_get_first (chart, at); edge != NULL;
         edge = ent_chart_get_next (chart, edge))
      if (edge->class_id == class_id && edge->end == token)
        return edge;
  return NULL;
}

/* Whether a date is behind words that open a side of it. "By the 1988 accord" has no such side: a year alone behind an
 * article, of which the value tells, is part of a name. */
static gboolean
is_opened_before (const EntDateScanner *scanner,
                  const EntChart       *chart,
                  guint32               sentence_first,
                  const EntDateFind    *find,
                  guint32               class_id)
{
  const EntEdge *edge = find_edge_before (chart, sentence_first, find->first, class_id);

  return edge != NULL
         && (find->end - find->first > 1 || chart->tokens->tokens[find->first].kind != ENT_TOKEN_NUMBER
             || g_strcmp0 (ent_rule_set_get_value (scanner->rules, class_id, edge->value), "named") != 0);
}

static EntDateWindow
find_window (const EntDateScanner *scanner,
             const EntChart       *chart,
             guint32               sentence_first,
             const EntDateFind    *find)
{
  if (find->form.fields[ENT_DATE_TYPE] > ENT_TIMEX_TIME)
    return ENT_DATE_WINDOW_NONE;
  if (opens_side (scanner, chart, find->end, scanner->since_after))
    return ENT_DATE_WINDOW_SINCE;
  if (opens_side (scanner, chart, find->end, scanner->until_after))
    return ENT_DATE_WINDOW_UNTIL;
  /* 自4日至7日: what opens a range that ends leaves no side open. */
  if (find->split_first == find->split_end
      && is_opened_before (scanner, chart, sentence_first, find, scanner->since))
    return ENT_DATE_WINDOW_SINCE;
  if (is_opened_before (scanner, chart, sentence_first, find, scanner->until))
    return ENT_DATE_WINDOW_UNTIL;
  return ENT_DATE_WINDOW_NONE;
}

/* "He has until Friday" tells what is to come, unless a verb close by tells that it was, and even then "until Friday to
 * reply"; "Until Friday, he …" does not. */
static gboolean
is_deadline (const EntDateScanner *scanner,
             const EntChart       *chart,
             guint32               sentence_first,
             const EntDateFind    *find)
{
  const EntEdge *edge = find->window == ENT_DATE_WINDOW_UNTIL
                          ? find_edge_before (chart, sentence_first, find->first, scanner->until)
                          : NULL;

  return edge != NULL && edge->first > sentence_first
         && (find->hold != ENT_DATE_HOLD_NEAR || opens_side (scanner, chart, find->end, scanner->task))
         && g_strcmp0 (ent_rule_set_get_value (scanner->rules, scanner->until, edge->value), "before") != 0;
}

/* "They would look for ways around Wednesday's ruling": what belongs to a weekday is known, and so mostly was. */
static gboolean
names_what_was (const EntDateScanner *scanner,
                const EntChart       *chart,
                const EntSentence    *sentence,
                const EntDateFind    *find)
{
  return find->tense == ENT_TENSE_FUTURE && find->hold < ENT_DATE_HOLD_NEAR && scanner->possessive != 0
         && ent_date_form_has (&find->form, ENT_DATE_WEEKDAY) && !ent_date_form_has (&find->form, ENT_DATE_TOWARD)
         && !ent_date_form_has (&find->form, ENT_DATE_SHIFT) && find->end < sentence->end
         && ent_chart_find (chart, find->end, scanner->possessive) != NULL;
}

/* "expo2013" is a name. */
static gboolean
is_end_of_word (const EntTokens *tokens,
                guint32          token)
{
  return token > 0 && tokens->tokens[token].kind == ENT_TOKEN_NUMBER && tokens->tokens[token].flags & ENT_TOKEN_GLUED
         && tokens->tokens[token - 1].kind == ENT_TOKEN_WORD;
}

/* Returns whether terms were found in it. */
static gboolean
find_in_sentence (const EntDateScanner *scanner,
                  EntRuleSearch        *search,
                  EntChart             *chart,
                  guint32               number,
                  gboolean              terse,
                  EntDateVerbs         *verbs,
                  GArray               *finds)
{
  const EntSentence *sentence = &chart->tokens->sentences[number];
  gboolean has_verbs = FALSE;
  EntRuleMatch match;

  if (!ent_rule_search_enter (search, sentence->first, sentence->end, ENT_ALL_CONDITIONS))
    return FALSE;
  if (!ent_date_text_may_be_message (chart->tokens))
    ent_rule_set_find_terms_in (scanner->rules, chart, sentence->first, sentence->end);
  for (guint32 at = sentence->first; ent_rule_search_next (search, at, &match);)
    {
      EntDateFind find = { .sentence = number };
      EntDateHold hold;

      at = match.end;
      if (ent_date_gives_is_trap (scanner->gives, match.rule))
        continue;
      ent_date_gives_read (scanner->gives, chart, &match, &find.form);
      if (!ent_date_form_fits_text (&find.form, terse) || is_end_of_word (chart->tokens, match.first))
        {
          at = match.first + 1;
          continue;
        }
      if (!has_verbs)
        ent_date_verbs_read (verbs, scanner->tense, chart, sentence);
      has_verbs = TRUE;
      ent_date_gives_extent (scanner->gives, &match, &find.first, &find.end);
      /* What stands behind the expression may be one of its own: "the quarter ended Sept. 30". */
      at = find.end;
      ent_date_gives_split (scanner->gives, &match, &find.split_first, &find.split_end);
      find.rule = (guint16) match.rule;
      find.marked = find.first > sentence->first && ent_tokens_is_mark (chart->tokens, find.first - 1, "(,");
      find.tense = (guint8) ent_date_verbs_find (verbs, scanner->tense, chart, find.first, find.end, &hold);
      find.hold = (guint8) hold;
      find.window = (guint8) find_window (scanner, chart, sentence->first, &find);
      if (names_what_was (scanner, chart, sentence, &find))
        find.tense = ENT_TENSE_PAST;
      if (is_deadline (scanner, chart, sentence->first, &find))
        find.tense = ENT_TENSE_FUTURE;
      g_array_append_val (finds, find);
      at = ent_date_lists_follow (&scanner->lists, chart, sentence->end, finds);
    }
  return TRUE;
}

/* What stands between two expressions, if it is nothing but what joins dates. */
static Join
find_join (const EntDateScanner *scanner,
           const EntChart       *chart,
           const EntDateFind    *a,
           const EntDateFind    *b)
{
  const EntEdge *edge = scanner->join != 0 && a->sentence == b->sentence && a->end < b->first
                          ? ent_chart_find (chart, a->end, scanner->join)
                          : NULL;
  const char *name;

  if (edge == NULL || edge->end != b->first)
    return JOIN_NONE;
  name = ent_rule_set_get_value (scanner->rules, scanner->join, edge->value);
  for (guint i = 0; i < G_N_ELEMENTS (join_names); i++)
    if (g_strcmp0 (name, join_names[i]) == 0)
      return (Join) i;
  return JOIN_NONE;
}

static const char *
find_opener (const EntDateScanner *scanner,
             const EntChart       *chart,
             const EntDateFind    *find)
{
  const EntEdge *edge = find_edge_before (chart, chart->tokens->sentences[find->sentence].first, find->first,
                                          scanner->join_opener);

  return edge != NULL ? ent_rule_set_get_value (scanner->rules, scanner->join_opener, edge->value) : NULL;
}

static gboolean
is_plain_date (const EntDateForm *form)
{
  if (form->fields[ENT_DATE_TYPE] > ENT_TIMEX_TIME || ent_date_form_has (form, ENT_DATE_REF))
    return FALSE;
  for (guint field = ENT_DATE_TO_YEAR; field <= ENT_DATE_TO_HOUR; field++)
    if (ent_date_form_has (form, (EntDateField) field))
      return FALSE;
  return TRUE;
}

/* Whether both tell the same finest thing: two days, two months, two years … */
static gboolean
are_alike (const EntDateForm *a,
           const EntDateForm *b)
{
  static const EntDateField finest_first[] = { ENT_DATE_DAY,    ENT_DATE_WEEKDAY, ENT_DATE_MONTH, ENT_DATE_SEASON,
                                               ENT_DATE_QUARTER, ENT_DATE_HALF,    ENT_DATE_YEAR,  ENT_DATE_DECADE };

  for (guint i = 0; i < G_N_ELEMENTS (finest_first); i++)
    if (ent_date_form_has (a, finest_first[i]) || ent_date_form_has (b, finest_first[i]))
      return ent_date_form_has (a, finest_first[i]) && ent_date_form_has (b, finest_first[i]);
  return FALSE;
}

static gboolean
tells_year (const EntDateForm *form)
{
  return ent_date_form_has (form, ENT_DATE_YEAR) || ent_date_form_has (form, ENT_DATE_SHORT_YEAR);
}

/* "(from) 30 June – 2 July", "between May and July"; "May and July" alone are two dates. */
static gboolean
is_one_expression (const EntDateScanner *scanner,
                   const EntChart       *chart,
                   const EntDateFind    *a,
                   const EntDateFind    *b,
                   Join                  join)
{
  const char *opener;

  if (join == JOIN_NONE || join == JOIN_LIST || !is_plain_date (&a->form) || !is_plain_date (&b->form))
    return FALSE;
  if (join == JOIN_DASH)
    return are_alike (&a->form, &b->form);
  opener = find_opener (scanner, chart, a);
  if (g_strcmp0 (opener, join_names[join]) == 0)
    return TRUE;
  return join == JOIN_TO && opener == NULL
         && (are_alike (&a->form, &b->form)
             || (ent_date_form_has (&a->form, ENT_DATE_HOUR) && ent_date_form_has (&b->form, ENT_DATE_HOUR)));
}

/* "28日至4月1日" begins in March. */
static void
inherit_month (EntDateForm       *form,
               const EntDateForm *next,
               Join               join)
{
  gint32 month = next->fields[ENT_DATE_MONTH];
  gboolean before = (join == JOIN_TO || join == JOIN_DASH) && ent_date_form_has (next, ENT_DATE_DAY)
                    && form->fields[ENT_DATE_DAY] > next->fields[ENT_DATE_DAY];

  form->fields[ENT_DATE_MONTH] = !before ? month : month > 1 ? month - 1
                                                             : 12;
  if (before && month == 1 && ent_date_form_has (next, ENT_DATE_YEAR))
    form->fields[ENT_DATE_YEAR] = next->fields[ENT_DATE_YEAR] - 1;
}

/* What the second of two joined dates tells holds for the first as well: "in March and May 1950". */
static void
inherit (EntDateForm       *form,
         const EntDateForm *next,
         Join               join)
{
  static const EntDateField of_year[] = { ENT_DATE_YEAR, ENT_DATE_SHORT_YEAR, ENT_DATE_BC };
  gboolean of_day = ent_date_form_has (form, ENT_DATE_DAY);
  gboolean of_part = ent_date_form_has (form, ENT_DATE_MONTH) || ent_date_form_has (form, ENT_DATE_SEASON)
                     || ent_date_form_has (form, ENT_DATE_QUARTER) || ent_date_form_has (form, ENT_DATE_HALF);

  if (tells_year (form) || ent_date_form_has (form, ENT_DATE_SHIFT) || ent_date_form_has (form, ENT_DATE_TOWARD))
    return;
  if (of_day && !of_part && ent_date_form_has (next, ENT_DATE_MONTH))
    {
      inherit_month (form, next, join);
      of_part = TRUE;
    }
  if (tells_year (form))
    return;
  for (guint i = 0; of_part && i < G_N_ELEMENTS (of_year); i++)
    form->fields[of_year[i]] = next->fields[of_year[i]];
}

/* What tells a day rather than an hour of it. */
static const EntDateField day_fields[] = { ENT_DATE_YEAR,    ENT_DATE_SHORT_YEAR, ENT_DATE_MONTH, ENT_DATE_DAY,
                                       ENT_DATE_WEEKDAY, ENT_DATE_UNIT,       ENT_DATE_SHIFT, ENT_DATE_TOWARD };

/* Whether an hour is told, of whatever day: "9 a.m.". */
static gboolean
tells_only_hour (const EntDateForm *form)
{
  if (!ent_date_form_has (form, ENT_DATE_HOUR) && !ent_date_form_has (form, ENT_DATE_CLOCK))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    if (ent_date_form_has (form, day_fields[i]))
      return FALSE;
  return TRUE;
}

/* "10:35 a.m. (0735 GMT) Friday": the day stands behind the same hour told for somewhere else. */
static void
inherit_day (const EntTokens   *tokens,
             EntDateFind       *a,
             const EntDateFind *b)
{
  if (a->sentence != b->sentence || a->end + 1 < b->first
      || (a->end < b->first && !ent_tokens_is_mark (tokens, a->end, "()[]")) || !tells_only_hour (&a->form))
    return;
  if (!ent_date_form_has (&b->form, ENT_DATE_DAY) && !ent_date_form_has (&b->form, ENT_DATE_WEEKDAY)
      && !ent_date_form_has (&b->form, ENT_DATE_SHIFT))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    a->form.fields[day_fields[i]] = b->form.fields[day_fields[i]];
}

/* Joins the finds of a sentence, which are those from one on. */
static void
join_finds (const EntDateScanner *scanner,
            const EntChart       *chart,
            guint                 from,
            GArray               *finds)
{
  for (guint i = finds->len; i-- > from + 1;)
    {
      EntDateFind *a = &g_array_index (finds, EntDateFind, i - 1);
      EntDateFind *b = &g_array_index (finds, EntDateFind, i);
      Join join = find_join (scanner, chart, a, b);

      if (join != JOIN_NONE && is_plain_date (&a->form) && b->form.fields[ENT_DATE_TYPE] <= ENT_TIMEX_TIME)
        inherit (&a->form, &b->form, join);
      else if (b->form.fields[ENT_DATE_TYPE] <= ENT_TIMEX_TIME)
        inherit_day (chart->tokens, a, b);
      a->joined = !b->joined && is_one_expression (scanner, chart, a, b, join);
    }
}

/* "June, July and August": what is listed is to come together, or over. */
static void
share_tense (const EntDateScanner *scanner,
             const EntChart       *chart,
             guint                 from,
             GArray               *finds)
{
  for (guint i = from + 1; i < finds->len; i++)
    {
      const EntDateFind *a = &g_array_index (finds, EntDateFind, i - 1);
      EntDateFind *b = &g_array_index (finds, EntDateFind, i);
      Join join = find_join (scanner, chart, a, b);

      if ((join != JOIN_AND && join != JOIN_LIST) || !are_alike (&a->form, &b->form))
        continue;
      b->tense = a->tense;
      b->hold = a->hold;
    }
}

/* The search for the expressions of a text, from its first sentence on. */
typedef struct
{
  const EntDateScanner *scanner;
  EntChart *chart;
  EntRuleSearch *search;
  EntDateVerbs verbs;
  gboolean is_short;
  gboolean is_terse;
  guint32 sentence; /* the next one */
} Pass;

static void
pass_begin (Pass                 *pass,
            const EntDateScanner *scanner,
            EntChart             *chart,
            const EntTokens      *tokens)
{
  pass->scanner = scanner;
  pass->chart = chart;
  pass->is_short = ent_date_text_may_be_message (tokens);
  pass->is_terse = scanner->informal != 0 && ent_date_text_is_terse (tokens);
  pass->sentence = 0;
  ent_chart_reset (chart, tokens);
  if (pass->is_short)
    ent_rule_set_find_terms (scanner->rules, chart);
  pass->search = ent_rule_set_begin_search (scanner->rules, chart);
  ent_date_verbs_init (&pass->verbs);
}

/* Goes on until there are so many finds, or to the end of the text. Returns whether it came there. */
static gboolean
pass_go_on (Pass   *pass,
            GArray *finds,
            guint   n_wanted)
{
  for (; pass->sentence < pass->chart->tokens->n_sentences; pass->sentence++)
    {
      guint n_finds = finds->len;
      const EntSentence *sentence = &pass->chart->tokens->sentences[pass->sentence];
      gboolean entered;

      if (n_finds >= n_wanted)
        return FALSE;
      entered = find_in_sentence (pass->scanner, pass->search, pass->chart, pass->sentence, pass->is_terse,
                                  &pass->verbs, finds);
      join_finds (pass->scanner, pass->chart, n_finds, finds);
      share_tense (pass->scanner, pass->chart, n_finds, finds);
      if (entered && pass->sentence > DATELINE_SENTENCES + 1 && !pass->is_short)
        ent_chart_forget (pass->chart, sentence->first, sentence->end);
    }
  return TRUE;
}

static void
pass_end (Pass *pass)
{
  ent_rule_search_end (pass->search);
  ent_date_verbs_clear (&pass->verbs);
}

/**
 * ent_date_scanner_find:
 * @scanner: a scanner
 * @chart: scratch
 * @tokens: the text
 * @finds: (element-type EntDateFind): where to append
 *
 * Finds the time expressions of a text, in its order, without resolving them; of very many only the first.
 */
void
ent_date_scanner_find (const EntDateScanner *scanner,
                       EntChart             *chart,
                       const EntTokens      *tokens,
                       GArray               *finds)
{
  Pass pass;

  pass_begin (&pass, scanner, chart, tokens);
  pass_go_on (&pass, finds, MANY_FINDS);
  pass_end (&pass);
}

/* Lets @find, told in part, mean the next such time: the hour of the next day, the weekday after @first, the day of the
 * next month, the month of the next year. */
static void
move_on (EntDateResolver *resolver,
         EntDateFind     *find,
         const EntTimex  *first,
         EntDateValue     value)
{
  EntDateForm *form = &find->form;
  gboolean of_day = ent_date_form_has (form, ENT_DATE_DAY);

  if (ent_date_form_has (form, ENT_DATE_WEEKDAY) && !of_day)
    {
      resolver->anchor = ent_date_value_from_day (ent_edtf_latest (first->edtf));
      find->tense = ENT_TENSE_FUTURE;
      return;
    }
  if (of_day && !ent_date_form_has (form, ENT_DATE_MONTH))
    {
      form->fields[ENT_DATE_MONTH] = value.month % 12 + 1;
      form->fields[ENT_DATE_YEAR] = value.year + (value.month == 12);
      return;
    }
  if (!of_day && !ent_date_form_has (form, ENT_DATE_MONTH) && value.grain < ENT_DATE_UNIT_DAY)
    {
      value = ent_date_value_shift (value, ENT_DATE_UNIT_DAY, 1);
      form->fields[ENT_DATE_MONTH] = value.month;
      form->fields[ENT_DATE_DAY] = value.day;
      form->fields[ENT_DATE_YEAR] = value.year;
      return;
    }
  form->fields[ENT_DATE_YEAR] = value.year + 1;
}

static EntEdtfPoint
last_point (EntEdtf edtf)
{
  return ent_edtf_is_interval (edtf) ? edtf.end : edtf.start;
}

/* The second of a pair without a year lies after the first: "October 1944 to March". */
static void
resolve_second (EntDateResolver *resolver,
                EntDateFind     *find,
                const EntTimex  *first,
                EntTimex        *second)
{
  EntDateResolver before = *resolver;
  EntTimex none = { 0 };
  EntDateValue value;

  ent_date_resolver_next (resolver, find, second, &none);
  if (ent_edtf_is_none (second->edtf) || ent_edtf_is_none (first->edtf) || tells_year (&find->form)
      || ent_date_form_has (&find->form, ENT_DATE_SHIFT)
      || !ent_edtf_is_backward (first->edtf.start, last_point (second->edtf)))
    return;
  value = resolver->previous;
  *resolver = before;
  move_on (resolver, find, first, value);
  ent_date_resolver_next (resolver, find, second, &none);
  resolver->anchor = before.anchor;
}

static void
append_timex (const EntTokens *tokens,
              guint32          first,
              guint32          end,
              EntTimex         timex,
              GArray          *timexes)
{
  timex.start = tokens->tokens[first].start;
  timex.end = tokens->tokens[end - 1].end;
  g_array_append_val (timexes, timex);
}

/* "14–16 November" is two expressions, each with the span that they make together. */
static void
append_ends (const EntTokens   *tokens,
             const EntDateFind *find,
             EntTimex           timex,
             EntTimex           end,
             GArray            *timexes)
{
  end.type = timex.type;
  end.relative = timex.relative;
  end.ambiguous = timex.ambiguous;
  end.rule = timex.rule;
  end.edtf = timex.edtf;
  timex.opens = TRUE;
  append_timex (tokens, find->first, find->split_first, timex, timexes);
  append_timex (tokens, find->split_end, find->end, end, timexes);
}

static void
append_one (EntDateResolver   *resolver,
            const EntTokens   *tokens,
            const EntDateFind *find,
            GArray            *timexes)
{
  EntTimex timex = { 0 };
  EntTimex end = { 0 };

  ent_date_resolver_next (resolver, find, &timex, &end);
  if (find->split_end != 0 && end.value[0] != '\0')
    append_ends (tokens, find, timex, end, timexes);
  else
    append_timex (tokens, find->first, find->end, timex, timexes);
}

/* "9 a.m. to noon on 3 May": the first is an hour of the second's day, or of the day before if it is the later hour. */
static void
take_day_of_second (const EntDateResolver *resolver,
                    EntDateFind           *a,
                    const EntDateFind     *b)
{
  EntDateResolver ahead = *resolver;
  EntDateFind find = *b;
  EntDateFind alone = *a;
  EntTimex first = { 0 };
  EntTimex second = { 0 };
  EntTimex none = { 0 };
  EntCivilDate date;
  EntDay day;

  if (!tells_only_hour (&a->form) || tells_only_hour (&b->form))
    return;
  ent_date_resolver_next (&ahead, &find, &second, &none);
  ent_date_resolver_next (&ahead, &alone, &first, &none);
  if (first.edtf.start.precision != ENT_EDTF_TIME || second.edtf.start.precision != ENT_EDTF_TIME)
    return;
  day = ent_edtf_earliest (second.edtf);
  date = ent_civil_date_from_day (first.edtf.start.second > second.edtf.start.second ? day - 1 : day);
  a->form.fields[ENT_DATE_YEAR] = date.year;
  a->form.fields[ENT_DATE_MONTH] = date.month;
  a->form.fields[ENT_DATE_DAY] = date.day;
}

static void
append_pair (EntDateResolver *resolver,
             const EntTokens *tokens,
             EntDateFind     *a,
             EntDateFind     *b,
             GArray          *timexes)
{
  EntTimex first = { 0 };
  EntTimex second = { 0 };
  EntTimex none = { 0 };

  a->window = b->window = ENT_DATE_WINDOW_NONE;
  take_day_of_second (resolver, a, b);
  ent_date_resolver_next (resolver, a, &first, &none);
  resolve_second (resolver, b, &first, &second);
  if (!ent_edtf_is_none (first.edtf) && !ent_edtf_is_none (second.edtf)
      && !ent_edtf_is_backward (first.edtf.start, last_point (second.edtf)))
    {
      first.edtf = ent_edtf_interval (first.edtf.start, last_point (second.edtf));
      second.edtf = first.edtf;
      first.relative = second.relative = first.relative || second.relative;
      first.ambiguous = second.ambiguous = first.ambiguous || second.ambiguous;
      first.opens = TRUE;
    }
  append_timex (tokens, a->first, a->end, first, timexes);
  append_timex (tokens, b->first, b->end, second, timexes);
}

/* 新华社华盛顿10月29日电, printed on the 30th: what such a report calls today is the day that it was sent. */
static void
take_dateline (const EntDateScanner *scanner,
               const EntChart       *chart,
               const EntDateFind    *find,
               const EntTimex       *timex,
               EntDateResolver      *resolver)
{
  EntDay day;

  if (scanner->datelines == 0 || find->sentence > DATELINE_SENTENCES || ent_date_value_is_none (&resolver->anchor)
      || !ent_edtf_is_day (timex->edtf) || ent_chart_find (chart, find->end, scanner->datelines) == NULL)
    return;
  day = ent_edtf_earliest (timex->edtf);
  if (day < ent_date_value_last_day (&resolver->anchor)
      && day + DAYS_TO_PRINT >= ent_date_value_last_day (&resolver->anchor))
    {
      resolver->anchor = ent_date_value_from_day (day);
      resolver->today = ent_edtf_day (day);
    }
}

static void
resolve_finds (const EntDateScanner *scanner,
               const EntChart       *chart,
               GArray               *finds,
               EntDateResolver      *resolver,
               GArray               *timexes)
{
  if (resolver->narrative)
    ent_date_finds_follow_history (finds, chart->tokens);
  else
    ent_date_finds_drop_history (finds);
  for (guint i = 0; i < finds->len; i++)
    {
      EntDateFind *find = &g_array_index (finds, EntDateFind, i);

      if (find->joined)
        append_pair (resolver, chart->tokens, find, &g_array_index (finds, EntDateFind, ++i), timexes);
      else
        append_one (resolver, chart->tokens, find, timexes);
      take_dateline (scanner, chart, find, &g_array_index (timexes, EntTimex, timexes->len - 1), resolver);
    }
}

/**
 * ent_date_scanner_scan:
 * @scanner: a scanner
 * @chart: scratch
 * @tokens: the text
 * @context: what its dates are resolved against
 * @timexes: (element-type EntTimex): where to append
 *
 * Finds and resolves the time expressions of a text, in its order; none overlaps another. Many are resolved before the
 * next are looked for: whether the text tells history is then told by the first of them.
 *
 * Returns: the day that the text calls today: that of an agency's dateline, else @context's date
 */
EntEdtf
ent_date_scanner_scan (const EntDateScanner *scanner,
                       EntChart             *chart,
                       const EntTokens      *tokens,
                       const EntDateContext *context,
                       GArray               *timexes)
{
  g_autoptr (GArray) finds = NULL;
  EntDateResolver resolver;
  gboolean at_end;
  Pass pass;

  g_return_val_if_fail (scanner != NULL && chart != NULL && tokens != NULL && context != NULL && timexes != NULL,
                        (EntEdtf) { 0 });

  finds = g_array_new (FALSE, FALSE, sizeof (EntDateFind));
  pass_begin (&pass, scanner, chart, tokens);
  at_end = pass_go_on (&pass, finds, MANY_FINDS);
  ent_date_resolver_init (&resolver, context);
  resolver.narrative = context->narrative || ent_date_finds_tell_history (finds, context->anchor)
                       || ent_notes_are_all (tokens);
  resolver.notes = ent_notes_find (tokens);
  resolver.message = ent_date_text_is_message (chart, scanner->informal);
  resolve_finds (scanner, chart, finds, &resolver, timexes);
  while (!at_end)
    {
      g_array_set_size (finds, 0);
      at_end = pass_go_on (&pass, finds, MANY_FINDS);
      resolve_finds (scanner, chart, finds, &resolver, timexes);
    }
  pass_end (&pass);
  return resolver.today;
}
