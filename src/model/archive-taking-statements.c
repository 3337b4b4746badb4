/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over what others say of statements and periods, and not of events. */
#include "model/archive-taking.h"

#include "model/archive-private.h"

/* What a change says, as one text. */
#define SAID "CASE c.action WHEN 'period' THEN coalesce (c.field, '') || ' ' || coalesce (c.after, '') ELSE c.after END"

/* What they say of statements and periods: the last word on each, and notes that they kept. */
#define THEIR_WORDS \
  "SELECT c.number, c.change_group, c.action, c.target, c.field, c.after, " SAID " FROM changes c" \
  " JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done' AND (" \
  " c.action IN ('note-statement', 'tag-statement', 'note-period', 'tag-period')" \
  " AND NOT EXISTS (SELECT 1 FROM changes r" \
  "   JOIN change_groups h ON h.number = r.change_group WHERE r.action = 'unmark' AND h.state = 'done'" \
  "   AND CAST (r.field AS INTEGER) = c.number)" \
  " OR c.action IN ('edit-statement', 'period') AND NOT EXISTS (SELECT 1 FROM changes r" \
  "   JOIN change_groups h ON h.number = r.change_group WHERE h.state = 'done' AND r.target = c.target" \
  "   AND r.number > c.number AND (r.action = 'restore-statement' OR r.action = c.action" \
  "   AND (c.action = 'period' OR r.field = c.field)))) ORDER BY c.number"

/* The fields of statements that they restored, and said nothing of since. */
#define THEIR_RESTORED \
  "SELECT max (r.number), max (r.change_group), 'edit-statement', r.target, e.field, NULL, NULL FROM changes r" \
  " JOIN change_groups g ON g.number = r.change_group AND g.state = 'done'" \
  " JOIN changes e ON e.target = r.target AND e.action = 'edit-statement' AND e.number < r.number" \
  " JOIN change_groups h ON h.number = e.change_group AND h.state = 'done'" \
  " WHERE r.action = 'restore-statement' AND NOT EXISTS (SELECT 1 FROM changes l" \
  "   JOIN change_groups k ON k.number = l.change_group WHERE k.state = 'done' AND l.action = 'edit-statement'" \
  "   AND l.target = r.target AND l.field = e.field AND l.number > r.number) GROUP BY r.target, e.field ORDER BY 1"

/* All that they said of one field of a statement, or of a period, from the first word to the last. */
#define THEIR_STORY \
  "SELECT c.number, c.change_group, ?1, c.target, c.field," \
  " CASE c.action WHEN ?1 THEN c.after END, CASE c.action WHEN ?1 THEN " SAID " END FROM changes c" \
  " JOIN change_groups g ON g.number = c.change_group AND g.state = 'done' WHERE c.target = ?2" \
  " AND (c.action = ?1 AND (?1 = 'period' OR c.field IS ?3)" \
  "   OR ?1 = 'edit-statement' AND c.action = 'restore-statement') ORDER BY c.number"

/* How often it was said, whatever became of that, and how often it holds; without words, how often the field was
 * restored. */
#define N_SAID \
  "SELECT count (*) FROM changes c JOIN change_groups g ON g.number = c.change_group WHERE c.target = ?2" \
  " AND (c.action = ?1 AND (?1 = 'period' OR c.field IS ?3) AND " SAID " IS ?5" \
  "   OR ?1 = 'edit-statement' AND ?5 IS NULL AND c.action = 'restore-statement')"
#define N_HOLDING N_SAID " AND g.state = 'done'"

/* Whether what was read is our last word on the field. */
#define WE_RESTORED \
  "SELECT 1 FROM changes r JOIN change_groups g ON g.number = r.change_group AND g.state = 'done'" \
  " WHERE r.action = 'restore-statement' AND r.target = ?2 AND EXISTS (SELECT 1 FROM changes c" \
  "   WHERE c.action = ?1 AND c.target = ?2 AND c.field IS ?3 AND c.number < r.number)"

#define IS_THERE "SELECT 1 FROM statements WHERE id = ?2"

/* Of notes, tags and removals, what is not taken over: what is known here, and what is of statements that are not. */
#define IS_KNOWN \
  "SELECT EXISTS (SELECT 1 FROM changes WHERE action = ?1 AND target = ?2 AND after IS ?4" \
  "   AND (field IS ?3 OR action LIKE '%-period'))" \
  " OR ?1 LIKE '%-statement' AND NOT EXISTS (SELECT 1 FROM statements WHERE id = ?2)"

