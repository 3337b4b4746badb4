/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/toast.h"
#include "widget-fixture.h"

/* So many changes, and so far apart in milliseconds, as a person makes who holds a key. */
#define N_CHANGES 16
#define PAUSE_MS 60

/* Toasts come and go faster than they are shown, and the program goes on. */
static void
test_fast (void)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  AdwToast *last = NULL;

  adw_toast_overlay_set_child (overlay, gtk_label_new ("Content"));
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (overlay), 600, 400);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *words = g_strdup_printf ("Change %u", i);

      ent_toast_replace (overlay, &last, adw_toast_new (words));
      g_assert_cmpstr (adw_toast_get_title (last), ==, words);
      widget_fixture_pause (PAUSE_MS);
    }
  ent_toast_dismiss (last);
  widget_fixture_pause (1500);
  g_assert_null (last);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What takes the place of another toast waits until that is shown, or is dropped with its window. */
static void
test_urgent (void)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  AdwToast *toasts[3];

  adw_toast_overlay_set_child (overlay, gtk_label_new ("Content"));
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (overlay), 600, 400);
  for (guint i = 0; i < G_N_ELEMENTS (toasts); i++)
    {
      toasts[i] = adw_toast_new ("Removed");
      g_object_add_weak_pointer (G_OBJECT (toasts[i]), (gpointer *) &toasts[i]);
      adw_toast_set_priority (toasts[i], ADW_TOAST_PRIORITY_HIGH);
      ent_toast_add (overlay, toasts[i]);
      widget_fixture_pause (PAUSE_MS);
    }
  widget_fixture_pause (800);
  gtk_window_destroy (GTK_WINDOW (window));
  widget_fixture_pause (1500);
  for (guint i = 0; i < G_N_ELEMENTS (toasts); i++)
    g_assert_null (toasts[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/fast", test_fast);
  g_test_add_func ("/toast/urgent", test_urgent);
  return g_test_run ();
}
