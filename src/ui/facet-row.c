/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/facet-row.h"

#include "ui/context-menu.h"
#include "ui/kind-icon.h"
#include "ui/tip.h"
#include "ui/topic-colours.h"
#include "ui/words.h"

struct _EntFacetRow
{
  GtkWidget parent_instance;
  GtkWidget *check;
  GtkWidget *button;
  GtkBox *content;
  GtkLabel *name;
  GtkProgressBar *bar;
  GtkLabel *count;
  EntSession *session;
  EntFilterFacet facet;
  guint value;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (EntFacetRow, ent_facet_row, GTK_TYPE_WIDGET)

static void
on_check_toggled (EntFacetRow *self)
{
  if (!self->updating)
    ent_session_toggle_shown (self->session, self->facet, self->value);
}

static void
on_clicked (EntFacetRow *self)
{
  if (self->facet == ENT_FACET_TOPIC)
    ent_session_toggle_only (self->session, self->facet, self->value);
  else
    ent_session_toggle_value (self->session, self->facet, self->value);
}

/* A check button cannot be pressed over the accessibility bus of GTK 4.8; its row can. */
static void
toggle (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);

  ent_session_toggle_shown (self->session, self->facet, self->value);
}

static void
leave_out (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);

  ent_session_toggle_excluded (self->session, self->facet, self->value);
}

static void
show_only (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);

  ent_session_toggle_only (self->session, self->facet, self->value);
}

static void
clear_facet (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);

  ent_session_clear_facet (self->session, self->facet);
}

static GMenuModel *
make_menu (GtkWidget *widget)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);
  EntFilter *filter = ent_session_get_filter (self->session);
  const char *name = gtk_label_get_label (self->name);
  gboolean excluded = ent_filter_has_excluded (filter, self->facet, self->value);
  gboolean wanted = ent_filter_has_value (filter, self->facet, self->value);
  /* Translators: each is about a value that events are filtered by, such as “Taiwan”. */
  g_autofree char *only = g_strdup_printf (_ ("_Only “%s”"), name);
  g_autofree char *also = g_strdup_printf (wanted ? _ ("No Longer _Ask for “%s”") : _ ("_Ask for “%s” Too"), name);
  g_autofree char *out = g_strdup_printf (excluded ? _ ("Take “%s” _In Again") : _ ("_Leave “%s” Out"), name);
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, only, "facet.only");
  g_menu_append (menu, also, "facet.ask");
  g_menu_append (menu, out, "facet.leave-out");
  g_menu_append (menu, _ ("_Clear This List’s Filters"), "facet.clear");
  return G_MENU_MODEL (menu);
}

static void
ask (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  EntFacetRow *self = ENT_FACET_ROW (widget);

  ent_session_toggle_value (self->session, self->facet, self->value);
}

static void
ent_facet_row_dispose (GObject *object)
{
  EntFacetRow *self = ENT_FACET_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_facet_row_parent_class)->dispose (object);
}

static void
ent_facet_row_class_init (EntFacetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_facet_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/facet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFacetRow, check);
  gtk_widget_class_bind_template_child (widget_class, EntFacetRow, button);
  gtk_widget_class_bind_template_child (widget_class, EntFacetRow, content);
  gtk_widget_class_bind_template_child (widget_class, EntFacetRow, name);
  gtk_widget_class_bind_template_child (widget_class, EntFacetRow, bar);
  gtk_widget_class_bind_template_child (widget_class, EntFacetRow, count);
  gtk_widget_class_bind_template_callback (widget_class, on_check_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_install_action (widget_class, "facet.toggle", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "facet.only", NULL, show_only);
  gtk_widget_class_install_action (widget_class, "facet.ask", NULL, ask);
  gtk_widget_class_install_action (widget_class, "facet.leave-out", NULL, leave_out);
  gtk_widget_class_install_action (widget_class, "facet.clear", NULL, clear_facet);
  ent_context_menu_bind_keys (widget_class, make_menu);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetrow");
}

static void
ent_facet_row_init (EntFacetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_context_menu_add (GTK_WIDGET (self), make_menu);
}

/**
 * ent_facet_row_new:
 * @session: what to filter
 * @facet: what is asked of
 * @value: a value of it
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ent_facet_row_new (EntSession     *session,
                   EntFilterFacet  facet,
                   guint           value)
{
  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  EntFacetRow *self = g_object_new (ENT_TYPE_FACET_ROW, NULL);
  g_autofree char *name = ent_words_for_value (ent_session_get_vocabulary (session), facet, value);
  gboolean is_topic = facet == ENT_FACET_TOPIC;

  self->session = g_object_ref (session);
  self->facet = facet;
  self->value = value;
  gtk_label_set_label (self->name, name);
  gtk_widget_set_visible (self->check, is_topic);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_topic);
  if (is_topic)
    {
      g_autofree char *style = ent_topic_colours_dup_class (value);

      gtk_widget_add_css_class (GTK_WIDGET (self), style);
    }
  g_autofree char *tip = g_strdup_printf (is_topic ? _ ("Show only %s") : _ ("Ask for %s. Right-click to leave it out"),
                                          name);
  ent_tip_set (self->button, tip);
  if (facet == ENT_FACET_KIND)
    gtk_box_prepend (self->content, ent_kind_icon_new (value));
  return GTK_WIDGET (self);
}

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
set_marked (EntFacetRow *self,
            gboolean     shown,
            gboolean     wanted)
{
  gboolean excluded = ent_filter_has_excluded (ent_session_get_filter (self->session), self->facet, self->value);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), shown);
  self->updating = FALSE;
  set_style (GTK_WIDGET (self), "unasked", !shown);
  set_style (GTK_WIDGET (self), "left-out", excluded);
  set_style (self->button, "wanted", wanted);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               wanted ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * ent_facet_row_get_value:
 * @self: a row
 *
 * Returns: what it asks for
 */
guint
ent_facet_row_get_value (EntFacetRow *self)
{
  g_return_val_if_fail (ENT_IS_FACET_ROW (self), 0);

  return self->value;
}

/**
 * ent_facet_row_update:
 * @self: a row
 * @count: how many events its value gives
 * @most: the most that any value of the facet gives
 *
 * Shows how many there are, and whether the filter lets them through.
 */
void
ent_facet_row_update (EntFacetRow *self,
                      guint        count,
                      guint        most)
{
  g_return_if_fail (ENT_IS_FACET_ROW (self));

  const char *name = gtk_label_get_label (self->name);
  g_autofree char *number = g_strdup_printf ("%'u", count);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", count), count);
  /* Translators: the name of a topic, kind or state, and how many events it has: “Taiwan, 41 events”. */
  g_autofree char *label = g_strdup_printf (C_ ("filter", "%s, %s"), name, events);
  gboolean wanted = ent_filter_has_value (ent_session_get_filter (self->session), self->facet, self->value);

  gtk_label_set_label (self->count, number);
  gtk_progress_bar_set_fraction (self->bar, most > 0 ? count / (double) most : 0.0);
  set_marked (self, ent_session_is_shown (self->session, self->facet, self->value), wanted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
