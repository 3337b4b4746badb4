/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-output.h"

#include <errno.h>
#include <stdio.h>

#include "cli/command.h"

/**
 * ent_cli_write:
 * @text: what to print
 *
 * Returns: whether standard output still takes something
 */
gboolean
ent_cli_write (const GString *text)
{
  return fwrite (text->str, 1, text->len, stdout) == text->len;
}

/**
 * ent_cli_finish:
 * @status: what the command would exit with
 *
 * Writes out what is left. A reader that has gone away is no mistake of ours, so nothing is said of it.
 *
 * Returns: what to exit with
 */
int
ent_cli_finish (int status)
{
  errno = 0;
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  if (errno != EPIPE && errno != 0)
    g_printerr ("entente-cli: %s\n", g_strerror (errno));
  return ENT_EXIT_OUTPUT;
}

/**
 * ent_cli_append_field:
 * @line: a line of tab-separated values
 * @text: (nullable): the field; its tabs and line breaks become spaces
 * @last: whether the line ends with it
 */
void
ent_cli_append_field (GString    *line,
                      const char *text,
                      gboolean    last)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    g_string_append_c (line, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append_c (line, last ? '\n' : '\t');
}
