/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/filter-sidebar.h"

#include <string.h>

#include "ui/facet-list.h"
#include "ui/saved-filters.h"
#include "ui/text-scale.h"

#define WIDTH 256
#define MOST_WIDENED 1.4 /* letters that are larger wrap more */

struct _EntFilterSidebar
{
  GtkWidget parent_instance;
  GtkEditable *search;
  GtkWidget *lists;
  EntFacetList *topics;
  EntFacetList *kinds;
  EntFacetList *issuers;
  EntFacetList *actors;
  EntFacetList *statuses;
  EntFacetList *assertions;
  EntFacetList *reviews;
  EntSavedFilters *saved;
  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntFilterSidebar, ent_filter_sidebar, GTK_TYPE_WIDGET)

static void
on_search_changed (EntFilterSidebar *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  if (self->session == NULL)
    return;
  ent_session_search (self->session, *words != '\0' ? words : NULL);
}

/* Words that came or went by another way, such as a chip's button, also do in the entry. */
static void
on_filter_changed (EntFilterSidebar *self)
{
  const char *words = ent_filter_get_words (ent_session_get_filter (self->session));
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  if (g_strcmp0 (words != NULL ? words : "", typed) != 0)
    gtk_editable_set_text (self->search, words != NULL ? words : "");
}

static void
ent_filter_sidebar_dispose (GObject *object)
{
  EntFilterSidebar *self = ENT_FILTER_SIDEBAR (object);
  GtkWidget *child;

  ent_filter_sidebar_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_filter_sidebar_parent_class)->dispose (object);
}

static void
ent_filter_sidebar_class_init (EntFilterSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_FACET_LIST);
  g_type_ensure (ENT_TYPE_SAVED_FILTERS);
  G_OBJECT_CLASS (klass)->dispose = ent_filter_sidebar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/filter-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, lists);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, topics);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, kinds);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, issuers);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, actors);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, statuses);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, assertions);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, reviews);
  gtk_widget_class_bind_template_child (widget_class, EntFilterSidebar, saved);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_set_css_name (widget_class, "filtersidebar");
}

static void
ent_filter_sidebar_init (EntFilterSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_text_scale_widen (GTK_WIDGET (self), WIDTH, MOST_WIDENED);
  g_object_set (self->topics, "facet", ENT_FACET_TOPIC, NULL);
  g_object_set (self->kinds, "facet", ENT_FACET_KIND, NULL);
  g_object_set (self->issuers, "facet", ENT_FACET_ISSUER, NULL);
  g_object_set (self->actors, "facet", ENT_FACET_ACTOR, NULL);
  g_object_set (self->statuses, "facet", ENT_FACET_STATUS, NULL);
  g_object_set (self->assertions, "facet", ENT_FACET_ASSERTION, NULL);
  g_object_set (self->reviews, "facet", ENT_FACET_REVIEW, NULL);
}

/**
 * ent_filter_sidebar_set_session:
 * @self: a sidebar
 * @session: (nullable): what to filter
 *
 * Filters a session.
 */
void
ent_filter_sidebar_set_session (EntFilterSidebar *self,
                                EntSession       *session)
{
  g_return_if_fail (ENT_IS_FILTER_SIDEBAR (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  ent_saved_filters_set_session (self->saved, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::filter", G_CALLBACK (on_filter_changed), self);
      ent_facet_list_set_session (self->topics, session);
      ent_facet_list_set_session (self->kinds, session);
      ent_facet_list_set_session (self->issuers, session);
      ent_facet_list_set_session (self->actors, session);
      ent_facet_list_set_session (self->statuses, session);
      ent_facet_list_set_session (self->assertions, session);
      ent_facet_list_set_session (self->reviews, session);
    }
}

/**
 * ent_filter_sidebar_set_settings:
 * @self: a sidebar
 * @settings: (nullable): where filters are saved
 */
void
ent_filter_sidebar_set_settings (EntFilterSidebar *self,
                                 GSettings        *settings)
{
  g_return_if_fail (ENT_IS_FILTER_SIDEBAR (self));

  ent_saved_filters_set_settings (self->saved, settings);
}

/**
 * ent_filter_sidebar_show_lists:
 * @self: a sidebar
 * @shown: whether its lists are shown
 *
 * Without them it keeps its place.
 */
void
ent_filter_sidebar_show_lists (EntFilterSidebar *self,
                               gboolean          shown)
{
  g_return_if_fail (ENT_IS_FILTER_SIDEBAR (self));

  gtk_widget_set_visible (self->lists, shown);
}

/**
 * ent_filter_sidebar_find:
 * @self: a sidebar
 *
 * Puts the cursor where words are typed.
 */
void
ent_filter_sidebar_find (EntFilterSidebar *self)
{
  g_return_if_fail (ENT_IS_FILTER_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

/**
 * ent_filter_sidebar_show_inside:
 * @self: a sidebar
 * @shown: whether what is in it is shown
 *
 * Without it it keeps its place.
 */
void
ent_filter_sidebar_show_inside (EntFilterSidebar *self,
                                gboolean          shown)
{
  g_return_if_fail (ENT_IS_FILTER_SIDEBAR (self));

  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), shown);
}
