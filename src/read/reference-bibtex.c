/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BibTeX as reference managers export it. Debian's library for it, btparse, ends the program on what it does not
 * understand, so this is read here: entries of fields whose values are in braces or quotation marks, or bare. */
#include <string.h>

#include "read/reference.h"

/* Braces in each other beyond this are no value. */
#define MAX_DEPTH 100

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

typedef struct
{
  const char *name;
  EntReferenceField field;
} Name;

/* The surest first, as each field keeps the first value that comes. */
static const Name names[] = {
  { "title", ENT_REFERENCE_TITLE },         { "date", ENT_REFERENCE_DATE },
  { "urldate", ENT_REFERENCE_RETRIEVED },   { "url", ENT_REFERENCE_URL },
  { "langid", ENT_REFERENCE_LANGUAGE },     { "language", ENT_REFERENCE_LANGUAGE },
  { "journal", ENT_REFERENCE_PUBLISHER },   { "journaltitle", ENT_REFERENCE_PUBLISHER },
  { "booktitle", ENT_REFERENCE_PUBLISHER }, { "institution", ENT_REFERENCE_BODY },
  { "organization", ENT_REFERENCE_BODY },   { "publisher", ENT_REFERENCE_BODY },
};

static void
skip_space (Cursor *cursor)
{
  while (cursor->at < cursor->end && g_ascii_isspace (*cursor->at))
    cursor->at++;
}

static gboolean
take (Cursor *cursor,
      char    c)
{
  skip_space (cursor);
  if (cursor->at >= cursor->end || *cursor->at != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static gboolean
is_name_character (char c)
{
  return (c & 0x80) != 0 || g_ascii_isalnum (c) || (c != 0 && strchr ("_-:.+/&'!*?", c) != NULL);
}

static char *
take_name (Cursor *cursor)
{
  const char *start;

  skip_space (cursor);
  start = cursor->at;
  while (cursor->at < cursor->end && is_name_character (*cursor->at))
    cursor->at++;
  return g_ascii_strdown (start, cursor->at - start);
}

/* Behind the sign that ends a value in braces or quotation marks; to the end where it is not closed. */
static void
take_delimited (Cursor  *cursor,
                char     close,
                GString *value)
{
  guint depth = 0;

  for (; cursor->at < cursor->end; cursor->at++)
    {
      char c = *cursor->at;

      if (c == close && depth == 0)
        {
          cursor->at++;
          return;
        }
      if (c == '\\' && cursor->at + 1 < cursor->end)
        g_string_append_c (value, *cursor->at++);
      else if (c == '{' && depth < MAX_DEPTH)
        depth++;
      else if (c == '}' && depth > 0)
        depth--;
      g_string_append_c (value, *cursor->at);
    }
}

/* Values parted by # are one. */
static GString *
take_value (Cursor *cursor)
{
  GString *value = g_string_new (NULL);

  do
    {
      if (take (cursor, '{'))
        take_delimited (cursor, '}', value);
      else if (take (cursor, '"'))
        take_delimited (cursor, '"', value);
      else
        {
          g_autofree char *bare = take_name (cursor);

          g_string_append (value, bare);
        }
    }
  while (take (cursor, '#'));
  return value;
}

/* The mark that a command of TeX puts over the letter after it; 0 for another command. */
static gunichar
get_accent (char command)
{
  static const char commands[] = "`'^\"~=.uvHcr";
  static const gunichar marks[] = { 0x300, 0x301, 0x302, 0x308, 0x303, 0x304, 0x307,
                                    0x306, 0x30C, 0x30B, 0x327, 0x30A };
  const char *found = command != 0 ? strchr (commands, command) : NULL;

  return found != NULL ? marks[found - commands] : 0;
}

/* A command of letters, and what it stands for. */
static const char *
get_command (const char *text,
             gsize      *length)
{
  static const char * const known[][2] = {
    { "textendash", "–" },      { "textemdash", "—" },      { "textquotedblleft", "“" }, { "textquotedblright", "”" },
    { "textquoteleft", "‘" },   { "textquoteright", "’" },  { "textbar", "|" },          { "textasciitilde", "~" },
    { "textbackslash", "\\" },  { "ldots", "…" },           { "dots", "…" },             { "ss", "ß" },
    { "ae", "æ" },              { "AE", "Æ" },              { "oe", "œ" },               { "o", "ø" },
    { "O", "Ø" },               { "aa", "å" },              { "AA", "Å" },               { "l", "ł" },
    { "i", "ı" },
  };

  for (*length = 0; g_ascii_isalpha (text[*length]); (*length)++)
    continue;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i][0]) == *length && strncmp (known[i][0], text, *length) == 0)
      return known[i][1];
  return NULL;
}

/* After a backslash: an accent and its letter, a sign that stands for itself, or a command. Returns what is
 * behind it. */
static const char *
append_command (GString    *plain,
                const char *at)
{
  gunichar accent = get_accent (*at);
  const char *letter = at + 1, *known;
  gsize length;

  if (*at == 0)
    return at;
  letter += strspn (letter, g_ascii_isalpha (*at) ? " {" : "{");
  if (*letter == '\\')
    letter++;
  if (accent != 0 && g_ascii_isalpha (*letter) && (!g_ascii_isalpha (*at) || !g_ascii_isalpha (at[1])))
    {
      g_string_append_c (plain, *letter);
      g_string_append_unichar (plain, accent);
      return letter + 1;
    }
  if (!g_ascii_isalpha (*at))
    {
      g_string_append_c (plain, *at);
      return at + 1;
    }
  known = get_command (at, &length);
  if (known != NULL)
    g_string_append (plain, known);
  at += length;
  return at + (*at == ' ');
}

