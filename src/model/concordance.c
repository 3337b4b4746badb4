/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/concordance.h"

#include "parse/sentence-span.h"

struct _EntConcordance
{
  EntEventStore *store;
  EntFormulaSet *set;
  GArray *statements; /* (element-type guint32): in the order of their dates */
  GArray *hits;       /* (element-type EntFormulaHit): by formula, then in the order of @statements */
  GArray *starts;     /* (element-type guint): by formula, the first of its hits; one more at the end */
};

static void
concordance_clear (gpointer data)
{
  EntConcordance *self = data;

  ent_event_store_unref (self->store);
  ent_formula_set_unref (self->set);
  g_array_unref (self->statements);
  g_array_unref (self->hits);
  g_array_unref (self->starts);
}

static const EntStatementInfo *
get_info (const EntEventStore *store,
          guint32              statement)
{
  return ent_statement_get_info (ent_event_store_get_statement (store, statement));
}

static gint
compare_statements (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  EntEdtf dates[2] = { get_info (data, x)->date, get_info (data, y)->date };
  /* Without a date it stands at the end. */
  EntDay days[2] = { ent_edtf_is_none (dates[0]) ? ENT_DAY_OPEN_END : ent_edtf_earliest (dates[0]),
                     ent_edtf_is_none (dates[1]) ? ENT_DAY_OPEN_END : ent_edtf_earliest (dates[1]) };

  if (days[0] != days[1])
    return days[0] < days[1] ? -1 : 1;
  return (x > y) - (x < y);
}

/* The hits of all statements, each formula's together; a stable count keeps the order of the statements. */
static void
sort_hits (EntConcordance *self,
           const GArray   *found)
{
  guint n = ent_formula_set_get_n (self->set);

  g_array_set_size (self->starts, n + 1);
  for (guint formula = 0; formula < n; formula++)
    {
      g_array_index (self->starts, guint, formula) = self->hits->len;
      for (guint i = 0; i < found->len; i++)
        {
          const EntFormulaHit *hit = &g_array_index (found, EntFormulaHit, i);

          if (hit->formula == formula)
            g_array_append_val (self->hits, *hit);
        }
    }
  g_array_index (self->starts, guint, n) = self->hits->len;
}

/**
 * ent_concordance_new:
 * @store: events and their statements
 * @set: formulas
 * @statements: (array length=n): numbers of the statements to look through
 * @n: how many
 * @cancellable: (nullable): to stop; what was found until then is what it holds
 *
 * Returns: (transfer full): where the formulas are used
 */
EntConcordance *
ent_concordance_new (EntEventStore *store,
                     EntFormulaSet *set,
                     const guint32 *statements,
                     guint          n,
                     GCancellable  *cancellable)
{
  g_return_val_if_fail (store != NULL && set != NULL && (statements != NULL || n == 0), NULL);

  EntConcordance *self = g_atomic_rc_box_new0 (EntConcordance);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EntFormulaHit));
  self->store = ent_event_store_ref (store);
  self->set = ent_formula_set_ref (set);
  self->statements = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->hits = g_array_new (FALSE, FALSE, sizeof (EntFormulaHit));
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint));
  if (n > 0)
    g_array_append_vals (self->statements, statements, n);
  g_array_sort_with_data (self->statements, compare_statements, store);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      guint32 number = g_array_index (self->statements, guint32, i);
      g_autoptr (GArray) hits = ent_formula_set_find (set, ent_event_store_get_statement (store, number));

      for (guint j = 0; j < hits->len; j++)
        g_array_index (hits, EntFormulaHit, j).statement = number;
      if (hits->len > 0)
        g_array_append_vals (found, hits->data, hits->len);
    }
  sort_hits (self, found);
  return self;
}

/**
 * ent_concordance_unref:
 * @concordance: (transfer full): a concordance
 */
void
ent_concordance_unref (EntConcordance *concordance)
{
  g_atomic_rc_box_release_full (concordance, concordance_clear);
}

/**
 * ent_concordance_get_store:
 * @concordance: a concordance
 *
 * Returns: (transfer none): the statements' store
 */
EntEventStore *
ent_concordance_get_store (const EntConcordance *concordance)
{
  g_return_val_if_fail (concordance != NULL, NULL);

  return concordance->store;
}

/**
 * ent_concordance_get_n_statements:
 * @concordance: a concordance
 *
 * Returns: how many statements were looked through
 */
guint
ent_concordance_get_n_statements (const EntConcordance *concordance)
{
  g_return_val_if_fail (concordance != NULL, 0);

  return concordance->statements->len;
}

/**
 * ent_concordance_get_hits:
 * @concordance: a concordance
 * @formula: number of a formula
 * @n: (out): how often it is used
 *
 * Returns: (transfer none) (array length=n): its uses, first in this collection first
 */
const EntFormulaHit *
ent_concordance_get_hits (const EntConcordance *concordance,
                          guint                 formula,
                          gsize                *n)
{
  g_return_val_if_fail (concordance != NULL && formula + 1 < concordance->starts->len && n != NULL, NULL);

  guint start = g_array_index (concordance->starts, guint, formula);
  *n = g_array_index (concordance->starts, guint, formula + 1) - start;
  return (const EntFormulaHit *) (gpointer) concordance->hits->data + start;
}

