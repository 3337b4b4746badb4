/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/reader.h"

G_BEGIN_DECLS

void ent_reader_measure (const char           *path,
                         const EntReadOptions *options,
                         guint                *n_files,
                         guint64              *n_bytes,
                         GCancellable         *cancellable);

G_END_DECLS
