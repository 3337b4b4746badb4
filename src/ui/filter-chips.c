/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/filter-chips.h"

#include "ui/words.h"
#include "ui/wrap-layout.h"

struct _EntFilterChips
{
  GtkWidget parent_instance;
  EntSession *session;
};

G_DEFINE_FINAL_TYPE (EntFilterChips, ent_filter_chips, GTK_TYPE_WIDGET)

static void
on_chip_clicked (GtkButton *button,
                 gpointer   data)
{
  EntFilterChips *self = ENT_FILTER_CHIPS (data);

  ent_session_set_filter (self->session, g_object_get_data (G_OBJECT (button), "without"));
}

/* A chip for one condition; @without is the filter that lacks it. */
static void
add_chip (EntFilterChips *self,
          const char     *words,
          EntFilter      *without)
{
  EntFilterIndex *index = ent_session_get_index (self->session);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, without);
  guint shown = ent_row_set_get_count (ent_session_get_rows (self->session));
  guint hidden = ent_row_set_get_count (rows) - MIN (shown, ent_row_set_get_count (rows));
  g_autofree char *label = hidden > 0 ? g_strdup_printf ("%s  −%u", words, hidden) : g_strdup (words);
  g_autofree char *tip = g_strdup_printf (ngettext ("Hides %u event. Click to drop this filter.",
                                                    "Hides %u events. Click to drop this filter.", hidden),
                                          hidden);
  g_autofree char *spoken = g_strdup_printf (_ ("Drop filter: %s"), words);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (chip), "without", ent_filter_ref (without), (GDestroyNotify) ent_filter_unref);
  g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
add_facet_chips (EntFilterChips *self,
                 EntFilterFacet  facet)
{
  EntFilter *filter = ent_session_get_filter (self->session);
  EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);
  guint n;
  g_autofree guint *counts = ent_filter_index_count (ent_session_get_index (self->session), filter, facet, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean wanted = ent_filter_has_value (filter, facet, i);

      if (!wanted && !ent_filter_has_excluded (filter, facet, i))
        continue;
      g_autofree char *value = ent_words_for_value (vocabulary, facet, i);
      g_autofree char *words = wanted ? g_strdup (value) : g_strdup_printf (_ ("without %s"), value);
      g_autoptr (EntFilter) without = wanted ? ent_filter_with_value (filter, facet, i, FALSE)
                                             : ent_filter_with_excluded (filter, facet, i, FALSE);
      add_chip (self, words, without);
    }
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
add_count (EntFilterChips *self)
{
  guint shown = ent_row_set_get_count (ent_session_get_rows (self->session));
  guint all = ent_row_set_get_count (ent_session_get_base_rows (self->session));
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u event shown", "%u of %u events shown", all),
                                            shown, all);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
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
  add_count (self);
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
