/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/merge-private.h"

#include <string.h>

#include "model/event-title.h"
#include "model/spans.h"

#define ID_LENGTH 16

/* What an account points to while its event is handed to the builder. */
typedef struct
{
  GArray *evidence;
  GArray *topic_spans;
  GPtrArray *tone_words;
  char *explanation;
} AccountParts;

static void
account_parts_clear (AccountParts *parts)
{
  g_array_unref (parts->evidence);
  g_array_unref (parts->topic_spans);
  g_ptr_array_unref (parts->tone_words);
  g_free (parts->explanation);
}

static const EntMergeNode *
get_node (const GPtrArray *nodes,
          guint            i)
{
  return g_ptr_array_index (nodes, i);
}

/* The weightiest account first. */
static int
compare_accounts (gconstpointer a,
                  gconstpointer b)
{
  const EntMergeNode *node_a = *(EntMergeNode * const *) a;
  const EntMergeNode *node_b = *(EntMergeNode * const *) b;

  if (node_a->role != node_b->role)
    return (int) node_a->role - (int) node_b->role;
  return node_a->statement < node_b->statement ? -1 : node_a->statement > node_b->statement;
}

static int
compare_topic_spans (gconstpointer a,
                     gconstpointer b)
{
  const EntTopicSpan *span_a = a;
  const EntTopicSpan *span_b = b;
  int order = ent_spans_compare (&span_a->span, &span_b->span);

  return order != 0 ? order : (int) span_a->topic - (int) span_b->topic;
}

