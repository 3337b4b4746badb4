/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/edtf.h"
#include "fuzz-target.h"

/* What is printed is the same date when it is read again, and is printed the same way. */
static void
check_round_trip (EntEdtf edtf)
{
  g_autofree char *text = ent_edtf_to_string (edtf);
  g_autofree char *printed = NULL;
  g_autofree char *words = ent_edtf_to_words (edtf, NULL);
  g_autoptr (GError) error = NULL;
  EntEdtf again;

  ent_edtf_parse (text, strlen (text), &again, &error);
  g_assert_no_error (error);
  g_assert_true (ent_edtf_equal (edtf, again));
  printed = ent_edtf_to_string (again);
  g_assert_cmpstr (printed, ==, text);
  g_assert_true (words != NULL && g_utf8_validate (words, -1, NULL));
}

static void
check_span (EntEdtf edtf)
{
  g_assert_cmpint (ent_edtf_earliest (edtf), <=, ent_edtf_latest (edtf));
  g_assert_true (ent_edtf_overlaps (edtf, edtf));
}

/* The text's first line is a date, and its second another. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = size > 0 ? (const char *) data : "";
  const char *newline = size > 0 ? memchr (text, '\n', size) : NULL;
  gsize length = newline != NULL ? (gsize) (newline - text) : size;
  g_autoptr (GError) error = NULL;
  EntEdtf a;
  EntEdtf b;

  if (!ent_edtf_parse (text, length, &a, &error))
    {
      g_assert_true (error != NULL && error->domain == ENT_EDTF_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  check_round_trip (a);
  check_span (a);
  if (newline == NULL || !ent_edtf_parse (newline + 1, size - length - 1, &b, NULL))
    return 0;
  check_round_trip (b);
  g_assert_cmpint (ent_edtf_overlaps (a, b), ==, ent_edtf_overlaps (b, a));
  return 0;
}
