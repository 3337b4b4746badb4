/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/table-view.h"

#include <string.h>

#include "ui/after-frame.h"
#include "ui/column-titles.h"
#include "ui/context-menu.h"
#include "ui/kind-icon.h"
#include "ui/number-item.h"
#include "ui/number-list.h"
#include "ui/scroll-start.h"
#include "ui/spare-memory.h"
#include "ui/text-scale.h"

#define MOST_COLUMNS 12
#define NO_COLUMN G_MAXUINT
#define ROWS_KEPT 200 /* by GTK 4.8, whatever the height */
#define ROWS_AT_ONCE 12
#define SECONDS_KEPT 5 /* rows of a table that nobody looks at */
#define CHARACTERS_SHOWN 300
#define LEAST_CHARACTERS 34 /* of the column that takes what is left */

struct _EntTableView
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  EntNumberList *list;
  EntFilterIndex *index; /* what the numbers are of */
  GArray *numbers;       /* (element-type guint32): as they were given */
  EntTableColumn columns[MOST_COLUMNS];
  guint n_columns;
  guint sorted;          /* by which column, or NO_COLUMN */
  gboolean descending;
  guint probed;          /* the column whose sorter was asked first */
  guint32 selected;
  GCancellable *sorting;
  gboolean updating;
  GArray *shown; /* (element-type guint32): what is listed, or comes to be */
  guint begin, end; /* which of them GTK is told of; all but while rows come and go */
  guint top;        /* the row at the top when the table was left */
  guint32 left;     /* what was selected then */
  guint drop_source;
  EntAfterFrame after_frame;
};

enum
{
  CHOSEN,
  ACTIVATED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntTableView, ent_table_view, GTK_TYPE_WIDGET)

/* Sorting, on a worker */

typedef struct
{
  EntFilterIndex *index;
  GArray *numbers;
  EntTableColumn column;
  gboolean descending;
} Sorting;

typedef struct
{
  guint32 number;
  gint64 order;
  char *key;
} SortItem;

static void
sorting_free (gpointer data)
{
  Sorting *sorting = data;

  ent_filter_index_unref (sorting->index);
  g_array_unref (sorting->numbers);
  g_free (sorting);
}

static gint
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const SortItem *x = a, *y = b;
  const Sorting *sorting = data;
  int order = x->key != NULL ? strcmp (x->key, y->key) : (x->order > y->order) - (x->order < y->order);

  if (order == 0)
    return (x->number > y->number) - (x->number < y->number);
  return sorting->descending ? -order : order;
}

static void
clear_item (gpointer data)
{
  g_free (((SortItem *) data)->key);
}

static GArray *
sort (Sorting      *sorting,
      GCancellable *cancellable)
{
  g_autoptr (GArray) items = g_array_sized_new (FALSE, TRUE, sizeof (SortItem), sorting->numbers->len);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), sorting->numbers->len);

  g_array_set_clear_func (items, clear_item);
  for (guint i = 0; i < sorting->numbers->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      SortItem item = { .number = g_array_index (sorting->numbers, guint32, i) };

      if (sorting->column.order != NULL)
        item.order = sorting->column.order (sorting->index, item.number);
      else
        {
          g_autofree char *text = sorting->column.text (sorting->index, item.number);

          item.key = g_utf8_collate_key (text != NULL ? text : "", -1);
        }
      g_array_append_val (items, item);
    }
  g_array_sort_with_data (items, compare_items, sorting);
  for (guint i = 0; i < items->len; i++)
    g_array_append_val (sorted, g_array_index (items, SortItem, i).number);
  return sorted;
}

static void
sort_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, sort (data, cancellable), (GDestroyNotify) g_array_unref);
}

/* The selected number, where it is now. */
static gboolean
select_again (EntTableView *self,
              guint        *position)
{
  gboolean found = ent_number_list_find (self->list, self->selected, position);

  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, found ? *position : GTK_INVALID_LIST_POSITION);
  self->updating = FALSE;
  return found;
}

