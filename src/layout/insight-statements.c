/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of what the statements hold, and in which words. */
#include <string.h>

#include "filter/typed-search.h"
#include "layout/chart-tally.h"
#include "layout/insights.h"

#define LOW_PANEL 24.0
#define MOST_PANELS 24
static const guint32 side_colours[] = { 0x1a5fb4u, 0xc64600u, 0x26a269u, 0x813d9cu, 0x77767bu };
#define N_SIDES (G_N_ELEMENTS (side_colours) - 1) /* the last colour is for all others */

/* What deserves a panel: a name, and where in time it is met. */
typedef struct
{
  char *name;
  guint count;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = *(const Entry * const *) a, *y = *(const Entry * const *) b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return strcmp (x->name, y->name);
}

static void
count_name (GHashTable *names,
            const char *name)
{
  Entry *entry = g_hash_table_lookup (names, name);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->name = g_strdup (name);
      g_hash_table_insert (names, entry->name, entry);
    }
  entry->count++;
}

/* A panel for each of the most frequent names; their numbers by name, from 1. */
static GHashTable *
add_panels (EntChart   *chart,
            GHashTable *names,
            guint32     colour)
{
  GHashTable *panels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_ptr_array_add (entries, entry);
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < MIN (entries->len, MOST_PANELS); i++)
    {
      const Entry *first = g_ptr_array_index (entries, i);
      guint panel = ent_chart_add_panel (chart, first->name, colour);

      g_hash_table_insert (panels, g_strdup (first->name), GUINT_TO_POINTER (panel + 1));
    }
  return panels;
}

typedef void (*ToneFunc) (const EntInsightRequest *request,
                          const char *word,
                          const EntAccount *account,
                          guint32 row,
                          gpointer data);

/* Calls @func for each word of tone in an account of the events. */
static void
each_tone (const EntInsightRequest *request,
           ToneFunc                 func,
           gpointer                 data)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);

  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          for (guint j = 0; account.role != ENT_ROLE_MENTIONS && account.tone_words != NULL
                            && account.tone_words[j] != NULL;
               j++)
            func (request, account.tone_words[j], &account, row, data);
        }
    }
}

static void
count_tone (const EntInsightRequest *request,
            const char              *word,
            const EntAccount        *account,
            guint32                  row,
            gpointer                 data)
{
  count_name (data, word);
}

typedef struct
{
  GHashTable *panels;
  EntChartTally tally;
  const guint16 *sides;
  guint n_sides;
} Tone;

static guint
find_side (const Tone *tone,
           guint16     issuer)
{
  for (guint i = 0; i < tone->n_sides; i++)
    {
      if (tone->sides[i] == issuer)
        return i;
    }
  return tone->n_sides;
}

static void
add_tone (const EntInsightRequest *request,
          const char              *word,
          const EntAccount        *account,
          guint32                  row,
          gpointer                 data)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);
  Tone *tone = data;
  guint panel = GPOINTER_TO_UINT (g_hash_table_lookup (tone->panels, word));
  EntEdtf issued = ent_statement_get_info (ent_event_store_get_statement (store, account->statement))->date;
  EntDay day = ent_edtf_is_none (issued) ? ENT_DAY_OPEN_START : ent_edtf_earliest (issued);

  if (panel > 0 && day != ENT_DAY_OPEN_START)
    ent_chart_tally_add (&tone->tally, panel - 1, find_side (tone, account->issuer), day, row, 1.0);
}

/* The sides of a relationship, or of everyone those that issue most. */
static GArray *
choose_sides (const EntInsightRequest *request)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (guint16));
  gsize n;
  const guint16 *actors = ent_filter_get_between (request->filter, &n, NULL);
  guint n_values;
  g_autofree guint *counts = ent_filter_index_count (request->index, request->filter, ENT_FACET_ISSUER, &n_values);

  for (gsize i = 0; i < MIN (n, N_SIDES); i++)
    g_array_append_val (sides, actors[i]);
  while (n == 0 && sides->len < N_SIDES)
    {
      guint best = 0;

      for (guint i = 1; i < n_values; i++)
        best = counts[i] > counts[best] ? i : best;
      guint16 actor = (guint16) best;
      if (n_values == 0 || counts[best] == 0)
        break;
      counts[best] = 0;
      g_array_append_val (sides, actor);
    }
  return sides;
}

/**
 * ent_insight_tone:
 * @request: what it is of
 *
 * Returns: (transfer full): words of tone by side, over time
 */
