/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/statement.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_REFERENCE_KEY,
  ENT_REFERENCE_TITLE,
  ENT_REFERENCE_DATE,      /* as EDTF */
  ENT_REFERENCE_RETRIEVED, /* YYYY-MM-DD */
  ENT_REFERENCE_URL,
  ENT_REFERENCE_LANGUAGE,
  ENT_REFERENCE_BODY,      /* the office or organisation that wrote or issued it */
  ENT_REFERENCE_PUBLISHER, /* who carried it: a paper, a site */
  ENT_N_REFERENCE_FIELDS
} EntReferenceField;

/**
 * EntReference:
 * @fields: what each field holds, in valid UTF-8; %NULL where nothing is known
 * @files: (element-type utf8): the paths of what is stored with it, as the list writes them
 *
 * A document in a list of references.
 */
typedef struct
{
  char *fields[ENT_N_REFERENCE_FIELDS];
  GPtrArray *files;
} EntReference;

EntReference *ent_reference_new       (void);
void          ent_reference_free      (EntReference       *reference);
void          ent_reference_set       (EntReference       *reference,
                                       EntReferenceField   field,
                                       const char         *value);
void          ent_reference_set_date  (EntReference       *reference,
                                       EntReferenceField   field,
                                       const char         *value);
void          ent_reference_add_file  (EntReference       *reference,
                                       const char         *path);
EntStatement *ent_reference_apply     (const EntReference *reference,
                                       EntStatement       *statement,
                                       gboolean            whole);

/* Each returns the references (element-type EntReference) in a list in valid UTF-8. */
GPtrArray    *ent_references_from_bibtex (const char  *text,
                                          gsize        length);
GPtrArray    *ent_references_from_ris    (const char  *text,
                                          gsize        length);
GPtrArray    *ent_references_from_csl    (const char  *text,
                                          gsize        length,
                                          GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntReference, ent_reference_free)

G_END_DECLS
