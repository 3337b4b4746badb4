/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/date-register.h"
#include "parse/date-scan-private.h"

/* A dateline is among so many lines at either end of the text, and has so many tokens beside its date. */
#define HEAD_LINES 12
#define TAIL_LINES 6
#define MAX_PLACE 12
#define MAX_HEADING 40
/* So many tokens may stand before the day that a report begins with: "On the", "Late on". */
#define MAX_LEAD 3
/* The same for ideographs: who met, with all titles. */
#define MAX_CLAUSE 60
/* A page is dated so many days after what it reports at most. */
#define DAYS_TO_PAGE 3
/* Years that a statement's own may be told among. */
#define FIRST_YEAR 1500
#define LAST_YEAR 2200

static gboolean
is_full (const EntDateFind *find)
{
  const EntDateForm *form = &find->form;

  return form->fields[ENT_DATE_TYPE] <= ENT_TIMEX_TIME && ent_date_form_has (form, ENT_DATE_YEAR)
         && ent_date_form_has (form, ENT_DATE_MONTH) && ent_date_form_has (form, ENT_DATE_DAY)
         && !ent_date_form_has (form, ENT_DATE_TO_DAY) && !ent_date_form_has (form, ENT_DATE_BC)
         && !ent_date_form_has (form, ENT_DATE_SHIFT);
}

static gboolean
is_open (const EntDateFind *find)
{
  return find->window == ENT_DATE_WINDOW_SINCE || find->window == ENT_DATE_WINDOW_UNTIL || find->joined;
}

static gboolean
get_day_in (const EntDateFind *find,
            gint32             year,
            EntDay            *day)
{
  gint32 month = find->form.fields[ENT_DATE_MONTH];
  gint32 of_month = find->form.fields[ENT_DATE_DAY];

  if (month < 1 || month > 12 || of_month < 1 || of_month > 31
      || !ent_civil_date_is_valid (year, (guint) month, (guint) of_month))
    return FALSE;
  *day = ent_day_from_ymd (year, (guint) month, (guint) of_month);
  return TRUE;
}

static gboolean
begins_line (const EntTokens *tokens,
             guint32          token)
{
  return token == 0 || token >= tokens->n_tokens
         || tokens->tokens[token].flags & (ENT_TOKEN_NEW_LINE | ENT_TOKEN_PARAGRAPH);
}

/* A line that only goes on where the one above was broken is no dateline. */
static gboolean
begins_sentence (const EntTokens *tokens,
                 guint32          token)
{
  return token >= tokens->n_tokens
         || (begins_line (tokens, token) && tokens->tokens[token].flags & ENT_TOKEN_SENTENCE);
}

/* The line that a date stands in, as far as @limit tokens to either side. */
static void
find_line (const EntTokens   *tokens,
           const EntDateFind *find,
           guint32            limit,
           guint32           *first,
           guint32           *end)
{
  *first = find->first;
  *end = find->end;
  while (!begins_line (tokens, *first) && find->first - *first <= limit)
    (*first)--;
  while (!begins_line (tokens, *end) && *end - find->end <= limit)
    (*end)++;
}

/* Names, marks and numbers may stand before the date of a dateline: "(Beijing, ". */
static gboolean
is_place (const EntTokens *tokens,
          guint32          first,
          guint32          end)
{
  for (guint32 at = first; at < end; at++)
    {
      const EntToken *token = &tokens->tokens[at];

      if (token->kind == ENT_TOKEN_WORD && !(token->flags & ENT_TOKEN_CAPITAL))
        return FALSE;
      if (token->kind == ENT_TOKEN_NUMBER)
        return FALSE;
    }
  return end - first <= MAX_PLACE;
}

static gboolean
has_stop (const EntTokens *tokens,
          guint32          token)
{
  const EntToken *t = &tokens->tokens[token];
  gsize length = t->end - t->start;
  const char *text = tokens->text + t->start;

  return t->kind == ENT_TOKEN_PUNCT
         && ((length == 1 && strchr (".,;:?!", *text) != NULL) || (length == 3 && memcmp (text, "。", 3) == 0)
             || (length == 3 && memcmp (text, "，", 3) == 0));
}

