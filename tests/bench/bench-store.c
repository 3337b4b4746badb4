/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A history made up of random events, for measuring: 75 years, 24 topics, one event in ten a span, half of the titles
 * Chinese, most events between two sides. Each statement reports one event; the other events have no accounts, as
 * accounts take no part in what is measured. */
#include "bench-store.h"

#include <string.h>

#include "model/event-store-builder.h"

#define YEARS 75
#define MOST_STATEMENTS 5000
#define SIDES 2

typedef struct
{
  EntVocabulary *vocabulary;
  EntEventStoreBuilder *builder;
  GRand *random;
  guint n_topics;
  guint16 sides[SIDES];
  guint16 others[4];
  gsize text_bytes;
  gboolean is_told; /* each event by words of its own */
} Bench;

static const char * const people[][3] = {
  { "Anna Berg", "Louis Martin", NULL },
  { "Maria Rossi", NULL },
  { "John Carter", "Li Wen", NULL },
  { "Emma Fischer", "Zhao Ming", NULL },
  { "Paul Novak", NULL },
  { "Grace Okafor", "Sun Tao", NULL },
  { "李文", "约翰·卡特", NULL },
  { "赵明", NULL },
  { "孙涛", "格蕾丝·奥卡福", NULL },
  { "王芳", "安娜·贝格", NULL },
  { "陈静", NULL },
  { "刘洋", "玛丽亚·罗西", NULL },
};

static const char * const places[] = { "Geneva", "Vienna", "Singapore", "Lima", NULL, "北京", "上海", "华盛顿", "日内瓦", NULL };

static const char * const english[] = { "Foreign ministers meet on trade and tariffs", "Leaders speak by telephone",
                                        "Delegation visits for talks on climate", "Export controls are tightened" };
static const char * const chinese[] = { "两国外长就经贸问题举行会谈", "两国元首通电话", "代表团访问并就气候问题磋商",
                                        "出口管制措施收紧" };

static const char * const sentences[] = {
  "两国外长五日在日内瓦就经贸问题举行会谈，双方同意继续通过各层级保持沟通，妥善处理分歧，并就下一阶段的磋商交换了意见。",
  "The two foreign ministers met in Geneva on the fifth to discuss trade and tariffs; they agreed to keep in touch at every "
  "level, to handle differences with care, and to let their teams prepare a further round of talks before the summer.",
};

static EntVocabulary *
load_vocabulary (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ENTENTE_DATA_DIR"), "vocabulary", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  EntVocabulary *vocabulary = ent_vocabulary_load (folders, &error);

  if (vocabulary == NULL)
    g_error ("%s", error->message);
  return vocabulary;
}

static guint16
find_actor (const EntVocabulary *vocabulary,
            const char          *id)
{
  guint16 actor = ENT_ACTOR_NONE;

  if (!ent_vocabulary_find_actor (vocabulary, id, &actor))
    g_error ("The vocabulary has no %s", id);
  return actor;
}

static EntDay
draw_day (Bench *self)
{
  return ent_day_from_ymd (1950, 1, 1) + g_rand_int_range (self->random, 0, YEARS * 365);
}

/* Three days in four are single days; the rest are spans, months and now and then a year. */
static EntEdtf
draw_date (Bench *self)
{
  EntDay day = draw_day (self);
  EntCivilDate date = ent_civil_date_from_day (day);
  gint32 form = g_rand_int_range (self->random, 0, 100);

  if (form < 10)
    return ent_edtf_interval (ent_edtf_point_day (day),
                              ent_edtf_point_day (day + 1 + g_rand_int_range (self->random, 0, 30)));
  if (form < 15)
    return ent_edtf_point (ent_edtf_point_month (date.year, date.month));
  if (form < 16)
    return ent_edtf_point (ent_edtf_point_year (date.year));
  return ent_edtf_day (day);
}

static void
add_statement (Bench *self,
               guint  number)
{
  g_autofree char *id = g_strdup_printf ("s%x", number);
  const char *words = self->is_told ? sentences[number % G_N_ELEMENTS (sentences)] : id;
  g_autoptr (GBytes) text = g_bytes_new (words, strlen (words));
  EntStatementInfo info = { .id = id, .issuer = (char *) (number % 2 == 0 ? "CN" : "US"),
                            .date = ent_edtf_day (draw_day (self)), .date_basis = ENT_DATE_BASIS_METADATA };
  g_autoptr (EntStatement) statement = ent_statement_new (text, &info, NULL, 0);

  ent_event_store_builder_add_statement (self->builder, statement);
}

static guint64
draw_topics (Bench *self)
{
  guint n = (guint) g_rand_int_range (self->random, 1, 4);
  guint64 topics = 0;

  for (guint i = 0; i < n; i++)
    topics |= G_GUINT64_CONSTANT (1) << g_rand_int_range (self->random, 0, (gint32) self->n_topics);
  return topics;
}

