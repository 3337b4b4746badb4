/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente-read-zip: unpacks ZIP archives and says what they hold, in the messages of zip-message.h. Started by Entente;
 * each archive has a process of its own, which is shut in before it looks at the first byte. */
#include <locale.h>

#include "confined/confined-program.h"
#include "confined/confined-server.h"
#include "read-zip/zip-unpack.h"
#include "read/zip-message.h"

static void
on_message (char        tag,
            const void *bytes,
            gsize       length,
            gpointer    data)
{
  ent_confined_program_say (tag, bytes, length);
  if (tag == ENT_ZIP_MESSAGE_WHOLE || tag == ENT_ZIP_MESSAGE_FAILED)
    ent_confined_program_flush (FALSE);
}

int
main (void)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GBytes) input = NULL;
  EntZipLimits limits;
  const char *bytes;
  guint64 memory;
  gsize length;

  /* In which names are given that are marked as UTF-8. */
  setlocale (LC_ALL, "");
  words = ent_confined_server_run ();
  memory = ent_confined_program_read_number (words, 0);
  limits.members = ent_confined_program_read_number (words, 1);
  limits.size = ent_confined_program_read_number (words, 2);
  limits.total = ent_confined_program_read_number (words, 3);
  /* Whoever reads gives each member its time, and stops this if it takes longer. */
  input = ent_confined_program_enter (NULL, memory, 0);
  bytes = g_bytes_get_data (input, &length);
  ent_zip_unpack (bytes, length, &limits, on_message, NULL);
  ent_confined_program_end ();
}
