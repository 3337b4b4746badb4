/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-body.h"

#include <string.h>

#include "read/furniture.h"
#include "read/page-hints.h"

/* What a block must have to be worth more than none: a menu's word has less, a sentence more. */
#define BLOCK_COST 30
/* A link's letters count against its block so many times. */
#define LINK_COST 2
/* Of what a page has to say, as much must be in an element that says it is the article, of a hundred. */
#define ARTICLE_PERCENT 60
/* A longer block that speaks of copyright is a text about it. */
#define COLOPHON_WIDTH 300
/* As much of what a page says may an element hold that its name makes furniture, of a hundred; what the site surely
 * says of itself is at times more than the statement. */
#define FURNITURE_PERCENT 40
#define SITE_PERCENT 80
/* As much of the best run must be left when furniture is taken out, of a hundred: names can mislead. */
#define LEAST_LEFT_PERCENT 20
/* A list of news has an element for each; a page with a statement has few. */
#define MAX_ARTICLES 64
/* In as many blocks of an element from its begin a title is looked for. */
#define HEADING_BLOCKS 64
/* A sentence is at least so wide. */
#define LEAST_SENTENCE 35
/* As much of a run is most of it, of a hundred. */
#define MOST_PERCENT 60

/* Whether a block says whose page this is, as stands below every statement and in none. */
static gboolean
is_colophon (const EntPageBlock *block)
{
  static const char * const signs[] = {
    "©", "All rights reserved", "Copyright", "版权所有", "版權所有", "ICP备", "All Rights Reserved",
  };

  for (gsize i = 0; block->width < COLOPHON_WIDTH && i < G_N_ELEMENTS (signs); i++)
    if (strstr (block->text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether a block is more than a date, a menu's word or a name: it ends as a sentence does. */
static gboolean
is_sentence (const EntPageBlock *block)
{
  static const char * const ends[] = { ".", "!", "?", "。", "！", "？", "”", "\"", ":", "：", "」" };

  for (gsize i = 0; block->width >= LEAST_SENTENCE && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (block->text, ends[i]))
      return TRUE;
  return FALSE;
}

static gint
get_worth (const EntPageBlock *block)
{
  if (is_colophon (block))
    return -COLOPHON_WIDTH;
  /* In a sentence a link is a word, in a menu it is not. */
  if (block->width >= 2 * block->link_width && is_sentence (block))
    return (gint) block->width + (gint) block->link_width - BLOCK_COST;
  return (gint) block->width - LINK_COST * (gint) block->link_width - BLOCK_COST;
}

/*
 * The run of blocks of the greatest worth, by Bentley's single pass: sentences are worth their letters, while menus,
 * lists of links and captions, which surround an article, are worth less than nothing.
 */
static gint
find_best_run (const GArray *blocks,
               guint         from,
               guint         to,
               guint        *first,
               guint        *end)
{
  gint best = 0, here = 0;
  guint begin = from;

  *first = *end = from;
  for (guint i = from; i < to; i++)
    {
      here += get_worth (&g_array_index (blocks, EntPageBlock, i));
      if (here <= 0)
        {
          here = 0;
          begin = i + 1;
        }
      else if (here > best)
        {
          best = here;
          *first = begin;
          *end = i + 1;
        }
    }
  return best;
}

static gboolean
is_article (const EntMarkupNode *node)
{
  const char *property, *role;

  if (node->name == NULL)
    return FALSE;
  property = ent_markup_get_attribute (node, "itemprop");
  role = ent_markup_get_attribute (node, "role");
  return g_str_equal (node->name, "article") || g_str_equal (node->name, "main") || g_strcmp0 (role, "main") == 0
         || g_strcmp0 (property, "articleBody") == 0;
}

/* The blocks inside an element. */
static void
find_inside (const GArray        *blocks,
             const EntMarkupNode *nodes,
             guint32              element,
             guint               *from,
             guint               *to)
{
  for (*from = 0; *from < blocks->len; (*from)++)
    if (g_array_index (blocks, EntPageBlock, *from).node >= element)
      break;
  for (*to = *from; *to < blocks->len; (*to)++)
    if (g_array_index (blocks, EntPageBlock, *to).node >= nodes[element].end)
      break;
}

/* The first of the blocks from @from on that begins at a node or behind it. */
static guint
find_block (const GArray *blocks,
            guint         from,
            guint32       node)
{
  guint to = blocks->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (blocks, EntPageBlock, middle).node < node)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static gboolean
has_heading (const GArray *blocks,
             guint         from,
             guint         to)
{
  for (guint i = from; i < MIN (to, from + HEADING_BLOCKS); i++)
    if (g_array_index (blocks, EntPageBlock, i).level == 1)
      return TRUE;
  return FALSE;
}

/* How much those blocks say up to each, outside of links. */
static guint64 *
sum_widths (const GArray *blocks)
{
  guint64 *sums = g_new0 (guint64, blocks->len + 1);

  for (guint i = 0; i < blocks->len; i++)
    sums[i + 1] = sums[i] + g_array_index (blocks, EntPageBlock, i).width;
  return sums;
}

/**
 * ent_page_body_drop_furniture:
 * @page: a web page
 * @blocks: (element-type EntPageBlock): its blocks
 *
 * Takes out what the page's names for its parts say is no text: sharing, comments, related news, notices on cookies.
 * An element that holds too much of the page is not believed to be furniture.
 *
 * Returns: (transfer full) (element-type EntPageBlock): the other blocks, or all if too little would be left; the
 *   texts in it are borrowed from @blocks
 */
GArray *
ent_page_body_drop_furniture (const EntMarkup *page,
                              const GArray    *blocks)
{
  g_autofree guint64 *sums = sum_widths (blocks);
  GArray *left = g_array_new (FALSE, FALSE, sizeof (EntPageBlock));
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &n);
  guint at = 0, first, end;

  for (guint32 i = 1; i < n; i++)
    {
      EntPageHint hint = nodes[i].name != NULL ? ent_page_hint_get (&nodes[i]) : ENT_PAGE_HINT_NONE;
      guint64 percent = hint == ENT_PAGE_HINT_SITE ? SITE_PERCENT : FURNITURE_PERCENT;
      guint from, to;

      if (hint == ENT_PAGE_HINT_NONE || hint == ENT_PAGE_HINT_TITLE)
        continue;
      from = find_block (blocks, at, i);
      to = find_block (blocks, from, nodes[i].end);
      if (from == to || (sums[to] - sums[from]) * 100 > sums[blocks->len] * percent || has_heading (blocks, from, to))
        continue;
      if (from > at)
        g_array_append_vals (left, &g_array_index (blocks, EntPageBlock, at), from - at);
      at = to;
      i = nodes[i].end - 1;
    }
  if (blocks->len > at)
    g_array_append_vals (left, &g_array_index (blocks, EntPageBlock, at), blocks->len - at);
  if ((gint64) find_best_run (left, 0, left->len, &first, &end) * 100
      < (gint64) find_best_run (blocks, 0, blocks->len, &first, &end) * LEAST_LEFT_PERCENT)
    {
      g_array_set_size (left, 0);
      g_array_append_vals (left, blocks->data, blocks->len);
    }
  return left;
}

/* The block that heads what a site adds below a statement: contacts, related news. It says less than the statement. */
static guint
find_tail (const EntPageWords *words,
           const GArray       *blocks,
           guint               first,
           guint               end)
{
  g_autofree guint64 *sums = sum_widths (blocks);

  for (guint i = first + 1; i < end; i++)
    {
      const EntPageBlock *block = &g_array_index (blocks, EntPageBlock, i);

      if (sums[end] - sums[i] < sums[i] - sums[first]
          && ent_furniture_heads_tail (words, block->text, strlen (block->text), block->level > 0))
        return i;
    }
  return end;
}

static gboolean
shares_element (const GArray *blocks,
                guint         block,
                guint         first,
                guint         end)
{
  guint32 node = g_array_index (blocks, EntPageBlock, block).node;

  return (block > first && g_array_index (blocks, EntPageBlock, block - 1).node == node)
         || (block + 1 < end && g_array_index (blocks, EntPageBlock, block + 1).node == node);
}

/* The smallest element that holds most of a run, above its blocks. */
static guint32
find_container (const EntMarkupNode *nodes,
                const GArray        *blocks,
                const guint64       *sums,
                guint                first,
                guint                end)
{
  guint widest = first;
  guint32 element;

  for (guint i = first; i < end; i++)
    if (g_array_index (blocks, EntPageBlock, i).width > g_array_index (blocks, EntPageBlock, widest).width)
      widest = i;
  element = g_array_index (blocks, EntPageBlock, widest).node;
  /* Paragraphs that only <br> parts begin at one element. */
  if (!shares_element (blocks, widest, first, end))
    element = nodes[element].parent;
  while (element != nodes[element].parent)
    {
      guint from = MAX (find_block (blocks, 0, element), first);
      guint to = MIN (find_block (blocks, 0, nodes[element].end), end);

      if (from < to && (sums[to] - sums[from]) * 100 >= (sums[end] - sums[first]) * MOST_PERCENT)
        break;
      element = nodes[element].parent;
    }
  return element;
}

/* Whether the last block of a run is none of the statement. */
static gboolean
is_end_line (const EntPageWords *words,
             const EntPageBlock *block,
             gboolean            is_outside)
{
  return block->link_width > block->width || is_colophon (block) || (is_outside && !is_sentence (block))
         || ent_furniture_is_line (words, block->text, strlen (block->text));
}

/*
 * Short lines at a run's end are worth less than nothing, and those at its begin may come along with it. The element
 * that holds most of the run tells which of them are the statement's: what ends it belongs to it, and lines outside of
 * it, such as the day and the kind of text below a heading, do not.
 */
static void
settle_ends (const EntPageWords  *words,
             const EntMarkupNode *nodes,
             const GArray        *blocks,
             guint               *first,
             guint               *end)
{
  g_autofree guint64 *sums = sum_widths (blocks);
  guint32 element;
  guint from, to;

  if (*first == *end)
    return;
  element = find_container (nodes, blocks, sums, *first, *end);
  from = find_block (blocks, 0, element);
  to = find_block (blocks, from, nodes[element].end);
  if (to > *end && sums[to] - sums[*end] <= sums[*end] - sums[*first])
    *end = to;
  /* What a sentence above it says is found again as a lead. */
  if (from > *first && from < *end)
    *first = from;
  while (*end > *first + 1 && is_end_line (words, &g_array_index (blocks, EntPageBlock, *end - 1), *end > to))
    (*end)--;
}

/**
 * ent_page_body_is_lead:
 * @block: a block between a heading and the statement's text
 *
 * Returns: whether it is a sentence and not about the page
 */
gboolean
ent_page_body_is_lead (const EntPageBlock *block)
{
  g_return_val_if_fail (block != NULL, FALSE);

  return is_sentence (block) && block->link_width <= block->width && !is_colophon (block);
}

/**
 * ent_page_body_find:
 * @page: a web page
 * @blocks: (element-type EntPageBlock): its blocks
 * @first: (out): the first block of the statement in it
 * @end: (out): the block after the last; @first if the page has none
 *
 * Finds the statement among all that is around it. An element that says it is the article is believed if most of the
 * page's sentences are in it.
 */
void
ent_page_body_find (const EntMarkup *page,
                    const GArray    *blocks,
                    guint           *first,
                    guint           *end)
{
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &n);
  gint worth = find_best_run (blocks, 0, blocks->len, first, end);

  for (guint32 i = 0, n_articles = 0; i < n && n_articles < MAX_ARTICLES; i++)
    {
      guint from, to, inner_first, inner_end;
      gint inner;

      if (!is_article (&nodes[i]))
        continue;
      n_articles++;
      find_inside (blocks, nodes, i, &from, &to);
      inner = find_best_run (blocks, from, to, &inner_first, &inner_end);
      if ((gint64) inner * 100 < (gint64) worth * ARTICLE_PERCENT)
        continue;
      *first = inner_first;
      *end = inner_end;
      worth = inner;
    }
}

/**
 * ent_page_body_settle:
 * @words: (nullable): the words of sites
 * @page: a web page
 * @blocks: (element-type EntPageBlock): its blocks
 * @first: (inout): the first block of the statement, without its heading
 * @end: (inout): the block after the last
 *
 * Moves the ends of what was found to where the statement's are.
 */
void
ent_page_body_settle (const EntPageWords *words,
                      const EntMarkup    *page,
                      const GArray       *blocks,
                      guint              *first,
                      guint              *end)
{
  settle_ends (words, ent_markup_get_nodes (page, &(guint32) { 0 }), blocks, first, end);
  *end = find_tail (words, blocks, *first, *end);
}
