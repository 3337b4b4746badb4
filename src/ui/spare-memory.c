/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/spare-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* In bytes: what is kept, what a part of the memory may have left at its end, and what is more than a little there. */
#define KEPT (64 * 1024 * 1024)
#define LEFT (128 * 1024)
#define NOT_LITTLE (256 * 1024)

static void
keep (int size)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, size);
#endif
}

static gpointer
give_back (gpointer data)
{
  g_autoptr (EntArchive) archive = data;

  keep (LEFT);
  if (archive != NULL)
    ent_archive_drop_pages (archive);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  keep (KEPT);
  return NULL;
}

/**
 * ent_spare_memory_keep:
 *
 * Drawn by software, each frame takes pictures as large as the window, which the C library would give back to the
 * system and get again, page by page: half of a frame's time. It is told to keep them.
 */
void
ent_spare_memory_keep (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, KEPT / 2);
#endif
  keep (KEPT);
}

/**
 * ent_spare_memory_end_work:
 *
 * Gives back what a worker took, at its end. Threads have parts of the memory of their own, whose ends the C library
 * looks at only when something is let go of there.
 */
void
ent_spare_memory_end_work (void)
{
  keep (LEFT);
  g_free (g_malloc (NOT_LITTLE));
  keep (KEPT);
}

/**
 * ent_spare_memory_give_back:
 * @archive: (nullable): whose pages are not kept, either
 *
 * What some work took for a while lies scattered between what stays; the C library gives it back to the system when it
 * is asked to. It is to come after what the work was for is shown: frames take their pictures from such memory, page by
 * page if it were gone.
 */
void
ent_spare_memory_give_back (EntArchive *archive)
{
  g_thread_unref (g_thread_new ("trim", give_back, archive != NULL ? ent_archive_ref (archive) : NULL));
}

/**
 * ent_spare_memory_give_back_later:
 * @data: not used
 *
 * The same as a source of a main loop, which is called once.
 *
 * Returns: %G_SOURCE_REMOVE
 */
gboolean
ent_spare_memory_give_back_later (gpointer data)
{
  ent_spare_memory_give_back (NULL);
  return G_SOURCE_REMOVE;
}
