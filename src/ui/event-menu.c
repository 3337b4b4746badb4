/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with an event where it is shown among others. */
#include "entente-config.h"

#include "ui/event-menu.h"

#include <glib/gi18n.h>

#include "model/event-title.h"
#include "ui/event-changes.h"
#include "ui/ui-translator.h"

#define MOST_CHARACTERS 40

static char *
dup_merge_words (EntSession *session)
{
  EntEventStore *store = ent_session_get_store (session);
  g_autofree char *title = ent_event_title_new_for_row (store, ent_session_get_selected (session),
                                                        ent_ui_translator_get ());

  if (g_utf8_strlen (title, -1) > MOST_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (title, 0, MOST_CHARACTERS);

      g_free (title);
      title = g_strconcat (g_strchomp (start), "…", NULL);
    }
  /* Translators: the title of the event that is selected, another one than the menu is of */
  return g_strdup_printf (_ ("Merge Into “%s”…"), title);
}

/**
 * ent_event_menu_new:
 * @session: a session
 * @row: the event that the menu is of; it gets selected where none is
 *
 * Returns: (transfer full) (nullable): what can be done, as actions of the window; %NULL for nothing
 */
GMenuModel *
ent_event_menu_new (EntSession *session,
                    guint32     row)
{
  g_return_val_if_fail (ENT_IS_SESSION (session) && row != ENT_ROW_NONE, NULL);

  if (!ent_event_changes_are_possible (session))
    return NULL;
  if (ent_session_get_selected (session) == ENT_ROW_NONE)
    ent_session_set_selected (session, row);
  GMenu *menu = g_menu_new ();
  gboolean other = row != ent_session_get_selected (session);
  g_autofree char *words = other ? dup_merge_words (session) : g_strdup (_ ("Merge With Another Event…"));
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);
  const char *id = other ? ent_event_store_get_id (ent_session_get_store (session), row) : "";

  g_menu_item_set_action_and_target (item, "win.merge", "s", id);
  g_menu_append_item (menu, item);
  return G_MENU_MODEL (menu);
}
