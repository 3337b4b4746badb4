/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/page-hints.h"

#include <string.h>

/* No longer names are looked at, in bytes. */
#define MAX_NAMES 512

typedef struct
{
  const char *words; /* between spaces */
  EntPageHint hint;
} HintWords;

/* What those who make pages call the parts around a text, the surest first. */
static const HintWords hint_words[] = {
  { " cookie ", ENT_PAGE_HINT_SITE },
  { " cookies ", ENT_PAGE_HINT_SITE },
  { " cck ", ENT_PAGE_HINT_SITE },
  { " consent ", ENT_PAGE_HINT_SITE },
  { " gdpr ", ENT_PAGE_HINT_SITE },
  { " onetrust ", ENT_PAGE_HINT_SITE },
  { " tarteaucitron ", ENT_PAGE_HINT_SITE },
  { " cookiebot ", ENT_PAGE_HINT_SITE },
  { " footer ", ENT_PAGE_HINT_SITE },
  { " colophon ", ENT_PAGE_HINT_SITE },
  { " copyright ", ENT_PAGE_HINT_SITE },
  { " breadcrumb ", ENT_PAGE_HINT_SITE },
  { " breadcrumbs ", ENT_PAGE_HINT_SITE },
  { " usa banner ", ENT_PAGE_HINT_SITE },
  { " feedback ", ENT_PAGE_HINT_SITE },
  { " survey ", ENT_PAGE_HINT_SITE },
  { " nav ", ENT_PAGE_HINT_FURNITURE },
  { " navbar ", ENT_PAGE_HINT_FURNITURE },
  { " topnav ", ENT_PAGE_HINT_FURNITURE },
  { " navigation ", ENT_PAGE_HINT_FURNITURE },
  { " menu ", ENT_PAGE_HINT_FURNITURE },
  { " megamenu ", ENT_PAGE_HINT_FURNITURE },
  { " submenu ", ENT_PAGE_HINT_FURNITURE },
  { " dropdown ", ENT_PAGE_HINT_FURNITURE },
  { " gnb ", ENT_PAGE_HINT_FURNITURE },
  { " lnb ", ENT_PAGE_HINT_FURNITURE },
  { " topic path ", ENT_PAGE_HINT_FURNITURE },
  { " share ", ENT_PAGE_HINT_FURNITURE },
  { " sharing ", ENT_PAGE_HINT_FURNITURE },
  { " addthis ", ENT_PAGE_HINT_FURNITURE },
  { " addtoany ", ENT_PAGE_HINT_FURNITURE },
  { " sns ", ENT_PAGE_HINT_FURNITURE },
  { " social ", ENT_PAGE_HINT_FURNITURE },
  { " related ", ENT_PAGE_HINT_FURNITURE },
  { " recommended ", ENT_PAGE_HINT_FURNITURE },
  { " recommend ", ENT_PAGE_HINT_FURNITURE },
  { " see also ", ENT_PAGE_HINT_FURNITURE },
  { " read more ", ENT_PAGE_HINT_FURNITURE },
  { " newsletter ", ENT_PAGE_HINT_FURNITURE },
  { " subscribe ", ENT_PAGE_HINT_FURNITURE },
  { " sidebar ", ENT_PAGE_HINT_FURNITURE },
  { " comments ", ENT_PAGE_HINT_FURNITURE },
  { " teaser ", ENT_PAGE_HINT_FURNITURE },
  { " teasers ", ENT_PAGE_HINT_FURNITURE },
  { " promo ", ENT_PAGE_HINT_FURNITURE },
  { " widget ", ENT_PAGE_HINT_FURNITURE },
  { " modal ", ENT_PAGE_HINT_FURNITURE },
  { " popup ", ENT_PAGE_HINT_FURNITURE },
  { " tooltip ", ENT_PAGE_HINT_FURNITURE },
  { " toolbar ", ENT_PAGE_HINT_FURNITURE },
  { " advert ", ENT_PAGE_HINT_FURNITURE },
  { " advertisement ", ENT_PAGE_HINT_FURNITURE },
  { " sponsored ", ENT_PAGE_HINT_FURNITURE },
  { " keywords ", ENT_PAGE_HINT_FURNITURE },
  { " tags ", ENT_PAGE_HINT_FURNITURE },
  { " pagination ", ENT_PAGE_HINT_FURNITURE },
  { " pager ", ENT_PAGE_HINT_FURNITURE },
  { " accesskey ", ENT_PAGE_HINT_FURNITURE },
  { " page top ", ENT_PAGE_HINT_FURNITURE },
  { " back to top ", ENT_PAGE_HINT_FURNITURE },
  { " skip link ", ENT_PAGE_HINT_FURNITURE },
  { " headline ", ENT_PAGE_HINT_TITLE },
  { " title ", ENT_PAGE_HINT_TITLE },
  { " subject ", ENT_PAGE_HINT_TITLE },
};

/* Adds the words of a name: "relatedNews", "related-news" and "related_news" are two. */
static void
add_words (GString    *words,
           const char *name)
{
  gsize n = 0;

  for (const char *at = name != NULL ? name : ""; *at != 0 && n < MAX_NAMES; at++, n++)
    {
      if (g_ascii_isupper (*at) && at > name && g_ascii_islower (at[-1]))
        g_string_append_c (words, ' ');
      if (g_ascii_isalnum (*at) || (guchar) *at >= 0x80)
        g_string_append_c (words, g_ascii_tolower (*at));
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

static EntPageHint
get_role_hint (const EntMarkupNode *node)
{
  static const char * const roles[] = {
    "navigation", "contentinfo", "search", "complementary", "dialog", "alertdialog",
  };
  const char *role = ent_markup_get_attribute (node, "role");

  for (gsize i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (role, roles[i]))
      return ENT_PAGE_HINT_FURNITURE;
  return ENT_PAGE_HINT_NONE;
}

/**
 * ent_page_hint_get:
 * @node: an element of a web page
 *
 * Returns: what its class, id and role say of it; they are no more than a hint
 */
EntPageHint
ent_page_hint_get (const EntMarkupNode *node)
{
  const char *name, *id;
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (node != NULL && node->name != NULL, ENT_PAGE_HINT_NONE);

  name = ent_markup_get_attribute (node, "class");
  id = ent_markup_get_attribute (node, "id");
  if (name == NULL && id == NULL)
    return get_role_hint (node);
  words = g_string_new (" ");
  add_words (words, name);
  add_words (words, id);
  for (gsize i = 0; i < G_N_ELEMENTS (hint_words); i++)
    if (strstr (words->str, hint_words[i].words) != NULL)
      return hint_words[i].hint;
  return get_role_hint (node);
}
