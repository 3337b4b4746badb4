/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the program that reads PDF documents says, beside what all such programs say (helper-message.h). The reader
 * looks at places in the text, too.
 */
typedef enum
{
  ENT_PDF_MESSAGE_TITLE = 'T',
  ENT_PDF_MESSAGE_AUTHOR = 'A',
  ENT_PDF_MESSAGE_DATE = 'D',  /* YYYY-MM-DD, of the file */
  ENT_PDF_MESSAGE_TEXT = 'B',  /* in UTF-8, once */
  ENT_PDF_MESSAGE_PAGES = 'P', /* pairs of 32-bit numbers, as the length: a byte of the text, the page from there on */
  ENT_PDF_MESSAGE_NOTES = 'N', /* a 32-bit number: the byte of the text at which its footnotes begin */
  ENT_PDF_MESSAGE_LACKS = 'L', /* a 32-bit number: how many pages are named and not there */
  ENT_PDF_MESSAGE_FAILED = 'E' /* a byte, of EntPdfFailure */
} EntPdfMessage;

typedef enum
{
  ENT_PDF_FAILURE_DAMAGED = 'd',
  ENT_PDF_FAILURE_LOCKED = 'l',    /* by a password */
  ENT_PDF_FAILURE_TOO_LONG = 'p',  /* more pages than are read */
  ENT_PDF_FAILURE_TOO_LARGE = 's', /* more text than is read */
  ENT_PDF_FAILURE_NO_TEXT = 'n',   /* pictures of pages */
  ENT_PDF_FAILURE_NO_LETTERS = 'c' /* glyphs that no character is told of */
} EntPdfFailure;

G_END_DECLS