static void
draw_actors (Bench          *self,
             EntEventRecord *record,
             guint16        *actors)
{
  memcpy (actors, self->sides, sizeof self->sides);
  if (g_rand_int_range (self->random, 0, 10) == 0)
    actors[1] = self->others[g_rand_int_range (self->random, 0, G_N_ELEMENTS (self->others))];
  record->actors = actors;
  record->n_actors = SIDES;
}

static void
add_event (Bench *self,
           guint  number,
           guint  n_statements)
{
  gboolean is_chinese = number % 2 == 0;
  guint half = G_N_ELEMENTS (people) / 2;
  guint who = (guint) g_rand_int_range (self->random, 0, (gint32) half) + (is_chinese ? half : 0);
  guint where = (guint) g_rand_int_range (self->random, 0, G_N_ELEMENTS (places) / 2)
                + (is_chinese ? G_N_ELEMENTS (places) / 2 : 0);
  const char *words = is_chinese ? chinese[who % G_N_ELEMENTS (chinese)] : english[who % G_N_ELEMENTS (english)];
  g_autofree char *id = g_strdup_printf ("e%x", number);
  g_autofree char *title = g_strdup_printf ("%s (%u)", words, number);
  guint16 actors[SIDES];
  EntSpan evidence = { 0, self->is_told ? (guint32) strlen (sentences[number % G_N_ELEMENTS (sentences)]) : 1 };
  EntAccount account = { .date = draw_date (self), .statement = number, .issuer = self->sides[number % 2],
                         .speaker = ENT_ACTOR_NONE, .role = ENT_ROLE_REPORTS, .evidence = &evidence, .n_evidence = 1 };
  EntEventRecord record = { .id = id, .title = title, .date = account.date, .topics = draw_topics (self),
                            .initiator = ENT_ACTOR_NONE, .host = ENT_ACTOR_NONE, .people = people[who],
                            .place = places[where], .accounts = &account };

  record.kind = (guint8) g_rand_int_range (self->random, 0, ENT_N_KINDS);
  record.level = (guint8) g_rand_int_range (self->random, 0, ENT_N_LEVELS);
  record.status = g_rand_int_range (self->random, 0, 12) == 0 ? ENT_STATUS_PLANNED : ENT_STATUS_OCCURRED;
  record.assertion = g_rand_int_range (self->random, 0, 12) == 0 ? ENT_ASSERTION_ATTRIBUTED : ENT_ASSERTION_STATED;
  record.n_accounts = number < n_statements ? 1 : 0;
  account.topics = record.topics;
  draw_actors (self, &record, actors);
  ent_event_store_builder_add_event (self->builder, &record);
  self->text_bytes += strlen (title) + 1;
}

static EntEventStore *
new_store (guint     n_events,
           guint     n_statements,
           guint32   seed,
           gboolean  is_told,
           gsize    *text_bytes)
{
  static const char * const other_ids[] = { "FR", "DE", "JP", "RU" };
  Bench self = { .vocabulary = load_vocabulary (), .random = g_rand_new_with_seed (seed), .is_told = is_told };

  self.builder = ent_event_store_builder_new (self.vocabulary);
  self.n_topics = ent_vocabulary_get_n_topics (self.vocabulary);
  self.sides[0] = find_actor (self.vocabulary, "CN");
  self.sides[1] = find_actor (self.vocabulary, "US");
  for (guint i = 0; i < G_N_ELEMENTS (self.others); i++)
    self.others[i] = find_actor (self.vocabulary, other_ids[i]);
  for (guint i = 0; i < n_statements; i++)
    add_statement (&self, i);
  for (guint i = 0; i < n_events; i++)
    add_event (&self, i, n_statements);

  EntEventStore *store = ent_event_store_builder_end (self.builder);
  ent_event_store_builder_free (self.builder);
  ent_vocabulary_unref (self.vocabulary);
  g_rand_free (self.random);
  *text_bytes = self.text_bytes;
  return store;
}

/**
 * bench_store_new:
 * @n_events: how many events
 * @seed: of what is random in them
 * @text_bytes: (out): bytes that their titles take
 *
 * Returns: (transfer full): a made up history
 */
EntEventStore *
bench_store_new (guint    n_events,
                 guint32  seed,
                 gsize   *text_bytes)
{
  return new_store (n_events, CLAMP (n_events / 4, 1, MOST_STATEMENTS), seed, FALSE, text_bytes);
}

/**
 * bench_store_new_told:
 * @n_events: how many events
 * @seed: of what is random in them
 *
 * Returns: (transfer full): a made up history each of whose events a statement tells in a sentence
 */
EntEventStore *
bench_store_new_told (guint   n_events,
                      guint32 seed)
{
  gsize text_bytes;

  return new_store (n_events, n_events, seed, TRUE, &text_bytes);
}
