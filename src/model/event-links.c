/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-links.h"

#include <string.h>

/* How long after its span a plan may still be carried out, in days. */
#define GRACE_DAYS 90
/* How long a plan without an end is waited for: "at an early date" does not mean next year. */
#define OPEN_DAYS 365

/*
 * Links stand in one array, in the order of the rows that they lead from, and in another by the rows they lead to:
 *
 *     start      0     0     2     3  …            row r has links[start[r] … start[r + 1])
 *     links            [invokes 4][fulfils 0] [cancels 1] …
 */
typedef struct
{
  guint32 *start; /* a row each, and one more */
  EntEventLink *links;
} Side;

struct _EntEventLinks
{
  guint n;
  Side from;
  Side to;
};

/* A link on its way, with the row that it leads from. */
typedef struct
{
  guint32 row;
  EntEventLink link;
} Found;

/* An account by its statement. */
typedef struct
{
  guint32 statement;
  guint32 row;
  guint32 account;
  guint32 at; /* where its evidence begins */
  guint32 end;
  guint8 role;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *place_a = a;
  const Place *place_b = b;

  if (place_a->statement != place_b->statement)
    return place_a->statement < place_b->statement ? -1 : 1;
  if (place_a->at != place_b->at)
    return place_a->at < place_b->at ? -1 : 1;
  return place_a->row < place_b->row ? -1 : place_a->row > place_b->row;
}

static GArray *
collect_places (const EntEventStore *store)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint32 row = 0; row < columns->n; row++)
    for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
      {
        EntAccount account;
        Place place = { .row = row, .account = i };

        ent_event_store_get_account (store, row, i, &account);
        place.statement = account.statement;
        place.role = account.role;
        place.at = account.n_evidence > 0 ? account.evidence[0].start : 0;
        place.end = account.n_evidence > 0 ? account.evidence[account.n_evidence - 1].end : 0;
        g_array_append_val (places, place);
      }
  g_array_sort (places, compare_places);
  return places;
}

static void
add_link (GArray      *found,
          guint32      row,
          EntLinkType  type,
          guint32      other,
          guint32      statement,
          gint64       days)
{
  Found one = { row, { type, other, statement, (gint32) days } };

  if (row != other)
    g_array_append_val (found, one);
}

/* The event that a statement reports and a passage of it is about: of several, the one told last before. */
static const Place *
find_reported (const Place *places,
               guint        n,
               guint        mention)
{
  const Place *first = NULL;
  const Place *before = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (places[i].role != ENT_ROLE_REPORTS)
        continue;
      if (first == NULL)
        first = &places[i];
      if (places[i].at <= places[mention].at)
        before = &places[i];
    }
  return before != NULL ? before : first;
}

/* "Visited China from 4 to 9 April. She met the Premier on the 7th": what a visit holds, or what came after, is nothing
 * that who reports it looks back on. */
static gboolean
is_earlier (const EntEventColumns *columns,
            guint32                row,
            guint32                reported)
{
  return columns->earliest[row] < columns->earliest[reported];
}

static void
add_invoked (const EntEventColumns *columns,
             const Place           *places,
             guint                  n,
             GArray                *found)
{
  for (guint i = 0; i < n; i++)
    {
      const Place *reported;

      if (places[i].role != ENT_ROLE_MENTIONS || columns->status[places[i].row] != ENT_STATUS_OCCURRED)
        continue;
      reported = find_reported (places, n, i);
      if (reported != NULL && is_earlier (columns, places[i].row, reported->row))
        add_link (found, reported->row, ENT_LINK_INVOKES, places[i].row, places[i].statement, 0);
    }
}

static gboolean
share_actor (const EntEventColumns *columns,
             guint32                a,
             guint32                b)
{
  for (guint32 i = columns->actors_start[a]; i < columns->actors_start[a + 1]; i++)
    for (guint32 j = columns->actors_start[b]; j < columns->actors_start[b + 1]; j++)
      if (columns->actors[i] == columns->actors[j])
        return TRUE;
  return FALSE;
}

