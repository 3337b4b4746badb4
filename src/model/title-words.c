/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/title-words.h"

#include "base/translator.h"

static const EntTitleWords kind_words[ENT_N_KINDS] = {
  [ENT_KIND_CALL] = {
    ENT_TITLE_MUTUAL, FALSE,
    {
      NC_ ("event title",
           "{they} speak by phone[ with {other}]|"
           "{one} speaks by phone[ with {other}]|"
           "Phone call"),
      NC_ ("event title",
           "{they} to speak by phone[ with {other}]|"
           "{one} to speak by phone[ with {other}]|"
           "Planned phone call"),
      NC_ ("event title",
           "No phone call between {they}|"
           "No phone call of {one}[ with {other}]|"
           "No phone call"),
    },
    {
      NC_ ("event title",
           "{they} speak[ with {other}]|"
           "{one} speaks[ with {other}]|"
           "Call"),
      NC_ ("event title",
           "{they} to speak[ with {other}]|"
           "{one} to speak[ with {other}]|"
           "Planned call"),
      NC_ ("event title",
           "No call: {they}|"
           "No call: {one}[, {other}]|"
           "No call"),
    },
  },
  [ENT_KIND_MEETING] = {
    ENT_TITLE_MUTUAL, FALSE,
    {
      NC_ ("event title",
           "{they} meet[ with {other}][ {where}]|"
           "{one} meets with {other}[ {where}]|"
           "{one} holds talks[ {where}]|"
           "Talks[ {where}]"),
      NC_ ("event title",
           "{they} to meet[ with {other}][ {where}]|"
           "{one} to meet with {other}[ {where}]|"
           "{one} to hold talks[ {where}]|"
           "Planned talks[ {where}]"),
      NC_ ("event title",
           "No meeting between {they}[ {where}]|"
           "No meeting of {one}[ with {other}][ {where}]|"
           "No meeting[ {where}]"),
    },
    {
      NULL,
      NULL,
      NC_ ("event title",
           "No meeting: {they}[ {where}]|"
           "No meeting: {one}[, {other}][ {where}]|"
           "No meeting[ {where}]"),
    },
  },
  [ENT_KIND_SUMMIT] = {
    ENT_TITLE_MUTUAL, FALSE,
    {
      NC_ ("event title",
           "{they} meet[ with {other}][ {where}]|"
           "{one} meets with {other}[ {where}]|"
           "{one} holds a summit[ {where}]|"
           "Summit[ {where}]"),
      NC_ ("event title",
           "{they} to meet[ with {other}][ {where}]|"
           "{one} to meet with {other}[ {where}]|"
           "{one} to hold a summit[ {where}]|"
           "Planned summit[ {where}]"),
      NC_ ("event title",
           "No summit between {they}[ {where}]|"
           "No summit of {one}[ with {other}][ {where}]|"
           "No summit[ {where}]"),
    },
    {
      NULL,
      NULL,
      NC_ ("event title",
           "No summit: {they}[ {where}]|"
           "No summit: {one}[, {other}][ {where}]|"
           "No summit[ {where}]"),
    },
  },
  [ENT_KIND_VISIT] = {
    ENT_TITLE_TRAVEL, FALSE,
    {
      NC_ ("event title",
           "{they} visit {other}|"
           "{one} visits {other}|"
           "Visit to {other}|"
           "Visit of {they}|"
           "Visit of {one}|"
           "Visit between {all}|"
           "Visit"),
      NC_ ("event title",
           "{they} to visit {other}|"
           "{one} to visit {other}|"
           "Planned visit to {other}|"
           "Planned visit of {they}|"
           "Planned visit of {one}|"
           "Planned visit between {all}|"
           "Planned visit"),
      NC_ ("event title",
           "No visit by {they} to {other}|"
           "No visit by {one} to {other}|"
           "No visit to {other}|"
           "No visit by {they}|"
           "No visit by {one}|"
           "No visit between {all}|"
           "No visit"),
    },
    {
      NC_ ("event title",
           "{they} in {other}|"
           "{one} in {other}|"
           "Visit to {other}|"
           "Visit of {they}|"
           "Visit of {one}|"
           "Visit: {all}|"
           "Visit"),
      NC_ ("event title",
           "{they} to visit {other}|"
           "{one} to visit {other}|"
           "Visit to {other}|"
           "Visit of {they}|"
           "Visit of {one}|"
           "Visit: {all}|"
           "Planned visit"),
      NC_ ("event title",
           "No visit: {they} to {other}|"
           "No visit: {one} to {other}|"
           "No visit to {other}|"
           "No visit: {they}|"
           "No visit: {one}|"
           "No visit: {all}|"
           "No visit"),
    },
  },
  [ENT_KIND_AGREEMENT] = {
    ENT_TITLE_MUTUAL, FALSE,
    {
      NC_ ("event title",
           "{they} agree[ with {other}][ on {topics}]|"
           "{one} agrees[ with {other}][ on {topics}]|"
           "Agreement[ on {topics}]"),
      NC_ ("event title",
           "{they} to reach an agreement[ with {other}][ on {topics}]|"
           "{one} to reach an agreement[ with {other}][ on {topics}]|"
           "Planned agreement[ on {topics}]"),
      NC_ ("event title",
           "No agreement between {they}[ on {topics}]|"
           "No agreement of {one}[ with {other}][ on {topics}]|"
           "No agreement[ on {topics}]"),
    },
    {
      NULL,
      NC_ ("event title",
           "{they} to agree[ with {other}][ on {topics}]|"
           "{one} to agree[ with {other}][ on {topics}]|"
           "Planned agreement[ on {topics}]"),
      NULL,
    },
  },
  [ENT_KIND_STATEMENT] = {
    ENT_TITLE_JOINT, FALSE,
    {
      NC_ ("event title",
           "{they} make a statement[ concerning {to}][ on {topics}]|"
           "{one} makes a statement[ concerning {to}][ on {topics}]|"
           "Statement involving {all}[ on {topics}]|"
           "Statement[ on {topics}]"),
      NC_ ("event title",
           "{they} to make a statement[ concerning {to}][ on {topics}]|"
           "{one} to make a statement[ concerning {to}][ on {topics}]|"
           "Planned statement involving {all}[ on {topics}]|"
           "Planned statement[ on {topics}]"),
      NC_ ("event title",
           "No statement by {they}[ on {topics}]|"
           "No statement by {one}[ on {topics}]|"
           "No statement involving {all}[ on {topics}]|"
           "No statement[ on {topics}]"),
    },
    {
      NC_ ("event title",
           "{they} on {topics}|"
           "{one} on {topics}|"
           "Statement of {they}|"
           "{one} statement|"
           "Statement: {all}[, {topics}]|"
           "Statement[ on {topics}]"),
    },
  },
  [ENT_KIND_MECHANISM] = {
    ENT_TITLE_MUTUAL, TRUE,
    {
      NC_ ("event title",
           "Dialogue channel between {they}[ and {other}][ on {topics}]|"
           "Dialogue channel of {one}[ with {other}][ on {topics}]|"
           "Dialogue channel[ on {topics}]"),
      NC_ ("event title",
           "Planned dialogue channel between {they}[ and {other}][ on {topics}]|"
           "Planned dialogue channel of {one}[ with {other}][ on {topics}]|"
           "Planned dialogue channel[ on {topics}]"),
      NC_ ("event title",
           "No dialogue channel between {they}[ and {other}][ on {topics}]|"
           "No dialogue channel of {one}[ with {other}][ on {topics}]|"
           "No dialogue channel[ on {topics}]"),
    },
    {
      NC_ ("event title",
           "Channel on {topics}|"
           "Channel: {they}|"
           "Channel of {one}|"
           "Channel"),
      NC_ ("event title",
           "Planned channel on {topics}|"
           "Planned channel: {they}|"
           "Planned channel of {one}|"
           "Planned channel"),
      NC_ ("event title",
           "No channel on {topics}|"
           "No channel: {they}|"
           "No channel of {one}|"
           "No channel"),
    },
  },
  [ENT_KIND_COMMITMENT] = {
    ENT_TITLE_JOINT, FALSE,
    {
      NC_ ("event title",
           "{they} made a commitment[ to {other}][ on {topics}]|"
           "{one} made a commitment[ to {other}][ on {topics}]|"
           "Earlier commitment between {all}[ on {topics}]|"
           "Earlier commitment[ on {topics}]"),
      NC_ ("event title",
           "{they} promise steps[ toward {to}][ on {topics}]|"
           "{one} promises steps[ toward {to}][ on {topics}]|"
           "Steps promised between {all}[ on {topics}]|"
           "Promised steps[ on {topics}]"),
      NC_ ("event title",
           "No commitment by {they}[ on {topics}]|"
           "No commitment by {one}[ to {other}][ on {topics}]|"
           "No commitment between {all}[ on {topics}]|"
           "No commitment[ on {topics}]"),
    },
    {
      NC_ ("event title",
           "{they}: commitment[ on {topics}]|"
           "{one}: commitment[ on {topics}]|"
           "Commitment[ on {topics}]"),
      NC_ ("event title",
           "{they} promise steps[ on {topics}]|"
           "{one} promises steps[ on {topics}]|"
           "Steps promised[ on {topics}]"),
      NC_ ("event title",
           "{they}: no commitment[ on {topics}]|"
           "{one}: no commitment[ on {topics}]|"
           "No commitment[ on {topics}]"),
    },
  },
  [ENT_KIND_RECOGNITION] = {
    ENT_TITLE_MUTUAL, TRUE,
    {
      NC_ ("event title",
           "{they} establish or upgrade relations|"
           "{one} establishes or upgrades relations[ with {other}]|"
           "Relations established or upgraded"),
      NC_ ("event title",
           "{they} to establish or upgrade relations|"
           "{one} to establish or upgrade relations[ with {other}]|"
           "Relations to be established or upgraded"),
      NC_ ("event title",
           "{they} not to establish or upgrade relations|"
           "{one} not to establish or upgrade relations[ with {other}]|"
           "Relations not established or upgraded"),
    },
    {
      NC_ ("event title",
           "Relations: {they}|"
           "Relations of {one}|"
           "Relations"),
      NC_ ("event title",
           "Planned relations: {they}|"
           "Planned relations of {one}|"
           "Planned relations"),
      NC_ ("event title",
           "No relations: {they}|"
           "No relations of {one}|"
           "No relations"),
    },
  },
  [ENT_KIND_PROTEST] = {
    ENT_TITLE_ONE_WAY, FALSE,
    {
      NC_ ("event title",
           "{they} protest[ to {other}][ over {topics}]|"
           "{one} protests[ to {other}][ over {topics}]|"
           "Protest between {all}[ over {topics}]|"
           "Protest[ over {topics}]"),
      NC_ ("event title",
           "{they} to protest[ to {other}][ over {topics}]|"
           "{one} to protest[ to {other}][ over {topics}]|"
           "Planned protest between {all}[ over {topics}]|"
           "Planned protest[ over {topics}]"),
      NC_ ("event title",
           "No protest by {they}[ to {other}][ over {topics}]|"
           "No protest by {one}[ to {other}][ over {topics}]|"
           "No protest between {all}[ over {topics}]|"
           "No protest[ over {topics}]"),
    },
    {
      NC_ ("event title",
           "{they} protest[ over {topics}]|"
           "{one} protests[ over {topics}]|"
           "Protest[ over {topics}]"),
      NC_ ("event title",
           "{they} to protest[ over {topics}]|"
           "{one} to protest[ over {topics}]|"
           "Planned protest[ over {topics}]"),
      NC_ ("event title",
           "{they}: no protest[ over {topics}]|"
           "{one}: no protest[ over {topics}]|"
           "No protest[ over {topics}]"),
    },
  },
  [ENT_KIND_SANCTION] = {
    ENT_TITLE_ONE_WAY, TRUE,
    {
      NC_ ("event title",
           "{they} impose sanctions[ on {other}][: {topics}]|"
           "{one} sanctions on {other}[: {topics}]|"
           "{one} imposes sanctions[: {topics}]|"
           "Sanctions between {all}[: {topics}]|"
           "Sanctions[: {topics}]"),
      NC_ ("event title",
           "{they} to impose sanctions[ on {other}][: {topics}]|"
           "Planned {one} sanctions on {other}[: {topics}]|"
           "{one} to impose sanctions[: {topics}]|"
           "Planned sanctions between {all}[: {topics}]|"
           "Planned sanctions[: {topics}]"),
      NC_ ("event title",
           "No sanctions by {they}[ on {other}][: {topics}]|"
           "No sanctions by {one}[ on {other}][: {topics}]|"
           "No sanctions between {all}[: {topics}]|"
           "No sanctions[: {topics}]"),
    },
    {
      NC_ ("event title",
           "Sanctions of {they}[ on {other}]|"
           "{one} sanctions[ on {other}]|"
           "Sanctions: {all}|"
           "Sanctions[: {topics}]"),
      NC_ ("event title",
           "Planned sanctions of {they}[ on {other}]|"
           "Planned {one} sanctions[ on {other}]|"
           "Planned sanctions: {all}|"
           "Planned sanctions[: {topics}]"),
      NC_ ("event title",
           "No sanctions of {they}[ on {other}]|"
           "No {one} sanctions[ on {other}]|"
           "No sanctions: {all}|"
           "No sanctions[: {topics}]"),
    },
  },
  [ENT_KIND_SUSPENSION] = {
    ENT_TITLE_JOINT, FALSE,
    {
      NC_ ("event title",
           "{they} suspend contacts[ with {other}][ on {topics}]|"
           "{one} suspends contacts[ with {other}][ on {topics}]|"
           "Contacts suspended between {all}[ on {topics}]|"
           "Contacts suspended[ on {topics}]"),
      NC_ ("event title",
           "{they} to suspend contacts[ with {other}][ on {topics}]|"
           "{one} to suspend contacts[ with {other}][ on {topics}]|"
           "Contacts to be suspended between {all}[ on {topics}]|"
           "Contacts to be suspended[ on {topics}]"),
      NC_ ("event title",
           "No suspension by {they}[ on {topics}]|"
           "No suspension by {one}[ on {topics}]|"
           "Contacts not suspended between {all}[ on {topics}]|"
           "Contacts not suspended[ on {topics}]"),
    },
    {
      NC_ ("event title",
           "{they} suspend contacts[ on {topics}]|"
           "{one} suspends contacts[ on {topics}]|"
           "Contacts suspended[ on {topics}]"),
      NC_ ("event title",
           "{they} to suspend contacts[ on {topics}]|"
           "{one} to suspend contacts[ on {topics}]|"
           "Contacts to be suspended[ on {topics}]"),
      NC_ ("event title",
           "{they}: no suspension[ on {topics}]|"
           "{one}: no suspension[ on {topics}]|"
           "Contacts not suspended[ on {topics}]"),
    },
  },
  [ENT_KIND_EXPULSION] = {
    ENT_TITLE_ONE_WAY, TRUE,
    {
      NC_ ("event title",
           "{they} expel or recall representatives[: {other}]|"
           "{one} expels or recalls representatives[: {other}]|"
           "Representatives expelled or recalled: {all}|"
           "Representatives expelled or recalled"),
      NC_ ("event title",
           "{they} to expel or recall representatives[: {other}]|"
           "{one} to expel or recall representatives[: {other}]|"
           "Planned expulsion or recall of representatives: {all}|"
           "Planned expulsion or recall of representatives"),
      NC_ ("event title",
           "No expulsion or recall by {they}|"
           "No expulsion or recall by {one}[: {other}]|"
           "No expulsion or recall of representatives: {all}|"
           "No expulsion or recall of representatives"),
    },
    {
      NC_ ("event title",
           "{they} expel or recall envoys|"
           "{one} expels or recalls envoys|"
           "Envoys expelled or recalled: {all}|"
           "Envoys expelled or recalled"),
      NC_ ("event title",
           "{they} to expel or recall envoys|"
           "{one} to expel or recall envoys|"
           "Envoys to be expelled or recalled: {all}|"
           "Envoys to be expelled or recalled"),
      NC_ ("event title",
           "No expulsion or recall by {they}|"
           "No expulsion or recall by {one}|"
           "No expulsion or recall: {all}|"
           "No expulsion or recall"),
    },
  },
  [ENT_KIND_MILITARY] = {
    ENT_TITLE_ONE_WAY, TRUE,
    {
      NC_ ("event title",
           "Military activity involving {all}[ {where}][: {topics}]|"
           "Military activity[ {where}][: {topics}]"),
      NC_ ("event title",
           "Planned military activity involving {all}[ {where}][: {topics}]|"
           "Planned military activity[ {where}][: {topics}]"),
      NC_ ("event title",
           "No military activity involving {all}[ {where}][: {topics}]|"
           "No military activity[ {where}][: {topics}]"),
    },
    {
      NC_ ("event title",
           "Military activity: {all}[ {where}]|"
           "Military activity[ {where}]"),
      NC_ ("event title", "Planned military activity[ {where}]"),
      NC_ ("event title", "No military activity[ {where}]"),
    },
  },
  [ENT_KIND_WARNING] = {
    ENT_TITLE_ONE_WAY, FALSE,
    {
      NC_ ("event title",
           "{they} warn {other}[ over {topics}]|"
           "{one} warns {other}[ over {topics}]|"
           "{they} issue a warning[ over {topics}]|"
           "{one} issues a warning[ over {topics}]|"
           "Warning between {all}[ over {topics}]|"
           "Warning[ over {topics}]"),
      NC_ ("event title",
           "{they} warn {other} of steps[ over {topics}]|"
           "{one} warns {other} of steps[ over {topics}]|"
           "{they} warn of steps[ over {topics}]|"
           "{one} warns of steps[ over {topics}]|"
           "Warning of steps between {all}[ over {topics}]|"
           "Warning of steps[ over {topics}]"),
      NC_ ("event title",
           "No warning by {they}[ to {other}][ over {topics}]|"
           "No warning by {one}[ to {other}][ over {topics}]|"
           "No warning between {all}[ over {topics}]|"
           "No warning[ over {topics}]"),
    },
    {
      NC_ ("event title",
           "{they} warn {other}[ over {topics}]|"
           "{one} warns {other}[ over {topics}]|"
           "Warning by {they}|"
           "Warning by {one}|"
           "Warning[ over {topics}]"),
      NC_ ("event title",
           "{they} warn {other}[ over {topics}]|"
           "{one} warns {other}[ over {topics}]|"
           "Warning by {they}|"
           "Warning by {one}|"
           "Warning[ over {topics}]"),
    },
  },
  [ENT_KIND_DELIVERY] = {
    ENT_TITLE_JOINT, FALSE,
    {
      NC_ ("event title",
           "{they} take steps[ toward {to}][ on {topics}]|"
           "{one} takes steps[ toward {to}][ on {topics}]|"
           "Steps taken between {all}[ on {topics}]|"
           "Steps taken[ on {topics}]"),
      NC_ ("event title",
           "{they} to take steps[ toward {to}][ on {topics}]|"
           "{one} to take steps[ toward {to}][ on {topics}]|"
           "Steps to be taken between {all}[ on {topics}]|"
           "Steps to be taken[ on {topics}]"),
      NC_ ("event title",
           "No steps by {they}[ on {topics}]|"
           "No steps by {one}[ on {topics}]|"
           "No steps between {all}[ on {topics}]|"
           "No steps[ on {topics}]"),
    },
    { NULL },
  },
};

/* Only what is stated counts as fact; what is not, says so. A warning is conditional by its nature. */
static const char * const assertion_patterns[ENT_N_ASSERTIONS] = {
  [ENT_ASSERTION_ALLEGED] = NC_ ("event title", "Alleged: {title}"),
  [ENT_ASSERTION_CONDITIONAL] = NC_ ("event title", "Conditional: {title}"),
  [ENT_ASSERTION_PROPOSED] = NC_ ("event title", "Proposed: {title}"),
};

/**
 * ent_title_words_get:
 * @kind: a kind
 *
 * Returns: (transfer none): its words, to be translated in the context "event title"
 */
const EntTitleWords *
ent_title_words_get (EntKind kind)
{
  return &kind_words[kind];
}

/**
 * ent_title_words_get_for_assertion:
 * @assertion: who vouches for an event
 *
 * Returns: (transfer none) (nullable): a pattern around {title}, to be translated in the context "event title"
 */
const char *
ent_title_words_get_for_assertion (EntAssertion assertion)
{
  return assertion_patterns[assertion];
}
