/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person did to the lanes, as numbers and as text. The text has names, as numbers differ from one vocabulary to
 * another:
 *
 *     hidden taiwan; folded +contacts trade; order climate trade
 */
#include "layout/lane-choice.h"

#define CONTACTS "+contacts"
#define OTHER "+other"

static const char * const mode_ids[ENT_N_LANE_MODES] = { "topic", "kind", "actor", "issuer", "none" };
static const guint16 end = ENT_ACTOR_NONE;

static GArray *
new_list (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint16));

  g_array_append_val (list, end);
  return list;
}

/**
 * ent_lane_choice_new:
 *
 * Returns: (transfer full): nothing done to any lane
 */
EntLaneChoice *
ent_lane_choice_new (void)
{
  EntLaneChoice *choice = g_new (EntLaneChoice, 1);

  *choice = (EntLaneChoice) { new_list (), new_list (), new_list () };
  return choice;
}

/**
 * ent_lane_choice_free:
 * @choice: (transfer full): what was done to the lanes
 *
 * Lets go of it.
 */
void
ent_lane_choice_free (EntLaneChoice *choice)
{
  g_array_unref (choice->hidden);
  g_array_unref (choice->folded);
  g_array_unref (choice->order);
  g_free (choice);
}

static int
find (const GArray *list,
      guint16       value)
{
  for (guint i = 0; i + 1 < list->len; i++)
    {
      if (g_array_index (list, guint16, i) == value)
        return (int) i;
    }
  return -1;
}

/**
 * ent_lane_list_has:
 * @list: (element-type guint16): a list of lanes
 * @value: a lane's number
 *
 * Returns: whether it is listed
 */
gboolean
ent_lane_list_has (const GArray *list,
                   guint16       value)
{
  return find (list, value) >= 0;
}

/**
 * ent_lane_list_set:
 * @list: (element-type guint16): a list of lanes
 * @value: a lane's number
 * @listed: whether the lane is to be listed
 *
 * Puts a lane on the list, behind the others, or takes it off.
 */
void
ent_lane_list_set (GArray   *list,
                   guint16   value,
                   gboolean  listed)
{
  int place = find (list, value);

  if (listed && place < 0)
    g_array_insert_val (list, list->len - 1, value);
  else if (!listed && place >= 0)
    g_array_remove_index (list, (guint) place);
}

/**
 * ent_lane_mode_to_id:
 * @mode: what a lane is
 *
 * Returns: (transfer none): its name in files and on the command line ("topic")
 */
const char *
ent_lane_mode_to_id (EntLaneMode mode)
{
  g_return_val_if_fail (mode < ENT_N_LANE_MODES, NULL);

  return mode_ids[mode];
}

/**
 * ent_lane_mode_from_id:
 * @id: a name
 * @mode: (out): what a lane is
 *
 * Returns: whether it is the name of one
 */
