/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How a program that reads for Entente without rights is asked to read a file: by a message on the socket that is its
 * standard input, of words that tell how to read, with spaces between, and these descriptors. Over the line, which is a
 * socket too, it is told that what is read is of no use any more, when the other end is closed; and it tells how the
 * reading process ended, as waitpid () has it.
 */
typedef enum
{
  ENT_HELPER_INPUT,
  ENT_HELPER_OUTPUT,
  ENT_HELPER_LINE,
  ENT_HELPER_N_DESCRIPTORS
} EntHelperDescriptor;

#define ENT_HELPER_MAX_WORDS 255 /* bytes */

/*
 * What the programs that read for Entente without rights say to whoever asked them, on the output that they got: one
 * message after the other, each a tag, a length (32 bits, the most significant byte first) and as many bytes. The last
 * one is ENT_HELPER_MESSAGE_END or ENT_HELPER_MESSAGE_UNSAFE; without it a program did not come to its end. What else
 * there is to say, each program has tags of its own for. The reader believes none of it: lengths are bounded and texts
 * made valid.
 */
#define ENT_HELPER_MESSAGE_HEAD 5 /* bytes before what a message holds */

#define ENT_HELPER_MESSAGE_END '.'
#define ENT_HELPER_MESSAGE_UNSAFE '!' /* it could not shut itself in, or was not started as it should be */
#define ENT_HELPER_MESSAGE_MEMORY '~' /* it was refused memory; it may yet do without */

G_END_DECLS
