/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/preferences.h"

#include "ui/settings.h"
#include "ui/theme.h"

/* In the order of the row. */
static const char * const schemes[] = { "system", "light", "dark" };

struct _EntPreferences
{
  AdwPreferencesWindow parent_instance;
  AdwEntryRow *coder;
  AdwComboRow *scheme;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (EntPreferences, ent_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
on_scheme_changed (EntPreferences *self)
{
  const char *scheme = schemes[MIN (adw_combo_row_get_selected (self->scheme), G_N_ELEMENTS (schemes) - 1)];

  ent_theme_apply_scheme (adw_style_manager_get_default (), scheme);
  ent_settings_set (self->settings, "color-scheme", g_variant_new_string (scheme));
}

static void
on_coder_changed (EntPreferences *self)
{
  ent_settings_set (self->settings, "coder",
                    g_variant_new_string (gtk_editable_get_text (GTK_EDITABLE (self->coder))));
}

static void
ent_preferences_dispose (GObject *object)
{
  EntPreferences *self = ENT_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ent_preferences_parent_class)->dispose (object);
}

static void
ent_preferences_class_init (EntPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, coder);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, scheme);
}

static void
ent_preferences_init (EntPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Without settings to read, what holds now is what was preferred. */
static guint
get_current (EntPreferences *self)
{
  static const char * const by_scheme[] = {
    [ADW_COLOR_SCHEME_DEFAULT] = "system",
    [ADW_COLOR_SCHEME_FORCE_LIGHT] = "light",
    [ADW_COLOR_SCHEME_PREFER_LIGHT] = "light",
    [ADW_COLOR_SCHEME_PREFER_DARK] = "dark",
    [ADW_COLOR_SCHEME_FORCE_DARK] = "dark",
  };
  const char *now = by_scheme[adw_style_manager_get_color_scheme (adw_style_manager_get_default ())];
  g_autofree char *scheme = ent_settings_dup_string (self->settings, "color-scheme", now);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_equal (schemes[i], scheme))
        return i;
    }
  return 0;
}

/**
 * ent_preferences_new:
 * @settings: (nullable): where they are kept
 *
 * Returns: (transfer floating): the window of preferences
 */
GtkWidget *
ent_preferences_new (GSettings *settings)
{
  EntPreferences *self = g_object_new (ENT_TYPE_PREFERENCES, NULL);

  g_set_object (&self->settings, settings);
  adw_combo_row_set_selected (self->scheme, get_current (self));
  g_autofree char *coder = ent_settings_dup_string (settings, "coder", "");
  gtk_editable_set_text (GTK_EDITABLE (self->coder), coder);
  g_signal_connect_swapped (self->coder, "changed", G_CALLBACK (on_coder_changed), self);
  g_signal_connect_swapped (self->scheme, "notify::selected", G_CALLBACK (on_scheme_changed), self);
  return GTK_WIDGET (self);
}
