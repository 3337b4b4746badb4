/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes stay as the user left them: of each relationship and kind of lane, which are hidden, which are folded, and in
 * which order they stand:
 *
 *     "CN,US/topic" → "hidden taiwan; folded +contacts trade; order climate trade"
 */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#include "ui/settings.h"

#define KEY "timeline-lanes"
#define MOST_KEPT 64

static char *
dup_question (EntTimelineView *self)
{
  const EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);
  GString *question = g_string_new (NULL);
  gsize n, n_also;
  const guint16 *sides = ent_filter_get_between (ent_session_get_filter (self->session), &n, NULL);
  const EntFilterPair *also = ent_filter_get_also (ent_session_get_filter (self->session), &n_also);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (question, "%s%s", i > 0 ? "," : "", ent_vocabulary_get_actor (vocabulary, sides[i])->id);
  for (gsize i = 0; i < n_also; i++)
    g_string_append_printf (question, "+%s,%s", ent_vocabulary_get_actor (vocabulary, also[i].actors[0])->id,
                            ent_vocabulary_get_actor (vocabulary, also[i].actors[1])->id);
  g_string_append_printf (question, "/%s", ent_lane_mode_to_id (self->lanes));
  return g_string_free (question, FALSE);
}

static GVariant *
dup_saved (EntTimelineView *self)
{
  return self->settings != NULL ? ent_settings_dup_value (self->settings, KEY) : NULL;
}

/**
 * ent_timeline_view_dup_lane_choice:
 * @self: a view that shows something
 *
 * Returns: (transfer full): what the user did to the lanes, as ent_lane_choice_to_string() has it
 */
char *
ent_timeline_view_dup_lane_choice (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self) && self->session != NULL, NULL);

  return ent_lane_choice_to_string (self->choice, self->lanes, ent_session_get_vocabulary (self->session));
}

/**
 * ent_timeline_view_save_lanes:
 * @self: a view
 *
 * Keeps what the user did to the lanes.
 */
void
ent_timeline_view_save_lanes (EntTimelineView *self)
{
  g_autoptr (GVariant) saved = dup_saved (self);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *words;
  guint n = 1;

  if (saved == NULL || self->session == NULL || ent_session_get_index (self->session) == NULL)
    return;
  g_autofree char *question = dup_question (self);
  g_autofree char *lanes = ent_timeline_view_dup_lane_choice (self);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (*lanes != '\0')
    g_variant_builder_add (&builder, "{ss}", question, lanes);
  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &words) && n < MOST_KEPT)
    {
      if (g_str_equal (other, question))
        continue;
      g_variant_builder_add (&builder, "{ss}", other, words);
      n++;
    }
  ent_settings_set (self->settings, KEY, g_variant_builder_end (&builder));
}

/**
 * ent_timeline_view_restore_lanes:
 * @self: a view
 *
 * Shows the lanes as the user left them, where another relationship is shown or lanes are something else by now.
 */
void
ent_timeline_view_restore_lanes (EntTimelineView *self)
{
  g_autoptr (GVariant) saved = dup_saved (self);
  const char *words;

  if (self->session == NULL || ent_session_get_index (self->session) == NULL)
    return;
  g_autofree char *question = dup_question (self);
  if (g_strcmp0 (question, self->lanes_of) == 0)
    return;
  g_free (self->lanes_of);
  self->lanes_of = g_strdup (question);
  if (saved == NULL || !g_variant_lookup (saved, question, "&s", &words))
    words = NULL;
  ent_timeline_view_init_lanes (self);
  ent_lane_choice_free (self->choice);
  self->choice = ent_lane_choice_new_from_string (words, self->lanes, ent_session_get_vocabulary (self->session));
}
