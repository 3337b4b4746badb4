/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows libxml2. */
#include "read/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "read/markup-scan.h"
#include "read/reader.h"

/* No page or document that people write is nested so deep; one made to be slow is. */
#define MAX_DEPTH 512
/* A name or text is kept once; texts beyond this together are no statement. */
#define MAX_NODES (8u * 1000 * 1000)

/* After so many nodes each it is looked at the clock. */
#define NODES_A_LOOK 4096

/* The same holds of what an element has; forms and pictures in SVG have the most. */
#define MAX_ATTRIBUTES 2000

struct _EntMarkup
{
  GArray *nodes; /* of EntMarkupNode */
  GStringChunk *strings;
  GPtrArray *blocks; /* the lists of attributes */
  char *saved_url;
  char *saved_note;
  guint32 open; /* the element that nodes go into */
  guint depth;
  const EntReadClock *clock; /* while it is read */
  GError *error;
};

static EntMarkup *
markup_new (const EntReadClock *clock)
{
  EntMarkup *self = g_new0 (EntMarkup, 1);
  EntMarkupNode root = { .name = "", .end = 1 };

  self->clock = clock;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (EntMarkupNode));
  self->strings = g_string_chunk_new (16 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  g_array_append_val (self->nodes, root);
  return self;
}

/**
 * ent_markup_free:
 * @markup: (nullable): a document
 */
void
ent_markup_free (EntMarkup *markup)
{
  if (markup == NULL)
    return;
  g_array_unref (markup->nodes);
  g_string_chunk_free (markup->strings);
  g_ptr_array_unref (markup->blocks);
  g_free (markup->saved_url);
  g_free (markup->saved_note);
  g_clear_error (&markup->error);
  g_free (markup);
}

static void
set_too_large (EntMarkup  *self,
               const char *why)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (ENT_READ_ERROR, ENT_READ_ERROR_TOO_LARGE, why);
}

/* The element's name behind its prefix. */
static const char *
get_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static guint32
add_node (EntMarkup     *self,
          EntMarkupNode  node)
{
  node.parent = self->open;
  node.end = self->nodes->len + 1;
  if (self->nodes->len % NODES_A_LOOK == 0 && self->clock != NULL && self->error == NULL
      && !ent_read_clock_check (self->clock, &self->error))
    return self->nodes->len - 1;
  if (self->nodes->len >= MAX_NODES)
    set_too_large (self, "has more elements than are read");
  else
    g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

static void
open_element (EntMarkup          *self,
              const char         *name,
              const char * const *attributes)
{
  EntMarkupNode node = { .name = g_string_chunk_insert_const (self->strings, get_local_name (name)) };

  node.attributes = attributes;
  if (++self->depth > MAX_DEPTH)
    set_too_large (self, "is nested deeper than is read");
  else
    self->open = add_node (self, node);
}

static void
close_element (EntMarkup *self)
{
  EntMarkupNode *node = &g_array_index (self->nodes, EntMarkupNode, self->open);

  if (self->depth == 0)
    return;
  self->depth--;
  node->end = self->nodes->len;
  self->open = node->parent;
}

static void
add_text (EntMarkup  *self,
          const char *text,
          gssize      length)
{
  EntMarkupNode node = { .text = g_string_chunk_insert_len (self->strings, text, length) };

  add_node (self, node);
}

/* HTML, by its events: no tree of libxml2's is made. */

typedef struct
{
  EntMarkup *markup;
  htmlParserCtxtPtr parser;
} HtmlParse;

static void
stop_on_error (HtmlParse *parse)
{
  if (parse->markup->error != NULL)
    xmlStopParser (parse->parser);
}

static void
on_html_start (void           *data,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  HtmlParse *parse = data;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      const char *value = attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";

      g_ptr_array_add (kept, g_string_chunk_insert_const (parse->markup->strings, (const char *) attributes[i]));
      g_ptr_array_add (kept, g_string_chunk_insert (parse->markup->strings, value));
    }
  if (kept->len > 0)
    {
      g_ptr_array_add (kept, NULL);
      g_ptr_array_add (parse->markup->blocks, g_ptr_array_steal (kept, NULL));
    }
  open_element (parse->markup, (const char *) name,
                attributes != NULL && attributes[0] != NULL
                  ? g_ptr_array_index (parse->markup->blocks, parse->markup->blocks->len - 1)
                  : NULL);
  stop_on_error (parse);
}

static void
on_html_end (void          *data,
             const xmlChar *name)
{
  close_element (((HtmlParse *) data)->markup);
}

static void
on_html_text (void          *data,
              const xmlChar *text,
              int            length)
{
  HtmlParse *parse = data;

  add_text (parse->markup, (const char *) text, length);
  stop_on_error (parse);
}

