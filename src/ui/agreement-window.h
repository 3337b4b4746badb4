/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/**
 * EntAgreementWindow:
 *
 * How far two people agree who checked the same events: of one archive, or of two.
 */
#define ENT_TYPE_AGREEMENT_WINDOW (ent_agreement_window_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementWindow, ent_agreement_window, ENT, AGREEMENT_WINDOW, AdwWindow)

GtkWidget *ent_agreement_window_new (EntSession *session);
void ent_agreement_window_add_other (EntAgreementWindow *self,
                                     const char *path);

G_END_DECLS
