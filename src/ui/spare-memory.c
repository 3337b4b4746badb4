/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/spare-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

static gpointer
trim (gpointer data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return NULL;
}

/**
 * ent_spare_memory_give_back:
 * @data: not used
 *
 * What some work took for a while lies scattered between what stays; the C library gives it back to the system when it
 * is asked to. As a source of a main loop it is called once. It is to come after what the work was for is shown: frames
 * take their pictures from such memory, page by page if it were gone.
 *
 * Returns: %G_SOURCE_REMOVE
 */
gboolean
ent_spare_memory_give_back (gpointer data)
{
  g_thread_unref (g_thread_new ("trim", trim, NULL));
  return G_SOURCE_REMOVE;
}