/* Browsers write "saved from url=(0042)https://…" above a page that they save, SingleFile "url: https://…" and the
 * date, and the Internet Archive when it kept the page and gave it out. */
static void
on_html_comment (void          *data,
                 const xmlChar *comment)
{
  static const struct
  {
    const char *mark;
    const char *before_url; /* NULL where there is none */
  } notes[] = {
    { "saved from url=(", ")" },
    { "saved with SingleFile", "url:" },
    { "RETRIEVED FROM THE INTERNET ARCHIVE", NULL },
  };
  EntMarkup *markup = ((HtmlParse *) data)->markup;
  const char *text = (const char *) comment;

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      const char *note = strstr (text, notes[i].mark);
      const char *url = note != NULL && notes[i].before_url != NULL ? strstr (note, notes[i].before_url) : NULL;

      if (note != NULL && markup->saved_note == NULL)
        markup->saved_note = g_strdup (text);
      if (url == NULL || markup->saved_url != NULL)
        continue;
      url += strlen (notes[i].before_url);
      url += strspn (url, " \t");
      markup->saved_url = g_strndup (url, strcspn (url, " \t\r\n"));
    }
}

static void
ignore_message (void *data,
                const char *message,
                ...)
{
}

static htmlSAXHandler html_handler = {
  .startElement = on_html_start,
  .endElement = on_html_end,
  .characters = on_html_text,
  .ignorableWhitespace = on_html_text,
  .comment = on_html_comment,
  .warning = ignore_message,
  .error = ignore_message,
};

/* Looks at what makes a parser slow. */
static gboolean
check_bytes (EntMarkup  *self,
             const char *bytes,
             gsize       length)
{
  if (length >= G_MAXINT)
    set_too_large (self, "has more than the 2 GB that a document may have");
  else if (length > 0 && !ent_markup_scan_attributes (bytes, length, MAX_ATTRIBUTES))
    set_too_large (self, "has an element with more attributes than are read");
  return self->error == NULL;
}

static EntMarkup *
end_markup (EntMarkup  *self,
            GError    **error)
{
  while (self->depth > 0)
    close_element (self);
  g_array_index (self->nodes, EntMarkupNode, 0).end = self->nodes->len;
  self->clock = NULL;
  if (self->error == NULL)
    return self;
  g_propagate_error (error, g_steal_pointer (&self->error));
  ent_markup_free (self);
  return NULL;
}

/**
 * ent_markup_parse_html:
 * @utf8: a web page in valid UTF-8, whatever encoding it names
 * @length: its length in bytes
 * @clock: (nullable): how long that may take
 * @error: set if it is nested too deep or too large, or takes too long
 *
 * Reads a web page as browsers do: whatever it lacks or has too much of.
 *
 * Returns: (transfer full): the page, or %NULL
 */
EntMarkup *
ent_markup_parse_html (const char          *utf8,
                       gsize                length,
                       const EntReadClock  *clock,
                       GError             **error)
{
  HtmlParse parse = { .markup = markup_new (clock) };

  g_return_val_if_fail (utf8 != NULL || length == 0, NULL);

  if (length == 0 || !check_bytes (parse.markup, utf8, length))
    return end_markup (parse.markup, error);
  parse.parser = htmlCreateMemoryParserCtxt (utf8, (int) length);
  htmlCtxtUseOptions (parse.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                                      | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (parse.parser, XML_CHAR_ENCODING_UTF8);
  xmlFree (parse.parser->sax);
  parse.parser->sax = &html_handler;
  parse.parser->userData = &parse;
  htmlParseDocument (parse.parser);
  parse.parser->sax = NULL;
  htmlFreeParserCtxt (parse.parser);
  return end_markup (parse.markup, error);
}

/* XML */

static const char * const *
keep_attributes (EntMarkup        *self,
                 xmlTextReaderPtr  reader)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (!xmlTextReaderHasAttributes (reader))
    return NULL;
  while (xmlTextReaderMoveToNextAttribute (reader) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstName (reader);
      const char *value = (const char *) xmlTextReaderConstValue (reader);

      g_ptr_array_add (kept, g_string_chunk_insert_const (self->strings, name));
      g_ptr_array_add (kept, g_string_chunk_insert (self->strings, value != NULL ? value : ""));
    }
  xmlTextReaderMoveToElement (reader);
  g_ptr_array_add (kept, NULL);
  g_ptr_array_add (self->blocks, g_ptr_array_steal (kept, NULL));
  return g_ptr_array_index (self->blocks, self->blocks->len - 1);
}

