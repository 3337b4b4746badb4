/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-date.h"

#include <string.h>

#include "base/civil-date.h"

/* Before the world wide web no page was dated; what looks like an older year is a number. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100
/* As far before a date as it is looked for what it is of, in bytes. */
#define MAX_CHANGE_WORDS 24

/* A whole number of @least to @most digits at @at, or -1. */
static gint
read_number (const char **at,
             const char  *end,
             guint        least,
             guint        most)
{
  gint value = 0;
  guint n = 0;

  for (; *at < end && n < most && g_ascii_isdigit (**at); (*at)++, n++)
    value = value * 10 + (**at - '0');
  return n >= least && (*at == end || !g_ascii_isdigit (**at)) ? value : -1;
}

/* Passes over one of the signs that part year, month and day: - / . or 年 月. */
static gboolean
skip_sign (const char **at,
           const char  *end,
           const char  *ideograph)
{
  gsize length = strlen (ideograph);

  if (*at < end && strchr ("-/.", **at) != NULL)
    {
      (*at)++;
      return TRUE;
    }
  if ((gsize) (end - *at) >= length && memcmp (*at, ideograph, length) == 0)
    {
      *at += length;
      return TRUE;
    }
  return FALSE;
}

static char *
print_date (gint year,
            gint month,
            gint day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || day < 1
      || !ent_civil_date_is_valid (year, (guint) month, (guint) day))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* A date in numbers that begins at @at: the year first, or, between full stops, the day. */
static char *
read_date (const char *at,
           const char *end)
{
  const char *start = at;
  gint first = read_number (&at, end, 4, 4), month, day;

  if (first >= 0 && skip_sign (&at, end, "年"))
    {
      month = read_number (&at, end, 1, 2);
      day = month > 0 && skip_sign (&at, end, "月") ? read_number (&at, end, 1, 2) : -1;
      return print_date (first, month, day);
    }
  at = start;
  day = read_number (&at, end, 1, 2);
  if (day < 0 || at == end || *at++ != '.')
    return NULL;
  month = read_number (&at, end, 1, 2);
  if (month < 0 || at == end || *at++ != '.')
    return NULL;
  return print_date (read_number (&at, end, 4, 4), month, day);
}

/* The month whose English name, short or long, begins at @at; 0 for none. */
static gint
read_month (const char **at,
            const char  *end)
{
  static const char * const names[] = { "January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December" };
  gsize length = 0;

  while (*at + length < end && g_ascii_isalpha ((*at)[length]))
    length++;
  for (gint i = 0; length >= 3 && i < (gint) G_N_ELEMENTS (names); i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (*at, names[i], length) == 0
        && (length == 3 || length == strlen (names[i]) || (length == 4 && i == 8)))
      {
        *at += length;
        return i + 1;
      }
  return 0;
}

/* What may stand between the parts of a date in words: "31st of Jan. 2023", "31-Jan.-2023". */
static void
skip_between (const char **at,
              const char  *end)
{
  static const char * const words[] = { "st", "nd", "rd", "th", "of" };

  for (gboolean more = TRUE; more;)
    {
      more = FALSE;
      for (; *at < end && strchr (" \t\n,.-", **at) != NULL; (*at)++)
        continue;
      for (gsize i = 0; !more && i < G_N_ELEMENTS (words); i++)
        if (end - *at > 2 && g_ascii_strncasecmp (*at, words[i], 2) == 0 && !g_ascii_isalpha ((*at)[2]))
          {
            *at += 2;
            more = TRUE;
          }
    }
}

/* A number of a date in words, which ends where no further letter or figure follows but that of an ordinal. */
static gint
read_part (const char **at,
           const char  *end,
           guint        least,
           guint        most)
{
  gint number = read_number (at, end, least, most);

  skip_between (at, end);
  return number;
}

/* A date in English words that begins at @at: "April 2, 2024", "2 April 2024", "02 Apr. 2024". */
static char *
read_named_date (const char *at,
                 const char *end)
{
  gint month, day;

  if (g_ascii_isdigit (*at))
    {
      day = read_part (&at, end, 1, 2);
      month = day > 0 ? read_month (&at, end) : 0;
    }
  else
    {
      month = read_month (&at, end);
      skip_between (&at, end);
      day = month > 0 ? read_part (&at, end, 1, 2) : -1;
    }
  if (month == 0 || day < 1)
    return NULL;
  skip_between (&at, end);
  return print_date (read_number (&at, end, 4, 4), month, day);
}

/* Whether a page says right before a date that it is that of a change. */
static gboolean
is_of_change (const char *text,
              const char *at)
{
  static const char * const words[] = { "updated", "modified", "reviewed", "更新" };
  g_autofree char *before = g_ascii_strdown (MAX (text, at - MAX_CHANGE_WORDS), MIN (at - text, MAX_CHANGE_WORDS));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strrstr (before, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * ent_page_date_find:
 * @text: any text
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the first day that it tells: 2024-04-02, 2024/4/2, 2024年4月2日, 02.04.2024,
 *   April 2, 2024, 2 Apr. 2024; none of which it says that something was changed on it
 */
char *
ent_page_date_find (const char *text,
                    gsize       length)
{
  const char *end = text + length;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  for (const char *at = text; at < end; at++)
    {
      g_autofree char *date = NULL;

      if (!g_ascii_isalnum (*at) || (at > text && g_ascii_isalnum (at[-1])))
        continue;
      if (g_ascii_isdigit (*at))
        date = read_date (at, end);
      if (date == NULL)
        date = read_named_date (at, end);
      if (date != NULL && !is_of_change (text, at))
        return g_steal_pointer (&date);
    }
  return NULL;
}

/**
 * ent_page_date_find_last:
 * @text: any text, NUL-terminated
 *
 * Returns: (transfer full) (nullable): the last day that it tells in English words: "Tue Apr 02 2024"
 */
char *
ent_page_date_find_last (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + strlen (text);
  for (const char *at = end; at > text; at--)
    {
      char *date = NULL;

      if (g_ascii_isalpha (at[-1]) && (at - 1 == text || !g_ascii_isalnum (at[-2])))
        date = read_named_date (at - 1, end);
      if (date != NULL)
        return date;
    }
  return NULL;
}

/**
 * ent_page_date_find_in_address:
 * @address: where a page stands
 *
 * Sites that keep their pages by day tell it there: `/2024/04/02/`, `/2024-04/02/`, `/20240402/`, `/t20240402_1.html`.
 *
 * Returns: (transfer full) (nullable): the day that its path tells, whole
 */
char *
ent_page_date_find_in_address (const char *address)
{
  const char *end = address + strlen (address);
  const char *path = strstr (address, "://");

  for (const char *at = path != NULL ? strchr (path + 3, '/') : NULL; at != NULL; at = strchr (at + 1, '/'))
    {
      const char *part = at + 1 + (at[1] == 't');
      gint year = read_number (&part, MIN (end, part + 4), 4, 4);
      gboolean parted = part < end && skip_sign (&part, end, "/");
      gint month = read_number (&part, MIN (end, part + 2), parted ? 1 : 2, 2);
      gboolean told = !parted || skip_sign (&part, end, "/");
      gint day = told ? read_number (&part, MIN (end, part + 2), parted ? 1 : 2, 2) : -1;
      char *date = year > 0 && (*part == 0 || strchr ("/_-.", *part) != NULL) ? print_date (year, month, day) : NULL;

      if (date != NULL)
        return date;
    }
  return NULL;
}