static void
scroll_to_selected (EntTableView *self)
{
  guint position;

  if (select_again (self, &position))
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u",
                                position);
}

static gboolean
has_all_rows (EntTableView *self)
{
  return self->begin == 0 && self->end == self->shown->len;
}

/* Tells GTK of some of the rows. One end changes at a time, so that those that stay are known to have stayed. */
static void
tell_rows (EntTableView *self,
           guint         begin,
           guint         end)
{
  const guint32 *numbers = (const guint32 *) (gpointer) self->shown->data;

  self->updating = TRUE;
  if (begin != self->begin && end != self->end && self->begin < MIN (self->end, end))
    ent_number_list_set (self->list, numbers + self->begin, end - self->begin);
  ent_number_list_set (self->list, numbers + begin, end - begin);
  self->updating = FALSE;
  self->begin = begin;
  self->end = end;
}

static void
tell_all_rows (EntTableView *self)
{
  guint position;

  tell_rows (self, 0, self->shown->len);
  if (self->left == self->selected)
    select_again (self, &position);
  else
    scroll_to_selected (self);
  self->left = ENT_ROW_NONE;
  self->top = 0;
}

/* While rows come, GTK holds on to one amid those in view. It takes the uppermost when the table is scrolled. */
static void
hold_top (EntTableView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, value + 1);
  gtk_adjustment_set_value (adjustment, value);
}

/* GTK keeps 200 rows, which take as long to make as ten frames: a table that was empty gets them a few at a time, from
 * the row on that was at the top; those above it, of which GTK keeps as many as half, come last. */
static void
grow (GtkWidget *widget)
{
  EntTableView *self = ENT_TABLE_VIEW (widget);
  guint begin = self->begin, end = self->end;

  /* Rows that nobody sees are measured too, all at once: they wait for the table to be mapped. */
  if (!gtk_widget_get_mapped (widget))
    return;
  if (begin == end)
    begin = end = MIN (self->top, self->shown->len);
  if (end < self->shown->len && end - self->top < ROWS_KEPT)
    end = MIN (end + ROWS_AT_ONCE, self->shown->len);
  else
    {
      if (begin > 0 && begin == self->top)
        hold_top (self);
      begin -= MIN (begin, ROWS_AT_ONCE);
    }
  if ((end < self->shown->len && end - self->top < ROWS_KEPT)
      || (begin > 0 && self->top - begin < ROWS_KEPT / 2))
    {
      tell_rows (self, begin, end);
      ent_after_frame_do (&self->after_frame, widget, grow);
    }
  else
    tell_all_rows (self);
}

static void
show (EntTableView *self,
      GArray       *numbers)
{
  guint n = self->end - self->begin;

  ent_after_frame_cancel (&self->after_frame);
  g_array_ref (numbers);
  g_array_unref (self->shown);
  self->shown = numbers;
  self->begin = self->top = 0;
  self->left = ENT_ROW_NONE;
  self->end = MIN (n, numbers->len);
  if (n < ROWS_KEPT)
    grow (GTK_WIDGET (self));
  else
    tell_all_rows (self);
}

