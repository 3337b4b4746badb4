/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/relationship-switcher.h"

#include "model/review-order.h"
#include "ui/words.h"

/* Of thousands of pairs only the richest that match are listed; typing finds the others. */
#define ROWS_MAX 60

struct _EntRelationshipSwitcher
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkPopover *popover;
  GtkEditable *search;
  GtkListBox *list;
  EntSession *session;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntRelationshipSwitcher, ent_relationship_switcher, GTK_TYPE_WIDGET)

static char *
make_name (EntRelationshipSwitcher *self,
           const guint16           *actors,
           gsize                    n)
{
  g_autoptr (EntFilter) everything = ent_filter_new ();
  g_autoptr (EntFilter) filter = ent_filter_with_between (everything, actors, n, FALSE);

  return ent_words_for_between (ent_session_get_vocabulary (self->session), filter);
}

static void
on_row_activated (EntRelationshipSwitcher *self,
                  GtkListBoxRow           *row)
{
  GArray *relationships = ent_session_get_relationships (self->session);
  int at = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "relationship"));

  gtk_popover_popdown (self->popover);
  if (at < 0)
    ent_session_set_between (self->session, NULL, 0);
  else if ((guint) at < relationships->len)
    ent_session_set_between (self->session, g_array_index (relationships, EntRelationship, at).actors, 2);
}

static void
add_row (EntRelationshipSwitcher *self,
         const char              *name,
         guint                    n_events,
         int                      at)
{
  g_autofree char *count = g_strdup_printf ("%u", n_events);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  g_autofree char *spoken = g_strdup_printf (C_ ("filter", "%s, %s"), name, events);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), "relationship", GINT_TO_POINTER (at));
  gtk_list_box_append (self->list, row);
}

static void
fill_list (EntRelationshipSwitcher *self)
{
  GArray *relationships = self->session != NULL ? ent_session_get_relationships (self->session) : NULL;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *everyone = NULL;
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (relationships == NULL)
    return;

  everyone = make_name (self, NULL, 0);
  if (*wanted == '\0')
    add_row (self, everyone, ent_event_store_get_n_events (ent_session_get_store (self->session)), -1);
  for (guint i = 0; i < relationships->len && n < ROWS_MAX; i++)
    {
      const EntRelationship *relationship = &g_array_index (relationships, EntRelationship, i);
      g_autofree char *name = make_name (self, relationship->actors, 2);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (strstr (folded, wanted) == NULL)
        continue;
      add_row (self, name, relationship->n_events, (int) i);
      n++;
    }
}

static void
on_popover_shown (EntRelationshipSwitcher *self)
{
  gtk_editable_set_text (self->search, "");
  fill_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The search's Return key takes the first that matches. */
static void
on_search_activated (EntRelationshipSwitcher *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    on_row_activated (self, row);
}

/* How many statements tell the relationship's events. */
static guint
count_statements (EntRelationshipSwitcher *self)
{
  GArray *relationships = ent_session_get_relationships (self->session);
  gsize n;
  gboolean strict;
  const guint16 *actors = ent_filter_get_between (ent_session_get_filter (self->session), &n, &strict);

  for (guint i = 0; n == 2 && i < relationships->len; i++)
    {
      const EntRelationship *relationship = &g_array_index (relationships, EntRelationship, i);

      if ((relationship->actors[0] == actors[0] && relationship->actors[1] == actors[1])
          || (relationship->actors[0] == actors[1] && relationship->actors[1] == actors[0]))
        return relationship->n_statements;
    }
  return ent_event_store_get_n_statements (ent_session_get_store (self->session));
}

static void
update (EntRelationshipSwitcher *self)
{
  gboolean open = ent_session_get_index (self->session) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), open);
  if (!open)
    return;
  guint n_statements = count_statements (self);
  guint n_events = ent_row_set_get_count (ent_session_get_base_rows (self->session));
  guint n_checked = ent_review_count_checked (ent_session_get_store (self->session),
                                              ent_session_get_base_rows (self->session));
  g_autofree char *name = ent_words_for_between (ent_session_get_vocabulary (self->session),
                                                 ent_session_get_filter (self->session));
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                                 n_statements);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: “62 statements · 148 events” */
  g_autofree char *counts = g_strdup_printf (_ ("%s · %s"), statements, events);
  g_autofree char *checked = g_strdup_printf (ngettext ("%u checked", "%u checked", n_checked), n_checked);
  /* Translators: “62 statements · 148 events · 118 checked” */
  g_autofree char *subtitle = n_checked > 0 ? g_strdup_printf (_ ("%s · %s"), counts, checked) : g_strdup (counts);
  g_autofree char *spoken = g_strdup_printf (_ ("Relationship: %s"), name);

  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
ent_relationship_switcher_get_property (GObject    *object,
                                        guint       id,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, ent_relationship_switcher_get_title (ENT_RELATIONSHIP_SWITCHER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ent_relationship_switcher_dispose (GObject *object)
{
  EntRelationshipSwitcher *self = ENT_RELATIONSHIP_SWITCHER (object);
  GtkWidget *child;

  ent_relationship_switcher_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ent_relationship_switcher_parent_class)->dispose (object);
}

static void
ent_relationship_switcher_class_init (EntRelationshipSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_relationship_switcher_get_property;
  object_class->dispose = ent_relationship_switcher_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/relationship-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, title);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, search);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, list);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_relationship_switcher_init (EntRelationshipSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->title, g_get_application_name ());
}

/**
 * ent_relationship_switcher_set_session:
 * @self: a switcher
 * @session: (nullable): what it switches
 *
 * Shows and changes whose relationship a session is about.
 */
void
ent_relationship_switcher_set_session (EntRelationshipSwitcher *self,
                                       EntSession              *session)
{
  g_return_if_fail (ENT_IS_RELATIONSHIP_SWITCHER (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (update), self);
  update (self);
}

/**
 * ent_relationship_switcher_get_title:
 * @self: a switcher
 *
 * Returns: (transfer none): whose relationship is shown, in words
 */
const char *
ent_relationship_switcher_get_title (EntRelationshipSwitcher *self)
{
  g_return_val_if_fail (ENT_IS_RELATIONSHIP_SWITCHER (self), NULL);

  return gtk_label_get_label (self->title);
}

/**
 * ent_relationship_switcher_get_subtitle:
 * @self: a switcher
 *
 * Returns: (transfer none): how many statements and events it has, in words
 */
const char *
ent_relationship_switcher_get_subtitle (EntRelationshipSwitcher *self)
{
  g_return_val_if_fail (ENT_IS_RELATIONSHIP_SWITCHER (self), NULL);

  return gtk_label_get_label (self->subtitle);
}
