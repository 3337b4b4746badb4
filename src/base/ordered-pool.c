/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ordered-pool.h"

/* Enough work waiting that one long piece does not leave the others idle. */
#define SLOTS_PER_JOB 4
#define MAX_JOBS 256

typedef struct
{
  gpointer item;
  gpointer result;
  gboolean done;
} Slot;

/*     slots   [ done ][ work ][ done ][ wait ][      ] …   a ring
 *               │head                          │head + n_used
 * Results leave at the head, work enters behind the last. Only the pushing thread moves either;
 * the lock guards the slots' done and result.
 */
struct _EntOrderedPool
{
  EntWorkFunc work;
  EntResultFunc result;
  gpointer data;
  GThreadPool *threads; /* NULL: the caller's thread works */
  GMutex lock;
  GCond slot_done;
  Slot *slots;
  guint n_slots;
  guint head;
  guint n_used;
};

static void
work_on_slot (gpointer data,
              gpointer user_data)
{
  EntOrderedPool *self = user_data;
  Slot *slot = data;
  gpointer result = self->work (slot->item, self->data);

  g_mutex_lock (&self->lock);
  slot->result = result;
  slot->done = TRUE;
  g_cond_signal (&self->slot_done);
  g_mutex_unlock (&self->lock);
}

static void
hand_over (EntOrderedPool *self,
           gpointer        result)
{
  if (result != NULL)
    self->result (result, self->data);
}

/* Hands the head's result over; FALSE if it is not done and not to be waited for. */
static gboolean
pop_head (EntOrderedPool *self,
          gboolean        wait)
{
  Slot *slot = &self->slots[self->head];
  gpointer result;

  g_mutex_lock (&self->lock);
  while (wait && !slot->done)
    g_cond_wait (&self->slot_done, &self->lock);
  if (!slot->done)
    {
      g_mutex_unlock (&self->lock);
      return FALSE;
    }
  result = slot->result;
  slot->done = FALSE;
  g_mutex_unlock (&self->lock);

  self->head = (self->head + 1) % self->n_slots;
  self->n_used--;
  hand_over (self, result);
  return TRUE;
}

/**
 * ent_ordered_pool_new:
 * @n_jobs: how many threads work at once; with 0 or 1 the caller's own does
 * @work: does one piece of work
 * @result: takes one result over; not called where @work gave %NULL
 * @data: handed to both; used from several threads at once
 *
 * Returns: (transfer full): a pool, to be ended with ent_ordered_pool_finish ()
 */
EntOrderedPool *
ent_ordered_pool_new (guint         n_jobs,
                      EntWorkFunc   work,
                      EntResultFunc result,
                      gpointer      data)
{
  g_autoptr (GError) error = NULL;
  EntOrderedPool *self;

  g_return_val_if_fail (work != NULL && result != NULL, NULL);

  self = g_new0 (EntOrderedPool, 1);
  self->work = work;
  self->result = result;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->slot_done);
  if (n_jobs <= 1)
    return self;

  n_jobs = MIN (n_jobs, MAX_JOBS);
  self->threads = g_thread_pool_new (work_on_slot, self, (int) n_jobs, TRUE, &error);
  if (error != NULL)
    {
      /* The machine does not give so many threads; the work is done nevertheless. */
      g_thread_pool_free (g_steal_pointer (&self->threads), TRUE, FALSE);
      return self;
    }
  self->n_slots = n_jobs * SLOTS_PER_JOB;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

/**
 * ent_ordered_pool_push:
 * @pool: a pool
 * @item: (transfer full): a piece of work, not %NULL
 *
 * Gives work to the pool. Before it returns, it may hand results of earlier work over, and it waits
 * for the oldest if too many are on the way.
 */
void
ent_ordered_pool_push (EntOrderedPool *pool,
                       gpointer        item)
{
  Slot *slot;

  g_return_if_fail (pool != NULL && item != NULL);

  if (pool->threads == NULL)
    {
      hand_over (pool, pool->work (item, pool->data));
      return;
    }

  if (pool->n_used == pool->n_slots)
    pop_head (pool, TRUE);
  while (pool->n_used > 0 && pop_head (pool, FALSE))
    ;
  slot = &pool->slots[(pool->head + pool->n_used) % pool->n_slots];
  slot->item = item;
  pool->n_used++;
  g_thread_pool_push (pool->threads, slot, NULL);
}

/**
 * ent_ordered_pool_finish:
 * @pool: (transfer full): a pool
 *
 * Waits for all work, hands the remaining results over and frees the pool.
 */
void
ent_ordered_pool_finish (EntOrderedPool *pool)
{
  g_return_if_fail (pool != NULL);

  while (pool->n_used > 0)
    pop_head (pool, TRUE);
  if (pool->threads != NULL)
    g_thread_pool_free (pool->threads, FALSE, TRUE);
  g_mutex_clear (&pool->lock);
  g_cond_clear (&pool->slot_done);
  g_free (pool->slots);
  g_free (pool);
}
