/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/format.h"

#include <string.h>

#include "read/csv-record.h"
#include "read/json-record.h"

typedef struct
{
  gsize offset;
  gsize length;
  const char *bytes;
  const char *what;
} Magic;

#define MAGIC(offset, bytes, what) \
  { \
    offset, sizeof bytes - 1, bytes, what \
  }

/* The particular before the general; what is read has no name here. */
static const Magic magics[] = {
  MAGIC (0, "%PDF-", NULL),
  MAGIC (30, "mimetypeapplication/vnd.oasis.opendocument.text", NULL),
  MAGIC (30, "mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
  MAGIC (30, "mimetypeapplication/epub", "an EPUB book"),
  MAGIC (0, "PK\003\004", NULL),
  MAGIC (0, "PK\005\006", "an empty ZIP archive"),
  MAGIC (0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"),
  MAGIC (0, "{\\rtf", "a Rich Text document"),
  MAGIC (0, "%!PS", "a PostScript document"),
  MAGIC (0, "SQLite format 3\000", "an SQLite database"),
  MAGIC (0, "\x89PNG\r\n\x1A\n", "a PNG picture"),
  MAGIC (0, "\xFF\xD8\xFF", "a JPEG picture"),
  MAGIC (0, "GIF87a", "a GIF picture"),
  MAGIC (0, "GIF89a", "a GIF picture"),
  MAGIC (0, "II*\000", "a TIFF picture"),
  MAGIC (0, "MM\000*", "a TIFF picture"),
  MAGIC (8, "WEBP", "a WebP picture"),
  MAGIC (0, "\x1F\x8B", "a gzip archive"),
  MAGIC (0, "BZh", "a bzip2 archive"),
  MAGIC (0, "\xFD" "7zXZ\000", "an xz archive"),
  MAGIC (0, "\x28\xB5\x2F\xFD", "a zstd archive"),
  MAGIC (0, "7z\xBC\xAF\x27\x1C", "a 7z archive"),
  MAGIC (0, "Rar!\x1A\x07", "a RAR archive"),
  MAGIC (257, "ustar", "a tar archive"),
  MAGIC (0, "\x7F" "ELF", "a program"),
  MAGIC (0, "MZ\x90\000", "a program"),
  MAGIC (4, "ftyp", "a video"),
  MAGIC (0, "\x1A\x45\xDF\xA3", "a video"),
  MAGIC (0, "OggS", "a sound or video file"),
  MAGIC (0, "ID3", "a sound file"),
  MAGIC (0, "fLaC", "a sound file"),
  MAGIC (0, "RIFF", "a sound or video file"),
};

/* What a mark-up language begins with, after white space; in any case of letters. */
static const char * const markup[][2] = {
  { "<svg", "an SVG picture" },
};

/* What a web page begins with, after comments. */
static const char * const page_begins[] = { "<!doctype html", "<html", "<head", "<body", "<title", "<meta" };

/* Share of control characters, of a hundred, that no text has. */
#define MAX_CONTROL_PERCENT 3

static const char *
skip_ascii_space (const char *text,
                  const char *end)
{
  while (text < end && g_ascii_isspace (*text))
    text++;
  return text;
}

/**
 * ent_format_find_magic:
 * @bytes: the begin of a file
 * @length: its length
 *
 * Returns: (transfer none) (nullable): what the file is, if its first bytes tell that it is something
 *   that is not read: "a PNG picture"
 */
const char *
ent_format_find_magic (const char *bytes,
                       gsize       length)
{
  const char *text;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length == 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].offset + magics[i].length
        && memcmp (bytes + magics[i].offset, magics[i].bytes, magics[i].length) == 0
        && (magics[i].offset != 30 || memcmp (bytes, "PK\003\004", 4) == 0))
      return magics[i].what;

  text = bytes;
  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    text += 3;
  text = skip_ascii_space (text, bytes + length);
  for (gsize i = 0; i < G_N_ELEMENTS (markup); i++)
    {
      gsize n = strlen (markup[i][0]);

      if ((gsize) (bytes + length - text) > n && g_ascii_strncasecmp (text, markup[i][0], n) == 0
          && !g_ascii_isalpha (text[n]))
        return markup[i][1];
    }
  return NULL;
}

/**
 * ent_format_looks_binary:
 * @bytes: the begin of a file whose characters are not wide
 * @length: its length
 *
 * Returns: whether it holds NULs or more control characters than a text does
 */
