/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/number-item.h"

struct _EntNumberItem
{
  GObject parent_instance;
  guint32 number;
};

G_DEFINE_FINAL_TYPE (EntNumberItem, ent_number_item, G_TYPE_OBJECT)

static void
ent_number_item_class_init (EntNumberItemClass *klass)
{
}

static void
ent_number_item_init (EntNumberItem *self)
{
}

/**
 * ent_number_item_new:
 * @number: a number
 *
 * Returns: (transfer full): an item for it
 */
EntNumberItem *
ent_number_item_new (guint32 number)
{
  EntNumberItem *self = g_object_new (ENT_TYPE_NUMBER_ITEM, NULL);

  self->number = number;
  return self;
}

/**
 * ent_number_item_get_number:
 * @self: an item
 *
 * Returns: its number
 */
guint32
ent_number_item_get_number (EntNumberItem *self)
{
  g_return_val_if_fail (ENT_IS_NUMBER_ITEM (self), 0);

  return self->number;
}
