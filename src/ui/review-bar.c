/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/review-bar.h"

#include <glib/gi18n.h>

#include "ui/event-changes.h"
#include "ui/event-editor.h"
#include "ui/split-dialog.h"
#include "ui/wrap-layout.h"

struct _EntReviewBar
{
  GtkWidget parent_instance;
  GtkLabel *state;
  GtkLabel *challenge;
  GtkWidget *buttons;
  GtkWidget *accept;
  GtkWidget *reject;
  GtkMenuButton *more;

  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntReviewBar, ent_review_bar, GTK_TYPE_WIDGET)

static guint32
get_row (EntReviewBar *self)
{
  return self->session != NULL ? ent_session_get_selected (self->session) : ENT_ROW_NONE;
}

static void
accept (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  EntReviewBar *self = ENT_REVIEW_BAR (widget);

  ent_event_changes_review (self->session, get_row (self), ENT_REVIEW_ACCEPTED);
}

static void
reject (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  EntReviewBar *self = ENT_REVIEW_BAR (widget);

  ent_event_changes_review (self->session, get_row (self), ENT_REVIEW_REJECTED);
}

static void
restore (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  EntReviewBar *self = ENT_REVIEW_BAR (widget);

  ent_event_changes_restore (self->session, get_row (self));
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntReviewBar *self = ENT_REVIEW_BAR (widget);
  GtkWidget *editor = ent_event_editor_new (self->session, get_row (self));

  gtk_window_set_transient_for (GTK_WINDOW (editor), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (editor));
}

static void
split (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  EntReviewBar *self = ENT_REVIEW_BAR (widget);

  ent_split_dialog_show (widget, self->session, get_row (self));
}

/* Also shows again what was hidden. */
static void
hide (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntReviewBar *self = ENT_REVIEW_BAR (widget);
  guint16 edited = ent_event_store_get_edited (ent_session_get_store (self->session), get_row (self));

  ent_event_changes_hide (self->session, get_row (self), !(edited & ENT_EDITED_HIDDEN));
}

/* Who said it and when is in the file, which somebody else may be busy with. */
static char *
dup_who (EntReviewBar *self,
         guint32       row)
{
  EntArchiveWorker *worker = ent_session_get_worker (self->session);
  EntArchive *archive = ent_archive_worker_get_archive (worker);
  const char *id = ent_event_store_get_id (ent_session_get_store (self->session), row);
  g_auto (EntReviewInfo) info = { ENT_REVIEW_MACHINE };

  if (archive == NULL || ent_archive_worker_is_busy (worker) || !ent_archive_get_review (archive, id, &info))
    return NULL;
  g_autoptr (GDateTime) time = info.time != NULL ? g_date_time_new_from_iso8601 (info.time, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%x") : NULL;
  if (info.coder != NULL && *info.coder != '\0' && day != NULL)
    return g_strdup_printf ("%s, %s", info.coder, day);
  return g_steal_pointer (&day);
}

static char *
dup_state (EntReviewBar *self,
           guint32       row)
{
  const EntEventStore *store = ent_session_get_store (self->session);
  guint16 edited = ent_event_store_get_edited (store, row);
  g_autofree char *who = dup_who (self, row);
  const char *words;

  if (edited & ENT_EDITED_HIDDEN)
    return g_strdup (_ ("Hidden by you"));
  switch ((EntReview) ent_event_store_get_columns (store)->review[row])
    {
    case ENT_REVIEW_ACCEPTED:
      words = _ ("Checked");
      break;
    case ENT_REVIEW_EDITED:
      words = _ ("Corrected");
      break;
    case ENT_REVIEW_REJECTED:
      words = _ ("Rejected");
      break;
    case ENT_REVIEW_MACHINE:
    case ENT_N_REVIEWS:
    default:
      if (ent_session_is_blind (self->session))
        return g_strdup (_ ("Not coded by you yet"));
      return g_strdup (edited & ENT_EDITED_ADDED ? _ ("Added by you")
                                                 : _ ("Found by Entente, not checked"));
    }
  /* Translators: whether an event was checked, and by whom and when: “Checked · Anna Example, 3/5/26” */
  return who != NULL ? g_strdup_printf (_ ("%s · %s"), words, who) : g_strdup (words);
}

static GMenuModel *
new_menu (EntEventStore *store,
          guint32        row)
{
  GMenu *menu = g_menu_new ();
  gboolean hidden = ent_event_store_get_edited (store, row) & ENT_EDITED_HIDDEN;

  g_menu_append (menu, _ ("_Split Accounts Apart…"), "review.split");
  g_menu_append (menu, _ ("_Merge With Another Event…"), "win.merge('')");
  g_menu_append (menu, hidden ? _ ("_Show Again") : _ ("_Hide"), "review.hide");
  g_menu_append (menu, _ ("Res_tore What Was Parsed"), "review.restore");
  return G_MENU_MODEL (menu);
}

static void
update (EntReviewBar *self)
{
  guint32 row = get_row (self);
  EntEventStore *store = ent_session_get_store (self->session);

  if (store == NULL || row == ENT_ROW_NONE)
    return;
  gboolean possible = ent_event_changes_are_possible (self->session);
  gboolean is_edited = ent_event_store_get_edited (store, row) != 0;
  gboolean is_challenged = ent_event_store_is_challenged (store, row);
  EntReview review = (EntReview) ent_event_store_get_columns (store)->review[row];
  g_autofree char *state = dup_state (self, row);
  g_autoptr (GMenuModel) more = new_menu (store, row);

  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->challenge), is_challenged);
  gtk_widget_set_visible (self->buttons, possible);
  gtk_widget_set_visible (self->accept, review == ENT_REVIEW_MACHINE || is_challenged);
  gtk_widget_set_visible (self->reject, review != ENT_REVIEW_REJECTED);
  gtk_menu_button_set_menu_model (self->more, more);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.accept", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.edit", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.reject", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.restore",
                                 possible && (review != ENT_REVIEW_MACHINE || is_edited));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.split",
                                 possible && ent_event_store_get_n_accounts (store, row) > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.hide", possible);
}

static void
ent_review_bar_dispose (GObject *object)
{
  EntReviewBar *self = ENT_REVIEW_BAR (object);
  GtkWidget *child;

  ent_review_bar_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_review_bar_parent_class)->dispose (object);
}

static void
ent_review_bar_class_init (EntReviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_review_bar_dispose;
  g_type_ensure (ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/review-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntReviewBar, state);
  gtk_widget_class_bind_template_child (widget_class, EntReviewBar, challenge);
  gtk_widget_class_bind_template_child (widget_class, EntReviewBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, EntReviewBar, accept);
  gtk_widget_class_bind_template_child (widget_class, EntReviewBar, reject);
  gtk_widget_class_bind_template_child (widget_class, EntReviewBar, more);
  gtk_widget_class_install_action (widget_class, "review.accept", NULL, accept);
  gtk_widget_class_install_action (widget_class, "review.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "review.reject", NULL, reject);
  gtk_widget_class_install_action (widget_class, "review.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "review.split", NULL, split);
  gtk_widget_class_install_action (widget_class, "review.hide", NULL, hide);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_review_bar_init (EntReviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_review_bar_set_session:
 * @self: a bar
 * @session: (nullable): whose selected event to check
 *
 * Shows whether what is selected in a session was checked.
 */
void
ent_review_bar_set_session (EntReviewBar *self,
                            EntSession   *session)
{
  g_return_if_fail (ENT_IS_REVIEW_BAR (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::index", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::busy", G_CALLBACK (update), self);
  update (self);
}
