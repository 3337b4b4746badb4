/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lanes stay as the user left them: of each relationship and kind of lane, which are hidden, which are folded, and in
 * which order they stand. Kept by name, as numbers differ from one vocabulary to another:
 *
 *     "CN,US/topic" → "hidden taiwan; folded contacts trade; order climate trade"
 */
#include "entente-config.h"

#include "ui/timeline-view-private.h"

#include "ui/settings.h"

#define KEY "timeline-lanes"
#define MOST_KEPT 64

static const char * const mode_names[ENT_N_LANE_MODES] = { "topic", "kind", "actor", "issuer", "none" };

/* What a lane is called; NULL for a number that nothing has. */
static const char *
get_name (EntTimelineView *self,
          guint16          value)
{
  const EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);

  if (value == ENT_LANE_CONTACTS)
    return "+contacts";
  if (value == ENT_LANE_OTHER)
    return "+other";
  if (self->lanes == ENT_LANES_TOPIC)
    return value < ent_vocabulary_get_n_topics (vocabulary) ? ent_vocabulary_get_topic (vocabulary, value)->id : NULL;
  if (self->lanes == ENT_LANES_KIND)
    return value < ENT_N_KINDS ? ent_kind_to_id ((EntKind) value) : NULL;
  return value < ent_vocabulary_get_n_actors (vocabulary) ? ent_vocabulary_get_actor (vocabulary, value)->id : NULL;
}

static gboolean
find_value (EntTimelineView *self,
            const char      *name,
            guint16         *value)
{
  const EntVocabulary *vocabulary = ent_session_get_vocabulary (self->session);
  guint topic;

  if (*name == '+')
    {
      *value = g_str_equal (name, "+contacts") ? ENT_LANE_CONTACTS : ENT_LANE_OTHER;
      return TRUE;
    }
  if (self->lanes == ENT_LANES_TOPIC)
    {
      gboolean found = ent_vocabulary_find_topic (vocabulary, name, &topic);
      *value = found ? (guint16) topic : 0;
      return found;
    }
  if (self->lanes != ENT_LANES_KIND)
    return ent_vocabulary_find_actor (vocabulary, name, value);
  for (*value = 0; *value < ENT_N_KINDS; *value += 1)
    {
      if (g_str_equal (ent_kind_to_id ((EntKind) *value), name))
        return TRUE;
    }
  return FALSE;
}

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
  g_string_append_printf (question, "/%s", mode_names[self->lanes]);
  return g_string_free (question, FALSE);
}

static void
append_list (EntTimelineView *self,
             GString         *out,
             const char      *what,
             const GArray    *list)
{
  if (list->len < 2)
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", what);
  for (guint i = 0; i + 1 < list->len; i++)
    {
      const char *name = get_name (self, g_array_index (list, guint16, i));
      if (name != NULL)
        g_string_append_printf (out, " %s", name);
    }
}

static void
read_list (EntTimelineView  *self,
           char            **names,
           GArray           *list)
{
  const guint16 end = ENT_ACTOR_NONE;

  g_array_set_size (list, 0);
  for (char **name = names; *name != NULL; name++)
    {
      guint16 value;
      if (find_value (self, *name, &value))
        g_array_append_val (list, value);
    }
  g_array_append_val (list, end);
}

static GVariant *
dup_saved (EntTimelineView *self)
{
  return self->settings != NULL ? ent_settings_dup_value (self->settings, KEY) : NULL;
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
  g_autoptr (GString) lanes = g_string_new (NULL);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *words;
  guint n = 1;

  if (saved == NULL || self->session == NULL || ent_session_get_index (self->session) == NULL)
    return;
  g_autofree char *question = dup_question (self);
  append_list (self, lanes, "hidden", self->hidden);
  append_list (self, lanes, "folded", self->folded);
  append_list (self, lanes, "order", self->order);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (lanes->len > 0)
    g_variant_builder_add (&builder, "{ss}", question, lanes->str);
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
  ent_timeline_view_init_lanes (self);
  if (saved == NULL || !g_variant_lookup (saved, question, "&s", &words))
    return;
  g_auto (GStrv) lists = g_strsplit (words, "; ", -1);
  for (char **list = lists; *list != NULL; list++)
    {
      g_auto (GStrv) names = g_strsplit (*list, " ", -1);
      if (g_strcmp0 (names[0], "hidden") == 0)
        read_list (self, names + 1, self->hidden);
      else if (g_strcmp0 (names[0], "folded") == 0)
        read_list (self, names + 1, self->folded);
      else if (g_strcmp0 (names[0], "order") == 0)
        read_list (self, names + 1, self->order);
    }
}
