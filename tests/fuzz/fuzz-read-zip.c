/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-target.h"
#include "read-zip/zip-unpack.h"
#include "read/zip-message.h"

#define MAX_MEMBERS 1000
#define MAX_SIZE (1024 * 1024)
#define MAX_TOTAL (4 * MAX_SIZE)

/* What was said so far, which has an order of its own. */
typedef struct
{
  GChecksum *digest; /* of all of it */
  gsize n_messages;
  gsize n_members;
  gsize size;  /* of the open member */
  gsize total; /* of all whole members */
  gboolean is_open;
  gboolean is_broken;
} Listener;

static void
end_member (Listener *listener,
            gboolean  is_whole)
{
  g_assert_true (listener->is_open);
  listener->is_open = FALSE;
  if (is_whole)
    listener->total += listener->size;
  listener->size = 0;
  g_assert_cmpuint (listener->total, <=, MAX_TOTAL);
}

static void
on_message (char        tag,
            const void *bytes,
            gsize       length,
            gpointer    data)
{
  Listener *listener = data;

  g_assert_cmpuint (length, <=, ENT_ZIP_MAX_MESSAGE);
  g_assert_false (listener->is_broken);
  g_assert_true ((tag == ENT_ZIP_MESSAGE_CONTENTS) == (listener->n_messages == 0));
  switch (tag)
    {
    case ENT_ZIP_MESSAGE_CONTENTS:
      g_assert_cmpuint (length, ==, 1);
      break;
    case ENT_ZIP_MESSAGE_MEMBER:
      g_assert_false (listener->is_open);
      g_assert_cmpuint (++listener->n_members, <=, MAX_MEMBERS);
      listener->is_open = TRUE;
      break;
    case ENT_ZIP_MESSAGE_BYTES:
      g_assert_true (listener->is_open);
      listener->size += length;
      g_assert_cmpuint (listener->size, <=, MAX_SIZE);
      break;
    case ENT_ZIP_MESSAGE_BROKEN:
      g_assert_false (listener->is_open);
      g_assert_cmpuint (length, >=, 1);
      listener->is_broken = TRUE;
      break;
    default:
      g_assert_true (tag == ENT_ZIP_MESSAGE_WHOLE || tag == ENT_ZIP_MESSAGE_FAILED);
      g_assert_true (tag == ENT_ZIP_MESSAGE_WHOLE ? length == 0 : length >= 1);
      end_member (listener, tag == ENT_ZIP_MESSAGE_WHOLE);
    }
  g_checksum_update (listener->digest, bytes, (gssize) length);
  listener->n_messages++;
}

static char *
unpack (const uint8_t *data,
        size_t         size)
{
  const EntZipLimits limits = { MAX_MEMBERS, MAX_SIZE, MAX_TOTAL };
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_MD5);
  Listener listener = { .digest = digest };

  ent_zip_unpack ((const char *) data, size, &limits, on_message, &listener);
  g_assert_false (listener.is_open);
  g_assert_cmpuint (listener.n_messages, >, 0);
  return g_strdup (g_checksum_get_string (digest));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (size == 0)
    return 0;
  /* The first byte chose a name once. */
  first = unpack (data + 1, size - 1);
  second = unpack (data + 1, size - 1);
  g_assert_cmpstr (first, ==, second);
  return 0;
}
