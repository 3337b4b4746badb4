/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "parse/rule-set-private.h"

/* Reads the notation of data/languages/README.md, line by line, into classes, patterns and rules. */

typedef enum
{
  BLOCK_NONE,
  BLOCK_CLASS,
  BLOCK_PATTERN,
  BLOCK_RULE
} Block;

typedef struct
{
  EntRuleSet *rules;
  const char *file;
  guint line;
  Block block;
  guint32 class_id;
  char *pattern; /* its name */
  EntRule *rule;
  GHashTable *seen; /* names of the rules in this file */
  GError **error;
} FileReader;

static gboolean
fail (FileReader   *reader,
      EntRuleError  code,
      const char   *what,
      const char   *text)
{
  g_set_error (reader->error, ENT_RULE_ERROR, code, "%s:%u: %s: “%.60s”", reader->file, reader->line, what, text);
  return FALSE;
}

/* Cuts a comment off: a number sign where a word could start, outside quotes and brackets. */
static void
strip_comment (char *line)
{
  gboolean quoted = FALSE;
  gboolean bracket = FALSE;

  for (char *p = line; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && *p == '[')
        bracket = TRUE;
      else if (*p == ']')
        bracket = FALSE;
      else if (*p == '#' && !quoted && !bracket && (p == line || g_ascii_isspace (p[-1])))
        {
          *p = '\0';
          break;
        }
    }
  g_strchomp (line);
}

