/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand-made.h"
#include "model/event-list.h"
#include "model/event-store-builder.h"
#include "model/event.h"

#define N_EVENTS 200

static EntEventStore *
make_store (guint n)
{
  g_autoptr (EntVocabulary) vocabulary = hand_made_vocabulary ();
  g_autoptr (EntEventStoreBuilder) builder = ent_event_store_builder_new (vocabulary);

  for (guint i = 0; i < n; i++)
    {
      static const char * const people[] = { "Xi Jinping", "Joe Biden", NULL };
      guint16 actors[2];
      char id[16];
      EntEventRecord record = {
        .id = id,
        .title = "Xi Jinping and Joe Biden speak by phone",
        .date = ent_edtf_day ((EntDay) i),
        .topics = 1 << 1,
        .kind = ENT_KIND_CALL,
        .level = ENT_LEVEL_LEADER,
        .actors = actors,
        .n_actors = G_N_ELEMENTS (actors),
        .people = people,
      };

      g_assert_true (ent_vocabulary_find_actor (vocabulary, "CN", &actors[0]));
      g_assert_true (ent_vocabulary_find_actor (vocabulary, "US", &actors[1]));
      g_snprintf (id, sizeof id, "e%u", i);
      ent_event_store_builder_add_event (builder, &record);
    }
  return ent_event_store_builder_end (builder);
}

/* Rows written by a letter each: "abd" are rows 0, 1 and 3. */
static EntRowSet *
make_rows (const char *letters)
{
  guint32 rows[26];
  gsize n = 0;

  for (; letters[n] != 0; n++)
    rows[n] = (guint32) (letters[n] - 'a');
  return ent_row_set_new_rows (rows, n, N_EVENTS);
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  g_string_append_printf (data, "%u-%u+%u", position, removed, added);
  /* What is told has happened already. */
  g_assert_cmpuint (g_list_model_get_n_items (list), >=, position + added);
}

static const struct
{
  const char *before;
  const char *after;
  const char *changes;
} change_cases[] = {
  { "", "", "" },
  { "abc", "abc", "" },
  { "", "abc", "0-0+3" },
  { "abc", "", "0-3+0" },
  { "abc", "abcd", "3-0+1" },
  { "bcd", "abcd", "0-0+1" },
  { "abd", "abcd", "2-0+1" },
  { "abcd", "ad", "1-2+0" },
  { "abcdef", "abxyz", "2-4+3" },
  { "abef", "acef", "1-1+1" },
  { "abcde", "bde", "0-3+1" },
};

static void
test_changes (void)
{
  g_autoptr (EntEventStore) store = make_store (N_EVENTS);

  for (gsize i = 0; i < G_N_ELEMENTS (change_cases); i++)
    {
      g_autoptr (EntRowSet) before = make_rows (change_cases[i].before);
      g_autoptr (EntRowSet) after = make_rows (change_cases[i].after);
      g_autoptr (EntEventList) list = ent_event_list_new (store, before);
      g_autoptr (GString) changes = g_string_new (NULL);

      g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), changes);
      ent_event_list_set_rows (list, after);
      g_assert_cmpstr (changes->str, ==, change_cases[i].changes);
    }
}

/* A list that only follows what is told stays equal to the one that tells it. */
static void
follow (GListModel *list,
        guint       position,
        guint       removed,
        guint       added,
        gpointer    data)
{
  GArray *twin = data;

  g_assert_cmpuint (position + removed, <=, twin->len);
  if (removed > 0)
    g_array_remove_range (twin, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (EntEvent) event = g_list_model_get_item (list, position + i);
      guint32 row = ent_event_get_row (event);

      g_array_insert_val (twin, position + i, row);
    }
}

