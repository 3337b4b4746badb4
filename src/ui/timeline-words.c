/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the timeline's signs by those that point at them, and by screen readers. */
#include "entente-config.h"

#include "ui/timeline-words.h"

#include <glib/gi18n.h>

#include "ui/words.h"

/**
 * ent_timeline_words_for_bin:
 * @scene: what is on show
 * @bin: one of its bins
 *
 * Returns: (transfer full): one line: of which lane, how many events, of which time
 */
char *
ent_timeline_words_for_bin (const EntScene *scene,
                            guint           bin)
{
  const EntSceneBin *item = &scene->bins[bin];
  const EntSceneLane *lane = &scene->lanes[item->lane];
  g_autofree char *time = ent_words_for_time (item->from, item->to);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", item->count), item->count);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lane->name) && lane->name[i] != NULL; i++)
    g_string_append_printf (words, "%s ", lane->name[i]);
  g_string_append_printf (words, "· %s · %s", count, time);
  return g_string_free (words, FALSE);
}

/**
 * ent_timeline_words_for_coverage:
 * @vocabulary: what the filter's numbers are of
 * @filter: whose relationship is shown
 * @scene: what is on show
 * @x: a place in the overview, in pixels from the scene's left edge
 *
 * Returns: (transfer full) (nullable): markup: which statements are held of the time there; %NULL if none are
 */
char *
ent_timeline_words_for_coverage (const EntVocabulary *vocabulary,
                                 const EntFilter     *filter,
                                 const EntScene      *scene,
                                 double               x)
{
  double time = ent_time_scale_to_time (scene->overview_scale, ent_scene_to_overview_x (scene, x));
  g_autoptr (GArray) sides = ent_filter_dup_sides (filter);
  GString *words = NULL;

  for (gsize i = 0; i < scene->n_coverage; i++)
    {
      const EntSceneCoverage *bar = &scene->coverage[i];
      if (time < bar->from || time >= bar->to)
        continue;
      if (words == NULL)
        {
          g_autofree char *when = ent_words_for_time (bar->from, bar->to);
          words = g_string_new (NULL);
          g_string_append_printf (words, "<b>%s</b>", when);
        }
      g_autofree char *count = g_strdup_printf (ngettext ("%u statement held", "%u statements held", bar->count),
                                                bar->count);
      guint16 actor = sides->len == 2 ? g_array_index (sides, guint16, bar->side) : ENT_ACTOR_NONE;
      const char *side = actor != ENT_ACTOR_NONE ? ent_words_get_actor_short (vocabulary, actor) : NULL;
      g_string_append_printf (words, side != NULL ? "\n%s: %s" : "\n%s%s", side != NULL ? side : "", count);
    }
  return words != NULL ? g_string_free (words, FALSE) : NULL;
}
