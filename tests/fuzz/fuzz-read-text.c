/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "read/reader.h"

/* The first byte of an input chooses the file's name, and so its format where the content leaves that open. Targets of
 * other readers name other files. */
#ifndef ENT_FUZZ_NAMES
#define ENT_FUZZ_NAMES "a.txt", "a.jsonl", "a.json", "a.csv", "-"
#endif
static const char * const names[] = { ENT_FUZZ_NAMES };

typedef struct
{
  GChecksum *digest; /* of all that was given */
  guint n_given;
} Outcome;

static gboolean
is_boundary (const char *text,
             gsize       length,
             gsize       at)
{
  return at <= length && (at == length || (text[at] & 0xC0) != 0x80);
}

/* NULs come only from the escapes of JSON, and GLib does not take them for valid. */
static void
check_utf8 (const char *text,
            gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop;

      g_utf8_validate_len (text, (gsize) (end - text), &stop);
      g_assert_true (stop == end || *stop == 0);
      text = stop < end ? stop + 1 : end;
    }
}

static void
check_statement (EntStatement *statement)
{
  const EntStatementInfo *info = ent_statement_get_info (statement);
  gsize length, n_furniture;
  const char *text = ent_statement_get_text (statement, &length);
  const EntSpan *furniture = ent_statement_get_furniture (statement, &n_furniture);
  guint32 last = 0;

  check_utf8 (text, length);
  g_assert_true (info->id != NULL && *info->id != 0);
  g_assert_nonnull (info->file);
  g_assert_true (info->title == NULL || g_utf8_validate (info->title, -1, NULL));
  g_assert_cmpint (info->date_basis == ENT_DATE_BASIS_NONE, ==, ent_edtf_is_none (info->date));
  for (gsize i = 0; i < n_furniture; i++)
    {
      g_assert_cmpuint (furniture[i].start, >=, last);
      g_assert_cmpuint (furniture[i].end, >, furniture[i].start);
      g_assert_true (is_boundary (text, length, furniture[i].start) && is_boundary (text, length, furniture[i].end));
      last = furniture[i].end;
    }
  g_assert_cmpuint (last, <=, length);
  g_assert_cmpuint (ent_statement_get_offset (statement, (guint32) length), ==,
                    ent_statement_get_n_characters (statement));
  g_assert_cmpuint (ent_statement_get_n_characters (statement), <=, length);
  g_assert_cmpuint (ent_statement_get_paragraph (statement, 0), ==, 1);
}

static gboolean
on_found (EntStatement *statement,
          gpointer      data)
{
  g_autoptr (EntStatement) owned = statement;
  Outcome *outcome = data;

  check_statement (statement);
  g_checksum_update (outcome->digest, (const guchar *) ent_statement_get_sha256 (statement), -1);
  outcome->n_given++;
  return TRUE;
}

static void
on_failed (const char   *file,
           const GError *error,
           gpointer      data)
{
  Outcome *outcome = data;

  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_checksum_update (outcome->digest, (const guchar *) error->message, -1);
  outcome->n_given++;
}

/* Read once for all inputs. */
static const EntPageWords *
get_words (void)
{
  static EntPageWords *words = NULL;

  if (words == NULL)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);

      words = ent_page_words_load ((const char *[]) { folder, NULL }, NULL);
    }
  g_assert_nonnull (words);
  return words;
}

static char *
read_once (GBytes     *bytes,
           const char *name)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_MD5);
  Outcome outcome = { digest, 0 };

  g_assert_true (ent_reader_read_bytes (bytes, name, &(EntReadOptions) { .words = get_words () }, on_found, on_failed,
                                        &outcome));
  /* Nothing is passed over in silence. */
  g_assert_cmpuint (outcome.n_given, >, 0);
  return g_strdup (g_checksum_get_string (digest));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *name;

  if (size == 0)
    return 0;
  name = names[data[0] % G_N_ELEMENTS (names)];
  bytes = g_bytes_new_static (data + 1, size - 1);
  first = read_once (bytes, name);
  second = read_once (bytes, name);
  g_assert_cmpstr (first, ==, second);
  return 0;
}
