/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/text-builder.h"

#include <string.h>

/**
 * ent_text_builder_init:
 * @builder: (out): a builder of an empty text
 */
void
ent_text_builder_init (EntTextBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  *builder = (EntTextBuilder) { .text = g_string_new (NULL) };
}

/**
 * ent_text_builder_clear:
 * @builder: a builder
 *
 * Frees what it holds.
 */
void
ent_text_builder_clear (EntTextBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  if (builder->text != NULL)
    g_string_free (g_steal_pointer (&builder->text), TRUE);
}

/* Soft hyphens and joiners of no width stand for nothing that is read; what controls a terminal is no text. */
static gboolean
is_nothing (gunichar c)
{
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c < ' ' || c == 0x7F;
}

/* A period that is one of several with spaces between them marks what was left out. */
static gboolean
is_layout (const EntTextBuilder *builder,
           const char           *at,
           const char           *end)
{
  char before = builder->text->len > 0 ? builder->text->str[builder->text->len - 1] : 0;

  if (!builder->tight || builder->pending != ' ')
    return FALSE;
  if (before == '(' || before == '[')
    return TRUE;
  if (*at == '.')
    return before != '.' && (end - at < 3 || at[1] != ' ' || at[2] != '.');
  return strchr (")],;:", *at) != NULL;
}

static void
add_pending (EntTextBuilder *builder)
{
  if (builder->text->len > 0 && builder->pending == '\v')
    g_string_append (builder->text, "\n\n");
  else if (builder->text->len > 0 && builder->pending != 0)
    g_string_append_c (builder->text, builder->pending);
  builder->pending = 0;
}

/**
 * ent_text_builder_add_words:
 * @builder: a builder
 * @words: valid UTF-8, with any white space
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Goes on with the paragraph; any white space becomes one space.
 */
void
ent_text_builder_add_words (EntTextBuilder *builder,
                            const char     *words,
                            gssize          length)
{
  const char *end;

  g_return_if_fail (builder != NULL && words != NULL);

  end = words + (length < 0 ? strlen (words) : (gsize) length);
  for (const char *at = words; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        ent_text_builder_add_space (builder);
      else if (!is_nothing (c))
        {
          if (is_layout (builder, at, end))
            builder->pending = 0;
          add_pending (builder);
          g_string_append_len (builder->text, at, g_utf8_next_char (at) - at);
        }
    }
}

/**
 * ent_text_builder_add_space:
 * @builder: a builder
 *
 * Parts the next word from those before.
 */
void
ent_text_builder_add_space (EntTextBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  if (builder->pending == 0)
    builder->pending = ' ';
}

/**
 * ent_text_builder_end_line:
 * @builder: a builder
 *
 * Puts the next word into a line of its own.
 */
void
ent_text_builder_end_line (EntTextBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  if (builder->pending != '\v')
    builder->pending = '\n';
}

/**
 * ent_text_builder_end_paragraph:
 * @builder: a builder
 *
 * Puts the next word into a paragraph of its own.
 */
void
ent_text_builder_end_paragraph (EntTextBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  builder->pending = '\v';
}

/**
 * ent_text_builder_steal:
 * @builder: a builder, which is not to be used any more
 *
 * Returns: (transfer full): the text, its last line ended unless it is empty
 */
GString *
ent_text_builder_steal (EntTextBuilder *builder)
{
  g_return_val_if_fail (builder != NULL, NULL);

  if (builder->text->len > 0)
    g_string_append_c (builder->text, '\n');
  return g_steal_pointer (&builder->text);
}
