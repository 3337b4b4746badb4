/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read-fixture.h"
#include "read/furniture.h"

/* What is expected to be furniture stands between « and ». */
typedef struct
{
  const char *name;
  const char *marked;
  const char *title;
} Case;

#define BODY                                                                                                           \
  "On the evening of April 2 the two presidents spoke by telephone and had a long exchange of views on a number of "   \
  "questions that both sides had prepared for some time before the call took place."
#define CHINESE_BODY "四月二日晚，两国元首应约通电话，就双边关系以及双方共同关心的问题坦诚深入地交换了意见。双方同意继续保持沟通。"

static const Case cases[] = {
  { "none", BODY, NULL },
  { "title", "The Presidents Speak\n\n" BODY, "The Presidents Speak" },
  { "title of two lines", "The Presidents\n  Speak Again\n\n" BODY, "The Presidents Speak Again" },
  { "a heading in Markdown", "### The Presidents Speak\n\n" BODY, "The Presidents Speak" },
  { "a title without a blank line", "The Presidents Speak\n" BODY "\n" BODY, "The Presidents Speak" },
  { "a wrapped paragraph has no title", "On the evening of April 2 the two\npresidents spoke by telephone and had\na long exchange.", NULL },
  { "a sentence is no title", "The call is over.\n\n" BODY, NULL },
  { "a dateline is no title", "NAIROBI, Kenya (AP) _\n\n" BODY, NULL },
  { "above", "«Breaking news»\n\nThe Presidents Speak\n\n" BODY, "The Presidents Speak" },
  { "above, with marks", "«[ Skip to main content ]»\n«* Home»\n«---»\n\n" BODY, NULL },
  { "around the title", "«BREAKING NEWS»\nThe Presidents Speak\n«Share»  \n«Print»\n\n" BODY, "The Presidents Speak" },
  { "below", BODY "\n\n«Back to top»\n«Share»\n", NULL },
  { "hash signs", BODY "\n\n«\\###»", NULL },
  { "hash signs apart", BODY "\r\n\r\n\u00A0«# # #»\r\n", NULL },
  { "glued", BODY "«Back to top button»", NULL },
  { "glued after a space", BODY " «Print this page»\n\n«\\###»", NULL },
  { "not glued within a sentence", "He climbed back to top. The call took place in the evening of that same day at last.", NULL },
  { "related news", BODY "\n\n«Related News\n- A visit that took place (2024-05-01)\n- Another long headline of a page that "
    "somebody wrote about something else (2024-05-02)»\n", NULL },
  { "never in the body", BODY "\n\nShare\n\n" BODY "\n\nPrint\n\n" BODY, NULL },
  { "a word of the body", BODY "\n\nThey agreed to share what they know.", NULL },
  { "prefixes", BODY "\n\n«Copyright 2024 the ministry»\n«Editor: Somebody»\n", NULL },
  { "Chinese", "«首页»\n«字号：大 中 小»\n两国元首通电话\n" CHINESE_BODY "\n«【打印】»\n«返回顶部»\n", "两国元首通电话" },
  { "Chinese, glued", "两国元首通电话\n\n" CHINESE_BODY "«返回顶部»", "两国元首通电话" },
  { "Chinese, related", CHINESE_BODY "\n«相关新闻\n外交部发言人答记者问\n两国外长会晤»", NULL },
  { "nothing but furniture", "«Share»\n«Print»", NULL },
  { "empty", "", NULL },
};

static char *
take_marks_off (const char *marked,
                GArray     *spans)
{
  GString *text = g_string_new (NULL);
  EntSpan span = { 0, 0 };

  for (const char *p = marked; *p != 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xAB)
        span.start = (guint32) text->len;
      else if (c == 0xBB)
        {
          span.end = (guint32) text->len;
          g_array_append_val (spans, span);
        }
      else
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (EntSpan));
  g_autofree char *text = take_marks_off (c->marked, expected);
  g_autoptr (EntPageWords) words = read_fixture_load_words ();
  g_autoptr (GArray) found = ent_furniture_find (words, text, strlen (text));
  g_autofree char *title = ent_furniture_title (text, strlen (text), found);

  for (guint i = 0; i < found->len; i++)
    {
      EntSpan span = g_array_index (found, EntSpan, i);

      g_test_message ("[%u, %u) %.*s", span.start, span.end, (int) (span.end - span.start), text + span.start);
    }
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    {
      g_assert_cmpuint (g_array_index (found, EntSpan, i).start, ==, g_array_index (expected, EntSpan, i).start);
      g_assert_cmpuint (g_array_index (found, EntSpan, i).end, ==, g_array_index (expected, EntSpan, i).end);
    }
  g_assert_cmpstr (title, ==, c->title);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/furniture/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
