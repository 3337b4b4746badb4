/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader meets: a child widget for each event on show and for each cluster and bar, kept in a pool. */
#include "entente-config.h"

#include <glib/gi18n.h>

#include "ui/timeline-view-private.h"

#include "ui/timeline-mark.h"
#include "ui/timeline-words.h"
#include "ui/words.h"

/* A screen reader gets what is on show once the view has come to rest, and at most so many. */
#define MARKS_DELAY 120
#define MARKS_MAX 400

static void
name_mark (EntTimelineView *self,
           EntTimelineMark *mark,
           guint32          row)
{
  EntEventStore *store = ent_session_get_store (self->session);
  const EntMarkTable *table = ent_filter_index_get_marks (ent_session_get_index (self->session));
  g_autofree char *event = ent_words_for_mark (store, row);
  g_autofree char *marks = ent_words_for_marks (ent_mark_table_get_of_event (table, row));
  g_autofree char *words = marks != NULL ? g_strdup_printf (C_ ("event", "%s, %s"), event, marks)
                                         : g_steal_pointer (&event);

  ent_timeline_mark_set_row (mark, row, words, row == ent_session_get_selected (self->session));
}

static void
resize_pool (EntTimelineView *self,
             guint            n)
{
  while (self->marks->len < n)
    {
      GtkWidget *mark = ent_timeline_mark_new ();

      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_ptr_array_add (self->marks, mark);
    }
  while (self->marks->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (self->marks, self->marks->len - 1));
}

static void
name_bin (EntTimelineMark *mark,
          const EntScene  *scene,
          guint            bin)
{
  g_autofree char *words = ent_timeline_words_for_bin (scene, bin);

  ent_timeline_mark_set_bin (mark, bin, scene->bins[bin].first_row, words);
}

static gboolean
update_marks (gpointer data)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (data);
  EntScene *scene = ent_timeline_view_get_scene (self);

  self->marks_source = 0;
  ent_timeline_view_measure_foot (self);
  if (scene == NULL)
    {
      resize_pool (self, 0);
      return G_SOURCE_REMOVE;
    }
  g_autoptr (GArray) items = ent_scene_get_items (scene);
  guint n = MIN (items->len, MARKS_MAX);
  guint n_bins = MIN ((guint) scene->n_bins, MARKS_MAX - n);
  resize_pool (self, n + n_bins);
  for (guint i = 0; i < n; i++)
    name_mark (self, g_ptr_array_index (self->marks, i), g_array_index (items, EntSceneItem, i).row);
  for (guint i = 0; i < n_bins; i++)
    name_bin (g_ptr_array_index (self->marks, n + i), scene, i);
  /* Where a neighbour was laid out in the frame before, GTK 4.8 forgets to place what only asked for that. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/**
 * ent_timeline_view_queue_pool:
 * @self: a view
 *
 * Fills the pool anew when the view has come to rest.
 */
void
ent_timeline_view_queue_pool (EntTimelineView *self)
{
  g_clear_handle_id (&self->marks_source, g_source_remove);
  self->marks_source = g_timeout_add (MARKS_DELAY, update_marks, self);
}

/**
 * ent_timeline_view_dispose_pool:
 * @self: a view
 *
 * Lets go of the pool.
 */
void
ent_timeline_view_dispose_pool (EntTimelineView *self)
{
  g_clear_handle_id (&self->marks_source, g_source_remove);
  if (self->marks != NULL)
    resize_pool (self, 0);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
}

static GtkAllocation
to_place (const EntBox *box)
{
  if (box == NULL)
    return (GtkAllocation) { 0, 0, 1, 1 };
  return (GtkAllocation) { (int) box->x, (int) box->y, MAX (1, (int) box->width), MAX (1, (int) box->height) };
}

/* Where the cluster or bar is, if it is still the one that the mark was named for. */
static const EntBox *
find_bin (const EntScene  *scene,
          EntTimelineMark *mark)
{
  guint bin = ent_timeline_mark_get_bin (mark);

  return bin < scene->n_bins && scene->bins[bin].first_row == ent_timeline_mark_get_row (mark) ? &scene->bins[bin].box
                                                                                               : NULL;
}

/**
 * ent_timeline_view_place_pool:
 * @self: a view
 * @scene: what it shows
 *
 * Puts the pool's widgets where their events are. One whose event went out of view since the pool was filled waits in
 * the corner until it is filled again.
 */
void
ent_timeline_view_place_pool (EntTimelineView *self,
                              EntScene        *scene)
{
  if (self->marks->len == 0)
    return;

  g_autoptr (GArray) items = ent_scene_get_items (scene);
  g_autoptr (GHashTable) boxes = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      EntSceneItem *item = &g_array_index (items, EntSceneItem, i);

      g_hash_table_insert (boxes, GUINT_TO_POINTER (item->row), &item->box);
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      EntTimelineMark *mark = g_ptr_array_index (self->marks, i);
      gboolean is_bin = ent_timeline_mark_get_bin (mark) != ENT_TIMELINE_MARK_NO_BIN;
      const EntBox *box = is_bin ? find_bin (scene, mark)
                                 : g_hash_table_lookup (boxes, GUINT_TO_POINTER (ent_timeline_mark_get_row (mark)));
      GtkAllocation place = to_place (box);
      gtk_widget_size_allocate (GTK_WIDGET (mark), &place, -1);
    }
}
