/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/lane-choice.h"

#include "sample-store.h"

static const EntVocabulary *
get_vocabulary (const SampleStore *sample)
{
  return ent_event_store_get_vocabulary (ent_filter_index_get_store (sample->index));
}

/* Text gives the same text again, whatever the lanes are. */
static void
test_text (void)
{
  static const struct
  {
    EntLaneMode mode;
    const char *text;
  } cases[] = {
    { ENT_LANES_TOPIC, "" },
    { ENT_LANES_TOPIC, "hidden taiwan trade; folded +contacts; order climate +other law" },
    { ENT_LANES_KIND, "folded call; order protest sanction" },
    { ENT_LANES_ACTOR, "hidden US; order CN US" },
    { ENT_LANES_ISSUER, "order US" },
  };
  g_autoptr (SampleStore) sample = sample_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntLaneChoice) choice = ent_lane_choice_new_from_string (cases[i].text, cases[i].mode,
                                                                          get_vocabulary (sample));
      g_autofree char *text = ent_lane_choice_to_string (choice, cases[i].mode, get_vocabulary (sample));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is not known is passed over, what is told twice stands once, and contacts are never hidden. */
static void
test_odd_text (void)
{
  static const char * const texts[] = {
    "hidden taiwan nowhere taiwan +contacts +strange", "hidden taiwan; unheard trade", "hidden  taiwan ", "; ;hidden; hidden taiwan",
  };
  g_autoptr (SampleStore) sample = sample_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (EntLaneChoice) choice = ent_lane_choice_new_from_string (texts[i], ENT_LANES_TOPIC,
                                                                          get_vocabulary (sample));
      g_autofree char *text = ent_lane_choice_to_string (choice, ENT_LANES_TOPIC, get_vocabulary (sample));
      g_assert_cmpstr (text, ==, "hidden taiwan");
    }
}

static void
test_list (void)
{
  g_autoptr (EntLaneChoice) choice = ent_lane_choice_new ();

  ent_lane_list_set (choice->order, 3, TRUE);
  ent_lane_list_set (choice->order, 7, TRUE);
  ent_lane_list_set (choice->order, 3, TRUE);
  g_assert_cmpuint (choice->order->len, ==, 3);
  g_assert_cmpuint (g_array_index (choice->order, guint16, 0), ==, 3);
  g_assert_cmpuint (g_array_index (choice->order, guint16, 2), ==, ENT_ACTOR_NONE);
  g_assert_false (ent_lane_list_has (choice->order, ENT_ACTOR_NONE));
  ent_lane_list_set (choice->order, 3, FALSE);
  g_assert_false (ent_lane_list_has (choice->order, 3));
  g_assert_true (ent_lane_list_has (choice->order, 7));
}

static void
test_modes (void)
{
  EntLaneMode mode;

  for (guint i = 0; i < ENT_N_LANE_MODES; i++)
    {
      g_assert_true (ent_lane_mode_from_id (ent_lane_mode_to_id ((EntLaneMode) i), &mode));
      g_assert_cmpint (mode, ==, i);
    }
  g_assert_false (ent_lane_mode_from_id ("topics", &mode));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-choice/text", test_text);
  g_test_add_func ("/lane-choice/odd-text", test_odd_text);
  g_test_add_func ("/lane-choice/list", test_list);
  g_test_add_func ("/lane-choice/modes", test_modes);
  return g_test_run ();
}
