/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/event-pane.h"

#include "model/event-links.h"
#include "model/event-title.h"
#include "model/title-names.h"
#include "ui/accessible-names.h"
#include "ui/account-table.h"
#include "ui/after-frame.h"
#include "ui/event-button.h"
#include "ui/event-changes.h"
#include "ui/evidence-card.h"
#include "ui/fact-list.h"
#include "ui/kind-icon.h"
#include "ui/mark-list.h"
#include "ui/mirror-window.h"
#include "ui/review-bar.h"
#include "ui/save-file.h"
#include "ui/statement-view.h"
#include "ui/text-scale.h"
#include "ui/topic-colours.h"
#include "ui/ui-translator.h"
#include "ui/words.h"
#include "ui/wrap-layout.h"

/* A statement may promise much; the list is of what a reader can take in. */
#define WIDTH 340
#define MOST_WIDENED 1.4 /* letters that are larger wrap more */
#define MOST_LISTED 12
#define MOST_CARDS 40 /* passages at once; thousands may tell one event */

struct _EntEventPane
{
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *hidden_note;
  EntKindIcon *kind_icon;
  GtkLabel *kind_line;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *title;
  GtkLabel *date;
  GtkLabel *basis;
  EntReviewBar *review;
  GtkWidget *topics;
  EntFactList *facts;
  GtkWidget *table_section;
  EntAccountTable *table;
  GtkWidget *words_section;
  GtkBox *words;
  guint n_words; /* passages that are shown */
  GtkWidget *promises_section;
  GtkBox *promises;
  GtkWidget *links_section;
  GtkBox *links;
  EntMarkList *marks;
  GtkWidget *marks_section;
  GtkWidget *doubts_section;
  GtkBox *doubts;
  EntSession *session;
  EntAfterFrame after_frame;
};

G_DEFINE_FINAL_TYPE (EntEventPane, ent_event_pane, GTK_TYPE_WIDGET)

static void
on_previous (EntEventPane *self)
{
  ent_session_step (self->session, -1);
}

static void
on_next (EntEventPane *self)
{
  ent_session_step (self->session, 1);
}

static void
on_card_opened (EntEventPane    *self,
                EntEvidenceCard *card)
{
  GtkWidget *view = ent_statement_view_new (self->session, ent_evidence_card_get_statement (card),
                                            ent_session_get_selected (self->session),
                                            ent_evidence_card_get_span (card));

  gtk_window_set_transient_for (GTK_WINDOW (view), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (view));
}

static void
on_event_chosen (EntEventPane *self,
                 guint         row)
{
  ent_session_set_selected (self->session, row);
}

static void
compare (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  EntEventPane *self = ENT_EVENT_PANE (widget);
  GtkWidget *window = ent_mirror_window_new (self->session, ent_session_get_selected (self->session));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntEventPane *self = ENT_EVENT_PANE (widget);
  g_autofree char *words = ent_words_for_quotation (ent_session_get_store (self->session),
                                                    ent_session_get_selected (self->session));

  ent_copy_text (widget, words, _ ("Event copied with its sources"));
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
show_line (GtkLabel   *label,
           const char *words)
{
  gboolean any = words != NULL && *words != '\0';

  gtk_label_set_label (label, any ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), any);
}

static void
show_head (EntEventPane  *self,
           EntEventStore *store,
           guint32        row)
{
  g_autofree char *kind = ent_words_for_kind_line (store, row);
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));
  g_autofree char *basis = ent_words_for_basis (store, row);

  EntFilter *filter = ent_session_get_filter (self->session);
  gsize n_sides;

  ent_filter_get_between (filter, &n_sides, NULL);
  if (n_sides > 0 && !ent_filter_index_is_between (ent_session_get_index (self->session), filter, row))
    {
      /* Translators: what an event is: “Visit · ministers · bears on the relationship”. */
      char *told_apart = g_strdup_printf (_ ("%s · bears on the relationship"), kind);

      g_free (kind);
      kind = told_apart;
    }
  ent_kind_icon_set_kind (self->kind_icon, ent_event_store_get_columns (store)->kind[row]);
  gtk_label_set_label (self->kind_line, kind);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->date, date);
  show_line (self->basis, basis);
}

static const char *
name_initiator (EntKind kind)
{
  if (kind == ENT_KIND_COMMITMENT || kind == ENT_KIND_STATEMENT || kind == ENT_KIND_WARNING)
    return _ ("Said by");
  return ent_kind_is_one_sided (kind) ? _ ("Done by") : _ ("Asked for by");
}

