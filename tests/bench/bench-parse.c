/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the cascade: how many bytes of statements a second give dates and events, and how the time grows with texts
 * that no one would write. Prints one line of JSON each; fails where twice the text takes far more than twice the time.
 * Times are of the processor, so that others at work on the machine do not count.
 *
 *     bench-parse [--megabytes=N] [--seed=N] [STATEMENTS.jsonl] */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/vocabulary.h"
#include "parse/parser.h"
#include "read/reader.h"

/* Texts are grown so many times; time may grow so many times as much for each byte before it is no longer linear. */
#define GROWTH 4
#define MAX_GROWTH 2.0
#define ODD_BYTES 400000

typedef struct
{
  const char *name;
  const char *words; /* over and over */
} OddText;

static const OddText odd_texts[] = {
  { "dates", "March 5, 2020 " },
  { "joined-dates", "from May to June and " },
  { "long-sentence", "the president of the council met with the minister and would hold a meeting with " },
  { "numbers", "1234567890 12 " },
  { "brackets", "(([[{{" },
  { "one-word", "abcdefgh" },
  { "marks", ".,-/:;'" },
  { "ideographs", "两国元首就二〇二四年四月二日会晤" },
};

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static EntParser *
load_parser (void)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *rules = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  const char *word_folders[] = { words, NULL };
  const char *rule_folders[] = { rules, NULL };
  double start = now_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_load (word_folders, &error);
  EntParser *parser = vocabulary != NULL ? ent_parser_new (vocabulary, rule_folders, &error) : NULL;

  if (parser == NULL)
    g_error ("%s", error->message);
  printf ("{\"bench\":\"load\",\"ms\":%.1f}\n", now_ms () - start);
  return parser;
}

static EntStatement *
statement_new (GString    *text,
               const char *id)
{
  EntStatementInfo info = { .kind = ENT_STATEMENT_OTHER };
  gsize length = text->len;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_string_free (text, FALSE), length);
  EntStatement *statement;

  info.id = g_strdup (id);
  info.file = g_strdup ("bench");
  info.issuer = g_strdup ("US");
  info.date = ent_edtf_day (ent_day_from_ymd (2024, 4, 2));
  info.date_basis = ENT_DATE_BASIS_METADATA;
  statement = ent_statement_new (bytes, &info, NULL, 0);
  ent_statement_info_clear (&info);
  return statement;
}

/* A statement as they are: mostly words that tell of nothing, a date now and then, a meeting here and there. */
static GString *
generate (GRand *random)
{
  static const char * const plain[] = {
    "The", "committee", "considered", "several", "reports", "on", "water", "and", "transport", "which", "members",
    "found", "useful", "for", "their", "own", "regions", "while", "others", "asked", "about", "the", "cost", "of", "it",
  };
  static const char * const telling[] = {
    "On March 5, 2024 President Biden spoke by phone with President Xi Jinping of China.",
    "The two ministers agreed to meet again in the coming weeks.",
    "Last November the Foreign Minister of Japan visited Paris.",
    "Sanctions on three banks have been in force since 2022.",
    "They will hold talks in Geneva on Tuesday morning.",
  };
  GString *text = g_string_new (NULL);
  guint n_sentences = (guint) g_rand_int_range (random, 20, 200);

  for (guint i = 0; i < n_sentences; i++)
    {
      guint n_words = (guint) g_rand_int_range (random, 8, 30);

      for (guint j = 0; j < n_words; j++)
        g_string_append_printf (text, "%s ", plain[g_rand_int_range (random, 0, G_N_ELEMENTS (plain))]);
      text->str[text->len - 1] = '.';
      g_string_append (text, i % 6 == 5 ? "\n\n" : " ");
      if (g_rand_int_range (random, 0, 4) == 0)
        g_string_append_printf (text, "%s ", telling[g_rand_int_range (random, 0, G_N_ELEMENTS (telling))]);
    }
  return text;
}

