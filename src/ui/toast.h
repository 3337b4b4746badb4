/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     ent_toast_add     (AdwToastOverlay *overlay,
                            AdwToast        *toast);
void     ent_toast_replace (AdwToastOverlay *overlay,
                            AdwToast       **last,
                            AdwToast        *toast);
void     ent_toast_dismiss (AdwToast        *toast);

G_END_DECLS
