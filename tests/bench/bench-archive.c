/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures an archive of made-up statements: how long it takes to open it, to the first frame of its timeline, and to
 * search it. Prints one line of JSON; times are of the processor. The file is made anew unless --keep names one that is
 * there. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-folder.h"
#include "draw/draw-scene.h"
#include "layout/scene-basis.h"
#include "model/archive-edit.h"
#include "model/archive-private.h"
#include "model/archive-search.h"

#define N_WORDS 4000
#define N_LETTERS 1200
#define FIRST_IDEOGRAPH 0x4E00
#define STATEMENTS_A_CHANGE 2000

typedef struct
{
  EntArchive *archive;
  EntVocabulary *vocabulary;
  EntParser *parser;
  GRand *random;
  char *words[N_WORDS];
  guint events_a_statement;
} Bench;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
wall_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static void
load_parser (Bench *self)
{
  g_autofree char *words = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  g_autofree char *languages = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "languages", NULL);
  g_autoptr (GError) error = NULL;

  self->vocabulary = ent_vocabulary_load ((const char *[]) { words, NULL }, &error);
  self->parser = self->vocabulary != NULL
                   ? ent_parser_new (self->vocabulary, (const char *[]) { languages, NULL }, &error)
                   : NULL;
  if (self->parser == NULL)
    g_error ("%s", error->message);
}

static void
make_words (Bench *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    {
      GString *word = g_string_new (NULL);
      int n = g_rand_int_range (self->random, 2, 9);

      for (int j = 0; j < n; j++)
        g_string_append_c (word, (char) ('a' + g_rand_int_range (self->random, 0, 26)));
      self->words[i] = g_string_free (word, FALSE);
    }
}

/* Few words are common, most are rare. */
static guint
draw_rank (Bench *self,
           guint  n)
{
  double u = g_rand_double (self->random);

  return (guint) (u * u * u * n);
}

static void
append_sentence (Bench    *self,
                 GString  *text,
                 gboolean  is_chinese)
{
  int n = g_rand_int_range (self->random, 12, 30);

  for (int i = 0; i < n; i++)
    if (is_chinese)
      g_string_append_unichar (text, FIRST_IDEOGRAPH + draw_rank (self, N_LETTERS));
    else
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", self->words[draw_rank (self, N_WORDS)]);
  g_string_append (text, is_chinese ? "。" : ". ");
}

static void
add_mention (Bench     *self,
             EntParsed *parsed,
             EntSpan    evidence)
{
  EntMention mention;
  EntTopicSpan topic = { .span = evidence, .speaker = ENT_ACTOR_NONE };

  ent_mention_init (&mention);
  mention.date = ent_edtf_day (ent_day_from_ymd (1950, 1, 1) + g_rand_int_range (self->random, 0, 75 * 365));
  mention.kind = (EntKind) g_rand_int_range (self->random, 0, ENT_N_KINDS);
  mention.role = g_rand_int_range (self->random, 0, 3) == 0 ? ENT_ROLE_REPORTS : ENT_ROLE_MENTIONS;
  topic.topic = (guint8) g_rand_int_range (self->random, 0, (gint32) ent_vocabulary_get_n_topics (self->vocabulary));
  mention.topics = G_GUINT64_CONSTANT (1) << topic.topic;
  for (guint i = 0; i < 2; i++)
    ent_mention_add_actor (&mention, (guint16) g_rand_int_range (self->random, 0, 60));
  g_array_append_val (mention.evidence, evidence);
  g_array_append_val (mention.topic_spans, topic);
  g_array_append_val (parsed->mentions, mention);
}

static void
add_statement (Bench  *self,
               guint   number,
               gint64  group)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *id = g_strdup_printf ("s%u", number);
  gboolean is_chinese = number % 2 == 0;
  EntStatementInfo info = { .id = id, .issuer = (char *) (is_chinese ? "CN" : "US"), .kind = ENT_STATEMENT_READOUT,
                            .date = ent_edtf_day (7300 + (EntDay) (number % 10000)),
                            .date_basis = ENT_DATE_BASIS_METADATA };
  g_autoptr (EntParsed) parsed = g_new0 (EntParsed, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 row;

  parsed->timexes = g_array_new (FALSE, TRUE, sizeof (EntTimex));
  parsed->mentions = g_array_new (FALSE, TRUE, sizeof (EntMention));
  g_array_set_clear_func (parsed->mentions, (GDestroyNotify) ent_mention_clear);
  parsed->n_timexes = (guint) g_rand_int (self->random) % 100000;
  for (guint i = 0; i < self->events_a_statement; i++)
    {
      EntSpan span = { (guint32) text->len, 0 };

      append_sentence (self, text, is_chinese);
      span.end = (guint32) text->len;
      add_mention (self, parsed, span);
    }
  bytes = g_bytes_new (text->str, text->len);
  parsed->statement = ent_statement_new (bytes, &info, NULL, 0);
  if (!ent_archive_insert_statement (self->archive, parsed->statement, id, group, 0, &row, &error)
      || !ent_archive_put_parse (self->archive, row, parsed, "bench", &error))
    g_error ("%s", error->message);
}

