/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What events are called in a figure, and the notes under it. */
#include "export/figure-edits.h"

#include "layout/scene-basis.h"
#include "model/event-title.h"

static const char * const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

static void
append_raised (GString *words,
               guint    number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (const char *p = digits; *p != '\0'; p++)
    g_string_append (words, raised[*p - '0']);
}

/**
 * ent_figure_edits_dup_label:
 * @edits: (nullable): edits
 * @store: events
 * @row: one of them
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer full): what the event is called where the figure tells of it in words
 */
char *
ent_figure_edits_dup_label (const EntFigureEdits *edits,
                            EntEventStore        *store,
                            guint32               row,
                            const EntTranslator  *translator)
{
  g_return_val_if_fail (store != NULL, NULL);

  const char *id = ent_event_store_get_id (store, row);
  const char *label = edits != NULL ? g_hash_table_lookup (edits->labels, id) : NULL;

  return label != NULL ? g_strdup (label) : ent_event_title_new_short (store, row, translator);
}

/**
 * ent_figure_edits_name_events:
 * @edits: edits
 * @store: events
 * @rows: those that the figure shows
 * @translator: (nullable): the reader's language
 * @basis: of the figure's scenes, before the first is made
 *
 * Has the scenes call events as the person wants it, with the numbers of their notes.
 */
void
ent_figure_edits_name_events (const EntFigureEdits *edits,
                              EntEventStore        *store,
                              const EntRowSet      *rows,
                              const EntTranslator  *translator,
                              EntSceneBasis        *basis)
{
  g_return_if_fail (edits != NULL && store != NULL && rows != NULL && basis != NULL);

  g_autoptr (GArray) noted = ent_figure_edits_find_noted (edits, store, rows);
  GHashTableIter iter;
  gpointer id, label;
  guint32 row;

  g_hash_table_iter_init (&iter, edits->labels);
  while (g_hash_table_iter_next (&iter, &id, &label))
    {
      if (ent_event_store_find_id (store, id, &row))
        ent_history_set_title (basis->history, row, label);
    }
  for (guint i = 0; i < noted->len; i++)
    {
      row = g_array_index (noted, guint32, i);
      const char *chosen = g_hash_table_lookup (edits->labels, ent_event_store_get_id (store, row));
      g_autofree char *own = chosen == NULL ? ent_event_title_new_struck (store, row, translator) : NULL;
      g_autoptr (GString) words = g_string_new (own != NULL ? own : chosen);

      append_raised (words, i + 1);
      ent_history_set_title (basis->history, row, words->str);
    }
}

/**
 * ent_figure_edits_dup_notes:
 * @edits: edits
 * @store: events
 * @rows: those that the figure shows
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer full) (element-type utf8): the notes in the order of their numbers, each with what it is on, as
 *   not every event has room for its label
 */
GPtrArray *
ent_figure_edits_dup_notes (const EntFigureEdits *edits,
                            EntEventStore        *store,
                            const EntRowSet      *rows,
                            const EntTranslator  *translator)
{
  g_return_val_if_fail (edits != NULL && store != NULL && rows != NULL, NULL);

  g_autoptr (GArray) noted = ent_figure_edits_find_noted (edits, store, rows);
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < noted->len; i++)
    {
      guint32 row = g_array_index (noted, guint32, i);
      g_autofree char *label = ent_figure_edits_dup_label (edits, store, row, translator);
      g_autofree char *date = ent_edtf_to_words (ent_event_store_get_date (store, row), translator);
      /* Translators: a note under a figure: the event’s name and date, and what is said of it */
      g_autoptr (GString) words = g_string_new (ent_translate (translator, N_ ("{event} ({date}): {note}")));
      g_autoptr (GString) numbered = g_string_new (NULL);

      g_string_replace (words, "{date}", date, 1);
      g_string_replace (words, "{event}", label, 1);
      g_string_replace (words, "{note}", g_hash_table_lookup (edits->notes, ent_event_store_get_id (store, row)), 1);
      append_raised (numbered, i + 1);
      g_string_append_printf (numbered, " %s", words->str);
      g_ptr_array_add (notes, g_string_free (g_steal_pointer (&numbered), FALSE));
    }
  return notes;
}
