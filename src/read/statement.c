/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/statement.h"

#include <string.h>

#include "base/lower-bound.h"
#include "base/utf8.h"
#include "read/text-line.h"

/* A checkpoint every so many bytes: offsets cost at most one such stretch, the table 1/256 of the text. */
#define CHECKPOINT_SHIFT 10
#define CHECKPOINT_BYTES (1u << CHECKPOINT_SHIFT)

/*     text         [ 1 KiB ][ 1 KiB ][ 1 KiB ] …
 *     checkpoints  0        n        m         …   characters before each; NULL where all are ASCII
 *
 * What belongs to the text alone, shared by all statements that differ in what is known of it. The
 * digest and the paragraphs are made when first asked for, by whichever thread comes first; so is the text itself,
 * where it is deferred.
 */
typedef struct
{
  GBytes *bytes;
  const char *text;
  gsize length;
  gsize n_characters;
  guint32 *checkpoints;
  EntSpan *furniture;
  gsize n_furniture;
  GArray *pages; /* of EntPageStart; NULL where there are none */
  char *sha256;
  GArray *paragraphs; /* of guint32: where each begins */
  EntDeferredText deferred; /* without a function once the text is there */
  gsize loaded;
} Content;

struct _EntStatement
{
  Content *content;
  EntStatementInfo info;
};

G_DEFINE_BOXED_TYPE (EntStatement, ent_statement, ent_statement_ref, ent_statement_unref)

static const char * const date_basis_ids[ENT_N_DATE_BASES] = { "none", "given", "metadata", "dateline", "inferred" };

static const char * const kind_ids[ENT_N_STATEMENT_KINDS] = {
  "readout", "communique", "press-release", "transcript", "cable", "speech", "news", "other",
};

static void
set_checkpoints (Content *content)
{
  gsize n = (content->length >> CHECKPOINT_SHIFT) + 1;

  content->checkpoints = g_new (guint32, n);
  content->n_characters = 0;
  for (gsize i = 0; i < n; i++)
    {
      gsize from = i << CHECKPOINT_SHIFT;

      content->checkpoints[i] = (guint32) content->n_characters;
      content->n_characters += ent_utf8_count (content->text + from, MIN (content->length - from, CHECKPOINT_BYTES));
    }
  if (content->n_characters == content->length)
    g_clear_pointer (&content->checkpoints, g_free);
}

static void
set_text (Content *content,
          GBytes  *bytes)
{
  content->bytes = bytes;
  content->text = g_bytes_get_data (bytes, &content->length);
  if (content->text == NULL)
    content->text = "";
  set_checkpoints (content);
}

/* A text that cannot be had any more, or is another by now, is blank: the spans that lead into it must still fit. */
static GBytes *
load_bytes (const EntDeferredText *deferred)
{
  GBytes *bytes = deferred->load (deferred->source, deferred->key);

  if (bytes != NULL
      && (g_bytes_get_size (bytes) != deferred->length
          || !ent_utf8_are_valid (g_bytes_get_data (bytes, NULL), deferred->length)))
    g_clear_pointer (&bytes, g_bytes_unref);
  return bytes != NULL ? bytes : g_bytes_new_take (g_strnfill (deferred->length, ' '), deferred->length);
}

static void
load_text (Content *content)
{
  set_text (content, load_bytes (&content->deferred));
}

static Content *
ensure_text (const EntStatement *statement)
{
  Content *content = statement->content;

  if (content->deferred.load != NULL && g_once_init_enter (&content->loaded))
    {
      load_text (content);
      g_once_init_leave (&content->loaded, 1);
    }
  return content;
}

static void
content_clear (gpointer data)
{
  Content *content = data;

  if (content->deferred.free_source != NULL)
    content->deferred.free_source (content->deferred.source);
  g_clear_pointer (&content->bytes, g_bytes_unref);
  g_free (content->checkpoints);
  g_free (content->furniture);
  g_free (content->sha256);
  g_clear_pointer (&content->pages, g_array_unref);
  g_clear_pointer (&content->paragraphs, g_array_unref);
}

