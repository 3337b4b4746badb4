/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/about.h"

#include <adwaita.h>

/**
 * ent_about_show:
 * @parent: (nullable): the window it belongs to
 *
 * Tells what the program is.
 */
void
ent_about_show (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _ ("Entente"),
                         "application-icon", ENT_APPLICATION_ID,
                         "version", ENT_VERSION,
                         "developer-name", _ ("The Entente developers"),
                         "comments", _ ("See what states said of each other, on a timeline: who met whom, what each "
                                        "side’s statement says of it, and in which words."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line, to be shown in the about window. */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}
