/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tables of data/vocabulary/ and of the user's own folder. */
#include <string.h>

#include "base/table-file.h"
#include "base/vocabulary-private.h"

#define TERMS_PREFIX "terms."
#define TERMS_SUFFIX ".tsv"
#define ALL_LANGUAGES "*"
#define CHINESE "zh"
#define FIRST_IDEOGRAPH 0x4E00
#define LAST_IDEOGRAPH 0x9FFF
#define NAME_SEPARATOR "|"
#define SCORE_MAX 10.0

/* What is known only while tables are read. */
typedef struct
{
  EntVocabulary *vocabulary;
  const char *language; /* of the terms file being read */
  GHashTable *seen; /* ids of the table being read, each of which may stand once */
  GHashTable *holder_by_key; /* name, actor, office and first day → index */
  GHashTable *forms_by_name; /* person's name → GPtrArray of other surface forms */
  GHashTable *term_by_key; /* class, index, language, text → index */
  gboolean has_kind[ENT_N_KINDS];
} Loader;

static const char * const kind_columns[] = { "id", "label", "plural", "score", "plover", "cameo", NULL };
enum
{
  KIND_ID,
  KIND_LABEL,
  KIND_PLURAL,
  KIND_SCORE,
  KIND_PLOVER,
  KIND_CAMEO
};

static const char * const topic_columns[] = { "id", "label", "colour", "plover", "cap", NULL };
enum
{
  TOPIC_ID,
  TOPIC_LABEL,
  TOPIC_COLOUR,
  TOPIC_PLOVER,
  TOPIC_CAP
};

static const char * const actor_columns[] = { "id", "label", "short", "class", NULL };
enum
{
  ACTOR_ID,
  ACTOR_LABEL,
  ACTOR_SHORT,
  ACTOR_CLASS
};

static const char * const person_columns[] = { "name", "state", "office", "level", "from", "to", "names", NULL };
enum
{
  PERSON_NAME,
  PERSON_STATE,
  PERSON_OFFICE,
  PERSON_LEVEL,
  PERSON_FROM,
  PERSON_TO,
  PERSON_NAMES
};

static const char * const term_columns[] = { "class", "id", "text", "value", NULL };
enum
{
  TERM_CLASS,
  TERM_ID,
  TERM_TEXT,
  TERM_VALUE
};

/* What the id of a term names. */
typedef enum
{
  TERM_OF_ACTOR,
  TERM_OF_ACTOR_OR_NONE,
  TERM_OF_TOPIC_OR_NONE,
  TERM_OF_LEVEL,
  TERM_OF_NOTHING,
} TermOwner;

static const struct
{
  const char *name;
  EntTermClass term_class;
  TermOwner owner;
  gboolean text_is_value; /* an empty value means the words themselves */
} term_classes[] = {
  { "name", ENT_TERM_ACTOR_NAME, TERM_OF_ACTOR, FALSE },
  { "demonym", ENT_TERM_ACTOR_DEMONYM, TERM_OF_ACTOR, FALSE },
  { "metonym", ENT_TERM_ACTOR_METONYM, TERM_OF_ACTOR, FALSE },
  { "title", ENT_TERM_TITLE, TERM_OF_LEVEL, TRUE },
  { "topic", ENT_TERM_TOPIC_STRONG, TERM_OF_TOPIC_OR_NONE, FALSE },
  { "topic-passing", ENT_TERM_TOPIC_PASSING, TERM_OF_TOPIC_OR_NONE, FALSE },
  { "topic-weak", ENT_TERM_TOPIC_WEAK, TERM_OF_TOPIC_OR_NONE, FALSE },
  { "place", ENT_TERM_PLACE, TERM_OF_ACTOR_OR_NONE, TRUE },
  { "tone", ENT_TERM_TONE, TERM_OF_NOTHING, TRUE },
  { "body", ENT_TERM_BODY, TERM_OF_ACTOR, TRUE },
  { "host", ENT_TERM_HOST, TERM_OF_ACTOR, FALSE },
  { "carrier", ENT_TERM_CARRIER, TERM_OF_NOTHING, FALSE },
};

