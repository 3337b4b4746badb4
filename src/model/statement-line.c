/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/statement-line.h"

#include <string.h>

#include "base/json-text.h"
#include "model/parsed-json.h"
#include "read/json-record.h"

/* What tells such a line from others, as it is printed. */
#define EVENTS_KEY "\"events\":["
#define PARSER_KEY "\"parser\":\""

/* Which facts the input gave, and the parser did not find: so a later parser can find them better. */
typedef enum
{
  GIVEN_DATE = 1 << 0,
  GIVEN_LANGUAGE = 1 << 1,
  GIVEN_ISSUER = 1 << 2,
  GIVEN_ISSUING_BODY = 1 << 3,
  GIVEN_PUBLISHED_BY = 1 << 4,
  GIVEN_KIND = 1 << 5,
  GIVEN_TITLE = 1 << 6,
  GIVEN_BY_FILE = 1 << 7 /* the date is but the file's */
} Given;

static const char * const given_ids[] = {
  "date", "language", "issuer", "issuing_body", "published_by", "kind", "title", "date_of_file",
};

/* What is read of a line. */
typedef struct
{
  EntJsonCursor cursor;
  EntStatementInfo info;
  GString *text;
  GString *value;
  char *parser;
  const char *furniture; /* where it stands, NULL if it does not */
  const char *pages;
  const char *events;
  gint64 n_timexes;
  guint given;
  gboolean has_given;
} Line;

/**
 * ent_statement_line_clear:
 * @line: a line whose parts are given back
 */
void
ent_statement_line_clear (EntStatementLine *line)
{
  g_clear_pointer (&line->read, ent_statement_unref);
  g_clear_pointer (&line->parsed, ent_parsed_free);
  g_clear_pointer (&line->parser, g_free);
}

/**
 * ent_statement_line_is:
 * @line: a line of a stream
 * @length: its length
 *
 * Returns: whether it may tell what its statement says
 */
gboolean
ent_statement_line_is (const char *line,
                       gsize       length)
{
  return memmem (line, length, EVENTS_KEY, strlen (EVENTS_KEY)) != NULL
         && memmem (line, length, PARSER_KEY, strlen (PARSER_KEY)) != NULL;
}

static gboolean
read_given (Line    *line,
            GError **error)
{
  line->has_given = TRUE;
  if (!ent_json_cursor_take (&line->cursor, '['))
    return ent_json_cursor_fail (&line->cursor, "“[” is missing", error);
  if (ent_json_cursor_take (&line->cursor, ']'))
    return TRUE;
  do
    {
      if (!ent_json_cursor_text (&line->cursor, line->value, NULL, error))
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (given_ids); i++)
        if (strcmp (given_ids[i], line->value->str) == 0)
          line->given |= 1u << i;
    }
  while (ent_json_cursor_take (&line->cursor, ','));
  return ent_json_cursor_take (&line->cursor, ']')
         || ent_json_cursor_fail (&line->cursor, "“]” is missing", error);
}

static gboolean
read_own (Line    *line,
          char   **field,
          GError **error)
{
  gboolean is_null;

  if (!ent_json_cursor_text (&line->cursor, line->value, &is_null, error))
    return FALSE;
  g_free (*field);
  *field = is_null ? NULL : g_strdup (line->value->str);
  return TRUE;
}

static gboolean
read_date (Line    *line,
           GError **error)
{
  gboolean is_null;

  if (!ent_json_cursor_text (&line->cursor, line->value, &is_null, error))
    return FALSE;
  return is_null || ent_edtf_parse (line->value->str, line->value->len, &line->info.date, error);
}

/* What is named by an id of a closed list. */
static gboolean
read_id (Line        *line,
         const char  *key,
         GError     **error)
{
  if (!ent_json_cursor_text (&line->cursor, line->value, NULL, error))
    return FALSE;
  if (*key == 'k' ? ent_statement_kind_from_id (line->value->str, &line->info.kind)
                  : ent_date_basis_from_id (line->value->str, &line->info.date_basis))
    return TRUE;
  return ent_json_cursor_fail (&line->cursor, "there is no such kind or basis of a date", error);
}

static gboolean
read_member (Line        *line,
             const char  *key,
             GError     **error)
{
  const struct
  {
    const char *key;
    char **field;
  } texts[] = {
    { "id", &line->info.id },
    { "file", &line->info.file },
    { "title", &line->info.title },
    { "language", &line->info.language },
    { "issuer", &line->info.issuer },
    { "issuing_body", &line->info.issuing_body },
    { "published_by", &line->info.published_by },
    { "url", &line->info.url },
    { "retrieved", &line->info.retrieved },
    { "citation_key", &line->info.citation_key },
    { "version_of", &line->info.version_of },
    { "parser", &line->parser },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (texts[i].key, key) == 0)
      return read_own (line, texts[i].field, error);
  if (strcmp (key, "text") == 0)
    {
      line->text = line->text != NULL ? line->text : g_string_new (NULL);
      return ent_json_cursor_text (&line->cursor, line->text, NULL, error);
    }
  if (strcmp (key, "date") == 0)
    return read_date (line, error);
  if (strcmp (key, "kind") == 0 || strcmp (key, "date_basis") == 0)
    return read_id (line, key, error);
  if (strcmp (key, "dates") == 0)
    return ent_json_cursor_number (&line->cursor, &line->n_timexes, error);
  if (strcmp (key, "given") == 0)
    return read_given (line, error);
  /* These want the text, which may come later. */
  ent_json_cursor_at (&line->cursor, 0);
  if (strcmp (key, "furniture") == 0)
    line->furniture = line->cursor.p;
  else if (strcmp (key, "pages") == 0)
    line->pages = line->cursor.p;
  else if (strcmp (key, "events") == 0)
    line->events = line->cursor.p;
  return ent_json_cursor_skip (&line->cursor, error);
}