static guint32
add_value (EntRuleClass *class,
           const char   *text)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (class->lookup, text));

  if (number == 0)
    {
      char *copy = g_strdup (text);

      g_ptr_array_add (class->values, copy);
      number = class->values->len;
      g_hash_table_insert (class->lookup, copy, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* "january | jan = 1" */
static gboolean
read_term (FileReader *reader,
           char       *line)
{
  EntRuleClass *class = ent_rule_set_peek_class (reader->rules, reader->class_id);
  char *equals = strstr (line, " = ");
  g_auto (GStrv) forms = NULL;
  guint32 value;

  if (equals != NULL)
    *equals = '\0';
  forms = g_strsplit (line, "|", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    if (*g_strstrip (forms[i]) == '\0')
      return fail (reader, ENT_RULE_ERROR_SYNTAX, "a word of the class is empty", line);
    else if (strchr (forms[i], '"') != NULL)
      return fail (reader, ENT_RULE_ERROR_SYNTAX, "words of a class stand without quotation marks", forms[i]);
  value = add_value (class, equals != NULL ? g_strstrip (equals + 3) : forms[0]);
  for (guint i = 0; forms[i] != NULL; i++)
    if (!ent_rule_set_add_term (reader->rules, reader->class_id, forms[i], value))
      return fail (reader, ENT_RULE_ERROR_LIMIT, "nothing in a text can be this word", forms[i]);
  return TRUE;
}

static void
append_text (char       **text,
             const char  *more)
{
  char *joined = g_strconcat (*text, " ", more, NULL);

  g_free (*text);
  *text = joined;
}

static gboolean
read_pattern (FileReader *reader,
              const char *line)
{
  const char *equals = strchr (line, '=');
  char *name;

  if (equals == NULL)
    return fail (reader, ENT_RULE_ERROR_SYNTAX, "a pattern is written “pattern name = …”", line);
  name = g_strchomp (g_strndup (line, (gsize) (equals - line)));
  if (*name == '\0' || strpbrk (name, " {}") != NULL)
    {
      fail (reader, ENT_RULE_ERROR_SYNTAX, "a pattern's name is one word", name);
      g_free (name);
      return FALSE;
    }
  g_free (reader->pattern);
  reader->pattern = name;
  g_hash_table_replace (reader->rules->patterns, g_strdup (name), g_strstrip (g_strdup (equals + 1)));
  return TRUE;
}

static void
continue_pattern (FileReader *reader,
                  const char *line)
{
  char *text = g_strdup (g_hash_table_lookup (reader->rules->patterns, reader->pattern));

  append_text (&text, line);
  g_hash_table_replace (reader->rules->patterns, g_strdup (reader->pattern), text);
}

static gboolean
read_give (FileReader *reader,
           const char *text)
{
  const char *equals = strchr (text, '=');
  EntGive give;

  if (equals == NULL)
    return fail (reader, ENT_RULE_ERROR_SYNTAX, "a give line is written “give key = value”", text);
  give.key = g_strstrip (g_strndup (text, (gsize) (equals - text)));
  give.value = g_strstrip (g_strdup (equals + 1));
  give.line = reader->line;
  g_array_append_val (reader->rule->gives, give);
  return TRUE;
}

static gboolean
read_rule_line (FileReader *reader,
                const char *line)
{
  if (g_str_has_prefix (line, "give "))
    return read_give (reader, line + 5);
  if (g_str_has_prefix (line, "match "))
    {
      EntRuleLine match = { g_strstrip (g_strdup (line + 6)), reader->line };

      g_array_append_val (reader->rule->matches, match);
      return TRUE;
    }
  if (reader->rule->matches->len == 0 || reader->rule->gives->len > 0)
    return fail (reader, ENT_RULE_ERROR_SYNTAX, "a rule's line begins with “match” or “give”", line);
  append_text (&g_array_index (reader->rule->matches, EntRuleLine, reader->rule->matches->len - 1).text, line);
  return TRUE;
}

static void
clear_rule_line (gpointer data)
{
  g_free (((EntRuleLine *) data)->text);
}

static void
clear_give (gpointer data)
{
  EntGive *give = data;

  g_free ((char *) give->key);
  g_free ((char *) give->value);
}

static EntRule *
rule_new (FileReader *reader,
          const char *name)
{
  EntRule *rule = g_new0 (EntRule, 1);

  rule->name = g_strdup (name);
  rule->file = g_intern_string (reader->file);
  rule->line = reader->line;
  rule->matches = g_array_new (FALSE, FALSE, sizeof (EntRuleLine));
  g_array_set_clear_func (rule->matches, clear_rule_line);
  rule->gives = g_array_new (FALSE, FALSE, sizeof (EntGive));
  g_array_set_clear_func (rule->gives, clear_give);
  rule->captures = g_ptr_array_new_with_free_func (g_free);
  return rule;
}

/* A rule of a name that an earlier file had takes its place; twice in one file is a mistake. */
static gboolean
read_rule (FileReader *reader,
           const char *name)
{
  EntRuleSet *rules = reader->rules;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (rules->rule_ids, name));

  if (*name == '\0' || strchr (name, ' ') != NULL)
    return fail (reader, ENT_RULE_ERROR_SYNTAX, "a rule's name is one word", name);
  if (g_hash_table_contains (reader->seen, name))
    return fail (reader, ENT_RULE_ERROR_SYNTAX, "the file has a rule of this name already", name);
  reader->rule = rule_new (reader, name);
  g_hash_table_add (reader->seen, g_strdup (name));
  if (number > 0)
    {
      ent_rule_free (rules->rules->pdata[number - 1]);
      rules->rules->pdata[number - 1] = reader->rule;
    }
  else
    {
      g_ptr_array_add (rules->rules, reader->rule);
      number = rules->rules->len;
    }
  g_hash_table_replace (rules->rule_ids, g_strdup (name), GUINT_TO_POINTER (number));
  return TRUE;
}

static gboolean
read_class (FileReader *reader,
            const char *name)
{
  gsize length = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

  if (length == 0 || name[length] != '\0' || !g_ascii_isupper (*name))
    return fail (reader, ENT_RULE_ERROR_SYNTAX, "a class's name is in capitals", name);
  reader->class_id = ent_rule_set_add_class (reader->rules, name);
  return TRUE;
}

static gboolean
read_head (FileReader *reader,
           const char *line)
{
  if (g_str_has_prefix (line, "class "))
    {
      reader->block = BLOCK_CLASS;
      return read_class (reader, line + 6);
    }
  if (g_str_has_prefix (line, "pattern "))
    {
      reader->block = BLOCK_PATTERN;
      return read_pattern (reader, line + 8);
    }
  if (g_str_has_prefix (line, "rule "))
    {
      reader->block = BLOCK_RULE;
      return read_rule (reader, line + 5);
    }
  return fail (reader, ENT_RULE_ERROR_SYNTAX, "a line at the margin begins with “class”, “pattern” or “rule”", line);
}

static gboolean
read_line (FileReader *reader,
           char       *line)
{
  gboolean indented = g_ascii_isspace (*line);

  strip_comment (line);
  g_strchug (line);
  if (*line == '\0')
    return TRUE;
  if (!indented)
    return read_head (reader, line);
  switch (reader->block)
    {
    case BLOCK_CLASS:
      return read_term (reader, line);
    case BLOCK_PATTERN:
      continue_pattern (reader, line);
      return TRUE;
    case BLOCK_RULE:
      return read_rule_line (reader, line);
    case BLOCK_NONE:
    default:
      return fail (reader, ENT_RULE_ERROR_SYNTAX, "an indented line belongs to nothing", line);
    }
}

/**
 * ent_rule_set_load_text:
 * @rules: rules not yet compiled
 * @text: the notation of data/languages/README.md
 * @length: its bytes
 * @file: what to call it in messages
 * @error: where to say what is wrong, with file and line
 *
 * Returns: whether it could be read
 */
gboolean
ent_rule_set_load_text (EntRuleSet  *rules,
                        const char  *text,
                        gsize        length,
                        const char  *file,
                        GError     **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FileReader reader = { .rules = rules, .file = file, .seen = seen, .error = error };
  gboolean good = TRUE;

  for (const char *at = text; good && at < text + length;)
    {
      const char *end = memchr (at, '\n', (gsize) (text + length - at));
      gsize n = (gsize) ((end != NULL ? end : text + length) - at);
      g_autofree char *line = g_strndup (at, n);

      reader.line++;
      if (!g_utf8_validate (at, (gssize) n, NULL))
        good = fail (&reader, ENT_RULE_ERROR_SYNTAX, "the line is not UTF-8", "");
      else
        good = read_line (&reader, line);
      at += n + 1;
    }
  g_free (reader.pattern);
  return good;
}

/**
 * ent_rule_set_load_file:
 * @rules: rules not yet compiled
 * @file: path of a file in the notation of data/languages/README.md
 * @error: where to say what is wrong, with file and line
 *
 * Returns: whether it could be read
 */
gboolean
ent_rule_set_load_file (EntRuleSet  *rules,
                        const char  *file,
                        GError     **error)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (file, &text, &length, error) && ent_rule_set_load_text (rules, text, length, file, error);
}
