/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one copy says after the other one knew what it had said before: the last word goes over, however often the same
 * was said. */
#include <string.h>

#include "archive-fixture.h"
#include "model/archive-edit.h"
#include "model/archive-marks.h"
#include "model/archive-private.h"
#include "model/archive-together.h"

static const char lines[] = "{\"id\":\"us-1\",\"date\":\"2022-11-14\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President Biden met with "
                            "President Xi Jinping of China in Bali on November 14, 2022. The two leaders discussed Taiwan and trade.\"}\n";

/* What is said of one thing, in either copy. */
typedef struct
{
  void (*say) (EntArchive *archive,
               const char *thing,
               const char *word);
  char *(*dup) (EntArchive *archive,
                const char *thing);
  char *(*make) (EntArchive *archive); /* gives the thing's name */
} Thing;

static char *
find_event (EntArchive *archive)
{
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);

  return g_strdup (ent_event_store_get_id (store, 0));
}

static char *
add_event (EntArchive *archive)
{
  const EntEventValue values[] = { { ENT_EDITED_DATE, "2022-11-20" }, { ENT_EDITED_KIND, "call" }, { ENT_EDITED_TITLE, "By hand" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);
  char *id = ent_archive_add_event (archive, values, G_N_ELEMENTS (values), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return id;
}

static void
say_of_event (EntArchive *archive,
              const char *event,
              const char *word)
{
  const EntEventValue title = { ENT_EDITED_TITLE, word };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);

  ent_archive_edit_event (archive, event, &title, 1, NULL, &error);
  g_assert_no_error (error);
}

static char *
dup_of_event (EntArchive *archive,
              const char *event)
{
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);
  guint32 row;

  g_assert_true (ent_event_store_find_id (store, event, &row));
  return g_strdup (ent_event_store_get_title (store, row));
}

static char *
find_statement (EntArchive *archive)
{
  return g_strdup ("us-1");
}

static void
say_of_statement (EntArchive *archive,
                  const char *statement,
                  const char *word)
{
  const EntStatementValue title = { ENT_STATEMENT_FIELD_TITLE, word };
  g_autoptr (GError) error = NULL;

  ent_archive_edit_statement (archive, statement, &title, 1, &error);
  g_assert_no_error (error);
}

static char *
dup_of_statement (EntArchive *archive,
                  const char *statement)
{
  g_autoptr (EntEventStore) store = ent_archive_load (archive, 0, NULL);

  return g_strdup (ent_statement_get_info (ent_event_store_get_statement (store, 0))->title);
}

static char *
make_period (EntArchive *archive)
{
  EntEdtf span;

  g_assert_true (ent_edtf_parse ("2022-11", 7, &span, NULL));
  return ent_archive_set_period (archive, NULL, "First", span, NULL);
}

static void
say_of_period (EntArchive *archive,
               const char *period,
               const char *word)
{
  g_autofree char *id = NULL;
  EntEdtf span;

  g_assert_true (ent_edtf_parse ("2022-11", 7, &span, NULL));
  id = ent_archive_set_period (archive, period, word, span, NULL);
  g_assert_cmpstr (id, ==, period);
}

static char *
dup_of_period (EntArchive *archive,
               const char *period)
{
  g_autoptr (GArray) periods = ent_archive_get_periods (archive, NULL);

  g_assert_cmpuint (periods->len, ==, 1);
  return g_strdup (g_array_index (periods, EntPeriod, 0).label);
}

static const Thing things[] = {
  { say_of_event, dup_of_event, find_event },
  { say_of_event, dup_of_event, add_event },
  { say_of_statement, dup_of_statement, find_statement },
  { say_of_period, dup_of_period, make_period },
};

/* Takes over what @from says, and looks whether that is told then. */
static void
take (const Thing *thing,
      const char  *name,
      EntArchive  *to,
      EntArchive  *from,
      const char  *word,
      gboolean     comes,
      guint        n_conflicts)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) conflicts = NULL;
      g_autofree char *told = NULL;
      guint n;

      conflicts = ent_archive_merge_corrections (to, from, &n, &error);
      g_assert_no_error (error);
      told = thing->dup (to, name);
      g_assert_cmpstr (told, ==, word);
      g_assert_cmpuint (conflicts->len, ==, n_conflicts);
      g_assert_cmpint (n > 0, ==, comes && i == 0);
    }
}

static void
test_last_word (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      const Thing *thing = &things[i];
      g_autofree char *copy = g_strdup_printf ("copy-%u.entente", i);
      g_autoptr (EntArchive) other = NULL;
      g_autofree char *name = thing->make (fixture->archive);

      thing->say (fixture->archive, name, "X");
      other = fixture_copy (fixture, copy);
      thing->say (other, name, "Y");
      take (thing, name, fixture->archive, other, "Y", TRUE, 0);
      thing->say (other, name, "X");
      take (thing, name, fixture->archive, other, "X", TRUE, 0);
      thing->say (other, name, "Y");
      thing->say (other, name, "X");
      take (thing, name, fixture->archive, other, "X", TRUE, 0);
      /* It goes on here: there is nothing new there, and here nothing that they did not know. */
      thing->say (fixture->archive, name, "Z");
      take (thing, name, fixture->archive, other, "Z", FALSE, 0);
      take (thing, name, other, fixture->archive, "Z", TRUE, 0);
      /* Both go on from there. */
      thing->say (fixture->archive, name, "X");
      thing->say (other, name, "Y");
      take (thing, name, fixture->archive, other, "X", FALSE, 1);
      take (thing, name, other, fixture->archive, "Y", FALSE, 1);
    }
}

/* What was rejected there and known so here is accepted here once it is accepted there. */
static void
test_last_review (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *event = find_event (fixture->archive);
  const char * const events[] = { event, NULL };
  const EntReview reviews[] = { ENT_REVIEW_REJECTED, ENT_REVIEW_ACCEPTED, ENT_REVIEW_REJECTED };
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      g_autoptr (EntEventStore) theirs = ent_archive_load (other, ENT_ARCHIVE_WITH_REJECTED, NULL);
      g_autoptr (EntEventStore) store = NULL;
      g_autoptr (GArray) conflicts = NULL;
      guint32 row;
      guint n;

      g_assert_true (ent_archive_review_events (other, events, reviews[i], NULL, &error));
      conflicts = ent_archive_merge_corrections (fixture->archive, other, &n, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpuint (conflicts->len, ==, 0);
      store = ent_archive_load (fixture->archive, ENT_ARCHIVE_WITH_REJECTED, &error);
      g_assert_true (ent_event_store_find_id (store, event, &row));
      g_assert_cmpuint (ent_event_store_get_columns (store)->review[row], ==, reviews[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/archive-merge/" path, Fixture, lines, fixture_set_up, func, fixture_tear_down)
  ADD ("last-word", test_last_word);
  ADD ("last-review", test_last_review);
  return g_test_run ();
}
