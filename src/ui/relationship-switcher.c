/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/relationship-switcher.h"

#include <string.h>

#include "model/review-order.h"
#include "ui/list-parts.h"
#include "ui/spark-line.h"
#include "ui/tip.h"
#include "ui/words.h"

/* Of thousands of pairs only the richest that match are listed; typing finds the others. */
#define LEAST_CHARACTERS 14 /* of a title that is cut */
#define ROWS_MAX 60
#define ACTORS_MAX 12
#define N_BARS 24
#define OUTLIERS 50 /* one event in so many at either end is passed over */

struct _EntRelationshipSwitcher
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkLabel *title;
  GtkLabel *short_title; /* where there is no room for the other */
  GtkLabel *subtitle;
  GtkPopover *popover;
  GtkEditable *search;
  GtkListBox *list;
  EntSession *session;
  GtkCheckButton *bearing; /* whether what only bears on the relationship is shown */
  gboolean updating;
  EntDay from, to; /* the time of all relationships, for their spark lines */
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntRelationshipSwitcher, ent_relationship_switcher, GTK_TYPE_WIDGET)

static gboolean
is_same_pair (const guint16 *a,
              const guint16 *b)
{
  return (a[0] == b[0] && a[1] == b[1]) || (a[0] == b[1] && a[1] == b[0]);
}

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
  GArray *actors = g_object_get_data (G_OBJECT (row), "actors");

  gtk_popover_popdown (self->popover);
  ent_session_set_between (self->session, (const guint16 *) (gpointer) actors->data, actors->len);
}

/* Whether they are asked for, alone or among others. */
static gboolean
is_chosen (EntRelationshipSwitcher *self,
           const guint16           *actors,
           gsize                    n)
{
  gsize n_now, n_also;
  const guint16 *now = ent_filter_get_between (ent_session_get_filter (self->session), &n_now, NULL);
  const EntFilterPair *also = ent_filter_get_also (ent_session_get_filter (self->session), &n_also);

  if (n == 2)
    {
      for (gsize i = 0; i < n_also; i++)
        {
          if (is_same_pair (also[i].actors, actors))
            return TRUE;
        }
      return n_now == 2 && is_same_pair (now, actors);
    }
  return n == n_now && (n == 0 || memcmp (actors, now, n * sizeof *actors) == 0);
}

/* The rows agree with what is asked for, whichever of them was pressed. */
static void
update_rows (EntRelationshipSwitcher *self)
{
  gsize n;
  gboolean strict;

  self->updating = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GArray *actors = g_object_get_data (G_OBJECT (row), "actors");
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "check");
      gboolean chosen = is_chosen (self, (const guint16 *) (gpointer) actors->data, actors->len);

      if (chosen)
        gtk_widget_add_css_class (row, "chosen-relationship");
      else
        gtk_widget_remove_css_class (row, "chosen-relationship");
      if (check != NULL)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
    }
  ent_filter_get_between (ent_session_get_filter (self->session), &n, &strict);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bearing), n > 1);
  gtk_check_button_set_active (self->bearing, !strict);
  self->updating = FALSE;
}

/* One more relationship beside those shown, or one less. */
static void
on_check_toggled (GtkCheckButton *check,
                  gpointer        row)
{
  EntRelationshipSwitcher *self = ENT_RELATIONSHIP_SWITCHER (gtk_widget_get_ancestor (GTK_WIDGET (check),
                                                                                      ENT_TYPE_RELATIONSHIP_SWITCHER));
  GArray *actors = g_object_get_data (G_OBJECT (row), "actors");

  if (self == NULL || self->updating)
    return;
  EntFilterPair pair = { { g_array_index (actors, guint16, 0), g_array_index (actors, guint16, 1) } };
  g_autoptr (EntFilter) filter = ent_filter_with_also (ent_session_get_filter (self->session), pair,
                                                       gtk_check_button_get_active (check));
  ent_session_set_relationship (self->session, filter);
  update_rows (self);
}

/* What bears on the relationship is told apart on the timeline; here it can be left out. */
static void
on_bearing_toggled (EntRelationshipSwitcher *self)
{
  if (self->updating || self->session == NULL)
    return;
  g_autoptr (EntFilter) filter = ent_filter_with_strict (ent_session_get_filter (self->session),
                                                         !gtk_check_button_get_active (self->bearing));
  ent_session_set_filter (self->session, filter);
}