/* Where paragraphs begin: after blank lines; in a text that has none, at each line. */
static GArray *
find_paragraphs (const Content *content,
                 gboolean       by_line)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *end = content->text + content->length;
  const char *line = content->text;
  gboolean after_blank = TRUE;
  gboolean found_blank = FALSE;

  while (line < end)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *next = newline != NULL ? newline + 1 : end;
      gboolean blank = ent_text_skip_space (line, next) == next;

      if (!blank && (after_blank || by_line))
        {
          guint32 start = (guint32) (line - content->text);

          g_array_append_val (starts, start);
        }
      found_blank |= blank && starts->len > 0 && next < end;
      after_blank = blank;
      line = next;
    }

  if (found_blank || by_line)
    return starts;
  g_array_unref (starts);
  return find_paragraphs (content, TRUE);
}

static const GArray *
ensure_paragraphs (Content *content)
{
  GArray *paragraphs = g_atomic_pointer_get (&content->paragraphs);

  if (paragraphs != NULL)
    return paragraphs;
  paragraphs = find_paragraphs (content, FALSE);
  if (!g_atomic_pointer_compare_and_exchange (&content->paragraphs, NULL, paragraphs))
    g_array_unref (paragraphs);
  return g_atomic_pointer_get (&content->paragraphs);
}

static void
statement_clear (gpointer data)
{
  EntStatement *self = data;

  g_atomic_rc_box_release_full (self->content, content_clear);
  ent_statement_info_clear (&self->info);
}

/**
 * ent_statement_info_clear:
 * @info: what is known of a statement
 *
 * Frees the strings and leaves all fields zero.
 */
void
ent_statement_info_clear (EntStatementInfo *info)
{
  g_return_if_fail (info != NULL);

  g_free (info->id);
  g_free (info->file);
  g_free (info->title);
  g_free (info->language);
  g_free (info->issuer);
  g_free (info->issuing_body);
  g_free (info->published_by);
  g_free (info->url);
  g_free (info->retrieved);
  g_free (info->citation_key);
  g_free (info->version_of);
  memset (info, 0, sizeof *info);
}

/**
 * ent_statement_info_copy:
 * @from: what is known of a statement
 * @to: (out caller-allocates): a copy of it, to be cleared; what it held before is not freed
 */
void
ent_statement_info_copy (const EntStatementInfo *from,
                         EntStatementInfo       *to)
{
  g_return_if_fail (from != NULL && to != NULL && from != to);

  *to = *from;
  to->id = g_strdup (from->id);
  to->file = g_strdup (from->file);
  to->title = g_strdup (from->title);
  to->language = g_strdup (from->language);
  to->issuer = g_strdup (from->issuer);
  to->issuing_body = g_strdup (from->issuing_body);
  to->published_by = g_strdup (from->published_by);
  to->url = g_strdup (from->url);
  to->retrieved = g_strdup (from->retrieved);
  to->citation_key = g_strdup (from->citation_key);
  to->version_of = g_strdup (from->version_of);
}

/**
 * ent_statement_new:
 * @text: valid UTF-8 of less than 4 GiB
 * @info: what is known of it; copied
 * @furniture: (array length=n_furniture) (nullable): spans that are not the statement's own words,
 *   in the text's order and without overlap; copied
 * @n_furniture: how many
 *
 * Returns: (transfer full): the statement
 */
EntStatement *
ent_statement_new (GBytes                 *text,
                   const EntStatementInfo *info,
                   const EntSpan          *furniture,
                   gsize                   n_furniture)
{
  return ent_statement_new_paged (text, info, furniture, n_furniture, NULL);
}

/**
 * ent_statement_new_paged:
 * @text: valid UTF-8 of less than 4 GiB
 * @info: what is known of it; copied
 * @furniture: (array length=n_furniture) (nullable): as for ent_statement_new()
 * @n_furniture: how many
 * @pages: (nullable) (element-type EntPageStart): where its pages begin, in the text's order; it is shared, and may not
 *   be changed any more
 *
 * Returns: (transfer full): the statement
 */
