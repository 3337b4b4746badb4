/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/event-entry.h"

#include "model/event-title.h"
#include "model/mark-table.h"

/* Between passages of one statement that do not stand together. */
#define GAP " […] "

static const char * const review_words[ENT_N_REVIEWS] = {
  [ENT_REVIEW_MACHINE] = NC_ ("review", "machine-found"),
  [ENT_REVIEW_ACCEPTED] = NC_ ("review", "accepted"),
  [ENT_REVIEW_EDITED] = NC_ ("review", "corrected"),
  [ENT_REVIEW_REJECTED] = NC_ ("review", "rejected"),
};

static const char * const assertion_words[ENT_N_ASSERTIONS] = {
  [ENT_ASSERTION_STATED] = NC_ ("assertion", "stated"),
  [ENT_ASSERTION_ATTRIBUTED] = NC_ ("assertion", "put in another’s mouth"),
  [ENT_ASSERTION_ALLEGED] = NC_ ("assertion", "alleged"),
  [ENT_ASSERTION_CONDITIONAL] = NC_ ("assertion", "under a condition"),
  [ENT_ASSERTION_PROPOSED] = NC_ ("assertion", "proposed"),
};

static const char * const status_words[ENT_N_STATUSES] = {
  [ENT_STATUS_OCCURRED] = NC_ ("status", "occurred"),
  [ENT_STATUS_PLANNED] = NC_ ("status", "planned"),
  [ENT_STATUS_DENIED] = NC_ ("status", "called off or denied"),
};

/**
 * ent_event_get_status_words:
 * @status: a status
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer none): it in words
 */
const char *
ent_event_get_status_words (EntStatus            status,
                            const EntTranslator *translator)
{
  g_return_val_if_fail (status < ENT_N_STATUSES, NULL);

  return ent_translate_context (translator, "status", status_words[status]);
}

/**
 * ent_event_get_assertion_words:
 * @assertion: an assertion
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer none): it in words
 */
const char *
ent_event_get_assertion_words (EntAssertion         assertion,
                               const EntTranslator *translator)
{
  g_return_val_if_fail (assertion < ENT_N_ASSERTIONS, NULL);

  return ent_translate_context (translator, "assertion", assertion_words[assertion]);
}

/**
 * ent_event_get_review_words:
 * @review: what was said of an event
 * @translator: (nullable): the reader's language
 *
 * Returns: (transfer none): it in words
 */
const char *
ent_event_get_review_words (EntReview            review,
                            const EntTranslator *translator)
{
  g_return_val_if_fail (review < ENT_N_REVIEWS, NULL);

  return ent_translate_context (translator, "review", review_words[review]);
}

/* One line: breaks and runs of blanks become a blank each. */
static void
append_line (GString    *out,
             const char *text)
{
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isspace (c))
        blank = out->len > 0;
      else
        {
          if (blank)
            g_string_append_c (out, ' ');
          blank = FALSE;
          g_string_append_unichar (out, c);
        }
    }
}

/**
 * ent_event_dup_quotation:
 * @store: events
 * @account: one statement's telling of one of them
 *
 * Returns: (transfer full) (nullable): the passages that say so, in one line; %NULL if there are none
 */
char *
ent_event_dup_quotation (const EntEventStore *store,
                         const EntAccount    *account)
{
  const EntStatement *statement = ent_event_store_get_statement (store, account->statement);
  GString *quotation;

  if (account->n_evidence == 0)
    return NULL;
  quotation = g_string_new (NULL);
  for (gsize i = 0; i < account->n_evidence; i++)
    {
      g_autofree char *passage = ent_statement_dup_span (statement, account->evidence[i]);
      if (i > 0)
        g_string_append (quotation, GAP);
      append_line (quotation, passage);
    }
  return g_string_free (quotation, FALSE);
}

static void
append_part (GString    *list,
             const char *part)
{
  if (list->len > 0)
    g_string_append (list, "; ");
  g_string_append (list, part);
}

static char *
join_sides (const EntEventStore *store,
            guint32              row,
            const EntTranslator *translator)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  GString *out = g_string_new (NULL);

  for (guint32 i = columns->actors_start[row]; i < columns->actors_start[row + 1]; i++)
    append_part (out, ent_translate (translator, ent_vocabulary_get_actor (vocabulary, columns->actors[i])->label));
  return g_string_free (out, FALSE);
}

static char *
join_topics (const EntEventStore *store,
             guint32              row,
             const EntTranslator *translator)
{
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (store);
  GString *out = g_string_new (NULL);

  for (guint64 topics = ent_event_store_get_columns (store)->topics[row]; topics != 0; topics &= topics - 1)
    {
      const EntTopicInfo *topic = ent_vocabulary_get_topic (vocabulary, (guint) __builtin_ctzll (topics));
      append_part (out, ent_translate (translator, topic->label));
    }
  return g_string_free (out, FALSE);
}

/* A side once, however many of its statements tell the event in one way. */
static char *
join_tellers (const EntEventStore *store,
              guint32              row,
              const EntTranslator *translator)
{
  guint n = ent_event_store_get_n_accounts (store, row);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;
      ent_event_store_get_account (store, row, i, &account);
      guint key = 1u + account.issuer * (guint) ENT_N_ASSERTIONS + account.assertion;
      if (!g_hash_table_add (told, GUINT_TO_POINTER (key)))
        continue;
      append_part (out, account.issuer == ENT_ACTOR_NONE
                          ? ent_translate (translator, N_ ("Unknown source"))
                          : ent_translate (translator,
                                           ent_vocabulary_get_actor (ent_event_store_get_vocabulary (store),
                                                                     account.issuer)
                                             ->label));
      if (account.assertion != ENT_ASSERTION_STATED && account.assertion < ENT_N_ASSERTIONS)
        g_string_append_printf (out, " (%s)",
                                ent_event_get_assertion_words ((EntAssertion) account.assertion, translator));
    }
  return g_string_free (out, FALSE);
}

