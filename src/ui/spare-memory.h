/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/archive.h"

G_BEGIN_DECLS

/* By then what some work was for is on show; in milliseconds. */
#define ENT_SPARE_MEMORY_DELAY 2000

void     ent_spare_memory_keep            (void);
void     ent_spare_memory_end_work        (void);
void     ent_spare_memory_give_back       (EntArchive *archive);
gboolean ent_spare_memory_give_back_later (gpointer    data);

G_END_DECLS