/* Whether a passage that tells the one event also tells the other. */
static gboolean
share_words (const EntEventStore *store,
             const Place         *a,
             const Place         *b)
{
  EntAccount account_a, account_b;

  if (a->at >= b->end || b->at >= a->end)
    return FALSE;
  ent_event_store_get_account (store, a->row, a->account, &account_a);
  ent_event_store_get_account (store, b->row, b->account, &account_b);
  for (gsize i = 0; i < account_a.n_evidence; i++)
    for (gsize j = 0; j < account_b.n_evidence; j++)
      if (account_a.evidence[i].start < account_b.evidence[j].end
          && account_b.evidence[j].start < account_a.evidence[i].end)
        return TRUE;
  return FALSE;
}

/* The same words call a plan off and say that it does not come about. */
static void
add_cancelled (const EntEventStore *store,
               const Place         *places,
               guint                n,
               GArray              *found)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  for (guint i = 0; i < n; i++)
    {
      if (columns->kind[places[i].row] != ENT_KIND_SUSPENSION
          || columns->status[places[i].row] != ENT_STATUS_OCCURRED)
        continue;
      for (guint j = 0; j < n; j++)
        if (columns->status[places[j].row] == ENT_STATUS_DENIED && share_actor (columns, places[i].row, places[j].row)
            && share_words (store, &places[i], &places[j]))
          add_link (found, places[i].row, ENT_LINK_CANCELS, places[j].row, places[i].statement, 0);
    }
}

/* Of what can be told from kind and sides alone whether it is what was planned. */
static gboolean
can_be_fulfilled (EntKind kind)
{
  return ent_kind_is_contact (kind) || kind == ENT_KIND_AGREEMENT || kind == ENT_KIND_DELIVERY
         || kind == ENT_KIND_MECHANISM;
}

static guint64
make_key (const EntEventColumns *columns,
          guint32                row)
{
  guint8 kind = columns->kind[row];
  guint64 key = kind == ENT_KIND_SUMMIT ? ENT_KIND_MEETING : kind;

  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    key = (key ^ columns->actors[i]) * G_GUINT64_CONSTANT (0x100000001b3) + 1;
  return key;
}

static gboolean
same_actors (const EntEventColumns *columns,
             guint32                a,
             guint32                b)
{
  guint32 n = columns->actors_start[a + 1] - columns->actors_start[a];

  return n == columns->actors_start[b + 1] - columns->actors_start[b]
         && memcmp (columns->actors + columns->actors_start[a], columns->actors + columns->actors_start[b],
                    n * sizeof columns->actors[0])
              == 0;
}

static gboolean
are_all_among (const char * const *names,
               const char * const *others)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (others, names[i]))
      return FALSE;
  return TRUE;
}

static gboolean
share_statement (const EntEventStore *store,
                 guint32              a,
                 guint32              b)
{
  for (guint i = 0; i < ent_event_store_get_n_accounts (store, a); i++)
    for (guint j = 0; j < ent_event_store_get_n_accounts (store, b); j++)
      {
        EntAccount account_a, account_b;

        ent_event_store_get_account (store, a, i, &account_a);
        ent_event_store_get_account (store, b, j, &account_b);
        if (account_a.statement == account_b.statement)
          return TRUE;
      }
  return FALSE;
}

/* Half of the topics that either raises are those of both. */
static gboolean
topics_agree (guint64 a,
              guint64 b)
{
  int shared = __builtin_popcountll (a & b);

  return shared > 0 && 2 * shared >= __builtin_popcountll (a | b);
}

/* Whether more than sides and kind tells a plan: who will go or who will talk, if its day is open both who talk; or
 * else the very day or the place. */