EntStatement *
ent_statement_new_paged (GBytes                 *text,
                         const EntStatementInfo *info,
                         const EntSpan          *furniture,
                         gsize                   n_furniture,
                         GArray                 *pages)
{
  EntStatement *self;
  Content *content;

  g_return_val_if_fail (text != NULL && info != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (text) < G_MAXUINT32, NULL);
  g_return_val_if_fail (furniture != NULL || n_furniture == 0, NULL);

  content = g_atomic_rc_box_new0 (Content);
  content->furniture = g_memdup2 (furniture, n_furniture * sizeof *furniture);
  content->n_furniture = n_furniture;
  content->pages = pages != NULL ? g_array_ref (pages) : NULL;
  set_text (content, g_bytes_ref (text));

  self = g_atomic_rc_box_new0 (EntStatement);
  self->content = content;
  ent_statement_info_copy (info, &self->info);
  return self;
}

/**
 * ent_statement_new_deferred:
 * @text: where its text is had from; copied
 * @info: what is known of it; copied
 * @furniture: (array length=n_furniture) (nullable): spans that are not the statement's own words,
 *   in the text's order and without overlap; copied
 * @n_furniture: how many
 * @pages: (nullable) (element-type EntPageStart): as for ent_statement_new_paged()
 *
 * Returns: (transfer full): the statement, whose text is read when it is first asked for
 */
EntStatement *
ent_statement_new_deferred (const EntDeferredText  *text,
                            const EntStatementInfo *info,
                            const EntSpan          *furniture,
                            gsize                   n_furniture,
                            GArray                 *pages)
{
  EntStatement *self;
  Content *content;

  g_return_val_if_fail (text != NULL && text->load != NULL && info != NULL, NULL);
  g_return_val_if_fail (text->length < G_MAXUINT32, NULL);
  g_return_val_if_fail (furniture != NULL || n_furniture == 0, NULL);

  content = g_atomic_rc_box_new0 (Content);
  content->deferred = *text;
  content->length = text->length;
  content->n_characters = text->n_characters;
  content->sha256 = g_strdup (text->sha256);
  content->deferred.sha256 = NULL;
  content->furniture = n_furniture > 0 ? g_memdup2 (furniture, n_furniture * sizeof *furniture) : NULL;
  content->n_furniture = n_furniture;
  content->pages = pages != NULL ? g_array_ref (pages) : NULL;

  self = g_atomic_rc_box_new0 (EntStatement);
  self->content = content;
  ent_statement_info_copy (info, &self->info);
  return self;
}

/**
 * ent_statement_with_info:
 * @statement: a statement
 * @info: what is now known of it; copied
 *
 * Returns: (transfer full): a statement of the same text, which is not copied
 */
EntStatement *
ent_statement_with_info (EntStatement           *statement,
                         const EntStatementInfo *info)
{
  EntStatement *self;

  g_return_val_if_fail (statement != NULL && info != NULL, NULL);

  self = g_atomic_rc_box_new0 (EntStatement);
  self->content = g_atomic_rc_box_acquire (statement->content);
  ent_statement_info_copy (info, &self->info);
  return self;
}

/**
 * ent_statement_ref:
 * @statement: a statement
 *
 * Returns: (transfer full): @statement, held once more
 */
EntStatement *
ent_statement_ref (EntStatement *statement)
{
  g_return_val_if_fail (statement != NULL, NULL);

  return g_atomic_rc_box_acquire (statement);
}

/**
 * ent_statement_unref:
 * @statement: (transfer full): a statement
 */
void
ent_statement_unref (EntStatement *statement)
{
  g_return_if_fail (statement != NULL);

  g_atomic_rc_box_release_full (statement, statement_clear);
}

/**
 * ent_statement_get_info:
 * @statement: a statement
 *
 * Returns: (transfer none): what is known of it
 */
const EntStatementInfo *
ent_statement_get_info (const EntStatement *statement)
{
  g_return_val_if_fail (statement != NULL, NULL);

  return &statement->info;
}

/**
 * ent_statement_get_text:
 * @statement: a statement
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the text, not bound by a NUL
 */
const char *
ent_statement_get_text (const EntStatement *statement,
                        gsize              *length)
{
  g_return_val_if_fail (statement != NULL, NULL);

  if (length != NULL)
    *length = statement->content->length;
  return ensure_text (statement)->text;
}

/**
 * ent_statement_ref_text:
 * @statement: a statement
 *
 * For who looks through many texts once: one that was not read before is not kept.
 *
 * Returns: (transfer full): the text, not bound by a NUL
 */
