/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What grows around events: notes, tags, periods, snapshots, others' words on them, and what a better parser finds. */
#include <math.h>
#include <string.h>

#include "archive-fixture.h"
#include "model/archive-edit.h"
#include "model/archive-marks.h"
#include "model/archive-private.h"
#include "model/archive-snapshots.h"
#include "model/archive-together.h"

static const char lines[] = "{\"id\":\"us-1\",\"date\":\"2022-11-14\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"President Biden met with "
                            "President Xi Jinping of China in Bali on November 14, 2022. The two leaders discussed Taiwan and trade.\"}\n"
                            "{\"id\":\"us-2\",\"date\":\"2023-03-02\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary Blinken spoke by "
                            "phone with Foreign Minister Qin Gang of China on March 1, 2023 about Ukraine.\"}\n"
                            "{\"id\":\"us-3\",\"date\":\"2023-06-20\",\"issuer\":\"US\",\"language\":\"en\",\"text\":\"Secretary Blinken met with "
                            "President Xi Jinping of China in Beijing on June 19, 2023.\"}\n";

static const char *
get_event (const Fixture *fixture,
           guint32        row)
{
  g_assert_cmpuint (row, <, ent_event_store_get_n_events (fixture->store));
  return ent_event_store_get_id (fixture->store, row);
}

static char *
list_marks (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) marks = NULL;
  GString *out = g_string_new (NULL);

  fixture_reload (fixture);
  marks = ent_archive_get_marks (fixture->archive, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < marks->len; i++)
    {
      const EntMark *mark = &g_array_index (marks, EntMark, i);

      g_string_append_printf (out, "%s %s %s by %s; ", mark->type == ENT_MARK_TAG ? "tag" : "note",
                              mark->event != NULL ? "event" : mark->statement, mark->text, mark->coder);
    }
  return g_string_free (out, FALSE);
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  const char *events[] = { get_event (fixture, 0), get_event (fixture, 1), NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GArray) marks = NULL;

  g_assert_true (ent_archive_add_mark (fixture->archive, ENT_MARK_NOTE, (EntMarkTarget) { .event = events[1] }, "why here?", &error));
  g_assert_true (ent_archive_add_mark (fixture->archive, ENT_MARK_TAG, (EntMarkTarget) { .statement = "us-2" }, "doubtful", &error));
  g_assert_no_error (error);
  g_assert_false (ent_archive_add_mark (fixture->archive, ENT_MARK_TAG, (EntMarkTarget) { .statement = "us-9" }, "doubtful", NULL));
  all = list_marks (fixture);
  g_assert_cmpstr (all, ==, "note event why here? by ada; tag us-2 doubtful by ada; ");

  /* A note goes along with its event, and nothing else of it changes. */
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_columns (fixture->store)->review[1], ==, ENT_REVIEW_MACHINE);
  g_assert_true (ent_archive_merge_events (fixture->archive, events, &error));
  fixture_reload (fixture);
  merged = list_marks (fixture);
  g_assert_cmpstr (merged, ==, all);
  marks = ent_archive_get_marks (fixture->archive, &error);
  g_assert_true (ent_event_store_find_id (fixture->store, g_array_index (marks, EntMark, 0).event, NULL));

  g_assert_true (ent_archive_remove_mark (fixture->archive, g_array_index (marks, EntMark, 1).number, &error));
  fewer = list_marks (fixture);
  g_assert_cmpstr (fewer, ==, "note event why here? by ada; ");
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  undone = list_marks (fixture);
  g_assert_cmpstr (undone, ==, all);
}

