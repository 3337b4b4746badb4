/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/figure-caption.h"

#include "export/filter-words.h"
#include "model/review-order.h"

#define MOST_BODIES 4

/* Puts a sentence after those that are there; @... are pairs of a placeholder and what stands for it, ended by NULL. */
static void
append (GString *caption,
        const char *message,
        ...)
{
  g_autoptr (GString) part = g_string_new (message);
  const char *key;
  va_list pairs;

  va_start (pairs, message);
  while ((key = va_arg (pairs, const char *)) != NULL)
    g_string_replace (part, key, va_arg (pairs, const char *), 1);
  va_end (pairs);
  g_string_append_printf (caption, "%s%s", caption->len > 0 ? " " : "", part->str);
}

/* A filter that asks for no other time than the picture's. */
static EntFilter *
dup_filter (const EntExportRequest *request,
            const EntFilter        *filter)
{
  return ent_export_request_has_span (request) ? ent_export_request_narrow (request, filter)
                                               : ent_filter_ref ((EntFilter *) filter);
}

/* Who issued the statements that tell the events, those that tell most first. */
static char *
dup_bodies (const EntExportRequest *request)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (request->index));
  guint n;
  g_autoptr (EntFilter) filter = dup_filter (request, request->filter);
  g_autofree guint *counts = ent_filter_index_count (request->index, filter, ENT_FACET_ISSUER, &n);
  g_autoptr (GString) bodies = g_string_new (NULL);

  for (guint i = 0; i < MOST_BODIES; i++)
    {
      guint best = 0;

      for (guint j = 1; j < n; j++)
        best = counts[j] > counts[best] ? j : best;
      if (n == 0 || counts[best] == 0)
        break;
      counts[best] = 0;
      g_string_append_printf (bodies, "%s%s", i > 0 ? ent_translate (request->translator, N_ (", ")) : "",
                              ent_translate (request->translator,
                                             ent_vocabulary_get_actor (vocabulary, (guint16) best)->label));
    }
  return bodies->len > 0 ? g_string_free (g_steal_pointer (&bodies), FALSE) : NULL;
}

static char *
dup_span (const EntExportRequest *request,
          const EntRowSet        *shown)
{
  const EntEventColumns *columns = ent_event_store_get_columns (ent_filter_index_get_store (request->index));
  EntDay first = ENT_DAY_OPEN_END, last = ENT_DAY_OPEN_START;

  for (guint32 row = ent_row_set_next (shown, 0); row != ENT_ROW_NONE; row = ent_row_set_next (shown, row + 1))
    {
      if (columns->earliest[row] == ENT_DAY_OPEN_START || columns->latest[row] == ENT_DAY_OPEN_END)
        continue;
      first = MIN (first, columns->earliest[row]);
      last = MAX (last, columns->latest[row]);
    }
  if (first > last)
    return NULL;
  return ent_edtf_to_words (first == last ? ent_edtf_day (first)
                                          : ent_edtf_interval (ent_edtf_point_day (first), ent_edtf_point_day (last)),
                            request->translator);
}

/* How many events of the relationship in the picture's time the filter hides. */
static guint
count_hidden (const EntExportRequest *request)
{
  g_autoptr (EntFilter) everything = ent_filter_new ();
  g_autoptr (EntFilter) base = ent_filter_with_relationship (everything, request->filter);
  g_autoptr (EntFilter) filter = dup_filter (request, base);
  g_autoptr (EntRowSet) rows = ent_filter_index_run (request->index, filter);
  g_autoptr (EntRowSet) hidden = ent_row_set_minus (rows, request->rows);

  return ent_row_set_get_count (hidden);
}

static void
append_counts (GString                *caption,
               const EntExportRequest *request,
               const EntRowSet        *rows)
{
  const EntEventStore *store = ent_filter_index_get_store (request->index);
  g_autofree char *shown = g_strdup_printf ("%u", ent_row_set_get_count (rows));
  g_autofree char *checked = g_strdup_printf ("%u", ent_review_count_checked (store, rows));
  g_autofree char *hidden = g_strdup_printf ("%u", count_hidden (request));

  const char *message = N_ ("Events shown: {shown}; hidden: {hidden}; checked: {checked}.");

  append (caption, ent_translate (request->translator, message), "{shown}", shown, "{hidden}", hidden,
          "{checked}", checked, NULL);
}

/**
 * ent_figure_caption_new:
 * @request: a picture
 *
 * Says what a reader of the picture has to know: what was asked for, who tells it, of which time, what is hidden, how
 * much of it people checked, and as of which day.
 *
 * Returns: (transfer full): the caption
 */
char *
ent_figure_caption_new (const EntExportRequest *request)
{
  g_return_val_if_fail (request != NULL && request->index != NULL && request->filter != NULL && request->rows != NULL,
                        NULL);

  const EntTranslator *translator = request->translator;
  const EntEventStore *store = ent_filter_index_get_store (request->index);
  g_autoptr (GString) caption = g_string_new (NULL);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autofree char *question = ent_filter_words_new (request->filter, vocabulary, translator);
  g_autofree char *bodies = dup_bodies (request);
  g_autoptr (EntRowSet) shown = ent_export_request_new_told (request);
  g_autofree char *span = dup_span (request, shown);
  g_autofree char *held = g_strdup_printf ("%u", ent_event_store_get_n_statements (store));
  EntDay as_of = ent_export_get_as_of (request);

  if (question != NULL)
    append (caption, ent_translate (translator, N_ ("{question}.")), "{question}", question, NULL);
  if (span != NULL)
    append (caption, ent_translate (translator, N_ ("Time: {span}.")), "{span}", span, NULL);
  append_counts (caption, request, shown);
  append (caption, ent_translate (translator, N_ ("Statements in the collection: {held}.")), "{held}", held, NULL);
  if (bodies != NULL)
    append (caption, ent_translate (translator, N_ ("Told by: {bodies}.")), "{bodies}", bodies, NULL);
  if (as_of != ENT_DAY_OPEN_START)
    {
      g_autofree char *day = ent_edtf_to_words (ent_edtf_day (as_of), translator);

      append (caption, ent_translate (translator, N_ ("As of {day}.")), "{day}", day, NULL);
    }
  return g_string_free (g_steal_pointer (&caption), FALSE);
}
