/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/edtf.h"

G_BEGIN_DECLS

/* Writes JSON, a piece at a time, to the end of a string. */

void ent_json_append_text (GString *out,
                           const char *text,
                           gssize length);
void ent_json_append_key (GString *out,
                          const char *key);
void ent_json_append_string (GString *out,
                             const char *key,
                             const char *value);
void ent_json_append_number (GString *out,
                             const char *key,
                             guint64 value);
void ent_json_append_edtf (GString *out,
                           const char *key,
                           EntEdtf edtf);
void ent_json_append_day (GString *out,
                          const char *key,
                          EntDay day);
void ent_json_append_strings (GString *out,
                              const char *key,
                              const char * const *strings);

G_END_DECLS
