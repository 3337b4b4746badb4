/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entente-config.h"

#include "ui/recent-files.h"

#define MOST_LISTED 10

/**
 * ent_recent_files_add:
 * @file: a file that is opened
 */
void
ent_recent_files_add (GFile *file)
{
  g_return_if_fail (G_IS_FILE (file));

  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *type = g_content_type_guess (uri, NULL, 0, NULL);
  g_autofree char *mime = type != NULL ? g_content_type_get_mime_type (type) : NULL;
  GtkRecentData data = { .mime_type = mime != NULL ? mime : (char *) "application/octet-stream",
                         .app_name = (char *) g_get_prgname (), .app_exec = (char *) "entente %u" };
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  GDateTime *x = gtk_recent_info_get_visited (*(GtkRecentInfo * const *) a);
  GDateTime *y = gtk_recent_info_get_visited (*(GtkRecentInfo * const *) b);

  return g_date_time_compare (y, x);
}

static GPtrArray *
collect (void)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = items; l != NULL; l = l->next)
    {
      if (gtk_recent_info_has_application (l->data, g_get_prgname ()) && gtk_recent_info_exists (l->data))
        g_ptr_array_add (infos, gtk_recent_info_ref (l->data));
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (infos, compare_visits);
  return infos;
}

/* The folder that a file is in, or with all folders above it. */
static char *
dup_folder (GtkRecentInfo *info,
            gboolean       whole)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *path = parent != NULL ? g_file_get_parse_name (parent) : g_strdup ("");

  return whole ? g_steal_pointer (&path) : g_path_get_basename (path);
}

static char *
dup_words (GtkRecentInfo *info,
           guint          n_folders)
{
  const char *name = gtk_recent_info_get_display_name (info);
  g_autofree char *folder = n_folders > 0 ? dup_folder (info, n_folders > 1) : NULL;

  return folder != NULL ? g_strdup_printf ("%s · %s", name, folder) : g_strdup (name);
}

static gboolean
is_told_apart (GPtrArray *infos,
               guint      i,
               guint      n_folders)
{
  g_autofree char *words = dup_words (g_ptr_array_index (infos, i), n_folders);
  gboolean apart = TRUE;

  for (guint j = 0; apart && j < MIN (infos->len, MOST_LISTED); j++)
    {
      g_autofree char *other = dup_words (g_ptr_array_index (infos, j), n_folders);
      apart = j == i || !g_str_equal (words, other);
    }
  return apart;
}

/* Files of one name are told by their folders, as little of these as tells them apart. */
static char *
dup_telling_words (GPtrArray *infos,
                   guint      i)
{
  guint n_folders = 0;

  while (n_folders < 2 && !is_told_apart (infos, i, n_folders))
    n_folders++;
  return dup_words (g_ptr_array_index (infos, i), n_folders);
}

/**
 * ent_recent_files_new_menu:
 *
 * Returns: (transfer full): what was opened last, to be opened again by `win.open-recent`
 */
GMenuModel *
ent_recent_files_new_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) infos = collect ();

  for (guint i = 0; i < MIN (infos->len, MOST_LISTED); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (infos, i);
      g_autofree char *name = dup_telling_words (infos, i);
      /* An underscore of a name is no mnemonic. */
      g_autoptr (GString) label = g_string_new (name);
      g_string_replace (label, "_", "__", 0);
      g_autoptr (GMenuItem) item = g_menu_item_new (label->str, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