/* A note gets other words in one change, and a removed one does not come over to somebody else. */
static void
test_changed_marks (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *event = get_event (fixture, 0);
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) marks = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *taken = NULL;
  guint n_taken;

  g_assert_true (ent_archive_add_mark (fixture->archive, ENT_MARK_NOTE, (EntMarkTarget) { .event = event }, "when?",
                                       &error));
  fixture_reload (fixture);
  marks = ent_archive_get_marks (fixture->archive, &error);
  g_assert_true (ent_archive_change_mark (fixture->archive, g_array_index (marks, EntMark, 0).number, "in May", &error));
  changed = list_marks (fixture);
  g_assert_cmpstr (changed, ==, "note event in May by ada; ");
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  undone = list_marks (fixture);
  g_assert_cmpstr (undone, ==, "note event when? by ada; ");
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  g_assert_false (ent_archive_change_mark (fixture->archive, 999999, "nothing", NULL));

  g_assert_true (ent_archive_add_mark (other, ENT_MARK_NOTE, (EntMarkTarget) { .event = event }, "kept", &error));
  g_assert_true (ent_archive_add_mark (other, ENT_MARK_NOTE, (EntMarkTarget) { .event = event }, "gone", &error));
  g_clear_pointer (&marks, g_array_unref);
  ent_event_store_unref (ent_archive_load (other, 0, &error));
  marks = ent_archive_get_marks (other, &error);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_true (ent_archive_remove_mark (other, g_array_index (marks, EntMark, 1).number, &error));
  conflicts = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, 1);
  taken = list_marks (fixture);
  g_assert_nonnull (strstr (taken, "kept"));
  g_assert_null (strstr (taken, "gone"));
}

static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  EntEdtf span;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) again = NULL;

  g_assert_true (ent_edtf_parse ("2023-01-28/2023-02-12", 21, &span, NULL));
  id = ent_archive_set_period (fixture->archive, NULL, "balloon crisis", span, &error);
  g_assert_no_error (error);
  one = ent_archive_get_periods (fixture->archive, &error);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_array_index (one, EntPeriod, 0).label, ==, "balloon crisis");
  g_assert_true (ent_edtf_equal (g_array_index (one, EntPeriod, 0).span, span));
  {
    g_autoptr (GArray) marks = NULL;
    const EntMark *mark;

    g_assert_true (ent_archive_add_mark (fixture->archive, ENT_MARK_TAG, (EntMarkTarget) { .period = id }, "crisis",
                                         &error));
    g_assert_false (ent_archive_add_mark (fixture->archive, ENT_MARK_TAG, (EntMarkTarget) { .period = "none" }, "crisis",
                                          NULL));
    fixture_reload (fixture);
    marks = ent_archive_get_marks (fixture->archive, &error);
    g_assert_cmpuint (marks->len, ==, 1);
    mark = &g_array_index (marks, EntMark, 0);
    g_assert_cmpstr (mark->period, ==, id);
    g_assert_true (ent_edtf_equal (mark->span, span));
  }
  g_free (ent_archive_set_period (fixture->archive, id, "the balloon", span, &error));
  changed = ent_archive_get_periods (fixture->archive, &error);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpstr (g_array_index (changed, EntPeriod, 0).label, ==, "the balloon");
  g_assert_true (ent_archive_remove_period (fixture->archive, id, &error));
  none = ent_archive_get_periods (fixture->archive, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  again = ent_archive_get_periods (fixture->archive, &error);
  g_assert_cmpstr (g_array_index (again, EntPeriod, 0).label, ==, "the balloon");
}

static char *
list_differences (Fixture    *fixture,
                  const char *first,
                  const char *second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) differences = ent_archive_compare (fixture->archive, first, second, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    {
      const EntDifference *difference = &g_array_index (differences, EntDifference, i);

      g_string_append_printf (out, "%s: %s → %s; ", difference->field, difference->before, difference->after);
    }
  return g_string_free (out, FALSE);
}

