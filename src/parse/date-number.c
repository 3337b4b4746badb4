/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-number.h"

#include <stdlib.h>

/* Larger numbers are no counts or years of any calendar. */
#define NUMBER_MAX 99999999

/**
 * Sum:
 * @total: what thousands and ten-thousands have closed
 * @group: the hundreds being gathered
 * @current: the last number not yet multiplied
 * @last: the last term added to it
 * @any: whether a number was read at all
 *
 * A number in words while it is read: "two thousand (and) twenty-four", 二千零二十四.
 */
typedef struct
{
  gint64 total;
  gint64 group;
  gint64 current;
  gint64 last;
  gboolean any;
} Sum;

static gint64
power_above (gint64 number)
{
  gint64 power = 10;

  while (power <= number)
    power *= 10;
  return power;
}

/* "twenty" "two" is 22; "nineteen" "ninety" is 1990; 二〇二四 is 2024. */
static void
add_number (Sum    *sum,
            gint64  number)
{
  if (sum->current == 0)
    sum->current = number;
  else if (sum->last >= 20 && sum->last < 100 && sum->last % 10 == 0 && number < 10)
    sum->current += number;
  else
    sum->current = MIN (sum->current, NUMBER_MAX) * power_above (number) + number;
  sum->last = number;
  sum->any = TRUE;
}

static void
multiply (Sum    *sum,
          gint64  factor)
{
  gint64 current = sum->current == 0 && sum->group == 0 ? 1 : sum->current;

  if (factor >= 1000)
    {
      sum->total += MIN (sum->group + current, NUMBER_MAX) * factor;
      sum->group = 0;
    }
  else
    {
      sum->group += MIN (current, NUMBER_MAX) * factor;
    }
  sum->current = 0;
  sum->last = 0;
  sum->any = TRUE;
}

/* A class value is a number, or `x` and the factor it multiplies by ("hundred", 十). */
static void
add_term (Sum        *sum,
          const char *value)
{
  if (value[0] == 'x')
    multiply (sum, atoi (value + 1));
  else
    add_number (sum, atoi (value));
}

/* "1,500": groups of three digits behind commas. Returns the token after them. */
static guint32
read_digits (const EntTokens *tokens,
             guint32          at,
             guint32          end,
             gint64          *number)
{
  *number = tokens->tokens[at].number;
  for (at++; at + 1 < end; at += 2)
    {
      const EntToken *comma = &tokens->tokens[at];
      const EntToken *digits = comma + 1;

      if (tokens->text[comma->start] != ',' || !(comma->flags & ENT_TOKEN_GLUED)
          || digits->kind != ENT_TOKEN_NUMBER || digits->n_digits != 3 || !(digits->flags & ENT_TOKEN_GLUED))
        break;
      *number = MIN (*number, NUMBER_MAX) * 1000 + digits->number;
    }
  return at;
}

/**
 * ent_date_number_read:
 * @rules: the rules whose class @number_class holds the words of numbers
 * @number_class: that class, or 0
 * @chart: the chart the class's terms are in
 * @first: the first token
 * @end: the token after the last
 * @number: (out): the number
 *
 * Reads a number in digits, in words, or in both, from tokens a rule has captured. Other words
 * between ("and", "-") are passed over.
 *
 * Returns: whether there was any number
 */
gboolean
ent_date_number_read (const EntRuleSet *rules,
                      guint32           number_class,
                      const EntChart   *chart,
                      guint32           first,
                      guint32           end,
                      gint32           *number)
{
  Sum sum = { 0 };

  for (guint32 at = first; at < end;)
    {
      const EntEdge *edge = number_class != 0 ? ent_chart_find (chart, at, number_class) : NULL;

      if (chart->tokens->tokens[at].kind == ENT_TOKEN_NUMBER)
        {
          gint64 digits;

          at = read_digits (chart->tokens, at, end, &digits);
          add_number (&sum, digits);
        }
      else if (edge != NULL && edge->end <= end)
        {
          add_term (&sum, ent_rule_set_get_value (rules, number_class, edge->value));
          at = edge->end;
        }
      else
        {
          at++;
        }
    }

  *number = (gint32) CLAMP (sum.total + sum.group + sum.current, 0, NUMBER_MAX);
  return sum.any;
}