static void
show_facts (EntEventPane  *self,
            EntEventStore *store,
            guint32        row)
{
  EntKind kind = (EntKind) ent_event_store_get_columns (store)->kind[row];
  const char *place = ent_event_store_get_place (store, row);
  g_autofree char *own_dates = ent_words_for_own_dates (store, row);
  g_autofree char *initiator = ent_words_for_initiator (store, row);
  g_autofree char *participants = ent_words_for_participants (store, row);
  g_autofree char *people = ent_words_for_people (store, row);
  g_autofree char *tone = ent_words_for_tone (store, row);

  ent_fact_list_clear (self->facts);
  ent_fact_list_add (self->facts, _ ("Dated by"), own_dates);
  ent_fact_list_add (self->facts, name_initiator (kind), initiator);
  ent_fact_list_add (self->facts, _ ("Place"),
                     place != NULL ? ent_title_get_place (place, ent_ui_translator_get ()) : NULL);
  ent_fact_list_add (self->facts, _ ("Between"), participants);
  ent_fact_list_add (self->facts, _ ("People"), people);
  ent_fact_list_add (self->facts, _ ("Tone"), tone);
}

static void
show_topics (EntEventPane  *self,
             EntEventStore *store,
             guint32        row)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  guint64 topics = ent_event_store_get_columns (store)->topics[row];

  clear_box (self->topics);
  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary) && i < ENT_MAX_TOPICS; i++)
    {
      if (!(topics & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      GtkWidget *chip = gtk_label_new (ent_words_get_topic (vocabulary, i));
      g_autofree char *style = ent_topic_colours_dup_class (i);

      gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (chip, "topic-chip");
      gtk_widget_add_css_class (chip, style);
      gtk_widget_set_parent (chip, self->topics);
    }
  gtk_widget_set_visible (self->topics, topics != 0);
}

static GtkWidget *
add_decision (GtkBox     *box,
              const char *words)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pane-link");
  gtk_box_append (box, button);
  ent_accessible_names_tidy (button);
  return button;
}

static void mark_words (EntEventPane *self);
static void add_words (EntEventPane *self);

static void
on_more_words (EntEventPane *self,
               GtkWidget    *button)
{
  gtk_box_remove (self->words, button);
  add_words (self);
  mark_words (self);
}

/* The next passages, and how many are left after them. */
static void
add_words (EntEventPane *self)
{
  EntEventStore *store = ent_session_get_store (self->session);
  guint32 row = ent_session_get_selected (self->session);
  guint n = ent_event_store_get_n_accounts (store, row);
  guint passed = 0, end = self->n_words + MOST_CARDS;

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      for (gsize j = 0; j < account.n_evidence; j++, passed++)
        {
          if (passed < self->n_words || passed >= end)
            continue;
          GtkWidget *card = ent_evidence_card_new (store, &account, account.evidence[j]);

          g_signal_connect_object (card, "opened", G_CALLBACK (on_card_opened), self, G_CONNECT_SWAPPED);
          gtk_box_append (self->words, card);
        }
    }
  self->n_words = MIN (passed, end);
  if (passed <= end)
    return;
  g_autofree char *words = g_strdup_printf (ngettext ("%u _More Passage", "%u _More Passages", passed - end),
                                            passed - end);
  GtkWidget *more = add_decision (self->words, words);
  g_signal_connect_object (more, "clicked", G_CALLBACK (on_more_words), self, G_CONNECT_SWAPPED);
}

static void
show_words (EntEventPane  *self,
            EntEventStore *store,
            guint32        row)
{
  clear_box (GTK_WIDGET (self->words));
  self->n_words = 0;
  add_words (self);
  gtk_widget_set_visible (self->words_section, ent_event_store_get_n_accounts (store, row) > 0);
}

/* Where in the passages the words stand that are searched for. */
static void
mark_words (EntEventPane *self)
{
  const char *words = ent_filter_get_words (ent_session_get_filter (self->session));
  g_autoptr (EntSearchQuery) query = words != NULL ? ent_search_query_new_typed (words) : NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->words)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (ENT_IS_EVIDENCE_CARD (card))
      ent_evidence_card_mark (ENT_EVIDENCE_CARD (card), query);
}

/* The statements that are about an event. */
static GHashTable *
collect_reports (EntEventStore *store,
                 guint32        row)
{
  GHashTable *reports = g_hash_table_new (NULL, NULL);
  guint n = ent_event_store_get_n_accounts (store, row);

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account.role == ENT_ROLE_REPORTS)
        g_hash_table_add (reports, GUINT_TO_POINTER (account.statement));
    }
  return reports;
}

