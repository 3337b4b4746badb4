/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente-read-zip: unpacks the ZIP archive that is its standard input and says what it holds on its standard output,
 * in the messages of zip-message.h. Started by Entente, and shut in before it looks at the first byte. */
#include <locale.h>

#include "confined/confined-program.h"
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
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) input = NULL;
  EntZipLimits limits;
  const char *bytes;
  guint64 memory;
  gsize length;

  /* In which names are given that are marked as UTF-8. */
  setlocale (LC_ALL, "");
  memory = ent_confined_program_read_number (argc, argv, 1);
  limits.members = ent_confined_program_read_number (argc, argv, 2);
  limits.size = ent_confined_program_read_number (argc, argv, 3);
  limits.total = ent_confined_program_read_number (argc, argv, 4);
  /* Whoever reads gives each member its time, and stops this if it takes longer. */
  input = ent_confined_program_enter (NULL, memory, 0);
  bytes = g_bytes_get_data (input, &length);
  ent_zip_unpack (bytes, length, &limits, on_message, NULL);
  ent_confined_program_end ();
}
