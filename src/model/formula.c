/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/formula.h"

#include <errno.h>
#include <string.h>

#include "base/table-file.h"
#include "parse/fold.h"

#define FILE_NAME "formulas.tsv"
#define GAP 0          /* among the characters of a variant: a few words */
#define MOST_GAP 48    /* characters that a gap may hold */
#define FOUND_TABLE 256

static const char * const columns[] = { "formula", "ladder", "rung", "language", "variant", NULL };

/* A variant ready to be compared: folded, white space as one space, gaps marked. */
typedef struct
{
  guint32 formula;
  GArray *characters; /* (element-type gunichar) */
} Pattern;

struct _EntFormulaSet
{
  GPtrArray *formulas; /* of EntFormula */
  GPtrArray *patterns; /* of Pattern */
  GHashTable *first;   /* first character → GArray of pattern numbers */
};

static void
formula_free (gpointer data)
{
  EntFormula *formula = data;

  g_free (formula->name);
  g_free (formula->ladder);
  g_ptr_array_unref (formula->variants);
  g_free (formula);
}

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  g_array_unref (pattern->characters);
  g_free (pattern);
}

static void
set_clear (gpointer data)
{
  EntFormulaSet *self = data;

  g_ptr_array_unref (self->formulas);
  g_ptr_array_unref (self->patterns);
  g_hash_table_unref (self->first);
}

static guint
find_formula (EntFormulaSet *self,
              const char    *name)
{
  for (guint i = 0; i < self->formulas->len; i++)
    {
      if (g_str_equal (((EntFormula *) g_ptr_array_index (self->formulas, i))->name, name))
        return i;
    }
  EntFormula *formula = g_new0 (EntFormula, 1);
  formula->name = g_strdup (name);
  formula->variants = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->formulas, formula);
  return self->formulas->len - 1;
}

static GArray *
fold_variant (const char *text)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  gboolean space = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      gunichar c = ent_fold_character (g_utf8_get_char (at));
      gboolean dots = g_str_has_prefix (at, "...");
      const gunichar gap = GAP, blank = ' ';

      if (g_unichar_isspace (c))
        {
          space = characters->len > 0;
          at = g_utf8_next_char (at);
          continue;
        }
      if (c == 0x2026 || dots)
        {
          if (characters->len > 0 && g_array_index (characters, gunichar, characters->len - 1) != GAP)
            g_array_append_val (characters, gap);
          space = FALSE;
          at += dots ? 3 : g_utf8_next_char (at) - at;
          continue;
        }
      if (space && g_array_index (characters, gunichar, characters->len - 1) != GAP)
        g_array_append_val (characters, blank);
      space = FALSE;
      g_array_append_val (characters, c);
      at = g_utf8_next_char (at);
    }
  while (characters->len > 0 && g_array_index (characters, gunichar, characters->len - 1) == GAP)
    g_array_set_size (characters, characters->len - 1);
  return characters;
}

static void
add_pattern (EntFormulaSet *self,
             guint          formula,
             const char    *variant)
{
  Pattern *pattern = g_new0 (Pattern, 1);
  guint number = self->patterns->len;

  pattern->formula = formula;
  pattern->characters = fold_variant (variant);
  g_ptr_array_add (self->patterns, pattern);
  if (pattern->characters->len == 0)
    return;
  gpointer key = GUINT_TO_POINTER (g_array_index (pattern->characters, gunichar, 0));
  GArray *numbers = g_hash_table_lookup (self->first, key);
  if (numbers == NULL)
    g_hash_table_insert (self->first, key, numbers = g_array_new (FALSE, FALSE, sizeof (guint)));
  g_array_append_val (numbers, number);
}

static gboolean
read_row (const char * const  *fields,
          const char          *file,
          guint                line,
          gpointer             data,
          GError             **error)
{
  EntFormulaSet *self = data;

  if (*fields[0] == '\0' || *fields[4] == '\0')
    {
      g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: a formula and a variant are needed", file,
                   line);
      return FALSE;
    }
  guint number = find_formula (self, fields[0]);
  EntFormula *formula = g_ptr_array_index (self->formulas, number);
  if (formula->ladder == NULL && *fields[1] != '\0')
    {
      formula->ladder = g_strdup (fields[1]);
      formula->rung = (guint) g_ascii_strtoull (fields[2], NULL, 10);
    }
  g_ptr_array_add (formula->variants, g_strdup (fields[4]));
  add_pattern (self, number, fields[4]);
  return TRUE;
}

