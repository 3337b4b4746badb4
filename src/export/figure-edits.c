/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/figure-edits.h"

#include <string.h>

#define EDITS_TYPE "(basa{ss}a{ss}a(sii))"

static void
clear_period (gpointer data)
{
  g_free ((char *) ((EntNamedSpan *) data)->label);
}

/**
 * ent_figure_edits_new:
 *
 * Returns: (transfer full): the edits of a figure that shows what was asked for as the collection tells it
 */
EntFigureEdits *
ent_figure_edits_new (void)
{
  EntFigureEdits *edits = g_new0 (EntFigureEdits, 1);

  edits->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  edits->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  edits->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  edits->periods = g_array_new (FALSE, FALSE, sizeof (EntNamedSpan));
  g_array_set_clear_func (edits->periods, clear_period);
  return edits;
}

static void
copy_words (GHashTable *from,
            GHashTable *to)
{
  GHashTableIter iter;
  gpointer id, words;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, &words))
    g_hash_table_insert (to, g_strdup (id), g_strdup (words));
}

/**
 * ent_figure_edits_copy:
 * @edits: edits
 *
 * Returns: (transfer full): the same again
 */
EntFigureEdits *
ent_figure_edits_copy (const EntFigureEdits *edits)
{
  g_return_val_if_fail (edits != NULL, NULL);

  EntFigureEdits *copy = ent_figure_edits_new ();
  GHashTableIter iter;
  gpointer id;

  copy->only = edits->only;
  g_hash_table_iter_init (&iter, edits->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy->chosen, g_strdup (id));
  copy_words (edits->labels, copy->labels);
  copy_words (edits->notes, copy->notes);
  for (guint i = 0; i < edits->periods->len; i++)
    {
      const EntNamedSpan *period = &g_array_index (edits->periods, EntNamedSpan, i);

      ent_figure_edits_add_period (copy, period->label, period->from, period->to);
    }
  return copy;
}

/**
 * ent_figure_edits_free:
 * @edits: (transfer full): edits
 */
void
ent_figure_edits_free (EntFigureEdits *edits)
{
  g_hash_table_unref (edits->chosen);
  g_hash_table_unref (edits->labels);
  g_hash_table_unref (edits->notes);
  g_array_unref (edits->periods);
  g_free (edits);
}

/**
 * ent_figure_edits_shows:
 * @edits: edits
 * @id: an event's
 *
 * Returns: whether the figure shows the event, where it is asked for
 */
gboolean
ent_figure_edits_shows (const EntFigureEdits *edits,
                        const char           *id)
{
  g_return_val_if_fail (edits != NULL && id != NULL, FALSE);

  return g_hash_table_contains (edits->chosen, id) == edits->only;
}

/**
 * ent_figure_edits_show:
 * @edits: edits
 * @id: an event's
 * @shown: whether the figure is to show it
 */
void
ent_figure_edits_show (EntFigureEdits *edits,
                       const char     *id,
                       gboolean        shown)
{
  g_return_if_fail (edits != NULL && id != NULL);

  if (!shown == !edits->only)
    g_hash_table_add (edits->chosen, g_strdup (id));
  else
    g_hash_table_remove (edits->chosen, id);
}

/**
 * ent_figure_edits_show_all:
 * @edits: edits
 * @shown: whether the figure is to show all events, also those that come in later, or none that is not chosen from
 *   then on
 */
void
ent_figure_edits_show_all (EntFigureEdits *edits,
                           gboolean        shown)
{
  g_return_if_fail (edits != NULL);

  edits->only = !shown;
  g_hash_table_remove_all (edits->chosen);
}

static void
set_words (GHashTable *table,
           const char *id,
           const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  if (*stripped == '\0')
    g_hash_table_remove (table, id);
  else
    g_hash_table_insert (table, g_strdup (id), g_steal_pointer (&stripped));
}

/**
 * ent_figure_edits_set_label:
 * @edits: edits
 * @id: an event's
 * @label: (nullable): what it is called in the figure; nothing for its own short title
 */
void
ent_figure_edits_set_label (EntFigureEdits *edits,
                            const char     *id,
                            const char     *label)
{
  g_return_if_fail (edits != NULL && id != NULL);

  set_words (edits->labels, id, label);
}

/**
 * ent_figure_edits_set_note:
 * @edits: edits
 * @id: an event's
 * @note: (nullable): what is said of it under the figure
 */
void
ent_figure_edits_set_note (EntFigureEdits *edits,
                           const char     *id,
                           const char     *note)
{
  g_return_if_fail (edits != NULL && id != NULL);

  set_words (edits->notes, id, note);
}

/**
 * ent_figure_edits_add_period:
 * @edits: edits
 * @label: what a span of time is called
 * @from: its first day
 * @to: its last day
 *
 * Shades one more span of time.
 */
void
ent_figure_edits_add_period (EntFigureEdits *edits,
                             const char     *label,
                             EntDay          from,
                             EntDay          to)
{
  EntNamedSpan period = { g_strdup (label), from, to };

  g_return_if_fail (edits != NULL && label != NULL);

  g_array_append_val (edits->periods, period);
}

