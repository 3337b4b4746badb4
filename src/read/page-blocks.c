/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-blocks.h"

#include <string.h>

typedef enum
{
  ROLE_INLINE,
  ROLE_BLOCK,
  ROLE_CELL,  /* stands beside others in one line */
  ROLE_BREAK, /* ends a line */
  ROLE_DROPPED
} Role;

typedef struct
{
  const char *name;
  Role role;
} ElementRole;

/* By name, for a binary search. */
static const ElementRole roles[] = {
  { "address", ROLE_BLOCK },   { "article", ROLE_BLOCK },    { "aside", ROLE_DROPPED },
  { "audio", ROLE_DROPPED },   { "blockquote", ROLE_BLOCK }, { "body", ROLE_BLOCK },
  { "br", ROLE_BREAK },        { "button", ROLE_DROPPED },   { "canvas", ROLE_DROPPED },
  { "caption", ROLE_BLOCK },   { "center", ROLE_BLOCK },     { "dd", ROLE_BLOCK },
  { "details", ROLE_BLOCK },   { "dialog", ROLE_DROPPED },   { "div", ROLE_BLOCK },
  { "dl", ROLE_BLOCK },        { "dt", ROLE_BLOCK },         { "embed", ROLE_DROPPED },
  { "fieldset", ROLE_BLOCK },  { "figcaption", ROLE_DROPPED }, { "figure", ROLE_BLOCK },
  { "footer", ROLE_DROPPED },  { "form", ROLE_BLOCK },       { "h1", ROLE_BLOCK },
  { "h2", ROLE_BLOCK },        { "h3", ROLE_BLOCK },         { "h4", ROLE_BLOCK },
  { "h5", ROLE_BLOCK },        { "h6", ROLE_BLOCK },         { "head", ROLE_DROPPED },
  { "header", ROLE_BLOCK },    { "hr", ROLE_BLOCK },         { "iframe", ROLE_DROPPED },
  { "input", ROLE_DROPPED },   { "legend", ROLE_BLOCK },     { "li", ROLE_BLOCK },
  { "main", ROLE_BLOCK },      { "map", ROLE_DROPPED },      { "nav", ROLE_DROPPED },
  { "noframes", ROLE_DROPPED }, { "noscript", ROLE_DROPPED }, { "object", ROLE_DROPPED },
  { "ol", ROLE_BLOCK },        { "option", ROLE_DROPPED },   { "p", ROLE_BLOCK },
  { "pre", ROLE_BLOCK },       { "script", ROLE_DROPPED },   { "section", ROLE_BLOCK },
  { "select", ROLE_DROPPED },  { "style", ROLE_DROPPED },    { "summary", ROLE_BLOCK },
  { "svg", ROLE_DROPPED },     { "table", ROLE_BLOCK },      { "tbody", ROLE_BLOCK },
  { "td", ROLE_CELL },         { "template", ROLE_DROPPED }, { "textarea", ROLE_DROPPED },
  { "tfoot", ROLE_BLOCK },     { "th", ROLE_CELL },          { "thead", ROLE_BLOCK },
  { "title", ROLE_DROPPED },   { "tr", ROLE_BLOCK },         { "ul", ROLE_BLOCK },
  { "video", ROLE_DROPPED },
};

static int
compare_role (const void *key,
              const void *element)
{
  return strcmp (key, ((const ElementRole *) element)->name);
}

static gboolean
is_hidden (const EntMarkupNode *node)
{
  const char *style = ent_markup_get_attribute (node, "style");
  const char *aria = ent_markup_get_attribute (node, "aria-hidden");

  return ent_markup_get_attribute (node, "hidden") != NULL || g_strcmp0 (aria, "true") == 0
         || (style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL));
}

/* Notes, and what leads to them, of pages that say so. */
static gboolean
is_note (const EntMarkupNode *node)
{
  static const char * const note_roles[] = { "doc-noteref", "doc-endnotes", "doc-endnote", "doc-footnote", NULL };
  const char *role = ent_markup_get_attribute (node, "role");

  return role != NULL && g_strv_contains (note_roles, role);
}

