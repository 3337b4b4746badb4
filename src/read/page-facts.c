/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-facts.h"

#include <string.h>

#include "base/civil-date.h"

/* Before the world wide web no page was dated; what looks like an older year is a number. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

/* Names under which pages tell a fact, the surest first. */
typedef struct
{
  EntField field;
  const char *names[12];
} FactNames;

static const FactNames fact_names[] = {
  { ENT_FIELD_TITLE, { "og:title", "dc.title", "dcterms.title", "articletitle", "twitter:title" } },
  { ENT_FIELD_DATE,
    { "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
      "pubdate", "publishdate", "publish-date", "date", "dcterms.created" } },
  { ENT_FIELD_SOURCE, { "contentsource", "dcterms.creator", "dc.creator" } },
  /* A site's name is that of who carries the text; where that is a ministry, its name is known as such. */
  { ENT_FIELD_PUBLISHER, { "og:site_name", "dcterms.publisher", "dc.publisher", "sitename", "publisher" } },
  { ENT_FIELD_URL, { "og:url" } },
};

/* A whole number of @least to @most digits at @at, or -1. */
static gint
read_number (const char **at,
             const char  *end,
             guint        least,
             guint        most)
{
  gint value = 0;
  guint n = 0;

  for (; *at < end && n < most && g_ascii_isdigit (**at); (*at)++, n++)
    value = value * 10 + (**at - '0');
  return n >= least && (*at == end || !g_ascii_isdigit (**at)) ? value : -1;
}

/* Passes over one of the signs that part year, month and day: - / . or 年 月. */
static gboolean
skip_sign (const char **at,
           const char  *end,
           const char  *ideograph)
{
  gsize length = strlen (ideograph);

  if (*at < end && strchr ("-/.", **at) != NULL)
    {
      (*at)++;
      return TRUE;
    }
  if ((gsize) (end - *at) >= length && memcmp (*at, ideograph, length) == 0)
    {
      *at += length;
      return TRUE;
    }
  return FALSE;
}

/* A date in numbers that begins at @at. */
static char *
read_date (const char *at,
           const char *end)
{
  gint year = read_number (&at, end, 4, 4), month, day;

  if (year < FIRST_YEAR || year > LAST_YEAR || !skip_sign (&at, end, "年"))
    return NULL;
  month = read_number (&at, end, 1, 2);
  if (month < 1 || !skip_sign (&at, end, "月"))
    return NULL;
  day = read_number (&at, end, 1, 2);
  if (day < 1 || !ent_civil_date_is_valid (year, (guint) month, (guint) day))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * ent_page_facts_date:
 * @text: any text
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): the first day that it tells in numbers, year first: 2024-04-02, 2024/4/2,
 *   2024年4月2日
 */
char *
ent_page_facts_date (const char *text,
                     gsize       length)
{
  const char *end = text + length;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  for (const char *at = text; at < end; at++)
    {
      char *date;

      if (!g_ascii_isdigit (*at) || (at > text && g_ascii_isdigit (at[-1])))
        continue;
      date = read_date (at, end);
      if (date != NULL)
        return date;
    }
  return NULL;
}

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

/* "Tue Apr 02 2024", "Feb 03, 2021": the last day in a text that names its month in English. */
static char *
find_english_date (const char *text)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  char *found = NULL;

  for (const char *at = text; *at != 0; at++)
    {
      char month[4] = { at[0], at[1], at[1] != 0 ? at[2] : 0, 0 };
      const char *known = g_ascii_isupper (*at) && strlen (month) == 3 ? strstr (months, month) : NULL;
      const char *end = at + strlen (at), *number = at + 3;
      gint day, year;
      guint n_month;

      if (known == NULL || (known - months) % 3 != 0 || (at > text && g_ascii_isalpha (at[-1])))
        continue;
      number += strcspn (number, " ");
      number += strspn (number, " ");
      day = read_number (&number, end, 1, 2);
      number += strspn (number, ", ");
      year = read_number (&number, end, 4, 4);
      n_month = (guint) (known - months) / 3 + 1;
      if (day < 1 || year < FIRST_YEAR || !ent_civil_date_is_valid (year, n_month, (guint) day))
        continue;
      g_free (found);
      found = g_strdup_printf ("%04d-%02u-%02d", year, n_month, day);
    }
  return found;
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
  g_autofree char *date = ent_page_facts_date (value, strlen (value));

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

/* JSON-LD is read for the one date that it is asked for. */
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

static void
take_element (const EntMarkupNode *nodes,
              guint32              i,
              EntRecord           *record)
{
  const EntMarkupNode *node = &nodes[i];
  const char *value;

  if (g_str_equal (node->name, "time") && (value = ent_markup_get_attribute (node, "datetime")) != NULL)
    set_date (record, value);
  else if (g_str_equal (node->name, "link")
           && g_strcmp0 (ent_markup_get_attribute (node, "rel"), "canonical") == 0
           && (value = ent_markup_get_attribute (node, "href")) != NULL)
    set_field (record, ENT_FIELD_URL, value);
  else if (g_str_equal (node->name, "script") && node->end > i + 1 && nodes[i + 1].text != NULL
           && g_strcmp0 (ent_markup_get_attribute (node, "type"), "application/ld+json") == 0)
    take_linked_date (nodes[i + 1].text, record);
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
      g_autofree char *day = find_english_date (ent_markup_get_saved_note (page));

      if (day != NULL)
        set_field (record, ENT_FIELD_RETRIEVED, day);
    }
}
