/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/furniture.h"
#include "read/markup.h"
#include "read/page-body.h"
#include "read/page-date.h"
#include "read/page-facts.h"
#include "read/page-hints.h"
#include "read/read-context.h"
#include "read/record.h"

/* As far above the statement as its heading and its date may stand, in blocks. */
#define HEAD_BLOCKS 12
/* As far above its heading may its date stand, and a line with nothing else is no wider. */
#define ABOVE_BLOCKS 5
#define SHORT_WIDTH 40
/* What says whom a text is from says little more, in bytes. */
#define MAX_SOURCE_LINE 200
/* What parts the name of a page from that of its site. */
static const char * const title_signs[] = { " — ", " – ", " | ", " - ", " • ", "_" };
/* What pages put before a title to say what else is on them. */
static const char * const title_marks[] = {
  "[视频]", "[視頻]", "【视频】", "【視頻】", "[图文]", "【图文】", "[组图]", "[Video]", "[VIDEO]", "[Photo]", "[Photos]",
};

static const EntPageBlock *
get_block (const GArray *blocks,
           guint         i)
{
  return &g_array_index (blocks, EntPageBlock, i);
}

/* A title without what is put before it. */
static const char *
skip_mark (const char *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (title_marks); i++)
    if (g_str_has_prefix (title, title_marks[i]))
      return title + strlen (title_marks[i]) + strspn (title + strlen (title_marks[i]), " ");
  return title;
}

/* The page's name without its site's. */
static char *
shorten_title (const char *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (title_signs); i++)
    {
      const char *sign = strstr (title, title_signs[i]);

      if (sign != NULL && sign > title)
        return g_strndup (title, (gsize) (sign - title));
    }
  return g_strdup (title);
}

/* Whether a block is the page's title, or the part of it that is not the site's name. */
static gboolean
is_title (const EntPageBlock *block,
          const char         *title)
{
  return title != NULL && *title != 0 && strlen (block->text) >= 4
         && (g_str_equal (block->text, title) || g_str_has_prefix (title, block->text)
             || g_str_has_prefix (block->text, title));
}

/* A heading of the first two levels, or what the page calls a title. */
static gboolean
is_heading (const EntMarkupNode *nodes,
            const EntPageBlock  *block)
{
  return block->level > 0 ? block->level <= 2
                          : nodes[block->node].name != NULL
                              && ent_page_hint_get (&nodes[block->node]) == ENT_PAGE_HINT_TITLE;
}

/* The heading of the statement: the block above it that says what the page's title says, else the last heading that is
 * none of the site's own. */
static guint
find_heading (const EntPageWords  *words,
              const EntMarkupNode *nodes,
              const GArray        *blocks,
              guint                first,
              guint                end,
              const char          *title)
{
  guint from = first > HEAD_BLOCKS ? first - HEAD_BLOCKS : 0;
  guint found = end;

  for (guint i = 0; i <= first && i < blocks->len && i < end; i++)
    if (is_title (get_block (blocks, i), title))
      found = i;
  if (found < end)
    return found;
  for (guint i = from; i <= first && i < end; i++)
    {
      const EntPageBlock *block = get_block (blocks, i);

      if (is_heading (nodes, block) && !ent_furniture_is_line (words, block->text, strlen (block->text)))
        found = i;
    }
  return found;
}

/* Some show the day above the heading, in a line of its own. */
static void
find_date_above (const GArray *blocks,
                 guint         heading,
                 EntRecord    *record)
{
  for (guint i = heading; record->fields[ENT_FIELD_DATE] == NULL && i > 0 && i + ABOVE_BLOCKS > heading; i--)
    {
      const EntPageBlock *block = get_block (blocks, i - 1);
      g_autofree char *date = ent_page_date_find (block->text, strlen (block->text));

      if (date != NULL && block->width < SHORT_WIDTH && block->link_width == 0)
        record->fields[ENT_FIELD_DATE] = g_string_new (date);
    }
}

/* A page that does not say when it was issued often shows it between its heading and its text, or below it. */
static void
find_shown_date (const GArray *blocks,
                 guint         heading,
                 guint         first,
                 guint         end,
                 EntRecord    *record)
{
  guint from = heading <= first ? heading : (first > HEAD_BLOCKS ? first - HEAD_BLOCKS : 0);
  guint to = MIN (end + 2, blocks->len);

  for (guint i = from; record->fields[ENT_FIELD_DATE] == NULL && i < to; i++)
    {
      const char *text = get_block (blocks, i)->text;
      g_autofree char *date = NULL;

      if (i > first && i + 1 < end)
        continue;
      date = ent_page_date_find (text, strlen (text));
      if (date != NULL && (i < first || strlen (text) < 60))
        record->fields[ENT_FIELD_DATE] = g_string_new (date);
    }
}

