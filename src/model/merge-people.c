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
 * ent_merge_count_shared:
 * @a: (element-type EntMergePerson): people
 * @b: (element-type EntMergePerson): people
 *
 * Returns: how many are among both
 */
guint
ent_merge_count_shared (const GArray *a,
                        const GArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    n += has_person (b, g_array_index (a, EntMergePerson, i).name);
  return n;
}

/* A name that no table has is kept as its text writes it: in ideographs it may be anybody's of another script. */
static gboolean
is_in_ideographs (const char *name)
{
  gunichar c = g_utf8_get_char (name);

  return c >= 0x4E00 && c <= 0x9FFF;
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

      if (person->side != side)
        continue;
      if (has_person (b, person->name))
        return FALSE;
      for (guint j = 0; j < b->len; j++)
        {
          const EntMergePerson *other = &g_array_index (b, EntMergePerson, j);

          if (other->side == side && is_in_ideographs (person->name) != is_in_ideographs (other->name))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * ent_merge_people_clash:
 * @a: (element-type EntMergePerson): people
 * @b: (element-type EntMergePerson): people
 *
 * Two accounts of one event may each leave people out, but for one side they do not name quite other people. Those of
 * no known side, who are mostly attendants, count as one side more unless two others are the same.
 *
 * Returns: whether these cannot be the people of one event
 */
gboolean
ent_merge_people_clash (const GArray *a,
                        const GArray *b)
{
  gboolean known = ent_merge_count_shared (a, b) >= 2;

  for (guint i = 0; i < a->len; i++)
    {
      guint16 side = g_array_index (a, EntMergePerson, i).side;

      if (!(known && side == ENT_ACTOR_NONE) && side_clashes (a, b, side))
        return TRUE;
    }
  return FALSE;
}
