/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/read-settings.h"

#include "ui/settings.h"

/* The unit in which settings say how large something may be. */
#define MEGABYTE (1024 * 1024)

/**
 * ent_read_settings_get_limits:
 *
 * Returns: what the user says is too much to be read; defaults where settings are not installed
 */
EntReadLimits
ent_read_settings_get_limits (void)
{
  g_autoptr (GSettings) settings = ent_settings_new ();
  EntReadLimits limits = { { 0 } };

  for (guint i = 0; i < ENT_N_LIMITS; i++)
    {
      g_autofree char *key = g_strdup_printf ("limit-%s", ent_read_limit_to_id (i));

      limits.most[i] = (guint64) ent_settings_get_int (settings, key, 0);
      if (i == ENT_LIMIT_SIZE || i == ENT_LIMIT_MEMORY)
        limits.most[i] *= MEGABYTE;
    }
  return limits;
}
