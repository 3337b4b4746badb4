/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/timex.h"

/**
 * ent_timex_type_to_id:
 * @type: a type of time expression
 *
 * Returns: TimeML's name for it, as the contract prints it
 */
const char *
ent_timex_type_to_id (EntTimexType type)
{
  static const char * const ids[ENT_N_TIMEX_TYPES] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_val_if_fail (type < ENT_N_TIMEX_TYPES, NULL);

  return ids[type];
}
