/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/change-words.h"

#include <glib/gi18n.h>

/* What an action is called in a menu, in words that follow “Undo” or “Redo”. */
static const char *
get_counted (const EntChangeLabel *label)
{
  static const struct
  {
    const char *action, *one, *several;
  } words[] = {
    { "import", N_ ("Import of %u Statement"), N_ ("Import of %u Statements") },
    { "merge", N_ ("Merge of %u Event"), N_ ("Merge of %u Events") },
    { "accept", N_ ("Acceptance of %u Event"), N_ ("Acceptance of %u Events") },
    { "reject", N_ ("Rejection of %u Event"), N_ ("Rejection of %u Events") },
    { "review", N_ ("Check of %u Event"), N_ ("Check of %u Events") },
    { "restore", N_ ("Restoring of %u Event"), N_ ("Restoring of %u Events") },
    { "hide", N_ ("Hiding of %u Event"), N_ ("Hiding of %u Events") },
    { "unhide", N_ ("Showing of %u Event"), N_ ("Showing of %u Events") },
    { "remove-statement", N_ ("Removal of %u Statement"), N_ ("Removal of %u Statements") },
    { "reparse", N_ ("Reading Anew of %u Statement"), N_ ("Reading Anew of %u Statements") },
    { "corrections", N_ ("Taking Over of %u Correction"), N_ ("Taking Over of %u Corrections") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (label->action, words[i].action) == 0)
      return ngettext (words[i].one, words[i].several, (gulong) label->n);
  return NULL;
}

static const char *
get_plain (const EntChangeLabel *label)
{
  static const struct
  {
    const char *action, *field, *words;
  } plain[] = {
    { "edit", "date", N_ ("Change of Date") },
    { "edit", "kind", N_ ("Change of Kind") },
    { "edit", "title", N_ ("Change of Title") },
    { "edit", "participants", N_ ("Change of Participants") },
    { "edit", "topics", N_ ("Change of Topics") },
    { "edit", "status", N_ ("Change of Status") },
    { "edit", "assertion", N_ ("Change of Assertion") },
    { "edit", "people", N_ ("Change of People") },
    { "edit", "place", N_ ("Change of Place") },
    { "edit", NULL, N_ ("Change of Event") },
    { "split", NULL, N_ ("Split of Event") },
    { "add", NULL, N_ ("Adding of Event") },
    { "apart", NULL, N_ ("Keeping Apart") },
    { "edit-statement", "date", N_ ("Change of Issue Date") },
    { "edit-statement", "issuer", N_ ("Change of Issuer") },
    { "edit-statement", "language", N_ ("Change of Language") },
    { "edit-statement", "kind", N_ ("Change of Statement’s Kind") },
    { "edit-statement", "title", N_ ("Change of Statement’s Title") },
    { "edit-statement", NULL, N_ ("Change of Statement") },
    { "restore-statement", NULL, N_ ("Restoring of Statement") },
    { "return-statement", NULL, N_ ("Bringing Back of Statement") },
    { "note", NULL, N_ ("Note") },
    { "tag", NULL, N_ ("Tag") },
    { "unmark", NULL, N_ ("Removal of Note or Tag") },
    { "period", NULL, N_ ("Period") },
    { "unperiod", NULL, N_ ("Removal of Period") },
    { "snapshot", NULL, N_ ("Snapshot") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_strcmp0 (label->action, plain[i].action) == 0
        && (plain[i].field == NULL || g_strcmp0 (label->field, plain[i].field) == 0))
      return _ (plain[i].words);
  return _ ("Last Change");
}

/**
 * ent_words_for_change:
 * @label: what a change was
 *
 * Returns: (transfer full): the change in words for a menu: “Merge of 2 Events”
 */
char *
ent_words_for_change (const EntChangeLabel *label)
{
  const char *counted = get_counted (label);

  /* Translators: what is undone: what a table brought in whose cells were changed; %s is its file's name */
  if (g_strcmp0 (label->action, "corrections") == 0 && label->field != NULL)
    return g_strdup_printf (_ ("Corrections from %s"), label->field);
  if (counted == NULL)
    return g_strdup (get_plain (label));
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, label->n);
  g_auto (GStrv) parts = g_strsplit (counted, "%u", 2);
  return g_strjoinv (n, parts);
}
