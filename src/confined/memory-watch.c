/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some libraries take a part that there is no memory for to be damaged, others end the process: neither tells which it
 * was. So each refusal is told of where it happens: these functions stand before those of the C library, as its manual
 * says that they may. Not under a sanitizer, which has its own, and sets no limit. */
#include "confined/memory-watch.h"

#include <stdlib.h>

#include "confined/confined-program.h"
#include "read/helper-message.h"

static gboolean is_watching = FALSE;

/**
 * ent_memory_watch_start:
 *
 * From here on, it is said when memory is refused to this process, once.
 */
void
ent_memory_watch_start (void)
{
  is_watching = TRUE;
}

#ifndef __SANITIZE_ADDRESS__

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);
extern void __libc_free (void *old);

static void *
look_at (void   *given,
         size_t  asked)
{
  if (given == NULL && asked > 0 && is_watching)
    {
      is_watching = FALSE;
      ent_confined_program_say (ENT_HELPER_MESSAGE_MEMORY, NULL, 0);
      ent_confined_program_flush (TRUE);
    }
  return given;
}

/**
 * malloc:
 * @size: how many bytes
 *
 * Returns: as the C library has it
 */
void *
malloc (size_t size)
{
  return look_at (__libc_malloc (size), size);
}

/**
 * calloc:
 * @n: how many
 * @size: of how many bytes each
 *
 * Returns: as the C library has it
 */
void *
calloc (size_t n,
        size_t size)
{
  return look_at (__libc_calloc (n, size), n > 0 ? size : 0);
}

/**
 * realloc:
 * @old: (nullable): what was given
 * @size: how many bytes are wanted
 *
 * Returns: as the C library has it
 */
void *
realloc (void   *old,
         size_t  size)
{
  return look_at (__libc_realloc (old, size), size);
}

/**
 * free:
 * @old: (nullable): what was given
 */
void
free (void *old)
{
  __libc_free (old);
}

#endif
