/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/rule-set.h"

typedef struct
{
  EntLexicon *lexicon;
  EntRuleSet *rules;
  EntTokens tokens;
  EntChart chart;
} Engine;

static gboolean
engine_init (Engine      *engine,
             const char  *text,
             GError     **error)
{
  engine->lexicon = ent_lexicon_new ();
  engine->rules = ent_rule_set_new (engine->lexicon);
  ent_tokens_init (&engine->tokens);
  ent_chart_init (&engine->chart);
  return ent_rule_set_load_text (engine->rules, text, strlen (text), "test.rules", error)
         && ent_rule_set_compile (engine->rules, error);
}

static void
engine_clear (Engine *engine)
{
  ent_chart_clear (&engine->chart);
  ent_tokens_clear (&engine->tokens);
  ent_rule_set_free (engine->rules);
  ent_lexicon_free (engine->lexicon);
}

static void
engine_read (Engine     *engine,
             const char *text)
{
  ent_tokens_scan (&engine->tokens, engine->lexicon, text, strlen (text));
  ent_chart_reset (&engine->chart, &engine->tokens);
  ent_rule_set_find_terms (engine->rules, &engine->chart);
}

static gboolean
engine_match (Engine       *engine,
              guint32       first,
              guint32       end,
              EntRuleMatch *match)
{
  g_autoptr (EntRuleSearch) search = ent_rule_set_begin_search (engine->rules, &engine->chart);

  return ent_rule_search_enter (search, first, end, ENT_ALL_CONDITIONS) && ent_rule_search_match (search, first, match);
}

/* Every match from left to right as "rule(words)", with the captures. */
static char *
engine_run (Engine     *engine,
            const char *text)
{
  GString *out = g_string_new (NULL);
  EntRuleMatch match;

  engine_read (engine, text);
  for (guint32 i = 0; i < engine->tokens.n_tokens;)
    {
      gsize sentence = ent_tokens_get_sentence (&engine->tokens, i);
      const EntToken *tokens = engine->tokens.tokens;

      if (!engine_match (engine, i, engine->tokens.sentences[sentence].end, &match))
        {
          i++;
          continue;
        }
      g_string_append_printf (out, "%s%s(%.*s", out->len > 0 ? " " : "",
                              ent_rule_set_get_rule_name (engine->rules, match.rule),
                              (int) (tokens[match.end - 1].end - tokens[match.first].start),
                              text + tokens[match.first].start);
      for (guint c = 0; c < ENT_MAX_CAPTURES; c++)
        if (match.captures[c].first != ENT_CAPTURE_NONE)
          {
            const EntCapture *capture = &match.captures[c];
            const char *value = capture->class_id != 0
                                  ? ent_rule_set_get_value (engine->rules, capture->class_id, capture->value)
                                  : NULL;

            if (value != NULL)
              g_string_append_printf (out, " %u=%s", c, value);
            else
              g_string_append_printf (out, " %u=#%u", c, capture->value);
          }
      g_string_append_c (out, ')');
      i = match.end;
    }
  return g_string_free (out, FALSE);
}

static const char notation[] = "# months and days\n"
                               "class MONTH\n"
                               "  january | jan = 1\n"
                               "  april | apr. = 4   # with a full stop\n"
                               "  may = 5\n"
                               "class ZH\n"
                               "  本月 = this\n"
                               "pattern day = [1-31]:day\n"
                               "  (~ (st | nd | rd | th))?\n"
                               "\n"
                               "rule day-month\n"
                               "  match MONTH:month {day} (\",\" [#4 1000-2999]:year)?\n"
                               "  match {day} MONTH:month\n"
                               "  give type = DATE\n"
                               "rule iso\n"
                               "  match [#4 1000-2999]:year ~ \"-\" ~ [#2 1-12]:month ~ \"-\" ~ [#2 1-31]:day\n"
                               "  give type = DATE\n"
                               "rule zh\n"
                               "  match ZH:z [1-31]:d 日\n"
                               "rule many\n"
                               "  match go (very){2,3} far\n"
                               "rule far\n"
                               "  match @start no !MONTH=4 @word:w @end\n"
                               "rule loop\n"
                               "  match loop (a* b?)* stop\n"
                               "rule lazy\n"
                               "  match from @any*?:x to @cap:y\n";

