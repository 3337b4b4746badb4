/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/words.h"

#include "export/event-entry.h"
#include "model/event-title.h"
#include "model/title-names.h"
#include "parse/language-guess.h"
#include "parse/language-name.h"
#include "ui/ui-translator.h"

#define TOOLTIP_TITLES 6 /* of a cluster */

static const char * const level_words[ENT_N_LEVELS] = {
  [ENT_LEVEL_LEADER] = NC_ ("level", "leaders"),
  [ENT_LEVEL_MINISTER] = NC_ ("level", "ministers"),
  [ENT_LEVEL_SENIOR] = NC_ ("level", "senior officials"),
  [ENT_LEVEL_WORKING] = NC_ ("level", "working level"),
};

/**
 * ent_words_get_actor:
 * @vocabulary: the names
 * @actor: an actor, or %ENT_ACTOR_NONE
 *
 * Returns: (transfer none): its name
 */
const char *
ent_words_get_actor (const EntVocabulary *vocabulary,
                     guint16              actor)
{
  if (actor == ENT_ACTOR_NONE)
    return _ ("Unknown source");
  return gettext (ent_vocabulary_get_actor (vocabulary, actor)->label);
}

/**
 * ent_words_get_actor_short:
 * @vocabulary: the names
 * @actor: an actor, or %ENT_ACTOR_NONE
 *
 * Returns: (transfer none): its name for crowded places
 */
const char *
ent_words_get_actor_short (const EntVocabulary *vocabulary,
                           guint16              actor)
{
  if (actor == ENT_ACTOR_NONE)
    return C_ ("source", "Other");
  return gettext (ent_vocabulary_get_actor (vocabulary, actor)->short_label);
}

/**
 * ent_words_get_topic:
 * @vocabulary: the names
 * @topic: a topic
 *
 * Returns: (transfer none): its name
 */
const char *
ent_words_get_topic (const EntVocabulary *vocabulary,
                     guint                topic)
{
  return gettext (ent_vocabulary_get_topic (vocabulary, topic)->label);
}

/**
 * ent_words_get_kind:
 * @vocabulary: the names
 * @kind: a kind
 *
 * Returns: (transfer none): its name
 */
const char *
ent_words_get_kind (const EntVocabulary *vocabulary,
                    EntKind              kind)
{
  return gettext (ent_vocabulary_get_kind (vocabulary, kind)->label);
}

static void
append_sides (GString             *words,
              const EntVocabulary *vocabulary,
              const guint16       *actors,
              gsize                n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (words, " – ");
      g_string_append (words, ent_words_get_actor (vocabulary, actors[i]));
    }
}

/**
 * ent_words_for_between:
 * @vocabulary: the names
 * @filter: a filter
 *
 * Returns: whose relationship it asks for
 */