gboolean
ent_format_looks_binary (const char *bytes,
                         gsize       length)
{
  gsize n_control = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  if (length == 0)
    return FALSE;
  if (memchr (bytes, 0, length) != NULL)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    n_control += (guchar) bytes[i] < 0x20 && !g_ascii_isspace (bytes[i]) && bytes[i] != 0x1A && bytes[i] != 0x1B;
  return n_control * 100 > length * MAX_CONTROL_PERCENT && n_control > 1;
}

/* Past comments and declarations: a page may be an XML document too. */
static const char *
skip_prolog (const char *text,
             const char *end)
{
  for (;;)
    {
      const char *close = NULL;

      text = skip_ascii_space (text, end);
      if (end - text > 4 && strncmp (text, "<!--", 4) == 0)
        close = g_strstr_len (text, end - text, "-->");
      else if (end - text > 5 && g_ascii_strncasecmp (text, "<?xml", 5) == 0)
        close = g_strstr_len (text, end - text, "?>");
      if (close == NULL)
        return text;
      close += *close == '-' ? 2 : 1;
      text = close + 1;
    }
}

/**
 * ent_format_is_zip:
 * @head: the begin of a file that ent_format_find_magic() does not know
 * @length: its length
 *
 * Returns: whether it is an archive, or a document that is one
 */
gboolean
ent_format_is_zip (const char *head,
                   gsize       length)
{
  g_return_val_if_fail (head != NULL || length == 0, FALSE);

  return length >= 4 && memcmp (head, "PK\003\004", 4) == 0;
}

/**
 * ent_format_is_pdf:
 * @head: the begin of a file
 * @length: its length
 *
 * Returns: whether it is a PDF document
 */
gboolean
ent_format_is_pdf (const char *head,
                   gsize       length)
{
  static const char mark[] = "%PDF-";
  const char *text = head;

  g_return_val_if_fail (head != NULL || length == 0, FALSE);

  if (length >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0)
    text += 3;
  text = skip_ascii_space (text, head + length);
  return (gsize) (head + length - text) >= sizeof mark - 1 && memcmp (text, mark, sizeof mark - 1) == 0;
}

/**
 * ent_format_is_html:
 * @head: the begin of a file, in UTF-8 without a byte order mark
 * @length: its length
 *
 * Returns: whether it is a web page
 */