static gboolean fail (const char *file,
                      guint line,
                      GError **error,
                      const char *format,
                      ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (const char *file,
      guint line,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s:%u: %s", file, line, why);
  return FALSE;
}

static const char *
keep (Loader     *self,
      const char *text)
{
  return g_string_chunk_insert_const (self->vocabulary->chunk, text);
}

/* A field of a row whose id was there already leaves what was said before unless it says something. */
static void
set_text (Loader      *self,
          const char **place,
          const char  *text)
{
  if (*text != '\0' || *place == NULL)
    *place = keep (self, text);
}

/* The first row of an id needs its label; each id may stand once in a table. */
static gboolean
check_row (Loader      *self,
           const char  *id,
           const char  *label,
           gboolean     is_new,
           const char  *file,
           guint        line,
           GError     **error)
{
  if (*id == '\0')
    return fail (file, line, error, "a row without id");
  if (is_new && *label == '\0')
    return fail (file, line, error, "“%s” has no label", id);
  if (!g_hash_table_add (self->seen, g_strdup (id)))
    return fail (file, line, error, "“%s” is there twice", id);
  return TRUE;
}

static gboolean
read_kind (const char * const  *fields,
           const char          *file,
           guint                line,
           gpointer             data,
           GError             **error)
{
  Loader *self = data;
  EntKindInfo *info;
  EntKind kind;

  if (!ent_kind_from_id (fields[KIND_ID], &kind))
    return fail (file, line, error, "“%s” is no kind", fields[KIND_ID]);
  if (!check_row (self, fields[KIND_ID], fields[KIND_LABEL], !self->has_kind[kind], file, line, error))
    return FALSE;
  if (!self->has_kind[kind] && *fields[KIND_PLURAL] == '\0')
    return fail (file, line, error, "“%s” has no plural", fields[KIND_ID]);

  info = &self->vocabulary->kinds[kind];
  if (*fields[KIND_SCORE] != '\0' || !self->has_kind[kind])
    {
      char *end;
      double score = g_ascii_strtod (fields[KIND_SCORE], &end);

      /* Written so that NaN fails too. */
      if (end == fields[KIND_SCORE] || *end != '\0' || !(score >= -SCORE_MAX && score <= SCORE_MAX))
        return fail (file, line, error, "“%s” is no score from -10 to 10", fields[KIND_SCORE]);
      info->score = score;
    }
  set_text (self, &info->label, fields[KIND_LABEL]);
  set_text (self, &info->plural, fields[KIND_PLURAL]);
  set_text (self, &info->plover, fields[KIND_PLOVER]);
  set_text (self, &info->cameo, fields[KIND_CAMEO]);
  self->has_kind[kind] = TRUE;
  return TRUE;
}

static gboolean
parse_colour (const char *text,
              guint32    *colour)
{
  guint32 value = 0;

  if (text[0] != '#' || strlen (text) != strlen ("#RRGGBB"))
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isxdigit (*p))
        return FALSE;
      value = value << 4 | (guint32) g_ascii_xdigit_value (*p);
    }
  *colour = value;
  return TRUE;
}

static gboolean
read_topic (const char * const  *fields,
            const char          *file,
            guint                line,
            gpointer             data,
            GError             **error)
{
  Loader *self = data;
  EntVocabulary *vocabulary = self->vocabulary;
  EntTopicInfo *info;
  guint topic;
  gboolean is_new = !ent_vocabulary_find_topic (vocabulary, fields[TOPIC_ID], &topic);
  guint32 colour = 0;

  if (!check_row (self, fields[TOPIC_ID], fields[TOPIC_LABEL], is_new, file, line, error))
    return FALSE;
  if ((is_new || *fields[TOPIC_COLOUR] != '\0') && !parse_colour (fields[TOPIC_COLOUR], &colour))
    return fail (file, line, error, "“%s” is no colour like #1a5fb4", fields[TOPIC_COLOUR]);
  if (is_new)
    {
      topic = vocabulary->topics->len;
      if (topic == ENT_MAX_TOPICS)
        return fail (file, line, error, "“%s” is one topic too many; there can be %d", fields[TOPIC_ID],
                     ENT_MAX_TOPICS);
      g_array_set_size (vocabulary->topics, topic + 1);
      g_array_index (vocabulary->topics, EntTopicInfo, topic).id = keep (self, fields[TOPIC_ID]);
      g_hash_table_insert (vocabulary->topic_by_id, (gpointer) keep (self, fields[TOPIC_ID]), GUINT_TO_POINTER (topic));
    }

  info = &g_array_index (vocabulary->topics, EntTopicInfo, topic);
  if (*fields[TOPIC_COLOUR] != '\0')
    info->colour = colour;
  set_text (self, &info->label, fields[TOPIC_LABEL]);
  set_text (self, &info->plover, fields[TOPIC_PLOVER]);
  set_text (self, &info->cap, fields[TOPIC_CAP]);
  return TRUE;
}

