/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/extract-give.h"

#include <string.h>

typedef struct
{
  const char *name;
  int value;
} Choice;

static const Choice statuses[] = {
  { "tense", ENT_GIVE_STATUS_TENSE },   { "occurred", ENT_GIVE_STATUS_OCCURRED },
  { "planned", ENT_GIVE_STATUS_PLANNED }, { "denied", ENT_GIVE_STATUS_DENIED },
  { "future", ENT_GIVE_STATUS_FUTURE }, { "headline", ENT_GIVE_STATUS_HEADLINE },
  { "verb", ENT_GIVE_STATUS_VERB },     { "told", ENT_GIVE_STATUS_TOLD },
  { NULL, 0 },
};

static const Choice whos[] = {
  { "subject", ENT_GIVE_WHO_SUBJECT },
  { "sides", ENT_GIVE_WHO_SIDES },
  { "issuer", ENT_GIVE_WHO_ISSUER },
  { "near", ENT_GIVE_WHO_NEAR },
  { "owner", ENT_GIVE_WHO_OWNER },
  { "captures", ENT_GIVE_WHO_CAPTURES },
  { NULL, 0 },
};

static const Choice needs[] = {
  { "date", ENT_GIVE_NEEDS_DATE },
  { "two", ENT_GIVE_NEEDS_TWO },
  { "name", ENT_GIVE_NEEDS_NAME },
  { "time", ENT_GIVE_NEEDS_TIME },
  { "person", ENT_GIVE_NEEDS_PERSON },
  { "report", ENT_GIVE_NEEDS_REPORT },
  { NULL, 0 },
};

static const Choice initiators[] = {
  { "other", ENT_GIVE_SETS_INITIATOR_OTHER },
  { "subject", ENT_GIVE_SETS_INITIATOR_SELF },
  { "captured", ENT_GIVE_SETS_INITIATOR_CAPTURE },
  { NULL, 0 },
};

static const Choice undated[] = {
  { "nothing", ENT_GIVE_UNDATED_NOTHING },
  { "open", ENT_GIVE_UNDATED_OPEN },
  { "statement", ENT_GIVE_UNDATED_STATEMENT },
  { NULL, 0 },
};

static const Choice leftovers[] = {
  { "no", ENT_GIVE_LEFTOVER_NO },
  { "yes", ENT_GIVE_LEFTOVER_YES },
  { "last", ENT_GIVE_LEFTOVER_LAST },
  { NULL, 0 },
};

static const Choice eaches[] = {
  { "no", ENT_GIVE_EACH_NO },
  { "yes", ENT_GIVE_EACH_PERSON },
  { "side", ENT_GIVE_EACH_SIDE },
  { NULL, 0 },
};

static const Choice booleans[] = {
  { "no", FALSE },
  { "yes", TRUE },
  { NULL, 0 },
};

typedef const char *(*ToIdFunc) (guint value);

static const char *
kind_id (guint value)
{
  return value < ENT_N_KINDS ? ent_kind_to_id ((EntKind) value) : NULL;
}

static const char *
role_id (guint value)
{
  return value < ENT_N_ROLES ? ent_role_to_id ((EntRole) value) : NULL;
}

static const char *
assertion_id (guint value)
{
  return value < ENT_N_ASSERTIONS ? ent_assertion_to_id ((EntAssertion) value) : NULL;
}

