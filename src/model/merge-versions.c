/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge-private.h"

#include "model/text-likeness.h"

/* Texts of which one has so much of the other are one text, carried or cut by somebody. */
#define SAME_TEXT 0.8
/* Fewer words than these are a heading or a caption, which several texts may share. */
#define FEWEST_SHINGLES 20
/* Transcripts in two languages that are one name so many days alike. */
#define FEWEST_DAYS 2
/* A translation follows its original within so many days. */
#define MOST_DAYS 7

/* Few texts begin with the same words, so many of them. */
#define FIRST_WORDS 40

/*
 * A statement on its way: @order is its place among @sorted, by which versions are told.
 */
typedef struct
{
  const EntParsed *parsed;
  const EntMention *reported; /* the contact that it reports, if it is the only one */
  EntDay day; /* of the statement */
  guint16 issuer;
  guint32 order;
  guint64 measure; /* what tells it from most other texts */
  guint64 key;
  GArray *shingles; /* made when first needed */
} Text;

static void
text_clear (Text *text)
{
  g_clear_pointer (&text->shingles, g_array_unref);
}

/* Earlier statements are the originals; of one day, the first by id. */
static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  const Text *text_a = a;
  const Text *text_b = b;

  if (text_a->key != text_b->key)
    return text_a->key < text_b->key ? -1 : 1;
  if (text_a->day != text_b->day)
    return text_a->day < text_b->day ? -1 : 1;
  return text_a->order < text_b->order ? -1 : text_a->order > text_b->order;
}

static guint64
mix (guint64 key,
     guint64 value)
{
  return (key ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 1;
}

/* The one contact of known days and sides that a statement reports, if there is just one. */
static const EntMention *
find_reported (const EntParsed *parsed)
{
  const EntMention *found = NULL;

  for (guint i = 0; i < parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (parsed->mentions, EntMention, i);

      if (mention->role != ENT_ROLE_REPORTS || !ent_kind_is_contact (mention->kind))
        continue;
      if (found != NULL)
        return NULL;
      found = mention;
    }
  if (found == NULL || found->n_actors < 2 || ent_edtf_earliest (found->date) != ent_edtf_latest (found->date))
    return NULL;
  return found;
}

static GArray *
new_texts (const GPtrArray *sorted,
           const guint16   *issuers)
{
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (Text));

  g_array_set_clear_func (texts, (GDestroyNotify) text_clear);
  for (guint i = 0; i < sorted->len; i++)
    {
      const EntParsed *parsed = g_ptr_array_index (sorted, i);
      Text text = { .parsed = parsed, .issuer = issuers[i], .order = i };

      text.day = ent_edtf_earliest (ent_statement_get_info (parsed->statement)->date);
      text.reported = find_reported (parsed);
      g_array_append_val (texts, text);
    }
  return texts;
}

/* Calls @is_version for each statement with an earlier one of the same key that is no version itself. */
static void
compare_within_keys (GArray *texts,
                     guint32 *version_of,
                     gboolean (*is_version) (Text *original, Text *text))
{
  g_array_sort (texts, compare_texts);
  for (guint i = 1; i < texts->len; i++)
    {
      Text *text = &g_array_index (texts, Text, i);

      for (guint j = i; text->key != 0 && j > 0 && version_of[text->order] == ENT_ROW_NONE; j--)
        {
          Text *original = &g_array_index (texts, Text, j - 1);

          if (original->key != text->key)
            break;
          if (version_of[original->order] == ENT_ROW_NONE && is_version (original, text))
            version_of[text->order] = original->order;
        }
    }
}

static gboolean
is_any (Text *original,
        Text *text)
{
  return TRUE;
}

/* How a statement begins and how much was found in it, by which texts are told apart before they are read. */
static guint64
get_measure (const Text *text)
{
  gsize length;
  const char *words = ent_statement_get_text (text->parsed->statement, &length);

  return mix (ent_text_hash_words (words, length, FIRST_WORDS),
              (guint64) text->parsed->n_timexes << 32 | text->parsed->mentions->len);
}