static gboolean
parse_actor_class (const char    *text,
                   EntActorClass *actor_class)
{
  static const char * const names[] = { "state", "organisation", "place" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (text, names[i]))
        {
          *actor_class = (EntActorClass) i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_actor (const char * const  *fields,
            const char          *file,
            guint                line,
            gpointer             data,
            GError             **error)
{
  Loader *self = data;
  EntVocabulary *vocabulary = self->vocabulary;
  EntActorInfo *info;
  EntActorClass actor_class = ENT_ACTOR_STATE;
  guint16 actor;
  gboolean is_new = !ent_vocabulary_find_actor (vocabulary, fields[ACTOR_ID], &actor);

  if (!check_row (self, fields[ACTOR_ID], fields[ACTOR_LABEL], is_new, file, line, error))
    return FALSE;
  if ((is_new || *fields[ACTOR_CLASS] != '\0') && !parse_actor_class (fields[ACTOR_CLASS], &actor_class))
    return fail (file, line, error, "“%s” is not state, organisation or place", fields[ACTOR_CLASS]);
  if (is_new)
    {
      if (vocabulary->actors->len == ENT_ACTOR_NONE)
        return fail (file, line, error, "“%s” is one actor too many", fields[ACTOR_ID]);
      actor = (guint16) vocabulary->actors->len;
      g_array_set_size (vocabulary->actors, actor + 1u);
      g_array_index (vocabulary->actors, EntActorInfo, actor).id = keep (self, fields[ACTOR_ID]);
      g_hash_table_insert (vocabulary->actor_by_id, (gpointer) keep (self, fields[ACTOR_ID]), GUINT_TO_POINTER (actor));
    }

  info = &g_array_index (vocabulary->actors, EntActorInfo, actor);
  if (*fields[ACTOR_CLASS] != '\0')
    info->actor_class = actor_class;
  set_text (self, &info->label, fields[ACTOR_LABEL]);
  if (*fields[ACTOR_SHORT] != '\0')
    info->short_label = keep (self, fields[ACTOR_SHORT]);
  return TRUE;
}

/* A day of a term in office: the first or last one that the date allows. */
static gboolean
parse_office_day (const char  *text,
                  gboolean     is_end,
                  EntDay      *day,
                  const char  *file,
                  guint        line,
                  GError     **error)
{
  g_autoptr (GError) why = NULL;
  EntEdtf edtf;

  *day = is_end ? ENT_DAY_OPEN_END : ENT_DAY_OPEN_START;
  if (*text == '\0')
    return TRUE;
  if (!ent_edtf_parse (text, strlen (text), &edtf, &why))
    return fail (file, line, error, "%s", why->message);
  *day = is_end ? ent_edtf_latest (edtf) : ent_edtf_earliest (edtf);
  return TRUE;
}

static void
add_forms (Loader     *self,
           const char *name,
           const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, NAME_SEPARATOR, -1);
  GPtrArray *forms = g_hash_table_lookup (self->forms_by_name, name);

  if (forms == NULL)
    {
      forms = g_ptr_array_new ();
      g_ptr_array_add (forms, (gpointer) name);
      g_hash_table_insert (self->forms_by_name, (gpointer) name, forms);
    }
  for (char **part = parts; *part != NULL; part++)
    {
      gpointer form = (gpointer) keep (self, g_strstrip (*part));

      /* Kept texts are one a text, so that pointers tell. */
      if (**part != '\0' && !g_ptr_array_find (forms, form, NULL))
        g_ptr_array_add (forms, form);
    }
}

static gboolean
read_person (const char * const  *fields,
             const char          *file,
             guint                line,
             gpointer             data,
             GError             **error)
{
  Loader *self = data;
  GArray *holders = self->vocabulary->holders;
  EntOfficeHolder holder = { 0 };
  g_autofree char *key = NULL;
  gpointer index;

  if (*fields[PERSON_NAME] == '\0')
    return fail (file, line, error, "a row without name");
  if (!ent_vocabulary_find_actor (self->vocabulary, fields[PERSON_STATE], &holder.actor))
    return fail (file, line, error, "“%s” is no actor", fields[PERSON_STATE]);
  if (!ent_level_from_id (fields[PERSON_LEVEL], &holder.level))
    return fail (file, line, error, "“%s” is no level", fields[PERSON_LEVEL]);
  if (!parse_office_day (fields[PERSON_FROM], FALSE, &holder.from, file, line, error)
      || !parse_office_day (fields[PERSON_TO], TRUE, &holder.to, file, line, error))
    return FALSE;
  if (holder.from > holder.to)
    return fail (file, line, error, "“%s” leaves office before entering it", fields[PERSON_NAME]);

  key = g_strdup_printf ("%s\t%u\t%s\t%d", fields[PERSON_NAME], holder.actor, fields[PERSON_OFFICE], holder.from);
  if (!g_hash_table_add (self->seen, g_strdup (key)))
    return fail (file, line, error, "“%s” is there twice with one office and first day", fields[PERSON_NAME]);

  holder.name = keep (self, fields[PERSON_NAME]);
  holder.office = keep (self, fields[PERSON_OFFICE]);
  add_forms (self, holder.name, fields[PERSON_NAMES]);
  if (g_hash_table_lookup_extended (self->holder_by_key, key, NULL, &index))
    {
      g_array_index (holders, EntOfficeHolder, GPOINTER_TO_UINT (index)) = holder;
      return TRUE;
    }
  g_hash_table_insert (self->holder_by_key, g_steal_pointer (&key), GUINT_TO_POINTER (holders->len));
  g_array_append_val (holders, holder);
  return TRUE;
}

static gboolean
find_owner (Loader     *self,
            TermOwner   owner,
            const char *id,
            guint32    *index)
{
  guint16 actor;
  guint topic;
  EntLevel level;

  *index = 0;
  switch (owner)
    {
    case TERM_OF_ACTOR_OR_NONE:
    case TERM_OF_ACTOR:
      if (*id == '\0' && owner == TERM_OF_ACTOR_OR_NONE)
        actor = ENT_ACTOR_NONE;
      else if (!ent_vocabulary_find_actor (self->vocabulary, id, &actor))
        return FALSE;
      *index = actor;
      return TRUE;
    case TERM_OF_TOPIC_OR_NONE:
      if (*id == '\0')
        topic = ENT_TOPIC_NONE;
      else if (!ent_vocabulary_find_topic (self->vocabulary, id, &topic))
        return FALSE;
      *index = topic;
      return TRUE;
    case TERM_OF_LEVEL:
      if (!ent_level_from_id (id, &level))
        return FALSE;
      *index = level;
      return TRUE;
    case TERM_OF_NOTHING:
      return *id == '\0';
    default:
      g_assert_not_reached ();
    }
}

/* Adds a term, or changes the value of the one that is there. */
static void
put_term (Loader     *self,
          EntTerm     term,
          const char *key)
{
  GArray *terms = self->vocabulary->terms;
  gpointer place;

  if (g_hash_table_lookup_extended (self->term_by_key, key, NULL, &place))
    {
      g_array_index (terms, EntTerm, GPOINTER_TO_UINT (place)) = term;
      return;
    }
  g_hash_table_insert (self->term_by_key, g_strdup (key), GUINT_TO_POINTER (terms->len));
  g_array_append_val (terms, term);
}

/* Leaves a gap that drop_removed_terms () closes. */
static void
remove_term (Loader     *self,
             const char *key)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (self->term_by_key, key, NULL, &place))
    return;
  g_array_index (self->vocabulary->terms, EntTerm, GPOINTER_TO_UINT (place)).text = NULL;
  g_hash_table_remove (self->term_by_key, key);
}

