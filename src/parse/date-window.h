/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parse/date-form.h"
#include "parse/date-value.h"

G_BEGIN_DECLS

EntEdtf ent_date_window_about (const EntDateForm *form,
                               EntDateWindow window,
                               const EntDateValue *now);
EntEdtf ent_date_window_open (EntEdtf edtf,
                              EntDateWindow window);

G_END_DECLS
