/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/record.h"
#include "read/page-date.h"

#include <string.h>

#include "read/furniture.h"

/* Of the fields that a stream may have. */
static const char * const names[ENT_N_STREAM_FIELDS] = {
  "id", "title", "date", "language", "issuer", "source", "text",
};

/* Longest issuer that is taken for an actor's id and not for the name of an office. */
#define MAX_ACTOR_ID 12

/**
 * ent_record_clear:
 * @record: a record
 *
 * Frees what it holds, and leaves it empty.
 */
void
ent_record_clear (EntRecord *record)
{
  g_return_if_fail (record != NULL);

  for (guint i = 0; i < ENT_N_FIELDS; i++)
    if (record->fields[i] != NULL)
      g_string_free (g_steal_pointer (&record->fields[i]), TRUE);
  g_clear_pointer (&record->pages, g_array_unref);
}

/**
 * ent_field_from_name:
 * @name: a key or the head of a column
 * @length: its length
 *
 * Returns: the field, %ENT_N_FIELDS for one that is not read
 */
EntField
ent_field_from_name (const char *name,
                     gsize       length)
{
  EntField field;

  g_return_val_if_fail (name != NULL || length == 0, ENT_N_FIELDS);

  for (field = 0; field < ENT_N_STREAM_FIELDS; field++)
    if (strlen (names[field]) == length && memcmp (names[field], name, length) == 0)
      return field;
  return ENT_N_FIELDS;
}

/* The field without the space around it; NULL where that leaves nothing. */
static char *
dup_field (const EntRecord *record,
           EntField         field)
{
  g_autofree char *value = NULL;

  if (record->fields[field] == NULL)
    return NULL;
  value = g_strstrip (g_strdup (record->fields[field]->str));
  return *value != 0 ? g_steal_pointer (&value) : NULL;
}

