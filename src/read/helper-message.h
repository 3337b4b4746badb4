/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the programs that read for Entente without rights say on their standard output, to whoever started them: one
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
