/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include <locale.h>

#include "ui/application.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ENT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (EntApplication) application = ent_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
