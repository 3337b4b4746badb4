/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/citation.h"

#include "export/bibliography.h"
#include "ui/words.h"

/**
 * ent_citation_new_text:
 * @store: events
 * @statement: one of its statements
 *
 * Returns: (transfer full): who issued it, its title, its date and its address, in a line
 */
char *
ent_citation_new_text (EntEventStore *store,
                       guint          statement)
{
  g_return_val_if_fail (store != NULL, NULL);

  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));
  g_autofree char *issuer = ent_words_for_issuer (store, statement);
  g_autofree char *title = ent_words_for_statement (store, statement);
  g_autofree char *date = ent_words_for_date (info->date);
  /* Translators: how a statement is cited: who issued it, its title, its date. */
  g_autofree char *line = g_strdup_printf (_ ("%s, “%s”, %s"), issuer, title, date);

  if (info->url == NULL)
    return g_steal_pointer (&line);
  /* Translators: a citation and the address that it was found at */
  g_autofree char *with_address = g_strdup_printf (_ ("%s, %s"), line, info->url);
  if (info->retrieved == NULL)
    return g_steal_pointer (&with_address);
  /* Translators: a citation and the day that its address was visited */
  return g_strdup_printf (_ ("%s (retrieved %s)"), with_address, info->retrieved);
}

/* A statement's number in the list of all is its number in the store, from 1: its key is the one that exports give. */
static char *
new_entry (EntEventStore *store,
           guint statement,
           void (*append) (GString *, const EntSourceList *, guint, const char *))
{
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, NULL);
  GString *out = g_string_new (NULL);

  append (out, sources, statement + 1, NULL);
  return g_string_free (out, FALSE);
}

/**
 * ent_citation_new_bibtex:
 * @store: events
 * @statement: one of its statements
 *
 * Returns: (transfer full): an entry for BibTeX and biblatex
 */
char *
ent_citation_new_bibtex (EntEventStore *store,
                         guint          statement)
{
  g_return_val_if_fail (store != NULL, NULL);

  return new_entry (store, statement, ent_bibliography_append_bibtex);
}

/**
 * ent_citation_new_csl:
 * @store: events
 * @statement: one of its statements
 *
 * Returns: (transfer full): an array of one item of CSL JSON, as reference managers take it from the clipboard
 */
char *
ent_citation_new_csl (EntEventStore *store,
                      guint          statement)
{
  g_return_val_if_fail (store != NULL, NULL);

  g_autofree char *item = new_entry (store, statement, ent_bibliography_append_csl);
  return g_strdup_printf ("[%s]\n", item);
}
