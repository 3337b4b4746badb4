/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/ui-data-folders.h"

#include "base/data-folders.h"

/**
 * ent_ui_data_folders_new:
 * @name: a folder of the data, such as `vocabulary`
 *
 * Returns: (transfer full): where such data is read from, the product's first, %NULL-terminated
 */
GStrv
ent_ui_data_folders_new (const char *name)
{
  g_autofree char *product = ent_data_folders_get_product (ENT_PKGDATADIR, ENT_SOURCE_DATADIR);
  const char *built = ent_data_folders_get_built (product, ENT_PKGDATADIR, ENT_BUILT_DATADIR);

  return ent_data_folders_new (product, built, name);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * ent_ui_data_folders_example:
 *
 * The streams of statements that the product brings as its example.
 *
 * Returns: (transfer full): paths in the order of their names, %NULL-terminated; empty where there is none
 */
GStrv
ent_ui_data_folders_example (void)
{
  g_autofree char *product = ent_data_folders_get_product (ENT_PKGDATADIR, ENT_SOURCE_DATADIR);
  g_autofree char *folder = g_build_filename (product, "examples", NULL);
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

/**
 * ent_ui_data_folders_find_programs:
 *
 * Returns: (transfer full): the folder of the programs that read without rights
 */
char *
ent_ui_data_folders_find_programs (void)
{
  return ent_data_folders_find_programs (ENT_PKGLIBEXECDIR, ENT_BUILT_PROGRAMS);
}
