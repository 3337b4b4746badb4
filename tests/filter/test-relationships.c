/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter/relationships.h"

#include "store-fixture.h"

static const StatementCase statements[] = {
  { "US", "" },
  { "CN", "" },
  { "RU", "" },
  { NULL, "" },
};

static const EventCase events[] = {
  { "call", "2024-04-02", ENT_KIND_CALL, ENT_STATUS_OCCURRED, "US CN", "", NULL, NULL, "0r 1r", NULL },
  { "summit", "2023-11", ENT_KIND_SUMMIT, ENT_STATUS_OCCURRED, "CN US", "", NULL, NULL, "0m 1m 3m", NULL },
  { "since", "2023-12-01/..", ENT_KIND_MECHANISM, ENT_STATUS_OCCURRED, "CN US", "", NULL, NULL, "1m", NULL },
  /* What is planned or denied is shared, but no day of it is told. */
  { "plan", "2026-01-01", ENT_KIND_VISIT, ENT_STATUS_PLANNED, "CN US", "", NULL, NULL, "0a", NULL },
  { "six", "2022-10-01", ENT_KIND_MEETING, ENT_STATUS_OCCURRED, "US CN RU", "", NULL, NULL, "2r", NULL },
  { "alone", "2022-11-01", ENT_KIND_STATEMENT, ENT_STATUS_OCCURRED, "TW", "", NULL, NULL, "3m", NULL },
  { "denied", "2022-11-01", ENT_KIND_MEETING, ENT_STATUS_DENIED, "TW JP", "", NULL, NULL, "3m", NULL },
};

static char *
describe (const EntVocabulary   *vocabulary,
          const EntRelationship *relationship)
{
  GString *string = g_string_new (NULL);
  const EntActorInfo *first = ent_vocabulary_get_actor (vocabulary, relationship->actors[0]);
  const EntActorInfo *second = ent_vocabulary_get_actor (vocabulary, relationship->actors[1]);
  const EntDay days[] = { relationship->first, relationship->last };

  g_string_append_printf (string, "%s-%s %u events %u statements by", first->id, second->id, relationship->n_events,
                          relationship->n_statements);
  for (guint i = 0; i < relationship->issuers->len; i++)
    {
      guint16 issuer = g_array_index (relationship->issuers, guint16, i);

      g_string_append_printf (string, " %s", ent_vocabulary_get_actor (vocabulary, issuer)->id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gboolean open = days[i] == ENT_DAY_OPEN_START || days[i] == ENT_DAY_OPEN_END;
      g_autofree char *day = open ? g_strdup ("..") : ent_edtf_to_string (ent_edtf_day (days[i]));

      g_string_append_printf (string, "%s%s", i == 0 ? ", " : "/", day);
    }
  return g_string_free (string, FALSE);
}

static void
test_table (void)
{
  static const char * const expected[] = {
    "CN-US 5 events 4 statements by CN RU US, 2022-10-01/2024-04-02",
    "CN-RU 1 events 1 statements by RU, 2022-10-01/2022-10-01",
    "JP-TW 1 events 1 statements by, ../..",
    "RU-US 1 events 1 statements by RU, 2022-10-01/2022-10-01",
  };
  g_autoptr (EntVocabulary) vocabulary = store_fixture_load_vocabulary ();
  g_autoptr (EntEventStore) store = store_fixture_new (vocabulary, statements, G_N_ELEMENTS (statements), events,
                                                       G_N_ELEMENTS (events));
  g_autoptr (GArray) relationships = ent_relationships_new (store);

  g_assert_cmpuint (relationships->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < relationships->len; i++)
    {
      g_autofree char *found = describe (vocabulary, &g_array_index (relationships, EntRelationship, i));

      g_assert_cmpstr (found, ==, expected[i]);
    }
}

/* Each pair of a random store, counted over again. */
static void
test_random (void)
{
  g_autoptr (EntVocabulary) vocabulary = store_fixture_load_vocabulary ();
  g_autoptr (EntEventStore) store = store_fixture_new_random (vocabulary, 20, 300);
  g_autoptr (GArray) relationships = ent_relationships_new (store);

  /* Five actors make ten pairs, and so many events leave none of them out. */
  g_assert_cmpuint (relationships->len, ==, 10);
  for (guint i = 0; i < relationships->len; i++)
    {
      const EntRelationship *relationship = &g_array_index (relationships, EntRelationship, i);
      g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
      guint n_events = 0;

      for (guint32 row = 0; row < ent_event_store_get_n_events (store); row++)
        {
          if (!ent_event_store_has_actor (store, row, relationship->actors[0])
              || !ent_event_store_has_actor (store, row, relationship->actors[1]))
            continue;
          n_events++;
          for (guint j = 0; j < ent_event_store_get_n_accounts (store, row); j++)
            {
              EntAccount account;

              ent_event_store_get_account (store, row, j, &account);
              g_hash_table_add (told, GUINT_TO_POINTER (account.statement));
            }
        }
      g_assert_cmpuint (relationship->n_events, ==, n_events);
      g_assert_cmpuint (relationship->n_statements, ==, g_hash_table_size (told));
      g_assert_cmpint (relationship->first, <=, relationship->last);
      if (i > 0)
        g_assert_cmpuint ((relationship - 1)->n_events, >=, n_events);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relationships/table", test_table);
  g_test_add_func ("/relationships/random", test_random);
  return g_test_run ();
}
