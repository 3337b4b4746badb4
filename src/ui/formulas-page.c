/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/formulas-page.h"

#include <string.h>

#include "base/word-diff.h"
#include "layout/insights.h"
#include "parse/sentence-span.h"
#include "ui/column-titles.h"
#include "ui/list-parts.h"
#include "ui/number-item.h"
#include "ui/number-list.h"
#include "ui/save-file.h"
#include "ui/scroll-start.h"
#include "ui/statement-list-view.h"
#include "ui/statement-view.h"
#include "ui/text-scale.h"
#include "ui/ui-data-folders.h"
#include "ui/words.h"

#define MOST_BODIES 8
#define DATE_WIDTH 130
#define BODY_WIDTH 280

struct _EntFormulasPage
{
  GtkWidget parent_instance;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkWidget *content;
  GtkLabel *name;
  GtkLabel *variants;
  GtkLabel *counts;
  GtkLabel *legend;
  GtkColumnView *view;
  GtkMenuButton *lacking_button;
  GtkLabel *lacking_words;
  GtkPopover *lacking;
  EntStatementListView *lacking_list;
  EntNumberList *uses;
  EntSession *session;
  EntFormulaSet *set;          /* loaded when the page is first shown */
  EntConcordance *concordance; /* of the statements on show; NULL until it is made */
  GArray *bodies;              /* of the chosen formula */
  GCancellable *searching;
  guint chosen;
  gboolean picked;             /* whether the chosen one was asked for */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (EntFormulasPage, ent_formulas_page, GTK_TYPE_WIDGET)

/* Looking through the statements, on a worker */

typedef struct
{
  EntEventStore *store;
  EntFormulaSet *set;
  GArray *statements;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  ent_event_store_unref (search->store);
  ent_formula_set_unref (search->set);
  g_array_unref (search->statements);
  g_free (search);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Search *search = data;

  g_task_return_pointer (task,
                         ent_concordance_new (search->store, search->set,
                                              (const guint32 *) (gpointer) search->statements->data,
                                              search->statements->len, cancellable),
                         (GDestroyNotify) ent_concordance_unref);
}

static void fill_list (EntFormulasPage *self);
static void show_formula (EntFormulasPage *self);

static void
on_searched (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  EntFormulasPage *self = ENT_FORMULAS_PAGE (source);
  EntConcordance *concordance = g_task_propagate_pointer (G_TASK (result), NULL);

  if (concordance == NULL)
    return;
  g_clear_pointer (&self->concordance, ent_concordance_unref);
  self->concordance = concordance;
  fill_list (self);
  show_formula (self);
}

static gboolean
ensure_set (EntFormulasPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->set == NULL)
    {
      g_auto (GStrv) folders = ent_ui_data_folders_new ("vocabulary");

      self->set = ent_formula_set_load ((const char * const *) folders, &error);
      if (self->set == NULL)
        ent_say (GTK_WIDGET (self), error->message);
    }
  return self->set != NULL;
}

static void
update (EntFormulasPage *self)
{
  EntFilterIndex *index = self->session != NULL ? ent_session_get_index (self->session) : NULL;

  self->stale = TRUE;
  if (index == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !ensure_set (self))
    return;
  EntInsightRequest request = { index, ent_session_get_filter (self->session), ent_session_get_rows (self->session),
                                NULL };
  Search *search = g_new0 (Search, 1);
  search->store = ent_event_store_ref (ent_session_get_store (self->session));
  search->set = ent_formula_set_ref (self->set);
  search->statements = ent_insight_statements (&request);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, self->searching, on_searched, NULL);
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
  self->stale = FALSE;
  if (self->concordance == NULL)
    gtk_label_set_label (self->counts, _ ("Looking through the statements…"));
}

/* The list of formulas */

static const EntFormula *
get_row_formula (EntFormulasPage *self,
                 GtkListBoxRow   *row)
{
  return ent_formula_set_get (self->set, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "formula")));
}

