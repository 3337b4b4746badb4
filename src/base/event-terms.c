/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/event-terms.h"

#include "base/translator.h"

static const char * const kind_ids[ENT_N_KINDS] = {
  "call",       "meeting",  "summit",   "visit",      "agreement", "statement", "mechanism", "commitment",
  "recognition", "protest", "sanction", "suspension", "expulsion", "military",  "warning",   "delivery",
};

static const char * const status_ids[ENT_N_STATUSES] = { "occurred", "planned", "denied" };

static const char * const assertion_ids[ENT_N_ASSERTIONS] = {
  "stated", "attributed", "alleged", "conditional", "proposed",
};

static const char * const role_ids[ENT_N_ROLES] = { "reports", "announces", "mentions" };

static const char * const level_ids[ENT_N_LEVELS] = { NULL, "leader", "minister", "senior", "working" };

static const char * const event_date_basis_ids[ENT_N_EVENT_DATES] = {
  "explicit", "relative", "statement", "inferred",
};

static const char * const doubt_words[ENT_N_DOUBTS] = {
  N_ ("the date is open"),
  N_ ("the day is taken from the issue date"),
  N_ ("several events could be meant"),
  N_ ("only one side tells of it"),
  N_ ("a name could not be resolved"),
  N_ ("the year is inferred"),
};

