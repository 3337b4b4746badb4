/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sample-store.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* A session that shows the sample store. */
EntSession *widget_fixture_session (void);
/* Shows a widget in a window of this size and waits until it has its place. */
GtkWidget  *widget_fixture_show    (GtkWidget *widget,
                                    int        width,
                                    int        height);
/* Lets the main loop run until @is_so, which must become so. */
void        widget_fixture_wait    (gboolean (*is_so) (gpointer data),
                                    gpointer data);
/* Lets the main loop run until a session has done what was asked of it. */
void        widget_fixture_wait_idle (EntSession *session);
/* Until it also shows something. */
void        widget_fixture_wait_read (EntSession *session);
/* Lets the main loop run for a while. */
void        widget_fixture_pause   (guint milliseconds);
/* The event whose title holds @words. */
guint32     widget_fixture_find    (EntSession *session,
                                    const char *words);
/* Whether a label is on show that has these words and room for all of them. */
gboolean    widget_fixture_shows   (GtkWidget  *widget,
                                    const char *words);

G_END_DECLS