static gboolean
is_known_by (const EntEventStore *store,
             guint32              plan,
             guint32              done)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  guint n_people = g_strv_length ((char **) ent_event_store_get_people (store, plan));
  gboolean open = columns->latest[plan] == ENT_DAY_OPEN_END;

  if (n_people > (open && columns->kind[plan] != ENT_KIND_VISIT ? 1u : 0u))
    return TRUE;
  if (ent_event_store_get_place (store, plan) != NULL && ent_event_store_get_place (store, done) != NULL)
    return !open;
  return columns->earliest[plan] == columns->latest[plan] && columns->earliest[done] == columns->earliest[plan];
}

/* Whether both may be one: where it is not told who, it may be anybody. */
static gboolean
actors_agree (guint16 a,
              guint16 b)
{
  return a == ENT_ACTOR_NONE || b == ENT_ACTOR_NONE || a == b;
}

/* Whether nothing that is told of the two speaks against the one being what the other planned. */
static gboolean
is_as_planned (const EntEventStore *store,
               guint32              plan,
               guint32              done)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const char * const *planned = ent_event_store_get_people (store, plan);
  const char * const *people = ent_event_store_get_people (store, done);
  guint16 host_a = ent_event_store_get_host (store, plan), host_b = ent_event_store_get_host (store, done);
  const char *place_a = ent_event_store_get_place (store, plan), *place_b = ent_event_store_get_place (store, done);

  if (columns->status[done] != ENT_STATUS_OCCURRED || columns->assertion[done] != ENT_ASSERTION_STATED
      || !same_actors (columns, plan, done) || share_statement (store, plan, done))
    return FALSE;
  if (!ent_kind_is_contact (columns->kind[plan]))
    return topics_agree (columns->topics[plan], columns->topics[done])
           && actors_agree (ent_event_store_get_initiator (store, plan), ent_event_store_get_initiator (store, done));
  if (!are_all_among (planned, people) || !is_known_by (store, plan, done))
    return FALSE;
  if (!actors_agree (host_a, host_b))
    return FALSE;
  return place_a == NULL || place_b == NULL || g_str_equal (place_a, place_b);
}

/* The days in which a plan may be carried out: after it was announced, and not before its own day. */
typedef struct
{
  EntDay from;
  EntDay due;
  EntDay last; /* that may still be it */
} Window;

static gboolean
find_window (const EntEventStore *store,
             guint32              plan,
             guint32              statement,
             Window              *window)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntEdtf told = ent_statement_get_info (ent_event_store_get_statement (store, statement))->date;
  EntDay day = ent_edtf_is_none (told) ? ENT_DAY_OPEN_START : ent_edtf_earliest (told);
  gboolean is_day = columns->earliest[plan] == columns->latest[plan];

  window->from = columns->earliest[plan];
  window->due = columns->latest[plan];
  /* What took place on the day of the announcement is what it was made at. */
  if (day != ENT_DAY_OPEN_START)
    window->from = MAX (window->from, is_day ? day : day + 1);
  if (window->from == ENT_DAY_OPEN_START)
    return FALSE;
  if (window->due == ENT_DAY_OPEN_END)
    {
      window->due = window->last = window->from + OPEN_DAYS;
      return TRUE;
    }
  window->last = window->due + GRACE_DAYS;
  return window->due >= window->from;
}

/* Whether it is plain that and when it took place: a statement reports it, or its day is told. */
static gboolean
is_plain (const EntEventStore *store,
          guint32              row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);

  for (guint i = 0; i < ent_event_store_get_n_accounts (store, row); i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account.role == ENT_ROLE_REPORTS)
        return TRUE;
    }
  return columns->earliest[row] == columns->latest[row];
}

