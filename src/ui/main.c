/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include <locale.h>

#include "base/data-folders.h"
#include "ui/application.h"

int
main (int    argc,
      char **argv)
{
  g_autofree char *product = ent_data_folders_get_product (ENT_PKGDATADIR, ENT_SOURCE_DATADIR);
  const char *built = ent_data_folders_get_built (product, ENT_PKGDATADIR, ENT_BUILT_LOCALEDIR);

  /* Who tries out a catalogue names its folder. */
  const char *tried = g_getenv ("ENTENTE_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, tried != NULL ? tried : built != NULL ? built
                                                                         : ENT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (EntApplication) application = ent_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
