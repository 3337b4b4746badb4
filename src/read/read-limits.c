/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read-limits.h"

#include <string.h>

#include "read/reader.h"

typedef struct
{
  const char *id;
  guint64 most;
} Limit;

static const Limit known[ENT_N_LIMITS] = {
  [ENT_LIMIT_SIZE] = { "size", (guint64) 1 << 30 },
  [ENT_LIMIT_PAGES] = { "pages", 5000 },
  [ENT_LIMIT_MEMBERS] = { "members", 200000 },
  /* Texts shrink to a tenth or so; what grows to more than this many times its size was made to fill a memory. */
  [ENT_LIMIT_RATIO] = { "ratio", 200 },
  [ENT_LIMIT_DEPTH] = { "depth", 64 },
  [ENT_LIMIT_SECONDS] = { "seconds", 60 },
  [ENT_LIMIT_MEMORY] = { "memory", (guint64) 1 << 30 },
};

/**
 * ent_read_limit_to_id:
 * @limit: a limit
 *
 * Returns: (transfer none): its name, as settings and command lines have it
 */
const char *
ent_read_limit_to_id (EntReadLimit limit)
{
  g_return_val_if_fail (limit < ENT_N_LIMITS, NULL);

  return known[limit].id;
}

/* What a letter after a number multiplies it by; 0 for none that is known. */
static guint64
get_unit (const char *text)
{
  static const char units[] = "kMG";
  const char *unit;

  if (*text == 0)
    return 1;
  unit = strchr (units, *text);
  return unit != NULL && text[1] == 0 ? (guint64) 1 << (10 * (unit - units + 1)) : 0;
}

/**
 * ent_read_limits_set:
 * @limits: limits
 * @text: what is asked for: "pages=300", "size=20M"; k, M and G stand for 1024, its square and its cube
 * @error: set if that is nothing that can be asked for
 *
 * Returns: whether it was set
 */
gboolean
ent_read_limits_set (EntReadLimits  *limits,
                     const char     *text,
                     GError        **error)
{
  const char *equals;
  char *end;
  guint64 number, unit;

  g_return_val_if_fail (limits != NULL && text != NULL, FALSE);

  equals = strchr (text, '=');
  for (guint i = 0; equals != NULL && g_ascii_isdigit (equals[1]) && i < ENT_N_LIMITS; i++)
    {
      if (strlen (known[i].id) != (gsize) (equals - text) || !g_str_has_prefix (text, known[i].id))
        continue;
      number = g_ascii_strtoull (equals + 1, &end, 10);
      unit = get_unit (end);
      if (number == 0 || unit == 0 || number > G_MAXINT64 / unit)
        break;
      limits->most[i] = number * unit;
      return TRUE;
    }
  g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
               "“%s” is no limit: size, pages, members, ratio, depth, seconds or memory, and a number", text);
  return FALSE;
}

/**
 * ent_read_limits_complete:
 * @limits: limits
 *
 * Returns: the same with what they leave open set to its default
 */
EntReadLimits
ent_read_limits_complete (const EntReadLimits *limits)
{
  EntReadLimits complete = *limits;

  for (guint i = 0; i < ENT_N_LIMITS; i++)
    if (complete.most[i] == 0)
      complete.most[i] = known[i].most;
  return complete;
}

/**
 * ent_read_clock_start:
 * @limits: limits, complete
 *
 * Returns: the clock of a file whose reading begins now
 */
EntReadClock
ent_read_clock_start (const EntReadLimits *limits)
{
  guint64 seconds;

  g_return_val_if_fail (limits != NULL, (EntReadClock) { 0 });

  seconds = limits->most[ENT_LIMIT_SECONDS];
  return (EntReadClock) {
    .end = g_get_monotonic_time () + (gint64) MIN (seconds, G_MAXINT32) * G_USEC_PER_SEC,
    .seconds = seconds,
  };
}

/**
 * ent_read_clock_check:
 * @clock: a file's clock
 * @error: set if its time is over
 *
 * Returns: whether there is time left
 */
gboolean
ent_read_clock_check (const EntReadClock  *clock,
                      GError             **error)
{
  g_return_val_if_fail (clock != NULL, FALSE);

  if (clock->end == 0 || g_get_monotonic_time () <= clock->end)
    return TRUE;
  g_set_error (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
               "takes longer than the %" G_GUINT64_FORMAT " seconds that one file may take", clock->seconds);
  return FALSE;
}