/* A plan is carried out once: by the first event that can be it. */
static void
add_fulfilled (const EntEventStore *store,
               guint32              plan,
               const GArray        *rows,
               GArray              *found)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntAccount account;
  Window window;

  ent_event_store_get_account (store, plan, 0, &account);
  if (!find_window (store, plan, account.statement, &window))
    return;
  for (guint32 i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (columns->earliest[row] < window.from || columns->latest[row] > window.last)
        continue;
      if (is_plain (store, row) && is_as_planned (store, plan, row))
        {
          add_link (found, row, ENT_LINK_FULFILS, plan, account.statement,
                    MAX ((gint64) columns->earliest[row] - window.due, 0));
          return;
        }
    }
}

/* Of what one side plans by itself too little is told to know it again. */
static gboolean
is_plan (const EntEventColumns *columns,
         guint32                row)
{
  guint32 n_actors = columns->actors_start[row + 1] - columns->actors_start[row];

  return n_actors >= 2 && columns->status[row] == ENT_STATUS_PLANNED
         && columns->assertion[row] <= ENT_ASSERTION_ATTRIBUTED && can_be_fulfilled (columns->kind[row]);
}

static void
find_fulfilled (const EntEventStore *store,
                GArray              *found)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  g_autoptr (GHashTable) by_key = NULL;

  by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint32 row = 0; row < columns->n; row++)
    if (is_plan (columns, row) && ent_event_store_get_n_accounts (store, row) > 0)
      {
        guint64 key = make_key (columns, row);

        if (!g_hash_table_contains (by_key, &key))
          g_hash_table_insert (by_key, g_memdup2 (&key, sizeof key), g_array_new (FALSE, FALSE, sizeof (guint32)));
      }
  for (guint32 row = 0; g_hash_table_size (by_key) > 0 && row < columns->n; row++)
    if (columns->status[row] == ENT_STATUS_OCCURRED && can_be_fulfilled (columns->kind[row]))
      {
        guint64 key = make_key (columns, row);
        GArray *rows = g_hash_table_lookup (by_key, &key);

        if (rows != NULL)
          g_array_append_val (rows, row);
      }
  for (guint32 row = 0; g_hash_table_size (by_key) > 0 && row < columns->n; row++)
    if (is_plan (columns, row) && ent_event_store_get_n_accounts (store, row) > 0)
      {
        guint64 key = make_key (columns, row);

        add_fulfilled (store, row, g_hash_table_lookup (by_key, &key), found);
      }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *found_a = a;
  const Found *found_b = b;

  if (found_a->row != found_b->row)
    return found_a->row < found_b->row ? -1 : 1;
  if (found_a->link.type != found_b->link.type)
    return (int) found_a->link.type - (int) found_b->link.type;
  if (found_a->link.row != found_b->link.row)
    return found_a->link.row < found_b->link.row ? -1 : 1;
  return found_a->link.statement < found_b->link.statement ? -1 : found_a->link.statement > found_b->link.statement;
}

/* What several statements refer to alike is one link, told of by the first. */
static void
drop_repeated (GArray *found)
{
  guint kept = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      const Found *last = kept > 0 ? &g_array_index (found, Found, kept - 1) : NULL;

      if (last == NULL || last->row != one->row || last->link.type != one->link.type
          || last->link.row != one->link.row)
        g_array_index (found, Found, kept++) = *one;
    }
  g_array_set_size (found, kept);
}

static Side
make_side (GArray *found,
           guint   n_rows)
{
  Side side = { g_new0 (guint32, n_rows + 1), g_new (EntEventLink, found->len + 1) };

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    {
      side.start[g_array_index (found, Found, i).row + 1]++;
      side.links[i] = g_array_index (found, Found, i).link;
    }
  for (guint row = 0; row < n_rows; row++)
    side.start[row + 1] += side.start[row];
  return side;
}

/**
 * ent_event_links_new:
 * @store: events
 *
 * Finds how events lead to one another. An event invokes the earlier ones that the statement which reports it
 * mentions; it fulfils a plan of the same kind, sides and people that it is the first to follow, inside the planned
 * span or as long after as that span is; it cancels the plan that the words which tell it say does not come about.
 * That a plan was fulfilled is a possibility for a person to confirm.
 *
 * Returns: (transfer full): the links
 */
