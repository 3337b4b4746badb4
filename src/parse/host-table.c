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

static const EntTerm *
find_body_named (const EntHostTable *self,
                 const char         *name,
                 gsize               length)
{
  g_autofree char *folded = g_utf8_casefold (name, (gssize) length);

  g_strstrip (folded);
  return g_hash_table_lookup (self->bodies, folded);
}

/* Behind words of its name, such as a nation's: "German Federal Foreign Office". */
static const EntTerm *
find_body_at_end (const EntHostTable *self,
                  const char         *name,
                  gsize               length)
{
  const char *end = name + length;
  const EntTerm *found = find_body_named (self, name, length);

  for (const char *space = memchr (name, ' ', length); found == NULL && space != NULL;
       space = memchr (space + 1, ' ', (gsize) (end - space - 1)))
    found = find_body_named (self, space + 1, (gsize) (end - space - 1));
  return found;
}

/* Before other words, where no spaces part them: "中華民國外交部全球資訊網". */
static const EntTerm *
find_body_at_begin (const EntHostTable *self,
                    const char         *name)
{
  const EntTerm *found = NULL;
  gsize length = strlen (name);

  while ((guchar) *name >= 0x80 && found == NULL && length > 0)
    {
      found = find_body_named (self, name, length);
      length = (gsize) (g_utf8_find_prev_char (name, name + length) != NULL
                          ? g_utf8_prev_char (name + length) - name
                          : 0);
    }
  return found;
}

/**
 * ent_host_table_find_body:
 * @table: a table
 * @name: what a page says whose it is
 *
 * Looks the name up, then as an address that a site has for a name ("elysee.fr"), then the parts of it that signs
 * part ("European Commission - European Commission").
 *
 * Returns: (transfer none) (nullable): the ministry or office of that name, a term of class %ENT_TERM_BODY, or
 *   %ENT_TERM_HOST
 */
const EntTerm *
ent_host_table_find_body (const EntHostTable *table,
                          const char         *name)
{
  static const char * const signs[] = { " - ", " | ", " – ", " — ", " • ", ", " };
  const EntTerm *found;
  g_autofree char *address = NULL;

  g_return_val_if_fail (table != NULL && name != NULL, NULL);

  found = find_body_named (table, name, strlen (name));
  if (found != NULL)
    return found;
  address = g_strconcat ("://", name, NULL);
  if (strchr (name, '.') != NULL && strchr (name, ' ') == NULL)
    found = ent_host_table_find (table, address);
  if (found != NULL)
    return found->term_class == ENT_TERM_HOST ? found : NULL;
  for (gsize i = 0; found == NULL && i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (name, signs[i]);

      if (sign == NULL)
        continue;
      found = find_body_at_end (table, name, (gsize) (sign - name));
      if (found == NULL)
        found = find_body_at_end (table, sign + strlen (signs[i]), strlen (sign + strlen (signs[i])));
    }
  if (found == NULL)
    found = find_body_at_begin (table, name);
  return found != NULL ? found : find_body_at_end (table, name, strlen (name));
}
