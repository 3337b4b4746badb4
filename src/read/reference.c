/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/reference.h"

#include <stdio.h>
#include <string.h>

/**
 * ent_reference_new:
 *
 * Returns: (transfer full): a reference of which nothing is known
 */
EntReference *
ent_reference_new (void)
{
  EntReference *self = g_new0 (EntReference, 1);

  self->files = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ent_reference_free:
 * @reference: (nullable): a reference
 */
void
ent_reference_free (EntReference *reference)
{
  if (reference == NULL)
    return;
  for (guint i = 0; i < ENT_N_REFERENCE_FIELDS; i++)
    g_free (reference->fields[i]);
  g_ptr_array_unref (reference->files);
  g_free (reference);
}

/**
 * ent_reference_set:
 * @reference: a reference
 * @field: one of its fields
 * @value: what the list says there; space around it is dropped
 *
 * What is set stays: lists give the better of two values first.
 */
void
ent_reference_set (EntReference      *reference,
                   EntReferenceField  field,
                   const char        *value)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (reference != NULL && field < ENT_N_REFERENCE_FIELDS && value != NULL);

  stripped = g_strstrip (g_strdup (value));
  for (char *p = stripped; *p != 0; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  if (*stripped != 0 && reference->fields[field] == NULL)
    reference->fields[field] = g_steal_pointer (&stripped);
}

/**
 * ent_reference_set_date:
 * @reference: a reference
 * @field: one of its dates
 * @value: "2021-05-04", "2021/05/04/", "2021-5", "2021"
 *
 * Sets the date as EDTF, as exactly as it is given; what is no date is dropped.
 */
void
ent_reference_set_date (EntReference      *reference,
                        EntReferenceField  field,
                        const char        *value)
{
  g_autofree char *date = NULL;
  int year, month = 0, day = 0, n;

  g_return_if_fail (reference != NULL && field < ENT_N_REFERENCE_FIELDS && value != NULL);

  value += strspn (value, " \t");
  n = sscanf (value, "%4d%*1[-/]%2d%*1[-/]%2d", &year, &month, &day);
  if (n < 1 || year < 1 || month > 12 || day > 31 || month < 0 || day < 0)
    return;
  if (n >= 3 && month > 0 && day > 0)
    date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  else if (n >= 2 && month > 0)
    date = g_strdup_printf ("%04d-%02d", year, month);
  else
    date = g_strdup_printf ("%04d", year);
  ent_reference_set (reference, field, date);
}

/**
 * ent_reference_add_file:
 * @reference: a reference
 * @path: the path of a file stored with it
 */
void
ent_reference_add_file (EntReference *reference,
                        const char   *path)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (reference != NULL && path != NULL);

  stripped = g_strstrip (g_strdup (path));
  if (*stripped != 0)
    g_ptr_array_add (reference->files, g_steal_pointer (&stripped));
}

static void
override (char       **to,
          const char  *from)
{
  if (from == NULL)
    return;
  g_free (*to);
  *to = g_strdup (from);
}

static void
fill_in (char       **to,
         const char  *from)
{
  if (*to == NULL)
    *to = g_strdup (from);
}

/**
 * ent_reference_apply:
 * @reference: a reference
 * @statement: (transfer full): a statement from a file of it
 * @whole: whether the statement is all that the file holds
 *
 * What a researcher keeps of a document is better than what the document says of itself: its date and title replace
 * what the file told, if the file is but the one statement. What is not kept is as the file has it.
 *
 * Returns: (transfer full): the statement with what is known of it
 */
EntStatement *
ent_reference_apply (const EntReference *reference,
                     EntStatement       *statement,
                     gboolean            whole)
{
  g_autoptr (EntStatement) owned = statement;
  const char *date;
  EntStatementInfo info;
  EntStatement *result;
  EntEdtf edtf;

  g_return_val_if_fail (reference != NULL && statement != NULL, NULL);

  ent_statement_info_copy (ent_statement_get_info (statement), &info);
  override (&info.citation_key, reference->fields[ENT_REFERENCE_KEY]);
  override (&info.url, reference->fields[ENT_REFERENCE_URL]);
  override (&info.retrieved, reference->fields[ENT_REFERENCE_RETRIEVED]);
  fill_in (&info.issuing_body, reference->fields[ENT_REFERENCE_BODY]);
  fill_in (&info.published_by, reference->fields[ENT_REFERENCE_PUBLISHER]);
  fill_in (&info.language, reference->fields[ENT_REFERENCE_LANGUAGE]);
  if (whole)
    {
      override (&info.title, reference->fields[ENT_REFERENCE_TITLE]);
      date = reference->fields[ENT_REFERENCE_DATE];
      /* A year alone says less than what the file tells, and a month less than a day of it. */
      if (date != NULL && (strlen (date) > 4 || ent_edtf_is_none (info.date))
          && ent_edtf_parse (date, strlen (date), &edtf, NULL)
          && (info.date_is_of_file || !ent_edtf_refines (info.date, edtf)))
        {
          info.date = edtf;
          info.date_basis = ENT_DATE_BASIS_METADATA;
          info.date_is_of_file = FALSE;
        }
    }
  result = ent_statement_with_info (statement, &info);
  ent_statement_info_clear (&info);
  return result;
}
