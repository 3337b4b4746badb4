/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/tei-document.h"

#include <string.h>

#include "read/text-builder.h"

/* What parts the document from its editors' notes. */
#define NOTES_RULE "————————"

typedef enum
{
  ROLE_INLINE,
  ROLE_BLOCK,
  ROLE_CELL,    /* stands beside others in one paragraph */
  ROLE_LABEL,   /* begins the paragraph after it */
  ROLE_BREAK,   /* ends a line */
  ROLE_NOTE,    /* what editors say of the place */
  ROLE_DROPPED, /* not in the document */
} Role;

typedef struct
{
  const char *name;
  Role role;
} ElementRole;

/* By name, for a binary search. Of an editor's choice the document's own reading is kept. */
static const ElementRole roles[] = {
  { "ab", ROLE_BLOCK },         { "address", ROLE_BLOCK },      { "addrLine", ROLE_BLOCK },
  { "argument", ROLE_BLOCK },   { "attachment", ROLE_BLOCK },   { "byline", ROLE_BLOCK },
  { "cell", ROLE_CELL },        { "closer", ROLE_BLOCK },       { "corr", ROLE_DROPPED },
  { "dateline", ROLE_BLOCK },   { "del", ROLE_DROPPED },        { "div", ROLE_BLOCK },
  { "epigraph", ROLE_BLOCK },   { "expan", ROLE_DROPPED },      { "figDesc", ROLE_DROPPED },
  { "figure", ROLE_BLOCK },     { "floatingText", ROLE_BLOCK }, { "formula", ROLE_INLINE },
  { "fw", ROLE_DROPPED },       { "head", ROLE_BLOCK },         { "item", ROLE_BLOCK },
  { "l", ROLE_BLOCK },          { "label", ROLE_LABEL },        { "lb", ROLE_BREAK },
  { "lg", ROLE_BLOCK },         { "list", ROLE_BLOCK },         { "note", ROLE_NOTE },
  { "opener", ROLE_BLOCK },     { "p", ROLE_BLOCK },            { "postscript", ROLE_BLOCK },
  { "quote", ROLE_BLOCK },      { "reg", ROLE_DROPPED },        { "row", ROLE_BLOCK },
  { "salute", ROLE_BLOCK },     { "seg", ROLE_BLOCK },          { "signed", ROLE_BLOCK },
  { "sp", ROLE_BLOCK },         { "speaker", ROLE_LABEL },      { "stage", ROLE_BLOCK },
  { "table", ROLE_BLOCK },      { "trailer", ROLE_BLOCK },
};

static int
compare_role (const void *key,
              const void *element)
{
  return strcmp (key, ((const ElementRole *) element)->name);
}

static Role
get_role (const EntMarkupNode *node)
{
  const ElementRole *found = bsearch (node->name, roles, G_N_ELEMENTS (roles), sizeof roles[0], compare_role);

  return found != NULL ? found->role : ROLE_INLINE;
}

static gboolean
has_name (const EntMarkupNode *node,
          const char          *name)
{
  return node->name != NULL && g_str_equal (node->name, name);
}

/**
 * ent_tei_document_is:
 * @node: an element or text of TEI
 *
 * Returns: whether it is one document of an edition
 */
gboolean
ent_tei_document_is (const EntMarkupNode *node)
{
  const char *type;

  g_return_val_if_fail (node != NULL, FALSE);

  if (!has_name (node, "div"))
    return FALSE;
  type = ent_markup_get_attribute (node, "type");
  return g_strcmp0 (type, "document") == 0;
}

/* Writes a document, and the notes in it apart from it. */
typedef struct
{
  const EntMarkupNode *nodes;
  EntTextBuilder *text;
  EntTextBuilder *notes; /* NULL: they are not wanted */
  gboolean after_label;
} Writer;

static void write_nodes (Writer *writer,
                         guint32 first,
                         guint32 end);

static void
end_block (Writer *writer)
{
  if (writer->after_label)
    ent_text_builder_add_space (writer->text);
  else
    ent_text_builder_end_paragraph (writer->text);
}

/* A note in a note stays in it. */
static void
write_note (Writer  *writer,
            guint32  i)
{
  Writer inner = { .nodes = writer->nodes, .text = writer->notes };
  const char *number = ent_markup_get_attribute (&writer->nodes[i], "n");

  if (writer->notes == NULL)
    return;
  ent_text_builder_end_paragraph (writer->notes);
  if (number != NULL && *number != 0)
    {
      ent_text_builder_add_words (writer->notes, number, -1);
      ent_text_builder_add_words (writer->notes, ". ", -1);
      inner.after_label = TRUE;
    }
  write_nodes (&inner, i + 1, writer->nodes[i].end);
}

