/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntPile:
 * @data: (array length=n): numbers
 * @n: how many
 *
 * Numbers in a row, which grow in place. All zero is none.
 */
typedef struct
{
  guint32 *data;
  guint32 n;
  /*< private >*/
  guint32 size;
} EntPile;

void ent_pile_grow (EntPile *pile);
void ent_pile_clear (EntPile *pile);

/**
 * ent_pile_push:
 * @pile: numbers
 * @number: one to put behind them
 */
static inline void
ent_pile_push (EntPile *pile,
               guint32  number)
{
  if (G_UNLIKELY (pile->n == pile->size))
    ent_pile_grow (pile);
  pile->data[pile->n++] = number;
}

G_END_DECLS
