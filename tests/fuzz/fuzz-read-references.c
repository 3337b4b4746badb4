/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "read/reference.h"

static void
check_reference (const EntReference *reference)
{
  static const EntReferenceField dates[] = { ENT_REFERENCE_DATE, ENT_REFERENCE_RETRIEVED };

  for (guint i = 0; i < ENT_N_REFERENCE_FIELDS; i++)
    if (reference->fields[i] != NULL)
      {
        g_assert_true (g_utf8_validate (reference->fields[i], -1, NULL));
        g_assert_null (strchr (reference->fields[i], '\n'));
      }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    if (reference->fields[dates[i]] != NULL)
      g_assert_true (g_ascii_isdigit (*reference->fields[dates[i]]));
  for (guint i = 0; i < reference->files->len; i++)
    g_assert_cmpint (*(const char *) reference->files->pdata[i], !=, '\0');
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) references = NULL;
  gsize length;

  if (size == 0)
    return 0;
  text = g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1);
  length = strlen (text);
  if (data[0] % 3 == 0)
    references = ent_references_from_bibtex (text, length);
  else if (data[0] % 3 == 1)
    references = ent_references_from_ris (text, length);
  else
    references = ent_references_from_csl (text, length, NULL);
  for (guint i = 0; i < references->len; i++)
    check_reference (references->pdata[i]);
  return 0;
}
