/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_FORMAT_TEXT,
  ENT_FORMAT_JSON_LINES, /* an object a line */
  ENT_FORMAT_JSON,       /* one object, or an array of them */
  ENT_FORMAT_CSV,
  ENT_FORMAT_HTML,
  ENT_FORMAT_XML,
  ENT_FORMAT_MARKDOWN,
  ENT_FORMAT_MAIL,
  ENT_FORMAT_PDF,
  ENT_FORMAT_BIBTEX, /* lists of references, and so on down to CSL */
  ENT_FORMAT_RIS,
  ENT_FORMAT_CSL,
  ENT_FORMAT_ZIP /* a Word document and an OpenDocument text as well */
} EntFormat;

EntFormat   ent_format_guess        (const char *name,
                                     const char *head,
                                     gsize       length,
                                     gboolean    whole);
gboolean    ent_format_is_zip       (const char *head,
                                     gsize       length);
gboolean    ent_format_is_pdf       (const char *head,
                                     gsize       length);
gboolean    ent_format_is_html      (const char *head,
                                     gsize       length);
const char *ent_format_find_magic   (const char *bytes,
                                     gsize       length);
gboolean    ent_format_looks_binary (const char *bytes,
                                     gsize       length);

G_END_DECLS
