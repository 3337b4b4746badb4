/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/markup.h"
#include "read/read-context.h"
#include "read/record.h"
#include "read/tei-document.h"
#include "read/text-builder.h"

/* The root of a document that names one. */
static const EntMarkupNode *
get_root (const EntMarkup *markup)
{
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (markup, &n);

  for (guint32 i = 1; i < n; i = nodes[i].end)
    if (nodes[i].name != NULL)
      return &nodes[i];
  return NULL;
}

static GError *
check_root (const EntMarkup *markup)
{
  const EntMarkupNode *root = get_root (markup);

  if (root == NULL)
    return g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "is an XML document without an element");
  if (g_str_equal (root->name, "TEI") || g_str_equal (root->name, "TEI.2") || g_str_equal (root->name, "teiCorpus"))
    return NULL;
  return g_error_new (ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED,
                      "is an XML document of <%.40s>, of which only TEI is read", root->name);
}

/* What the edition calls itself, its first title. */
static GString *
find_edition (const EntMarkup *markup)
{
  g_auto (EntTextBuilder) title = { 0 };
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (markup, &n);

  for (guint32 i = 0; i < n; i++)
    if (nodes[i].name != NULL && g_str_equal (nodes[i].name, "title"))
      {
        ent_text_builder_init (&title);
        for (guint32 j = i + 1; j < nodes[i].end; j++)
          if (nodes[j].text != NULL)
            ent_text_builder_add_words (&title, nodes[j].text, -1);
        return g_steal_pointer (&title.text);
      }
  return NULL;
}

static const char *
get_language (const EntMarkup     *markup,
              const EntMarkupNode *document)
{
  const char *own = ent_markup_get_attribute (document, "xml:lang");

  return own != NULL ? own : ent_markup_get_attribute (get_root (markup), "xml:lang");
}

/* Gives one document. Returns whether to go on. */
static gboolean
give_document (const EntReadContext *context,
               const EntMarkup      *markup,
               guint32               document,
               guint                 number)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  guint32 n;
  const EntMarkupNode *node = &ent_markup_get_nodes (markup, &n)[document];
  const char *own_id = ent_markup_get_attribute (node, "xml:id");
  const char *language = get_language (markup, node);
  EntStatement *statement = NULL;
  GString *id = g_string_new (context->file);

  if (own_id != NULL && *own_id != 0)
    g_string_append_printf (id, "!%s", own_id);
  else
    g_string_append_printf (id, "!%u", number);
  record.fields[ENT_FIELD_ID] = id;
  if (language != NULL)
    record.fields[ENT_FIELD_LANGUAGE] = g_string_new (language);
  record.fields[ENT_FIELD_PUBLISHER] = find_edition (markup);
  ent_tei_document_record (markup, document, &record);
  if (record.fields[ENT_FIELD_TEXT]->len == 0)
    error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is a document without a text");
  else
    statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  if (statement != NULL)
    return context->found (statement, context->data);
  context->failed (id->str, error, context->data);
  return TRUE;
}

/**
 * ent_read_xml:
 * @context: what is read
 * @bytes: an XML document in the encoding that it names
 * @length: its length in bytes
 *
 * Gives each document of an edition in TEI as a statement, under the file's name and its own. Their editors' notes
 * stand below them and yield no event.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_xml (const EntReadContext *context,
              const char           *bytes,
              gsize                 length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMarkup) markup = ent_markup_parse_xml (bytes, length, &context->clock, &error);
  const EntMarkupNode *nodes;
  guint number = 0;
  guint32 n;

  if (markup != NULL)
    error = check_root (markup);
  if (error != NULL)
    {
      context->failed (context->file, error, context->data);
      return TRUE;
    }
  nodes = ent_markup_get_nodes (markup, &n);
  for (guint32 i = 0; i < n; i++)
    if (ent_tei_document_is (&nodes[i]) && !give_document (context, markup, i, ++number))
      return FALSE;
  if (number == 0)
    {
      error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_EMPTY,
                                   "is TEI without documents (<div type=\"document\">)");
      context->failed (context->file, error, context->data);
    }
  return !g_cancellable_is_cancelled (context->cancellable);
}
