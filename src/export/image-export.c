/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/image-export.h"

#include <string.h>

#include "export/picture.h"
#include "export/svg-writer.h"

#define SVG_FAMILIES "Cantarell, \"Noto Sans\", \"Noto Sans CJK SC\", sans-serif"

G_DEFINE_QUARK (ent-export-error-quark, ent_export_error)

static const char * const format_names[ENT_N_IMAGE_FORMATS] = {
  [ENT_IMAGE_PNG] = "png",
  [ENT_IMAGE_SVG] = "svg",
  [ENT_IMAGE_PDF] = "pdf",
};

static GBytes *
write_svg (const EntPicture *picture,
           EntEventStore    *store)
{
  EntSvgOptions options = { picture->title, picture->subtitle, SVG_FAMILIES, picture->top };

  return ent_svg_writer_new_bytes (picture->scene, store, &picture->style, picture->text, &options);
}

/**
 * ent_image_export_new_bytes:
 * @request: what picture to make
 * @error: return location for an error
 *
 * Makes a picture file. The same request gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL if it cannot be made
 */
GBytes *
ent_image_export_new_bytes (const EntImageRequest  *request,
                            GError                **error)
{
  g_return_val_if_fail (request != NULL && request->index != NULL && request->filter != NULL, NULL);
  g_return_val_if_fail (request->rows != NULL && request->theme < ENT_N_THEMES, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (EntPicture) picture = ent_picture_new (request, error);
  if (picture == NULL)
    return NULL;
  switch (request->format)
    {
    case ENT_IMAGE_PNG:
      return ent_picture_to_png (picture, request->pixel_scale, request->dpi, error);
    case ENT_IMAGE_SVG:
      return write_svg (picture, ent_filter_index_get_store (request->index));
    case ENT_IMAGE_PDF:
      return ent_picture_to_pdf (picture, error);
    case ENT_N_IMAGE_FORMATS:
    default:
      g_set_error (error, ENT_EXPORT_ERROR, ENT_EXPORT_ERROR_FORMAT, "There is no picture format number %d",
                   request->format);
      return NULL;
    }
}

/**
 * ent_image_export_to_file:
 * @request: what picture to make
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes a picture to a file. It is written beside @file and renamed when it is whole.
 *
 * Returns: whether the file was written; an old one is as it was otherwise
 */
gboolean
ent_image_export_to_file (const EntImageRequest  *request,
                          GFile                  *file,
                          GCancellable           *cancellable,
                          GError                **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  g_autoptr (GBytes) bytes = ent_image_export_new_bytes (request, error);
  gsize size;

  if (bytes == NULL)
    return FALSE;
  const char *data = g_bytes_get_data (bytes, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable,
                                  error);
}

/**
 * ent_image_format_from_name:
 * @name: a format ("png") or a file's name that ends in one
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
ent_image_format_from_name (const char     *name,
                            EntImageFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  const char *dot = strrchr (name, '.');
  const char *suffix = dot != NULL ? dot + 1 : name;
  for (guint i = 0; i < ENT_N_IMAGE_FORMATS; i++)
    {
      if (g_ascii_strcasecmp (format_names[i], suffix) == 0)
        {
          *format = (EntImageFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}
