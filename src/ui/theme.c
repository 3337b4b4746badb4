/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/theme.h"

/**
 * ent_theme_get_current:
 * @manager: the style manager
 *
 * Returns: the theme of pictures that suits how the desktop looks now
 */
EntTheme
ent_theme_get_current (AdwStyleManager *manager)
{
  g_return_val_if_fail (ADW_IS_STYLE_MANAGER (manager), ENT_THEME_LIGHT);

  gboolean dark = adw_style_manager_get_dark (manager);
  if (adw_style_manager_get_high_contrast (manager))
    return dark ? ENT_THEME_CONTRAST_DARK : ENT_THEME_CONTRAST;
  return dark ? ENT_THEME_DARK : ENT_THEME_LIGHT;
}

/**
 * ent_theme_apply_scheme:
 * @manager: the style manager
 * @scheme: `light`, `dark` or `system`, as the settings have it
 *
 * Makes all windows light or dark.
 */
void
ent_theme_apply_scheme (AdwStyleManager *manager,
                        const char      *scheme)
{
  g_return_if_fail (ADW_IS_STYLE_MANAGER (manager) && scheme != NULL);

  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;
  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (manager, value);
}

/**
 * ent_theme_apply_motion:
 * @settings: the toolkit's settings
 * @reduced: whether nothing is to move by itself; otherwise what the desktop says holds
 *
 * Lets views glide, or not.
 */
void
ent_theme_apply_motion (GtkSettings *settings,
                        gboolean     reduced)
{
  g_return_if_fail (GTK_IS_SETTINGS (settings));

  if (reduced)
    g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  else
    gtk_settings_reset_property (settings, "gtk-enable-animations");
}
