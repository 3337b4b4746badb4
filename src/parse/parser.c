/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/parser.h"

#include <string.h>

#include "parse/date-scan.h"
#include "parse/extract.h"
#include "parse/language-guess.h"

typedef struct
{
  EntLanguage *language;
  EntDateScanner *dates;
  EntExtractor *events; /* none in a parser of dates only */
} Stage;

/* What reading a text needs room for; kept for the next. */
typedef struct
{
  EntTokens tokens;
  EntChart chart;
} Scratch;

/* Room for longer texts is given back. */
#define MAX_SCRATCH_TOKENS (1u << 20)

struct _EntParser
{
  EntVocabulary *vocabulary; /* none in a parser of dates only */
  char **folders; /* of languages */
  EntLanguageGuess *guess;
  GArray *stages; /* of Stage, a language each, by id; none in a parser without rules */
  GMutex lock;
  GPtrArray *idle; /* of Scratch: those at rest, under the lock */
};

static void
clear_stage (gpointer data)
{
  Stage *stage = data;

  ent_extractor_free (stage->events);
  ent_date_scanner_free (stage->dates);
  ent_language_free (stage->language);
}

static void
free_scratch (gpointer data)
{
  Scratch *scratch = data;

  ent_tokens_clear (&scratch->tokens);
  ent_chart_clear (&scratch->chart);
  g_free (scratch);
}

static Scratch *
take_scratch (EntParser *parser)
{
  Scratch *scratch = NULL;

  g_mutex_lock (&parser->lock);
  if (parser->idle->len > 0)
    scratch = g_ptr_array_steal_index_fast (parser->idle, parser->idle->len - 1);
  g_mutex_unlock (&parser->lock);
  if (scratch == NULL)
    {
      scratch = g_new (Scratch, 1);
      ent_tokens_init (&scratch->tokens);
      ent_chart_init (&scratch->chart);
    }
  return scratch;
}

static void
give_scratch_back (EntParser *parser,
                   Scratch   *scratch)
{
  if (scratch->tokens.n_tokens > MAX_SCRATCH_TOKENS)
    {
      free_scratch (scratch);
      return;
    }
  g_mutex_lock (&parser->lock);
  g_ptr_array_add (parser->idle, scratch);
  g_mutex_unlock (&parser->lock);
}

static void
clear_parser (gpointer data)
{
  EntParser *parser = data;

  g_ptr_array_unref (parser->idle);
  g_mutex_clear (&parser->lock);
  g_clear_pointer (&parser->stages, g_array_unref);
  g_clear_pointer (&parser->guess, ent_language_guess_free);
  g_strfreev (parser->folders);
  g_clear_pointer (&parser->vocabulary, ent_vocabulary_unref);
}

/**
 * ent_parser_ref:
 * @parser: a parser
 *
 * Returns: (transfer full): @parser
 */
EntParser *
ent_parser_ref (EntParser *parser)
{
  return g_atomic_rc_box_acquire (parser);
}

/**
 * ent_parser_unref:
 * @parser: (transfer full): a parser
 */
void
ent_parser_unref (EntParser *parser)
{
  g_atomic_rc_box_release_full (parser, clear_parser);
}

G_DEFINE_BOXED_TYPE (EntParser, ent_parser, ent_parser_ref, ent_parser_unref)

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The names of all language folders, each once, sorted. */
static GPtrArray *
list_languages (const char * const *folders)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], name, NULL);

          if (!g_file_test (path, G_FILE_TEST_IS_DIR) || g_hash_table_contains (seen, name))
            continue;
          g_ptr_array_add (names, g_strdup (name));
          g_hash_table_add (seen, names->pdata[names->len - 1]);
        }
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
add_stage (EntParser           *parser,
           const char          *id,
           const char * const  *folders,
           GError             **error)
{
  Stage stage = { NULL };
  gboolean good;

  stage.language = ent_language_load (id, folders, parser->vocabulary, error);
  good = stage.language != NULL && (stage.dates = ent_date_scanner_new (stage.language, error)) != NULL
         && (parser->vocabulary == NULL
             || (stage.events = ent_extractor_new (stage.language, parser->vocabulary, error)) != NULL);
  if (good)
    g_array_append_val (parser->stages, stage);
  else
    clear_stage (&stage);
  return good;
}

/**
 * ent_parser_new_without_rules:
 * @vocabulary: (nullable): kinds, topics, actors and people
 * @language_folders: (array zero-terminated=1): as for ent_parser_new()
 *
 * Most of the time that a parser takes to be made goes into the rules, of which nobody who but reads archives has any
 * use.
 *
 * Returns: (transfer full): a parser that knows what rules there are, and with which nothing can be parsed
 */
