/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip at the foot: statements held by side and month, and the visible span; and the silences
 * that these statements let one claim. */
#include <math.h>

#include "layout/density.h"
#include "layout/scene-private.h"
#include "layout/ticks.h"

#define BAR_ROOM 4.0 /* pixels that a bar needs at least, with its gap */
#define WIDEST_BAR 10.0
#define SHORT_HISTORY_DAYS 200.0
#define MARGIN 8.0
#define BEYOND_INSET 6.0
#define NOTE_INSET 12.0
#define MOST_SIDES 4 /* that are named */
#define SHORTEST_VIEW 6.0 /* the visible span never gets too narrow to be taken hold of */

/* A bar stands for a month or more; for less only where all of the history is no longer than some months. */
static EntDensityStep
choose_bar (EntTimeScale scale,
            double       width)
{
  EntDensityStep step = ent_density_choose_step (scale.days_per_pixel, BAR_ROOM);

  return width * scale.days_per_pixel > SHORT_HISTORY_DAYS ? MAX (step, ENT_DENSITY_MONTH) : step;
}

/* The first of the days from @from on that is not before @day. */
static guint
find_day (const GArray *days,
          guint         from,
          EntDay        day)
{
  guint high = days->len;

  while (from < high)
    {
      guint middle = from + (high - from) / 2;
      if (g_array_index (days, EntDay, middle) < day)
        from = middle + 1;
      else
        high = middle;
    }
  return from;
}

static void
add_bars (EntSceneBuilder *builder,
          guint            side)
{
  const EntScene *scene = builder->scene;
  const GArray *days = builder->basis->history->statement_days[side];
  double end_x = scene->overview_time.x + scene->overview_time.width;
  EntDensityStep step = choose_bar (scene->overview_scale, scene->overview_time.width);
  double shown_from = scene->overview_scale.start;
  double shown_to = ent_time_scale_to_time (scene->overview_scale, scene->overview_time.width);

  for (guint i = 0, end; i < days->len; i = end)
    {
      gint32 bar = ent_density_get_bin (step, g_array_index (days, EntDay, i));
      EntDay from = ent_density_get_bin_start (step, bar);
      EntDay to = ent_density_get_bin_start (step, bar + 1);
      end = find_day (days, i, to);
      EntSceneCoverage item = { (guint8) side, end - i, from, to, { 0 } };
      if (to <= shown_from || from >= shown_to)
        continue;
      double left = ent_time_scale_to_x (scene->overview_scale, from);
      double width = ent_time_scale_to_x (scene->overview_scale, to) - left;
      item.box.width = round (CLAMP (width * 0.5, 2.0, WIDEST_BAR));
      item.box.x = round (scene->overview_time.x + left + (width - item.box.width) / 2.0);
      /* The month in which a history begins or ends is not all in view. */
      item.box.x = CLAMP (item.box.x, scene->overview_time.x + 2.0, end_x - item.box.width - 2.0);
      g_array_append_val (builder->coverage, item);
    }
}

/* Both sides share one scale, so that their bars can be compared. */
static void
scale_bars (EntSceneBuilder *builder,
            double           middle,
            double           room)
{
  guint most = 1;

  for (guint i = 0; i < builder->coverage->len; i++)
    most = MAX (most, g_array_index (builder->coverage, EntSceneCoverage, i).count);
  for (guint i = 0; i < builder->coverage->len; i++)
    {
      EntSceneCoverage *item = &g_array_index (builder->coverage, EntSceneCoverage, i);
      item->box.height = MAX (round (room * item->count / most), 2.0);
      item->box.y = item->side == 0 ? middle - item->box.height : middle;
    }
}

/* At the outer edge of the lanes' names. */
static void
add_side_note (EntSceneBuilder *builder,
               const char      *text,
               double           y)
{
  const char *fitting = ent_scene_builder_fit_text (builder, ENT_TEXT_NOTE, text,
                                                    builder->sizes.name_width - NOTE_INSET);

  if (fitting != NULL)
    ent_scene_builder_add_note (builder, ENT_TEXT_NOTE, fitting, NOTE_INSET, y);
}

/* In one line, under the heading: of a picture's strip, which is low, and of more sides than two. */
static void
add_short_side_names (EntSceneBuilder *builder,
                      GStrv            names)
{
  g_autofree char *text = g_strjoinv ("  ", names);

  add_side_note (builder, text, builder->scene->overview.y + builder->sizes.name_line + 7.0);
}

