/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/insights.h"

#include <string.h>

#include "layout/chart-tally.h"

#define TALL_PANEL 130.0
#define LOW_PANEL 24.0
/* What is known no closer than to a season has no quarter. */
#define MOST_DAYS 124
/* Of a longer history a quarter is no more to be seen. */
#define MANY_YEARS 80

#define COLOUR_SOFT 0x9a9996u
#define COLOUR_STRONG 0xe66100u
static const guint32 side_colours[] = { 0x1a5fb4u, 0xc64600u, 0x26a269u, 0x813d9cu, 0x77767bu };
static const guint32 level_colours[ENT_N_LEVELS] = {
  [ENT_LEVEL_NONE] = 0x9a9996u,   [ENT_LEVEL_LEADER] = 0x1a5fb4u,  [ENT_LEVEL_MINISTER] = 0xe5a50au,
  [ENT_LEVEL_SENIOR] = 0x26a269u, [ENT_LEVEL_WORKING] = 0x9141acu,
};

static EntEventStore *
get_store (const EntInsightRequest *request)
{
  return ent_filter_index_get_store (request->index);
}

static const char *
say (const EntInsightRequest *request,
     const char              *message)
{
  return ent_translate (request->translator, message);
}

/* How it was counted, and how many of the events people have checked. */
static char *
dup_note (const EntInsightRequest *request,
          const char              *message)
{
  g_autofree char *checked = ent_filter_index_new_checked (request->index, request->filter, request->rows,
                                                           request->translator);

  return g_strconcat (say (request, message), checked != NULL ? " · " : "", checked, NULL);
}

/* The day an event is counted on, if it is known closely enough. */
static gboolean
get_day (const EntEventColumns *columns,
         guint32                row,
         EntDay                *day)
{
  EntDay earliest = columns->earliest[row], latest = columns->latest[row];

  if (earliest == ENT_DAY_OPEN_START || latest == ENT_DAY_OPEN_END || latest - earliest > MOST_DAYS)
    return FALSE;
  *day = earliest;
  return TRUE;
}

static EntPeriod
choose_period (const EntInsightRequest *request)
{
  const EntEventColumns *columns = ent_event_store_get_columns (get_store (request));
  EntDay first = ENT_DAY_OPEN_END, last = ENT_DAY_OPEN_START, day;

  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      if (!get_day (columns, row, &day))
        continue;
      first = MIN (first, day);
      last = MAX (last, day);
    }
  return first < last && last - first > MANY_YEARS * 366 ? ENT_PERIOD_YEAR : ENT_PERIOD_QUARTER;
}

/* Says how many events stand too far from all others to be in the figure with them. */
static void
leave_far (const EntInsightRequest *request,
           EntChart                *chart)
{
  guint n = ent_chart_leave_far (chart);

  if (n == 0)
    return;
  g_autoptr (GString) words = g_string_new (ent_translate_plural (request->translator,
                                                                  N_ ("{n} event at a far other time is left out"),
                                                                  N_ ("{n} events at far other times are left out"),
                                                                  n));
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_string_replace (words, "{n}", number, 1);
  ent_chart_add_note (chart, words->str);
}

/* A contact of all sides that happened as plain fact. */
static gboolean
is_contact (const EntInsightRequest *request,
            guint32                  row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (get_store (request));

  return ent_kind_is_contact (columns->kind[row]) && columns->status[row] == ENT_STATUS_OCCURRED
         && columns->assertion[row] == ENT_ASSERTION_STATED
         && ent_filter_index_is_between (request->index, request->filter, row);
}

/**
 * ent_insight_contacts:
 * @request: what it is of
 *
 * Returns: (transfer full): contacts a quarter, by their level
 */
EntChart *
ent_insight_contacts (const EntInsightRequest *request)
{
  static const char * const names[ENT_N_LEVELS] = { N_ ("Level not told"), N_ ("Leaders"), N_ ("Ministers"),
                                                    N_ ("Senior officials"), N_ ("Working level") };
  static const EntLevel order[] = { ENT_LEVEL_LEADER, ENT_LEVEL_MINISTER, ENT_LEVEL_SENIOR, ENT_LEVEL_WORKING,
                                    ENT_LEVEL_NONE };
  const EntEventColumns *columns = ent_event_store_get_columns (get_store (request));
  EntPeriod period = choose_period (request);
  g_autofree char *note = dup_note (request, N_ ("Calls, meetings, summits and visits of all sides that are stated to "
                                                 "have occurred, by their first day."));
  EntChart *chart = ent_chart_new (say (request, period == ENT_PERIOD_YEAR ? N_ ("Contacts a year, by level")
                                                                           : N_ ("Contacts a quarter, by level")),
                                   note, TALL_PANEL);
  guint series[ENT_N_LEVELS], panel = ent_chart_add_panel (chart, say (request, N_ ("Contacts")), COLOUR_SOFT);
  EntChartTally tally;
  EntDay day;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    series[order[i]] = ent_chart_add_series (chart, say (request, names[order[i]]), level_colours[order[i]]);
  ent_chart_tally_init (&tally, period);
  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      if (is_contact (request, row) && get_day (columns, row, &day))
        ent_chart_tally_add (&tally, panel, series[columns->level[row]], day, row, 1.0);
    }
  ent_chart_tally_finish (&tally, chart);
  leave_far (request, chart);
  return chart;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  EntDay x = *(const EntDay *) a, y = *(const EntDay *) b;

  return (x > y) - (x < y);
}