EntParser *
ent_parser_new_without_rules (EntVocabulary      *vocabulary,
                              const char * const *language_folders)
{
  EntParser *parser;

  g_return_val_if_fail (language_folders != NULL, NULL);

  parser = g_atomic_rc_box_new0 (EntParser);
  parser->vocabulary = vocabulary != NULL ? ent_vocabulary_ref (vocabulary) : NULL;
  parser->folders = g_strdupv ((char **) language_folders);
  parser->idle = g_ptr_array_new_with_free_func (free_scratch);
  g_mutex_init (&parser->lock);
  return parser;
}

/**
 * ent_parser_new:
 * @vocabulary: (nullable): kinds, topics, actors and people; %NULL for a parser that %ENT_PARSE_DATES is all that
 *   is asked of: the rules of events are many, and their words as well
 * @language_folders: (array zero-terminated=1): folders that hold a folder for each language, the
 *   product's first
 * @error: where to say what is wrong, with file and line
 *
 * Returns: (transfer full) (nullable): a parser for every language found
 */
EntParser *
ent_parser_new (EntVocabulary       *vocabulary,
                const char * const  *language_folders,
                GError             **error)
{
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (language_folders != NULL, NULL);

  parser = ent_parser_new_without_rules (vocabulary, language_folders);
  parser->stages = g_array_new (FALSE, TRUE, sizeof (Stage));
  g_array_set_clear_func (parser->stages, clear_stage);
  parser->guess = ent_language_guess_load (language_folders, error);
  if (parser->guess == NULL)
    return NULL;
  names = list_languages (language_folders);
  for (guint i = 0; i < names->len; i++)
    if (!add_stage (parser, names->pdata[i], language_folders, error))
      return NULL;
  return g_steal_pointer (&parser);
}

/**
 * ent_parser_get_vocabulary:
 * @parser: a parser
 *
 * Returns: (transfer none) (nullable): the vocabulary it was made with
 */
EntVocabulary *
ent_parser_get_vocabulary (const EntParser *parser)
{
  return parser->vocabulary;
}

/**
 * ent_parser_get_folders:
 * @parser: a parser
 *
 * Returns: (transfer none) (array zero-terminated=1): the folders that its languages were read from
 */
const char * const *
ent_parser_get_folders (const EntParser *parser)
{
  g_return_val_if_fail (parser != NULL, NULL);

  return (const char * const *) parser->folders;
}

static const Stage *
find_by_id (const EntParser *parser,
            const char      *id)
{
  for (guint i = 0; i < parser->stages->len; i++)
    {
      const Stage *stage = &g_array_index (parser->stages, Stage, i);
      gsize n = strlen (stage->language->id);

      if (g_ascii_strncasecmp (id, stage->language->id, n) == 0
          && (id[n] == '\0' || id[n] == '-' || id[n] == '_'))
        return stage;
    }
  return NULL;
}

static const Stage *
find_by_script (const EntParser *parser,
                const char      *script)
{
  for (guint i = 0; i < parser->stages->len; i++)
    if (g_str_equal (g_array_index (parser->stages, Stage, i).language->script, script))
      return &g_array_index (parser->stages, Stage, i);
  return NULL;
}

/* What reads a statement: the words and rules of the language that it names, or that its words are of. Where that is
 * one that is not here, @is_own is false, and those of a language that is written alike tell what the statement is. */
static const Stage *
find_stage (const EntParser     *parser,
            const EntStatement  *statement,
            const char         **language,
            gboolean            *is_own)
{
  const char *named = ent_statement_get_info (statement)->language;
  const Stage *stage = named != NULL ? find_by_id (parser, named) : NULL;
  const Stage *alike;
  char script[5];
  gsize length;
  const char *text;

  *language = stage != NULL ? stage->language->id : named;
  *is_own = stage != NULL;
  if (stage != NULL || parser->stages->len == 0)
    return stage;
  text = ent_statement_get_text (statement, &length);
  ent_language_guess_script (text, length, script);
  alike = find_by_script (parser, script);
  if (named == NULL)
    *language = ent_language_guess_find (parser->guess, text, length, script,
                                         alike != NULL ? alike->language->id : NULL);
  stage = find_by_id (parser, *language);
  *is_own = stage != NULL;
  if (stage != NULL)
    return stage;
  return alike != NULL ? alike : &g_array_index (parser->stages, Stage, 0);
}

static void
mark_furniture (const EntStatement *statement,
                EntTokens          *tokens)
{
  gsize n;
  const EntSpan *spans = ent_statement_get_furniture (statement, &n);

  for (gsize i = 0; i < n; i++)
    ent_tokens_mark (tokens, spans[i].start, spans[i].end, ENT_TOKEN_FURNITURE);
}