/* What is said here of the same. */
#define OUR_WORD \
  "SELECT " SAID " FROM changes c JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done'" \
  " AND c.action = ?1 AND c.target = ?2 AND (?1 = 'period' OR c.field IS ?3) AND c.number > coalesce ((SELECT" \
  "   max (r.number) FROM changes r JOIN change_groups h ON h.number = r.change_group WHERE h.state = 'done'" \
  "   AND r.action = 'restore-statement' AND r.target = c.target), 0) ORDER BY c.number DESC LIMIT 1"

/* Statements that were taken out, and not brought in again since; when that was. */
#define REMOVED \
  "SELECT max (c.number), max (g.number), 'remove-statement', s.id, NULL, NULL, NULL FROM statements s" \
  " JOIN changes c ON c.target = s.id AND c.of_statement = 1 AND c.action = 'remove-statement'" \
  " JOIN change_groups g ON g.number = c.change_group AND g.state = 'done' AND g.number > s.import" \
  " JOIN change_groups i ON i.number = s.import AND i.state = 'done'" \
  " GROUP BY s.id ORDER BY 1"

/* What was said of a statement, and of what it tells. */
#define SAID_OF \
  "SELECT c.number, c.change_group, c.action, c.target, c.field, c.after, NULL FROM changes c" \
  " JOIN change_groups g ON g.number = c.change_group WHERE g.state = 'done' AND" \
  " (c.of_statement = 1 AND c.target = ?2 AND c.action <> 'remove-statement'" \
  "  OR c.of_statement = 0 AND json_valid (c.target) AND c.target ->> 'statement' = ?2)"

#define HAD_BEFORE \
  "SELECT 1 FROM changes WHERE action = ?1 AND target = ?2 AND field IS ?3 AND after IS ?4 AND number < ?6"

#define TITLE \
  "SELECT coalesce (nullif (p.title, ''), nullif (s.title, ''), s.id) FROM statements s" \
  " LEFT JOIN parses p ON p.statement = s.number WHERE s.id = ?2"

#define PERIOD_TITLE \
  "SELECT after FROM changes WHERE action = 'period' AND target = ?2 AND after IS NOT NULL ORDER BY number DESC LIMIT 1"

typedef enum
{
  WORD_ACTION,
  WORD_TARGET,
  WORD_FIELD,
  WORD_AFTER,
  WORD_SAID, /* as one text; NULL where what was read is to hold again */
  N_WORDS
} WordPart;

typedef struct
{
  gint64 number;
  gint64 group;
  char *parts[N_WORDS];
} Word;

static void
word_clear (gpointer data)
{
  Word *word = data;

  for (guint i = 0; i < N_WORDS; i++)
    g_free (word->parts[i]);
}

static void
add_word (EntQuery *row,
          gpointer  words)
{
  Word word = { ent_query_get_number (row, 0), ent_query_get_number (row, 1), { NULL } };

  for (guint i = 0; i < N_WORDS; i++)
    word.parts[i] = i <= WORD_TARGET ? ent_query_dup_given (row, (int) i + 2)
                                     : g_strdup (ent_query_get_text (row, (int) i + 2));
  g_array_append_val (words, word);
}

/* @of: (nullable): what is asked of, where the question has places for that */
static GArray *
list_words (EntDatabase  *database,
            const char   *sql,
            const Word   *of,
            GError      **error)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  EntQuery *query = ent_database_query (database, sql, error);

  g_array_set_clear_func (words, word_clear);
  if (query == NULL)
    return NULL;
  for (guint i = 0; of != NULL && i < N_WORDS; i++)
    ent_query_bind_text (query, (int) i + 1, of->parts[i]);
  return ent_query_each (query, add_word, words, error) ? g_steal_pointer (&words) : NULL;
}

/* Asks of one such word, @before some change where the question has a place for that. Returns whether there is an
 * answer, which is owned. */
static gboolean
ask (EntDatabase  *database,
     const char   *sql,
     const Word   *word,
     gint64        before,
     char        **answer)
{
  EntQuery *query = ent_database_query (database, sql, NULL);
  gboolean is_there;

  *answer = NULL;
  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < N_WORDS; i++)
    ent_query_bind_text (query, (int) i + 1, word->parts[i]);
  if (before > 0)
    ent_query_bind_number (query, N_WORDS + 1, before);
  is_there = ent_query_next (query, NULL);
  if (is_there)
    *answer = g_strdup (ent_query_get_text (query, 0));
  ent_query_end (query);
  return is_there;
}

