/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-facts.h"

#include <string.h>

#include "read/page-date.h"
#include "read/page-linked.h"

/* Whose a page is, is said in no more, in bytes. */
#define MAX_OWNER 150

/* Names under which pages tell a fact, the surest first. */
typedef struct
{
  EntField field;
  const char *names[16];
} FactNames;

static const FactNames fact_names[] = {
  { ENT_FIELD_TITLE, { "og:title", "dc.title", "dcterms.title", "articletitle", "twitter:title" } },
  { ENT_FIELD_DATE,
    { "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
      "pubdate", "publishdate", "publish-date", "govuk:first-published-at", "date", "dcterms.created" } },
  { ENT_FIELD_SOURCE, { "contentsource", "dcterms.creator", "dc.creator" } },
  /* A site's name is that of who carries the text; where that is a ministry, its name is known as such. */
  { ENT_FIELD_PUBLISHER, { "og:site_name", "dcterms.publisher", "dc.publisher", "sitename", "publisher" } },
  { ENT_FIELD_URL, { "og:url" } },
};

static void
set_field (EntRecord  *record,
           EntField    field,
           const char *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (value));

  /* An address that leads from the page is none of the page. */
  if (field == ENT_FIELD_URL && strstr (stripped, "://") == NULL)
    return;
  if (*stripped != 0 && record->fields[field] == NULL)
    record->fields[field] = g_string_new (stripped);
}

/* Of a page that an archive keeps, the address that it had, and the day on which it was kept. */
static void
take_archived (EntRecord *record)
{
  static const char mark[] = "://web.archive.org/web/";
  GString *url = record->fields[ENT_FIELD_URL];
  const char *found = url != NULL ? strstr (url->str, mark) : NULL;
  const char *stamp = found != NULL ? found + strlen (mark) : NULL;
  const char *original = stamp != NULL ? strchr (stamp, '/') : NULL;
  g_autofree char *day = NULL;

  if (original == NULL || strspn (stamp, "0123456789") < 8 || strstr (original, "://") == NULL)
    return;
  day = g_strdup_printf ("%.4s-%.2s-%.2s", stamp, stamp + 4, stamp + 6);
  set_field (record, ENT_FIELD_RETRIEVED, day);
  g_string_erase (url, 0, original + 1 - url->str);
}

/* A date field holds the day alone, whatever else the page says of the time. */
static void
set_date (EntRecord  *record,
          const char *value)
{
  g_autofree char *date = ent_page_date_find (value, strlen (value));

  if (date != NULL)
    set_field (record, ENT_FIELD_DATE, date);
}

static const char *
get_fact_name (const EntMarkupNode *node)
{
  static const char * const attributes[] = { "property", "name", "itemprop", "http-equiv" };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = ent_markup_get_attribute (node, attributes[i]);

      if (name != NULL)
        return name;
    }
  return NULL;
}

/* Takes from the page's head what stands there under @name. */
static void
take_meta (const EntMarkup *page,
           EntField         field,
           const char      *name,
           EntRecord       *record)
{
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &n);

  for (guint32 i = 0; i < n && record->fields[field] == NULL; i++)
    {
      const char *content, *own;

      if (nodes[i].name == NULL || !g_str_equal (nodes[i].name, "meta"))
        continue;
      content = ent_markup_get_attribute (&nodes[i], "content");
      own = get_fact_name (&nodes[i]);
      if (content == NULL || own == NULL || g_ascii_strcasecmp (own, name) != 0)
        continue;
      if (field == ENT_FIELD_DATE)
        set_date (record, content);
      else
        set_field (record, field, content);
    }
}

static void
take_linked_publisher (const char *script,
                       EntRecord  *record)
{
  g_autofree char *name = ent_page_linked_find_publisher (script);

  if (name != NULL)
    set_field (record, ENT_FIELD_PUBLISHER, name);
}

/* A date is found in JSON-LD that is none, too: quotation marks in it are often not what they should be. */
static void
take_linked_date (const char *script,
                  EntRecord  *record)
{
  static const char key[] = "\"datePublished\"";
  const char *found = strstr (script, key);
  const char *end;

  if (found == NULL)
    return;
  found += sizeof key - 1;
  found += strspn (found, " \t\r\n:");
  if (*found != '"' || (end = strchr (found + 1, '"')) == NULL)
    return;
  g_autofree char *value = g_strndup (found + 1, (gsize) (end - found - 1));
  set_date (record, value);
}

static gboolean
is_modified (const EntMarkupNode *node)
{
  return g_strcmp0 (ent_markup_get_attribute (node, "property"), "dateModified") == 0
         || g_strcmp0 (ent_markup_get_attribute (node, "itemprop"), "dateModified") == 0;
}

/* Whether a copyright's year, or a space or sign, stands at a place. */
static gboolean
is_around_name (const char *at)
{
  return g_ascii_isdigit (*at) || (*at != 0 && strchr (" \t\n,.;:-|", *at) != NULL) || g_str_has_prefix (at, "–")
         || g_str_has_prefix (at, "　") || g_str_has_prefix (at, "：");
}

