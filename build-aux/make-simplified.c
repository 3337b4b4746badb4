/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <unicode/utrans.h>

/* make-simplified >simplified-ideographs.h: prints each ideograph as simplified Chinese writes it, by ICU's table. Run
 * while the program is built: to ask ICU for twenty thousand characters takes longer than to start the program. */

#define FIRST_IDEOGRAPH 0x4E00
#define LAST_IDEOGRAPH 0x9FFF

static unsigned
simplify (UTransliterator *hans,
          unsigned         c)
{
  UChar text[8] = { (UChar) c, 0 };
  int32_t length = 1;
  int32_t limit = 1;
  UErrorCode status = U_ZERO_ERROR;

  utrans_transUChars (hans, text, &length, sizeof text / sizeof *text, 0, &limit, &status);
  return U_SUCCESS (status) && length == 1 ? text[0] : c;
}

int
main (void)
{
  static const UChar id[] = u"Traditional-Simplified";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *hans = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  if (U_FAILURE (status))
    {
      fprintf (stderr, "make-simplified: %s\n", u_errorName (status));
      return 1;
    }
  printf ("static const guint16 simplified[] = {");
  for (unsigned c = FIRST_IDEOGRAPH; c <= LAST_IDEOGRAPH; c++)
    printf ("%s0x%X,", (c - FIRST_IDEOGRAPH) % 16 == 0 ? "\n  " : " ", simplify (hans, c));
  printf ("\n};\n");
  utrans_close (hans);
  return 0;
}
