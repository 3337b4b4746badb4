/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/number-list.h"

#include "ui/number-item.h"

struct _EntNumberList
{
  GObject parent_instance;
  GArray *numbers; /* (element-type guint32) */
};

static void ent_number_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntNumberList, ent_number_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ent_number_list_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ENT_TYPE_NUMBER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ENT_NUMBER_LIST (model)->numbers->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  EntNumberList *self = ENT_NUMBER_LIST (model);

  return position < self->numbers->len ? ent_number_item_new (g_array_index (self->numbers, guint32, position)) : NULL;
}

static void
ent_number_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
ent_number_list_finalize (GObject *object)
{
  g_array_unref (ENT_NUMBER_LIST (object)->numbers);

  G_OBJECT_CLASS (ent_number_list_parent_class)->finalize (object);
}

static void
ent_number_list_class_init (EntNumberListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_number_list_finalize;
}

static void
ent_number_list_init (EntNumberList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * ent_number_list_new:
 *
 * Returns: (transfer full): a list of nothing
 */
EntNumberList *
ent_number_list_new (void)
{
  return g_object_new (ENT_TYPE_NUMBER_LIST, NULL);
}

/**
 * ent_number_list_set:
 * @self: a list
 * @numbers: (array length=n): its numbers, in their order
 * @n: how many
 *
 * Only what lies between the first and the last that are others than before is told to have changed.
 */
void
ent_number_list_set (EntNumberList *self,
                     const guint32 *numbers,
                     guint          n)
{
  g_return_if_fail (ENT_IS_NUMBER_LIST (self) && (numbers != NULL || n == 0));

  const guint32 *old = (const guint32 *) (gpointer) self->numbers->data;
  guint before = self->numbers->len;
  guint least = MIN (before, n), first = 0, last = 0;

  while (first < least && old[first] == numbers[first])
    first++;
  while (last < least - first && old[before - 1 - last] == numbers[n - 1 - last])
    last++;
  g_array_set_size (self->numbers, 0);
  if (n > 0)
    g_array_append_vals (self->numbers, numbers, n);
  if (before != n || first < n)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before - first - last, n - first - last);
}

/**
 * ent_number_list_find:
 * @self: a list
 * @number: a number
 * @position: (out): where it is
 *
 * Returns: whether it is in the list
 */
gboolean
ent_number_list_find (EntNumberList *self,
                      guint32        number,
                      guint         *position)
{
  g_return_val_if_fail (ENT_IS_NUMBER_LIST (self) && position != NULL, FALSE);

  for (guint i = 0; i < self->numbers->len; i++)
    {
      if (g_array_index (self->numbers, guint32, i) != number)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}
