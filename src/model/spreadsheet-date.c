/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreadsheets write dates their own way when they keep a table: 2024-04-02 becomes 4/2/2024, and 2023-11 Nov-23. */
#include "model/spreadsheet-date.h"

#include <string.h>

#include "base/edtf.h"

#define SEPARATORS "/.- ,"
#define MOST_PARTS 3

/* One part of a date: a number, or a month that is named. */
typedef struct
{
  guint number;
  gsize n_digits; /* 0 for a named month */
} Part;

static gboolean
read_part (const char *word,
           Part       *part)
{
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *name = NULL;
  const char *found;

  part->n_digits = strspn (word, "0123456789");
  if (word[part->n_digits] == '\0' && part->n_digits > 0 && part->n_digits <= 4)
    {
      part->number = (guint) g_ascii_strtoull (word, NULL, 10);
      return TRUE;
    }
  name = g_ascii_strdown (word, 3);
  found = strlen (name) == 3 ? strstr (months, name) : NULL;
  if (found == NULL || (found - months) % 3 != 0)
    return FALSE;
  *part = (Part) { (guint) (found - months) / 3 + 1, 0 };
  return TRUE;
}

static void
add_reading (GPtrArray  *readings,
             guint       year,
             guint       month,
             const Part *day)
{
  g_autofree char *text = day != NULL ? g_strdup_printf ("%04u-%02u-%02u", year, month, day->number)
                                      : g_strdup_printf ("%04u-%02u", year, month);
  EntEdtf date;

  if (day != NULL && day->n_digits == 0)
    return;
  if (ent_edtf_parse (text, strlen (text), &date, NULL)
      && !g_ptr_array_find_with_equal_func (readings, text, g_str_equal, NULL))
    g_ptr_array_add (readings, g_steal_pointer (&text));
}

/* Two digits of a year are of this century or of the last one. */
static void
add_readings (GPtrArray  *readings,
              const Part *year,
              const Part *month,
              const Part *day)
{
  if (year->n_digits == 4)
    add_reading (readings, year->number, month->number, day);
  else if (year->n_digits == 2)
    {
      add_reading (readings, 2000 + year->number, month->number, day);
      add_reading (readings, 1900 + year->number, month->number, day);
    }
}

/**
 * ent_spreadsheet_date_list:
 * @cell: a table's cell
 *
 * Returns: (transfer full) (element-type utf8): the EDTF dates that it can mean, as spreadsheets show them in English;
 *   none if it is no such date, several where day and month, or the century, cannot be told apart
 */
GPtrArray *
ent_spreadsheet_date_list (const char *cell)
{
  g_auto (GStrv) words = g_strsplit_set (cell, SEPARATORS, -1);
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);
  Part parts[MOST_PARTS];
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (n == MOST_PARTS || !read_part (words[i], &parts[n++]))
        return readings;
    }
  if (n == 2 && (parts[0].n_digits == 0 || parts[1].n_digits == 4))
    add_readings (readings, &parts[1], &parts[0], NULL);
  else if (n == 3 && parts[0].n_digits == 4)
    add_readings (readings, &parts[0], &parts[1], &parts[2]);
  else if (n == 3)
    {
      if (parts[1].n_digits != 0)
        add_readings (readings, &parts[2], &parts[0], &parts[1]);
      if (parts[0].n_digits != 0)
        add_readings (readings, &parts[2], &parts[1], &parts[0]);
    }
  return readings;
}
