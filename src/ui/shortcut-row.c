/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkShortcutsWindow sets its lists side by side and keeps its width, whatever there is of a screen; rows fold. */
#include "ui/shortcut-row.h"

#define SPACING 6 /* pixels */

struct _EntShortcutRow
{
  AdwActionRow parent_instance;
  GtkWidget *keys;
};

G_DEFINE_FINAL_TYPE (EntShortcutRow, ent_shortcut_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_KEYS = 1,
  PROP_ACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_keys (EntShortcutRow *self,
           const char     *keys)
{
  GtkWidget *label = gtk_shortcut_label_new (keys);
  GdkModifierType modifiers;
  guint key;

  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->keys), label);
  if (gtk_accelerator_parse (keys, &key, &modifiers))
    {
      g_autofree char *spoken = gtk_accelerator_get_label (key, modifiers);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
    }
}

/* One of several above the other: beside each other they leave no room for what they do. */
static void
show_keys_of (EntShortcutRow *self,
              const char     *action)
{
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (g_application_get_default ()), action);

  for (guint i = 0; keys[i] != NULL; i++)
    show_keys (self, keys[i]);
}

static void
ent_shortcut_row_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  EntShortcutRow *self = ENT_SHORTCUT_ROW (object);

  switch (id)
    {
    case PROP_KEYS:
      show_keys (self, g_value_get_string (value));
      break;
    case PROP_ACTION:
      show_keys_of (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_shortcut_row_class_init (EntShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ent_shortcut_row_set_property;
  /**
   * EntShortcutRow:keys: (setter)
   *
   * Keys, as GtkShortcutLabel reads them.
   */
  properties[PROP_KEYS] = g_param_spec_string ("keys", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * EntShortcutRow:action: (setter)
   *
   * An action with its prefix, whose keys these are.
   */
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_shortcut_row_init (EntShortcutRow *self)
{
  self->keys = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_valign (self->keys, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->keys, SPACING);
  gtk_widget_set_margin_bottom (self->keys, SPACING);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->keys);
}