static void
test_snapshots (Fixture       *fixture,
                gconstpointer  data)
{
  const EntEventValue place = { ENT_EDITED_PLACE, "Rome" };
  const char *removed[] = { "us-2", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *same = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *call = NULL;
  g_autoptr (GArray) snapshots = NULL;
  guint32 row;

  g_assert_true (ent_archive_take_snapshot (fixture->archive, "first", "as read", &error));
  g_assert_no_error (error);
  g_assert_false (ent_archive_take_snapshot (fixture->archive, "first", NULL, NULL));
  same = list_differences (fixture, "first", NULL);
  g_assert_cmpstr (same, ==, "");
  for (row = 0; ent_event_store_get_columns (fixture->store)->kind[row] != ENT_KIND_CALL; row++)
    ;
  g_assert_true (ent_archive_edit_event (fixture->archive, get_event (fixture, row), &place, 1, NULL, &error));
  edited = list_differences (fixture, "first", NULL);
  g_assert_nonnull (strstr (edited, "place:  → Rome; "));
  g_assert_nonnull (strstr (edited, "review: machine → edited; "));
  g_assert_true (ent_archive_remove_statements (fixture->archive, removed, &error));
  g_assert_true (ent_archive_take_snapshot (fixture->archive, "second", NULL, &error));
  fewer = list_differences (fixture, "first", "second");
  call = g_strdup (ent_event_store_get_title (fixture->store, row));
  g_assert_nonnull (strstr (fewer, call));
  g_assert_nonnull (strstr (fewer, "→ (null); "));
  snapshots = ent_archive_get_snapshots (fixture->archive, &error);
  g_assert_cmpuint (snapshots->len, ==, 2);
  g_assert_cmpstr (g_array_index (snapshots, EntSnapshot, 0).note, ==, "as read");
  g_assert_cmpint (g_array_index (snapshots, EntSnapshot, 0).n_events, ==,
                   ent_event_store_get_n_events (fixture->store));
  g_assert_null (ent_archive_compare (fixture->archive, "third", NULL, &error));
  g_assert_error (error, ENT_ARCHIVE_ERROR, ENT_ARCHIVE_ERROR_NOT_FOUND);
}

static void
test_corrections (Fixture       *fixture,
                  gconstpointer  data)
{
  const EntEventValue rome = { ENT_EDITED_PLACE, "Rome" };
  const EntEventValue oslo = { ENT_EDITED_PLACE, "Oslo" };
  const EntEventValue trade = { ENT_EDITED_TOPICS, "trade" };
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  g_autofree char *first = g_strdup (get_event (fixture, 0));
  g_autofree char *second = g_strdup (get_event (fixture, 1));
  const char *third[] = { get_event (fixture, 2), NULL };
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GArray) again = NULL;
  g_auto (EntReviewInfo) info = { 0 };
  guint n_taken;

  ent_archive_set_coder (other, "bob");
  g_assert_true (ent_archive_edit_event (fixture->archive, first, &rome, 1, NULL, &error));
  g_assert_true (ent_archive_edit_event (other, first, &oslo, 1, NULL, &error));
  g_assert_true (ent_archive_edit_event (other, second, &trade, 1, NULL, &error));
  g_assert_true (ent_archive_review_events (other, third, ENT_REVIEW_REJECTED, "no", &error));
  g_assert_no_error (error);
  fixture_reload (fixture);
  before = fixture_dump (fixture->store);

  conflicts = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, 2);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).field, ==, "place");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).ours, ==, "Rome");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).theirs, ==, "Oslo");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).coder, ==, "bob");
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_events (fixture->store), ==, 2);
  g_assert_true (ent_archive_get_review (fixture->archive, second, &info));
  g_assert_cmpstr (info.coder, ==, "bob");
  {
    guint32 row;

    g_assert_true (ent_event_store_find_id (fixture->store, second, &row));
    value = ent_event_dup_value (fixture->store, row, ENT_EDITED_TOPICS);
    g_assert_cmpstr (value, ==, "trade");
  }
  again = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_cmpuint (n_taken, ==, 0);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  undone = fixture_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
}