static gboolean
read_members (Line    *line,
              GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);

  if (!ent_json_cursor_take (&line->cursor, '{'))
    return ent_json_cursor_fail (&line->cursor, "“{” is missing", error);
  do
    if (!ent_json_cursor_text (&line->cursor, key, NULL, error)
        || (!ent_json_cursor_take (&line->cursor, ':')
            && !ent_json_cursor_fail (&line->cursor, "“:” is missing", error))
        || !read_member (line, key->str, error))
      return FALSE;
  while (ent_json_cursor_take (&line->cursor, ','));
  if (!ent_json_cursor_take (&line->cursor, '}') || !ent_json_cursor_at (&line->cursor, 0))
    return ent_json_cursor_fail (&line->cursor, "a comma is missing", error);
  if (line->text == NULL || line->info.id == NULL || line->parser == NULL || line->events == NULL)
    return ent_json_cursor_fail (&line->cursor, "“id”, “text”, “parser” or “events” is missing", error);
  return TRUE;
}

/* A printed piece of furniture is an object of start and end, in characters. */
static gboolean
read_furniture (Line                *line,
                const EntStatement  *statement,
                GArray              *spans,
                GError             **error)
{
  EntJsonCursor cursor = { line->cursor.text, line->furniture, line->cursor.end };
  g_autoptr (GString) key = g_string_new (NULL);

  if (line->furniture == NULL || !ent_json_cursor_take (&cursor, '[') || ent_json_cursor_take (&cursor, ']'))
    return TRUE;
  do
    {
      EntSpan span = { 0, 0 };
      gint64 number;

      if (!ent_json_cursor_take (&cursor, '{'))
        return ent_json_cursor_fail (&cursor, "“{” is missing", error);
      do
        {
          if (!ent_json_cursor_text (&cursor, key, NULL, error) || !ent_json_cursor_take (&cursor, ':')
              || !ent_json_cursor_number (&cursor, &number, error))
            return error != NULL && *error != NULL ? FALSE
                                                   : ent_json_cursor_fail (&cursor, "“:” is missing", error);
          *(key->str[0] == 's' ? &span.start : &span.end) = ent_statement_get_byte (statement, (gsize) MAX (number, 0));
        }
      while (ent_json_cursor_take (&cursor, ','));
      if (span.start > span.end || (spans->len > 0 && g_array_index (spans, EntSpan, spans->len - 1).end > span.start))
        return ent_json_cursor_fail (&cursor, "furniture is not in the text's order", error);
      g_array_append_val (spans, span);
      if (!ent_json_cursor_take (&cursor, '}'))
        return ent_json_cursor_fail (&cursor, "“}” is missing", error);
    }
  while (ent_json_cursor_take (&cursor, ','));
  return TRUE;
}

/* What was known before the parser came. */
static void
forget_found (EntStatementInfo *info,
              guint             given)
{
  if (!(given & GIVEN_DATE))
    {
      memset (&info->date, 0, sizeof info->date);
      info->date_basis = ENT_DATE_BASIS_NONE;
    }
  if (!(given & GIVEN_LANGUAGE))
    g_clear_pointer (&info->language, g_free);
  if (!(given & GIVEN_ISSUER))
    g_clear_pointer (&info->issuer, g_free);
  if (!(given & GIVEN_ISSUING_BODY))
    g_clear_pointer (&info->issuing_body, g_free);
  if (!(given & GIVEN_PUBLISHED_BY))
    g_clear_pointer (&info->published_by, g_free);
  if (!(given & GIVEN_TITLE))
    g_clear_pointer (&info->title, g_free);
  if (!(given & GIVEN_KIND))
    info->kind = ENT_STATEMENT_OTHER;
  info->date_is_of_file = (given & GIVEN_BY_FILE) != 0;
}

static void
clear_mention (gpointer data)
{
  ent_mention_clear (data);
}