static void
add_side_names (EntSceneBuilder *builder,
                double           middle)
{
  const EntTranslator *translator = builder->request->translator;
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (builder->store);
  g_autoptr (GArray) sides = ent_filter_dup_sides (builder->request->filter);
  gboolean two_sides = sides->len == 2;
  double line = builder->sizes.name_line;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  add_side_note (builder, ent_translate (translator, N_ ("Statements held")), builder->scene->overview.y + 6.0);
  for (guint i = 0; i < MIN (sides->len, MOST_SIDES); i++)
    {
      guint16 side = g_array_index (sides, guint16, i);
      const char *sign = !two_sides ? "" : i == 0 ? " ▲"
                                                  : " ▼";
      g_autofree char *text = g_strconcat (ent_vocabulary_get_actor (vocabulary, side)->id, sign, NULL);
      if (!builder->sizes.low_overview && two_sides)
        add_side_note (builder, text, i == 0 ? middle - line + 1.0 : middle + 1.0);
      g_strv_builder_add (names, text);
    }
  if (sides->len > MOST_SIDES)
    g_strv_builder_add (names, "…");
  g_auto (GStrv) all = g_strv_builder_end (names);
  if (all[0] != NULL && (builder->sizes.low_overview || !two_sides))
    add_short_side_names (builder, all);
}

static void
add_years (EntSceneBuilder *builder,
           EntDay           first_day,
           EntDay           last_day)
{
  const EntScene *scene = builder->scene;
  EntEdtf first = ent_edtf_point (ent_edtf_point_year (ent_civil_date_from_day (first_day).year));
  EntEdtf last = ent_edtf_point (ent_edtf_point_year (ent_civil_date_from_day (last_day).year));
  g_autofree char *from = ent_edtf_to_words (first, builder->request->translator);
  g_autofree char *to = ent_edtf_to_words (last, builder->request->translator);
  g_autofree char *text = ent_edtf_equal (first, last) ? g_strdup (from) : g_strdup_printf ("%s – %s", from, to);

  add_side_note (builder, text, scene->overview.y + scene->overview.height - builder->sizes.name_line - 4.0);
}

static void
place_view (EntSceneBuilder *builder)
{
  EntScene *scene = builder->scene;
  double from = ent_time_scale_to_x (scene->overview_scale, scene->scale.start);
  double to = ent_time_scale_to_x (scene->overview_scale,
                                   ent_time_scale_to_time (scene->scale, scene->time_area.width));

  from = CLAMP (from, 0.0, scene->overview_time.width - SHORTEST_VIEW);
  to = CLAMP (to, from + SHORTEST_VIEW, scene->overview_time.width);
  scene->overview_view = (EntBox) { scene->overview_time.x + from, scene->overview.y + 4.0, to - from,
                                    scene->overview.height - 8.0 };
}

/* How many events on show begin before a row. */
static guint
count_before (const EntSceneBuilder *builder,
              guint32                row)
{
  const EntHistory *history = builder->basis->history;

  return ent_row_set_rank (history->contacts, row) + ent_row_set_rank (history->acts, row);
}

/* At the outer end of the strip, above the years. */
static EntBox
add_beyond (EntSceneBuilder *builder,
            const char      *text,
            gboolean         at_end)
{
  const EntBox *time = &builder->scene->overview_time;
  double width = ent_scene_builder_measure (builder, ENT_TEXT_NOTE, text);
  double x = at_end ? time->x + time->width - BEYOND_INSET - width : time->x + BEYOND_INSET;
  double y = time->y + BEYOND_INSET;

  ent_scene_builder_add_note (builder, ENT_TEXT_NOTE, text, x, y);
  return (EntBox) { x - BEYOND_INSET, y, width + 2.0 * BEYOND_INSET, builder->sizes.name_line };
}

static const char *
make_beyond_text (EntSceneBuilder *builder,
                  const char      *singular,
                  const char      *plural,
                  guint            n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GString) text = g_string_new (ent_translate_plural (builder->request->translator, singular, plural, n));

  g_string_replace (text, "{n}", number, 1);
  return g_string_chunk_insert_const (builder->strings, text->str);
}

/* The strip's time: all that is held, or what was asked for, with how many events that leaves out at either side. */
static void
place_time (EntSceneBuilder *builder,
            EntDay          *first,
            EntDay          *last)
{
  EntScene *scene = builder->scene;
  const EntSceneRequest *request = builder->request;
  double margin = MARGIN;
  guint n_earlier = 0, n_later = 0;

  if (request->overview_first < request->overview_last)
    {
      guint32 end = ent_event_store_get_n_events (builder->store);

      n_earlier = count_before (builder, ent_event_store_end_row_at (builder->store, request->overview_first - 1));
      n_later = count_before (builder, end)
                - count_before (builder, ent_event_store_end_row_at (builder->store, request->overview_last));
      *first = request->overview_first;
      *last = request->overview_last;
    }
  /* Translators: {n} is how many events begin before what a strip of time shows */
  const char *earlier = make_beyond_text (builder, N_ ("{n} earlier"), N_ ("{n} earlier"), n_earlier);
  /* Translators: {n} is how many events begin after what a strip of time shows */
  const char *later = make_beyond_text (builder, N_ ("{n} later"), N_ ("{n} later"), n_later);

  if (n_earlier > 0)
    scene->earlier = add_beyond (builder, earlier, FALSE);
  if (n_later > 0)
    scene->later = add_beyond (builder, later, TRUE);
  margin = MAX (margin, MAX (scene->earlier.width, scene->later.width));
  scene->overview_scale = ent_time_scale_fit (*first, *last, scene->overview_time.width, margin);
}

