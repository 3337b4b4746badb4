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
 * ent_data_folders_new:
 * @product: where the product's data is read from
 * @name: a folder of the data, such as `vocabulary`
 *
 * Where data is read from, the product's first and then the user's, which overrides it. The
 * product's is named even if it is missing, so that reading it can say so.
 *
 * Returns: (transfer full): paths, %NULL-terminated
 */
GStrv
ent_data_folders_new (const char *product,
                      const char *name)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *shipped = NULL;
  g_autofree char *user = NULL;

  g_return_val_if_fail (product != NULL && name != NULL, NULL);

  shipped = g_build_filename (product, name, NULL);
  user = g_build_filename (g_get_user_data_dir (), "entente", name, NULL);
  g_strv_builder_add (folders, shipped);
  if (g_file_test (user, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (folders, user);
  return g_strv_builder_end (folders);
}