char *
ent_words_for_between (const EntVocabulary *vocabulary,
                       const EntFilter     *filter)
{
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (filter, &n, NULL);
  const EntFilterPair *also = ent_filter_get_also (filter, &n_also);
  g_autoptr (GString) words = g_string_new (NULL);

  if (n == 0)
    return g_strdup (_ ("Everyone"));
  if (n == 1)
    /* Translators: the name of a state: all its relationships. */
    return g_strdup_printf (_ ("%s and all others"), ent_words_get_actor (vocabulary, actors[0]));
  append_sides (words, vocabulary, actors, n);
  for (gsize i = 0; i < n_also; i++)
    {
      g_string_append (words, _ (", "));
      append_sides (words, vocabulary, also[i].actors, 2);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
append_code (GString             *codes,
             const EntVocabulary *vocabulary,
             guint16              actor,
             const char          *before)
{
  if (codes->len > 0)
    g_string_append (codes, before);
  g_string_append (codes, ent_vocabulary_get_actor (vocabulary, actor)->id);
}

/**
 * ent_words_for_between_short:
 * @vocabulary: the names
 * @filter: a filter
 *
 * Returns: (transfer full): whose relationship it asks for, in codes where it is that of some: “CN–US”
 */
char *
ent_words_for_between_short (const EntVocabulary *vocabulary,
                             const EntFilter     *filter)
{
  gsize n, n_also;
  const guint16 *actors = ent_filter_get_between (filter, &n, NULL);
  const EntFilterPair *also = ent_filter_get_also (filter, &n_also);
  g_autoptr (GString) codes = g_string_new (NULL);

  if (n == 0)
    return ent_words_for_between (vocabulary, filter);
  for (gsize i = 0; i < n; i++)
    append_code (codes, vocabulary, actors[i], "–");
  for (gsize i = 0; i < n_also; i++)
    {
      append_code (codes, vocabulary, also[i].actors[0], _ (", "));
      append_code (codes, vocabulary, also[i].actors[1], "–");
    }
  if (n == 1)
    g_string_append (codes, "–…");
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/**
 * ent_words_for_value:
 * @vocabulary: the names
 * @facet: what a filter asks of
 * @value: a value of it
 *
 * Returns: the value's name
 */
char *
ent_words_for_value (const EntVocabulary *vocabulary,
                     EntFilterFacet       facet,
                     guint                value)
{
  switch (facet)
    {
    case ENT_FACET_TOPIC:
      return g_strdup (ent_words_get_topic (vocabulary, value));
    case ENT_FACET_KIND:
      return g_strdup (ent_words_get_kind (vocabulary, value));
    case ENT_FACET_ACTOR:
    case ENT_FACET_ISSUER:
      return g_strdup (ent_words_get_actor (vocabulary, (guint16) value));
    case ENT_FACET_STATUS:
      return g_strdup (ent_event_get_status_words ((EntStatus) value, ent_ui_translator_get ()));
    case ENT_FACET_ASSERTION:
      return g_strdup (ent_event_get_assertion_words ((EntAssertion) value, ent_ui_translator_get ()));
    case ENT_FACET_REVIEW:
      return g_strdup (ent_event_get_review_words ((EntReview) value, ent_ui_translator_get ()));
    case ENT_N_FACETS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ent_words_for_date:
 * @date: a date, or none
 *
 * Returns: the date in words
 */
char *
ent_words_for_date (EntEdtf date)
{
  if (ent_edtf_is_none (date))
    return g_strdup (_ ("No date"));
  return ent_edtf_to_words (date, ent_ui_translator_get ());
}

/**
 * ent_words_for_event:
 * @store: events
 * @row: one of them
 *
 * Returns: title and date in one line, as a screen reader says it
 */
char *
ent_words_for_event (EntEventStore *store,
                     guint32        row)
{
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));

  /* Translators: the title of an event and its date. */
  return g_strdup_printf (C_ ("event", "%s, %s"), title, date);
}

/* The time of day in UTC, with the day where that is another; the axis shows the statement's own. */
static char *
dup_universal_time (EntEventStore *store,
                    guint32        row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  gint16 zone;
  gint32 second = ent_event_store_get_second (store, row, &zone);

  if (second == ENT_SECOND_NONE || zone == ENT_ZONE_NONE)
    return NULL;
  gint32 minute = second / 60 - zone;
  gint32 days = (gint32) floor (minute / 1440.0);
  minute -= days * 1440;
  if (days == 0)
    return g_strdup_printf (_ ("%02d:%02d UTC"), minute / 60, minute % 60);
  g_autofree char *day = ent_words_for_date (ent_edtf_day (columns->earliest[row] + days));
  /* Translators: a day, and a time of day on it in UTC */
  return g_strdup_printf (_ ("%s, %02d:%02d UTC"), day, minute / 60, minute % 60);
}

/**
 * ent_words_for_tooltip:
 * @store: events
 * @row: one of them
 *
 * Returns: title, date and kind as Pango markup
 */
char *
ent_words_for_tooltip (EntEventStore *store,
                       guint32        row)
{
  g_autofree char *title = ent_event_title_new_for_row (store, row, ent_ui_translator_get ());
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, row));
  g_autofree char *kind = ent_words_for_kind_line (store, row);

  g_autofree char *universal = dup_universal_time (store, row);
  return g_markup_printf_escaped ("<b>%s</b>\n%s%s%s\n<span alpha=\"75%%\">%s</span>", title, date,
                                  universal != NULL ? " · " : "", universal != NULL ? universal : "", kind);
}

/**
 * ent_words_for_time:
 * @from: first day
 * @to: the day after the last
 *
 * Returns: the first and last day of a time; one that is a month, a quarter or a year is called so
 */
char *
ent_words_for_time (EntDay from,
                    EntDay to)
{
  EntCivilDate first = ent_civil_date_from_day (from);
  EntCivilDate next = ent_civil_date_from_day (to);

  if (first.day == 1 && next.day == 1 && first.month == 1 && next.month == 1 && next.year == first.year + 1)
    return ent_words_for_date (ent_edtf_point (ent_edtf_point_year (first.year)));
  if (first.day == 1 && next.day == 1 && first.month % 3 == 1
      && (next.year - first.year) * 12 + next.month - first.month == 3)
    return ent_words_for_date (ent_edtf_point (ent_edtf_point_month (first.year,
                                                                     ENT_SEASON_QUARTER_1 + (guint) first.month / 3)));
  if (first.day == 1 && next.day == 1 && (next.year - first.year) * 12 + next.month - first.month == 1)
    return ent_words_for_date (ent_edtf_point (ent_edtf_point_month (first.year, first.month)));
  if (to - from <= 1)
    return ent_words_for_date (ent_edtf_day (from));
  return ent_words_for_date (ent_edtf_interval (ent_edtf_point_day (from), ent_edtf_point_day (to - 1)));
}

/**
 * ent_words_for_bin:
 * @store: events
 * @scene: what is on show
 * @bin: one of its bins
 *
 * Returns: markup: how many events they are, of which time, and the first of them
 */
char *
ent_words_for_bin (EntEventStore  *store,
                   const EntScene *scene,
                   guint           bin)
{
  const EntSceneBin *item = &scene->bins[bin];
  g_autofree char *time = ent_words_for_time (item->from, item->to);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", item->count), item->count);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "<b>%s</b>\n%s", count, time);
  for (guint i = 0; item->bubble && i < MIN (item->count, TOOLTIP_TITLES); i++)
    {
      g_autofree char *title = ent_event_title_new_short (store, scene->shared[item->shared + i],
                                                          ent_ui_translator_get ());
      g_autofree char *escaped = g_markup_escape_text (title, -1);
      g_string_append_printf (words, "\n· %s", escaped);
    }
  if (item->bubble && item->count > TOOLTIP_TITLES)
    g_string_append (words, "\n…");
  return g_string_free (words, FALSE);
}

/* How many sides tell it, of those that speak in its accounts. */
static guint
count_sides (EntEventStore *store,
             guint32        row)
{
  g_autoptr (GHashTable) sides = g_hash_table_new (NULL, NULL);
  guint n = ent_event_store_get_n_accounts (store, row);

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (account.issuer != ENT_ACTOR_NONE && account.assertion == ENT_ASSERTION_STATED)
        g_hash_table_add (sides, GUINT_TO_POINTER (account.issuer));
    }
  return g_hash_table_size (sides);
}

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/**
 * ent_words_for_kind_line:
 * @store: events
 * @row: one of them
 *
 * Returns: kind, level, status and who says so: “Call · leaders · stated by both sides”
 */
