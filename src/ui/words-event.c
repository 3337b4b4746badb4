/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the accounts of an event say each in their own way. */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/words.h"

#include "export/event-entry.h"
#include "ui/citation.h"
#include "ui/ui-translator.h"

/* The account by which the event is known best. */
static gboolean
get_first_account (EntEventStore *store,
                   guint32        row,
                   EntAccount    *account)
{
  if (ent_event_store_get_n_accounts (store, row) == 0)
    return FALSE;
  ent_event_store_get_account (store, row, 0, account);
  return TRUE;
}

/**
 * ent_words_for_basis:
 * @store: events
 * @row: one of them
 *
 * Returns: (nullable): how its date is known, and from the statement of which day; %NULL where the statement says it
 *   outright
 */
char *
ent_words_for_basis (EntEventStore *store,
                     guint32        row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntAccount account;
  EntEdtf issued = { 0 };

  if (get_first_account (store, row, &account))
    issued = ent_statement_get_info (ent_event_store_get_statement (store, account.statement))->date;
  g_autofree char *date = ent_words_for_date (issued);
  gboolean dated = !ent_edtf_is_none (issued);

  if (columns->doubts[row] & ENT_DOUBT_YEAR_INFERRED)
    return g_strdup (_ ("year inferred from what the statement says elsewhere"));
  switch (columns->basis[row])
    {
    case ENT_EVENT_DATE_RELATIVE:
      return dated ? g_strdup_printf (_ ("date reckoned from the statement of %s"), date)
                   : g_strdup (_ ("date reckoned from the day of the statement"));
    case ENT_EVENT_DATE_STATEMENT:
      return dated ? g_strdup_printf (_ ("no day is told: the statement is of %s"), date)
                   : g_strdup (_ ("day taken from when the statement was issued"));
    case ENT_EVENT_DATE_INFERRED:
      return g_strdup (_ ("date inferred from all that the statement says"));
    default:
      return NULL;
    }
}

static void
append_spoken (GString    *line,
               const char *part)
{
  if (part == NULL)
    return;
  g_autofree char *before = g_strdup (line->str);
  g_string_printf (line, C_ ("event", "%s, %s"), before, part);
}

/**
 * ent_words_for_mark:
 * @store: events
 * @row: one of them
 *
 * Returns: title and date in one line, and what the event's mark tells by its shape: that it is no fact that a side
 *   states, or that its day is that of the statement
 */
char *
ent_words_for_mark (EntEventStore *store,
                    guint32        row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  g_autofree char *event = ent_words_for_event (store, row);
  g_autoptr (GString) line = g_string_new (event);

  if (columns->status[row] != ENT_STATUS_OCCURRED)
    append_spoken (line, ent_event_get_status_words (columns->status[row], ent_ui_translator_get ()));
  if (columns->assertion[row] != ENT_ASSERTION_STATED)
    append_spoken (line, ent_event_get_assertion_words (columns->assertion[row], ent_ui_translator_get ()));
  if (columns->basis[row] == ENT_EVENT_DATE_STATEMENT)
    {
      g_autofree char *basis = ent_words_for_basis (store, row);
      append_spoken (line, basis);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Whether any two accounts that know the day know another. */
static gboolean
dates_differ (EntEventStore *store,
              guint32        row)
{
  EntEdtf known = { 0 };

  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (ent_edtf_is_none (account.date) || account.role == ENT_ROLE_MENTIONS)
        continue;
      if (!ent_edtf_is_none (known) && !ent_edtf_equal (known, account.date))
        return TRUE;
      known = account.date;
    }
  return FALSE;
}

/**
 * ent_words_for_own_dates:
 * @store: events
 * @row: one of them
 *
 * Returns: (nullable): the date as each side has it, a line a side; %NULL where they agree
 */
char *
ent_words_for_own_dates (EntEventStore *store,
                         guint32        row)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (!dates_differ (store, row))
    return NULL;
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (ent_edtf_is_none (account.date) || account.role == ENT_ROLE_MENTIONS)
        continue;
      g_autofree char *date = ent_words_for_date (account.date);
      /* Translators: a state, and the date that its statement tells. */
      g_autofree char *line = g_strdup_printf (C_ ("own date", "%s: %s"),
                                               ent_words_get_actor (ent_event_store_get_vocabulary (store),
                                                                    account.issuer),
                                               date);
      if (g_hash_table_contains (said, line))
        continue;
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
      g_hash_table_add (said, g_steal_pointer (&line));
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * ent_words_for_tone:
 * @store: events
 * @row: one of them
 *
 * Returns: (nullable): the words of tone that each side's statements on it use, a line a side; %NULL if there are none
 */
char *
ent_words_for_tone (EntEventStore *store,
                    guint32        row)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account.tone_words == NULL || account.tone_words[0] == NULL || account.role == ENT_ROLE_MENTIONS)
        continue;
      g_autofree char *words = g_strjoinv (", ", (char **) account.tone_words);
      g_autofree char *line = g_strdup_printf (C_ ("tone", "%s: %s"),
                                               ent_words_get_actor (ent_event_store_get_vocabulary (store),
                                                                    account.issuer),
                                               words);
      if (strstr (lines->str, line) == NULL)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

/**
 * ent_words_for_quotation:
 * @store: events
 * @row: one of them
 *
 * Returns: title and date, then each sentence that tells it, with its source
 */
char *
ent_words_for_quotation (EntEventStore *store,
                         guint32        row)
{
  g_autofree char *event = ent_words_for_event (store, row);
  g_autoptr (GString) out = g_string_new (event);

  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      for (gsize j = 0; j < account.n_evidence; j++)
        {
          g_autofree char *quotation = ent_citation_new_quotation (store, account.statement, &account.evidence[j]);

          g_string_append_c (out, '\n');
          g_string_append (out, quotation);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
