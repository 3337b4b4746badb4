/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-request.h"

G_BEGIN_DECLS

char     *ent_facts_new_checked        (const EntExportRequest *request,
                                        const EntTranslator    *translator);
char     *ent_facts_new_as_of          (const EntExportRequest *request);
char     *ent_facts_new                (const EntExportRequest *request,
                                        EntExportParts          parts);
const char *ent_facts_get_nothing      (const EntExportRequest *request);
gboolean  ent_facts_is_right_to_left   (const char             *locale);

G_END_DECLS
