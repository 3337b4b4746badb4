/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/data-folders.h"

/* The product's own data: installed, or where the environment says. */
static const char *
get_product_folder (void)
{
  const char *folder = g_getenv ("ENTENTE_DATA_DIR");

  return folder != NULL && *folder != '\0' ? folder : ENT_PKGDATADIR;
}

/**
 * ent_data_folders_new:
 * @name: a folder of the data, such as `vocabulary`
 *
 * Where data is read from, the product's first and then the user's, which overrides it. The
 * product's is named even if it is missing, so that reading it can say so.
 *
 * Returns: (transfer full): paths, %NULL-terminated
 */
GStrv
ent_data_folders_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *product = g_build_filename (get_product_folder (), name, NULL);
  g_autofree char *user = g_build_filename (g_get_user_data_dir (), "entente", name, NULL);

  g_strv_builder_add (folders, product);
  if (g_file_test (user, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (folders, user);
  return g_strv_builder_end (folders);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * ent_data_folders_example:
 *
 * The streams of statements that the product brings as its example.
 *
 * Returns: (transfer full): paths in the order of their names, %NULL-terminated; empty where there is none
 */
GStrv
ent_data_folders_example (void)
{
  g_autofree char *folder = g_build_filename (get_product_folder (), "examples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".jsonl"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_steal (paths, NULL);
}