/* Each ladder, and what the user added, under its own heading. */
static void
make_header (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       data)
{
  EntFormulasPage *self = ENT_FORMULAS_PAGE (data);
  const EntFormula *formula = get_row_formula (self, row);
  const EntFormula *above = before != NULL ? get_row_formula (self, before) : NULL;

  if (above != NULL && g_strcmp0 (above->ladder, formula->ladder) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *label = gtk_label_new (formula->ladder != NULL ? gettext (formula->ladder) : _ ("Your own"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "formula-ladder");
  gtk_list_box_row_set_header (row, label);
}

static void
add_row (EntFormulasPage *self,
         guint            formula)
{
  guint n = ent_concordance_count (self->concordance, formula);
  const char *name = ent_formula_set_get (self->set, formula)->name;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
  g_autofree char *spoken = g_strdup_printf (C_ ("formula", "%s, %s"), gettext (name), statements);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (gettext (name));
  GtkWidget *count = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  if (n == 0)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "formula", GUINT_TO_POINTER (formula));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
  if (formula == self->chosen)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/* Nobody comes for a formula that is not used, unless it was asked for. */
static guint
find_used (EntFormulasPage *self)
{
  guint n = ent_formula_set_get_n (self->set);

  for (guint i = 0; !self->picked && i < n; i++)
    if (ent_concordance_count (self->concordance, i) > 0)
      return i;
  return MIN (self->chosen, MAX (n, 1) - 1);
}

static void
fill_list (EntFormulasPage *self)
{
  ent_list_clear (self->list);
  self->chosen = find_used (self);
  for (guint i = 0; i < ent_formula_set_get_n (self->set); i++)
    add_row (self, i);
}

static void
on_row_activated (EntFormulasPage *self,
                  GtkListBoxRow   *row)
{
  ent_formulas_page_choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "formula")));
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

static void
on_back (EntFormulasPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* The uses of one */

static const EntFormulaHit *
get_use (EntFormulasPage *self,
         guint32          number)
{
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (self->concordance, self->chosen, &n);

  return number < n ? &hits[number] : NULL;
}

static guint
find_body (EntFormulasPage *self,
           guint32          statement)
{
  guint i = 0;

  while (i + 1 < self->bodies->len
         && !ent_concordance_same_body (self->concordance, g_array_index (self->bodies, guint32, i), statement))
    i++;
  return MIN (i, MOST_BODIES - 1);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* What the body's last use had not is underlined; a first use says that it is one, of this collection. */
static void
show_use (EntFormulasPage     *self,
          GtkLabel            *label,
          const EntFormulaHit *hit)
{
  const EntFormulaHit *before = ent_concordance_get_previous (self->concordance, hit);
  EntEventStore *store = ent_concordance_get_store (self->concordance);
  EntSpan sentence = ent_sentence_span_at (ent_event_store_get_statement (store, hit->statement), hit->span);
  g_autofree char *words = ent_concordance_dup_sentence (self->concordance, hit);
  g_autofree char *other = before != NULL ? ent_concordance_dup_sentence (self->concordance, before) : NULL;
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (words);
  gsize n;

  add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), hit->span.start - sentence.start,
                 hit->span.end - sentence.start);
  if (before == NULL)
    {
      gboolean first = ent_concordance_get_hits (self->concordance, self->chosen, &n) == hit;
      const char *note = first ? _ ("first in this collection") : _ ("first of this body in this collection");

      g_string_append_printf (text, "\n%s", note);
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), strlen (words), text->len);
    }
  else
    {
      g_autoptr (GArray) only = NULL;
      g_autoptr (GArray) theirs = NULL;

      ent_word_diff (words, other, &only, &theirs);
      for (guint i = 0; i < only->len; i++)
        add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                       g_array_index (only, EntTextRange, i).start, g_array_index (only, EntTextRange, i).end);
    }
  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, list);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  EntFormulasPage *self = ENT_FORMULAS_PAGE (data);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const EntFormulaHit *hit = get_use (self, ent_number_item_get_number (gtk_list_item_get_item (item)));
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));

  if (hit == NULL || (column >= 0 && find_body (self, hit->statement) != (guint) column))
    {
      gtk_label_set_text (label, "");
      gtk_label_set_attributes (label, NULL);
      return;
    }
  if (column < 0)
    {
      EntEventStore *store = ent_concordance_get_store (self->concordance);
      EntStatement *statement = ent_event_store_get_statement (store, hit->statement);
      g_autofree char *date = ent_words_for_date (ent_statement_get_info (statement)->date);

      gtk_label_set_text (label, date);
      return;
    }
  show_use (self, label, hit);
}

static void
add_column (EntFormulasPage *self,
            const char      *title,
            int              number,
            int              width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (number));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (column, ent_text_scale_width (GTK_WIDGET (self), width));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, number >= 0);
  gtk_column_view_append_column (self->view, column);
}

static char *
dup_body_name (EntFormulasPage *self,
               guint            body)
{
  if (body + 1 == MOST_BODIES && self->bodies->len > MOST_BODIES)
    return g_strdup (_ ("Others"));
  return ent_words_for_issuer (ent_concordance_get_store (self->concordance),
                               g_array_index (self->bodies, guint32, body));
}

