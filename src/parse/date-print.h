/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-form.h"

G_BEGIN_DECLS

void ent_date_form_print_duration (const EntDateForm *form,
                                   char *text,
                                   gsize size);
void ent_date_form_print_pattern (const EntDateForm *form,
                                  char *text,
                                  gsize size);
void ent_date_form_print_ref (EntDateRef ref,
                              char *text,
                              gsize size);

G_END_DECLS
