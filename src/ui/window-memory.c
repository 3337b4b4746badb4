/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file was left: whose relationship, which view, which lanes. An archive keeps that itself, so that it goes where
 * the file goes; of other files the settings keep it by their name. */
#include "entente-config.h"

#include "ui/window-private.h"

#include "ui/settings.h"

#define STATE_KEY "window"
#define SETTING "opened-files"
#define MOST_FILES 60
#define SAVE_DELAY_MS 800

/* Three lines: the relationship as a filter's string, the view, the lanes. */
enum
{
  LINE_RELATIONSHIP,
  LINE_VIEW,
  LINE_LANES,
  N_LINES
};

static EntArchive *
get_titled_archive (EntWindow *self)
{
  EntArchiveWorker *worker = ent_session_get_worker (self->session);

  return ent_archive_worker_is_untitled (worker) ? NULL : ent_archive_worker_get_archive (worker);
}

static char *
dup_lanes (EntWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "lanes");

  return g_variant_dup_string (state, NULL);
}

static char *
dup_state (EntWindow *self)
{
  g_autoptr (EntFilter) base = ent_session_dup_base_filter (self->session);
  g_autofree char *relationship = ent_filter_to_string (base, ent_session_get_vocabulary (self->session));
  g_autofree char *lanes = dup_lanes (self);

  return g_strjoin ("\n", relationship, adw_view_stack_get_visible_child_name (self->views), lanes, NULL);
}

/* The file that was left last stands first; those that were left long ago are forgotten. */
static void
keep_in_settings (EntWindow  *self,
                  const char *state)
{
  g_autoptr (GVariant) saved = ent_settings_dup_value (self->settings, SETTING);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *file, *words;
  guint n = 1;

  if (saved == NULL || self->opened == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", self->opened, state);
  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "{&s&s}", &file, &words) && n < MOST_FILES)
    {
      if (g_str_equal (file, self->opened))
        continue;
      g_variant_builder_add (&builder, "{ss}", file, words);
      n++;
    }
  ent_settings_set (self->settings, SETTING, g_variant_builder_end (&builder));
}

static char *
dup_kept (EntWindow *self)
{
  EntArchive *archive = get_titled_archive (self);
  g_autoptr (GVariant) saved = NULL;
  const char *words;

  if (archive != NULL)
    return ent_archive_dup_state (archive, STATE_KEY);
  saved = ent_settings_dup_value (self->settings, SETTING);
  if (saved == NULL || self->opened == NULL || !g_variant_lookup (saved, self->opened, "&s", &words))
    return NULL;
  return g_strdup (words);
}

static gboolean
save (gpointer data)
{
  EntWindow *self = ENT_WINDOW (data);
  EntArchive *archive = get_titled_archive (self);

  /* A file that is at work would have the window wait for it. */
  if (archive != NULL && ent_session_get_busy (self->session))
    return G_SOURCE_CONTINUE;
  self->memory_source = 0;
  g_autofree char *state = dup_state (self);
  if (g_strcmp0 (state, self->remembered) == 0)
    return G_SOURCE_REMOVE;
  /* One that may only be read stays as its owner left it. */
  if (archive != NULL)
    ent_archive_set_state (archive, STATE_KEY, state, NULL);
  else
    keep_in_settings (self, state);
  g_free (self->remembered);
  self->remembered = g_steal_pointer (&state);
  return G_SOURCE_REMOVE;
}

static void
queue_save (EntWindow *self)
{
  if (self->remembered != NULL && self->memory_source == 0)
    self->memory_source = g_timeout_add (SAVE_DELAY_MS, save, self);
}

/* Work that gets a name is remembered by its archive from then on. */
static void
on_changed (EntWindow *self)
{
  gboolean titled = get_titled_archive (self) != NULL;

  if (self->remembered == NULL || titled == self->titled)
    return;
  self->titled = titled;
  g_free (self->remembered);
  self->remembered = g_strdup ("");
  queue_save (self);
}

static void
restore_relationship (EntWindow  *self,
                      const char *words)
{
  g_autoptr (EntFilter) filter = ent_filter_from_string (words, ent_session_get_vocabulary (self->session), NULL);

  /* What the file holds by now may have nothing of it any more. */
  if (filter == NULL)
    return;
  g_autoptr (EntRowSet) rows = ent_filter_index_run (ent_session_get_index (self->session), filter);
  if (ent_row_set_get_count (rows) > 0)
    ent_session_set_relationship (self->session, filter);
}

/* When something is shown for the first time; what comes in later moves nothing. */
static void
restore (EntWindow *self)
{
  if (self->remembered != NULL || ent_session_get_index (self->session) == NULL)
    return;
  g_autofree char *kept = dup_kept (self);
  self->remembered = kept != NULL ? g_strdup (kept) : dup_state (self);
  self->titled = get_titled_archive (self) != NULL;
  if (kept == NULL)
    return;
  g_auto (GStrv) lines = g_strsplit (kept, "\n", N_LINES + 1);
  if (g_strv_length (lines) < N_LINES)
    return;
  restore_relationship (self, lines[LINE_RELATIONSHIP]);
  if (adw_view_stack_get_child_by_name (self->views, lines[LINE_VIEW]) != NULL)
    adw_view_stack_set_visible_child_name (self->views, lines[LINE_VIEW]);
  g_action_group_activate_action (G_ACTION_GROUP (self), "lanes", g_variant_new_string (lines[LINE_LANES]));
}

/**
 * ent_window_init_memory:
 * @self: a window with its session and actions
 *
 * Shows a file as it was left, and remembers how it is left.
 */
void
ent_window_init_memory (EntWindow *self)
{
  g_signal_connect_swapped (self->session, "notify::index", G_CALLBACK (restore), self);
  g_signal_connect_swapped (self->session, "notify::rows", G_CALLBACK (queue_save), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->views, "notify::visible-child-name", G_CALLBACK (queue_save), self);
  g_signal_connect_swapped (self->timeline, "notify::lanes", G_CALLBACK (queue_save), self);
}

/**
 * ent_window_set_opened:
 * @self: a window
 * @path: a file or folder that is being opened
 *
 * Tells which file what is shown is of: the first that was opened.
 */
void
ent_window_set_opened (EntWindow  *self,
                       const char *path)
{
  if (self->opened == NULL)
    self->opened = g_strdup (path);
}

/**
 * ent_window_dispose_memory:
 * @self: a window that closes
 *
 * Keeps what is not kept yet.
 */
void
ent_window_dispose_memory (EntWindow *self)
{
  if (self->memory_source != 0)
    {
      g_clear_handle_id (&self->memory_source, g_source_remove);
      if (!ent_session_get_busy (self->session))
        save (self);
    }
  g_clear_pointer (&self->remembered, g_free);
  g_clear_pointer (&self->opened, g_free);
}