/* Without the years, spaces and signs around it. */
static char *
strip_years (char *owner)
{
  char *start = owner;
  char *end;

  while (is_around_name (start))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && is_around_name (g_utf8_prev_char (end)))
    {
      end = g_utf8_prev_char (end);
      *end = 0;
    }
  return start;
}

/* A name in Chinese ends where a space parts it from the site's map, address and number: 版权所有：外交部 网站地图. */
static void
cut_beside (char *name)
{
  char *space = strpbrk (name, " |");

  if (space != NULL && (guchar) *name >= 0x80 && g_unichar_iswide (g_utf8_get_char (name)))
    *space = 0;
}

/* Whose a page is where it says nothing else of that: "© 2024 Ministry of Foreign Affairs. All rights reserved." */
static char *
find_owner (const char *text)
{
  static const char * const marks[] = { "©", "(C)", "(c)", "Copyright", "COPYRIGHT", "版权所有", "版權所有" };
  g_autofree char *owner = NULL;
  gboolean found = FALSE;
  char *name;

  if (strlen (text) > MAX_OWNER)
    return NULL;
  owner = g_strdup (text);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    for (char *mark = strstr (owner, marks[i]); mark != NULL; mark = strstr (owner, marks[i]))
      {
        memset (mark, ' ', strlen (marks[i]));
        found = TRUE;
      }
  if (!found)
    return NULL;
  name = strcasestr (owner, "all rights reserved");
  if (name != NULL)
    *name = 0;
  name = strip_years (owner);
  cut_beside (name);
  /* "Copyright policy" is a link. */
  if (g_ascii_islower (*name) || ((guchar) *name < 0x80 && strchr (name, ' ') == NULL))
    return NULL;
  /* An ideograph says as much as two letters. */
  return g_utf8_strlen (name, -1) >= (g_unichar_iswide (g_utf8_get_char (name)) ? 3 : 4) ? g_strdup (name) : NULL;
}

/**
 * ent_page_facts_find_owner:
 * @page: a web page
 * @record: where to put whose page it is, if nobody is known to publish it
 *
 * Finds the last line that claims a copyright.
 */
void
ent_page_facts_find_owner (const EntMarkup *page,
                           EntRecord       *record)
{
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &n);

  for (guint32 i = n; i > 0 && record->fields[ENT_FIELD_PUBLISHER] == NULL; i--)
    {
      g_autofree char *owner = nodes[i - 1].text != NULL ? find_owner (nodes[i - 1].text) : NULL;

      if (owner != NULL)
        set_field (record, ENT_FIELD_PUBLISHER, owner);
    }
}

static void
take_element (const EntMarkupNode *nodes,
              guint32              i,
              EntRecord           *record)
{
  const EntMarkupNode *node = &nodes[i];
  const char *value;

  if (g_str_equal (node->name, "time") && !is_modified (node)
      && (value = ent_markup_get_attribute (node, "datetime")) != NULL)
    set_date (record, value);
  else if (g_str_equal (node->name, "link")
           && g_strcmp0 (ent_markup_get_attribute (node, "rel"), "canonical") == 0
           && (value = ent_markup_get_attribute (node, "href")) != NULL)
    set_field (record, ENT_FIELD_URL, value);
  else if (g_str_equal (node->name, "script") && node->end > i + 1 && nodes[i + 1].text != NULL
           && g_strcmp0 (ent_markup_get_attribute (node, "type"), "application/ld+json") == 0)
    {
      take_linked_date (nodes[i + 1].text, record);
      take_linked_publisher (nodes[i + 1].text, record);
    }
  else if (g_str_equal (node->name, "title") && node->end > i + 1 && nodes[i + 1].text != NULL)
    set_field (record, ENT_FIELD_TITLE, nodes[i + 1].text);
}

/**
 * ent_page_facts_find:
 * @page: a web page
 * @record: where to put what is told; what it has already stays
 *
 * Finds the title, the day of issue, who publishes it and the address, as the page itself tells them apart from its
 * text.
 */
void
ent_page_facts_find (const EntMarkup *page,
                     EntRecord       *record)
{
  guint32 n;
  const EntMarkupNode *nodes = ent_markup_get_nodes (page, &n);

  for (gsize i = 0; i < G_N_ELEMENTS (fact_names); i++)
    for (gsize j = 0; fact_names[i].names[j] != NULL; j++)
      take_meta (page, fact_names[i].field, fact_names[i].names[j], record);
  for (guint32 i = 0; i < n; i++)
    if (nodes[i].name != NULL)
      take_element (nodes, i, record);
  if (ent_markup_get_saved_url (page) != NULL)
    set_field (record, ENT_FIELD_URL, ent_markup_get_saved_url (page));
  take_archived (record);
  if (ent_markup_get_saved_note (page) != NULL)
    {
      g_autofree char *day = ent_page_date_find_last (ent_markup_get_saved_note (page));

      if (day != NULL)
        set_field (record, ENT_FIELD_RETRIEVED, day);
    }
}