/* The rows of contacts, in the order of their days. */
static GArray *
collect_contacts (const EntInsightRequest *request)
{
  const EntEventColumns *columns = ent_event_store_get_columns (get_store (request));
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  EntDay day;

  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      if (is_contact (request, row) && get_day (columns, row, &day))
        g_array_append_val (rows, row);
    }
  return rows;
}

/* The times between contacts, each with the contacts before and after; contacts on days that touch leave none. */
static GArray *
collect_gaps (const EntInsightRequest *request)
{
  const EntEventColumns *columns = ent_event_store_get_columns (get_store (request));
  g_autoptr (GArray) contacts = collect_contacts (request);
  GArray *gaps = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  guint32 before = ENT_ROW_NONE;

  for (guint i = 0; i < contacts->len; i++)
    {
      guint32 row = g_array_index (contacts, guint32, i);
      guint32 gap[2] = { before, row };

      if (before != ENT_ROW_NONE && columns->earliest[row] > columns->latest[before] + 1)
        g_array_append_val (gaps, gap);
      if (before == ENT_ROW_NONE || columns->latest[row] >= columns->latest[before])
        before = row;
    }
  return gaps;
}

/**
 * ent_insight_silences:
 * @request: what it is of
 *
 * Returns: (transfer full): the days between one contact and the next, against their median
 */
EntChart *
ent_insight_silences (const EntInsightRequest *request)
{
  const EntEventColumns *columns = ent_event_store_get_columns (get_store (request));
  g_autoptr (GArray) gaps = collect_gaps (request);
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (EntDay));
  g_autofree char *note = dup_note (request, N_ ("From one contact in these statements to the next; a contact that "
                                                 "none of them tells is not known here."));
  EntChart *chart = ent_chart_new (say (request, N_ ("Days without a contact")), note, TALL_PANEL);
  guint panel = ent_chart_add_panel (chart, say (request, N_ ("Days")), COLOUR_SOFT);
  guint usual = ent_chart_add_series (chart, say (request, N_ ("Up to the median")), COLOUR_SOFT);
  guint longer = ent_chart_add_series (chart, say (request, N_ ("Longer than the median")), COLOUR_STRONG);

  for (guint i = 0; i < gaps->len; i++)
    {
      const guint32 *gap = &((const guint32 *) (gpointer) gaps->data)[2 * i];
      EntDay days = columns->earliest[gap[1]] - columns->latest[gap[0]] - 1;

      g_array_append_val (lengths, days);
    }
  g_array_sort (lengths, compare_days);
  if (lengths->len == 0)
    return chart;
  EntDay median = g_array_index (lengths, EntDay, (lengths->len - 1) / 2);
  for (guint i = 0; i < gaps->len; i++)
    {
      const guint32 *gap = &((const guint32 *) (gpointer) gaps->data)[2 * i];
      EntChartBar bar = { .panel = panel, .from = columns->latest[gap[0]] + 1, .to = columns->earliest[gap[1]],
                          .n_items = 2 };

      bar.value = bar.to - bar.from;
      bar.series = bar.value > median ? longer : usual;
      ent_chart_add_bar (chart, bar, gap);
    }
  g_autoptr (GString) words = g_string_new (ent_translate_plural (request->translator, N_ ("median {n} day"),
                                                                  N_ ("median {n} days"), (gulong) median));
  g_autofree char *number = g_strdup_printf ("%d", median);
  g_string_replace (words, "{n}", number, 1);
  ent_chart_set_line (chart, panel, median, words->str);
  return chart;
}

typedef struct
{
  guint value;
  guint count;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return (x->value > y->value) - (x->value < y->value);
}

/**
 * ent_insight_topics:
 * @request: what it is of
 *
 * Returns: (transfer full): how many events raise each topic, over time
 */
