/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/title-names.h"

#include <string.h>

#include "model/title-pattern.h"

/* Where the family name is written first, by the side that a person serves. */
static const char * const family_first[] = { "CN", "KP", "KR", "VN", NULL };
/* The same, but people there often write a given name of the West first: told by the shape of the name. */
static const char * const family_first_by_shape[] = { "HK", "MO", "SG", "TW", NULL };
/* Names that no part of stands for the whole. */
static const char * const undivided[] = { "KH", "MM", NULL };

static const char * const name_suffixes[] = { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", NULL };
static const char * const name_particles[] = {
  "Abu", "Al", "Ben", "El", "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
  "ibn", "la", "le", "ten", "ter", "van", "von", "zu", NULL
};

/* In English these names take an article inside a sentence. */
static const char * const names_with_article[] = {
  "African Union", "Arab League", "Bahamas", "British Indian Ocean Territory", "Caribbean Netherlands",
  "Central African Republic", "Commonwealth of Independent States", "Comoros", "Council of Europe", "Czech Republic",
  "Democratic Republic of the Congo", "Dominican Republic", "EU", "European Union", "Eurasian Economic Union", "G20",
  "G7", "Gambia", "Holy See", "IAEA", "IMF", "International Criminal Court", "International Monetary Fund",
  "Isle of Man", "Maldives", "Netherlands", "OECD", "OPCW", "OSCE", "Pacific Islands Forum", "Philippines", "Quad",
  "Republic of the Congo", "Soviet Union", "United Arab Emirates", "United Kingdom", "United Nations",
  "United States", "Warsaw Pact", "World Bank", NULL
};
static const char * const article_endings[] = {
  " Bank", " Committee of the Red Cross", " Court of Justice", " Cooperation Council", " Islands", " Movement",
  " Organisation", " Organization", " Organization of American States", " Programme", " Territories", " Union", NULL
};

/* A place that is a house or grounds: one meets at it, not in it. */
static const char * const site_words[] = {
  "Airport", "Base", "Camp", "Castle", "Center", "Centre", "Headquarters", "Hotel", "House", "Mar-a-Lago", "Palace",
  "Ranch", "Residence", "Sunnylands", "Filoli", NULL
};

/**
 * ent_title_find_side:
 * @vocabulary: the vocabulary
 * @person: a name
 * @day: when; a day on an open side for any time
 *
 * Returns: the actor whom the person served then, else at another time, or %ENT_ACTOR_NONE
 */
guint16
ent_title_find_side (const EntVocabulary *vocabulary,
                     const char          *person,
                     EntDay               day)
{
  guint n;
  const EntOfficeHolder *holders = ent_vocabulary_get_holders (vocabulary, &n);
  const guint32 *numbers = ent_vocabulary_find_holders (vocabulary, person, &n);
  guint16 side = ENT_ACTOR_NONE;

  for (guint i = 0; i < n; i++)
    {
      const EntOfficeHolder *holder = &holders[numbers[i]];
      if (holder->from <= day && day <= holder->to)
        return holder->actor;
      if (side == ENT_ACTOR_NONE)
        side = holder->actor;
    }
  return side;
}

/**
 * ent_title_is_family_first:
 * @vocabulary: the vocabulary
 * @side: an actor
 *
 * Returns: whether its people mostly write the family name first
 */
gboolean
ent_title_is_family_first (const EntVocabulary *vocabulary,
                           guint16              side)
{
  const char *id = ent_vocabulary_get_actor (vocabulary, side)->id;

  return g_strv_contains (family_first, id) || g_strv_contains (family_first_by_shape, id);
}

/* "Ki-moon", "Ching-te": how given names of two syllables are written in Latin letters. */
static gboolean
is_two_syllable_given_name (const char *part)
{
  const char *hyphen = strrchr (part, '-');

  return hyphen != NULL && g_ascii_islower (hyphen[1]);
}

/* Where in a name the family name stands: the first part of it, or -1 for the usual place at the end. */
static int
find_family_name (char * const *parts,
                  guint         n,
                  const char   *side)
{
  if (side != NULL && g_strv_contains (family_first, side))
    return 0;
  /* "Ban Ki-moon", "John Lee Ka-chiu" */
  if (is_two_syllable_given_name (parts[n - 1]))
    return n == 2 ? 0 : 1;
  if (side != NULL && n > 2 && g_strv_contains (family_first_by_shape, side))
    return 0;
  return -1;
}

/**
 * ent_title_dup_surname:
 * @vocabulary: the vocabulary
 * @person: a name as English-language statements write it
 * @side: the actor served, or %ENT_ACTOR_NONE
 *
 * Returns: (transfer full): the part of the name by which the person is called
 */
char *
ent_title_dup_surname (const EntVocabulary *vocabulary,
                       const char          *person,
                       guint16              side)
{
  const char *side_id = side != ENT_ACTOR_NONE ? ent_vocabulary_get_actor (vocabulary, side)->id : NULL;
  g_auto (GStrv) parts = g_strsplit (person, " ", -1);
  guint n = g_strv_length (parts);
  int family;
  guint first;

  while (n > 1 && g_strv_contains (name_suffixes, parts[n - 1]))
    n--;
  if (n < 2 || (side_id != NULL && g_strv_contains (undivided, side_id)))
    return g_strdup (person);
  g_strdelimit (parts[n - 1], ",", '\0');

  family = find_family_name (parts, n, side_id);
  if (family >= 0)
    return g_strdup (parts[family]);

  first = n - 1;
  while (first > 1 && g_strv_contains (name_particles, parts[first - 1]))
    first--;
  for (guint i = n; parts[i] != NULL; i++)
    g_clear_pointer (&parts[i], g_free);
  return g_strjoinv (" ", parts + first);
}

static gboolean
takes_article (const char *name)
{
  if (g_strv_contains (names_with_article, name))
    return TRUE;
  for (gsize i = 0; article_endings[i] != NULL; i++)
    if (g_str_has_suffix (name, article_endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * ent_title_dup_actor:
 * @vocabulary: the vocabulary
 * @actor: an actor
 * @brief: whether its short name will do
 * @translator: (nullable): the language
 *
 * Returns: (transfer full): its name, in English with the article that a sentence wants
 */
char *
ent_title_dup_actor (const EntVocabulary *vocabulary,
                     guint16              actor,
                     gboolean             brief,
                     const EntTranslator *translator)
{
  const EntActorInfo *info = ent_vocabulary_get_actor (vocabulary, actor);
  const char *label = brief ? info->short_label : info->label;
  const char *name = ent_translate (translator, label);

  if (!brief && g_str_equal (name, label) && takes_article (label))
    return g_strconcat ("the ", label, NULL);
  return g_strdup (name);
}

/* Whether a label begins with a name, which keeps its capital inside a sentence. */
static gboolean
begins_with_name (const EntVocabulary *vocabulary,
                  const char          *label)
{
  gsize length = strcspn (label, " ,");
  guint n = ent_vocabulary_get_n_actors (vocabulary);

  for (const char *at = strpbrk (label, " -"); at != NULL; at = strpbrk (at + 1, " -"))
    if (g_ascii_isupper (at[1]))
      return TRUE;
  if (length > 1 && g_ascii_isupper (label[1]))
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      const char *name = ent_vocabulary_get_actor (vocabulary, i)->label;

      if (name[0] == label[0] && strncmp (name, label, length) == 0 && name[length] == '\0')
        return TRUE;
    }
  return FALSE;
}

/**
 * ent_title_dup_topic:
 * @vocabulary: the vocabulary
 * @topic: a topic
 * @translator: (nullable): the language
 *
 * Returns: (transfer full): its label as it stands inside a sentence
 */
char *
ent_title_dup_topic (const EntVocabulary *vocabulary,
                     guint                topic,
                     const EntTranslator *translator)
{
  const char *label = ent_vocabulary_get_topic (vocabulary, topic)->label;
  char *name = g_strdup (ent_translate (translator, label));

  if (g_ascii_isupper (name[0]) && !begins_with_name (vocabulary, name))
    name[0] = g_ascii_tolower (name[0]);
  return name;
}

/**
 * ent_title_get_person:
 * @person: a name as English-language statements write it
 * @translator: (nullable): the language
 *
 * Returns: (transfer none): the name as the language writes it; @person itself where it has no other way
 */
const char *
ent_title_get_person (const char          *person,
                      const EntTranslator *translator)
{
  return ent_translate_context (translator, "person", person);
}

/**
 * ent_title_get_place:
 * @place: a place as English-language statements write it
 * @translator: (nullable): the language
 *
 * Returns: (transfer none): the place as the language writes it; @place itself where it has no other way
 */
const char *
ent_title_get_place (const char          *place,
                     const EntTranslator *translator)
{
  return ent_translate_context (translator, "place", place);
}

/**
 * ent_title_dup_where:
 * @place: (nullable): a place
 * @translator: (nullable): the language
 *
 * Returns: (transfer full) (nullable): "in Bali", "at Camp David"
 */
char *
ent_title_dup_where (const char          *place,
                     const EntTranslator *translator)
{
  const EntTitleSlot slot = { "place", place != NULL ? ent_title_get_place (place, translator) : NULL };
  const char *pattern = NC_ ("where", "in {place}");
  g_auto (GStrv) words = NULL;

  if (place == NULL)
    return NULL;

  words = g_strsplit (place, " ", -1);
  for (gsize i = 0; site_words[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) words, site_words[i]))
      pattern = NC_ ("where", "at {place}");
  return ent_title_pattern_fill (ent_translate_context (translator, "where", pattern), &slot, 1);
}

static char *
join_two (const char          *pattern,
          const char          *first,
          const char          *second,
          const EntTranslator *translator)
{
  const EntTitleSlot slots[] = { { "first", first }, { "second", second } };

  return ent_title_pattern_fill (ent_translate_context (translator, "list", pattern), slots, G_N_ELEMENTS (slots));
}

/**
 * ent_title_join:
 * @names: (element-type utf8): names
 * @most: how many are written out; of more, the others are counted
 * @brief: whether a comma will do for "and"
 * @translator: (nullable): the language
 *
 * Returns: (transfer full) (nullable): the names as a list in words; %NULL if there is none
 */
char *
ent_title_join (const GPtrArray     *names,
                guint                most,
                gboolean             brief,
                const EntTranslator *translator)
{
  guint shown = names->len > most ? most - 1 : names->len;
  g_autofree char *list = NULL;
  g_autofree char *others = NULL;

  if (names->len == 0)
    return NULL;

  list = g_strdup (g_ptr_array_index (names, 0));
  for (guint i = 1; i < shown; i++)
    {
      gboolean last = i + 1 == names->len && !brief;
      g_autofree char *before = g_steal_pointer (&list);

      list = join_two (last ? NC_ ("list", "{first} and {second}") : NC_ ("list", "{first}, {second}"), before,
                       g_ptr_array_index (names, i), translator);
    }
  if (shown < names->len)
    {
      g_autofree char *n = g_strdup_printf ("%u", names->len - shown);
      g_autofree char *before = g_steal_pointer (&list);
      const EntTitleSlot slot = { "n", n };

      others = ent_title_pattern_fill (
        ent_translate_plural (translator, "{n} other", "{n} others", names->len - shown), &slot, 1);
      list = join_two (NC_ ("list", "{first} and {second}"), before, others, translator);
    }
  return g_steal_pointer (&list);
}