/**
 * ent_figure_edits_remove_period:
 * @edits: edits
 * @number: which of the periods
 */
void
ent_figure_edits_remove_period (EntFigureEdits *edits,
                                guint           number)
{
  g_return_if_fail (edits != NULL && number < edits->periods->len);

  g_array_remove_index (edits->periods, number);
}

/**
 * ent_figure_edits_run:
 * @edits: (nullable): edits
 * @store: events
 * @rows: which of them were asked for
 *
 * Returns: (transfer full): those that the figure shows
 */
EntRowSet *
ent_figure_edits_run (const EntFigureEdits *edits,
                      EntEventStore        *store,
                      EntRowSet            *rows)
{
  g_return_val_if_fail (store != NULL && rows != NULL, NULL);

  if (edits == NULL || (!edits->only && g_hash_table_size (edits->chosen) == 0))
    return ent_row_set_ref (rows);

  guint n_rows = ent_row_set_get_n_rows (rows);
  g_autofree guint32 *named = g_new (guint32, g_hash_table_size (edits->chosen) + 1);
  GHashTableIter iter;
  gpointer id;
  gsize n = 0;

  g_hash_table_iter_init (&iter, edits->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += ent_event_store_find_id (store, id, &named[n]) && named[n] < n_rows;
  g_autoptr (EntRowSet) chosen = ent_row_set_new_rows (named, n, n_rows);
  return edits->only ? ent_row_set_and (rows, chosen) : ent_row_set_minus (rows, chosen);
}

/**
 * ent_figure_edits_find_noted:
 * @edits: edits
 * @store: events
 * @rows: those that the figure shows
 *
 * Returns: (transfer full) (element-type guint32): those with a note; the first has note 1
 */
GArray *
ent_figure_edits_find_noted (const EntFigureEdits *edits,
                             EntEventStore        *store,
                             const EntRowSet      *rows)
{
  g_return_val_if_fail (edits != NULL && store != NULL && rows != NULL, NULL);

  GArray *noted = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (g_hash_table_size (edits->notes) == 0)
    return noted;
  for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
    {
      if (g_hash_table_contains (edits->notes, ent_event_store_get_id (store, row)))
        g_array_append_val (noted, row);
    }
  return noted;
}

/* The keys in one order, whatever the table's. */
static GList *
get_sorted (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
}

static void
add_words (GVariantBuilder *builder,
           GHashTable      *table)
{
  g_autoptr (GList) ids = get_sorted (table);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a{ss}"));
  for (GList *l = ids; l != NULL; l = l->next)
    g_variant_builder_add (builder, "{ss}", l->data, g_hash_table_lookup (table, l->data));
  g_variant_builder_close (builder);
}

/**
 * ent_figure_edits_to_variant:
 * @edits: edits
 *
 * Returns: (transfer floating): all of them, to be kept
 */
GVariant *
ent_figure_edits_to_variant (const EntFigureEdits *edits)
{
  g_return_val_if_fail (edits != NULL, NULL);

  GVariantBuilder builder;
  g_autoptr (GList) ids = get_sorted (edits->chosen);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (EDITS_TYPE));
  g_variant_builder_add (&builder, "b", edits->only);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("as"));
  for (GList *l = ids; l != NULL; l = l->next)
    g_variant_builder_add (&builder, "s", l->data);
  g_variant_builder_close (&builder);
  add_words (&builder, edits->labels);
  add_words (&builder, edits->notes);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(sii)"));
  for (guint i = 0; i < edits->periods->len; i++)
    {
      const EntNamedSpan *period = &g_array_index (edits->periods, EntNamedSpan, i);

      g_variant_builder_add (&builder, "(sii)", period->label, period->from, period->to);
    }
  g_variant_builder_close (&builder);
  return g_variant_builder_end (&builder);
}

/**
 * ent_figure_edits_from_variant:
 * @variant: (nullable): what ent_figure_edits_to_variant() gave
 *
 * Returns: (transfer full): the edits; none of anything else
 */
EntFigureEdits *
ent_figure_edits_from_variant (GVariant *variant)
{
  EntFigureEdits *edits = ent_figure_edits_new ();
  g_autoptr (GVariantIter) chosen = NULL, labels = NULL, notes = NULL, periods = NULL;
  const char *id, *words;
  gint32 from, to;

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE (EDITS_TYPE)))
    return edits;
  g_variant_get (variant, EDITS_TYPE, &edits->only, &chosen, &labels, &notes, &periods);
  while (g_variant_iter_next (chosen, "&s", &id))
    g_hash_table_add (edits->chosen, g_strdup (id));
  while (g_variant_iter_next (labels, "{&s&s}", &id, &words))
    ent_figure_edits_set_label (edits, id, words);
  while (g_variant_iter_next (notes, "{&s&s}", &id, &words))
    ent_figure_edits_set_note (edits, id, words);
  while (g_variant_iter_next (periods, "(&sii)", &words, &from, &to))
    ent_figure_edits_add_period (edits, words, from, to);
  return edits;
}
