/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the program that reads PDF documents says on its standard output, to whoever started it: one message after the
 * other, each a tag, a length (32 bits, the most significant byte first) and as many bytes. The last one is
 * ENT_PDF_MESSAGE_END or ENT_PDF_MESSAGE_FAILED; without it the program did not come to its end. The reader believes
 * none of it: lengths are bounded, texts made valid, and places in the text looked at.
 */
typedef enum
{
  ENT_PDF_MESSAGE_TITLE = 'T',
  ENT_PDF_MESSAGE_AUTHOR = 'A',
  ENT_PDF_MESSAGE_DATE = 'D',   /* YYYY-MM-DD, of the file */
  ENT_PDF_MESSAGE_TEXT = 'B',   /* in UTF-8, once */
  ENT_PDF_MESSAGE_PAGES = 'P',  /* pairs of 32-bit numbers, as the length: a byte of the text, the page from there on */
  ENT_PDF_MESSAGE_NOTES = 'N',  /* a 32-bit number: the byte of the text at which its footnotes begin */
  ENT_PDF_MESSAGE_LACKS = 'L',  /* a 32-bit number: how many pages are named and not there */
  ENT_PDF_MESSAGE_FAILED = 'E', /* a byte, of EntPdfFailure */
  ENT_PDF_MESSAGE_END = '.'
} EntPdfMessage;

typedef enum
{
  ENT_PDF_FAILURE_DAMAGED = 'd',
  ENT_PDF_FAILURE_LOCKED = 'l',     /* by a password */
  ENT_PDF_FAILURE_TOO_LONG = 'p',   /* more pages than are read */
  ENT_PDF_FAILURE_TOO_LARGE = 's',  /* more text than is read */
  ENT_PDF_FAILURE_NO_TEXT = 'n',    /* pictures of pages */
  ENT_PDF_FAILURE_NO_LETTERS = 'c', /* glyphs that no character is told of */
  ENT_PDF_FAILURE_SYSTEM = 'y'      /* the program could not shut itself in, or was not started as it should be */
} EntPdfFailure;

#define ENT_PDF_MESSAGE_HEAD 5 /* bytes before what a message holds */

G_END_DECLS