static Role
get_role (const EntMarkupNode *node)
{
  const ElementRole *found;

  if (is_hidden (node) || is_note (node))
    return ROLE_DROPPED;
  found = bsearch (node->name, roles, G_N_ELEMENTS (roles), sizeof roles[0], compare_role);
  return found != NULL ? found->role : ROLE_INLINE;
}

static guint
get_level (const EntMarkupNode *node)
{
  return node->name[0] == 'h' && g_ascii_isdigit (node->name[1]) && node->name[2] == 0 ? (guint) (node->name[1] - '0')
                                                                                       : 0;
}

/* A walk over a page: the block that grows, and the elements that are open. */
typedef struct
{
  GArray *blocks;
  GString *text;
  EntPageBlock block;
  gboolean space; /* one is due before the next letter */
  guint32 link_end; /* the node after the link that is open */
} Walk;

static void
end_block (Walk *walk)
{
  if (walk->text->len > 0)
    {
      walk->block.text = g_strndup (walk->text->str, walk->text->len);
      g_array_append_val (walk->blocks, walk->block);
    }
  g_string_truncate (walk->text, 0);
  walk->block = (EntPageBlock) { 0 };
  walk->space = FALSE;
}

/* Soft hyphens and joiners of no width stand for nothing that is read. */
static gboolean
is_nothing (gunichar c)
{
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

static void
add_words (Walk       *walk,
           const char *text,
           gboolean    in_link)
{
  for (const char *at = text; *at != 0; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint width = g_unichar_iswide (c) ? 2 : 1;

      if (is_nothing (c))
        continue;
      if (g_unichar_isspace (c))
        {
          walk->space = TRUE;
          continue;
        }
      if (walk->space && walk->text->len > 0)
        g_string_append_c (walk->text, ' ');
      walk->space = FALSE;
      g_string_append_len (walk->text, at, g_utf8_next_char (at) - at);
      if (in_link)
        walk->block.link_width += width;
      else
        walk->block.width += width;
    }
}

static void
clear_block (gpointer data)
{
  g_free (((EntPageBlock *) data)->text);
}

/* Enters an element; returns the node to go on with. */
static guint32
enter (Walk                *walk,
       const EntMarkupNode *nodes,
       guint32              i)
{
  Role role = get_role (&nodes[i]);

  if (role == ROLE_DROPPED)
    return nodes[i].end;
  if (role == ROLE_BLOCK || role == ROLE_BREAK)
    end_block (walk);
  else if (role == ROLE_CELL)
    walk->space = TRUE;
  if (walk->text->len == 0)
    walk->block.node = i;
  if (get_level (&nodes[i]) > 0)
    walk->block.level = get_level (&nodes[i]);
  if (g_str_equal (nodes[i].name, "a") && ent_markup_get_attribute (&nodes[i], "href") != NULL)
    walk->link_end = nodes[i].end;
  return i + 1;
}

/**
 * ent_page_blocks_new:
 * @page: a web page
 *
 * Scripts, forms' fields, navigation, asides, footers and what is hidden are left out.
 *
 * Returns: (transfer full) (element-type EntPageBlock): what the page shows, block by block
 */
GArray *
ent_page_blocks_new (const EntMarkup *page)
{
  Walk walk = { .blocks = g_array_new (FALSE, FALSE, sizeof (EntPageBlock)), .text = g_string_new (NULL) };
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32)); /* of the blocks that are open */
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &n);

  g_array_set_clear_func (walk.blocks, clear_block);
  for (guint32 i = 1; i < n;)
    {
      while (ends->len > 0 && g_array_index (ends, guint32, ends->len - 1) <= i)
        {
          end_block (&walk);
          g_array_set_size (ends, ends->len - 1);
        }
      if (nodes[i].name == NULL)
        {
          if (walk.text->len == 0)
            walk.block.node = nodes[i].parent;
          add_words (&walk, nodes[i].text, i < walk.link_end);
          i++;
          continue;
        }
      if (get_role (&nodes[i]) == ROLE_BLOCK)
        g_array_append_val (ends, nodes[i].end);
      i = enter (&walk, nodes, i);
    }
  end_block (&walk);
  g_string_free (walk.text, TRUE);
  return walk.blocks;
}
