/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/application.h"

#include "ui/about.h"
#include "ui/accessible-names.h"
#include "ui/preferences.h"
#include "ui/settings.h"
#include "ui/spare-memory.h"
#include "ui/theme.h"
#include "ui/tip.h"
#include "ui/toplevels.h"
#include "ui/window.h"

struct _EntApplication
{
  AdwApplication parent_instance;
  GSettings *settings; /* NULL where they are not installed */
};

G_DEFINE_FINAL_TYPE (EntApplication, ent_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *keys[3];
} Accels;

static const Accels accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.open", { "<Control>o" } },
  { "win.paste", { "<Control><Shift>v" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.save-as", { "<Control>s", "<Control><Shift>s" } },
  { "win.review", { "<Control>r" } },
  { "win.add-event", { "<Control><Shift>n" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.view::timeline", { "<Alt>1" } },
  { "win.view::list", { "<Alt>2" } },
  { "win.view::statements", { "<Alt>3" } },
  { "win.view::insights", { "<Alt>4" } },
  { "win.view::formulas", { "<Alt>5" } },
  { "win.clear-filter", { "<Control><Shift>a" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
};

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GtkWindow *window;

  /* Closing lets each window keep its size. */
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (data))) != NULL)
    gtk_window_destroy (window);
  g_application_quit (G_APPLICATION (data));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  ent_about_show (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
on_preferences (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  EntApplication *self = ENT_APPLICATION (data);
  GtkWidget *preferences = ent_preferences_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences), gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_reload_formulas (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (data));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ENT_IS_WINDOW (l->data))
        ent_window_reload_formulas (l->data);
    }
}

static const GActionEntry actions[] = {
  { "quit", on_quit },
  { "about", on_about },
  { "preferences", on_preferences },
  { "reload-formulas", on_reload_formulas },
};

static EntWindow *
ensure_window (EntApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ENT_IS_WINDOW (l->data))
        return ENT_WINDOW (l->data);
    }
  return ENT_WINDOW (ent_window_new (ADW_APPLICATION (self), self->settings));
}

/* GDK loads the drivers of OpenGL whether or not anything will be drawn with them: a fifth of the start, and memory.
 * Who asks for Cairo is spared that. GDK takes the word for it from the environment alone, which programs that are
 * started from here need not see. */
static void
start_toolkit (GApplication *application)
{
  gboolean is_old = gtk_get_major_version () == 4 && gtk_get_minor_version () < 16;
  const char *name = is_old ? "GDK_DEBUG" : "GDK_DISABLE";
  const char *word = is_old ? "gl-disable" : "gl";
  g_autofree char *before = g_strdup (g_getenv (name));
  gboolean is_spared = g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0;

  if (is_spared)
    {
      g_autofree char *words = before != NULL ? g_strconcat (before, ",", word, NULL) : g_strdup (word);
      g_setenv (name, words, TRUE);
    }
  G_APPLICATION_CLASS (ent_application_parent_class)->startup (application);
  if (is_spared && before != NULL)
    g_setenv (name, before, TRUE);
  else if (is_spared)
    g_unsetenv (name);
}

static void
ent_application_startup (GApplication *application)
{
  EntApplication *self = ENT_APPLICATION (application);

  start_toolkit (application);
  ent_spare_memory_keep ();
  g_set_application_name (_ ("Entente"));
  gtk_window_set_default_icon_name (ENT_APPLICATION_ID);
  ent_accessible_names_watch ();
  ent_toplevels_watch ();
  ent_tip_watch ();
  self->settings = ent_settings_new ();
  g_autofree char *scheme = ent_settings_dup_string (self->settings, "color-scheme", "system");
  ent_theme_apply_scheme (adw_style_manager_get_default (), scheme);
  if (ent_settings_get_boolean (self->settings, "reduced-motion", FALSE))
    ent_theme_apply_motion (gtk_settings_get_default (), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, (const char **) accels[i].keys);
}

static void
ent_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (ENT_APPLICATION (application))));
}

static void
ent_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  EntWindow *window = ensure_window (ENT_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  ent_window_open (window, files, n_files);
}

static void
ent_application_dispose (GObject *object)
{
  EntApplication *self = ENT_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ent_application_parent_class)->dispose (object);
}

static void
ent_application_class_init (EntApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_application_dispose;
  application_class->startup = ent_application_startup;
  application_class->activate = ent_application_activate;
  application_class->open = ent_application_open;
}

static void
ent_application_init (EntApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * ent_application_new:
 *
 * Returns: (transfer full): the program
 */
EntApplication *
ent_application_new (void)
{
  return g_object_new (ENT_TYPE_APPLICATION,
                       "application-id", ENT_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", ENT_RESOURCE_PATH,
                       NULL);
}