/* What is said of statements and periods comes over, too, once; what both say differently stays and is told. */
static void
test_merge_others (Fixture       *fixture,
                   gconstpointer  data)
{
  const EntStatementValue ours[] = { { ENT_STATEMENT_FIELD_DATE, "2024-05-01" }, { ENT_STATEMENT_FIELD_TITLE, "Ours" } };
  const EntStatementValue june = { ENT_STATEMENT_FIELD_DATE, "2024-06-01" };
  const EntStatementValue title = { ENT_STATEMENT_FIELD_TITLE, "Theirs" };
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) periods = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree char *id = NULL;
  guint n_taken, fields;
  EntEdtf span;

  g_assert_true (ent_edtf_parse ("2023-02", 7, &span, NULL));
  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-1", ours, G_N_ELEMENTS (ours), &error));
  g_assert_true (ent_archive_edit_statement (other, "us-1", &june, 1, &error));
  g_assert_true (ent_archive_edit_statement (other, "us-2", &title, 1, &error));
  g_assert_true (ent_archive_add_mark (other, ENT_MARK_TAG, (EntMarkTarget) { .statement = "us-2" }, "odd", &error));
  id = ent_archive_set_period (other, NULL, "balloon crisis", span, &error);
  g_assert_no_error (error);

  conflicts = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, 3);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_null (g_array_index (conflicts, EntConflict, 0).event);
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).statement, ==, "us-1");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).title, ==, "Ours");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).ours, ==, "2024-05-01");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).theirs, ==, "2024-06-01");
  g_assert_true (ent_archive_get_corrected (fixture->archive, "us-2", &fields, &error));
  g_assert_cmpuint (fields, ==, 1u << ENT_STATEMENT_FIELD_TITLE);
  periods = ent_archive_get_periods (fixture->archive, &error);
  g_assert_cmpuint (periods->len, ==, 1);
  again = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_cmpuint (n_taken, ==, 0);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  g_assert_true (ent_archive_get_corrected (fixture->archive, "us-2", &fields, &error));
  g_assert_cmpuint (fields, ==, 0);
  none = ent_archive_get_periods (fixture->archive, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static guint
take_from (Fixture     *fixture,
           EntArchive  *other,
           GArray     **conflicts)
{
  g_autoptr (GError) error = NULL;
  guint n_taken;

  *conflicts = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  return n_taken;
}

static guint
get_corrected (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint fields;

  g_assert_true (ent_archive_get_corrected (fixture->archive, "us-1", &fields, &error));
  g_assert_no_error (error);
  return fields;
}

/* What somebody restored of a statement is restored here, too, where it was not changed since: else both are told. */
static void
test_merge_restored_statement (Fixture       *fixture,
                               gconstpointer  data)
{
  const EntStatementValue both[] = { { ENT_STATEMENT_FIELD_DATE, "2024-05-01" }, { ENT_STATEMENT_FIELD_TITLE, "Wrong" } };
  const EntStatementValue title = { ENT_STATEMENT_FIELD_TITLE, "Ours" };
  const EntStatementValue as_read = { ENT_STATEMENT_FIELD_TITLE, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) other = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) back = NULL;

  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-1", both, G_N_ELEMENTS (both), &error));
  other = fixture_copy (fixture, "b.entente");
  ent_archive_set_coder (other, "bob");
  g_assert_true (ent_archive_restore_statement (other, "us-1", &error));
  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-1", &title, 1, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (take_from (fixture, other, &conflicts), ==, 1);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).field, ==, "title");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).ours, ==, "Ours");
  g_assert_null (g_array_index (conflicts, EntConflict, 0).theirs);
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).coder, ==, "bob");
  g_assert_cmpuint (get_corrected (fixture), ==, 1u << ENT_STATEMENT_FIELD_TITLE);
  g_assert_cmpuint (take_from (fixture, other, &again), ==, 0);
  /* Theirs is taken. */
  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-1", &as_read, 1, &error));
  g_assert_cmpuint (get_corrected (fixture), ==, 0);
  g_assert_cmpuint (take_from (fixture, other, &none), ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  g_assert_cmpuint (get_corrected (fixture), ==, 1u << ENT_STATEMENT_FIELD_TITLE);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  g_assert_cmpuint (get_corrected (fixture), ==, 1u << ENT_STATEMENT_FIELD_TITLE | 1u << ENT_STATEMENT_FIELD_DATE);

  /* Who restored it is not told otherwise by a word that was not known. */
  g_assert_true (ent_archive_restore_statement (fixture->archive, "us-1", &error));
  g_assert_true (ent_archive_restore_statement (fixture->archive, "us-1", &error));
  g_assert_true (ent_archive_edit_statement (other, "us-1", &title, 1, &error));
  g_assert_cmpuint (take_from (fixture, other, &back), ==, 0);
  g_assert_cmpuint (back->len, ==, 0);
}

