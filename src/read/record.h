/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/reader.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_FIELD_ID,
  ENT_FIELD_TITLE,
  ENT_FIELD_DATE,
  ENT_FIELD_LANGUAGE,
  ENT_FIELD_ISSUER,
  ENT_FIELD_SOURCE,
  ENT_FIELD_TEXT,
  ENT_N_STREAM_FIELDS,
  /* what a file tells of itself and a stream does not */
  ENT_FIELD_URL = ENT_N_STREAM_FIELDS,
  ENT_FIELD_PUBLISHER,
  ENT_FIELD_RETRIEVED, /* the day on which it was fetched */
  ENT_FIELD_AUTHOR,    /* who wrote the file, by its own word */
  ENT_FIELD_FILE_DATE, /* when the file was made; the statement may be older, and its text says so better */
  ENT_N_FIELDS
} EntField;

/**
 * EntRecord:
 * @fields: what each field holds, in valid UTF-8; %NULL where the record does not have it
 * @notes: the byte of the text at which the notes of its editors begin; 0 for a text without them
 * @pages: (nullable) (element-type EntPageStart): where its pages begin
 *
 * A statement as a line of a stream gives it, whatever the stream's format.
 */
typedef struct
{
  GString *fields[ENT_N_FIELDS];
  gsize notes;
  GArray *pages;
} EntRecord;

void          ent_record_clear         (EntRecord            *record);
EntField      ent_field_from_name      (const char           *name,
                                        gsize                 length);
EntStatement *ent_record_to_statement  (EntRecord            *record,
                                        const char           *file,
                                        const EntReadOptions *options,
                                        GError              **date_error,
                                        GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntRecord, ent_record_clear)

G_END_DECLS