/* A value without the braces and commands of TeX. */
static char *
dup_plain (const char *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = value; *at != 0;)
    if (*at == '\\')
      at = append_command (plain, at + 1);
    else
      {
        gboolean is_dash = at[0] == '-' && at[1] == '-' && at[2] != '-';

        if (is_dash)
          g_string_append (plain, "–");
        else if (*at == '~')
          g_string_append_c (plain, ' ');
        else if (*at != '{' && *at != '}')
          g_string_append_c (plain, *at);
        at += is_dash ? 2 : 1;
      }
  return g_utf8_normalize (plain->str, -1, G_NORMALIZE_NFC);
}

/* "Full Text:files/12/a.pdf:application/pdf;…", or paths alone; a backslash keeps a sign from parting. */
static void
add_files (EntReference *reference,
           const char   *value)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *at = value;; at++)
    {
      if (*at == '\\' && at[1] != 0)
        g_string_append_c (part, *++at);
      else if (*at == ':' || *at == ';' || *at == 0)
        {
          g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
        }
      else
        g_string_append_c (part, *at);
      if (*at == ';' || *at == 0)
        {
          /* What it is called, the path, what it is. */
          if (parts->len > 0)
            ent_reference_add_file (reference, g_ptr_array_index (parts, parts->len >= 2 ? 1 : 0));
          g_ptr_array_set_size (parts, 0);
        }
      if (*at == 0)
        return;
    }
}

/* Authors are parted by "and"; one in braces of its own is no person. */
static char *
dup_organisation (const char *authors)
{
  gsize length = strlen (authors);

  if (length < 2 || *authors != '{' || memchr (authors, '}', length - 1) != NULL || authors[length - 1] != '}')
    return NULL;
  return dup_plain (authors);
}

/* A month in BibTeX's letters or in figures; 0 for none. */
static guint
get_month (const char *month)
{
  static const char * const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                                         "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (month, months[i], 3) == 0)
      return i + 1;
  return (guint) CLAMP (g_ascii_strtoll (month, NULL, 10), 0, 12);
}

static void
set_year_and_month (EntReference *reference,
                    const char   *year,
                    const char   *month)
{
  g_autofree char *date = NULL;

  if (year == NULL)
    return;
  if (month != NULL && get_month (month) > 0)
    date = g_strdup_printf ("%.4s-%02u", year, get_month (month));
  ent_reference_set_date (reference, ENT_REFERENCE_DATE, date != NULL ? date : year);
}

/* What the fields of an entry say, by their names. */
static void
fill_reference (EntReference *reference,
                GHashTable   *fields)
{
  const char *authors = g_hash_table_lookup (fields, "author");
  const char *files = g_hash_table_lookup (fields, "file");
  g_autofree char *organisation = authors != NULL ? dup_organisation (authors) : NULL;

  if (organisation != NULL)
    ent_reference_set (reference, ENT_REFERENCE_BODY, organisation);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_hash_table_lookup (fields, names[i].name);
      g_autofree char *plain = value != NULL ? dup_plain (value) : NULL;

      if (plain == NULL)
        continue;
      if (names[i].field == ENT_REFERENCE_DATE || names[i].field == ENT_REFERENCE_RETRIEVED)
        ent_reference_set_date (reference, names[i].field, plain);
      else
        ent_reference_set (reference, names[i].field, plain);
      if (names[i].field == ENT_REFERENCE_BODY && organisation != NULL)
        ent_reference_set (reference, ENT_REFERENCE_PUBLISHER, plain);
    }
  set_year_and_month (reference, g_hash_table_lookup (fields, "year"), g_hash_table_lookup (fields, "month"));
  if (files != NULL)
    add_files (reference, files);
}

/* After "@type{". */
static EntReference *
read_entry (Cursor *cursor)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  EntReference *reference = ent_reference_new ();
  const char *key;

  skip_space (cursor);
  key = cursor->at;
  while (cursor->at < cursor->end && *cursor->at != ',' && *cursor->at != '}' && !g_ascii_isspace (*cursor->at))
    cursor->at++;
  reference->fields[ENT_REFERENCE_KEY] = cursor->at > key ? g_strndup (key, cursor->at - key) : NULL;
  while (take (cursor, ','))
    {
      g_autofree char *name = take_name (cursor);
      GString *value;

      if (*name == 0 || !take (cursor, '='))
        break;
      value = take_value (cursor);
      if (!g_hash_table_contains (fields, name))
        g_hash_table_insert (fields, g_steal_pointer (&name), g_string_free (value, FALSE));
      else
        g_string_free (value, TRUE);
    }
  take (cursor, '}');
  fill_reference (reference, fields);
  return reference;
}

/**
 * ent_references_from_bibtex:
 * @text: a list in BibTeX or BibLaTeX, in valid UTF-8
 * @length: its length in bytes
 *
 * Returns: (transfer full) (element-type EntReference): its references
 */
GPtrArray *
ent_references_from_bibtex (const char *text,
                            gsize       length)
{
  GPtrArray *references = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_reference_free);
  Cursor cursor = { text, text + length };

  g_return_val_if_fail (text != NULL || length == 0, references);

  while (cursor.at < cursor.end && (cursor.at = memchr (cursor.at, '@', (gsize) (cursor.end - cursor.at))) != NULL)
    {
      g_autofree char *type = NULL;

      cursor.at++;
      type = take_name (&cursor);
      if (*type == 0 || g_str_equal (type, "comment") || g_str_equal (type, "preamble") || g_str_equal (type, "string")
          || !take (&cursor, '{'))
        continue;
      g_ptr_array_add (references, read_entry (&cursor));
    }
  return references;
}