static char *
dup_place (Fixture    *fixture,
           const char *event)
{
  guint32 row;

  fixture_reload (fixture);
  g_assert_true (ent_event_store_find_id (fixture->store, event, &row));
  return ent_event_dup_value (fixture->store, row, ENT_EDITED_PLACE);
}

static void
edit_place (EntArchive *archive,
            const char *event,
            const char *place)
{
  const EntEventValue value = { ENT_EDITED_PLACE, place };
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_archive_edit_event (archive, event, &value, 1, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_places_conflict (GArray     *conflicts,
                        const char *ours,
                        const char *theirs)
{
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).field, ==, "place");
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).ours, ==, ours);
  g_assert_cmpstr (g_array_index (conflicts, EntConflict, 0).theirs, ==, theirs);
}

/* What somebody restored of an event does not wipe out what was said here meanwhile, nor the other way round. */
static void
test_merge_restored_event (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *events[] = { get_event (fixture, 0), NULL };
  g_autofree char *event = g_strdup (events[0]);
  g_autofree char *parsed = dup_place (fixture, event);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) other = NULL;
  g_autoptr (GArray) plain = NULL;
  g_autoptr (GArray) theirs = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *kept = NULL;

  events[0] = event;
  edit_place (fixture->archive, event, "Rome");
  other = fixture_copy (fixture, "b.entente");
  ent_archive_set_coder (other, "bob");
  ent_event_store_unref (ent_archive_load (other, 0, &error));
  g_assert_true (ent_archive_restore_events (other, events, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (take_from (fixture, other, &plain), ==, 1);
  g_assert_cmpuint (plain->len, ==, 0);
  restored = dup_place (fixture, event);
  g_assert_cmpstr (restored, ==, parsed);

  edit_place (fixture->archive, event, "Oslo");
  ent_event_store_unref (ent_archive_load (other, 0, &error));
  edit_place (other, event, "Rome");
  g_assert_true (ent_archive_restore_events (other, events, &error));
  g_assert_cmpuint (take_from (fixture, other, &theirs), ==, 0);
  assert_places_conflict (theirs, "Oslo", parsed);
  kept = dup_place (fixture, event);
  g_assert_cmpstr (kept, ==, "Oslo");
}

/* Nor is what was restored here taken for nothing. */
static void
test_merge_over_restored_event (Fixture       *fixture,
                                gconstpointer  data)
{
  const char *events[] = { get_event (fixture, 0), NULL };
  g_autofree char *event = g_strdup (events[0]);
  g_autofree char *parsed = dup_place (fixture, event);
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntArchive) other = NULL;
  g_autoptr (GArray) conflicts = NULL;

  events[0] = event;
  edit_place (fixture->archive, event, "Rome");
  other = fixture_copy (fixture, "b.entente");
  ent_event_store_unref (ent_archive_load (other, 0, &error));
  g_assert_no_error (error);
  fixture_reload (fixture);
  g_assert_true (ent_archive_restore_events (fixture->archive, events, &error));
  edit_place (other, event, "Bern");
  g_assert_cmpuint (take_from (fixture, other, &conflicts), ==, 0);
  assert_places_conflict (conflicts, parsed, "Bern");
  back = dup_place (fixture, event);
  g_assert_cmpstr (back, ==, parsed);
}