static gboolean
uses (const EntConcordance *self,
      guint                 formula,
      guint32               statement)
{
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (self, formula, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (hits[i].statement == statement)
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_concordance_count:
 * @concordance: a concordance
 * @formula: number of a formula
 *
 * Returns: how many statements use it
 */
guint
ent_concordance_count (const EntConcordance *concordance,
                       guint                 formula)
{
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (concordance, formula, &n);
  guint count = 0;

  /* A statement's uses stand together. */
  for (gsize i = 0; i < n; i++)
    count += i == 0 || hits[i].statement != hits[i - 1].statement;
  return count;
}

/**
 * ent_concordance_same_body:
 * @concordance: a concordance
 * @a: number of a statement
 * @b: number of another
 *
 * Returns: whether both are issued by the same ministry or office of the same side
 */
gboolean
ent_concordance_same_body (const EntConcordance *concordance,
                           guint32               a,
                           guint32               b)
{
  g_return_val_if_fail (concordance != NULL, FALSE);

  const EntEventStore *store = concordance->store;
  return ent_event_store_get_issuer (store, a) == ent_event_store_get_issuer (store, b)
         && g_strcmp0 (get_info (store, a)->issuing_body, get_info (store, b)->issuing_body) == 0;
}

/**
 * ent_concordance_dup_bodies:
 * @concordance: a concordance
 * @formula: number of a formula
 *
 * Returns: (transfer full) (element-type guint32): a statement of each issuing body that uses it: that of its first use
 */
GArray *
ent_concordance_dup_bodies (const EntConcordance *concordance,
                            guint                 formula)
{
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (concordance, formula, &n);

  for (gsize i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < bodies->len && !known; j++)
        known = ent_concordance_same_body (concordance, g_array_index (bodies, guint32, j), hits[i].statement);
      if (!known)
        g_array_append_val (bodies, hits[i].statement);
    }
  return bodies;
}

/**
 * ent_concordance_dup_genres:
 * @concordance: a concordance
 * @formula: number of a formula
 *
 * Returns: (transfer full) (element-type EntGenreCount): how many statements of each kind use it, of those kinds that
 *   there are
 */
GArray *
ent_concordance_dup_genres (const EntConcordance *concordance,
                            guint                 formula)
{
  EntGenreCount counts[ENT_N_STATEMENT_KINDS] = { 0 };
  GArray *genres = g_array_new (FALSE, FALSE, sizeof (EntGenreCount));

  for (guint i = 0; i < concordance->statements->len; i++)
    {
      guint32 number = g_array_index (concordance->statements, guint32, i);
      EntGenreCount *count = &counts[get_info (concordance->store, number)->kind];

      count->n_all++;
      count->n_with += uses (concordance, formula, number);
    }
  for (guint kind = 0; kind < ENT_N_STATEMENT_KINDS; kind++)
    {
      counts[kind].kind = kind;
      if (counts[kind].n_all > 0)
        g_array_append_val (genres, counts[kind]);
    }
  return genres;
}

/**
 * ent_concordance_dup_lacking:
 * @concordance: a concordance
 * @formula: number of a formula
 *
 * Returns: (transfer full) (element-type guint32): the statements without it that are of the same issuing body and kind
 *   as one that has it
 */
GArray *
ent_concordance_dup_lacking (const EntConcordance *concordance,
                             guint                 formula)
{
  GArray *lacking = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (concordance, formula, &n);

  for (guint i = 0; i < concordance->statements->len; i++)
    {
      guint32 number = g_array_index (concordance->statements, guint32, i);
      gboolean comparable = FALSE, has = FALSE;

      for (gsize j = 0; j < n && !has; j++)
        {
          has = hits[j].statement == number;
          comparable |= ent_concordance_same_body (concordance, hits[j].statement, number)
                        && get_info (concordance->store, number)->kind
                             == get_info (concordance->store, hits[j].statement)->kind;
        }
      if (comparable && !has)
        g_array_append_val (lacking, number);
    }
  return lacking;
}

/**
 * ent_concordance_dup_sentence:
 * @concordance: a concordance
 * @hit: a use of a formula
 *
 * Returns: (transfer full): the sentence that it stands in, as one line
 */
char *
ent_concordance_dup_sentence (const EntConcordance *concordance,
                              const EntFormulaHit  *hit)
{
  g_return_val_if_fail (concordance != NULL && hit != NULL, NULL);

  EntStatement *statement = ent_event_store_get_statement (concordance->store, hit->statement);
  char *sentence = ent_statement_dup_span (statement, ent_sentence_span_at (statement, hit->span));
  return g_strdelimit (sentence, "\r\n\t", ' ');
}

/**
 * ent_concordance_get_previous:
 * @concordance: a concordance
 * @hit: one of its uses of a formula
 *
 * Returns: (transfer none) (nullable): the use before it by the same body, in an earlier statement
 */
const EntFormulaHit *
ent_concordance_get_previous (const EntConcordance *concordance,
                              const EntFormulaHit  *hit)
{
  gsize n;
  const EntFormulaHit *hits = ent_concordance_get_hits (concordance, hit->formula, &n);

  g_return_val_if_fail (hit >= hits && hit < hits + n, NULL);

  for (gsize i = (gsize) (hit - hits); i-- > 0;)
    {
      if (hits[i].statement != hit->statement
          && ent_concordance_same_body (concordance, hits[i].statement, hit->statement))
        return &hits[i];
    }
  return NULL;
}
