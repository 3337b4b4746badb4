/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/review-queue.h"

#include <glib/gi18n.h>

#include "model/review-order.h"
#include "ui/event-changes.h"
#include "ui/event-editor.h"

struct _EntReviewQueue
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkLabel *progress;
  GtkLabel *reason;

  EntSession *session;
  gboolean active;
  GArray *order; /* of guint32, what is to be checked */
  char *next;    /* id of what comes after the event that something was just said of */
  gboolean waiting; /* until that is written, and the next one shown */
};

G_DEFINE_FINAL_TYPE (EntReviewQueue, ent_review_queue, GTK_TYPE_WIDGET)

static guint32
get_row (EntReviewQueue *self)
{
  return ent_session_get_selected (self->session);
}

/* Where the selected event stands in the queue; its length if it does not. */
static guint
find_place (EntReviewQueue *self)
{
  guint at = 0;

  while (at < self->order->len && g_array_index (self->order, guint32, at) != get_row (self))
    at++;
  return at;
}

static void
select_at (EntReviewQueue *self,
           guint           at)
{
  if (self->order->len > 0)
    ent_session_set_selected (self->session, g_array_index (self->order, guint32, at % self->order->len));
}

static void
show_reason (EntReviewQueue *self)
{
  EntEventStore *store = ent_session_get_store (self->session);
  g_autoptr (GString) words = g_string_new (NULL);
  guint32 row = get_row (self);

  if (self->order->len == 0)
    g_string_append (words, _ ("All of them are checked"));
  else if (ent_session_is_blind (self->session))
    g_string_append (words, _ ("Coding blind: neither what others decided nor what raises doubt is shown"));
  else if (row != ENT_ROW_NONE)
    {
      guint8 doubts = ent_event_store_get_columns (store)->doubts[row];

      if (ent_event_store_is_challenged (store, row))
        g_string_append (words, _ ("What the statements tell now differs from what was checked"));
      for (guint i = 0; i < ENT_N_DOUBTS; i++)
        if (doubts & (1 << i))
          g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                                  gettext (ent_doubt_to_words ((EntDoubts) (1 << i))));
      if (words->len == 0)
        g_string_append (words, _ ("No doubt about this one"));
    }
  gtk_label_set_label (self->reason, words->str);
}

static void
show_progress (EntReviewQueue *self)
{
  EntRowSet *rows = ent_session_get_rows (self->session);
  guint n = ent_row_set_get_count (rows);
  guint n_checked = ent_review_count_checked (ent_session_get_store (self->session), rows);
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u event checked", "%u of %u events checked", n),
                                            n_checked, n);

  gtk_label_set_label (self->progress, words);
}

static void
update (EntReviewQueue *self)
{
  guint32 row = ENT_ROW_NONE;

  if (!self->active || ent_session_get_rows (self->session) == NULL)
    return;
  g_clear_pointer (&self->order, g_array_unref);
  self->order = ent_review_order_new (ent_session_get_store (self->session), ent_session_get_rows (self->session),
                                      !ent_session_is_blind (self->session));
  if (self->next != NULL && ent_event_store_find_id (ent_session_get_store (self->session), self->next, &row))
    ent_session_set_selected (self->session, row);
  g_clear_pointer (&self->next, g_free);
  show_progress (self);
  show_reason (self);
}

static void
on_changed (EntReviewQueue *self)
{
  self->waiting = self->waiting && ent_session_get_busy (self->session);
}

static void
on_selected (EntReviewQueue *self)
{
  if (self->active && self->order != NULL)
    show_reason (self);
}

static gboolean
can_say (EntReviewQueue *self)
{
  return !self->waiting && get_row (self) != ENT_ROW_NONE && ent_event_changes_are_possible (self->session);
}

/* What is to be shown once the change that is about to be asked for is made. */
static void
remember_next (EntReviewQueue *self)
{
  guint at = find_place (self);
  guint32 row;

  g_clear_pointer (&self->next, g_free);
  if (at >= self->order->len || self->order->len < 2)
    return;
  row = g_array_index (self->order, guint32, (at + 1) % self->order->len);
  self->next = g_strdup (ent_event_store_get_id (ent_session_get_store (self->session), row));
}

static void
say (EntReviewQueue *self,
     EntReview       review)
{
  if (!can_say (self))
    return;
  remember_next (self);
  self->waiting = TRUE;
  ent_event_changes_review (self->session, get_row (self), review);
}