/* What is left at once has no rows of GTK's. */
static gboolean
drop_rows (gpointer data)
{
  EntTableView *self = data;
  guint first = self->top - MIN (self->top, ROWS_KEPT / 2);
  guint last = MIN (self->top + ROWS_KEPT, self->end);

  if (self->begin < first || last < self->end)
    tell_rows (self, MAX (self->begin, first), last);
  else if (self->begin < MIN (self->top, self->end))
    tell_rows (self, MIN (self->begin + ROWS_AT_ONCE, MIN (self->top, self->end)), self->end);
  else if (self->begin < self->end)
    tell_rows (self, self->begin, self->end - MIN (ROWS_AT_ONCE, self->end - self->begin));
  else
    {
      self->drop_source = 0;
      ent_spare_memory_give_back (NULL);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
start_dropping (gpointer data)
{
  EntTableView *self = data;

  self->drop_source = g_idle_add (drop_rows, self);
  return G_SOURCE_REMOVE;
}

static void
on_sorted (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  EntTableView *self = ENT_TABLE_VIEW (source);
  g_autoptr (GArray) sorted = g_task_propagate_pointer (G_TASK (result), NULL);

  if (sorted != NULL)
    show (self, sorted);
}

static void
restart (EntTableView *self)
{
  g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
  if (self->sorted == NO_COLUMN || self->index == NULL)
    {
      show (self, self->numbers);
      return;
    }
  self->sorting = g_cancellable_new ();
  Sorting *sorting = g_new0 (Sorting, 1);
  sorting->index = ent_filter_index_ref (self->index);
  sorting->numbers = g_array_ref (self->numbers);
  sorting->column = self->columns[self->sorted];
  sorting->descending = self->descending;
  g_autoptr (GTask) task = g_task_new (self, self->sorting, on_sorted, NULL);
  g_task_set_source_tag (task, restart);
  g_task_set_task_data (task, sorting, sorting_free);
  g_task_run_in_thread (task, sort_thread);
}

/* GTK 4.8 does not say which column a table is sorted by. Its sorter asks the sorters of the columns in turn, and the
 * first that answers is the one; whether its answer comes back turned round tells the direction. */
static int
probe (gconstpointer a,
       gconstpointer b,
       gpointer      data)
{
  EntTableView *self = g_object_get_data (data, "table");
  guint column = GPOINTER_TO_UINT (g_object_get_data (data, "column"));

  if (self->probed == NO_COLUMN)
    self->probed = column;
  return -1;
}

static void
on_sorter_changed (EntTableView *self)
{
  g_autoptr (EntNumberItem) one = ent_number_item_new (0);
  g_autoptr (EntNumberItem) other = ent_number_item_new (0);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  self->probed = NO_COLUMN;
  GtkOrdering order = gtk_sorter_compare (sorter, one, other);
  self->sorted = self->probed;
  self->descending = order == GTK_ORDERING_LARGER;
  restart (self);
}

/* Cells */

static const EntTableColumn *
get_column (GtkSignalListItemFactory *factory,
            EntTableView             *self)
{
  return &self->columns[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"))];
}

/* A tooltip set by each cell would ask the display's server where the pointer is, once a cell. */
static gboolean
on_query_tooltip (GtkWidget  *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  const EntTableColumn *column = get_column (factory, ENT_TABLE_VIEW (data));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  if (column->width == 0)
    gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARACTERS);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  if (column->kind == NULL)
    {
      gtk_list_item_set_child (item, label);
      return;
    }
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (box), ent_kind_icon_new (ENT_KIND_MEETING));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  EntTableView *self = ENT_TABLE_VIEW (data);
  const EntTableColumn *column = get_column (factory, self);
  guint32 number = ent_number_item_get_number (gtk_list_item_get_item (item));
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *label = column->kind != NULL ? gtk_widget_get_last_child (child) : child;
  g_autofree char *text = column->text (self->index, number);

  g_object_set_data (G_OBJECT (child), "number", GUINT_TO_POINTER (number + 1));
  if (column->kind != NULL)
    ent_kind_icon_set_kind (ENT_KIND_ICON (gtk_widget_get_first_child (child)), column->kind (self->index, number));
  if (text != NULL && g_utf8_strlen (text, -1) > CHARACTERS_SHOWN)
    *g_utf8_offset_to_pointer (text, CHARACTERS_SHOWN) = '\0';
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? g_strdelimit (text, "\n\r\t", ' ') : "");
}

static void
on_selected (EntTableView *self)
{
  EntNumberItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->updating || item == NULL || ent_number_item_get_number (item) == self->selected)
    return;
  self->selected = ent_number_item_get_number (item);
  g_signal_emit (self, signals[CHOSEN], 0, self->selected);
}