/* Checks that the two disagree only on whether a statement belongs to the collection. */
static void
assert_conflict (const GArray *conflicts,
                 const char   *statement,
                 const char   *ours,
                 const char   *theirs)
{
  const EntConflict *conflict = &g_array_index (conflicts, EntConflict, 0);

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (conflict->statement, ==, statement);
  g_assert_cmpstr (conflict->field, ==, ENT_CONFLICT_STATEMENT);
  g_assert_cmpstr (conflict->ours, ==, ours);
  g_assert_cmpstr (conflict->theirs, ==, theirs);
  g_assert_cmpstr (conflict->coder, ==, "bob");
}

/* What somebody took out is taken out here, too, once, as a change that can be undone. */
static void
test_merge_removal (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *removed[] = { "us-2", NULL };
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GArray) again = NULL;
  g_autofree char *before = fixture_dump (fixture->store);
  g_autofree char *without = NULL;
  g_autofree char *back = NULL;
  guint n_taken;

  ent_archive_set_coder (other, "bob");
  g_assert_true (ent_archive_remove_statements (other, removed, &error));
  conflicts = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, 1);
  g_assert_cmpuint (conflicts->len, ==, 0);
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 2);
  without = fixture_dump (fixture->store);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  back = fixture_dump (fixture->store);
  g_assert_cmpstr (back, ==, before);
  /* Whoever undid it does not want it. */
  again = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_cmpuint (n_taken, ==, 0);
  g_assert_true (ent_archive_redo (fixture->archive, &error));
  fixture_reload (fixture);
  g_free (back);
  back = fixture_dump (fixture->store);
  g_assert_cmpstr (back, ==, without);
}

/* Nobody's work goes with a statement that the other one took out: it stays as it is, on either side, and is told. */
static void
test_removal_conflicts (Fixture       *fixture,
                        gconstpointer  data)
{
  const EntStatementValue title = { ENT_STATEMENT_FIELD_TITLE, "Corrected" };
  const char *ours[] = { "us-1", NULL };
  const char *theirs[] = { "us-2", NULL };
  const char *events[] = { NULL, NULL };
  g_autoptr (EntArchive) other = NULL;
  g_autoptr (EntEventStore) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;
  g_autoptr (GArray) third = NULL;
  guint n_taken;

  /* What was said before the two went apart is no reason to keep it. */
  g_assert_true (ent_archive_edit_statement (fixture->archive, "us-2", &title, 1, &error));
  fixture_reload (fixture);
  other = fixture_copy (fixture, "b.entente");
  ent_archive_set_coder (other, "bob");
  g_assert_true (ent_archive_remove_statements (other, theirs, &error));
  g_assert_true (ent_archive_add_mark (fixture->archive, ENT_MARK_NOTE, (EntMarkTarget) { .statement = "us-2" }, "keep", &error));
  first = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, 0);
  assert_conflict (first, "us-2", ENT_CONFLICT_KEPT, ENT_CONFLICT_REMOVED);
  g_assert_cmpstr (g_array_index (first, EntConflict, 0).title, ==, "Corrected");
  /* One decides as the other did. */
  g_assert_true (ent_archive_remove_statements (fixture->archive, theirs, &error));

  g_assert_true (ent_archive_remove_statements (fixture->archive, ours, &error));
  loaded = ent_archive_load (other, 0, &error);
  g_assert_no_error (error);
  events[0] = ent_event_store_get_id (loaded, 0);
  g_assert_true (ent_archive_review_events (other, events, ENT_REVIEW_ACCEPTED, NULL, &error));
  second = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  assert_conflict (second, "us-1", ENT_CONFLICT_REMOVED, ENT_CONFLICT_KEPT);
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 1);
  g_assert_true (ent_archive_return_statement (fixture->archive, "us-1", &error));
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 2);
  g_assert_cmpint (ent_event_store_get_columns (fixture->store)->review[0], ==, ENT_REVIEW_ACCEPTED);
  third = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_cmpuint (third->len + n_taken, ==, 0);
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  fixture_reload (fixture);
  g_assert_cmpuint (ent_event_store_get_n_statements (fixture->store), ==, 1);
}