static void
add_conflict (EntTaking  *taking,
              const Word *word,
              const char *field,
              const char *ours,
              const char *theirs)
{
  gboolean of_period = g_str_equal (word->parts[WORD_ACTION], "period");
  g_autofree char *title = NULL;
  g_autofree char *coder = ent_taking_dup_coder (taking, word->group);
  EntConflict conflict = { .field = (char *) field, .ours = (char *) ours, .theirs = (char *) theirs, .coder = coder };

  ask (taking->archive->database, of_period ? PERIOD_TITLE : TITLE, word, 0, &title);
  conflict.title = title != NULL ? title : word->parts[WORD_TARGET];
  *(of_period ? &conflict.period : &conflict.statement) = word->parts[WORD_TARGET];
  ent_taking_add_conflict (taking, &conflict);
}

/* How often it is said in an archive, whatever became of that or as far as it holds. */
static gint64
count_said (EntArchive *archive,
            const Word *word,
            const char *said,
            gboolean    holding)
{
  g_autofree char *answer = NULL;
  Word same = *word;

  same.parts[WORD_SAID] = (char *) said;
  ask (archive->database, holding ? N_HOLDING : N_SAID, &same, 0, &answer);
  return answer != NULL ? g_ascii_strtoll (answer, NULL, 10) : 0;
}

static gboolean
is_restored (const Word *word)
{
  return g_str_equal (word->parts[WORD_ACTION], "edit-statement") && word->parts[WORD_AFTER] == NULL;
}

/* Whether our last word on it is one that they do not know. */
static gboolean
have_news (EntTaking   *taking,
           const Word  *word,
           char       **ours)
{
  g_autofree char *restored = NULL;

  if (!ask (taking->archive->database, OUR_WORD, word, 0, ours)
      && !ask (taking->archive->database, WE_RESTORED, word, 0, &restored))
    return FALSE;
  return count_said (taking->archive, word, *ours, TRUE) > count_said (taking->other, word, *ours, FALSE);
}

/* Whether what they say of a field or a period is to be taken over: where their last word is one that is not known
 * here, and ours one that they knew. Where both are news, that is told. */
static gboolean
is_last_word (EntTaking  *taking,
              const Word *word)
{
  gboolean of_period = g_str_equal (word->parts[WORD_ACTION], "period");
  const char *theirs = word->parts[WORD_SAID];
  g_autofree char *there = NULL;
  g_autofree char *ours = NULL;

  if ((!of_period && !ask (taking->archive->database, IS_THERE, word, 0, &there))
      || count_said (taking->archive, word, theirs, FALSE) >= count_said (taking->other, word, theirs, TRUE))
    return FALSE;
  if (!have_news (taking, word, &ours))
    return theirs != NULL || ours != NULL;
  if (g_strcmp0 (ours, theirs) != 0)
    add_conflict (taking, word, of_period ? "period" : word->parts[WORD_FIELD], ours, theirs);
  return FALSE;
}

/* Takes over what they said of one field or period and what is not known here, in their order: what was said, changed
 * and said again is said twice here, too. */
static gboolean
take_story (EntTaking   *taking,
            const Word  *word,
            GError     **error)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) story = list_words (taking->other->database, THEIR_STORY, word, error);

  for (guint i = 0; story != NULL && i < story->len; i++)
    {
      const Word *told = &g_array_index (story, Word, i);
      const char *said = told->parts[WORD_SAID];
      g_autofree char *key = said != NULL ? g_strconcat ("=", said, NULL) : g_strdup ("");
      gpointer n;

      if (!g_hash_table_lookup_extended (left, key, NULL, &n))
        n = GSIZE_TO_POINTER (count_said (taking->archive, word, said, FALSE));
      g_hash_table_insert (left, g_steal_pointer (&key), GSIZE_TO_POINTER (n != NULL ? GPOINTER_TO_SIZE (n) - 1 : 0));
      if (n != NULL)
        continue;
      if (!(is_restored (told) ? ent_taking_take_back (taking, told->group, word->parts[WORD_TARGET],
                                                       word->parts[WORD_FIELD], error)
                               : ent_taking_take (taking, told->group, told->number, error)))
        return FALSE;
    }
  return story != NULL;
}