static gboolean
is_dash_or_bracket (const EntTokens *tokens,
                    guint32          token)
{
  const EntToken *t = &tokens->tokens[token];
  gsize length = t->end - t->start;
  const char *text = tokens->text + t->start;

  if (t->kind != ENT_TOKEN_PUNCT)
    return FALSE;
  return length == 1 ? strchr ("-()[]_", *text) != NULL
                     : memcmp (text, "—", MIN (length, 3)) == 0 || memcmp (text, "–", MIN (length, 3)) == 0
                         || memcmp (text, "）", MIN (length, 3)) == 0 || memcmp (text, "（", MIN (length, 3)) == 0;
}

/* "Ottawa, 27 February 1950", "(Beijing, April 2, 2024)", "Washington, January 13, 1955—9 p.m.", a line that holds
 * nothing but a date; and "BEIJING, April 2, 2024 (Agency) – text". */
static gboolean
is_dateline (const EntTokens   *tokens,
             const EntDateFind *find)
{
  guint32 first, end;

  find_line (tokens, find, MAX_PLACE + 1, &first, &end);
  if (!begins_sentence (tokens, first) || !is_place (tokens, first, find->first))
    return FALSE;
  if (begins_sentence (tokens, end) && is_place (tokens, find->end, end)
      && (end == find->end || !has_stop (tokens, end - 1) || end == find->end + 1))
    return TRUE;
  return find->end < tokens->n_tokens && is_dash_or_bracket (tokens, find->end);
}

/* A heading that tells the date: a line of its own that does not end as a sentence. */
static gboolean
is_heading (const EntTokens   *tokens,
            const EntDateFind *find)
{
  guint32 first, end;

  find_line (tokens, find, MAX_HEADING, &first, &end);
  return begins_sentence (tokens, first) && begins_sentence (tokens, end) && end - first <= MAX_HEADING
         && !has_stop (tokens, end - 1);
}

/* Walks on from the tokens counted last, so that all finds together cost one pass over the tokens. */
static guint
count_lines (const EntTokens *tokens,
             guint32         *at,
             guint32          to,
             guint            lines)
{
  for (; *at < to; (*at)++)
    lines += *at > 0 && begins_line (tokens, *at);
  return lines;
}

static gboolean
find_dateline (const EntTokens *tokens,
               const GArray    *finds,
               EntDay          *day)
{
  guint32 counted = 0;
  guint32 at = 0;
  guint n_lines = count_lines (tokens, &counted, (guint32) tokens->n_tokens, 1);
  guint line = 0;
  gboolean in_heading = FALSE;

  for (guint i = 0; i < finds->len; i++)
    {
      const EntDateFind *find = &g_array_index (finds, EntDateFind, i);
      EntDay told;

      line = count_lines (tokens, &at, find->first + 1, line);
      if ((line >= HEAD_LINES && line + TAIL_LINES < n_lines) || !is_full (find) || is_open (find)
          || !get_day_in (find, find->form.fields[ENT_DATE_YEAR], &told))
        continue;
      if (is_dateline (tokens, find))
        {
          *day = told;
          return TRUE;
        }
      if (!in_heading && line < 3 && is_heading (tokens, find))
        {
          *day = told;
          in_heading = TRUE;
        }
    }
  return in_heading;
}

static gboolean
is_mark (const EntTokens *tokens,
         guint32          token,
         const char      *mark)
{
  const EntToken *t = &tokens->tokens[token];

  return t->kind == ENT_TOKEN_PUNCT && t->end - t->start == strlen (mark)
         && memcmp (tokens->text + t->start, mark, strlen (mark)) == 0;
}