static void
find_own_date (const Stage      *stage,
               EntChart         *chart,
               const EntTokens  *tokens,
               EntStatementInfo *info)
{
  /* A list of references often keeps no more than a year and a month. */
  gboolean may_refine = info->date_basis == ENT_DATE_BASIS_METADATA && !ent_edtf_is_none (info->date)
                        && !ent_edtf_is_day (info->date) && !info->date_is_of_file;
  gboolean dateline;
  EntEdtf found;

  if (!ent_edtf_is_none (info->date) && !info->date_is_of_file && !may_refine)
    return;
  if (!ent_date_scanner_infer (stage->dates, chart, tokens, &found, &dateline))
    return;
  /* The day on which a file was made is worth more than a guess, and less than what the text says outright. */
  if (info->date_is_of_file && !dateline)
    return;
  if (may_refine && !(dateline && ent_edtf_refines (found, info->date)))
    return;
  info->date = found;
  info->date_basis = dateline ? ENT_DATE_BASIS_DATELINE : ENT_DATE_BASIS_INFERRED;
}

static void
read_with (const Stage   *stage,
           const char    *language,
           gboolean       is_own,
           Scratch       *scratch,
           EntParsed     *parsed,
           EntParseDepth  depth)
{
  EntTokens *tokens = &scratch->tokens;
  EntChart *chart = &scratch->chart;
  EntStatementInfo info = { NULL };
  EntDateContext context = { .second = ENT_SECOND_NONE };
  gsize length;
  const char *text = ent_statement_get_text (parsed->statement, &length);
  EntStatement *told;
  EntEdtf today;

  ent_tokens_scan (tokens, stage->language->lexicon, text, length);
  mark_furniture (parsed->statement, tokens);
  ent_statement_info_copy (ent_statement_get_info (parsed->statement), &info);
  if (info.language == NULL)
    info.language = g_strdup (language);
  if (is_own)
    find_own_date (stage, chart, tokens, &info);
  if (depth != ENT_PARSE_DATES)
    ent_extractor_inspect (stage->events, chart, tokens, &info);
  told = ent_statement_with_info (parsed->statement, &info);
  ent_statement_unref (parsed->statement);
  parsed->statement = told;
  context.anchor = today = info.date;
  context.narrative = ent_edtf_is_none (info.date);
  if (info.date.start.precision == ENT_EDTF_TIME)
    context.second = info.date.start.second;
  if (is_own && depth >= ENT_PARSE_DATES)
    today = ent_date_scanner_scan (stage->dates, chart, tokens, &context, parsed->timexes);
  if (is_own && depth >= ENT_PARSE_EVENTS)
    ent_extractor_extract (stage->events, chart, tokens, told, today, parsed->timexes, parsed->mentions);
  ent_statement_info_clear (&info);
}

static void
clear_mention (gpointer data)
{
  ent_mention_clear (data);
}

/**
 * ent_parser_parse:
 * @parser: a parser
 * @statement: a statement
 * @depth: how much is wanted
 *
 * Reads a statement. One in a language that no folder is for keeps what is known of it, is told by its address and the
 * names in it, and gives no dates and no events.
 *
 * Returns: (transfer full): what it says
 */
EntParsed *
ent_parser_parse (const EntParser *parser,
                  EntStatement    *statement,
                  EntParseDepth    depth)
{
  EntParsed *parsed;
  const Stage *stage;
  const char *language;
  gboolean is_own;

  g_return_val_if_fail (parser != NULL && parser->stages != NULL && statement != NULL, NULL);
  g_return_val_if_fail (parser->vocabulary != NULL || depth == ENT_PARSE_DATES, NULL);

  parsed = g_new0 (EntParsed, 1);
  parsed->statement = ent_statement_ref (statement);
  parsed->timexes = g_array_new (FALSE, TRUE, sizeof (EntTimex));
  parsed->mentions = g_array_new (FALSE, TRUE, sizeof (EntMention));
  g_array_set_clear_func (parsed->mentions, clear_mention);
  stage = find_stage (parser, statement, &language, &is_own);
  if (stage != NULL)
    {
      EntParser *owner = (EntParser *) parser; /* room at rest is no part of what it knows */
      Scratch *scratch = take_scratch (owner);

      read_with (stage, language, is_own, scratch, parsed, depth);
      give_scratch_back (owner, scratch);
    }
  parsed->n_timexes = parsed->timexes->len;
  return parsed;
}

/**
 * ent_parsed_free:
 * @parsed: (nullable): what a statement says
 */
void
ent_parsed_free (EntParsed *parsed)
{
  if (parsed == NULL)
    return;
  ent_statement_unref (parsed->statement);
  g_array_unref (parsed->timexes);
  g_array_unref (parsed->mentions);
  g_free (parsed);
}