static void
write_element (Writer  *writer,
               guint32  i)
{
  const EntMarkupNode *node = &writer->nodes[i];
  Role role = get_role (node);

  if (role == ROLE_DROPPED || ent_tei_document_is (node))
    return;
  if (role == ROLE_NOTE)
    {
      write_note (writer, i);
      return;
    }
  if (role == ROLE_BLOCK || role == ROLE_LABEL)
    end_block (writer);
  else if (role == ROLE_CELL)
    ent_text_builder_add_space (writer->text);
  else if (role == ROLE_BREAK)
    ent_text_builder_end_line (writer->text);
  write_nodes (writer, i + 1, node->end);
  if (role == ROLE_LABEL)
    {
      writer->after_label = TRUE;
      ent_text_builder_add_space (writer->text);
    }
  else if (role == ROLE_BLOCK)
    {
      writer->after_label = FALSE;
      ent_text_builder_end_paragraph (writer->text);
    }
}

static void
write_nodes (Writer  *writer,
             guint32  first,
             guint32  end)
{
  for (guint32 i = first; i < end; i = writer->nodes[i].end)
    {
      const char *text = writer->nodes[i].text;

      if (writer->nodes[i].name != NULL)
        {
          write_element (writer, i);
          continue;
        }
      ent_text_builder_add_words (writer->text, text, -1);
      if (text[strspn (text, " \t\r\n")] != 0)
        writer->after_label = FALSE;
    }
}

/* Editions count their documents before the heading: "20. Memorandum". */
static void
drop_number (GString             *text,
             const EntMarkupNode *document)
{
  const char *number = ent_markup_get_attribute (document, "n");
  gsize length = number != NULL ? strlen (number) : 0;

  if (length > 0 && g_str_has_prefix (text->str, number) && g_str_has_prefix (text->str + length, ". "))
    g_string_erase (text, 0, (gssize) length + 2);
}

static GString *
make_title (const EntMarkupNode *nodes,
            guint32              document)
{
  g_auto (EntTextBuilder) text = { 0 };
  Writer writer = { .nodes = nodes, .text = &text };

  ent_text_builder_init (&text);
  text.tight = TRUE;
  for (guint32 i = document + 1; i < nodes[document].end; i = nodes[i].end)
    if (has_name (&nodes[i], "head"))
      {
        write_nodes (&writer, i + 1, nodes[i].end);
        break;
      }
  for (gsize i = 0; i < text.text->len; i++)
    if (text.text->str[i] == '\n')
      text.text->str[i] = ' ';
  drop_number (text.text, &nodes[document]);
  return g_steal_pointer (&text.text);
}

/* Whether what an element holds is of another day than the document. */
static gboolean
is_apart (const EntMarkupNode *node)
{
  static const char * const names[] = { "note", "attachment", "quote", "floatingText", NULL };

  return node->name != NULL && (g_strv_contains (names, node->name) || ent_tei_document_is (node));
}

/* A day, month or year without the time of day that may follow it. */
static char *
cut_time (const EntMarkupNode *node,
          const char          *name)
{
  const char *value = ent_markup_get_attribute (node, name);

  return value != NULL ? g_strndup (value, strcspn (value, "T")) : NULL;
}