static void
add_words (GPtrArray    *words,
           char * const *more)
{
  for (gsize i = 0; more != NULL && more[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (words, more[i], g_str_equal, NULL))
      g_ptr_array_add (words, more[i]);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The ids of the other events that the accounts may as well be of, in order and none twice. */
static GPtrArray *
find_candidates (const EntMergeCluster *cluster)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < cluster->nodes->len; i++)
    {
      const GPtrArray *candidates = get_node (cluster->nodes, i)->candidates;

      for (guint j = 0; candidates != NULL && j < candidates->len; j++)
        {
          const EntMergeCluster *other = ent_merge_cluster_follow (g_ptr_array_index (candidates, j));

          if (other != cluster && !g_ptr_array_find_with_equal_func (ids, other->id, g_str_equal, NULL))
            g_ptr_array_add (ids, other->id);
        }
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return ids;
}

static char *
explain (const EntMergeNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < node->mentions->len; i++)
    {
      const EntMention *mention = g_ptr_array_index (node->mentions, i);

      if (mention->explanation != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", mention->explanation);
    }
  if (node->why != NULL)
    g_string_append_printf (text, "%sjoined: %s", text->len > 0 ? "; " : "", node->why);
  if (node->candidates != NULL)
    g_string_append_printf (text, "%snot joined, as it fits several events", text->len > 0 ? "; " : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static EntAccount
make_account (const EntMergeNode *node,
              EntMergeFlags       flags,
              AccountParts       *parts)
{
  const EntMention *first = ent_merge_node_get_main (node);
  EntAssertion assertion = first->assertion;

  parts->evidence = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  parts->topic_spans = g_array_new (FALSE, FALSE, sizeof (EntTopicSpan));
  parts->tone_words = g_ptr_array_new ();
  for (guint i = 0; i < node->mentions->len; i++)
    {
      const EntMention *mention = g_ptr_array_index (node->mentions, i);

      g_array_append_vals (parts->evidence, mention->evidence->data, mention->evidence->len);
      g_array_append_vals (parts->topic_spans, mention->topic_spans->data, mention->topic_spans->len);
      add_words (parts->tone_words, mention->tone_words);
      assertion = MIN (assertion, mention->assertion);
    }
  ent_spans_join (parts->evidence);
  g_array_sort (parts->topic_spans, compare_topic_spans);
  g_ptr_array_add (parts->tone_words, NULL);
  if (flags & ENT_MERGE_EXPLAIN)
    parts->explanation = explain (node);

  return (EntAccount) {
    .date = node->date,
    .topics = node->topics,
    .statement = node->statement,
    .issuer = node->issuer,
    .speaker = first->speaker,
    .role = node->role,
    .assertion = assertion,
    .evidence = (const EntSpan *) (gpointer) parts->evidence->data,
    .n_evidence = parts->evidence->len,
    .topic_spans = (const EntTopicSpan *) (gpointer) parts->topic_spans->data,
    .n_topic_spans = parts->topic_spans->len,
    .tone_words = (const char * const *) parts->tone_words->pdata,
    .explanation = parts->explanation,
  };
}

static gboolean
is_told_by_days (const EntMergeNode *node)
{
  return node->date.start.precision >= ENT_EDTF_DAY
         && (!ent_edtf_is_interval (node->date) || node->date.end.precision >= ENT_EDTF_DAY);
}

/* How many of the accounts, which are in order, are of the weightiest role: what only refers back is often loose. */
static guint
count_weightiest (const GPtrArray *nodes)
{
  guint n = 1;

  while (n < nodes->len && get_node (nodes, n)->role == get_node (nodes, 0)->role)
    n++;
  return n;
}

/* How many of the accounts decide the date: those of the weightiest role, unless all are vague. */
static guint
count_deciding (const GPtrArray *nodes)
{
  guint n = count_weightiest (nodes);
  gboolean told = FALSE;

  for (guint i = 0; i < n; i++)
    told |= is_told_by_days (get_node (nodes, i));
  return told ? n : nodes->len;
}

/* Better as a date: told by days, then as long as a journey lasts, else as short as can be, then with its hour. */
static gboolean
is_better_date (const EntMergeNode *node,
                const EntMergeNode *best)
{
  gint64 days = (gint64) node->latest - node->earliest;
  gint64 best_days = (gint64) best->latest - best->earliest;

  if (is_told_by_days (node) != is_told_by_days (best))
    return is_told_by_days (node);
  if (days != best_days && node->kind == ENT_KIND_VISIT && is_told_by_days (node))
    return days > best_days;
  if (days != best_days)
    return days < best_days;
  return node->date.start.precision > best->date.start.precision;
}

/* The date of the event, and the account that it is taken from. */
static EntEdtf
choose_date (const GPtrArray     *nodes,
             const EntMergeNode **from)
{
  const EntMergeNode *best = get_node (nodes, 0);
  guint n = count_deciding (nodes);
  EntDay earliest;
  EntDay latest;

  for (guint i = 1; i < n; i++)
    if (is_better_date (get_node (nodes, i), best))
      best = get_node (nodes, i);
  *from = best;
  if (!ent_merge_node_is_exact (best))
    return best->date;

  /* The days of two sides that differ stand side by side. */
  earliest = latest = best->earliest;
  for (guint i = 0; i < n; i++)
    if (ent_merge_node_is_exact (get_node (nodes, i)))
      {
        earliest = MIN (earliest, get_node (nodes, i)->earliest);
        latest = MAX (latest, get_node (nodes, i)->latest);
      }
  if (earliest == latest)
    return best->date;
  return ent_edtf_interval (ent_edtf_point_day (earliest), ent_edtf_point_day (latest));
}

/* What the weightiest account that tells it tells. */
static void
choose_circumstances (const GPtrArray *nodes,
                      EntEventRecord  *record)
{
  record->initiator = ENT_ACTOR_NONE;
  record->host = ENT_ACTOR_NONE;
  record->assertion = ENT_N_ASSERTIONS - 1;
  for (guint i = 0; i < nodes->len; i++)
    for (guint j = 0; j < get_node (nodes, i)->mentions->len; j++)
      {
        const EntMention *mention = g_ptr_array_index (get_node (nodes, i)->mentions, j);

        if (record->level == ENT_LEVEL_NONE)
          record->level = mention->level;
        if (record->initiator == ENT_ACTOR_NONE)
          record->initiator = mention->initiator;
        if (record->host == ENT_ACTOR_NONE)
          record->host = mention->host;
        if (record->place == NULL)
          record->place = mention->place;
        record->assertion = MIN (record->assertion, mention->assertion);
        record->topics |= mention->topics;
      }
}

static gint
compare_actors (gconstpointer a,
                gconstpointer b)
{
  return (gint) * (const guint16 *) a - (gint) * (const guint16 *) b;
}

static GArray *
unite_actors (const GPtrArray *nodes)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint16));
  guint n = count_weightiest (nodes);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const EntMention *mention = ent_merge_node_get_main (get_node (nodes, i));

      g_array_append_vals (actors, mention->actors, mention->n_actors);
    }
  g_array_sort (actors, compare_actors);
  for (guint i = 0; i < actors->len; i++)
    if (i == 0 || g_array_index (actors, guint16, i) != g_array_index (actors, guint16, i - 1))
      g_array_index (actors, guint16, kept++) = g_array_index (actors, guint16, i);
  g_array_set_size (actors, kept);
  return actors;
}