/* Statements of one measure are few enough to read all of their words; those with no equal are not read. */
static void
find_same_words (GArray  *texts,
                 guint32 *version_of)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < texts->len; i++)
    {
      Text *text = &g_array_index (texts, Text, i);
      guint n;

      text->measure = get_measure (text);
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &text->measure));
      g_hash_table_insert (counts, &text->measure, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < texts->len; i++)
    {
      Text *text = &g_array_index (texts, Text, i);
      gsize length;
      const char *words = ent_statement_get_text (text->parsed->statement, &length);

      text->key = 0;
      if (length > 0 && GPOINTER_TO_UINT (g_hash_table_lookup (counts, &text->measure)) > 1)
        text->key = mix (ent_text_hash_words (words, length, G_MAXUINT), text->issuer);
    }
  compare_within_keys (texts, version_of, is_any);
}

static GArray *
get_shingles (Text *text)
{
  if (text->shingles == NULL)
    {
      gsize length;
      const char *words = ent_statement_get_text (text->parsed->statement, &length);

      text->shingles = ent_text_new_shingles (words, length);
    }
  return text->shingles;
}

static gboolean
topics_agree (guint64 a,
              guint64 b)
{
  guint common = (guint) __builtin_popcountll (a & b);
  guint all = (guint) __builtin_popcountll (a | b);

  return 2 * common >= all;
}

static gboolean
people_agree (char * const *a,
              char * const *b)
{
  if (a == NULL || b == NULL || a[0] == NULL || b[0] == NULL)
    return TRUE;
  for (gsize i = 0; a[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) b, a[i]))
      return TRUE;
  return FALSE;
}

/* Whether one of two statements of one issuer on one contact of one day is the other, carried, cut or translated. */
static gboolean
tells_the_same (Text *original,
                Text *text)
{
  const EntStatementInfo *info = ent_statement_get_info (original->parsed->statement);
  const EntStatementInfo *other = ent_statement_get_info (text->parsed->statement);

  if (!people_agree (original->reported->people, text->reported->people)
      || ABS ((gint64) original->day - text->day) > MOST_DAYS)
    return FALSE;
  if (g_strcmp0 (info->language, other->language) != 0)
    return info->kind == other->kind && topics_agree (original->reported->topics, text->reported->topics);
  return MIN (get_shingles (original)->len, get_shingles (text)->len) >= FEWEST_SHINGLES
         && ent_shingles_get_containment (get_shingles (original), get_shingles (text)) >= SAME_TEXT;
}

static void
find_same_contact (GArray  *texts,
                   guint32 *version_of)
{
  for (guint i = 0; i < texts->len; i++)
    {
      Text *text = &g_array_index (texts, Text, i);

      text->key = 0;
      if (text->reported == NULL || text->issuer == ENT_ACTOR_NONE || version_of[text->order] != ENT_ROW_NONE)
        continue;
      text->key = mix (mix (text->issuer, text->reported->kind), (guint32) ent_edtf_earliest (text->reported->date));
      for (guint j = 0; j < text->reported->n_actors; j++)
        text->key = mix (text->key, text->reported->actors[j]);
    }
  compare_within_keys (texts, version_of, tells_the_same);
}

/* "May 7", "15 January": days that a statement names, other than its own. */
static GArray *
new_days (const Text *text)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (EntDay));

  for (guint i = 0; i < text->parsed->mentions->len; i++)
    {
      const EntMention *mention = &g_array_index (text->parsed->mentions, EntMention, i);
      EntDay day = ent_edtf_earliest (mention->date);
      gboolean known = day != ent_edtf_latest (mention->date) || day == text->day;

      for (guint j = 0; !known && j < days->len; j++)
        known = g_array_index (days, EntDay, j) == day;
      if (!known)
        g_array_append_val (days, day);
    }
  return days;
}

static guint64
get_topics (const Text *text)
{
  guint64 topics = 0;

  for (guint i = 0; i < text->parsed->mentions->len; i++)
    topics |= g_array_index (text->parsed->mentions, EntMention, i).topics;
  return topics;
}