static gboolean
is_actor_id (const char *text)
{
  gsize length = strlen (text);

  if (length < 2 || length > MAX_ACTOR_ID || !g_ascii_isupper (text[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '-')
      return FALSE;
  return TRUE;
}

/* What a message quotes must not break its line, nor steer the terminal it is shown on. */
static void
quieten (GError *error)
{
  for (char *p = error->message; *p != 0; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
}

static void
set_date (EntStatementInfo      *info,
          const EntRecord       *record,
          const EntReadOptions  *options,
          GError               **error)
{
  g_autofree char *date = dup_field (record, ENT_FIELD_DATE);
  g_autofree char *file_date = dup_field (record, ENT_FIELD_FILE_DATE);
  g_autofree char *address_date = NULL;
  g_autoptr (GError) bad_date = NULL;

  if (date != NULL && ent_edtf_parse (date, strlen (date), &info->date, &bad_date))
    {
      info->date_basis = ENT_DATE_BASIS_METADATA;
      return;
    }
  if (bad_date != NULL)
    {
      quieten (bad_date);
      g_propagate_error (error, g_steal_pointer (&bad_date));
    }
  memset (&info->date, 0, sizeof info->date);
  if (info->url != NULL)
    address_date = ent_page_date_find_in_address (info->url);
  if (address_date != NULL && ent_edtf_parse (address_date, strlen (address_date), &info->date, NULL))
    info->date_basis = ENT_DATE_BASIS_METADATA;
  else if (!ent_edtf_is_none (options->date))
    {
      info->date = options->date;
      info->date_basis = ENT_DATE_BASIS_GIVEN;
    }
  else if (file_date != NULL && ent_edtf_parse (file_date, strlen (file_date), &info->date, NULL))
    {
      info->date_basis = ENT_DATE_BASIS_METADATA;
      info->date_is_of_file = TRUE;
    }
}

/* A name of several words, or of ideographs, and not what someone logs in with. */
static gboolean
is_full_name (const char *name)
{
  return strchr (name, ' ') != NULL || strlen (name) > (gsize) g_utf8_strlen (name, -1);
}

/* An issuer that is no actor's id is at least the name of who speaks; the author of a file is its issuer's office,
 * where nothing else says who that is. */
static void
set_issuer (EntStatementInfo *info,
            const EntRecord  *record)
{
  g_autofree char *issuer = dup_field (record, ENT_FIELD_ISSUER);
  g_autofree char *author = dup_field (record, ENT_FIELD_AUTHOR);

  g_autofree char *source = dup_field (record, ENT_FIELD_SOURCE);

  /* Where it is from is told by an address, or by the name of an office. */
  info->url = dup_field (record, ENT_FIELD_URL);
  if (source != NULL && info->url == NULL
      && (g_str_has_prefix (source, "https://") || g_str_has_prefix (source, "http://")))
    info->url = g_steal_pointer (&source);
  else
    info->issuing_body = g_steal_pointer (&source);
  if (issuer != NULL && is_actor_id (issuer))
    info->issuer = g_steal_pointer (&issuer);
  else if (info->issuing_body == NULL)
    info->issuing_body = g_steal_pointer (&issuer);
  if (info->issuing_body == NULL && author != NULL && is_full_name (author))
    info->issuing_body = g_steal_pointer (&author);
}

/* What the statement does not say: what is around it, and what its editors say below it. */
static GArray *
find_furniture (const EntPageWords *words,
                const EntRecord    *record,
                const char         *text,
                gsize               length)
{
  gsize body = record->notes > 0 && record->notes < length ? record->notes : length;
  GArray *furniture = ent_furniture_find (words, text, body);
  EntSpan notes = { (guint32) body, (guint32) length };

  if (body < length)
    g_array_append_val (furniture, notes);
  return furniture;
}

/**
 * ent_record_to_statement:
 * @record: a record; its text is taken from it
 * @file: where it was found
 * @options: how to read
 * @date_error: (out): what is wrong with its date; the statement then has none, or that of @options
 * @error: where to say why it is no statement
 *
 * Returns: (transfer full): the statement, or %NULL
 */
EntStatement *
ent_record_to_statement (EntRecord             *record,
                         const char            *file,
                         const EntReadOptions  *options,
                         GError               **date_error,
                         GError               **error)
{
  EntStatementInfo info = { .kind = ENT_STATEMENT_OTHER };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) furniture = NULL;
  EntStatement *statement;
  GString *text;
  gsize length;

  g_return_val_if_fail (record != NULL && file != NULL && options != NULL, NULL);

  text = g_steal_pointer (&record->fields[ENT_FIELD_TEXT]);
  if (text == NULL)
    {
      g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "has no “text”");
      return NULL;
    }
  if (text->len >= G_MAXUINT32)
    {
      g_string_free (text, TRUE);
      g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, "its text has more than 4 GB");
      return NULL;
    }
  /* A string grows by doubling; statements are kept long enough to give that back. */
  length = text->len;
  bytes = g_bytes_new_take (g_realloc (g_string_free (text, FALSE), length + 1), length);

  info.file = g_strdup (file);
  info.id = dup_field (record, ENT_FIELD_ID);
  if (info.id == NULL)
    info.id = g_strdup (file);
  info.language = dup_field (record, ENT_FIELD_LANGUAGE);
  if (info.language == NULL)
    info.language = g_strdup (options->language);
  set_issuer (&info, record);
  set_date (&info, record, options, date_error);
  info.published_by = dup_field (record, ENT_FIELD_PUBLISHER);
  info.retrieved = dup_field (record, ENT_FIELD_RETRIEVED);

  info.notes = (guint32) MIN (record->notes, length);
  furniture = find_furniture (options->words, record, g_bytes_get_data (bytes, NULL), length);
  info.title = dup_field (record, ENT_FIELD_TITLE);
  if (info.title == NULL)
    info.title = ent_furniture_title (g_bytes_get_data (bytes, NULL), length, furniture);
  statement = ent_statement_new_paged (bytes, &info, (const EntSpan *) (gpointer) furniture->data, furniture->len,
                                       record->pages);
  ent_statement_info_clear (&info);
  return statement;
}