static void
edit (EntReviewQueue *self)
{
  GtkWidget *editor;

  if (!can_say (self))
    return;
  editor = ent_event_editor_new (self->session, get_row (self));
  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (editor));
}

/* Only where there is but one that it may be; of several the pane asks which. */
static void
merge (EntReviewQueue *self)
{
  EntEventStore *store = ent_session_get_store (self->session);
  guint32 row = get_row (self), other;
  const char * const *ids;

  if (!can_say (self))
    return;
  ids = ent_event_store_get_candidates (store, row);
  if (ids[0] == NULL || ids[1] != NULL || !ent_event_store_find_id (store, ids[0], &other))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  remember_next (self);
  self->waiting = TRUE;
  ent_event_changes_merge (self->session, other, row);
}

static void
keep_apart (EntReviewQueue *self)
{
  guint32 row = get_row (self);

  if (!can_say (self))
    return;
  if (ent_event_store_get_candidates (ent_session_get_store (self->session), row)[0] == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->waiting = TRUE;
  ent_event_changes_keep_apart (self->session, row);
}

static void
go (EntReviewQueue *self,
    int             direction)
{
  guint at = find_place (self);

  if (self->waiting || self->order->len == 0)
    return;
  if (at == self->order->len)
    select_at (self, direction > 0 ? 0 : self->order->len - 1);
  else
    select_at (self, direction > 0 ? at + 1 : at + self->order->len - 1);
}

static void
on_next (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  go (ENT_REVIEW_QUEUE (widget), 1);
}

static void
on_previous (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  go (ENT_REVIEW_QUEUE (widget), -1);
}

static void
ent_review_queue_dispose (GObject *object)
{
  EntReviewQueue *self = ENT_REVIEW_QUEUE (object);
  GtkWidget *child;

  ent_review_queue_set_session (self, NULL);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->next, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_review_queue_parent_class)->dispose (object);
}

static void
ent_review_queue_class_init (EntReviewQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_review_queue_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/review-queue.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReviewQueue, revealer);
  gtk_widget_class_bind_template_child (widget_class, EntReviewQueue, progress);
  gtk_widget_class_bind_template_child (widget_class, EntReviewQueue, reason);
  gtk_widget_class_install_action (widget_class, "queue.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "queue.previous", NULL, on_previous);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewqueue");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_review_queue_init (EntReviewQueue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_review_queue_set_session:
 * @self: a queue
 * @session: (nullable): whose events to check
 *
 * Leads through the events that a session shows.
 */
void
ent_review_queue_set_session (EntReviewQueue *self,
                              EntSession     *session)
{
  g_return_if_fail (ENT_IS_REVIEW_QUEUE (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  self->waiting = FALSE;
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (on_selected), self);
}

/**
 * ent_review_queue_set_active:
 * @self: a queue
 * @active: whether to check
 *
 * Begins or ends checking. What is most doubtful is selected when it begins.
 */
void
ent_review_queue_set_active (EntReviewQueue *self,
                             gboolean        active)
{
  g_return_if_fail (ENT_IS_REVIEW_QUEUE (self));

  self->active = active;
  gtk_revealer_set_reveal_child (self->revealer, active);
  update (self);
  if (active && self->order != NULL && find_place (self) == self->order->len)
    select_at (self, 0);
}

/**
 * ent_review_queue_press:
 * @self: a queue
 * @keyval: a key, without modifiers
 *
 * Does what a key stands for while events are checked. Nothing can be said of an event before it is shown: keys that
 * come while what was said of the one before is being written do nothing.
 *
 * Returns: whether it stands for anything
 */
gboolean
ent_review_queue_press (EntReviewQueue *self,
                        guint           keyval)
{
  g_return_val_if_fail (ENT_IS_REVIEW_QUEUE (self), FALSE);

  if (!self->active || self->order == NULL)
    return FALSE;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_a:
      say (self, ENT_REVIEW_ACCEPTED);
      return TRUE;
    case GDK_KEY_r:
      say (self, ENT_REVIEW_REJECTED);
      return TRUE;
    case GDK_KEY_e:
      edit (self);
      return TRUE;
    case GDK_KEY_m:
      merge (self);
      return TRUE;
    case GDK_KEY_k:
      keep_apart (self);
      return TRUE;
    case GDK_KEY_n:
      go (self, 1);
      return TRUE;
    case GDK_KEY_p:
      go (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}
