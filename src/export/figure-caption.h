/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/export-request.h"

G_BEGIN_DECLS

char *ent_figure_caption_new (const EntExportRequest *request);

G_END_DECLS