static void
show_uses (EntFormulasPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n;

  /* Cells go before what they are of. */
  ent_number_list_set (self->uses, NULL, 0);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_clear_pointer (&self->bodies, g_array_unref);
  self->bodies = ent_concordance_dup_bodies (self->concordance, self->chosen);
  add_column (self, _ ("Date"), -1, DATE_WIDTH);
  for (guint i = 0; i < MIN (self->bodies->len, MOST_BODIES); i++)
    {
      g_autofree char *name = dup_body_name (self, i);

      add_column (self, name, (int) i, BODY_WIDTH);
    }
  ent_column_titles_fit (self->view);
  ent_concordance_get_hits (self->concordance, self->chosen, &n);
  for (guint32 i = 0; i < n; i++)
    g_array_append_val (numbers, i);
  ent_number_list_set (self->uses, (const guint32 *) (gpointer) numbers->data, numbers->len);
}

static const char *
get_genre (EntStatementKind kind)
{
  static const char * const names[ENT_N_STATEMENT_KINDS] = {
    [ENT_STATEMENT_READOUT] = N_ ("Readouts"),       [ENT_STATEMENT_COMMUNIQUE] = N_ ("Communiqués"),
    [ENT_STATEMENT_PRESS_RELEASE] = N_ ("Press releases"), [ENT_STATEMENT_TRANSCRIPT] = N_ ("Transcripts"),
    [ENT_STATEMENT_CABLE] = N_ ("Cables"),           [ENT_STATEMENT_SPEECH] = N_ ("Speeches"),
    [ENT_STATEMENT_NEWS] = N_ ("News"),              [ENT_STATEMENT_OTHER] = N_ ("Other statements"),
  };

  return gettext (names[kind]);
}

/* How many statements use it, of how many, and of each kind. */
static char *
dup_counts (EntFormulasPage *self)
{
  g_autoptr (GArray) genres = ent_concordance_dup_genres (self->concordance, self->chosen);
  guint n = ent_concordance_count (self->concordance, self->chosen);
  guint all = ent_concordance_get_n_statements (self->concordance);
  g_autofree char *used = g_strdup_printf (ngettext ("In %u of %u statement", "In %u of %u statements", all), n, all);
  g_autoptr (GString) line = g_string_new (used);

  for (guint i = 0; i < genres->len; i++)
    {
      const EntGenreCount *genre = &g_array_index (genres, EntGenreCount, i);
      /* Translators: a kind of statement, how many of them use a formula, of how many: “Readouts 5 of 12” */
      g_autofree char *part = g_strdup_printf (_ ("%s %u of %u"), get_genre (genre->kind), genre->n_with,
                                               genre->n_all);

      g_string_append_printf (line, " · %s", part);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
show_formula (EntFormulasPage *self)
{
  const EntFormula *formula;

  if (self->concordance == NULL || self->chosen >= ent_formula_set_get_n (self->set))
    return;
  formula = ent_formula_set_get (self->set, self->chosen);
  g_autoptr (GArray) lacking = ent_concordance_dup_lacking (self->concordance, self->chosen);
  g_autofree char *counts = dup_counts (self);
  g_autofree char *without = g_strdup_printf (ngettext ("%u comparable without it", "%u comparable without it",
                                                        lacking->len),
                                              lacking->len);
  g_autoptr (GString) variants = g_string_new (NULL);
  for (guint i = 0; i < formula->variants->len; i++)
    g_string_append_printf (variants, "%s“%s”", i > 0 ? "  " : "",
                            (const char *) g_ptr_array_index (formula->variants, i));
  gtk_label_set_label (self->name, gettext (formula->name));
  gtk_label_set_label (self->variants, variants->str);
  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->lacking_words, without);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lacking_button), GTK_ACCESSIBLE_PROPERTY_LABEL, without, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lacking_button),
                               _ ("Statements of the same bodies and kinds that do not use it"));
  gtk_widget_set_visible (GTK_WIDGET (self->lacking_button), lacking->len > 0);
  ent_statement_list_view_set_statements (self->lacking_list, self->session,
                                          (const guint32 *) (gpointer) lacking->data, lacking->len);
  show_uses (self);
}

static void
on_use_activated (EntFormulasPage *self,
                  guint            position)
{
  const EntFormulaHit *hit = get_use (self, position);

  if (hit == NULL || ent_session_get_store (self->session) != ent_concordance_get_store (self->concordance))
    return;
  GtkWidget *view = ent_statement_view_new (self->session, hit->statement, ENT_ROW_NONE, hit->span);
  gtk_window_set_transient_for (GTK_WINDOW (view), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (view));
}

static void
on_lacking_chosen (EntFormulasPage *self)
{
  gtk_popover_popdown (self->lacking);
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  EntFormulasPage *self = ENT_FORMULAS_PAGE (widget);
  g_autoptr (EntSheet) sheet = ent_formulas_page_dup_sheet (self);

  if (sheet != NULL)
    ent_save_sheet (widget, sheet, gtk_label_get_label (self->name));
}

