/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows cmark. */
#include <cmark.h>
#include <string.h>

#include "read/front-matter.h"
#include "read/markdown-plain.h"
#include "read/markup.h"
#include "read/read-context.h"
#include "read/record.h"
#include "read/text-builder.h"

/* Some texts made for it take cmark a time that grows with the square of their length; people's are shorter. */
#define MAX_LENGTH (2 * 1024 * 1024)

/* What leads from a copy to the page that it was taken from, in a link of its own. */
static const char * const original_words[] = {
  "查看原文", "阅读原文", "閱讀原文", "原文链接", "原文連結", "原文", "view original", "original", "read the original",
  "original article", "source",
};

typedef struct
{
  EntTextBuilder text;
  EntRecord *record;
  GString *title; /* the first heading above all or of the first level; NULL until then */
  gboolean after_number; /* an item's number waits for its first word */
} Writer;

/* What a piece of HTML says; its elements part it as paragraphs if it stands for itself. */
static void
write_html (Writer     *writer,
            const char *html)
{
  g_autoptr (EntMarkup) markup = ent_markup_parse_html (html, strlen (html), NULL, NULL);
  const EntMarkupNode *nodes;
  guint32 n;

  if (markup == NULL)
    return;
  nodes = ent_markup_get_nodes (markup, &n);
  for (guint32 i = 0; i < n; i++)
    {
      const char *parent = nodes[nodes[i].parent].name;

      if (nodes[i].text != NULL && parent != NULL && !g_str_equal (parent, "script") && !g_str_equal (parent, "style"))
        ent_text_builder_add_words (&writer->text, nodes[i].text, -1);
    }
}

static void
write_lines (Writer     *writer,
             const char *lines)
{
  for (const char *line = lines; *line != 0;)
    {
      gsize length = strcspn (line, "\n");

      ent_text_builder_add_words (&writer->text, line, (gssize) length);
      ent_text_builder_end_line (&writer->text);
      line += length + (line[length] == '\n');
    }
}

static void
begin_block (Writer *writer)
{
  if (writer->after_number)
    ent_text_builder_add_space (&writer->text);
  else
    ent_text_builder_end_paragraph (&writer->text);
  writer->after_number = FALSE;
}

/* Which item of an ordered list a node is; 0 for another. */
static int
get_number (cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number;

  if (list == NULL || cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return 0;
  number = cmark_node_get_user_data (list) != NULL ? GPOINTER_TO_INT (cmark_node_get_user_data (list))
                                                   : cmark_node_get_list_start (list);
  cmark_node_set_user_data (list, GINT_TO_POINTER (number + 1));
  return number;
}

static void
begin_item (Writer     *writer,
            cmark_node *item)
{
  int number = get_number (item);
  g_autofree char *mark = NULL;

  if (number <= 0)
    return;
  mark = g_strdup_printf ("%d.", number);
  begin_block (writer);
  ent_text_builder_add_words (&writer->text, mark, -1);
  writer->after_number = TRUE;
}

static void
enter (Writer     *writer,
       cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      begin_block (writer);
      break;
    case CMARK_NODE_ITEM:
      begin_item (writer, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      begin_block (writer);
      write_lines (writer, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      begin_block (writer);
      write_html (writer, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      ent_text_builder_add_words (&writer->text, cmark_node_get_literal (node), -1);
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      ent_text_builder_end_line (&writer->text);
      break;
    case CMARK_NODE_HTML_INLINE:
      if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
        ent_text_builder_end_line (&writer->text);
      break;
    default:
      break;
    }
}

/* What the heading that ends here says. */
static void
keep_title (Writer     *writer,
            cmark_node *heading,
            gsize       from)
{
  const char *text = writer->text.text->str;

  if (writer->title != NULL || (from > 0 && cmark_node_get_heading_level (heading) != 1))
    return;
  while (g_ascii_isspace (text[from]))
    from++;
  if (text[from] == 0)
    return;
  writer->title = g_string_new (text + from);
  for (char *p = writer->title->str; *p != 0; p++)
    if (*p == '\n')
      *p = ' ';
}

/* Whether a link leads to the page that the text was taken from, and is all that its paragraph says. Its address is
 * kept, unless another is told. */
static gboolean
keep_original (Writer     *writer,
               cmark_node *link)
{
  cmark_node *word = cmark_node_first_child (link);
  const char *address = cmark_node_get_url (link);
  g_autofree char *folded = NULL;

  if (word == NULL || cmark_node_next (word) != NULL || cmark_node_get_type (word) != CMARK_NODE_TEXT
      || cmark_node_next (link) != NULL || cmark_node_previous (link) != NULL || address == NULL
      || !(g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
    return FALSE;
  folded = g_ascii_strdown (cmark_node_get_literal (word), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (original_words); i++)
    if (g_str_equal (folded, original_words[i]))
      {
        if (writer->record->fields[ENT_FIELD_URL] == NULL)
          writer->record->fields[ENT_FIELD_URL] = g_string_new (address);
        return TRUE;
      }
  return FALSE;
}

/* Pictures, with the words that stand for them, are left out. */
static void
write_document (Writer     *writer,
                cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;
  guint n_pictures = 0;
  gsize heading = 0;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (type == CMARK_NODE_LINK && event == CMARK_EVENT_ENTER && keep_original (writer, node))
        cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
      else if (type == CMARK_NODE_IMAGE)
        n_pictures += event == CMARK_EVENT_ENTER ? 1 : -1;
      else if (n_pictures > 0)
        continue;
      else if (event == CMARK_EVENT_ENTER)
        {
          if (type == CMARK_NODE_HEADING)
            heading = writer->text.text->len;
          enter (writer, node);
        }
      else if (type == CMARK_NODE_HEADING)
        keep_title (writer, node, heading);
      else if (type == CMARK_NODE_ITEM)
        writer->after_number = FALSE;
    }
  cmark_iter_free (iter);
}

static gboolean
fill_record (const GString  *text,
             EntRecord      *record,
             GError        **error)
{
  Writer writer = { .record = record };
  gsize body = ent_front_matter_read (text->str, text->len, record);
  cmark_node *document;

  if (text->len > MAX_LENGTH)
    {
      g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE,
                           "has more than the 2 MB that a text in Markdown may have");
      return FALSE;
    }
  g_autoptr (GString) plain = ent_markdown_plain (text->str + body, text->len - body);
  document = cmark_parse_document (plain->str, plain->len, CMARK_OPT_DEFAULT);
  ent_text_builder_init (&writer.text);
  write_document (&writer, document);
  cmark_node_free (document);
  record->fields[ENT_FIELD_TEXT] = ent_text_builder_steal (&writer.text);
  if (record->fields[ENT_FIELD_TITLE] == NULL)
    record->fields[ENT_FIELD_TITLE] = g_steal_pointer (&writer.title);
  if (writer.title != NULL)
    g_string_free (writer.title, TRUE);
  if (record->fields[ENT_FIELD_TEXT]->len > 0)
    return TRUE;
  g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "holds no text");
  return FALSE;
}

/**
 * ent_read_markdown:
 * @context: what is read
 * @text: a text in Markdown, in UTF-8, with or without a head of keys and values
 *
 * Gives the one statement that it is, without its marks. Headings stay paragraphs, links their words.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_markdown (const EntReadContext *context,
                   const GString        *text)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  EntStatement *statement = NULL;

  if (fill_record (text, &record, &error))
    statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  if (statement != NULL)
    return context->found (statement, context->data);
  context->failed (context->file, error, context->data);
  return TRUE;
}