static gboolean
read_term (const char * const  *fields,
           const char          *file,
           guint                line,
           gpointer             data,
           GError             **error)
{
  Loader *self = data;
  gboolean removes = fields[TERM_TEXT][0] == '-';
  const char *text = fields[TERM_TEXT] + removes;
  const char *value = fields[TERM_VALUE];
  g_autofree char *key = NULL;
  EntTerm term = { 0 };
  guint16 own;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (term_classes); i++)
    {
      if (g_str_equal (term_classes[i].name, fields[TERM_CLASS]))
        break;
    }
  if (i == G_N_ELEMENTS (term_classes))
    return fail (file, line, error, "“%s” is no class of terms", fields[TERM_CLASS]);
  if (!find_owner (self, term_classes[i].owner, fields[TERM_ID], &term.index))
    return fail (file, line, error, "a %s cannot be of “%s”", fields[TERM_CLASS], fields[TERM_ID]);
  if (*text == '\0')
    return fail (file, line, error, "a %s without text", fields[TERM_CLASS]);
  if (term_classes[i].owner == TERM_OF_TOPIC_OR_NONE && *value != '\0'
      && !ent_vocabulary_find_actor (self->vocabulary, value, &own))
    return fail (file, line, error, "“%s” is no actor", value);

  key = g_strdup_printf ("%u\t%u\t%s\t%s", i, term.index, self->language, text);
  if (removes)
    {
      remove_term (self, key);
      return TRUE;
    }
  term.text = keep (self, text);
  term.language = keep (self, self->language);
  term.term_class = term_classes[i].term_class;
  if (*value == '\0' && term_classes[i].text_is_value)
    value = text;
  term.value = *value != '\0' ? keep (self, value) : NULL;
  put_term (self, term, key);
  return TRUE;
}