/* Chinese tells who before when, in one clause: 国务委员、外交部长4月2日晚会见…. */
static gboolean
is_in_first_clause (const EntTokens   *tokens,
                    const EntSentence *sentence,
                    const EntDateFind *find)
{
  if (find->first == sentence->first || find->first - sentence->first > MAX_CLAUSE
      || (tokens->tokens[find->first - 1].kind != ENT_TOKEN_CJK && !is_mark (tokens, find->first - 1, "：")))
    return FALSE;
  for (guint32 at = sentence->first; at < find->first; at++)
    if (is_mark (tokens, at, "，") || is_mark (tokens, at, "；"))
      return FALSE;
  return TRUE;
}

/* A report begins with its day, or ends its first sentence with it; between, a date is as often that of something
 * else. */
static gboolean
stands_out (const EntTokens   *tokens,
            const EntSentence *sentence,
            const EntDateFind *find)
{
  return find->first - sentence->first <= MAX_LEAD || is_in_first_clause (tokens, sentence, find)
         || (find->end + 1 == sentence->end && has_stop (tokens, find->end) && find->hold == ENT_DATE_HOLD_NEAR);
}

static gboolean
tells_plain_day (const EntDateFind *find)
{
  return ent_date_form_has (&find->form, ENT_DATE_MONTH) && ent_date_form_has (&find->form, ENT_DATE_DAY)
         && !ent_date_form_has (&find->form, ENT_DATE_TOWARD) && !ent_date_form_has (&find->form, ENT_DATE_SHIFT)
         && !ent_date_form_has (&find->form, ENT_DATE_TO_DAY) && !is_open (find)
         && find->tense != ENT_TENSE_FUTURE && find->form.fields[ENT_DATE_TYPE] <= ENT_TIMEX_TIME;
}

/* The first sentence that is no heading or furniture. */
static guint32
find_first_sentence (const EntTokens *tokens)
{
  guint32 number = 0;

  for (; number < tokens->n_sentences; number++)
    {
      const EntSentence *sentence = &tokens->sentences[number];

      if (!(tokens->tokens[sentence->first].flags & ENT_TOKEN_FURNITURE) && has_stop (tokens, sentence->end - 1))
        break;
    }
  return number;
}

/* The day of what the text reports: told in its first sentence, not as something to come. */
static const EntDateFind *
find_reported_day (const EntTokens *tokens,
                   const GArray    *finds)
{
  guint32 first = find_first_sentence (tokens);

  for (guint i = 0; i < finds->len; i++)
    {
      const EntDateFind *find = &g_array_index (finds, EntDateFind, i);

      if (find->sentence > first)
        break;
      if (find->sentence == first && tells_plain_day (find)
          && stands_out (tokens, &tokens->sentences[first], find))
        return find;
    }
  return NULL;
}

/**
 * Years:
 * @now: the earliest year told as one that is now or to come; 0 where there is none
 * @told: the latest day told as past
 *
 * What a text says of the year it is written in, without a full date of its own.
 */
typedef struct
{
  gint32 now;
  EntDay told;
} Years;

static void
weigh_year (const EntDateFind *find,
            Years             *years)
{
  gint32 year = find->form.fields[ENT_DATE_YEAR];
  EntDay day;

  if (year < FIRST_YEAR || year > LAST_YEAR || is_open (find) || ent_date_form_has (&find->form, ENT_DATE_TO_YEAR)
      || ent_date_form_has (&find->form, ENT_DATE_BC))
    return;
  if (find->tense != ENT_TENSE_PAST)
    {
      if (!ent_date_form_has (&find->form, ENT_DATE_MONTH) && (years->now == 0 || year < years->now))
        years->now = year;
      return;
    }
  if (!is_full (find) || !get_day_in (find, year, &day))
    day = ent_day_from_ymd (year, 1, 1);
  years->told = MAX (years->told, day);
}

