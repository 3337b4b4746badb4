/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/host-table.h"

#include <string.h>

struct _EntHostTable
{
  GHashTable *hosts;  /* (element-type utf8 EntTerm), borrowed */
  GHashTable *bodies; /* by their names in small letters */
};

/**
 * ent_host_table_new:
 * @vocabulary: a vocabulary; must live as long as the table
 *
 * Returns: (transfer full): its addresses and the names of ministries
 */
EntHostTable *
ent_host_table_new (const EntVocabulary *vocabulary)
{
  EntHostTable *self = g_new0 (EntHostTable, 1);
  guint n;
  const EntTerm *terms = ent_vocabulary_get_terms (vocabulary, &n);

  self->hosts = g_hash_table_new (g_str_hash, g_str_equal);
  self->bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    if (terms[i].term_class == ENT_TERM_HOST || terms[i].term_class == ENT_TERM_CARRIER)
      g_hash_table_insert (self->hosts, (gpointer) terms[i].text, (gpointer) &terms[i]);
    else if (terms[i].term_class == ENT_TERM_BODY)
      g_hash_table_insert (self->bodies, g_utf8_casefold (terms[i].text, -1), (gpointer) &terms[i]);
  return self;
}

/**
 * ent_host_table_free:
 * @table: (nullable): a table
 */
void
ent_host_table_free (EntHostTable *table)
{
  if (table == NULL)
    return;
  g_hash_table_unref (table->hosts);
  g_hash_table_unref (table->bodies);
  g_free (table);
}

/**
 * ent_host_table_find:
 * @table: a table
 * @url: an address
 *
 * Looks the address's host up, and then, part by part, the domains that it lies in: www.mfa.gov.cn, mfa.gov.cn, gov.cn.
 *
 * Returns: (transfer none) (nullable): the term of class %ENT_TERM_HOST or %ENT_TERM_CARRIER that is nearest
 */
const EntTerm *
ent_host_table_find (const EntHostTable *table,
                     const char         *url)
{
  const char *start;
  g_autofree char *host = NULL;

  g_return_val_if_fail (table != NULL && url != NULL, NULL);

  start = strstr (url, "://");
  if (start == NULL)
    return NULL;
  start += strlen ("://");
  host = g_ascii_strdown (start, (gssize) strcspn (start, "/:?#"));
  for (const char *domain = host; domain != NULL; domain = strchr (domain, '.'))
    {
      const EntTerm *term;

      if (*domain == '.')
        domain++;
      term = g_hash_table_lookup (table->hosts, domain);
      if (term != NULL)
        return term;
    }
  return NULL;
}

/**
 * ent_host_table_find_body:
 * @table: a table
 * @name: what a page says whose it is
 *
 * Returns: (transfer none) (nullable): the ministry or office of that name, a term of class %ENT_TERM_BODY
 */
const EntTerm *
ent_host_table_find_body (const EntHostTable *table,
                          const char         *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (table != NULL && name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  return g_hash_table_lookup (table->bodies, folded);
}