/* Takes over one note or tag, or what was said of one field or period, if it is to be. */
static gboolean
take_word (EntTaking   *taking,
           const Word  *word,
           gboolean    *taken,
           GError     **error)
{
  const char *action = word->parts[WORD_ACTION];
  g_autofree char *known = NULL;

  *taken = FALSE;
  if (!g_str_has_prefix (action, "note") && !g_str_has_prefix (action, "tag"))
    {
      *taken = is_last_word (taking, word);
      return !*taken || take_story (taking, word, error);
    }
  *taken = ask (taking->archive->database, IS_KNOWN, word, 0, &known) && g_strcmp0 (known, "0") == 0;
  return !*taken || ent_taking_take (taking, word->group, word->number, error);
}

static gboolean
take_words (EntTaking   *taking,
            const char  *sql,
            gboolean    *changed,
            GError     **error)
{
  g_autoptr (GArray) words = list_words (taking->other->database, sql, NULL, error);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gboolean taken;

      if (!take_word (taking, word, &taken, error))
        return FALSE;
      if (!taken || !g_str_equal (word->parts[WORD_ACTION], "edit-statement"))
        continue;
      *changed = TRUE;
      if (!ent_archive_parse_again (taking->archive,
                                    ent_archive_find_statement (taking->archive, word->parts[WORD_TARGET], NULL),
                                    error))
        return FALSE;
    }
  return words != NULL;
}

/* Whether something is said of a statement in one archive that the other one did not know when it took it out. */
static gboolean
says_more (EntArchive *archive,
           EntArchive *other,
           const Word *removal,
           Word       *first)
{
  g_autoptr (GArray) words = list_words (archive->database, SAID_OF, removal, NULL);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      g_autofree char *answer = NULL;

      if (ask (other->database, HAD_BEFORE, word, removal->number, &answer))
        continue;
      first->number = word->number;
      first->group = word->group;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_shown (EntArchive *archive,
          const Word *word)
{
  g_autofree char *answer = NULL;

  return ask (archive->database, "SELECT 1 FROM shown_statements WHERE id = ?2", word, 0, &answer);
}

/* What they took out is taken out here, unless more is said of it here. */
static gboolean
take_removals (EntTaking  *taking,
               gboolean   *changed,
               GError    **error)
{
  g_autoptr (GArray) removed = list_words (taking->other->database, REMOVED, NULL, error);
  Word ours = { 0 };

  for (guint i = 0; removed != NULL && i < removed->len; i++)
    {
      const Word *removal = &g_array_index (removed, Word, i);
      g_autofree char *known = NULL;

      if (!is_shown (taking->archive, removal))
        continue;
      if (says_more (taking->archive, taking->other, removal, &ours))
        add_conflict (taking, removal, ENT_CONFLICT_STATEMENT, ENT_CONFLICT_KEPT, ENT_CONFLICT_REMOVED);
      /* What was taken over before, and undone here, is not taken over again. */
      else if (!ask (taking->archive->database, IS_KNOWN, removal, 0, &known) || g_strcmp0 (known, "0") == 0)
        {
          if (!ent_taking_take (taking, removal->group, removal->number, error))
            return FALSE;
          *changed = TRUE;
        }
    }
  return removed != NULL;
}

/* What was taken out here stays so; where they say more of it, that is told. */
static gboolean
tell_removals (EntTaking  *taking,
               GError    **error)
{
  g_autoptr (GArray) removed = list_words (taking->archive->database, REMOVED, NULL, error);

  for (guint i = 0; removed != NULL && i < removed->len; i++)
    {
      Word word = g_array_index (removed, Word, i);

      if (is_shown (taking->other, &word)
          && says_more (taking->other, taking->archive, &g_array_index (removed, Word, i), &word))
        add_conflict (taking, &word, ENT_CONFLICT_STATEMENT, ENT_CONFLICT_REMOVED, ENT_CONFLICT_KEPT);
    }
  return removed != NULL;
}

/**
 * ent_taking_take_statements:
 * @taking: what is being taken over
 * @error: where to say what failed
 *
 * Takes over what they say of statements and periods, and which statements they took out. What a statement says is then
 * found anew.
 *
 * Returns: whether it did
 */
gboolean
ent_taking_take_statements (EntTaking  *taking,
                            GError    **error)
{
  gboolean changed = FALSE;

  /* What was taken out here is told before their words on it come in. */
  if (!tell_removals (taking, error) || !take_removals (taking, &changed, error)
      || !take_words (taking, THEIR_RESTORED, &changed, error)
      || !take_words (taking, THEIR_WORDS, &changed, error))
    return FALSE;
  return !changed || ent_archive_bump_generation (taking->archive, error);
}
