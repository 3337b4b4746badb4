/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/event-list-view.h"

#include "model/event-list.h"
#include "model/event-title.h"
#include "model/event.h"
#include "ui/kind-icon.h"
#include "ui/list-parts.h"
#include "ui/ui-translator.h"
#include "ui/words.h"

struct _EntEventListView
{
  GtkWidget parent_instance;
  GtkListView *list;
  EntSession *session;
  EntEventList *events;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntEventListView, ent_event_list_view, GTK_TYPE_WIDGET)

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (line), ent_kind_icon_new (ENT_KIND_MEETING));
  gtk_box_append (GTK_BOX (line), ent_list_words_new ());
  gtk_list_item_set_child (item, line);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  EntEvent *event = gtk_list_item_get_item (item);
  EntEventStore *store = ent_event_get_store (event);
  guint32 row = ent_event_get_row (event);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *words = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));

  ent_kind_icon_set_kind (ENT_KIND_ICON (icon), ent_event_store_get_columns (store)->kind[row]);
  ent_list_words_set (gtk_widget_get_next_sibling (icon), words, date);
}

static void
on_activate (EntEventListView *self,
             guint             position)
{
  g_autoptr (EntEvent) event = g_list_model_get_item (G_LIST_MODEL (self->events), position);

  if (event == NULL)
    return;
  ent_session_set_selected (self->session, ent_event_get_row (event));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
ent_event_list_view_dispose (GObject *object)
{
  EntEventListView *self = ENT_EVENT_LIST_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->events);

  G_OBJECT_CLASS (ent_event_list_view_parent_class)->dispose (object);
}

static void
ent_event_list_view_class_init (EntEventListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_event_list_view_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_EVENT_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/event-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntEventListView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_event_list_view_init (EntEventListView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ent_event_list_view_new:
 *
 * Returns: (transfer floating): a list of no events
 */
GtkWidget *
ent_event_list_view_new (void)
{
  return g_object_new (ENT_TYPE_EVENT_LIST_VIEW, NULL);
}

/**
 * ent_event_list_view_set_rows:
 * @self: a list
 * @session: whose events
 * @rows: which of them
 *
 * Lists events.
 */
void
ent_event_list_view_set_rows (EntEventListView *self,
                              EntSession       *session,
                              EntRowSet        *rows)
{
  g_return_if_fail (ENT_IS_EVENT_LIST_VIEW (self) && ENT_IS_SESSION (session) && rows != NULL);

  g_set_object (&self->session, session);
  if (self->events != NULL)
    {
      ent_event_list_set_store (self->events, ent_session_get_store (session), rows);
      return;
    }
  self->events = ent_event_list_new (ent_session_get_store (session), rows);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->events)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}