static void
on_activate (EntTableView *self,
             guint         position)
{
  g_autoptr (EntNumberItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, ent_number_item_get_number (item));
}

/* Which row is there: GTK 4.8 only tells the widget, which is a cell's child, a cell or a row of cells. */
static guint32
find_number (EntTableView *self,
             double        x,
             double        y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != GTK_WIDGET (self->view)
         && g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);
  while (widget != NULL && widget != GTK_WIDGET (self->view))
    {
      gpointer number = g_object_get_data (G_OBJECT (widget), "number");

      if (number != NULL)
        return GPOINTER_TO_UINT (number) - 1;
      widget = gtk_widget_get_first_child (widget);
    }
  return ENT_ROW_NONE;
}

static void
popup_menu (EntTableView *self,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  guint32 number = find_number (self, x, y);
  g_autoptr (GMenuModel) menu = NULL;

  if (number == ENT_ROW_NONE)
    return;
  g_signal_emit (self, signals[MENU], 0, number, &menu);
  if (menu == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ent_context_menu_popup (GTK_WIDGET (self), menu, x, y);
}

static void
on_menu_pressed (EntTableView *self,
                 int           n_press,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  popup_menu (self, x, y, gesture);
}

/* The second button, or a finger that stays. */
static void
add_menu_gestures (EntTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (popup_menu), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
ent_table_view_map (GtkWidget *widget)
{
  EntTableView *self = ENT_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (ent_table_view_parent_class)->map (widget);

  g_clear_handle_id (&self->drop_source, g_source_remove);
  if (!has_all_rows (self))
    grow (widget);
}

/* Rows of tables that are not looked at take more memory than all that they tell of. */
static void
ent_table_view_unmap (GtkWidget *widget)
{
  EntTableView *self = ENT_TABLE_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double height = gtk_adjustment_get_upper (adjustment);

  if (has_all_rows (self))
    self->top = height > 0 ? (guint) (gtk_adjustment_get_value (adjustment) / height * self->shown->len) : 0;
  self->left = self->selected;
  ent_after_frame_cancel (&self->after_frame);
  self->drop_source = g_timeout_add_seconds (SECONDS_KEPT, start_dropping, self);

  GTK_WIDGET_CLASS (ent_table_view_parent_class)->unmap (widget);
}

static void
ent_table_view_dispose (GObject *object)
{
  EntTableView *self = ENT_TABLE_VIEW (object);

  ent_after_frame_cancel (&self->after_frame);
  g_clear_handle_id (&self->drop_source, g_source_remove);
  g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  self->view = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->index, ent_filter_index_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);

  G_OBJECT_CLASS (ent_table_view_parent_class)->dispose (object);
}

static void
ent_table_view_class_init (EntTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_table_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = ent_table_view_map;
  GTK_WIDGET_CLASS (klass)->unmap = ent_table_view_unmap;
  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU] = g_signal_new ("menu", ENT_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_first_wins,
                                NULL, NULL, G_TYPE_MENU_MODEL, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tableview");
}

static void
ent_table_view_init (EntTableView *self)
{
  self->sorted = NO_COLUMN;
  self->selected = ENT_ROW_NONE;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->list = ent_number_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  ent_scroll_start_keep (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  add_menu_gestures (self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self);
}

static void
add_column (EntTableView *self,
            guint         i)
{
  const EntTableColumn *column = &self->columns[i];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;
  GtkSorter *sorter;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  view_column = gtk_column_view_column_new (column->title, factory);
  g_object_set_data (G_OBJECT (view_column), "table", self);
  g_object_set_data (G_OBJECT (view_column), "column", GUINT_TO_POINTER (i));
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe, view_column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (view_column, ent_text_scale_width (GTK_WIDGET (self), column->width));
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (sorter);
  g_object_unref (view_column);
}

/**
 * ent_table_view_set_columns:
 * @self: a table without columns
 * @label: what it is, for those who hear it
 * @columns: (array length=n): its columns, as many as 12
 * @n: how many
 */
void
ent_table_view_set_columns (EntTableView         *self,
                            const char           *label,
                            const EntTableColumn *columns,
                            guint                 n)
{
  g_return_if_fail (ENT_IS_TABLE_VIEW (self) && self->n_columns == 0 && n <= MOST_COLUMNS);

  for (guint i = 0; i < n; i++)
    self->columns[i] = columns[i];
  self->n_columns = n;
  for (guint i = 0; i < n; i++)
    add_column (self, i);
  ent_column_titles_fit (self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * ent_table_view_set_numbers:
 * @self: a table
 * @index: what they are numbers of
 * @numbers: (array length=n): what to list, in its own order
 * @n: how many
 *
 * Lists other events or statements, sorted as before.
 */
void
ent_table_view_set_numbers (EntTableView   *self,
                            EntFilterIndex *index,
                            const guint32  *numbers,
                            guint           n)
{
  g_return_if_fail (ENT_IS_TABLE_VIEW (self) && index != NULL && (numbers != NULL || n == 0));

  if (self->index != index)
    {
      /* Cells of the old index are gone before there is a new one. */
      ent_after_frame_cancel (&self->after_frame);
      self->updating = TRUE;
      ent_number_list_set (self->list, NULL, 0);
      self->updating = FALSE;
      self->begin = self->end = 0;
      g_clear_pointer (&self->index, ent_filter_index_unref);
      self->index = ent_filter_index_ref (index);
    }
  g_array_unref (self->numbers);
  self->numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  if (n > 0)
    g_array_append_vals (self->numbers, numbers, n);
  restart (self);
}

/**
 * ent_table_view_set_selected:
 * @self: a table
 * @number: what is selected, or %ENT_ROW_NONE
 *
 * Selects a row and brings it into view, if it is there.
 */
void
ent_table_view_set_selected (EntTableView *self,
                             guint32       number)
{
  g_return_if_fail (ENT_IS_TABLE_VIEW (self));

  if (self->selected == number)
    return;
  self->selected = number;
  scroll_to_selected (self);
}

/**
 * ent_table_view_sort_by:
 * @self: a table
 * @column: number of a column
 * @descending: whether the last comes first
 */
void
ent_table_view_sort_by (EntTableView *self,
                        guint         column,
                        gboolean      descending)
{
  g_return_if_fail (ENT_IS_TABLE_VIEW (self) && column < self->n_columns);

  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, column);
  gtk_column_view_sort_by_column (self->view, view_column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * ent_table_view_dup_order:
 * @self: a table
 *
 * Returns: (transfer full) (element-type guint32): what it lists, in the order shown
 */
GArray *
ent_table_view_dup_order (EntTableView *self)
{
  g_return_val_if_fail (ENT_IS_TABLE_VIEW (self), NULL);

  return g_array_copy (self->shown);
}

/**
 * ent_table_view_dup_sheet:
 * @self: a table
 * @title: what it is
 *
 * Returns: (transfer full): all that it lists, in the order shown
 */
EntSheet *
ent_table_view_dup_sheet (EntTableView *self,
                          const char   *title)
{
  g_return_val_if_fail (ENT_IS_TABLE_VIEW (self) && title != NULL, NULL);

  g_autoptr (GArray) order = ent_table_view_dup_order (self);
  const char *headings[MOST_COLUMNS + 1] = { NULL };
  for (guint i = 0; i < self->n_columns; i++)
    headings[i] = self->columns[i].title;
  EntSheet *sheet = ent_sheet_new (title, headings);
  for (guint i = 0; i < order->len; i++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < self->n_columns; j++)
        {
          char *text = self->columns[j].text (self->index, g_array_index (order, guint32, i));

          g_ptr_array_add (cells, text != NULL ? text : g_strdup (""));
        }
      g_ptr_array_add (cells, NULL);
      ent_sheet_add_row (sheet, (const char * const *) cells->pdata);
    }
  return sheet;
}
