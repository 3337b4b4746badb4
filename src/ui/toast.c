/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/toast.h"

/* libadwaita 1.2 shows a toast within half a second, and uses it after it was freed if it is hidden sooner. For so
 * long, in milliseconds, none may be taken away. */
#define SETTLE_MS 700

#define ADDED "entente-added"
#define TOASTS "entente-toasts"

typedef struct
{
  GWeakRef overlay;
  AdwToast *toast; /* owned */
} Waiting;

/* For how long an overlay or a toast must be left alone yet, in milliseconds. */
static guint
get_wait (gpointer object)
{
  const gint64 *added = g_object_get_data (object, ADDED);
  gint64 past = added != NULL ? (g_get_monotonic_time () - *added) / 1000 : SETTLE_MS;

  return past < SETTLE_MS ? (guint) (SETTLE_MS - past) : 0;
}

static void
note_added (gpointer object)
{
  gint64 *added = g_new (gint64, 1);

  *added = g_get_monotonic_time ();
  g_object_set_data_full (object, ADDED, added, g_free);
}

static gboolean
on_added (gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (AdwToastOverlay) overlay = g_weak_ref_get (&waiting->overlay);

  if (overlay != NULL)
    ent_toast_add (overlay, g_steal_pointer (&waiting->toast));
  return G_SOURCE_REMOVE;
}

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_weak_ref_clear (&waiting->overlay);
  g_clear_object (&waiting->toast);
  g_free (waiting);
}

static gboolean
on_settled (gpointer shown)
{
  gtk_widget_set_can_target (shown, TRUE);
  return G_SOURCE_REMOVE;
}

/* Whoever presses a button of a toast that comes up would take it away too soon. */
static gboolean
shield (gpointer overlay)
{
  GtkWidget *shown = gtk_widget_get_last_child (overlay);

  if (shown == NULL || shown == adw_toast_overlay_get_child (overlay))
    return G_SOURCE_REMOVE;
  gtk_widget_set_can_target (shown, FALSE);
  g_timeout_add_full (G_PRIORITY_DEFAULT, SETTLE_MS, on_settled, g_object_ref (shown), g_object_unref);
  return G_SOURCE_REMOVE;
}

/* Another one that waited comes up in the place of one that went. */
static void
forget (AdwToast *toast,
        gpointer  overlay)
{
  g_queue_remove (g_object_get_data (overlay, TOASTS), toast);
  g_idle_add_full (G_PRIORITY_HIGH, shield, g_object_ref (overlay), g_object_unref);
}

/* Keeps in mind which toasts an overlay shows, or is to show, the last first. */
static void
remember (AdwToastOverlay *overlay,
          AdwToast        *toast)
{
  GQueue *toasts = g_object_get_data (G_OBJECT (overlay), TOASTS);

  if (toasts == NULL)
    {
      toasts = g_queue_new ();
      g_object_set_data_full (G_OBJECT (overlay), TOASTS, toasts, (GDestroyNotify) g_queue_free);
    }
  g_queue_push_head (toasts, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget), overlay, 0);
}

/* libadwaita 1.2 would set the toast on show aside and show it again when the urgent one goes, which ends the program
 * if it is still sliding away by then. Those that wait go first, or they would come up meanwhile. */
static void
dismiss_all (AdwToastOverlay *overlay)
{
  const GQueue *toasts = g_object_get_data (G_OBJECT (overlay), TOASTS);
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (g_object_unref);

  for (const GList *l = toasts != NULL ? toasts->head : NULL; l != NULL; l = l->next)
    g_ptr_array_add (present, g_object_ref (l->data));
  for (guint i = 0; i < present->len; i++)
    adw_toast_dismiss (present->pdata[i]);
}

/**
 * ent_toast_add:
 * @overlay: where to say it
 * @toast: (transfer full): what to say
 *
 * Shows a toast; one of high priority, which takes the place of that on show, once that is wholly shown.
 */
void
ent_toast_add (AdwToastOverlay *overlay,
               AdwToast        *toast)
{
  guint wait = get_wait (overlay);
  Waiting *waiting;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && ADW_IS_TOAST (toast));

  if (wait == 0 || adw_toast_get_priority (toast) == ADW_TOAST_PRIORITY_NORMAL)
    {
      if (adw_toast_get_priority (toast) != ADW_TOAST_PRIORITY_NORMAL)
        dismiss_all (overlay);
      remember (overlay, toast);
      note_added (overlay);
      note_added (toast);
      adw_toast_overlay_add_toast (overlay, toast);
      shield (overlay);
      return;
    }
  waiting = g_new0 (Waiting, 1);
  g_weak_ref_init (&waiting->overlay, overlay);
  waiting->toast = toast;
  g_timeout_add_full (G_PRIORITY_DEFAULT, wait, on_added, waiting, waiting_free);
}

/**
 * ent_toast_replace:
 * @overlay: where to say it
 * @last: (inout) (nullable): the toast of this sort that was shown last, a weak pointer of the caller's
 * @toast: (transfer full): what to say instead
 *
 * Of many that follow each other at once only the words change.
 */
void
ent_toast_replace (AdwToastOverlay  *overlay,
                   AdwToast        **last,
                   AdwToast         *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay) && last != NULL && ADW_IS_TOAST (toast));

  if (*last != NULL && get_wait (*last) > 0)
    {
      adw_toast_set_title (*last, adw_toast_get_title (toast));
      g_object_unref (toast);
      return;
    }
  if (*last != NULL)
    adw_toast_dismiss (*last);
  g_set_weak_pointer (last, toast);
  ent_toast_add (overlay, toast);
}

static gboolean
on_dismissed (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/**
 * ent_toast_dismiss:
 * @toast: a toast that is shown
 *
 * Takes it away, once it is wholly shown.
 */
void
ent_toast_dismiss (AdwToast *toast)
{
  guint wait = get_wait (toast);

  g_return_if_fail (ADW_IS_TOAST (toast));

  if (wait == 0)
    adw_toast_dismiss (toast);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, wait, on_dismissed, g_object_ref (toast), g_object_unref);
}