static void
fill (Bench *self,
      guint  n_statements)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_statements; i += STATEMENTS_A_CHANGE)
    {
      gint64 group;

      if (!ent_archive_begin (self->archive, &error)
          || (group = ent_archive_log_group (self->archive, "import", NULL, n_statements, &error)) == 0)
        g_error ("%s", error->message);
      for (guint j = i; j < MIN (i + STATEMENTS_A_CHANGE, n_statements); j++)
        add_statement (self, j, group);
      if (!ent_archive_bump_generation (self->archive, &error) || !ent_archive_commit (self->archive, &error))
        g_error ("%s", error->message);
    }
}

static void
open_archive (Bench      *self,
              const char *path)
{
  g_autoptr (GError) error = NULL;

  self->archive = ent_archive_open (path, self->parser, ENT_ARCHIVE_OPEN_WRITE | ENT_ARCHIVE_OPEN_CREATE, &error);
  if (self->archive == NULL)
    g_error ("%s", error->message);
}

static EntEventStore *
load (Bench *self)
{
  g_autoptr (GError) error = NULL;
  EntEventStore *store = ent_archive_load (self->archive, 0, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

static void
draw_first_frame (EntFilterIndex *index,
                  EntText        *text)
{
  g_autoptr (EntFilter) filter = ent_filter_new ();
  g_autoptr (EntRowSet) rows = ent_filter_index_run (index, filter);
  g_autoptr (EntSceneBasis) basis = ent_scene_basis_new_after (NULL, index, filter, rows, ENT_LANES_TOPIC);
  EntSceneRequest request = {
    .index = index,
    .filter = filter,
    .rows = rows,
    .scale = ent_time_scale_fit (basis->first, basis->last, 1400.0, 24.0),
    .width = 1600,
    .height = 900,
    .lanes = ENT_LANES_TOPIC,
    .selected = ENT_ROW_NONE,
    .today = ent_day_from_ymd (2020, 1, 1),
    .overview = TRUE,
    .measure = ent_text_get_measure (text),
    .basis = basis,
  };
  g_autoptr (EntScene) scene = ent_scene_new (&request);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1600, 900);
  cairo_t *cr = cairo_create (surface);

  ent_draw_scene (cr, scene, ent_style_get (ENT_THEME_LIGHT), text);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
search (Bench         *self,
        EntEventStore *store)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) event_times = g_array_new (FALSE, FALSE, sizeof (double));
  gsize n_found = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *word = g_strdup (self->words[draw_rank (self, N_WORDS)]);
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (EntSearchQuery) query = NULL;
      g_autoptr (EntRowSet) found = NULL;
      g_autoptr (EntRowSet) rows = NULL;
      double begin, between, took;

      if (i % 3 == 0)
        for (guint j = 0; j < 2; j++)
          g_string_append_unichar (typed, FIRST_IDEOGRAPH + draw_rank (self, N_LETTERS));
      else if (i % 3 == 1)
        g_string_append_printf (typed, "%s %s", word, self->words[draw_rank (self, N_WORDS)]);
      else
        g_string_append_printf (typed, "%.3s*", word);
      begin = now_ms ();
      query = ent_search_query_new (typed->str);
      found = ent_archive_search_statements (self->archive, store, query, NULL);
      between = now_ms ();
      rows = ent_archive_search_events (self->archive, store, query, NULL);
      took = now_ms () - between;
      between -= begin;
      n_found += ent_row_set_get_count (found) + ent_row_set_get_count (rows);
      if (i == 0)
        {
          g_print (",\"first_search_ms\":%.1f", between + took);
          continue;
        }
      g_array_append_val (times, between);
      g_array_append_val (event_times, took);
    }
  g_array_sort (times, compare_times);
  g_array_sort (event_times, compare_times);
  g_print (",\"search_ms\":{\"median\":%.2f,\"p95\":%.2f}", g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100));
  g_print (",\"search_events_ms\":{\"median\":%.2f,\"p95\":%.2f},\"found\":%" G_GSIZE_FORMAT,
           g_array_index (event_times, double, event_times->len / 2),
           g_array_index (event_times, double, event_times->len * 95 / 100),
           n_found);
}

