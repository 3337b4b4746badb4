/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/front-matter.h"

#include <string.h>

#include "read/page-date.h"

/* No head of a text is longer; a text between two rules may be. In bytes. */
#define MAX_LENGTH (64 * 1024)

typedef struct
{
  const char *key;
  EntField field;
} Key;

static const Key keys[] = {
  { "id", ENT_FIELD_ID },
  { "title", ENT_FIELD_TITLE },
  { "date", ENT_FIELD_DATE },
  { "published", ENT_FIELD_DATE },
  { "language", ENT_FIELD_LANGUAGE },
  { "lang", ENT_FIELD_LANGUAGE },
  { "issuer", ENT_FIELD_ISSUER },
  { "source", ENT_FIELD_SOURCE },
  { "publisher", ENT_FIELD_PUBLISHER },
  { "url", ENT_FIELD_URL },
  { "link", ENT_FIELD_URL },
  { "retrieved", ENT_FIELD_RETRIEVED },
  { "accessed", ENT_FIELD_RETRIEVED },
};

/* The line's end, without its line feed. */
static const char *
find_line_end (const char *line,
               const char *end)
{
  const char *newline = memchr (line, '\n', (gsize) (end - line));

  return newline != NULL ? newline : end;
}

/* Whether a line is a rule of three signs and nothing else. */
static gboolean
is_rule (const char *line,
         const char *end,
         const char *rule)
{
  while (end > line && g_ascii_isspace (end[-1]))
    end--;
  return end - line == 3 && memcmp (line, rule, 3) == 0;
}

/* Where the line after the closing rule begins; NULL for none. */
static const char *
find_body (const char  *text,
           const char  *end,
           const char **close)
{
  const char *line_end = find_line_end (text, end);

  if (!is_rule (text, line_end, "---"))
    return NULL;
  while (line_end < end && line_end - text < MAX_LENGTH)
    {
      const char *line = line_end + 1;

      line_end = find_line_end (line, end);
      if (!is_rule (line, line_end, "---") && !is_rule (line, line_end, "..."))
        continue;
      *close = line;
      return line_end < end ? line_end + 1 : end;
    }
  return NULL;
}

/* A value without the quotation marks that YAML allows around it, and without the list that it may be. */
static char *
dup_value (const char *value,
           gsize       length)
{
  g_autofree char *plain = g_strstrip (g_strndup (value, length));
  gsize n = strlen (plain);

  if (n >= 2 && (*plain == '"' || *plain == '\'') && plain[n - 1] == *plain)
    return g_strndup (plain + 1, n - 2);
  return g_steal_pointer (&plain);
}

/* A date as EDTF has it, or the day in what says the time as well. */
static char *
dup_date (const char *value)
{
  EntEdtf edtf;

  if (strpbrk (value, "T ") == NULL && ent_edtf_parse (value, strlen (value), &edtf, NULL))
    return g_strdup (value);
  return ent_page_date_find (value, strlen (value));
}

static void
take_value (EntRecord  *record,
            EntField    field,
            const char *value)
{
  g_autofree char *date = NULL;

  if (field == ENT_FIELD_SOURCE && (g_str_has_prefix (value, "https://") || g_str_has_prefix (value, "http://")))
    field = ENT_FIELD_URL;
  if (field == ENT_FIELD_DATE || field == ENT_FIELD_RETRIEVED)
    value = date = dup_date (value);
  if (value == NULL || *value == 0)
    return;
  if (record->fields[field] == NULL)
    record->fields[field] = g_string_new (value);
  else
    g_string_append_printf (record->fields[field], " %s", value);
}

static EntField
find_key (const char *line,
          gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strlen (keys[i].key) == length && g_ascii_strncasecmp (line, keys[i].key, length) == 0)
      return keys[i].field;
  return ENT_N_FIELDS;
}

/**
 * ent_front_matter_read:
 * @text: a text in valid UTF-8
 * @length: its length in bytes
 * @record: where to put what its head says
 *
 * Reads the lines `key: value` between two rules `---` that a text may begin with. Of YAML, values over several
 * indented lines are known; what else it has is passed over.
 *
 * Returns: the byte at which the text itself begins; 0 for a text without a head
 */
gsize
ent_front_matter_read (const char *text,
                       gsize       length,
                       EntRecord  *record)
{
  const char *end = text + length;
  const char *close = NULL, *body;
  EntField field = ENT_N_FIELDS;

  g_return_val_if_fail (text != NULL && record != NULL, 0);

  body = find_body (text, end, &close);
  if (body == NULL)
    return 0;
  for (const char *line = find_line_end (text, end) + 1; line < close;)
    {
      const char *line_end = find_line_end (line, close);
      gboolean goes_on = *line == ' ' || *line == '\t';
      const char *colon = goes_on ? NULL : memchr (line, ':', (gsize) (line_end - line));
      const char *from = goes_on ? line : colon + 1;
      g_autofree char *value = NULL;

      if (!goes_on)
        field = colon != NULL ? find_key (line, (gsize) (colon - line)) : ENT_N_FIELDS;
      if (field < ENT_N_FIELDS && (goes_on || record->fields[field] == NULL))
        {
          value = dup_value (from, (gsize) (line_end - from));
          if (goes_on || strchr ("|>", *value) == NULL || strlen (value) > 2)
            take_value (record, field, value);
        }
      line = line_end + 1;
    }
  return (gsize) (body - text);
}