static char *
join_sources (const EntEventStore *store,
              guint32              row,
              const EntSourceList *sources)
{
  guint n = ent_event_store_get_n_accounts (store, row);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      EntAccount account;
      ent_event_store_get_account (store, row, i, &account);
      guint number = ent_source_list_get_number (sources, account.statement);
      if (number > 0)
        g_string_append_printf (out, "%s%u", out->len > 0 ? ", " : "", number);
    }
  return g_string_free (out, FALSE);
}

static char *
make_review (const EntEventStore *store,
             guint32              row,
             const EntTranslator *translator)
{
  const EntEventColumns *columns = ent_event_store_get_columns (store);
  EntReview review = (EntReview) columns->review[row];
  GString *out = g_string_new (ent_event_get_review_words (review, translator));
  guint doubts = review == ENT_REVIEW_MACHINE ? columns->doubts[row] : 0;

  for (; doubts != 0; doubts &= doubts - 1)
    append_part (out, ent_translate (translator, ent_doubt_to_words ((EntDoubts) (doubts & -doubts))));
  return g_string_free (out, FALSE);
}

static void
set_source (EntEventEntry       *entry,
            EntEventStore       *store,
            guint32              row,
            const EntSourceList *sources,
            const EntTranslator *translator)
{
  EntAccount account;

  entry->sources = join_sources (store, row, sources);
  if (ent_event_store_get_n_accounts (store, row) == 0)
    return;
  ent_event_store_get_account (store, row, 0, &account);
  entry->source = ent_source_list_get_number (sources, account.statement);
  entry->quotation = ent_event_dup_quotation (store, &account);
  if (account.n_evidence == 0)
    return;
  entry->paragraph = ent_statement_get_paragraph (ent_event_store_get_statement (store, account.statement),
                                                  account.evidence[0].start);
  g_autofree char *number = g_strdup_printf ("%u", entry->paragraph);
  g_autoptr (GString) locator = g_string_new (ent_translate (translator, N_ ("paragraph {n}")));
  g_string_replace (locator, "{n}", number, 1);
  entry->locator = g_string_free (g_steal_pointer (&locator), FALSE);
}

/**
 * ent_event_entry_init:
 * @entry: (out): what the event is in words
 * @store: events
 * @row: one of them
 * @sources: statements and their numbers
 * @translator: (nullable): the reader's language
 *
 * Puts an event into words.
 */
void
ent_event_entry_init (EntEventEntry       *entry,
                      EntEventStore       *store,
                      guint32              row,
                      const EntSourceList *sources,
                      const EntTranslator *translator)
{
  EntEdtf date = ent_event_store_get_date (store, row);

  *entry = (EntEventEntry) { NULL };
  entry->date = ent_edtf_is_none (date) ? g_strdup ("") : ent_edtf_to_words (date, translator);
  entry->title = translator == NULL ? g_strdup (ent_event_store_get_title (store, row))
                                    : ent_event_title_new_for_row (store, row, translator);
  entry->sides = join_sides (store, row, translator);
  entry->teller = join_tellers (store, row, translator);
  entry->topics = join_topics (store, row, translator);
  entry->review = make_review (store, row, translator);
  set_source (entry, store, row, sources, translator);
}

static void
add_marks (GString         *out,
           const GPtrArray *marks,
           EntMarkType      type,
           const char      *before)
{
  g_autofree char *words = ent_marks_dup_words (marks, type, before, type == ENT_MARK_TAG ? " " : " · ");

  if (words == NULL)
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  append_line (out, words);
}

/**
 * ent_event_dup_marks:
 * @request: what is exported
 * @row: an event
 *
 * What the user noted on an event is for documents in which work goes on, not for those that are handed on as they are.
 *
 * Returns: (transfer full) (nullable): the event's tags and notes in one line; %NULL where it has none
 */
char *
ent_event_dup_marks (const EntExportRequest *request,
                     guint32                 row)
{
  const GPtrArray *marks = ent_mark_table_get_of_event (ent_filter_index_get_marks (request->index), row);
  GString *out;

  if (marks == NULL)
    return NULL;
  out = g_string_new (NULL);
  add_marks (out, marks, ENT_MARK_TAG, "#");
  add_marks (out, marks, ENT_MARK_NOTE, "");
  return g_string_free (out, FALSE);
}

/**
 * ent_event_entry_clear:
 * @entry: an event in words
 */
void
ent_event_entry_clear (EntEventEntry *entry)
{
  g_free (entry->date);
  g_free (entry->title);
  g_free (entry->sides);
  g_free (entry->teller);
  g_free (entry->quotation);
  g_free (entry->sources);
  g_free (entry->locator);
  g_free (entry->topics);
  g_free (entry->review);
  *entry = (EntEventEntry) { NULL };
}

/**
 * ent_event_get_address:
 * @store: events
 * @row: one of them
 *
 * Returns: (transfer none) (nullable): where its first account can be read, if that is an address on the web
 */
const char *
ent_event_get_address (const EntEventStore *store,
                       guint32              row)
{
  EntAccount account;

  if (ent_event_store_get_n_accounts (store, row) == 0)
    return NULL;
  ent_event_store_get_account (store, row, 0, &account);
  return ent_statement_info_get_address (ent_statement_get_info (ent_event_store_get_statement (store,
                                                                                                account.statement)));
}
