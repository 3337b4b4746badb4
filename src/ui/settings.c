/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/settings.h"

/**
 * ent_settings_new:
 *
 * Returns: (transfer full) (nullable): the program's settings; %NULL where its schema is not
 *   installed, for g_settings_new() would end the program
 */
GSettings *
ent_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ENT_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static gboolean
has_key (GSettings  *settings,
         const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return FALSE;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

/**
 * ent_settings_get_int:
 * @settings: (nullable): settings
 * @key: a key
 * @fallback: what it is where there are no settings
 *
 * Returns: its value
 */
int
ent_settings_get_int (GSettings  *settings,
                      const char *key,
                      int         fallback)
{
  return has_key (settings, key) ? g_settings_get_int (settings, key) : fallback;
}

/**
 * ent_settings_get_double:
 * @settings: (nullable): settings
 * @key: a key
 * @fallback: what it is where there are no settings
 *
 * Returns: its value
 */
double
ent_settings_get_double (GSettings  *settings,
                         const char *key,
                         double      fallback)
{
  return has_key (settings, key) ? g_settings_get_double (settings, key) : fallback;
}

/**
 * ent_settings_get_boolean:
 * @settings: (nullable): settings
 * @key: a key
 * @fallback: what it is where there are no settings
 *
 * Returns: its value
 */
gboolean
ent_settings_get_boolean (GSettings  *settings,
                          const char *key,
                          gboolean    fallback)
{
  return has_key (settings, key) ? g_settings_get_boolean (settings, key) : fallback;
}

/**
 * ent_settings_dup_string:
 * @settings: (nullable): settings
 * @key: a key of a string, or of an enumeration, whose value is then its nick
 * @fallback: what it is where there are no settings
 *
 * Returns: (transfer full): its value
 */
char *
ent_settings_dup_string (GSettings  *settings,
                         const char *key,
                         const char *fallback)
{
  return has_key (settings, key) ? g_settings_get_string (settings, key) : g_strdup (fallback);
}

/**
 * ent_settings_dup_value:
 * @settings: (nullable): settings
 * @key: a key
 *
 * Returns: (transfer full) (nullable): its value; %NULL where there are no settings
 */
GVariant *
ent_settings_dup_value (GSettings  *settings,
                        const char *key)
{
  return has_key (settings, key) ? g_settings_get_value (settings, key) : NULL;
}

/**
 * ent_settings_set:
 * @settings: (nullable): settings
 * @key: a key
 * @value: its new value; a floating reference is taken
 *
 * Keeps a value. A value out of the key's range is not kept.
 */
void
ent_settings_set (GSettings  *settings,
                  const char *key,
                  GVariant   *value)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (value);

  if (has_key (settings, key) && g_settings_is_writable (settings, key))
    g_settings_set_value (settings, key, held);
}