gboolean
ent_format_is_html (const char *head,
                    gsize       length)
{
  const char *end = head + length;
  const char *text;

  g_return_val_if_fail (head != NULL || length == 0, FALSE);

  if (length == 0)
    return FALSE;
  text = skip_prolog (head, end);
  for (gsize i = 0; i < G_N_ELEMENTS (page_begins); i++)
    {
      gsize n = strlen (page_begins[i]);

      if ((gsize) (end - text) > n && g_ascii_strncasecmp (text, page_begins[i], n) == 0 && !g_ascii_isalpha (text[n]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_with (const char *text,
             const char *end,
             const char *begin)
{
  gsize n = strlen (begin);

  return (gsize) (end - text) > n && memcmp (text, begin, n) == 0;
}

/* Whether a text begins with a line of a message's head: one that only mail programs write, or any in a file named for
 * it. A memorandum begins with "Subject:" as well. */
static gboolean
is_mail (const char *name,
         const char *text,
         const char *end)
{
  static const char * const fields[] = { "Return-Path: ", "Received: ", "Delivered-To: ", "MIME-Version: ",
                                         "From: <Saved by " };
  static const char * const suffixes[] = { ".eml", ".mht", ".mhtml" };
  const char *at = text;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (begins_with (text, end, fields[i]))
      return TRUE;
  while (at < end && (g_ascii_isalnum (*at) || *at == '-'))
    at++;
  if (at == text || at == end || *at != ':')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* Past its prolog, a document of which the name alone does not tell that it is XML is TEI. */
static gboolean
is_xml (const char *name,
        const char *head,
        gsize       length)
{
  const char *end = head + length;
  const char *text = skip_ascii_space (head, end);

  if (begins_with (text, end, "<?xml"))
    return TRUE;
  text = skip_prolog (text, end);
  return text < end && *text == '<'
         && (g_str_has_suffix (name, ".xml")
             || begins_with (text, end, "<TEI") || begins_with (text, end, "<teiCorpus"));
}

/* Whether the text's first words are those of a list of references. */
static gboolean
is_ris (const char *text,
        const char *end)
{
  return begins_with (text, end, "TY  - ");
}

static gboolean
is_bibtex (const char *name,
           const char *text,
           const char *end)
{
  const char *at = text;

  if (g_str_has_suffix (name, ".bib"))
    return TRUE;
  if (at == end || *at != '@')
    return FALSE;
  for (at++; at < end && g_ascii_isalpha (*at); at++)
    continue;
  return at > text + 1 && at < end && *at == '{' && memchr (at, '=', (gsize) (end - at)) != NULL;
}

/* Items of CSL have a type and no text. */
static gboolean
is_csl (const char *text,
        const char *end)
{
  gssize length = end - text;

  return g_strstr_len (text, length, "\"text\"") == NULL && g_strstr_len (text, length, "\"type\"") != NULL
         && g_strstr_len (text, length, "\"id\"") != NULL
         && (g_strstr_len (text, length, "\"title\"") != NULL || g_strstr_len (text, length, "\"issued\"") != NULL);
}

/* Of a text that begins as an object or an array of objects does. */
static EntFormat
guess_json (const char *name,
            const char *text,
            const char *end,
            gboolean    whole)
{
  const char *newline = memchr (text, '\n', (gsize) (end - text));
  g_auto (EntRecord) record = { 0 };

  if (is_csl (text, end) && (*text == '[' || g_str_has_suffix (name, ".json")))
    return ENT_FORMAT_CSL;
  if (*text == '[')
    return ENT_FORMAT_JSON;
  if (newline == NULL && !whole)
    return g_str_has_suffix (name, ".json") ? ENT_FORMAT_JSON : ENT_FORMAT_JSON_LINES;
  if (newline == NULL)
    newline = end;
  if (ent_json_record_parse (text, (gsize) (newline - text), &record, NULL))
    return ENT_FORMAT_JSON_LINES;
  /* The first line is broken, or an object over several lines: the next line tells. */
  text = skip_ascii_space (newline, end);
  return text < end && *text == '{' ? ENT_FORMAT_JSON_LINES : ENT_FORMAT_JSON;
}

static gboolean
looks_like_csv (const char *text,
                const char *end)
{
  const char *newline = ent_csv_find_end (text, (gsize) (end - text));
  g_auto (EntCsvHeader) header = { 0 };
  guint n_known = 0;

  if (newline == NULL || !ent_csv_header_parse (&header, text, (gsize) (newline - text)))
    return FALSE;
  for (guint i = 0; i < header.columns->len; i++)
    n_known += g_array_index (header.columns, EntField, i) < ENT_N_FIELDS;
  return n_known >= 2;
}

/**
 * ent_format_guess:
 * @name: the file's name
 * @head: its begin, in UTF-8 without a byte order mark; it may end within a character
 * @length: its length
 * @whole: whether that is all of it
 *
 * Tells what a text is by its content first and its name second.
 *
 * Returns: its format
 */
EntFormat
ent_format_guess (const char *name,
                  const char *head,
                  gsize       length,
                  gboolean    whole)
{
  g_autofree char *folded = NULL;
  const char *text, *end;

  g_return_val_if_fail (name != NULL && (head != NULL || length == 0), ENT_FORMAT_TEXT);

  folded = g_ascii_strdown (name, -1);
  if (g_str_has_suffix (folded, ".jsonl") || g_str_has_suffix (folded, ".ndjson"))
    return ENT_FORMAT_JSON_LINES;
  if (length == 0)
    return ENT_FORMAT_TEXT;
  if (ent_format_is_html (head, length))
    return ENT_FORMAT_HTML;
  if (is_xml (folded, head, length))
    return ENT_FORMAT_XML;
  end = head + length;
  text = skip_ascii_space (head, end);
  if (ent_json_looks_like_record (text, (gsize) (end - text)))
    return guess_json (folded, text, end, whole);
  if (g_str_has_suffix (folded, ".json"))
    return ENT_FORMAT_JSON;
  if (g_str_has_suffix (folded, ".csv") || looks_like_csv (text, end))
    return ENT_FORMAT_CSV;
  if (is_ris (text, end))
    return ENT_FORMAT_RIS;
  if (is_bibtex (folded, text, end))
    return ENT_FORMAT_BIBTEX;
  if (is_mail (folded, text, end))
    return ENT_FORMAT_MAIL;
  if (g_str_has_suffix (folded, ".md") || g_str_has_suffix (folded, ".markdown"))
    return ENT_FORMAT_MARKDOWN;
  return ENT_FORMAT_TEXT;
}