EntChart *
ent_insight_topics (const EntInsightRequest *request)
{
  EntEventStore *store = get_store (request);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  EntPeriod period = choose_period (request);
  g_autofree char *note = dup_note (request, N_ ("An event counts for each topic that its accounts raise."));
  EntChart *chart = ent_chart_new (say (request, period == ENT_PERIOD_YEAR ? N_ ("Topics, events a year")
                                                                           : N_ ("Topics, events a quarter")),
                                   note, LOW_PANEL);
  guint series = ent_chart_add_series (chart, say (request, N_ ("Events")), ENT_CHART_PANEL_COLOUR);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint n = MIN (ent_vocabulary_get_n_topics (vocabulary), ENT_MAX_TOPICS);
  EntChartTally tally;
  EntDay day;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EntRowSet) rows = ent_row_set_and (request->rows,
                                                    ent_filter_index_get_rows (request->index, ENT_FACET_TOPIC, i));
      Ranked topic = { i, ent_row_set_get_count (rows) };

      if (topic.count > 0)
        g_array_append_val (ranked, topic);
    }
  g_array_sort (ranked, compare_ranked);
  ent_chart_tally_init (&tally, period);
  for (guint i = 0; i < ranked->len; i++)
    {
      guint topic = g_array_index (ranked, Ranked, i).value;
      const EntTopicInfo *info = ent_vocabulary_get_topic (vocabulary, topic);
      guint panel = ent_chart_add_panel (chart, say (request, info->label), info->colour);
      g_autoptr (EntRowSet) rows = ent_row_set_and (request->rows, ent_filter_index_get_rows (request->index,
                                                                                              ENT_FACET_TOPIC, topic));

      for (guint32 row = ent_row_set_next (rows, 0); row != ENT_ROW_NONE; row = ent_row_set_next (rows, row + 1))
        {
          if (get_day (columns, row, &day))
            ent_chart_tally_add (&tally, panel, series, day, row, 1.0);
        }
    }
  ent_chart_tally_finish (&tally, chart);
  leave_far (request, chart);
  return chart;
}

/**
 * ent_insight_scores:
 * @request: what it is of
 *
 * The score of an event's kind is a coding convention and no measure of warmth; the figure says so.
 *
 * Returns: (transfer full): the sums of event-type scores, over time
 */
EntChart *
ent_insight_scores (const EntInsightRequest *request)
{
  EntEventStore *store = get_store (request);
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntChart *chart;
  EntChartTally tally;
  double sum = 0.0;
  EntDay day;

  ent_chart_tally_init (&tally, choose_period (request));
  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      double score = ent_vocabulary_get_kind (ent_event_store_get_vocabulary (store), columns->kind[row])->score;

      if (columns->status[row] != ENT_STATUS_OCCURRED || columns->assertion[row] != ENT_ASSERTION_STATED
          || score == 0.0 || !get_day (columns, row, &day))
        continue;
      ent_chart_tally_add (&tally, 0, score < 0.0 ? 1 : 0, day, row, score);
      sum += score;
    }
  g_autoptr (GString) title = g_string_new (say (request, N_ ("Event-type scores, sum {n}")));
  g_autofree char *number = g_strdup_printf ("%.1f", sum);
  g_string_replace (title, "{n}", number, 1);
  g_autofree char *note = dup_note (request,
                                    N_ ("Each kind of event has a score from −10 to 10 by convention, as in PLOVER. It "
                                        "depends on nothing but the kind, so a sum mostly tells how many events of "
                                        "which kind were found: no measure of warmth."));
  chart = ent_chart_new (title->str, note, TALL_PANEL);
  ent_chart_add_panel (chart, say (request, N_ ("Score")), COLOUR_SOFT);
  ent_chart_add_series (chart, say (request, N_ ("Cooperative kinds")), side_colours[2]);
  ent_chart_add_series (chart, say (request, N_ ("Conflictual kinds")), side_colours[1]);
  ent_chart_tally_finish (&tally, chart);
  leave_far (request, chart);
  return chart;
}

/**
 * ent_insight_one_sided:
 * @request: what it is of
 *
 * Returns: (transfer full): the contacts that only one of the relationship's sides tells, for the other side's
 *   statement to be looked for
 */
EntRowSet *
ent_insight_one_sided (const EntInsightRequest *request)
{
  EntEventStore *store = get_store (request);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = ent_row_set_next (request->rows, 0); row != ENT_ROW_NONE;
       row = ent_row_set_next (request->rows, row + 1))
    {
      guint16 teller = ENT_ACTOR_NONE;
      gboolean several = FALSE;

      if (!is_contact (request, row))
        continue;
      for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
        {
          EntAccount account;

          ent_event_store_get_account (store, row, i, &account);
          if (account.role == ENT_ROLE_MENTIONS || account.issuer == ENT_ACTOR_NONE)
            continue;
          several |= teller != ENT_ACTOR_NONE && account.issuer != teller;
          teller = account.issuer;
        }
      if (!several && teller != ENT_ACTOR_NONE)
        g_array_append_val (rows, row);
    }
  return ent_row_set_new_rows ((const guint32 *) (gpointer) rows->data, rows->len,
                               ent_event_store_get_n_events (store));
}