static gboolean
make (Line                 *line,
      const EntVocabulary  *vocabulary,
      EntStatementLine     *out,
      GError              **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line->text->str, line->text->len);
  g_autoptr (EntStatement) bare = ent_statement_new (bytes, &line->info, NULL, 0);
  g_autoptr (GArray) furniture = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (EntPageStart));
  EntJsonCursor cursor = { line->cursor.text, line->events, line->cursor.end };
  EntJsonCursor at_pages = { line->cursor.text, line->pages, line->cursor.end };

  if (!read_furniture (line, bare, furniture, error)
      || (line->pages != NULL && !ent_pages_json_read (&at_pages, bare, pages, error)))
    return FALSE;
  out->parsed = g_new0 (EntParsed, 1);
  out->parsed->statement = ent_statement_new_paged (bytes, &line->info, (const EntSpan *) (gpointer) furniture->data,
                                                    furniture->len, pages->len > 0 ? pages : NULL);
  out->parsed->timexes = g_array_new (FALSE, TRUE, sizeof (EntTimex));
  out->parsed->mentions = g_array_new (FALSE, TRUE, sizeof (EntMention));
  out->parsed->n_timexes = (guint) MAX (line->n_timexes, 0);
  g_array_set_clear_func (out->parsed->mentions, clear_mention);
  if (!ent_parsed_json_read (&cursor, vocabulary, out->parsed->statement, out->parsed->mentions, error))
    return FALSE;
  if (line->has_given)
    forget_found (&line->info, line->given);
  out->read = ent_statement_with_info (out->parsed->statement, &line->info);
  out->parser = g_steal_pointer (&line->parser);
  return TRUE;
}

/**
 * ent_statement_line_parse:
 * @line: a line of a stream, valid UTF-8
 * @length: its length
 * @file: where it was found, of a line that does not tell where its statement was
 * @vocabulary: what names of actors and topics mean
 * @out: (out): the statement and what it says
 * @error: where to say what is wrong with it
 *
 * Returns: whether it is as ent_statement_line_append() writes it
 */
gboolean
ent_statement_line_parse (const char           *line,
                          gsize                 length,
                          const char           *file,
                          const EntVocabulary  *vocabulary,
                          EntStatementLine     *out,
                          GError              **error)
{
  Line reading = { .cursor = { line, line, line + length }, .info = { .kind = ENT_STATEMENT_OTHER } };
  gboolean good;

  g_return_val_if_fail (line != NULL && vocabulary != NULL && out != NULL, FALSE);

  *out = (EntStatementLine) { NULL };
  reading.value = g_string_new (NULL);
  good = read_members (&reading, error);
  if (good)
    {
      if (reading.info.file == NULL)
        reading.info.file = g_strdup (file);
      good = make (&reading, vocabulary, out, error);
    }
  if (!good)
    ent_statement_line_clear (out);
  g_string_free (reading.value, TRUE);
  if (reading.text != NULL)
    g_string_free (reading.text, TRUE);
  g_free (reading.parser);
  ent_statement_info_clear (&reading.info);
  return good;
}

static guint
find_given (const EntStatementInfo *info)
{
  guint given = 0;

  given |= ent_edtf_is_none (info->date) ? 0 : GIVEN_DATE;
  given |= info->language != NULL ? GIVEN_LANGUAGE : 0;
  given |= info->issuer != NULL ? GIVEN_ISSUER : 0;
  given |= info->issuing_body != NULL ? GIVEN_ISSUING_BODY : 0;
  given |= info->published_by != NULL ? GIVEN_PUBLISHED_BY : 0;
  given |= info->title != NULL ? GIVEN_TITLE : 0;
  given |= info->kind != ENT_STATEMENT_OTHER ? GIVEN_KIND : 0;
  given |= info->date_is_of_file ? GIVEN_BY_FILE : 0;
  return given;
}

/**
 * ent_statement_line_append:
 * @out: a printed statement, which is an object that is not closed yet
 * @vocabulary: what actors and topics are numbers of
 * @read: the statement as it was read
 * @parsed: what it says
 * @parser: the version of what found that
 *
 * Appends the members that say what a statement says: "given", "parser", "dates" and "events", whose places are in
 * characters.
 */
void
ent_statement_line_append (GString             *out,
                           const EntVocabulary *vocabulary,
                           const EntStatement  *read,
                           const EntParsed     *parsed,
                           const char          *parser)
{
  const char *given[G_N_ELEMENTS (given_ids) + 1] = { NULL };
  const EntPageStart *pages;
  gsize n_pages;
  guint mask;
  guint n = 0;

  g_return_if_fail (out != NULL && vocabulary != NULL && read != NULL && parsed != NULL && parser != NULL);

  mask = find_given (ent_statement_get_info (read));
  for (guint i = 0; i < G_N_ELEMENTS (given_ids); i++)
    if (mask & 1u << i)
      given[n++] = given_ids[i];
  ent_json_append_strings (out, "given", given);
  pages = ent_statement_get_pages (parsed->statement, &n_pages);
  if (n_pages > 0)
    {
      ent_json_append_key (out, "pages");
      ent_pages_json_append (out, pages, n_pages, parsed->statement);
    }
  ent_json_append_string (out, "parser", parser);
  ent_json_append_number (out, "dates", parsed->n_timexes);
  ent_json_append_key (out, "events");
  ent_parsed_json_append (out, vocabulary, parsed, TRUE);
}
