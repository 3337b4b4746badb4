/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/insights-page.h"

#include "layout/insights.h"
#include "ui/accessible-names.h"
#include "ui/chart-view.h"
#include "ui/save-file.h"
#include "ui/ui-translator.h"

#define WIDEST 1100

typedef EntChart *(*InsightFunc) (const EntInsightRequest *request);

/* The last one is shown on request. */
static const InsightFunc insights[] = { ent_insight_contacts, ent_insight_silences, ent_insight_topics,
                                        ent_insight_tone, ent_insight_scores };
#define N_INSIGHTS G_N_ELEMENTS (insights)

struct _EntInsightsPage
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkBox *box;
  GtkWidget *cards[N_INSIGHTS];
  EntChartView *views[N_INSIGHTS];
  GtkWidget *ask; /* for scores */
  EntSession *session;
  gboolean scores;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (EntInsightsPage, ent_insights_page, GTK_TYPE_WIDGET)

static void
update (EntInsightsPage *self)
{
  EntFilterIndex *index = self->session != NULL ? ent_session_get_index (self->session) : NULL;

  self->stale = TRUE;
  if (index == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  EntInsightRequest request = { index, ent_session_get_filter (self->session), ent_session_get_rows (self->session),
                                ent_ui_translator_get () };
  for (guint i = 0; i < N_INSIGHTS; i++)
    {
      gboolean wanted = i + 1 < N_INSIGHTS || self->scores;
      g_autoptr (EntChart) chart = wanted ? insights[i](&request) : NULL;

      gtk_widget_set_visible (self->cards[i], chart != NULL && ent_chart_get_n_bars (chart) > 0);
      if (chart != NULL)
        ent_chart_view_take (self->views[i], g_steal_pointer (&chart));
    }
  self->stale = FALSE;
}

static void
on_save_clicked (GtkWidget *button,
                 gpointer   data)
{
  EntChartView *view = ENT_CHART_VIEW (data);
  g_autoptr (EntSheet) sheet = ent_chart_view_dup_sheet (view);

  ent_save_figure (GTK_WIDGET (view), ent_chart_view_get_chart (view), sheet);
}

static void
on_scores_toggled (EntInsightsPage *self)
{
  self->scores = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->ask));
  update (self);
}

static void
add_card (EntInsightsPage *self,
          guint            i)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("document-save-symbolic");

  self->views[i] = ENT_CHART_VIEW (ent_chart_view_new (self->session, ENT_CHART_OF_EVENTS));
  self->cards[i] = overlay;
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->views[i]));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_end (button, 6);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Save Figure…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Save Figure…"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_save_clicked), self->views[i], 0);
  gtk_widget_add_css_class (overlay, "card");
  gtk_box_append (self->box, overlay);
}

/* Made when they are looked at for the first time, which is not when the program starts. */
static void
add_cards (EntInsightsPage *self)
{
  for (guint i = 0; i < N_INSIGHTS; i++)
    {
      /* What is asked for stands above what it shows. */
      if (i + 1 == N_INSIGHTS)
        {
          self->ask = gtk_check_button_new_with_mnemonic (_ ("Show event-type _scores"));
          g_signal_connect_swapped (self->ask, "toggled", G_CALLBACK (on_scores_toggled), self);
          gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (self->ask)), TRUE);
          gtk_box_append (self->box, self->ask);
          ent_accessible_names_tidy (self->ask);
        }
      add_card (self, i);
    }
}

static void
ent_insights_page_map (GtkWidget *widget)
{
  EntInsightsPage *self = ENT_INSIGHTS_PAGE (widget);

  if (self->ask == NULL && self->session != NULL)
    add_cards (self);
  GTK_WIDGET_CLASS (ent_insights_page_parent_class)->map (widget);

  if (self->stale)
    update (self);
}

static void
ent_insights_page_dispose (GObject *object)
{
  EntInsightsPage *self = ENT_INSIGHTS_PAGE (object);

  ent_insights_page_set_session (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (ent_insights_page_parent_class)->dispose (object);
}

static void
ent_insights_page_class_init (EntInsightsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_insights_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = ent_insights_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ent_insights_page_init (EntInsightsPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->stale = TRUE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "insights");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * ent_insights_page_set_session:
 * @self: a page without a session
 * @session: (nullable): whose events to show figures of
 */
void
ent_insights_page_set_session (EntInsightsPage *self,
                               EntSession      *session)
{
  g_return_if_fail (ENT_IS_INSIGHTS_PAGE (self));
  g_return_if_fail (session == NULL || (ENT_IS_SESSION (session) && self->session == NULL));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (update), self);
  update (self);
}