/* Other accounts add people only where those of the weightiest role do not name the two that a contact takes. */
static GPtrArray *
unite_people (const GPtrArray *nodes)
{
  GPtrArray *people = g_ptr_array_new ();
  guint n = count_weightiest (nodes);

  for (guint i = 0; i < nodes->len && (i < n || people->len < 2); i++)
    for (guint j = 0; j < get_node (nodes, i)->mentions->len; j++)
      add_words (people, ((const EntMention *) g_ptr_array_index (get_node (nodes, i)->mentions, j))->people);
  g_ptr_array_add (people, NULL);
  return people;
}

/* A contact of two sides that only one of them has told of here, though it reports on it. */
static gboolean
is_told_by_one_side (const GPtrArray *nodes,
                     const GArray    *actors)
{
  const EntMergeNode *first = get_node (nodes, 0);
  guint n_sides = 0;

  if (!ent_kind_is_contact (first->kind) || first->status != ENT_STATUS_OCCURRED || first->role != ENT_ROLE_REPORTS
      || actors->len < 2)
    return FALSE;
  for (guint i = 0; i < actors->len; i++)
    {
      gboolean tells = FALSE;

      for (guint j = 0; j < nodes->len; j++)
        tells |= get_node (nodes, j)->issuer == g_array_index (actors, guint16, i);
      n_sides += tells;
    }
  return n_sides == 1;
}

/* Doubts of the date are those of the account that gave it; doubts of names are everyone's. */
static guint8
find_doubts (const GPtrArray    *nodes,
             const EntMergeNode *dated_by,
             const GArray       *actors,
             gboolean            has_candidates)
{
  const guint32 of_date = ENT_DOUBT_OPEN_DATE | ENT_DOUBT_ISSUE_DATE | ENT_DOUBT_YEAR_INFERRED;
  guint32 doubts = ent_merge_node_get_main (dated_by)->doubts & of_date;

  for (guint i = 0; i < nodes->len; i++)
    {
      const EntMergeNode *node = get_node (nodes, i);

      doubts |= ent_merge_node_get_main (node)->doubts & ~of_date & ~(guint32) ENT_DOUBT_ONE_SIDE;
    }
  if (has_candidates)
    doubts |= ENT_DOUBT_CANDIDATES;
  if (is_told_by_one_side (nodes, actors))
    doubts |= ENT_DOUBT_ONE_SIDE;
  return (guint8) doubts;
}

/* Of accounts of one weight, one that calls it a summit knows more than one that calls it a meeting. */
static EntKind
choose_kind (const GPtrArray *nodes)
{
  const EntMergeNode *first = get_node (nodes, 0);

  for (guint i = 1; i < nodes->len && get_node (nodes, i)->role == first->role; i++)
    if (get_node (nodes, i)->kind == ENT_KIND_SUMMIT)
      return ENT_KIND_SUMMIT;
  return first->kind;
}