/* How many events the actors share in each part of all the time there is: the rows are in the order of their days. */
static void
count_over_time (EntRelationshipSwitcher *self,
                 const guint16           *actors,
                 gsize                    n,
                 guint                    counts[N_BARS])
{
  EntFilterIndex *index = ent_session_get_index (self->session);
  EntEventStore *store = ent_session_get_store (self->session);
  g_autoptr (EntRowSet) all = ent_row_set_new_all (ent_event_store_get_n_events (store));
  const EntRowSet *first = n > 0 ? ent_filter_index_get_rows (index, ENT_FACET_ACTOR, actors[0]) : all;
  const EntRowSet *second = n > 1 ? ent_filter_index_get_rows (index, ENT_FACET_ACTOR, actors[1]) : first;
  guint32 row = ent_event_store_end_row_at (store, self->from - 1);

  for (guint i = 0; i < N_BARS; i++)
    {
      EntDay day = self->from + (EntDay) ((gint64) (self->to - self->from) * (i + 1) / N_BARS);
      guint32 end = ent_event_store_end_row_at (store, day);

      counts[i] = ent_row_set_count_and (first, second, row, MAX (row, end));
      row = MAX (row, end);
    }
}

static char *
dup_span (EntDay first,
          EntDay last)
{
  if (first == ENT_DAY_OPEN_START || last == ENT_DAY_OPEN_END || first > last)
    return g_strdup ("");
  return ent_words_for_date (ent_edtf_interval (ent_edtf_point_year (ent_civil_date_from_day (first).year),
                                                ent_edtf_point_year (ent_civil_date_from_day (last).year)));
}

static void
add_row (EntRelationshipSwitcher *self,
         const char              *name,
         const char              *span,
         guint                    n_events,
         const guint16           *actors,
         gsize                    n)
{
  g_autofree char *count = g_strdup_printf ("%'u", n_events);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: the name of a relationship, how many events it has, and the years of the first and the last one. */
  g_autofree char *spoken = g_strdup_printf (C_ ("relationship", "%s, %s, %s"), name, events, span);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint16));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = ent_list_words_new ();
  GtkWidget *number = gtk_label_new (count);
  guint counts[N_BARS];

  count_over_time (self, actors, n, counts);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_width_chars (GTK_LABEL (number), 5);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  if (n == 2)
    {
      GtkWidget *check = gtk_check_button_new ();
      /* Translators: of a relationship, beside those that are shown already. */
      g_autofree char *also = g_strdup_printf (_ ("Show %s too"), name);

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      ent_tip_set (check, also);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, also, -1);
      g_object_set_data (G_OBJECT (row), "check", check);
      g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), row);
      gtk_box_append (GTK_BOX (box), check);
    }
  ent_list_words_set (words, name, span);
  gtk_box_append (GTK_BOX (box), words);
  GtkWidget *spark = ent_spark_line_new (counts, N_BARS);
  gtk_widget_add_css_class (spark, "dim-label");
  gtk_box_append (GTK_BOX (box), spark);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (n > 0)
    g_array_append_vals (chosen, actors, (guint) n);
  g_object_set_data_full (G_OBJECT (row), "actors", chosen, (GDestroyNotify) g_array_unref);
  gtk_list_box_append (self->list, row);
}

/* The time that most of the events are of: a lone one of long ago or far ahead would leave no room for the others. */
static void
find_time (EntRelationshipSwitcher *self)
{
  EntEventStore *store = ent_session_get_store (self->session);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  guint32 start = ent_event_store_end_row_at (store, ENT_DAY_OPEN_START);
  guint32 n = columns->n - MIN (start, columns->n);

  self->from = n > 0 ? columns->earliest[start + n / OUTLIERS] : 0;
  self->to = n > 0 ? columns->earliest[columns->n - 1 - n / OUTLIERS] : 0;
}

