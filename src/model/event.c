/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event.h"

/**
 * EntEvent:
 *
 * One row of a store as an object, for list views. It holds no copy: each property is read from the store when it is
 * asked for. Words are those that no locale changes; the window makes its own.
 */
struct _EntEvent
{
  GObject parent_instance;

  EntEventStore *store;
  guint32 row;
};

G_DEFINE_FINAL_TYPE (EntEvent, ent_event, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_DATE,
  PROP_KIND,
  PROP_STATUS,
  PROP_ASSERTION,
  PROP_LEVEL,
  PROP_PARTICIPANTS,
  PROP_PEOPLE,
  PROP_PLACE,
  PROP_TOPICS,
  PROP_N_ACCOUNTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char **
dup_participants (EntEvent *self)
{
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint32 i = columns->actors_start[self->row]; i < columns->actors_start[self->row + 1]; i++)
    g_strv_builder_add (ids, ent_vocabulary_get_actor (vocabulary, columns->actors[i])->id);
  return g_strv_builder_end (ids);
}

static char **
dup_topics (EntEvent *self)
{
  guint64 topics = ent_event_store_get_columns (self->store)->topics[self->row];
  const EntVocabulary *vocabulary = ent_event_store_get_vocabulary (self->store);
  guint n_topics = ent_vocabulary_get_n_topics (vocabulary);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint topic = 0; topic < n_topics; topic++)
    if (topics & (G_GUINT64_CONSTANT (1) << topic))
      g_strv_builder_add (ids, ent_vocabulary_get_topic (vocabulary, topic)->id);
  return g_strv_builder_end (ids);
}

static void
ent_event_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  EntEvent *self = ENT_EVENT (object);
  const EntEventColumns *columns = ent_event_store_get_columns (self->store);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, ent_event_store_get_id (self->store, self->row));
      break;
    case PROP_TITLE:
      g_value_set_string (value, ent_event_store_get_title (self->store, self->row));
      break;
    case PROP_DATE:
      g_value_take_string (value, ent_edtf_to_string (ent_event_store_get_date (self->store, self->row)));
      break;
    case PROP_KIND:
      g_value_set_string (value, ent_kind_to_id (columns->kind[self->row]));
      break;
    case PROP_STATUS:
      g_value_set_string (value, ent_status_to_id (columns->status[self->row]));
      break;
    case PROP_ASSERTION:
      g_value_set_string (value, ent_assertion_to_id (columns->assertion[self->row]));
      break;
    case PROP_LEVEL:
      g_value_set_string (value, ent_level_to_id (columns->level[self->row]));
      break;
    case PROP_PARTICIPANTS:
      g_value_take_boxed (value, dup_participants (self));
      break;
    case PROP_PEOPLE:
      g_value_set_boxed (value, ent_event_store_get_people (self->store, self->row));
      break;
    case PROP_PLACE:
      g_value_set_string (value, ent_event_store_get_place (self->store, self->row));
      break;
    case PROP_TOPICS:
      g_value_take_boxed (value, dup_topics (self));
      break;
    case PROP_N_ACCOUNTS:
      g_value_set_uint (value, ent_event_store_get_n_accounts (self->store, self->row));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_event_finalize (GObject *object)
{
  EntEvent *self = ENT_EVENT (object);

  g_clear_pointer (&self->store, ent_event_store_unref);
  G_OBJECT_CLASS (ent_event_parent_class)->finalize (object);
}

static void
ent_event_class_init (EntEventClass *klass)
{
  static const struct
  {
    guint id;
    const char *name;
  } strings[] = {
    { PROP_ID, "id" },
    { PROP_TITLE, "title" },
    { PROP_DATE, "date" },
    { PROP_KIND, "kind" },
    { PROP_STATUS, "status" },
    { PROP_ASSERTION, "assertion" },
    { PROP_LEVEL, "level" },
    { PROP_PLACE, "place" },
  }, lists[] = {
    { PROP_PARTICIPANTS, "participants" },
    { PROP_PEOPLE, "people" },
    { PROP_TOPICS, "topics" },
  };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_event_get_property;
  object_class->finalize = ent_event_finalize;

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id] = g_param_spec_string (strings[i].name, NULL, NULL, NULL, flags);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    properties[lists[i].id] = g_param_spec_boxed (lists[i].name, NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_N_ACCOUNTS] = g_param_spec_uint ("n-accounts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_event_init (EntEvent *self)
{
}

/**
 * ent_event_new:
 * @store: a store
 * @row: one of its rows
 *
 * Returns: (transfer full): the row as an object
 */
EntEvent *
ent_event_new (EntEventStore *store,
               guint32        row)
{
  EntEvent *self;

  g_return_val_if_fail (store != NULL && row < ent_event_store_get_n_events (store), NULL);

  self = g_object_new (ENT_TYPE_EVENT, NULL);
  self->store = ent_event_store_ref (store);
  self->row = row;
  return self;
}

/**
 * ent_event_get_store:
 * @self: an event
 *
 * Returns: (transfer none): the store it is a row of
 */
EntEventStore *
ent_event_get_store (EntEvent *self)
{
  g_return_val_if_fail (ENT_IS_EVENT (self), NULL);

  return self->store;
}

/**
 * ent_event_get_row:
 * @self: an event
 *
 * Returns: its row
 */
guint32
ent_event_get_row (EntEvent *self)
{
  g_return_val_if_fail (ENT_IS_EVENT (self), ENT_ROW_NONE);

  return self->row;
}
