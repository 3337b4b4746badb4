/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/office-text.h"

#include <string.h>

#include "read/markup.h"
#include "read/text-builder.h"

typedef enum
{
  ROLE_NONE,
  ROLE_PARAGRAPH,
  ROLE_ROW,
  ROLE_CELL,
  ROLE_WORDS, /* holds a paragraph's text, in a Word document */
  ROLE_SPACE,
  ROLE_BREAK,
  ROLE_DROPPED, /* notes, comments, what was deleted, a second form of a picture */
} Role;

typedef struct
{
  const char *name;
  Role role;
} ElementRole;

/* Of Word documents and OpenDocument texts, which share no name in two meanings. By name, for a binary search. */
static const ElementRole roles[] = {
  { "Fallback", ROLE_DROPPED },
  { "annotation", ROLE_DROPPED },
  { "br", ROLE_BREAK },
  { "cr", ROLE_BREAK },
  { "h", ROLE_PARAGRAPH },
  { "line-break", ROLE_BREAK },
  { "note", ROLE_DROPPED },
  { "p", ROLE_PARAGRAPH },
  { "s", ROLE_SPACE },
  { "t", ROLE_WORDS },
  { "tab", ROLE_SPACE },
  { "table-cell", ROLE_CELL },
  { "table-row", ROLE_ROW },
  { "tc", ROLE_CELL },
  { "tr", ROLE_ROW },
  { "tracked-changes", ROLE_DROPPED },
};

typedef struct
{
  const EntMarkupNode *nodes;
  EntTextBuilder text;
  gboolean is_word;
  guint in_row;     /* how many rows are open */
  gboolean in_cell; /* a cell has begun, and no paragraph in it yet */
} Writer;

static int
compare_role (const void *key,
              const void *element)
{
  return strcmp (key, ((const ElementRole *) element)->name);
}

static Role
get_role (const char *name)
{
  const ElementRole *found = bsearch (name, roles, G_N_ELEMENTS (roles), sizeof roles[0], compare_role);

  return found != NULL ? found->role : ROLE_NONE;
}

/* The cells of a row stand in a line; what else a cell holds than one paragraph has lines of its own. */
static void
begin_paragraph (Writer *writer)
{
  if (writer->in_row == 0)
    ent_text_builder_end_paragraph (&writer->text);
  else if (writer->in_cell)
    ent_text_builder_add_space (&writer->text);
  else
    ent_text_builder_end_line (&writer->text);
  writer->in_cell = FALSE;
}

static void
write_nodes (Writer   *writer,
             guint32   first,
             guint32   end,
             gboolean  in_words)
{
  for (guint32 i = first; i < end; i = writer->nodes[i].end)
    {
      const EntMarkupNode *node = &writer->nodes[i];
      Role role = node->name != NULL ? get_role (node->name) : ROLE_NONE;

      if (node->text != NULL && in_words)
        ent_text_builder_add_words (&writer->text, node->text, -1);
      if (node->name == NULL || role == ROLE_DROPPED)
        continue;
      if (role == ROLE_PARAGRAPH)
        begin_paragraph (writer);
      else if (role == ROLE_SPACE)
        ent_text_builder_add_space (&writer->text);
      else if (role == ROLE_BREAK)
        ent_text_builder_end_line (&writer->text);
      else if (role == ROLE_CELL)
        writer->in_cell = TRUE;
      else if (role == ROLE_ROW && writer->in_row++ == 0)
        ent_text_builder_end_paragraph (&writer->text);
      write_nodes (writer, i + 1, node->end,
                   in_words || role == ROLE_WORDS || (role == ROLE_PARAGRAPH && !writer->is_word));
      if (role == ROLE_ROW && --writer->in_row == 0)
        ent_text_builder_end_paragraph (&writer->text);
    }
}

/**
 * ent_office_text_read:
 * @content: word/document.xml of a Word document, or content.xml of an OpenDocument text
 * @clock: how long that may take
 * @record: where to put the text
 * @error: set if it is broken or has no text
 *
 * Writes the paragraphs and headings, and tables row by row. Notes, comments and what was deleted are left out.
 *
 * Returns: whether there is a text
 */
gboolean
ent_office_text_read (GBytes              *content,
                      const EntReadClock  *clock,
                      EntRecord           *record,
                      GError             **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (content, &length);
  g_autoptr (EntMarkup) markup = ent_markup_parse_xml (bytes, length, clock, error);
  Writer writer = { 0 };
  guint32 n;

  if (markup == NULL)
    return FALSE;
  writer.nodes = ent_markup_get_nodes (markup, &n);
  for (guint32 i = 1; i < n && !writer.is_word; i++)
    writer.is_word = writer.nodes[i].name != NULL && g_str_equal (writer.nodes[i].name, "document");
  ent_text_builder_init (&writer.text);
  write_nodes (&writer, 1, n, FALSE);
  record->fields[ENT_FIELD_TEXT] = ent_text_builder_steal (&writer.text);
  if (record->fields[ENT_FIELD_TEXT]->len > 0)
    return TRUE;
  g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is a document without a text in it");
  return FALSE;
}

/**
 * ent_office_text_facts:
 * @properties: docProps/core.xml of a Word document, or meta.xml of an OpenDocument text
 * @record: where to put its title and language
 *
 * The dates there are those of the file, whose template may be years older than the statement: they are not taken for
 * the day of issue.
 */
void
ent_office_text_facts (GBytes    *properties,
                       EntRecord *record)
{
  gsize length;
  const char *bytes = g_bytes_get_data (properties, &length);
  g_autoptr (EntMarkup) markup = ent_markup_parse_xml (bytes, length, NULL, NULL);
  const EntMarkupNode *nodes;
  guint32 n;

  if (markup == NULL)
    return;
  nodes = ent_markup_get_nodes (markup, &n);
  for (guint32 i = 1; i + 1 < n; i++)
    {
      EntField field = ENT_N_FIELDS;

      if (nodes[i].name == NULL || nodes[i + 1].text == NULL || nodes[i].end <= i + 1)
        continue;
      if (g_str_equal (nodes[i].name, "title"))
        field = ENT_FIELD_TITLE;
      else if (g_str_equal (nodes[i].name, "language"))
        field = ENT_FIELD_LANGUAGE;
      if (field < ENT_N_FIELDS && record->fields[field] == NULL)
        record->fields[field] = g_string_new (nodes[i + 1].text);
    }
}