gboolean
ent_lane_mode_from_id (const char  *id,
                       EntLaneMode *mode)
{
  for (guint i = 0; i < ENT_N_LANE_MODES; i++)
    if (g_str_equal (id, mode_ids[i]))
      {
        *mode = (EntLaneMode) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ent_lane_find:
 * @name: what a lane is called in text: the id of its topic, kind or actor, "+contacts" or "+other"
 * @mode: what a lane is
 * @vocabulary: topics and actors
 * @value: (out): the lane's number
 *
 * Returns: whether there is such a lane
 */
gboolean
ent_lane_find (const char          *name,
               EntLaneMode          mode,
               const EntVocabulary *vocabulary,
               guint16             *value)
{
  guint topic = 0;

  g_return_val_if_fail (name != NULL && value != NULL, FALSE);

  *value = g_str_equal (name, CONTACTS) ? ENT_LANE_CONTACTS : ENT_LANE_OTHER;
  if (*name == '+')
    return g_str_equal (name, CONTACTS) || g_str_equal (name, OTHER);
  if (mode == ENT_LANES_TOPIC)
    {
      gboolean found = ent_vocabulary_find_topic (vocabulary, name, &topic);
      *value = (guint16) topic;
      return found;
    }
  if (mode != ENT_LANES_KIND)
    return ent_vocabulary_find_actor (vocabulary, name, value);
  for (*value = 0; *value < ENT_N_KINDS; *value += 1)
    {
      if (g_str_equal (ent_kind_to_id ((EntKind) *value), name))
        return TRUE;
    }
  return FALSE;
}

/* What a lane is called in text; NULL for a number that nothing has. */
static const char *
get_name (guint16              value,
          EntLaneMode          mode,
          const EntVocabulary *vocabulary)
{
  if (value == ENT_LANE_CONTACTS)
    return CONTACTS;
  if (value == ENT_LANE_OTHER)
    return OTHER;
  if (mode == ENT_LANES_TOPIC)
    return value < ent_vocabulary_get_n_topics (vocabulary) ? ent_vocabulary_get_topic (vocabulary, value)->id : NULL;
  if (mode == ENT_LANES_KIND)
    return value < ENT_N_KINDS ? ent_kind_to_id ((EntKind) value) : NULL;
  return value < ent_vocabulary_get_n_actors (vocabulary) ? ent_vocabulary_get_actor (vocabulary, value)->id : NULL;
}

static void
append_list (GString             *out,
             const char          *what,
             const GArray        *list,
             EntLaneMode          mode,
             const EntVocabulary *vocabulary)
{
  if (list->len < 2)
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", what);
  for (guint i = 0; i + 1 < list->len; i++)
    {
      const char *name = get_name (g_array_index (list, guint16, i), mode, vocabulary);
      if (name != NULL)
        g_string_append_printf (out, " %s", name);
    }
}

/**
 * ent_lane_choice_to_string:
 * @choice: what was done to the lanes
 * @mode: what a lane is
 * @vocabulary: names topics and actors
 *
 * Returns: (transfer full): the same as text, which is empty if nothing was done
 */
char *
ent_lane_choice_to_string (const EntLaneChoice *choice,
                           EntLaneMode          mode,
                           const EntVocabulary *vocabulary)
{
  g_return_val_if_fail (choice != NULL, NULL);

  GString *out = g_string_new (NULL);
  append_list (out, "hidden", choice->hidden, mode, vocabulary);
  append_list (out, "folded", choice->folded, mode, vocabulary);
  append_list (out, "order", choice->order, mode, vocabulary);
  return g_string_free (out, FALSE);
}

static void
read_list (char                **names,
           EntLaneMode           mode,
           const EntVocabulary  *vocabulary,
           GArray               *list)
{
  for (char **name = names; *name != NULL; name++)
    {
      guint16 value;
      if (ent_lane_find (*name, mode, vocabulary, &value))
        ent_lane_list_set (list, value, TRUE);
    }
}

/**
 * ent_lane_choice_new_from_string:
 * @text: (nullable): what ent_lane_choice_to_string() gave
 * @mode: what a lane is
 * @vocabulary: knows topics and actors
 *
 * Lanes that are not known any more are passed over, and those of contacts are never hidden.
 *
 * Returns: (transfer full): what was done to the lanes
 */
EntLaneChoice *
ent_lane_choice_new_from_string (const char          *text,
                                 EntLaneMode          mode,
                                 const EntVocabulary *vocabulary)
{
  EntLaneChoice *choice = ent_lane_choice_new ();
  g_auto (GStrv) lists = g_strsplit (text != NULL ? text : "", "; ", -1);

  for (char **list = lists; *list != NULL; list++)
    {
      g_auto (GStrv) names = g_strsplit (*list, " ", -1);
      if (g_strcmp0 (names[0], "hidden") == 0)
        read_list (names + 1, mode, vocabulary, choice->hidden);
      else if (g_strcmp0 (names[0], "folded") == 0)
        read_list (names + 1, mode, vocabulary, choice->folded);
      else if (g_strcmp0 (names[0], "order") == 0)
        read_list (names + 1, mode, vocabulary, choice->order);
    }
  ent_lane_list_set (choice->hidden, ENT_LANE_CONTACTS, FALSE);
  return choice;
}
