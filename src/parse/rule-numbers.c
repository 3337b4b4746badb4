/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-numbers.h"

/* Digits are told apart up to so many. */
#define MAX_DIGITS 7

/* A number and its digits that stand for all of its sort. */
typedef struct
{
  gint32 number;
  guint n_digits;
} Example;

struct _EntRuleNumbers
{
  GArray *ranges;   /* of EntProgramStep, each once */
  GArray *bounds;   /* of gint32, sorted: where a stretch of numbers begins that the ranges treat alike */
  GArray *examples; /* of Example, by sort */
  guint *sorts;     /* by stretch and digits */
};

/**
 * ent_rule_numbers_new:
 *
 * Returns: (transfer full): the numbers, all of one sort
 */
EntRuleNumbers *
ent_rule_numbers_new (void)
{
  EntRuleNumbers *numbers = g_new0 (EntRuleNumbers, 1);

  numbers->ranges = g_array_new (FALSE, FALSE, sizeof (EntProgramStep));
  numbers->bounds = g_array_new (FALSE, FALSE, sizeof (gint32));
  numbers->examples = g_array_new (FALSE, FALSE, sizeof (Example));
  return numbers;
}

/**
 * ent_rule_numbers_free:
 * @numbers: (nullable): the numbers
 */
void
ent_rule_numbers_free (EntRuleNumbers *numbers)
{
  if (numbers == NULL)
    return;
  g_array_unref (numbers->ranges);
  g_array_unref (numbers->bounds);
  g_array_unref (numbers->examples);
  g_free (numbers->sorts);
  g_free (numbers);
}

/**
 * ent_rule_numbers_add:
 * @numbers: numbers not yet sorted
 * @range: a step that takes a range
 */
void
ent_rule_numbers_add (EntRuleNumbers       *numbers,
                      const EntProgramStep *range)
{
  for (guint i = 0; i < numbers->ranges->len; i++)
    {
      const EntProgramStep *other = &g_array_index (numbers->ranges, EntProgramStep, i);

      if (other->a == range->a && other->b == range->b && other->n == range->n)
        return;
    }
  g_array_append_vals (numbers->ranges, range, 1);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;

  return x < y ? -1 : x > y;
}

static void
find_bounds (EntRuleNumbers *numbers)
{
  gint32 bound = 0;

  g_array_append_val (numbers->bounds, bound);
  for (guint i = 0; i < numbers->ranges->len; i++)
    {
      const EntProgramStep *range = &g_array_index (numbers->ranges, EntProgramStep, i);

      bound = (gint32) range->a;
      g_array_append_val (numbers->bounds, bound);
      if (range->b < G_MAXINT32)
        {
          bound = (gint32) range->b + 1;
          g_array_append_val (numbers->bounds, bound);
        }
    }
  g_array_sort (numbers->bounds, compare_numbers);
}

static gboolean
is_in_range (const EntProgramStep *range,
             Example               example)
{
  return example.number >= (gint32) range->a && example.number <= (gint32) range->b
         && (range->n == 0 || MIN (range->n, MAX_DIGITS) == example.n_digits);
}

static gboolean
are_alike (const EntRuleNumbers *numbers,
           Example               a,
           Example               b)
{
  for (guint i = 0; i < numbers->ranges->len; i++)
    {
      const EntProgramStep *range = &g_array_index (numbers->ranges, EntProgramStep, i);

      if (is_in_range (range, a) != is_in_range (range, b))
        return FALSE;
    }
  return TRUE;
}

static guint
find_sort (EntRuleNumbers *numbers,
           Example         example)
{
  guint sort = 0;

  while (sort < numbers->examples->len
         && !are_alike (numbers, example, g_array_index (numbers->examples, Example, sort)))
    sort++;
  if (sort == numbers->examples->len)
    g_array_append_val (numbers->examples, example);
  return sort;
}

/**
 * ent_rule_numbers_sort:
 * @numbers: numbers to which all ranges have been added
 *
 * Makes them ready for use.
 */
void
ent_rule_numbers_sort (EntRuleNumbers *numbers)
{
  find_bounds (numbers);
  numbers->sorts = g_new (guint, numbers->bounds->len * (MAX_DIGITS + 1));
  for (guint i = 0; i < numbers->bounds->len; i++)
    for (guint digits = 0; digits <= MAX_DIGITS; digits++)
      {
        Example example = { g_array_index (numbers->bounds, gint32, i), digits };

        numbers->sorts[i * (MAX_DIGITS + 1) + digits] = find_sort (numbers, example);
      }
}

/**
 * ent_rule_numbers_fits:
 * @numbers: numbers
 * @sort: a sort
 * @range: a step that takes a range and was added
 *
 * Returns: whether numbers of the sort are in the range
 */
gboolean
ent_rule_numbers_fits (const EntRuleNumbers *numbers,
                       guint                 sort,
                       const EntProgramStep *range)
{
  return is_in_range (range, g_array_index (numbers->examples, Example, sort));
}

/**
 * ent_rule_numbers_find:
 * @numbers: numbers
 * @number: a number, not negative
 * @n_digits: how many digits it is written with
 *
 * Returns: its sort
 */
guint
ent_rule_numbers_find (const EntRuleNumbers *numbers,
                       gint32                number,
                       guint                 n_digits)
{
  const gint32 *bounds = (const gint32 *) (gconstpointer) numbers->bounds->data;
  guint low = 0;
  guint high = numbers->bounds->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (bounds[middle] <= number)
        low = middle;
      else
        high = middle;
    }
  return numbers->sorts[low * (MAX_DIGITS + 1) + MIN (n_digits, MAX_DIGITS)];
}
