/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/citation.h"

#include "base/json-text.h"
#include "export/bibliography.h"
#include "ui/words.h"

/* Where in its statement a passage stands: its page, where the statement has pages, and its paragraph. */
static char *
dup_locator (EntStatement  *statement,
             const EntSpan *words)
{
  guint page = ent_statement_get_page (statement, words->start);
  guint paragraph = ent_statement_get_paragraph (statement, words->start);

  /* Translators: where a passage stands: the number of its page, and of its paragraph */
  return page > 0 ? g_strdup_printf (_ ("p. %u, para. %u"), page, paragraph)
                  : g_strdup_printf (_ ("para. %u"), paragraph);
}

/* The words of a passage, in one line. */
static char *
dup_words (EntStatement  *statement,
           const EntSpan *words)
{
  char *text = ent_statement_dup_span (statement, *words);

  return g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
}

/**
 * ent_citation_new_text:
 * @store: events
 * @statement: one of its statements
 * @words: (nullable): a passage of it, whose place is told, too
 *
 * Returns: (transfer full): who issued it, its title, its date, the passage's place and its address, as a footnote has
 *   them
 */
char *
ent_citation_new_text (EntEventStore *store,
                       guint          statement,
                       const EntSpan *words)
{
  g_return_val_if_fail (store != NULL, NULL);

  EntStatement *cited = ent_event_store_get_statement (store, statement);
  const EntStatementInfo *info = ent_statement_get_info (cited);
  g_autofree char *issuer = ent_words_for_issuer (store, statement);
  g_autofree char *title = ent_words_for_statement (store, statement);
  g_autofree char *date = ent_words_for_date (info->date);
  /* Translators: how a statement is cited: who issued it, its title, its date. */
  g_autofree char *line = g_strdup_printf (_ ("%s, “%s”, %s"), issuer, title, date);

  if (words != NULL)
    {
      g_autofree char *locator = dup_locator (cited, words);
      g_autofree char *whole = g_steal_pointer (&line);

      /* Translators: a citation and what is added to it: the passage’s place, or the address that it was found at */
      line = g_strdup_printf (_ ("%s, %s"), whole, locator);
    }
  if (info->url == NULL)
    return g_steal_pointer (&line);
  g_autofree char *with_address = g_strdup_printf (_ ("%s, %s"), line, info->url);
  if (info->retrieved == NULL)
    return g_steal_pointer (&with_address);
  /* Translators: a citation and the day that its address was visited */
  return g_strdup_printf (_ ("%s (retrieved %s)"), with_address, info->retrieved);
}

/**
 * ent_citation_new_quotation:
 * @store: events
 * @statement: one of its statements
 * @words: a passage of it
 *
 * Returns: (transfer full): the passage in quotation marks, and where it stands
 */
char *
ent_citation_new_quotation (EntEventStore *store,
                            guint          statement,
                            const EntSpan *words)
{
  g_return_val_if_fail (store != NULL && words != NULL, NULL);

  g_autofree char *passage = dup_words (ent_event_store_get_statement (store, statement), words);
  g_autofree char *citation = ent_citation_new_text (store, statement, words);

  /* Translators: words of a statement and where they stand */
  return g_strdup_printf (_ ("“%s” (%s)"), passage, citation);
}

/* A statement's number in the list of all is its number in the store, from 1: its key is the one that exports give. */
static char *
new_entry (EntEventStore *store,
           guint statement,
           const char *note,
           void (*append) (GString *, const EntSourceList *, guint, const char *, const GPtrArray *))
{
  g_autoptr (EntSourceList) sources = ent_source_list_new (store, NULL);
  GString *out = g_string_new (NULL);

  append (out, sources, statement + 1, note, NULL);
  return g_string_free (out, FALSE);
}

/**
 * ent_citation_new_bibtex:
 * @store: events
 * @statement: one of its statements
 * @words: (nullable): a passage of it
 *
 * Returns: (transfer full): an entry for BibTeX and biblatex; the passage and its place are its note
 */
char *
ent_citation_new_bibtex (EntEventStore *store,
                         guint          statement,
                         const EntSpan *words)
{
  g_return_val_if_fail (store != NULL, NULL);

  if (words == NULL)
    return new_entry (store, statement, NULL, ent_bibliography_append_bibtex);

  EntStatement *cited = ent_event_store_get_statement (store, statement);
  g_autofree char *passage = dup_words (cited, words);
  g_autofree char *locator = dup_locator (cited, words);
  g_autofree char *note = g_strdup_printf (_ ("“%s” (%s)"), passage, locator);
  return new_entry (store, statement, note, ent_bibliography_append_bibtex);
}

/**
 * ent_citation_new_csl:
 * @store: events
 * @statement: one of its statements
 * @words: (nullable): a passage of it
 *
 * Returns: (transfer full): an array of one item of CSL JSON, as reference managers take it from the clipboard; with a
 *   passage a CSL citation, whose item has its place as locator and its words as note
 */
char *
ent_citation_new_csl (EntEventStore *store,
                      guint          statement,
                      const EntSpan *words)
{
  g_return_val_if_fail (store != NULL, NULL);

  EntStatement *cited = ent_event_store_get_statement (store, statement);
  g_autofree char *passage = words != NULL ? dup_words (cited, words) : NULL;
  g_autofree char *item = new_entry (store, statement, passage, ent_bibliography_append_csl);
  if (words == NULL)
    return g_strdup_printf ("[%s]\n", item);

  g_autoptr (EntSourceList) sources = ent_source_list_new (store, NULL);
  const char *key = ent_source_list_get_key (sources, statement + 1);
  guint page = ent_statement_get_page (cited, words->start);
  g_autofree char *number = g_strdup_printf ("%u", page > 0 ? page : ent_statement_get_paragraph (cited, words->start));
  GString *out = g_string_new ("{");
  ent_json_append_string (out, "schema",
                          "https://resource.citationstyles.org/schema/latest/input/json/csl-citation.json");
  ent_json_append_string (out, "citationID", key);
  ent_json_append_key (out, "citationItems");
  g_string_append (out, "[{");
  ent_json_append_string (out, "id", key);
  ent_json_append_string (out, "locator", number);
  ent_json_append_string (out, "label", page > 0 ? "page" : "paragraph");
  ent_json_append_key (out, "itemData");
  g_string_append_printf (out, "%s}]}\n", item);
  return g_string_free (out, FALSE);
}
