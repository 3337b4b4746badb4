/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widget-fixture.h"

#include <string.h>

#include "model/event-title.h"
#include "ui/toplevels.h"

/* What never comes is ended by the test's own time; a busy machine is given all of it. */
#define WAIT_SECONDS 200

EntSession *
widget_fixture_session (void)
{
  g_autoptr (SampleStore) sample = sample_store_new ();
  EntSession *session = ent_session_new ();

  ent_session_set_store (session, sample->store);
  return session;
}

static gboolean
is_placed (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

GtkWidget *
widget_fixture_show (GtkWidget *widget,
                     int        width,
                     int        height)
{
  static gsize watches = 0;

  /* As the program does for all of its windows. */
  if (g_once_init_enter (&watches))
    {
      ent_toplevels_watch ();
      g_once_init_leave (&watches, 1);
    }
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  widget_fixture_wait (is_placed, widget);
  return window;
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
widget_fixture_wait (gboolean (*is_so) (gpointer data),
                     gpointer data)
{
  gint64 until = g_get_monotonic_time () + WAIT_SECONDS * G_TIME_SPAN_SECOND;
  guint source = g_timeout_add (10, wake_up, NULL);

  while (!is_so (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

static gboolean
is_idle (gpointer session)
{
  return !ent_session_get_busy (session);
}

static gboolean
is_read (gpointer session)
{
  return is_idle (session) && ent_session_get_index (session) != NULL;
}

void
widget_fixture_wait_idle (EntSession *session)
{
  widget_fixture_wait (is_idle, session);
}

void
widget_fixture_wait_read (EntSession *session)
{
  widget_fixture_wait (is_read, session);
}

void
widget_fixture_pause (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  guint source = g_timeout_add (5, wake_up, NULL);

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

guint32
widget_fixture_find (EntSession *session,
                     const char *words)
{
  EntEventStore *store = ent_session_get_store (session);

  for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
    {
      g_autofree char *title = ent_event_title_new_for_row (store, row, NULL);

      if (strstr (title, words) != NULL)
        return row;
    }
  g_error ("no event is titled “%s”", words);
}

gboolean
widget_fixture_shows (GtkWidget  *widget,
                      const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    return !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (widget_fixture_shows (child, words))
      return TRUE;
  return FALSE;
}
