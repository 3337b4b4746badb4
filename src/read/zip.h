/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/read-context.h"
#include "read/zip-message.h"

G_BEGIN_DECLS

/**
 * EntZip:
 *
 * A ZIP archive in memory, whose members are unpacked by a program without rights, one after the other, and never
 * written anywhere.
 */
typedef struct _EntZip EntZip;

EntZip   *ent_zip_new  (const EntReadContext  *context,
                        const char            *bytes,
                        gsize                  length,
                        guint64                limit,
                        EntZipContents        *contents,
                        GError               **error);
void      ent_zip_free (EntZip                *zip);
gboolean  ent_zip_next (EntZip                *zip,
                        const char           **name,
                        GError               **error);
GBytes   *ent_zip_read (EntZip                *zip,
                        guint64                left,
                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntZip, ent_zip_free)

G_END_DECLS
