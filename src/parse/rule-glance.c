/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/rule-glance.h"

#include "parse/rule-set-private.h"

/* What a class may be at. */
typedef struct
{
  EntRuleReach reach; /* where its words may begin */
  guint32 lengths;    /* a bit for each number of words, up to the depth */
  gboolean is_named;  /* whether any program asks for it so early */
} Class;

typedef struct
{
  EntRuleGlance *glance;
  const EntRuleSet *rules;
  EntRuleReach *of_symbols; /* by symbol */
  guint8 *known;            /* by symbol: whether any program knows it */
  Class *classes;           /* by class */
  guint32 *seen;            /* by step of a program: a bit for each place where it was visited */
} Builder;

/* The program being looked at. */
typedef struct
{
  const EntProgramStep *steps;
  guint group;
  gboolean opening; /* whether its first token begins a sentence */
} Program;

static void visit (Builder *builder,
                   const Program *program,
                   guint32 index,
                   guint place);

static void
note (EntRuleReach  *reach,
      const Program *program,
      guint          place)
{
  guint at = place == 0 && program->opening ? ENT_GLANCE_OPENING : place;

  reach->may[at].bits[program->group / 64] |= G_GUINT64_CONSTANT (1) << (program->group % 64);
}

static void
visit_class (Builder       *builder,
             const Program *program,
             guint32        index,
             guint          place)
{
  Class *class = &builder->classes[program->steps[index].a];

  class->is_named = TRUE;
  note (&class->reach, program, place);
  note (&builder->glance->classes, program, place);
  for (guint n = 1; place + n < ENT_GLANCE_DEPTH; n++)
    if (class->lengths >> n & 1)
      visit (builder, program, index + 1, place + n);
}

/* The looks of tokens that a step takes whatever their word. */
static guint
get_shapes (EntStepKind kind)
{
  static const guint8 shapes[] = {
    [ENT_STEP_WORD] = 1 << ENT_SHAPE_SMALL | 1 << ENT_SHAPE_CAPITAL | 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_CAPITAL] = 1 << ENT_SHAPE_CAPITAL | 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_UPPERCASE] = 1 << ENT_SHAPE_UPPERCASE,
    [ENT_STEP_RANGE] = 1 << ENT_SHAPE_NUMBER,
    [ENT_STEP_NUMBER] = 1 << ENT_SHAPE_NUMBER,
    [ENT_STEP_IDEOGRAPH] = 1 << ENT_SHAPE_IDEOGRAPH,
    [ENT_STEP_PUNCT] = 1 << ENT_SHAPE_PUNCT,
    [ENT_STEP_ANY] = (1 << ENT_N_SHAPES) - 1,
  };

  return shapes[kind];
}

/* What is over may be followed by anything. */
static void
visit_end (Builder       *builder,
           const Program *program,
           guint          place)
{
  for (; place > 0 && place < ENT_GLANCE_DEPTH; place++)
    {
      note (&builder->glance->end, program, place);
      for (guint shape = 0; shape < ENT_N_SHAPES; shape++)
        note (&builder->glance->shapes[shape], program, place);
    }
}

static void
visit_token (Builder       *builder,
             const Program *program,
             guint32        index,
             guint          place)
{
  const EntProgramStep *step = &program->steps[index];
  guint shapes;

  if (step->kind == ENT_STEP_CLASS || step->kind == ENT_STEP_CLASS_VALUE)
    {
      visit_class (builder, program, index, place);
      return;
    }
  if (step->kind == ENT_STEP_SYMBOL)
    {
      note (&builder->of_symbols[step->a], program, place);
      builder->known[step->a] = TRUE;
    }
  shapes = get_shapes (step->kind);
  for (guint shape = 0; shape < ENT_N_SHAPES; shape++)
    if (shapes >> shape & 1)
      note (&builder->glance->shapes[shape], program, place);
  if (place + 1 < ENT_GLANCE_DEPTH)
    visit (builder, program, index + 1, place + 1);
}

/* Goes on from a step that stands before the token of a place. What looks at a token is taken to let it pass, but for
 * what begins a sentence: nothing but its first token does. */
static void
visit (Builder       *builder,
       const Program *program,
       guint32        index,
       guint          place)
{
  const EntProgramStep *step = &program->steps[index];

  if (builder->seen[index] >> place & 1)
    return;
  builder->seen[index] |= 1u << place;
  if (step->kind < ENT_STEP_START)
    visit_token (builder, program, index, place);
  else if (step->kind == ENT_STEP_MATCH)
    visit_end (builder, program, place);
  else if (step->kind == ENT_STEP_JUMP || step->kind == ENT_STEP_SPLIT || step->kind == ENT_STEP_NOT)
    visit (builder, program, step->a, place);
  else if (step->kind != ENT_STEP_START || (place == 0 && program->opening))
    visit (builder, program, index + 1, place);
  if (step->kind == ENT_STEP_SPLIT)
    visit (builder, program, step->b, place);
}

