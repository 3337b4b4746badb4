/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the program that unpacks ZIP archives says, beside what all such programs say (helper-message.h): first what the
 * archive is, then its members, each with its bytes and how they end:
 *
 *     CONTENTS  ( MEMBER  BYTES*  ( WHOLE | FAILED ) )*  BROKEN?
 *
 * Of a document only the parts are told that hold its text and what it says of itself; of what is hidden, nothing.
 */
typedef enum
{
  ENT_ZIP_MESSAGE_CONTENTS = 'C', /* a byte, of EntZipContents */
  ENT_ZIP_MESSAGE_MEMBER = 'M',   /* its path, in whatever encoding */
  ENT_ZIP_MESSAGE_BYTES = 'B',
  ENT_ZIP_MESSAGE_WHOLE = 'W',  /* the member ends here */
  ENT_ZIP_MESSAGE_FAILED = 'E', /* a byte, of EntZipFailure, and maybe words on the member */
  ENT_ZIP_MESSAGE_BROKEN = 'X'  /* the same on the archive, which ends here */
} EntZipMessage;

typedef enum
{
  ENT_ZIP_CONTENTS_FILES = 'f',
  ENT_ZIP_CONTENTS_TEXT = 't', /* a Word document or an OpenDocument text */
  ENT_ZIP_CONTENTS_OTHER = 'o' /* another Office document */
} EntZipContents;

typedef enum
{
  ENT_ZIP_FAILURE_DAMAGED = 'd',   /* words follow */
  ENT_ZIP_FAILURE_LOCKED = 'l',    /* by a password */
  ENT_ZIP_FAILURE_TOO_MANY = 'm',  /* more members than are read */
  ENT_ZIP_FAILURE_TOO_LARGE = 's', /* more bytes than one file may have */
  ENT_ZIP_FAILURE_TOO_MUCH = 'r',  /* more than all together may have */
  ENT_ZIP_FAILURE_LEAVES = 'p',    /* its name leads out of the archive */
  ENT_ZIP_FAILURE_EMPTY = 'n'      /* no file in it */
} EntZipFailure;

/* The most bytes of a member, or of its name or of words, that are said at once. */
#define ENT_ZIP_MAX_MESSAGE (64 * 1024)

G_END_DECLS
