/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/toast.h"

/* libadwaita 1.2 shows a toast within half a second, and uses it after it was freed if it is hidden sooner. For so
 * long, in milliseconds, none may be taken away. */
#define SETTLE_MS 700

#define ADDED "entente-added"

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
      note_added (overlay);
      note_added (toast);
      adw_toast_overlay_add_toast (overlay, toast);
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