static gboolean
on_statement (EntStatement *statement,
              gpointer      data)
{
  g_ptr_array_add (data, statement);
  return TRUE;
}

static void
on_failure (const char   *file,
            const GError *error,
            gpointer      data)
{
  g_printerr ("bench-parse: %s: %s\n", file, error->message);
}

static GPtrArray *
collect (const char *path,
         guint       megabytes,
         guint32     seed)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_statement_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  EntReadOptions options = { .stream = FALSE };

  if (path != NULL)
    {
      ent_reader_read_path (path, &options, on_statement, on_failure, statements, NULL);
      return statements;
    }
  for (gsize bytes = 0; bytes < (gsize) megabytes * 1000000;)
    {
      g_autofree char *id = g_strdup_printf ("s%u", statements->len);
      GString *text = generate (random);

      bytes += text->len;
      g_ptr_array_add (statements, statement_new (text, id));
    }
  return statements;
}

static void
measure (const EntParser *parser,
         GPtrArray       *statements,
         EntParseDepth    depth,
         const char      *name)
{
  double start = now_ms ();
  double ms;
  gsize bytes = 0;
  gsize n_timexes = 0;
  gsize n_mentions = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (EntParsed) parsed = ent_parser_parse (parser, statements->pdata[i], depth);
      gsize length;

      ent_statement_get_text (parsed->statement, &length);
      bytes += length;
      n_timexes += parsed->timexes->len;
      n_mentions += parsed->mentions->len;
    }
  ms = now_ms () - start;
  printf ("{\"bench\":\"%s\",\"statements\":%u,\"bytes\":%zu,\"timexes\":%zu,\"mentions\":%zu,\"ms\":%.1f,"
          "\"megabytes_per_second\":%.1f}\n",
          name, statements->len, bytes, n_timexes, n_mentions, ms, (double) bytes / 1e3 / ms);
}

static double
time_odd_text (const EntParser *parser,
               const OddText   *odd,
               gsize            bytes)
{
  GString *text = g_string_sized_new (bytes + 64);
  g_autoptr (EntStatement) statement = NULL;
  double start;

  while (text->len < bytes)
    g_string_append (text, odd->words);
  statement = statement_new (text, odd->name);
  start = now_ms ();
  ent_parsed_free (ent_parser_parse (parser, statement, ENT_PARSE_EVENTS));
  return now_ms () - start;
}

static gboolean
measure_growth (const EntParser *parser,
                const OddText   *odd)
{
  double once = time_odd_text (parser, odd, ODD_BYTES);
  double grown = time_odd_text (parser, odd, ODD_BYTES * GROWTH);
  double growth = grown / GROWTH / MAX (once, 1.0);

  printf ("{\"bench\":\"growth\",\"text\":\"%s\",\"bytes\":%d,\"ms\":%.1f,\"grown_ms\":%.1f,\"growth\":%.2f}\n", odd->name,
          ODD_BYTES, once, grown, growth);
  fflush (stdout);
  return growth <= MAX_GROWTH;
}

int
main (int    argc,
      char **argv)
{
  int megabytes = 5;
  int seed = 1;
  const GOptionEntry entries[] = {
    { "megabytes", 0, 0, G_OPTION_ARG_INT, &megabytes, "How much text to make up", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Which text to make up", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[STATEMENTS.jsonl]");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntParser) parser = NULL;
  g_autoptr (GPtrArray) statements = NULL;
  gboolean linear = TRUE;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("bench-parse: %s\n", error->message);
      return 2;
    }
  parser = load_parser ();
  statements = collect (argc > 1 ? argv[1] : NULL, (guint) megabytes, (guint32) seed);
  measure (parser, statements, ENT_PARSE_STATEMENT, "statement");
  measure (parser, statements, ENT_PARSE_DATES, "dates");
  measure (parser, statements, ENT_PARSE_EVENTS, "events");
  for (gsize i = 0; i < G_N_ELEMENTS (odd_texts); i++)
    linear &= measure_growth (parser, &odd_texts[i]);
  return linear ? 0 : 1;
}
