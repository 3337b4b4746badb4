/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge-private.h"

/**
 * ent_merge_add_person:
 * @people: (element-type EntMergePerson): people
 * @person: someone
 *
 * Adds @person who is not yet among them.
 */
void
ent_merge_add_person (GArray         *people,
                      EntMergePerson  person)
{
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (g_array_index (people, EntMergePerson, i).name, person.name))
      return;
  g_array_append_val (people, person);
}

static gboolean
has_person (const GArray *people,
            const char   *name)
{
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (g_array_index (people, EntMergePerson, i).name, name))
      return TRUE;
  return FALSE;
}

/**
 * ent_merge_people_share:
 * @a: (element-type EntMergePerson): people
 * @b: (element-type EntMergePerson): people
 *
 * Returns: whether someone is among both
 */
gboolean
ent_merge_people_share (const GArray *a,
                        const GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (has_person (b, g_array_index (a, EntMergePerson, i).name))
      return TRUE;
  return FALSE;
}

/* Whether both name people of @side, but none alike. */
static gboolean
side_clashes (const GArray *a,
              const GArray *b,
              guint16       side)
{
  gboolean in_b = FALSE;

  for (guint i = 0; i < b->len; i++)
    in_b |= g_array_index (b, EntMergePerson, i).side == side;
  if (!in_b)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const EntMergePerson *person = &g_array_index (a, EntMergePerson, i);

      if (person->side == side && has_person (b, person->name))
        return FALSE;
    }
  return TRUE;
}

/**
 * ent_merge_people_clash:
 * @a: (element-type EntMergePerson): people
 * @b: (element-type EntMergePerson): people
 *
 * Two accounts of one event may each leave people out, but for one side they do not name quite other people. Those of
 * no known side may be anyone's, so they clash unless the accounts have someone in common.
 *
 * Returns: whether these cannot be the people of one event
 */
gboolean
ent_merge_people_clash (const GArray *a,
                        const GArray *b)
{
  gboolean share = ent_merge_people_share (a, b);

  for (guint i = 0; i < a->len; i++)
    {
      guint16 side = g_array_index (a, EntMergePerson, i).side;

      if (side == ENT_ACTOR_NONE ? !share && side_clashes (a, b, side) : side_clashes (a, b, side))
        return TRUE;
    }
  return FALSE;
}