/* A plan that any account knows to be called off is. */
static EntStatus
choose_status (const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (get_node (nodes, i)->status == ENT_STATUS_DENIED)
      return ENT_STATUS_DENIED;
  return get_node (nodes, 0)->status;
}

/* The same in every run, whatever else is read: a digest of where the first account begins. */
static char *
make_id (const EntMergeNode *first)
{
  const char *statement = ent_statement_get_info (first->parsed->statement)->id;
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%u-%u\n%u", statement, ent_kind_to_id (first->kind),
                                           first->first.start, first->first.end, first->ordinal);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (digest, ID_LENGTH);
}

/**
 * ent_merge_settle:
 * @cluster: accounts of one event, all of them
 *
 * Puts the accounts in the order of their weight and gives the event its id.
 */
void
ent_merge_settle (EntMergeCluster *cluster)
{
  if (cluster->nodes->len == 0)
    return;
  g_ptr_array_sort (cluster->nodes, compare_accounts);
  cluster->id = make_id (get_node (cluster->nodes, 0));
}

/**
 * ent_merge_describe:
 * @vocabulary: the vocabulary
 * @cluster: accounts of one event, settled
 * @flags: whether to keep why
 * @func: takes the event; what it points to lives as long as the call
 * @data: handed to @func
 *
 * Makes one event of its accounts.
 */
void
ent_merge_describe (const EntVocabulary   *vocabulary,
                    const EntMergeCluster *cluster,
                    EntMergeFlags          flags,
                    EntMergeRecordFunc     func,
                    gpointer               data)
{
  GPtrArray *nodes = cluster->nodes;
  g_autoptr (GArray) accounts = g_array_sized_new (FALSE, FALSE, sizeof (EntAccount), nodes->len);
  g_autoptr (GArray) parts = g_array_sized_new (FALSE, TRUE, sizeof (AccountParts), nodes->len);
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *title = NULL;
  const EntMergeNode *dated_by;
  EntEventRecord record = { 0 };

  g_array_set_clear_func (parts, (GDestroyNotify) account_parts_clear);
  g_array_set_size (parts, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    {
      EntAccount account = make_account (get_node (nodes, i), flags, &g_array_index (parts, AccountParts, i));

      g_array_append_val (accounts, account);
    }
  actors = unite_actors (nodes);
  people = unite_people (nodes);
  candidates = find_candidates (cluster);

  choose_circumstances (nodes, &record);
  record.id = cluster->id;
  record.date = choose_date (nodes, &dated_by);
  record.kind = choose_kind (nodes);
  record.status = choose_status (nodes);
  record.basis = ent_merge_node_get_main (dated_by)->basis;
  record.doubts = find_doubts (nodes, dated_by, actors, candidates->pdata[0] != NULL);
  record.actors = (const guint16 *) (gpointer) actors->data;
  record.n_actors = actors->len;
  record.people = (const char * const *) people->pdata;
  record.accounts = (const EntAccount *) (gpointer) accounts->data;
  record.n_accounts = accounts->len;
  record.candidates = (const char * const *) candidates->pdata;
  title = ent_event_title_new (vocabulary, &record, NULL);
  record.title = title;
  func (&record, data);
}

static void
add_record (EntEventRecord *record,
            gpointer        data)
{
  ent_event_store_builder_add_event (data, record);
}

/**
 * ent_merge_add_event:
 * @builder: where to add
 * @vocabulary: the vocabulary
 * @cluster: accounts of one event, settled
 * @flags: whether to keep why
 *
 * Adds the one event that the accounts make.
 */
void
ent_merge_add_event (EntEventStoreBuilder  *builder,
                     const EntVocabulary   *vocabulary,
                     const EntMergeCluster *cluster,
                     EntMergeFlags          flags)
{
  ent_merge_describe (vocabulary, cluster, flags, add_record, builder);
}