/* What a name of a character stands for; another entity is not looked up, and its name is shown. */
static void
add_reference (EntMarkup  *self,
               const char *name)
{
  const htmlEntityDesc *known = htmlEntityLookup ((const xmlChar *) name);
  char utf8[6];
  g_autofree char *shown = NULL;

  if (known != NULL)
    add_text (self, utf8, g_unichar_to_utf8 (known->value, utf8));
  else
    {
      shown = g_strdup_printf ("&%s;", name);
      add_text (self, shown, -1);
    }
}

static void
add_xml_node (EntMarkup        *self,
              xmlTextReaderPtr  reader)
{
  const char *text = (const char *) xmlTextReaderConstValue (reader);
  gboolean empty;

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      empty = xmlTextReaderIsEmptyElement (reader);
      open_element (self, (const char *) xmlTextReaderConstLocalName (reader), keep_attributes (self, reader));
      if (empty)
        close_element (self);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      close_element (self);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (text != NULL)
        add_text (self, text, -1);
      break;
    case XML_READER_TYPE_ENTITY_REFERENCE:
      add_reference (self, (const char *) xmlTextReaderConstName (reader));
      break;
    default:
      break;
    }
}

typedef struct
{
  char *message;
  int line;
} XmlComplaint;

static void
on_xml_error (void        *data,
              xmlErrorPtr  what)
{
  XmlComplaint *complaint = data;

  if (complaint->message != NULL || what->level < XML_ERR_ERROR)
    return;
  complaint->message = g_strstrip (g_strdup (what->message != NULL ? what->message : "is not well-formed"));
  /* It may quote what must not break its line. */
  for (char *p = complaint->message; *p != 0; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  complaint->line = what->line;
}

/**
 * ent_markup_parse_xml:
 * @bytes: an XML document in the encoding that it names
 * @length: its length in bytes
 * @clock: (nullable): how long that may take
 * @error: set, with the line, if it is not well-formed, is nested too deep or too large
 *
 * Entities of the document's own are not expanded, and its document type is not read.
 *
 * Returns: (transfer full): the document, or %NULL
 */
EntMarkup *
ent_markup_parse_xml (const char          *bytes,
                      gsize                length,
                      const EntReadClock  *clock,
                      GError             **error)
{
  EntMarkup *self = markup_new (clock);
  XmlComplaint complaint = { 0 };
  xmlTextReaderPtr reader;
  int result = -1;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (!check_bytes (self, bytes, length))
    return end_markup (self, error);
  reader = xmlReaderForMemory (bytes, (int) length, NULL, NULL, XML_PARSE_NONET);
  if (reader != NULL)
    {
      xmlTextReaderSetStructuredErrorHandler (reader, on_xml_error, &complaint);
      while (self->error == NULL && (result = xmlTextReaderRead (reader)) == 1)
        add_xml_node (self, reader);
      xmlFreeTextReader (reader);
    }
  if (self->error == NULL && result != 0)
    g_set_error (&self->error, ENT_READ_ERROR, ENT_READ_ERROR_MALFORMED, "line %d: %s", complaint.line,
                 complaint.message != NULL ? complaint.message : "is no XML");
  g_free (complaint.message);
  return end_markup (self, error);
}

/**
 * ent_markup_get_nodes:
 * @markup: a document
 * @n: (out): how many nodes
 *
 * Returns: (transfer none) (array length=n): its nodes; the first stands for the document
 */
const EntMarkupNode *
ent_markup_get_nodes (const EntMarkup *markup,
                      guint32         *n)
{
  g_return_val_if_fail (markup != NULL && n != NULL, NULL);

  *n = markup->nodes->len;
  return (const EntMarkupNode *) (gpointer) markup->nodes->data;
}

/**
 * ent_markup_get_saved_url:
 * @markup: a web page
 *
 * Returns: (transfer none) (nullable): where a browser saved it from
 */
const char *
ent_markup_get_saved_url (const EntMarkup *markup)
{
  g_return_val_if_fail (markup != NULL, NULL);

  return markup->saved_url;
}

/**
 * ent_markup_get_saved_note:
 * @markup: a web page
 *
 * Returns: (transfer none) (nullable): what the program that saved it wrote of that
 */
const char *
ent_markup_get_saved_note (const EntMarkup *markup)
{
  g_return_val_if_fail (markup != NULL, NULL);

  return markup->saved_note;
}

/**
 * ent_markup_get_attribute:
 * @node: a node
 * @name: an attribute's name
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
ent_markup_get_attribute (const EntMarkupNode *node,
                          const char          *name)
{
  g_return_val_if_fail (node != NULL && name != NULL, NULL);

  for (guint i = 0; node->attributes != NULL && node->attributes[i] != NULL; i += 2)
    if (g_str_equal (node->attributes[i], name))
      return node->attributes[i + 1];
  return NULL;
}