static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  { "on April 2, 2024 and", "day-month(April 2, 2024 0=4 1=#2 2=#2024)" },
  { "on 2nd apr. and Jan 31st", "day-month(2nd apr. 0=4 1=#2) day-month(Jan 31st 0=1 1=#31)" },
  { "April 32", "" },
  { "April 2, 24", "day-month(April 2 0=4 1=#2)" },
  { "2024-04-02 but 2024 -04-02", "iso(2024-04-02 0=#2024 1=#4 2=#2)" },
  { "二 本月2日", "zh(本月2日 0=this 1=#2)" },
  { "go very far, go very very far, go very very very very far", "many(go very very far)" },
  { "No idea.", "" },
  { "No idea", "far(No idea 0=#0)" },
  { "No April", "" },
  { "so no idea", "" },
  { "loop a a b a stop", "loop(loop a a b a stop)" },
  { "from here or there to Rome to Paris", "lazy(from here or there to Rome to Paris 0=#0 1=#0)" },
  { "April. 2 is next", "" },
};

static void
test_cases (void)
{
  g_autoptr (GError) error = NULL;
  Engine engine;

  g_assert_true (engine_init (&engine, notation, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = engine_run (&engine, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
  engine_clear (&engine);
}

#define FIFTY_LETTERS "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
#define LONG_WORD FIFTY_LETTERS FIFTY_LETTERS

static const struct
{
  const char *text;
  const char *message; /* how it begins */
} mistakes[] = {
  { "clas X\n", "test.rules:1: a line at the margin" },
  { "class x\n", "test.rules:1: a class's name is in capitals" },
  { "  lost\n", "test.rules:1: an indented line belongs to nothing" },
  { "class A\n  a |  = 1\n", "test.rules:2: a word of the class is empty" },
  { "class A\n  a | \"b\"\n", "test.rules:2: words of a class stand without quotation marks" },
  { "class A\n  a\n  " LONG_WORD "\n", "test.rules:3: nothing in a text can be this word" },
  { "rule r\n  match a " LONG_WORD "\n", "test.rules:2: nothing in a text can be this word" },
  { "rule r\n  match A\n", "test.rules:2: no such class" },
  { "rule r\n  match {p}\n", "test.rules:2: no such pattern" },
  { "rule r\n  match a\n\n  match (b\n", "test.rules:4: a closing parenthesis is missing" },
  { "rule r\n  match a)\n", "test.rules:2: what follows is not in the notation" },
  { "rule r\n  match \"a\n", "test.rules:2: a quotation mark is missing" },
  { "rule r\n  match [5-1]\n", "test.rules:2: a range of numbers" },
  { "rule r\n  match a{3,2}\n", "test.rules:2: a repetition is written" },
  { "rule r\n  match @nothing\n", "test.rules:2: no such kind of token" },
  { "rule r\n  match a |\n", "test.rules:2: a pattern is empty" },
  { "rule r\n  give a b\n", "test.rules:2: a give line is written" },
  { "rule r\n  mach a\n", "test.rules:2: a rule's line begins with" },
  { "rule r\n", "test.rules:1: the rule “r” has no match line" },
  { "rule r\n  match a\nrule r\n  match b\n", "test.rules:3: the file has a rule of this name" },
  { "pattern p = {p}\nrule r\n  match {p}\n", "test.rules:3: " },
  { "class A\n  a = 1\nrule r\n  match A=2\n", "test.rules:4: the class has no such value" },
  { "rule r\n  match \xFF\n", "test.rules:2: the line is not UTF-8" },
  { "rule r\n  match ((((a{64}){64}){64}){64})\n", "test.rules:2: the patterns give more than" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      Engine engine;

      g_assert_false (engine_init (&engine, mistakes[i].text, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == ENT_RULE_ERROR);
      if (!g_str_has_prefix (error->message, mistakes[i].message))
        g_error ("case %u: “%s” does not begin with “%s”", i, error->message, mistakes[i].message);
      engine_clear (&engine);
    }
}

/* A later file adds to classes and replaces rules by name. */
static void
test_override (void)
{
  const char *more = "class MONTH\n  wonnemonat = 5\nrule iso\n  match never\n";
  g_autofree char *found = NULL;
  Engine engine;

  g_assert_true (engine_init (&engine, notation, NULL));
  g_assert_true (ent_rule_set_load_text (engine.rules, more, strlen (more), "user.rules", NULL));
  g_assert_true (ent_rule_set_compile (engine.rules, NULL));
  found = engine_run (&engine, "3 Wonnemonat 2024-04-02");
  g_assert_cmpstr (found, ==, "day-month(3 Wonnemonat 0=5 1=#3)");
  engine_clear (&engine);
}

/* Edges that a stage adds are taken like terms. */
static void
test_edges (void)
{
  const char *text = "class ACTOR\nrule r\n  match ACTOR:a met ACTOR:b\n";
  guint32 actor;
  EntRuleMatch match;
  Engine engine;

  g_assert_true (engine_init (&engine, text, NULL));
  actor = ent_rule_set_find_class (engine.rules, "ACTOR");
  engine_read (&engine, "President Xi met President Biden today");
  ent_chart_add (&engine.chart, 0, 2, actor, 7);
  ent_chart_add (&engine.chart, 3, 5, actor, 9);
  ent_chart_add (&engine.chart, 3, 4, actor, 8);
  g_assert_true (engine_match (&engine, 0, 6, &match));
  g_assert_cmpuint (match.end, ==, 5);
  g_assert_cmpuint (match.captures[0].value, ==, 7);
  g_assert_cmpuint (match.captures[1].value, ==, 9);
  g_assert_false (engine_match (&engine, 0, 3, &match));
  engine_clear (&engine);
}

/* A pattern that would take a backtracker without memory for ever. */
static void
test_bounded (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *found = NULL;
  Engine engine;

  g_assert_true (engine_init (&engine, "rule r\n  match (a* a* a* a*)* (a a? a*)* end\n", NULL));
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "a ");
  found = engine_run (&engine, text->str);
  g_assert_cmpstr (found, ==, "");
  engine_clear (&engine);
}

/* Far into a sentence, and across where a search goes on to its next stretch. */
static void
test_long_sentences (void)
{
  static const char rules[] = "rule far\n  match alpha (@word){0,61} omega\nrule near\n  match beta ~ \",\" gamma\n"
                              "rule last\n  match delta @end\nrule never\n  match alpha (@word){64} (so | omega)\n";
  Engine engine;
  GError *error = NULL;

  g_assert_true (engine_init (&engine, rules, &error));
  g_assert_no_error (error);
  for (guint before = 0; before < 200; before++)
    for (guint between = 58; between < 64; between++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (EntRuleSearch) search = NULL;
        EntRuleMatch match;
        guint32 end;

        for (guint i = 0; i < before; i++)
          g_string_append (text, "so ");
        g_string_append (text, "alpha ");
        for (guint i = 0; i < between; i++)
          g_string_append (text, "so ");
        g_string_append (text, "omega beta, gamma delta");
        engine_read (&engine, text->str);
        end = (guint32) engine.tokens.n_tokens;
        search = ent_rule_set_begin_search (engine.rules, &engine.chart);
        g_assert_true (ent_rule_search_enter (search, 0, end, ENT_ALL_CONDITIONS));
        if (between <= 61)
          {
            g_assert_true (ent_rule_search_next (search, 0, &match));
            g_assert_cmpuint (match.first, ==, before);
            g_assert_cmpuint (match.end, ==, before + between + 2);
          }
        else
          match.end = 0;
        g_assert_true (ent_rule_search_next (search, match.end, &match));
        g_assert_cmpstr (ent_rule_set_get_rule_name (engine.rules, match.rule), ==, "near");
        g_assert_cmpuint (match.end, ==, end - 1);
        g_assert_true (ent_rule_search_next (search, match.end, &match));
        g_assert_cmpuint (match.end, ==, end);
        g_assert_false (ent_rule_search_next (search, match.end, &match));
      }
  engine_clear (&engine);
}

/* What a match needs only behind more tokens than one may take. */
static void
test_too_far (void)
{
  static const char rules[] = "rule far\n  match (@word){64} omega\nrule near\n  match (@word){63} omega\n";
  Engine engine;
  GError *error = NULL;

  g_assert_true (engine_init (&engine, rules, &error));
  g_assert_no_error (error);
  for (guint before = 62; before < 66; before++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (guint i = 0; i < before; i++)
        g_string_append (text, "so ");
      g_string_append (text, "omega");
      found = engine_run (&engine, text->str);
      g_assert_cmpint (g_str_has_prefix (found, "near("), ==, before >= 63);
    }
  engine_clear (&engine);
}

/* Edges of terms are made when they are asked for: none that somebody holds moves by that, nor by what a stage adds
 * where there is room, and what is forgotten leaves those before it. */
static void
test_edges_when_asked_for (void)
{
  static const char rules[] = "class WORD\n  sun\n  sun and moon\nrule none\n  match never\n";
  Engine engine;
  GError *error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 class_id;
  const EntEdge *held;
  guint n = 0;

  g_assert_true (engine_init (&engine, rules, &error));
  g_assert_no_error (error);
  class_id = ent_rule_set_find_class (engine.rules, "WORD");
  for (guint i = 0; i < 300; i++)
    g_string_append (text, "sun and moon ");
  engine_read (&engine, text->str);

  held = ent_chart_find (&engine.chart, 0, class_id);
  for (guint32 at = 3; at < engine.tokens.n_tokens; at++)
    for (const EntEdge *edge = ent_chart_get_first (&engine.chart, at); edge != NULL;
         edge = ent_chart_get_next (&engine.chart, edge))
      n++;
  g_assert_cmpuint (n, ==, 2 * 299);
  g_assert_true (held == ent_chart_find (&engine.chart, 0, class_id));
  g_assert_cmpuint (held->end, ==, 3);

  /* What a stage adds stands among them by its length. */
  ent_chart_reset (&engine.chart, &engine.tokens);
  ent_rule_set_find_terms (engine.rules, &engine.chart);
  ent_chart_add (&engine.chart, 0, 2, class_id, 7);
  held = ent_chart_get_first (&engine.chart, 0);
  g_assert_cmpuint (held->end, ==, 3);
  held = ent_chart_get_next (&engine.chart, held);
  g_assert_cmpuint (held->value, ==, 7);
  held = ent_chart_get_next (&engine.chart, held);
  g_assert_cmpuint (held->end, ==, 1);
  g_assert_null (ent_chart_get_next (&engine.chart, held));

  ent_chart_forget (&engine.chart, 3, (guint32) engine.tokens.n_tokens);
  g_assert_null (ent_chart_get_first (&engine.chart, 3));
  g_assert_cmpuint (ent_chart_get_first (&engine.chart, 0)->end, ==, 3);
  engine_clear (&engine);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/rules/cases", test_cases);
  g_test_add_func ("/parse/rules/mistakes", test_mistakes);
  g_test_add_func ("/parse/rules/override", test_override);
  g_test_add_func ("/parse/rules/edges", test_edges);
  g_test_add_func ("/parse/rules/edges-when-asked-for", test_edges_when_asked_for);
  g_test_add_func ("/parse/rules/bounded", test_bounded);
  g_test_add_func ("/parse/rules/long-sentences", test_long_sentences);
  g_test_add_func ("/parse/rules/too-far", test_too_far);
  return g_test_run ();
}
