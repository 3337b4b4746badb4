/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/filter.h"

#include <string.h>

G_DEFINE_QUARK (ent-filter-error-quark, ent_filter_error)
G_DEFINE_BOXED_TYPE (EntFilter, ent_filter, ent_filter_ref, ent_filter_unref)

struct _EntFilter
{
  GArray *between; /* (element-type guint16): in the order given, no actor twice */
  GArray *also; /* (element-type EntFilterPair): more relationships, only with between */
  GArray *wanted[ENT_N_FACETS]; /* (element-type guint): ascending */
  GArray *excluded[ENT_N_FACETS]; /* the same; no value is in both */
  EntDay from;
  EntDay to;
  char *words; /* NULL: none */
  gboolean strict; /* only with between */
};

static void
filter_clear (gpointer data)
{
  EntFilter *self = data;

  g_array_unref (self->between);
  g_array_unref (self->also);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      g_array_unref (self->wanted[i]);
      g_array_unref (self->excluded[i]);
    }
  g_free (self->words);
}

static EntFilter *
filter_copy (const EntFilter *filter)
{
  EntFilter *self = g_atomic_rc_box_new0 (EntFilter);

  self->between = g_array_copy (filter->between);
  self->also = g_array_copy (filter->also);
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      self->wanted[i] = g_array_copy (filter->wanted[i]);
      self->excluded[i] = g_array_copy (filter->excluded[i]);
    }
  self->from = filter->from;
  self->to = filter->to;
  self->words = g_strdup (filter->words);
  self->strict = filter->strict;
  return self;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static gboolean
has (GArray *values,
     guint   value,
     guint  *place)
{
  return g_array_binary_search (values, &value, compare_values, place);
}

static void
set_has (GArray   *values,
         guint     value,
         gboolean  wanted)
{
  guint place;
  gboolean there = has (values, value, &place);

  if (there && !wanted)
    g_array_remove_index (values, place);
  else if (!there && wanted)
    {
      g_array_append_val (values, value);
      g_array_sort (values, compare_values);
    }
}