/* Each coder's word stays the coder's own, also where one archive brings several. */
static void
test_merge_coders (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const coders[] = { "anna", "bob", "anna" };
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) conflicts = NULL;
  guint n_taken;

  for (guint i = 0; i < G_N_ELEMENTS (coders); i++)
    {
      const char *events[] = { get_event (fixture, i), NULL };

      ent_archive_set_coder (other, coders[i]);
      g_assert_true (ent_archive_review_events (other, events, ENT_REVIEW_ACCEPTED, NULL, &error));
    }
  conflicts = ent_archive_merge_corrections (fixture->archive, other, &n_taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, G_N_ELEMENTS (coders));
  fixture_reload (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (coders); i++)
    {
      g_auto (EntReviewInfo) info = { 0 };

      g_assert_true (ent_archive_get_review (fixture->archive, get_event (fixture, i), &info));
      g_assert_cmpstr (info.coder, ==, coders[i]);
    }
}

static void
test_alpha (void)
{
  /* Two coders, ten units, from Krippendorff's "Computing Krippendorff's Alpha-Reliability" (2011), section B: 0.095. */
  static const guint meg[] = { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 };
  static const guint owen[] = { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 };
  static const guint same[] = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (ent_krippendorff_alpha (meg, owen, G_N_ELEMENTS (meg)), 0.095, 0.001);
  g_assert_cmpfloat_with_epsilon (ent_krippendorff_alpha (meg, meg, G_N_ELEMENTS (meg)), 1.0, 1e-9);
  g_assert_true (isnan (ent_krippendorff_alpha (same, same, G_N_ELEMENTS (same))));
  g_assert_true (isnan (ent_krippendorff_alpha (same, same, 0)));
}

static void
test_agreement (Fixture       *fixture,
                gconstpointer  data)
{
  const EntEventValue warning = { ENT_EDITED_KIND, "warning" };
  g_autoptr (EntArchive) other = fixture_copy (fixture, "b.entente");
  const char *all[] = { get_event (fixture, 0), get_event (fixture, 1), get_event (fixture, 2), NULL };
  const char *last[] = { all[2], NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) agreements = NULL;

  g_assert_true (ent_archive_review_events (fixture->archive, all, ENT_REVIEW_ACCEPTED, NULL, &error));
  g_assert_true (ent_archive_review_events (other, all, ENT_REVIEW_ACCEPTED, NULL, &error));
  g_assert_true (ent_archive_edit_event (other, all[0], &warning, 1, NULL, &error));
  g_assert_true (ent_archive_review_events (other, last, ENT_REVIEW_REJECTED, NULL, &error));
  agreements = ent_archive_get_agreement (fixture->archive, NULL, other, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < agreements->len; i++)
    {
      const EntAgreement *agreement = &g_array_index (agreements, EntAgreement, i);
      gboolean of_kind = strcmp (agreement->field, "kind") == 0;
      gboolean of_review = strcmp (agreement->field, "review") == 0;

      g_assert_cmpuint (agreement->n_events, ==, of_review ? 3 : 2);
      g_assert_cmpuint (agreement->n_agreed, ==, of_review ? 2 : of_kind ? 1
                                                                         : 2);
      if (of_kind || of_review)
        g_assert_cmpfloat (agreement->alpha, <, 1.0);
      else if (strcmp (agreement->field, "date") == 0)
        g_assert_cmpfloat_with_epsilon (agreement->alpha, 1.0, 1e-9);
    }
}

static guint
get_review (Fixture    *fixture,
            const char *event)
{
  guint32 row;

  fixture_reload (fixture);
  g_assert_true (ent_event_store_find_id (fixture->store, event, &row));
  return ent_event_store_get_columns (fixture->store)->review[row];
}

