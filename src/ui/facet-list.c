/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/facet-list.h"

#include <string.h>

#include "ui/after-frame.h"
#include "ui/facet-row.h"
#include "ui/words.h"

/* In a list as long as this one a name is found by typing. */
#define SEARCH_FROM 12
/* As many rows as one would scroll through; typing finds the others. */
#define MOST_ROWS 80

struct _EntFacetList
{
  GtkWidget parent_instance;
  GtkLabel *heading;
  GtkLabel *total;
  GtkWidget *clear;
  GtkWidget *search;
  GtkBox *rows;
  GtkButton *more;
  EntSession *session;
  EntRowSet *base; /* what the values were collected for */
  GArray *values;  /* of guint, those that have most events first */
  EntFilterFacet facet;
  guint limit; /* how many rows are shown before "more" is asked for */
  gboolean expanded;
  EntAfterFrame after_frame;
  guint frames_to_wait;
};

enum
{
  PROP_FACET = 1,
  PROP_TITLE,
  PROP_LIMIT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntFacetList, ent_facet_list, GTK_TYPE_WIDGET)

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const guint *counts = data;
  guint left = *(const guint *) a, right = *(const guint *) b;

  if (counts[left] != counts[right])
    return counts[left] > counts[right] ? -1 : 1;
  return left < right ? -1 : 1;
}

/* What is asked for or left out is shown, however few events it has. */
static gboolean
is_asked (EntFacetList *self,
          guint         value)
{
  EntFilter *filter = ent_session_get_filter (self->session);

  return ent_filter_has_value (filter, self->facet, value) || ent_filter_has_excluded (filter, self->facet, value);
}

static gboolean
is_found (EntFacetList *self,
          guint         value,
          const char   *wanted)
{
  g_autofree char *name = ent_words_for_value (ent_session_get_vocabulary (self->session), self->facet, value);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, wanted) != NULL;
}

/* The values that deserve a row now. */
static GArray *
choose_values (EntFacetList *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  guint most = self->expanded ? MOST_ROWS : self->limit;

  for (guint i = 0; i < self->values->len; i++)
    {
      guint value = g_array_index (self->values, guint, i);
      gboolean fits = chosen->len < most && (*wanted == '\0' || is_found (self, value, wanted));

      if (fits || is_asked (self, value))
        g_array_append_val (chosen, value);
    }
  return chosen;
}

static GtkWidget *
find_row (EntFacetList *self,
          guint         value)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (ent_facet_row_get_value (ENT_FACET_ROW (row)) == value)
        return row;
    }
  return NULL;
}

static void
update_more (EntFacetList *self,
             guint         n_rows)
{
  gboolean searches = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  guint hidden = self->values->len - MIN (n_rows, self->values->len);

  gtk_widget_set_visible (self->search, self->expanded && self->values->len >= SEARCH_FROM);
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          !searches && (self->expanded ? self->values->len > self->limit : hidden > 0));
  if (self->expanded)
    gtk_button_set_label (self->more, _ ("Fewer"));
  else
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u more…", "%u more…", hidden), hidden);

      gtk_button_set_label (self->more, label);
    }
}

/* What keeps its row keeps its focus too, and costs nothing. */
static void
fill_rows (EntFacetList *self)
{
  g_autoptr (GArray) values = choose_values (self);
  GtkWidget *last = NULL, *child;

  update_more (self, values->len);
  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      GtkWidget *row = find_row (self, value);

      if (row == NULL)
        {
          row = ent_facet_row_new (self->session, self->facet, value);
          gtk_box_insert_child_after (self->rows, row, last);
        }
      else if (gtk_widget_get_prev_sibling (row) != last)
        gtk_box_reorder_child_after (self->rows, row, last);
      last = row;
    }
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self->rows))) != last)
    gtk_box_remove (self->rows, child);
}

/* The values that have events in the relationship, whatever else the filter asks. */
static void
collect_values (EntFacetList *self)
{
  EntFilterIndex *index = ent_session_get_index (self->session);
  g_autoptr (EntFilter) base = ent_session_dup_base_filter (self->session);
  guint n;
  g_autofree guint *counts = ent_filter_index_count (index, base, self->facet, &n);

  g_array_set_size (self->values, 0);
  for (guint i = 0; i < n; i++)
    {
      if (counts[i] > 0)
        g_array_append_val (self->values, i);
    }
  g_array_sort_with_data (self->values, compare_counts, counts);
  g_autofree char *total = g_strdup_printf ("%u", self->values->len);
  gtk_label_set_label (self->total, total);
}