GBytes *
ent_statement_ref_text (const EntStatement *statement)
{
  g_return_val_if_fail (statement != NULL, NULL);

  Content *content = statement->content;
  if (content->deferred.load != NULL && g_atomic_pointer_get (&content->loaded) == 0)
    return load_bytes (&content->deferred);
  return g_bytes_ref (content->bytes);
}

/**
 * ent_statement_get_n_bytes:
 * @statement: a statement
 *
 * Returns: how many bytes its text has, without reading it
 */
gsize
ent_statement_get_n_bytes (const EntStatement *statement)
{
  g_return_val_if_fail (statement != NULL, 0);

  return statement->content->length;
}

/**
 * ent_statement_get_n_characters:
 * @statement: a statement
 *
 * Returns: how many Unicode characters its text has
 */
gsize
ent_statement_get_n_characters (const EntStatement *statement)
{
  g_return_val_if_fail (statement != NULL, 0);

  return statement->content->n_characters;
}

/**
 * ent_statement_get_sha256:
 * @statement: a statement
 *
 * Returns: (transfer none): the SHA-256 of its text in UTF-8, in hexadecimal digits
 */
const char *
ent_statement_get_sha256 (const EntStatement *statement)
{
  Content *content;
  char *digest;

  g_return_val_if_fail (statement != NULL, NULL);

  content = statement->content;
  digest = g_atomic_pointer_get (&content->sha256);
  if (digest != NULL)
    return digest;
  ensure_text (statement);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content->text, content->length);
  if (!g_atomic_pointer_compare_and_exchange (&content->sha256, NULL, digest))
    g_free (digest);
  return g_atomic_pointer_get (&content->sha256);
}

/**
 * ent_statement_get_furniture:
 * @statement: a statement
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the spans that are not the statement's own words but of
 *   the page around it, in the text's order
 */
const EntSpan *
ent_statement_get_furniture (const EntStatement *statement,
                             gsize              *n)
{
  g_return_val_if_fail (statement != NULL && n != NULL, NULL);

  *n = statement->content->n_furniture;
  return statement->content->furniture;
}

/**
 * ent_statement_get_notes:
 * @statement: a statement
 *
 * Returns: the byte at which the notes of its editors begin, which are furniture to its end; its length for one without
 */
gsize
ent_statement_get_notes (const EntStatement *statement)
{
  gsize length;

  g_return_val_if_fail (statement != NULL, 0);

  length = statement->content->length;
  return statement->info.notes > 0 ? MIN (statement->info.notes, length) : length;
}

/**
 * ent_statement_is_furniture:
 * @statement: a statement
 * @byte: a place in its text
 *
 * Returns: whether what stands there is furniture
 */
gboolean
ent_statement_is_furniture (const EntStatement *statement,
                            guint32             byte)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (statement != NULL, FALSE);

  high = statement->content->n_furniture;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      EntSpan span = statement->content->furniture[middle];

      if (byte < span.start)
        high = middle;
      else if (byte >= span.end)
        low = middle + 1;
      else
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_statement_get_offset:
 * @statement: a statement
 * @byte: a place in its text, at the beginning of a character, or its length
 *
 * Returns: the same place in characters
 */
gsize
ent_statement_get_offset (const EntStatement *statement,
                          guint32             byte)
{
  const Content *content;
  gsize checkpoint;

  g_return_val_if_fail (statement != NULL, 0);
  g_return_val_if_fail (byte <= statement->content->length, 0);

  content = ensure_text (statement);
  if (content->checkpoints == NULL)
    return byte;
  checkpoint = byte >> CHECKPOINT_SHIFT;
  return content->checkpoints[checkpoint]
         + ent_utf8_count (content->text + (checkpoint << CHECKPOINT_SHIFT), byte & (CHECKPOINT_BYTES - 1));
}

/**
 * ent_statement_get_paragraph:
 * @statement: a statement
 * @byte: a place in its text
 *
 * Paragraphs are parted by blank lines; where there are none, each line is one.
 *
 * Returns: the paragraph's number, from 1
 */
guint
ent_statement_get_paragraph (const EntStatement *statement,
                             guint32             byte)
{
  const GArray *starts;

  g_return_val_if_fail (statement != NULL && byte < G_MAXUINT32, 1);

  starts = ensure_paragraphs (ensure_text (statement));
  return MAX (ent_lower_bound_uint32 ((const guint32 *) (gconstpointer) starts->data, starts->len, byte + 1), 1);
}

