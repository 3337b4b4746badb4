/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parse/parser-version.h"

#include <string.h>

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
}

static void
add_number (GChecksum *checksum,
            gint64     number)
{
  g_checksum_update (checksum, (const guchar *) &number, sizeof number);
}

static void
add_vocabulary (GChecksum           *checksum,
                const EntVocabulary *vocabulary)
{
  guint n;
  const EntTerm *terms = ent_vocabulary_get_terms (vocabulary, &n);
  const EntOfficeHolder *holders;

  for (guint i = 0; i < n; i++)
    {
      add_text (checksum, terms[i].text);
      add_text (checksum, terms[i].language);
      add_text (checksum, terms[i].value);
      add_number (checksum, (gint64) terms[i].index << 8 | terms[i].term_class);
    }
  holders = ent_vocabulary_get_holders (vocabulary, &n);
  for (guint i = 0; i < n; i++)
    {
      add_text (checksum, holders[i].name);
      add_text (checksum, holders[i].office);
      add_number (checksum, (gint64) holders[i].actor << 8 | holders[i].level);
      add_number (checksum, holders[i].from);
      add_number (checksum, holders[i].to);
    }
  for (guint i = 0; i < ent_vocabulary_get_n_actors (vocabulary); i++)
    add_text (checksum, ent_vocabulary_get_actor (vocabulary, (guint16) i)->id);
  for (guint i = 0; i < ent_vocabulary_get_n_topics (vocabulary); i++)
    add_text (checksum, ent_vocabulary_get_topic (vocabulary, i)->id);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The files below a folder of languages, named from it. */
static void
list_files (const char *folder,
            const char *below,
            GPtrArray  *files)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_ptr_array_add (files, g_strdup (below));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = *below != '\0' ? g_build_filename (below, name, NULL) : g_strdup (name);

      if (*name != '.')
        list_files (folder, child, files);
    }
}

/* Where a folder lies does not count, what is in it does. */
static void
add_folder (GChecksum  *checksum,
            const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  list_files (folder, "", files);
  g_ptr_array_sort (files, compare_paths);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, files->pdata[i], NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (!g_file_get_contents (path, &content, &length, NULL))
        continue;
      add_text (checksum, files->pdata[i]);
      g_checksum_update (checksum, (const guchar *) content, (gssize) length);
    }
}

/**
 * ent_parser_dup_version:
 * @parser: a parser
 *
 * Returns: (transfer full): the program's version and a digest of its words and rules, by which one can tell whether
 *   what was parsed before would be parsed the same today
 */
char *
ent_parser_dup_version (const EntParser *parser)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char * const *folders;

  g_return_val_if_fail (parser != NULL, NULL);

  folders = ent_parser_get_folders (parser);
  add_vocabulary (checksum, ent_parser_get_vocabulary (parser));
  for (guint i = 0; folders[i] != NULL; i++)
    add_folder (checksum, folders[i]);
  return g_strdup_printf ("%s-%.16s", ENT_PROGRAM_VERSION, g_checksum_get_string (checksum));
}