/* TEI's att.datable: a date, a period, or bounds of a date that is not known. */
static char *
dup_date (const EntMarkupNode *node)
{
  static const char * const names[][3] = {
    { "when", "when", "" },
    { "when-iso", "when-iso", "" },
    { "from", "to", "" },
    { "notBefore", "notAfter", "?" },
    { "frus:doc-dateTime-min", "frus:doc-dateTime-max", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *first = cut_time (node, names[i][0]);
      g_autofree char *last = cut_time (node, names[i][1]);
      g_autofree char *date = NULL;
      EntEdtf edtf;

      if (first == NULL && last == NULL)
        continue;
      if (g_strcmp0 (first, last) == 0)
        date = g_steal_pointer (&first);
      else
        date = g_strdup_printf ("%s%s/%s%s", first != NULL ? first : "..", first != NULL ? names[i][2] : "",
                                last != NULL ? last : "..", last != NULL ? names[i][2] : "");
      if (ent_edtf_parse (date, strlen (date), &edtf, NULL))
        return g_steal_pointer (&date);
    }
  return NULL;
}

/* The first date inside an element of the name, of those that are the document's own. */
static char *
find_date_in (const EntMarkupNode *nodes,
              guint32              document,
              const char          *name)
{
  guint32 inside = 0; /* the node after the element that is open */

  for (guint32 i = document + 1; i < nodes[document].end;)
    {
      if (is_apart (&nodes[i]))
        {
          i = nodes[i].end;
          continue;
        }
      if (has_name (&nodes[i], name))
        inside = MAX (inside, nodes[i].end);
      if (i < inside && has_name (&nodes[i], "date"))
        {
          char *date = dup_date (&nodes[i]);

          if (date != NULL)
            return date;
        }
      i++;
    }
  return NULL;
}

/* The day of a telegram stands in its dateline, that of a talk in its heading. */
static char *
find_date (const EntMarkupNode *nodes,
           guint32              document)
{
  static const char * const places[] = { "dateline", "opener", "closer", "head" };
  char *date = NULL;

  for (gsize i = 0; date == NULL && i < G_N_ELEMENTS (places); i++)
    date = find_date_in (nodes, document, places[i]);
  return date != NULL ? date : dup_date (&nodes[document]);
}

/* Whether the heading names an office of the United States before it says to whom. Their edition calls an envoy of
 * their own by where he is ("the Ambassador in China"), and those of others by their country ("the Chinese
 * Ambassador"). What it does not tell is left to the text. */
static gboolean
is_of_the_united_states (const char *title)
{
  static const char * const offices[] = {
    "Editorial Note", "Memorandum of Conversation", "Memorandum of Telephone Conversation",
    "Memorandum of a Conversation", "Memorandum of a Telephone Conversation", "Memorandum of Discussion",
    "Memorandum of a Meeting",
    "Secretary of State", "Department of State", "Policy Planning Staff", "National Security Council",
    "Joint Chiefs of Staff", "Secretary of Defense", "Secretary of the Army", "Secretary of the Navy",
    "Secretary of the Treasury", "Central Intelligence", "National Intelligence Estimate", "Executive Secretary",
    "Assistance Advisory Group", "Commander in Chief, ", " of the Office of ", " of the Division of ",
    " of the Bureau of ", " in the Office of ", " in the Bureau of ", "Officer in Charge of ",
    "Ambassador in ", "Ambassador at ", "Chargé in ", "Charge in ", "Minister in ", "Adviser in ",
    "Representative in ", "Representative at ", "Consul General at ", "Consul at ", "Consul General in ",
    "Embassy in ", "Legation in ", "Consulate General at ", "Consulate General in ", "Mission at ",
    "United States Representative", "United States Mission", "United States Political Adviser",
  };
  const char *to = strstr (title, " to ");
  gsize length = to != NULL ? (gsize) (to - title) : strlen (title);

  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    if (g_strstr_len (title, (gssize) length, offices[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the edition is of documents of the United States. */
static gboolean
is_american (const EntRecord *record)
{
  const GString *edition = record->fields[ENT_FIELD_PUBLISHER];

  return edition != NULL && g_str_has_prefix (edition->str, "Foreign Relations of the United States");
}

/**
 * ent_tei_document_record:
 * @markup: an edition in TEI
 * @document: one of its documents
 * @record: where to put its title, date, text and editors' notes; it has the edition's name already
 *
 * The notes of the editors are taken out of the text and put below it.
 */
void
ent_tei_document_record (const EntMarkup *markup,
                         guint32          document,
                         EntRecord       *record)
{
  g_auto (EntTextBuilder) text = { 0 };
  g_auto (EntTextBuilder) notes = { 0 };
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (markup, &n);
  Writer writer = { .nodes = nodes, .text = &text, .notes = &notes };
  g_autofree char *date = find_date (nodes, document);
  GString *body;

  ent_text_builder_init (&text);
  ent_text_builder_init (&notes);
  text.tight = notes.tight = TRUE;
  write_nodes (&writer, document + 1, nodes[document].end);
  body = ent_text_builder_steal (&text);
  drop_number (body, &nodes[document]);
  record->notes = body->len;
  if (body->len > 0 && notes.text->len > 0)
    {
      g_autoptr (GString) below = ent_text_builder_steal (&notes);

      g_string_append_printf (body, "\n%s\n\n%s", NOTES_RULE, below->str);
    }
  record->fields[ENT_FIELD_TEXT] = body;
  record->fields[ENT_FIELD_TITLE] = make_title (nodes, document);
  if (date != NULL)
    record->fields[ENT_FIELD_DATE] = g_string_new (date);
  if (is_american (record) && is_of_the_united_states (record->fields[ENT_FIELD_TITLE]->str))
    record->fields[ENT_FIELD_ISSUER] = g_string_new ("US");
}
