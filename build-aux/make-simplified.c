/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <unicode/utrans.h>

/* make-simplified >simplified-ideographs.h: prints each ideograph as simplified Chinese writes it, by ICU's table. Run
 * while the program is built: to ask ICU for twenty thousand characters takes longer than to start the program. */

#define FIRST_IDEOGRAPH 0x4E00
#define LAST_IDEOGRAPH 0x9FFF

/* Ways to write a character that ICU's table does not know, and that of its two which 計畫 and 计划 share. */
static const unsigned variants[][2] = {
  { 0x756B, 0x5212 }, /* 畫 */
  { 0x753B, 0x5212 }, /* 画 */
  { 0x885E, 0x536B }, /* 衞 */
  { 0x5CEF, 0x5CF0 }, /* 峯 */
  { 0x7FA3, 0x7FA4 }, /* 羣 */
  { 0x543F, 0x544A }, /* 吿 */
  { 0x654D, 0x53D9 }, /* 敍 */
  { 0x7947, 0x53EA }, /* 祇 */
  { 0x6558, 0x53D9 }, /* 敘 */
  { 0x6DF8, 0x6E05 }, /* 淸 */
};

static unsigned
simplify (UTransliterator *hans,
          unsigned         c)
{
  UChar text[8] = { (UChar) c, 0 };
  int32_t length = 1;
  int32_t limit = 1;
  UErrorCode status = U_ZERO_ERROR;

  for (unsigned i = 0; i < sizeof variants / sizeof *variants; i++)
    if (variants[i][0] == c)
      return variants[i][1];
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