/**
 * ent_formula_set_load:
 * @folders: (array zero-terminated=1): folders of vocabulary; one that has no formulas is passed over
 * @error: where to say what is wrong with a table
 *
 * Returns: (transfer full): the formulas of all of them; %NULL with @error set
 */
EntFormulaSet *
ent_formula_set_load (const char * const  *folders,
                      GError             **error)
{
  g_return_val_if_fail (folders != NULL, NULL);

  EntFormulaSet *self = g_atomic_rc_box_new0 (EntFormulaSet);
  self->formulas = g_ptr_array_new_with_free_func (formula_free);
  self->patterns = g_ptr_array_new_with_free_func (pattern_free);
  self->first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (folders[i], FILE_NAME, NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS) && !ent_table_file_read (file, columns, read_row, self, error))
        {
          ent_formula_set_unref (self);
          return NULL;
        }
    }
  return self;
}

/**
 * ent_formula_set_ref:
 * @set: formulas
 *
 * Returns: (transfer full): @set
 */
EntFormulaSet *
ent_formula_set_ref (EntFormulaSet *set)
{
  return g_atomic_rc_box_acquire (set);
}

/**
 * ent_formula_set_unref:
 * @set: (transfer full): formulas
 */
void
ent_formula_set_unref (EntFormulaSet *set)
{
  g_atomic_rc_box_release_full (set, set_clear);
}

/**
 * ent_formula_set_get_n:
 * @set: formulas
 *
 * Returns: how many they are
 */
guint
ent_formula_set_get_n (const EntFormulaSet *set)
{
  g_return_val_if_fail (set != NULL, 0);

  return set->formulas->len;
}

/**
 * ent_formula_set_get:
 * @set: formulas
 * @formula: number of one
 *
 * Returns: (transfer none): the formula
 */
const EntFormula *
ent_formula_set_get (const EntFormulaSet *set,
                     guint                formula)
{
  g_return_val_if_fail (set != NULL && formula < set->formulas->len, NULL);

  return g_ptr_array_index (set->formulas, formula);
}

/* Whether a letter of a word that is written with spaces. */
static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == ';' || c == 0xff1b;
}

/* Where a pattern that begins at @at ends, or NULL. */
static const char *
match (const gunichar *pattern,
       guint           n,
       const char     *at,
       const char     *end)
{
  for (guint i = 0; i < n; i++)
    {
      if (pattern[i] == GAP)
        {
          for (guint j = 0; j < MOST_GAP && at < end && !ends_sentence (g_utf8_get_char (at)); j++)
            {
              const char *before = at;

              at = g_utf8_next_char (at);
              gboolean starts = at < end && !(is_letter (g_utf8_get_char (before)) && is_letter (pattern[i + 1]));
              const char *stop = starts ? match (pattern + i + 1, n - i - 1, at, end) : NULL;
              if (stop != NULL)
                return stop;
            }
          return NULL;
        }
      if (at >= end)
        return NULL;
      gunichar c = ent_fold_character (g_utf8_get_char (at));
      if (pattern[i] == ' ')
        {
          if (!g_unichar_isspace (c) && c != 0xa0)
            return NULL;
          while (at < end && (g_unichar_isspace (c) || c == 0xa0))
            {
              at = g_utf8_next_char (at);
              c = at < end ? g_utf8_get_char (at) : 'x';
            }
          continue;
        }
      if (c != pattern[i])
        return NULL;
      at = g_utf8_next_char (at);
    }
  if (at < end && is_letter (pattern[n - 1]) && is_letter (g_utf8_get_char (at)))
    return NULL;
  return at;
}

/* A rung's words inside those of a stronger one are not a use of the milder. */
static gboolean
is_inside (const EntFormulaSet *self,
           const EntFormulaHit *hit,
           const EntFormulaHit *other)
{
  const EntFormula *a = g_ptr_array_index (self->formulas, hit->formula);
  const EntFormula *b = g_ptr_array_index (self->formulas, other->formula);

  if (hit == other || hit->span.start < other->span.start || hit->span.end > other->span.end)
    return FALSE;
  if (hit->span.end - hit->span.start == other->span.end - other->span.start)
    return a == b && hit > other;
  return a == b || (a->ladder != NULL && g_strcmp0 (a->ladder, b->ladder) == 0);
}

