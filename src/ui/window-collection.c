/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user makes of what was found: events by hand, periods, snapshots, other people's corrections. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/window-private.h"

#include "ui/event-changes.h"
#include "ui/event-editor.h"

static void
present (EntWindow *self,
         GtkWidget *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_add_event (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);

  present (self, ent_event_editor_new_to_add (self->session, -1, (EntSpan) { 0, 0 }));
}

static void
on_show_all (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  EntWindow *self = ENT_WINDOW (data);
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  gboolean all = !g_variant_get_boolean (state);

  g_simple_action_set_state (action, g_variant_new_boolean (all));
  ent_archive_worker_set_all (ent_session_get_worker (self->session), all);
}

static const GActionEntry actions[] = {
  { "add-event", on_add_event },
  { "show-all", on_show_all, NULL, "false" },
};

/* What changes the archive. */
static const char * const changing[] = { "add-event" };

static void
update (EntWindow *self)
{
  gboolean open = ent_session_get_index (self->session) != NULL;
  gboolean possible = open && ent_event_changes_are_possible (self->session);

  for (gsize i = 0; i < G_N_ELEMENTS (changing); i++)
    ent_window_set_enabled (self, changing[i], possible);
  ent_window_set_enabled (self, "show-all", open);
}

/**
 * ent_window_init_collection:
 * @self: a window with its session
 *
 * Adds what can be made of what was found.
 */
void
ent_window_init_collection (EntWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->session, "notify::index", G_CALLBACK (update), self);
  update (self);
}
