/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "read/helper-message.h"

G_BEGIN_DECLS

gboolean ent_helper_server_ask (const char         *path,
                                const char * const *words,
                                const int           fds[ENT_HELPER_N_DESCRIPTORS]);

G_END_DECLS
