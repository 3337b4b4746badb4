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

/* What an urgent one takes the place of is gone for good, and no button is pressed while one comes up. */
static void
test_urgent_alone (void)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  AdwToast *toasts[] = { adw_toast_new ("Shown"), adw_toast_new ("Waiting"), adw_toast_new ("Removed") };

  adw_toast_overlay_set_child (overlay, gtk_label_new ("Content"));
  GtkWidget *window = widget_fixture_show (GTK_WIDGET (overlay), 600, 400);
  adw_toast_set_priority (toasts[2], ADW_TOAST_PRIORITY_HIGH);
  for (guint i = 0; i < G_N_ELEMENTS (toasts); i++)
    {
      g_object_add_weak_pointer (G_OBJECT (toasts[i]), (gpointer *) &toasts[i]);
      ent_toast_add (overlay, toasts[i]);
    }
  g_assert_false (gtk_widget_get_can_target (gtk_widget_get_last_child (GTK_WIDGET (overlay))));
  widget_fixture_pause (2000);
  g_assert_null (toasts[0]);
  g_assert_null (toasts[1]);
  g_assert_nonnull (toasts[2]);
  g_assert_true (gtk_widget_get_can_target (gtk_widget_get_last_child (GTK_WIDGET (overlay))));
  ent_toast_dismiss (toasts[2]);
  widget_fixture_pause (1500);
  g_assert_null (toasts[2]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/fast", test_fast);
  g_test_add_func ("/toast/urgent", test_urgent);
  g_test_add_func ("/toast/urgent-alone", test_urgent_alone);
  return g_test_run ();
}
