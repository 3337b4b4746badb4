/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

void  ent_paste          (GtkWidget     *widget,
                          EntSession    *session);
char *ent_paste_complete (EntStatement  *statement,
                          const char    *date,
                          const char    *issuer,
                          GError       **error);

G_END_DECLS
