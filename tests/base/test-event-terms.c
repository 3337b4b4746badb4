/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/event-terms.h"

static void
test_round_trips (void)
{
  for (guint i = 0; i < ENT_N_KINDS; i++)
    {
      EntKind kind;

      g_assert_true (ent_kind_from_id (ent_kind_to_id ((EntKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = 0; i < ENT_N_STATUSES; i++)
    {
      EntStatus status;

      g_assert_true (ent_status_from_id (ent_status_to_id ((EntStatus) i), &status));
      g_assert_cmpuint (status, ==, i);
    }
  for (guint i = 0; i < ENT_N_ASSERTIONS; i++)
    {
      EntAssertion assertion;

      g_assert_true (ent_assertion_from_id (ent_assertion_to_id ((EntAssertion) i), &assertion));
      g_assert_cmpuint (assertion, ==, i);
    }
  for (guint i = ENT_LEVEL_NONE + 1; i < ENT_N_LEVELS; i++)
    {
      EntLevel level;

      g_assert_true (ent_level_from_id (ent_level_to_id ((EntLevel) i), &level));
      g_assert_cmpuint (level, ==, i);
    }
}

/* The contract's own spelling, at both ends of each list. */
static void
test_spelling (void)
{
  g_assert_cmpstr (ent_kind_to_id (ENT_KIND_CALL), ==, "call");
  g_assert_cmpstr (ent_kind_to_id (ENT_KIND_SUSPENSION), ==, "suspension");
  g_assert_cmpstr (ent_kind_to_id (ENT_KIND_DELIVERY), ==, "delivery");
  g_assert_cmpstr (ent_status_to_id (ENT_STATUS_DENIED), ==, "denied");
  g_assert_cmpstr (ent_assertion_to_id (ENT_ASSERTION_PROPOSED), ==, "proposed");
  g_assert_cmpstr (ent_role_to_id (ENT_ROLE_REPORTS), ==, "reports");
  g_assert_cmpstr (ent_role_to_id (ENT_ROLE_MENTIONS), ==, "mentions");
  g_assert_cmpstr (ent_level_to_id (ENT_LEVEL_WORKING), ==, "working");
  g_assert_null (ent_level_to_id (ENT_LEVEL_NONE));
  g_assert_cmpstr (ent_event_date_basis_to_id (ENT_EVENT_DATE_EXPLICIT), ==, "explicit");
  g_assert_cmpstr (ent_event_date_basis_to_id (ENT_EVENT_DATE_INFERRED), ==, "inferred");
}

static void
test_unknown (void)
{
  EntKind kind;
  EntStatus status;
  EntAssertion assertion;
  EntLevel level;

  g_assert_false (ent_kind_from_id ("Call", &kind));
  g_assert_false (ent_kind_from_id ("", &kind));
  g_assert_false (ent_status_from_id ("done", &status));
  g_assert_false (ent_assertion_from_id ("state", &assertion));
  g_assert_false (ent_level_from_id ("", &level));
}

static void
test_doubts (void)
{
  for (guint i = 0; i < ENT_N_DOUBTS; i++)
    {
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (ent_doubt_to_words ((EntDoubts) (1u << i)), !=, ent_doubt_to_words ((EntDoubts) (1u << j)));
    }
}

static void
test_contacts (void)
{
  g_assert_true (ent_kind_is_contact (ENT_KIND_CALL));
  g_assert_true (ent_kind_is_contact (ENT_KIND_VISIT));
  g_assert_false (ent_kind_is_contact (ENT_KIND_AGREEMENT));
  g_assert_false (ent_kind_is_contact (ENT_KIND_SANCTION));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-terms/round-trips", test_round_trips);
  g_test_add_func ("/event-terms/spelling", test_spelling);
  g_test_add_func ("/event-terms/unknown", test_unknown);
  g_test_add_func ("/event-terms/doubts", test_doubts);
  g_test_add_func ("/event-terms/contacts", test_contacts);
  return g_test_run ();
}