static void
test_random_changes (void)
{
  g_autoptr (EntEventStore) store = make_store (N_EVENTS);
  g_autoptr (EntRowSet) none = ent_row_set_new_empty (N_EVENTS);
  g_autoptr (EntEventList) list = ent_event_list_new (store, none);
  g_autoptr (GArray) twin = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_signal_connect (list, "items-changed", G_CALLBACK (follow), twin);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) picked = g_array_new (FALSE, FALSE, sizeof (guint32));
      gint32 share = g_test_rand_int_range (1, 8);
      g_autoptr (EntRowSet) rows = NULL;

      for (guint32 row = 0; row < N_EVENTS; row++)
        if (g_test_rand_int_range (0, share) == 0)
          g_array_append_val (picked, row);
      rows = ent_row_set_new_rows ((const guint32 *) (gpointer) picked->data, picked->len, N_EVENTS);
      ent_event_list_set_rows (list, rows);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, picked->len);
      g_assert_cmpmem (twin->data, twin->len * sizeof (guint32), picked->data, picked->len * sizeof (guint32));
    }
}

static void
test_items (void)
{
  g_autoptr (EntEventStore) store = make_store (N_EVENTS);
  g_autoptr (EntRowSet) rows = make_rows ("bdf");
  EntEventList *list = ent_event_list_new (store, rows);
  EntEvent *first = g_list_model_get_item (G_LIST_MODEL (list), 1);
  EntEvent *again = g_list_model_get_item (G_LIST_MODEL (list), 1);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == ENT_TYPE_EVENT);
  g_assert_true (first == again);
  g_assert_cmpuint (ent_event_get_row (first), ==, 3);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));

  g_object_unref (again);
  g_assert_finalize_object (first);
  first = g_list_model_get_item (G_LIST_MODEL (list), 1);
  /* An item may outlive its list. */
  g_assert_finalize_object (list);
  g_assert_cmpuint (ent_event_get_row (first), ==, 3);
  g_assert_finalize_object (first);
}

static void
test_store (void)
{
  g_autoptr (EntEventStore) store = make_store (N_EVENTS);
  g_autoptr (EntEventStore) other = make_store (5);
  g_autoptr (EntRowSet) rows = make_rows ("abc");
  g_autoptr (EntRowSet) other_rows = ent_row_set_new_all (5);
  g_autoptr (EntEventList) list = ent_event_list_new (store, rows);
  g_autoptr (EntEvent) before = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (EntEvent) after = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), changes);
  ent_event_list_set_store (list, other, other_rows);
  g_assert_cmpstr (changes->str, ==, "0-3+5");
  after = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (ent_event_get_store (before) == store);
  g_assert_true (ent_event_get_store (after) == other);

  g_string_truncate (changes, 0);
  ent_event_list_set_store (list, other, other_rows);
  g_assert_cmpstr (changes->str, ==, "");
}

static void
test_properties (void)
{
  g_autoptr (EntEventStore) store = make_store (3);
  g_autoptr (EntEvent) event = ent_event_new (store, 2);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *status = NULL;
  g_autofree char *level = NULL;
  g_autofree char *place = NULL;
  g_auto (GStrv) participants = NULL;
  g_auto (GStrv) people = NULL;
  g_auto (GStrv) topics = NULL;
  guint n_accounts;

  g_object_get (event, "id", &id, "title", &title, "date", &date, "kind", &kind, "status", &status, "level", &level,
                "place", &place, "participants", &participants, "people", &people, "topics", &topics, "n-accounts",
                &n_accounts, NULL);
  g_assert_cmpstr (id, ==, "e2");
  g_assert_cmpstr (title, ==, "Xi Jinping and Joe Biden speak by phone");
  g_assert_cmpstr (date, ==, "1970-01-03");
  g_assert_cmpstr (kind, ==, "call");
  g_assert_cmpstr (status, ==, "occurred");
  g_assert_cmpstr (level, ==, "leader");
  g_assert_null (place);
  g_assert_cmpstrv (participants, ((const char * const[]) { "CN", "US", NULL }));
  g_assert_cmpstrv (people, ((const char * const[]) { "Xi Jinping", "Joe Biden", NULL }));
  g_assert_cmpstrv (topics, ((const char * const[]) { "taiwan", NULL }));
  g_assert_cmpuint (n_accounts, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-list/changes", test_changes);
  g_test_add_func ("/event-list/random-changes", test_random_changes);
  g_test_add_func ("/event-list/items", test_items);
  g_test_add_func ("/event-list/store", test_store);
  g_test_add_func ("/event-list/properties", test_properties);
  return g_test_run ();
}