EntEventLinks *
ent_event_links_new (const EntEventStore *store)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GArray) places = NULL;
  EntEventLinks *links;

  g_return_val_if_fail (store != NULL, NULL);

  places = collect_places (store);
  for (guint first = 0, end; first < places->len; first = end)
    {
      const Place *here = &g_array_index (places, Place, first);
      const EntEventColumns *columns = ent_event_store_get_columns (store);

      for (end = first; end < places->len; end++)
        if (g_array_index (places, Place, end).statement != here->statement)
          break;
      add_invoked (columns, here, end - first, found);
      add_cancelled (store, here, end - first, found);
    }
  find_fulfilled (store, found);

  links = g_new0 (EntEventLinks, 1);
  links->n = ent_event_store_get_n_events (store);
  g_array_sort (found, compare_found);
  drop_repeated (found);
  links->from = make_side (found, links->n);
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = &g_array_index (found, Found, i);
      guint32 row = one->row;

      one->row = one->link.row;
      one->link.row = row;
    }
  links->to = make_side (found, links->n);
  return links;
}

/**
 * ent_event_links_free:
 * @links: (nullable): links
 */
void
ent_event_links_free (EntEventLinks *links)
{
  if (links == NULL)
    return;
  g_free (links->from.start);
  g_free (links->from.links);
  g_free (links->to.start);
  g_free (links->to.links);
  g_free (links);
}

/**
 * ent_event_links_get:
 * @links: links
 * @row: an event
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what the event leads to, by type and then in time
 */
const EntEventLink *
ent_event_links_get (const EntEventLinks *links,
                     guint32              row,
                     gsize               *n)
{
  g_return_val_if_fail (links != NULL && row < links->n && n != NULL, NULL);

  *n = links->from.start[row + 1] - links->from.start[row];
  return links->from.links + links->from.start[row];
}

/**
 * ent_event_links_get_back:
 * @links: links
 * @row: an event
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): what leads to the event; their rows are those that they lead from
 */
const EntEventLink *
ent_event_links_get_back (const EntEventLinks *links,
                          guint32              row,
                          gsize               *n)
{
  g_return_val_if_fail (links != NULL && row < links->n && n != NULL, NULL);

  *n = links->to.start[row + 1] - links->to.start[row];
  return links->to.links + links->to.start[row];
}

/**
 * ent_link_type_to_id:
 * @type: a type
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_link_type_to_id (EntLinkType type)
{
  static const char * const ids[ENT_N_LINK_TYPES] = { "invokes", "fulfils", "cancels" };

  g_return_val_if_fail (type < ENT_N_LINK_TYPES, NULL);

  return ids[type];
}

/**
 * ent_event_link_dup_why:
 * @link: a link
 * @store: the store that it was found in
 *
 * Returns: (transfer full): in English words why the one leads to the other
 */
char *
ent_event_link_dup_why (const EntEventLink  *link,
                        const EntEventStore *store)
{
  const char *statement;

  g_return_val_if_fail (link != NULL && store != NULL, NULL);

  statement = ent_statement_get_info (ent_event_store_get_statement (store, link->statement))->id;
  switch (link->type)
    {
    case ENT_LINK_INVOKES:
      return g_strdup_printf ("%s refers to it", statement);
    case ENT_LINK_CANCELS:
      return g_strdup_printf ("the same words of %s call it off", statement);
    case ENT_LINK_FULFILS:
      if (link->days == 0)
        return g_strdup_printf ("the first of its kind, sides and people inside the span that %s plans", statement);
      return g_strdup_printf ("the first of its kind, sides and people, %d days after the span that %s plans",
                              link->days, statement);
    default:
      g_return_val_if_reached (NULL);
    }
}