/* Whether one of two transcripts of one issuer and day translates the other: they speak of the same days and topics. */
static gboolean
is_same_session (Text *original,
                 Text *text)
{
  const EntStatementInfo *info = ent_statement_get_info (original->parsed->statement);
  const EntStatementInfo *other = ent_statement_get_info (text->parsed->statement);
  g_autoptr (GArray) days = new_days (original);
  g_autoptr (GArray) others = new_days (text);
  guint shared = 0;

  if (g_strcmp0 (info->language, other->language) == 0)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    for (guint j = 0; j < others->len; j++)
      shared += g_array_index (days, EntDay, i) == g_array_index (others, EntDay, j);
  return shared >= FEWEST_DAYS && 2 * shared >= MIN (days->len, others->len)
         && topics_agree (get_topics (original), get_topics (text));
}

/* A press conference tells of many events and reports none; one of a day in each language is the same. */
static void
find_same_session (GArray  *texts,
                   guint32 *version_of)
{
  for (guint i = 0; i < texts->len; i++)
    {
      Text *text = &g_array_index (texts, Text, i);

      text->key = 0;
      if (text->issuer == ENT_ACTOR_NONE || text->day == ENT_DAY_OPEN_START || version_of[text->order] != ENT_ROW_NONE
          || ent_statement_get_info (text->parsed->statement)->kind != ENT_STATEMENT_TRANSCRIPT)
        continue;
      text->key = mix (mix (text->issuer, ENT_STATEMENT_TRANSCRIPT), (guint32) text->day);
    }
  compare_within_keys (texts, version_of, is_same_session);
}

/* What a statement says of itself; of statements that name each other in a ring the first is the original. */
static void
find_told (const GPtrArray *sorted,
           guint32         *version_of)
{
  g_autoptr (GHashTable) orders = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sorted->len; i++)
    {
      const EntParsed *parsed = g_ptr_array_index (sorted, i);

      g_hash_table_insert (orders, ent_statement_get_info (parsed->statement)->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < sorted->len; i++)
    {
      const EntParsed *parsed = g_ptr_array_index (sorted, i);
      const char *id = ent_statement_get_info (parsed->statement)->version_of;
      guint32 original = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (orders, id)) : 0;
      guint32 root;

      if (original == 0)
        continue;
      for (root = original - 1; version_of[root] != ENT_ROW_NONE && root != i;)
        root = version_of[root];
      if (root != i)
        version_of[i] = root;
    }
}

/**
 * ent_merge_find_versions:
 * @sorted: (element-type EntParsed): what statements say, by their ids
 * @issuers: (array): who speaks in each
 * @flags: whether to compare the statements; what one says of itself holds in any case
 *
 * Finds translations, reprints, carriers and second copies. A statement is a version of another if it says so; if it
 * has the same words; or if both report one contact of one day for one issuer and are the same text by most of their
 * words, or of one kind and on the same topics in two languages; or if both are transcripts of one day in two languages
 * that name the same days and topics.
 *
 * Returns: (transfer full) (array): for each statement the number of the one that it is a version of, or %ENT_ROW_NONE
 */
guint32 *
ent_merge_find_versions (const GPtrArray *sorted,
                         const guint16   *issuers,
                         EntMergeFlags    flags)
{
  guint32 *version_of = g_new (guint32, sorted->len + 1);
  g_autoptr (GArray) texts = new_texts (sorted, issuers);

  for (guint i = 0; i < sorted->len; i++)
    version_of[i] = ENT_ROW_NONE;
  find_told (sorted, version_of);
  if (flags & ENT_MERGE_STATEMENTS)
    {
      find_same_words (texts, version_of);
      find_same_contact (texts, version_of);
      find_same_session (texts, version_of);
    }
  for (guint i = 0; i < sorted->len; i++)
    while (version_of[i] != ENT_ROW_NONE && version_of[version_of[i]] != ENT_ROW_NONE)
      version_of[i] = version_of[version_of[i]];
  return version_of;
}