static void
add_hits (const EntFormulaSet *self,
          const GArray        *numbers,
          const char          *text,
          gsize                length,
          const char          *at,
          GArray              *hits)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  for (guint i = 0; i < numbers->len; i++)
    {
      const Pattern *pattern = g_ptr_array_index (self->patterns, g_array_index (numbers, guint, i));
      const gunichar *characters = (const gunichar *) (gpointer) pattern->characters->data;

      if (is_letter (characters[0]) && is_letter (before))
        continue;
      const char *stop = match (characters, pattern->characters->len, at, text + length);
      if (stop == NULL)
        continue;
      EntFormulaHit hit = { pattern->formula, 0, { (guint32) (at - text), (guint32) (stop - text) } };
      g_array_append_val (hits, hit);
    }
}

/**
 * ent_formula_set_find:
 * @set: formulas
 * @statement: a statement
 *
 * Looks for all formulas in one pass. What a site puts around the text does not count, and neither does a milder rung
 * of a ladder inside the words of a stronger one.
 *
 * Returns: (transfer full) (element-type EntFormulaHit): where they are used, in the text's order
 */
GArray *
ent_formula_set_find (const EntFormulaSet *set,
                      const EntStatement  *statement)
{
  g_return_val_if_fail (set != NULL && statement != NULL, NULL);

  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (EntFormulaHit));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (EntFormulaHit));
  g_autoptr (GBytes) bytes = ent_statement_ref_text (statement);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (const char *at = text; text != NULL && at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = ent_fold_character (g_utf8_get_char (at));
      const GArray *numbers = g_hash_table_lookup (set->first, GUINT_TO_POINTER (c));

      if (numbers != NULL && !ent_statement_is_furniture (statement, (guint32) (at - text)))
        add_hits (set, numbers, text, length, at, hits);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const EntFormulaHit *hit = &g_array_index (hits, EntFormulaHit, i);
      gboolean inside = FALSE;

      /* Hits that may hold this one begin before it, and not far. */
      for (guint j = i; j-- > 0 && !inside && i - j < FOUND_TABLE;)
        inside = is_inside (set, hit, &g_array_index (hits, EntFormulaHit, j));
      for (guint j = i + 1; j < hits->len && !inside
                            && g_array_index (hits, EntFormulaHit, j).span.start == hit->span.start;
           j++)
        inside = is_inside (set, hit, &g_array_index (hits, EntFormulaHit, j));
      if (!inside)
        g_array_append_val (kept, *hit);
    }
  return kept;
}

/**
 * ent_formula_add:
 * @folder: the user's folder of vocabulary, which is made where it is not there
 * @name: a formula's name; one that is known gets another variant
 * @language: (nullable): of the variant
 * @variant: how it is worded
 * @error: where to say why it could not be written
 *
 * Adds a wording to the user's own formulas.
 *
 * Returns: whether it was written
 */
gboolean
ent_formula_add (const char  *folder,
                 const char  *name,
                 const char  *language,
                 const char  *variant,
                 GError     **error)
{
  g_return_val_if_fail (folder != NULL && name != NULL && variant != NULL, FALSE);

  g_autofree char *file = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *clean_name = g_strdelimit (g_strstrip (g_strdup (name)), "\t\r\n", ' ');
  g_autofree char *clean_variant = g_strdelimit (g_strstrip (g_strdup (variant)), "\t\r\n", ' ');
  g_autofree char *row = g_strdup_printf ("%s\t\t\t%s\t%s\n", clean_name, language != NULL ? language : "",
                                          clean_variant);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *old = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  if (g_file_get_contents (file, &old, NULL, NULL))
    g_string_append (text, old);
  if (text->len == 0)
    {
      g_autofree char *head = g_strjoinv ("\t", (char **) columns);

      g_string_append_printf (text, "%s\n", head);
    }
  else if (text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
  g_string_append (text, row);
  return g_file_set_contents (file, text->str, (gssize) text->len, error);
}