static void
visit_programs (Builder *builder)
{
  const GPtrArray *programs = builder->rules->programs;

  for (guint i = 0; i < programs->len; i++)
    for (gboolean opening = FALSE; opening <= TRUE; opening++)
      {
        const EntProgram *program = programs->pdata[i];
        Program visited = { (const EntProgramStep *) (gconstpointer) program->steps->data, i % ENT_GLANCE_GROUPS,
                            opening };

        memset (builder->seen, 0, program->steps->len * sizeof *builder->seen);
        visit (builder, &visited, 0, 0);
      }
}

static void
note_lengths (Builder *builder)
{
  const GArray *terms = builder->rules->terms;

  for (guint i = 0; i < terms->len; i++)
    {
      const EntRuleTerm *term = &g_array_index (terms, EntRuleTerm, i);

      if (term->length < ENT_GLANCE_DEPTH)
        builder->classes[term->class_id].lengths |= 1u << term->length;
    }
}

static void
join_groups (EntRuleReach       *reach,
             guint               place,
             const EntRuleReach *class,
             guint               class_place)
{
  for (guint i = 0; i < ENT_GLANCE_NUMBERS; i++)
    reach->may[place].bits[i] |= class->may[class_place].bits[i];
}

/* The words of a class may stand wherever it may, those behind the first so much later. */
static void
visit_terms (Builder *builder)
{
  const GArray *terms = builder->rules->terms;

  for (guint i = 0; i < terms->len; i++)
    {
      const EntRuleTerm *term = &g_array_index (terms, EntRuleTerm, i);
      const EntRuleReach *class = &builder->classes[term->class_id].reach;

      if (!builder->classes[term->class_id].is_named)
        continue;
      for (guint32 word = 0; word < MIN (term->length, ENT_GLANCE_DEPTH); word++)
        {
          guint32 symbol = g_array_index (builder->rules->symbols, guint32, term->offset + word);
          EntRuleReach *reach = &builder->of_symbols[symbol];

          builder->known[symbol] = TRUE;
          for (guint place = 0; place + word < ENT_GLANCE_DEPTH; place++)
            join_groups (reach, place + word, class, place);
          join_groups (reach, word == 0 ? ENT_GLANCE_OPENING : word, class, ENT_GLANCE_OPENING);
        }
    }
}

static guint
hash_reach (gconstpointer data)
{
  const EntRuleReach *reach = data;
  guint64 hash = 0;

  for (guint place = 0; place < ENT_GLANCE_PLACES; place++)
    for (guint i = 0; i < ENT_GLANCE_NUMBERS; i++)
      hash = (hash ^ hash >> 29 ^ reach->may[place].bits[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint) (hash >> 32);
}

static gboolean
equal_reaches (gconstpointer a,
               gconstpointer b)
{
  return memcmp (a, b, sizeof (EntRuleReach)) == 0;
}

/* Leaves each reach once, so that those asked for stay at hand. */
static void
sort_reaches (Builder *builder)
{
  EntRuleGlance *glance = builder->glance;
  g_autoptr (GHashTable) numbers = g_hash_table_new (hash_reach, equal_reaches);
  EntRuleReach none = { 0 };

  g_array_append_val (glance->reaches, none);
  /* A word that the lexicon cannot hold has the first symbol, which is that of one that nothing knows. */
  for (guint32 symbol = 1; symbol < glance->n_symbols; symbol++)
    {
      EntRuleReach *reach = &builder->of_symbols[symbol];
      gpointer number;

      if (!builder->known[symbol])
        continue;
      if (!g_hash_table_lookup_extended (numbers, reach, NULL, &number))
        {
          number = GUINT_TO_POINTER (glance->reaches->len);
          g_hash_table_insert (numbers, reach, number);
          g_array_append_val (glance->reaches, *reach);
        }
      glance->of_symbols[symbol] = GPOINTER_TO_UINT (number);
    }
}

/**
 * ent_rule_glance_new:
 * @rules: a set whose programs and terms are made; may be freed before the glance is
 *
 * Returns: (transfer full): what a few tokens tell of its matches
 */
EntRuleGlance *
ent_rule_glance_new (const EntRuleSet *rules)
{
  EntRuleGlance *glance = g_new0 (EntRuleGlance, 1);
  g_autofree EntRuleReach *of_symbols = NULL;
  g_autofree guint8 *known = NULL;
  g_autofree Class *classes = g_new0 (Class, rules->classes->len);
  g_autofree guint32 *seen = g_new (guint32, ENT_PROGRAM_MAX_STEPS + 1);
  Builder builder = { .glance = glance, .rules = rules, .classes = classes, .seen = seen };

  glance->n_symbols = ent_lexicon_get_n (rules->lexicon);
  glance->of_symbols = g_new0 (guint32, glance->n_symbols);
  glance->reaches = g_array_new (FALSE, FALSE, sizeof (EntRuleReach));
  builder.known = known = g_new0 (guint8, glance->n_symbols);
  builder.of_symbols = of_symbols = g_new0 (EntRuleReach, glance->n_symbols);
  note_lengths (&builder);
  visit_programs (&builder);
  visit_terms (&builder);
  sort_reaches (&builder);
  return glance;
}

/**
 * ent_rule_glance_free:
 * @glance: (nullable): a glance
 */
void
ent_rule_glance_free (EntRuleGlance *glance)
{
  if (glance == NULL)
    return;
  g_free (glance->of_symbols);
  g_array_unref (glance->reaches);
  g_free (glance);
}
