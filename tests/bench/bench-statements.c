/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-statements.h"

#define N_SENTENCES 5
#define FIRST_YEAR 2009
#define N_YEARS 16

typedef struct
{
  const char *code;
  const char *name;
  const char *head;
  const char *minister;
} Government;

static const Government governments[] = {
  { "US", "the United States", "President Joe Biden", "Secretary of State Antony Blinken" },
  { "CN", "China", "President Xi Jinping", "Foreign Minister Wang Yi" },
  { "JP", "Japan", "Prime Minister Fumio Kishida", "Foreign Minister Yoko Kamikawa" },
  { "GB", "the United Kingdom", "Prime Minister Rishi Sunak", "Foreign Secretary David Cameron" },
  { "FR", "France", "President Emmanuel Macron", "Foreign Minister Catherine Colonna" },
  { "DE", "Germany", "Chancellor Olaf Scholz", "Foreign Minister Annalena Baerbock" },
  { "IN", "India", "Prime Minister Narendra Modi", "External Affairs Minister S. Jaishankar" },
};

static const char * const subjects[] = {
  "trade and tariffs", "export controls", "climate change", "Taiwan", "Ukraine", "artificial intelligence",
  "counternarcotics", "military communication", "the South China Sea", "the Korean Peninsula", "nuclear weapons",
  "human rights", "the Middle East", "students and exchanges", "Hong Kong", "sanctions",
};

static const char * const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
};

static const char * const cities[] = { "Geneva", "Vienna", "Bali", "San Francisco", "Tokyo", "Paris", "New Delhi" };

#define PICK(random, array) (array)[g_rand_int_range ((random), 0, (gint32) G_N_ELEMENTS (array))]

/* A sentence of a happening at some day of a year. */
static void
append_sentence (GString          *text,
                 GRand            *random,
                 const Government *one,
                 const Government *other,
                 int               year)
{
  const char *month = PICK (random, months);
  int day = g_rand_int_range (random, 1, 29);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      g_string_append_printf (text, "On %s %d, %d, %s spoke by phone with %s about %s and %s. ", month, day, year,
                              one->head, other->head, PICK (random, subjects), PICK (random, subjects));
      break;
    case 1:
      g_string_append_printf (text, "%s met with %s in %s on %s %d, %d and discussed %s. ", one->minister,
                              other->minister, PICK (random, cities), month, day, year, PICK (random, subjects));
      break;
    case 2:
      g_string_append_printf (text, "In %s %d %s visited %s. ", month, year, other->minister, one->name);
      break;
    case 3:
      g_string_append_printf (text, "The two sides agreed to set up a working group on %s by %s %d. ",
                              PICK (random, subjects), month, year + 1);
      break;
    default:
      g_string_append_printf (text, "On %s %d, %d, %s announced new measures on %s. ", month, day, year, other->name,
                              PICK (random, subjects));
    }
}

static void
append_statement (GString *lines,
                  GRand   *random,
                  guint    number)
{
  /* Half of all are of one relationship, as a reader's collection is. */
  gboolean main_pair = g_rand_boolean (random);
  const gint32 n = main_pair ? 2 : (gint32) G_N_ELEMENTS (governments);
  gint32 a = g_rand_int_range (random, 0, n);
  gint32 b = (a + g_rand_int_range (random, 1, n)) % n;
  int year = FIRST_YEAR + g_rand_int_range (random, 0, N_YEARS);
  int month = g_rand_int_range (random, 0, 12), day = g_rand_int_range (random, 1, 29);

  g_string_append_printf (lines, "{\"id\":\"s%u\",\"title\":\"Readout %u\",\"date\":\"%d-%02d-%02d\",\"issuer\":\"%s\","
                                 "\"text\":\"%s %d, %d. %s spoke today with %s on %s. ",
                          number, number, year, month + 1, day, governments[a].code, months[month], day, year,
                          governments[a].head, governments[b].head, PICK (random, subjects));
  for (guint i = 0; i < N_SENTENCES; i++)
    append_sentence (lines, random, &governments[a], &governments[b], year - g_rand_int_range (random, 0, 2));
  g_string_append (lines, "\"}\n");
}

void
bench_statements_write (const char *path,
                        guint       first,
                        guint       n,
                        guint32     seed)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed + first);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    append_statement (lines, random, first + i);
  if (!g_file_set_contents (path, lines->str, (gssize) lines->len, &error))
    g_error ("%s", error->message);
}
