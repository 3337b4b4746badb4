/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-list.h"

#include <string.h>

/* So many days follow at most: a month has no more. */
#define MAX_DAYS 31

/* A day, or the days from one to another, of a list. */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 dash; /* the token between the two; 0 where there is one */
  gint32 day;
  gint32 to;
} Item;

static gboolean
is_dash (const EntTokens *tokens,
         guint32          at)
{
  const EntToken *token = &tokens->tokens[at];

  return ent_tokens_is_mark (tokens, at, "-")
         || (token->kind == ENT_TOKEN_PUNCT && token->end - token->start == 3
             && memcmp (tokens->text + token->start, "\xe2\x80\x93", 3) == 0);
}

static gboolean
is_day (const EntTokens *tokens,
        guint32          at,
        guint32          end,
        gint32           after)
{
  const EntToken *token = &tokens->tokens[at];

  return at < end && token->kind == ENT_TOKEN_NUMBER && token->n_digits <= 2 && token->number > after
         && token->number <= MAX_DAYS;
}

/* The token behind what joins the days of a list at @at, or @at where nothing does; whether that is a word. */
static guint32
skip_join (const EntDateLists *lists,
           const EntChart     *chart,
           guint32             at,
           guint32             end)
{
  const EntEdge *edge;
  const char *name;
  guint32 next = at;

  if (next < end && ent_tokens_is_mark (chart->tokens, next, ",;"))
    next++;
  edge = next < end && lists->join != 0 ? ent_chart_find (chart, next, lists->join) : NULL;
  if (edge == NULL)
    return next;
  name = ent_rule_set_get_value (lists->rules, lists->join, edge->value);
  return g_strcmp0 (name, "and") == 0 || g_strcmp0 (name, "list") == 0 ? edge->end : next;
}

static gboolean
read_item (const EntTokens *tokens,
           guint32          at,
           guint32          end,
           gint32           after,
           Item            *item)
{
  if (!is_day (tokens, at, end, after) || tokens->tokens[at].flags & ENT_TOKEN_GLUED)
    return FALSE;
  *item = (Item) { .first = at, .end = at + 1, .day = tokens->tokens[at].number };
  item->to = item->day;
  if (at + 2 < end && is_dash (tokens, at + 1) && is_day (tokens, at + 2, end, item->day))
    {
      item->dash = at + 1;
      item->end = at + 3;
      item->to = tokens->tokens[at + 2].number;
    }
  return TRUE;
}

/* The year behind a list, "… and 9, 2013": the token after it, or @at. */
static guint32
skip_year (const EntTokens *tokens,
           guint32          at,
           guint32          end,
           gint32          *year)
{
  guint32 next = at < end && ent_tokens_is_mark (tokens, at, ",") ? at + 1 : at;

  if (next >= end || tokens->tokens[next].kind != ENT_TOKEN_NUMBER || tokens->tokens[next].n_digits != 4)
    return at;
  *year = tokens->tokens[next].number;
  return next + 1;
}

/* Whether a list may end at @at: what is counted stands behind a number ("May 3, 12 people"), and so do signs. */
static gboolean
is_closed (const EntDateLists *lists,
           const EntChart     *chart,
           guint32             at,
           guint32             end)
{
  const EntTokens *tokens = chart->tokens;

  if (at >= end)
    return TRUE;
  if (tokens->tokens[at].kind != ENT_TOKEN_PUNCT)
    {
      const EntEdge *edge = lists->before_month != 0 ? ent_chart_find (chart, at, lists->before_month) : NULL;

      return edge != NULL
             && g_strcmp0 (ent_rule_set_get_value (lists->rules, lists->before_month, edge->value), "none") != 0;
    }
  return ent_tokens_is_mark (tokens, at, ".,;:)(")
         && (at + 1 >= end || tokens->tokens[at + 1].kind != ENT_TOKEN_NUMBER
             || !(tokens->tokens[at + 1].flags & ENT_TOKEN_GLUED));
}

static gboolean
opens_list (const EntDateFind *find)
{
  const EntDateForm *form = &find->form;

  return ent_date_form_has (form, ENT_DATE_MONTH) && ent_date_form_has (form, ENT_DATE_DAY)
         && form->fields[ENT_DATE_TYPE] == ENT_TIMEX_DATE && !ent_date_form_has (form, ENT_DATE_YEAR)
         && !ent_date_form_has (form, ENT_DATE_TO_MONTH) && !ent_date_form_has (form, ENT_DATE_SHIFT)
         && !ent_date_form_has (form, ENT_DATE_NTH) && !ent_date_form_has (form, ENT_DATE_REGISTER);
}

static void
append_item (GArray            *finds,
             const EntDateFind *opener,
             const Item        *item)
{
  EntDateFind find = *opener;

  find.first = item->first;
  find.end = item->end;
  find.split_first = item->dash;
  find.split_end = item->dash != 0 ? item->dash + 1 : 0;
  find.form.fields[ENT_DATE_WEEKDAY] = ENT_DATE_NO_FIELD;
  find.form.fields[ENT_DATE_DAY] = item->day;
  find.form.fields[ENT_DATE_TO_DAY] = item->dash != 0 ? item->to : ENT_DATE_NO_FIELD;
  g_array_append_val (finds, find);
}

/**
 * ent_date_lists_follow:
 * @lists: how the language lists days
 * @chart: the text with the language's terms
 * @sentence_end: the token after the sentence of the last find
 * @finds: (element-type EntDateFind): the expressions found so far, at least one
 *
 * Where the last of @finds is a day of a month that a list begins with ("May 3, 5 and 9", "May 2-3, 9-10"), appends the
 * days that follow. A year behind them is that of all.
 *
 * Returns: the token after the list, or after the last find
 */
guint32
ent_date_lists_follow (const EntDateLists *lists,
                       const EntChart     *chart,
                       guint32             sentence_end,
                       GArray             *finds)
{
  guint opener = finds->len - 1;
  EntDateFind find = g_array_index (finds, EntDateFind, opener);
  gint32 year = ENT_DATE_NO_FIELD;
  gint32 after;
  guint32 at = find.end;
  guint32 next;
  Item item;

  if (!opens_list (&find))
    return at;
  after = ent_date_form_get (&find.form, ENT_DATE_TO_DAY, find.form.fields[ENT_DATE_DAY]);
  while ((next = skip_join (lists, chart, at, sentence_end)) != at
         && read_item (chart->tokens, next, sentence_end, after, &item))
    {
      append_item (finds, &find, &item);
      after = item.to;
      at = item.end;
    }
  if (finds->len == opener + 1)
    return at;
  next = skip_year (chart->tokens, at, sentence_end, &year);
  if (next == at && !is_closed (lists, chart, at, sentence_end))
    {
      g_array_set_size (finds, opener + 1);
      return find.end;
    }
  g_array_index (finds, EntDateFind, finds->len - 1).end = next;
  for (guint i = opener; i < finds->len; i++)
    g_array_index (finds, EntDateFind, i).form.fields[ENT_DATE_YEAR] = year;
  return next;
}