EntChart *
ent_insight_tone (const EntInsightRequest *request)
{
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (ent_filter_index_get_store (request->index));
  EntChart *chart = ent_chart_new (ent_translate (request->translator, N_ ("Words of tone, by side")),
                                   ent_translate (request->translator,
                                                  N_ ("How often the statements that report an event use them, by the "
                                                      "quarter they were issued in. Each language has its own words.")),
                                   LOW_PANEL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  g_autoptr (GArray) sides = choose_sides (request);
  Tone tone = { .sides = (const guint16 *) (gpointer) sides->data, .n_sides = sides->len };

  each_tone (request, count_tone, names);
  tone.panels = add_panels (chart, names, side_colours[0]);
  for (guint i = 0; i < sides->len; i++)
    ent_chart_add_series (chart,
                          ent_translate (request->translator,
                                         ent_vocabulary_get_actor (vocabulary, tone.sides[i])->label),
                          side_colours[i]);
  ent_chart_add_series (chart, ent_translate (request->translator, N_ ("Others")), side_colours[N_SIDES]);
  ent_chart_tally_init (&tone.tally, ENT_PERIOD_QUARTER);
  each_tone (request, add_tone, &tone);
  ent_chart_tally_finish (&tone.tally, chart);
  g_hash_table_unref (tone.panels);
  return chart;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/**
 * ent_insight_statements:
 * @request: what it is of
 *
 * Returns: (transfer full) (element-type guint32): numbers of the statements that tell any of the events, or have the
 *   words that are searched for anywhere in their text, ascending
 */
GArray *
ent_insight_statements (const EntInsightRequest *request)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_statements = ent_event_store_get_n_statements (store);
  const char *words = ent_filter_get_words (request->filter);
  g_autoptr (EntRowSet) worded = words != NULL ? ent_typed_search_find_statements (request->index, words) : NULL;

  for (guint32 i = 0; i < n_statements; i++)
    {
      gsize n;
      const guint32 *told = ent_filter_index_get_told (request->index, i, &n);
      gboolean tells = worded != NULL && ent_row_set_contains (worded, i);

      for (gsize j = 0; j < n && !tells; j++)
        tells = told[j] < columns->n && ent_row_set_contains (request->rows, told[j]);
      if (tells)
        g_array_append_val (numbers, i);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

static char *
dup_body (const EntInsightRequest *request,
          guint32                  number)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, number));
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  guint16 issuer = ent_event_store_get_issuer (store, number);
  const char *side = ent_translate (request->translator, N_ ("Unknown source"));

  if (issuer != ENT_ACTOR_NONE)
    {
      if (info->issuing_body != NULL && ent_vocabulary_is_actor_in (vocabulary, issuer, info->issuing_body))
        return g_strdup (info->issuing_body);
      side = ent_translate (request->translator, ent_vocabulary_get_actor (vocabulary, issuer)->label);
    }
  return info->issuing_body != NULL ? g_strdup_printf ("%s, %s", side, info->issuing_body) : g_strdup (side);
}

/**
 * ent_insight_coverage:
 * @request: what it is of
 *
 * Returns: (transfer full): statements held a month, by issuing body; items are numbers of statements
 */
EntChart *
ent_insight_coverage (const EntInsightRequest *request)
{
  EntEventStore *store = ent_filter_index_get_store (request->index);
  g_autoptr (GArray) numbers = ent_insight_statements (request);
  EntChart *chart = ent_chart_new (ent_translate (request->translator, N_ ("Statements held a month, by issuing body")),
                                   ent_translate (request->translator,
                                                  N_ ("Where nothing is held, nothing is known: no bar does not mean "
                                                      "that nothing was said.")),
                                   LOW_PANEL);
  guint series = ent_chart_add_series (chart, ent_translate (request->translator, N_ ("Statements")),
                                       ENT_CHART_PANEL_COLOUR);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  EntChartTally tally;

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *body = dup_body (request, g_array_index (numbers, guint32, i));

      count_name (names, body);
    }
  g_autoptr (GHashTable) panels = add_panels (chart, names, side_colours[0]);
  ent_chart_tally_init (&tally, ENT_PERIOD_MONTH);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);
      g_autofree char *body = dup_body (request, number);
      guint panel = GPOINTER_TO_UINT (g_hash_table_lookup (panels, body));
      EntEdtf date = ent_statement_get_info (ent_event_store_get_statement (store, number))->date;
      EntDay day = ent_edtf_is_none (date) ? ENT_DAY_OPEN_START : ent_edtf_earliest (date);

      if (panel > 0 && day != ENT_DAY_OPEN_START)
        ent_chart_tally_add (&tally, panel - 1, series, day, number, 1.0);
    }
  ent_chart_tally_finish (&tally, chart);
  return chart;
}