static gboolean
equal_values (GArray *a,
              GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

static gboolean
has_actor (const EntFilter *self,
           guint16          actor)
{
  for (guint i = 0; i < self->between->len; i++)
    {
      if (g_array_index (self->between, guint16, i) == actor)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_pair (const guint16 *actors,
         EntFilterPair  pair)
{
  return (actors[0] == pair.actors[0] && actors[1] == pair.actors[1])
         || (actors[0] == pair.actors[1] && actors[1] == pair.actors[0]);
}

/* Among the further ones. */
static gboolean
find_also (const EntFilter *self,
           EntFilterPair    pair,
           guint           *place)
{
  for (*place = 0; *place < self->also->len; (*place)++)
    {
      if (is_pair (g_array_index (self->also, EntFilterPair, *place).actors, pair))
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_filter_new:
 *
 * Returns: (transfer full): the filter that asks nothing and lets every event through
 */
EntFilter *
ent_filter_new (void)
{
  EntFilter *self = g_atomic_rc_box_new0 (EntFilter);

  self->between = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->also = g_array_new (FALSE, FALSE, sizeof (EntFilterPair));
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      self->wanted[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->excluded[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  self->from = ENT_DAY_OPEN_START;
  self->to = ENT_DAY_OPEN_END;
  return self;
}

/**
 * ent_filter_ref:
 * @filter: a filter
 *
 * Returns: (transfer full): @filter
 */
EntFilter *
ent_filter_ref (EntFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return g_atomic_rc_box_acquire (filter);
}

/**
 * ent_filter_unref:
 * @filter: (transfer full): a filter
 */
void
ent_filter_unref (EntFilter *filter)
{
  g_return_if_fail (filter != NULL);

  g_atomic_rc_box_release_full (filter, filter_clear);
}

/**
 * ent_filter_with_between:
 * @filter: a filter
 * @actors: (array length=n) (nullable): whose relationship; one named twice counts once
 * @n: how many; 0 asks for none
 * @strict: whether to leave out what only bears on the relationship
 *
 * Returns: (transfer full): @filter with that relationship in place of its own
 */
EntFilter *
ent_filter_with_between (const EntFilter *filter,
                         const guint16   *actors,
                         gsize            n,
                         gboolean         strict)
{
  EntFilter *self;

  g_return_val_if_fail (filter != NULL && (actors != NULL || n == 0), NULL);

  self = filter_copy (filter);
  g_array_set_size (self->between, 0);
  g_array_set_size (self->also, 0);
  for (gsize i = 0; i < n; i++)
    {
      if (!has_actor (self, actors[i]))
        g_array_append_val (self->between, actors[i]);
    }
  self->strict = strict && n > 0;
  return self;
}

/**
 * ent_filter_with_also:
 * @filter: a filter
 * @pair: two actors
 * @wanted: whether to ask for their relationship too
 *
 * Asks for several relationships at once: an event of any of them is let through. The last one stays.
 *
 * Returns: (transfer full): @filter with the pair's relationship beside its own, or without it
 */
EntFilter *
ent_filter_with_also (const EntFilter *filter,
                      EntFilterPair    pair,
                      gboolean         wanted)
{
  g_return_val_if_fail (filter != NULL, NULL);

  EntFilter *self = filter_copy (filter);
  gboolean is_first = self->between->len == 2 && is_pair ((const guint16 *) (gpointer) self->between->data, pair);
  guint place;
  gboolean there = find_also (self, pair, &place);

  if (wanted && self->between->len < 2)
    {
      g_array_set_size (self->between, 0);
      g_array_append_vals (self->between, pair.actors, 2);
    }
  else if (wanted && !is_first && !there)
    g_array_append_val (self->also, pair);
  else if (!wanted && there)
    g_array_remove_index (self->also, place);
  else if (!wanted && is_first && self->also->len > 0)
    {
      g_array_set_size (self->between, 0);
      g_array_append_vals (self->between, g_array_index (self->also, EntFilterPair, 0).actors, 2);
      g_array_remove_index (self->also, 0);
    }
  return self;
}

/**
 * ent_filter_with_strict:
 * @filter: a filter
 * @strict: whether to leave out what only bears on its relationships
 *
 * Returns: (transfer full): @filter, which asks so if it asks for any relationship
 */
EntFilter *
ent_filter_with_strict (const EntFilter *filter,
                        gboolean         strict)
{
  g_return_val_if_fail (filter != NULL, NULL);

  EntFilter *self = filter_copy (filter);
  self->strict = strict && self->between->len > 0;
  return self;
}

/**
 * ent_filter_with_relationship:
 * @filter: a filter
 * @other: another
 *
 * Returns: (transfer full): @filter with whose relationships @other asks for in place of its own
 */
EntFilter *
ent_filter_with_relationship (const EntFilter *filter,
                              const EntFilter *other)
{
  g_return_val_if_fail (filter != NULL && other != NULL, NULL);

  EntFilter *self = filter_copy (filter);
  g_array_unref (self->between);
  g_array_unref (self->also);
  self->between = g_array_copy (other->between);
  self->also = g_array_copy (other->also);
  self->strict = other->strict;
  return self;
}

/**
 * ent_filter_with_value:
 * @filter: a filter
 * @facet: what is asked of
 * @value: a value of it
 * @wanted: whether to ask for the value, or no longer
 *
 * Where some values of a facet are asked for, an event has to have one of them.
 *
 * Returns: (transfer full): @filter so changed; a value that is asked for is no longer excluded
 */
EntFilter *
ent_filter_with_value (const EntFilter *filter,
                       EntFilterFacet   facet,
                       guint            value,
                       gboolean         wanted)
{
  EntFilter *self;

  g_return_val_if_fail (filter != NULL && facet < ENT_N_FACETS, NULL);

  self = filter_copy (filter);
  set_has (self->wanted[facet], value, wanted);
  if (wanted)
    set_has (self->excluded[facet], value, FALSE);
  return self;
}

/**
 * ent_filter_with_excluded:
 * @filter: a filter
 * @facet: what is asked of
 * @value: a value of it
 * @excluded: whether to exclude the value, or no longer
 *
 * An event is left out if all it has of a facet is excluded: a call on trade and Ukraine stays
 * without Ukraine.
 *
 * Returns: (transfer full): @filter so changed; a value that is excluded is no longer asked for
 */
EntFilter *
ent_filter_with_excluded (const EntFilter *filter,
                          EntFilterFacet   facet,
                          guint            value,
                          gboolean         excluded)
{
  EntFilter *self;

  g_return_val_if_fail (filter != NULL && facet < ENT_N_FACETS, NULL);

  self = filter_copy (filter);
  set_has (self->excluded[facet], value, excluded);
  if (excluded)
    set_has (self->wanted[facet], value, FALSE);
  return self;
}

/**
 * ent_filter_without_facet:
 * @filter: a filter
 * @facet: what is no longer asked of
 *
 * Returns: (transfer full): @filter without the values asked for and excluded of @facet
 */
EntFilter *
ent_filter_without_facet (const EntFilter *filter,
                          EntFilterFacet   facet)
{
  EntFilter *self;

  g_return_val_if_fail (filter != NULL && facet < ENT_N_FACETS, NULL);

  self = filter_copy (filter);
  g_array_set_size (self->wanted[facet], 0);
  g_array_set_size (self->excluded[facet], 0);
  return self;
}

/**
 * ent_filter_with_span:
 * @filter: a filter
 * @from: first day, %ENT_DAY_OPEN_START for none
 * @to: last day, %ENT_DAY_OPEN_END for none
 *
 * Asks for events some day of which may lie in the span. A side beyond the years that the program
 * handles is open.
 *
 * Returns: (transfer full): @filter with that span in place of its own
 */
EntFilter *
ent_filter_with_span (const EntFilter *filter,
                      EntDay           from,
                      EntDay           to)
{
  EntDay first = ent_day_from_ymd (ENT_YEAR_MIN, 1, 1);
  EntDay last = ent_day_from_ymd (ENT_YEAR_MAX, 12, 31);
  EntFilter *self;

  g_return_val_if_fail (filter != NULL, NULL);

  self = filter_copy (filter);
  self->from = from > first ? MIN (from, last) : ENT_DAY_OPEN_START;
  self->to = to < last ? MAX (to, first) : ENT_DAY_OPEN_END;
  return self;
}

/**
 * ent_filter_with_words:
 * @filter: a filter
 * @words: (nullable): what an event's title, people, place or passages must hold, each word
 *   somewhere; nothing but space asks for none
 *
 * Returns: (transfer full): @filter with those words in place of its own
 */
EntFilter *
ent_filter_with_words (const EntFilter *filter,
                       const char      *words)
{
  g_autofree char *stripped = NULL;
  EntFilter *self;

  g_return_val_if_fail (filter != NULL, NULL);

  self = filter_copy (filter);
  g_clear_pointer (&self->words, g_free);
  stripped = words != NULL ? g_strstrip (g_utf8_make_valid (words, -1)) : NULL;
  if (stripped != NULL && *stripped != '\0')
    self->words = g_steal_pointer (&stripped);
  return self;
}

/**
 * ent_filter_get_between:
 * @filter: a filter
 * @n: (out): how many
 * @strict: (out) (optional): whether what only bears on the relationship is left out
 *
 * Returns: (transfer none) (array length=n): whose relationship is asked for
 */
const guint16 *
ent_filter_get_between (const EntFilter *filter,
                        gsize           *n,
                        gboolean        *strict)
{
  g_return_val_if_fail (filter != NULL && n != NULL, NULL);

  *n = filter->between->len;
  if (strict != NULL)
    *strict = filter->strict;
  return (const guint16 *) (gpointer) filter->between->data;
}

/**
 * ent_filter_get_also:
 * @filter: a filter
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): whose relationships are asked for beside the first
 */
const EntFilterPair *
ent_filter_get_also (const EntFilter *filter,
                     gsize           *n)
{
  g_return_val_if_fail (filter != NULL && n != NULL, NULL);

  *n = filter->also->len;
  return (const EntFilterPair *) (gpointer) filter->also->data;
}

static void
add_side (GArray  *sides,
          guint16  actor)
{
  for (guint i = 0; i < sides->len; i++)
    {
      if (g_array_index (sides, guint16, i) == actor)
        return;
    }
  g_array_append_val (sides, actor);
}

/**
 * ent_filter_dup_sides:
 * @filter: a filter
 *
 * Returns: (transfer full) (element-type guint16): whose relationships are asked for, each actor once; none for
 *   everyone
 */
GArray *
ent_filter_dup_sides (const EntFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  GArray *sides = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (guint i = 0; i < filter->between->len; i++)
    add_side (sides, g_array_index (filter->between, guint16, i));
  for (guint i = 0; i < filter->also->len; i++)
    {
      const EntFilterPair *pair = &g_array_index (filter->also, EntFilterPair, i);

      add_side (sides, pair->actors[0]);
      add_side (sides, pair->actors[1]);
    }
  return sides;
}

/**
 * ent_filter_has_value:
 * @filter: a filter
 * @facet: what is asked of
 * @value: a value of it
 *
 * Returns: whether the value is asked for by name
 */
gboolean
ent_filter_has_value (const EntFilter *filter,
                      EntFilterFacet   facet,
                      guint            value)
{
  g_return_val_if_fail (filter != NULL && facet < ENT_N_FACETS, FALSE);

  return has (filter->wanted[facet], value, NULL);
}

/**
 * ent_filter_has_excluded:
 * @filter: a filter
 * @facet: what is asked of
 * @value: a value of it
 *
 * Returns: whether the value is excluded
 */
gboolean
ent_filter_has_excluded (const EntFilter *filter,
                         EntFilterFacet   facet,
                         guint            value)
{
  g_return_val_if_fail (filter != NULL && facet < ENT_N_FACETS, FALSE);

  return has (filter->excluded[facet], value, NULL);
}

/**
 * ent_filter_get_n_values:
 * @filter: a filter
 * @facet: what is asked of
 *
 * Returns: how many values are asked for by name; with 0 all will do
 */
guint
ent_filter_get_n_values (const EntFilter *filter,
                         EntFilterFacet   facet)
{
  g_return_val_if_fail (filter != NULL && facet < ENT_N_FACETS, 0);

  return filter->wanted[facet]->len;
}

/**
 * ent_filter_get_span:
 * @filter: a filter
 * @from: (out): first day, or %ENT_DAY_OPEN_START
 * @to: (out): last day, or %ENT_DAY_OPEN_END
 */
void
ent_filter_get_span (const EntFilter *filter,
                     EntDay          *from,
                     EntDay          *to)
{
  g_return_if_fail (filter != NULL && from != NULL && to != NULL);

  *from = filter->from;
  *to = filter->to;
}

/**
 * ent_filter_get_words:
 * @filter: a filter
 *
 * Returns: (transfer none) (nullable): the words asked for
 */
const char *
ent_filter_get_words (const EntFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return filter->words;
}

/**
 * ent_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: whether both ask the same; the order of a relationship's actors does not matter
 */
gboolean
ent_filter_equal (const EntFilter *a,
                  const EntFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  guint place;

  if (a->between->len != b->between->len || a->also->len != b->also->len || a->strict != b->strict)
    return FALSE;
  if (a->from != b->from || a->to != b->to || g_strcmp0 (a->words, b->words) != 0)
    return FALSE;
  for (guint i = 0; i < a->between->len; i++)
    {
      if (!has_actor (b, g_array_index (a->between, guint16, i)))
        return FALSE;
    }
  for (guint i = 0; i < a->also->len; i++)
    {
      if (!find_also (b, g_array_index (a->also, EntFilterPair, i), &place))
        return FALSE;
    }
  for (guint i = 0; i < ENT_N_FACETS; i++)
    {
      if (!equal_values (a->wanted[i], b->wanted[i]) || !equal_values (a->excluded[i], b->excluded[i]))
        return FALSE;
    }
  return TRUE;
}