static void
ent_formulas_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_formulas_page_parent_class)->map (widget);

  if (ENT_FORMULAS_PAGE (widget)->stale)
    update (ENT_FORMULAS_PAGE (widget));
}

static void
ent_formulas_page_dispose (GObject *object)
{
  EntFormulasPage *self = ENT_FORMULAS_PAGE (object);
  GtkWidget *child;

  ent_formulas_page_set_session (self, NULL);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  /* Rows that go ask for headers, when there are no formulas any more. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->uses);
  g_clear_pointer (&self->bodies, g_array_unref);
  g_clear_pointer (&self->concordance, ent_concordance_unref);
  g_clear_pointer (&self->set, ent_formula_set_unref);

  G_OBJECT_CLASS (ent_formulas_page_parent_class)->dispose (object);
}

static void
ent_formulas_page_class_init (EntFormulasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ENT_TYPE_STATEMENT_LIST_VIEW);
  G_OBJECT_CLASS (klass)->dispose = ent_formulas_page_dispose;
  widget_class->map = ent_formulas_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_RESOURCE_PATH "/formulas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, list);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, content);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, name);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, variants);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, counts);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, legend);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, view);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, lacking_button);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, lacking_words);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, lacking);
  gtk_widget_class_bind_template_child (widget_class, EntFormulasPage, lacking_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_use_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_lacking_chosen);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ent_formulas_page_init (EntFormulasPage *self)
{
  self->stale = TRUE;
  self->uses = ent_number_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_scroll_start_keep (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->view))));
  gtk_list_box_set_header_func (self->list, make_header, self, NULL);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->uses)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

/**
 * ent_formulas_page_set_session:
 * @self: a page
 * @session: (nullable): whose statements to look through
 */
void
ent_formulas_page_set_session (EntFormulasPage *self,
                               EntSession      *session)
{
  g_return_if_fail (ENT_IS_FORMULAS_PAGE (self));
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
 * ent_formulas_page_reload:
 * @self: a page
 *
 * Reads the formulas again, after one was added.
 */
void
ent_formulas_page_reload (EntFormulasPage *self)
{
  g_return_if_fail (ENT_IS_FORMULAS_PAGE (self));

  /* What is on show goes with the set that it is of. */
  ent_number_list_set (self->uses, NULL, 0);
  g_clear_pointer (&self->concordance, ent_concordance_unref);
  g_clear_pointer (&self->set, ent_formula_set_unref);
  update (self);
}

/**
 * ent_formulas_page_choose:
 * @self: a page that has its concordance
 * @formula: number of a formula
 *
 * Shows where it is used.
 */
void
ent_formulas_page_choose (EntFormulasPage *self,
                          guint            formula)
{
  g_return_if_fail (ENT_IS_FORMULAS_PAGE (self) && self->set != NULL && formula < ent_formula_set_get_n (self->set));

  self->chosen = formula;
  self->picked = TRUE;
  show_formula (self);
}

/**
 * ent_formulas_page_get_concordance:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL until it is found
 */
EntConcordance *
ent_formulas_page_get_concordance (EntFormulasPage *self)
{
  g_return_val_if_fail (ENT_IS_FORMULAS_PAGE (self), NULL);

  return self->concordance;
}

/**
 * ent_formulas_page_dup_sheet:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the chosen formula's uses, a column a body; %NULL until they are found
 */
EntSheet *
ent_formulas_page_dup_sheet (EntFormulasPage *self)
{
  g_return_val_if_fail (ENT_IS_FORMULAS_PAGE (self), NULL);

  if (self->concordance == NULL || self->bodies == NULL)
    return NULL;
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  guint n_bodies = MIN (self->bodies->len, MOST_BODIES);
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (self->concordance, self->chosen, &n);
  g_ptr_array_add (headings, g_strdup (_ ("Date")));
  for (guint i = 0; i < n_bodies; i++)
    g_ptr_array_add (headings, dup_body_name (self, i));
  g_ptr_array_add (headings, NULL);
  EntSheet *sheet = ent_sheet_new (gtk_label_get_label (self->name), (const char * const *) headings->pdata);
  for (gsize i = 0; i < n; i++)
    {
      EntStatement *statement = ent_event_store_get_statement (ent_concordance_get_store (self->concordance),
                                                               hits[i].statement);
      g_autofree char *date = ent_words_for_date (ent_statement_get_info (statement)->date);
      g_autofree char *sentence = ent_concordance_dup_sentence (self->concordance, &hits[i]);
      const char *cells[MOST_BODIES + 2] = { date };

      for (guint j = 0; j < n_bodies; j++)
        cells[j + 1] = find_body (self, hits[i].statement) == j ? sentence : "";
      ent_sheet_add_row (sheet, cells);
    }
  ent_sheet_add_note (sheet, gtk_label_get_label (self->counts));
  return sheet;
}
