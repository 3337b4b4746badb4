/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/citation.h"

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

/* What BibTeX would take for its own is written as TeX writes it. */
static void
append_field (GString    *out,
              const char *name,
              const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "  %s = {", name);
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '\\')
        g_string_append (out, "\\textbackslash{}");
      else if (*c == '~')
        g_string_append (out, "\\textasciitilde{}");
      else if (*c == '^')
        g_string_append (out, "\\textasciicircum{}");
      else if (*c == '\n' || *c == '\r')
        g_string_append_c (out, ' ');
      else if (strchr ("{}%&#_$", *c) != NULL)
        g_string_append_printf (out, "\\%c", *c);
      else
        g_string_append_c (out, *c);
    }
  g_string_append (out, "},\n");
}

/* An address is written as it is; BibTeX reads it word for word. */
static void
append_address (GString    *out,
                const char *url)
{
  if (url != NULL && strpbrk (url, "{}\n") == NULL)
    g_string_append_printf (out, "  url = {%s},\n", url);
}

static char *
make_key (EntEventStore *store,
          guint          statement)
{
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));
  g_autofree char *date = ent_edtf_is_none (info->date) ? g_strdup ("undated") : ent_edtf_to_string (info->date);

  if (info->citation_key != NULL)
    return g_strdup (info->citation_key);
  g_autofree char *key = g_strdup_printf ("%s-%s-%.6s", info->issuer != NULL ? info->issuer : "statement", date,
                                          ent_statement_get_sha256 (ent_event_store_get_statement (store, statement)));
  return g_ascii_strdown (g_strcanon (key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", '-'), -1);
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

  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));
  g_autofree char *key = make_key (store, statement);
  g_autofree char *issuer = ent_words_for_issuer (store, statement);
  g_autofree char *title = ent_words_for_statement (store, statement);
  g_autofree char *date = ent_edtf_is_none (info->date) ? NULL : ent_edtf_to_string (info->date);
  g_autofree char *year = ent_edtf_is_none (info->date) ? NULL : g_strdup_printf ("%d", info->date.start.year);
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "@misc{%s,\n", key);
  /* A ministry has no first name: braces keep it whole. */
  g_autoptr (GString) author = g_string_new (NULL);
  append_field (author, "author", issuer);
  if (author->len > 0)
    {
      char *open = strchr (author->str, '{');

      g_string_insert_c (author, open - author->str, '{');
      g_string_insert_c (author, (gssize) author->len - 3, '}');
      g_string_append (out, author->str);
    }
  append_field (out, "title", title);
  append_field (out, "date", date);
  append_field (out, "year", year);
  append_field (out, "howpublished", info->published_by);
  append_field (out, "langid", info->language);
  append_address (out, info->url);
  append_field (out, "urldate", info->retrieved);
  g_string_append (out, "}\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