static gboolean
find_choice (const Choice *choices,
             const char   *name,
             int          *value)
{
  for (; choices->name != NULL; choices++)
    {
      if (g_str_equal (choices->name, name))
        {
          *value = choices->value;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_id (ToIdFunc    to_id,
         const char *name,
         int        *value)
{
  const char *id;

  for (guint i = 0; (id = to_id (i)) != NULL; i++)
    {
      if (g_str_equal (id, name))
        {
          *value = (int) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Several words, each a choice; their values together. */
static gboolean
find_choices (const Choice *choices,
              const char   *names,
              int          *mask)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);

  *mask = 0;
  for (char **part = parts; *part != NULL; part++)
    {
      int value;

      if (**part == '\0')
        continue;
      if (!find_choice (choices, *part, &value))
        return FALSE;
      *mask |= value;
    }
  return TRUE;
}

static gboolean
find_capture (const EntRuleSet *rules,
              guint             rule,
              const char       *text,
              gint8            *capture)
{
  int number;

  if (*text != '$')
    return FALSE;
  number = ent_rule_set_find_capture (rules, rule, text + 1);
  *capture = (gint8) number;
  return number >= 0;
}

static gboolean
read_capture (const EntRuleSet *rules,
              guint             rule,
              const EntGive    *line,
              EntEventGive     *give)
{
  const struct
  {
    const char *key;
    gint8 *capture;
  } captures[] = {
    { "actor", &give->actor }, { "with", &give->with },   { "date", &give->date },
    { "host", &give->host },   { "place", &give->place },
    { "plan", &give->plan }, { "plan-date", &give->plan_date }, { "years", &give->years },
  };

  for (guint i = 0; i < G_N_ELEMENTS (captures); i++)
    if (g_str_equal (captures[i].key, line->key))
      return find_capture (rules, rule, line->value, captures[i].capture);
  return FALSE;
}

static gboolean
read_line (const EntRuleSet *rules,
           guint             rule,
           const EntGive    *line,
           EntEventGive     *give)
{
  int value = 0;
  gboolean good;

  if (g_str_equal (line->key, "kind") && *line->value == '$')
    {
      good = find_capture (rules, rule, line->value, &give->sort);
      give->is_event = TRUE;
    }
  else if (g_str_equal (line->key, "kind"))
    {
      good = find_id (kind_id, line->value, &value);
      give->kind = (guint8) value;
      give->is_event = TRUE;
    }
  else if (g_str_equal (line->key, "status") && (good = find_choice (statuses, line->value, &value)))
    give->status = (guint8) value;
  else if (g_str_equal (line->key, "who") && (good = find_choice (whos, line->value, &value)))
    give->who = (guint8) value;
  else if (g_str_equal (line->key, "needs") && (good = find_choices (needs, line->value, &value)))
    give->needs = (guint8) value;
  else if (g_str_equal (line->key, "initiator") && (good = find_choice (initiators, line->value, &value)))
    give->sets = (guint8) value;
  else if (g_str_equal (line->key, "each") && (good = find_choice (eaches, line->value, &value)))
    give->each = (guint8) value;
  else if (g_str_equal (line->key, "refers") && (good = find_choice (booleans, line->value, &value)))
    give->refers = value;
  else if (g_str_equal (line->key, "follows") && (good = find_choice (booleans, line->value, &value)))
    give->follows = value;
  else if (g_str_equal (line->key, "listed") && (good = find_choice (booleans, line->value, &value)))
    give->listed = value;
  else if (g_str_equal (line->key, "leftover") && (good = find_choice (leftovers, line->value, &value)))
    give->leftover = (guint8) value;
  else if (g_str_equal (line->key, "bare") && (good = find_choice (booleans, line->value, &value)))
    give->bare = value;
  else if (g_str_equal (line->key, "joins") && (good = find_choice (booleans, line->value, &value)))
    give->joins = value;
  else if (g_str_equal (line->key, "host") && g_str_equal (line->value, "subject"))
    good = give->receives = TRUE;
  else if (g_str_equal (line->key, "passive") && (good = find_choice (booleans, line->value, &value)))
    give->passive = value;
  else if (g_str_equal (line->key, "outside") && (good = find_choice (booleans, line->value, &value)))
    give->outside = value;
  else if (g_str_equal (line->key, "open") && (good = find_choice (booleans, line->value, &value)))
    give->open = value;
  else if (g_str_equal (line->key, "undated") && (good = find_choice (undated, line->value, &value)))
    give->undated = (guint8) value;
  else if (g_str_equal (line->key, "role") && (good = find_id (role_id, line->value, &value)))
    give->role = (gint8) value;
  else if (g_str_equal (line->key, "assertion") && (good = find_id (assertion_id, line->value, &value)))
    give->assertion = (gint8) value;
  else
    good = read_capture (rules, rule, line, give);
  return good;
}

/* What a sentence must have for a `give` line to tell of anything. */
static guint8
find_conditions (const EntGive *line)
{
  int value;

  if (g_str_equal (line->key, "leftover") && find_choice (leftovers, line->value, &value))
    return value != ENT_GIVE_LEFTOVER_NO ? ENT_SENTENCE_DATED : 0;
  if (g_str_equal (line->key, "follows") && find_choice (booleans, line->value, &value))
    return value ? ENT_SENTENCE_TELLING : 0;
  if (g_str_equal (line->key, "listed") && find_choice (booleans, line->value, &value))
    return value ? ENT_SENTENCE_LISTED : 0;
  return 0;
}

/**
 * ent_event_gives_add_conditions:
 * @rules: a language's events rules, not compiled yet
 *
 * Leaves rules for those sentences in which they may tell of anything. Lines that are not understood are told by
 * ent_event_give_read().
 */
void
ent_event_gives_add_conditions (EntRuleSet *rules)
{
  for (guint rule = 0; rule < ent_rule_set_get_n_rules (rules); rule++)
    {
      guint8 conditions = 0;
      gboolean tells_year = FALSE;
      guint n;
      const EntGive *lines = ent_rule_set_get_gives (rules, rule, &n);

      for (guint i = 0; i < n; i++)
        {
          conditions |= find_conditions (&lines[i]);
          tells_year |= g_str_equal (lines[i].key, "years");
        }
      if (tells_year)
        conditions &= (guint8) ~ENT_SENTENCE_DATED;
      ent_rule_set_add_conditions (rules, rule, conditions);
    }
}

/**
 * ent_event_give_read:
 * @rules: a language's events rules
 * @rule: a rule's number
 * @give: (out): what its `give` lines say
 * @error: where to say which line says something unknown
 *
 * Returns: whether all lines were understood
 */
gboolean
ent_event_give_read (const EntRuleSet  *rules,
                     guint              rule,
                     EntEventGive      *give,
                     GError           **error)
{
  guint n;
  const EntGive *lines = ent_rule_set_get_gives (rules, rule, &n);

  memset (give, 0, sizeof *give);
  give->role = give->assertion = ENT_GIVE_ANY;
  give->actor = give->with = give->date = give->host = give->place = give->sort = -1;
  give->plan = give->plan_date = give->years = -1;
  for (guint i = 0; i < n; i++)
    {
      if (read_line (rules, rule, &lines[i], give))
        continue;
      g_set_error (error, ENT_RULE_ERROR, ENT_RULE_ERROR_UNKNOWN, "%s:%u: “%s = %s” is not understood",
                   ent_rule_set_get_rule_file (rules, rule, NULL), lines[i].line, lines[i].key, lines[i].value);
      return FALSE;
    }
  return TRUE;
}