/* Chinese pages say below their heading whom they have the text from: 来源：… */
static void
find_shown_source (const GArray *blocks,
                   guint         first,
                   guint         end,
                   EntRecord    *record)
{
  static const char * const marks[] = { "来源：", "來源：", "来源:", "Source: ", "Source：" };
  guint from = first > HEAD_BLOCKS ? first - HEAD_BLOCKS : 0;

  for (guint i = from; i < MIN (first + 3, end); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
      {
        const char *text = get_block (blocks, i)->text;
        const char *found = strlen (text) < MAX_SOURCE_LINE ? strstr (text, marks[j]) : NULL;
        g_autofree char *name = NULL;

        if (found == NULL)
          continue;
        found += strlen (marks[j]);
        found += strspn (found, " ");
        /* The date often stands behind it, or alone. */
        name = g_strstrip (g_strndup (found, strcspn (found, j < 3 ? " |\n0123456789" : "|\n0123456789")));
        if (*name != 0 && record->fields[ENT_FIELD_PUBLISHER] == NULL)
          record->fields[ENT_FIELD_PUBLISHER] = g_string_new (name);
        return;
      }
}

static GString *
join_blocks (const GArray *blocks,
             const char   *heading,
             guint         lead,
             guint         first,
             guint         end)
{
  GString *text = g_string_new (NULL);

  if (heading != NULL)
    g_string_append_printf (text, "%s\n\n", heading);
  for (guint i = lead; i < first; i++)
    if (ent_page_body_is_lead (get_block (blocks, i)))
      g_string_append_printf (text, "%s\n\n", get_block (blocks, i)->text);
  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "%s\n\n", get_block (blocks, i)->text);
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return text;
}

static void
set_title (EntRecord  *record,
           const char *title)
{
  GString *field = record->fields[ENT_FIELD_TITLE];

  if (field == NULL)
    record->fields[ENT_FIELD_TITLE] = g_string_new (title);
  else
    g_string_assign (field, title);
}

static void
fill_record (const EntPageWords *words,
             const EntMarkup    *page,
             EntRecord          *record)
{
  g_autoptr (GArray) shown = ent_page_blocks_new (page);
  g_autoptr (GArray) blocks = ent_page_body_drop_furniture (page, shown);
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &(guint32) { 0 });
  g_autofree char *title = NULL;
  guint first, end, heading, lead;

  ent_page_facts_find (page, record);
  if (record->fields[ENT_FIELD_TITLE] != NULL)
    title = shorten_title (record->fields[ENT_FIELD_TITLE]->str);
  ent_page_body_find (page, blocks, &first, &end);
  heading = find_heading (words, nodes, blocks, first, end, title);
  if (heading == first && heading + 1 < end)
    first = heading + 1;
  lead = heading < first ? heading + 1 : first;
  ent_page_body_settle (words, page, blocks, &first, &end);
  find_shown_date (blocks, heading, first, end, record);
  if (heading < end)
    find_date_above (blocks, heading, record);
  find_shown_source (blocks, first, end, record);
  ent_page_facts_find_owner (page, record);
  /* A heading over two lines is known whole by the page's title. */
  if (heading < end && (title == NULL || !g_str_has_prefix (title, get_block (blocks, heading)->text)))
    {
      g_free (title);
      title = g_strdup (get_block (blocks, heading)->text);
    }
  if (title != NULL)
    set_title (record, skip_mark (title));
  record->fields[ENT_FIELD_TEXT] = join_blocks (blocks, heading < first ? skip_mark (title) : NULL, lead, first, end);
}

/**
 * ent_html_fill_record:
 * @words: (nullable): the words of sites
 * @utf8: a web page in UTF-8
 * @length: its length in bytes
 * @clock: how long that may take
 * @record: where to put the statement that it holds
 * @error: set if it holds none
 *
 * Returns: whether there is a statement in it
 */
gboolean
ent_html_fill_record (const EntPageWords  *words,
                      const char          *utf8,
                      gsize                length,
                      const EntReadClock  *clock,
                      EntRecord           *record,
                      GError             **error)
{
  g_autoptr (EntMarkup) page = ent_markup_parse_html (utf8, length, clock, error);

  g_return_val_if_fail (record != NULL, FALSE);

  if (page == NULL)
    return FALSE;
  fill_record (words, page, record);
  if (!ent_read_clock_check (clock, error))
    return FALSE;
  if (record->fields[ENT_FIELD_TEXT]->len > 0)
    return TRUE;
  g_set_error_literal (error, ENT_READ_ERROR, ENT_READ_ERROR_EMPTY, "is a web page without a text in it");
  return FALSE;
}

/**
 * ent_read_html:
 * @context: what is read
 * @text: a web page in UTF-8
 *
 * Gives the one statement that a saved web page holds, without what the site puts around it.
 *
 * Returns: whether to go on with other files
 */
gboolean
ent_read_html (const EntReadContext *context,
               const GString        *text)
{
  g_auto (EntRecord) record = { 0 };
  g_autoptr (GError) error = NULL;
  EntStatement *statement = NULL;

  if (ent_html_fill_record (context->options->words, text->str, text->len, &context->clock, &record, &error))
    statement = ent_record_to_statement (&record, context->file, context->options, NULL, &error);
  if (statement != NULL)
    return context->found (statement, context->data);
  context->failed (context->file, error, context->data);
  return TRUE;
}
