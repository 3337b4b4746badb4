/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frame-watch.h"

#include <string.h>
#include <time.h>

#define STALL_MS 50.0

typedef struct
{
  double processor, clock; /* milliseconds */
} Moment;

/* What a frame is made of, in this order. */
enum
{
  UPDATE,
  LAYOUT,
  PAINT,
  N_PHASES
};

struct _FrameWatch
{
  GdkFrameClock *clock;
  Moment frame_begin;
  Moment phase_begin;
  double phases[N_PHASES], worst[N_PHASES]; /* of the processor, of this frame and of the slowest one */
  Moment woken;
  GArray *frames[2]; /* of double: of the processor, of the clock */
  GArray *turns[2];
};

/* A poll function has no data; there is one main loop. */
static FrameWatch *watching;
static GPollFunc wait_for_events;

static Moment
get_moment (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (Moment) { (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6, (double) g_get_monotonic_time () / 1e3 };
}

static void
append (GArray *spans[2],
        Moment  begin)
{
  Moment now = get_moment ();
  double processor = now.processor - begin.processor, clock = now.clock - begin.clock;

  g_array_append_val (spans[0], processor);
  g_array_append_val (spans[1], clock);
}

static void
on_before_paint (FrameWatch *self)
{
  self->frame_begin = get_moment ();
  self->phase_begin = self->frame_begin;
  for (guint i = 0; i < N_PHASES; i++)
    self->phases[i] = 0.0;
}

/* A phase's other handlers come before this one. */
static void
end_phase (FrameWatch *self,
           guint       phase)
{
  Moment now = get_moment ();

  self->phases[phase] += now.processor - self->phase_begin.processor;
  self->phase_begin = now;
}

static void
on_update (FrameWatch *self)
{
  end_phase (self, UPDATE);
}

static void
on_layout (FrameWatch *self)
{
  end_phase (self, LAYOUT);
}

static double
get_sum (const double phases[N_PHASES])
{
  double sum = 0.0;

  for (guint i = 0; i < N_PHASES; i++)
    sum += phases[i];
  return sum;
}

static void
on_after_paint (FrameWatch *self)
{
  end_phase (self, PAINT);
  append (self->frames, self->frame_begin);
  if (get_sum (self->phases) > get_sum (self->worst))
    memcpy (self->worst, self->phases, sizeof self->worst);
}

static gint
wait_and_watch (GPollFD *fds,
                guint    n_fds,
                gint     timeout)
{
  gint n;

  if (watching != NULL)
    append (watching->turns, watching->woken);
  n = wait_for_events (fds, n_fds, timeout);
  if (watching != NULL)
    watching->woken = get_moment ();
  return n;
}

FrameWatch *
frame_watch_new (GtkWidget *window)
{
  FrameWatch *self = g_new0 (FrameWatch, 1);

  g_assert (watching == NULL);
  for (guint i = 0; i < 2; i++)
    {
      self->frames[i] = g_array_new (FALSE, FALSE, sizeof (double));
      self->turns[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  self->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (on_before_paint), self);
  g_signal_connect_data (self->clock, "update", G_CALLBACK (on_update), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (self->clock, "layout", G_CALLBACK (on_layout), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (on_after_paint), self);
  wait_for_events = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, wait_and_watch);
  self->woken = get_moment ();
  watching = self;
  return self;
}

void
frame_watch_free (FrameWatch *self)
{
  g_main_context_set_poll_func (NULL, wait_for_events);
  watching = NULL;
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  for (guint i = 0; i < 2; i++)
    {
      g_array_unref (self->frames[i]);
      g_array_unref (self->turns[i]);
    }
  g_free (self);
}

void
frame_watch_begin (FrameWatch *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_array_set_size (self->frames[i], 0);
      g_array_set_size (self->turns[i], 0);
    }
  for (guint i = 0; i < N_PHASES; i++)
    self->worst[i] = 0.0;
  self->woken = get_moment ();
  self->frame_begin = self->woken;
  self->phase_begin = self->woken;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_share (GArray *sorted,
           double  share)
{
  if (sorted->len == 0)
    return 0.0;
  return g_array_index (sorted, double, MIN (sorted->len - 1, (guint) (sorted->len * share)));
}

static guint
count_stalls (GArray *sorted)
{
  guint n = 0;

  while (n < sorted->len && g_array_index (sorted, double, sorted->len - 1 - n) > STALL_MS)
    n++;
  return n;
}

void
frame_watch_end (FrameWatch *self,
                 const char *phase)
{
  for (guint i = 0; i < 2; i++)
    {
      g_array_sort (self->frames[i], compare);
      g_array_sort (self->turns[i], compare);
    }
  g_print ("{\"phase\":\"%s\",\"frames\":%u,\"frame_ms\":{\"p50\":%.1f,\"p99\":%.1f,\"worst\":%.1f},"
           "\"worst_frame_ms\":{\"update\":%.1f,\"layout\":%.1f,\"paint\":%.1f},"
           "\"frame_clock_ms\":{\"p50\":%.1f,\"p99\":%.1f},\"stall_ms\":%.1f,\"stall_clock_ms\":%.1f,\"stalls\":%u}\n",
           phase, self->frames[0]->len, get_share (self->frames[0], 0.5), get_share (self->frames[0], 0.99),
           get_share (self->frames[0], 1.0), self->worst[UPDATE], self->worst[LAYOUT], self->worst[PAINT],
           get_share (self->frames[1], 0.5), get_share (self->frames[1], 0.99), get_share (self->turns[0], 1.0),
           get_share (self->turns[1], 1.0), count_stalls (self->turns[0]));
}