char *
ent_words_for_kind_line (EntEventStore *store,
                         guint32        row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autoptr (GString) line = g_string_new (ent_words_get_kind (vocabulary, columns->kind[row]));
  guint sides = count_sides (store, row);

  if (columns->level[row] != ENT_LEVEL_NONE)
    append_part (line, g_dpgettext2 (GETTEXT_PACKAGE, "level", level_words[columns->level[row]]));
  if (columns->status[row] != ENT_STATUS_OCCURRED)
    append_part (line, ent_event_get_status_words (columns->status[row], ent_ui_translator_get ()));
  if (columns->assertion[row] != ENT_ASSERTION_STATED)
    append_part (line, ent_event_get_assertion_words (columns->assertion[row], ent_ui_translator_get ()));
  else if (sides == 2)
    append_part (line, _ ("stated by both sides"));
  else if (sides == 1)
    append_part (line, _ ("stated by one side"));
  else if (sides > 2)
    {
      g_autofree char *many = g_strdup_printf (ngettext ("stated by %u side", "stated by %u sides", sides), sides);

      append_part (line, many);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* The actor whose statement reports the event, if there is one only. */
static guint16
find_teller (EntEventStore *store,
             guint32        row)
{
  guint n = ent_event_store_get_n_accounts (store, row);
  guint16 teller = ENT_ACTOR_NONE;

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;

      ent_event_store_get_account (store, row, i, &account);
      if (teller != ENT_ACTOR_NONE && account.issuer != teller)
        return ENT_ACTOR_NONE;
      teller = account.issuer;
    }
  return teller;
}

/**
 * ent_words_for_initiator:
 * @store: events
 * @row: one of them
 *
 * Returns: (nullable): who asked for it, or who did it to the other, and who says that; %NULL if it is not told
 */
char *
ent_words_for_initiator (EntEventStore *store,
                         guint32        row)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  EntKind kind = (EntKind) ent_event_store_get_columns (store)->kind[row];
  guint16 initiator = ent_event_store_get_initiator (store, row);
  guint16 teller = find_teller (store, row);

  if (initiator == ENT_ACTOR_NONE)
    return NULL;
  /* What it did itself, it need not be said to say. */
  if (teller == ENT_ACTOR_NONE || (teller == initiator && ent_kind_is_one_sided (kind)))
    return g_strdup (ent_words_get_actor (vocabulary, initiator));
  /* Translators: both are names of states: who asked for a call, and whose statement says so. */
  return g_strdup_printf (_ ("%s, says %s"), ent_words_get_actor (vocabulary, initiator),
                          ent_words_get_actor (vocabulary, teller));
}

