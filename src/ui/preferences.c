/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/preferences.h"

#include <glib/gi18n.h>

#include "ui/settings.h"
#include "ui/theme.h"

/* In the order of the row. */
static const char * const schemes[] = { "system", "light", "dark" };

struct _EntPreferences
{
  AdwPreferencesWindow parent_instance;
  AdwEntryRow *coder;
  AdwComboRow *scheme;
  GtkSwitch *motion;
  AdwPreferencesGroup *limits;
  GSettings *settings;
};

typedef struct
{
  const char *key;
  const char *title;
  const char *subtitle;
  double step;
} LimitRow;

/* What is too much to be read. */
static const LimitRow limit_rows[] = {
  { "limit-size", N_ ("Largest Text"), N_ ("MiB; 0 for the usual 1,024"), 64 },
  { "limit-pages", N_ ("Most Pages of a PDF"), N_ ("0 for the usual 5,000"), 100 },
  { "limit-seconds", N_ ("Longest Time for a File"), N_ ("Seconds; 0 for the usual 60"), 10 },
  { "limit-memory", N_ ("Most Memory for a PDF or an Archive"), N_ ("MiB; 0 for the usual 1,024"), 64 },
  { "limit-members", N_ ("Most Files in an Archive"), N_ ("0 for the usual 200,000"), 1000 },
  { "limit-ratio", N_ ("Most That an Archive May Grow"), N_ ("Times its size; 0 for the usual 200"), 10 },
  { "limit-depth", N_ ("Deepest Folder"), N_ ("Folders in each other; 0 for the usual 64"), 1 },
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
on_motion_changed (EntPreferences *self)
{
  ent_theme_apply_motion (gtk_widget_get_settings (GTK_WIDGET (self)), gtk_switch_get_active (self->motion));
}

/* As far as the setting's schema lets it go. */
static GtkAdjustment *
new_adjustment (GSettings      *settings,
                const LimitRow *limit)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (schema, limit->key);
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
  g_autoptr (GVariant) ends = NULL;
  gint32 least, most;
  g_variant_get (range, "(&sv)", NULL, &ends);
  g_variant_get (ends, "(ii)", &least, &most);
  return gtk_adjustment_new (least, least, most, limit->step, 10 * limit->step, 0);
}

static void
add_limits (EntPreferences *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (limit_rows); i++)
    {
      const LimitRow *limit = &limit_rows[i];
      GtkAdjustment *adjustment = new_adjustment (self->settings, limit);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *spin = gtk_spin_button_new (adjustment, limit->step, 0);

      g_object_set (row, "title", _ (limit->title), "subtitle", _ (limit->subtitle), NULL);
      gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (limit->title), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
      g_settings_bind (self->settings, limit->key, adjustment, "value", G_SETTINGS_BIND_DEFAULT);
      adw_preferences_group_add (self->limits, row);
    }
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
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, motion);
  gtk_widget_class_bind_template_child (widget_class, EntPreferences, limits);
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
  gtk_widget_set_visible (GTK_WIDGET (self->limits), settings != NULL);
  if (settings != NULL)
    {
      g_settings_bind (settings, "reduced-motion", self->motion, "active", G_SETTINGS_BIND_DEFAULT);
      add_limits (self);
    }
  g_signal_connect_swapped (self->motion, "notify::active", G_CALLBACK (on_motion_changed), self);
  return GTK_WIDGET (self);
}
