/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/filter-chips.h"

#include "ui/filter-chip.h"
#include "ui/words.h"
#include "ui/wrap-layout.h"

/* More of one list are told of together. */
#define MOST_CHIPS 4

struct _EntFilterChips
{
  GtkWidget parent_instance;
  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntFilterChips, ent_filter_chips, GTK_TYPE_WIDGET)

static void
add_chip (EntFilterChips *self,
          const char     *words,
          EntFilter      *without)
{
  gtk_widget_set_parent (ent_filter_chip_new (self->session, words, without), GTK_WIDGET (self));
}

/* The filter without what it asks for or leaves out of a facet. */
static EntFilter *
drop_values (const EntFilter *filter,
             EntFilterFacet   facet,
             const GArray    *values,
             gboolean         wanted)
{
  EntFilter *without = ent_filter_ref ((EntFilter *) filter);

  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      EntFilter *next = wanted ? ent_filter_with_value (without, facet, value, FALSE)
                               : ent_filter_with_excluded (without, facet, value, FALSE);

      ent_filter_unref (without);
      without = next;
    }
  return without;
}

/* One chip for all values that are asked for, as any of them will do. */
static void
add_wanted_chip (EntFilterChips *self,
                 EntFilterFacet  facet,
                 const GArray   *values)
{
  EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);
  g_autoptr (EntFilter) without = drop_values (ent_session_get_filter (self->session), facet, values, TRUE);
  g_autofree char *first = ent_words_for_value (vocabulary, facet, g_array_index (values, guint, 0));

  if (values->len == 1)
    {
      add_chip (self, first, without);
      return;
    }
  g_autofree char *second = ent_words_for_value (vocabulary, facet, g_array_index (values, guint, 1));
  /* Translators: names of topics, kinds or states, any of which an event may have: “Taiwan or Trade” */
  g_autofree char *two = g_strdup_printf (_ ("%s or %s"), first, second);
  guint more = values->len - 2;
  /* Translators: the first %s is “Taiwan or Trade” */
  g_autofree char *many = g_strdup_printf (ngettext ("%s or %u more", "%s or %u more", more), two, more);
  add_chip (self, more > 0 ? many : two, without);
}

/* One chip for each value that is left out; of many, one for all. */
static void
add_excluded_chips (EntFilterChips *self,
                    EntFilterFacet  facet,
                    const GArray   *values)
{
  EntFilter *filter = ent_session_get_filter (self->session);
  EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);
  g_autofree char *first = ent_words_for_value (vocabulary, facet, g_array_index (values, guint, 0));

  if (values->len > MOST_CHIPS)
    {
      g_autoptr (EntFilter) without = drop_values (filter, facet, values, FALSE);
      guint more = values->len - 1;
      g_autofree char *words = g_strdup_printf (ngettext ("without %s and %u more", "without %s and %u more", more),
                                                first, more);

      add_chip (self, words, without);
      return;
    }
  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      g_autofree char *name = ent_words_for_value (vocabulary, facet, value);
      g_autofree char *words = g_strdup_printf (_ ("without %s"), name);
      g_autoptr (EntFilter) without = ent_filter_with_excluded (filter, facet, value, FALSE);

      add_chip (self, words, without);
    }
}

static void
add_facet_chips (EntFilterChips *self,
                 EntFilterFacet  facet)
{
  EntFilter *filter = ent_session_get_filter (self->session);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = ent_filter_facet_count (facet, ent_session_get_vocabulary (self->session));

  for (guint i = 0; i < n; i++)
    {
      if (ent_filter_has_value (filter, facet, i))
        g_array_append_val (wanted, i);
      else if (ent_filter_has_excluded (filter, facet, i))
        g_array_append_val (excluded, i);
    }
  if (wanted->len > 0)
    add_wanted_chip (self, facet, wanted);
  if (excluded->len > 0)
    add_excluded_chips (self, facet, excluded);
}

static EntEdtfPoint
to_point (EntDay day)
{
  if (day == ENT_DAY_OPEN_START || day == ENT_DAY_OPEN_END)
    return ent_edtf_point_open ();
  return ent_edtf_point_day (day);
}

static void
add_other_chips (EntFilterChips *self)
{
  EntFilter *filter = ent_session_get_filter (self->session);
  const char *words = ent_filter_get_words (filter);
  EntDay from, to;

  ent_filter_get_span (filter, &from, &to);
  if (from != ENT_DAY_OPEN_START || to != ENT_DAY_OPEN_END)
    {
      g_autoptr (EntFilter) without = ent_filter_with_span (filter, ENT_DAY_OPEN_START, ENT_DAY_OPEN_END);
      g_autofree char *span = ent_words_for_date (ent_edtf_interval (to_point (from), to_point (to)));

      add_chip (self, span, without);
    }
  if (words != NULL && *words != '\0')
    {
      g_autoptr (EntFilter) without = ent_filter_with_words (filter, NULL);
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), words);

      add_chip (self, quoted, without);
    }
}

static void
on_clear_clicked (EntFilterChips *self)
{
  ent_session_clear_filter (self->session);
}

static void
add_clear (EntFilterChips *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chips-clear");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clear_clicked), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
clear (EntFilterChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
update (EntFilterChips *self)
{
  clear (self);
  if (ent_session_get_index (self->session) == NULL)
    return;
  for (guint facet = 0; facet < ENT_N_FACETS; facet++)
    add_facet_chips (self, facet);
  add_other_chips (self);
  gtk_widget_set_visible (GTK_WIDGET (self), ent_session_is_filtered (self->session));
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    add_clear (self);
}

static void
ent_filter_chips_dispose (GObject *object)
{
  EntFilterChips *self = ENT_FILTER_CHIPS (object);

  ent_filter_chips_set_session (self, NULL);
  clear (self);

  G_OBJECT_CLASS (ent_filter_chips_parent_class)->dispose (object);
}

static void
ent_filter_chips_class_init (EntFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_filter_chips_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, ENT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_filter_chips_init (EntFilterChips *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Active filters"), -1);
}

/**
 * ent_filter_chips_set_session:
 * @self: chips
 * @session: (nullable): whose filter to show
 *
 * Shows what a session's filter asks.
 */
void
ent_filter_chips_set_session (EntFilterChips *self,
                              EntSession     *session)
{
  g_return_if_fail (ENT_IS_FILTER_CHIPS (self));
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
 * ent_filter_chips_dup_count:
 * @self: chips of a session
 *
 * Returns: (transfer full): how many events are shown, of how many of the relationship; nothing while nothing is open
 */
char *
ent_filter_chips_dup_count (EntFilterChips *self)
{
  g_return_val_if_fail (ENT_IS_FILTER_CHIPS (self), NULL);

  if (self->session == NULL || ent_session_get_index (self->session) == NULL)
    return g_strdup ("");
  guint shown = ent_row_set_get_count (ent_session_get_rows (self->session));
  guint all = ent_row_set_get_count (ent_session_get_base_rows (self->session));
  return g_strdup_printf (ngettext ("%u of %u event shown", "%u of %u events shown", all), shown, all);
}