/**
 * ent_words_for_people:
 * @store: events
 * @row: one of them
 *
 * Returns: (transfer full) (nullable): the names of those who take part, as the user's language writes them
 */
char *
ent_words_for_people (EntEventStore *store,
                      guint32        row)
{
  const char * const *people = ent_event_store_get_people (store, row);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; people != NULL && people[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) ent_title_get_person (people[i], ent_ui_translator_get ()));
  g_ptr_array_add (names, NULL);
  return names->len > 1 ? g_strjoinv (" · ", (char **) names->pdata) : NULL;
}

/**
 * ent_words_for_participants:
 * @store: events
 * @row: one of them
 *
 * Returns: the states and organisations that take part, in a line
 */
char *
ent_words_for_participants (EntEventStore *store,
                            guint32        row)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    append_part (line, ent_words_get_actor (vocabulary, columns->actors[i]));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * ent_words_for_issuer:
 * @store: events
 * @statement: one of its statements
 *
 * Returns: who issued it: the side, and its ministry or office where it is known, whose name may tell the side
 */
char *
ent_words_for_issuer (EntEventStore *store,
                      guint          statement)
{
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  guint16 issuer = ent_event_store_get_issuer (store, statement);
  g_autoptr (GString) words = g_string_new (NULL);

  if (issuer != ENT_ACTOR_NONE
      && (info->issuing_body == NULL || !ent_vocabulary_is_actor_in (vocabulary, issuer, info->issuing_body)))
    g_string_append (words, ent_words_get_actor (vocabulary, issuer));
  if (info->issuing_body != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", info->issuing_body);
  if (words->len == 0)
    g_string_append (words, info->published_by != NULL ? info->published_by : _ ("Unknown source"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * ent_words_get_statement_kind:
 * @kind: what sort of text a statement is
 *
 * Returns: (transfer none): its name
 */
const char *
ent_words_get_statement_kind (EntStatementKind kind)
{
  static const char * const names[ENT_N_STATEMENT_KINDS] = {
    [ENT_STATEMENT_READOUT] = N_ ("Readout"),
    [ENT_STATEMENT_COMMUNIQUE] = N_ ("Communiqué"),
    [ENT_STATEMENT_PRESS_RELEASE] = N_ ("Press release"),
    [ENT_STATEMENT_TRANSCRIPT] = N_ ("Transcript"),
    [ENT_STATEMENT_CABLE] = N_ ("Cable"),
    [ENT_STATEMENT_SPEECH] = N_ ("Speech"),
    [ENT_STATEMENT_NEWS] = N_ ("News"),
    [ENT_STATEMENT_OTHER] = N_ ("Other"),
  };

  g_return_val_if_fail (kind < ENT_N_STATEMENT_KINDS, NULL);

  return _ (names[kind]);
}

/**
 * ent_words_for_language:
 * @tag: (nullable): a language's tag; %NULL or empty for none
 *
 * Returns: (transfer full): its name; the tag itself where it has none
 */
char *
ent_words_for_language (const char *tag)
{
  if (tag == NULL || *tag == '\0' || g_str_equal (tag, ENT_LANGUAGE_UNKNOWN))
    return g_strdup (_ ("Not known"));
  /* Translators: the tag of the language that you translate into, "pt_BR"; names of languages are then in it */
  char *name = ent_language_dup_name (tag, C_ ("tag of the language", "en"));
  return name != NULL ? name : g_strdup (tag);
}

/* So much of a note is shown where it is one thing among others. */
#define NOTE_CHARACTERS 160

/**
 * ent_words_for_marks:
 * @marks: (nullable) (element-type EntMark): what is on an event or a statement
 *
 * Returns: (transfer full) (nullable): tags, then notes as far as they have room, in one line; %NULL where there are
 *   none
 */
char *
ent_words_for_marks (const GPtrArray *marks)
{
  g_autofree char *tags = ent_marks_dup_words (marks, ENT_MARK_TAG, "#", " ");
  g_autofree char *notes = ent_marks_dup_words (marks, ENT_MARK_NOTE, "", " · ");

  if (notes != NULL && g_utf8_strlen (notes, -1) > NOTE_CHARACTERS)
    {
      g_autofree char *whole = g_steal_pointer (&notes);
      g_autofree char *cut = g_utf8_substring (whole, 0, NOTE_CHARACTERS - 1);

      notes = g_strconcat (cut, "…", NULL);
    }
  if (notes == NULL)
    return g_steal_pointer (&tags);
  if (tags == NULL)
    return g_steal_pointer (&notes);
  return g_strconcat (tags, " · ", notes, NULL);
}

/**
 * ent_words_for_statement:
 * @store: events
 * @statement: one of its statements
 *
 * Returns: its own title, else what it was read from
 */
char *
ent_words_for_statement (EntEventStore *store,
                         guint          statement)
{
  const EntStatementInfo *info = ent_statement_get_info (ent_event_store_get_statement (store, statement));

  if (info->title != NULL && *info->title != '\0')
    return g_strdup (info->title);
  if (info->file != NULL)
    return g_path_get_basename (info->file);
  return g_strdup (_ ("Statement"));
}

/**
 * ent_words_for_link:
 * @store: events
 * @link: what leads from one event to another
 * @back: whether the other is the one that it leads from
 *
 * Returns: what the other event is to this one, and when it was
 */
char *
ent_words_for_link (EntEventStore      *store,
                    const EntEventLink *link,
                    gboolean            back)
{
  g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, link->row));

  /* Translators: each is about another event, whose title stands above it; %s is its date. */
  switch (link->type)
    {
    case ENT_LINK_INVOKES:
      return back ? g_strdup_printf (_ ("%s · recalls this"), date) : g_strdup_printf (_ ("%s · recalled here"), date);
    case ENT_LINK_FULFILS:
      return back ? g_strdup_printf (_ ("%s · possible follow-up: confirm"), date)
                  : g_strdup_printf (_ ("%s · possibly the plan for this: confirm"), date);
    case ENT_LINK_CANCELS:
      return back ? g_strdup_printf (_ ("%s · called this off"), date)
                  : g_strdup_printf (_ ("%s · called off by this"), date);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The last day of which a statement of the collection could tell. */
static EntDay
find_last_day (const EntEventStore *store)
{
  EntDay last = ENT_DAY_OPEN_START;

  for (guint i = 0; i < ent_event_store_get_n_statements (store); i++)
    {
      EntEdtf date = ent_statement_get_info (ent_event_store_get_statement (store, i))->date;

      if (!ent_edtf_is_none (date) && ent_edtf_latest (date) != ENT_DAY_OPEN_END)
        last = MAX (last, ent_edtf_latest (date));
    }
  return last;
}

/**
 * ent_words_for_follow_up:
 * @store: events
 * @row: what was planned or promised
 *
 * That nothing was seen is said of the collection, never of the world.
 *
 * Returns: when it is due, and what in the collection may be its follow-up
 */
char *
ent_words_for_follow_up (EntEventStore *store,
                         guint32        row)
{
  g_autofree char *due = ent_words_for_date (ent_event_store_get_date (store, row));
  EntDay last = find_last_day (store);
  gsize n;
  const EntEventLink *back = ent_event_links_get_back (ent_event_store_get_links (store), row, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (back[i].type != ENT_LINK_FULFILS)
        continue;
      g_autofree char *date = ent_words_for_date (ent_event_store_get_date (store, back[i].row));
      /* Translators: when it is due, and the date of an event that may be what was planned. */
      return g_strdup_printf (_ ("%s · possible follow-up %s: confirm"), due, date);
    }
  if (last == ENT_DAY_OPEN_START)
    return g_steal_pointer (&due);
  g_autofree char *until = ent_words_for_date (ent_edtf_day (last));
  /* Translators: when it is due, and the last day that the collection tells of. */
  return g_strdup_printf (_ ("%s · none seen in this collection up to %s"), due, until);
}

/**
 * ent_words_for_source:
 * @store: events
 * @account: an account of an event
 * @evidence: a passage of it
 *
 * Returns: where the passage stands: “China, foreign ministry · 2 April 2024 · ¶1”
 */
char *
ent_words_for_source (EntEventStore    *store,
                      const EntAccount *account,
                      EntSpan           evidence)
{
  EntStatement *statement = ent_event_store_get_statement (store, account->statement);
  const EntStatementInfo *info = ent_statement_get_info (statement);
  g_autofree char *issuer = ent_words_for_issuer (store, account->statement);
  g_autoptr (GString) line = g_string_new (issuer);

  if (!ent_edtf_is_none (info->date))
    {
      g_autofree char *date = ent_words_for_date (info->date);

      append_part (line, date);
    }
  if (ent_statement_get_page (statement, evidence.start) > 0)
    g_string_append_printf (line, _ (" · p. %u"), ent_statement_get_page (statement, evidence.start));
  g_string_append_printf (line, " · ¶%u", ent_statement_get_paragraph (statement, evidence.start));
  return g_string_free (g_steal_pointer (&line), FALSE);
}