/**
 * ent_statement_get_pages:
 * @statement: a statement
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): where its pages begin, in the text's order; the footnotes of all pages may
 *   stand after the last
 */
const EntPageStart *
ent_statement_get_pages (const EntStatement *statement,
                         gsize              *n)
{
  const GArray *pages;

  g_return_val_if_fail (statement != NULL && n != NULL, NULL);

  pages = statement->content->pages;
  *n = pages != NULL ? pages->len : 0;
  return pages != NULL ? (const EntPageStart *) (gpointer) pages->data : NULL;
}

/**
 * ent_statement_get_page:
 * @statement: a statement
 * @byte: a place in its text
 *
 * Returns: the page on which that stands, from 1; 0 for a statement without pages
 */
guint
ent_statement_get_page (const EntStatement *statement,
                        guint32             byte)
{
  gsize low = 0;
  gsize high;
  const EntPageStart *pages;

  g_return_val_if_fail (statement != NULL, 0);

  pages = ent_statement_get_pages (statement, &high);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (pages[middle].start <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? pages[low - 1].page : 0;
}

/**
 * ent_statement_dup_span:
 * @statement: a statement
 * @span: a piece of its text
 *
 * Returns: (transfer full): the words
 */
char *
ent_statement_dup_span (const EntStatement *statement,
                        EntSpan             span)
{
  g_return_val_if_fail (statement != NULL, NULL);
  g_return_val_if_fail (span.start <= span.end && span.end <= statement->content->length, NULL);

  return g_strndup (ensure_text (statement)->text + span.start, span.end - span.start);
}

/**
 * ent_date_basis_to_id:
 * @basis: how a statement's date is known
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_date_basis_to_id (EntDateBasis basis)
{
  g_return_val_if_fail (basis < ENT_N_DATE_BASES, NULL);

  return date_basis_ids[basis];
}

/**
 * ent_date_basis_from_id:
 * @id: (nullable): a name as printed
 * @basis: (out): how a statement's date is known
 *
 * Returns: whether there is one of that name
 */
gboolean
ent_date_basis_from_id (const char   *id,
                        EntDateBasis *basis)
{
  g_return_val_if_fail (basis != NULL, FALSE);

  for (guint i = 0; id != NULL && i < ENT_N_DATE_BASES; i++)
    if (strcmp (date_basis_ids[i], id) == 0)
      {
        *basis = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ent_statement_kind_from_id:
 * @id: (nullable): a name as printed
 * @kind: (out): what sort of statement
 *
 * Returns: whether there is one of that name
 */
gboolean
ent_statement_kind_from_id (const char       *id,
                            EntStatementKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; id != NULL && i < ENT_N_STATEMENT_KINDS; i++)
    if (strcmp (kind_ids[i], id) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ent_statement_get_byte:
 * @statement: a statement
 * @offset: a place in its text, in characters
 *
 * Returns: the same place in bytes; the text's end for one beyond it
 */
guint32
ent_statement_get_byte (const EntStatement *statement,
                        gsize               offset)
{
  const Content *content;
  gsize byte = 0;
  gsize n = 0;

  g_return_val_if_fail (statement != NULL, 0);

  content = ensure_text (statement);
  if (content->checkpoints == NULL)
    return (guint32) MIN (offset, content->length);
  if (offset >= content->n_characters)
    return (guint32) content->length;
  while (((byte + 1) << CHECKPOINT_SHIFT) <= content->length && content->checkpoints[byte + 1] <= offset)
    byte++;
  n = content->checkpoints[byte];
  byte <<= CHECKPOINT_SHIFT;
  /* A checkpoint may lie within a character, which was counted before it. */
  while (byte < content->length && ((guchar) content->text[byte] & 0xC0) == 0x80)
    byte++;
  for (; n < offset; n++)
    byte = (gsize) (g_utf8_next_char (content->text + byte) - content->text);
  return (guint32) byte;
}

/**
 * ent_statement_kind_to_id:
 * @kind: what sort of statement
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_statement_kind_to_id (EntStatementKind kind)
{
  g_return_val_if_fail (kind < ENT_N_STATEMENT_KINDS, NULL);

  return kind_ids[kind];
}
