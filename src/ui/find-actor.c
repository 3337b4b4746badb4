/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States and organisations as the user writes them. */
#include "entente-config.h"

#include "ui/find-actor.h"

#include <glib/gi18n.h>

/* Finds an actor by its id or name, also in the user's language, capitals or not. */
static gboolean
find_actor (EntVocabulary *vocabulary,
            const char    *words,
            guint16       *actor)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  if (ent_vocabulary_find_actor (vocabulary, words, actor))
    return TRUE;
  for (guint i = 0; i < ent_vocabulary_get_n_actors (vocabulary); i++)
    {
      const EntActorInfo *info = ent_vocabulary_get_actor (vocabulary, (guint16) i);
      const char *names[] = { info->id, info->label, info->short_label, gettext (info->label),
                              gettext (info->short_label) };

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *name = g_utf8_casefold (names[j], -1);

          *actor = (guint16) i;
          if (g_str_equal (name, folded))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * ent_find_actors:
 * @vocabulary: a vocabulary
 * @words: actors' ids or names, parted by commas
 * @unknown: (out): the first that is not known
 *
 * Returns: (transfer full) (nullable): their ids, parted by commas; %NULL where one is not known
 */
char *
ent_find_actors (EntVocabulary  *vocabulary,
                 const char     *words,
                 char          **unknown)
{
  g_return_val_if_fail (vocabulary != NULL && words != NULL && unknown != NULL, NULL);

  g_auto (GStrv) names = g_strsplit (words, ",", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint16 actor;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      if (!find_actor (vocabulary, names[i], &actor))
        {
          *unknown = g_strdup (names[i]);
          return NULL;
        }
      g_ptr_array_add (ids, (gpointer) ent_vocabulary_get_actor (vocabulary, actor)->id);
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (",", (char **) ids->pdata);
}