/* Two code one file, each without seeing what the other says, and are compared. */
static void
test_blind (Fixture       *fixture,
            gconstpointer  data)
{
  const EntEventValue warning = { ENT_EDITED_KIND, "warning" };
  g_autofree char *event = g_strdup (get_event (fixture, 0));
  g_autofree char *second = g_strdup (get_event (fixture, 1));
  const char *all[] = { event, second, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) coders = NULL;
  g_autoptr (GArray) agreements = NULL;
  g_auto (EntChangeLabel) label = { NULL };

  ent_archive_set_coder (fixture->archive, "anna");
  g_assert_true (ent_archive_review_events (fixture->archive, all, ENT_REVIEW_ACCEPTED, NULL, &error));
  ent_archive_set_coder (fixture->archive, "bob");
  g_assert_false (ent_archive_is_blind (fixture->archive));
  g_assert_cmpuint (get_review (fixture, event), ==, ENT_REVIEW_ACCEPTED);
  g_assert_true (ent_archive_set_blind (fixture->archive, TRUE, &error));
  g_assert_cmpuint (get_review (fixture, event), ==, ENT_REVIEW_MACHINE);
  /* What is not one's own can be undone as little as it is seen. */
  g_assert_false (ent_archive_undo (fixture->archive, NULL));
  g_assert_true (ent_archive_review_events (fixture->archive, all, ENT_REVIEW_ACCEPTED, NULL, &error));
  g_assert_true (ent_archive_edit_event (fixture->archive, event, &warning, 1, NULL, &error));
  g_assert_true (ent_archive_undo (fixture->archive, &error));
  g_assert_cmpuint (get_review (fixture, event), ==, ENT_REVIEW_ACCEPTED);
  g_assert_true (ent_archive_redo (fixture->archive, &error));
  g_assert_cmpuint (get_review (fixture, event), ==, ENT_REVIEW_EDITED);

  /* The file remembers who codes blind, and whoever does not sees all. */
  fixture_reopen (fixture);
  ent_archive_set_coder (fixture->archive, "anna");
  g_assert_false (ent_archive_is_blind (fixture->archive));
  g_assert_cmpuint (get_review (fixture, event), ==, ENT_REVIEW_EDITED);
  g_assert_true (ent_archive_set_blind (fixture->archive, TRUE, &error));
  g_assert_cmpuint (get_review (fixture, event), ==, ENT_REVIEW_ACCEPTED);
  g_assert_true (ent_archive_get_undo (fixture->archive, &label));
  g_assert_cmpstr (label.action, ==, "accept");
  g_assert_cmpstr (label.coder, ==, "anna");
  ent_archive_set_coder (fixture->archive, "bob");
  g_assert_true (ent_archive_is_blind (fixture->archive));

  coders = ent_archive_get_coders (fixture->archive, &error);
  g_assert_cmpuint (coders->len, ==, 2);
  g_assert_cmpstr (g_array_index (coders, EntCoder, 0).name, ==, "anna");
  g_assert_cmpuint (g_array_index (coders, EntCoder, 0).n_events, ==, 2);
  agreements = ent_archive_get_agreement (fixture->archive, "anna", fixture->archive, "bob", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < agreements->len; i++)
    {
      const EntAgreement *agreement = &g_array_index (agreements, EntAgreement, i);

      g_assert_cmpuint (agreement->n_events, ==, 2);
      g_assert_cmpuint (agreement->n_agreed, ==, strcmp (agreement->field, "kind") == 0 ? 1 : 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/alpha", test_alpha);
#define ADD(path, func) g_test_add ("/archive/" path, Fixture, lines, fixture_set_up, func, fixture_tear_down)
  ADD ("marks", test_marks);
  ADD ("changed-marks", test_changed_marks);
  ADD ("merge-others", test_merge_others);
  ADD ("merge-restored-statement", test_merge_restored_statement);
  ADD ("merge-restored-event", test_merge_restored_event);
  ADD ("merge-over-restored-event", test_merge_over_restored_event);
  ADD ("merge-removal", test_merge_removal);
  ADD ("removal-conflicts", test_removal_conflicts);
  ADD ("merge-coders", test_merge_coders);
  ADD ("periods", test_periods);
  ADD ("snapshots", test_snapshots);
  ADD ("corrections", test_corrections);
  ADD ("agreement", test_agreement);
  ADD ("blind", test_blind);
  return g_test_run ();
}