/* All relationships of one actor, where it has several. */
static void
add_actors (EntRelationshipSwitcher *self,
            GArray                  *relationships,
            const char              *wanted)
{
  EntFilterIndex *index = ent_session_get_index (self->session);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < relationships->len && n < ACTORS_MAX; i++)
    {
      for (guint j = 0; j < 2; j++)
        {
          guint16 actor = g_array_index (relationships, EntRelationship, i).actors[j];
          guint met = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, GUINT_TO_POINTER (actor))) + 1;
          g_autofree char *name = make_name (self, &actor, 1);
          g_autofree char *folded = g_utf8_casefold (name, -1);

          g_hash_table_insert (pairs, GUINT_TO_POINTER (actor), GUINT_TO_POINTER (met));
          if (met != 2 || strstr (folded, wanted) == NULL)
            continue;
          add_row (self, name, "",
                   ent_row_set_get_count (ent_filter_index_get_rows (index, ENT_FACET_ACTOR, actor)), &actor, 1);
          n++;
        }
    }
}

static void
fill_list (EntRelationshipSwitcher *self)
{
  GArray *relationships = self->session != NULL ? ent_session_get_relationships (self->session) : NULL;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *everyone = NULL;
  guint n = 0;

  ent_list_clear (self->list);
  if (relationships == NULL)
    return;

  find_time (self);
  everyone = make_name (self, NULL, 0);
  if (*wanted == '\0')
    add_row (self, everyone, "", ent_event_store_get_n_events (ent_session_get_store (self->session)), NULL, 0);
  for (guint i = 0; i < relationships->len && n < ROWS_MAX; i++)
    {
      const EntRelationship *relationship = &g_array_index (relationships, EntRelationship, i);
      g_autofree char *name = make_name (self, relationship->actors, 2);
      g_autofree char *folded = g_utf8_casefold (name, -1);
      g_autofree char *span = dup_span (relationship->first, relationship->last);

      if (strstr (folded, wanted) == NULL)
        continue;
      add_row (self, name, span, relationship->n_events, relationship->actors, 2);
      n++;
    }
  add_actors (self, relationships, wanted);
  update_rows (self);
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

/* How many statements tell the events of several relationships, or of one actor's. */
static guint
count_tellers (EntRelationshipSwitcher *self)
{
  EntEventStore *store = ent_session_get_store (self->session);
  EntRowSet *rows = ent_session_get_base_rows (self->session);
  g_autofree guint8 *tells = g_new0 (guint8, ent_event_store_get_n_statements (store) + 1);
  guint n = 0;

  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      guint n_accounts = ent_event_store_get_n_accounts (store, row);

      for (guint i = 0; i < n_accounts; i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          n += tells[account.statement] == 0;
          tells[account.statement] = 1;
        }
    }
  return n;
}

/* How many statements tell the relationship's events. */
static guint
count_statements (EntRelationshipSwitcher *self)
{
  GArray *relationships = ent_session_get_relationships (self->session);
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (ent_session_get_filter (self->session), &n, NULL);

  if (n == 0)
    return ent_event_store_get_n_statements (ent_session_get_store (self->session));
  ent_filter_get_also (ent_session_get_filter (self->session), &n_also);
  for (guint i = 0; n == 2 && n_also == 0 && i < relationships->len; i++)
    {
      const EntRelationship *relationship = &g_array_index (relationships, EntRelationship, i);

      if (is_same_pair (relationship->actors, actors))
        return relationship->n_statements;
    }
  return count_tellers (self);
}

static void
set_title (EntRelationshipSwitcher *self,
           const char              *name,
           const char              *short_name)
{
  gtk_label_set_label (self->title, name);
  gtk_label_set_width_chars (self->title, (int) MIN (g_utf8_strlen (name, -1), LEAST_CHARACTERS));
  gtk_label_set_label (self->short_title, short_name);
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
  g_autofree char *short_name = ent_words_for_between_short (ent_session_get_vocabulary (self->session),
                                                             ent_session_get_filter (self->session));
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n_statements),
                                                 n_statements);
  g_autofree char *events = n_checked > 0 ? g_strdup_printf (ngettext ("%u of %u event checked",
                                                                       "%u of %u events checked", n_events),
                                                             n_checked, n_events)
                                          : g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: “62 statements · 148 events”, or “62 statements · 118 of 148 events checked” */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), statements, events);
  g_autofree char *spoken = g_strdup_printf (_ ("Relationship: %s"), name);

  set_title (self, name, short_name);
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
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, short_title);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, search);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, EntRelationshipSwitcher, bearing);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_bearing_toggled);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_relationship_switcher_init (EntRelationshipSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_title (self, g_get_application_name (), g_get_application_name ());
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