/**
 * ent_scene_builder_add_overview:
 * @builder: a scene being made, with its boxes
 *
 * Adds the strip at the foot, if the scene has room for it and anything to show in it.
 */
void
ent_scene_builder_add_overview (EntSceneBuilder *builder)
{
  EntScene *scene = builder->scene;
  const EntSceneBasis *basis = builder->basis;
  double line = builder->sizes.name_line;

  /* Where nothing is dated there is no time to show. */
  if (scene->overview.height <= 0.0 || basis->first_held > basis->last_held || basis->last_held == ENT_DAY_OPEN_END)
    return;
  scene->overview_time = (EntBox) { scene->time_area.x, scene->overview.y, scene->time_area.width,
                                    scene->overview.height };
  EntDay first = MIN (basis->first_held, basis->last_held);
  EntDay last = MAX (basis->first_held, basis->last_held);
  scene->overview_scale = scene->scale;
  if (!builder->request->still)
    place_time (builder, &first, &last);

  double bars_top = scene->overview.y + 8.0;
  double bars_bottom = scene->overview.y + scene->overview.height - (builder->request->still ? 6.0 : line + 6.0);
  g_autoptr (GArray) sides = ent_filter_dup_sides (builder->request->filter);
  gboolean two_sides = sides->len == 2;
  double middle = round (two_sides ? (bars_top + bars_bottom) / 2.0 : bars_bottom);

  add_bars (builder, 0);
  add_bars (builder, 1);
  scale_bars (builder, middle, two_sides ? (bars_bottom - bars_top) / 2.0 : bars_bottom - bars_top);
  add_side_names (builder, middle);
  if (builder->request->still)
    return;
  if (!builder->sizes.low_overview)
    add_years (builder, first, last);
  EntTickRequest ticks = {
    .scale = scene->overview_scale,
    .area = { scene->overview_time.x, scene->overview.y + scene->overview.height - line - 5.0,
              scene->overview_time.width, line },
    .major_only = TRUE,
    .measure = builder->request->measure,
    .translator = builder->request->translator,
  };
  ent_ticks_append (&ticks, builder->strings, builder->overview_ticks);
  place_view (builder);
}

static char *
dup_silence_text (const EntBasisSilence *silence,
                  const EntTranslator   *translator)
{
  GString *text = g_string_new (NULL);
  g_autofree char *number = g_strdup_printf ("%u", silence->n_statements);

  /* Translators: {n} is how many statements are held from a time in which no contact is told of */
  g_string_append (text, ent_translate_plural (translator, N_ ("no contact in this {n} statement"),
                                               N_ ("no contact in these {n} statements"), silence->n_statements));
  g_string_replace (text, "{n}", number, 1);
  return g_string_free (text, FALSE);
}

/* Words under a silence: in its middle, within the window, and never over the last ones. */
static void
place_silence_text (EntSceneBuilder *builder,
                    EntSceneSilence *item,
                    const char      *text,
                    double          *free_from)
{
  const EntScene *scene = builder->scene;
  double width = 0.0, height = 0.0;
  double right = scene->time_area.x + scene->time_area.width - 4.0 - builder->request->controls;

  builder->request->measure.measure (ENT_TEXT_NOTE, text, &width, &height, builder->request->measure.data);
  double x = CLAMP (item->box.x + (item->box.width - width) / 2.0, scene->time_area.x + 4.0,
                    MAX (right - width, scene->time_area.x + 4.0));
  if (x < *free_from)
    x = *free_from;
  /* Only where the middle of the words still stands under what they tell of. */
  double middle = x + width / 2.0;
  if (x + width > right || middle < item->box.x || middle > item->box.x + item->box.width)
    return;
  item->text = g_string_chunk_insert_const (builder->strings, text);
  item->text_box = (EntBox) { x, scene->footer.y + (scene->footer.height - height) / 2.0, width, height };
  *free_from = x + width + 16.0;
}

/**
 * ent_scene_builder_add_silences:
 * @builder: a scene being made, with its boxes
 *
 * Adds the silences in view.
 */
void
ent_scene_builder_add_silences (EntSceneBuilder *builder)
{
  const EntScene *scene = builder->scene;
  double free_from = scene->time_area.x;

  for (guint i = 0; i < builder->basis->silences->len; i++)
    {
      const EntBasisSilence *silence = &g_array_index (builder->basis->silences, EntBasisSilence, i);
      double left = round (MAX (ent_time_scale_to_x (scene->scale, silence->from), 0.0));
      double right = round (MIN (ent_time_scale_to_x (scene->scale, silence->to + 1.0), scene->time_area.width));
      EntSceneSilence item = { .from = silence->from, .to = silence->to };
      if (right - left < 4.0)
        continue;
      item.box = (EntBox) { scene->time_area.x + left, scene->time_area.y, right - left,
                            scene->footer.y + scene->footer.height - scene->time_area.y };
      g_autofree char *text = dup_silence_text (silence, builder->request->translator);
      place_silence_text (builder, &item, text, &free_from);
      g_array_append_val (builder->silences, item);
    }
}
