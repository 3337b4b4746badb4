/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/pile.h"

/**
 * ent_pile_grow:
 * @pile: numbers
 *
 * Makes room for one more at least.
 */
void
ent_pile_grow (EntPile *pile)
{
  pile->size = MAX (64, pile->size * 2);
  pile->data = g_renew (guint32, pile->data, pile->size);
}

/**
 * ent_pile_clear:
 * @pile: numbers, whose memory is given back
 */
void
ent_pile_clear (EntPile *pile)
{
  g_free (pile->data);
  *pile = (EntPile) { NULL };
}