static void
drop_removed_terms (Loader *self)
{
  GArray *terms = self->vocabulary->terms;
  guint kept = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      if (g_array_index (terms, EntTerm, i).text != NULL)
        g_array_index (terms, EntTerm, kept++) = g_array_index (terms, EntTerm, i);
    }
  g_array_set_size (terms, kept);
}

/* Forms in ideographs are Chinese; others may stand in a text of any language. */
static const char *
get_form_language (Loader     *self,
                   const char *form)
{
  gunichar c = g_utf8_get_char (form);

  return keep (self, c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH ? CHINESE : ALL_LANGUAGES);
}

/* Every form of a person's name may mean each of the offices the person held. */
static void
add_person_terms (Loader *self)
{
  GArray *holders = self->vocabulary->holders;

  for (guint i = 0; i < holders->len; i++)
    {
      const char *name = g_array_index (holders, EntOfficeHolder, i).name;
      GPtrArray *forms = g_hash_table_lookup (self->forms_by_name, name);

      for (guint j = 0; j < forms->len; j++)
        {
          EntTerm term = {
            .text = g_ptr_array_index (forms, j),
            .index = i,
            .term_class = ENT_TERM_PERSON,
          };

          term.language = get_form_language (self, term.text);
          g_array_append_val (self->vocabulary->terms, term);
        }
    }
}

static int
compare_holders (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const EntOfficeHolder *holders = data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  int order = strcmp (holders[first].name, holders[second].name);

  return order != 0 ? order : first < second ? -1
                                             : first > second;
}

static void
sort_holders_by_name (Loader *self)
{
  const GArray *holders = self->vocabulary->holders;
  GArray *by_name = self->vocabulary->holders_by_name;

  for (guint32 i = 0; i < holders->len; i++)
    g_array_append_val (by_name, i);
  g_array_sort_with_data (by_name, compare_holders, holders->data);
}