/* Parts of words, as one types them that stand in the middle of others. */
static void
search_parts (Bench         *self,
              EntEventStore *store)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gsize n_found = 0;

  for (guint i = 0; i < 60; i++)
    {
      const char *word = self->words[draw_rank (self, N_WORDS)];
      g_autofree char *part = g_strndup (word + (strlen (word) > 3), 3);
      g_autoptr (EntSearchQuery) query = ent_search_query_new (part);
      g_autoptr (EntRowSet) rows = NULL;
      double begin = now_ms (), took;

      for (guint j = 0; j < query->terms->len; j++)
        g_array_index (query->terms, EntSearchTerm, j).part = TRUE;
      rows = ent_archive_search_events (self->archive, store, query, NULL);
      took = now_ms () - begin;
      n_found += ent_row_set_get_count (rows);
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare_times);
  g_print (",\"search_parts_ms\":{\"median\":%.2f,\"p95\":%.2f},\"found_parts\":%" G_GSIZE_FORMAT,
           g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len * 95 / 100),
           n_found);
}

/* A change and the store that shows it, as after each key of a review. */
static void
edit (Bench         *self,
      EntEventStore *store)
{
  const EntEventValue value = { ENT_EDITED_TITLE, "Another title" };
  g_autoptr (GError) error = NULL;
  double begin = now_ms (), edited;

  if (!ent_archive_edit_event (self->archive, ent_event_store_get_id (store, 0), &value, 1, NULL, &error))
    g_error ("%s", error->message);
  edited = now_ms ();
  ent_event_store_unref (load (self));
  g_print (",\"edit_ms\":%.2f,\"after_edit_ms\":%.1f", edited - begin, now_ms () - edited);
  ent_archive_undo (self->archive, NULL);
}

static void
measure (Bench      *self,
         const char *path,
         gboolean    with_search)
{
  EntText *text = ent_text_new (NULL, 0.0, 1.0);
  double begin, opened, loaded, wall;

  for (guint role = 0; role < ENT_N_TEXT_ROLES; role++)
    ent_text_get_layout (text, (EntTextRole) role, "Text 文字");
  begin = now_ms ();
  wall = wall_ms ();
  open_archive (self, path);
  opened = now_ms ();
  g_autoptr (EntEventStore) store = load (self);
  loaded = now_ms ();
  g_autoptr (EntFilterIndex) index = ent_filter_index_new (store);
  draw_first_frame (index, text);
  g_print ("{\"statements\":%u,\"events\":%u,\"open_ms\":%.1f,\"load_ms\":%.1f,\"first_frame_ms\":%.1f,\"wall_ms\":%.1f",
           ent_event_store_get_n_statements (store), ent_event_store_get_n_events (store), opened - begin,
           loaded - opened, now_ms () - begin, wall_ms () - wall);
  if (with_search)
    {
      begin = now_ms ();
      ent_archive_prepare_search (self->archive, store);
      g_print (",\"prepare_search_ms\":%.1f", now_ms () - begin);
      search (self, store);
      search_parts (self, store);
    }
  edit (self, store);
  g_print ("}\n");
  ent_text_free (text);
}

int
main (int    argc,
      char **argv)
{
  int n_statements = 10000, n_events = 4;
  g_autofree char *keep = NULL;
  gboolean with_search = FALSE;
  const GOptionEntry entries[] = {
    { "statements", 0, 0, G_OPTION_ARG_INT, &n_statements, "How many statements", "N" },
    { "events", 0, 0, G_OPTION_ARG_INT, &n_events, "Events a statement", "N" },
    { "search", 0, 0, G_OPTION_ARG_NONE, &with_search, "Search too", NULL },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, "The archive, which is made if it is missing and kept", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Bench self = { .random = g_rand_new_with_seed (1) };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || n_statements < 1 || n_events < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-archive: wrong number");
      return 2;
    }
  path = keep != NULL ? g_strdup (keep) : bench_folder_make_file ("bench.entente");
  self.events_a_statement = (guint) n_events;
  load_parser (&self);
  make_words (&self);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      double begin = now_ms ();

      open_archive (&self, path);
      fill (&self, (guint) n_statements);
      ent_event_store_unref (load (&self));
      g_printerr ("made in %.0f ms\n", now_ms () - begin);
      if (with_search)
        {
          ent_archive_rebuild_index (self.archive, NULL);
          g_printerr ("and searchable in %.0f ms\n", now_ms () - begin);
        }
      g_clear_pointer (&self.archive, ent_archive_unref);
    }
  measure (&self, path, with_search);
  ent_archive_unref (self.archive);
  bench_folder_remove ();
  for (guint i = 0; i < N_WORDS; i++)
    g_free (self.words[i]);
  ent_parser_unref (self.parser);
  ent_vocabulary_unref (self.vocabulary);
  g_rand_free (self.random);
  return EXIT_SUCCESS;
}
