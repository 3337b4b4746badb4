/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses, as scripts read them. */
enum
{
  ENT_EXIT_DONE,
  ENT_EXIT_INPUT,   /* some input could not be read; the rest was done */
  ENT_EXIT_USAGE,   /* the command line is wrong */
  ENT_EXIT_OUTPUT   /* the output could not be written */
};

/* Each command takes its own name and arguments and returns an exit status. */
int ent_command_statements (int argc,
                            char **argv);
int ent_command_dates (int argc,
                       char **argv);
int ent_command_events (int argc,
                        char **argv);
int ent_command_relationships (int argc,
                               char **argv);
int ent_command_export (int argc,
                        char **argv);
int ent_command_import (int argc,
                        char **argv);
int ent_command_check (int argc,
                       char **argv);
int ent_command_snapshots (int argc,
                           char **argv);
int ent_command_compare (int argc,
                         char **argv);
int ent_command_merge (int argc,
                       char **argv);
int ent_command_agreement (int argc,
                           char **argv);
int ent_command_reparse (int argc,
                         char **argv);

G_END_DECLS