static void
add_event (EntEventPane *self,
           GtkBox       *box,
           guint32       row,
           const char   *note)
{
  GtkWidget *button = ent_event_button_new (ent_session_get_store (self->session), row, note);

  g_signal_connect_object (button, "chosen", G_CALLBACK (on_event_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

/* What the same statements promise. */
static void
show_promises (EntEventPane  *self,
               EntEventStore *store,
               guint32        row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  g_autoptr (GHashTable) reports = collect_reports (store, row);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer statement;

  clear_box (GTK_WIDGET (self->promises));
  g_hash_table_iter_init (&iter, reports);
  while (g_hash_table_iter_next (&iter, &statement, NULL))
    {
      gsize n;
      const guint32 *told = ent_filter_index_get_told (ent_session_get_index (self->session),
                                                       GPOINTER_TO_UINT (statement), &n);

      for (gsize i = 0; i < n && g_hash_table_size (shown) < MOST_LISTED; i++)
        {
          if (told[i] == row || columns->status[told[i]] != ENT_STATUS_PLANNED
              || !g_hash_table_add (shown, GUINT_TO_POINTER (told[i])))
            continue;
          g_autofree char *note = ent_words_for_follow_up (store, told[i]);
          add_event (self, self->promises, told[i], note);
        }
    }
  gtk_widget_set_visible (self->promises_section, g_hash_table_size (shown) > 0);
}

/* Those that lead to the event are told as it leads to others; what it was planned by is among its promises. */
static void
show_links (EntEventPane  *self,
            EntEventStore *store,
            guint32        row)
{
  const EntEventLinks *links = ent_event_store_get_links (store);
  guint shown = 0;

  clear_box (GTK_WIDGET (self->links));
  for (guint back = 0; back < 2; back++)
    {
      gsize n;
      const EntEventLink *here = back ? ent_event_links_get_back (links, row, &n)
                                      : ent_event_links_get (links, row, &n);

      for (gsize i = 0; i < n && shown < MOST_LISTED; i++, shown++)
        {
          g_autofree char *note = ent_words_for_link (store, &here[i], back);

          add_event (self, self->links, here[i].row, note);
        }
    }
  gtk_widget_set_visible (self->links_section, shown > 0);
}

static void
on_merge (EntEventPane *self,
          GtkWidget    *button)
{
  guint32 other;

  if (ent_event_store_find_id (ent_session_get_store (self->session),
                               g_object_get_data (G_OBJECT (button), "event"),
                               &other))
    ent_event_changes_merge (self->session, other, ent_session_get_selected (self->session));
}

static void
on_keep_apart (EntEventPane *self)
{
  ent_event_changes_keep_apart (self->session, ent_session_get_selected (self->session));
}

static void
add_candidates (EntEventPane  *self,
                EntEventStore *store,
                guint32        row)
{
  const char * const *ids = ent_event_store_get_candidates (store, row);
  gboolean possible = ent_event_changes_are_possible (self->session);
  GtkWidget *merge, *apart;

  for (gsize i = 0; ids[i] != NULL && i < MOST_LISTED; i++)
    {
      guint32 other;

      if (!ent_event_store_find_id (store, ids[i], &other))
        continue;
      g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, other));

      add_event (self, self->doubts, other, date);
      if (!possible)
        continue;
      merge = add_decision (self->doubts, _ ("Same _Event"));
      g_object_set_data_full (G_OBJECT (merge), "event", g_strdup (ids[i]), g_free);
      gtk_widget_set_tooltip_text (merge, _ ("Make One Event of the Two"));
      g_signal_connect_object (merge, "clicked", G_CALLBACK (on_merge), self, G_CONNECT_SWAPPED);
    }
  if (!possible || ids[0] == NULL)
    return;
  apart = add_decision (self->doubts, _ ("_None of These"));
  gtk_widget_set_tooltip_text (apart, _ ("Keep It an Event of Its Own"));
  g_signal_connect_object (apart, "clicked", G_CALLBACK (on_keep_apart), self, G_CONNECT_SWAPPED);
}

static void
show_doubts (EntEventPane  *self,
             EntEventStore *store,
             guint32        row)
{
  guint8 doubts = ent_event_store_get_columns (store)->doubts[row];

  /* Whether it is another one is for whoever codes to say; what the machine doubts is not told. */
  if (ent_session_is_blind (self->session))
    doubts &= ENT_DOUBT_CANDIDATES;

  clear_box (GTK_WIDGET (self->doubts));
  for (guint i = 0; i < ENT_N_DOUBTS; i++)
    {
      if (!(doubts & (1 << i)))
        continue;
      GtkWidget *line = gtk_label_new (gettext (ent_doubt_to_words (1 << i)));

      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_label_set_wrap (GTK_LABEL (line), TRUE);
      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (self->doubts, line);
      if (1 << i == ENT_DOUBT_CANDIDATES)
        add_candidates (self, store, row);
    }
  gtk_widget_set_visible (self->doubts_section, doubts != 0);
}

/* What a change of the filter alone can change. */
static void
update_place (EntEventPane *self)
{
  EntRowSet *rows = ent_session_get_rows (self->session);
  guint32 row = ent_session_get_selected (self->session);
  guint rank;

  if (rows == NULL || row == ENT_ROW_NONE)
    return;
  rank = ent_row_set_rank (rows, row);
  gtk_widget_set_sensitive (self->previous, rank > 0);
  gtk_widget_set_sensitive (self->next,
                            rank + ent_row_set_contains (rows, row) < ent_row_set_get_count (rows));
  gtk_widget_set_visible (self->hidden_note, ent_session_is_hidden (self->session));
  mark_words (self);
}

static void
update (GtkWidget *widget)
{
  EntEventPane *self = ENT_EVENT_PANE (widget);
  guint32 row = ent_session_get_selected (self->session);
  EntEventStore *store = ent_session_get_store (self->session);

  if (store == NULL || row == ENT_ROW_NONE)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  show_head (self, store, row);
  show_facts (self, store, row);
  show_topics (self, store, row);
  gtk_widget_set_visible (self->table_section, ent_account_table_show (self->table, store, row));
  show_words (self, store, row);
  show_promises (self, store, row);
  show_links (self, store, row);
  show_doubts (self, store, row);
  gtk_widget_set_visible (self->marks_section, ent_session_get_marks (self->session) != NULL);
  ent_mark_list_show (self->marks, self->session, (EntMarkTarget) { .event = ent_event_store_get_id (store, row) });
  update_place (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "event");
}

/* The mark on the timeline comes first; what is told of the event follows a frame later. */
static void
on_selected_changed (EntEventPane *self)
{
  ent_after_frame_do (&self->after_frame, GTK_WIDGET (self), update);
}

static void
ent_event_pane_dispose (GObject *object)
{
  EntEventPane *self = ENT_EVENT_PANE (object);

  ent_event_pane_set_session (self, NULL);
  if (self->topics != NULL)
    clear_box (self->topics);
  self->topics = NULL;
  clear_box (GTK_WIDGET (self));

  G_OBJECT_CLASS (ent_event_pane_parent_class)->dispose (object);
}

static void
ent_event_pane_class_init (EntEventPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_ACCOUNT_TABLE);
  g_type_ensure (ENT_TYPE_FACT_LIST);
  g_type_ensure (ENT_TYPE_KIND_ICON);
  g_type_ensure (ENT_TYPE_MARK_LIST);
  g_type_ensure (ENT_TYPE_REVIEW_BAR);
  g_type_ensure (ENT_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = ent_event_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/event-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, hidden_note);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, kind_line);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, previous);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, next);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, title);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, date);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, basis);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, review);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, topics);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, facts);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, table_section);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, table);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, words_section);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, words);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, promises_section);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, promises);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, links_section);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, links);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, marks);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, marks_section);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, doubts_section);
  gtk_widget_class_bind_template_child (widget_class, EntEventPane, doubts);
  gtk_widget_class_install_action (widget_class, "pane.compare", NULL, compare);
  gtk_widget_class_install_action (widget_class, "pane.copy", NULL, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_set_css_name (widget_class, "eventpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_event_pane_init (EntEventPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_text_scale_widen (GTK_WIDGET (self), WIDTH, MOST_WIDENED);
}

/**
 * ent_event_pane_set_session:
 * @self: a pane
 * @session: (nullable): whose selected event to show
 *
 * Shows what is selected in a session.
 */
void
ent_event_pane_set_session (EntEventPane *self,
                            EntSession   *session)
{
  g_return_if_fail (ENT_IS_EVENT_PANE (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (self->session == session)
    return;
  ent_after_frame_cancel (&self->after_frame);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (self->review != NULL)
    ent_review_bar_set_session (self->review, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (on_selected_changed), self);
  g_signal_connect_swapped (session, "notify::index", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::rows", G_CALLBACK (update_place), self);
  update (GTK_WIDGET (self));
}

/**
 * ent_event_pane_show_inside:
 * @self: a pane
 * @shown: whether what is in it is shown
 *
 * Without it it keeps its place.
 */
void
ent_event_pane_show_inside (EntEventPane *self,
                            gboolean      shown)
{
  g_return_if_fail (ENT_IS_EVENT_PANE (self));

  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), shown);
}