static void
set_short_labels (Loader *self)
{
  GArray *actors = self->vocabulary->actors;

  for (guint i = 0; i < actors->len; i++)
    {
      EntActorInfo *info = &g_array_index (actors, EntActorInfo, i);

      if (info->short_label == NULL)
        info->short_label = info->label;
    }
}

static gboolean
check_kinds (Loader      *self,
             const char  *folder,
             GError     **error)
{
  for (guint i = 0; i < ENT_N_KINDS; i++)
    {
      if (!self->has_kind[i])
        {
          g_set_error (error, ENT_TABLE_ERROR, ENT_TABLE_ERROR_VALUE, "%s/kinds.tsv: the kind “%s” is missing", folder,
                       ent_kind_to_id ((EntKind) i));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_table (Loader              *self,
            const char          *folder,
            const char          *name,
            gboolean             required,
            const char * const  *columns,
            EntTableFunc         func,
            GError             **error)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  if (!required && !g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;
  g_hash_table_remove_all (self->seen);
  return ent_table_file_read (file, columns, func, self, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The names of a folder's tables of terms, sorted; none if the folder is not there. */
static GPtrArray *
list_term_tables (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, TERMS_PREFIX) && g_str_has_suffix (name, TERMS_SUFFIX)
          && strlen (name) > strlen (TERMS_PREFIX TERMS_SUFFIX))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
read_term_tables (Loader      *self,
                  const char  *folder,
                  GError     **error)
{
  g_autoptr (GPtrArray) names = list_term_tables (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *language = g_strndup (name + strlen (TERMS_PREFIX), strcspn (name + strlen (TERMS_PREFIX), "."));

      self->language = g_str_equal (language, "all") ? ALL_LANGUAGES : language;
      if (!read_table (self, folder, name, TRUE, term_columns, read_term, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_folder (Loader      *self,
             const char  *folder,
             gboolean     first,
             GError     **error)
{
  return read_table (self, folder, "kinds.tsv", first, kind_columns, read_kind, error)
         && check_kinds (self, folder, error)
         && read_table (self, folder, "topics.tsv", first, topic_columns, read_topic, error)
         && read_table (self, folder, "actors.tsv", first, actor_columns, read_actor, error)
         && read_table (self, folder, "people.tsv", first, person_columns, read_person, error)
         && read_term_tables (self, folder, error);
}

/**
 * ent_vocabulary_load:
 * @folders: (array zero-terminated=1): folders of tables: the product's, then the user's own
 * @error: `FILE:LINE: why`
 *
 * Reads kinds.tsv, topics.tsv, actors.tsv, people.tsv and every terms.LL.tsv and terms.LL.NAME.tsv. The first folder
 * must have all but terms. In a later one a row whose id is known changes what its fields say, an empty
 * field leaves it; other rows are added. A term whose text begins with `-` is taken out again.
 *
 * Returns: (transfer full): the vocabulary
 */
EntVocabulary *
ent_vocabulary_load (const char * const  *folders,
                     GError             **error)
{
  g_autoptr (EntVocabulary) vocabulary = NULL;
  Loader loader = { 0 };
  gboolean ok = TRUE;

  g_return_val_if_fail (folders != NULL && folders[0] != NULL, NULL);

  vocabulary = ent_vocabulary_new ();
  loader.vocabulary = vocabulary;
  loader.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader.holder_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader.term_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  loader.forms_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; ok && folders[i] != NULL; i++)
    ok = read_folder (&loader, folders[i], i == 0, error);
  if (ok)
    {
      set_short_labels (&loader);
      drop_removed_terms (&loader);
      add_person_terms (&loader);
      sort_holders_by_name (&loader);
    }

  g_hash_table_unref (loader.seen);
  g_hash_table_unref (loader.holder_by_key);
  g_hash_table_unref (loader.term_by_key);
  g_hash_table_unref (loader.forms_by_name);
  return ok ? g_steal_pointer (&vocabulary) : NULL;
}
