/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-archive.h"

#include <glib/gi18n.h>

#include "cli/cli-options.h"
#include "cli/command.h"

static char *
dup_reason (const EntArchiveAccess *access)
{
  switch (access->reason)
    {
    case ENT_ARCHIVE_OF_OWNER:
      return g_strdup_printf (_ ("is open in process %lld on %s, which may write it"), (long long) access->process,
                              access->host);
    case ENT_ARCHIVE_OF_VERSION:
      return g_strdup_printf (_ ("was made by a later version of Entente (schema %lld); it can only be read"),
                              (long long) access->version);
    case ENT_ARCHIVE_OF_DISK:
      return g_strdup (_ ("cannot grow, the disk is full"));
    default:
      return g_strdup (_ ("may not be written, or its folder may not"));
    }
}

/**
 * ent_cli_open_to_write:
 * @path: an archive, made if it is missing
 * @parser: a parser
 *
 * Returns: (transfer full) (nullable): the archive; %NULL if it cannot be written, which has been said on standard
 *   error
 */
EntArchive *
ent_cli_open_to_write (const char *path,
                       EntParser  *parser)
{
  g_autoptr (GError) error = NULL;
  const EntArchiveOpenFlags flags = ENT_ARCHIVE_OPEN_WRITE | ENT_ARCHIVE_OPEN_CREATE;
  g_autoptr (EntArchive) archive = ent_archive_open (path, parser, flags, &error);
  EntArchiveAccess access;

  if (archive == NULL)
    {
      ent_cli_complain (path, error->message);
      return NULL;
    }
  ent_archive_get_access (archive, &access);
  if (access.reason != ENT_ARCHIVE_WRITABLE)
    {
      g_autofree char *reason = dup_reason (&access);

      ent_cli_complain (path, reason);
      return NULL;
    }
  ent_archive_set_coder (archive, g_get_user_name ());
  return g_steal_pointer (&archive);
}

/**
 * ent_cli_open_to_change:
 * @path: an archive
 * @parser: a parser
 *
 * Returns: (transfer full) (nullable): the archive; %NULL if it is none or cannot be written, which has been said on
 *   standard error
 */
EntArchive *
ent_cli_open_to_change (const char *path,
                        EntParser  *parser)
{
  if (ent_archive_is_file (path))
    return ent_cli_open_to_write (path, parser);
  ent_cli_complain (path, _ ("is no archive"));
  return NULL;
}

/**
 * ent_cli_load_rules:
 * @archive: an archive that was opened without them
 *
 * Compiles the rules, once it is known that what they find can be written, or says on standard error why it cannot.
 *
 * Returns: whether statements can be parsed into the archive now
 */
gboolean
ent_cli_load_rules (EntArchive *archive)
{
  EntParser *plain = ent_archive_get_parser (archive);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntParser) parser = ent_parser_new (ent_parser_get_vocabulary (plain), ent_parser_get_folders (plain),
                                                 &error);

  if (parser != NULL)
    ent_archive_set_parser (archive, parser);
  else
    g_printerr ("entente-cli: %s\n", error->message);
  return parser != NULL;
}

/**
 * ent_cli_open_to_read:
 * @path: an archive
 * @parser: a parser
 *
 * Returns: (transfer full) (nullable): the archive; %NULL if it cannot be read, which has been said on standard error
 */
EntArchive *
ent_cli_open_to_read (const char *path,
                      EntParser  *parser)
{
  g_autoptr (GError) error = NULL;
  EntArchive *archive = ent_archive_open (path, parser, ENT_ARCHIVE_OPEN_READ, &error);

  if (archive == NULL)
    ent_cli_complain (path, error->message);
  return archive;
}

/**
 * ent_cli_open_pair:
 * @path: an archive
 * @change: whether it is to be changed
 * @other_path: (nullable): another one, to read
 * @archive: (out): the archive
 * @other: (out) (nullable): the other one; %NULL without @other_path
 *
 * Opens what two people have said something in.
 *
 * Returns: %ENT_EXIT_DONE, or what to exit with where one cannot be opened, which has been said on standard error
 */
int
ent_cli_open_pair (const char  *path,
                   gboolean     change,
                   const char  *other_path,
                   EntArchive **archive,
                   EntArchive **other)
{
  g_autoptr (EntParser) parser = ent_cli_load_parser (ENT_PARSE_NOTHING);

  *archive = *other = NULL;
  if (parser == NULL)
    return ENT_EXIT_INPUT;
  if (other_path != NULL && (*other = ent_cli_open_to_read (other_path, parser)) == NULL)
    return ENT_EXIT_INPUT;
  *archive = change ? ent_cli_open_to_change (path, parser) : ent_cli_open_to_read (path, parser);
  /* What somebody corrected of a statement has it parsed anew. */
  if (*archive != NULL && (!change || ent_cli_load_rules (*archive)))
    return ENT_EXIT_DONE;
  g_clear_pointer (other, ent_archive_unref);
  if (*archive == NULL && change)
    return ENT_EXIT_OUTPUT;
  g_clear_pointer (archive, ent_archive_unref);
  return ENT_EXIT_INPUT;
}

/**
 * ent_cli_one_archive:
 *
 * Says that a command takes one archive.
 *
 * Returns: what to exit with
 */
int
ent_cli_one_archive (void)
{
  g_printerr ("entente-cli: %s\n", _ ("one archive is named at a time"));
  return ENT_EXIT_USAGE;
}
