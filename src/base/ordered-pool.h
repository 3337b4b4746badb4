/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntOrderedPool:
 *
 * Worker threads whose results come out in the order in which their work went in, with a bounded
 * number on the way, so that a stream of any length is worked on in constant memory. With one job it
 * works on the caller's thread and makes none.
 */
typedef struct _EntOrderedPool EntOrderedPool;

/* Does one piece of work, on any thread. Takes @item over and returns the result, or %NULL. */
typedef gpointer (*EntWorkFunc) (gpointer item,
                                 gpointer data);
/* Takes one result over, on the thread that pushes, in order. */
typedef void (*EntResultFunc) (gpointer result,
                               gpointer data);

EntOrderedPool *ent_ordered_pool_new    (guint           n_jobs,
                                         EntWorkFunc     work,
                                         EntResultFunc   result,
                                         gpointer        data);
void            ent_ordered_pool_push   (EntOrderedPool *pool,
                                         gpointer        item);
void            ent_ordered_pool_finish (EntOrderedPool *pool);

G_END_DECLS