/* "On April 2 …" and "in 2024 …": the year that is now, unless something told as past came after that day. */
static gboolean
find_year_for (const GArray      *finds,
               const EntDateFind *reported,
               EntDay            *day)
{
  Years years = { .told = ENT_DAY_OPEN_START };

  for (guint i = 0; i < finds->len; i++)
    {
      const EntDateFind *find = &g_array_index (finds, EntDateFind, i);

      if (find->form.fields[ENT_DATE_TYPE] == ENT_TIMEX_DATE && ent_date_form_has (&find->form, ENT_DATE_YEAR))
        weigh_year (find, &years);
    }
  return years.now != 0 && get_day_in (reported, years.now, day) && *day >= years.told;
}

static gint32
read_digits (const char *at,
             guint       n)
{
  gint32 number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (at[i]))
        return -1;
      number = number * 10 + at[i] - '0';
    }
  return g_ascii_isdigit (at[n]) ? -1 : number;
}

/* "/2024/04/02/" and "/t20240402_" in an address. @at is followed by eleven bytes of text at least. */
static gboolean
read_day_of_address (const char *at,
                     EntDay     *day)
{
  gint32 year = -1, month = -1, of_month = -1;

  if (at[0] == '/' && at[5] == '/' && at[8] == '/')
    {
      year = read_digits (at + 1, 4);
      month = read_digits (at + 6, 2);
      of_month = read_digits (at + 9, 2);
    }
  else if (at[0] == '/' && at[1] == 't' && at[10] == '_')
    {
      gint32 digits = read_digits (at + 2, 8);

      year = digits / 10000;
      month = digits / 100 % 100;
      of_month = digits % 100;
    }
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || of_month < 1
      || !ent_civil_date_is_valid (year, (guint) month, (guint) of_month))
    return FALSE;
  *day = ent_day_from_ymd (year, (guint) month, (guint) of_month);
  return TRUE;
}

/* The address of the page, where the text gives it, tells its day, if that is the reported one or soon after. */
static gboolean
find_day_of_page (const EntTokens   *tokens,
                  const EntDateFind *reported,
                  EntDay            *page)
{
  const char *text = tokens->text;
  gsize last = tokens->length < 13 ? 0 : tokens->length - 13;

  for (gsize at = 0; at < last; at++)
    {
      EntDay day;

      if (text[at] != '/' || !read_day_of_address (text + at, page))
        continue;
      if (get_day_in (reported, ent_civil_date_from_day (*page).year, &day) && *page >= day
          && *page - day <= DAYS_TO_PAGE)
        return TRUE;
    }
  return FALSE;
}

/* The day of what the text reports: where that tells no year, the page's address does, or what else the text says. */
static gboolean
find_day_told (const EntTokens *tokens,
               const GArray    *finds,
               EntDay          *day)
{
  const EntDateFind *reported = find_reported_day (tokens, finds);

  if (reported == NULL)
    return FALSE;
  if (is_full (reported))
    return get_day_in (reported, reported->form.fields[ENT_DATE_YEAR], day);
  return find_day_of_page (tokens, reported, day) || find_year_for (finds, reported, day);
}

/**
 * ent_date_scanner_infer:
 * @scanner: a scanner
 * @chart: scratch
 * @tokens: the text
 * @date: (out): its date
 * @dateline: (out): whether a dateline or heading tells it; else it follows from all that the text says
 *
 * Finds the statement's own date. A year that nothing tells is never guessed.
 *
 * Returns: whether the text tells its date
 */
gboolean
ent_date_scanner_infer (const EntDateScanner *scanner,
                        EntChart             *chart,
                        const EntTokens      *tokens,
                        EntEdtf              *date,
                        gboolean             *dateline)
{
  g_autoptr (GArray) finds = NULL;
  EntDay day;

  g_return_val_if_fail (scanner != NULL && chart != NULL && tokens != NULL && date != NULL && dateline != NULL,
                        FALSE);

  finds = g_array_new (FALSE, FALSE, sizeof (EntDateFind));
  ent_date_scanner_find (scanner, chart, tokens, finds);
  ent_date_finds_drop_history (finds);
  *dateline = find_dateline (tokens, finds, &day);
  if (!*dateline && !find_day_told (tokens, finds, &day))
    return FALSE;
  *date = ent_edtf_day (day);
  return TRUE;
}
