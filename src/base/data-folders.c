/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/data-folders.h"

/**
 * ent_data_folders_get_product:
 * @installed: where the product's data is installed
 * @source: where it lies in the source, for programs run from the build folder
 *
 * Returns: (transfer full): where it is read from: ENTENTE_DATA_DIR of the environment, else
 *   @installed, else @source where only that is there
 */
char *
ent_data_folders_get_product (const char *installed,
                              const char *source)
{
  const char *folder = g_getenv ("ENTENTE_DATA_DIR");

  g_return_val_if_fail (installed != NULL && source != NULL, NULL);

  if (folder != NULL && *folder != '\0')
    return g_strdup (folder);
  if (!g_file_test (installed, G_FILE_TEST_IS_DIR) && g_file_test (source, G_FILE_TEST_IS_DIR))
    return g_strdup (source);
  return g_strdup (installed);
}

/**
 * ent_data_folders_get_built:
 * @product: where the product's data is read from
 * @installed: where the product's data is installed
 * @built: where the build writes data
 *
 * Returns: (nullable): @built, if the product's data is not the installed, which holds what is built
 */
const char *
ent_data_folders_get_built (const char *product,
                            const char *installed,
                            const char *built)
{
  return g_str_equal (product, installed) ? NULL : built;
}

/**
 * ent_data_folders_new:
 * @product: where the product's data is read from
 * @built: (nullable): where the build writes what it makes of other packages' data, for programs that run without
 *   being installed; %NULL where @product holds that too
 * @name: a folder of the data, such as `vocabulary`
 *
 * Where data is read from, the product's first and then the user's, which overrides it. The
 * product's is named even if it is missing, so that reading it can say so.
 *
 * Returns: (transfer full): paths, %NULL-terminated
 */
GStrv
ent_data_folders_new (const char *product,
                      const char *built,
                      const char *name)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *shipped = NULL;
  g_autofree char *made = NULL;
  g_autofree char *user = NULL;

  g_return_val_if_fail (product != NULL && name != NULL, NULL);

  shipped = g_build_filename (product, name, NULL);
  made = built != NULL ? g_build_filename (built, name, NULL) : NULL;
  user = g_build_filename (g_get_user_data_dir (), "entente", name, NULL);
  g_strv_builder_add (folders, shipped);
  if (made != NULL && g_file_test (made, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (folders, made);
  if (g_file_test (user, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (folders, user);
  return g_strv_builder_end (folders);
}

/**
 * ent_data_folders_find_programs:
 * @installed: where programs of the product are installed that other programs of it run
 * @built: where the build writes them, for programs run from the build folder
 *
 * Returns: (transfer full): their folder: ENTENTE_LIBEXEC_DIR of the environment, else @installed, else @built where
 *   only that is there
 */
char *
ent_data_folders_find_programs (const char *installed,
                                const char *built)
{
  const char *folder = g_getenv ("ENTENTE_LIBEXEC_DIR");

  g_return_val_if_fail (installed != NULL && built != NULL, NULL);

  if (folder != NULL && *folder != '\0')
    return g_strdup (folder);
  return g_strdup (g_file_test (installed, G_FILE_TEST_IS_DIR) ? installed : built);
}
