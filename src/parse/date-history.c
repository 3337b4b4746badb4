/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/date-history.h"

#include "parse/date-place.h"

/* A history tells at least so many years that are over. */
#define MIN_YEARS 5
/* And so many of them for each expression that counts from the statement's own date. */
#define YEARS_A_DEICTIC 4

/* So many years told after one say whether the text goes on from there; and more after one that is this far off. */
#define YEARS_AHEAD 2
#define YEARS_AHEAD_FAR 4
#define FAR_OFF 20

/* "Yesterday", "last week", "on Monday": what only a reader who knows the statement's date understands. */
static gboolean
is_deictic (const EntDateForm *form)
{
  if (form->fields[ENT_DATE_TYPE] > ENT_TIMEX_TIME || ent_date_form_has (form, ENT_DATE_REF)
      || ent_date_form_has (form, ENT_DATE_REGISTER))
    return FALSE;
  if (ent_date_form_has (form, ENT_DATE_SHIFT) || ent_date_form_has (form, ENT_DATE_TOWARD))
    return ent_date_form_get (form, ENT_DATE_ANCHOR, ENT_DATE_ANCHOR_ISSUE) == ENT_DATE_ANCHOR_ISSUE;
  return ent_date_form_has (form, ENT_DATE_WEEKDAY) && !ent_date_form_has (form, ENT_DATE_DAY);
}

static gboolean
is_over (const EntDateForm *form,
         gint32             now)
{
  return ent_date_form_has (form, ENT_DATE_BC) || form->fields[ENT_DATE_YEAR] < now;
}

/**
 * ent_date_finds_tell_history:
 * @finds: (element-type EntDateFind): the expressions of a text
 * @anchor: the statement's date; none when it is not known
 *
 * Weighs whether a text tells history rather than news: then its dates follow each other, "in June" is of the year told
 * last, and "the next day" of the day told last. A history names its years, nearly all of them past ones, and hardly
 * says "yesterday" or "on Monday". A text whose own date is not known has nothing else to count from.
 *
 * Returns: whether it tells history
 */
gboolean
ent_date_finds_tell_history (const GArray *finds,
                             EntEdtf       anchor)
{
  guint n_years = 0;
  guint n_over = 0;
  guint n_deictic = 0;

  if (ent_edtf_is_none (anchor))
    return TRUE;
  for (guint i = 0; i < finds->len; i++)
    {
      const EntDateForm *form = &g_array_index (finds, EntDateFind, i).form;

      n_deictic += is_deictic (form);
      if (!ent_date_form_has (form, ENT_DATE_YEAR))
        continue;
      n_years++;
      n_over += is_over (form, anchor.start.year);
    }
  return n_over >= MIN_YEARS && n_over * 3 >= n_years * 2 && n_over >= n_deictic * YEARS_A_DEICTIC;
}

static gboolean
tells_year (const EntDateFind *find)
{
  return find->form.fields[ENT_DATE_TYPE] <= ENT_TIMEX_TIME && ent_date_form_has (&find->form, ENT_DATE_YEAR);
}

static gint32
get_year (const EntDateFind *find)
{
  gint32 year = find->form.fields[ENT_DATE_YEAR];

  return ent_date_form_has (&find->form, ENT_DATE_BC) ? 1 - year : year;
}

/* The first of @finds from @at on that tells its year, or their end. */
static guint
find_told_year (const GArray *finds,
                guint         at)
{
  while (at < finds->len && !tells_year (&g_array_index (finds, EntDateFind, at)))
    at++;
  return at;
}

/* Whether one of the next years told is much closer to @before than @year is. */
static gboolean
goes_on (const GArray *finds,
         guint         at,
         gint32        before,
         gint32        year)
{
  guint n_ahead = ABS (year - before) < FAR_OFF ? YEARS_AHEAD : YEARS_AHEAD_FAR;

  for (guint i = 0; i < n_ahead; i++)
    {
      gint32 after;

      at = find_told_year (finds, at + 1);
      if (at == finds->len)
        return FALSE;
      after = get_year (&g_array_index (finds, EntDateFind, at));
      if (ABS (after - before) * 2 < ABS (year - before))
        return TRUE;
    }
  return FALSE;
}

static void
mark_asides (GArray *finds)
{
  gint32 before = 0;
  gboolean any = FALSE;

  for (guint at = find_told_year (finds, 0); at < finds->len; at = find_told_year (finds, at + 1))
    {
      EntDateFind *find = &g_array_index (finds, EntDateFind, at);
      gint32 year = get_year (find);

      find->aside = any && year != before && goes_on (finds, at, before, year);
      if (!find->aside)
        before = year;
      any = TRUE;
    }
}

/* Tells each expression of the next date that has a year and is no aside. */
static void
look_ahead (GArray *finds)
{
  static const EntDateReference nothing = { 0 };
  EntDateValue ahead = { 0 };

  for (guint i = finds->len; i-- > 0;)
    {
      EntDateFind *find = &g_array_index (finds, EntDateFind, i);
      gboolean relative, ambiguous;

      find->ahead = ahead;
      if (tells_year (find) && !find->aside)
        ahead = ent_date_place_find (&find->form, &nothing, &relative, &ambiguous);
    }
}

/* A sentence that begins a line begins a paragraph, with or without an empty line before it. */
static void
count_paragraphs (GArray          *finds,
                  const EntTokens *tokens)
{
  guint32 sentence = 0;
  guint32 paragraph = 0;

  for (guint i = 0; i < finds->len; i++)
    {
      EntDateFind *find = &g_array_index (finds, EntDateFind, i);

      for (; sentence <= find->sentence; sentence++)
        if (tokens->tokens[tokens->sentences[sentence].first].flags & (ENT_TOKEN_NEW_LINE | ENT_TOKEN_PARAGRAPH))
          paragraph++;
      find->paragraph = paragraph;
    }
}

/**
 * ent_date_finds_follow_history:
 * @finds: (element-type EntDateFind): the expressions of a history
 * @tokens: its text
 *
 * Finds out what only a look ahead can tell: for each expression the next date that has a year, and the years that the
 * history only glances at: unlike the one told before, to which it then returns ("1975 … a campaign planned for 1976 …
 * 1975"). What is told in part behind those is of the story's own year.
 */
void
ent_date_finds_follow_history (GArray          *finds,
                               const EntTokens *tokens)
{
  count_paragraphs (finds, tokens);
  mark_asides (finds);
  look_ahead (finds);
}