static void
update_rows (GtkWidget *widget)
{
  EntFacetList *self = ENT_FACET_LIST (widget);
  gboolean filtered = ent_session_has_facet_filter (self->session, self->facet);
  guint n, most = 0;
  g_autofree guint *counts = ent_filter_index_count (ent_session_get_index (self->session),
                                                     ent_session_get_filter (self->session), self->facet, &n);

  fill_rows (self);
  for (guint i = 0; i < self->values->len; i++)
    most = MAX (most, counts[g_array_index (self->values, guint, i)]);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ent_facet_row_update (ENT_FACET_ROW (row), counts[ent_facet_row_get_value (ENT_FACET_ROW (row))], most);
  gtk_widget_set_visible (self->clear, filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->total), !filtered);
  /* A choice of one is none. */
  gtk_widget_set_visible (GTK_WIDGET (self), self->values->len > (self->facet >= ENT_FACET_STATUS ? 1 : 0) || filtered);
}

static void
on_frame (GtkWidget *widget)
{
  EntFacetList *self = ENT_FACET_LIST (widget);

  if (self->frames_to_wait == 0)
    {
      update_rows (widget);
      return;
    }
  self->frames_to_wait--;
  ent_after_frame_do (&self->after_frame, widget, on_frame);
}

static void
on_rows_changed (EntFacetList *self)
{
  EntRowSet *base = ent_session_get_base_rows (self->session);

  if (base == NULL)
    return;
  if (base != self->base)
    {
      g_clear_pointer (&self->base, ent_row_set_unref);
      self->base = ent_row_set_ref (base);
      collect_values (self);
      /* Of other events each list may have to make its rows anew: a list a frame, from the first to the last. */
      self->frames_to_wait = self->facet;
    }
  /* The events come first; what the values count follows a frame later. */
  ent_after_frame_do (&self->after_frame, GTK_WIDGET (self), on_frame);
}

static void
on_more_clicked (EntFacetList *self)
{
  self->expanded = !self->expanded;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update_rows (GTK_WIDGET (self));
  if (gtk_widget_get_visible (self->search))
    gtk_widget_grab_focus (self->search);
}

static void
on_search_changed (EntFacetList *self)
{
  if (self->session != NULL && self->base != NULL)
    update_rows (GTK_WIDGET (self));
}

static void
on_clear_clicked (EntFacetList *self)
{
  ent_session_clear_facet (self->session, self->facet);
}

static void
ent_facet_list_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EntFacetList *self = ENT_FACET_LIST (object);

  switch (id)
    {
    case PROP_FACET:
      g_value_set_uint (value, self->facet);
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->heading));
      break;
    case PROP_LIMIT:
      g_value_set_uint (value, self->limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_title (EntFacetList *self,
           const char   *title)
{
  /* Translators: of one of the lists of filters, such as “Topics”. */
  g_autofree char *find = g_strdup_printf (_ ("Find in %s"), title);
  g_autofree char *clear = g_strdup_printf (_ ("Clear the filters of %s"), title);

  gtk_label_set_label (self->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
}

static void
ent_facet_list_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EntFacetList *self = ENT_FACET_LIST (object);

  switch (id)
    {
    case PROP_FACET:
      self->facet = g_value_get_uint (value);
      break;
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_LIMIT:
      self->limit = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_facet_list_dispose (GObject *object)
{
  EntFacetList *self = ENT_FACET_LIST (object);
  GtkWidget *child;

  ent_facet_list_set_session (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->base, ent_row_set_unref);
  g_clear_pointer (&self->values, g_array_unref);

  G_OBJECT_CLASS (ent_facet_list_parent_class)->dispose (object);
}

static void
ent_facet_list_class_init (EntFacetListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ent_facet_list_get_property;
  object_class->set_property = ent_facet_list_set_property;
  object_class->dispose = ent_facet_list_dispose;

  properties[PROP_FACET] = g_param_spec_uint ("facet", NULL, NULL, 0, ENT_N_FACETS - 1, ENT_FACET_TOPIC, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_LIMIT] = g_param_spec_uint ("limit", NULL, NULL, 1, G_MAXUINT, 8, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/facet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFacetList, heading);
  gtk_widget_class_bind_template_child (widget_class, EntFacetList, total);
  gtk_widget_class_bind_template_child (widget_class, EntFacetList, clear);
  gtk_widget_class_bind_template_child (widget_class, EntFacetList, search);
  gtk_widget_class_bind_template_child (widget_class, EntFacetList, rows);
  gtk_widget_class_bind_template_child (widget_class, EntFacetList, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_facet_list_init (EntFacetList *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ent_facet_list_set_session:
 * @self: a list
 * @session: (nullable): what to filter
 *
 * Shows the values of a session's events.
 */
void
ent_facet_list_set_session (EntFacetList *self,
                            EntSession   *session)
{
  g_return_if_fail (ENT_IS_FACET_LIST (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  ent_after_frame_cancel (&self->after_frame);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (on_rows_changed), self);
  on_rows_changed (self);
}