static gboolean
find_id (const char * const *ids,
         guint               n,
         const char         *id,
         guint              *value)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (ids[i], id) == 0)
        {
          *value = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ent_kind_to_id:
 * @kind: a kind
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_kind_to_id (EntKind kind)
{
  g_return_val_if_fail (kind < ENT_N_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ent_kind_from_id:
 * @id: a name as printed
 * @kind: (out): the kind, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_kind_from_id (const char *id,
                  EntKind    *kind)
{
  guint value;

  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  if (!find_id (kind_ids, ENT_N_KINDS, id, &value))
    return FALSE;
  *kind = (EntKind) value;
  return TRUE;
}

/**
 * ent_kind_is_contact:
 * @kind: a kind
 *
 * Returns: whether people of both sides speak with each other in an event of this kind
 */
gboolean
ent_kind_is_contact (EntKind kind)
{
  return kind == ENT_KIND_CALL || kind == ENT_KIND_MEETING || kind == ENT_KIND_SUMMIT || kind == ENT_KIND_VISIT;
}

/**
 * ent_kind_is_directed:
 * @kind: a kind
 *
 * Returns: whether an event of this kind is what one side does to another
 */
gboolean
ent_kind_is_directed (EntKind kind)
{
  return kind == ENT_KIND_EXPULSION || kind == ENT_KIND_PROTEST || kind == ENT_KIND_SANCTION
         || kind == ENT_KIND_SUSPENSION;
}

/**
 * ent_kind_is_one_sided:
 * @kind: a kind
 *
 * Returns: whether one side alone may do or say what is of this kind: what it does to another, gives it, promises it,
 *   tells it or warns it of
 */
gboolean
ent_kind_is_one_sided (EntKind kind)
{
  return ent_kind_is_directed (kind) || kind == ENT_KIND_COMMITMENT || kind == ENT_KIND_DELIVERY
         || kind == ENT_KIND_STATEMENT || kind == ENT_KIND_WARNING;
}

/**
 * ent_status_to_id:
 * @status: a status
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_status_to_id (EntStatus status)
{
  g_return_val_if_fail (status < ENT_N_STATUSES, NULL);

  return status_ids[status];
}

/**
 * ent_status_from_id:
 * @id: a name as printed
 * @status: (out): the status, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_status_from_id (const char *id,
                    EntStatus  *status)
{
  guint value;

  g_return_val_if_fail (id != NULL && status != NULL, FALSE);

  if (!find_id (status_ids, ENT_N_STATUSES, id, &value))
    return FALSE;
  *status = (EntStatus) value;
  return TRUE;
}

/**
 * ent_assertion_to_id:
 * @assertion: who vouches for an event
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_assertion_to_id (EntAssertion assertion)
{
  g_return_val_if_fail (assertion < ENT_N_ASSERTIONS, NULL);

  return assertion_ids[assertion];
}

/**
 * ent_assertion_from_id:
 * @id: a name as printed
 * @assertion: (out): the assertion, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_assertion_from_id (const char   *id,
                       EntAssertion *assertion)
{
  guint value;

  g_return_val_if_fail (id != NULL && assertion != NULL, FALSE);

  if (!find_id (assertion_ids, ENT_N_ASSERTIONS, id, &value))
    return FALSE;
  *assertion = (EntAssertion) value;
  return TRUE;
}

/**
 * ent_role_to_id:
 * @role: an account's role
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_role_to_id (EntRole role)
{
  g_return_val_if_fail (role < ENT_N_ROLES, NULL);

  return role_ids[role];
}

/**
 * ent_level_to_id:
 * @level: a level of contact
 *
 * Returns: (transfer none) (nullable): the name as printed, %NULL for no level
 */
const char *
ent_level_to_id (EntLevel level)
{
  g_return_val_if_fail (level < ENT_N_LEVELS, NULL);

  return level_ids[level];
}

/**
 * ent_level_from_id:
 * @id: a name as printed
 * @level: (out): the level, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_level_from_id (const char *id,
                   EntLevel   *level)
{
  guint value;

  g_return_val_if_fail (id != NULL && level != NULL, FALSE);

  if (!find_id (level_ids, ENT_N_LEVELS, id, &value))
    return FALSE;
  *level = (EntLevel) value;
  return TRUE;
}

/**
 * ent_event_date_basis_to_id:
 * @basis: how an event's date is known
 *
 * Returns: (transfer none): the name as printed
 */
const char *
ent_event_date_basis_to_id (EntEventDateBasis basis)
{
  g_return_val_if_fail (basis < ENT_N_EVENT_DATES, NULL);

  return event_date_basis_ids[basis];
}

/* In the order of the bits. */
static const char * const doubt_ids[ENT_N_DOUBTS] = {
  "open-date", "issue-date", "candidates", "one-side", "unresolved-name", "year-inferred",
};

/**
 * ent_role_from_id:
 * @id: a name as printed
 * @role: (out): the role, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_role_from_id (const char *id,
                  EntRole    *role)
{
  guint value;

  g_return_val_if_fail (id != NULL && role != NULL, FALSE);

  if (!find_id (role_ids, ENT_N_ROLES, id, &value))
    return FALSE;
  *role = (EntRole) value;
  return TRUE;
}

/**
 * ent_event_date_basis_from_id:
 * @id: a name as printed
 * @basis: (out): how an event's date is known, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_event_date_basis_from_id (const char        *id,
                              EntEventDateBasis *basis)
{
  guint value;

  g_return_val_if_fail (id != NULL && basis != NULL, FALSE);

  if (!find_id (event_date_basis_ids, ENT_N_EVENT_DATES, id, &value))
    return FALSE;
  *basis = (EntEventDateBasis) value;
  return TRUE;
}

/**
 * ent_doubt_to_id:
 * @doubt: one doubt
 *
 * Returns: (transfer none): a name for files; people are told ent_doubt_to_words()
 */
const char *
ent_doubt_to_id (EntDoubts doubt)
{
  for (guint i = 0; i < ENT_N_DOUBTS; i++)
    if (doubt == 1u << i)
      return doubt_ids[i];
  return NULL;
}

/**
 * ent_doubt_from_id:
 * @id: a name as files have it
 * @doubt: (out): the doubt, if there is one of that name
 *
 * Returns: whether there is
 */
gboolean
ent_doubt_from_id (const char *id,
                   EntDoubts  *doubt)
{
  guint value;

  g_return_val_if_fail (id != NULL && doubt != NULL, FALSE);

  if (!find_id (doubt_ids, ENT_N_DOUBTS, id, &value))
    return FALSE;
  *doubt = (EntDoubts) (1u << value);
  return TRUE;
}

/**
 * ent_doubt_to_words:
 * @doubt: a single doubt
 *
 * Returns: (transfer none): why a person should look, in English and marked for translation
 */
const char *
ent_doubt_to_words (EntDoubts doubt)
{
  int bit = g_bit_nth_lsf (doubt, -1);

  g_return_val_if_fail (bit >= 0 && bit < ENT_N_DOUBTS, NULL);
  g_return_val_if_fail ((gulong) doubt == 1UL << bit, NULL);

  return doubt_words[bit];
}
